//! The agenda, to prepare: plain forms, which work by keyboard, on a phone and without a script.

mod edit;
mod field;
mod item;
mod prepared;
mod settings;
mod survey;

use leptos::prelude::*;
use visioncast_model::{ActivityId, CommandId, Domain, Kind, State};

use self::item::{Place, row};
use super::{
    form::problem_line,
    framework_choice::framework_choice,
    staff_head::{Here, staff_head},
};
use crate::{
    language::{Live, Sheet},
    page::Agenda,
    paths,
};

/// What every form of this page needs.
#[derive(Clone)]
struct Desk {
    action: String,
    command: CommandId,
    domains: Vec<Domain>,
    /// The items to which people write something that others may be asked about.
    sources: Vec<(ActivityId, String)>,
    /// Those of them whose ideas can be put together into themes.
    prompts: Vec<(ActivityId, String)>,
}

/// See [`Agenda`].
#[component]
pub fn AgendaPage(page: Agenda) -> impl IntoView {
    let Agenda {
        code,
        title,
        items,
        domains,
        pace,
        rehearsal,
        prepared,
        command,
        unfolded,
        refused,
        framework,
    } = page;
    let sources = items.iter().filter(|item| item.collects());
    let prompts = items.iter().filter(|item| matches!(item.plan.kind, Kind::Prompt(_)));
    let desk = Desk {
        action: paths::agenda(&code),
        command,
        domains,
        sources: sources.map(|item| (item.id, item.plan.title.clone())).collect(),
        prompts: prompts.map(|item| (item.id, item.plan.title.clone())).collect(),
    };
    let about = |id: ActivityId| refused.as_ref().filter(|refused| refused.item == Some(id));
    let nowhere = refused
        .as_ref()
        .filter(|refused| !items.iter().any(|item| refused.item == Some(item.id)))
        .map(|refused| refused.why.clone());
    let mut minutes = 0;
    let mut rows = Vec::with_capacity(items.len());
    for (number, item) in items.iter().enumerate() {
        let place = Place {
            number,
            last: number + 1 == items.len(),
            begins: minutes,
            unfolded: unfolded == Some(item.id),
        };
        rows.push(row(&desk, item, place, about(item.id).cloned()));
        minutes += u32::from(item.plan.minutes);
    }
    let none = items.is_empty();
    let planned = items.iter().any(|item| item.state == State::Planned);
    view! {
        {staff_head(&code, &title, Here::Agenda)}
        <main class="sheet">
            <div class="sheet-title-row">
                <h1>{Live::Agenda.text()}</h1>
                <a class="button" href=paths::run_sheet(&code)>{Sheet::RunSheet.text()}</a>
            </div>
            <p class="quiet">
                {if none { Sheet::NothingPlannedAdd.owned() } else { total(items.len() as u32, minutes) }}
            </p>
            {problem_line(nowhere)}
            <ol class="programme">{rows}</ol>
            {prepared::prepared(&desk, &prepared, none)}
            <section class="settings">
                {settings::pace(&desk, pace, planned)}
                {settings::rename(&desk, &title)}
                {framework_choice(&desk.action, command, framework)}
                {rehearsal.then(|| settings::wipe(&code))}
            </section>
        </main>
    }
}

fn total(items: u32, minutes: u32) -> String {
    let (items, order) = (Sheet::Items.count(items), Sheet::InThisOrder.text());
    match minutes {
        0 => format!("{items}. {order}"),
        minutes => format!("{items}, {}. {order}", Sheet::MinutesInAll.count(minutes)),
    }
}

fn hidden(desk: &Desk, item: Option<ActivityId>) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="id" value=desk.command.to_string() />
        {item.map(|item| view! { <input type="hidden" name="activity" value=item.to_string() /> })}
    }
}
