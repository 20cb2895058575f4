//! Whether all is saved, said quietly; and what to do where something is wrong.

use leptos::{ev::MouseEvent, prelude::*};
use visioncast_model::view::OwnValue;

use super::{session::Session, stage::Stage};
use crate::{
    browser::{Connection, Outbox, reload},
    language::Say,
    page::Flash,
    part::{any, effect, nothing, on, part, text},
};

/// How many answers wait.
fn waiting(session: Session) -> usize {
    session.outbox.with(|outbox| outbox.waiting().count())
}

/// Whether anything of mine is with the server.
fn has_input(session: Session) -> bool {
    session.own.with(|own| {
        own.values.values().any(|value| match value {
            OwnValue::Idea(_) => true,
            OwnValue::Hand(hand) => hand.judged > 0,
            OwnValue::Me(_) => false,
        })
    })
}

/// One word in the corner.
pub(super) fn short(session: Session) -> impl IntoView {
    part(move || {
        let (class, text) = match (session.connection.get(), waiting(session)) {
            (Connection::Live, 0) if has_input(session) => ("saving well", Say::Saved),
            (Connection::Live | Connection::Connecting, 0) => ("saving none", Say::Saved),
            (Connection::Live | Connection::Connecting, _) => ("saving", Say::Sending),
            (Connection::Lost, _) => ("saving", Say::Offline),
            (Connection::NotAllowed | Connection::Outdated, _) => ("saving", Say::Stopped),
        };
        any(view! {
            <p class=class aria-hidden="true">
                {text.text()}
            </p>
        })
    })
}

/// What somebody should know, and what they can do about it.
pub(super) fn banner(session: Session) -> impl IntoView {
    part(move || {
        let Some((class, text)) = news(session) else {
            return nothing();
        };
        let stopped = matches!(session.connection.get(), Connection::NotAllowed | Connection::Outdated);
        let reload = on(move |_: MouseEvent| reload::now_at_once());
        any(view! {
            <div class=class>
                <p>{text}</p>
                <button type="button" class="button" hidden=!stopped on:click=reload>
                    {Say::Reload.text()}
                </button>
            </div>
        })
    })
}

fn news(session: Session) -> Option<(&'static str, String)> {
    let kept = waiting(session);
    let forgetful = kept > 0 && session.outbox.with(Outbox::is_forgetful);
    let text = match session.connection.get() {
        Connection::Lost => {
            let kept = match kept {
                0 => Say::WaitingNothingLost.owned(),
                kept => Say::WaitingKept.count(kept as u32),
            };
            if forgetful {
                [&kept, " ", Say::LeaveOpen.text()].concat()
            } else {
                kept
            }
        }
        Connection::NotAllowed => Say::NotInTheRoom.owned(),
        Connection::Outdated => Say::Outdated.owned(),
        Connection::Connecting | Connection::Live => {
            return match session.flash.get()? {
                Flash::Saved => Some(("banner", Say::SavedThanks.owned())),
                Flash::Refused {
                    why, words, activity, ..
                } => {
                    // Where words are written, it is said beside them.
                    let shown =
                        activity == session.shown.get() && matches!(Stage::of(session, activity), Stage::Write(_));
                    let text = if words.is_empty() {
                        why
                    } else {
                        [&why, "\n\n", &words].concat()
                    };
                    (!shown).then_some(("banner", text))
                }
            };
        }
    };
    Some(("banner late", text))
}

/// The same and more for those who listen; never faster than one can.
pub(super) fn spoken(session: Session) -> impl IntoView {
    let mut before = None;
    effect(move || {
        let now = (session.connection.get(), waiting(session));
        let text = match (before.replace(now), now) {
            (Some((Connection::Lost, _)), (Connection::Live, 0)) => Say::ConnectedAgain,
            (Some((_, 1..)), (Connection::Live, 0)) => Say::Saved,
            (Some((Connection::Live, _)), (Connection::Lost, _)) => Say::WaitingForNetwork,
            _ => return,
        };
        session.announce(text.owned());
    });
    view! { <p class="aside" role="status">{text(move || session.notice.get())}</p> }
}
