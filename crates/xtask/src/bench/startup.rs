//! Starting on a long log.

use std::time::Instant;

use anyhow::{Result, ensure};

use super::Options;
use super::http;
use super::recording::{import, write_recording};
use super::server::{Folder, Server};
use super::spread::Spread;
use super::table::Table;
use crate::{process, progress};

const PEOPLE: usize = 5_000;

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let folder = Folder::new()?;
    let recording = folder.0.join("recording");
    let statements = options.events.div_ceil(PEOPLE).max(1);
    write_recording(&recording, statements, PEOPLE, options.events)?;
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
