//! One browser entry point, from the compiler's WASM to the two files a page loads.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::site::{self, hashed_name};
use crate::tools::Tools;
use crate::{process, progress, workspace};

/// Raise it when the steps below change, so that bundles made by the old ones are not taken for new.
const RECIPE: &str = "4";

/// The browsers the bundle is written for: those of the last three years.
const BROWSERS: &str = "--target=es2022";

/// In the names by which WASM and script know each other, but for a few that the browser knows too. They carry hashes,
/// twice, which no compression makes smaller.
const BETWEEN: &str = "__";

/// Part of the names that a library exports for streams, which no page opens: as exports they would stay in every bundle.
const UNUSED: &str = "intounderlying";

/// An entry point: the crate `visioncast-NAME` becomes `NAME.js` and `NAME.wasm`.
#[derive(Clone, Copy)]
pub(crate) struct Bundle {
    pub(crate) name: &'static str,
}

/// All of them.
pub(crate) const BUNDLES: [Bundle; 3] = [
    Bundle { name: "phone" },
    Bundle { name: "console" },
    Bundle { name: "desk" },
];

/// What a page loads: the script, which fetches the WASM by its hashed name.
pub(crate) struct Product {
    pub(crate) script: Vec<u8>,
    pub(crate) wasm: Vec<u8>,
}

impl Bundle {
    /// The crate's name.
    pub(crate) fn package(self) -> String {
        format!("visioncast-{}", self.name)
    }

    /// Binds, shrinks and minifies what the compiler left, or takes what was made of the same before.
    ///
    /// # Errors
    /// When the compiler's file is missing, or one of the tools fails.
    pub(crate) fn make(self, tools: &Tools) -> Result<Product> {
        let compiled = workspace::target().join(format!(
            "wasm32-unknown-unknown/wasm/visioncast_{}.wasm",
            self.name.replace('-', "_")
        ));
        let raw = fs::read(&compiled).with_context(|| format!("failed to read {}", compiled.display()))?;
        let key = site::hash(&[RECIPE.as_bytes(), BROWSERS.as_bytes(), tools.version.as_bytes(), &raw]);
        let directory = self.directory();
        let key_file = directory.join("made-of");
        if !fs::read_to_string(&key_file).is_ok_and(|found| found == key) {
            // Without its key, what is half made is never taken for whole.
            let _ = fs::remove_dir_all(&directory);
            fs::create_dir_all(&directory)?;
            progress::step(&format!("{}: wasm-bindgen", self.name), || self.bind(raw))?;
            process::go_on()?;
            progress::step(&format!("{}: wasm-opt -Oz", self.name), || self.shrink(tools))?;
            self.write_script(tools)?;
            site::write(&key_file, key.as_bytes())?;
        }
        Ok(Product {
            script: fs::read(self.finished("js"))?,
            wasm: fs::read(self.finished("wasm"))?,
        })
    }

    /// Where the steps leave their files.
    fn directory(self) -> PathBuf {
        workspace::target().join("browser").join(self.name)
    }

    fn finished(self, extension: &str) -> PathBuf {
        self.directory().join(format!("{}.{extension}", self.name))
    }

    fn bound(self) -> PathBuf {
        self.directory().join("bound")
    }

    /// The short names, as esbuild reads them.
    fn names(self) -> PathBuf {
        self.bound().join("names.json")
    }

    /// Writes the JavaScript around the WASM, and the WASM without what only serves debugging, under short names. The
    /// section that names the target's features stays, for `wasm-opt` reads it.
    fn bind(self, raw: Vec<u8>) -> Result<()> {
        let mut output = Bindgen::new()
            .input_bytes(self.name, raw)
            .web(true)?
            .typescript(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate_output()
            .context("failed to bind WASM to JavaScript")?;
        let exports = &mut output.wasm_mut().exports;
        let unused: Vec<_> = exports
            .iter()
            .filter(|export| export.name.contains(UNUSED))
            .map(|export| export.id())
            .collect();
        for export in unused {
            exports.delete(export);
        }
        let mut short = BTreeMap::new();
        let imports = output.wasm_mut().imports.iter_mut().map(|import| &mut import.name);
        imports.for_each(|name| shorten(name, &mut short));
        let exports = output.wasm_mut().exports.iter_mut().map(|export| &mut export.name);
        exports.for_each(|name| shorten(name, &mut short));
        output.emit(self.bound()).context("failed to write the bound WASM")?;
        fs::write(self.names(), serde_json::to_vec(&short)?).context("failed to write the short names")
    }

    fn shrink(self, tools: &Tools) -> Result<()> {
        let bound = self.bound().join(format!("{}_bg.wasm", self.name));
        process::run(
            tools
                .wasm_opt()
                // What holds for all that Rust compiles: memory begins empty, and nothing lies at its very beginning.
                .args(["-Oz", "--converge", "--zero-filled-memory", "--low-memory-unused"])
                .args(["--one-caller-inline-max-function-size=30", "--strip-target-features"])
                .arg(bound)
                .arg("-o")
                .arg(self.finished("wasm")),
        )
    }

    /// Puts the call that starts the WASM into the script itself, since the pages allow no inline script.
    fn write_script(self, tools: &Tools) -> Result<()> {
        let name = self.name;
        let wasm = hashed_name(&format!("{name}.wasm"), &fs::read(self.finished("wasm"))?);
        let entry = self.bound().join("entry.js");
        let text = format!(
            "import init from \"./{name}.js\";\n\
             init({{ module_or_path: new URL(\"./{wasm}\", import.meta.url) }});\n"
        );
        fs::write(&entry, text)?;
        let short: BTreeMap<String, String> = serde_json::from_slice(&fs::read(self.names())?)?;
        let names: Vec<String> = short.into_keys().collect();
        let mut esbuild = tools.esbuild();
        esbuild.arg(&entry).args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--legal-comments=none",
            "--log-level=warning",
            // Nothing is ever disposed of with `using`.
            "--define:Symbol.dispose=false",
        ]);
        esbuild
            .arg(BROWSERS)
            .arg(format!("--mangle-props=^({})$", names.join("|")))
            .arg(format!("--mangle-cache={}", self.names().display()))
            .arg(format!("--outfile={}", self.finished("js").display()));
        process::run(&mut esbuild).with_context(|| format!("failed to minify {name}.js"))
    }
}

/// Gives a name between WASM and script a short one, the same to the same.
fn shorten(name: &mut String, short: &mut BTreeMap<String, String>) {
    if name.contains(BETWEEN) {
        let next = format!("_{}", short.len());
        name.clone_from(short.entry(name.clone()).or_insert(next));
    }
}
