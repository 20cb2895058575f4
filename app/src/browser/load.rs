use leptos::wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, XmlHttpRequest};

/// Fetches a piece of HTML from this site; none where it did not come.
pub fn load(path: &str, mut then: impl FnMut(Option<String>) + 'static) {
    let Ok(request) = XmlHttpRequest::new() else {
        return then(None);
    };
    let arrived = request.clone();
    let listener = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
        let found = matches!(arrived.status(), Ok(200));
        then(arrived.response_text().ok().flatten().filter(|_| found));
    });
    request.set_onloadend(Some(listener.into_js_value().unchecked_ref()));
    // What fails here fails the request, which says so itself.
    let _ = request.open("GET", path).and_then(|()| request.send());
}
