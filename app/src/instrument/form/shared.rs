//! What is given to a whole list: dots, and places. Each thing has its own small form; what is given to one is taken from
//! what is left for the others.

use leptos::prelude::*;
use visioncast_model::Scale;

use super::{SurveyPart, survey::name};
use crate::language::Word;

/// How many dots are left; it stays in sight.
pub(super) fn left(part: &SurveyPart) -> Option<AnyView> {
    let Scale::Dots { budget, .. } = part.scale else {
        return None;
    };
    let left = part.left?;
    Some(
        view! {
            <p class="left" role="status">
                {Word::DotsLeft.with(&[("budget", budget)])} " " <strong id="left">{left.to_string()}</strong>
            </p>
        }
        .into_any(),
    )
}

/// One dot fewer, how many there are, one more.
pub(super) fn dots(part: &SurveyPart, given: u8, cap: u8, name: &str, label: &str) -> AnyView {
    let (none, full) = (given == 0, given >= cap || part.left == Some(0));
    view! {
        <div class="dots" role="group" aria-label=label.to_owned() data-cap=cap.to_string()>
            <button
                class="button"
                id=[name, "-fewer"].concat()
                name="mark"
                value=given.saturating_sub(1).to_string()
                disabled=none
                aria-label=Word::OneFewer.text()
            >
                "−"
            </button>
            <output>{given.to_string()}</output>
            <button
                class="button"
                id=[name, "-more"].concat()
                name="mark"
                value=given.saturating_add(1).to_string()
                disabled=full
                aria-label=Word::OneMore.text()
            >
                "+"
            </button>
        </div>
    }
    .into_any()
}

/// A button for each place, and one for none.
pub(super) fn place(given: u8, most: u8, name: &str, label: &str) -> AnyView {
    let button = |place: u8| {
        let text = match place {
            0 => Word::NoPlace.owned(),
            place => ordinal(place),
        };
        let pressed = if place == given { "true" } else { "false" };
        view! {
            <button
                class="button"
                id=format!("{name}-{place}")
                name="mark"
                value=place.to_string()
                aria-pressed=pressed
            >
                {text}
            </button>
        }
    };
    let places = (1..=most).map(button).collect::<Vec<_>>();
    let none = (given > 0).then(|| button(0));
    view! {
        <div class="options ranks" role="group" aria-label=label.to_owned()>
            {places} {none}
        </div>
    }
    .into_any()
}

/// What has which place so far, each a way to its card.
pub(super) fn places(part: &SurveyPart) -> Option<AnyView> {
    let Scale::Places { most } = part.scale else {
        return None;
    };
    let line = |place: u8| {
        let card = part.cards.iter().find(|card| {
            let marks = card.own.as_ref().map(|own| own.marks.as_slice());
            marks == Some(&[place])
        });
        let what = match card {
            Some(card) => {
                let address = ["#", &name(card.item)].concat();
                view! { <a href=address dir="auto">{card.item_words.text.clone()}</a> }.into_any()
            }
            None => view! { <span>"–"</span> }.into_any(),
        };
        view! { <li><strong>{Word::YourPlace.with(&[("place", ordinal(place))])}</strong> " " {what}</li> }
    };
    Some(
        view! {
            <div class="given">
                <p class="note">{Word::PlaceHint.text()}</p>
                <ol>{(1..=most).map(line).collect::<Vec<_>>()}</ol>
            </div>
        }
        .into_any(),
    )
}

/// Whether every place that can be given is.
pub(super) fn all_given(part: &SurveyPart) -> bool {
    let Scale::Places { most } = part.scale else {
        return false;
    };
    let placed = |card: &&super::Card| {
        let own = card.own.as_ref().and_then(|own| own.marks.first());
        own.is_some_and(|place| *place > 0)
    };
    part.cards.iter().filter(placed).count() >= usize::from(most).min(part.cards.len())
}

/// The number of a place as one says it.
pub(super) fn ordinal(place: u8) -> String {
    let mut said = Word::Ordinals.text().split(' ');
    let known = said.nth(usize::from(place).saturating_sub(1));
    known.map_or_else(|| place.to_string(), str::to_owned)
}
