use leptos::prelude::*;
use visioncast_model::{ActivityId, view::PhoneKind};

use super::{
    room::{activity, progress, question, revealed},
    session::Session,
};
use crate::{
    language::Say,
    part::{any, effect, part, text},
};

/// A question of more characters is set smaller: the answer belongs on the same screen.
const LONG: usize = 100;

/// The question, and above it where it stands.
pub(super) fn heading(session: Session, id: ActivityId) -> impl IntoView {
    let mut before = None;
    effect(move || {
        let left = minutes_left(session, id);
        if let Some(minutes @ (0 | 1 | 5)) = left.filter(|_| left != before) {
            session.announce(time(minutes));
        }
        before = left;
    });
    let question = move || session.room.with(|room| question(room, id));
    let long = if untrack(question).chars().count() > LONG {
        "long"
    } else {
        ""
    };
    view! {
        {part(move || {
            let revealed = session.room.with(|room| revealed(room, id));
            let (class, state) = match (session.takes(id), revealed) {
                (true, _) => ("state live", Say::OpenNow),
                (false, true) => ("state", Say::Results),
                (false, false) => ("state", Say::Closed),
            };
            let more = [minutes_left(session, id).map(time), answered(session, id)];
            any(
                view! {
                    <p class="now">
                        <span class=class>{state.text()}</span>
                        <span>{more.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
                    </p>
                },
            )
        })}
        <h1 tabindex="-1" class=long>
            {text(question)}
        </h1>
    }
}

/// Begun minutes until the time is over; none where no timer runs.
fn minutes_left(session: Session, id: ActivityId) -> Option<i64> {
    if !session.takes(id) {
        return None;
    }
    let deadline = session.room.with(|room| activity(room, id)?.deadline)?;
    // What takes a moment to come over the air begins no minute.
    Some((deadline.0 - session.now.get().0 + 59_000).max(0) / 60_000)
}

fn time(minutes: i64) -> String {
    match minutes {
        0 => Say::TimeIsUp.owned(),
        1 => Say::LastMinute.owned(),
        more => Say::MinutesLeft.count(more as u32),
    }
}

fn answered(session: Session, id: ActivityId) -> Option<String> {
    session.room.with(|room| {
        let votes = matches!(activity(room, id)?.kind, PhoneKind::Judgement);
        let said = if votes { Say::HaveVoted } else { Say::HaveAnswered };
        let answered = progress(room, id).answered;
        (answered > 0).then(|| said.count(answered))
    })
}
