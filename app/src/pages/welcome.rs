use leptos::prelude::*;

use crate::{language::Sheet, page::Welcome, paths};

/// Type the code.
pub fn welcome_page(page: Welcome) -> impl IntoView {
    let Welcome { typed, problem } = page;
    let wrong = problem.is_some();
    view! {
        <main class="welcome">
            <h1>{Sheet::JoinAPanel.text()}</h1>
            <form action=paths::FIND>
                <label for="code">{Sheet::TheCode.text()}</label>
                <input
                    id="code"
                    class="field code"
                    name="code"
                    value=typed
                    required
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    enterkeyhint="go"
                    aria-describedby="problem"
                    aria-invalid=wrong.then_some("true")
                />
                <p id="problem" class="problem" role="alert">
                    {problem}
                </p>
                <button class="button primary">{Sheet::ComeIn.text()}</button>
            </form>
            <p class="note">{Sheet::NoAccountNoApp.text()}</p>
            <footer>
                <a class="button quiet" href=paths::SIGN_IN>
                    {Sheet::FacilitatorsSignIn.text()}
                </a>
            </footer>
        </main>
    }
}
