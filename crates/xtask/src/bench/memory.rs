//! What a socket costs the server in memory.

use anyhow::Result;

use super::Options;
use super::rehearsal;
use super::server::Demo;
use super::spread::Spread;
use super::table::{Aim, Table};

/// So many come and go before: what a server needs once, whoever comes, is no socket's.
const FIRST: &str = "20";
/// Long enough for every socket to have been sent what it is due.
const IDLE_SECONDS: &str = "6";
/// Votes per second of each attendee who is active.
const PACE: f64 = 2.0;

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    table.note(
        "the server's VmRSS per socket, with all that it knows of the person, over a room that a few people have left",
    );
    for attendees in options.attendees.iter().copied() {
        let count = attendees.to_string();
        let mut idle = Spread::default();
        let mut active = Spread::default();
        let mut empty = Spread::default();
        for _ in 0..options.runs {
            let (demo, before) = after_the_first()?;
            let run = rehearsal::run(
                &demo,
                &["--attendees", &count, "--rate", "0", "--seconds", IDLE_SECONDS],
            )?;
            empty.add(before / 1_000_000.0);
            idle.add((run.memory.1 - before) / attendees as f64 / 1_000.0);
            drop(demo);

            let (demo, before) = after_the_first()?;
            let rate = (attendees as f64 * PACE).min(5_000.0).to_string();
            let seconds = options.seconds.to_string();
            let run = rehearsal::run(&demo, &["--attendees", &count, "--rate", &rate, "--seconds", &seconds])?;
            active.add((run.memory.1 - before) / attendees as f64 / 1_000.0);
        }
        table.add(format!("{attendees} attendees: before they came"), "MB", empty, None);
        table.add(
            format!("{attendees} attendees: per idle socket"),
            "KB",
            idle,
            Some(Aim::AtMost(12.0)),
        );
        table.add(
            format!("{attendees} attendees: per active socket, votes and all"),
            "KB",
            active,
            None,
        );
    }
    Ok(())
}

/// A room that a few people came to and left, and the memory that its server has then.
fn after_the_first() -> Result<(Demo, f64)> {
    let demo = Demo::start()?;
    rehearsal::run(&demo, &["--attendees", FIRST, "--rate", "0", "--seconds", "4"])?;
    let memory = demo.server.memory()?;
    Ok((demo, memory))
}
