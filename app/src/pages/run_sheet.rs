//! The agenda to print: what happens when, what is said, and who does what.

use leptos::prelude::*;
use visioncast_model::{Activity, Arrivals, Kind, Reveal, Sorters, State};

use super::staff_head::{Here, staff_head};
use crate::{
    console::wording,
    instrument::options,
    language::{Live, Sheet},
    page::RunSheet,
    paths,
    screen::spaced,
};

/// See [`RunSheet`].
#[component]
pub fn RunSheetPage(page: RunSheet) -> impl IntoView {
    let RunSheet {
        code,
        title,
        start,
        items,
        address,
    } = page;
    let mut at = u32::from(start);
    let mut rows = Vec::with_capacity(items.len());
    for (number, item) in items.iter().enumerate() {
        rows.push(row(number + 1, item, at));
        at += u32::from(item.plan.minutes);
    }
    let total = at - u32::from(start);
    let empty = items.is_empty();
    view! {
        {staff_head(&code, &title, Here::Agenda)}
        <main class="sheet run-sheet">
            <header class="run-head">
                <h1 dir="auto">{title.clone()}</h1>
                <p>{address}<span class="run-code">{spaced(&code)}</span></p>
            </header>
            <form method="get" action=paths::run_sheet(&code) class="run-start">
                <label class="labelled short">
                    <span>{Sheet::BeginsAt.text()}</span>
                    <input type="time" name="start" value=clock(u32::from(start)) required />
                </label>
                <button type="submit">{Sheet::ShowTheTimes.text()}</button>
                <p class="quiet">{Sheet::PrintHint.text()}</p>
            </form>
            {empty.then(|| view! { <p class="empty">{Live::NothingPlanned.text()}</p> })}
            {(!empty).then(|| view! {
                <p class="quiet">{Sheet::MinutesInAll.count(total)}</p>
                <ol class="run-items">{rows}</ol>
                <p class="run-end"><span class="run-time">{clock(at)}</span><span>{Sheet::EndOfThePanel.text()}</span></p>
            })}
        </main>
    }
}

fn row(number: usize, item: &Activity, at: u32) -> impl IntoView + use<> {
    let plan = &item.plan;
    let minutes = match plan.minutes {
        0 => String::new(),
        minutes => Live::Minutes.count(minutes.into()),
    };
    let probes: Vec<_> = match &plan.kind {
        Kind::Prompt(prompt) => prompt.probes.as_slice(),
        Kind::Reflection(reflection) => reflection.probes.as_slice(),
        _ => &[],
    }
    .iter()
    .map(|probe| view! { <li dir="auto">{probe.clone()}</li> })
    .collect();
    let options = match &plan.kind {
        Kind::Survey(survey) => options(plan, survey).join(" · "),
        Kind::Judgement(_) => [Sheet::ChoiceAgree, Sheet::ChoiceDisagree, Sheet::ChoicePass]
            .map(Sheet::text)
            .join(" · "),
        _ => String::new(),
    };
    let (instructions, notes) = (plan.instructions.clone(), plan.notes.clone());
    let stands = (item.state != State::Planned || item.reveal != Reveal::Hidden)
        .then(|| view! { <span class="tag">{wording::standing(item)}</span> });
    view! {
        <li class="run-item">
            <div class="run-when">
                <span class="run-time">{clock(at)}</span>
                <span class="quiet">{minutes}</span>
            </div>
            <div class="run-what">
                <h2 dir="auto"><span class="quiet">{format!("{number} ")}</span>{plan.title.clone()}" "{stands}</h2>
                <p class="run-question" dir="auto">{plan.question.clone()}</p>
                {(!instructions.is_empty()).then(|| view! { <p class="run-lines" dir="auto">{instructions}</p> })}
                {(!options.is_empty()).then(|| view! { <p class="quiet" dir="auto">{options}</p> })}
                {(!probes.is_empty()).then(|| view! { <ul class="run-probes">{probes}</ul> })}
            </div>
            <div class="run-who">
                <p>{who(&plan.kind).text()}</p>
                {(!notes.is_empty()).then(|| view! { <p class="run-lines run-notes" dir="auto">{notes}</p> })}
            </div>
        </li>
    }
}

/// Who does what.
const fn who(kind: &Kind) -> Sheet {
    match kind {
        Kind::Prompt(prompt) => match prompt.arrivals {
            Arrivals::Live => Sheet::WhoWrites,
            Arrivals::AtReveal => Sheet::WhoWritesInSilence,
        },
        Kind::Judgement(_) => Sheet::WhoVotes,
        Kind::Survey(_) => Sheet::WhoAnswers,
        Kind::Reflection(_) => Sheet::WhoReflects,
        Kind::Volunteers => Sheet::WhoHelps,
        Kind::Grouping(grouping) => match grouping.by {
            Sorters::Panel => Sheet::WhoGroupsThePanel,
            Sorters::Everybody => Sheet::WhoGroupsEverybody,
            Sorters::Alone => Sheet::WhoGroupsAlone,
        },
    }
}

/// The time of day.
fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}
