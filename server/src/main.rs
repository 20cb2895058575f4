//! The one binary, `visioncast`: it serves panels, and does what their operators need.

mod accounts;
mod agenda;
mod calendar;
mod commands;
mod demo;
mod http;
mod initiative;
mod instruments;
mod limits;
mod live;
mod log;
mod moderation;
mod pdf;
mod press;
mod store;
mod templates;
#[cfg(test)]
mod tests;

use std::{io::IsTerminal as _, process::ExitCode};

use clap::Parser as _;
use tracing_subscriber::EnvFilter;

/// Thousands of small sockets: it keeps their memory closer together than the system's, and takes less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("VISIONCAST_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    match commands::Cli::parse().run() {
        Ok(code) => code,
        Err(error) => {
            tracing::debug!(?error);
            commands::say_error(&error);
            ExitCode::FAILURE
        }
    }
}
