use leptos::prelude::*;
use visioncast_model::{ActivityId, view::PhoneKind};

use super::{
    fill::forms,
    heading::heading,
    input,
    others::{others, pace, way},
    room::{activity, at_own_pace, panel, revealed},
    session::Session,
    vote::vote,
    write::write,
};
use crate::{
    language::Say,
    part::{Piece, any, memo, nothing, part},
};

/// What the screen is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Waiting { begun: bool },
    Write(ActivityId),
    Vote(ActivityId, bool),
    Fill(ActivityId),
    Ended,
}

impl Stage {
    /// Tracks the room.
    pub(super) fn of(session: Session, shown: Option<ActivityId>) -> Self {
        session.room.with(
            |room| match shown.and_then(|id| Some((id, &activity(room, id)?.kind))) {
                Some((id, PhoneKind::Prompt { .. })) => Self::Write(id),
                Some((id, PhoneKind::Judgement)) => Self::Vote(id, revealed(room, id)),
                Some((id, PhoneKind::Form)) => Self::Fill(id),
                None if session.has_ended() => Self::Ended,
                None => Self::Waiting {
                    begun: panel(room).is_some_and(|panel| !panel.begun.is_empty()),
                },
            },
        )
    }

    pub(super) fn view(self, session: Session) -> Piece {
        match self {
            Self::Write(id) => any(write(session, id)),
            Self::Vote(id, revealed) => any(vote(session, id, revealed)),
            Self::Fill(id) => any(view! {
                <article class="stage">
                    {heading(session, id)} {forms(session, id)} {part(move || input::of(session, id))}
                </article>
            }),
            Self::Waiting { begun: true } => pause(Say::NextComes, Say::NextComesText),
            Self::Waiting { begun: false } => pause(Say::YouAreIn, Say::FirstComes),
            Self::Ended => pause(Say::ThankYou, Say::PanelHasEnded),
        }
    }
}

fn pause(title: Say, text: Say) -> Piece {
    any(view! {
        <div class="pause">
            <h1 tabindex="-1">{title.text()}</h1>
            <p>{text.text()}</p>
        </div>
    })
}

/// One thing at a time, and how to get to the others.
pub(super) fn stage(session: Session) -> impl IntoView {
    let now = memo(move || Stage::of(session, session.shown.get()));
    view! {
        {part(move || moved_on(session))}
        {part(move || now.get().view(session))}
        {part(move || pace(session))}
        {part(move || others(session))}
    }
}

/// The room is elsewhere.
fn moved_on(session: Session) -> Piece {
    if session.shown.get() == session.place.get() || session.room.with(at_own_pace) {
        return nothing();
    }
    let open = session.shown.get().is_some_and(|shown| session.takes(shown));
    let text = match (session.is_typing(), open) {
        (true, true) => Say::MovedOnTyping,
        (true, false) => Say::MovedOnClosed,
        (false, _) => Say::MovedOn,
    };
    any(view! {
        <div class="moved-on" role="status">
            <p>{text.text()}</p>
            {way(session, session.place.get(), "button", Say::ComeAlong.text())}
        </div>
    })
}
