//! A handful of ideas to put into piles: each idea a card with a choice of pile, so that it needs no script.

use leptos::prelude::*;
use visioncast_model::{LINE_CHARS, PILES};

use super::{FormPage, LooseIdea, SortingPart, Then, domain};
use crate::language::Word;

const FORM: &str = "sort";

pub(super) fn sorting(page: &FormPage, part: &SortingPart) -> AnyView {
    let sortable = page.open && !part.handful.is_empty();
    let state = match (page.open, part.again, sortable) {
        (false, false, _) => Some(Word::Closed),
        (_, true, _) => Some(Word::PilesCount),
        (true, false, false) => Some(Word::NothingToSort),
        (true, false, true) => None,
    };
    let gone = (part.gone > 0)
        .then(|| view! { <p class="note" role="status">{Word::TakenOffUnsorted.count(part.gone as u32)}</p> });
    let more = (part.again && sortable).then(|| view! { <p class="note">{Word::MoreToSort.text()}</p> });
    view! {
        {state.map(|state| view! { <p class="note" role="status">{state.text()}</p> })}
        {gone}
        {more}
        {sortable.then(|| handful(page, &part.handful))}
    }
    .into_any()
}

fn handful(page: &FormPage, ideas: &[LooseIdea]) -> AnyView {
    let cards: Vec<_> = ideas.iter().map(|idea| card(page, idea)).collect();
    let names: Vec<_> = (1..=PILES)
        .map(|pile| {
            let name = format!("name-{pile}");
            let typed = page.filled(FORM, &name, "").to_owned();
            view! {
                <label class="pile-name">
                    <span>{letter(pile)}</span>
                    <input id=name.clone() class="field" name=name dir="auto" maxlength=LINE_CHARS.to_string() value=typed aria-label=pile_named(pile) />
                </label>
            }
        })
        .collect();
    let inside = view! {
        <p>{Word::SortHint.text()}</p>
        {cards}
        <fieldset class="pile-names">
            <legend class="prompt">{Word::NameThePiles.text()}</legend>
            {names}
        </fieldset>
        <div class="actions">
            <button class="button primary">{Word::SendPiles.text()}</button>
        </div>
    };
    page.form("sort", FORM, Then::Again, "piling", inside.into_any())
}

fn card(page: &FormPage, idea: &LooseIdea) -> AnyView {
    let name = ["put-", &idea.idea.to_string()].concat();
    // Nothing to begin with: what nobody touched says nothing.
    let chosen = page.filled(FORM, &name, "").to_owned();
    let choices: Vec<_> = (1..=PILES)
        .chain(std::iter::once(0))
        .map(|pile| {
            let value = pile.to_string();
            let checked = value == chosen;
            let (mark, spoken) = match pile {
                0 => ("–".to_owned(), Word::WithNothing.owned()),
                pile => (letter(pile), pile_named(pile)),
            };
            view! {
                <label class="pile">
                    <input type="radio" id=format!("{name}-{pile}") class="pick" name=name.clone() value=value checked=checked aria-label=spoken />
                    <span aria-hidden="true">{mark}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="sortable">
            <legend class="words" dir="auto">{idea.words.clone()}</legend>
            {domain(&idea.domain)}
            <div class="piles">{choices}</div>
        </fieldset>
    }
    .into_any()
}

fn letter(pile: u8) -> String {
    char::from(b'A' + pile - 1).to_string()
}

fn pile_named(pile: u8) -> String {
    Word::PileNamed.with(&[("letter", letter(pile))])
}
