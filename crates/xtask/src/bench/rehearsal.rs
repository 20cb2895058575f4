//! A run of the load generator, and what the server did meanwhile.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::server::{Demo, NAME, PASSWORD, program};
use crate::process;

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// What the load generator counted.
    figures: Value,
    /// The server's processor time while the load lasted, in seconds.
    pub(crate) processor_seconds: f64,
    /// The server's memory when everybody was in, and at the end of the load, in bytes.
    pub(crate) memory: (f64, f64),
}

impl Outcome {
    /// A figure; none where it was not measured.
    pub(crate) fn get(&self, name: &str) -> Option<f64> {
        self.figures[name].as_f64()
    }

    /// A figure that every run has.
    pub(crate) fn need(&self, name: &str) -> Result<f64> {
        self.get(name)
            .with_context(|| format!("the rehearsal did not tell “{name}”"))
    }
}

/// Runs `visioncast rehearse` against a demo panel.
///
/// # Errors
/// When it fails: somebody could not connect, or an answer is missing.
pub(crate) fn run(demo: &Demo, options: &[&str]) -> Result<Outcome> {
    process::go_on()?;
    let mut command = program();
    command
        .args(["rehearse", "--json", "--url", &demo.server.url(), "--code", &demo.code])
        .args(options)
        .env("VISIONCAST_FACILITATOR_NAME", NAME)
        .env("VISIONCAST_FACILITATOR_PASSWORD", PASSWORD)
        .stdout(Stdio::piped());
    let mut child = command.spawn().context("failed to start the rehearsal")?;
    let output = child.stdout.take().context("the rehearsal has no output")?;
    let (mut begin, mut end) = (None, None);
    let mut lines = Vec::new();
    for line in BufReader::new(output).lines() {
        let line = line.context("failed to read what the rehearsal says")?;
        let now = || anyhow::Ok((demo.server.processor_seconds()?, demo.server.memory()?));
        if line.starts_with("all in:") {
            begin = Some(now()?);
        } else if line.starts_with("ending") {
            end = Some(now()?);
        }
        lines.push(line);
    }
    let status = child.wait().context("failed to wait for the rehearsal")?;
    process::go_on()?;
    if !status.success() {
        bail!("the rehearsal ended with {status}:\n{}", lines.join("\n"));
    }
    let figures = lines.last().map(String::as_str).unwrap_or_default();
    let figures = serde_json::from_str(figures).with_context(|| format!("“{figures}” are no figures"))?;
    let ((processor, memory), (processor_end, memory_end)) = begin
        .zip(end)
        .context("the rehearsal did not say when it began and ended")?;
    Ok(Outcome {
        figures,
        processor_seconds: processor_end - processor,
        memory: (memory, memory_end),
    })
}
