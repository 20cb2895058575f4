//! The phone of somebody in the room.

use leptos::prelude::*;
use visioncast_model::view::{PhoneKey, PhoneValue};

use crate::page::PhoneBoot;

/// What the page is called.
#[must_use]
pub fn title(boot: &PhoneBoot) -> String {
    match boot.room.values.get(&PhoneKey::Panel) {
        Some(PhoneValue::Panel(panel)) => panel.title.clone(),
        _ => String::new(),
    }
}

/// See [`PhoneBoot`].
pub fn phone(boot: PhoneBoot) -> impl IntoView {
    let count = RwSignal::new(0);
    view! { <main><h1>{title(&boot)}</h1><button on:click=move |_| *count.write() += 1>{count}</button></main> }
}
