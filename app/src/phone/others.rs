use leptos::{ev::MouseEvent, prelude::*};
use visioncast_model::{ActivityId, view::PhoneActivity};

use super::{
    room::{activity, panel},
    session::Session,
    stage::Stage,
};
use crate::{
    language::Say,
    part::{Piece, any, nothing, on},
};

/// What else is open or has results. Without WASM, each unfolds in its place.
pub(super) fn others(session: Session) -> Piece {
    let shown = session.shown.get();
    let found: Vec<(ActivityId, PhoneActivity)> = session.room.with(|room| {
        let begun = panel(room).map(|panel| panel.begun.as_slice()).unwrap_or_default();
        let other = |id: &ActivityId| {
            let other = activity(room, *id).filter(|other| other.open || other.revealed)?;
            (Some(*id) != shown).then(|| (*id, other.clone()))
        };
        begun.iter().filter_map(other).collect()
    });
    if found.is_empty() {
        return nothing();
    }
    let line = |(id, other): (ActivityId, PhoneActivity)| {
        let go = on(move |event: MouseEvent| {
            event.prevent_default();
            session.go(Some(id));
        });
        let open = session.takes(id);
        let inside = if open && !session.live.get() {
            Stage::of(session, Some(id)).view(session)
        } else {
            nothing()
        };
        any(view! {
            <li>
                <details>
                    <summary on:click=go>
                        <span class="state">{if open { Say::Open } else { Say::Results }.text()}</span>
                        <span>{other.question}</span>
                    </summary>
                    {inside}
                </details>
            </li>
        })
    };
    any(view! {
        <nav class="others" aria-label=Say::OtherQuestions.text()>
            <h2>{Say::AlsoHere.text()}</h2>
            <ul>{found.into_iter().map(line).collect::<Vec<_>>()}</ul>
        </nav>
    })
}
