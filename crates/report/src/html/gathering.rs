use visioncast_model::{HideReason, Integrity, Timestamp};

use super::{
    count::{counted, thousands},
    days,
    escape::Text,
};
use crate::{
    Report,
    attendance::Group,
    moment,
    report::{Asked, Gathering},
};

/// Who came, as far as it may be told.
pub(super) fn room(report: &Report) -> String {
    let (attendance, elsewhere) = (&report.attendance, report.gathering.elsewhere);
    let mut html = format!(
        "<section aria-labelledby=\"room\">\n<h2 id=\"room\">Who was in the room</h2>\n<p>{}. {}</p>\n",
        counted(attendance.joined as usize, "person joined", "people joined"),
        if elsewhere {
            "The groups are those that the other tool put them in."
        } else {
            "Saying who one is was a choice, and gave nobody's answers more weight."
        }
    );
    if attendance.joined > 0 {
        if !attendance.constituencies.is_empty() {
            html += &table("Constituency", &attendance.constituencies);
        }
        let mut groups: Vec<&Group> = attendance.constituencies.iter().collect();
        if !elsewhere {
            html += "<p class=\"aside\">Who named several constituencies is counted in each of them, \
                     and once in the total.</p>\n";
            html += &table("Affiliation", &attendance.affiliations);
            groups.extend(&attendance.affiliations);
        }
        if groups.into_iter().any(|group| group.people.is_none()) {
            html += "<p class=\"aside\">A count under 5, none included, could point at somebody and \
                     is kept back; so is a larger one from which it could be worked out.</p>\n";
        }
    }
    html += "</section>\n";
    html
}

fn table(of: &str, groups: &[Group]) -> String {
    let mut html = format!(
        "<table>\n<thead><tr><th scope=\"col\">{of}</th><th scope=\"col\" class=\"count\">People</th></tr></thead>\n<tbody>\n"
    );
    for group in groups {
        let people = group
            .people
            .map_or_else(|| "kept back".to_owned(), |people| thousands(people as usize));
        html += &format!(
            "<tr><th scope=\"row\" dir=\"auto\">{}</th><td class=\"count\">{people}</td></tr>\n",
            Text(&group.name)
        );
    }
    html += "</tbody>\n</table>\n";
    html
}

/// How the input was gathered, for whoever wants to judge or repeat it.
pub(super) fn gathering(report: &Report) -> String {
    let gathering = &report.gathering;
    let mut html = "<section aria-labelledby=\"gathering\">\n\
                    <h2 id=\"gathering\">How the input was gathered</h2>\n"
        .to_owned();
    let when = gathering.when.map_or_else(
        || "Nobody has answered yet.".to_owned(),
        |(first, last)| format!("Answers came in on {}.", days(first, last)),
    );
    let how = if gathering.elsewhere {
        "It was held with another tool, and taken over from its files."
    } else {
        match gathering.integrity {
            Integrity::Open => "People joined by a code, without an account, on devices of their own.",
            Integrity::Ticket => "People joined by a ticket each, without an account, on devices of their own.",
            Integrity::Roll => {
                "Names were checked at the door, where each got a ticket that nothing ties to the name; with it people \
                 joined on devices of their own."
            }
        }
    };
    html += &format!("<p>{how} {when} Everything that was asked stands below, word for word and in its order.</p>\n");
    html += "<table>\n<thead><tr><th scope=\"col\">Asked</th><th scope=\"col\">When (UTC)</th>\
             <th scope=\"col\" class=\"count\">Answered</th></tr></thead>\n<tbody>\n";
    for asked in &gathering.asked {
        html += &row(asked, report.attendance.joined as usize);
    }
    html += "</tbody>\n</table>\n<ul>\n";
    if !gathering.elsewhere {
        html += "<li>Votes are blind: nobody saw a total before it was revealed to everybody. Ideas \
                 are dealt in an order of one's own, those that few people have seen first.</li>\n";
    }
    if !gathering.elsewhere {
        html += &ballots(gathering);
    }
    html += "<li>The last ballot of a person on an idea counts. Ballots after a reveal are kept, \
             marked, and left out of the results above.</li>\n\
             <li>There is no weighting: everybody counts once, member or not.</li>\n";
    for (count, how) in [
        (gathering.spoken, "spoken aloud and typed by a facilitator"),
        (gathering.paper, "written on paper and typed by a facilitator"),
        (gathering.imported, "taken over from another tool's files"),
    ] {
        if count > 0 {
            html += &format!("<li>{} {how}.</li>\n", counted(count, "idea was", "ideas were"));
        }
    }
    if gathering.typed > 0 {
        html += &format!(
            "<li>{} aloud or on paper, and a facilitator typed what they said.</li>\n",
            counted(gathering.typed, "person voted", "people voted")
        );
    }
    html += &hidden(&report.hidden);
    html += match gathering.recount_agrees {
        Some(true) => {
            "<li>For this report every ballot was counted again from the log: the totals are those \
             that were recorded when they were revealed.</li>\n"
        }
        Some(false) => {
            "<li><strong>For this report every ballot was counted again from the log, and the totals \
             are not those that were recorded when they were revealed. Do not use these results \
             before somebody has found out why.</strong></li>\n"
        }
        None => "",
    };
    html += "</ul>\n</section>\n";
    html
}

/// How it was made sure that nobody has two ballots, and how far.
fn ballots(gathering: &Gathering) -> String {
    let mut html = format!("<li>{}", crate::integrity::in_words(gathering.integrity));
    if gathering.integrity.asks_for_tickets() {
        let tickets = gathering.tickets;
        html += &format!(
            " {} made and {} of them used; which, nobody can tell.",
            counted(tickets.made as usize, "ticket was", "tickets were"),
            thousands(gathering.by_ticket)
        );
        if tickets.replacing > 0 {
            html += &format!(
                " {} given in place of lost ones: so many people at most may have two ballots.",
                counted(tickets.replacing as usize, "ticket was", "tickets were")
            );
        }
    }
    if gathering.by_link > 0 {
        html += &format!(
            " {} by a link of their own.",
            counted(gathering.by_link, "panelist came", "panelists came")
        );
    }
    html += "</li>\n";
    html
}

fn row(asked: &Asked, joined: usize) -> String {
    let moment = |at: Timestamp| format!("{} {}", moment::day(at), moment::clock(at));
    let mut when = match (asked.opened, asked.closed) {
        (None, _) => "not opened".to_owned(),
        (Some(opened), None) => format!("{}, still open", moment(opened)),
        (Some(opened), Some(closed)) if moment::day(opened) == moment::day(closed) => {
            format!("{} to {}", moment(opened), moment::clock(closed))
        }
        (Some(opened), Some(closed)) => format!("{} to {}", moment(opened), moment(closed)),
    };
    if let Some(revealed) = asked.revealed {
        when += &format!("; revealed {}", moment(revealed));
    } else if asked.judgement && asked.opened.is_some() {
        when += "; not revealed";
    }
    format!(
        "<tr><th scope=\"row\" dir=\"auto\">{}<span class=\"question\" dir=\"auto\">{}</span></th>\
         <td>{when}</td><td class=\"count\">{} of {}</td></tr>\n",
        Text(&asked.title),
        Text(&asked.question),
        thousands(asked.answered),
        thousands(joined)
    )
}

fn hidden(hidden: &[(HideReason, usize)]) -> String {
    if hidden.is_empty() {
        return "<li>No idea was hidden.</li>\n".to_owned();
    }
    let total: usize = hidden.iter().map(|(_, count)| count).sum();
    let reasons: Vec<String> = hidden
        .iter()
        .map(|(reason, count)| format!("{} {}", thousands(*count), because(*reason)))
        .collect();
    format!(
        "<li>{} hidden, and {} not in this report: {}.</li>\n",
        counted(total, "idea was", "ideas were"),
        if total == 1 { "is" } else { "are" },
        reasons.join(", ")
    )
}

const fn because(reason: HideReason) -> &'static str {
    match reason {
        HideReason::Duplicate => "said the same as another",
        HideReason::OffTopic => "answered another question",
        HideReason::Personal => "named or pointed at somebody",
        HideReason::Hurtful => "hurt somebody",
        HideReason::ModeratedAtSource => "moderated out before the import",
        HideReason::Waiting => "waited for a facilitator to the end",
    }
}

/// What must not be read into the numbers.
pub(super) fn limits(report: &Report) -> String {
    let mut html = "<section aria-labelledby=\"limits\">\n\
        <h2 id=\"limits\">What these numbers cannot say</h2>\n<ul>\n\
        <li>People chose to come and to answer. They speak for themselves, not for everybody whom the \
        question concerns, so there is no margin of error. The ranges given with votes serve only to \
        put ideas in order.</li>\n\
        <li>An idea that came in late, or was dealt to few, has few votes. Few votes are no judgement \
        on it.</li>\n\
        <li>Several ideas may say much the same: then the room's support is divided among them.</li>\n\
        <li>The domain of an idea is the one that its author chose.</li>\n\
        <li>Agreement says that people are for something, not how much it matters to them.</li>\n"
        .to_owned();
    if report.gathering.imported > 0 {
        html += "<li>What was taken over from another tool was gathered by its rules: people there may \
                 have seen totals, or been asked in another way.</li>\n";
    }
    html += "</ul>\n</section>\n";
    html
}
