use leptos::prelude::*;

use crate::page::ConsoleBoot;

/// See [`ConsoleBoot`].
#[component]
pub fn Console(boot: ConsoleBoot) -> impl IntoView {
    let _ = boot;
    view! { <main><h1>"Console"</h1></main> }
}
