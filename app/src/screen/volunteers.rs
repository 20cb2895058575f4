use leptos::prelude::*;

use super::{live::Wall, strip::Joining, survey::instructions};
use crate::language::Live;

/// An invitation to help, and what to do.
pub(super) fn volunteers(wall: Wall, joining: Joining) -> impl IntoView {
    let code = Memo::new(move |_| wall.panel().code);
    let address = move || {
        let (site, _) = joining.with_value(Clone::clone);
        format!("{site}/p/{}/volunteer", code.get()).replace('/', "/\u{200B}")
    };
    view! {
        <section class="volunteers">
            <h1 class=move || crate::length::length(&wall.question()) dir="auto">{move || wall.question()}</h1>
            {instructions(wall)}
            <ol>
                <li>{Live::OnYourPhone.text()}<strong dir="ltr">{address}</strong></li>
                <li>{Live::SayWhatFor.text()}</li>
                <li>{Live::KeptApart.text()}</li>
            </ol>
        </section>
    }
}
