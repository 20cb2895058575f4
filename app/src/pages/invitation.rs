use leptos::prelude::*;

use crate::page::Invitation;

/// See [`Invitation`].
#[component]
pub fn InvitationPage(page: Invitation) -> impl IntoView {
    let _ = page;
    view! { <main><h1>"Invitation"</h1></main> }
}
