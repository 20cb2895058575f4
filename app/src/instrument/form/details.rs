//! More about the ideas of a prompt: one's own, and those of others that one can build on.

use leptos::prelude::*;
use visioncast_model::{Aspect, Grounds, Horizon, IdeaId, Nature};

use super::{DetailsPart, FormPage, OtherIdea, OwnIdea, Then, domain, written};
use crate::{chart::shortened, language::Word};

/// The longest words that a headline or a lineage quotes, in characters.
const QUOTE: usize = 90;

pub(super) fn details(page: &FormPage, part: &DetailsPart) -> AnyView {
    let own: Vec<_> = part
        .own
        .iter()
        .enumerate()
        .map(|(place, idea)| own_idea(page, part, idea, place == 0))
        .collect();
    let others: Vec<_> = part.others.iter().map(|idea| other(page, part, idea)).collect();
    let others = (!others.is_empty()).then(|| {
        view! {
            <section class="ideas">
                <h2>{Word::Others.text()}</h2>
                <ul>{others}</ul>
            </section>
        }
    });
    view! { {own} {others} }.into_any()
}

fn lineage(earlier: Option<&String>) -> Option<AnyView> {
    let earlier = earlier?;
    Some(
        view! {
            <p class="lineage">
                <span class="note">{Word::BuildsOn.text()}</span>
                " "
                <q class="words">{shortened(earlier, QUOTE)}</q>
            </p>
        }
        .into_any(),
    )
}

fn own_idea(page: &FormPage, part: &DetailsPart, own: &OwnIdea, newest: bool) -> AnyView {
    let asks = |aspect| part.asks.contains(&aspect);
    let described = [Aspect::Nature, Aspect::Horizon, Aspect::Grounds, Aspect::Neighbour]
        .into_iter()
        .any(asks);
    let form = described.then(|| describe(page, part, own));
    let help = asks(Aspect::Help).then(|| help(page, own.idea, own.helps, Word::Help));
    let lineage = lineage(own.builds_on.as_ref());
    if form.is_none() && help.is_none() && lineage.is_none() {
        return ().into_any();
    }
    view! {
        <details class="fold more" open=newest>
            <summary>
                <span>
                    <span class="note">{Word::MoreAbout.text()}</span>
                    " "
                    <q class="words">{shortened(&own.words, QUOTE)}</q>
                </span>
            </summary>
            {lineage} {form} {help}
        </details>
    }
    .into_any()
}

/// What its author says of an idea.
fn describe(page: &FormPage, part: &DetailsPart, own: &OwnIdea) -> AnyView {
    let name = ["detail-", &own.idea.to_string()].concat();
    let asks = |aspect| part.asks.contains(&aspect);
    let nature = match own.details.nature {
        None => "",
        Some(Nature::Insight) => "insight",
        Some(Nature::Strategy) => "strategy",
    };
    let horizon = match own.details.horizon {
        None => "",
        Some(Horizon::Now) => "now",
        Some(Horizon::Future) => "future",
    };
    let grounds = match own.details.grounds {
        None => "",
        Some(Grounds::Evidence) => "evidence",
        Some(Grounds::Experience) => "experience",
        Some(Grounds::Opinion) => "opinion",
    };
    let natures = [("insight", Word::Insight), ("strategy", Word::Strategy)];
    let horizons = [("now", Word::Now), ("future", Word::Future)];
    let all_grounds = [
        ("evidence", Word::Evidence),
        ("experience", Word::Experience),
        ("opinion", Word::Opinion),
    ];
    let nature = asks(Aspect::Nature).then(|| choice(page, &name, "nature", nature, Word::Nature, &natures));
    let horizon = asks(Aspect::Horizon).then(|| choice(page, &name, "horizon", horizon, Word::Horizon, &horizons));
    let grounds = asks(Aspect::Grounds).then(|| {
        let id = [name.as_str(), "-reference"].concat();
        view! {
            {choice(page, &name, "grounds", grounds, Word::Grounds, &all_grounds)}
            <label class="prompt" for=id.clone()>{Word::Source.text()}</label>
            <input
                id=id
                class="field"
                name="reference"
                maxlength="200"
                dir="auto"
                value=page.filled(&name, "reference", &own.reference).to_owned()
            />
        }
    });
    let neighbour = (asks(Aspect::Neighbour) && !part.neighbours.is_empty()).then(|| {
        let id = [name.as_str(), "-neighbour"].concat();
        let saved = own.details.neighbour.map(|id| id.to_string()).unwrap_or_default();
        let chosen = page.filled(&name, "neighbour", &saved).to_owned();
        let option = |(id, text): &(u16, String)| {
            let value = id.to_string();
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text.clone()}</option> }
        };
        view! {
            <label class="prompt" for=id.clone()>{Word::Neighbour.text()}</label>
            <select id=id class="field" name="neighbour">
                <option value="">{Word::Nobody.text()}</option>
                {part.neighbours.iter().map(option).collect::<Vec<_>>()}
            </select>
        }
    });
    let inside = view! {
        <input type="hidden" name="idea" value=own.idea.to_string() />
        {nature} {horizon} {grounds} {neighbour}
        <div class="actions">
            <button class="button primary">{Word::Save.text()}</button>
        </div>
    };
    page.form("detail", &name, Then::Stay, "describe", inside.into_any())
}

fn choice(
    page: &FormPage,
    form: &str,
    name: &'static str,
    saved: &'static str,
    legend: Word,
    options: &[(&'static str, Word)],
) -> AnyView {
    let chosen = page.filled(form, name, saved).to_owned();
    let option = |(value, word): &(&'static str, Word)| {
        view! {
            <label class="segment">
                <input type="radio" name=name value=*value checked=chosen == *value />
                <span>{word.text()}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{legend.text()}</legend>
            <div class="segments">{options.iter().map(option).collect::<Vec<_>>()}</div>
        </fieldset>
    }
    .into_any()
}

fn help(page: &FormPage, idea: IdeaId, helps: bool, offer: Word) -> AnyView {
    let name = ["help-", &idea.to_string()].concat();
    let (state, value, verb, class) = if helps {
        (Some(Word::Helping), "no", Word::NoHelp, "button quiet")
    } else {
        (None, "yes", offer, "button")
    };
    let inside = view! {
        <input type="hidden" name="idea" value=idea.to_string() />
        {state.map(|state| view! { <span class="note">{state.text()}</span> })}
        <button class=class name="offered" value=value>{verb.text()}</button>
    };
    page.form("help", &name, Then::Again, "ways", inside.into_any())
}

fn other(page: &FormPage, part: &DetailsPart, other: &OtherIdea) -> AnyView {
    let name = ["add-", &other.idea.to_string()].concat();
    let build = (page.open && part.asks.contains(&Aspect::Lineage)).then(|| {
        let about = other.domain.as_ref().map(|(id, _)| id.to_string());
        let inside = view! {
            <input type="hidden" name="builds_on" value=other.idea.to_string() />
            <input type="hidden" name="domain" value=about.unwrap_or_default() />
            {written::words(page, &name, Word::BuildLabel.text())}
            <div class="actions">
                {written::quoting(page.ticked(&name, "quotable", false))}
                <button class="button primary">{Word::Send.text()}</button>
            </div>
        };
        view! {
            <details class="build" open=page.refused(&name).is_some()>
                <summary>{Word::Build.text()}</summary>
                {page.form("add", &name, Then::Reset, "compose", inside.into_any())}
            </details>
        }
    });
    let help = part
        .asks
        .contains(&Aspect::Help)
        .then(|| help(page, other.idea, other.helps, Word::HelpOther));
    view! {
        <li>
            <p class="words">{other.words.clone()}</p>
            {domain(&other.domain)} {lineage(other.builds_on.as_ref())} {help} {build}
        </li>
    }
    .into_any()
}
