//! A long conversation to measure with.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::server::program;
use crate::process;

/// A made-up conversation of so many votes, spread evenly, in the shape that `visioncast import` reads.
///
/// # Errors
/// When the folder cannot be written to.
pub(crate) fn write_recording(folder: &Path, statements: usize, people: usize, votes: usize) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut comments = String::from("timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n");
    for id in 0..statements {
        writeln!(comments, "1700000000000,{id},0,0,0,1,Statement number {id}")?;
    }
    let mut rows = String::from("timestamp,comment-id,voter-id,vote\n");
    let mut participants = String::from("participant,group-id\n");
    for row in 0..votes {
        let (round, person) = (row / people, row % people);
        // Everybody votes once on each of theirs.
        let statement = (round + person * 37) % statements;
        writeln!(
            rows,
            "{},{statement},{person},{}",
            1_700_000_000_000_u64 + row as u64,
            1 - (row * 7 % 3) as i64
        )?;
    }
    for person in 0..people {
        writeln!(participants, "{person},{}", person % 2)?;
    }
    let files = [
        ("comments.csv", comments),
        ("votes.csv", rows),
        ("participants-votes.csv", participants),
        ("summary.csv", "topic,A long log\n".to_owned()),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::write(&path, text).with_context(|| format!("failed to write {}", path.display()))?;
    }
    Ok(())
}

/// Takes it over; returns the code of the panel.
///
/// # Errors
/// When the import fails.
pub(crate) fn import(recording: &Path, database: &str) -> Result<String> {
    let mut command = program();
    command
        .args(["import", "--format", "polis", "--database", database])
        .arg(recording);
    let said = process::output(&mut command)?;
    let code = said.lines().find_map(|line| line.strip_prefix("panel: "));
    code.map(str::to_owned)
        .with_context(|| format!("the import did not tell the code: {said}"))
}
