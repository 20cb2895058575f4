use leptos::prelude::*;

use crate::page::Problem;

/// Something went wrong.
pub fn problem_page(page: Problem) -> impl IntoView {
    view! { <main><h1>{page.title}</h1><p>{page.text}</p></main> }
}
