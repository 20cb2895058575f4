//! Whom an attendee tells what happens to it.

use tokio::{
    sync::{mpsc::UnboundedSender, oneshot},
    time::Instant,
};
use visioncast_model::Seq;

/// What became of a line of the script.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settled {
    pub(super) line: usize,
    pub(super) saved: bool,
}

/// When something was seen, or sent and recorded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sighting {
    pub(super) seq: Seq,
    pub(super) at: Instant,
}

/// Whom an attendee tells what happens.
#[derive(Debug, Default)]
pub(super) struct Ears {
    /// Told once, when the room has come for the first time.
    pub(super) ready: Option<oneshot::Sender<()>>,
    /// Told of every line of the script that is settled.
    pub(super) settled: Option<UnboundedSender<Settled>>,
    /// Told of every move of the room.
    pub(super) moves: Option<UnboundedSender<Sighting>>,
    /// Told of every answer of its own: when it was sent, and where it is recorded.
    pub(super) saved: Option<UnboundedSender<Sighting>>,
}
