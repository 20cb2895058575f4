use leptos::prelude::*;

use super::initiative::{Desk, counted};
use crate::page::{KeepingPage, VolunteerList};

/// What is kept of people, as the form and the page call it.
const KEPT: [(&str, &str, &str); 3] = [
    ("contacts", "Volunteers’ contacts", "The list goes, all of it."),
    (
        "words",
        "What people wrote",
        "The words go for ever; votes, numbers and domains stay and count.",
    ),
    (
        "seats",
        "Which phone is whose",
        "Own links and phones no longer show anybody their input.",
    ),
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
        <h1>"What is kept, and for how long"</h1>
        <form method="post" action=desk.action.clone() class="fields">
            {desk.hidden("keep")}
            <p>"Days after the last event of this initiative: the last time that somebody joined, brought something or was shown a result. Where no number stands, it is kept until somebody erases it."</p>
            {rows}
            {is_owner.then(|| view! { <button type="submit" class="primary">"Save"</button> })}
        </form>
        {volunteers.map(|list| list_of(desk, list))}
        <section class="together">
            <h2>"The whole to take away"</h2>
            <p>
                "One open file with the framework, every panel with its log and words, the board and the wins. "
                "It restores into an empty server with " <code>"visioncast initiative restore"</code> ". "
                "Passwords, sessions, phones and own links are not in it. It holds every vote with the id of its person: keep it as you keep ballots."
            </p>
            <form method="post" action=desk.action.clone() class="fields">
                {desk.hidden("archive")}
                {sees.then(|| view! {
                    <label class="check">
                        <input type="checkbox" name="contacts" value="yes" />
                        <span>"With the volunteers’ contacts"<small>"Only where they go where the file goes."</small></span>
                    </label>
                })}
                <button type="submit">"Take the archive"</button>
            </form>
        </section>
    }
}

fn row(
    (name, label, meaning): (&'static str, &'static str, &'static str),
    (days, until): (String, Option<String>),
    is_owner: bool,
) -> impl IntoView {
    let until = until.map(|until| format!(" As things stand, on {until}."));
    view! {
        <label class="labelled">
            <span>{label}</span>
            <input class="number" type="number" name=name value=days min="1" max="3650" readonly=!is_owner />
            <small>{meaning}{until}</small>
        </label>
    }
}

fn list_of(desk: &Desk, list: VolunteerList) -> impl IntoView + use<> {
    let VolunteerList { people, running } = list;
    let waiting = (!running.is_empty()).then(|| {
        format!(
            "Still running: {}. Who signs up there is told once the panel has ended, so that nobody can be matched with what they just voted.",
            running.join(", ")
        )
    });
    let count = counted(people as u32, "volunteer", "volunteers");
    view! {
        <section class="together">
            <h2>"Volunteers"</h2>
            <p>{format!("{count} in the events that have ended. Each time the list is taken out is noted under People.")}</p>
            {waiting.map(|waiting| view! { <p class="quiet" dir="auto">{waiting}</p> })}
            {(people > 0).then(|| view! {
                <form method="post" action=desk.action.clone()>
                    {desk.hidden("volunteers")}
                    <button type="submit">"Take the list (CSV)"</button>
                </form>
            })}
        </section>
    }
}
