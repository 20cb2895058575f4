use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::{ValueEnum, builder::BoolishValueParser};
use visioncast_model::{JoinCode, Language};
use visioncast_report::{Archive, Document, File, Format, FrozenEdition};

use super::{files, say};
use crate::{initiative::Events, pdf, store};

/// Write the report of a panel, also beside a running server.
///
/// It is the published pack: counts that could point at somebody are kept back, and nobody is quoted without consent. The
/// same log gives the same files, byte for byte.
#[derive(Debug, clap::Args)]
pub(crate) struct Report {
    /// The code of the panel.
    #[arg(required_unless_present = "initiative")]
    code: Option<JoinCode>,
    /// Write one report over all panels of an initiative in its place, rehearsals left out: its name, or its id. Nobody counts
    /// twice in it who came by the same link.
    #[arg(long, env = "VISIONCAST_REPORT_INITIATIVE", conflicts_with_all = ["code", "archive"])]
    initiative: Option<String>,
    /// Write an edition that was frozen, by its number, in place of the panel as it is now.
    #[arg(long, env = "VISIONCAST_REPORT_EDITION", conflicts_with = "initiative")]
    edition: Option<u16>,
    /// In which formats.
    #[arg(
        long,
        env = "VISIONCAST_REPORT_FORMAT",
        value_delimiter = ',',
        default_value = "html"
    )]
    format: Vec<Name>,
    /// In which language: en or es.
    #[arg(long, env = "VISIONCAST_REPORT_LANGUAGE", default_value = "en")]
    language: Language,
    /// Write archive.json in place of the report: all that the panel holds, for its facilitators alone. The report states
    /// its hash, and `visioncast verify` recomputes every figure from it.
    #[arg(long, env = "VISIONCAST_REPORT_ARCHIVE", value_parser = BoolishValueParser::new(), conflicts_with = "format")]
    archive: bool,
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
enum Name {
    /// report.pdf: to send and to print; laid out by the program visioncast-pdf.
    Pdf,
    /// report.docx: to edit, with headings, captions and styles.
    Docx,
    /// report.html: one page that needs nothing beside it, to read, print or send.
    Html,
    /// report.md: Markdown.
    Md,
    /// report.xlsx: a sheet for each table, with charts.
    Xlsx,
    /// csv/: a file for each table.
    Csv,
    /// report.json, with its schema beside it.
    Json,
}

impl Name {
    /// The files of a report in this format.
    async fn files(self, document: &Document) -> anyhow::Result<Vec<File>> {
        let format = match self {
            Self::Pdf => {
                return Ok(vec![File {
                    name: "report.pdf".to_owned(),
                    bytes: pdf::pdf(document).await?,
                }]);
            }
            Self::Docx => Format::Docx,
            Self::Html => Format::Html,
            Self::Md => Format::Markdown,
            Self::Xlsx => Format::Xlsx,
            Self::Csv => Format::Csv,
            Self::Json => Format::Json,
        };
        Ok(document.files(format)?)
    }
}

impl Report {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let mut made = Vec::new();
        let snapshot = if let Some(name) = &self.initiative {
            let document = self.over_initiative(name).await?;
            made.extend(self.laid_out(&document).await?);
            document.edition.snapshot
        } else {
            let code = self
                .code
                .context("failed to choose: give the code of a panel, or --initiative")?;
            self.of_panel(code, &mut made).await?
        };
        for file in files::write(&self.out, &made, self.force)? {
            say(&format!("wrote {}", file.display()));
        }
        say(&format!("snapshot {snapshot}"));
        Ok(ExitCode::SUCCESS)
    }

    /// Makes the files of one panel; returns the hash of its archive.
    async fn of_panel(&self, code: JoinCode, made: &mut Vec<File>) -> anyhow::Result<String> {
        let log = files::read(&self.database, code).await?;
        let frozen = match self.edition {
            Some(number) => Some(log.edition(number).with_context(|| {
                let count = log.panel.frozen_reports().len();
                format!("{code} has no edition {number}: {count} frozen so far")
            })?),
            None => None,
        };
        Ok(if self.archive {
            let material = frozen.as_ref().map_or_else(|| log.material(), FrozenEdition::material);
            let archive = Archive::of(material).context("failed to make the archive")?;
            made.push(File {
                name: "archive.json".to_owned(),
                bytes: archive.bytes().context("failed to make the archive")?,
            });
            archive.hash()
        } else {
            let document = match &frozen {
                Some(frozen) => frozen.document(self.language),
                None => Document::of(log.material(), self.language),
            };
            let document = document.context("failed to put the report together")?;
            made.extend(self.laid_out(&document).await?);
            document.edition.snapshot
        })
    }

    async fn laid_out(&self, document: &Document) -> anyhow::Result<Vec<File>> {
        let mut made = Vec::new();
        for name in &self.format {
            let files = name.files(document).await;
            made.extend(files.with_context(|| format!("failed to make the report as {name:?}"))?);
        }
        Ok(made)
    }

    async fn over_initiative(&self, name: &str) -> anyhow::Result<Document> {
        let store = store::open_existing(&self.database)
            .await
            .context("failed to open the database")?;
        let initiative = super::initiative::find(&store, name).await?;
        let events = Events::read(&store, &initiative).await;
        let events = events.context("failed to read the events of the initiative")?;
        store.close().await;
        events
            .report(self.language)
            .context("failed to put the report together")
    }
}
