use leptos::prelude::*;
use visioncast_model::{
    ActivityId,
    view::PhoneKind,
};

use super::{
    room::{activity, panel},
    session::Session,
    vote::vote,
    write::write,
};

/// What the screen is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Waiting { begun: bool },
    Write(ActivityId),
    Vote(ActivityId),
    Ended,
}

impl Stage {
    fn of(session: Session, shown: Option<ActivityId>) -> Self {
        session.room.with(|room| match shown.and_then(|id| Some((id, &activity(room, id)?.kind))) {
            Some((id, PhoneKind::Prompt { .. })) => Self::Write(id),
            Some((id, PhoneKind::Judgement)) => Self::Vote(id),
            None if session.has_ended() => Self::Ended,
            None => Self::Waiting { begun: panel(room).is_some_and(|panel| !panel.begun.is_empty()) },
        })
    }

    fn view(self, session: Session) -> AnyView {
        match self {
            Self::Write(id) => write(session, id).into_any(),
            Self::Vote(id) => vote(session, id).into_any(),
            Self::Waiting { begun } => {
                let (title, text) = if begun {
                    ("The next question comes soon", "It appears here by itself. What you sent is safe.")
                } else {
                    ("You are in", "The first question appears here by itself.")
                };
                pause(title, text).into_any()
            }
            Self::Ended => pause(
                "Thank you",
                "The panel has ended. What you wrote stays below, and goes into the report without your name.",
            )
            .into_any(),
        }
    }
}

fn pause(title: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <div class="pause">
            <h1 tabindex="-1">{title}</h1>
            <p>{text}</p>
        </div>
    }
}

/// One thing at a time, and how to get to the others.
pub(super) fn stage(session: Session) -> impl IntoView {
    let now = Memo::new(move |_| Stage::of(session, session.shown.get()));
    view! {
        {moved_on(session)}
        {move || now.get().view(session)}
        {others(session)}
    }
}

/// The room is elsewhere.
fn moved_on(session: Session) -> impl IntoView {
    let away = move || session.shown.get() != session.place.get();
    let text = move || {
        if session.is_typing() {
            "The room has moved on. Finish here, or come along: what you typed stays."
        } else {
            "The room is at another question."
        }
    };
    move || {
        away().then(|| {
            view! {
                <div class="moved-on" role="status">
                    <p>{text}</p>
                    <button type="button" class="button" on:click=move |_| session.go(session.place.get_untracked())>
                        "Come along"
                    </button>
                </div>
            }
        })
    }
}

/// What else is open or has results. Without WASM, each unfolds in its place.
fn others(session: Session) -> impl IntoView {
    let list = Memo::new(move |_| {
        let shown = session.shown.get();
        session.room.with(|room| {
            let begun = panel(room).map(|panel| panel.begun.as_slice()).unwrap_or_default();
            let other = |id: &&ActivityId| {
                Some(**id) != shown && activity(room, **id).is_some_and(|other| other.open || other.revealed)
            };
            begun.iter().filter(other).copied().collect::<Vec<_>>()
        })
    });
    let line = move |id: ActivityId| {
        let question = move || {
            session.room.with(|room| activity(room, id).map(|activity| activity.question.clone()).unwrap_or_default())
        };
        let state = move || if session.takes(id) { "Open" } else { "Results" };
        let go = move |event: web_sys::MouseEvent| {
            event.prevent_default();
            session.go(Some(id));
        };
        let inside = move || {
            let kept = !session.live.get() && session.takes(id);
            kept.then(|| Stage::of(session, Some(id)).view(session))
        };
        view! {
            <li>
                <details>
                    <summary on:click=go>
                        <span class="state">{state}</span>
                        {question}
                    </summary>
                    {inside}
                </details>
            </li>
        }
    };
    move || {
        let ids = list.get();
        (!ids.is_empty()).then(|| {
            view! {
                <nav class="others" aria-label="Other questions">
                    <h2>"Also here"</h2>
                    <ul>{ids.into_iter().map(line).collect_view()}</ul>
                </nav>
            }
        })
    }
}
