use leptos::{prelude::document, wasm_bindgen::JsCast};
use serde::de::DeserializeOwned;
use visioncast_model::wire;
use web_sys::HtmlElement;

use super::reload;
use crate::{language, packed::unpack};

/// What the server put into the page to start from; from now on its language is spoken. Where it is of another version than this script, the page is
/// reloaded once; should that not help, it stays as the server rendered it.
#[must_use]
pub fn boot<T: DeserializeOwned>() -> Option<T> {
    let text = |id: &str| document().get_element_by_id(id)?.text_content();
    language::listen(text("texts")?);
    let value = unpack(&text("boot")?).and_then(|bytes| wire::decode(&bytes).ok());
    if value.is_none() {
        let _ = reload::once();
    }
    value
}

/// The element that holds all that was rendered.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// Whether somebody types into the page right now, so that keys are theirs.
#[must_use]
pub fn is_typing() -> bool {
    document()
        .active_element()
        .is_some_and(|element| match element.tag_name().as_str() {
            "TEXTAREA" | "SELECT" => true,
            "INPUT" => element.get_attribute("type").as_deref() != Some("checkbox"),
            _ => element.has_attribute("contenteditable"),
        })
}
