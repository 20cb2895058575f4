//! How long to wait before the next attempt, as browsers do.

use std::time::Duration;

use tokio::time::Instant;
use visioncast_model::wire::Goodbye;

/// The first wait.
const FIRST: Duration = Duration::from_millis(300);
/// A connection that held this long starts over with short waits.
const STABLE: Duration = Duration::from_secs(10);

/// Attempts since the last stable connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pause {
    attempts: u32,
    longest: Duration,
}

impl Pause {
    pub(super) const fn new(longest: Duration) -> Self {
        Self { attempts: 0, longest }
    }

    /// How long to wait after a connection that lived since `since`, if it did, and ended so.
    pub(super) fn after(&mut self, since: Option<Instant>, goodbye: Option<Goodbye>) -> Duration {
        if since.is_some_and(|since| since.elapsed() > STABLE) {
            self.attempts = 0;
        }
        let longest = (FIRST * 2_u32.pow(self.attempts.min(10))).min(self.longest);
        self.attempts += 1;
        match goodbye {
            // Spread out, for the whole room is told so at once.
            Some(Goodbye::Restarting) => Duration::from_millis(rand::random_range(200..2_000)).min(self.longest),
            _ => longest.mul_f64(rand::random_range(0.5..=1.0)),
        }
    }
}
