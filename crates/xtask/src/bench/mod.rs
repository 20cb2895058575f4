//! `cargo xtask bench`: what Visioncast costs and how fast it is, measured on this machine, beside what it aims at.
//!
//! The load generator is the program's own `rehearse`. It runs on the same cores as the server, so every figure is of
//! both together; nothing is subtracted.

mod beside;
mod desk;
mod http;
mod likeness;
mod live;
mod machine;
mod memory;
mod page;
mod recording;
mod rehearsal;
mod report;
mod server;
mod spread;
mod startup;
mod storm;
mod table;

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::{Context as _, Result, ensure};
use clap::ValueEnum;

use crate::{build, process, progress, workspace};

use table::Table;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Measure one thing alone; may be given several times.
    #[arg(long, value_enum)]
    only: Vec<Subject>,
    /// How often each figure is measured.
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// How long the load of one run lasts, in seconds.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// How many attendees are connected, one series each.
    #[arg(long, value_delimiter = ',', default_values_t = [200, 1_000, 5_000])]
    attendees: Vec<usize>,
    /// How many events the log has that a server starts on.
    #[arg(long, default_value_t = 1_000_000)]
    events: usize,
    /// Measure target/release/visioncast as it is, without building it anew.
    #[arg(long)]
    as_built: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Subject {
    /// What a phone downloads, and when it can be used.
    Page,
    /// Votes, acknowledgements, projector and phones under load; the server's work for it.
    Live,
    /// Memory per socket.
    Memory,
    /// A thousand phones that come back at once.
    Storm,
    /// Starting on a long log.
    Startup,
    /// Dragging at the desk of themes.
    Desk,
    /// Telling what looks alike, which words a room uses, and how strongly those agree who sort.
    Suggestions,
    /// The report in each format, and each analysis.
    Report,
    /// A live room while reports are made.
    Beside,
}

impl Subject {
    const ALL: [Self; 9] = [
        Self::Page,
        Self::Live,
        Self::Memory,
        Self::Storm,
        Self::Startup,
        Self::Desk,
        Self::Suggestions,
        Self::Report,
        Self::Beside,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Page => "the phone's page",
            Self::Live => "a live room",
            Self::Memory => "memory",
            Self::Storm => "a storm of reconnects",
            Self::Startup => "a long log",
            Self::Desk => "the desk of themes",
            Self::Suggestions => "what is told of ideas",
            Self::Report => "the report",
            Self::Beside => "a live room while reports are made",
        }
    }

    fn measure(self, options: &Options, table: &mut Table) -> Result<()> {
        match self {
            Self::Page => page::measure(options, table),
            Self::Live => live::measure(options, table),
            Self::Memory => memory::measure(options, table),
            Self::Storm => storm::measure(options, table),
            Self::Startup => startup::measure(options, table),
            Self::Desk => desk::measure(options, table),
            Self::Suggestions => likeness::measure(table),
            Self::Report => report::measure(options, table),
            Self::Beside => beside::measure(options, table),
        }
    }
}

/// Measures, and prints a table on standard output. A figure that misses its aim is no failure; one that cannot be
/// taken is.
///
/// # Errors
/// When something does not build, start or answer.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    ensure!(options.runs > 0, "at least one run is needed");
    if !options.as_built {
        build::run()?;
    }
    ensure!(
        workspace::server_binary().exists(),
        "target/release/visioncast is missing: leave --as-built out"
    );
    machine::allow_many_sockets(options.attendees.iter().copied().max().unwrap_or_default())?;
    let mut table = Table::default();
    let mut failed = false;
    for subject in Subject::ALL {
        if !options.only.is_empty() && !options.only.contains(&subject) {
            continue;
        }
        process::go_on()?;
        table.section(subject.name());
        if let Err(error) = progress::step(subject.name(), || subject.measure(options, &mut table)) {
            process::go_on()?;
            failed = true;
            table.note(&format!("not measured: {error:#}"));
        }
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}\n{table}", machine::describe()).context("failed to print")?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
