use leptos::prelude::*;

use crate::page::Agenda;

/// See [`Agenda`].
#[component]
pub fn AgendaPage(page: Agenda) -> impl IntoView {
    let _ = page;
    view! { <main><h1>"Agenda"</h1></main> }
}
