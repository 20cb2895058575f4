use leptos::{ev::MouseEvent, prelude::*};
use visioncast_model::ActivityId;

use super::{
    room::{activity, at_own_pace, panel, question},
    session::Session,
};
use crate::{
    language::Say,
    part::{Piece, any, nothing, on},
    paths,
};

/// What else is open or has results.
pub(super) fn others(session: Session) -> Piece {
    let shown = session.shown.get();
    let found: Vec<(ActivityId, String)> = session.room.with(|room| {
        let begun = panel(room).map(|panel| panel.begun.as_slice()).unwrap_or_default();
        let other = |id: &ActivityId| {
            activity(room, *id).filter(|other| other.open || other.revealed)?;
            (Some(*id) != shown).then(|| (*id, question(room, *id)))
        };
        begun.iter().filter_map(other).collect()
    });
    if found.is_empty() {
        return nothing();
    }
    // Where all is open, there is a way to the next already.
    let led = !session.room.with(at_own_pace);
    let line = |(id, question): (ActivityId, String)| {
        let state = if session.takes(id) { Say::Open } else { Say::Results };
        any(view! {
            <li>
                <span class="state">{state.text()}</span>
                {way(session, Some(id), "button quiet", question)}
            </li>
        })
    };
    any(view! {
        <nav class="others" aria-label=Say::OtherQuestions.text()>
            <details open=led>
                <summary>{Say::AlsoHere.text()}</summary>
                <ul>{found.into_iter().map(line).collect::<Vec<_>>()}</ul>
            </details>
        </nav>
    })
}

/// A way to an activity, or to where the room is.
pub(super) fn way(session: Session, to: Option<ActivityId>, class: &'static str, label: impl Into<String>) -> Piece {
    let address = match to {
        Some(id) => paths::at(&session.code(), &id.to_string()),
        None => paths::panel(&session.code()),
    };
    let go = on(move |event: MouseEvent| {
        event.prevent_default();
        session.go(to);
    });
    let label: String = label.into();
    any(view! {
        <a class=class href=address on:click=go>
            {label}
        </a>
    })
}

/// Where everybody goes at their own pace: how far one is, and the next question.
pub(super) fn pace(session: Session) -> Piece {
    let shown = session.shown.get();
    let (place, all) = session.room.with(|room| {
        let begun = panel(room).filter(|_| at_own_pace(room));
        let begun = begun.map(|panel| panel.begun.as_slice()).unwrap_or_default();
        (begun.iter().position(|id| Some(*id) == shown), begun.to_vec())
    });
    let Some(place) = place else { return nothing() };
    let step = |to: Option<&ActivityId>, class, label: Say| match to {
        Some(to) => way(session, Some(*to), class, label.text()),
        None => any(view! { <span></span> }),
    };
    let count = all.len();
    let place_of = Say::PlaceOf.with(&[("place", place + 1), ("all", count)]);
    any(view! {
        <nav class="pace" aria-label=Say::OtherQuestions.text()>
            {step(place.checked_sub(1).and_then(|before| all.get(before)), "button", Say::Back)}
            <p>{place_of}</p>
            {step(all.get(place + 1), "button primary", Say::Next)}
        </nav>
    })
}
