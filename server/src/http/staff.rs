//! The facilitators' pages: signing in, their panels, a panel's console.

use axum::{
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use visioncast_app::{
    language::{Sheet, text_error},
    page::{ConsoleBoot, InitiativeCard, Invitation, Page, PanelCard, Panels, SignIn},
    paths,
};
use visioncast_model::{
    Actor, CommandId, Created, LINE_CHARS, Rejection, Status, checked_line,
    initiative::{Change, Initiative, Keeping},
};

use super::{
    App,
    access::Led,
    cookies, door,
    form::Fields,
    framework,
    language::{asked, is_path, said},
    reply,
    visitor::{Facilitator, Visitor},
};
use crate::{
    accounts::{self, AccountError},
    calendar, initiative,
    live::{BeginError, now},
    store::{Account, Entry, StoreError, token_hash},
    templates,
};

/// How many people may join a panel unless its maker says otherwise: the largest hall we expect,
/// twice over.
const CAPACITY: u32 = 2_000;

/// How long a new initiative keeps what it keeps of people, unless its owner says otherwise: contacts for a year, phones
/// as long as their cookie lasts, words until somebody erases them.
const KEEPING: Keeping = Keeping {
    contacts: Some(365),
    words: None,
    seats: Some(400),
};

#[derive(Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    next: String,
}

/// Only a path of this site is gone on to.
fn checked_next(next: &str) -> String {
    if is_path(next) && next.starts_with(paths::PANELS) {
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
                problem: Some(in_words(&error)),
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
    let next = Some((Sheet::SignIn, paths::SIGN_IN.to_owned()));
    let text = in_words(&AccountError::Invitation);
    reply::problem_with(app, StatusCode::GONE, Sheet::InvitationIsOver, &text, next)
}

/// Why an account was not made or entered, and what to do.
fn in_words(error: &AccountError) -> String {
    said(|| match error {
        AccountError::Name(why) => {
            Sheet::NameProblem.with(&[("most", accounts::NAME_CHARS.to_string()), ("why", text_error(*why))])
        }
        AccountError::Password => Sheet::PasswordProblem.with(&[
            ("least", accounts::PASSWORD_CHARS.to_string()),
            ("most", accounts::PASSWORD_CHARS_MOST.to_string()),
        ]),
        AccountError::NameTaken => Sheet::NameTaken.owned(),
        AccountError::Mismatch => Sheet::NameAndPasswordDiffer.owned(),
        AccountError::Invitation => Sheet::InvitationIsOverText.owned(),
        AccountError::Initiative(error) => reply::unchanged(error),
        AccountError::Store(_) | AccountError::Hash(_) => Sheet::NotNow.owned(),
    })
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
                problem: Some(in_words(&error)),
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
    let unavailable = |error: StoreError| reply::unavailable(app, &error);
    let mut initiatives = Vec::new();
    for initiative in own_initiatives(app, account).await.map_err(unavailable)? {
        let entries = app.rooms.store.panels_of(initiative.id()).await.map_err(unavailable)?;
        initiatives.push(InitiativeCard {
            id: initiative.id().to_string(),
            name: initiative.name().to_owned(),
            panels: entries.into_iter().rev().map(card).collect(),
        });
    }
    let templates = templates::all()
        .iter()
        .map(|template| {
            let language = asked().language;
            (
                template.key.clone(),
                template.name.text(language).to_owned(),
                template.about.text(language).to_owned(),
            )
        })
        .collect();
    let frameworks = framework::kept(app).await.map_err(unavailable)?;
    let frameworks = frameworks
        .iter()
        .map(|kept| (kept.id.to_string(), said(|| framework::in_words(&kept.framework))))
        .collect();
    Ok(Panels {
        name: account.name.clone(),
        initiatives,
        templates,
        frameworks,
        ..Panels::default()
    })
}

/// The initiatives that somebody may run, newest first.
async fn own_initiatives(app: &App, account: &Account) -> Result<Vec<Initiative>, StoreError> {
    let all = app.rooms.store.initiatives().await?;
    let own = all.into_iter().rev();
    Ok(own.filter(|initiative| initiative.is_member(account.id)).collect())
}

fn card(entry: Entry) -> PanelCard {
    PanelCard {
        code: entry.code.to_string(),
        title: entry.summary.title,
        created: calendar::date(entry.created),
        ended: entry.summary.status == Status::Ended,
        rehearsal: entry.summary.rehearsal,
        people: entry.summary.people,
        ideas: entry.summary.ideas,
    }
}

pub(super) async fn begin(
    State(app): State<App>,
    Facilitator(account): Facilitator,
    fields: Fields,
) -> Result<Response, Response> {
    let problem = match try_begin(&app, &account, &fields).await {
        Ok(entry) => return Ok(Redirect::to(&paths::console(entry.code.as_str())).into_response()),
        Err(BeginError::Store(error)) => return Err(reply::unavailable(&app, &error)),
        Err(why) => reply::not_begun(why),
    };
    let page = Panels {
        title: fields.text("title").to_owned(),
        integrity: door::integrity(&fields).unwrap_or_default(),
        initiative: (fields.text("initiative").to_owned(), fields.text("new").to_owned()),
        problem: Some(problem),
        ..list(&app, &account).await?
    };
    Err(reply::page_with(
        &app,
        StatusCode::UNPROCESSABLE_ENTITY,
        Page::Panels(page),
    ))
}

async fn try_begin(app: &App, account: &Account, fields: &Fields) -> Result<Entry, BeginError> {
    let chosen = templates::find(fields.text("template"));
    let template = chosen.ok_or_else(|| BeginError::Said(said(|| Sheet::ChooseATemplate.owned())))?;
    let title = checked_line(fields.text("title"), LINE_CHARS).map_err(Rejection::from)?;
    let initiative = initiative_for(app, account, fields, &title).await?;
    let chosen = framework::chosen(app, fields.text("framework")).await?;
    let framework = chosen
        .or_else(|| initiative.framework().cloned())
        .unwrap_or_else(templates::ima);
    if initiative.framework() != Some(&framework) {
        let set = Change::FrameworkSet(Box::new(framework.clone()));
        let command = CommandId(uuid::Uuid::new_v4());
        initiative::change(&app.rooms.store, initiative.id(), Some(account.id), command, set).await?;
    }
    let created = Created {
        title,
        rehearsal: fields.yes("rehearsal"),
        capacity: CAPACITY,
        integrity: door::integrity(fields).unwrap_or_default(),
        ..template.created_for(framework, asked().language)
    };
    let id = CommandId(uuid::Uuid::new_v4());
    let entry = app
        .rooms
        .begin_in(Some(initiative.id()), Actor::Facilitator(account.id), id, created)
        .await?;
    if let Err(error) = initiative::bring_latest(&app.rooms, initiative.id(), &entry).await {
        // The panel is there; what was decided before can still be taken over on the initiative's page.
        tracing::warn!(%error, "failed to tell a panel what was decided before it");
    }
    Ok(entry)
}

/// The initiative that a form names, else the newest of those that somebody runs; a new one where it has a name for
/// one, or there is none.
async fn initiative_for(app: &App, account: &Account, fields: &Fields, title: &str) -> Result<Initiative, BeginError> {
    let new = fields.text("new").trim();
    if new.is_empty() {
        let own = own_initiatives(app, account).await?;
        let named = fields.text("initiative");
        let chosen = match named {
            "" => own.into_iter().next(),
            _ => {
                let found = own.into_iter().find(|initiative| initiative.id().to_string() == named);
                Some(found.ok_or_else(|| BeginError::Said(said(|| Sheet::ChooseAnInitiative.owned())))?)
            }
        };
        if let Some(initiative) = chosen {
            return Ok(initiative);
        }
    }
    let name = if new.is_empty() { title } else { new };
    Ok(initiative::begin(&app.rooms.store, account, name, KEEPING).await?)
}

pub(super) async fn console(State(app): State<App>, Led { room, .. }: Led) -> Result<Response, Response> {
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
