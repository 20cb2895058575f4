use js_sys::Date;
use leptos::prelude::window;

/// When the page was last reloaded by itself.
const KEY: &str = "visioncast.reloaded";
/// A page that is out of date again so soon after a reload would go on reloading for ever.
const MILLISECONDS: i64 = 60_000;

/// Reloads the page, unless that was done a moment ago; then false.
#[must_use]
pub fn once() -> bool {
    let Ok(Some(storage)) = window().session_storage() else {
        return false;
    };
    let last = storage
        .get_item(KEY)
        .ok()
        .flatten()
        .and_then(|text| text.parse().ok())
        .unwrap_or(0);
    let now = Date::now() as i64;
    if now < last + MILLISECONDS || storage.set_item(KEY, &now.to_string()).is_err() {
        return false;
    }
    now_at_once();
    true
}

/// Reloads the page.
pub fn now_at_once() {
    // Fails only where the page is going away already.
    let _ = window().location().reload();
}
