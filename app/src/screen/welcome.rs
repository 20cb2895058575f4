use leptos::prelude::*;

use super::{
    live::Wall,
    strip::{Joining, offline, qr, spaced},
};
use crate::{language::Live, length::length};

/// Before the first question: how to join, as large as it gets.
pub(super) fn welcome(wall: Wall, joining: Joining) -> impl IntoView {
    let panel = Memo::new(move |_| wall.panel());
    view! {
        <div class="welcome">
            <div class="welcome-words">
                <p class="quiet" dir="auto">{move || panel.get().host}</p>
                <h1 class=move || panel.with(|panel| length(&panel.title)) dir="auto">{move || panel.get().title}</h1>
                <p class="welcome-how">{Live::ScanOrGoTo.text()}</p>
                <p class="welcome-address">{joining.with_value(|(address, _)| address.clone())}</p>
                <p class="welcome-how">{Live::AndType.text()}</p>
                <p class="welcome-code">{move || spaced(&panel.get().code)}</p>
                <p class="welcome-people">{move || people_in(wall.people())}</p>
                {move || panel.get().rehearsal.then(|| view! { <p class="strip-mark">{Live::RehearsalMark.text()}</p> })}
                {offline(wall)}
            </div>
            {qr(joining)}
        </div>
    }
}

fn people_in(people: u32) -> String {
    match people {
        0 => Live::BeTheFirst.owned(),
        people => Live::PeopleAreIn.count(people),
    }
}

/// After the last question.
pub(super) fn ended(wall: Wall) -> impl IntoView {
    let panel = Memo::new(move |_| wall.panel());
    view! {
        <div class="thanks">
            <p class="quiet" dir="auto">{move || panel.get().title}</p>
            <h1>{Live::ThanksToAll.text()}</h1>
            <p>
                {move || people_were_in(wall.people())}
                {Live::WhatYouBroughtGoesOn.text()}
            </p>
        </div>
    }
}

fn people_were_in(people: u32) -> String {
    match people {
        0 => String::new(),
        people => Live::PeopleWereIn.count(people) + " ",
    }
}
