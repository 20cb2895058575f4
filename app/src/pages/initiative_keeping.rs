use leptos::prelude::*;

use super::initiative::Desk;
use crate::language::Sheet;
use crate::page::{KeepingPage, VolunteerList};

/// What is kept of people, as the form and the page call it.
const KEPT: [(&str, Sheet, Sheet); 3] = [
    ("contacts", Sheet::KeptContacts, Sheet::KeptContactsText),
    ("words", Sheet::KeptWords, Sheet::KeptWordsText),
    ("seats", Sheet::KeptSeats, Sheet::KeptSeatsText),
];

/// See [`KeepingPage`].
pub(super) fn keeping(desk: &Desk, tab: KeepingPage) -> impl IntoView + use<> {
    let KeepingPage {
        periods,
        is_owner,
        volunteers,
    } = tab;
    let sees = volunteers.is_some();
    let rows: Vec<_> = KEPT
        .into_iter()
        .zip(periods)
        .map(|(kept, period)| row(kept, period, is_owner))
        .collect();
    view! {
        <h1>{Sheet::WhatIsKept.text()}</h1>
        <form method="post" action=desk.action.clone() class="fields">
            {desk.hidden("keep")}
            <p>{Sheet::KeepingText.text()}</p>
            {rows}
            {is_owner.then(|| view! { <button type="submit" class="primary">{Sheet::SaveIt.text()}</button> })}
        </form>
        {volunteers.map(|list| list_of(desk, list))}
        <section class="together">
            <h2>{Sheet::TakeTheWhole.text()}</h2>
            <p>
                {Sheet::ArchiveText.text()}" "<code>"visioncast initiative restore"</code>
            </p>
            <form method="post" action=desk.action.clone() class="fields">
                {desk.hidden("archive")}
                {sees.then(|| view! {
                    <label class="check">
                        <input type="checkbox" name="contacts" value="yes" />
                        <span>{Sheet::WithContacts.text()}<small>{Sheet::WithContactsHint.text()}</small></span>
                    </label>
                })}
                <button type="submit">{Sheet::TakeTheArchive.text()}</button>
            </form>
        </section>
    }
}

fn row(
    (name, label, meaning): (&'static str, Sheet, Sheet),
    (days, until): (String, Option<String>),
    is_owner: bool,
) -> impl IntoView {
    let until = until.map(|until| format!(" {}", Sheet::AsThingsStand.with(&[("day", until)])));
    view! {
        <label class="labelled">
            <span>{label.text()}</span>
            <input class="number" type="number" name=name value=days min="1" max="3650" readonly=!is_owner />
            <small>{meaning.text()}{until}</small>
        </label>
    }
}

fn list_of(desk: &Desk, list: VolunteerList) -> impl IntoView + use<> {
    let VolunteerList { people, running } = list;
    let waiting = (!running.is_empty()).then(|| Sheet::StillRunning.with(&[("panels", running.join(", "))]));
    let count = Sheet::VolunteersCount.count(people as u32);
    view! {
        <section class="together">
            <h2>{Sheet::VolunteersTitle.text()}</h2>
            <p>{count}</p>
            {waiting.map(|waiting| view! { <p class="quiet" dir="auto">{waiting}</p> })}
            {(people > 0).then(|| view! {
                <form method="post" action=desk.action.clone()>
                    {desk.hidden("volunteers")}
                    <button type="submit">{Sheet::TakeTheList.text()}</button>
                </form>
            })}
        </section>
    }
}
