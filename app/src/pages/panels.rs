use leptos::prelude::*;

use crate::page::Panels;

/// See [`Panels`].
#[component]
pub fn PanelsPage(page: Panels) -> impl IntoView {
    let _ = page;
    view! { <main><h1>"Panels"</h1></main> }
}
