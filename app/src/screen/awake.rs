use js_sys::{Function, Reflect};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
};

/// Keeps the projecting computer from going dark, where its browser can; it forgets when the page is
/// hidden, so it is asked again whenever the page comes back.
pub(super) fn keep() {
    Effect::new(move |_| {
        let _ = ask();
        let handle = window_event_listener(ev::visibilitychange, |_| {
            if !document().hidden() {
                let _ = ask();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

fn ask() -> Result<JsValue, JsValue> {
    let lock = Reflect::get(&window().navigator(), &JsValue::from_str("wakeLock"))?;
    let request: Function = Reflect::get(&lock, &JsValue::from_str("request"))?.dyn_into()?;
    request.call1(&lock, &JsValue::from_str("screen"))
}
