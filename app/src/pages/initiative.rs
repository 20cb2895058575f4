use leptos::prelude::*;

use super::{
    form::problem_line, initiative_board::board, initiative_carry::carry, initiative_comparison::comparison,
    initiative_decisions::decisions, initiative_events::events, initiative_keeping::keeping, initiative_people::people,
    initiative_wins::wins,
};
use crate::{
    language::{Live, Sheet},
    page::{Initiative, Tab},
    paths,
};

/// The pages of an initiative: what they are called in an address, and on the page.
const TABS: [(&str, Sheet); 8] = [
    ("", Sheet::Events),
    ("carry", Sheet::CarryOver),
    ("comparison", Sheet::Comparison),
    ("board", Sheet::Board),
    ("decisions", Sheet::DecidedByBoards),
    ("wins", Sheet::Wins),
    ("people", Sheet::WhoRunsIt),
    ("keeping", Sheet::Keeping),
];

/// What every form of these pages needs.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) id: String,
    pub(super) action: String,
    command: String,
}

impl Desk {
    /// What a form does, and the id under which it does so once. `place` tells the forms of a page apart.
    pub(super) fn hidden(&self, what: &'static str) -> impl IntoView + use<> {
        view! {
            <input type="hidden" name="id" value=self.command.clone() />
            <input type="hidden" name="do" value=what />
        }
    }
}

/// See [`Initiative`].
pub fn initiative_page(page: Initiative) -> impl IntoView {
    let Initiative {
        id,
        name,
        command,
        problem,
        done,
        tab,
    } = page;
    let here = match &tab {
        Tab::Events(_) => "",
        Tab::Carry(_) => "carry",
        Tab::Comparison(_) => "comparison",
        Tab::Board(_) => "board",
        Tab::Decisions(_) => "decisions",
        Tab::Wins(_) => "wins",
        Tab::People(_) => "people",
        Tab::Keeping(_) => "keeping",
    };
    let address = |tab: &str| {
        if tab.is_empty() {
            paths::initiative(&id)
        } else {
            paths::initiative_tab(&id, tab)
        }
    };
    let links: Vec<_> = TABS
        .into_iter()
        .map(|(tab, label)| {
            let current = (tab == here).then_some("page");
            view! { <a href=address(tab) aria-current=current>{label.text()}</a> }
        })
        .collect();
    let desk = Desk {
        action: address(here),
        id: id.clone(),
        command: command.to_string(),
    };
    let body = match tab {
        Tab::Events(events_tab) => events(&desk, &name, events_tab).into_any(),
        Tab::Carry(tab) => carry(&desk, tab).into_any(),
        Tab::Comparison(tab) => comparison(&desk, tab).into_any(),
        Tab::Board(tab) => board(&desk, tab).into_any(),
        Tab::Decisions(tab) => decisions(&desk, tab).into_any(),
        Tab::Wins(tab) => wins(&desk, tab).into_any(),
        Tab::People(tab) => people(&desk, tab).into_any(),
        Tab::Keeping(tab) => keeping(&desk, tab).into_any(),
    };
    let width = if here == "board" { "sheet wide" } else { "sheet" };
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{name}</p>
            <nav aria-label=Sheet::ThisInitiative.text()>
                {links}
                <a href=paths::PANELS>{Live::AllPanels.text()}</a>
            </nav>
        </header>
        <main class=width>
            {done.map(|done| view! { <p class="notice" role="status">{done}</p> })}
            {problem_line(problem)}
            {body}
        </main>
    }
}

/// One of a list to choose from.
pub(super) fn option(value: String, label: String, chosen: bool) -> impl IntoView + use<> {
    view! { <option value=value selected=chosen>{label}</option> }
}
