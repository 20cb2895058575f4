//! The browser's entry point of the console, the projector and the page of whoever reads along.

use leptos::{mount::hydrate_from, prelude::*};
use visioncast_app::{along::Along, browser, console::Console, screen::Screen};
use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the page to life, from exactly what the server rendered it from.
#[wasm_bindgen(start)]
pub fn start() {
    let Some(root) = browser::root() else { return };
    // `body` says which page this is.
    let class = document().body().map(|body| body.class_name()).unwrap_or_default();
    match class.as_str() {
        "screen" => {
            if let Some(boot) = browser::boot() {
                hydrate_from(root, move || view! { <Screen boot /> }).forget();
            }
        }
        "console along" => {
            if let Some(boot) = browser::boot() {
                hydrate_from(root, move || view! { <Along boot /> }).forget();
            }
        }
        _ => {
            if let Some(boot) = browser::boot() {
                hydrate_from(root, move || view! { <Console boot /> }).forget();
            }
        }
    }
}
