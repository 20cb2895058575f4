//! Lines that say what is being done, and how long it took. They go to standard error.

use std::io::{IsTerminal, Write};
use std::sync::LazyLock;
use std::time::Instant;

use anyhow::Result;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Prints one line with the seconds since the start.
pub(crate) fn note(text: &str) {
    let seconds = START.elapsed().as_secs_f64();
    let mut out = std::io::stderr().lock();
    // A line that cannot be shown is no reason to stop.
    let _ = if out.is_terminal() {
        writeln!(out, "\x1b[1;36m[{seconds:6.1} s]\x1b[0m {text}")
    } else {
        writeln!(out, "[{seconds:6.1} s] {text}")
    };
}

/// Does one step, and says so before and after it.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    note(&format!("{what} …"));
    let begin = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    note(&format!("{what}: {verdict} in {:.1} s", begin.elapsed().as_secs_f64()));
    outcome
}
