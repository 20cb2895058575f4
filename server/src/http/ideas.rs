//! All ideas of a panel, and what comes in beside the phones: spoken aloud, or on paper.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    language::Sheet,
    page::{Flash, Ideas, Page},
    paths,
};
use visioncast_model::{
    ActivityId, Actor, Command, CommandId, HideReason, IdeaId, Kind, Panel, Rejection, Step, view::ConsoleIdea,
};

use super::{
    App, access, attendee,
    form::Fields,
    language::said,
    reply,
    visitor::{Facilitator, Visitor},
};
use crate::live::RoomHandle;

/// How many ideas stand on one page.
const PAGE: usize = 200;

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Wanted {
    prompt: Option<ActivityId>,
    #[serde(default)]
    page: usize,
    #[serde(default)]
    saved: bool,
}

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
    Path(code): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let room = access::led(&app, &visitor, &account, &code).await?;
    let flash = wanted.saved.then_some(Flash::Saved);
    shown(&app, &room, wanted, flash, StatusCode::OK).await
}

async fn shown(
    app: &App,
    room: &RoomHandle,
    wanted: Wanted,
    flash: Option<Flash>,
    status: StatusCode,
) -> Result<Response, Response> {
    let code = room.entry.code.to_string();
    let page = room.look(move |panel| gathered(panel, code, wanted, flash)).await;
    match page {
        Some(page) => Ok(reply::page_with(app, status, Page::Ideas(page))),
        None => Err(reply::not_found(State(app.clone())).await),
    }
}

fn gathered(panel: &Panel, code: String, wanted: Wanted, flash: Option<Flash>) -> Ideas {
    let is_prompt = |id: &ActivityId| {
        panel
            .activity(*id)
            .is_some_and(|item| matches!(item.plan.kind, Kind::Prompt(_)))
    };
    let focused = panel.focus().map(visioncast_model::Activity::prompt);
    let first = panel.agenda().first().map(|item| item.id);
    let prompt = [wanted.prompt, focused, first].into_iter().flatten().find(is_prompt);
    let all: Vec<_> = prompt
        .map(|prompt| panel.ideas_of(prompt).collect())
        .unwrap_or_default();
    let ideas = all
        .iter()
        .enumerate()
        .rev()
        .skip(wanted.page.saturating_mul(PAGE))
        .take(PAGE)
        .map(|(place, (id, idea))| {
            let shown = ConsoleIdea {
                activity: idea.activity,
                words: panel.words(idea).map(str::to_owned),
                domain: idea.domain,
                source: idea.source,
                quotable: idea.quotable,
                hidden: idea.hidden,
                place: place as u32 + 1,
            };
            (*id, shown)
        })
        .collect();
    Ideas {
        code,
        title: panel.title().to_owned(),
        activities: panel
            .agenda()
            .iter()
            .map(|activity| (activity.clone(), panel.progress(activity)))
            .collect(),
        domains: panel.framework().domains.clone(),
        prompt,
        ideas,
        place: (wanted.page, all.len().div_ceil(PAGE).max(1)),
        command: CommandId(Uuid::new_v4()),
        flash,
    }
}

pub(super) async fn enter(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let room = access::led(&app, &visitor, &account, &code).await?;
    let result = match (fields.command(), wanted_step(&room, &fields).await) {
        (Some(id), Ok(step)) => {
            let actor = Actor::Facilitator(account.id);
            room.submit(actor, id, Command::Step(step)).await.map_err(Refusal::Room)
        }
        (None, _) => Err(Refusal::Room(Rejection::Unreadable)),
        (_, Err(why)) => Err(why),
    };
    match result {
        Ok(_) => {
            let here = paths::ideas(room.entry.code.as_str());
            let prompt = match fields.parse::<ActivityId>("prompt") {
                Some(prompt) => format!("&prompt={prompt}"),
                None => String::new(),
            };
            Ok(Redirect::to(&format!("{here}?saved=true{prompt}")).into_response())
        }
        Err(why) => {
            let flash = Flash::Refused {
                why: why.in_words(),
                activity: fields.activity(),
                words: fields.text("words").to_owned(),
                domain: fields.domain(),
                quotable: fields.yes("quotable"),
            };
            let wanted = Wanted {
                prompt: fields.parse("prompt"),
                page: 0,
                saved: false,
            };
            shown(&app, &room, wanted, Some(flash), why.status()).await
        }
    }
}

/// Why a form of this page had no effect.
#[derive(Debug)]
enum Refusal {
    Room(Rejection),
    Unsure,
    NoAuthor,
}

impl Refusal {
    fn in_words(&self) -> String {
        match self {
            Self::Room(why) => reply::refusal(why),
            Self::Unsure => said(|| Sheet::EraseUnsure.owned()),
            Self::NoAuthor => said(|| Sheet::EraseNoAuthor.owned()),
        }
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::Room(why) => attendee::refusal_status(why),
            Self::Unsure | Self::NoAuthor => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

async fn wanted_step(room: &RoomHandle, fields: &Fields) -> Result<Step, Refusal> {
    let unreadable = Refusal::Room(Rejection::Unreadable);
    if fields.text("do") != "erase" {
        return read(fields).ok_or(unreadable);
    }
    let Some(idea) = fields.parse::<IdeaId>("idea") else {
        return Err(unreadable);
    };
    if !fields.yes("sure") {
        return Err(Refusal::Unsure);
    }
    if fields.text("extent") != "author" {
        return Ok(Step::EraseWords { ideas: vec![idea] });
    }
    // No page tells who wrote what; only here it is looked up.
    let author = room.look(move |panel| panel.ideas().get(&idea)?.author).await.flatten();
    let person = author.ok_or(Refusal::NoAuthor)?;
    Ok(Step::ErasePerson { person })
}

fn read(fields: &Fields) -> Option<Step> {
    Some(match fields.text("do") {
        "enter_idea" => Step::EnterIdea {
            activity: fields.activity()?,
            domain: fields.domain(),
            words: fields.text("words").to_owned(),
            quotable: fields.yes("quotable"),
            source: fields.source(),
        },
        "enter_sheet" => Step::EnterSheet {
            activity: fields.activity()?,
            choices: fields
                .beginning("choice-")
                .filter_map(|(idea, choice)| Some((idea.parse().ok()?, attendee::choice(choice)?)))
                .collect(),
            source: fields.source(),
        },
        "hide" => Step::HideIdea {
            idea: fields.parse("idea")?,
            reason: match fields.text("reason") {
                "duplicate" => HideReason::Duplicate,
                "off_topic" => HideReason::OffTopic,
                "personal" => HideReason::Personal,
                "hurtful" => HideReason::Hurtful,
                _ => return None,
            },
        },
        "show" => Step::ShowIdea {
            idea: fields.parse("idea")?,
        },
        _ => return None,
    })
}
