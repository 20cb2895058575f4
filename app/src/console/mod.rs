//! The console of a live panel: agenda, now, room; one big control for the next sensible step, and keys
//! for everything.

mod agenda;
mod desk;
mod dialogs;
mod entry;
mod face;
mod further;
mod head;
mod heard;
mod ideas;
mod keys;
mod live;
mod next;
mod now;
mod pace;
mod results;
mod survey;
mod timer;
mod waiting;
pub(crate) mod wording;

use leptos::prelude::*;
use visioncast_model::view::{ConsoleKey, ConsoleValue};

use self::desk::Desk;
pub(crate) use self::waiting::tags;
use crate::{language::Live, page::ConsoleBoot};

/// What the page is called.
#[must_use]
pub fn title(boot: &ConsoleBoot) -> String {
    match boot.console.values.get(&ConsoleKey::Panel) {
        Some(ConsoleValue::Panel(panel)) => Live::ConsoleTitle.with(&[("title", panel.title.clone())]),
        _ => String::new(),
    }
}

/// See [`ConsoleBoot`].
#[component]
pub fn Console(boot: ConsoleBoot) -> impl IntoView {
    let (code, screen, epoch) = (boot.code.clone(), boot.screen.clone(), boot.epoch);
    let desk = Desk::of(boot);
    live::listen(desk, code.clone(), epoch);
    keys::listen(desk);
    view! {
        <div class="desk">
            {head::head(desk, &code, &screen)}
            <main class="desk-columns">
                {agenda::agenda(desk, &code)}
                {now::now(desk, &code)}
                <section class="room" aria-labelledby="room-title">
                    <h2 id="room-title" class="column-title">{Live::Room.text()}</h2>
                    {waiting::waiting(desk)}
                    {results::results(desk)}
                    {survey::survey(desk)}
                    {ideas::ideas(desk, &code)}
                </section>
            </main>
            {heard::heard(desk)}
            {dialogs::keys(desk)}
            {dialogs::end(desk)}
            {pace::question(desk)}
            {entry::entry(desk)}
        </div>
    }
}
