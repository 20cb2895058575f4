//! What browsers keep: scripts, styles and pictures, inside the binary, compressed beforehand.

use std::{borrow::Cow, collections::HashMap, path::PathBuf};

use anyhow::Context as _;
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;
use visioncast_app::{Assets, paths};

#[derive(RustEmbed)]
#[folder = "../target/site/"]
#[allow_missing = true]
struct Embedded;

/// Names that hold a hash of what they name never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const FOR_AN_HOUR: &str = "public, max-age=3600";

/// The addresses of the assets, from the manifest beside them.
///
/// # Errors
/// Where the browser code was not built.
pub(crate) fn load() -> anyhow::Result<Assets> {
    let manifest = file("manifest.json").context("the browser code is missing: build with `cargo xtask build`")?;
    let names: HashMap<String, String> =
        serde_json::from_slice(&manifest).context("failed to read the manifest of the assets")?;
    let address = |name: &str| {
        let hashed = names.get(name).with_context(|| format!("the manifest has no {name}"))?;
        anyhow::Ok(format!("{}{hashed}", paths::ASSETS))
    };
    Ok(Assets {
        main_css: address("main.css")?,
        form_css: address("form.css")?,
        console_css: address("console.css")?,
        phone_js: address("phone.js")?,
        phone_wasm: address("phone.wasm")?,
        console_js: address("console.js")?,
        console_wasm: address("console.wasm")?,
        desk_js: address("desk.js")?,
        desk_wasm: address("desk.wasm")?,
    })
}

/// A file of the site: from the folder in `VISIONCAST_ASSETS` while developing, else embedded.
fn file(name: &str) -> Option<Cow<'static, [u8]>> {
    match std::env::var_os("VISIONCAST_ASSETS") {
        Some(folder) if !name.contains("..") => std::fs::read(PathBuf::from(folder).join(name)).ok().map(Cow::Owned),
        _ => Embedded::get(name).map(|file| file.data),
    }
}

pub(super) async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    serve(&name, FOR_EVER, &headers)
}

pub(super) async fn root_file(uri: Uri, headers: HeaderMap) -> Response {
    serve(uri.path().trim_start_matches('/'), FOR_AN_HOUR, &headers)
}

fn serve(name: &str, keep: &'static str, headers: &HeaderMap) -> Response {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let packed = [("br", ".br"), ("gzip", ".gz")]
        .into_iter()
        .filter(|(encoding, _)| accepted.contains(encoding))
        .find_map(|(encoding, ending)| Some((encoding, file(&format!("{name}{ending}"))?)));
    let kind = mime_guess::from_path(name).first_or_octet_stream().to_string();
    let common = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, keep.to_owned()),
        (header::VARY, header::ACCEPT_ENCODING.to_string()),
    ];
    match (packed, file(name)) {
        (Some((encoding, bytes)), _) => {
            (common, [(header::CONTENT_ENCODING, encoding)], bytes.into_owned()).into_response()
        }
        (None, Some(bytes)) => (common, bytes.into_owned()).into_response(),
        (None, None) => StatusCode::NOT_FOUND.into_response(),
    }
}
