//! What leaves a panel over HTTP: files for facilitators, the report for them and the board.

use std::io::{Cursor, Write as _};

use axum::{
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use visioncast_app::{language::Sheet, paths};
use visioncast_model::{JoinCode, PanelId};
use visioncast_report::{Disclosure, File, Report, WriteError};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{
    App, access,
    form::Fields,
    language::said,
    reply,
    visitor::{Facilitator, Visitor},
};
use crate::{
    live::{now, random_token},
    log::Log,
    store::token_hash,
};

/// How long the board can read by a link, in seconds: 90 days.
const BOARD_LINK_SECONDS: i64 = 90 * 24 * 60 * 60;
/// The report is one self-contained file, so its style is inside; it has no script.
const REPORT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(super) async fn download(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
    Path((code, format)): Path<(String, String)>,
) -> Result<Response, Response> {
    let room = access::led(&app, &visitor, &account, &code).await?;
    let log = read(&app, room.entry.id).await?;
    let code = room.entry.code;
    let made = tokio::task::spawn_blocking(move || packed(&log, code, &format)).await;
    match made {
        Ok(Ok(Some(Packed { name, kind, bytes }))) => {
            let saved_as = format!("attachment; filename=\"{name}\"");
            let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &saved_as)];
            Ok((headers, bytes).into_response())
        }
        Ok(Ok(None)) => Err(reply::not_found(State(app)).await),
        Ok(Err(error)) => Err(failed(&app, &error)),
        Err(error) => Err(failed(&app, &error)),
    }
}

struct Packed {
    name: String,
    kind: &'static str,
    bytes: Vec<u8>,
}

fn packed(log: &Log, code: JoinCode, format: &str) -> Result<Option<Packed>, WriteError> {
    let (material, disclosure) = (log.material(), Disclosure::AsRevealed);
    let zipped = |files: Vec<File>| Packed {
        name: format!("visioncast-{code}-{format}.zip"),
        kind: "application/zip",
        bytes: zip(&files),
    };
    Ok(match format {
        "json" => Some(Packed {
            name: format!("visioncast-{code}.json"),
            kind: "application/json",
            bytes: visioncast_report::json(material, disclosure)?,
        }),
        "csv" => Some(zipped(visioncast_report::csv_files(
            material,
            disclosure,
            rand::random(),
        )?)),
        "polis" => Some(zipped(visioncast_report::polis_files(
            material,
            disclosure,
            rand::random(),
        )?)),
        _ => None,
    })
}

fn zip(files: &[File]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        // Writing into memory does not fail, and the names are our own.
        if writer.start_file(&file.name, SimpleFileOptions::default()).is_ok() {
            let _ = writer.write_all(&file.bytes);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

pub(super) async fn report(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
    Path(code): Path<String>,
) -> Result<Response, Response> {
    let room = access::led(&app, &visitor, &account, &code).await?;
    shown(&app, room.entry.id).await
}

pub(super) async fn make_board_link(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let room = access::led(&app, &visitor, &account, &code).await?;
    let store = &app.rooms.store;
    let to_console = paths::console(room.entry.code.as_str());
    if fields.text("do") == "revoke" {
        let revoked = store.revoke_board_links(room.entry.id).await;
        revoked.map_err(|error| reply::unavailable(&app, &error))?;
        return Ok(Redirect::to(&to_console).into_response());
    }
    let token = random_token();
    let expires = now().plus_seconds(BOARD_LINK_SECONDS);
    let kept = store.keep_board_link(token_hash(&token), room.entry.id, expires).await;
    kept.map_err(|error| reply::unavailable(&app, &error))?;
    let link = format!("{}{}", visitor.origin, paths::board(&token));
    let text = said(|| Sheet::ALinkForTheBoardText.with(&[("link", link)]));
    let next = Some((Sheet::BackToTheConsole, to_console));
    Ok(reply::problem_with(
        &app,
        StatusCode::OK,
        Sheet::ALinkForTheBoard,
        &text,
        next,
    ))
}

pub(super) async fn board(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(&app));
    }
    let found = app.rooms.store.board_link(token_hash(&token), now()).await;
    match found.map_err(|error| reply::unavailable(&app, &error))? {
        Some(panel) => shown(&app, panel).await,
        None => {
            app.limits.failed(visitor.address);
            Err(reply::problem_with(
                &app,
                StatusCode::GONE,
                Sheet::LinkIsOver,
                said(|| Sheet::LinkIsOverText.text()),
                None,
            ))
        }
    }
}

async fn shown(app: &App, panel: PanelId) -> Result<Response, Response> {
    let log = read(app, panel).await?;
    let made = tokio::task::spawn_blocking(move || visioncast_report::html(&Report::of(log.material(), now()))).await;
    let html = made.map_err(|error| failed(app, &error))?;
    let policy = HeaderValue::from_static(REPORT_POLICY);
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response())
}

async fn read(app: &App, panel: PanelId) -> Result<Log, Response> {
    let log = Log::read(app.rooms.store.as_ref(), panel).await;
    log.map_err(|error| reply::unavailable(app, &error))
}

fn failed(app: &App, error: &dyn std::error::Error) -> Response {
    tracing::error!(%error, "failed to make an export");
    reply::problem_with(
        app,
        StatusCode::INTERNAL_SERVER_ERROR,
        Sheet::CouldNotBeMade,
        said(|| Sheet::CouldNotBeMadeText.text()),
        None,
    )
}
