//! The style sheets: each with all it imports in one minified file.

use anyhow::{Context, Result};

use crate::site::Site;
use crate::tools::Tools;
use crate::{process, workspace};

/// The sheets that pages link to. `report.css` is not one of them: reports carry it inside.
const SHEETS: [&str; 3] = ["main.css", "form.css", "console.css"];

/// Bundles every sheet that exists and puts it into the site.
///
/// # Errors
/// When esbuild finds a mistake in a sheet, which it has then printed.
pub(crate) fn add(site: &mut Site, tools: &Tools) -> Result<()> {
    for sheet in SHEETS {
        let source = workspace::path("style").join(sheet);
        if !source.exists() {
            continue;
        }
        let mut esbuild = tools.esbuild();
        esbuild
            .arg(&source)
            .args(["--bundle", "--minify", "--legal-comments=none", "--log-level=warning"]);
        // What the server serves under a path of its own is not esbuild's to bundle.
        esbuild.args(["--external:/assets/*", "--target=chrome109,firefox115,safari16"]);
        let bundled = process::output(&mut esbuild).with_context(|| format!("failed to bundle style/{sheet}"))?;
        site.add_hashed(sheet, bundled.as_bytes())?;
    }
    Ok(())
}
