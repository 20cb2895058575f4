use leptos::prelude::*;

use super::desk::{Desk, Dialog};
use crate::{browser::Connection, language::Live, paths, screen::spaced};

/// The top: how to join, who is in, and the ways to everything else.
pub(super) fn head(desk: Desk, code: &str, screen: &str) -> impl IntoView + use<> {
    let title = Memo::new(move |_| desk.panel.with(|panel| panel.title.clone()));
    let rehearsal = Memo::new(move |_| desk.panel.with(|panel| panel.rehearsal));
    let host = RwSignal::new(String::new());
    Effect::new(move |_| host.set(window().location().host().unwrap_or_default()));
    let (phone, elsewhere) = (paths::panel(code), paths::screen(screen));
    view! {
        <header class="desk-head">
            <div class="desk-title">
                <h1 dir="auto">{title}</h1>
                {move || rehearsal.get().then(|| view! { <span class="tag">{Live::RehearsalMark.text()}</span> })}
                {connection(desk)}
            </div>
            <p class="desk-join">
                <strong class="code">{spaced(code)}</strong>
                <a href=phone.clone() target="_blank">{move || host.get()}{phone.clone()}</a>
            </p>
            <p class="desk-people"><strong>{desk.people}</strong>" "{Live::InTheRoom.text()}</p>
            <nav class="desk-links" aria-label=Live::ThisPanel.text()>
                <a class="button" href=paths::screen(screen) target="_blank">{Live::Projector.text()}" "<span aria-hidden="true">"↗"</span><span class="aside">" "{Live::NewWindow.text()}</span></a>
                <a href=paths::agenda(code)>{Live::Agenda.text()}</a>
                <a href=paths::ideas(code)>{Live::IdeasAndPaper.text()}</a>
                <a href=paths::themes(code)>{Live::Themes.text()}</a>
                <a href=paths::ballots(code)>{Live::Ballots.text()}</a>
                <a href=paths::links(code)>{Live::Links.text()}</a>
                <details class="menu">
                    <summary>{Live::TakeAway.text()}</summary>
                    <div class="menu-list">
                        <a href=paths::report(code)>{Live::Report.text()}</a>
                        <a href=paths::export(code, "csv")>{Live::Tables.text()}</a>
                        <a href=paths::export(code, "json")>{Live::Everything.text()}</a>
                        <a href=paths::export(code, "polis")>{Live::PolisFormat.text()}</a>
                        <p class="quiet">{Live::ProjectorElsewhere.text()}<br/><strong>{move || host.get()}{elsewhere.clone()}</strong></p>
                    </div>
                </details>
                <a href=paths::PANELS>{Live::AllPanels.text()}</a>
                <button type="button" class="plain" on:click=move |_| desk.dialog.set(Some(Dialog::Keys))>
                    {Live::Keys.text()}" "<kbd>"?"</kbd>
                </button>
            </nav>
        </header>
        <noscript>
            <p class="notice">
                {Live::NeedsScript.text()}
            </p>
        </noscript>
        {refusals(desk)}
    }
}

fn connection(desk: Desk) -> impl IntoView {
    let words = move || match desk.connection.get() {
        Connection::Connecting => Live::Connecting.text(),
        Connection::Live if desk.waiting.with(Vec::is_empty) => Live::Connected.text(),
        Connection::Live => Live::Saving.text(),
        Connection::Lost => Live::NoConnection.text(),
        Connection::NotAllowed => Live::SignedOut.text(),
        Connection::Outdated => Live::ReloadPlease.text(),
    };
    let state = move || match desk.connection.get() {
        Connection::Connecting => "desk-connection",
        Connection::Live => "desk-connection live",
        Connection::Lost | Connection::NotAllowed | Connection::Outdated => "desk-connection lost",
    };
    view! {
        <p class=state>
            {words}
            {move || (desk.connection.get() == Connection::NotAllowed).then(|| view! { " "<a href=paths::SIGN_IN>{Live::SignIn.text()}</a> })}
        </p>
    }
}

fn refusals(desk: Desk) -> impl IntoView {
    view! {
        <div class="refusals" role="alert">
            {move || {
                let refusals = desk.refusals.get();
                (!refusals.is_empty()).then(|| {
                    let lines: Vec<_> = refusals
                        .into_iter()
                        .map(|(what, why)| view! { <p><strong>{Live::NotDone.with(&[("what", what)])}</strong>" "{why}</p> })
                        .collect();
                    view! {
                        <div class="notice wrong">
                            <div>{lines}</div>
                            <button type="button" on:click=move |_| desk.refusals.set(Vec::new())>{Live::CloseNotice.text()}</button>
                        </div>
                    }
                })
            }}
        </div>
    }
}
