//! Coming in with a ticket: one device each, which may come again where the answer was lost on its way.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    language::{Sheet, code_error},
    page::{Page, TicketEntry},
    paths,
};
use visioncast_model::{Actor, CodeError, Command, CommandId, Entrance, Integrity, PersonId, Rejection, Ticket};

use super::{App, attendee, cookies, language::said, reply, visitor::Visitor};
use crate::{
    live::{RoomHandle, random_token},
    store::{Claimed, StoreError, TokenHash, token_hash},
};

/// What was typed goes back on the page: no more of it than a ticket could be.
const TYPED: usize = 30;

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    ticket: String,
}

/// From what was typed to the ticket's own address.
pub(super) async fn find(State(app): State<App>, Query(Typed { ticket }): Query<Typed>) -> Response {
    if ticket.trim().is_empty() {
        return reply::page(&app, Page::Ticket(TicketEntry::default()));
    }
    match ticket.parse::<Ticket>() {
        Ok(ticket) => Redirect::to(&paths::ticket(ticket.as_str())).into_response(),
        Err(error) => mistyped(&app, &ticket, error),
    }
}

/// What is wrong with a ticket that cannot be one.
fn not_quite(error: CodeError) -> String {
    said(|| Sheet::TicketProblem.with(&[("why", code_error(error))]))
}

fn mistyped(app: &App, typed: &str, error: CodeError) -> Response {
    let entry = TicketEntry {
        typed: typed.chars().take(TYPED).collect(),
        problem: Some(not_quite(error)),
        ..TicketEntry::default()
    };
    reply::page_with(app, StatusCode::UNPROCESSABLE_ENTITY, Page::Ticket(entry))
}

/// One tap before one is in.
pub(super) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(typed): Path<String>,
) -> Result<Response, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(&app));
    }
    let ticket: Ticket = typed
        .parse()
        .map_err(|error: CodeError| mistyped(&app, &typed, error))?;
    let unavailable = |error: StoreError| reply::unavailable(&app, &error);
    let stored = app.rooms.store.ticket(hash(ticket)).await.map_err(unavailable)?;
    let room = match &stored {
        Some(stored) => app.rooms.find_id(stored.panel).await.map_err(unavailable)?,
        None => None,
    };
    let (Some(stored), Some(room)) = (stored, room) else {
        app.limits.failed(visitor.address);
        return Err(unknown(&app, ticket));
    };
    if attendee::person(&app, &room, &headers).await?.is_some() {
        return Ok(Redirect::to(&paths::panel(room.entry.code.as_str())).into_response());
    }
    if stored.void {
        return Err(refused(&app, &room, Refused::Void));
    }
    let known = cookies::seat_token(&headers, room.entry.code);
    let token = known.clone().unwrap_or_else(random_token);
    if stored.claim.is_some_and(|other| other != claim(ticket, &token)) {
        return Err(refused(&app, &room, Refused::Used));
    }
    let shown = attendee::join_page(&app, &room, Some(ticket), None, StatusCode::OK).await?;
    if known.is_some() {
        return Ok(shown);
    }
    // The device has its secret before the ticket is used: so it may send its form again where the answer gets lost.
    let seat = cookies::keep_seat(&token, room.entry.code, &visitor);
    Ok(([(header::SET_COOKIE, seat)], shown).into_response())
}

/// Why a ticket lets nobody in.
enum Refused {
    Used,
    Void,
}

fn refused(app: &App, room: &RoomHandle, why: Refused) -> Response {
    let (status, title, text) = match why {
        Refused::Used => (StatusCode::CONFLICT, Sheet::TicketInUse, Sheet::TicketInUseText),
        Refused::Void => (StatusCode::GONE, Sheet::TicketVoid, Sheet::TicketVoidText),
    };
    let next = Some((Sheet::ReadAlong, paths::along(room.entry.code.as_str())));
    reply::problem_with(app, status, title, said(|| text.text()), next)
}

fn unknown(app: &App, ticket: Ticket) -> Response {
    let entry = TicketEntry {
        typed: ticket.to_string(),
        problem: Some(said(|| Sheet::NoSuchTicket.owned())),
        ..TicketEntry::default()
    };
    reply::page_with(app, StatusCode::NOT_FOUND, Page::Ticket(entry))
}

/// The page of somebody who needs a ticket to come in.
pub(super) async fn needed(
    app: &App,
    room: &RoomHandle,
    typed: &str,
    status: StatusCode,
) -> Result<Response, Response> {
    let code = room.entry.code.to_string();
    let looked = room.look(|panel| (panel.title().to_owned(), panel.integrity())).await;
    let (title, integrity) = looked.ok_or_else(|| attendee::gone(app))?;
    let problem = match typed.parse::<Ticket>() {
        _ if typed.is_empty() => None,
        Ok(_) => Some(said(|| Sheet::NoSuchTicket.owned())),
        Err(error) => Some(not_quite(error)),
    };
    let entry = TicketEntry {
        panel: Some((code, title)),
        roll: integrity == Integrity::Roll,
        typed: typed.chars().take(TYPED).collect(),
        problem,
    };
    Ok(reply::page_with(app, status, Page::Ticket(entry)))
}

/// Lets a device in that came with a ticket; returns the secret of its seat, and who it is.
///
/// # Errors
/// A page that says why it is not in.
pub(super) async fn admit(
    app: &App,
    visitor: &Visitor,
    room: &RoomHandle,
    headers: &HeaderMap,
    typed: &str,
) -> Result<(String, PersonId), Response> {
    let unavailable = |error: StoreError| reply::unavailable(app, &error);
    let Ok(ticket) = typed.parse::<Ticket>() else {
        return Err(needed(app, room, typed, StatusCode::FORBIDDEN).await?);
    };
    let token = cookies::seat_token(headers, room.entry.code).unwrap_or_else(random_token);
    let claim = claim(ticket, &token);
    let store = &app.rooms.store;
    let claimed = store.claim_ticket(room.entry.id, hash(ticket), claim).await;
    match claimed.map_err(unavailable)? {
        Claimed::Yes => {}
        Claimed::ByAnother => return Err(refused(app, room, Refused::Used)),
        Claimed::No => {
            app.limits.failed(visitor.address);
            return Err(needed(app, room, typed, StatusCode::FORBIDDEN).await?);
        }
    }
    let fresh = PersonId(Uuid::new_v4());
    let person = store.take_seat(token_hash(&token), room.entry.id, fresh).await;
    let person = person.map_err(unavailable)?;
    let (id, entrance) = (CommandId(Uuid::new_v4()), Entrance::Ticket);
    match room
        .submit(Actor::Person(person), id, Command::Admit { entrance })
        .await
    {
        Ok(_) => Ok((token, person)),
        Err(why) => {
            // Where nobody knows whether it was stored, the ticket stays used: this device may send it again.
            if why != Rejection::Unavailable {
                store.release_ticket(hash(ticket), claim).await.map_err(unavailable)?;
            }
            let status = attendee::refusal_status(&why);
            Err(attendee::join_page(app, room, Some(ticket), Some(reply::refusal(&why)), status).await?)
        }
    }
}

/// What is stored of a ticket.
pub(super) fn hash(ticket: Ticket) -> TokenHash {
    token_hash(ticket.as_str())
}

/// What is stored of its use: only who has both, the ticket and the seat's secret, can make it again.
fn claim(ticket: Ticket, token: &str) -> TokenHash {
    token_hash(&format!("{}/{token}", ticket.as_str()))
}
