//! Answers: pages, and what went wrong in words that say what to do next.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use visioncast_app::{
    language::{self, Sheet},
    page::{Page, Problem},
    paths,
};

use visioncast_model::Rejection;

use super::{
    App,
    language::{asked, said},
};
use crate::{initiative::ChangeError, live::BeginError, store::StoreError};

/// Nothing but what this site serves itself, no inline script, no inline style.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// A page.
pub(super) fn page(app: &App, page: Page) -> Response {
    Html(visioncast_app::html(&app.assets, &asked(), page)).into_response()
}

/// A page with another status than 200.
pub(super) fn page_with(app: &App, status: StatusCode, shown: Page) -> Response {
    (status, page(app, shown)).into_response()
}

/// A page that says what went wrong.
pub(super) fn problem(app: &App, status: StatusCode, title: Sheet, text: Sheet) -> Response {
    let next = Some((Sheet::EnterACode, paths::WELCOME.to_owned()));
    problem_with(app, status, title, said(|| text.text()), next)
}

/// A page that says what went wrong, with a way on.
pub(super) fn problem_with(
    app: &App,
    status: StatusCode,
    title: Sheet,
    text: &str,
    next: Option<(Sheet, String)>,
) -> Response {
    let problem = Problem {
        title: said(|| title.text()).to_owned(),
        text: text.to_owned(),
        next: next.map(|(label, path)| (said(|| label.text()).to_owned(), path)),
    };
    page_with(app, status, Page::Problem(problem))
}

/// The store does not answer: told to the log in full, to people in plain words.
pub(super) fn unavailable(app: &App, error: &StoreError) -> Response {
    tracing::error!(%error, "failed to answer a request");
    wait(app, Sheet::CannotBeReached)
}

/// A page that asks for a little patience.
pub(super) fn wait(app: &App, text: Sheet) -> Response {
    let (status, text) = (StatusCode::SERVICE_UNAVAILABLE, said(|| text.text()));
    problem_with(app, status, Sheet::JustAMoment, text, None)
}

/// Why something was refused, in the words of whoever wanted it.
pub(super) fn refusal(why: &Rejection) -> String {
    said(|| language::refusal(why))
}

/// Why an initiative was not changed, likewise.
pub(super) fn unchanged(why: &ChangeError) -> String {
    said(|| match why {
        ChangeError::Refused(why) => language::initiative_refusal(why),
        ChangeError::Store(_) => Sheet::NotNow.owned(),
    })
}

/// Why a panel was not begun, likewise.
pub(super) fn not_begun(why: BeginError) -> String {
    match why {
        BeginError::Rejected(why) => refusal(&why),
        BeginError::Store(_) => said(|| Sheet::NotNow.owned()),
        BeginError::NoCode => said(|| Sheet::NoCodeFree.owned()),
        BeginError::Initiative(why) => unchanged(&why),
        BeginError::Said(why) => why,
    }
}

/// Too many wrong codes or passwords from one address.
pub(super) fn busy(app: &App) -> Response {
    problem(app, StatusCode::TOO_MANY_REQUESTS, Sheet::VeryBusy, Sheet::VeryBusyText)
}

/// Nothing at that address.
pub(super) async fn not_found(State(app): State<App>) -> Response {
    problem(&app, StatusCode::NOT_FOUND, Sheet::NothingHere, Sheet::NothingHereText)
}

/// What the layers around the pages refuse, in words.
pub(super) async fn in_words(State(app): State<App>, response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let status = response.status();
    let (title, text) = match status {
        StatusCode::FORBIDDEN => (Sheet::NotFromAnotherSite, Sheet::NotFromAnotherSiteText),
        StatusCode::BAD_REQUEST
        | StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::UNPROCESSABLE_ENTITY
        | StatusCode::UNSUPPORTED_MEDIA_TYPE => (Sheet::CouldNotBeRead, Sheet::CouldNotBeReadText),
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
