//! The compiler for browsers: three roads to one that knows `wasm32-unknown-unknown`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{packages, process, progress, workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler for browsers comes without the standard library for WASM, but with its source.
const DEBIAN_PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// A compiler that builds for browsers.
pub(crate) enum Wasm {
    /// The compiler this program was built with has the target.
    Installed,
    /// Debian's compiler, which builds the standard library along.
    Debian { linker: PathBuf },
}

impl Wasm {
    /// Finds the compiler, or installs what is missing.
    ///
    /// # Errors
    /// When the target is missing and cannot be installed: the message says what to install by hand.
    pub(crate) fn ready() -> Result<Self> {
        if has_target() {
            return Ok(Self::Installed);
        }
        if packages::find("rustup").is_some() {
            let added = progress::step(&format!("rustup target add {TARGET}"), || {
                process::run(workspace::command("rustup").args(["target", "add", TARGET]))
            });
            if added.is_ok() && has_target() {
                return Ok(Self::Installed);
            }
        }
        if let Some(linker) = debian_linker() {
            return Ok(Self::Debian { linker });
        }
        if !debian_would_remove_a_compiler()
            && packages::install(&DEBIAN_PACKAGES).is_ok()
            && let Some(linker) = debian_linker()
        {
            return Ok(Self::Debian { linker });
        }
        bail!(
            "failed to find a Rust compiler for {TARGET}: with rustup, run `rustup target add {TARGET}`; \
             on Debian, run `apt-get install -y {}` as root",
            DEBIAN_PACKAGES.join(" ")
        )
    }

    /// A cargo command for the browser's target.
    pub(crate) fn cargo(&self, verb: &str) -> Command {
        let mut cargo = match self {
            Self::Installed => {
                let mut cargo = workspace::cargo();
                cargo.arg(verb);
                cargo
            }
            Self::Debian { linker } => {
                let mut cargo = workspace::command("/usr/bin/cargo");
                cargo.env("CARGO_TARGET_DIR", workspace::target());
                cargo
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env_remove("RUSTUP_TOOLCHAIN");
                cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                cargo.args([verb, "-Zbuild-std=std,panic_abort"]);
                cargo
            }
        };
        cargo.args(["--target", TARGET, "--config", &flags()]);
        cargo
    }
}

/// Compiler flags that keep this machine's folders out of what phones download.
fn flags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registry = home.unwrap_or_default().join("registry/src/");
    let remap = format!("--remap-path-prefix={}=", registry.display());
    format!("target.{TARGET}.rustflags={:?}", [remap])
}

/// Whether the compiler in use has the standard library for the browser's target.
fn has_target() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let asked = process::output(workspace::command(rustc).args(["--print", "target-libdir", "--target", TARGET]));
    let Ok(directory) = asked else {
        return false;
    };
    let Ok(entries) = std::fs::read_dir(directory.trim()) else {
        return false;
    };
    entries
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

/// The linker of Debian's compiler for browsers, if that compiler is complete.
fn debian_linker() -> Option<PathBuf> {
    let sysroot = process::output(workspace::command("/usr/bin/rustc").args(["--print", "sysroot"])).ok()?;
    let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
    let linker = packages::find("wasm-ld-22").or_else(|| packages::find("wasm-ld"))?;
    (source.exists() && Path::new("/usr/bin/cargo").exists()).then_some(linker)
}

/// Debian's `rustc-web` cannot lie beside Debian's own `rustc` or `rustup`, which may be what runs this program.
fn debian_would_remove_a_compiler() -> bool {
    let present = ["/usr/bin/rustc", "/usr/bin/rustup"]
        .iter()
        .any(|path| Path::new(path).exists());
    present && process::output(workspace::command("dpkg").args(["--status", "rustc-web"])).is_err()
}

/// A Chromium to test the pages in: `CHROMIUM` from the environment, one in the path, or Debian's.
///
/// # Errors
/// When there is none and none can be installed.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(given) = std::env::var_os("CHROMIUM") {
        return Ok(given.into());
    }
    let find = || {
        ["chromium", "chromium-browser", "google-chrome"]
            .into_iter()
            .find_map(packages::find)
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    packages::install(&["chromium"])?;
    find().context("failed to find Chromium even though its package is installed")
}
