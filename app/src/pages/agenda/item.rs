//! An item of the agenda in its row: what it is, when it comes, and what can be done with it.

use leptos::prelude::*;
use visioncast_model::{Activity, Arrivals, Items, Kind, State};

use super::{Desk, edit::edit, hidden};
use crate::{
    console::wording,
    language::{Live, Sheet},
    page::Refused,
};

/// Where an item stands on the agenda.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// From 0.
    pub(super) number: usize,
    pub(super) last: bool,
    /// How many minutes are planned before it.
    pub(super) begins: u32,
    pub(super) unfolded: bool,
}

pub(super) fn row(desk: &Desk, item: &Activity, place: Place, refused: Option<Refused>) -> impl IntoView + use<> {
    let begun = item.state != State::Planned;
    let title = item.plan.title.clone();
    let quoted = Live::Quoted.with(&[("words", title.clone())]);
    let button = |what: &'static str, words: Sheet, sign: &'static str, off: bool| {
        let words = words.text();
        let label = format!("{words} {quoted}");
        view! {
            <button type="submit" name="do" value=what class="small" aria-label=label title=words disabled=off>{sign}</button>
        }
    };
    let (clock, after) = (clock(place.begins), place.begins);
    view! {
        <li class="entry" id=format!("item-{}", item.id)>
            <div class="entry-head">
                <p class="entry-number">
                    <span aria-hidden="true">{place.number + 1}</span>
                    <span class="entry-clock" title=Sheet::BeginsAfter.count(after)>{clock}</span>
                </p>
                <div class="entry-words">
                    <h2 dir="auto">{title.clone()}</h2>
                    <p dir="auto">{item.plan.question.clone()}</p>
                    <p class="quiet">{about(desk, item)}</p>
                </div>
                <form method="post" action=desk.action.clone() class="entry-moves">
                    {hidden(desk, Some(item.id))}
                    {button("up", Sheet::MoveUp, "↑", place.number == 0)}
                    {button("down", Sheet::MoveDown, "↓", place.last)}
                    {(!begun).then(|| button("remove", Sheet::Remove, "✕", false))}
                </form>
            </div>
            <div class="entry-more">
                {edit(desk, item, place.unfolded, refused)}
                {more(desk, item, &quoted)}
            </div>
        </li>
    }
}

/// What can be made of it.
fn more(desk: &Desk, item: &Activity, quoted: &str) -> Option<impl IntoView + use<>> {
    let asks_domains = match &item.plan.kind {
        Kind::Prompt(_) => true,
        Kind::Survey(survey) => matches!(survey.items, Items::Domains(_)),
        Kind::Judgement(_) | Kind::Reflection(_) | Kind::Volunteers | Kind::Grouping(_) => false,
    };
    let is_vote = matches!(item.plan.kind, Kind::Judgement(_) | Kind::Survey(_));
    let offered = [
        (
            "each_domain",
            Sheet::RepeatForEachDomain,
            asks_domains && desk.domains.len() > 1,
        ),
        ("again", Sheet::AskAgain, is_vote),
        ("grouping", Sheet::GroupThese, matches!(item.plan.kind, Kind::Prompt(_))),
        ("judgement", Sheet::VoteOnThese, item.collects()),
        ("drafts", Sheet::GradientOnThese, item.collects()),
    ];
    let buttons: Vec<_> = offered
        .into_iter()
        .filter(|(.., fits)| *fits)
        .map(|(what, words, _)| view! { <button type="submit" name="do" value=what class="plain">{words.text()}</button> })
        .collect();
    (!buttons.is_empty()).then(|| {
        view! {
            <details class="menu">
                <summary class="small">{Sheet::More.text()}<span class="aside">{format!(" {quoted}")}</span></summary>
                <form method="post" action=desk.action.clone() class="menu-list">
                    {hidden(desk, Some(item.id))}
                    {buttons}
                </form>
            </details>
        }
    })
}

/// Hours and minutes.
fn clock(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// What an item does, in one line.
fn about(desk: &Desk, item: &Activity) -> String {
    let on_ideas = |source, words: Sheet| {
        let known = desk.sources.iter().find(|(id, _)| *id == source);
        known.map(|(_, title)| words.with(&[("title", Live::Quoted.with(&[("words", title.clone())]))]))
    };
    let mut parts = vec![match &item.plan.kind {
        Kind::Prompt(prompt) => match prompt.arrivals {
            Arrivals::Live => Sheet::IdeasAsTheyArrive.owned(),
            Arrivals::AtReveal => Sheet::IdeasInSilence.owned(),
        },
        Kind::Judgement(judgement) => {
            on_ideas(judgement.prompt, Sheet::VoteOnTheIdeasOf).unwrap_or_else(|| Live::KindVote.owned())
        }
        Kind::Grouping(grouping) => {
            on_ideas(grouping.prompt, Sheet::ThemesOfTheIdeasOf).unwrap_or_else(|| Live::KindGrouping.owned())
        }
        Kind::Survey(survey) => {
            let on = match survey.items {
                Items::Ideas(source) => on_ideas(source, Sheet::SurveyOnTheIdeasOf),
                Items::Themes(source) => on_ideas(source, Sheet::SurveyOnTheThemesOf),
                _ => None,
            };
            on.unwrap_or_else(|| Live::KindSurvey.owned())
        }
        kind => wording::kind(kind).to_owned(),
    }];
    if item.plan.again.is_some() {
        parts.push(Sheet::SecondAsking.owned());
    }
    parts.push(match item.plan.minutes {
        0 => Sheet::NoTimeSet.owned(),
        minutes => Live::Minutes.count(minutes.into()),
    });
    if item.state != State::Planned {
        parts.push(wording::standing(item).to_lowercase());
    }
    parts.join(" · ")
}
