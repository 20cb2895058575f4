//! A live room while reports of others are made beside it, by the same server.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;

use super::Options;
use super::http;
use super::recording::{import, write_recording};
use super::rehearsal;
use super::server::Demo;
use super::spread::Spread;
use super::table::Table;
use crate::{process, progress};

const ATTENDEES: &str = "300";
const VOTES_PER_SECOND: &str = "300";
const PROBES: &str = "75";
const IDEAS: usize = 10_000;
const PEOPLE: usize = 10_000;
const BALLOTS: usize = 1_000_000;
/// So many panels are reported on: no file is made twice.
const PANELS: usize = 2;
const FORMATS: [&str; 7] = ["pdf", "docx", "html", "md", "xlsx", "csv", "json"];
/// How soon it is looked again whether a file is there.
const AGAIN: Duration = Duration::from_millis(200);

/// What is told of a run, and what the rehearsal calls it.
const FIGURES: [(&str, &str); 6] = [
    ("acknowledged, p50", "ack_p50_ms"),
    ("acknowledged, p99", "ack_p99_ms"),
    ("vote to projector, p50", "projector_p50_ms"),
    ("vote to projector, p99", "projector_p99_ms"),
    ("vote to phones, p50", "phone_p50_ms"),
    ("vote to phones, p99", "phone_p99_ms"),
];

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    table.note("a room of 300 attendees and 300 votes a second, and reports of 10,000 ideas with a million ballots");
    let mut files = Spread::default();
    let (mut alone, mut beside) = (
        vec![Spread::default(); FIGURES.len()],
        vec![Spread::default(); FIGURES.len()],
    );
    for _ in 0..options.runs {
        process::go_on()?;
        let demo = Demo::start()?;
        let recording = demo.folder.0.join("recording");
        write_recording(&recording, IDEAS, PEOPLE, BALLOTS)?;
        let panels = progress::step("importing long recordings", || {
            (0..PANELS)
                .map(|_| import(&recording, &demo.folder.database()))
                .collect::<Result<Vec<_>>>()
        })?;
        room(options, &demo, &mut alone)?;
        let (ends, made) = (AtomicBool::new(false), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            let presses = scope.spawn(|| press(&demo, &panels, &ends, &made));
            let told = room(options, &demo, &mut beside);
            ends.store(true, Ordering::Relaxed);
            presses.join().unwrap_or_else(|_| Ok(()))?;
            told
        })?;
        files.add(made.load(Ordering::Relaxed) as f64);
    }
    table.add(
        "files of reports that were made meanwhile".to_owned(),
        "files",
        files,
        None,
    );
    for ((name, _), (alone, beside)) in FIGURES.into_iter().zip(alone.into_iter().zip(beside)) {
        table.add(format!("{name}: alone"), "ms", alone, None);
        table.add(format!("{name}: while reports are made"), "ms", beside, None);
    }
    Ok(())
}

fn room(options: &Options, demo: &Demo, figures: &mut [Spread]) -> Result<()> {
    let seconds = options.seconds.to_string();
    let run = rehearsal::run(
        demo,
        &[
            "--attendees",
            ATTENDEES,
            "--rate",
            VOTES_PER_SECOND,
            "--seconds",
            &seconds,
            "--probes",
            PROBES,
            "--screen",
            &demo.screen,
        ],
    )?;
    for ((_, figure), spread) in FIGURES.iter().zip(figures) {
        spread.add(run.need(figure)?);
    }
    Ok(())
}

/// Has every report made in each format and language, until it ends.
fn press(demo: &Demo, panels: &[String], ends: &AtomicBool, made: &AtomicUsize) -> Result<()> {
    for panel in panels {
        for language in ["en", "es"] {
            for format in FORMATS {
                let path = format!("/console/{panel}/report/{format}?lang={language}");
                let began = Instant::now();
                loop {
                    if ends.load(Ordering::Relaxed) {
                        return Ok(());
                    }
                    let answer = http::get(&demo.server.authority, &path, &demo.session)?;
                    if answer.header("content-disposition").is_some() {
                        break;
                    }
                    anyhow::ensure!(
                        answer.status < 400 && began.elapsed() < Duration::from_secs(120),
                        "{path} was answered with {}",
                        answer.status
                    );
                    std::thread::sleep(AGAIN);
                }
                made.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
    Ok(())
}
