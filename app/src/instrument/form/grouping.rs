//! Ideas to put into themes, a few at a time: where each goes is one choice and one tap.

use leptos::prelude::*;
use visioncast_model::LINE_CHARS;

use super::{FormPage, GroupingPart, Hint, LooseIdea, Then, domain};
use crate::{
    chart::shortened,
    language::Word,
    paths,
    sorting::{named, quoted},
};

/// The longest name of a theme in a choice, in characters.
const SHORT: usize = 60;

pub(super) fn grouping(page: &FormPage, part: &GroupingPart) -> AnyView {
    let open = page.open && part.takes_part;
    let state = match (page.open, part.takes_part) {
        (false, _) => Some(Word::Closed),
        (true, false) => Some(Word::ThePanelGroups),
        (true, true) if part.loose.is_empty() => Some(Word::EveryIdeaHasAPlace),
        (true, true) => None,
    };
    let cards: Vec<_> = part
        .loose
        .iter()
        .filter(|_| open)
        .map(|idea| card(page, part, idea))
        .collect();
    let themes: Vec<_> = part
        .themes
        .iter()
        .map(|(_, name, ideas)| view! { <li><span dir="auto">{named(name)}</span>" "<span class="note">{*ideas}</span></li> })
        .collect();
    let themes = (!themes.is_empty()).then(|| {
        view! {
            <section>
                <h2>{Word::ThemesSoFar.text()}</h2>
                <ul class="others">{themes}</ul>
            </section>
        }
    });
    view! {
        {state.map(|state| view! { <p class="note">{state.text()}</p> })}
        {cards}
        {themes}
        {open.then(|| view! { <p><a href=paths::room_themes(&page.code)>{Word::AllAtOneDesk.text()}</a></p> })}
    }
    .into_any()
}

fn card(page: &FormPage, part: &GroupingPart, loose: &LooseIdea) -> AnyView {
    let name = ["group-", &loose.idea.to_string()].concat();
    let (choice, naming) = (["theme-", &name].concat(), ["name-", &name].concat());
    let chosen = page.filled(&name, "theme", "").to_owned();
    let options: Vec<_> = part
        .themes
        .iter()
        .map(|(id, name, _)| {
            let value = id.to_string();
            let selected = value == chosen;
            view! { <option value=value selected=selected>{shortened(&named(name), SHORT)}</option> }
        })
        .collect();
    let some = !options.is_empty();
    let choosing = some.then(|| {
        view! {
            <label class="prompt" for=choice.clone()>{Word::WhereDoesItGo.text()}</label>
            // None to begin with: the first would be taken more often than it is meant.
            <select id=choice.clone() class="field" name="theme"><option value="">"–"</option>{options}</select>
        }
    });
    let typed = page.filled(&name, "name", "").to_owned();
    let new = if some { Word::OrNewTheme } else { Word::NewTheme };
    let (hint, hinting) = loose.hint.as_ref().map(|hint| hinted(page, hint)).unzip();
    let words = match &loose.hint {
        Some(hint) => marked(&hint.parts).into_any(),
        None => loose.words.clone().into_any(),
    };
    let inside = view! {
        <input type="hidden" name="idea" value=loose.idea.to_string() />
        <p class="words" dir="auto">{words}</p>
        {domain(&loose.domain)}
        {hint}
        {choosing}
        <label class="prompt" for=naming.clone()>{new.text()}</label>
        <input id=naming class="field" name="name" dir="auto" maxlength=LINE_CHARS.to_string() value=typed />
        <div class="actions">
            <button class="button primary">{Word::PutItThere.text()}</button>
        </div>
    };
    let placing = page.form("group", &name, Then::Again, "placing", inside.into_any());
    view! { {placing}{hinting} }.into_any()
}

/// What an idea is like, with the words that made the match and a button that puts it there by one tap; and the form of that
/// button, which has nothing of its own to show.
fn hinted(page: &FormPage, hint: &Hint) -> (AnyView, AnyView) {
    let name = ["hint-", &hint.idea.to_string()].concat();
    let (asked, field, button) = match &hint.into {
        Some((theme, name)) => {
            let field = ("theme", theme.to_string());
            (
                Word::PerhapsHere.with(&[("theme", quoted(name))]),
                field,
                Word::PutItThere,
            )
        }
        None => {
            let near = hint.near.as_ref().map(|(near, _)| near.to_string()).unwrap_or_default();
            (Word::LooksLikeThis.owned(), ("with", near), Word::PutBothTogether)
        }
    };
    let why = match (&hint.into, &hint.near) {
        (Some(_), Some(_)) => Some(Word::BecauseOf),
        (Some(_), None) => Some(Word::AsTheThemeIsCalled),
        (None, _) => None,
    };
    let (field, value) = field;
    let near = hint
        .near
        .as_ref()
        .map(|(_, parts)| view! { <p class="near-words" dir="auto">{marked(parts)}</p> });
    let shown = view! {
        <div class="hinted">
            <p class="prompt" dir="auto">{asked}</p>
            {why.map(|why| view! { <p class="note">{why.text()}</p> })}
            {near}
            // Not the first button of the form around it: whoever types a name and goes on means that.
            <button class="button" form=name.clone()>{button.text()}</button>
        </div>
    };
    let inside = view! {
        <input type="hidden" name="idea" value=hint.idea.to_string() />
        <input type="hidden" name=field value=value />
    };
    let form = page.form("group", &name, Then::Again, "hinting", inside.into_any());
    (shown.into_any(), form)
}

/// Words in parts, with those marked that made the match.
fn marked(parts: &[(String, bool)]) -> Vec<AnyView> {
    let parts = parts.iter().cloned();
    let part = |(words, shared): (String, bool)| {
        if shared {
            view! { <mark>{words}</mark> }.into_any()
        } else {
            words.into_any()
        }
    };
    parts.map(part).collect()
}
