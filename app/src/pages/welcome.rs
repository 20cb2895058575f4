use leptos::prelude::*;

use crate::{page::Welcome, paths};

/// Type the code.
pub fn welcome_page(page: Welcome) -> impl IntoView {
    let _ = (&page, paths::FIND);
    view! { <main><h1>"Join a panel"</h1></main> }
}
