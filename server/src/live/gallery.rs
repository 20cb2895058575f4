//! Everybody who looks at a room through this node: their sockets, and what these are sent.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use axum::body::Bytes;
use tokio::{sync::mpsc::Sender, time::Instant};
use visioncast_model::{
    CommandId, Epoch, Panel, PersonId, Recorded, Rejection, Seq,
    view::{OwnKey, Patch, Touched},
    wire::{Goodbye, Move, ServerFrame, encode, to_body},
};

use super::{Audience, RoomWords, handle::SocketId, line::Line, now};

pub(super) struct Gallery {
    epoch: Epoch,
    words: Arc<RoomWords>,
    lines: BTreeMap<Audience, Box<dyn Line>>,
    sockets: HashMap<SocketId, Socket>,
    by_person: HashMap<PersonId, Vec<SocketId>>,
    next_socket: SocketId,
}

struct Socket {
    audience: Audience,
    person: Option<PersonId>,
    frames: Sender<Bytes>,
    /// How far its own view has come.
    own: Seq,
}

/// A command, and where its effect is recorded, or why it has none.
pub(super) type Answer = (CommandId, Result<Seq, Rejection>);

impl Gallery {
    pub(super) fn new(epoch: Epoch, panel: &Panel, words: Arc<RoomWords>) -> Self {
        Self {
            epoch,
            lines: Audience::ALWAYS
                .map(|audience| (audience, audience.line(panel, &words)))
                .into(),
            words,
            sockets: HashMap::new(),
            by_person: HashMap::new(),
            next_socket: 0,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sockets.is_empty()
    }

    /// Those whose phones are here.
    pub(super) fn people(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.by_person.keys().copied()
    }

    /// Lets a screen in, which may hold something already, and sends it what brings it up to date.
    pub(super) fn enter(
        &mut self,
        panel: &Panel,
        audience: Audience,
        holds: Option<(Epoch, Seq)>,
        person: Option<PersonId>,
        frames: Sender<Bytes>,
    ) -> SocketId {
        let id = self.next_socket;
        self.next_socket += 1;
        let holds = holds.filter(|(epoch, _)| *epoch == self.epoch).map(|(_, seq)| seq);
        let words = &self.words;
        let line = self
            .lines
            .entry(audience)
            .or_insert_with(|| audience.line(panel, words));
        let room = line.enter(panel, id, frames.clone(), holds);
        let socket = Socket {
            audience,
            person,
            frames,
            own: panel.seq(),
        };
        self.sockets.insert(id, socket);
        metrics::gauge!("visioncast_sockets").increment(1);
        let welcome = ServerFrame::Welcome {
            epoch: self.epoch,
            now: now(),
        };
        self.send(id, encode(&welcome).into());
        self.send(id, room);
        if let Some(person) = person {
            self.by_person.entry(person).or_default().push(id);
            self.send_own_afresh(panel, id);
        }
        id
    }

    pub(super) fn leave(&mut self, id: SocketId) {
        let Some(Socket { audience, person, .. }) = self.sockets.remove(&id) else {
            return;
        };
        metrics::gauge!("visioncast_sockets").decrement(1);
        if let Some(line) = self.lines.get_mut(&audience) {
            line.leave(id);
            if line.is_empty() && !Audience::ALWAYS.contains(&audience) {
                self.lines.remove(&audience);
            }
        }
        if let Some(person) = person
            && let Some(sockets) = self.by_person.get_mut(&person)
        {
            sockets.retain(|other| *other != id);
            if sockets.is_empty() {
                self.by_person.remove(&person);
            }
        }
    }

    /// Sends a screen that saw a gap everything afresh.
    pub(super) fn resync(&mut self, panel: &Panel, id: SocketId) {
        let audience = self.sockets.get(&id).map(|socket| socket.audience);
        let Some(line) = audience.and_then(|audience| self.lines.get_mut(&audience)) else {
            return;
        };
        let whole = line.whole();
        self.send(id, whole);
        self.send_own_afresh(panel, id);
    }

    /// Shows what these events, already applied, mean to those who look: at once where it is their own, else when
    /// their line is due. What became of somebody's commands is said along with what is theirs, in one go.
    pub(super) fn show(&mut self, panel: &Panel, events: &[Recorded], mut answers: BTreeMap<SocketId, Vec<Answer>>) {
        if !events.is_empty() {
            self.mark_stale();
        }
        let mut touched: BTreeMap<PersonId, BTreeSet<OwnKey>> = BTreeMap::new();
        for event in events {
            match panel.touched(event) {
                Touched::Nobody => {}
                Touched::One(person, key) => {
                    touched.entry(person).or_default().insert(key);
                }
                Touched::Everybody => {
                    touched.clear();
                    self.show_all(panel);
                    break;
                }
            }
        }
        for (person, keys) in touched {
            let Some(sockets) = self.by_person.get(&person).cloned() else {
                continue;
            };
            let patch = to_body(&panel.own_patch(person, &keys));
            for id in sockets {
                self.send_own(panel, id, patch.clone(), false);
                self.answer(id, answers.remove(&id).unwrap_or_default());
            }
        }
        for (id, answers) in answers {
            self.answer(id, answers);
        }
    }

    /// Shows the panel as it is, whatever was shown before.
    pub(super) fn show_all(&mut self, panel: &Panel) {
        self.mark_stale();
        let all: Vec<SocketId> = self.sockets.keys().copied().collect();
        for id in all {
            self.send_own_afresh(panel, id);
        }
    }

    fn answer(&mut self, id: SocketId, answers: Vec<Answer>) {
        let mut saved = Vec::new();
        for (command, answer) in answers {
            match answer {
                Ok(seq) => saved.push((command, seq)),
                Err(why) => self.send(id, encode(&ServerFrame::Refused { id: command, why }).into()),
            }
        }
        if !saved.is_empty() {
            self.send(id, encode(&ServerFrame::Saved { commands: saved }).into());
        }
    }

    /// When something is due next.
    pub(super) fn due(&self) -> Option<Instant> {
        self.lines.values().filter_map(|line| line.due()).min()
    }

    /// Moves on what is due.
    pub(super) fn move_due(&mut self, panel: &Panel) {
        let now = Instant::now();
        for line in self.lines.values_mut() {
            if line.due().is_some_and(|due| due <= now) {
                line.go_on(panel);
            }
        }
    }

    /// Moves all lines on, due or not.
    pub(super) fn move_all(&mut self, panel: &Panel) {
        for line in self.lines.values_mut() {
            line.advance(panel);
        }
    }

    fn mark_stale(&mut self) {
        for line in self.lines.values_mut() {
            line.mark_stale();
        }
    }

    fn send_own_afresh(&mut self, panel: &Panel, id: SocketId) {
        let Some(person) = self.sockets.get(&id).and_then(|socket| socket.person) else {
            return;
        };
        let all = panel.own(person).values.into_iter();
        let patch = Patch(all.map(|(key, value)| (key, Some(value))).collect());
        self.send_own(panel, id, to_body(&patch), true);
    }

    fn send_own(&mut self, panel: &Panel, id: SocketId, patch: Vec<u8>, afresh: bool) {
        let to = panel.seq();
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        let from = (!afresh).then_some(socket.own);
        socket.own = to;
        self.send(id, encode(&ServerFrame::Own(Move { from, to, patch })).into());
    }

    /// Sends to one socket; one that does not read is cut off, so that memory does not grow.
    fn send(&mut self, id: SocketId, frame: Bytes) {
        if let Some(socket) = self.sockets.get(&id)
            && socket.frames.try_send(frame).is_err()
        {
            self.leave(id);
        }
    }
}

impl Drop for Gallery {
    fn drop(&mut self) {
        metrics::gauge!("visioncast_sockets").decrement(self.sockets.len() as f64);
        let goodbye: Bytes = encode(&ServerFrame::Goodbye(Goodbye::Restarting)).into();
        for socket in self.sockets.values() {
            // One that cannot take it sees its line end.
            let _ = socket.frames.try_send(goodbye.clone());
        }
    }
}
