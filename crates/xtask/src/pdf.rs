//! The program that lays a report out as a PDF, beside the server.

use std::process::Stdio;

use anyhow::Result;

use crate::{process, progress, workspace};

const BUILD: [&str; 4] = ["build", "--release", "--package", "visioncast-report-pdf"];

/// Builds it. The very first time its typesetter takes as long as all the rest.
///
/// # Errors
/// When the compiler fails.
pub(crate) fn build() -> Result<()> {
    progress::step("compiling the program for PDFs", || {
        process::run(workspace::cargo().args(BUILD))
    })
}

/// Builds it while something else goes on; the server finds it once it is there, and says so until then.
pub(crate) fn build_behind() {
    progress::note("the program for PDFs is compiled behind; until it is there, every other format can be had");
    let cargo = workspace::cargo();
    // The room comes first.
    let mut gentle = workspace::command("nice");
    gentle
        .args(["-n", "19"])
        .arg(cargo.get_program())
        .args(BUILD)
        .arg("--quiet");
    gentle.env("CARGO_TARGET_DIR", workspace::target());
    // What goes wrong is told when the next PDF is asked for.
    let _ = gentle.stdout(Stdio::null()).spawn();
}
