use std::time::Duration;

use tokio::time::Instant;

/// So many frames in so long are read as they come: an outbox that comes back after a tunnel fits in.
const FRAMES: u32 = 150;
const WINDOW: Duration = Duration::from_secs(1);

/// How fast one socket is read: whoever sends without end waits in its own line, and holds up nobody else.
pub(super) struct Pace {
    since: Instant,
    frames: u32,
}

impl Pace {
    pub(super) const fn new(now: Instant) -> Self {
        Self { since: now, frames: 0 }
    }

    /// Counts a frame; returns until when it has to wait, if it came too fast.
    pub(super) fn count(&mut self, now: Instant) -> Option<Instant> {
        let end = self.since + WINDOW;
        if now >= end {
            *self = Self::new(now);
        }
        self.frames += 1;
        (self.frames > FRAMES).then_some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_at_once_and_a_flood_in_its_own_time() {
        let began = Instant::now();
        let mut pace = Pace::new(began);
        assert!((0..FRAMES).all(|_| pace.count(began).is_none()));
        let mut now = began;
        for _ in 0..2 * FRAMES {
            now = pace.count(now).unwrap_or(now);
        }
        assert_eq!(now, began + 2 * WINDOW);
    }
}
