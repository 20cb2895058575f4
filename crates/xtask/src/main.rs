//! `cargo xtask`: everything that builds, serves and tests Visioncast, for a machine that has Rust, a C compiler and npm.
//!
//! One noun per file. A verb is a variant of [`Verb`] and a `run` in the module of its name.

mod assets;
mod bench;
mod build;
mod bundle;
mod counts;
mod deny;
mod lint;
mod packages;
mod pdf;
mod postgres;
mod process;
mod progress;
mod serve;
mod server;
mod site;
mod style;
mod tally;
mod test;
mod toolchain;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Build, serve and test Visioncast. What the machine lacks is installed where that is possible.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build the browser code, the server with it inside, and the program for PDFs: target/release/visioncast{,-pdf}.
    Build,
    /// Build only what browsers download, into target/site.
    Assets,
    /// Build everything, then run `visioncast serve` with the arguments given, from the top of the repository.
    Serve(serve::Options),
    /// Run every test: formatting and lints, rules and stores and sockets, then the pages in a real browser.
    Test(test::Options),
    /// Measure speed, size and memory on this machine, beside what is aimed at.
    Bench(bench::Options),
    /// Check licences, bans and sources of all dependencies with cargo-deny.
    Deny,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = process::listen_for_signals().and_then(|()| match arguments.verb {
        Verb::Build => build::run().map(|()| ExitCode::SUCCESS),
        Verb::Assets => assets::run().map(|()| ExitCode::SUCCESS),
        Verb::Serve(options) => serve::run(&options),
        Verb::Test(options) => test::run(&options),
        Verb::Bench(options) => bench::run(&options),
        Verb::Deny => deny::run().map(|()| ExitCode::SUCCESS),
    });
    outcome.unwrap_or_else(|error| {
        if process::interrupted() {
            progress::note("interrupted");
            return ExitCode::from(130);
        }
        progress::note(&format!("error: {error:#}"));
        ExitCode::FAILURE
    })
}
