//! A survey: a card for each thing that is asked about.

use leptos::prelude::*;
use visioncast_model::{ItemId, Scale, Void};

use super::{
    Card, FormPage, ItemWords, OwnMark, SurveyPart, Then, VoidAnswer,
    answers::{answers, is_one_tap},
    domain, results, shared, some, written,
};
use crate::{escape::escaped, language::Word};

/// The longest reason, in characters.
const REASON_CHARS: &str = "500";

pub(super) fn survey(page: &FormPage, part: &SurveyPart) -> AnyView {
    let outcome = part.results.as_ref().map(|results| results::results(part, results));
    if !page.open {
        return view! { {outcome} {closed(page, part)} }.into_any();
    }
    let later = outcome
        .is_some()
        .then(|| view! { <p class="note">{Word::Later.text()}</p> });
    let places = shared::places(part);
    let answered = match part.scale {
        Scale::Dots { .. } => part.left == Some(0),
        Scale::Places { .. } => shared::all_given(part),
        _ => part.cards.iter().all(|card| card.own.is_some()),
    };
    let all = part.cards.len();
    let next = |place: usize| part.cards.get(place + 1).map(|next| name(next.item));
    let cards: Vec<_> = part
        .cards
        .iter()
        .enumerate()
        .map(|(place, shown)| card(page, part, shown, (place, all), next(place)))
        .collect();
    let begins_anew = !part.earlier.is_empty() && !answered;
    let more = begins_anew.then(|| view! { <p class="thanks">{Word::ThanksMore.text()}</p> });
    let thanks =
        (answered && all + part.earlier.len() > 0).then(|| view! { <p class="thanks">{Word::ThanksAll.text()}</p> });
    let nothing = (all + part.earlier.len() == 0 && part.additions.is_none()).then(|| {
        let why = if part.results.is_some() {
            Word::NothingToAsk
        } else {
            Word::NothingYet
        };
        view! { <p class="seen">{why.text()}</p> }
    });
    let additions = part
        .additions
        .as_ref()
        .map(|additions| written::additions(page, additions));
    let earlier = (!part.earlier.is_empty()).then(|| {
        let cards: Vec<_> = part
            .earlier
            .iter()
            .map(|shown| card(page, part, shown, (0, 1), None))
            .collect();
        view! {
            <details class="earlier">
                <summary>
                    {Word::YourAnswers.text()} " " <span class="count">{part.earlier.len().to_string()}</span>
                </summary>
                {cards}
            </details>
        }
    });
    let void = void(part);
    let kind = if part.scale.is_shared() {
        "cards compact"
    } else {
        "cards"
    };
    view! {
        {outcome} {later} {void} {more} {nothing} {shared::left(part)} {places}
        <div class=kind>{cards}</div>
        {thanks} {additions} {earlier}
    }
    .into_any()
}

/// What somebody answered that does not count, and why.
fn void(part: &SurveyPart) -> Option<AnyView> {
    let line = |void: &VoidAnswer| {
        let why = match void.why {
            Void::Changed => Word::VoidChanged.owned(),
            Void::Merged { .. } if void.into.is_empty() => Word::VoidTakenOff.owned(),
            Void::Merged { .. } => Word::VoidMerged.with(&[("theme", &void.into)]),
            Void::TakenOff => Word::VoidTakenOff.owned(),
            Void::SetAside => Word::VoidSetAside.owned(),
            Void::Emptied => Word::VoidEmptied.owned(),
            Void::Hidden => Word::VoidHidden.owned(),
        };
        let text = if void.text.is_empty() {
            "–".to_owned()
        } else {
            void.text.clone()
        };
        view! { <li><strong dir="auto">{text}</strong> " " {why}</li> }
    };
    let lines: Vec<_> = part.void.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="void" role="note">
                <p>{Word::VoidOnes.text()}</p>
                <ul>{lines}</ul>
            </section>
        }
        .into_any()
    })
}

/// The name of a card's form.
pub(super) fn name(item: ItemId) -> String {
    ["mark-", &item.to_string()].concat()
}

fn card(
    page: &FormPage,
    part: &SurveyPart,
    card: &Card,
    (place, all): (usize, usize),
    next: Option<String>,
) -> AnyView {
    let name = name(card.item);
    let own = card.own.as_ref();
    let then = match part.scale {
        // What one is given is taken from another.
        Scale::Places { .. } => Then::Again,
        Scale::Dots { .. } => Then::Stay,
        _ if own.is_some() => Then::Stay,
        _ => Then::Open,
    };
    let label = match card.item_words.text.as_str() {
        "" => page.question.clone(),
        text => text.to_owned(),
    };
    let shared = part.scale.is_shared();
    let counted = (all > 1 && !shared).then(|| {
        let text = Word::Place.with(&[("place", place + 1), ("all", all)]);
        view! { <p class="place">{text}</p> }
    });
    let one_tap = is_one_tap(&part.scale);
    let reason = part.reason.as_ref().map(|prompt| reason(page, prompt, own, &name));
    // One tap answers; the reason that is written after it goes with the same answer.
    let same = own
        .and_then(|own| own.marks.first())
        .map(u8::to_string)
        .unwrap_or_default();
    let save = match (one_tap, part.reason.is_some()) {
        (true, true) => Some(
            view! { <button class="button same" name="mark" value=same>{Word::SaveReason.text()}</button> }.into_any(),
        ),
        (true, false) => None,
        (false, _) => Some(view! { <button class="button primary">{Word::Save.text()}</button> }.into_any()),
    };
    let onward = next.filter(|_| !shared).map(|next| {
        view! { <a class="button quiet" href=["#", &next].concat()>{Word::Next.text()}</a> }
    });
    let inside = view! {
        <div class="item">{counted} {item(card)}</div>
        {answers(page, part, card, &name, &label)}
        <div class="after">{reason} <div class="actions">{save} {onward}</div></div>
    };
    let class = match (
        all > 1 || !card.item_words.text.is_empty(),
        one_tap,
        part.reason.is_some(),
    ) {
        _ if shared => "answer full side",
        (true, true, false) => "answer full swift",
        (true, true, true) => "answer full",
        (true, false, _) => "answer full slow",
        (false, true, _) => "answer",
        (false, false, _) => "answer slow",
    };
    page.form(
        "mark",
        &name,
        then,
        class,
        with_item(card.item, part.edition, inside.into_any()),
    )
}

/// A form about an item; where that is a theme, it says which edition its voter saw.
fn with_item(item: ItemId, edition: u32, inside: AnyView) -> AnyView {
    let edition = (edition > 0).then(|| view! { <input type="hidden" name="edition" value=edition.to_string() /> });
    view! {
        <input type="hidden" name="item" value=item.to_string() />
        {edition}
        {inside}
    }
    .into_any()
}

fn item(card: &Card) -> AnyView {
    let asked = matches!(card.item, ItemId::Cell(..)).then(|| view! { <p class="note">{Word::HowLinked.text()}</p> });
    let again = card
        .again
        .then(|| view! { <p class="note again">{Word::AskedAgain.text()}</p> });
    view! { {item_words(&card.item_words, true)} {theme(&card.item_words)} {again} {asked} }.into_any()
}

/// What an item says; `large` on a card.
pub(super) fn item_words(words: &ItemWords, large: bool) -> AnyView {
    let above = some(&words.above).map(|above| view! { <p class="note">{above}</p> });
    let quoted = if words.quoted { "item-text words" } else { "item-text" };
    let text = some(&words.text).map(|text| {
        if large {
            view! { <h2 class=quoted>{text}</h2> }.into_any()
        } else {
            view! { <h3 class=quoted>{text}</h3> }.into_any()
        }
    });
    view! { {above} {text} {domain(&words.domain)} }.into_any()
}

/// What a theme means, and what is in it: shown to whoever asks.
fn theme(words: &ItemWords) -> Option<AnyView> {
    let theme = words.theme.as_ref()?;
    let about = some(&theme.about).map(|about| view! { <p class="theme-about">{about}</p> });
    let lines: Vec<_> = theme
        .first
        .iter()
        .map(|words| view! { <li class="words" dir="auto">{words.clone()}</li> })
        .collect();
    let left_out = theme.ideas.saturating_sub(lines.len() as u32);
    let more = (left_out > 0).then(|| view! { <p class="note">{Word::AndMore.count(left_out)}</p> });
    Some(
        view! {
            {about}
            <details class="inside">
                <summary>{Word::HoldsIdeas.count(theme.ideas)}</summary>
                <ul>{lines}</ul>
                {more}
            </details>
        }
        .into_any(),
    )
}

/// A line in one's own words, and whether it may be quoted.
fn reason(page: &FormPage, prompt: &str, own: Option<&OwnMark>, name: &str) -> AnyView {
    let id = [name, "-reason"].concat();
    let saved = own.map(|own| own.reason.as_str()).unwrap_or_default();
    let text = page.filled(name, "reason", saved).to_owned();
    let quotable = page.ticked(name, "quotable", own.is_some_and(|own| own.quotable));
    let refused = page.refused(name).is_some();
    view! {
        <label class="prompt" for=id.clone()>{prompt.to_owned()}</label>
        <textarea id=id class="field words" name="reason" rows="2" maxlength=REASON_CHARS dir="auto" autofocus=refused inner_html=escaped(&text)></textarea>
        {written::quoting(quotable)}
    }
    .into_any()
}

/// What somebody answered to what is closed; whether a reason is quoted they may still say.
fn closed(page: &FormPage, part: &SurveyPart) -> AnyView {
    let line = |card: &Card| {
        let own = card.own.as_ref()?;
        let labels: Vec<_> = own
            .marks
            .iter()
            .filter_map(|mark| part.options.get(usize::from(*mark)).cloned())
            .collect();
        let reason = some(&own.reason).map(|reason| {
            let name = ["requote-", &card.item.to_string()].concat();
            let (state, value, verb) = if own.quotable {
                (Word::Quoted, "no", Word::Withdraw)
            } else {
                (Word::NotQuoted, "yes", Word::Allow)
            };
            let inside = view! {
                <span class="note">{state.text()}</span>
                <button class="button quiet" name="quotable" value=value>{verb.text()}</button>
            };
            view! {
                <p class="words">{reason}</p>
                {page.form("requote", &name, Then::Again, "ways", with_item(card.item, 0, inside.into_any()))}
            }
        });
        Some(view! {
            <li>
                {item_words(&card.item_words, false)}
                <p><span class="note">{Word::YourAnswer.text()}</span> " " <strong>{labels.join(", ")}</strong></p>
                {reason}
            </li>
        })
    };
    let lines: Vec<_> = part.earlier.iter().chain(&part.cards).filter_map(line).collect();
    if lines.is_empty() {
        return view! { <p class="note">{Word::Closed.text()}</p> }.into_any();
    }
    view! {
        <section class="ideas">
            <h2>{Word::ClosedOnes.text()}</h2>
            <ul>{lines}</ul>
        </section>
    }
    .into_any()
}
