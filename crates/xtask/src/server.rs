//! The server binary.

use anyhow::Result;

use crate::{process, progress, workspace};

/// Builds the server with what lies in `target/site` inside.
///
/// # Errors
/// When the compiler fails.
pub(crate) fn build() -> Result<()> {
    progress::step("compiling the server", || {
        process::run(workspace::cargo().args(["build", "--release", "--package", "visioncast"]))
    })
}

/// Whether the libraries below the server were built before, so that the next build starts with the server itself.
pub(crate) fn libraries_are_built() -> bool {
    let Ok(entries) = std::fs::read_dir(workspace::target().join("release/deps")) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libsqlx-") && name.ends_with(".rlib")
    })
}
