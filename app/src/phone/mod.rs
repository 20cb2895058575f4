//! The phone of somebody in the room.
//!
//! It is rendered from [`PhoneBoot`] and works as a page of plain forms; once it is hydrated, a [`Session`] keeps it
//! current. Nothing that is being typed moves away by itself.

pub(crate) mod about;
mod heading;
mod input;
mod results;
mod room;
mod session;
mod stage;
mod status;
mod vote;
mod write;

use leptos::prelude::*;

use crate::page::PhoneBoot;
use room::panel;
use session::Session;

/// What the page is called.
#[must_use]
pub fn title(boot: &PhoneBoot) -> String {
    panel(&boot.room).map(|panel| panel.title.clone()).unwrap_or_default()
}

/// See [`PhoneBoot`].
pub fn phone(boot: PhoneBoot) -> impl IntoView {
    let session = Session::new(boot);
    // After everything that is on the page has come to life.
    Effect::new(move || set_timeout(move || session.start(), std::time::Duration::ZERO));
    let name = move |of: fn(&visioncast_model::view::PhonePanel) -> &str| {
        session.room.with(|room| panel(room).map(|panel| of(panel).to_owned()).unwrap_or_default())
    };
    let rehearsal = move || session.room.with(|room| panel(room).is_some_and(|panel| panel.rehearsal));
    view! {
        <header class="top">
            <p class="title">
                <span class="host">{move || name(|panel| &panel.host)}</span>
                {move || name(|panel| &panel.title)}
            </p>
            {status::short(session)}
        </header>
        {move || rehearsal().then(|| view! { <p class="banner">"A rehearsal: nothing said here counts."</p> })}
        {status::banner(session)}
        <main>{stage::stage(session)}</main>
        <footer class="folds">{input::fold(session)} {about::fold(session)}</footer>
        {status::spoken(session)}
    }
}
