//! What all attendees of a rehearsal have in common.

use std::{path::Path, sync::Arc, time::Duration};

use tokio::{
    sync::{Semaphore, watch},
    time::Instant,
};
use visioncast_model::JoinCode;

use super::{
    entrance::Entrance,
    figures::Figures,
    journal::Journal,
    sheet::Asked,
    sight::{SharedRoom, Situation},
};

/// How many come in at a time.
const DOORS: usize = 64;
/// Up to so many attendees each read all that they are sent, as a browser does; more share that work.
const READERS: usize = 300;

/// Where and how a rehearsal takes place.
#[derive(Debug)]
pub(super) struct Hall {
    pub(super) code: JoinCode,
    pub(super) entrance: Entrance,
    pub(super) figures: Figures,
    pub(super) submitted: Journal,
    pub(super) acknowledged: Journal,
    /// Those who come in wait here.
    pub(super) doors: Semaphore,
    /// The room, where all look at it together.
    pub(super) shared: Option<Arc<SharedRoom>>,
    /// What is going on, as the first attendee sees it.
    pub(super) stage: watch::Sender<Arc<Situation>>,
    /// What a form asks, as the facilitator of a whole agenda sees it.
    pub(super) asked: watch::Sender<Option<Arc<Asked>>>,
    pub(super) signal: watch::Sender<Signal>,
    /// How many answers one attendee has on the way at most.
    pub(super) in_flight: usize,
    /// The longest wait before a reconnect.
    pub(super) longest_pause: Duration,
}

/// What everybody is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signal {
    pub(super) phase: Phase,
    /// When all sockets were cut, if they were.
    pub(super) cut: Option<Instant>,
}

/// How far the rehearsal is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// People come in; nothing is said yet.
    #[default]
    Gathering,
    /// It goes on.
    Going,
    /// Nothing new is said; what waits is still sent.
    Ending,
    /// Everybody leaves.
    Over,
}

/// The files that are written along.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Files<'a> {
    pub(super) submitted: Option<&'a Path>,
    pub(super) acknowledged: Option<&'a Path>,
}

impl Hall {
    /// # Errors
    /// Where a file cannot be written.
    pub(super) fn new(
        code: JoinCode,
        entrance: Entrance,
        files: Files<'_>,
        attendees: usize,
        in_flight: usize,
        longest_pause: Duration,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            code,
            entrance,
            figures: Figures::default(),
            submitted: Journal::open(files.submitted)?,
            acknowledged: Journal::open(files.acknowledged)?,
            doors: Semaphore::new(DOORS),
            shared: (attendees > READERS).then(Arc::default),
            stage: watch::Sender::default(),
            asked: watch::Sender::default(),
            signal: watch::Sender::default(),
            in_flight,
            longest_pause,
        })
    }

    pub(super) fn tell(&self, phase: Phase) {
        self.signal.send_modify(|signal| signal.phase = signal.phase.max(phase));
    }

    pub(super) fn cut(&self) {
        self.signal.send_modify(|signal| signal.cut = Some(Instant::now()));
    }
}
