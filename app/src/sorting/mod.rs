//! The desk at which ideas become themes, live: several people at once, by mouse, touch and keyboard. The server renders
//! a desk that works without a script (`pages/themes.rs`); this one takes its place once it hears from its socket.

mod card;
mod drag;
mod glance;
mod keys;
mod live;
mod lying;
mod outbox;
mod steps;
mod table;
mod theme;
mod tray;
mod wording;

use leptos::prelude::*;

use self::table::Table;
pub(crate) use self::wording::{arrived, idea_on, in_words, named, quoted, somebody, steps_on, themes_on};
use crate::{browser::Connection, language::Desk, page::DeskBoot};

/// The id of the element whose place the live desk takes.
pub const DESK: &str = "desk";
/// The id of the element beside it that says what might go into a theme.
pub const GLANCE: &str = "glance";

/// The live desk. It shows nothing until its socket has spoken; then it calls `ready`, once.
pub fn desk(boot: DeskBoot, ready: impl Fn() + 'static) -> impl IntoView {
    let table = Table::of(&boot);
    live::listen(table, boot, ready);
    keys::listen(table);
    glance::follow(table);
    view! {
        <div class="sorting" class:lost=move || table.connection.get() == Connection::Lost>
            <p class="aside" role="status">{table.said}</p>
            {move || notice(table)}
            {refusals(table)}
            <div class="sorting-columns">
                {theme::loose(table)}
                <div class="sorting-themes">
                    <For each=move || table.lying.with(|lying| lying.order.clone()) key=|id| *id let:id>
                        {theme::theme(table, id)}
                    </For>
                </div>
            </div>
            {tray::tray(table)}
            {steps::steps(table)}
            <p class="quiet sorting-keys">{Desk::KeysOfTheDesk.text()}</p>
        </div>
    }
}

/// What somebody at the desk has to know before they go on.
fn notice(table: Table) -> Option<impl IntoView> {
    let waiting = table.waiting_count() as u32;
    let words = match table.connection.get() {
        Connection::Connecting => return None,
        Connection::Live if !table.may_sort() => Desk::GroupingNotOpen.owned(),
        Connection::Live => return None,
        Connection::Lost if waiting > 0 => {
            [Desk::NoConnection.text(), " ", &Desk::OnItsWay.count(waiting), "."].concat()
        }
        Connection::Lost => Desk::NoConnection.owned(),
        Connection::NotAllowed => Desk::NoPlaceHere.owned(),
        Connection::Outdated => Desk::ReloadIt.owned(),
    };
    Some(view! { <p class="notice" role="status">{words}</p> })
}

fn refusals(table: Table) -> impl IntoView {
    move || {
        let refused = table.refusals.get();
        let rows: Vec<_> = refused
            .into_iter()
            .map(|why| view! { <p>{Desk::NotDone.with(&[("why", why)])}</p> })
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <div class="notice wrong sorting-refusals" role="alert">
                    {rows}
                    <button type="button" class="small" on:click=move |_| table.refusals.set(Vec::new())>{Desk::Dismiss.text()}</button>
                </div>
            }
        })
    }
}
