//! A line to one audience: its view of the room is made once, encoded once, and shared by all its screens.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    ops::RangeInclusive,
    time::Duration,
};

use axum::body::Bytes;
use serde::Serialize;
use tokio::{
    sync::mpsc::{Sender, error::TrySendError},
    time::Instant,
};
use visioncast_model::{
    Panel, Seq,
    view::{Patch, View},
    wire::{Move, ServerFrame, encode, to_body},
};

use super::handle::SocketId;

/// How many frames may wait for a socket.
pub(super) const BACKLOG: usize = 64;
/// So much of it is kept free for what is a socket's own: a missed move of the room can be made up for.
const FOR_ITS_OWN: usize = BACKLOG / 2;
/// A move goes out to so many sockets at a time, so that a thousand phones do not hold up the votes that come in
/// meanwhile.
const SLICE: usize = 64;
const SLICE_INTERVAL: Duration = Duration::from_millis(5);
/// So many moves a screen may have missed and still be sent only what changed: minutes, at the most frames a second.
const REMEMBERED: usize = 4_096;

/// A line, whatever goes over it.
pub(super) trait Line: Send {
    /// Puts a socket on the line; returns the frame that brings a screen that has come as far as `holds` to where
    /// the line is.
    fn enter(&mut self, panel: &Panel, socket: SocketId, frames: Sender<Bytes>, holds: Option<Seq>) -> Bytes;

    /// Takes a socket off.
    fn leave(&mut self, socket: SocketId);

    /// Whether nobody is on it.
    fn is_empty(&self) -> bool;

    /// Notes that the room changed.
    fn mark_stale(&mut self);

    /// When there is something to do next; none where nothing changed or nobody looks.
    fn due(&self) -> Option<Instant>;

    /// Does what is due: moves the next screens on, to the panel as it was when the first of them were.
    fn go_on(&mut self, panel: &Panel);

    /// Moves all screens on to the panel as it is, at once.
    fn advance(&mut self, panel: &Panel);

    /// The whole view as a frame.
    fn whole(&mut self) -> Bytes;
}

/// A line over which views of one kind go.
pub(super) struct Shared<K: Ord, V> {
    make: Box<dyn Fn(&Panel) -> View<K, V> + Send>,
    /// The least time between two moves, by the number of screens.
    interval: fn(usize) -> Duration,
    view: View<K, V>,
    /// The event that last changed a key, tombstones too; none before the first move of this node.
    changed: BTreeMap<K, Seq>,
    /// Where the view stood after each of its last moves, in order: from there a screen can be moved on by what changed
    /// since. From anywhere between it cannot, as another node or a page may have shown it: what changed there and changed
    /// back before the next move counts as unchanged here.
    stood: VecDeque<Seq>,
    /// The whole view as a frame, made when somebody first asks for it.
    fresh: Option<Bytes>,
    sockets: BTreeMap<SocketId, Sender<Bytes>>,
    /// Those that read too slowly and missed a move: they get a fresh view once they have read what waits.
    behind: BTreeSet<SocketId>,
    stale: bool,
    moved: Instant,
    /// A move that has not gone out to all yet.
    going: Option<Going>,
}

struct Going {
    step: Bytes,
    /// Those who are left; whoever came later was shown more.
    left: RangeInclusive<SocketId>,
    next: Instant,
}

impl<K, V> Shared<K, V>
where
    K: Ord + Clone + Serialize + Send,
    V: Clone + PartialEq + Serialize + Send,
{
    pub(super) fn new(
        make: impl Fn(&Panel) -> View<K, V> + Send + 'static,
        panel: &Panel,
        interval: fn(usize) -> Duration,
    ) -> Self {
        let view = make(panel);
        Self {
            make: Box::new(make),
            interval,
            stood: VecDeque::from([view.seq]),
            view,
            changed: BTreeMap::new(),
            fresh: None,
            sockets: BTreeMap::new(),
            behind: BTreeSet::new(),
            stale: false,
            moved: Instant::now(),
            going: None,
        }
    }

    /// Makes the view afresh; what changed begins to go out.
    fn begin(&mut self, panel: &Panel) {
        self.moved = Instant::now();
        self.fetch_up();
        if std::mem::take(&mut self.stale)
            && let Some(step) = self.become_later((self.make)(panel))
        {
            self.send(step);
        }
    }

    fn send(&mut self, step: Bytes) {
        let ends = self.sockets.first_key_value().zip(self.sockets.last_key_value());
        self.going = ends.map(|((first, _), (last, _))| Going {
            step,
            left: *first..=*last,
            next: Instant::now(),
        });
    }

    /// Moves the view on; returns what moves a screen on, if anything that it shows changed.
    fn become_later(&mut self, later: View<K, V>) -> Option<Bytes> {
        let patch = self.view.difference(&later);
        if patch.0.is_empty() {
            // Nobody needs to know; whoever holds what came before holds this.
            return None;
        }
        let (from, to) = (self.view.seq, later.seq);
        for (key, _) in &patch.0 {
            self.changed.insert(key.clone(), to);
        }
        self.view = later;
        self.fresh = None;
        self.stood.push_back(to);
        if self.stood.len() > REMEMBERED {
            self.stood.pop_front();
        }
        Some(room_frame(Some(from), to, &patch))
    }

    /// What brings a screen that shows the panel as it was at `holds` to where the line is, while the panel is at `now`.
    fn since(&mut self, holds: Option<Seq>, now: Seq) -> Bytes {
        let shows_it = |from: &Seq| *from == now && !self.stale;
        let stood_there = |from: &Seq| self.stood.binary_search(from).is_ok();
        let Some(from) = holds.filter(|from| shows_it(from) || stood_there(from)) else {
            return self.whole();
        };
        let later = self.changed.iter().filter(|(_, changed)| **changed > from);
        let patch = later.map(|(key, _)| (key.clone(), self.view.values.get(key).cloned()));
        room_frame(Some(from), self.view.seq, &Patch(patch.collect()))
    }

    /// Sends what is going out to at most so many more.
    fn pass_on(&mut self, most: usize) {
        let Some(Going { step, left, .. }) = self.going.take() else {
            return;
        };
        let mut sockets = self.sockets.range(left.clone());
        for (id, frames) in sockets.by_ref().take(most) {
            if self.behind.contains(id) {
                continue;
            }
            let fits = frames.capacity() > FOR_ITS_OWN;
            if !fits || matches!(frames.try_send(step.clone()), Err(TrySendError::Full(_))) {
                self.behind.insert(*id);
            }
        }
        self.going = sockets.next().map(|(next, _)| Going {
            step,
            left: *next..=*left.end(),
            next: Instant::now() + SLICE_INTERVAL,
        });
    }

    /// Gives a fresh view to those who missed something and have read all that waited for them.
    fn fetch_up(&mut self) {
        for id in std::mem::take(&mut self.behind) {
            let Some(frames) = self.sockets.get(&id).cloned() else {
                continue;
            };
            if frames.capacity() < frames.max_capacity() || frames.try_send(self.whole()).is_err() {
                self.behind.insert(id);
            }
        }
    }
}

impl<K, V> Line for Shared<K, V>
where
    K: Ord + Clone + Serialize + Send,
    V: Clone + PartialEq + Serialize + Send,
{
    fn enter(&mut self, panel: &Panel, socket: SocketId, frames: Sender<Bytes>, holds: Option<Seq>) -> Bytes {
        if self.sockets.is_empty() {
            // While nobody looked, the view was left as it was.
            self.advance(panel);
        }
        self.sockets.insert(socket, frames);
        self.since(holds, panel.seq())
    }

    fn leave(&mut self, socket: SocketId) {
        self.sockets.remove(&socket);
        self.behind.remove(&socket);
    }

    fn is_empty(&self) -> bool {
        self.sockets.is_empty()
    }

    fn mark_stale(&mut self) {
        self.stale = true;
    }

    fn due(&self) -> Option<Instant> {
        if let Some(going) = &self.going {
            return Some(going.next);
        }
        let stale = self.stale && !self.sockets.is_empty();
        let due = self.moved + (self.interval)(self.sockets.len());
        (stale || !self.behind.is_empty()).then_some(due)
    }

    fn go_on(&mut self, panel: &Panel) {
        if self.going.is_none() {
            self.begin(panel);
        }
        self.pass_on(SLICE);
    }

    fn advance(&mut self, panel: &Panel) {
        self.pass_on(usize::MAX);
        self.begin(panel);
        self.pass_on(usize::MAX);
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
    use tokio::sync::mpsc::{Receiver, channel};
    use visioncast_model::wire::{decode, from_body};

    use super::*;

    type Numbers = View<u8, u32>;

    fn view(seq: u64, values: &[(u8, u32)]) -> Numbers {
        Numbers {
            seq: Seq(seq),
            values: values.iter().copied().collect(),
        }
    }

    fn line(view: Numbers) -> Shared<u8, u32> {
        let mut line = Shared::new(|_| Numbers::default(), &Panel::default(), |_| Duration::ZERO);
        line.stood = VecDeque::from([view.seq]);
        line.view = view;
        line
    }

    fn advance(line: &mut Shared<u8, u32>, later: Numbers) {
        if let Some(step) = line.become_later(later) {
            line.send(step);
            line.pass_on(usize::MAX);
        }
    }

    fn enter(line: &mut Shared<u8, u32>, socket: SocketId) -> Receiver<Bytes> {
        let (frames, waiting) = channel(BACKLOG);
        line.enter(&Panel::default(), socket, frames, None);
        waiting
    }

    fn read(screen: &mut Numbers, frame: &Bytes) {
        let Ok(ServerFrame::Room(Move { from, to, patch })) = decode(frame) else {
            panic!("a room frame was expected")
        };
        match from {
            None => *screen = Numbers::default(),
            Some(from) => assert!(from <= screen.seq, "a silent gap before {from}"),
        }
        screen.apply(to, from_body(&patch).expect("the patch is readable"));
    }

    #[test]
    fn a_screen_that_comes_back_gets_what_changed_also_what_is_gone() {
        let mut line = line(view(1, &[(1, 10), (2, 20)]));
        let mut screen = Numbers::default();
        read(&mut screen, &line.since(None, Seq(1)));
        advance(&mut line, view(5, &[(1, 11), (2, 20), (3, 30)]));
        advance(&mut line, view(9, &[(1, 11), (3, 30)]));
        read(&mut screen, &line.since(Some(Seq(1)), Seq(9)));
        assert_eq!(screen, view(9, &[(1, 11), (3, 30)]));
        // From before this node's time there is only the whole.
        let mut old = view(0, &[(7, 70)]);
        read(&mut old, &line.since(Some(Seq(0)), Seq(9)));
        assert_eq!(old, view(9, &[(1, 11), (3, 30)]));
    }

    #[test]
    fn a_screen_that_saw_what_this_node_never_showed_ends_equal() {
        let mut line = line(view(1, &[(1, 10)]));
        // Another node showed it a change that was taken back before this one looked.
        let mut screen = view(3, &[(1, 11)]);
        advance(&mut line, view(5, &[(1, 10)]));
        advance(&mut line, view(9, &[(1, 10), (2, 20)]));
        read(&mut screen, &line.since(Some(Seq(3)), Seq(9)));
        assert_eq!(screen.values, line.view.values);
    }

    #[test]
    fn a_page_as_the_panel_is_needs_nothing_sent() {
        let mut line = line(view(1, &[(1, 10)]));
        let mut page = view(4, &[(1, 10)]);
        let frame = line.since(Some(Seq(4)), Seq(4));
        assert!(frame.len() < line.whole().len());
        read(&mut page, &frame);
        assert_eq!(page.values, line.view.values);
        line.mark_stale();
        assert_eq!(
            line.since(Some(Seq(4)), Seq(4)),
            line.whole(),
            "it may show what the line does not know yet"
        );
    }

    #[test]
    fn nothing_is_due_where_nobody_looks() {
        let mut line = line(view(1, &[]));
        line.mark_stale();
        assert_eq!(line.due(), None);
        let _waiting = enter(&mut line, 1);
        assert_eq!(line.due(), None, "whoever comes first is shown the room as it is");
        line.mark_stale();
        assert!(line.due().is_some());
    }

    #[test]
    fn who_reads_slowly_costs_no_more_memory_and_ends_equal_to_who_reads_at_once() {
        let mut line = line(view(0, &[]));
        let (mut slow, mut quick) = (enter(&mut line, 1), enter(&mut line, 2));
        let (mut seen_slowly, mut seen) = (Numbers::default(), Numbers::default());
        for number in 1..=200 {
            advance(
                &mut line,
                view(u64::from(number), &[(1, number), (number as u8, number)]),
            );
            while let Ok(frame) = quick.try_recv() {
                read(&mut seen, &frame);
            }
        }
        assert!(slow.len() <= BACKLOG - FOR_ITS_OWN, "{} frames wait", slow.len());
        assert_eq!(seen, line.view);
        while let Ok(frame) = slow.try_recv() {
            read(&mut seen_slowly, &frame);
        }
        assert_ne!(seen_slowly, line.view);
        // Nothing changes any more, and yet it is due.
        assert!(line.due().is_some());
        line.go_on(&Panel::default());
        read(&mut seen_slowly, &slow.try_recv().expect("a fresh view"));
        assert_eq!(seen_slowly, line.view);
        assert_eq!(line.due(), None);
    }

    #[test]
    fn a_move_goes_out_piece_by_piece_and_reaches_everybody_once() {
        let mut line = line(view(0, &[]));
        let mut screens: Vec<_> = (0..3 * SLICE as u64).map(|id| enter(&mut line, id)).collect();
        let step = line.become_later(view(1, &[(1, 1)])).expect("something changed");
        line.send(step);
        line.go_on(&Panel::default());
        let reached = screens.iter().filter(|screen| !screen.is_empty()).count();
        assert_eq!(reached, SLICE);
        // One leaves meanwhile, another comes.
        line.leave(SLICE as u64);
        let late = enter(&mut line, 10_000);
        while line.going.is_some() {
            line.go_on(&Panel::default());
        }
        assert!(late.is_empty(), "it was shown the room as it is when it came");
        screens.remove(SLICE);
        assert!(screens.iter().all(|screen| screen.len() == 1));
    }
}
