//! All ideas of a panel, and what comes in beside the phones: spoken aloud, or on paper.

use std::collections::BTreeMap;

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    language::Sheet,
    page::{Flash, Ideas, Page, SurveySheet},
    paths,
};
use visioncast_model::{
    Activity, ActivityId, Actor, Command, CommandId, HideReason, HoldBack, IdeaId, ItemId, Kind, Moderation, Panel,
    Rejection, State::Planned, Step,
};

use super::{App, access::Led, attendee, form::Fields, language::said, reply};
use crate::live::RoomHandle;

/// How many ideas stand on one page.
const PAGE: usize = 200;

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Wanted {
    prompt: Option<ActivityId>,
    survey: Option<ActivityId>,
    #[serde(default)]
    page: usize,
    #[serde(default)]
    saved: bool,
}

pub(super) async fn list(
    State(app): State<App>,
    Led { room, .. }: Led,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let flash = wanted.saved.then_some(Flash::Saved);
    shown(&app, &room, wanted, (flash, BTreeMap::new()), StatusCode::OK).await
}

async fn shown(
    app: &App,
    room: &RoomHandle,
    wanted: Wanted,
    told: Told,
    status: StatusCode,
) -> Result<Response, Response> {
    let code = room.entry.code.to_string();
    let page = room.look(move |panel| gathered(panel, code, wanted, told)).await;
    match page {
        Some(page) => Ok(reply::page_with(app, status, Page::Ideas(page))),
        None => Err(reply::not_found(State(app.clone())).await),
    }
}

/// What became of the form that led here, and what was typed into a sheet that was refused.
type Told = (Option<Flash>, BTreeMap<ItemId, Vec<u8>>);

/// The survey whose sheet is entered: the one that was chosen, else the one on screen.
fn sheet(panel: &Panel, wanted: Option<ActivityId>, typed: BTreeMap<ItemId, Vec<u8>>) -> Option<SurveySheet> {
    let begun = |activity: &&Activity| activity.survey().is_some() && activity.state != Planned;
    let chosen = wanted.and_then(|id| panel.activity(id)).filter(begun);
    let activity = chosen.or_else(|| panel.focus().filter(begun))?;
    let items = panel.items(activity).into_iter();
    Some(SurveySheet {
        activity: activity.id,
        question: activity.plan.question.clone(),
        scale: activity.survey()?.scale.clone(),
        items: items
            .filter_map(|item| Some((item, panel.item_text(activity, item)?)))
            .collect(),
        typed,
    })
}

fn gathered(panel: &Panel, code: String, wanted: Wanted, (flash, typed): Told) -> Ideas {
    let is_prompt = |id: &ActivityId| {
        panel
            .activity(*id)
            .is_some_and(|item| matches!(item.plan.kind, Kind::Prompt(_)))
    };
    let focused = panel.focus().map(Activity::prompt);
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
        .map(|(place, (id, idea))| (*id, panel.console_idea(*id, idea, place as u32 + 1)))
        .collect();
    let waiting = (0..).zip(panel.held()).take(PAGE);
    let waiting = waiting.filter_map(|(before, (id, _))| Some((id, panel.held_idea(id, before)?)));
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
        waiting: waiting.collect(),
        waiting_count: panel.held().count(),
        moderation: panel.moderation().clone(),
        surveys: panel
            .agenda()
            .iter()
            .filter(|item| item.survey().is_some() && item.state != Planned)
            .map(|item| (item.id, item.plan.title.clone()))
            .collect(),
        sheet: sheet(panel, wanted.survey, typed),
        place: (wanted.page, all.len().div_ceil(PAGE).max(1)),
        command: CommandId(Uuid::new_v4()),
        flash,
    }
}

pub(super) async fn enter(
    State(app): State<App>,
    Led { account, room }: Led,
    fields: Fields,
) -> Result<Response, Response> {
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
            let part = |name| match fields.parse::<ActivityId>(name) {
                Some(id) => format!("&{name}={id}"),
                None => String::new(),
            };
            let (prompt, survey) = (part("prompt"), part("survey"));
            Ok(Redirect::to(&format!("{here}?saved=true{prompt}{survey}")).into_response())
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
                survey: fields.parse("survey"),
                page: 0,
                saved: false,
            };
            shown(&app, &room, wanted, (Some(flash), marks(&fields)), why.status()).await
        }
    }
}

/// Why a form of this page had no effect.
#[derive(Debug)]
enum Refusal {
    Room(Rejection),
    Unsure,
    NoAuthor,
    NoSuchNumber,
}

impl Refusal {
    fn in_words(&self) -> String {
        match self {
            Self::Room(why) => reply::refusal(why),
            Self::Unsure => said(|| Sheet::EraseUnsure.owned()),
            Self::NoAuthor => said(|| Sheet::EraseNoAuthor.owned()),
            Self::NoSuchNumber => said(|| Sheet::NoSuchNumber.owned()),
        }
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::Room(why) => attendee::refusal_status(why),
            Self::Unsure | Self::NoAuthor | Self::NoSuchNumber => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

async fn wanted_step(room: &RoomHandle, fields: &Fields) -> Result<Step, Refusal> {
    let unreadable = Refusal::Room(Rejection::Unreadable);
    let what = fields.text("do");
    if !matches!(what, "erase" | "merge") {
        return read(fields).ok_or(unreadable);
    }
    let Some(idea) = fields.parse::<IdeaId>("idea") else {
        return Err(unreadable);
    };
    if what == "merge" {
        let into = match fields.parse("into") {
            Some(into) => Some(into),
            None => numbered(room, idea, fields.parse("place")).await,
        };
        let into = into.ok_or(Refusal::NoSuchNumber)?;
        return Ok(Step::MergeIdea { idea, into });
    }
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

/// The idea in that place among those that answer the same question as `idea`.
async fn numbered(room: &RoomHandle, idea: IdeaId, place: Option<usize>) -> Option<IdeaId> {
    let place = place?.checked_sub(1)?;
    let numbered = room.look(move |panel| {
        let prompt = panel.ideas().get(&idea)?.activity;
        panel.ideas_of(prompt).nth(place).map(|(id, _)| id)
    });
    numbered.await.flatten()
}

/// What a sheet says on each line that is not empty, in the order given.
fn marks(fields: &Fields) -> BTreeMap<ItemId, Vec<u8>> {
    let mut answers = BTreeMap::<ItemId, Vec<u8>>::new();
    for (item, mark) in fields.beginning("mark-") {
        if let (Ok(item), Ok(mark)) = (item.parse(), mark.parse()) {
            answers.entry(item).or_default().push(mark);
        }
    }
    answers
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
        "enter_marks" => Step::EnterMarks {
            activity: fields.activity()?,
            answers: marks(fields).into_iter().collect(),
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
        "moderate" => {
            let lines = |name| {
                let lines = fields.text(name).lines().map(str::trim);
                lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
            };
            Step::SetModeration {
                moderation: Box::new(Moderation {
                    hold: match fields.text("hold") {
                        "off" => HoldBack::Off,
                        "flagged" => HoldBack::Flagged,
                        "all" => HoldBack::All,
                        _ => return None,
                    },
                    also: lines("also"),
                    except: lines("except"),
                }),
                release: fields.yes("release"),
            }
        }
        "show" => Step::ShowIdea {
            idea: fields.parse("idea")?,
        },
        _ => return None,
    })
}
