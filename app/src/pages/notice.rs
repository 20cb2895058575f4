use leptos::prelude::*;

use crate::page::Notice;

/// What to say above a page.
pub(super) fn notice_line(notice: Option<Notice>) -> impl IntoView {
    notice.map(|Notice { text, wrong }| {
        if wrong {
            view! { <p class="notice wrong" role="alert">{text}</p> }.into_any()
        } else {
            view! { <p class="notice" role="status">{text}</p> }.into_any()
        }
    })
}
