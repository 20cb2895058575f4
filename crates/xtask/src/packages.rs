//! Debian's packages, for what a machine lacks.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};
use nix::unistd::Uid;

use crate::{process, progress, workspace};

/// Installs Debian packages.
///
/// # Errors
/// When this is no Debian, when there is no right to install, or when apt-get fails.
pub(crate) fn install(names: &[&str]) -> Result<()> {
    let list = names.join(" ");
    let Some(before) = privileges().filter(|_| find("apt-get").is_some()) else {
        bail!("cannot install {list} here: on Debian, run `apt-get install -y {list}` as root");
    };
    progress::step(&format!("installing Debian packages: {list}"), || {
        // An old package list may name versions that are gone; an unreachable mirror may still be complete enough.
        if let Err(error) = process::run(apt_get(before).args(["update", "-qq"])) {
            progress::note(&format!("package list not refreshed: {error:#}"));
        }
        process::run(
            apt_get(before)
                .args(["install", "-y", "-qq", "--no-install-recommends"])
                .args(names),
        )
    })
}

/// The full path of a program, as the shell would find it.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|directory| directory.join(program))
        .find(|candidate| is_program(candidate))
}

/// Whether this is root.
pub(crate) fn root() -> bool {
    Uid::effective().is_root()
}

fn is_program(candidate: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    candidate
        .metadata()
        .is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

/// What to write before a command that needs root: nothing for root itself.
fn privileges() -> Option<&'static [&'static str]> {
    if root() {
        return Some(&[]);
    }
    let sudo = process::output(workspace::command("sudo").args(["-n", "true"]));
    sudo.is_ok().then_some(&["sudo", "-n"])
}

fn apt_get(before: &[&str]) -> Command {
    let mut words = before.to_vec();
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = workspace::command(words[0]);
    command.args(&words[1..]);
    command
}
