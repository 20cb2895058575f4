//! The two programs from npm that finish the browser code: `esbuild` and binaryen's `wasm-opt`.
//!
//! Their versions are pinned, with checksums, by `tools/package-lock.json`; they live in `target/tools`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{packages, process, progress, workspace};

const PACKAGE: &str = include_str!("../tools/package.json");
const LOCK: &str = include_str!("../tools/package-lock.json");

/// Older ones do not know the features that Rust's WASM target uses now.
const OLDEST_WASM_OPT: u32 = 120;

/// The programs, ready to be called.
pub(crate) struct Tools {
    esbuild: PathBuf,
    wasm_opt: PathBuf,
    /// Changes whenever another version would give other bytes.
    pub(crate) version: String,
}

impl Tools {
    /// Finds the programs; installs them from npm where they are missing or of another version.
    ///
    /// # Errors
    /// When npm is missing and cannot be installed, or when npm fails.
    pub(crate) fn ready() -> Result<Self> {
        let directory = workspace::target().join("tools");
        let installed = directory.join("node_modules/.package-lock.json").exists()
            && std::fs::read_to_string(directory.join("package-lock.json")).is_ok_and(|lock| lock == LOCK);
        if !installed {
            progress::step("installing esbuild and wasm-opt from npm into target/tools", || {
                npm()?;
                std::fs::create_dir_all(&directory)?;
                std::fs::write(directory.join("package.json"), PACKAGE)?;
                std::fs::write(directory.join("package-lock.json"), LOCK)?;
                process::run(
                    npm_ci(&mut workspace::command("npm"))
                        .arg("--ignore-scripts")
                        .current_dir(&directory),
                )
            })
            .context("failed to install esbuild and wasm-opt")?;
        }
        let programs = directory.join("node_modules/.bin");
        let (wasm_opt, wasm_opt_version) = match native_wasm_opt() {
            Some((path, version)) => (path, format!("native {version}")),
            None => (programs.join("wasm-opt"), "npm".to_owned()),
        };
        Ok(Self {
            esbuild: programs.join("esbuild"),
            wasm_opt,
            version: format!("{LOCK}{wasm_opt_version}"),
        })
    }

    /// Bundles and minifies JavaScript or CSS.
    pub(crate) fn esbuild(&self) -> Command {
        workspace::command(&self.esbuild)
    }

    /// Shrinks WASM.
    pub(crate) fn wasm_opt(&self) -> Command {
        workspace::command(&self.wasm_opt)
    }
}

/// Makes sure that there is an npm.
///
/// # Errors
/// When there is none and none can be installed.
pub(crate) fn npm() -> Result<()> {
    if packages::find("npm").is_some() && packages::find("node").is_some() {
        return Ok(());
    }
    packages::install(&["nodejs", "npm"]).context("failed to find npm; install Node.js 20 or newer with its npm")?;
    if packages::find("npm").is_none() {
        bail!("failed to find npm; install Node.js 20 or newer with its npm");
    }
    Ok(())
}

/// `npm ci`, without the talk around it.
pub(crate) fn npm_ci(command: &mut Command) -> &mut Command {
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
}

/// A `wasm-opt` of the machine itself, if it is new enough: several times as fast as the one from npm.
fn native_wasm_opt() -> Option<(PathBuf, u32)> {
    let path = packages::find("wasm-opt")?;
    let words = process::output(workspace::command(&path).arg("--version")).ok()?;
    let version = words.split_whitespace().find_map(|word| word.parse::<u32>().ok())?;
    (version >= OLDEST_WASM_OPT).then_some((path, version))
}
