use std::time::Duration;

use leptos::prelude::*;
use visioncast_model::{
    Arrange, CommandId, Epoch, Rejection,
    wire::{ClientFrame, ServerFrame},
};

use super::table::Table;
use crate::{
    browser::{Handlers, Socket},
    follow::follow,
    language::refusal,
    page::DeskBoot,
};

/// How long a step waits that could not be stored just now.
const AGAIN: Duration = Duration::from_secs(2);

/// Brings the desk to life.
pub(super) fn listen(table: Table, boot: DeskBoot, ready: impl Fn() + 'static) {
    table.clock.start();
    table.keep_hold();
    let epoch = StoredValue::new(None::<Epoch>);
    let handlers = Handlers {
        hello: Box::new(move || Some((epoch.get_value()?, table.view.with_untracked(|view| view.seq)))),
        frame: Box::new(move |frame| match frame {
            ServerFrame::Welcome { epoch: now_lives, now } => {
                epoch.set_value(Some(now_lives));
                table.clock.set(now);
                table.send_all_again();
            }
            ServerFrame::Room(moved) => {
                let followed = table.view.try_update(|view| follow(view, &moved));
                if followed.is_some_and(|followed| followed.is_ok()) {
                    settle(table);
                    ready();
                } else if let Some(Some(socket)) = table.socket.try_get_value() {
                    // Where this cannot be sent, the next connection brings what is missing.
                    let _ = socket.send(&ClientFrame::Resync);
                }
            }
            ServerFrame::Saved { commands } => table.note_saved(commands),
            ServerFrame::Refused { id, why } => refused(table, id, &why),
            ServerFrame::Own(_) | ServerFrame::Pong | ServerFrame::Goodbye(_) => {}
        }),
        status: Box::new(move |connection| table.connection.set(connection)),
    };
    table.socket.set_value(Some(Socket::open(boot.socket, handlers)));
}

/// Drops what the view shows by now, before anything is drawn, so that nothing jumps back in between.
fn settle(table: Table) {
    table.settle();
    let worded = table.worded.get_untracked().map(|worded| worded.theme);
    let gone = |theme| table.lying.with_untracked(|lying| !lying.themes.contains_key(&theme));
    if worded.is_some_and(gone) {
        table.worded.set(None);
    }
}

fn refused(table: Table, id: CommandId, why: &Rejection) {
    if matches!(why, Rejection::Unavailable | Rejection::TooFast) {
        if let Some(step) = table.waiting_step(id) {
            set_timeout(move || table.send(id, &step), AGAIN);
        }
        return;
    }
    let step = table.waiting_step(id);
    table.refuse(id, refusal(why));
    if let Some(Arrange::Word { theme, name, about, .. }) = step {
        // What was typed comes back, beside what somebody else wrote.
        table.word(theme, Some((name, about)));
    }
}
