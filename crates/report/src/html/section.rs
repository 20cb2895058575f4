use super::{
    count::{counted, thousands},
    escape::Text,
    results::results,
};
use crate::{
    Report,
    report::{Collected, DomainGroup, Section},
};

/// A question with what it brought.
pub(super) fn section(number: usize, section: &Section, report: &Report) -> String {
    let mut html = format!(
        "<section class=\"question\" aria-labelledby=\"question-{number}\">\n\
         <h2 id=\"question-{number}\" dir=\"auto\">{}</h2>\n<p class=\"asked\" dir=\"auto\">{}</p>\n",
        Text(&section.title),
        Text(&section.question)
    );
    if !section.probes.is_empty() {
        html += "<p class=\"aside\">To help people begin, the room also read:</p>\n<ul class=\"probes\">\n";
        for probe in &section.probes {
            html += &format!("<li dir=\"auto\">{}</li>\n", Text(probe));
        }
        html += "</ul>\n";
    }
    html += &format!(
        "<p>{} of {} answered here.</p>\n",
        thousands(section.answered),
        counted(report.attendance.joined as usize, "person", "people")
    );
    for (place, outcome) in (1..).zip(&section.results) {
        html += &results(
            &format!("{number}-{place}"),
            outcome,
            &section.question,
            report.gathering.elsewhere,
        );
    }
    if section.unrevealed > 0 {
        html += "<p class=\"aside\">There is a vote on these ideas that was not revealed, so this \
                 report says nothing of it.</p>\n";
    }
    html += &ideas(number, section);
    html += "</section>\n";
    html
}

fn ideas(number: usize, section: &Section) -> String {
    let groups = match &section.collected {
        Collected::Unrevealed(0) => return "<p>No ideas have come in yet.</p>\n".to_owned(),
        Collected::Unrevealed(count) => {
            return format!(
                "<p>{} came in. The room has not been shown them yet, so they are not here either.</p>\n",
                counted(*count, "idea", "ideas")
            );
        }
        Collected::Shown(groups) => groups,
    };
    let total = groups.iter().map(DomainGroup::total).sum();
    if total == 0 {
        return "<p>No ideas came in.</p>\n".to_owned();
    }
    let mut html = format!(
        "<h3 id=\"ideas-{number}\">All {}</h3>\n\
         <p class=\"aside\">Word for word, where the author agreed to be quoted. The number is the \
         idea's name in this report; it says nothing about rank.</p>\n",
        counted(total, "idea", "ideas")
    );
    let only_one = groups.len() == 1;
    for group in groups {
        html += &domain(group, only_one);
    }
    html
}

fn domain(group: &DomainGroup, only_one: bool) -> String {
    let mut html = String::new();
    match &group.name {
        Some(name) => {
            html += &format!(
                "<h4 dir=\"auto\">{} <span class=\"count\">{}</span></h4>\n",
                Text(name),
                counted(group.total(), "idea", "ideas")
            );
        }
        None if only_one => {}
        None => {
            html += &format!(
                "<h4>Without a domain <span class=\"count\">{}</span></h4>\n",
                counted(group.total(), "idea", "ideas")
            );
        }
    }
    if group.total() == 0 {
        html += "<p class=\"aside\">Nobody brought an idea here.</p>\n";
    }
    if !group.quotes.is_empty() {
        html += "<ul class=\"ideas\">\n";
        for quote in &group.quotes {
            html += &format!(
                "<li id=\"idea-{0}\"><span class=\"number\">{0}</span><p class=\"words\" dir=\"auto\">{1}</p></li>\n",
                quote.number,
                Text(&quote.words)
            );
        }
        html += "</ul>\n";
    }
    let more = if group.quotes.is_empty() { "" } else { "more " };
    match group.unquoted {
        0 => {}
        1 => {
            html += &format!("<p class=\"aside\">1 {more}idea was given without consent to be quoted.</p>\n");
        }
        count => {
            html += &format!(
                "<p class=\"aside\">{} {more}ideas were given without consent to be quoted.</p>\n",
                thousands(count)
            );
        }
    }
    match group.erased {
        0 => {}
        1 => html += "<p class=\"aside\">The words of 1 idea were erased.</p>\n",
        count => {
            html += &format!(
                "<p class=\"aside\">The words of {} ideas were erased.</p>\n",
                thousands(count)
            );
        }
    }
    html
}
