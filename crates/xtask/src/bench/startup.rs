//! Starting on a long log.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use super::Options;
use super::http;
use super::server::{Folder, Server, program};
use super::spread::Spread;
use super::table::Table;
use crate::{process, progress};

const PEOPLE: usize = 5_000;

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let folder = Folder::new()?;
    let recording = folder.0.join("recording");
    write_recording(&recording, options.events)?;
    let began = Instant::now();
    let code = progress::step("importing a long recording", || import(&recording, &folder.database()))?;
    let mut imported = Spread::default();
    imported.add(began.elapsed().as_secs_f64());

    let (mut listening, mut answered, mut memory) = (Spread::default(), Spread::default(), Spread::default());
    for _ in 0..options.runs {
        process::go_on()?;
        let server = Server::start(&folder.database(), false)?;
        let began = Instant::now();
        let page = http::get(&server.authority, &format!("/p/{code}"), "")?;
        ensure!(page.status == 200, "the panel's page was answered with {}", page.status);
        listening.add(server.began_in.as_secs_f64());
        answered.add(began.elapsed().as_secs_f64());
        memory.add(server.memory()? / 1_000_000.0);
    }
    let events = options.events;
    table.add(format!("taking over {events} votes, once"), "s", imported, None);
    table.add(format!("log of {events} votes: listening after"), "s", listening, None);
    table.add(
        format!("log of {events} votes: its first page after another"),
        "s",
        answered,
        None,
    );
    table.add(
        format!("log of {events} votes: the server's memory"),
        "MB",
        memory,
        None,
    );
    Ok(())
}

/// A made-up conversation of so many votes, in the shape that `visioncast import` reads.
fn write_recording(folder: &Path, votes: usize) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let statements = votes.div_ceil(PEOPLE).max(1);
    let mut comments = String::from("timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n");
    for id in 0..statements {
        writeln!(comments, "1700000000000,{id},0,0,0,1,Statement number {id}")?;
    }
    let mut rows = String::from("timestamp,comment-id,voter-id,vote\n");
    let mut participants = String::from("participant,group-id\n");
    for row in 0..votes {
        let (statement, person) = (row / PEOPLE, row % PEOPLE);
        writeln!(
            rows,
            "{},{statement},{person},{}",
            1_700_000_000_000_u64 + row as u64,
            1 - (row * 7 % 3) as i64
        )?;
    }
    for person in 0..PEOPLE {
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
fn import(recording: &Path, database: &str) -> Result<String> {
    let mut command = program();
    command
        .args(["import", "--format", "polis", "--database", database])
        .arg(recording);
    let said = process::output(&mut command)?;
    let code = said.lines().find_map(|line| line.strip_prefix("panel: "));
    code.map(str::to_owned)
        .with_context(|| format!("the import did not tell the code: {said}"))
}
