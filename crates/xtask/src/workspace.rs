//! Where things are in this repository.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The top of the repository. Cargo says where this crate lies when it runs it; the place it was compiled at is second.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.ancestors().nth(2).map_or_else(|| here.clone(), Path::to_path_buf)
});

/// The top of the repository, as an absolute path.
pub(crate) fn root() -> &'static Path {
    &ROOT
}

/// A path below the top of the repository.
pub(crate) fn path(below: &str) -> PathBuf {
    root().join(below)
}

/// Everything that can be deleted and built again.
pub(crate) fn target() -> PathBuf {
    path("target")
}

/// What browsers download, as the server embeds it.
pub(crate) fn site() -> PathBuf {
    path("target/site")
}

/// The server, once it is built.
pub(crate) fn server_binary() -> PathBuf {
    target()
        .join("release")
        .join(format!("visioncast{}", std::env::consts::EXE_SUFFIX))
}

/// The program for PDFs, once it is built.
pub(crate) fn pdf_binary() -> PathBuf {
    target()
        .join("release")
        .join(format!("visioncast-pdf{}", std::env::consts::EXE_SUFFIX))
}

/// A command that starts at the top of the repository and reads no input.
///
/// What Cargo told this very program about itself is taken out of its environment, so that a cargo below sees the same
/// environment as one that is started by hand, and builds nothing twice.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(std::process::Stdio::null());
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        let about_this_program = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"]
            .iter()
            .any(|start| name.starts_with(start));
        if about_this_program {
            command.env_remove(name.as_ref());
        }
    }
    command
}

/// The cargo that runs this program, with the target directory this program reads from.
pub(crate) fn cargo() -> Command {
    let mut command = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.env("CARGO_TARGET_DIR", target());
    command
}
