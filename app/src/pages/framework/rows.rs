use leptos::prelude::*;
use visioncast_model::{ChangeStep, Constituency, DomainId, LINE_CHARS, List};

use super::field::{Shape, button, field};
use crate::{
    chart::{domain_hue, domain_mark},
    page::FrameworkDesk,
};

/// What a list is called on the page.
pub(super) const fn title(list: List) -> &'static str {
    match list {
        List::Domains => "Domains",
        List::Principles => "Guiding principles",
        List::Assumptions => "Assumptions",
        List::Traits => "Traits",
        List::Constituencies => "Constituencies",
        List::Offers => "Offers",
        List::Neighbours => "Neighbours",
        List::Steps => "Steps of change",
        List::Drivers => "Drivers",
        List::Competencies => "Competencies",
    }
}

/// What it is for, and what happens when it is changed.
const fn lead(list: List) -> &'static str {
    match list {
        List::Domains => {
            "What panels ask about, area by area. A domain keeps its mark and its number wherever it goes and whatever it is called, and a merged or retired one stays on record below. Panels that people have come to keep the domains they began with: no answer is orphaned."
        }
        List::Principles => {
            "What guides the association, word for word. A principle keeps its number wherever it stands, so that answers about it can be compared."
        }
        List::Assumptions => "What you take an association to be.",
        List::Traits => "What makes an association effective.",
        List::Constituencies => {
            "Whom the association serves, and what it believes they want. Where nothing is recorded, panels start from nothing."
        }
        List::Offers => "What the association offers already.",
        List::Neighbours => "Whose work it complements, and never supplants.",
        List::Steps => "The steps of change, in their order. Some can be left for later rounds.",
        List::Drivers => "What makes change urgent.",
        List::Competencies => "What people need now that they did not need before.",
    }
}

/// What one entry is called.
const fn one(list: List) -> &'static str {
    match list {
        List::Domains => "domain",
        List::Principles => "principle",
        List::Assumptions => "assumption",
        List::Traits => "trait",
        List::Constituencies => "constituency",
        List::Offers => "offer",
        List::Neighbours => "neighbour",
        List::Steps => "step",
        List::Drivers => "driver",
        List::Competencies => "competency",
    }
}

const fn shape(list: List) -> Shape {
    match list {
        List::Principles | List::Assumptions | List::Offers | List::Drivers => Shape::Words,
        _ => Shape::Line,
    }
}

/// A list with its entries, and room for one more.
pub(super) fn chapter(desk: &FrameworkDesk, list: List) -> impl IntoView + use<> {
    let entries = desk.framework.entries(list);
    let (count, last) = (entries.len(), entries.len().saturating_sub(1));
    let rows: Vec<_> = entries
        .iter()
        .enumerate()
        .map(|(place, (id, words))| row(desk, list, *id, words, (place, last)))
        .collect();
    let empty = (count == 0).then(|| view! { <p class="quiet">"None is recorded yet. Add the first one below."</p> });
    let key = format!("new-{list}");
    let label = format!("Add a {}", one(list))
        .replace("Add a a", "Add an a")
        .replace("Add a o", "Add an o");
    let (control, refusal) = field(desk, &key, Some(label.clone()), "", list.longest(), shape(list));
    let postponing = (list == List::Steps).then(|| view! { <input type="hidden" name="steps" value="shown" /> });
    view! {
        <section class="chapter" id=list.name()>
            <h2>{title(list)}" "<span class="quiet">{count}</span></h2>
            <p class="quiet">{lead(list)}</p>
            {empty}
            {postponing}
            <ol class="lines">{rows}</ol>
            <div class="line new">
                <span class="line-mark" aria-hidden="true">"+"</span>
                <div class="line-words">{control}{refusal}</div>
                <div class="line-controls">
                    <button type="submit" name="do" value=format!("add-{list}") class="small">{label}</button>
                </div>
            </div>
        </section>
    }
}

fn row(desk: &FrameworkDesk, list: List, id: u16, words: &str, (place, last): (usize, usize)) -> AnyView {
    let label = format!("{} {}", capital(one(list)), place + 1);
    let key = format!("{list}-{id}");
    let (control, refusal) = field(desk, &key, Some(label), words, list.longest(), shape(list));
    let mark = match list {
        List::Domains => {
            let hue = format!("domain-mark {}", domain_hue(DomainId(id)));
            view! { <span class="line-mark" aria-hidden="true"><span class=hue>{domain_mark(words)}</span></span> }
                .into_any()
        }
        List::Principles | List::Steps => view! { <span class="line-mark" aria-hidden="true">{id}</span> }.into_any(),
        _ => view! { <span class="line-mark" aria-hidden="true">"·"</span> }.into_any(),
    };
    let out = match list {
        List::Domains => more(desk, DomainId(id), words).into_any(),
        _ => button(desk, format!("remove-{key}"), "✕", format!("Take out “{words}”"), false).into_any(),
    };
    let below = match list {
        List::Constituencies => {
            let constituency = desk.framework.constituencies.get(place);
            constituency.map(|constituency| wants(desk, constituency)).into_any()
        }
        List::Steps => desk.framework.steps.get(place).map(later).into_any(),
        _ => ().into_any(),
    };
    view! {
        <li class="line">
            {mark}
            <div class="line-words">{control}{refusal}{below}</div>
            <div class="line-controls">
                {button(desk, format!("up-{key}"), "↑", format!("Move “{words}” up"), place == 0)}
                {button(desk, format!("down-{key}"), "↓", format!("Move “{words}” down"), place == last)}
                {out}
            </div>
        </li>
    }
    .into_any()
}

/// What else can be done with a domain.
fn more(desk: &FrameworkDesk, domain: DomainId, name: &str) -> impl IntoView + use<> {
    let others: Vec<_> = desk
        .framework
        .domains
        .iter()
        .filter(|other| other.id != domain)
        .map(|other| view! { <option value=other.id.to_string()>{other.name.clone()}</option> })
        .collect();
    let into = format!("Merge “{name}” into");
    view! {
        <details class="menu">
            <summary class="small" aria-label=format!("More for “{name}”")>"More"</summary>
            <div class="menu-list wide">
                <label class="labelled">
                    <span>{into}</span>
                    <select name=format!("into-{domain}")><option value="">"Choose a domain"</option>{others}</select>
                </label>
                <button type="submit" name="do" value=format!("merge-{domain}")>"Merge"</button>
                <button type="submit" name="do" value=format!("remove-domains-{domain}")>"Retire"</button>
                <p class="quiet">"Either way it stays on record, and can be brought back."</p>
            </div>
        </details>
    }
}

fn later(step: &ChangeStep) -> impl IntoView + use<> {
    view! {
        <label class="check">
            <input type="checkbox" name=format!("later-{}", step.number) value="yes" checked=step.later />
            <span>"Left for later rounds"<span class="aside">{format!(": {}", step.name)}</span></span>
        </label>
    }
}

/// What a constituency is believed to want.
fn wants(desk: &FrameworkDesk, constituency: &Constituency) -> impl IntoView + use<> {
    let (id, name) = (constituency.id, &constituency.name);
    let last = constituency.wants.len().saturating_sub(1);
    let rows: Vec<_> = constituency
        .wants
        .iter()
        .enumerate()
        .map(|(place, want)| {
            let key = format!("want-{id}-{place}");
            let label = format!("Want {} of {name}", place + 1);
            let (control, refusal) = field(desk, &key, Some(label), want, LINE_CHARS, Shape::Line);
            view! {
                <li class="line">
                    <div class="line-words">{control}{refusal}</div>
                    <div class="line-controls">
                        {button(desk, format!("up-{key}"), "↑", format!("Move “{want}” up"), place == 0)}
                        {button(desk, format!("down-{key}"), "↓", format!("Move “{want}” down"), place == last)}
                        {button(desk, format!("remove-{key}"), "✕", format!("Take out “{want}”"), false)}
                    </div>
                </li>
            }
        })
        .collect();
    let none = rows.is_empty();
    let key = format!("new-want-{id}");
    let (control, refusal) = field(
        desk,
        &key,
        Some(format!("Add a want of {name}")),
        "",
        LINE_CHARS,
        Shape::Line,
    );
    view! {
        <div class="wants">
            <p class="quiet">{if none { "No wants are recorded yet." } else { "wants" }}</p>
            <ol class="lines">{rows}</ol>
            <div class="line new">
                <div class="line-words">{control}{refusal}</div>
                <div class="line-controls">
                    <button type="submit" name="do" value=format!("add-want-{id}") class="small" aria-label=format!("Add a want of {name}")>"Add a want"</button>
                </div>
            </div>
        </div>
    }
}

fn capital(word: &str) -> String {
    let mut signs = word.chars();
    signs
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
