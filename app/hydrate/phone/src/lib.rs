//! The browser's entry point of the phone.

use leptos::mount::hydrate_from;
use visioncast_app::{browser, phone::phone};
use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the page to life, from exactly what the server rendered it from.
#[wasm_bindgen(start)]
pub fn start() {
    if let (Some(boot), Some(root)) = (browser::boot(), browser::root()) {
        hydrate_from(root, move || phone(boot, String::new())).forget();
    }
}
