use leptos::prelude::*;
use visioncast_model::Ruling;

use crate::{
    language::Sheet,
    page::{BoardWords, Brought},
};

/// What becomes of a recommendation, in a word.
pub(super) fn ruling_name(ruling: Option<Ruling>) -> Sheet {
    match ruling {
        Some(Ruling::Adopted) => Sheet::RulingAdopted,
        Some(Ruling::Deferred) => Sheet::RulingDeferred,
        Some(Ruling::Rejected) => Sheet::RulingRejected,
        None => Sheet::RulingOpen,
    }
}

/// Decision, owner and horizon.
pub(super) fn standing(
    ruling: Option<Ruling>,
    owner: Option<String>,
    horizon: Option<String>,
) -> impl IntoView + use<> {
    let class = match ruling {
        Some(ruling) => format!("ruling ruling-{}", ruling.name()),
        None => "ruling".to_owned(),
    };
    view! {
        <p class="standing">
            <span class=class>{ruling_name(ruling).text()}</span>
            {owner.map(|owner| view! { <span dir="auto">{Sheet::OwnerIs.with(&[("owner", owner)])}</span> })}
            {horizon.map(|horizon| view! { <span dir="auto">{Sheet::HorizonIs.with(&[("horizon", horizon)])}</span> })}
        </p>
    }
}

/// All that somebody of the board said at a time.
pub(super) fn board_words(words: BoardWords) -> impl IntoView {
    let BoardWords {
        day,
        speaker,
        edition,
        ruling,
        owner,
        horizon,
        comment,
        written,
        ..
    } = words;
    let who = speaker.unwrap_or_else(|| Sheet::SomebodyOfTheBoard.owned());
    let said = Sheet::SaidOnEdition.with(&[("who", who), ("day", day), ("number", edition.to_string())]);
    let erased = ruling.is_none() && !written;
    view! {
        {standing(ruling, owner, horizon)}
        {comment.map(|comment| view! { <blockquote class="words" dir="auto">{comment}</blockquote> })}
        {erased.then(|| view! { <p class="words erased">{Sheet::BoardWordsErased.text()}</p> })}
        <p class="quiet" dir="auto">{said}</p>
    }
}

/// What was said before, folded.
pub(super) fn history(before: Vec<BoardWords>) -> Option<impl IntoView> {
    let count = before.len();
    let rows: Vec<_> = before
        .into_iter()
        .map(|words| view! { <li>{board_words(words)}</li> })
        .collect();
    (count > 0).then(|| {
        view! {
            <details class="fold">
                <summary>{Sheet::SaidBefore.with(&[("count", count)])}</summary>
                <ol class="said-before">{rows}</ol>
            </details>
        }
    })
}

/// What a board decided on, and what.
pub(super) fn decided(brought: Brought) -> impl IntoView {
    let erased = brought.what.is_none();
    let what = brought.what.unwrap_or_else(|| Sheet::BoardWordsErased.owned());
    view! {
        <p class="words" class:erased=erased dir="auto">{what}</p>
        {standing(Some(brought.ruling), brought.owner, brought.horizon)}
    }
}

/// What boards decided at earlier panels.
pub(super) fn brought_list(brought: Vec<Brought>) -> Option<impl IntoView> {
    let some = !brought.is_empty();
    let rows: Vec<_> = brought
        .into_iter()
        .map(|brought| {
            let title = brought.title.clone();
            view! {
                <li class="review">
                    {decided(brought)}
                    <p class="quiet" dir="auto">{title}</p>
                </li>
            }
        })
        .collect();
    some.then(|| {
        view! {
            <section aria-labelledby="earlier-title">
                <h2 id="earlier-title">{Sheet::DecidedEarlier.text()}</h2>
                <ul class="reviews">{rows}</ul>
            </section>
        }
    })
}
