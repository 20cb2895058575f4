//! One view of the room, shared by all screens of an audience: made once, encoded once.

use std::{collections::BTreeMap, time::Duration};

use axum::body::Bytes;
use serde::Serialize;
use tokio::{sync::broadcast, time::Instant};
use visioncast_model::{
    Seq,
    view::{Patch, View},
    wire::{Move, ServerFrame, encode, to_body},
};

/// How many frames a screen may lag behind before it gets a fresh view instead.
const BACKLOG: usize = 32;

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Everybody's phone.
    Phones,
    /// The projector.
    Screens,
    /// The facilitators.
    Consoles,
}

/// What an audience was last sent, and its sockets' end of the line.
pub(crate) struct Shared<K: Ord, V> {
    view: View<K, V>,
    /// The event that last changed a key, tombstones too; none before the first send of this node.
    changed: BTreeMap<K, Seq>,
    /// Screens that have come at least this far can be moved on by what changed since.
    floor: Seq,
    /// The whole view as a frame, made when somebody first asks for it.
    fresh: Option<Bytes>,
    sender: broadcast::Sender<Bytes>,
    stale: bool,
    sent: Instant,
}

impl<K: Ord + Clone + Serialize, V: Clone + PartialEq + Serialize> Shared<K, V> {
    pub(crate) fn new(view: View<K, V>) -> Self {
        Self {
            floor: view.seq,
            view,
            changed: BTreeMap::new(),
            fresh: None,
            sender: broadcast::channel(BACKLOG).0,
            stale: false,
            sent: Instant::now(),
        }
    }

    /// How many screens are on the line.
    pub(crate) fn screens(&self) -> usize {
        self.sender.receiver_count()
    }

    /// Notes that the room changed.
    pub(crate) const fn mark_stale(&mut self) {
        self.stale = true;
    }

    /// When the next frame is due, at most one per `interval`; none where nothing changed.
    pub(crate) fn due(&self, interval: Duration) -> Option<Instant> {
        self.stale.then(|| self.sent + interval)
    }

    /// Moves on to `later` and tells all screens what differs, if anything does.
    pub(crate) fn send(&mut self, later: View<K, V>) {
        self.stale = false;
        self.sent = Instant::now();
        let patch = self.view.difference(&later);
        let from = self.view.seq;
        let to = later.seq;
        if patch.0.is_empty() {
            // Nobody needs to know; whoever holds `from` holds `to`.
            return;
        }
        for (key, _) in &patch.0 {
            self.changed.insert(key.clone(), to);
        }
        self.view = later;
        self.fresh = None;
        if self.sender.receiver_count() > 0 {
            // No receiver is no error: nobody is looking.
            let _ = self.sender.send(room_frame(Some(from), to, &patch));
        }
    }

    /// A line to this audience, and the frame that brings a screen that has come as far as `holds`
    /// to where the line begins.
    pub(crate) fn subscribe(&mut self, holds: Option<Seq>) -> (broadcast::Receiver<Bytes>, Bytes) {
        (self.sender.subscribe(), self.since(holds))
    }

    /// What brings a screen that has come as far as `holds` to where this audience is.
    pub(crate) fn since(&mut self, holds: Option<Seq>) -> Bytes {
        match holds {
            Some(from) if from >= self.floor && from <= self.view.seq => {
                let patch = Patch(
                    self.changed
                        .iter()
                        .filter(|(_, changed)| **changed > from)
                        .map(|(key, _)| (key.clone(), self.view.values.get(key).cloned()))
                        .collect(),
                );
                room_frame(Some(from), self.view.seq, &patch)
            }
            _ => self.whole(),
        }
    }

    fn whole(&mut self) -> Bytes {
        let view = &self.view;
        self.fresh
            .get_or_insert_with(|| {
                let all = view
                    .values
                    .iter()
                    .map(|(key, value)| (key.clone(), Some(value.clone())));
                room_frame(None, view.seq, &Patch(all.collect()))
            })
            .clone()
    }
}

fn room_frame<K: Serialize, V: Serialize>(from: Option<Seq>, to: Seq, patch: &Patch<K, V>) -> Bytes {
    let patch = to_body(patch);
    encode(&ServerFrame::Room(Move { from, to, patch })).into()
}

#[cfg(test)]
mod tests {
    use visioncast_model::wire::{decode, from_body};

    use super::*;

    type Numbers = View<u8, u32>;

    fn view(seq: u64, values: &[(u8, u32)]) -> Numbers {
        Numbers {
            seq: Seq(seq),
            values: values.iter().copied().collect(),
        }
    }

    fn moved(screen: &mut Numbers, frame: &Bytes) {
        let Ok(ServerFrame::Room(Move { from, to, patch })) = decode(frame) else {
            panic!("a room frame was expected")
        };
        if from.is_none() {
            screen.values.clear();
        }
        screen.apply(to, from_body(&patch).expect("the patch is readable"));
    }

    #[test]
    fn a_screen_that_comes_back_gets_what_changed_also_what_is_gone() {
        let mut shared = Shared::new(view(1, &[(1, 10), (2, 20)]));
        let mut screen = Numbers::default();
        moved(&mut screen, &shared.since(None));
        shared.send(view(5, &[(1, 11), (2, 20), (3, 30)]));
        shared.send(view(9, &[(1, 11), (3, 30)]));
        moved(&mut screen, &shared.since(Some(Seq(1))));
        assert_eq!(screen, view(9, &[(1, 11), (3, 30)]));
        // From before this node's time there is only the whole.
        let mut old = view(0, &[(7, 70)]);
        moved(&mut old, &shared.since(Some(Seq(0))));
        assert_eq!(old, view(9, &[(1, 11), (3, 30)]));
    }
}
