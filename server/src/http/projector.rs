//! The projector's page and the code that phones scan.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fast_qr::qr::QRBuilder;
use visioncast_app::{
    language::{Live, Sheet},
    page::{Page, ScreenBoot},
    paths,
};

use super::{App, attendee, language::said, reply, visitor::Visitor};
use crate::live::now;

pub(super) async fn screen(
    State(app): State<App>,
    visitor: Visitor,
    Path(key): Path<String>,
) -> Result<Response, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(&app));
    }
    let found = app.rooms.store.find_screen(&key).await;
    let Some(entry) = found.map_err(|error| reply::unavailable(&app, &error))? else {
        app.limits.failed(visitor.address);
        return Err(reply::problem(
            &app,
            StatusCode::NOT_FOUND,
            Sheet::NoProjectorHere,
            Sheet::NoProjectorHereText,
        ));
    };
    let room = app
        .rooms
        .open(entry)
        .await
        .map_err(|error| reply::unavailable(&app, &error))?;
    let words = Arc::clone(&room.words);
    let Some(screen) = room.look(move |panel| words.screen(panel)).await else {
        return Err(reply::not_found(State(app)).await);
    };
    let origin = visitor.origin_for_phones(&app.site);
    let address = format!("{origin}{}", paths::panel(room.entry.code.as_str()));
    let boot = ScreenBoot {
        key,
        address: origin.split("://").nth(1).unwrap_or(&origin).to_owned(),
        qr: qr_path(&address).unwrap_or_default(),
        epoch: room.entry.epoch,
        now: now(),
        screen,
    };
    Ok(reply::page(&app, Page::Screen(boot)))
}

pub(super) async fn qr(
    State(app): State<App>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Response, Response> {
    let room = attendee::room(&app, &visitor, &code).await?;
    let origin = visitor.origin_for_phones(&app.site);
    let address = format!("{origin}{}", paths::panel(room.entry.code.as_str()));
    let (path, width) = qr_path(&address).unwrap_or_default();
    // Four modules of margin, as ISO/IEC 18004 asks.
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 {size} {size}\" \
         shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"{label}\">\
         <rect x=\"-4\" y=\"-4\" width=\"{size}\" height=\"{size}\" fill=\"#fff\"/>\
         <path d=\"{path}\" fill=\"#000\"/></svg>",
        size = width + 8,
        label = said(|| Live::ScanToJoin.text())
    );
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

/// The QR code of `text` as the `d` of an SVG path in modules, and its width in modules.
pub(super) fn qr_path(text: &str) -> Option<(String, u16)> {
    let code = QRBuilder::new(text).build().ok()?;
    let mut path = String::new();
    for (y, row) in code.data[..code.size * code.size].chunks(code.size).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one.value() == next.value()) {
            if run.first().is_some_and(|module| module.value()) {
                path.push_str(&format!("M{x} {y}h{}v1h-{}z", run.len(), run.len()));
            }
            x += run.len();
        }
    }
    Some((path, u16::try_from(code.size).ok()?))
}
