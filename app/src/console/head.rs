use leptos::prelude::*;

use super::desk::{Desk, Dialog};
use crate::{browser::Connection, paths, screen::spaced};

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
                {move || rehearsal.get().then(|| view! { <span class="tag">"Rehearsal"</span> })}
                {connection(desk)}
            </div>
            <p class="desk-join">
                <strong class="code">{spaced(code)}</strong>
                <a href=phone.clone() target="_blank">{move || host.get()}{phone.clone()}</a>
            </p>
            <p class="desk-people"><strong>{desk.people}</strong>" in the room"</p>
            <nav class="desk-links" aria-label="This panel">
                <a class="button" href=paths::screen(screen) target="_blank">"Projector "<span aria-hidden="true">"↗"</span><span class="aside">" (new window)"</span></a>
                <a href=paths::agenda(code)>"Agenda"</a>
                <a href=paths::ideas(code)>"Ideas and paper"</a>
                <a href=paths::ballots(code)>"Ballots"</a>
                <a href=paths::links(code)>"Links"</a>
                <details class="menu">
                    <summary>"Take away"</summary>
                    <div class="menu-list">
                        <a href=paths::report(code)>"Report"</a>
                        <a href=paths::export(code, "csv")>"Tables (CSV)"</a>
                        <a href=paths::export(code, "json")>"Everything (JSON)"</a>
                        <a href=paths::export(code, "polis")>"Polis format"</a>
                        <p class="quiet">"Projector on another device"<br/><strong>{move || host.get()}{elsewhere.clone()}</strong></p>
                    </div>
                </details>
                <a href=paths::PANELS>"All panels"</a>
                <button type="button" class="plain" on:click=move |_| desk.dialog.set(Some(Dialog::Keys))>
                    "Keys "<kbd>"?"</kbd>
                </button>
            </nav>
        </header>
        <noscript>
            <p class="notice">
                "Steering the room live needs JavaScript. The agenda, all ideas and the exports work without it."
            </p>
        </noscript>
        {refusals(desk)}
    }
}

fn connection(desk: Desk) -> impl IntoView {
    let words = move || match desk.connection.get() {
        Connection::Connecting => "Connecting",
        Connection::Live if desk.waiting.with(Vec::is_empty) => "Connected",
        Connection::Live => "Saving",
        Connection::Lost => "No connection, trying again",
        Connection::NotAllowed => "Signed out",
        Connection::Outdated => "Please reload",
    };
    let state = move || match desk.connection.get() {
        Connection::Connecting => "desk-connection",
        Connection::Live => "desk-connection live",
        Connection::Lost | Connection::NotAllowed | Connection::Outdated => "desk-connection lost",
    };
    view! {
        <p class=state>
            {words}
            {move || (desk.connection.get() == Connection::NotAllowed).then(|| view! { " "<a href=paths::SIGN_IN>"Sign in"</a> })}
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
                        .map(|(what, why)| view! { <p><strong>"Not done: "{what}"."</strong>" "{why}</p> })
                        .collect();
                    view! {
                        <div class="notice wrong">
                            <div>{lines}</div>
                            <button type="button" on:click=move |_| desk.refusals.set(Vec::new())>"Close"</button>
                        </div>
                    }
                })
            }}
        </div>
    }
}
