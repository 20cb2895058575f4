use leptos::prelude::*;

/// Fills the screen, or gives it back. Where a browser refuses, the page stays as it is.
pub(super) fn toggle() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        let _ = root.request_fullscreen();
    }
}
