//! What leaves a panel over HTTP: files for facilitators, the report for them and the board.

use std::io::{Cursor, Write as _};

use axum::{
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use visioncast_app::language::Sheet;
use visioncast_model::{Deed, JoinCode, PanelId, Role};
use visioncast_report::{Disclosure, File, Report, WriteError};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{App, access::Led, language::said, permission::by_link, reply, visitor::Visitor};
use crate::{live::now, log::Log};

/// The report is one self-contained file, so its style is inside; it has no script.
const REPORT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(super) async fn download(
    State(app): State<App>,
    Led { room, .. }: Led,
    Path((_, format)): Path<(String, String)>,
) -> Result<Response, Response> {
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

pub(super) async fn report(State(app): State<App>, Led { room, .. }: Led) -> Result<Response, Response> {
    shown(&app, room.entry.id).await
}

/// The report as the board reads it, by a link of its own.
pub(super) async fn board(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Response> {
    let link = by_link(&app, &visitor, &token, Role::Board, Deed::ReadReport).await?;
    shown(&app, link.panel).await
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
