//! The table of who may do what, asked before a page is made or a form is read.

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::{self, Next},
    response::{IntoResponse as _, Redirect, Response},
    routing::MethodRouter,
};
use visioncast_app::{language::Sheet, paths};
use visioncast_model::{Deed, Role};

use super::{
    App,
    language::said,
    reply,
    visitor::{Visitor, signed_in},
};
use crate::{
    calendar,
    live::now,
    store::{Link, token_hash},
};

/// Lets only those through whose session makes them somebody who may do it; leads all others to the sign-in.
pub(super) fn demand(app: &App, deed: Deed, routes: MethodRouter<App>) -> MethodRouter<App> {
    routes.layer(middleware::from_fn_with_state((app.clone(), deed), ask))
}

async fn ask(State((app, deed)): State<(App, Deed)>, mut request: Request, next: Next) -> Response {
    let account = match signed_in(&app, request.headers()).await {
        Ok(account) => account,
        Err(error) => return reply::unavailable(&app, &error),
    };
    let role = if account.is_some() {
        Role::Facilitator
    } else {
        Role::Visitor
    };
    if !role.may(deed) {
        // A form leads back to the list, a page to itself.
        let next = match *request.method() {
            Method::GET => request.uri().path(),
            _ => paths::PANELS,
        };
        return Redirect::to(&format!("{}?next={next}", paths::SIGN_IN)).into_response();
    }
    if let Some(account) = account {
        request.extensions_mut().insert(account);
    }
    next.run(request).await
}

/// The link of somebody who comes by one as `role`, to do what that role may.
///
/// # Errors
/// A page that says why it opens nothing.
pub(super) async fn by_link(
    app: &App,
    visitor: &Visitor,
    token: &str,
    role: Role,
    deed: Deed,
) -> Result<Link, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(app));
    }
    let found = app.rooms.store.link(token_hash(token)).await;
    let found = found.map_err(|error| reply::unavailable(app, &error))?;
    let Some(link) = found.filter(|link| link.role == role && role.may(deed)) else {
        app.limits.failed(visitor.address);
        return Err(reply::problem_with(
            app,
            StatusCode::NOT_FOUND,
            Sheet::LinkUnknown,
            said(|| Sheet::LinkUnknownText.text()),
            None,
        ));
    };
    if link.is_valid(now()) {
        return Ok(link);
    }
    let why = said(|| {
        let why = if link.revoked {
            Sheet::LinkRevoked.owned()
        } else {
            Sheet::LinkExpired.with(&[("day", calendar::date(link.expires))])
        };
        match role {
            Role::Panelist => format!("{why} {}", Sheet::AnswersAreKept.text()),
            _ => why,
        }
    });
    Err(reply::problem_with(
        app,
        StatusCode::GONE,
        Sheet::LinkIsOver,
        &why,
        None,
    ))
}
