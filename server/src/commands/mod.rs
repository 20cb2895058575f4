//! What the binary can do, one file each.

mod backup;
mod export;
mod files;
mod framework;
mod import;
mod initiative;
mod rehearse;
mod report;
mod restore;
mod retention;
mod serve;
mod verify;

use std::{io::Write as _, process::ExitCode};

use anyhow::Context as _;
use clap::{Parser, Subcommand};

/// An interactive panel for vision-casting and stakeholder input.
///
/// Every option can also come from the environment, as shown beside it. Exit codes: 0 it worked,
/// 1 it failed (the last line says why and what to do), 2 the command line is wrong, 3 `verify`
/// found a difference.
#[derive(Debug, Parser)]
#[command(name = "visioncast", version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Import(import::Import),
    Export(export::Export),
    Framework(framework::FrameworkCommand),
    Report(report::Report),
    Verify(verify::Verify),
    Rehearse(rehearse::Rehearse),
    Backup(backup::Backup),
    Restore(restore::Restore),
    Initiative(initiative::Initiative),
    Retention(retention::Retention),
}

impl Cli {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .context("failed to start the runtime")?;
        runtime.block_on(async {
            match self.command {
                Command::Serve(serve) => serve.run().await,
                Command::Import(import) => import.run().await,
                Command::Export(export) => export.run().await,
                Command::Framework(framework) => framework.run().await,
                Command::Report(report) => report.run().await,
                Command::Verify(verify) => verify.run().await,
                Command::Rehearse(rehearse) => rehearse.run().await,
                Command::Backup(backup) => backup.run().await,
                Command::Restore(restore) => restore.run().await,
                Command::Initiative(initiative) => initiative.run().await,
                Command::Retention(retention) => retention.run().await,
            }
        })
    }
}

/// A line on standard output, at once: whoever started the program may wait for it.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // A closed pipe is the reader's choice.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// The last line of a command that failed: what, and why.
pub(crate) fn say_error(error: &anyhow::Error) {
    let _ = writeln!(std::io::stderr(), "visioncast: {error:#}");
}
