//! Links for panelists and the board: made with a label and for a time, listed, revoked one by one.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use visioncast_app::{
    language::{Sheet, text_error},
    page::{LinkRow, LinkState, Links, Notice, Page},
    paths,
};
use visioncast_model::{Role, checked_line};

use super::{App, access::Led, attendee, form::Fields, language::said, reply, visitor::Visitor};
use crate::{
    calendar,
    live::{RoomHandle, now, random_token},
    store::{Link, hexadecimal, read_hexadecimal, token_hash},
};

/// The longest label.
const LABEL_CHARS: usize = 100;
/// The longest that a link opens, in days.
const MOST_DAYS: i64 = 366;

pub(super) async fn list(State(app): State<App>, Led { room, .. }: Led) -> Result<Response, Response> {
    Ok(reply::page(&app, Page::Links(page(&app, &room).await?)))
}

async fn page(app: &App, room: &RoomHandle) -> Result<Links, Response> {
    let links = app.rooms.store.links(room.entry.id).await;
    let links = links.map_err(|error| reply::unavailable(app, &error))?;
    let title = room.look(|panel| panel.title().to_owned()).await;
    Ok(Links {
        code: room.entry.code.to_string(),
        title: title.ok_or_else(|| attendee::gone(app))?,
        links: links.into_iter().map(row).collect(),
        made: None,
        typed: String::new(),
        notice: None,
    })
}

fn row(link: Link) -> LinkRow {
    LinkRow {
        name: hexadecimal(&link.token),
        panelist: link.role == Role::Panelist,
        state: if link.revoked {
            LinkState::Revoked
        } else if link.is_valid(now()) {
            LinkState::Valid
        } else {
            LinkState::Expired
        },
        until: calendar::date(link.expires),
        label: link.label,
    }
}

pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Led { room, .. }: Led,
    fields: Fields,
) -> Result<Response, Response> {
    if fields.text("do") == "revoke" {
        if let Some(token) = read_hexadecimal(fields.text("link")) {
            let revoked = app.rooms.store.revoke_link(room.entry.id, token).await;
            revoked.map_err(|error| reply::unavailable(&app, &error))?;
        }
        return Ok(Redirect::to(&paths::links(room.entry.code.as_str())).into_response());
    }
    let (role, path): (Role, fn(&str) -> String) = match fields.text("role") {
        "panelist" => (Role::Panelist, paths::panelist),
        _ => (Role::Board, paths::board),
    };
    let label = match checked_line(fields.text("label"), LABEL_CHARS) {
        Ok(label) => label,
        Err(error) => {
            let shown = Links {
                typed: fields.text("label").to_owned(),
                notice: Some(Notice {
                    text: said(|| Sheet::LinkWithoutLabel.with(&[("why", text_error(error))])),
                    wrong: true,
                }),
                ..page(&app, &room).await?
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Err(reply::page_with(&app, status, Page::Links(shown)));
        }
    };
    let days = fields.parse("days").unwrap_or(1_i64).clamp(1, MOST_DAYS);
    let token = random_token();
    let link = Link {
        token: token_hash(&token),
        panel: room.entry.id,
        role,
        label: label.clone(),
        created: now(),
        expires: now().plus_seconds(days * 24 * 60 * 60),
        revoked: false,
    };
    let kept = app.rooms.store.keep_link(&link).await;
    kept.map_err(|error| reply::unavailable(&app, &error))?;
    let shown = Links {
        made: Some((label, format!("{}{}", visitor.origin, path(&token)))),
        ..page(&app, &room).await?
    };
    Ok(reply::page(&app, Page::Links(shown)))
}
