use leptos::{ev, prelude::*};

/// Lets `F` fill the screen, and give it back.
pub(super) fn on_key() {
    Effect::new(move |_| {
        let handle = window_event_listener(ev::keydown, |event| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.repeat();
            if plain && event.key().eq_ignore_ascii_case("f") {
                toggle();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// Fills the screen, or gives it back. Where a browser refuses, the page stays as it is.
pub(super) fn toggle() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        let _ = root.request_fullscreen();
    }
}
