//! The end of a rehearsal: all of it goes, and the real panel begins.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use uuid::Uuid;
use visioncast_app::{language::Sheet, page::Refused, paths};
use visioncast_model::{Actor, CommandId};

use super::{App, access::Led, agenda, form::Fields, language::said, reply};
use crate::{live::BeginError, store::StoreError};

pub(super) async fn wipe(
    State(app): State<App>,
    Led { account, room }: Led,
    fields: Fields,
) -> Result<Response, Response> {
    let why = if fields.yes("sure") {
        let actor = Actor::Facilitator(account.id);
        match app.rooms.start_for_real(actor, CommandId(Uuid::new_v4()), &room).await {
            Ok(entry) => return Ok(Redirect::to(&paths::console(entry.code.as_str())).into_response()),
            Err(BeginError::Store(StoreError::NoRehearsal(_))) => said(|| Sheet::NoRehearsal.owned()),
            Err(BeginError::Store(error)) => return Err(reply::unavailable(&app, &error)),
            Err(why) => reply::not_begun(why),
        }
    } else {
        said(|| Sheet::WipeUnsure.owned())
    };
    let refused = Refused {
        why,
        ..Refused::default()
    };
    agenda::shown(&app, &room, None, Some(refused), StatusCode::UNPROCESSABLE_ENTITY).await
}
