//! What the piles of those who sort by themselves add up to: proposed, until a facilitator makes themes of it.

use std::collections::BTreeMap;

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;
use uuid::{Builder, Uuid};
use visioncast_analysis::{CrowdGroup, Piles, crowd_groups};
use visioncast_app::{
    page::{Page, Proposal, ThemeProposals},
    paths,
};
use visioncast_model::{ActivityId, Actor, Arrange, Command, CommandId, IdeaId, Panel, Rejection};

use super::{App, access::Led, attendee, form::Fields, reply};
use crate::live::RoomHandle;

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Wanted {
    prompt: ActivityId,
}

/// What there is to go by, taken out of the room so that it need not wait while piles are added up.
struct Sorted {
    question: String,
    title: String,
    /// The ideas that are on screens and in no theme, with their words.
    ideas: Vec<(IdeaId, String)>,
    /// The piles of each handful, by the numbers of these ideas.
    handfuls: Vec<Piles>,
    /// Piles that were given a name.
    named: Vec<(String, Vec<usize>)>,
    discarded: Vec<Vec<IdeaId>>,
}

pub(super) async fn list(State(app): State<App>, led: Led, Query(wanted): Query<Wanted>) -> Result<Response, Response> {
    shown(&app, &led.room, wanted.prompt, None, StatusCode::OK).await
}

pub(super) async fn change(State(app): State<App>, led: Led, fields: Fields) -> Result<Response, Response> {
    let Some(prompt) = fields.parse::<ActivityId>("prompt") else {
        return Err(reply::not_found(State(app)).await);
    };
    let actor = Actor::Facilitator(led.account.id);
    match done(&led.room, actor, prompt, &fields).await {
        Ok(()) => {
            let there = paths::theme_proposals(led.room.entry.code.as_str());
            Ok(Redirect::to(&format!("{there}?prompt={prompt}")).into_response())
        }
        Err(why) => {
            let status = attendee::refusal_status(&why);
            shown(&app, &led.room, prompt, Some(reply::refusal(&why)), status).await
        }
    }
}

async fn done(room: &RoomHandle, actor: Actor, prompt: ActivityId, fields: &Fields) -> Result<(), Rejection> {
    let id = fields.command().ok_or(Rejection::Unreadable)?;
    let ideas = |name: &'static str| {
        fields
            .all(name)
            .filter_map(|idea| idea.parse().ok())
            .collect::<Vec<IdeaId>>()
    };
    let make = |name: String, ideas: Vec<IdeaId>| Arrange::Make {
        prompt,
        domain: None,
        name,
        ideas,
    };
    let arrange = match fields.text("do") {
        "make" => make(fields.text("name").to_owned(), ideas("idea")),
        "discard" => Arrange::Discard {
            prompt,
            ideas: ideas("all"),
        },
        "make_all" => {
            let (_, proposals) = proposed(room, prompt).await.ok_or(Rejection::Unavailable)?;
            for (number, proposal) in proposals.into_iter().enumerate() {
                let name = proposal.name.map(|(name, _)| name).unwrap_or_default();
                let ideas = proposal.ideas.into_iter().map(|(idea, ..)| idea).collect();
                let id = nth(id, number);
                room.submit(actor, id, Command::Arrange(make(name, ideas))).await?;
            }
            return Ok(());
        }
        _ => return Err(Rejection::Unreadable),
    };
    room.submit(actor, id, Command::Arrange(arrange)).await.map(|_| ())
}

/// The id of the so-manyth command of a form: the same where the form is sent twice.
fn nth(id: CommandId, number: usize) -> CommandId {
    let bytes = (id.0.as_u128() ^ ((number as u128) << 32)).to_be_bytes();
    CommandId(Builder::from_random_bytes(bytes).into_uuid())
}

async fn shown(
    app: &App,
    room: &RoomHandle,
    prompt: ActivityId,
    refused: Option<String>,
    status: StatusCode,
) -> Result<Response, Response> {
    let Some((sorted, proposals)) = proposed(room, prompt).await else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    let placed: usize = proposals.iter().map(|proposal| proposal.ideas.len()).sum();
    let page = ThemeProposals {
        code: room.entry.code.to_string(),
        title: sorted.title,
        prompt,
        question: sorted.question,
        handfuls: sorted.handfuls.len(),
        left: sorted.ideas.len().saturating_sub(placed),
        proposals,
        command: CommandId(Uuid::new_v4()),
        refused,
    };
    Ok(reply::page_with(app, status, Page::Proposals(page)))
}

/// None where there is no such prompt.
async fn proposed(room: &RoomHandle, prompt: ActivityId) -> Option<(Sorted, Vec<Proposal>)> {
    let sorted = room.look(move |panel| gathered(panel, prompt)).await??;
    tokio::task::spawn_blocking(move || {
        let proposals = proposals(&sorted);
        (sorted, proposals)
    })
    .await
    .ok()
}

fn gathered(panel: &Panel, prompt: ActivityId) -> Option<Sorted> {
    let activity = panel.activity(prompt)?;
    let themes = panel.themes();
    let loose = panel.visible_ideas(prompt).filter(|(id, _)| themes.home(*id).is_none());
    let ideas: Vec<(IdeaId, String)> = loose
        .filter_map(|(id, idea)| Some((id, panel.words(idea)?.to_owned())))
        .collect();
    let places: BTreeMap<IdeaId, usize> = ideas.iter().enumerate().map(|(place, (id, _))| (*id, place)).collect();
    let (mut handfuls, mut named) = (Vec::new(), Vec::new());
    let sortings = panel
        .agenda()
        .iter()
        .filter(|item| item.sorted_prompt() == Some(prompt));
    for piles in sortings.flat_map(|item| panel.sorts(item.id)) {
        let mut handful = Piles::with_capacity(piles.len());
        for pile in piles {
            let places: Vec<usize> = pile.ideas.iter().filter_map(|idea| places.get(idea).copied()).collect();
            if let Some(name) = pile.name.and_then(|(words, _)| panel.text(words)) {
                named.push((name.to_owned(), places.clone()));
            }
            handful.push(places);
        }
        handfuls.push(handful);
    }
    Some(Sorted {
        question: activity.plan.question.clone(),
        title: panel.title().to_owned(),
        discarded: themes.discarded(prompt).cloned().collect(),
        ideas,
        handfuls,
        named,
    })
}

fn proposals(sorted: &Sorted) -> Vec<Proposal> {
    let groups = crowd_groups(sorted.ideas.len(), &sorted.handfuls).into_iter();
    groups
        .map(|group| proposal(sorted, &group))
        .filter(|proposal| {
            let mut set: Vec<IdeaId> = proposal.ideas.iter().map(|(id, ..)| *id).collect();
            set.sort_unstable();
            !sorted.discarded.contains(&set)
        })
        .collect()
}

fn proposal(sorted: &Sorted, group: &CrowdGroup) -> Proposal {
    Proposal {
        name: most_used_name(sorted, group),
        ideas: group
            .members
            .iter()
            .map(|(place, firmly)| {
                let (id, words) = &sorted.ideas[*place];
                (*id, words.clone(), *firmly)
            })
            .collect(),
        seen: group.seen,
        together: group.together,
    }
}

/// What piles are called most of which more than half, and two ideas or more, are in the group: as it was first written,
/// and how often; upper and lower case make no difference.
fn most_used_name(sorted: &Sorted, group: &CrowdGroup) -> Option<(String, usize)> {
    let is_in = |place: &usize| group.members.iter().any(|(member, _)| member == place);
    let mut used: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for (name, pile) in &sorted.named {
        let within = pile.iter().filter(|place| is_in(place)).count();
        if within >= 2 && within * 2 > pile.len() {
            used.entry(name.to_lowercase()).or_insert_with(|| (name.clone(), 0)).1 += 1;
        }
    }
    // Of several that are used as often the first in the alphabet, so that it does not jump.
    used.into_values().rev().max_by_key(|(_, many)| *many)
}
