//! Who may lead what: an initiative, and with it its panels, is its members' alone.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Response},
};
use uuid::Uuid;
use visioncast_app::{language::Sheet, paths};
use visioncast_model::{AccountId, InitiativeId, PanelId, initiative::Initiative};

use super::{
    App, attendee,
    language::said,
    reply,
    visitor::{Facilitator, Visitor},
};
use crate::{
    live::RoomHandle,
    store::{Account, StoreError},
};

/// Somebody who leads the panel whose code is in the address.
pub(super) struct Led {
    /// Who.
    pub(super) account: Account,
    /// The panel's room.
    pub(super) room: RoomHandle,
}

impl FromRequestParts<App> for Led {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Facilitator(account) = Facilitator::from_request_parts(parts, app).await?;
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let address = RawPathParams::from_request_parts(parts, app).await;
        let address = address.map_err(|error| error.into_response())?;
        let code = address.iter().find(|(name, _)| *name == "code");
        let room = attendee::room(app, &visitor, code.map_or("", |(_, code)| code)).await?;
        match may_lead(app, account.id, room.entry.id).await {
            Ok(true) => Ok(Self { account, room }),
            Ok(false) => Err(not_yours(app)),
            Err(error) => Err(reply::unavailable(app, &error)),
        }
    }
}

/// Whether somebody may lead a panel.
pub(super) async fn may_lead(app: &App, account: AccountId, panel: PanelId) -> Result<bool, StoreError> {
    let store = &app.rooms.store;
    let Some(id) = store.initiative_of(panel).await? else {
        return Ok(false);
    };
    let initiative = store.initiative(id).await?;
    Ok(initiative.is_some_and(|initiative| initiative.is_member(account)))
}

/// The initiative in an address, for somebody who may run it.
pub(super) async fn run_by(app: &App, account: &Account, id: &str) -> Result<Initiative, Response> {
    let Ok(id) = id.parse::<Uuid>() else {
        return Err(not_yours(app));
    };
    let initiative = app.rooms.store.initiative(InitiativeId(id)).await;
    let initiative = initiative.map_err(|error| reply::unavailable(app, &error))?;
    initiative
        .filter(|initiative| initiative.is_member(account.id))
        .ok_or_else(|| not_yours(app))
}

fn not_yours(app: &App) -> Response {
    let next = Some((Sheet::YourPanels, paths::PANELS.to_owned()));
    let text = said(|| Sheet::NotYoursToLeadText.text());
    reply::problem_with(app, StatusCode::FORBIDDEN, Sheet::NotYoursToLead, text, next)
}
