//! `cargo xtask serve`: build, then be the server.

use std::convert::Infallible;
use std::os::unix::process::CommandExt;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::{build, pdf, process, progress, workspace};

#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Options {
    /// What `visioncast serve` understands, such as --demo, --addr or --database; --help lists it.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Builds what serves pages and then turns into the server, so that Ctrl-C, SIGTERM and the exit code are its own. The page
/// is up first: the program for PDFs is finished behind.
///
/// # Errors
/// When the build fails or the server cannot be started.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    build::served()?;
    process::go_on()?;
    pdf::build_behind();
    progress::note("starting the server; Ctrl-C ends it");
    match become_server(&options.arguments)? {}
}

fn become_server(arguments: &[String]) -> Result<Infallible> {
    let binary = workspace::server_binary();
    let failure = workspace::command(&binary)
        .stdin(std::process::Stdio::inherit())
        .arg("serve")
        .args(arguments)
        .exec();
    Err(failure).with_context(|| format!("failed to start {}", binary.display()))
}
