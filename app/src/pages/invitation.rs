use leptos::prelude::*;

use super::form::problem_line;
use crate::{language::Sheet, page::Invitation, paths};

/// The shortest password that an account may have, in characters.
const PASSWORD_CHARS: u32 = 12;

/// See [`Invitation`].
#[component]
pub fn InvitationPage(page: Invitation) -> impl IntoView {
    view! {
        <main class="sheet narrow">
            <p class="brand">"Visioncast"</p>
            <h1>{Sheet::MakeYourAccount.text()}</h1>
            <p class="quiet">{Sheet::YouWereInvited.text()}</p>
            {problem_line(page.problem)}
            <form method="post" action=paths::invitation(&page.token) class="fields">
                <label class="labelled">
                    <span>{Sheet::Name.text()}</span>
                    <input name="name" value=page.name autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus />
                    <small>{Sheet::NameHint.text()}</small>
                </label>
                <label class="labelled">
                    <span>{Sheet::Password.text()}</span>
                    <input name="password" type="password" autocomplete="new-password" minlength=PASSWORD_CHARS.to_string() required />
                    <small>{Sheet::PasswordHint.count(PASSWORD_CHARS)}</small>
                </label>
                <button type="submit" class="primary">{Sheet::MakeTheAccount.text()}</button>
            </form>
            <p class="quiet">{Sheet::ThereIsOne.text()}" "<a href=paths::SIGN_IN>{Sheet::SignIn.text()}</a></p>
        </main>
    }
}
