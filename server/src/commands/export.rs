use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::{ValueEnum, builder::BoolishValueParser};
use visioncast_model::JoinCode;
use visioncast_report::{Disclosure, File, csv_files, json, polis_files};

use super::{files, say};
use crate::{log::Log, store};

/// Write what a panel holds into files, also beside a running server.
///
/// While a panel runs, the votes of a judgement that is not revealed yet are left out, and the files
/// say so.
#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// The code of the panel.
    code: JoinCode,
    /// Which files.
    #[arg(long, env = "VISIONCAST_EXPORT_FORMAT")]
    format: Format,
    /// The folder to write them into; made where it is missing.
    #[arg(long, env = "VISIONCAST_OUT")]
    out: PathBuf,
    /// Write over files that are there.
    #[arg(long, env = "VISIONCAST_FORCE", value_parser = BoolishValueParser::new())]
    force: bool,
    /// Write votes that are not revealed yet too: nobody in the room may see these files before the
    /// reveal, nor may a facilitator.
    #[arg(long, env = "VISIONCAST_COMPLETE", value_parser = BoolishValueParser::new())]
    complete: bool,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// panel.json: everything, lossless.
    Json,
    /// Tables for a spreadsheet: one row per idea and per ballot, people under pseudonyms.
    Csv,
    /// The four files that Polis exports, for tools that read those.
    Polis,
}

impl Export {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let log = files::read(&self.database, self.code).await?;
        let made = self.files(&log).context("failed to make the files")?;
        let written = files::write(&self.out, &made, self.force)?;
        if self.disclosure().withheld(&log.panel).next().is_some() {
            say("votes that are not revealed yet are left out: export again after the reveal");
        }
        for file in written {
            say(&format!("wrote {}", file.display()));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn files(&self, log: &Log) -> Result<Vec<File>, visioncast_report::WriteError> {
        let (material, disclosure) = (log.material(), self.disclosure());
        match self.format {
            Format::Json => {
                let bytes = json(material, disclosure)?;
                Ok(vec![File {
                    name: "panel.json".to_owned(),
                    bytes,
                }])
            }
            Format::Csv => csv_files(material, disclosure, rand::random()),
            Format::Polis => polis_files(material, disclosure, rand::random()),
        }
    }

    const fn disclosure(&self) -> Disclosure {
        if self.complete {
            Disclosure::Complete
        } else {
            Disclosure::AsRevealed
        }
    }
}
