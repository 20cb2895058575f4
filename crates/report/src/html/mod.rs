//! The report as a page: one file, no script, nothing to load.

pub(crate) mod bar;
mod count;
pub(crate) mod escape;
mod gathering;
mod results;
mod section;
mod surveys;

use crate::{Report, moment};
use count::counted;
use escape::Text;

pub(crate) const STYLE: &str = include_str!("style.css");

/// The report as one self-contained HTML page, to read, print or send.
///
/// Its style is inside, so a server sends it with `style-src 'unsafe-inline'`; it has no script.
#[must_use]
pub fn html(report: &Report) -> String {
    let title = Text(&report.title);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}: report</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{}",
        bar::HATCH
    );
    page += &header(report);
    page += "<main>\n";
    page += &contents(report);
    for (number, section) in (1..).zip(&report.sections) {
        page += &section::section(number, section, report);
    }
    page += &surveys::surveys(report);
    page += &surveys::map(&report.map);
    page += &gathering::room(report);
    page += &gathering::gathering(report);
    page += &gathering::limits(report);
    page += "</main>\n";
    page += &footer(report);
    page += "</body>\n</html>\n";
    page
}

fn header(report: &Report) -> String {
    let mut header = "<header>\n".to_owned();
    if report.rehearsal {
        header += "<p class=\"notice\"><strong>A rehearsal.</strong> Simulated people answered: \
                   nothing here is a result.</p>\n";
    }
    if !report.ended {
        header += "<p class=\"notice\"><strong>A draft.</strong> The panel is still running: this is \
                   how far it has come.</p>\n";
    }
    header += "<p class=\"kind\">What the room said</p>\n";
    header += &format!("<h1 dir=\"auto\">{}</h1>\n", Text(&report.title));
    let mut facts = Vec::new();
    if !report.host.is_empty() {
        facts.push(format!("<bdi>{}</bdi>", Text(&report.host)));
    }
    if let Some((first, last)) = report.gathering.when {
        facts.push(days(first, last));
    }
    let joined = report.attendance.joined as usize;
    facts.push(counted(joined, "person joined", "people joined"));
    header += &format!("<p class=\"facts\">{}</p>\n</header>\n", facts.join(" · "));
    header
}

fn contents(report: &Report) -> String {
    let mut contents =
        "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n".to_owned();
    for (number, section) in (1..).zip(&report.sections) {
        contents += &format!(
            "<li><a href=\"#question-{number}\" dir=\"auto\">{}</a></li>\n",
            Text(&section.title)
        );
    }
    if !report.surveys.is_empty() {
        contents += "<li><a href=\"#surveys\">What the room answered</a></li>\n";
    }
    if !report.map.cells.is_empty() {
        contents += "<li><a href=\"#map\">Principles and domains</a></li>\n";
    }
    contents += "<li><a href=\"#room\">Who was in the room</a></li>\n\
                 <li><a href=\"#gathering\">How the input was gathered</a></li>\n\
                 <li><a href=\"#limits\">What these numbers cannot say</a></li>\n</ol>\n</nav>\n";
    contents
}

fn footer(report: &Report) -> String {
    format!(
        "<footer>\n<p>Made on {} at {} UTC from {} of the panel's log: edition {}. Two reports of \
         one edition say the same.</p>\n<p>The framework that was asked about: <bdi>{}</bdi>, {}.</p>\n</footer>\n",
        moment::day(report.made),
        moment::clock(report.made),
        counted(report.gathering.events, "event", "events"),
        report.edition,
        Text(&report.host),
        report.framework,
    )
}

/// One day, or the first and the last.
fn days(first: visioncast_model::Timestamp, last: visioncast_model::Timestamp) -> String {
    let (first, last) = (moment::day(first), moment::day(last));
    if first == last {
        first
    } else {
        format!("{first} to {last}")
    }
}
