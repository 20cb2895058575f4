use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
};
use visioncast_model::{ActivityId, Answer, Choice, view::DealtIdea};

use super::{domain::idea, fill::forms, heading::heading, room::progress, session::Session};
use crate::{
    language::Say,
    part::{Piece, any, flag, nothing, on, part},
    paths,
};

/// Agree, disagree or pass, one idea after the other.
pub(super) fn vote(session: Session, id: ActivityId, revealed: bool) -> impl IntoView {
    let changing = RwSignal::new(false);
    let last = RwSignal::new(None::<(DealtIdea, Choice)>);
    let hand = move || {
        let (next, judged) = session.hand(id);
        let again = last.get().filter(|_| changing.get()).map(|(dealt, _)| dealt);
        (again.or(next), judged)
    };
    let cast = move |choice: Choice| {
        if let Some(dealt) = untrack(hand).0 {
            session.submit(Answer::Judge {
                activity: id,
                idea: dealt.idea,
                choice,
            });
            changing.set(false);
            last.set(Some((dealt, choice)));
        }
    };
    let keys = move |event: KeyboardEvent| {
        cast(match event.key().as_str() {
            "1" => Choice::Agree,
            "2" => Choice::Disagree,
            "3" => Choice::Pass,
            _ => return,
        });
    };
    let open = move || session.takes(id);
    let closed = move || {
        if revealed || open() {
            return nothing();
        }
        any(view! { <p class="note">{Say::VotingClosed.text()}</p> })
    };
    let card = move || match hand().0 {
        Some(dealt) => ballot(session, id, dealt, cast),
        None => seen_all(session, id),
    };
    let so_far = move || {
        let mut text = counted(hand().1);
        if let Some((_, choice)) = &*last.read() {
            text = [&text, " ", said(*choice).text()].concat();
        }
        let change = on(move |_: MouseEvent| changing.set(true));
        let none = changing.get() || last.read().is_none();
        any(view! {
            <p class="note counted">
                {text} <button type="button" class="button quiet" hidden=none on:click=change>
                    {Say::Change.text()}
                </button>
            </p>
        })
    };
    view! {
        <article class="stage">
            {heading(session, id)} {part(closed)} {revealed.then(|| forms(session, id))}
            <section class="ballot" aria-label=Say::YourVote.text() hidden=flag(move || !open()) on:keydown=on(keys)>
                <p class="note" hidden=!revealed>
                    {Say::LaterVote.text()}
                </p>
                {part(card)}
                {part(so_far)}
            </section>
        </article>
    }
}

/// An idea and what one can say to it.
fn ballot(session: Session, id: ActivityId, dealt: DealtIdea, cast: impl Fn(Choice) + Copy + 'static) -> Piece {
    let button = move |choice: Choice, value: &'static str, label: Say, sign: &'static str| {
        any(view! {
            <button
                class=["button ", value].concat()
                name="choice"
                value=value
                on:click=on(move |event: MouseEvent| {
                    event.prevent_default();
                    cast(choice);
                })
            >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d=sign />
                </svg>
                {label.text()}
            </button>
        })
    };
    any(view! {
        <form method="post" action=paths::answer(&session.code())>
            <input type="hidden" name="id" value=session.command.to_string() />
            <input type="hidden" name="kind" value="judge" />
            <input type="hidden" name="activity" value=id.to_string() />
            <input type="hidden" name="idea" value=dealt.idea.to_string() />
            <blockquote class="card" aria-live="polite">
                {idea(session, dealt.words, dealt.domain)}
            </blockquote>
            <div class="choices">
                {button(Choice::Agree, "agree", Say::Agree, "M2 9l4 4 8-10")}
                {button(Choice::Disagree, "disagree", Say::Disagree, "M3 3l10 10M13 3L3 13")}
                {button(Choice::Pass, "pass", Say::Pass, "M2 8h12")}
            </div>
            <p class="note keys">{Say::VoteKeys.text()}</p>
        </form>
    })
}

fn seen_all(session: Session, id: ActivityId) -> Piece {
    let none = session.room.with(|room| progress(room, id).ideas == 0);
    let text = if none { Say::NothingToVote } else { Say::SeenAll };
    any(view! { <p class="seen">{text.text()}</p> })
}

fn counted(votes: u32) -> String {
    match votes {
        0 => Say::NobodySees.owned(),
        votes => Say::VotedOn.count(votes),
    }
}

const fn said(last: Choice) -> Say {
    match last {
        Choice::Agree => Say::LastAgree,
        Choice::Disagree => Say::LastDisagree,
        Choice::Pass => Say::LastPass,
    }
}
