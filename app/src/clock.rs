//! The server's clock on a live page. It stands still while rendering, so that the browser's first
//! picture is the server's.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;
use visioncast_model::Timestamp;

/// How often it moves: a shown second is never late by more.
const TICK: Duration = Duration::from_millis(250);

/// A clock that starts at the moment the page was made.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    now: RwSignal<Timestamp>,
    /// How far the server's clock is ahead of the browser's, in milliseconds.
    ahead: StoredValue<i64>,
}

impl Clock {
    /// A clock that stands at `now`.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self {
            now: RwSignal::new(now),
            ahead: StoredValue::new(0),
        }
    }

    /// Lets it run; only in a browser.
    pub fn start(self) {
        self.set(self.now.get_untracked());
        set_interval(move || self.tick(), TICK);
    }

    /// Sets it to the server's time.
    pub fn set(self, now: Timestamp) {
        self.ahead.set_value(now.0 - Date::now() as i64);
        self.now.set(now);
    }

    /// The server's time.
    #[must_use]
    pub fn now(self) -> Timestamp {
        self.now.get()
    }

    /// Whole seconds until `then`, 0 once it is over.
    #[must_use]
    pub fn seconds_until(self, then: Timestamp) -> i64 {
        seconds_between(self.now(), then)
    }

    /// Whole seconds since `then`, 0 where it is yet to come.
    #[must_use]
    pub fn seconds_since(self, then: Timestamp) -> i64 {
        (self.now().0 - then.0).max(0) / 1000
    }

    fn tick(self) {
        self.now.set(Timestamp(Date::now() as i64 + self.ahead.get_value()));
    }
}

/// Whole seconds from `now` to `then`, a begun one counted as whole, 0 once it is over.
#[must_use]
pub fn seconds_between(now: Timestamp, then: Timestamp) -> i64 {
    (then.0 - now.0).max(0).div_euclid(1000) + i64::from((then.0 - now.0).max(0) % 1000 > 0)
}

/// Seconds as people read them on a clock: `4:07`.
#[must_use]
pub fn minutes_and_seconds(seconds: i64) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let zero = if seconds < 10 { "0" } else { "" };
    format!("{minutes}:{zero}{seconds}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_second_is_shown_until_it_is_over() {
        assert_eq!(seconds_between(Timestamp(0), Timestamp(5_000)), 5);
        assert_eq!(seconds_between(Timestamp(1), Timestamp(5_000)), 5);
        assert_eq!(seconds_between(Timestamp(4_001), Timestamp(5_000)), 1);
        assert_eq!(seconds_between(Timestamp(9_000), Timestamp(5_000)), 0);
    }

    #[test]
    fn seconds_read_as_on_a_clock() {
        assert_eq!(minutes_and_seconds(247), "4:07");
        assert_eq!(minutes_and_seconds(0), "0:00");
        assert_eq!(minutes_and_seconds(3_600), "60:00");
    }
}
