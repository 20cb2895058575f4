//! What leaves a panel over HTTP for facilitators alone: all that it holds.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use visioncast_model::{JoinCode, PanelId};
use visioncast_report::{Disclosure, File, WriteError};

use super::{App, access::Led, reply, report::failed};
use crate::{log::Log, press::zip};

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

async fn read(app: &App, panel: PanelId) -> Result<Log, Response> {
    let log = Log::read(app.rooms.store.as_ref(), panel).await;
    log.map_err(|error| reply::unavailable(app, &error))
}
