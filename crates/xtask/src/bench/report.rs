//! What a report takes in each format, and each analysis.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use super::Options;
use super::server::Folder;
use super::spread::Spread;
use super::table::{Aim, Table};
use crate::{pdf, process, workspace};

/// Ideas and ballots.
const SIZES: [(&str, &str); 2] = [("1000", "100000"), ("10000", "1000000")];
/// So often the memory of the program for PDFs is looked at.
const LOOK: Duration = Duration::from_millis(5);
const MEMORY: &str = "memory: ";
const EVERY_FORMAT: &str = "every format in all";

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    if !options.as_built {
        pdf::build()?;
    }
    let folder = Folder::new()?;
    let file = folder.0.join("report.json");
    table.note("from a panel in memory; its ballots are as many as the ideas a hundred times over");
    let mut medians: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for (ideas, ballots) in SIZES {
        let mut figures: BTreeMap<(usize, String), Spread> = BTreeMap::new();
        for _ in 0..options.runs {
            process::go_on()?;
            let mut lines = example(
                "visioncast-report",
                "formats",
                &[&file.display().to_string(), ideas, ballots],
            )?;
            let (seconds, memory) = printed(&file)?;
            lines.push(("Pdf".to_owned(), seconds));
            let formats = |what: &str| !what.starts_with(MEMORY) && !what.starts_with("the archive");
            let all = lines
                .iter()
                .filter(|(what, _)| formats(what))
                .map(|(_, seconds)| seconds);
            let all: f64 = all.sum();
            lines.push((EVERY_FORMAT.to_owned(), all));
            lines.push((format!("{MEMORY}the program for PDFs"), memory));
            for (place, (what, figure)) in lines.into_iter().enumerate() {
                figures.entry((place, what)).or_default().add(figure);
            }
        }
        for ((_, what), spread) in figures {
            let aim = match what.as_str() {
                EVERY_FORMAT => Some(Aim::AtMost(10.0)),
                "memory: with the report in every format" | "memory: the program for PDFs" => {
                    Some(Aim::AtMost(1_073.7))
                }
                _ => None,
            };
            medians.entry(what.clone()).or_default().extend(spread.median());
            match what.strip_prefix(MEMORY) {
                Some(of) => table.add(format!("{ideas} ideas: memory, {of}"), "MB", spread, aim),
                None => add_time(table, &format!("{ideas} ideas: {what}"), spread, aim),
            }
        }
    }
    for (what, medians) in medians {
        if let [less, more] = medians[..]
            && (what == EVERY_FORMAT || what.starts_with(MEMORY))
        {
            let mut grown = Spread::default();
            grown.add(more / less);
            table.add(
                format!("ten times as many ideas and ballots: {what}"),
                "times",
                grown,
                None,
            );
        }
    }
    analyses(options, table)
}

/// A time in seconds; told in milliseconds where it is no sum.
fn add_time(table: &mut Table, what: &str, seconds: Spread, aim: Option<Aim>) {
    if what.ends_with("in all") {
        table.add(what.to_owned(), "s", seconds, aim);
    } else {
        table.add(what.to_owned(), "ms", seconds.times(1_000.0), aim);
    }
}

/// Each analysis, and all of them.
fn analyses(options: &Options, table: &mut Table) -> Result<()> {
    let mut figures: BTreeMap<(usize, String), Spread> = BTreeMap::new();
    for _ in 0..options.runs {
        process::go_on()?;
        for (place, (what, seconds)) in example("visioncast-analysis", "speed", &[])?.into_iter().enumerate() {
            figures.entry((place, what)).or_default().add(seconds);
        }
    }
    for ((_, what), spread) in figures {
        let aim = what.ends_with("in all").then_some(Aim::AtMost(5.0));
        add_time(table, &what, spread, aim);
    }
    Ok(())
}

/// What an example of a package says: what, and a figure.
fn example(package: &str, name: &str, arguments: &[&str]) -> Result<Vec<(String, f64)>> {
    let mut command = workspace::cargo();
    command.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        package,
        "--example",
        name,
        "--",
    ]);
    let said = process::output(command.args(arguments))?;
    ensure!(!said.trim().is_empty(), "the example of {package} timed nothing");
    said.lines().map(figure).collect()
}

/// What, and a figure, with a tab between.
fn figure(line: &str) -> Result<(String, f64)> {
    let (what, figure) = line.split_once('\t').with_context(|| format!("an odd line: {line}"))?;
    let figure = figure
        .parse::<f64>()
        .with_context(|| format!("an odd figure: {line}"))?;
    Ok((what.to_owned(), figure))
}

/// Has a report laid out as a PDF; returns the seconds and the most memory, in megabytes, that it took.
fn printed(report: &Path) -> Result<(f64, f64)> {
    let begin = Instant::now();
    let mut command = workspace::command(workspace::pdf_binary());
    let mut program = command
        .stdin(File::open(report)?)
        .stdout(Stdio::null())
        .spawn()
        .context("failed to start the program for PDFs")?;
    let status = format!("/proc/{}/status", program.id());
    let mut memory: f64 = 0.0;
    let ended = loop {
        if let Some(ended) = program.try_wait()? {
            break ended;
        }
        let said = std::fs::read_to_string(&status).unwrap_or_default();
        let line = said.lines().find(|line| line.starts_with("VmHWM:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
        memory = memory.max(kibibytes.unwrap_or_default() * 1_024.0 / 1e6);
        std::thread::sleep(LOOK);
    };
    ensure!(ended.success(), "the program for PDFs ended with {ended}");
    Ok((begin.elapsed().as_secs_f64(), memory))
}
