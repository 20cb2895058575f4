use std::time::Duration;

use leptos::prelude::*;
use visioncast_model::Activity;

use super::{desk::Desk, now};
use crate::browser::Connection;

/// How often at most it is said how many have answered.
const REST: Duration = Duration::from_secs(20);

/// What somebody who does not see the console should hear: at once what was done, and now and then how many have
/// answered.
pub(super) fn heard(desk: Desk) -> impl IntoView {
    let stands = Memo::new(move |_| match desk.connection.get() {
        Connection::Connecting => String::new(),
        Connection::Live => standing(desk),
        Connection::Lost => "No connection, trying again.".to_owned(),
        Connection::NotAllowed => "You are signed out.".to_owned(),
        Connection::Outdated => "Please reload this page.".to_owned(),
    });
    let counts = Memo::new(move |_| {
        let focus = desk.focus()?;
        let answered = desk.progress(focus.id).answered;
        focus
            .is_open()
            .then(|| format!("{answered} of {} have answered.", desk.people.get().max(answered)))
    });
    let said = RwSignal::new(String::new());
    let resting = RwSignal::new(false);
    Effect::new(move |before: Option<String>| {
        let stands = stands.get();
        if before.is_some_and(|before| before != stands) {
            said.set(stands.clone());
        }
        stands
    });
    Effect::new(move |before: Option<Option<String>>| {
        if resting.get() {
            return before.flatten();
        }
        let counts = counts.get();
        if let (Some(before), Some(counts)) = (before, &counts)
            && before.as_ref() != Some(counts)
        {
            resting.set(true);
            set_timeout(move || resting.set(false), REST);
            said.set(counts.clone());
        }
        counts
    });
    view! { <p class="aside" role="status">{said}</p> }
}

fn standing(desk: Desk) -> String {
    let focus = desk.focus();
    let state = now::state(focus.as_ref(), desk.has_ended());
    let question = focus.as_ref().map(|item: &Activity| item.plan.question.as_str());
    match question {
        Some(question) => format!("{state}: {question}"),
        None => format!("{state}."),
    }
}
