use leptos::prelude::*;
use visioncast_model::{ActivityId, view::PhoneKind};

use super::{
    room::{activity, progress},
    session::Session,
};

/// The question, and above it where it stands.
pub(super) fn heading(session: Session, id: ActivityId) -> impl IntoView {
    let question = move || {
        session.room.with(|room| activity(room, id).map(|activity| activity.question.clone()).unwrap_or_default())
    };
    let revealed = move || session.room.with(|room| activity(room, id).is_some_and(|activity| activity.revealed));
    let state = move || match (session.takes(id), revealed()) {
        (true, _) => "Open now",
        (false, true) => "Results",
        (false, false) => "Closed",
    };
    let left = Memo::new(move |_| minutes_left(session, id));
    Effect::new(move || {
        if let Some(minutes @ (0 | 1 | 5)) = left.get() {
            session.announce(time(minutes));
        }
    });
    view! {
        <p class="now">
            <span class="state" class:live=move || session.takes(id)>{state}</span>
            {move || left.get().map(|minutes| view! { <span>{time(minutes)}</span> })}
            {move || answered(session, id).map(|text| view! { <span>{text}</span> })}
        </p>
        <h1 tabindex="-1">{question}</h1>
    }
}

/// Begun minutes until the time is over; none where no timer runs.
fn minutes_left(session: Session, id: ActivityId) -> Option<i64> {
    if !session.takes(id) {
        return None;
    }
    let deadline = session.room.with(|room| activity(room, id)?.deadline)?;
    Some((deadline.0 - session.now.get().0 + 59_999).max(0) / 60_000)
}

fn time(minutes: i64) -> String {
    match minutes {
        0 => "Time is up".to_owned(),
        1 => "Less than a minute left".to_owned(),
        more => more.to_string() + " minutes left",
    }
}

fn answered(session: Session, id: ActivityId) -> Option<String> {
    session.room.with(|room| {
        let kind = &activity(room, id)?.kind;
        let one = matches!(kind, PhoneKind::Judgement);
        match progress(room, id).answered {
            0 => None,
            1 => Some(if one { "1 person has voted" } else { "1 person has answered" }.to_owned()),
            many => Some(many.to_string() + if one { " have voted" } else { " have answered" }),
        }
    })
}
