//! `cargo xtask build`: the browser code, the server that holds it, and the program for PDFs beside it.

use anyhow::{Result, anyhow};

use crate::{assets, pdf, server};

/// Builds everything and leaves `target/release/visioncast` and `target/release/visioncast-pdf`.
///
/// # Errors
/// As [`served`].
pub(crate) fn run() -> Result<()> {
    served()?;
    pdf::build()
}

/// Builds what serves pages.
///
/// The very first time the server's libraries take minutes, so they are begun while the browser code is finished; the
/// site is ready long before the server itself is compiled. Should it not be, the second build sees a newer manifest and
/// embeds it then.
///
/// # Errors
/// When something is missing that cannot be installed, or a step fails.
pub(crate) fn served() -> Result<()> {
    let tools = assets::compile()?;
    if server::libraries_are_built() {
        assets::assemble(&tools)?;
    } else {
        std::thread::scope(|scope| {
            let site = scope.spawn(|| assets::assemble(&tools));
            let built = server::build();
            site.join()
                .map_err(|_| anyhow!("failed to put the site together: the step panicked"))??;
            built
        })?;
    }
    server::build()
}
