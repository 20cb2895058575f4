//! The phone of somebody in the room.
//!
//! It is rendered from [`PhoneBoot`] and works as a page of plain forms; once it is hydrated, a [`Session`] keeps it
//! current. Nothing that is being typed moves away by itself.

pub(crate) mod about;
mod domain;
mod fill;
mod heading;
mod input;
mod others;
mod room;
mod session;
mod stage;
mod status;
mod vote;
mod write;

use std::time::Duration;

use leptos::prelude::*;
use visioncast_model::view::PhonePanel;

use crate::{
    language::Say,
    page::PhoneBoot,
    part::{any, effect, nothing, part, text},
};
use room::panel;
pub use room::place;
use session::Session;

/// What the page is called.
#[must_use]
pub fn title(boot: &PhoneBoot) -> String {
    panel(&boot.room).map(|panel| panel.title.clone()).unwrap_or_default()
}

/// See [`PhoneBoot`]; `form` is the HTML of the forms of what is shown, none in a browser, which has it already.
pub fn phone(boot: PhoneBoot, form: String) -> impl IntoView {
    let session = Session::new(boot, form);
    // After everything that is on the page has come to life.
    effect(move || set_timeout(move || session.start(), Duration::ZERO));
    let name = move |of: fn(&PhonePanel) -> &str| {
        session
            .room
            .with(|room| panel(room).map(|panel| of(panel).to_owned()).unwrap_or_default())
    };
    let rehearsal = move || {
        session
            .room
            .with(|room| panel(room).is_some_and(|panel| panel.rehearsal))
    };
    view! {
        <header class="top">
            <p class="title">
                <span class="host">{text(move || name(|panel| &panel.host))}</span>
                <span>{text(move || name(|panel| &panel.title))}</span>
            </p>
            {status::short(session)}
        </header>
        {part(move || {
            if rehearsal() {
                any(view! { <p class="banner">{Say::Rehearsal.text()}</p> })
            } else {
                nothing()
            }
        })}
        {status::banner(session)}
        <main>{stage::stage(session)}</main>
        <footer class="folds">{input::fold(session)} {about::fold(session)}</footer>
        {status::spoken(session)}
    }
}
