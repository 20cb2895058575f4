use leptos::prelude::*;

use crate::page::Problem;

/// Something went wrong: what happened, whether anything is lost, and what to do.
pub fn problem_page(page: Problem) -> impl IntoView {
    let Problem { title, text, next } = page;
    view! {
        <main class="pause">
            <h1>{title}</h1>
            <p>{text}</p>
            {next
                .map(|(label, path)| {
                    view! {
                        <a class="button primary" href=path>
                            {label}
                        </a>
                    }
                })}
        </main>
    }
}
