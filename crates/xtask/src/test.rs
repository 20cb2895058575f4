//! `cargo xtask test`: every check there is, and one line at the end that counts them.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::postgres::Cluster;
use crate::tally::{Tally, continuous_integration};
use crate::{build, lint, packages, process, progress, toolchain, tools, workspace};

/// Sample conversations lie beside the repository, not in it: a clone cannot have them, so that lacking them is no fault.
const SAMPLE_DATA: &str = "shared/data";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run one kind of check alone.
    #[arg(long, value_enum)]
    only: Option<Kind>,
    /// Run only the tests whose names contain this text; formatting and lints have none, so they are left out.
    filter: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Formatting and lints.
    Lint,
    /// Rules, stores, sockets and commands.
    Rust,
    /// The pages in Chromium, with accessibility checks.
    Browser,
}

impl Options {
    fn wants(&self, kind: Kind) -> bool {
        match self.only {
            Some(only) => only == kind,
            None => kind != Kind::Lint || self.filter.is_none(),
        }
    }

    fn filter(&self) -> Option<&str> {
        self.filter.as_deref()
    }
}

/// Runs the checks and prints the count as the last line; the exit code tells whether anything failed.
///
/// # Errors
/// Only when this program is told to stop or cannot print: everything else is counted.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let mut tally = Tally::default();
    if options.wants(Kind::Lint) {
        tally.add(&lint::run(options.only == Some(Kind::Lint)));
    }
    if options.wants(Kind::Rust) || options.wants(Kind::Browser) {
        process::go_on()?;
        match build::run() {
            Ok(()) => run_tests(options, &mut tally),
            failed => tally.check("build", &failed),
        }
    }
    process::go_on()?;
    if tally.total() == 0 {
        tally.check("tests", &Err(anyhow::anyhow!("none was found")));
    }
    writeln!(std::io::stdout(), "{tally}")?;
    Ok(if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn run_tests(options: &Options, tally: &mut Tally) {
    let suites: [(Kind, &str, Suite); 2] = [
        (Kind::Rust, "Rust tests", rust_tests),
        (Kind::Browser, "browser tests", browser_tests),
    ];
    for (kind, name, suite) in suites {
        if !options.wants(kind) || process::interrupted() {
            continue;
        }
        let mut counted = Tally::default();
        let outcome = progress::step(name, || suite(options.filter(), &mut counted));
        if outcome.is_err() {
            counted.check(name, &outcome);
        } else if counted.total() == 0 && options.filter.is_none() {
            counted.check(name, &Err(anyhow::anyhow!("none was found")));
        }
        tally.add(&counted);
    }
}

/// Runs tests, only those whose names contain a text if one is given, and counts them.
type Suite = fn(Option<&str>, &mut Tally) -> Result<()>;

fn rust_tests(filter: Option<&str>, tally: &mut Tally) -> Result<()> {
    let cluster = match Cluster::start() {
        Ok(cluster) => Some(cluster),
        Err(error) => {
            process::go_on()?;
            tally.skip("store tests on PostgreSQL", &format!("{error:#}"));
            None
        }
    };
    let with_environment = |mut command: Command| {
        command.env("VISIONCAST_BIN", workspace::server_binary());
        match &cluster {
            Some(cluster) => command.env("VISIONCAST_TEST_POSTGRES", cluster.url()),
            None => command.env_remove("VISIONCAST_TEST_POSTGRES"),
        };
        command
    };
    if packages::find("cargo-nextest").is_some() {
        nextest(with_environment(workspace::cargo()), filter, tally)?;
    } else {
        progress::note(
            "cargo-nextest is not installed: `cargo test` runs the same tests, slower and without time limits",
        );
        cargo_test(
            with_environment(workspace::cargo()),
            &["--release", "--lib", "--bins", "--tests"],
            filter,
            tally,
        )?;
    }
    // Neither nextest nor the default members include these.
    cargo_test(workspace::cargo(), &["--release", "--doc"], filter, tally)?;
    cargo_test(
        workspace::cargo(),
        &["--profile", "xtask", "--package", "xtask"],
        filter,
        tally,
    )
}

fn nextest(mut cargo: Command, filter: Option<&str>, tally: &mut Tally) -> Result<()> {
    let profile = if continuous_integration() { "ci" } else { "default" };
    let report = workspace::target().join("nextest").join(profile).join("junit.xml");
    let _ = std::fs::remove_file(&report);
    cargo.args([
        "nextest",
        "run",
        "--cargo-profile",
        "release",
        "--no-fail-fast",
        "--no-tests=pass",
        "--profile",
        profile,
    ]);
    let status = process::status(cargo.args(filter))?;
    // Without any test there is no report.
    let report = std::fs::read_to_string(&report).unwrap_or_default();
    let counted = read_junit(&report);
    if !status.success() && counted.failed == 0 {
        bail!("cargo nextest ended with {status}");
    }
    tally.add(&counted);
    for (what, why) in skips(&report) {
        tally.passed = tally.passed.saturating_sub(1);
        if why.contains(SAMPLE_DATA) {
            tally.excuse(&what, &why);
        } else {
            tally.skip(&what, &why);
        }
    }
    Ok(())
}

fn cargo_test(mut cargo: Command, what: &[&str], filter: Option<&str>, tally: &mut Tally) -> Result<()> {
    cargo
        .args(["test", "--no-fail-fast"])
        .args(what)
        .args(filter)
        .args(["--", "--quiet"]);
    let (status, text) = process::tee(&mut cargo)?;
    let counted = read_libtest(&text);
    if !status.success() && counted.failed == 0 {
        bail!("cargo test ended with {status}");
    }
    tally.add(&counted);
    Ok(())
}

fn browser_tests(filter: Option<&str>, tally: &mut Tally) -> Result<()> {
    let directory = workspace::path("end2end");
    let mut files = match std::fs::read_dir(directory.join("tests")) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(_) => Vec::new(),
    };
    files.retain(|file: &PathBuf| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        return Ok(());
    }
    let chromium = match tools::npm().and_then(|()| toolchain::chromium()) {
        Ok(chromium) => chromium,
        Err(error) => {
            process::go_on()?;
            tally.skip("browser tests", &format!("{error:#}"));
            return Ok(());
        }
    };
    install_browser_libraries()?;

    let counts = workspace::target().join("end2end.tap");
    let _ = std::fs::remove_file(&counts);
    let mut node = workspace::command("node");
    node.args([
        "--test",
        "--test-concurrency=1",
        "--test-reporter=spec",
        "--test-reporter-destination=stderr",
    ]);
    node.arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", counts.display()));
    if let Some(filter) = filter {
        node.arg(format!("--test-name-pattern={}", escape_pattern(filter)));
    }
    node.env("CHROMIUM", chromium)
        .env("VISIONCAST_BIN", workspace::server_binary());
    let status = process::status(node.args(files))?;
    let report = std::fs::read_to_string(&counts).context("failed to read what node counted")?;
    let counted = read_tap(&report);
    if !status.success() && counted.failed == 0 {
        bail!("node --test ended with {status}");
    }
    tally.add(&counted);
    for (what, why) in tap_skips(&report) {
        tally.skip(&what, &why);
    }
    Ok(())
}

/// `npm ci` in `end2end`, unless it was done for this very lock file.
pub(crate) fn install_browser_libraries() -> Result<()> {
    let directory = workspace::path("end2end");
    let modified = |path: &str| -> Option<SystemTime> { directory.join(path).metadata().ok()?.modified().ok() };
    let lock = modified("package-lock.json").max(modified("package.json"));
    if modified("node_modules/.package-lock.json") > lock {
        return Ok(());
    }
    progress::step("installing the browser tests' libraries from npm", || {
        process::run(
            tools::npm_ci(&mut workspace::command("npm"))
                .arg("--ignore-scripts")
                .current_dir(&directory),
        )
    })
}

/// The counts in nextest's report.
fn read_junit(report: &str) -> Tally {
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
fn skips(report: &str) -> Vec<(String, String)> {
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
fn read_libtest(text: &str) -> Tally {
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
fn read_tap(text: &str) -> Tally {
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
fn tap_skips(text: &str) -> Vec<(String, String)> {
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

/// A regular expression that matches the text itself.
fn escape_pattern(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        if r"\^$.|?*+()[]{}/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

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

    #[test]
    fn a_filter_is_taken_literally() {
        assert_eq!(escape_pattern("a.b (c)"), r"a\.b \(c\)");
    }
}
