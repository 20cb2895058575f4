use std::time::Duration;

use leptos::prelude::*;
use visioncast_model::{
    CommandId, Epoch, Rejection,
    wire::{ClientFrame, ServerFrame},
};

use super::desk::Desk;
use crate::{
    browser::{Handlers, Socket},
    follow::follow,
    language::refusal,
    paths,
};

/// How long a step waits that could not be stored just now.
const AGAIN: Duration = Duration::from_secs(2);

/// Brings the desk to life, once the page is a page in a browser.
pub(super) fn listen(desk: Desk, code: String, epoch: Epoch) {
    Effect::new(move |_| {
        desk.clock.start();
        open(desk, &code, epoch);
    });
    // The big control rests whenever it changes, be it by a step of somebody else.
    Effect::new(move |before: Option<_>| {
        let next = desk.next.get();
        if before.is_some_and(|before| before != next) {
            desk.guard();
        }
        next
    });
}

fn open(desk: Desk, code: &str, epoch: Epoch) {
    let epoch = StoredValue::new(epoch);
    let handlers = Handlers {
        hello: Box::new(move || Some((epoch.get_value(), desk.view.with_untracked(|view| view.seq)))),
        frame: Box::new(move |frame| match frame {
            ServerFrame::Welcome { epoch: now_lives, now } => {
                epoch.set_value(now_lives);
                desk.clock.set(now);
                send_all_again(desk);
            }
            ServerFrame::Room(moved) => {
                let followed = desk.view.try_update(|view| follow(view, &moved));
                if let (Some(Err(_)), Some(Some(socket))) = (followed, desk.socket.try_get_value()) {
                    // Where this cannot be sent, the next connection brings what is missing.
                    let _ = socket.send(&ClientFrame::Resync);
                }
            }
            ServerFrame::Saved { commands } => {
                let saved = |id: &CommandId| commands.iter().any(|(saved, _)| saved == id);
                desk.waiting.update(|waiting| waiting.retain(|(id, _)| !saved(id)));
            }
            ServerFrame::Refused { id, why } => refused(desk, id, &why),
            ServerFrame::Own(_) | ServerFrame::Pong | ServerFrame::Goodbye(_) => {}
        }),
        status: Box::new(move |connection| desk.connection.set(connection)),
    };
    let socket = Socket::open(format!("{}?console={code}", paths::SOCKET), handlers);
    desk.socket.set_value(Some(socket));
}

fn send_all_again(desk: Desk) {
    for (id, step) in desk.waiting.get_untracked() {
        desk.send(id, &step);
    }
}

fn refused(desk: Desk, id: CommandId, why: &Rejection) {
    let Some((_, step)) = desk.waiting.get_untracked().into_iter().find(|(known, _)| *known == id) else {
        return;
    };
    if matches!(why, Rejection::Unavailable | Rejection::TooFast) {
        set_timeout(move || desk.send(id, &step), AGAIN);
        return;
    }
    desk.waiting.update(|waiting| waiting.retain(|(known, _)| *known != id));
    desk.refuse(&step, &refusal(why));
}
