use leptos::prelude::*;

use crate::{
    language::{Live, Sheet},
    paths,
};

/// Which page of a panel this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Here {
    Agenda,
    Ideas,
    Themes,
    Ballots,
    Links,
    Report,
}

/// The top of a panel's pages: what it is called, and the ways to the others.
pub(super) fn staff_head(code: &str, title: &str, here: Here) -> impl IntoView + use<> {
    let current = |page: Here| (page == here).then_some("page");
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{title.to_owned()}</p>
            <nav aria-label=Live::ThisPanel.text()>
                <a href=paths::console(code)>{Sheet::Console.text()}</a>
                <a href=paths::agenda(code) aria-current=current(Here::Agenda)>{Live::Agenda.text()}</a>
                <a href=paths::ideas(code) aria-current=current(Here::Ideas)>{Live::IdeasAndPaper.text()}</a>
                <a href=paths::themes(code) aria-current=current(Here::Themes)>{Live::Themes.text()}</a>
                <a href=paths::ballots(code) aria-current=current(Here::Ballots)>{Live::Ballots.text()}</a>
                <a href=paths::links(code) aria-current=current(Here::Links)>{Live::Links.text()}</a>
                <a href=paths::report(code) aria-current=current(Here::Report)>{Live::Report.text()}</a>
                <a href=paths::PANELS>{Live::AllPanels.text()}</a>
            </nav>
        </header>
    }
}
