//! What moderation did in a panel, for its facilitators; and what it holds back, for everybody.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;
use visioncast_app::page::{LogIdea, LogRow, ModerationLog, Page, Policy};
use visioncast_model::{Act, IdeaId, Panel, Recorded, moderated, view::By};

use super::{App, access::Led, attendee, mine, reply, themes::names, visitor::Visitor};
use crate::{calendar, log::Log};

/// How much of the log stands on one page.
const PAGE: usize = 100;

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    page: usize,
}

pub(super) async fn log(
    State(app): State<App>,
    Led { room, .. }: Led,
    Query(Wanted { page }): Query<Wanted>,
) -> Result<Response, Response> {
    let names = names(&app, &room).await?;
    let log = Log::read(app.rooms.store.as_ref(), room.entry.id).await;
    let log = log.map_err(|error| reply::unavailable(&app, &error))?;
    let code = room.entry.code.to_string();
    let made = tokio::task::spawn_blocking(move || gathered(&log.panel, &log.events, code, &names, page)).await;
    match made {
        Ok(page) => Ok(reply::page_with(&app, StatusCode::OK, Page::Moderation(page))),
        Err(error) => {
            tracing::error!(%error, "failed to gather what moderation did");
            Err(reply::not_found(State(app)).await)
        }
    }
}

fn gathered(panel: &Panel, events: &[Recorded], code: String, names: &[(By, String)], page: usize) -> ModerationLog {
    let done = moderated(events);
    let prompts = panel.agenda().iter();
    let places: BTreeMap<IdeaId, u32> = prompts
        .flat_map(|item| (1..).zip(panel.ideas_of(item.id)).map(|(place, (id, _))| (id, place)))
        .collect();
    let place = |id: &IdeaId| places.get(id).copied();
    let idea = |id: IdeaId| {
        let idea = panel.ideas().get(&id)?;
        Some(LogIdea {
            place: place(&id).unwrap_or_default(),
            words: panel.words(idea).map(str::to_owned),
            question: panel.activity(idea.activity)?.plan.question.clone(),
        })
    };
    let pages = done.len().div_ceil(PAGE).max(1);
    let rows = done.into_iter().rev().skip(page.saturating_mul(PAGE)).take(PAGE);
    let rows = rows.map(|done| LogRow {
        when: calendar::minute(done.at),
        by: done.by,
        name: names
            .iter()
            .find(|(by, _)| *by == done.by)
            .map(|(_, name)| name.clone()),
        idea: done.what.idea().and_then(idea),
        into: match &done.what {
            Act::Merged { into, .. } => place(into),
            _ => None,
        },
        found: match done.what {
            Act::Held(idea) => panel.found(idea),
            _ => Vec::new(),
        },
        act: done.what,
        undo: done.undo,
    });
    ModerationLog {
        code,
        title: panel.title().to_owned(),
        rows: rows.collect(),
        place: (page, pages),
    }
}

pub(super) async fn policy(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, Response> {
    let room = attendee::room(&app, &visitor, &code).await?;
    let joined = attendee::person(&app, &room, &headers).await?.is_some();
    let unavailable = |error| reply::unavailable(&app, &error);
    let store = &app.rooms.store;
    let initiative = match store.initiative_of(room.entry.id).await.map_err(unavailable)? {
        Some(id) => store.initiative(id).await.map_err(unavailable)?,
        None => None,
    };
    let (kept, code) = (mine::kept(initiative.as_ref()), room.entry.code.to_string());
    let page = room.look(move |panel| Policy {
        code,
        title: panel.title().to_owned(),
        host: panel.framework().name.clone(),
        moderation: panel.moderation().clone(),
        kept,
        joined,
    });
    match page.await {
        Some(page) => Ok(reply::page_with(&app, StatusCode::OK, Page::Policy(page))),
        None => Err(reply::not_found(State(app.clone())).await),
    }
}
