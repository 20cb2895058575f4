use leptos::prelude::*;

use super::form::problem_line;
use crate::{page::Invitation, paths};

/// The shortest password that an account may have, in characters.
const PASSWORD_CHARS: &str = "12";

/// See [`Invitation`].
#[component]
pub fn InvitationPage(page: Invitation) -> impl IntoView {
    view! {
        <main class="sheet narrow">
            <p class="brand">"Visioncast"</p>
            <h1>"Make your account"</h1>
            <p class="quiet">"You were invited to prepare and lead panels here."</p>
            {problem_line(page.problem)}
            <form method="post" action=paths::invitation(&page.token) class="fields">
                <label class="labelled">
                    <span>"Name"</span>
                    <input name="name" value=page.name autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus />
                    <small>"You sign in with it. Nobody in the room sees it."</small>
                </label>
                <label class="labelled">
                    <span>"Password"</span>
                    <input name="password" type="password" autocomplete="new-password" minlength=PASSWORD_CHARS required />
                    <small>"At least 12 characters. Three or four words are easy to remember."</small>
                </label>
                <button type="submit" class="primary">"Make the account"</button>
            </form>
            <p class="quiet">"There is one already? "<a href=paths::SIGN_IN>"Sign in"</a></p>
        </main>
    }
}
