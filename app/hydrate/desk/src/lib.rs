//! The browser's entry point of the desk at which ideas become themes.

use leptos::{
    mount::mount_to,
    prelude::{document, set_timeout},
    wasm_bindgen::JsCast,
};
use std::time::Duration;
use visioncast_app::{
    browser,
    sorting::{DESK, desk},
};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

/// How often it is looked whether somebody still types into the desk as the server rendered it.
const PATIENCE: Duration = Duration::from_millis(500);

/// Puts the live desk in the place of the rendered one, as soon as it has heard from its socket.
#[wasm_bindgen(start)]
pub fn start() {
    let Some(boot) = browser::boot() else { return };
    let Some(place) = document()
        .create_element("div")
        .ok()
        .and_then(|place| place.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let ready = {
        let place = place.clone();
        let done = std::cell::Cell::new(false);
        move || {
            if !done.replace(true) {
                take_place(place.clone());
            }
        }
    };
    mount_to(place, move || desk(boot, ready)).forget();
}

fn take_place(place: HtmlElement) {
    let Some(rendered) = document().get_element_by_id(DESK) else {
        return;
    };
    if browser::is_typing() {
        // Nothing is taken away under somebody's fingers.
        return set_timeout(move || take_place(place), PATIENCE);
    }
    rendered.set_inner_html("");
    // Fails for nothing that is in the page.
    let _ = rendered.append_child(&place);
}
