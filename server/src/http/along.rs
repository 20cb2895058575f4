//! The room for whoever reads along: people without a ticket, and panelists, who take a seat beside it and bring in
//! what was spoken or written on paper.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};
use visioncast_app::{
    language::Sheet,
    page::{AlongBoot, Flash, Page, Panelist},
    paths,
};
use visioncast_model::{Actor, Command, CommandId, Deed, Entrance, LinkId, PersonId, Rejection, Role, Step};

use super::{App, attendee, cookies, form::Fields, permission::by_link, reply, visitor::Visitor};
use crate::{
    calendar,
    live::{RoomHandle, now, random_token},
    store::{Link, token_hash},
};

/// For those without a ticket.
pub(super) async fn along(
    State(app): State<App>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Response, Response> {
    let room = attendee::room(&app, &visitor, &code).await?;
    shown(&app, &room, None, StatusCode::OK).await
}

async fn shown(
    app: &App,
    room: &RoomHandle,
    panelist: Option<Panelist>,
    status: StatusCode,
) -> Result<Response, Response> {
    let words = Arc::clone(&room.words);
    let Some(screen) = room.look(move |panel| words.along(panel)).await else {
        return Err(attendee::gone(app));
    };
    let boot = AlongBoot {
        code: room.entry.code.to_string(),
        panelist,
        epoch: room.entry.epoch,
        now: now(),
        screen,
    };
    Ok(reply::page_with(app, status, Page::Along(boot)))
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    saved: bool,
}

pub(super) async fn panelist(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(token): Path<String>,
    Query(Wanted { saved }): Query<Wanted>,
) -> Result<Response, Response> {
    let (link, room) = entered(&app, &visitor, &token, Deed::Follow).await?;
    let flash = saved.then_some(Flash::Saved);
    desk(&app, &room, &headers, token, &link, flash, StatusCode::OK).await
}

async fn desk(
    app: &App,
    room: &RoomHandle,
    headers: &HeaderMap,
    token: String,
    link: &Link,
    flash: Option<Flash>,
    status: StatusCode,
) -> Result<Response, Response> {
    let seated = attendee::person(app, room, headers).await?.is_some();
    let domains = room.look(|panel| panel.framework().domains.clone()).await;
    let panelist = Panelist {
        token,
        label: link.label.clone(),
        until: calendar::date(link.expires),
        seated,
        domains: domains.ok_or_else(|| attendee::gone(app))?,
        command: CommandId(Uuid::new_v4()),
        flash,
    };
    shown(app, room, Some(panelist), status).await
}

/// An idea that was spoken or written on paper.
pub(super) async fn bring(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let (link, room) = entered(&app, &visitor, &token, Deed::BringIdea).await?;
    let result = match (fields.command(), fields.activity()) {
        (Some(id), Some(activity)) => {
            let step = Step::EnterIdea {
                activity,
                domain: fields.domain(),
                words: fields.text("words").to_owned(),
                quotable: fields.yes("quotable"),
                source: fields.source(),
            };
            let actor = Actor::Panelist(link_id(&token));
            match app.limits.person(person_of(&token)) {
                Ok(()) => room.submit(actor, id, Command::Step(step)).await,
                Err(why) => Err(why),
            }
        }
        _ => Err(Rejection::Unreadable),
    };
    match result {
        Ok(_) => Ok(Redirect::to(&format!("{}?saved=true", paths::panelist(&token))).into_response()),
        Err(why) => {
            let flash = Flash::Refused {
                why: reply::refusal(&why),
                activity: fields.activity(),
                words: fields.text("words").to_owned(),
                domain: fields.domain(),
                quotable: fields.yes("quotable"),
            };
            let status = attendee::refusal_status(&why);
            desk(&app, &room, &headers, token, &link, Some(flash), status).await
        }
    }
}

/// Seats this device as the person of the link: the same one on every device, so that there is one ballot. A device
/// that has a seat keeps it.
pub(super) async fn sit(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, Response> {
    let (_, room) = entered(&app, &visitor, &token, Deed::Join).await?;
    let to_panel = Redirect::to(&paths::panel(room.entry.code.as_str()));
    if attendee::person(&app, &room, &headers).await?.is_some() {
        return Ok(to_panel.into_response());
    }
    let person = person_of(&token);
    let entrance = Entrance::Link;
    let id = CommandId(Uuid::new_v4());
    if let Err(why) = room
        .submit(Actor::Person(person), id, Command::Admit { entrance })
        .await
    {
        let status = attendee::refusal_status(&why);
        let back = Some((Sheet::Back, paths::panelist(&token)));
        let text = reply::refusal(&why);
        return Err(reply::problem_with(&app, status, Sheet::NoSeatYet, &text, back));
    }
    let seat = random_token();
    let kept = app
        .rooms
        .store
        .keep_seat(token_hash(&seat), room.entry.id, person)
        .await;
    kept.map_err(|error| reply::unavailable(&app, &error))?;
    let seat = cookies::keep_seat(&seat, room.entry.code, &visitor);
    Ok(([(header::SET_COOKIE, seat)], to_panel).into_response())
}

/// Whoever opens a panelist's link, and their room.
pub(super) async fn entered(
    app: &App,
    visitor: &Visitor,
    token: &str,
    deed: Deed,
) -> Result<(Link, RoomHandle), Response> {
    let link = by_link(app, visitor, token, Role::Panelist, deed).await?;
    let room = app.rooms.find_id(link.panel).await;
    let room = room.map_err(|error| reply::unavailable(app, &error))?;
    Ok((link, room.ok_or_else(|| attendee::gone(app))?))
}

/// Whom a link seats. Only whoever has the link itself can tell: the database knows its hash, the log this person.
fn person_of(token: &str) -> PersonId {
    PersonId(derived("person", token))
}

/// By which name a panelist brings ideas in: not that of the person whom the link seats.
pub(super) fn link_id(token: &str) -> LinkId {
    LinkId(derived("link", token))
}

fn derived(what: &str, token: &str) -> Uuid {
    let hash = Sha256::digest(format!("{what}/{token}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_random_bytes(bytes).into_uuid()
}
