//! A framework, edited in place: one form holds all of it, so that whichever button is pressed, nothing that was typed
//! anywhere is lost.

mod field;
mod past;
mod rows;

use leptos::prelude::*;
use visioncast_model::{List, Part};

use self::{
    field::{Shape, labelled},
    past::{changes, fates, file},
    rows::chapter,
};
use super::frameworks::frameworks_head;
use crate::{page::FrameworkDesk, paths};

/// See [`FrameworkDesk`].
pub fn framework_page(desk: FrameworkDesk) -> impl IntoView {
    let contents: Vec<_> = List::ALL
        .into_iter()
        .map(|list| {
            let count = desk.framework.entries(list).len();
            view! {
                <li><a href=format!("#{list}")>{rows::title(list)}" "<span class="quiet">{count}</span></a></li>
            }
        })
        .collect();
    let chapters: Vec<_> = List::ALL.into_iter().map(|list| chapter(&desk, list)).collect();
    view! {
        {frameworks_head(&desk.framework.name, false)}
        <main class="sheet framework">
            <form method="post" action=paths::framework(&desk.id) class="framework-form">
                <input type="hidden" name="version" value=desk.framework.version.to_string() />
                {bar(&desk)}
                <h1 dir="auto">{desk.framework.name.clone()}</h1>
                <p class="lead">
                    "Write where the words stand, and save: one save keeps all that you changed on this page. Panels keep a copy of their own, so nothing here changes a panel that people have come to."
                </p>
                <nav aria-label="Parts of the framework"><ul class="tabs">{contents}</ul></nav>
                <section class="chapter" id="association">
                    <h2>"The association"</h2>
                    {labelled(&desk, Part::Name, "Name", "As people know it; phones and reports show it.")}
                    {labelled(&desk, Part::Home, "Home", "Where it is at home.")}
                </section>
                <section class="chapter" id="texts">
                    <h2>"Vision, mission and scope, as they stand today"</h2>
                    {labelled(&desk, Part::Vision, "Vision", nothing_yet(&desk, Part::Vision))}
                    {labelled(&desk, Part::Mission, "Mission", nothing_yet(&desk, Part::Mission))}
                    {labelled(&desk, Part::Scope, "Scope", nothing_yet(&desk, Part::Scope))}
                </section>
                {chapters}
                {fates(&desk)}
            </form>
            {changes(&desk)}
            {file(&desk)}
        </main>
    }
}

fn nothing_yet(desk: &FrameworkDesk, part: Part) -> &'static str {
    match desk.framework.part(part) {
        "" => "None is recorded yet.",
        _ => "",
    }
}

/// What is always in reach. Its first button is also what the Enter key presses.
fn bar(desk: &FrameworkDesk) -> impl IntoView + use<> {
    let last = desk.changes.first();
    let undo = last.filter(|_| desk.can_undo).map(|last| {
        let label = format!("Undo: {}", last.what);
        let here = desk.at == "undo";
        view! {
            <button type="submit" name="do" value="undo" aria-label=label.clone() title=label autofocus=here>"Undo"</button>
        }
    });
    let (class, words) = if desk.refused.is_empty() {
        let version = format!("Version {} · {}", desk.framework.version, desk.hash.1);
        ("quiet", desk.told.clone().unwrap_or(version))
    } else {
        let told = desk.told.as_ref().map(|told| format!(" {told}")).unwrap_or_default();
        let marked = match desk.refused.len() {
            1 => "One entry below was not taken. What you typed is still there.".to_owned(),
            many => format!("{many} entries below were not taken. What you typed is still there."),
        };
        ("refusal", format!("{marked}{told}"))
    };
    view! {
        <div class="save-bar">
            <button type="submit" name="do" value="save" class="primary">"Save"</button>
            {undo}
            <p class=class role="status">{words}</p>
        </div>
        {general(desk)}
    }
}

/// What was refused without a field of its own.
fn general(desk: &FrameworkDesk) -> impl IntoView + use<> {
    let lines: Vec<_> = desk
        .refused
        .iter()
        .filter(|refused| refused.key.is_empty())
        .map(|refused| view! { <p class="notice wrong" role="alert">{refused.why.clone()}</p> })
        .collect();
    lines
}

/// A part as a field: a line, or a paragraph.
const fn shape(part: Part) -> Shape {
    match part {
        Part::Name | Part::Home => Shape::Line,
        Part::Vision | Part::Mission | Part::Scope => Shape::Words,
    }
}
