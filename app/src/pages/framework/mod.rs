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
use crate::{
    language::{Live, Sheet, list_name},
    page::FrameworkDesk,
    paths,
};

/// See [`FrameworkDesk`].
pub fn framework_page(desk: FrameworkDesk) -> impl IntoView {
    let contents: Vec<_> = List::ALL
        .into_iter()
        .map(|list| {
            let count = desk.framework.entries(list).len();
            view! {
                <li><a href=format!("#{list}")>{list_name(list).text()}" "<span class="quiet">{count}</span></a></li>
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
                    {Sheet::FrameworkLead.text()}
                </p>
                <nav aria-label=Sheet::PartsOfFramework.text()><ul class="tabs">{contents}</ul></nav>
                <section class="chapter" id="association">
                    <h2>{Sheet::TheAssociation.text()}</h2>
                    {labelled(&desk, Part::Name, Sheet::Name, Some(Sheet::AssociationNameHint))}
                    {labelled(&desk, Part::Home, Sheet::Home, Some(Sheet::HomeHint))}
                </section>
                <section class="chapter" id="texts">
                    <h2>{Sheet::TextsOfToday.text()}</h2>
                    {labelled(&desk, Part::Vision, Sheet::Vision, nothing_yet(&desk, Part::Vision))}
                    {labelled(&desk, Part::Mission, Sheet::Mission, nothing_yet(&desk, Part::Mission))}
                    {labelled(&desk, Part::Scope, Sheet::Scope, nothing_yet(&desk, Part::Scope))}
                </section>
                {chapters}
                {fates(&desk)}
            </form>
            {changes(&desk)}
            {file(&desk)}
        </main>
    }
}

fn nothing_yet(desk: &FrameworkDesk, part: Part) -> Option<Sheet> {
    desk.framework.part(part).is_empty().then_some(Sheet::NoneRecorded)
}

/// What is always in reach. Its first button is also what the Enter key presses.
fn bar(desk: &FrameworkDesk) -> impl IntoView + use<> {
    let last = desk.changes.first();
    let undo = last.filter(|_| desk.can_undo).map(|last| {
        let label = Sheet::UndoNamed.with(&[("what", &last.what)]);
        let here = desk.at == "undo";
        view! {
            <button type="submit" name="do" value="undo" aria-label=label.clone() title=label autofocus=here>{Live::Undo.text()}</button>
        }
    });
    let (class, words) = if desk.refused.is_empty() {
        let version = desk.framework.version.to_string();
        let version = || Sheet::VersionAndHash.with(&[("version", &version), ("hash", &desk.hash.1)]);
        ("quiet", desk.told.clone().unwrap_or_else(version))
    } else {
        let told = desk.told.as_ref().map(|told| format!(" {told}")).unwrap_or_default();
        let marked = Sheet::EntriesRefused.count(desk.refused.len() as u32);
        ("refusal", format!("{marked}{told}"))
    };
    view! {
        <div class="save-bar">
            <button type="submit" name="do" value="save" class="primary">{Sheet::Save.text()}</button>
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
