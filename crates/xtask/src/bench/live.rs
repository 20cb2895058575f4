//! A room full of people who vote.

use anyhow::Result;

use super::Options;
use super::rehearsal::{self, Outcome};
use super::server::Demo;
use super::spread::Spread;
use super::table::{Aim, Table};

/// How many votes are looked for on projector and phones, in each run.
const PROBES: usize = 100;
/// The room that the aims are about.
const AIMED_ATTENDEES: usize = 1_000;
/// Votes per second and attendee: at a thousand attendees the 5,000 that are aimed at.
const PACE: usize = 5;
/// More attendees do not vote more often together, for the load generator shares the cores.
const MOST_VOTES: usize = 5_000;
/// Votes per second and attendee at the limit: a little less than the server lets one person send.
const MOST_PACE: usize = 28;

/// A load, and what came of it in several runs.
struct Series {
    attendees: usize,
    rate: usize,
    /// Processor seconds per minute of load.
    processor: Spread,
}

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let mut series = Vec::new();
    for attendees in options.attendees.iter().copied() {
        let rate = (attendees * PACE).min(MOST_VOTES);
        series.push(load(options, table, attendees, rate)?);
    }
    if let Some(attendees) = options
        .attendees
        .iter()
        .copied()
        .find(|count| *count == AIMED_ATTENDEES)
    {
        series.push(load(options, table, attendees, attendees * PACE / 10)?);
        limit(options, table, attendees)?;
    }
    compare(table, &series);
    Ok(())
}

fn load(options: &Options, table: &mut Table, attendees: usize, rate: usize) -> Result<Series> {
    let aimed = attendees == AIMED_ATTENDEES && rate >= AIMED_ATTENDEES * PACE;
    let aim = |aim: Aim| aimed.then_some(aim);
    let probes = PROBES.min(attendees / 4);
    let runs = runs(options, attendees, rate, probes)?;
    let name = |what: &str| format!("{attendees} attendees, {rate} votes/s: {what}");
    let seconds = options.seconds as f64;
    let all = |figure: &dyn Fn(&Outcome) -> Option<f64>| {
        let mut spread = Spread::default();
        spread.extend(runs.iter().filter_map(figure));
        spread
    };
    let figure = |name: &'static str| all(&move |run: &Outcome| run.get(name));
    let accepted = all(&|run| Some(run.get("acknowledged")? / seconds));
    table.add(
        name("accepted durably"),
        "votes/s",
        accepted,
        aim(Aim::AtLeast(rate as f64 * 0.98)),
    );
    table.add(name("acknowledged, p50"), "ms", figure("ack_p50_ms"), None);
    table.add(
        name("acknowledged, p99"),
        "ms",
        figure("ack_p99_ms"),
        aim(Aim::AtMost(25.0)),
    );
    table.add(
        name("vote to projector, p50"),
        "ms",
        figure("projector_p50_ms"),
        aim(Aim::AtMost(25.0)),
    );
    table.add(
        name("vote to projector, p99"),
        "ms",
        figure("projector_p99_ms"),
        aim(Aim::AtMost(60.0)),
    );
    table.add(name("vote to phones, p50"), "ms", figure("phone_p50_ms"), None);
    table.add(
        name("vote to phones, p99"),
        "ms",
        figure("phone_p99_ms"),
        aim(Aim::AtMost(400.0)),
    );
    let processor = all(&|run| Some(run.processor_seconds * 60.0 / seconds));
    table.add(name("server's CPU per minute"), "s", processor.clone(), None);
    let per_attendee = all(&|run| Some(1_000.0 * run.processor_seconds * 60.0 / seconds / attendees as f64));
    table.add(name("CPU per attendee and minute"), "ms", per_attendee, None);
    let bytes = all(&|run| Some(run.get("bytes_received")? * 60.0 / seconds / attendees as f64 / 1_000.0));
    table.add(name("sent per attendee and minute"), "KB", bytes, None);
    let delayed = figure("delayed");
    if delayed.highest().is_some_and(|delayed| delayed > 0.0) {
        table.add(name("votes that had to wait their turn"), "votes", delayed, None);
    }
    Ok(Series {
        attendees,
        rate,
        processor,
    })
}

fn limit(options: &Options, table: &mut Table, attendees: usize) -> Result<()> {
    let mut accepted = Spread::default();
    let mut processor = Spread::default();
    for run in runs(options, attendees, attendees * MOST_PACE, 0)? {
        accepted.add(run.need("acknowledged")? / options.seconds as f64);
        processor.add(100.0 * run.processor_seconds / options.seconds as f64);
    }
    let name = format!("{attendees} attendees at the limit: accepted durably");
    table.add(name, "votes/s", accepted, Some(Aim::AtLeast(20_000.0)));
    table.add(
        format!("{attendees} attendees at the limit: server's CPU"),
        "% of one",
        processor,
        None,
    );
    Ok(())
}

fn runs(options: &Options, attendees: usize, rate: usize, probes: usize) -> Result<Vec<Outcome>> {
    let [attendees, rate, seconds, probes] = [attendees, rate, options.seconds as usize, probes].map(|n| n.to_string());
    (0..options.runs)
        .map(|_| {
            // Each run on an empty log: a long one is measured by itself.
            let demo = Demo::start()?;
            let mut arguments = vec!["--attendees", &attendees, "--rate", &rate, "--seconds", &seconds];
            if probes != "0" {
                arguments.extend(["--probes", &probes, "--screen", &demo.screen]);
            }
            rehearsal::run(&demo, &arguments)
        })
        .collect()
}

/// What a larger room costs, and what more votes cost in the same room.
fn compare(table: &mut Table, series: &[Series]) {
    let ratio = |more: &Series, less: &Series| {
        let mut spread = Spread::default();
        let ratio = more.processor.median().zip(less.processor.median());
        spread.extend(ratio.map(|(more, less)| more / less));
        spread
    };
    let find = |attendees: usize, rate: usize| {
        series
            .iter()
            .find(|series| series.attendees == attendees && series.rate == rate)
    };
    let room = AIMED_ATTENDEES;
    let full = find(room, room * PACE);
    if let Some((more, less)) = full.zip(find(room / 5, room / 5 * PACE)) {
        let name = format!("CPU of {room} attendees to that of {}", room / 5);
        table.add(name, "times", ratio(more, less), Some(Aim::AtMost(5.5)));
    }
    if let Some((more, less)) = full.zip(find(room, room * PACE / 10)) {
        let name = format!(
            "CPU of {} votes/s to that of {}, {room} attendees",
            more.rate, less.rate
        );
        table.add(name, "times", ratio(more, less), Some(Aim::AtMost(2.0)));
    }
}
