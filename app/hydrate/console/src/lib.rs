//! The browser's entry point of the console and the projector.

use leptos::{mount::hydrate_from, prelude::*};
use visioncast_app::{browser, console::Console, screen::Screen};
use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the page to life, from exactly what the server rendered it from.
#[wasm_bindgen(start)]
pub fn start() {
    let Some(root) = browser::root() else { return };
    // `body` says which of the two pages this is.
    if document().body().is_some_and(|body| body.class_name() == "screen") {
        if let Some(boot) = browser::boot() {
            hydrate_from(root, move || view! { <Screen boot /> }).forget();
        }
    } else if let Some(boot) = browser::boot() {
        hydrate_from(root, move || view! { <Console boot /> }).forget();
    }
}
