use leptos::prelude::*;

use super::{
    live::Wall,
    strip::{Joining, offline, qr, spaced},
};
use crate::length::length;

/// Before the first question: how to join, as large as it gets.
pub(super) fn welcome(wall: Wall, joining: Joining) -> impl IntoView {
    let panel = Memo::new(move |_| wall.panel());
    view! {
        <div class="welcome">
            <div class="welcome-words">
                <p class="quiet" dir="auto">{move || panel.get().host}</p>
                <h1 class=move || panel.with(|panel| length(&panel.title)) dir="auto">{move || panel.get().title}</h1>
                <p class="welcome-how">"Scan the code, or go to"</p>
                <p class="welcome-address">{joining.with_value(|(address, _)| address.clone())}</p>
                <p class="welcome-how">"and type"</p>
                <p class="welcome-code">{move || spaced(&panel.get().code)}</p>
                <p class="welcome-people">{move || people_in(wall.people())}</p>
                {move || panel.get().rehearsal.then(|| view! { <p class="strip-mark">"Rehearsal"</p> })}
                {offline(wall)}
            </div>
            {qr(joining)}
        </div>
    }
}

fn people_in(people: u32) -> String {
    match people {
        0 => "You can be the first".to_owned(),
        1 => "1 person is in".to_owned(),
        people => format!("{people} people are in"),
    }
}

/// After the last question.
pub(super) fn ended(wall: Wall) -> impl IntoView {
    let panel = Memo::new(move |_| wall.panel());
    view! {
        <div class="thanks">
            <p class="quiet" dir="auto">{move || panel.get().title}</p>
            <h1>"Thank you"</h1>
            <p>
                {move || people_were_in(wall.people())}
                "What you brought goes into the report. Your own input stays on your phone, with what became of it."
            </p>
        </div>
    }
}

fn people_were_in(people: u32) -> String {
    match people {
        0 => String::new(),
        1 => "1 person was in the room. ".to_owned(),
        people => format!("{people} people were in the room. "),
    }
}
