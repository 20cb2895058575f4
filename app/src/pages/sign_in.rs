use leptos::prelude::*;

use super::form::problem_line;
use crate::{language::Sheet, page::SignIn, paths};

/// See [`SignIn`].
#[component]
pub fn SignInPage(page: SignIn) -> impl IntoView {
    let wrong = page.problem.is_some();
    view! {
        <main class="sheet narrow">
            <p class="brand">"Visioncast"</p>
            <h1>{Sheet::SignIn.text()}</h1>
            <p class="quiet">{Sheet::ForFacilitators.text()}" "<a href=paths::WELCOME>{Sheet::TypeTheCode.text()}</a>"."</p>
            {problem_line(page.problem)}
            <form method="post" action=paths::SIGN_IN class="fields">
                <input type="hidden" name="next" value=page.next />
                <label class="labelled">
                    <span>{Sheet::Name.text()}</span>
                    <input name="name" value=page.name autocomplete="username" autocapitalize="none" spellcheck="false" required aria-invalid=wrong.then_some("true") autofocus=!wrong />
                </label>
                <label class="labelled">
                    <span>{Sheet::Password.text()}</span>
                    <input name="password" type="password" autocomplete="current-password" required aria-invalid=wrong.then_some("true") autofocus=wrong />
                </label>
                <button type="submit" class="primary">{Sheet::SignIn.text()}</button>
            </form>
            <p class="quiet">{Sheet::NoAccountYet.text()}</p>
        </main>
    }
}
