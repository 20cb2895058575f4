//! What is written at length: reflections, and what a list lacks.

use leptos::prelude::*;
use visioncast_model::{IDEA_CHARS, ItemId, REFLECTION_CHARS};

use super::{About, Additions, FormPage, Then};
use crate::{escape::escaped, language::Word};

/// Whether words may be quoted; without a tick they are paraphrased alone.
pub(super) fn quoting(ticked: bool) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" name="quotable" value="yes" checked=ticked />
            <span>{Word::Quote.text()} <small class="note">{Word::QuoteHint.text()}</small></span>
        </label>
    }
    .into_any()
}

/// Questions that help.
fn probes(probes: &[String]) -> Option<AnyView> {
    let lines: Vec<_> = probes.iter().map(|probe| view! { <li>{probe.clone()}</li> }).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <details class="probes">
                <summary>{Word::WhereToBegin.text()}</summary>
                <ul>{lines}</ul>
            </details>
        }
        .into_any()
    })
}

pub(super) fn reflection(page: &FormPage, probing: &[String]) -> AnyView {
    if !page.open {
        return view! { <p class="note">{Word::Closed.text()}</p> }.into_any();
    }
    let name = "reflect";
    let consent = page.filled(name, "consent", "never").to_owned();
    let choice = |value: &'static str, word: Word| {
        view! {
            <label class="check">
                <input type="radio" name="consent" value=value checked=consent == value />
                <span>{word.text()}</span>
            </label>
        }
    };
    let inside = view! {
        <label class="aside" for="reflect-words">{page.question.clone()}</label>
        <textarea
            id="reflect-words"
            class="field words long"
            name="words"
            rows="8"
            maxlength=REFLECTION_CHARS.to_string()
            dir="auto"
            required
            autofocus=page.refused(name).is_some()
            placeholder=Word::YourWords.text()
            inner_html=escaped(page.filled(name, "words", ""))
        ></textarea>
        <p class="note">{Word::ReflectionNote.text()}</p>
        <fieldset>
            <legend>{Word::Consent.text()}</legend>
            {choice("never", Word::Never)} {choice("without_name", Word::WithoutName)}
            {choice("with_name", Word::WithName)}
            <div class="named">
                <label class="prompt" for="reflect-name">{Word::Name.text()}</label>
                <input
                    id="reflect-name"
                    class="field"
                    name="name"
                    autocomplete="name"
                    maxlength="100"
                    dir="auto"
                    value=page.filled(name, "name", "").to_owned()
                />
            </div>
        </fieldset>
        <div class="actions">
            <button class="button primary">{Word::Send.text()}</button>
        </div>
    };
    view! {
        {probes(probing)}
        {page.form("reflect", name, Then::Reset, "compose", inside.into_any())}
    }
    .into_any()
}

/// Forms for what a survey's list lacks.
pub(super) fn additions(page: &FormPage, additions: &Additions) -> AnyView {
    let prompt = &additions.prompt;
    match &additions.about {
        About::All => add(page, "add", prompt, None, None),
        About::Question => add(page, "add-question", prompt, Some(hidden(ItemId::Question)), None),
        About::AnyOf(groups) => {
            let chosen = page.filled("add", "about", "");
            let option = |(id, name): &(_, String)| {
                let value = ItemId::Constituency(*id).to_string();
                let selected = value == chosen;
                view! { <option value=value selected=selected>{name.clone()}</option> }
            };
            let choice = view! {
                <label class="domain-choice" for="add-about">
                    {Word::About.text()}
                    <select class="field" id="add-about" name="about">
                        {groups.iter().map(option).collect::<Vec<_>>()}
                    </select>
                </label>
            };
            add(page, "add", prompt, Some(choice.into_any()), None)
        }
        About::EachOf(groups) => {
            let group = |(id, group, recorded): &(_, String, bool)| {
                let about = ItemId::Constituency(*id);
                let name = ["add-", &about.to_string()].concat();
                let nothing = (!recorded).then_some(Word::NothingRecorded);
                let head = view! {
                    <h2 class="item-text">{group.clone()}</h2>
                    {nothing.map(|word| view! { <p class="note">{word.text()}</p> })}
                };
                add(page, &name, prompt, Some(hidden(about)), Some(head.into_any()))
            };
            groups.iter().map(group).collect::<Vec<_>>().into_any()
        }
    }
}

fn hidden(about: ItemId) -> AnyView {
    view! { <input type="hidden" name="about" value=about.to_string() /> }.into_any()
}

/// A form for words of one's own.
fn add(page: &FormPage, name: &str, prompt: &str, about: Option<AnyView>, head: Option<AnyView>) -> AnyView {
    let inside = view! {
        {head}
        {words(page, name, prompt)}
        {about}
        <div class="actions">
            {quoting(page.ticked(name, "quotable", false))}
            <button class="button primary">{Word::Send.text()}</button>
        </div>
    };
    page.form("add", name, Then::Reset, "compose addition", inside.into_any())
}

/// A labelled field for an idea.
pub(super) fn words(page: &FormPage, name: &str, label: &str) -> AnyView {
    let id = [name, "-words"].concat();
    view! {
        <label class="prompt" for=id.clone()>{label.to_owned()}</label>
        <textarea
            id=id
            class="field words"
            name="words"
            rows="3"
            maxlength=IDEA_CHARS.to_string()
            dir="auto"
            required
            autofocus=page.refused(name).is_some()
            placeholder=Word::YourWords.text()
            inner_html=escaped(page.filled(name, "words", ""))
        ></textarea>
    }
    .into_any()
}
