//! What somebody brought: what is saved, what is under way, and what was not taken.

use leptos::{
    ev::{MouseEvent, SubmitEvent},
    prelude::*,
};
use visioncast_model::{
    ActivityId, Answer, CommandId, HideReason, IdeaId,
    view::{OwnIdea, OwnKey, OwnValue},
};

use super::{domain::idea, session::Session};
use crate::{
    browser::{Connection, Entry, Fate},
    language::{Say, refusal},
    part::{Piece, any, nothing, on, part},
    paths,
};

/// One thing that somebody sent.
#[derive(Clone, PartialEq)]
enum Item {
    Sent(Entry),
    Saved(IdeaId, OwnIdea),
}

/// My input to one question; tracks what it is made of.
pub(super) fn of(session: Session, id: ActivityId) -> Piece {
    let items = items(session, &|activity| activity == Some(id));
    if items.is_empty() {
        return nothing();
    }
    any(view! {
        <section class="ideas mine">
            <h2>{Say::WhatYouBrought.text()}</h2>
            {list(session, items)}
        </section>
    })
}

/// All my input but what stands with its question already.
pub(super) fn fold(session: Session) -> impl IntoView {
    part(move || {
        let shown = session.shown.get();
        let items = items(session, &|activity| activity.is_none() || activity != shown);
        if items.is_empty() {
            return nothing();
        }
        any(view! {
            <details class="fold mine">
                <summary>{Say::MyInput.text()} <span class="count">{items.len().to_string()}</span></summary>
                {list(session, items)}
            </details>
        })
    })
}

/// Newest first: what is under way, then what is saved.
#[inline(never)]
fn items(session: Session, wanted: &dyn Fn(Option<ActivityId>) -> bool) -> Vec<Item> {
    session.own.with(|own| {
        let sent = session.outbox.with(|outbox| {
            let is_listed = |entry: &&Entry| match &entry.answer {
                Answer::AddIdea { activity, .. } => {
                    wanted(Some(*activity)) && !own.values.contains_key(&OwnKey::Idea(IdeaId(entry.id.0)))
                }
                _ => wanted(None) && !matches!(entry.fate, Fate::Waiting | Fate::Saved(_)),
            };
            outbox
                .entries()
                .iter()
                .rev()
                .filter(is_listed)
                .cloned()
                .map(Item::Sent)
                .collect::<Vec<_>>()
        });
        let mut saved: Vec<(IdeaId, &OwnIdea)> = Vec::new();
        for (key, value) in &own.values {
            if let (OwnKey::Idea(id), OwnValue::Idea(idea)) = (key, value)
                && wanted(Some(idea.activity))
            {
                let newer =
                    |(_, other): &(IdeaId, &OwnIdea)| (other.activity, other.place) > (idea.activity, idea.place);
                saved.insert(saved.partition_point(newer), (*id, idea));
            }
        }
        let saved = saved.into_iter().map(|(id, idea)| Item::Saved(id, idea.clone()));
        sent.into_iter().chain(saved).collect()
    })
}

fn list(session: Session, items: Vec<Item>) -> Piece {
    let line = |item| match item {
        Item::Sent(entry) => sent(session, entry),
        Item::Saved(id, idea) => saved(session, id, idea),
    };
    any(view! { <ul>{items.into_iter().map(line).collect::<Vec<_>>()}</ul> })
}

fn sent(session: Session, Entry { id, answer, fate, .. }: Entry) -> Piece {
    let (words, domain, mendable) = match answer {
        Answer::AddIdea { words, domain, .. } => (words, domain, true),
        Answer::Judge { .. } | Answer::Form(_) => (Say::AVote.owned(), None, false),
        Answer::Describe { .. } | Answer::SetQuotable { .. } | Answer::EraseIdea { .. } => {
            (Say::AChange.owned(), None, false)
        }
    };
    let (class, state, ways) = match (fate, session.connection.get()) {
        (Fate::Late(why) | Fate::Refused(why), _) => ("problem", refusal(&why), ways_out(session, id, mendable)),
        (_, Connection::Live) => ("", Say::Sending.owned(), nothing()),
        _ => ("", Say::KeptHere.owned(), nothing()),
    };
    any(view! {
        <li class=class>
            {idea(session, Some(words), domain)}
            <p class="note">{state}</p>
            {ways}
        </li>
    })
}

/// What can be done with something that was not taken.
fn ways_out(session: Session, id: CommandId, mendable: bool) -> Piece {
    let mend = on(move |_: MouseEvent| session.mend(id));
    let discard = on(move |_: MouseEvent| session.outbox.write().discard(id));
    any(view! {
        <p class="ways">
            <button type="button" class="button" hidden=!mendable on:click=mend>
                {Say::EditAgain.text()}
            </button>
            <button type="button" class="button quiet" hidden=false on:click=discard>
                {Say::Discard.text()}
            </button>
        </p>
    })
}

fn saved(session: Session, id: IdeaId, own: OwnIdea) -> Piece {
    let OwnIdea {
        words,
        domain,
        quotable,
        hidden,
        stands_with,
        ..
    } = own;
    let quoted = session.quotable(id, quotable);
    let erased = words.is_none();
    let change = on(move |event: SubmitEvent| {
        event.prevent_default();
        session.submit(Answer::SetQuotable {
            idea: id,
            quotable: !quoted,
        });
    });
    let state = match stands_with {
        Some(words) => Say::StandsWith.with(&[("words", words)]),
        None => hidden.map_or(Say::Saved, why_hidden).owned(),
    };
    let (quoting, value, verb) = if quoted {
        (Say::MayBeQuoted, "no", Say::DontQuote)
    } else {
        (Say::NotQuoted, "yes", Say::AllowQuoting)
    };
    any(view! {
        <li class="">
            {idea(session, words, domain)} <p class="note">{[&state, ". ", quoting.text()].concat()}</p>
            <form class="ways" method="post" action=paths::answer(&session.code()) hidden=erased on:submit=change>
                <input type="hidden" name="id" value=session.command.to_string() />
                <input type="hidden" name="kind" value="quotable" />
                <input type="hidden" name="idea" value=id.to_string() />
                <input type="hidden" name="quotable" value=value />
                <button class="button quiet">{verb.text()}</button>
            </form>
        </li>
    })
}

const fn why_hidden(reason: HideReason) -> Say {
    match reason {
        HideReason::Duplicate => Say::OffDuplicate,
        HideReason::OffTopic => Say::OffTopic,
        HideReason::Personal => Say::OffPersonal,
        HideReason::Hurtful => Say::OffHurtful,
        HideReason::ModeratedAtSource => Say::OffScreens,
        HideReason::Waiting => Say::WaitsForFacilitator,
    }
}
