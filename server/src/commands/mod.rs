//! What the binary can do, one file each.

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
enum Command {}

impl Cli {
    pub(crate) async fn run(self) -> anyhow::Result<std::process::ExitCode> {
        match self.command {}
    }
}
