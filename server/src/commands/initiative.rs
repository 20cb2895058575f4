use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::{Context as _, bail};
use clap::{Subcommand, builder::BoolishValueParser};
use visioncast_app::paths;
use visioncast_model::initiative::Initiative as Known;
use visioncast_report::File;

use super::{files, say};
use crate::{
    accounts,
    initiative::{Contacts, read_archive, restore_archive, write_archive},
    store::{self, SharedStore, token_hash},
};

/// Archive an initiative as one open file, or restore one.
#[derive(Debug, clap::Args)]
pub(crate) struct Initiative {
    #[command(subcommand)]
    command: Command,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, global = true, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write an initiative into one file, also beside a running server: a zip of JSON with its framework, its panels'
    /// logs and words, its board and its wins. It holds all votes, shown or not, but no passwords, sessions or phones.
    Export {
        /// Its name, or its id.
        name: String,
        /// The file.
        #[arg(long, env = "VISIONCAST_OUT")]
        out: PathBuf,
        /// Write over a file that is there.
        #[arg(long, env = "VISIONCAST_FORCE", value_parser = BoolishValueParser::new())]
        force: bool,
        /// Write the volunteers' contacts and the names on the rolls too.
        #[arg(long, env = "VISIONCAST_WITH_VOLUNTEERS", value_parser = BoolishValueParser::new())]
        with_volunteers: bool,
    },
    /// Restore such a file, all of it or nothing. The last line is a one-time link by which its owner makes an account.
    Restore {
        /// The file.
        file: PathBuf,
    },
}

impl Initiative {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match &self.command {
            Command::Export {
                name,
                out,
                force,
                with_volunteers,
            } => {
                let contacts = if *with_volunteers {
                    Contacts::Taken
                } else {
                    Contacts::Left
                };
                self.export(name, out, *force, contacts).await?;
            }
            Command::Restore { file } => self.restore(file).await?,
        }
        Ok(ExitCode::SUCCESS)
    }

    async fn export(&self, name: &str, out: &std::path::Path, force: bool, contacts: Contacts) -> anyhow::Result<()> {
        let store = store::open_existing(&self.database)
            .await
            .context("failed to open the database")?;
        let initiative = find(&store, name).await?;
        let bytes = write_archive(&store, &initiative, contacts)
            .await
            .context("failed to make the archive")?;
        let file = out
            .file_name()
            .context("failed to write the archive: --out names no file")?;
        let file = File {
            name: file.to_string_lossy().into_owned(),
            bytes,
        };
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(std::path::Path::new("."));
        for written in files::write(folder, &[file], force)? {
            say(&format!("wrote {}", written.display()));
        }
        store.close().await;
        Ok(())
    }

    async fn restore(&self, file: &std::path::Path) -> anyhow::Result<()> {
        let bytes = fs::read(file).with_context(|| format!("failed to read {}", file.display()))?;
        let failed = || format!("failed to restore {}", file.display());
        let archive = read_archive(&bytes).with_context(failed)?;
        let store = store::open(&self.database)
            .await
            .context("failed to open the database")?;
        restore_archive(&store, &archive).await.with_context(failed)?;
        let token = accounts::invite(&store).await?;
        let id = archive.initiative.id();
        store.invite_into(token_hash(&token), id, true).await?;
        for code in archive.codes() {
            say(&format!("panel: {code}"));
        }
        say(&format!("volunteers: {}", archive.volunteers()));
        say(&format!("owner, one-time link: {}", paths::invitation(&token)));
        store.close().await;
        Ok(())
    }
}

/// The one initiative with that name or id.
pub(super) async fn find(store: &SharedStore, name: &str) -> anyhow::Result<Known> {
    let all = store.initiatives().await.context("failed to look the initiatives up")?;
    let names: Vec<String> = all
        .iter()
        .map(|known| format!("{:?} ({})", known.name(), known.id()))
        .collect();
    let is_it = |known: &Known| known.name() == name || known.id().to_string() == name;
    let mut found: Vec<Known> = all.into_iter().filter(is_it).collect();
    match (found.pop(), found.is_empty()) {
        (Some(one), true) => Ok(one),
        (Some(_), false) => bail!(
            "failed to choose: several are called {name:?}, give an id of {}",
            names.join(", ")
        ),
        (None, _) => bail!("failed to find the initiative {name:?}: there are {}", names.join(", ")),
    }
}
