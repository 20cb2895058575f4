//! What a phone downloads until it can answer, and when.

use std::collections::BTreeSet;
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use super::Options;
use super::http;
use super::server::Demo;
use super::spread::Spread;
use super::table::{Aim, Table};
use crate::{process, test, toolchain, workspace};

/// Loads pages in Chromium as a phone on a slow network does.
const SCRIPT: &str = include_str!("page.mjs");

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let demo = Demo::start()?;
    let seat = demo.join()?;
    let path = format!("/p/{}", demo.code);
    download(&demo, "to join", &path, "", None, table)?;
    download(&demo, "to answer", &path, &seat, Some(Aim::AtMost(120.0)), table)?;
    in_browser(options, &demo, &path, table)
}

/// Adds up a page and what it names, as it comes over the wire.
fn download(demo: &Demo, what: &str, path: &str, cookie: &str, aim: Option<Aim>, table: &mut Table) -> Result<()> {
    let authority = &demo.server.authority;
    let page = http::get(authority, path, cookie)?;
    if page.status != 200 {
        bail!("{path} was answered with {}", page.status);
    }
    let html = http::get_text(authority, path, cookie)?;
    let mut total = page.body.len();
    add(table, &format!("page {what}: HTML"), page.body.len(), None);
    for file in files(&html) {
        let answer = http::get(authority, &file, cookie)?;
        if answer.status != 200 {
            bail!("{file} was answered with {}", answer.status);
        }
        total += answer.body.len();
        let kind = file.rsplit('.').next().unwrap_or_default();
        let encoding = answer.header("content-encoding").unwrap_or("not compressed").to_owned();
        add(
            table,
            &format!("page {what}: {kind} ({encoding})"),
            answer.body.len(),
            None,
        );
    }
    add(table, &format!("page {what}: in all"), total, aim);
    Ok(())
}

fn add(table: &mut Table, name: &str, bytes: usize, aim: Option<Aim>) {
    let mut spread = Spread::default();
    spread.add(bytes as f64 / 1_000.0);
    table.add(name, "KB", spread, aim);
}

/// The site's own files that a page names.
fn files(html: &str) -> BTreeSet<String> {
    html.split(['"', '\'', '='])
        .filter(|part| part.starts_with("/assets/") || *part == "/favicon.svg")
        .filter_map(|part| part.split(['>', ' ']).next())
        .map(str::to_owned)
        .collect()
}

/// What one visit came to; times in milliseconds since the navigation began.
#[derive(Deserialize)]
struct Visit {
    page: String,
    first_paint: Option<f64>,
    largest_paint: Option<f64>,
    live: Option<f64>,
    bytes: f64,
    shift: f64,
}

fn in_browser(options: &Options, demo: &Demo, path: &str, table: &mut Table) -> Result<()> {
    let chromium = toolchain::chromium()?;
    test::install_browser_libraries()?;
    let mut seats = Vec::new();
    for _ in 0..options.runs {
        seats.push(demo.join()?);
    }
    let mut node = workspace::command("node");
    node.args(["--input-type=module", "--eval", SCRIPT])
        .current_dir(workspace::path("end2end"))
        .env("CHROMIUM", chromium)
        .env("ORIGIN", demo.server.url())
        .env("PANEL", path)
        .env("SEATS", seats.join("\n"))
        .stderr(Stdio::inherit());
    let output = process::output(&mut node)?;
    let visits: Vec<Visit> = output
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .context("failed to read what the browser measured")?;
    table.note("Chromium, 4 times slower processor, 1.6 Mbit/s, 150 ms per round trip, nothing cached");
    for (page, what, has_aims) in [("join", "to join", false), ("answer", "to answer", true)] {
        let of = |figure: fn(&Visit) -> Option<f64>| {
            let mut spread = Spread::default();
            spread.extend(visits.iter().filter(|visit| visit.page == page).filter_map(figure));
            spread
        };
        let aim = |limit: f64| has_aims.then_some(Aim::AtMost(limit));
        table.add(
            format!("page {what}: first paint"),
            "s",
            of(|visit| Some(visit.first_paint? / 1_000.0)),
            None,
        );
        let largest = of(|visit| Some(visit.largest_paint? / 1_000.0));
        table.add(format!("page {what}: largest paint (LCP)"), "s", largest, aim(1.3));
        if has_aims {
            table.add(
                format!("page {what}: hydrated"),
                "s",
                of(|visit| Some(visit.live? / 1_000.0)),
                aim(1.9),
            );
        }
        table.add(
            format!("page {what}: received, headers too"),
            "KB",
            of(|visit| Some(visit.bytes / 1_000.0)),
            None,
        );
        table.add(
            format!("page {what}: layout shift (CLS)"),
            "",
            of(|visit| Some(visit.shift)),
            None,
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_page_are_found_once_each() {
        let html = r#"<link href="/assets/main-1.css"><script src="/assets/phone-2.js"></script>
                      <link rel="modulepreload" href="/assets/phone-2.js"><a href="/p/ABC">"#;
        let found: Vec<String> = files(html).into_iter().collect();
        assert_eq!(found, ["/assets/main-1.css", "/assets/phone-2.js"]);
    }
}
