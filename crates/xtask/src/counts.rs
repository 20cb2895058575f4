//! What the runners of tests count, as they say it themselves.

use crate::tally::Tally;

/// The counts in nextest's report.
pub(crate) fn read_junit(report: &str) -> Tally {
    let head = report
        .split_once("<testsuites")
        .map_or("", |(_, rest)| rest.split('>').next().unwrap_or(""));
    let attribute = |name: &str| -> u64 {
        let value = head
            .split_once(&format!(" {name}=\""))
            .and_then(|(_, rest)| rest.split('"').next());
        value.and_then(|value| value.parse().ok()).unwrap_or(0)
    };
    let failed = attribute("failures") + attribute("errors");
    Tally {
        passed: attribute("tests").saturating_sub(failed),
        failed,
        skipped: 0,
    }
}

/// What tests said about themselves in a line `skipped: WHAT: WHY`, at most one per test.
pub(crate) fn skips(report: &str) -> Vec<(String, String)> {
    let said = |line: &str| {
        let line = line
            .rsplit("<system-out>")
            .next()
            .and_then(|line| line.rsplit("<system-err>").next())?;
        let line = line.split("</system-").next()?.strip_prefix("skipped: ")?;
        let codes = [
            ("&quot;", "\""),
            ("&apos;", "'"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&amp;", "&"),
        ];
        let line = codes
            .iter()
            .fold(line.to_owned(), |line, (code, letter)| line.replace(code, letter));
        let (what, why) = line.split_once(": ")?;
        Some((what.to_owned(), why.to_owned()))
    };
    report.lines().filter_map(said).collect()
}

/// The sum of the lines in which Rust's own test runner counts, one per test program.
pub(crate) fn read_libtest(text: &str) -> Tally {
    let mut tally = Tally::default();
    for line in text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: "))
    {
        let counts = line.split_once(". ").map_or(line, |(_, counts)| counts);
        for part in counts.split("; ") {
            let mut words = part.split_whitespace();
            let count = words.next().and_then(|word| word.parse::<u64>().ok()).unwrap_or(0);
            match words.next() {
                Some("passed") => tally.passed += count,
                Some("failed") => tally.failed += count,
                _ => {}
            }
        }
    }
    tally
}

/// The counts at the end of node's report, without what was skipped.
pub(crate) fn read_tap(text: &str) -> Tally {
    let count = |name: &str| -> u64 {
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(' '));
        lines
            .filter_map(|count| count.trim().parse::<u64>().ok())
            .next_back()
            .unwrap_or(0)
    };
    Tally {
        passed: count("pass"),
        failed: count("fail") + count("cancelled"),
        skipped: 0,
    }
}

/// The tests that node's report calls skipped, and why; not those that the filter left out.
pub(crate) fn tap_skips(text: &str) -> Vec<(String, String)> {
    let skipped = |line: &str| {
        let (_, test) = line.trim_start().strip_prefix("ok ")?.split_once(" - ")?;
        let (what, why) = test.split_once(" # SKIP").or_else(|| test.split_once(" # TODO"))?;
        let why = if why.trim().is_empty() {
            "no reason given"
        } else {
            why.trim()
        };
        (why != LEFT_OUT).then(|| (what.to_owned(), why.to_owned()))
    };
    text.lines().filter_map(skipped).collect()
}

/// How node explains that a test does not match the filter.
const LEFT_OUT: &str = "test name does not match pattern";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_nextest() {
        let report = r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="nextest-run" tests="12" failures="2" errors="1" uuid="x" timestamp="y" time="0.5">
    <testsuite name="visioncast" tests="12" disabled="0" errors="9" failures="9">"#;
        assert_eq!(
            read_junit(report),
            Tally {
                passed: 9,
                failed: 3,
                skipped: 0
            }
        );
        assert_eq!(read_junit(""), Tally::default());
    }

    #[test]
    fn skips_that_tests_print_are_found_wherever_they_stand() {
        let report = "<system-out>skipped: import: no ../shared/data\nother</system-out>\n  skipped: indented: a\n\
                      <system-err>skipped: b: &quot;why&quot;</system-err>";
        let expected = [("import", "no ../shared/data"), ("b", "\"why\"")];
        assert_eq!(
            skips(report),
            expected.map(|(what, why)| (what.to_owned(), why.to_owned()))
        );
    }

    #[test]
    fn counts_are_read_from_cargo_test() {
        let text = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                    test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out; finished in 1.00s";
        assert_eq!(
            read_libtest(text),
            Tally {
                passed: 4,
                failed: 2,
                skipped: 0
            }
        );
    }

    #[test]
    fn counts_are_read_from_node() {
        let text = "TAP version 13\nok 1 - a\n    ok 1 - b # SKIP no camera\nok 2 - c # SKIP test name does not match pattern\n\
                    # tests 7\n# suites 0\n# pass 4\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 0\n# duration_ms 1";
        assert_eq!(
            read_tap(text),
            Tally {
                passed: 4,
                failed: 2,
                skipped: 0
            }
        );
        assert_eq!(tap_skips(text), [("b".to_owned(), "no camera".to_owned())]);
    }
}
