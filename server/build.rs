//! Makes sure that there is a site to embed, if only an empty one, so that the server compiles without the browser code.
//!
//! What is embedded is tracked file by file by the compiler, `manifest.json` among it; `cargo xtask` writes that file anew
//! whenever the site changes, which has the server compiled again.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let crate_directory = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let site = crate_directory.join("../target/site");
    fs::create_dir_all(&site)?;
    let manifest = site.join("manifest.json");
    if !manifest.exists() {
        fs::write(manifest, "{}\n")?;
    }
    Ok(())
}
