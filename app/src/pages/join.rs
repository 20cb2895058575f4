use leptos::prelude::*;

use crate::page::Join;

/// Join the room.
pub fn join_page(page: Join) -> impl IntoView {
    view! { <main><h1>{page.title}</h1></main> }
}
