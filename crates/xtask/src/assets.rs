//! `cargo xtask assets`: everything browsers download, from source to `target/site`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use crate::bundle::{BUNDLES, Product};
use crate::site::Site;
use crate::toolchain::Wasm;
use crate::tools::Tools;
use crate::{process, progress, style, workspace};

/// Compiles the browser code and puts the site together.
///
/// # Errors
/// When something is missing that cannot be installed, or a step fails.
pub(crate) fn run() -> Result<()> {
    let tools = compile()?;
    assemble(&tools)
}

/// Compiles the browser's entry points, and fetches meanwhile the tools that finish them.
///
/// # Errors
/// When the compiler or npm fails, or the WASM target is missing and cannot be installed.
pub(crate) fn compile() -> Result<Tools> {
    let wasm = Wasm::ready()?;
    std::thread::scope(|scope| {
        let tools = scope.spawn(Tools::ready);
        let compiled = progress::step("compiling the browser code", || {
            let mut cargo = wasm.cargo("build");
            cargo.args(["--profile", "wasm"]);
            cargo.args(
                BUNDLES
                    .iter()
                    .flat_map(|bundle| ["--package".to_owned(), bundle.package()]),
            );
            process::run(&mut cargo)
        });
        let tools = tools
            .join()
            .map_err(|_| anyhow!("failed to install the tools from npm: the step panicked"))?;
        compiled?;
        tools
    })
}

/// Finishes what the compiler left, and puts it with styles and static files into `target/site`.
///
/// # Errors
/// When one of the tools fails or a file cannot be written.
pub(crate) fn assemble(tools: &Tools) -> Result<()> {
    let products = std::thread::scope(|scope| {
        let making = BUNDLES.map(|bundle| (bundle, scope.spawn(move || bundle.make(tools))));
        making
            .into_iter()
            .map(|(bundle, product)| {
                let product = product.join().map_err(|_| anyhow!("the step panicked")).flatten();
                let product = product.with_context(|| format!("failed to make the {} bundle", bundle.name))?;
                Ok((bundle, product))
            })
            .collect::<Result<Vec<_>>>()
    })?;
    process::go_on()?;
    progress::step("compressing into target/site", || {
        let mut site = Site::new(workspace::site())?;
        for (bundle, Product { script, wasm }) in &products {
            site.add_hashed(&format!("{}.js", bundle.name), script)?;
            site.add_hashed(&format!("{}.wasm", bundle.name), wasm)?;
            process::go_on()?;
        }
        style::add(&mut site, tools)?;
        let public = workspace::path("public");
        if public.exists() {
            add_folder(&mut site, &public, "")?;
        }
        site.finish()
    })
}

/// Puts a folder's files into the site as they are, icons and the like that are asked for by a fixed name.
fn add_folder(site: &mut Site, folder: &Path, prefix: &str) -> Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let file_name = entry.file_name().to_string_lossy().into_owned();
        if file_name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}{file_name}");
        if entry.path().is_dir() {
            add_folder(site, &entry.path(), &format!("{name}/"))?;
        } else {
            site.add(&name, &fs::read(entry.path())?)?;
        }
    }
    Ok(())
}
