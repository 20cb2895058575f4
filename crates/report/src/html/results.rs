use visioncast_model::Tally;

use super::{
    bar::bar,
    count::{counted, per_cent, thousands},
    escape::Text,
};
use crate::{
    moment,
    report::{Results, Standing},
};

/// What a vote added up to; `name` tells it from the others of the page, `asked` is the question that
/// stands above it, `elsewhere` whether it was held with another tool.
pub(super) fn results(name: &str, results: &Results, asked: &str, elsewhere: bool) -> String {
    let mut html = format!(
        "<section class=\"results\" aria-labelledby=\"vote-{name}\">\n\
         <h3 id=\"vote-{name}\" dir=\"auto\">{}</h3>\n",
        Text(&results.title)
    );
    if results.question != asked {
        html += &format!("<p class=\"asked\" dir=\"auto\">{}</p>\n", Text(&results.question));
    }
    let voted = counted(results.voters, "person", "people");
    html += &if elsewhere {
        format!("<p>{voted} voted. Not everybody voted on every idea, so n differs.</p>\n")
    } else {
        format!(
            "<p>{voted} voted before anybody saw a total, which was on {} at {} UTC. Everybody was \
             dealt their own few ideas, so n differs from idea to idea.</p>\n",
            moment::day(results.revealed),
            moment::clock(results.revealed)
        )
    };
    if !elsewhere {
        html += &format!(
            "<p class=\"aside\">{}</p>\n",
            crate::integrity::in_short(results.integrity)
        );
    }
    if results.later > 0 {
        html += &format!(
            "<p class=\"aside\">{} came after that and {} not counted here.</p>\n",
            counted(results.later, "ballot", "ballots"),
            if results.later == 1 { "is" } else { "are" }
        );
    }
    if results.standings.is_empty() {
        html += "<p>Nobody voted on an idea that is still shown.</p>\n";
    } else {
        html += "<p class=\"key\" aria-hidden=\"true\"><span class=\"disagree\">disagree</span> \
                 <span class=\"pass\">pass</span> <span class=\"agree\">agree</span></p>\n\
                 <ol class=\"standings\">\n";
        for standing in &results.standings {
            html += &row(standing);
        }
        html += "</ol>\n\
                 <p class=\"aside\">In the order of how surely people agree: by the lower end of the \
                 range given with each idea (95% Wilson score interval of agree among agree and \
                 disagree). Where ranges overlap much, the order between two ideas means little.</p>\n";
    }
    html += &without_bursts(name, results);
    html += &unvoted(name, &results.unvoted);
    html += "</section>\n";
    html
}

fn row(standing: &Standing) -> String {
    let tally = standing.tally;
    let decided = tally.agree + tally.disagree;
    let range = if decided == 0 {
        String::new()
    } else {
        format!(
            "; {} of those who decided agree (range {:.0} to {:.0}%)",
            per_cent(tally.agree, decided),
            standing.interval.low * 100.0,
            standing.interval.high * 100.0
        )
    };
    format!(
        "<li>{}{}<p class=\"tally\">{} agree, {} disagree, {} pass, n = {}{range}.</p></li>\n",
        words(standing),
        bar(tally),
        thousands(tally.agree as usize),
        thousands(tally.disagree as usize),
        thousands(tally.pass as usize),
        thousands(tally.total() as usize),
    )
}

fn words(standing: &Standing) -> String {
    let domain = standing.domain.as_ref().map_or_else(String::new, |domain| {
        format!("<span class=\"domain\" dir=\"auto\">{}</span>", Text(domain))
    });
    match &standing.words {
        Some(words) => format!(
            "<p class=\"head\"><a class=\"number\" href=\"#idea-{0}\" aria-label=\"Idea {0}\">{0}</a>{domain}</p>\
             <p class=\"words\" dir=\"auto\">{1}</p>",
            standing.number,
            Text(words)
        ),
        None => format!(
            "<p class=\"head\"><span class=\"number\">{}</span>{domain}</p>\
             <p class=\"aside\">An idea without consent to be quoted, or whose words were erased.</p>",
            standing.number
        ),
    }
}

/// The results without bursts of joins that voted alike, beside those with them.
fn without_bursts(name: &str, results: &Results) -> String {
    let (bursts, people) = &results.bursts;
    if bursts.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<h4 id=\"bursts-{name}\">Without bursts of joins</h4>\n<p>{} may not be as many people:</p>\n<ul>\n",
        counted(*people, "voter", "voters")
    );
    for burst in bursts {
        html += &format!("<li>{burst}.</li>\n");
    }
    html += "</ul>\n<p class=\"aside\">They voted more alike than chance allows. It may be one person with many \
             browsers, or friends who came together. Above they are counted; below they are not. Whoever quotes a \
             result that differs says which it is.</p>\n\
             <table>\n<thead><tr><th scope=\"col\">Idea</th><th scope=\"col\">With them</th>\
             <th scope=\"col\">Without them</th></tr></thead>\n<tbody>\n";
    let place = |list: &[Standing], number| list.iter().position(|standing| standing.number == number);
    for (with_place, standing) in (1..).zip(&results.standings) {
        let without = place(&results.without_bursts, standing.number);
        let without = without.map_or_else(
            || "no votes".to_owned(),
            |place| in_short(place + 1, results.without_bursts[place].tally),
        );
        html += &format!(
            "<tr><th scope=\"row\">Idea {}</th><td>{}</td><td>{without}</td></tr>\n",
            standing.number,
            in_short(with_place, standing.tally)
        );
    }
    html += "</tbody>\n</table>\n";
    html
}

fn in_short(place: usize, tally: Tally) -> String {
    format!(
        "place {place}: {} agree, {} disagree, {} pass",
        thousands(tally.agree as usize),
        thousands(tally.disagree as usize),
        thousands(tally.pass as usize)
    )
}

fn unvoted(name: &str, unvoted: &[Standing]) -> String {
    if unvoted.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<h4 id=\"unvoted-{name}\">{} nobody voted on</h4>\n",
        counted(unvoted.len(), "idea that", "ideas that")
    );
    let quotes = unvoted
        .iter()
        .filter_map(|standing| Some((standing, standing.words.as_ref()?)));
    let mut items = String::new();
    let mut quoted = 0;
    for (standing, words) in quotes {
        quoted += 1;
        items += &format!(
            "<li><a class=\"number\" href=\"#idea-{0}\" aria-label=\"Idea {0}\">{0}</a><p class=\"words\" dir=\"auto\">{1}</p></li>\n",
            standing.number,
            Text(words)
        );
    }
    if quoted > 0 {
        html += &format!("<ul class=\"ideas\">\n{items}</ul>\n");
    }
    let others = unvoted.len() - quoted;
    if others > 0 {
        html += &format!(
            "<p class=\"aside\">{} among them cannot be quoted.</p>\n",
            counted(others, "idea", "ideas")
        );
    }
    html
}
