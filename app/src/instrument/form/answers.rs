//! What is tapped to answer on a scale.

use leptos::prelude::*;
use visioncast_model::Scale;

use super::{Card, FormPage, SurveyPart, shared};
use crate::language::Word;

/// Whether one tap answers.
pub(super) const fn is_one_tap(scale: &Scale) -> bool {
    !matches!(scale, Scale::Choice { several: true, .. } | Scale::Ranking { .. })
}

/// What can be answered to a card, and which of it was.
pub(super) fn answers(page: &FormPage, part: &SurveyPart, card: &Card, name: &str, label: &str) -> AnyView {
    let taken: Vec<u8> = match page.refused(name) {
        Some(refused) => {
            let marks = refused.fields.iter().filter(|(field, _)| field == "mark");
            marks.filter_map(|(_, mark)| mark.parse().ok()).collect()
        }
        None => card.own.as_ref().map(|own| own.marks.clone()).unwrap_or_default(),
    };
    match &part.scale {
        Scale::Choice { several: true, .. } => several(part, &taken, label),
        Scale::Dots { cap, .. } => shared::dots(part, taken.first().copied().unwrap_or_default(), *cap, name, label),
        Scale::Places { most } => shared::place(taken.first().copied().unwrap_or_default(), *most, name, label),
        Scale::Ranking { most, .. } => ranking(part, &taken, usize::from(*most), name, label),
        scale => one_of(part, &taken, scale, name, label),
    }
}

/// A button each: one tap answers.
fn one_of(part: &SurveyPart, taken: &[u8], scale: &Scale, name: &str, label: &str) -> AnyView {
    let rating = matches!(scale, Scale::Rating { .. });
    let class = match scale {
        Scale::Mandate => "options two",
        Scale::Link => "options two odd",
        Scale::Confirm | Scale::Carry | Scale::Opinion => "options row",
        Scale::Rating { points, .. } if *points > 7 => "options points long",
        Scale::Rating { .. } => "options points",
        _ => "options",
    };
    let (low, high) = &part.ends;
    let (first, last) = (0, part.options.len().saturating_sub(1));
    let button = |option: &u8| {
        let place = usize::from(*option);
        let text = part.options.get(place).cloned().unwrap_or_default();
        // What a point means is read out with it.
        let meaning = match place {
            _ if !rating => None,
            place if place == first => Some([text.as_str(), ": ", low.as_str()].concat()),
            place if place == last => Some([text.as_str(), ": ", high.as_str()].concat()),
            _ => None,
        };
        let pressed = if taken.contains(option) { "true" } else { "false" };
        view! {
            <button class="button" name="mark" value=option.to_string() aria-pressed=pressed aria-label=meaning>
                {text}
            </button>
        }
    };
    let buttons = part.order.iter().map(button).collect::<Vec<_>>();
    let ends = rating.then(|| {
        view! {
            <p class="ends" id=[name, "-ends"].concat()>
                <span>{low.clone()}</span>
                <span>{high.clone()}</span>
            </p>
        }
    });
    view! {
        {ends}
        <div class=class role="group" aria-label=label.to_owned()>
            {buttons}
        </div>
    }
    .into_any()
}

/// A box each.
fn several(part: &SurveyPart, taken: &[u8], label: &str) -> AnyView {
    let line = |option: &u8| {
        let text = part.options.get(usize::from(*option)).cloned().unwrap_or_default();
        view! {
            <label class="check">
                <input type="checkbox" name="mark" value=option.to_string() checked=taken.contains(option) />
                <span>{text}</span>
            </label>
        }
    };
    view! {
        <div class="options boxes" role="group" aria-label=label.to_owned()>
            <p class="note">{Word::SeveralHint.text()}</p>
            {part.order.iter().map(line).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// Places to fill: by tapping where the page is alive, by choosing everywhere.
fn ranking(part: &SurveyPart, taken: &[u8], most: usize, name: &str, label: &str) -> AnyView {
    let text = |option: u8| part.options.get(usize::from(option)).cloned().unwrap_or_default();
    let tap = |option: &u8| {
        let place = taken.iter().position(|mark| mark == option);
        view! {
            <button
                type="button"
                class="button"
                value=option.to_string()
                data-place=place.map(|place| (place + 1).to_string())
            >
                {text(*option)}
            </button>
        }
    };
    let place = |place: usize| {
        let id = [name, "-", &place.to_string()].concat();
        let chosen = taken.get(place).copied();
        let option = |option: &u8| {
            view! {
                <option value=option.to_string() selected=chosen == Some(*option)>
                    {text(*option)}
                </option>
            }
        };
        view! {
            <label class="domain-choice" for=id.clone()>
                {Word::Rank.with(&[("place", place + 1)])}
                <select class="field" id=id.clone() name="mark">
                    <option value="">"–"</option>
                    {part.order.iter().map(option).collect::<Vec<_>>()}
                </select>
            </label>
        }
    };
    view! {
        <div class="taps" role="group" aria-label=label.to_owned()>
            <p class="note">{Word::RankHint.text()}</p>
            <div class="options">{part.order.iter().map(tap).collect::<Vec<_>>()}</div>
        </div>
        <div class="places">{(0..most).map(place).collect::<Vec<_>>()}</div>
    }
    .into_any()
}
