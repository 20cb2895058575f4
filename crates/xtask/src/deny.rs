//! `cargo xtask deny`: licences, bans and sources of everything this depends on.

use anyhow::Result;

use crate::{packages, process, progress, workspace};

/// Runs cargo-deny with `deny.toml`.
///
/// # Errors
/// When it finds something, or is missing and cannot be installed.
pub(crate) fn run() -> Result<()> {
    if packages::find("cargo-deny").is_none() {
        progress::step("installing cargo-deny, which takes some minutes", || {
            process::run(workspace::cargo().args(["install", "--locked", "cargo-deny"]))
        })?;
    }
    progress::step("cargo deny", || {
        process::run(workspace::cargo().args(["deny", "check", "licenses", "bans", "sources"]))
    })
}
