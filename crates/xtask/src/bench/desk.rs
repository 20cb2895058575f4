//! How fluid the desk of themes is while ideas are dragged.

use std::process::Stdio;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::Options;
use super::spread::Spread;
use super::table::{Aim, Table};
use crate::{process, test, toolchain, workspace};

/// Drags ideas in Chromium, with the helpers of the browser tests.
const SCRIPT: &str = include_str!("desk.mjs");
/// How many drags count as one run.
const DRAGS: usize = 4;
/// A frame that takes longer is felt, in milliseconds.
const FELT: f64 = 50.0;

/// One drag, from taking it in hand to after it lies there; frames in milliseconds.
#[derive(Deserialize)]
struct Drag {
    place: String,
    ideas: usize,
    longest: f64,
    median: f64,
}

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let chromium = toolchain::chromium()?;
    test::install_browser_libraries()?;
    let mut node = workspace::command("node");
    node.args(["--input-type=module", "--eval", SCRIPT])
        .current_dir(workspace::path("end2end"))
        .env("CHROMIUM", chromium)
        .env("VISIONCAST_BIN", workspace::server_binary())
        .env("DRAGS", (options.runs * DRAGS).to_string())
        .stderr(Stdio::inherit());
    let output = process::output(&mut node)?;
    let drags: Vec<Drag> = output
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .context("failed to read what the browser measured")?;
    for (place, what) in [("mouse", "a mouse on a laptop"), ("finger", "a finger on a phone")] {
        let here = || drags.iter().filter(|drag| drag.place == place);
        let Some(ideas) = here().map(|drag| drag.ideas).max() else {
            continue;
        };
        let of = |figure: fn(&Drag) -> f64| {
            let mut spread = Spread::default();
            spread.extend(here().map(figure));
            spread
        };
        table.add(
            format!("{ideas} ideas, {what}: longest frame of a drag"),
            "ms",
            of(|drag| drag.longest),
            Some(Aim::AtMost(FELT)),
        );
        table.add(
            format!("{ideas} ideas, {what}: median frame"),
            "ms",
            of(|drag| drag.median),
            None,
        );
    }
    Ok(())
}
