use std::{path::PathBuf, process::ExitCode};

use clap::{ValueEnum, builder::BoolishValueParser};
use visioncast_model::JoinCode;
use visioncast_report::{File, Report as VisionReport, html};

use super::{files, say};
use crate::{live::now, store};

/// Write the report of a panel, also beside a running server.
#[derive(Debug, clap::Args)]
pub(crate) struct Report {
    /// The code of the panel.
    code: JoinCode,
    /// In which format.
    #[arg(long, env = "VISIONCAST_REPORT_FORMAT", default_value = "html")]
    format: Format,
    /// The folder to write it into; made where it is missing.
    #[arg(long, env = "VISIONCAST_OUT")]
    out: PathBuf,
    /// Write over a report that is there.
    #[arg(long, env = "VISIONCAST_FORCE", value_parser = BoolishValueParser::new())]
    force: bool,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// report.html: one page that needs nothing beside it, to read, print or send.
    Html,
}

impl Report {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let log = files::read(&self.database, self.code).await?;
        let report = VisionReport::of(log.material(), now());
        let made = match self.format {
            Format::Html => File {
                name: "report.html".to_owned(),
                bytes: html(&report).into_bytes(),
            },
        };
        for file in files::write(&self.out, &[made], self.force)? {
            say(&format!("wrote {}", file.display()));
        }
        Ok(ExitCode::SUCCESS)
    }
}
