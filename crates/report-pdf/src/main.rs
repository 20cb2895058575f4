//! `visioncast-pdf`: reads a report as JSON on standard input and writes it as a PDF on standard output.
//!
//! It is a program of its own because a PDF takes a typesetter, which takes minutes to compile, and a core and memory
//! while it works: the server builds and runs without it, and starts it for one report at a time. It takes no more
//! memory and time than `limits` allows, opens no file but fonts, and knows no clock: the same report, with the same
//! fonts, gives the same bytes.

mod fonts;
mod limits;
mod pages;
#[cfg(test)]
mod tests;
mod text;
mod world;

use std::{
    io::{self, Read as _, Write as _},
    process::ExitCode,
};

use visioncast_report::{Document, document};

use crate::fonts::Machine;

/// Keeps to the fonts that it brings: what they lack is then shown by a sign in its place.
const BUNDLED: &str = "--bundled-fonts";

/// Why there are no pages.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("failed to limit itself: {0}")]
    Limits(io::Error),
    #[error("failed to understand {0}: there is only {BUNDLED}")]
    Argument(String),
    #[error("failed to read the report: {0}")]
    Read(io::Error),
    #[error("failed to take a report of more than {} MB", limits::INPUT >> 20)]
    TooLarge,
    #[error("failed to understand the report: {0}")]
    Json(serde_json::Error),
    #[error(
        "failed to take {format} {version}: this program takes {} {}. Build it anew beside visioncast",
        document::FORMAT,
        document::VERSION
    )]
    Version { format: String, version: u16 },
    #[error("failed to lay the report out: {0}")]
    Pages(#[from] pages::Fault),
    #[error("failed to write the pages: {0}")]
    Write(io::Error),
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            let _ = writeln!(io::stderr(), "{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Fault> {
    let mut machine = Machine::Asked;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            BUNDLED => machine = Machine::LeftAlone,
            _ => return Err(Fault::Argument(argument)),
        }
    }
    limits::set().map_err(Fault::Limits)?;
    let document = read()?;
    let pdf = pages::pdf(&document, machine)?;
    io::stdout().write_all(&pdf).map_err(Fault::Write)
}

fn read() -> Result<Document, Fault> {
    let mut json = Vec::new();
    let mut input = io::stdin().lock().take(limits::INPUT + 1);
    input.read_to_end(&mut json).map_err(Fault::Read)?;
    if json.len() as u64 > limits::INPUT {
        return Err(Fault::TooLarge);
    }
    let document: Document = serde_json::from_slice(&json).map_err(Fault::Json)?;
    if document.format != document::FORMAT || document.version != document::VERSION {
        let Document { format, version, .. } = document;
        return Err(Fault::Version { format, version });
    }
    Ok(document)
}
