use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;

use crate::store;

/// Put a backup into an empty database.
///
/// The database may be of another kind than the one that the backup was made of. Every screen that
/// was connected before begins afresh.
#[derive(Debug, clap::Args)]
pub(crate) struct Restore {
    /// The file that `visioncast backup` wrote.
    file: PathBuf,
    /// The database: sqlite://FILE, made where it is missing, or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

impl Restore {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        store::restore(&self.file, &self.database)
            .await
            .context("failed to restore")?;
        super::say(&format!("restored: {}", self.file.display()));
        Ok(ExitCode::SUCCESS)
    }
}
