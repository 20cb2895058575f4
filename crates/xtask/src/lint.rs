//! Formatting and lints; each counts as one test.

use crate::bundle::BUNDLES;
use crate::tally::Tally;
use crate::toolchain::Wasm;
use crate::{process, progress, workspace};

/// Checks the formatting, then lints all crates for this machine and the browser's own for the browser.
pub(crate) fn run() -> Tally {
    let mut tally = Tally::default();
    let formatting = progress::step("checking the formatting", || {
        process::run(workspace::cargo().args(["fmt", "--all", "--check"]))
    });
    tally.check("cargo fmt", &formatting);

    let lints = progress::step("linting", || {
        let mut cargo = workspace::cargo();
        cargo.args(["clippy", "--workspace", "--all-targets"]);
        cargo.args(
            BUNDLES
                .iter()
                .flat_map(|bundle| ["--exclude".to_owned(), bundle.package()]),
        );
        process::run(cargo.args(["--", "-D", "warnings"]))
    });
    tally.check("cargo clippy", &lints);

    let browser_lints = progress::step("linting the browser code", || {
        let mut cargo = Wasm::ready()?.cargo("clippy");
        cargo.args(
            BUNDLES
                .iter()
                .flat_map(|bundle| ["--package".to_owned(), bundle.package()]),
        );
        process::run(cargo.args(["--package", "visioncast-app", "--", "-D", "warnings"]))
    });
    tally.check("cargo clippy for the browser", &browser_lints);
    tally
}
