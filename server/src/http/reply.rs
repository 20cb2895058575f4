//! Answers: pages, and what went wrong in words that say what to do next.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use visioncast_app::{
    page::{Page, Problem},
    paths,
};

use super::App;
use crate::store::StoreError;

/// Nothing but what this site serves itself, no inline script, no inline style.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// A page.
pub(super) fn page(app: &App, page: Page) -> Response {
    Html(visioncast_app::html(&app.assets, page)).into_response()
}

/// A page with another status than 200.
pub(super) fn page_with(app: &App, status: StatusCode, shown: Page) -> Response {
    (status, page(app, shown)).into_response()
}

/// A page that says what went wrong.
pub(super) fn problem(app: &App, status: StatusCode, title: &str, text: &str) -> Response {
    let next = Some(("Enter a code".to_owned(), paths::WELCOME.to_owned()));
    problem_with(app, status, title, text, next)
}

/// A page that says what went wrong, with a way on.
pub(super) fn problem_with(
    app: &App,
    status: StatusCode,
    title: &str,
    text: &str,
    next: Option<(String, String)>,
) -> Response {
    let problem = Problem {
        title: title.to_owned(),
        text: text.to_owned(),
        next,
    };
    page_with(app, status, Page::Problem(problem))
}

/// The store does not answer: told to the log in full, to people in plain words.
pub(super) fn unavailable(app: &App, error: &StoreError) -> Response {
    tracing::error!(%error, "failed to answer a request");
    problem_with(
        app,
        StatusCode::SERVICE_UNAVAILABLE,
        "Just a moment",
        "The panel cannot be reached right now. What you sent before is kept. Please reload this page in a few seconds.",
        None,
    )
}

/// Too many wrong codes or passwords from one address.
pub(super) fn busy(app: &App) -> Response {
    problem(
        app,
        StatusCode::TOO_MANY_REQUESTS,
        "Very busy here",
        "Many wrong codes came from your network. Please wait a few seconds and try again.",
    )
}

/// Nothing at that address.
pub(super) async fn not_found(State(app): State<App>) -> Response {
    problem(
        &app,
        StatusCode::NOT_FOUND,
        "Nothing here",
        "This address leads nowhere. If you came to join a panel, enter the code on the screen.",
    )
}

/// What the layers around the pages refuse, in words.
pub(super) async fn in_words(State(app): State<App>, response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let status = response.status();
    let (title, text) = match status {
        StatusCode::FORBIDDEN => (
            "Not from another site",
            "This was sent from another site, so it was not taken. Please open the panel's own page and try again there.",
        ),
        StatusCode::BAD_REQUEST
        | StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::UNPROCESSABLE_ENTITY
        | StatusCode::UNSUPPORTED_MEDIA_TYPE => (
            "That could not be read",
            "What was sent is too long or not complete, so nothing was changed. Please go back, reload the page and try again.",
        ),
        _ => return response,
    };
    problem(&app, status, title, text)
}

/// Pages hold what is one person's own: no cache keeps them.
pub(super) async fn forbid_caching(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
