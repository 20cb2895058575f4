//! What a rehearsal comes to.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use hdrhistogram::Histogram;
use serde_json::{Value, json};

use super::outbox::Left;

/// The longest time that is told apart, in microseconds: ten minutes.
const LONGEST: u64 = 600_000_000;

/// Counted by all attendees while it goes on.
#[derive(Debug)]
pub(super) struct Figures {
    pub(super) joined: AtomicU64,
    /// Attendees that were sent their views at least once.
    pub(super) connected: AtomicU64,
    pub(super) sent: AtomicU64,
    pub(super) acknowledged: AtomicU64,
    pub(super) rejected: AtomicU64,
    pub(super) unknown: AtomicU64,
    pub(super) unsent: AtomicU64,
    pub(super) bytes_received: AtomicU64,
    pub(super) frames_received: AtomicU64,
    pub(super) reconnects: AtomicU64,
    pub(super) gaps: AtomicU64,
    /// Answers that were said late, for earlier ones were still on their way.
    pub(super) delayed: AtomicU64,
    reasons: Mutex<BTreeMap<String, u64>>,
    pub(super) acknowledgement: Times,
    /// From a cut of all sockets until everything is current again.
    pub(super) recovery: Times,
}

impl Default for Figures {
    fn default() -> Self {
        let zero = AtomicU64::default;
        Self {
            joined: zero(),
            connected: zero(),
            sent: zero(),
            acknowledged: zero(),
            rejected: zero(),
            unknown: zero(),
            unsent: zero(),
            bytes_received: zero(),
            frames_received: zero(),
            reconnects: zero(),
            gaps: zero(),
            delayed: zero(),
            reasons: Mutex::default(),
            acknowledgement: Times::default(),
            recovery: Times::default(),
        }
    }
}

/// Measured times.
#[derive(Debug)]
pub(super) struct Times(Mutex<Histogram<u64>>);

impl Default for Times {
    fn default() -> Self {
        // The bounds are right for every build.
        Self(Mutex::new(Histogram::new_with_bounds(1, LONGEST, 3).unwrap_or_else(
            |_| unreachable!("a histogram of three digits takes these bounds"),
        )))
    }
}

impl Times {
    pub(super) fn record(&self, time: Duration) {
        let microseconds = u64::try_from(time.as_micros()).unwrap_or(LONGEST);
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .saturating_record(microseconds.max(1));
    }

    /// The time in milliseconds that this share of all stays below; none where nothing was measured.
    pub(super) fn quantile(&self, share: f64) -> Option<f64> {
        let times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (!times.is_empty()).then(|| times.value_at_quantile(share) as f64 / 1_000.0)
    }

    pub(super) fn count(&self) -> u64 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl Figures {
    pub(super) fn add(count: &AtomicU64) {
        count.fetch_add(1, Relaxed);
    }

    /// How many attendees were sent their views.
    pub(super) fn came(&self) -> u64 {
        self.connected.load(Relaxed)
    }

    pub(super) fn all_came(&self, attendees: usize) -> bool {
        self.came() >= attendees as u64
    }

    /// Whether every answer was acknowledged or refused.
    pub(super) fn nothing_is_open(&self) -> bool {
        self.unknown.load(Relaxed) == 0 && self.unsent.load(Relaxed) == 0
    }

    pub(super) fn reject(&self, why: &str) {
        Self::add(&self.rejected);
        *self
            .reasons
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(why.to_owned())
            .or_default() += 1;
    }

    /// Counts what was left over at the end.
    pub(super) fn leave(&self, left: Left) {
        self.unknown.fetch_add(left.unknown, Relaxed);
        self.unsent.fetch_add(left.unsent, Relaxed);
        for _ in 0..left.put_off {
            self.reject("put off until the end");
        }
    }

    /// As one line for programs.
    pub(super) fn to_json(&self, attendees: usize, took: Duration, more: &BTreeMap<&'static str, Value>) -> String {
        let count = |count: &AtomicU64| count.load(Relaxed);
        let mut line = json!({
            "attendees": attendees,
            "joined": count(&self.joined),
            "connected": count(&self.connected),
            "sent": count(&self.sent),
            "acknowledged": count(&self.acknowledged),
            "rejected": count(&self.rejected),
            "unknown": count(&self.unknown),
            "unsent": count(&self.unsent),
            "ack_p50_ms": self.acknowledgement.quantile(0.5),
            "ack_p99_ms": self.acknowledgement.quantile(0.99),
            "bytes_received": count(&self.bytes_received),
            "frames_received": count(&self.frames_received),
            "reconnects": count(&self.reconnects),
            "gaps": count(&self.gaps),
            "delayed": count(&self.delayed),
            "seconds": took.as_secs_f64(),
            "recovered": self.recovery.count(),
            "recovery_p50_ms": self.recovery.quantile(0.5),
            "recovery_max_ms": self.recovery.quantile(1.0),
        });
        for (name, value) in more {
            line[name] = value.clone();
        }
        line.to_string()
    }

    /// As a table for people.
    pub(super) fn to_table(&self, attendees: usize, took: Duration) -> String {
        let count = |count: &AtomicU64| count.load(Relaxed);
        let mut table = String::new();
        let mut row = |name: &str, value: &dyn std::fmt::Display| {
            // Writing to memory does not fail.
            let _ = writeln!(table, "  {name:<22}{value}");
        };
        row("attendees", &attendees);
        row("connected", &count(&self.connected));
        row("answers sent", &count(&self.sent));
        row("acknowledged", &count(&self.acknowledged));
        row("rejected", &count(&self.rejected));
        for (why, times) in self.reasons.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            row("", &format_args!("{times} × {why}"));
        }
        row("without an answer", &count(&self.unknown));
        if let (Some(half), Some(most)) = (self.acknowledgement.quantile(0.5), self.acknowledgement.quantile(0.99)) {
            row(
                "acknowledged within",
                &format_args!("{half:.1} ms (half), {most:.1} ms (99 %)"),
            );
        }
        row(
            "received",
            &format_args!(
                "{:.1} KB per attendee",
                per(count(&self.bytes_received), attendees) / 1_000.0
            ),
        );
        row("reconnects", &count(&self.reconnects));
        if count(&self.unsent) > 0 {
            row("never sent", &count(&self.unsent));
        }
        if let Some(most) = self.recovery.quantile(1.0) {
            row("all current again", &format_args!("{most:.0} ms after the cut"));
        }
        row("took", &format_args!("{:.1} s", took.as_secs_f64()));
        table
    }
}

fn per(total: u64, people: usize) -> f64 {
    total as f64 / people.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_has_what_programs_look_for() {
        let figures = Figures::default();
        Figures::add(&figures.sent);
        figures.reject("This is too late.");
        figures.acknowledgement.record(Duration::from_millis(12));
        figures.leave(Left {
            unknown: 2,
            ..Left::default()
        });
        let line = figures.to_json(1, Duration::from_secs(2), &BTreeMap::new());
        let line: Value = serde_json::from_str(&line).expect("it is JSON");
        for name in [
            "connected",
            "sent",
            "acknowledged",
            "rejected",
            "unknown",
            "bytes_received",
        ] {
            assert!(line[name].is_u64(), "{name} is missing");
        }
        let half = line["ack_p50_ms"].as_f64().expect("something was measured");
        assert!((half - 12.0).abs() < 0.1, "{half}");
        assert_eq!(line["unknown"], 2);
    }
}
