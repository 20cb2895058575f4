use std::time::Duration;

use leptos::prelude::*;
use visioncast_model::{Activity, ActivityId};

use super::{desk::Desk, now};
use crate::{browser::Connection, language::Live};

/// How often at most it is said how many have answered.
const REST: Duration = Duration::from_secs(20);

/// What somebody who does not see the console should hear: at once what was done, and now and then how many have
/// answered.
pub(super) fn heard(desk: Desk) -> impl IntoView {
    let stands = Memo::new(move |_| match desk.connection.get() {
        Connection::Connecting => String::new(),
        Connection::Live => standing(desk),
        Connection::Lost => Live::HeardNoConnection.owned(),
        Connection::NotAllowed => Live::HeardSignedOut.owned(),
        Connection::Outdated => Live::PleaseReload.owned(),
    });
    let counts = Memo::new(move |_| {
        let focus = desk.focus().filter(Activity::is_open)?;
        Some((focus.id, desk.progress(focus.id).answered))
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
    Effect::new(move |last: Option<Option<(ActivityId, u32)>>| {
        let last = last.flatten();
        if resting.get() {
            return last;
        }
        let (activity, answered) = counts.get()?;
        if last.is_some_and(|(known, before)| known == activity && before != answered) {
            resting.set(true);
            set_timeout(move || resting.set(false), REST);
            let people = desk.people.get_untracked().max(answered);
            said.set(Live::HeardAnswered.with(&[("answered", answered), ("people", people)]));
        }
        Some((activity, answered))
    });
    view! { <p class="aside" role="status">{said}</p> }
}

fn standing(desk: Desk) -> String {
    let focus = desk.focus();
    let state = now::state(focus.as_ref(), desk.has_ended());
    let question = focus.as_ref().map(|item| item.plan.question.as_str());
    match question {
        Some(question) => format!("{state}: {question}"),
        None => format!("{state}."),
    }
}
