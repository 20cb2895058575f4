//! The way onto the socket: who is it, from which page, with small buffers.

use axum::{
    extract::{Query, State, WebSocketUpgrade},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use visioncast_model::{
    ActivityId, Deed, JoinCode, Role,
    wire::{CLIENT_FRAME_BYTES, Goodbye},
};

use super::{
    App, access, along, attendee, cookies,
    visitor::{Visitor, signed_in},
};
use crate::live::{Connection, RoomHandle, end, serve};

/// Frames are small; larger buffers only cost memory a thousand times over.
const READ_BUFFER_BYTES: usize = 1024;
/// Frames that leave together leave in one piece, up to this size.
const WRITE_TOGETHER_BYTES: usize = 1024;
/// What may wait to be written to one socket: a fresh view of a large console twice.
const WRITE_BUFFER_BYTES: usize = 512 * 1024;

#[derive(Deserialize)]
pub(super) struct Wanted {
    panel: Option<JoinCode>,
    console: Option<JoinCode>,
    screen: Option<String>,
    panelist: Option<String>,
    along: Option<JoinCode>,
    /// Beside `panel`, `console` or `panelist`: to group the ideas of this prompt.
    desk: Option<ActivityId>,
}

pub(super) async fn upgrade(
    State(app): State<App>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Result<Response, Response> {
    if !is_own_origin(&headers, &visitor) {
        return Err(StatusCode::FORBIDDEN.into_response());
    }
    let mut admitted = admitted(&app, &visitor, &wanted, &headers).await?;
    if let (Some((room, connection)), Some(prompt)) = (&mut admitted, wanted.desk) {
        // A line is made for each desk that somebody sits at: only for those that there are.
        let is_prompt = room.look(move |panel| panel.activity(prompt).is_some()).await;
        if is_prompt != Some(true) {
            return Err(StatusCode::NOT_FOUND.into_response());
        }
        let at_desk = connection.at_desk(prompt);
        *connection = at_desk.ok_or_else(|| StatusCode::BAD_REQUEST.into_response())?;
    }
    let upgrade = upgrade
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(WRITE_TOGETHER_BYTES)
        .max_write_buffer_size(WRITE_BUFFER_BYTES)
        .max_message_size(CLIENT_FRAME_BYTES)
        .max_frame_size(CLIENT_FRAME_BYTES);
    let (store, limits) = (app.rooms.store, app.limits);
    let (stop, tasks) = (app.rooms.stop, app.rooms.tasks);
    let Some((room, connection)) = admitted else {
        // The page knows best what became of its seat.
        return Ok(upgrade.on_upgrade(move |socket| tasks.track_future(end(socket, Goodbye::Reload))));
    };
    Ok(upgrade.on_upgrade(move |socket| {
        // Sockets outlive the server's own shutdown: they are tracked to be told goodbye.
        tasks.track_future(serve(socket, connection, room, store, limits, stop))
    }))
}

/// A browser says which page opened the socket; only this site's own pages may.
fn is_own_origin(headers: &HeaderMap, visitor: &Visitor) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else {
        // No browser: it holds no cookies that somebody else's page could misuse.
        return true;
    };
    let Ok(origin) = origin.to_str() else { return false };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    origin == visitor.origin || origin.split_once("://").map(|(_, authority)| authority) == host
}

/// Who comes in; nobody where a phone had a seat here that is gone.
async fn admitted(
    app: &App,
    visitor: &Visitor,
    wanted: &Wanted,
    headers: &HeaderMap,
) -> Result<Option<(RoomHandle, Connection)>, Response> {
    let refused = |status: StatusCode| status.into_response();
    match wanted {
        Wanted { panel: Some(code), .. } => {
            let room = attendee::room(app, visitor, code.as_str()).await?;
            let person = attendee::person(app, &room, headers).await?;
            match person {
                Some(person) => Ok(Some((room, Connection::Phone(person)))),
                None if cookies::seat(headers, room.entry.code).is_some() => Ok(None),
                None => Err(refused(StatusCode::UNAUTHORIZED)),
            }
        }
        Wanted {
            console: Some(code), ..
        } => {
            let account = signed_in(app, headers).await;
            let account = account.map_err(|_| refused(StatusCode::SERVICE_UNAVAILABLE))?;
            let account = account.filter(|_| Role::Facilitator.may(Deed::Watch));
            let account = account.ok_or_else(|| refused(StatusCode::UNAUTHORIZED))?;
            let room = attendee::room(app, visitor, code.as_str()).await?;
            let may = access::may_lead(app, account.id, room.entry.id).await;
            if !may.map_err(|_| refused(StatusCode::SERVICE_UNAVAILABLE))? {
                return Err(refused(StatusCode::FORBIDDEN));
            }
            Ok(Some((room, Connection::Console(account.id))))
        }
        Wanted { screen: Some(key), .. } => {
            if app.limits.look_up(visitor.address).await.is_err() {
                return Err(refused(StatusCode::TOO_MANY_REQUESTS));
            }
            let unavailable = |_| refused(StatusCode::SERVICE_UNAVAILABLE);
            let entry = app.rooms.store.find_screen(key).await.map_err(unavailable)?;
            let Some(entry) = entry else {
                app.limits.failed(visitor.address);
                return Err(refused(StatusCode::NOT_FOUND));
            };
            let room = app.rooms.open(entry).await.map_err(unavailable)?;
            Ok(Some((room, Connection::Screen)))
        }
        Wanted {
            panelist: Some(token), ..
        } => {
            let (link, room) = along::entered(app, visitor, token, Deed::Follow).await?;
            Ok(Some((room, Connection::Panelist(along::link_id(token), link.token))))
        }
        Wanted { along: Some(code), .. } => {
            let room = attendee::room(app, visitor, code.as_str()).await?;
            Ok(Some((room, Connection::Along)))
        }
        _ => Err(refused(StatusCode::BAD_REQUEST)),
    }
}
