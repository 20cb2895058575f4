//! How many checks passed, failed and were skipped, and the line that says so.

use std::fmt;

use crate::progress;

/// The count so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    /// Counts one check that is not a test of its own, and says what went wrong with it.
    pub(crate) fn check(&mut self, what: &str, outcome: &anyhow::Result<()>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(error) => {
                progress::note(&format!("FAILED: {what}: {error:#}"));
                self.failed += 1;
            }
        }
    }

    /// Counts something that this machine cannot test. Under `CI=true` nobody would notice, so there it is a failure.
    pub(crate) fn skip(&mut self, what: &str, why: &str) {
        if continuous_integration() {
            eprintln!("skipped: {what}: {why} (a failure, for CI=true)");
            self.failed += 1;
        } else {
            self.excuse(what, why);
        }
    }

    /// Counts something that is rightly not tested here, wherever this is.
    pub(crate) fn excuse(&mut self, what: &str, why: &str) {
        eprintln!("skipped: {what}: {why}");
        self.skipped += 1;
    }

    /// Takes another count in.
    pub(crate) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// How many there were.
    pub(crate) fn total(&self) -> u64 {
        self.passed + self.failed + self.skipped
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(formatter, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// Whether this runs where nobody watches.
pub(crate) fn continuous_integration() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_names_skips_only_where_there_are_some() {
        assert_eq!(
            Tally {
                passed: 3,
                failed: 1,
                skipped: 0
            }
            .to_string(),
            "3 passed, 1 failed"
        );
        assert_eq!(
            Tally {
                passed: 3,
                failed: 0,
                skipped: 2
            }
            .to_string(),
            "3 passed, 0 failed, 2 skipped"
        );
    }
}
