use leptos::prelude::*;
use visioncast_model::{ChangeStep, Constituency, DomainId, LINE_CHARS, List};

use super::field::{Shape, button, field};
use crate::{
    chart::{domain_hue, domain_mark},
    language::{Sheet, list_name},
    page::FrameworkDesk,
};

/// What a list is for, and what happens when it is changed.
const fn lead(list: List) -> Sheet {
    match list {
        List::Domains => Sheet::DomainsLead,
        List::Principles => Sheet::PrinciplesLead,
        List::Assumptions => Sheet::AssumptionsLead,
        List::Traits => Sheet::TraitsLead,
        List::Constituencies => Sheet::ConstituenciesLead,
        List::Offers => Sheet::OffersLead,
        List::Neighbours => Sheet::NeighboursLead,
        List::Steps => Sheet::StepsLead,
        List::Drivers => Sheet::DriversLead,
        List::Competencies => Sheet::CompetenciesLead,
    }
}

/// What puts one more into it.
const fn add(list: List) -> Sheet {
    match list {
        List::Domains => Sheet::AddADomain,
        List::Principles => Sheet::AddAPrinciple,
        List::Assumptions => Sheet::AddAnAssumption,
        List::Traits => Sheet::AddATrait,
        List::Constituencies => Sheet::AddAConstituency,
        List::Offers => Sheet::AddAnOffer,
        List::Neighbours => Sheet::AddANeighbour,
        List::Steps => Sheet::AddAStep,
        List::Drivers => Sheet::AddADriver,
        List::Competencies => Sheet::AddACompetency,
    }
}

/// What the field of an entry is called.
const fn numbered(list: List) -> Sheet {
    match list {
        List::Domains => Sheet::DomainNumber,
        List::Principles => Sheet::PrincipleNumber,
        List::Assumptions => Sheet::AssumptionNumber,
        List::Traits => Sheet::TraitNumber,
        List::Constituencies => Sheet::ConstituencyNumber,
        List::Offers => Sheet::OfferNumber,
        List::Neighbours => Sheet::NeighbourNumber,
        List::Steps => Sheet::StepNumber,
        List::Drivers => Sheet::DriverNumber,
        List::Competencies => Sheet::CompetencyNumber,
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
    let empty = (count == 0).then(|| view! { <p class="quiet">{Sheet::NoneRecordedAdd.text()}</p> });
    let key = format!("new-{list}");
    let label = add(list).text();
    let (control, refusal) = field(desk, &key, Some(label.to_owned()), "", list.longest(), shape(list));
    let postponing = (list == List::Steps).then(|| view! { <input type="hidden" name="steps" value="shown" /> });
    view! {
        <section class="chapter" id=list.name()>
            <h2>{list_name(list).text()}" "<span class="quiet">{count}</span></h2>
            <p class="quiet">{lead(list).text()}</p>
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
    let label = numbered(list).with(&[("number", place + 1)]);
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
        _ => button(
            desk,
            format!("remove-{key}"),
            "✕",
            Sheet::TakeOutNamed.with(&[("name", words)]),
            false,
        )
        .into_any(),
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
                {button(desk, format!("up-{key}"), "↑", Sheet::MoveNamedUp.with(&[("name", words)]), place == 0)}
                {button(desk, format!("down-{key}"), "↓", Sheet::MoveNamedDown.with(&[("name", words)]), place == last)}
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
    let into = Sheet::MergeNamedInto.with(&[("name", name)]);
    view! {
        <details class="menu">
            <summary class="small" aria-label=Sheet::MoreForNamed.with(&[("name", name)])>{Sheet::More.text()}</summary>
            <div class="menu-list wide">
                <label class="labelled">
                    <span>{into}</span>
                    <select name=format!("into-{domain}")><option value="">{Sheet::ChooseADomain.text()}</option>{others}</select>
                </label>
                <button type="submit" name="do" value=format!("merge-{domain}")>{Sheet::Merge.text()}</button>
                <button type="submit" name="do" value=format!("remove-domains-{domain}")>{Sheet::Retire.text()}</button>
                <p class="quiet">{Sheet::StaysOnRecord.text()}</p>
            </div>
        </details>
    }
}

fn later(step: &ChangeStep) -> impl IntoView + use<> {
    view! {
        <label class="check">
            <input type="checkbox" name=format!("later-{}", step.number) value="yes" checked=step.later />
            <span>{Sheet::LeftForLater.text()}<span class="aside">{format!(": {}", step.name)}</span></span>
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
            let label = Sheet::WantNumber.with(&[("number", (place + 1).to_string().as_str()), ("name", name)]);
            let (control, refusal) = field(desk, &key, Some(label), want, LINE_CHARS, Shape::Line);
            view! {
                <li class="line">
                    <div class="line-words">{control}{refusal}</div>
                    <div class="line-controls">
                        {button(desk, format!("up-{key}"), "↑", Sheet::MoveNamedUp.with(&[("name", want)]), place == 0)}
                        {button(desk, format!("down-{key}"), "↓", Sheet::MoveNamedDown.with(&[("name", want)]), place == last)}
                        {button(desk, format!("remove-{key}"), "✕", Sheet::TakeOutNamed.with(&[("name", want)]), false)}
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
        Some(Sheet::AddAWantOf.with(&[("name", name)])),
        "",
        LINE_CHARS,
        Shape::Line,
    );
    view! {
        <div class="wants">
            <p class="quiet">{if none { Sheet::NoWants.text() } else { Sheet::Wants.text() }}</p>
            <ol class="lines">{rows}</ol>
            <div class="line new">
                <div class="line-words">{control}{refusal}</div>
                <div class="line-controls">
                    <button type="submit" name="do" value=format!("add-want-{id}") class="small" aria-label=Sheet::AddAWantOf.with(&[("name", name)])>{Sheet::AddAWant.text()}</button>
                </div>
            </div>
        </div>
    }
}
