//! What the piles of those who sort by themselves add up to: proposed, until a facilitator makes themes of it.

use std::collections::{BTreeMap, BTreeSet};

use axum::{
    extract::{Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;
use uuid::{Builder, Uuid};
use visioncast_analysis::{CrowdGroup, Piles, crowd_groups};
use visioncast_app::{
    language::Desk,
    page::{Page, Proposal, ProposedIdea, ThemeProposals},
    paths,
};
use visioncast_model::{
    Accord, ActivityId, Actor, Arrange, Command, CommandId, IdeaId, Misplaced, Panel, Rejection, ThemeId,
};

use super::{App, access::Led, attendee, form::Fields, language::said, reply};
use crate::live::RoomHandle;

/// How often a page that follows looks again, in seconds: time enough to read what is proposed, and to take it.
const PACE: u32 = 10;

#[derive(Clone, Deserialize)]
pub(super) struct Wanted {
    prompt: ActivityId,
    /// Says `yes` where the page is to stay as it is, so that something can be typed.
    #[serde(default)]
    still: String,
}

/// What there is to go by, taken out of the room so that it need not wait while piles are added up.
struct Sorted {
    question: String,
    title: String,
    sorting: bool,
    accord: Option<Accord>,
    /// The ideas that are on screens, with their words, and the theme that each is in.
    ideas: Vec<(IdeaId, String, Option<ThemeId>)>,
    /// What themes are called that may be added to.
    themes: BTreeMap<ThemeId, String>,
    /// The piles of each handful, by the numbers of these ideas.
    handfuls: Vec<Piles>,
    /// Piles that were given a name.
    named: Vec<(String, Vec<usize>)>,
    discarded: Vec<Vec<IdeaId>>,
}

/// What is shown beside what is proposed.
#[derive(Default)]
struct Answer {
    still: bool,
    refused: Option<String>,
    /// A form that was not taken: the ideas that it was about, those that were ticked, and the name.
    typed: Option<(BTreeSet<IdeaId>, BTreeSet<IdeaId>, String)>,
}

pub(super) async fn list(State(app): State<App>, led: Led, Query(wanted): Query<Wanted>) -> Result<Response, Response> {
    let answer = Answer {
        still: wanted.still == "yes",
        ..Answer::default()
    };
    shown(&app, &led.room, wanted.prompt, answer, StatusCode::OK).await
}

pub(super) async fn change(State(app): State<App>, led: Led, fields: Fields) -> Result<Response, Response> {
    let Some(prompt) = fields.parse::<ActivityId>("prompt") else {
        return Err(reply::not_found(State(app)).await);
    };
    let actor = Actor::Facilitator(led.account.id);
    let still = fields.yes("still");
    match done(&led.room, actor, prompt, &fields).await {
        Ok(Done::All) => {
            let there = paths::theme_proposals(led.room.entry.code.as_str());
            let still = if still { "&still=yes" } else { "" };
            Ok(Redirect::to(&format!("{there}?prompt={prompt}{still}")).into_response())
        }
        Ok(Done::Some(made)) => {
            let answer = Answer {
                still: true,
                refused: Some(said(|| Desk::SomeWereMade.count(made))),
                typed: None,
            };
            shown(&app, &led.room, prompt, answer, StatusCode::OK).await
        }
        Err(why) => {
            let status = attendee::refusal_status(&why);
            let name = fields.text("name").to_owned();
            let answer = Answer {
                // What was typed stays.
                still: true,
                refused: Some(reply::refusal(&why)),
                typed: Some((ideas(&fields, "all"), ideas(&fields, "idea"), name)),
            };
            shown(&app, &led.room, prompt, answer, status).await
        }
    }
}

/// The ideas that fields of a form name.
fn ideas<C: FromIterator<IdeaId>>(fields: &Fields, name: &str) -> C {
    fields.all(name).filter_map(|idea| idea.parse().ok()).collect()
}

/// How much of what was asked for is done.
enum Done {
    All,
    /// So many themes were made; of others something had changed.
    Some(u32),
}

async fn done(room: &RoomHandle, actor: Actor, prompt: ActivityId, fields: &Fields) -> Result<Done, Rejection> {
    let id = fields.command().ok_or(Rejection::Unreadable)?;
    let take = |id: CommandId, arrange: Arrange| room.submit(actor, id, Command::Arrange(arrange));
    let confirm = |name: &str, ideas: Vec<IdeaId>, into: &str| Arrange::Confirm {
        prompt,
        name: name.to_owned(),
        ideas,
        to: into.parse().ok(),
    };
    match fields.text("do") {
        "make" => {
            let ticked: Vec<IdeaId> = ideas(fields, "idea");
            let mut left: Vec<IdeaId> = ideas(fields, "all");
            left.retain(|idea| !ticked.contains(idea));
            take(id, confirm(fields.text("name"), ticked, fields.text("into"))).await?;
            if !left.is_empty() {
                // What was taken out is not proposed for the same theme at once. Nothing is lost where that fails.
                let aside = Arrange::Discard { prompt, ideas: left };
                let _ = take(nth(id, 1), aside).await;
            }
        }
        "discard" => {
            let ideas = ideas(fields, "all");
            take(id, Arrange::Discard { prompt, ideas }).await?;
        }
        "make_all" => {
            let sets = fields.all("set").zip(fields.all("called")).zip(fields.all("into"));
            let (mut made, mut changed) = (0, None);
            for (number, ((set, name), into)) in sets.enumerate() {
                let ideas = set.split(' ').filter_map(|idea| idea.parse().ok()).collect();
                match take(nth(id, number), confirm(name, ideas, into)).await {
                    Ok(_) => made += 1,
                    Err(why @ Rejection::Misplaced(Misplaced::ProposalChanged)) => changed = Some(why),
                    Err(why) => return Err(why),
                }
            }
            match changed {
                Some(why) if made == 0 => return Err(why),
                Some(_) => return Ok(Done::Some(made)),
                None => {}
            }
        }
        _ => return Err(Rejection::Unreadable),
    }
    Ok(Done::All)
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
    answer: Answer,
    status: StatusCode,
) -> Result<Response, Response> {
    let Some((sorted, mut proposals)) = proposed(room, prompt).await else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    if let Some((all, ticked, name)) = answer.typed {
        let shared = |proposal: &Proposal| proposal.ideas.iter().filter(|known| all.contains(&known.idea)).count();
        let nearest = proposals.iter_mut().max_by_key(|proposal| shared(proposal));
        if let Some(proposal) = nearest.filter(|proposal| shared(proposal) > 0) {
            proposal.typed = Some(name);
            for idea in &mut proposal.ideas {
                idea.ticked = ticked.contains(&idea.idea);
            }
        }
    }
    let placed: usize = proposals.iter().map(|proposal| proposal.ideas.len()).sum();
    let loose = sorted.ideas.iter().filter(|(.., home)| home.is_none()).count();
    let code = room.entry.code.to_string();
    let follows = sorted.sorting && !answer.still;
    let again = format!("{PACE}; url={}?prompt={prompt}", paths::theme_proposals(&code));
    let page = ThemeProposals {
        code,
        title: sorted.title,
        prompt,
        question: sorted.question,
        handfuls: sorted.handfuls.len(),
        accord: sorted.accord,
        left: loose.saturating_sub(placed),
        proposals,
        sorting: sorted.sorting,
        follows,
        command: CommandId(Uuid::new_v4()),
        refused: answer.refused,
    };
    let mut response = reply::page_with(app, status, Page::Proposals(page));
    if let Some(again) = HeaderValue::try_from(again).ok().filter(|_| follows) {
        response.headers_mut().insert(header::REFRESH, again);
    }
    Ok(response)
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

/// All ideas that are on screens count, also those that are in themes: what becomes of one proposal moves no other.
fn gathered(panel: &Panel, prompt: ActivityId) -> Option<Sorted> {
    let activity = panel.activity(prompt)?;
    let themes = panel.themes();
    let ideas: Vec<(IdeaId, String, Option<ThemeId>)> = panel
        .visible_ideas(prompt)
        .filter_map(|(id, idea)| Some((id, panel.words(idea)?.to_owned(), themes.home(id))))
        .collect();
    let places: BTreeMap<IdeaId, usize> = ideas.iter().enumerate().map(|(place, (id, ..))| (*id, place)).collect();
    let (mut handfuls, mut named) = (Vec::new(), Vec::new());
    let sortings = || {
        panel
            .agenda()
            .iter()
            .filter(|item| item.sorted_prompt() == Some(prompt))
    };
    for piles in sortings().flat_map(|item| panel.sorts(item.id)) {
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
    let free = themes.of(prompt).filter(|(_, theme)| !theme.locked && !theme.parked);
    Some(Sorted {
        question: activity.plan.question.clone(),
        title: panel.title().to_owned(),
        sorting: sortings().any(visioncast_model::Activity::is_open),
        accord: panel.accord(prompt).map(Accord::of),
        discarded: themes.discarded(prompt).cloned().collect(),
        themes: free
            .map(|(id, theme)| (id, panel.theme_name(theme).unwrap_or_default().to_owned()))
            .collect(),
        ideas,
        handfuls,
        named,
    })
}

fn proposals(sorted: &Sorted) -> Vec<Proposal> {
    let groups = crowd_groups(sorted.ideas.len(), &sorted.handfuls).into_iter();
    groups
        .filter_map(|group| proposal(sorted, &group))
        .filter(|proposal| {
            let mut set: Vec<IdeaId> = proposal.ideas.iter().map(|known| known.idea).collect();
            set.sort_unstable();
            !sorted.discarded.contains(&set)
        })
        .collect()
}

/// What is left to do of a group. None where everything has its place, or one idea alone is left of what went into several.
fn proposal(sorted: &Sorted, group: &CrowdGroup) -> Option<Proposal> {
    let mut homes: BTreeMap<ThemeId, usize> = BTreeMap::new();
    for home in group.members.iter().filter_map(|(place, _)| sorted.ideas[*place].2) {
        *homes.entry(home).or_default() += 1;
    }
    let most = homes.into_iter().max_by_key(|(_, many)| *many);
    let into = most
        .filter(|(_, many)| many * 2 >= group.members.len())
        .map(|(theme, _)| Some((theme, sorted.themes.get(&theme)?.clone())));
    let into = match into {
        // That one is to stay as it is.
        Some(None) => return None,
        Some(some) => some,
        None => None,
    };
    let loose = group.members.iter().filter_map(|(place, firmly)| {
        let (idea, words, home) = &sorted.ideas[*place];
        home.is_none().then(|| ProposedIdea {
            idea: *idea,
            words: words.clone(),
            firmly: *firmly,
            ticked: true,
        })
    });
    let ideas: Vec<ProposedIdea> = loose.collect();
    let least = if into.is_some() { 1 } else { 2 };
    (ideas.len() >= least).then(|| Proposal {
        name: most_used_name(sorted, group),
        into,
        ideas,
        seen: group.seen,
        together: group.together,
        seen_outside: group.seen_outside,
        together_outside: group.together_outside,
        typed: None,
    })
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
