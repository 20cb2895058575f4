//! `cargo xtask test`: every check there is, and one line at the end that counts them.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::postgres::Cluster;
use crate::tally::{Tally, continuous_integration};
use crate::{build, counts, lint, packages, pdf, process, progress, toolchain, tools, workspace};

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
        &["--release", "--package", "visioncast-report-pdf"],
        filter,
        tally,
    )?;
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
    let counted = counts::read_junit(&report);
    if !status.success() && counted.failed == 0 {
        bail!("cargo nextest ended with {status}");
    }
    tally.add(&counted);
    for (what, why) in counts::skips(&report) {
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
    let counted = counts::read_libtest(&text);
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
    pdf::build()?;

    let tap = workspace::target().join("end2end.tap");
    let _ = std::fs::remove_file(&tap);
    let mut node = workspace::command("node");
    node.args([
        "--test",
        "--test-concurrency=1",
        "--test-reporter=spec",
        "--test-reporter-destination=stderr",
    ]);
    node.arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", tap.display()));
    if let Some(filter) = filter {
        node.arg(format!("--test-name-pattern={}", escape_pattern(filter)));
    }
    node.env("CHROMIUM", chromium)
        .env("VISIONCAST_BIN", workspace::server_binary());
    let status = process::status(node.args(files))?;
    let report = std::fs::read_to_string(&tap).context("failed to read what node counted")?;
    let counted = counts::read_tap(&report);
    if !status.success() && counted.failed == 0 {
        bail!("node --test ended with {status}");
    }
    tally.add(&counted);
    for (what, why) in counts::tap_skips(&report) {
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
    fn a_filter_is_taken_literally() {
        assert_eq!(escape_pattern("a.b (c)"), r"a\.b \(c\)");
    }
}
