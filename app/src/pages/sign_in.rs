use leptos::prelude::*;

use crate::page::SignIn;

/// See [`SignIn`].
#[component]
pub fn SignInPage(page: SignIn) -> impl IntoView {
    let _ = page;
    view! { <main><h1>"SignIn"</h1></main> }
}
