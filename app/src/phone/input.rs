//! What somebody brought: what is saved, what is under way, and what was not taken.

use leptos::prelude::*;
use visioncast_model::{
    ActivityId, Answer, CommandId, DomainId, HideReason, IdeaId,
    view::{OwnIdea, OwnKey, OwnValue},
};

use super::{session::Session, write::domain_name};
use crate::{
    browser::{Connection, Entry, Fate},
    paths,
};

/// One thing that somebody sent.
#[derive(Clone, PartialEq)]
enum Item {
    Sent(Entry),
    Saved(IdeaId, OwnIdea),
}

/// My input to one question.
pub(super) fn of(session: Session, id: ActivityId) -> impl IntoView {
    let items = Memo::new(move |_| items(session, |activity| activity == Some(id)));
    move || {
        let items = items.get();
        (!items.is_empty()).then(|| {
            view! {
                <section class="ideas mine">
                    <h2>"What you brought"</h2>
                    {list(session, items)}
                </section>
            }
        })
    }
}

/// All my input but what stands with its question already.
pub(super) fn fold(session: Session) -> impl IntoView {
    let items = Memo::new(move |_| {
        let shown = session.shown.get();
        items(session, |activity| activity.is_none() || activity != shown)
    });
    move || {
        let items = items.get();
        (!items.is_empty()).then(|| {
            view! {
                <details class="fold mine">
                    <summary>"My input" <span class="count">{items.len()}</span></summary>
                    {list(session, items)}
                </details>
            }
        })
    }
}

/// Newest first: what is under way, then what is saved.
fn items(session: Session, wanted: impl Fn(Option<ActivityId>) -> bool) -> Vec<Item> {
    session.own.with(|own| {
        let sent = session.outbox.with(|outbox| {
            let is_listed = |entry: &&Entry| match &entry.answer {
                Answer::AddIdea { activity, .. } => {
                    wanted(Some(*activity)) && !own.values.contains_key(&OwnKey::Idea(IdeaId(entry.id.0)))
                }
                _ => wanted(None) && !matches!(entry.fate, Fate::Waiting | Fate::Saved(_)),
            };
            outbox.entries().iter().rev().filter(is_listed).cloned().map(Item::Sent).collect::<Vec<_>>()
        });
        let mut saved: Vec<(IdeaId, &OwnIdea)> = own
            .values
            .iter()
            .filter_map(|(key, value)| match (key, value) {
                (OwnKey::Idea(id), OwnValue::Idea(idea)) if wanted(Some(idea.activity)) => Some((*id, idea)),
                _ => None,
            })
            .collect();
        saved.sort_by(|(_, one), (_, other)| (other.activity, other.place).cmp(&(one.activity, one.place)));
        let saved = saved.into_iter().map(|(id, idea)| Item::Saved(id, idea.clone()));
        sent.into_iter().chain(saved).collect()
    })
}

fn list(session: Session, items: Vec<Item>) -> impl IntoView {
    let line = |item| match item {
        Item::Sent(entry) => sent(session, entry).into_any(),
        Item::Saved(id, idea) => saved(session, id, idea).into_any(),
    };
    view! { <ul>{items.into_iter().map(line).collect_view()}</ul> }
}

fn sent(session: Session, Entry { id, answer, fate, .. }: Entry) -> impl IntoView {
    let (words, domain, mendable) = match answer {
        Answer::AddIdea { words, domain, .. } => (Some(words), domain, true),
        Answer::Judge { .. } => (Some("A vote of yours".to_owned()), None, false),
        Answer::Describe { .. } | Answer::SetQuotable { .. } => (Some("A change of yours".to_owned()), None, false),
    };
    let (why, over) = match fate {
        Fate::Waiting | Fate::Saved(_) => (String::new(), false),
        Fate::Late(why) | Fate::Refused(why) => (why.to_string(), true),
    };
    let state = move || match (over, session.connection.get()) {
        (true, _) => why.clone(),
        (false, Connection::Live) => "Sending".to_owned(),
        (false, _) => "Waiting for the network, kept on this phone".to_owned(),
    };
    view! {
        <li class:problem=over>
            {idea_words(session, words, domain)}
            <p class="note">{state}</p>
            {over.then(|| ways_out(session, id, mendable))}
        </li>
    }
}

/// What can be done with something that was not taken.
fn ways_out(session: Session, id: CommandId, mendable: bool) -> impl IntoView {
    view! {
        <p class="ways">
            {mendable
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| session.mend(id)>
                            "Edit again"
                        </button>
                    }
                })}
            <button type="button" class="button quiet" on:click=move |_| session.outbox.write().discard(id)>
                "Discard"
            </button>
        </p>
    }
}

fn saved(session: Session, id: IdeaId, idea: OwnIdea) -> impl IntoView {
    let OwnIdea { words, domain, quotable, hidden, .. } = idea;
    let quoted = session.quotable(id, quotable);
    let erased = words.is_none();
    let change = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        session.submit(Answer::SetQuotable { idea: id, quotable: !quoted });
    };
    view! {
        <li>
            {idea_words(session, words, domain)}
            <p class="note">
                {hidden.map_or("Saved", why_hidden)}
                {if quoted { ". The report may quote it." } else { ". It is not quoted." }}
            </p>
            {(!erased)
                .then(|| {
                    view! {
                        <form class="ways" method="post" action=paths::answer(&session.code()) on:submit=change>
                            <input type="hidden" name="id" value=session.command.to_string() />
                            <input type="hidden" name="kind" value="quotable" />
                            <input type="hidden" name="idea" value=id.to_string() />
                            <input type="hidden" name="quotable" value=if quoted { "no" } else { "yes" } />
                            <button class="button quiet">
                                {if quoted { "Don’t quote it" } else { "Allow quoting" }}
                            </button>
                        </form>
                    }
                })}
        </li>
    }
}

fn idea_words(session: Session, words: Option<String>, domain: Option<DomainId>) -> impl IntoView {
    view! {
        <p class="words">{words.unwrap_or_else(|| "(These words were erased.)".to_owned())}</p>
        {domain_name(session, domain)}
    }
}

const fn why_hidden(reason: HideReason) -> &'static str {
    match reason {
        HideReason::Duplicate => "Saved, and off the screens: another idea says the same",
        HideReason::OffTopic => "Saved, and off the screens: it answers another question",
        HideReason::Personal => "Saved, and off the screens: it may point at a person",
        HideReason::Hurtful => "Saved, and off the screens: it may hurt somebody",
        HideReason::ModeratedAtSource => "Saved, and off the screens",
    }
}
