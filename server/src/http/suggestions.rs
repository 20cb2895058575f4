//! What looks alike among the ideas of a prompt: proposed to facilitators and panelists, and done when they say so.

use std::{cmp::Reverse, ops::Range};

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};
use futures::future::join_all;
use serde::Deserialize;
use uuid::Uuid;
use visioncast_analysis::{Near, Perhaps, Shared};
use visioncast_app::{
    form::Hint,
    page::{AtAGlance, LooksAlike, Page, PerhapsInto, Said, SameWords, Suggestions, Whose},
    paths,
};
use visioncast_model::{ActivityId, Arrange, Command, CommandId, Deed, IdeaId, Rejection, Step, ThemeId};

use super::{
    App,
    access::Led,
    attendee,
    form::Fields,
    language::asked,
    reply,
    themes::{Place, is_grouped},
    visitor::Visitor,
};
use crate::live::Found;

/// How many proposals of each kind are listed: more than anybody decides at a stretch, and few enough to read.
const LISTED: usize = 20;
/// How many of them stand on the desk itself.
const AT_A_GLANCE: usize = 3;
/// How many ideas one tap puts together, as many as one step may move.
const TOGETHER: usize = 1_000;
/// How many duplicates one tap hides; each is a step of its own.
const HIDDEN: usize = 500;

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Wanted {
    prompt: ActivityId,
    /// Whether a live desk asks for what stands beside it, not for the page.
    #[serde(default)]
    glance: bool,
}

pub(super) async fn list(State(app): State<App>, led: Led, Query(wanted): Query<Wanted>) -> Result<Response, Response> {
    listed(&app, Place::facilitators(led), wanted).await
}

pub(super) async fn panelists(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let place = Place::panelists(&app, &visitor, token, Deed::Follow).await?;
    listed(&app, place, wanted).await
}

async fn listed(app: &App, place: Place, Wanted { prompt, glance }: Wanted) -> Result<Response, Response> {
    if !glance {
        return shown(app, place, prompt, None, StatusCode::OK).await;
    }
    let About { whose, .. } = about(app, &place, prompt).await?;
    match place.room.alike_lately(prompt).await {
        Some(found) => {
            let glance = at_a_glance(&found, whose, prompt);
            Ok(Html(visioncast_app::glance_html(asked().language, &glance)).into_response())
        }
        None => Err(reply::not_found(State(app.clone())).await),
    }
}

/// What stands beside a desk.
pub(super) fn at_a_glance(found: &Found, whose: Whose, prompt: ActivityId) -> AtAGlance {
    let (mut perhaps, _) = perhaps(found);
    perhaps.truncate(AT_A_GLANCE);
    AtAGlance {
        whose,
        prompt,
        command: CommandId(Uuid::new_v4()),
        perhaps,
    }
}

pub(super) async fn accept(State(app): State<App>, led: Led, fields: Fields) -> Result<Response, Response> {
    let place = Place::facilitators(led);
    accepted(&app, place, &fields).await
}

pub(super) async fn accept_as_panelist(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let place = Place::panelists(&app, &visitor, token, Deed::Group).await?;
    accepted(&app, place, &fields).await
}

async fn accepted(app: &App, place: Place, fields: &Fields) -> Result<Response, Response> {
    let Some(prompt) = fields.parse::<ActivityId>("prompt") else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    match done(&place, prompt, fields).await {
        Ok(()) => {
            let here = match (&place.whose, fields.yes("desk")) {
                (Whose::Facilitator(code), true) => paths::themes(code),
                (Whose::Panelist(token, _), true) => paths::panelist_themes(token),
                (Whose::Facilitator(code) | Whose::Attendee(code, _), _) => paths::suggestions(code),
                (Whose::Panelist(token, _), false) => paths::panelist_suggestions(token),
            };
            Ok(Redirect::to(&format!("{here}?prompt={prompt}")).into_response())
        }
        Err(why) => {
            let refused = Some(reply::refusal(&why));
            shown(app, place, prompt, refused, attendee::refusal_status(&why)).await
        }
    }
}

/// Does what was said. What has been done meanwhile, by this form or somebody else, is left as it is.
async fn done(place: &Place, prompt: ActivityId, fields: &Fields) -> Result<(), Rejection> {
    let (Some(id), Some(one)) = (fields.command(), fields.parse::<IdeaId>("one")) else {
        return Err(Rejection::Unreadable);
    };
    let (room, actor) = (&place.room, place.actor);
    let arrange = |arrange: Arrange| room.submit(actor, id, Command::Arrange(arrange));
    let other = fields.parse::<IdeaId>("other");
    if fields.text("do") == "apart" {
        let other = other.ok_or(Rejection::Unreadable)?;
        arrange(Arrange::TellApart { prompt, one, other }).await?;
        return Ok(());
    }
    let again = room.look(move |panel| panel.recorded(id)).await;
    if again.ok_or(Rejection::Unavailable)?.is_some() {
        return Ok(());
    }
    let found = room.alike(prompt).await.ok_or(Rejection::Unavailable)?;
    let same = |idea: IdeaId| found.ideas.get(&idea).map(|seen| seen.same.clone());
    let mut ideas = same(one).ok_or(Rejection::UnknownIdea)?;
    match fields.text("do") {
        "hide" => {
            // Where it is about two, the later one goes, and all that say its words.
            if let Some(other) = other {
                ideas = same(other).ok_or(Rejection::UnknownIdea)?;
            }
            let goes = ideas.iter().filter(|idea| **idea != one);
            let hide = goes.take(HIDDEN).map(|idea| {
                // Sent twice, the form hides each of them once.
                let id = CommandId(Uuid::from_u128(id.0.as_u128() ^ idea.0.as_u128()));
                let step = Step::MergeIdea { idea: *idea, into: one };
                room.submit(actor, id, Command::Step(step))
            });
            let hidden = join_all(hide).await;
            hidden.into_iter().find_map(Result::err).map_or(Ok(()), Err)
        }
        "into" => {
            let theme = fields.parse::<ThemeId>("theme").ok_or(Rejection::Unreadable)?;
            let to = Some(theme);
            arrange(moved(&found, prompt, ideas, to)).await.map(|_| ())
        }
        "together" => {
            if let Some(other) = other {
                ideas.extend(same(other).ok_or(Rejection::UnknownIdea)?);
            }
            // Into the theme that one of them is in; several themes are for people to merge.
            let home = ideas.iter().find_map(|idea| found.ideas.get(idea)?.home);
            arrange(moved(&found, prompt, ideas, home)).await.map(|_| ())
        }
        _ => Err(Rejection::Unreadable),
    }
}

/// What puts those of `ideas` that are loose into a theme, or into a new one.
fn moved(found: &Found, prompt: ActivityId, ideas: Vec<IdeaId>, to: Option<ThemeId>) -> Arrange {
    let loose = |idea: &IdeaId| found.ideas.get(idea).is_some_and(|seen| seen.home.is_none());
    let ideas: Vec<IdeaId> = ideas.into_iter().filter(loose).take(TOGETHER).collect();
    match to {
        Some(_) => Arrange::Move {
            prompt,
            ideas,
            to,
            place: None,
        },
        None => Arrange::Make {
            prompt,
            domain: None,
            name: String::new(),
            ideas,
        },
    }
}

/// What is asked there, and whose desk it is as things are.
struct About {
    whose: Whose,
    title: String,
    question: String,
}

async fn about(app: &App, place: &Place, prompt: ActivityId) -> Result<About, Response> {
    let (actor, staff) = (place.actor, matches!(place.whose, Whose::Facilitator(_)));
    let looked = place.room.look(move |panel| {
        let item = panel.activity(prompt).filter(|item| is_grouped(item, staff))?;
        let (title, question) = (panel.title().to_owned(), item.plan.question.clone());
        Some((title, question, panel.may_group(actor, prompt)))
    });
    let Some((title, question, open)) = looked.await.flatten() else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    let whose = match place.whose.clone() {
        Whose::Panelist(token, _) => Whose::Panelist(token, open),
        other => other,
    };
    Ok(About { whose, title, question })
}

async fn shown(
    app: &App,
    place: Place,
    prompt: ActivityId,
    refused: Option<String>,
    status: StatusCode,
) -> Result<Response, Response> {
    let About { whose, title, question } = about(app, &place, prompt).await?;
    let staff = matches!(whose, Whose::Facilitator(_));
    let Some(found) = place.room.alike(prompt).await else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    let (same, same_more) = same_words(&found, staff);
    let (near, near_more) = near(&found, staff);
    let (perhaps, perhaps_more) = perhaps(&found);
    let page = Suggestions {
        whose,
        title,
        prompt,
        question,
        same,
        near,
        perhaps,
        more: same_more + near_more + perhaps_more,
        command: CommandId(Uuid::new_v4()),
        refused,
    };
    Ok(reply::page_with(app, status, Page::Suggestions(page)))
}

/// The first of what is to be listed, and how many more there are.
fn first<T, U>(all: Vec<T>, told: impl FnMut(T) -> Option<U>) -> (Vec<U>, usize) {
    let more = all.len().saturating_sub(LISTED);
    (all.into_iter().take(LISTED).filter_map(told).collect(), more)
}

fn same_words(found: &Found, staff: bool) -> (Vec<SameWords>, usize) {
    let loose = |same: &[IdeaId]| same.iter().filter(|idea| home(found, **idea).is_none()).count();
    let mut all: Vec<&Vec<IdeaId>> = found.same.iter().filter(|same| staff || loose(same) > 0).collect();
    all.sort_by_key(|same| loose(same) == 0);
    first(all, |same| {
        Some(SameWords {
            first: said(found, *same.first()?, &[])?,
            apart: loose(same),
            hides: staff,
        })
    })
}

fn near(found: &Found, staff: bool) -> (Vec<LooksAlike>, usize) {
    // What is in themes already was put there by people.
    let open = |near: &&Near| {
        let homes = [near.one, near.other].map(|idea| found.ideas.get(&idea).map(|seen| seen.home));
        match homes {
            [Some(None), Some(None)] => true,
            [Some(Some(home)), Some(None)] | [Some(None), Some(Some(home))] => found.themes.contains_key(&home),
            _ => false,
        }
    };
    let mut all: Vec<&Near> = found.near.iter().filter(open).collect();
    let newest = |near: &Near| place(found, near.one).max(place(found, near.other));
    // In tenths, so that among those that are as sure the newest come first.
    all.sort_by_key(|near| (Reverse((near.score * 10.0) as u32), Reverse(newest(near))));
    first(all, |near| {
        let (mut one, mut other) = (near.one, near.other);
        if place(found, one) > place(found, other) {
            std::mem::swap(&mut one, &mut other);
        }
        let shared = Shared::of(&found.ideas.get(&one)?.text, &found.ideas.get(&other)?.text);
        Some(LooksAlike {
            one: said(found, one, &shared.one)?,
            other: said(found, other, &shared.other)?,
            hides: staff,
        })
    })
}

fn perhaps(found: &Found) -> (Vec<PerhapsInto>, usize) {
    let along = |idea: IdeaId| {
        let same = found.ideas.get(&idea).map(|seen| seen.same.as_slice());
        let loose = |idea: &&IdeaId| home(found, **idea).is_none();
        same.unwrap_or_default().iter().filter(loose).copied()
    };
    // The same words are asked about once.
    let asked = |perhaps: &&Perhaps| along(perhaps.idea).next() == Some(perhaps.idea);
    let all: Vec<_> = found.perhaps.iter().filter(asked).collect();
    first(all, |perhaps| {
        let name = found.themes.get(&perhaps.theme)?.clone();
        let idea = &found.ideas.get(&perhaps.idea)?.text;
        let nearest = perhaps.nearest.and_then(|nearest| found.ideas.get(&nearest));
        let shared = Shared::of(idea, nearest.map_or(&name, |nearest| &nearest.text));
        Some(PerhapsInto {
            idea: said(found, perhaps.idea, &shared.one)?,
            theme: perhaps.theme,
            nearest: perhaps.nearest.and_then(|nearest| {
                let said = said(found, nearest, &shared.other)?;
                // The button says which theme that is.
                Some(Said { theme: None, ..said })
            }),
            name,
            along: along(perhaps.idea).take(TOGETHER).collect(),
        })
    })
}

fn home(found: &Found, idea: IdeaId) -> Option<ThemeId> {
    found.ideas.get(&idea)?.home
}

fn place(found: &Found, idea: IdeaId) -> Option<u32> {
    found.ideas.get(&idea).map(|seen| seen.place)
}

fn said(found: &Found, idea: IdeaId, shared: &[Range<usize>]) -> Option<Said> {
    let seen = found.ideas.get(&idea)?;
    let theme = seen
        .home
        .map(|home| found.themes.get(&home).cloned().unwrap_or_default());
    Some(Said {
        idea,
        parts: parts(&seen.text, shared),
        times: seen.same.len(),
        theme,
    })
}

/// A text in parts, each with whether it is shared.
fn parts(text: &str, shared: &[Range<usize>]) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    let mut end = 0;
    let mut part = |range: Range<usize>, shared: bool| {
        let words = text.get(range).filter(|words| !words.is_empty());
        parts.extend(words.map(|words| (words.to_owned(), shared)));
    };
    for range in shared {
        part(end..range.start, false);
        part(range.clone(), true);
        end = range.end;
    }
    part(end..text.len(), false);
    parts
}

/// Where each of these ideas might go, for whoever groups on a phone: into the theme that is nearest, else together with
/// what is like it. None for those that nothing is like.
pub(super) fn hints(found: &Found, ideas: &[IdeaId]) -> Vec<Hint> {
    ideas.iter().filter_map(|idea| hint(found, *idea)).collect()
}

fn hint(found: &Found, idea: IdeaId) -> Option<Hint> {
    let seen = found.ideas.get(&idea)?;
    let text = |idea: IdeaId| Some(found.ideas.get(&idea)?.text.as_str());
    let hint = |near: Option<IdeaId>, into: Option<(ThemeId, String)>| {
        let other = match near {
            Some(near) => text(near)?,
            None => into.as_ref()?.1.as_str(),
        };
        let shared = Shared::of(&seen.text, other);
        let near = near.map(|near| (near, parts(other, &shared.other)));
        Some(Hint {
            idea,
            parts: parts(&seen.text, &shared.one),
            near,
            into,
        })
    };
    let named = |theme: ThemeId| Some((theme, found.themes.get(&theme)?.clone()));
    if let Some(perhaps) = found.perhaps.iter().find(|perhaps| perhaps.idea == idea) {
        return hint(perhaps.nearest, Some(named(perhaps.theme)?));
    }
    // The same words, then what is near: each pair stands for all that say the same.
    let same = seen.same.iter().copied().find(|other| *other != idea);
    let says_it = |other: &IdeaId| seen.same.contains(other);
    let near = || {
        let pair = found
            .near
            .iter()
            .find(|near| says_it(&near.one) || says_it(&near.other))?;
        Some(if says_it(&pair.one) { pair.other } else { pair.one })
    };
    let other = same.or_else(near)?;
    match home(found, other) {
        // What is in a theme that nothing is added to any more helps nobody.
        Some(home) => hint(Some(other), Some(named(home)?)),
        None => hint(Some(other), None),
    }
}
