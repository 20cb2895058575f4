use leptos::prelude::*;
use visioncast_model::{ActivityId, Face, Kind, Step};

use super::desk::Desk;
use crate::language::Live;

/// What is on screen and can be shown as words, and how it is shown.
fn faced(desk: Desk) -> Option<(ActivityId, Face)> {
    let focus = desk.focus()?;
    matches!(focus.plan.kind, Kind::Prompt(_) | Kind::Grouping(_)).then_some((focus.id, focus.face))
}

const fn other(face: Face) -> Face {
    match face {
        Face::Ideas => Face::Words,
        Face::Words => Face::Ideas,
    }
}

/// Shows the words of what came in on the projector, or the ideas again.
pub(super) fn turn(desk: Desk) {
    if let Some((activity, face)) = untrack(move || faced(desk)) {
        let face = other(face);
        desk.take(Step::ChooseFace { activity, face });
    }
}

/// What the projector shows of the ideas, for one to choose.
pub(super) fn face(desk: Desk) -> impl IntoView {
    let face = Memo::new(move |_| faced(desk).map(|(_, face)| face));
    move || {
        let face = face.get()?;
        let words = match face {
            Face::Ideas => Live::ShowWords,
            Face::Words => Live::ShowIdeas,
        };
        Some(view! {
            <button type="button" on:click=move |_| turn(desk)>{words.text()}" "<kbd>"L"</kbd></button>
        })
    }
}
