use leptos::prelude::*;
use visioncast_model::{ActivityId, Answer, Choice, view::DealtIdea};

use super::{
    heading::heading,
    results::results,
    room::{activity, progress},
    session::Session,
    write::domain_name,
};
use crate::paths;

/// Agree, disagree or pass, one idea after the other.
pub(super) fn vote(session: Session, id: ActivityId) -> impl IntoView {
    let again = RwSignal::new(None::<DealtIdea>);
    let last = RwSignal::new(None::<(DealtIdea, Choice)>);
    let hand = Memo::new(move |_| session.hand(id));
    let card = move || again.get().or_else(|| hand.get().0);
    let cast = move |choice: Choice| {
        if let Some(dealt) = untrack(card) {
            session.submit(Answer::Judge { activity: id, idea: dealt.idea, choice });
            again.set(None);
            last.set(Some((dealt, choice)));
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let choice = match event.key().as_str() {
            "1" => Choice::Agree,
            "2" => Choice::Disagree,
            "3" => Choice::Pass,
            _ => return,
        };
        cast(choice);
    };
    let open = move || session.takes(id);
    let revealed =
        Memo::new(move |_| session.room.with(|room| activity(room, id).is_some_and(|activity| activity.revealed)));
    view! {
        <article class="stage">
            {heading(session, id)} {move || revealed.get().then(|| results(session, id))}
            <section class="ballot" aria-label="Your vote" hidden=move || !open() on:keydown=keys>
                {move || revealed.get().then_some(view! { <p class="note">"You can still vote. It is counted as a later vote."</p> })}
                {move || match card() {
                    Some(dealt) => ballot(session, id, dealt, cast).into_any(),
                    None => seen_all(session, id).into_any(),
                }}
                <p class="note counted">
                    {move || counted(hand.get().1)}
                    {move || {
                        last.get()
                            .filter(|_| again.read().is_none())
                            .map(|(dealt, choice)| {
                                view! {
                                    <span>{said(choice)}</span>
                                    <button
                                        type="button"
                                        class="button quiet"
                                        on:click=move |_| again.set(Some(dealt.clone()))
                                    >
                                        "Change"
                                    </button>
                                }
                            })
                    }}
                </p>
            </section>
            {move || {
                (!open() && !revealed.get())
                    .then_some(
                        view! { <p class="note">"Voting is closed. What the room said appears here when it is shown."</p> },
                    )
            }}
        </article>
    }
}

/// An idea and what one can say to it.
fn ballot(
    session: Session,
    id: ActivityId,
    dealt: DealtIdea,
    cast: impl Fn(Choice) + Copy + 'static,
) -> impl IntoView {
    let button = move |choice: Choice, value: &'static str, label: &'static str, sign: &'static str| {
        view! {
            <button
                class=["button ", value].concat()
                name="choice"
                value=value
                on:click=move |event| {
                    event.prevent_default();
                    cast(choice);
                }
            >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d=sign />
                </svg>
                {label}
            </button>
        }
    };
    view! {
        <form method="post" action=paths::answer(&session.code())>
            <input type="hidden" name="id" value=session.command.to_string() />
            <input type="hidden" name="kind" value="judge" />
            <input type="hidden" name="activity" value=id.to_string() />
            <input type="hidden" name="idea" value=dealt.idea.to_string() />
            <blockquote class="card" aria-live="polite">
                <p class="words">{dealt.words}</p>
                {domain_name(session, dealt.domain)}
            </blockquote>
            <div class="choices">
                {button(Choice::Agree, "agree", "Agree", "M2 9l4 4 8-10")}
                {button(Choice::Disagree, "disagree", "Disagree", "M3 3l10 10M13 3L3 13")}
                {button(Choice::Pass, "pass", "Pass", "M2 8h12")}
            </div>
            <p class="note keys">"On a keyboard: 1, 2 and 3."</p>
        </form>
    }
}

fn seen_all(session: Session, id: ActivityId) -> impl IntoView {
    let none = move || session.room.with(|room| progress(room, id).ideas == 0);
    view! {
        <p class="seen">
            {move || {
                if none() {
                    "There is nothing to vote on yet. Ideas appear here."
                } else {
                    "You have seen everything so far. New ideas appear here."
                }
            }}
        </p>
    }
}

fn counted(votes: u32) -> String {
    match votes {
        0 => "Nobody sees who voted for what.".to_owned(),
        votes => ["You have voted on ", &votes.to_string(), "."].concat(),
    }
}

const fn said(choice: Choice) -> &'static str {
    match choice {
        Choice::Agree => " Last: agree. ",
        Choice::Disagree => " Last: disagree. ",
        Choice::Pass => " Last: pass. ",
    }
}
