//! Preparing the agenda: plain forms, each of which is one step.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use uuid::Uuid;
use visioncast_app::{
    page::{Agenda, AgendaDraft, Page},
    paths,
};
use visioncast_model::{
    Activity, ActivityId, Actor, Arrivals, Command, CommandId, DomainId, Judgement, Kind, Misplaced, Plan, Prompt,
    Rejection, Step,
};

use super::{
    App, access, attendee,
    form::Fields,
    reply,
    visitor::{Facilitator, Visitor},
};
use crate::live::RoomHandle;

/// The longest that an item is planned for, in minutes.
const MINUTES: u16 = 180;

pub(super) async fn form(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
    Path(code): Path<String>,
) -> Result<Response, Response> {
    let room = access::led(&app, &visitor, &account, &code).await?;
    shown(&app, &room, None, None, StatusCode::OK).await
}

async fn shown(
    app: &App,
    room: &RoomHandle,
    problem: Option<(Option<ActivityId>, String)>,
    draft: Option<AgendaDraft>,
    status: StatusCode,
) -> Result<Response, Response> {
    let looked = room
        .look(|panel| {
            (
                panel.title().to_owned(),
                panel.agenda().to_vec(),
                panel.framework().domains.clone(),
            )
        })
        .await;
    let Some((title, items, domains)) = looked else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    let page = Agenda {
        code: room.entry.code.to_string(),
        title,
        items,
        domains,
        command: CommandId(Uuid::new_v4()),
        problem,
        draft,
    };
    Ok(reply::page_with(app, status, Page::Agenda(page)))
}

pub(super) async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let room = access::led(&app, &visitor, &account, &code).await?;
    let agenda = room.look(|panel| panel.agenda().to_vec()).await.unwrap_or_default();
    let step = match (fields.command(), read(&fields, &agenda)) {
        (Some(id), Ok(step)) => Ok((id, step)),
        (None, _) => Err(Rejection::Unreadable),
        (_, Err(why)) => Err(why),
    };
    let result = match step {
        Ok((id, step)) => {
            room.submit(Actor::Facilitator(account.id), id, Command::Step(step))
                .await
        }
        Err(why) => Err(why),
    };
    match result {
        Ok(_) => {
            let here = paths::agenda(room.entry.code.as_str());
            // Back to the item, wherever it is now.
            let item = fields
                .activity()
                .map(|item| format!("#item-{item}"))
                .unwrap_or_default();
            Ok(Redirect::to(&format!("{here}{item}")).into_response())
        }
        Err(why) => {
            let item = fields.activity();
            let typed = matches!(fields.text("do"), "add" | "edit");
            let draft = typed.then(|| AgendaDraft {
                title: fields.text("title").to_owned(),
                question: fields.text("question").to_owned(),
                minutes: fields.text("minutes").to_owned(),
                probes: fields.text("probes").to_owned(),
            });
            let status = attendee::refusal_status(&why);
            shown(&app, &room, Some((item, reply::refusal(&why))), draft, status).await
        }
    }
}

fn read(fields: &Fields, agenda: &[Activity]) -> Result<Step, Rejection> {
    let known = || {
        let id = fields.activity().ok_or(Rejection::UnknownActivity)?;
        let place = agenda.iter().position(|item| item.id == id);
        place
            .map(|place| (id, place, &agenda[place]))
            .ok_or(Rejection::UnknownActivity)
    };
    Ok(match fields.text("do") {
        "rename" => Step::Rename {
            title: fields.text("title").to_owned(),
        },
        "add" => Step::AddActivity {
            // Sent twice, it is the same item.
            activity: ActivityId(fields.command().ok_or(Rejection::Unreadable)?.0),
            plan: plan(fields, fields.text("kind") == "judgement")?,
            place: u16::MAX,
        },
        "edit" => {
            let (activity, _, item) = known()?;
            let mut plan = plan(fields, matches!(item.plan.kind, Kind::Judgement(_)))?;
            if let Kind::Judgement(_) = item.plan.kind {
                plan.kind = item.plan.kind.clone();
            }
            Step::EditActivity {
                activity,
                plan,
                seen: None,
            }
        }
        "up" => {
            let (activity, place, _) = known()?;
            Step::MoveActivity {
                activity,
                place: place.saturating_sub(1) as u16,
            }
        }
        "down" => {
            let (activity, place, _) = known()?;
            Step::MoveActivity {
                activity,
                place: (place + 1) as u16,
            }
        }
        "remove" => Step::RemoveActivity { activity: known()?.0 },
        _ => return Err(Rejection::Unreadable),
    })
}

fn plan(fields: &Fields, judgement: bool) -> Result<Plan, Rejection> {
    let kind = if judgement {
        let prompt = fields.parse("prompt");
        Kind::Judgement(Judgement {
            // An edited judgement keeps the prompt that it has.
            prompt: prompt.or_else(|| fields.activity()).ok_or(Misplaced::NoPrompt)?,
        })
    } else {
        Kind::Prompt(Prompt {
            probes: fields
                .text("probes")
                .lines()
                .map(str::trim)
                .filter(|probe| !probe.is_empty())
                .map(str::to_owned)
                .collect(),
            domains: fields
                .all("domain")
                .filter_map(|id| id.parse().ok())
                .map(DomainId)
                .collect(),
            arrivals: match fields.text("arrivals") {
                "at_reveal" => Arrivals::AtReveal,
                _ => Arrivals::Live,
            },
            asks: std::collections::BTreeSet::new(),
        })
    };
    Ok(Plan::new(
        fields.text("title").to_owned(),
        fields.text("question").to_owned(),
        fields.parse("minutes").unwrap_or(0).min(MINUTES),
        kind,
    ))
}
