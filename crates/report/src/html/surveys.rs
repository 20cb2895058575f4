use super::{
    count::{counted, per_cent, thousands},
    escape::Text,
};
use crate::{
    Report,
    report::{Answered, Map, Surveyed},
};

/// What the room answered to each survey.
pub(super) fn surveys(report: &Report) -> String {
    if report.surveys.is_empty() {
        return String::new();
    }
    let mut html = "<section aria-labelledby=\"surveys\">\n<h2 id=\"surveys\">What the room answered</h2>\n".to_owned();
    for (number, survey) in (1..).zip(&report.surveys) {
        html += &one(number, survey, report);
    }
    html += "</section>\n";
    html
}

fn one(number: usize, survey: &Surveyed, report: &Report) -> String {
    let mut html = format!(
        "<h3 id=\"survey-{number}\" dir=\"auto\">{}</h3>\n<p class=\"asked\" dir=\"auto\">{}</p>\n<p>{} of {} answered.",
        Text(&survey.title),
        Text(&survey.question),
        thousands(survey.people),
        counted(report.attendance.joined as usize, "person", "people"),
    );
    if let Some(threshold) = survey.threshold {
        html += &format!(" Before the vote it was set that {threshold}% decide.");
    }
    html += "</p>\n";
    if !survey.revealed {
        html += "<p class=\"aside\">It was not revealed, so this report says nothing of the answers.</p>\n";
        return html;
    }
    if survey.points {
        html += "<p class=\"aside\">Points: the first place counts most, each further one less.</p>\n";
    }
    html += "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Answers\"><table>\n<thead><tr><th scope=\"col\">Asked about</th>";
    for option in &survey.options {
        html += &format!("<th scope=\"col\" class=\"count\" dir=\"auto\">{}</th>", Text(option));
    }
    html += "<th scope=\"col\" class=\"count\">n</th></tr></thead>\n<tbody>\n";
    for item in &survey.items {
        html += &row(item, survey.points);
    }
    html += "</tbody>\n</table></div>\n";
    html
}

fn row(item: &Answered, points: bool) -> String {
    let text = item.text.as_ref().map_or_else(
        || "Words without consent to be quoted, or erased".to_owned(),
        |text| Text(text).to_string(),
    );
    let mut html = format!("<tr><th scope=\"row\" dir=\"auto\">{text}</th>");
    for count in &item.counts {
        let share = if points || item.answered == 0 {
            String::new()
        } else {
            format!(" <small>({})</small>", per_cent(*count, item.answered))
        };
        html += &format!("<td class=\"count\">{}{share}</td>", thousands(*count as usize));
    }
    html += &format!("<td class=\"count\">{}</td></tr>\n", thousands(item.answered as usize));
    html
}

/// The principles in the domains: every cell, answered or not.
pub(super) fn map(map: &Map) -> String {
    if map.principles.is_empty() || map.domains.is_empty() {
        return String::new();
    }
    let mut html = "<section aria-labelledby=\"map\">\n<h2 id=\"map\">Principles and domains</h2>\n".to_owned();
    html += if map.asked {
        "<p>How strongly each guiding principle is linked with each domain: from 0, no link, to 3, a strong one, on \
         average; in brackets how many said so. A cell marked “split” has answers far apart.</p>\n"
    } else {
        "<p>How the guiding principles are linked with the domains was not asked, or not shown, so every cell is \
         still open.</p>\n"
    };
    html += "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"map\"><table class=\"map\">\n<thead><tr><th scope=\"col\">Principle</th>";
    for (_, domain) in &map.domains {
        html += &format!("<th scope=\"col\" dir=\"auto\">{}</th>", Text(domain));
    }
    html += "</tr></thead>\n<tbody>\n";
    for ((number, principle), cells) in map.principles.iter().zip(&map.cells) {
        html += &format!("<tr><th scope=\"row\" dir=\"auto\">{number}. {}</th>", Text(principle));
        for cell in cells {
            html += &match &cell.strength {
                Some(strength) => format!(
                    "<td class=\"count\">{:.1} <small>({}{})</small></td>",
                    strength.mean,
                    thousands(cell.n as usize),
                    if strength.split >= SPLIT { ", split" } else { "" }
                ),
                None => "<td class=\"count\">– <small>(0)</small></td>".to_owned(),
            };
        }
        html += "</tr>\n";
    }
    html += "</tbody>\n</table></div>\n</section>\n";
    html
}

/// From this split on a cell is marked: an even spread over all four answers has 0.56.
const SPLIT: f64 = 0.5;
