//! The facilitators' pages: signing in, their panels, a panel's console.

use axum::{
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use visioncast_app::{
    page::{ConsoleBoot, Invitation, Page, PanelCard, Panels, SignIn},
    paths,
};
use visioncast_model::{Actor, CommandId, Created, Status};

use super::{
    App, attendee, cookies, door,
    form::Fields,
    reply,
    visitor::{Facilitator, Visitor},
};
use crate::{
    accounts::{self, AccountError},
    calendar,
    live::{BeginError, now},
    store::{Account, token_hash},
    templates,
};

/// How many people may join a panel unless its maker says otherwise: the largest hall we expect,
/// twice over.
const CAPACITY: u32 = 2_000;

#[derive(Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    next: String,
}

/// Only a path of this site is gone on to.
fn checked_next(next: &str) -> String {
    let fine = next.starts_with(paths::PANELS) && !next.contains("//") && !next.contains('\\');
    if fine {
        next.to_owned()
    } else {
        paths::PANELS.to_owned()
    }
}

pub(super) async fn sign_in_form(State(app): State<App>, Query(Next { next }): Query<Next>) -> Response {
    reply::page(
        &app,
        Page::SignIn(SignIn {
            next: checked_next(&next),
            ..SignIn::default()
        }),
    )
}

pub(super) async fn sign_in(State(app): State<App>, visitor: Visitor, fields: Fields) -> Result<Response, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(&app));
    }
    let (name, next) = (fields.text("name").to_owned(), checked_next(fields.text("next")));
    let password = fields.text("password").to_owned();
    match accounts::enter(&app.rooms.store, &app.limits, &name, password).await {
        Ok(account) => signed_in(&app, &visitor, &account, &next).await,
        Err(AccountError::Store(error)) => Err(reply::unavailable(&app, &error)),
        Err(error) => {
            app.limits.failed(visitor.address);
            let page = SignIn {
                name,
                problem: Some(error.to_string()),
                next,
            };
            Err(reply::page_with(
                &app,
                StatusCode::UNPROCESSABLE_ENTITY,
                Page::SignIn(page),
            ))
        }
    }
}

async fn signed_in(app: &App, visitor: &Visitor, account: &Account, next: &str) -> Result<Response, Response> {
    let expires = now().plus_seconds(cookies::SESSION_DAYS * 24 * 60 * 60);
    let token = accounts::begin_session(&app.rooms.store, account.id, expires)
        .await
        .map_err(|error| reply::unavailable(app, &error))?;
    let session = cookies::keep_session(&token, visitor);
    Ok(([(header::SET_COOKIE, session)], Redirect::to(next)).into_response())
}

pub(super) async fn sign_out(
    State(app): State<App>,
    visitor: Visitor,
    headers: axum::http::HeaderMap,
) -> Result<Response, Response> {
    if let Some(token) = cookies::session(&headers) {
        let dropped = app.rooms.store.drop_session(token).await;
        dropped.map_err(|error| reply::unavailable(&app, &error))?;
    }
    let gone = cookies::drop_session(&visitor);
    Ok(([(header::SET_COOKIE, gone)], Redirect::to(paths::SIGN_IN)).into_response())
}

pub(super) async fn invitation_form(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(&app));
    }
    let valid = app.rooms.store.has_invitation(token_hash(&token), now()).await;
    if !valid.map_err(|error| reply::unavailable(&app, &error))? {
        app.limits.failed(visitor.address);
        return Err(invitation_is_over(&app));
    }
    Ok(reply::page(
        &app,
        Page::Invitation(Invitation {
            token,
            ..Invitation::default()
        }),
    ))
}

fn invitation_is_over(app: &App) -> Response {
    let next = Some(("Sign in".to_owned(), paths::SIGN_IN.to_owned()));
    let text = AccountError::Invitation.to_string();
    reply::problem_with(app, StatusCode::GONE, "This invitation is over", &text, next)
}

pub(super) async fn invitation(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(&app));
    }
    let name = fields.text("name").to_owned();
    let password = fields.text("password").to_owned();
    let hash = token_hash(&token);
    match accounts::accept(&app.rooms.store, &app.limits, hash, &name, password).await {
        Ok(account) => signed_in(&app, &visitor, &account, paths::PANELS).await,
        Err(AccountError::Store(error)) => Err(reply::unavailable(&app, &error)),
        Err(AccountError::Invitation) => {
            app.limits.failed(visitor.address);
            Err(invitation_is_over(&app))
        }
        Err(error) => {
            let page = Invitation {
                token,
                name,
                problem: Some(error.to_string()),
            };
            Err(reply::page_with(
                &app,
                StatusCode::UNPROCESSABLE_ENTITY,
                Page::Invitation(page),
            ))
        }
    }
}

pub(super) async fn panels(State(app): State<App>, Facilitator(account): Facilitator) -> Result<Response, Response> {
    let page = list(&app, &account).await?;
    Ok(reply::page(&app, Page::Panels(page)))
}

async fn list(app: &App, account: &Account) -> Result<Panels, Response> {
    let entries = app.rooms.store.panels().await;
    let entries = entries.map_err(|error| reply::unavailable(app, &error))?;
    let panels = entries
        .into_iter()
        .map(|entry| PanelCard {
            code: entry.code.to_string(),
            title: entry.summary.title,
            created: calendar::date(entry.created),
            ended: entry.summary.status == Status::Ended,
            rehearsal: entry.summary.rehearsal,
            people: entry.summary.people,
            ideas: entry.summary.ideas,
        })
        .collect();
    let templates = templates::all()
        .into_iter()
        .map(|template| {
            (
                template.key.to_owned(),
                template.name.to_owned(),
                template.summary.to_owned(),
            )
        })
        .collect();
    Ok(Panels {
        name: account.name.clone(),
        panels,
        templates,
        ..Panels::default()
    })
}

pub(super) async fn begin(
    State(app): State<App>,
    Facilitator(account): Facilitator,
    fields: Fields,
) -> Result<Response, Response> {
    let title = fields.text("title").to_owned();
    let chosen = templates::all()
        .into_iter()
        .find(|known| known.key == fields.text("template"));
    let problem = match chosen {
        None => "Please choose a template.".to_owned(),
        Some(template) => {
            let created = Created {
                title: title.trim().to_owned(),
                rehearsal: fields.yes("rehearsal"),
                capacity: CAPACITY,
                integrity: door::integrity(&fields).unwrap_or_default(),
                ..template.created()
            };
            let id = CommandId(uuid::Uuid::new_v4());
            match app.rooms.begin(Actor::Facilitator(account.id), id, created).await {
                Ok(entry) => {
                    return Ok(Redirect::to(&paths::console(entry.code.as_str())).into_response());
                }
                Err(BeginError::Store(error)) => return Err(reply::unavailable(&app, &error)),
                Err(error) => error.to_string(),
            }
        }
    };
    let page = Panels {
        title,
        integrity: door::integrity(&fields).unwrap_or_default(),
        problem: Some(problem),
        ..list(&app, &account).await?
    };
    Err(reply::page_with(
        &app,
        StatusCode::UNPROCESSABLE_ENTITY,
        Page::Panels(page),
    ))
}

pub(super) async fn invite(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
) -> Result<Response, Response> {
    let token = accounts::invite(&app.rooms.store).await;
    let token = token.map_err(|error| reply::unavailable(&app, &error))?;
    let link = format!("{}{}", visitor.origin, paths::invitation(&token));
    let page = Panels {
        invitation: Some(link),
        ..list(&app, &account).await?
    };
    Ok(reply::page(&app, Page::Panels(page)))
}

pub(super) async fn console(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(_): Facilitator,
    Path(code): Path<String>,
) -> Result<Response, Response> {
    let room = attendee::room(&app, &visitor, &code).await?;
    let Some(console) = room.look(visioncast_model::Panel::console).await else {
        return Err(reply::not_found(State(app)).await);
    };
    let boot = ConsoleBoot {
        code: room.entry.code.to_string(),
        screen: room.entry.screen_key.clone(),
        epoch: room.entry.epoch,
        now: now(),
        console,
    };
    Ok(reply::page(&app, Page::Console(boot)))
}
