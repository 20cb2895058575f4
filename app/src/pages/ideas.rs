use leptos::prelude::*;

use crate::page::Ideas;

/// See [`Ideas`].
#[component]
pub fn IdeasPage(page: Ideas) -> impl IntoView {
    let _ = page;
    view! { <main><h1>"Ideas"</h1></main> }
}
