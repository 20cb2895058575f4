use leptos::prelude::*;

use super::form::problem_line;
use crate::{page::SignIn, paths};

/// See [`SignIn`].
#[component]
pub fn SignInPage(page: SignIn) -> impl IntoView {
    let wrong = page.problem.is_some();
    view! {
        <main class="sheet narrow">
            <p class="brand">"Visioncast"</p>
            <h1>"Sign in"</h1>
            <p class="quiet">"For facilitators. To take part, you need no account: "<a href=paths::WELCOME>"type the code"</a>"."</p>
            {problem_line(page.problem)}
            <form method="post" action=paths::SIGN_IN class="fields">
                <input type="hidden" name="next" value=page.next />
                <label class="labelled">
                    <span>"Name"</span>
                    <input name="name" value=page.name autocomplete="username" autocapitalize="none" spellcheck="false" required aria-invalid=wrong.then_some("true") autofocus=!wrong />
                </label>
                <label class="labelled">
                    <span>"Password"</span>
                    <input name="password" type="password" autocomplete="current-password" required aria-invalid=wrong.then_some("true") autofocus=wrong />
                </label>
                <button type="submit" class="primary">"Sign in"</button>
            </form>
            <p class="quiet">"No account yet? Ask a facilitator for an invitation."</p>
        </main>
    }
}
