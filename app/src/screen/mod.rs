use leptos::prelude::*;

use crate::page::ScreenBoot;

/// See [`ScreenBoot`].
#[component]
pub fn Screen(boot: ScreenBoot) -> impl IntoView {
    let _ = boot;
    view! { <main><h1>"Screen"</h1></main> }
}
