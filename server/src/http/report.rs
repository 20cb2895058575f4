//! The report: as it is now for facilitators, as an edition for them and the board, on a page and as files.

use std::time::Duration;

use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    language::{Live, Sheet},
    paths,
};
use visioncast_model::{FrozenReport, Language, Seq};
use visioncast_report::{Around, Button, Document, Link};

use super::{
    App,
    access::{self, Led},
    attendee,
    language::{asked, said},
    reply,
    visitor::Facilitator,
};
use crate::{
    calendar, initiative,
    live::RoomHandle,
    pdf,
    press::{Had, Order, Packed, PressFault, Subject},
};

/// The report is one self-contained file, so its style is inside; it has no script. The board's has no form either.
const BOARDS_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// The same, where facilitators freeze it.
const FACILITATORS_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// How long a page waits for a report: most are there by then.
const PATIENCE: Duration = Duration::from_secs(4);
/// How soon a page that waits looks again, in seconds.
const AGAIN: u32 = 2;

/// Which report an address asks for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Wanted {
    edition: Option<u16>,
    /// Up to where the log had come when a report of it as it was then was begun.
    mark: Option<u64>,
    /// Whether the page of somebody who waits asks.
    wait: Option<Yes>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Yes {
    Yes,
}

/// A report as it can be had.
pub(super) struct Stand {
    pub(super) order: Order,
    /// The edition that it is; none as the panel is now.
    pub(super) edition: Option<FrozenReport>,
    /// Every edition.
    pub(super) editions: Vec<FrozenReport>,
    /// Whether something has changed since the last one.
    newer: bool,
    /// Whether anything can be frozen.
    begun: bool,
}

/// What is made, or what to say while it is not.
pub(super) type Made<T> = Result<T, Response>;

impl Stand {
    /// As facilitators have it: as it is now, where no edition is asked for.
    async fn for_facilitators(app: &App, room: &RoomHandle, wanted: Wanted) -> Made<Self> {
        let stand = Self::of(app, room, wanted.edition).await?;
        let order = match (stand.edition, wanted.mark) {
            (None, Some(mark)) => Order {
                mark: Seq(mark),
                ..stand.order
            },
            _ => stand.order,
        };
        Ok(Self { order, ..stand })
    }

    /// As the board has it: the newest edition, where none is asked for; none where nothing is frozen.
    pub(super) async fn for_the_board(app: &App, room: &RoomHandle, wanted: Option<u16>) -> Made<Option<Self>> {
        let newest = room.look(|panel| panel.frozen_reports().len() as u16).await;
        match newest.ok_or_else(|| attendee::gone(app))? {
            0 => Ok(None),
            newest => Self::of(app, room, Some(wanted.unwrap_or(newest))).await.map(Some),
        }
    }

    async fn of(app: &App, room: &RoomHandle, wanted: Option<u16>) -> Made<Self> {
        let (panel, code, language) = (room.entry.id, room.entry.code, asked().language);
        let looked = room.look(move |known| {
            let edition = match wanted {
                Some(number) => Some(known.frozen_report(number)?),
                None => None,
            };
            let mark = match edition {
                Some(_) => known.taken_back(),
                None => known.seq(),
            };
            Some(Self {
                order: Order {
                    of: Subject::Panel {
                        panel,
                        code,
                        edition: edition.map(|edition| edition.number),
                    },
                    mark,
                    language,
                },
                edition,
                editions: known.frozen_reports().to_vec(),
                newer: known.is_newer_than_frozen(),
                begun: known.has_begun(),
            })
        });
        match looked.await.ok_or_else(|| attendee::gone(app))? {
            Some(stand) => Ok(stand),
            None => Err(reply::not_found(State(app.clone())).await),
        }
    }

    /// The document; where it takes long, a page that waits, and leads on to `here`.
    pub(super) async fn document(&self, app: &App, here: &str) -> Made<std::sync::Arc<Document>> {
        match app.press.document(self.order).within(PATIENCE).await {
            Some(Ok(document)) => Ok(document),
            Some(Err(fault)) => Err(not_made(app, &fault)),
            None => Err(being_made(app, here)),
        }
    }

    /// The page with something around it.
    async fn page(&self, app: &App, here: &str, around: Around, policy: &'static str) -> Made<Response> {
        let document = self.document(app, here).await?;
        let made = tokio::task::spawn_blocking(move || document.page_within(&around)).await;
        let html = made.map_err(|error| failed(app, &error))?;
        let policy = HeaderValue::from_static(policy);
        Ok(([(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response())
    }

    /// The file of a format; where it takes long, a page that waits, and leads on to `here`.
    pub(super) async fn file(&self, app: &App, had: Had, here: String, wanted: Wanted) -> Made<Response> {
        let here = match self.edition {
            Some(_) => format!("{here}?{}", self.query(self.order.language)),
            None => format!("{here}?{}&mark={}", self.query(self.order.language), self.order.mark),
        };
        pressed(app, self.order, had, here, wanted).await
    }

    /// What an address says of it behind the question mark.
    fn query(&self, language: Language) -> String {
        let edition = self.edition.map(|edition| format!("edition={}&", edition.number));
        format!("{}lang={language}", edition.unwrap_or_default())
    }

    /// The same in the other languages, as links to `page`.
    fn languages(&self, page: &str) -> Vec<Link> {
        let others = Language::ALL.into_iter().filter(|other| *other != self.order.language);
        let link = |other: Language| Link {
            text: other.name().to_owned(),
            to: Some(format!("{page}?{}", self.query(other))),
        };
        others.map(link).collect()
    }

    /// The formats that it is had in, as links; `file` says where.
    fn formats(&self, file: impl Fn(&str) -> String) -> Vec<Link> {
        let query = self.query(self.order.language);
        let link = |had: Had| Link {
            text: format_name(had).owned(),
            to: Some(format!("{}?{query}", file(had.name()))),
        };
        offered().map(link).collect()
    }

    /// The editions as links to `page`, the newest first.
    fn links(&self, page: &str) -> Vec<Link> {
        let current = self.edition.map(|edition| edition.number);
        let link = |edition: &FrozenReport| Link {
            text: edition.number.to_string(),
            to: (Some(edition.number) != current).then(|| format!("{page}?edition={}", edition.number)),
        };
        self.editions.iter().rev().map(link).collect()
    }
}

/// The formats that a report is had in here.
fn offered() -> impl Iterator<Item = Had> {
    Had::ALL.into_iter().filter(|had| *had != Had::Pdf || pdf::is_there())
}

/// The formats by what people call them, and by what addresses do.
pub(super) fn formats_by_name() -> Vec<(String, &'static str)> {
    said(|| offered().map(|had| (format_name(had).owned(), had.name())).collect())
}

/// What people call a format.
const fn format_name(had: Had) -> Sheet {
    match had {
        Had::Pdf => Sheet::FormatPdf,
        Had::Docx => Sheet::FormatWord,
        Had::Html => Sheet::FormatPage,
        Had::Markdown => Sheet::FormatMarkdown,
        Had::Xlsx => Sheet::FormatExcel,
        Had::Csv => Sheet::FormatTables,
        Had::Json => Sheet::FormatJson,
    }
}

pub(super) async fn page(
    State(app): State<App>,
    Led { room, .. }: Led,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let stand = Stand::for_facilitators(&app, &room, wanted).await?;
    let code = room.entry.code.to_string();
    let here = paths::report(&code);
    let around = said(|| facilitators_around(&stand, &code));
    let query = stand.edition.map(|edition| format!("?edition={}", edition.number));
    let query = query.unwrap_or_else(|| format!("?mark={}", stand.order.mark));
    stand
        .page(&app, &format!("{here}{query}"), around, FACILITATORS_POLICY)
        .await
}

fn facilitators_around(stand: &Stand, code: &str) -> Around {
    let here = paths::report(code);
    let newest = stand.editions.last().map(|edition| edition.number);
    let note = match (stand.edition, newest) {
        (Some(edition), _) => frozen_on(&edition),
        (None, None) => Sheet::ReportNothingFrozen.owned(),
        (None, Some(newest)) if stand.newer => Sheet::ReportNewer.with(&[("number", newest)]),
        (None, Some(newest)) => Sheet::ReportSame.with(&[("number", newest)]),
    };
    let freezes = stand.edition.is_none() && stand.newer && stand.begun;
    let mut editions = stand.links(&here);
    let now = Link {
        text: Sheet::EditionNow.owned(),
        to: stand.edition.is_some().then(|| here.clone()),
    };
    editions.insert(0, now);
    Around {
        title: Sheet::AroundTheReport.owned(),
        note,
        first: Some(Link {
            text: Sheet::Editions.owned(),
            to: Some(paths::editions(code)),
        }),
        button: freezes.then(|| Button {
            text: Sheet::FreezeEdition.with(&[("number", newest.unwrap_or(0) + 1)]),
            to: paths::editions(code),
            fields: vec![
                ("do".to_owned(), "freeze".to_owned()),
                ("id".to_owned(), Uuid::new_v4().to_string()),
            ],
        }),
        rows: vec![
            (
                Sheet::Download.owned(),
                stand.formats(|format| paths::report_file(code, format)),
            ),
            (Sheet::EditionsWord.owned(), editions),
            (Sheet::Languages.owned(), stand.languages(&here)),
            (
                Live::ThisPanel.owned(),
                vec![Link {
                    text: Sheet::Console.owned(),
                    to: Some(paths::console(code)),
                }],
            ),
        ],
    }
}

/// `Edition 2, frozen on 2026-05-14.`
fn frozen_on(edition: &FrozenReport) -> String {
    Sheet::EditionFrozenOn.with(&[
        ("number", edition.number.to_string()),
        ("day", calendar::date(edition.at)),
    ])
}

pub(super) async fn file(
    State(app): State<App>,
    Led { room, .. }: Led,
    Path((_, format)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let Some(had) = Had::named(&format) else {
        return Err(reply::not_found(State(app)).await);
    };
    let stand = Stand::for_facilitators(&app, &room, wanted).await?;
    let here = paths::report_file(room.entry.code.as_str(), had.name());
    stand.file(&app, had, here, wanted).await
}

/// The newest edition, or the one that is asked for, as the board reads it.
pub(super) async fn boards_page(app: &App, room: &RoomHandle, token: &str, wanted: Wanted) -> Made<Response> {
    let Some(stand) = Stand::for_the_board(app, room, wanted.edition).await? else {
        return Ok(not_ready(app));
    };
    let here = paths::board(token);
    let around = said(|| boards_around(&stand, token));
    let query = stand.edition.map_or(0, |edition| edition.number);
    stand
        .page(app, &format!("{here}?edition={query}"), around, BOARDS_POLICY)
        .await
}

fn boards_around(stand: &Stand, token: &str) -> Around {
    let newest = stand.editions.last().map_or(0, |edition| edition.number);
    let number = stand.edition.map_or(newest, |edition| edition.number);
    let mut note = stand.edition.as_ref().map(frozen_on).unwrap_or_default();
    if number < newest {
        note += " ";
        note += &Sheet::NewerEdition.with(&[("number", newest)]);
    }
    let mut rows = vec![(
        Sheet::Download.owned(),
        stand.formats(|format| paths::board_file(token, format)),
    )];
    if stand.editions.len() > 1 {
        rows.push((Sheet::EditionsWord.owned(), stand.links(&paths::board(token))));
        let since = Link {
            text: Sheet::ChangedSince.with(&[("number", newest - 1)]),
            to: Some(format!("{}#changes", paths::review(token))),
        };
        rows.push((Sheet::WhatIsNew.owned(), vec![since]));
    }
    rows.push((Sheet::Languages.owned(), stand.languages(&paths::board(token))));
    Around {
        title: Sheet::AroundTheReport.owned(),
        note,
        first: Some(Link {
            text: Sheet::DecideOnIt.owned(),
            to: Some(paths::review(token)),
        }),
        button: None,
        rows,
    }
}

/// An edition in a format, as the board takes it.
pub(super) async fn boards_file(
    app: &App,
    room: &RoomHandle,
    (token, format): (&str, &str),
    wanted: Wanted,
) -> Made<Response> {
    let Some(had) = Had::named(format) else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    let Some(stand) = Stand::for_the_board(app, room, wanted.edition).await? else {
        return Ok(not_ready(app));
    };
    stand.file(app, had, paths::board_file(token, had.name()), wanted).await
}

/// Nothing is frozen for the board: no word of the report is told.
pub(super) fn not_ready(app: &App) -> Response {
    let text = said(|| Sheet::ReportNotReadyText.text());
    reply::problem_with(app, StatusCode::OK, Sheet::ReportNotReady, text, None)
}

/// The report over all events of an initiative, in a format.
pub(super) async fn initiatives_file(
    State(app): State<App>,
    Facilitator(account): Facilitator,
    Path((id, format)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let initiative = access::run_by(&app, &account, &id).await?;
    let Some(had) = Had::named(&format) else {
        return Err(reply::not_found(State(app)).await);
    };
    let mark = match wanted.mark {
        Some(mark) => Seq(mark),
        None => {
            let mark = initiative::mark(&app.rooms.store, &initiative).await;
            mark.map_err(|error| reply::unavailable(&app, &error))?
        }
    };
    let order = Order {
        of: Subject::Initiative(initiative.id()),
        mark,
        language: asked().language,
    };
    let here = paths::initiative_report(&id, had.name());
    let here = format!("{here}?lang={}&mark={}", order.language, mark.0);
    pressed(&app, order, had, here, wanted).await
}

/// The file of a format; where it takes long, a page that waits, and leads on to `here`.
async fn pressed(app: &App, order: Order, had: Had, here: String, wanted: Wanted) -> Made<Response> {
    match app.press.file(order, had).within(PATIENCE).await {
        None => Err(being_made(app, &format!("{here}&wait=yes"))),
        Some(Err(fault)) => Err(not_made(app, &fault)),
        Some(Ok(_)) if wanted.wait.is_some() => {
            let next = Some((Sheet::DownloadIt, here));
            let text = said(|| Sheet::ReportIsReadyText.text());
            Ok(reply::problem_with(
                app,
                StatusCode::OK,
                Sheet::ReportIsReady,
                text,
                next,
            ))
        }
        Some(Ok(packed)) => Ok(handed_out(&packed)),
    }
}

fn handed_out(packed: &Packed) -> Response {
    let saved_as = format!("attachment; filename=\"{}\"", packed.name);
    let headers = [
        (header::CONTENT_TYPE, packed.kind),
        (header::CONTENT_DISPOSITION, &saved_as),
    ];
    (headers, packed.bytes.clone()).into_response()
}

/// A page that looks again by itself, and then leads on.
fn being_made(app: &App, next: &str) -> Response {
    let text = said(|| Sheet::BeingMadeText.text());
    let way = Some((Sheet::LookAgain, next.to_owned()));
    let mut response = reply::problem_with(app, StatusCode::ACCEPTED, Sheet::BeingMade, text, way);
    if let Ok(again) = HeaderValue::try_from(format!("{AGAIN}; url={next}")) {
        response.headers_mut().insert(header::REFRESH, again);
    }
    response
}

fn not_made(app: &App, fault: &PressFault) -> Response {
    failed(app, fault)
}

/// A file that could not be made: told to the log in full, to people in plain words.
pub(super) fn failed(app: &App, error: &dyn std::error::Error) -> Response {
    tracing::error!(%error, "failed to make an export");
    reply::problem_with(
        app,
        StatusCode::INTERNAL_SERVER_ERROR,
        Sheet::CouldNotBeMade,
        said(|| Sheet::CouldNotBeMadeText.text()),
        None,
    )
}
