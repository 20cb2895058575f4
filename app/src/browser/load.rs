use js_sys::Function;
use leptos::wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, XmlHttpRequest};

/// A function of the page's.
pub fn listener(call: impl Fn(&Event) + 'static) -> Function {
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| call(&event));
    closure.into_js_value().unchecked_into()
}

/// Fetches a piece of HTML from this site; none where it did not come.
pub fn load(path: &str, then: impl Fn(Option<String>) + 'static) {
    let Ok(request) = XmlHttpRequest::new() else {
        return then(None);
    };
    let arrived = request.clone();
    let on_end = listener(move |_| {
        let found = matches!(arrived.status(), Ok(200));
        then(arrived.response_text().ok().flatten().filter(|_| found));
    });
    request.set_onloadend(Some(&on_end));
    // What fails here fails the request, which says so itself.
    let _ = request.open("GET", path).and_then(|()| request.send());
}
