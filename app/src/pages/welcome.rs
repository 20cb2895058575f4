use leptos::prelude::*;

use crate::{page::Welcome, paths};

/// Type the code.
pub fn welcome_page(page: Welcome) -> impl IntoView {
    let Welcome { typed, problem } = page;
    let wrong = problem.is_some();
    view! {
        <main class="welcome">
            <h1>"Join a panel"</h1>
            <form action=paths::FIND>
                <label for="code">"The code on the screen"</label>
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
                <button class="button primary">"Come in"</button>
            </form>
            <p class="note">"No account, no app, no name."</p>
            <footer>
                <a class="button quiet" href=paths::SIGN_IN>
                    "Facilitators sign in"
                </a>
            </footer>
        </main>
    }
}
