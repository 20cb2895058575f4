use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;

use crate::store;

/// Write all panels and accounts into a new file, while a server may run.
///
/// The file is the same for both kinds of database, and `visioncast restore` puts it back into
/// either. Keep it as safe as the database: it holds what people wrote.
#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// The file to write; there must be none of that name yet.
    file: PathBuf,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

impl Backup {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        store::backup(&self.database, &self.file)
            .await
            .context("failed to back up")?;
        super::say(&format!("backup: {}", self.file.display()));
        Ok(ExitCode::SUCCESS)
    }
}
