//! Formatting and lints; each counts as one test.

use anyhow::Result;

use crate::bundle::BUNDLES;
use crate::tally::Tally;
use crate::toolchain::Wasm;
use crate::{process, progress, workspace};

/// Checks the formatting, then lints all crates for this machine and the browser's own for the browser.
/// Without `thorough` only the formatting: the lints want a build of their own.
pub(crate) fn run(thorough: bool) -> Tally {
    let checks: [(&str, fn() -> Result<()>); 3] = [
        ("cargo fmt", formatting),
        ("cargo clippy", lints),
        ("cargo clippy for the browser", browser_lints),
    ];
    let mut tally = Tally::default();
    let wanted = if thorough { checks.len() } else { 1 };
    for (name, check) in checks.into_iter().take(wanted) {
        if !process::interrupted() {
            tally.check(name, &progress::step(name, check));
        }
    }
    tally
}

fn formatting() -> Result<()> {
    process::run(workspace::cargo().args(["fmt", "--all", "--check"]))
}

/// In the profile of the build to come, as the browser's below, so that build scripts and macros are compiled only once.
fn lints() -> Result<()> {
    let mut cargo = workspace::cargo();
    cargo.args(["clippy", "--release", "--workspace", "--all-targets"]);
    cargo.args(packages("--exclude"));
    process::run(cargo.args(["--", "-D", "warnings"]))
}

fn browser_lints() -> Result<()> {
    let mut cargo = Wasm::ready()?.cargo("clippy");
    cargo.args(["--profile", "wasm", "--package", "visioncast-app"]);
    cargo.args(packages("--package"));
    process::run(cargo.args(["--", "-D", "warnings"]))
}

/// The browser's entry points, each behind an option.
fn packages(option: &str) -> impl Iterator<Item = String> {
    BUNDLES
        .into_iter()
        .flat_map(move |bundle| [option.to_owned(), bundle.package()])
}
