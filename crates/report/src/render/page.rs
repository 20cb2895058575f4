use super::{
    around::{self, Around},
    bar,
    escape::Text,
    text::{cell, conditions, counts, is_number, quoted, warmth},
};
use crate::{
    Document,
    document::{
        Bar, Block, Cell, Chapter, Chart, Quote, Sentence, Shape, Span, Table, Tone, idea_anchor, source_anchor,
    },
    language::{Phrase, Speaker},
};
use visioncast_model::Tally;

const STYLE: &str = include_str!("page.css");
/// So many colours tell the parts of a bar apart; further ones begin anew, and words stand beside each.
const COLOURS: usize = 8;

/// A report as one page: no script, nothing to load. What stands around it is not part of it.
pub(super) fn page(document: &Document, around: Option<&Around>) -> String {
    let speaker = document.speaker();
    let title = Text(&document.title);
    let kind = speaker.text(Phrase::KindOfReport);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}: {kind}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{}{}<header>\n",
        document.language,
        document.language.direction(),
        bar::HATCH,
        around.map(around::above).unwrap_or_default()
    );
    for notice in &document.notices {
        page += &format!("<p class=\"notice\"><strong>{}</strong></p>\n", spans(notice));
    }
    page += &format!("<p class=\"kind\">{kind}</p>\n<h1 dir=\"auto\">{title}</h1>\n");
    if !document.host.is_empty() {
        page += &format!("<p class=\"facts\"><bdi>{}</bdi></p>\n", Text(&document.host));
    }
    page += "</header>\n<main>\n";
    for (place, chapter) in document.chapters.iter().enumerate() {
        page += &self::chapter(chapter, speaker);
        if place == 0 {
            page += &contents(document);
        }
    }
    page += &sources(document);
    page += "</main>\n<footer>\n";
    for line in document.made_from() {
        page += &format!("<p class=\"made\">{}</p>\n", Text(&line));
    }
    page += "</footer>\n</body>\n</html>\n";
    page
}

fn contents(document: &Document) -> String {
    let speaker = document.speaker();
    let title = speaker.text(Phrase::Contents);
    let mut html =
        format!("<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">{title}</h2>\n<ol>\n");
    for chapter in document.chapters.iter().skip(1) {
        html += &format!(
            "<li><a href=\"#{}\">{}</a></li>\n",
            chapter.anchor,
            spans(&chapter.title)
        );
    }
    html += &format!(
        "<li><a href=\"#sources\">{}</a></li>\n</ol>\n</nav>\n",
        speaker.text(Phrase::SourcesTitle)
    );
    html
}

fn chapter(chapter: &Chapter, speaker: Speaker) -> String {
    let anchor = &chapter.anchor;
    let mut html = format!(
        "<section id=\"{anchor}-chapter\" aria-labelledby=\"{anchor}\">\n<h2 id=\"{anchor}\">{}</h2>\n",
        spans(&chapter.title)
    );
    for block in &chapter.blocks {
        html += &match block {
            Block::Heading(heading) => format!("<h3 id=\"{}\">{}</h3>\n", heading.anchor, spans(&heading.title)),
            Block::Sentence(sentence) => {
                let class = match sentence.tone {
                    Tone::Plain => "plain",
                    Tone::Finding => "finding",
                    Tone::Aside => "aside",
                    Tone::Asked => "asked",
                };
                format!(
                    "<p class=\"{class}\">{}{}</p>\n",
                    spans(sentence),
                    cited(&sentence.sources)
                )
            }
            Block::List(list) => {
                let findings = list.iter().any(|sentence| sentence.tone == Tone::Finding);
                let items = list
                    .iter()
                    .map(|sentence| format!("<li>{}{}</li>\n", spans(sentence), cited(&sentence.sources)));
                let class = if findings { "findings finding" } else { "plain" };
                format!("<ul class=\"{class}\">\n{}</ul>\n", items.collect::<String>())
            }
            Block::Quote(quote) => self::quote(quote, speaker),
            Block::Table(table) if table.shown => self::table(table, speaker),
            Block::Table(_) => String::new(),
            Block::Chart(chart) => self::chart(chart),
        };
    }
    html + "</section>\n"
}

fn spans(sentence: &Sentence) -> String {
    let html = |span: &Span| match span {
        Span::Text(text) => Text(text).to_string(),
        Span::Words(words) => format!("<bdi class=\"said\">{}</bdi>", Text(words)),
    };
    sentence.spans.iter().map(html).collect()
}

fn cited(sources: &[usize]) -> String {
    let links = sources.iter().map(|source| {
        format!(
            " <a class=\"source\" href=\"#{}\">[{source}]</a>",
            source_anchor(*source)
        )
    });
    links.collect()
}

fn quote(quote: &Quote, speaker: Speaker) -> String {
    let id = quote
        .idea
        .filter(|_| quote.home)
        .map(|idea| format!(" id=\"{}\"", idea_anchor(idea)));
    let mut foot: Vec<String> = Vec::new();
    if let Some(idea) = quote.idea {
        foot.push(if quote.home { idea.to_string() } else { idea_link(idea) });
    }
    foot.extend(quote.by.iter().map(|by| format!("<bdi>{}</bdi>", Text(by))));
    foot.extend(quote.note.iter().map(|note| format!("<bdi>{}</bdi>", Text(note))));
    format!(
        "<blockquote{}><p class=\"{}\" dir=\"auto\">{}</p><footer>{}{}</footer></blockquote>\n",
        id.unwrap_or_default(),
        if quote.words.is_some() { "words" } else { "aside" },
        Text(quoted(quote, speaker)),
        foot.join(" · "),
        cited(&quote.sources)
    )
}

fn idea_link(idea: usize) -> String {
    format!("<a href=\"#{}\">{idea}</a>", idea_anchor(idea))
}

fn table(table: &Table, speaker: Speaker) -> String {
    let heat = table.name == "map";
    let mut html = format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><table>\n<caption>{0}{1}</caption>\n<thead><tr>",
        Text(&table.caption),
        cited(&table.sources)
    );
    for (place, column) in table.columns.iter().enumerate() {
        let class = if is_number(table, place) && !heat {
            " class=\"count\""
        } else {
            ""
        };
        html += &format!("<th scope=\"col\"{class} dir=\"auto\">{}</th>", Text(&column.title));
    }
    html += "</tr></thead>\n<tbody>\n";
    for row in &table.rows {
        html += "<tr>";
        for (place, value) in row.iter().enumerate() {
            let text = match value {
                Cell::Idea(idea) => idea_link(*idea),
                value => Text(&cell(value, speaker)).to_string(),
            };
            html += &match value {
                Cell::Decimal(strength) if heat => format!("<td class=\"heat heat-{}\">{text}</td>", warmth(*strength)),
                _ if heat && place > 0 => format!("<td class=\"heat\">{text}</td>"),
                _ if is_number(table, place) => format!("<td class=\"count\">{text}</td>"),
                Cell::Words(_) => format!("<td class=\"said\" dir=\"auto\">{text}</td>"),
                _ => format!("<td>{text}</td>"),
            };
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table></div>\n"
}

fn chart(chart: &Chart) -> String {
    let mut html = format!(
        "<figure>\n<figcaption>{}{}</figcaption>\n",
        Text(&chart.caption),
        cited(&chart.sources)
    );
    html += &match chart.shape {
        Shape::Diverging => format!(
            "<p class=\"key\" aria-hidden=\"true\"><span class=\"disagree\">{}</span> <span>{}</span> <span class=\"agree\">{}</span></p>\n",
            Text(&chart.series[1]),
            Text(&chart.series[2]),
            Text(&chart.series[0])
        ),
        Shape::Stacked => {
            let keys = chart.series.iter().enumerate().map(|(place, name)| {
                format!(
                    "<span><span class=\"swatch series-{}\"></span>{}</span>",
                    place % COLOURS,
                    Text(name)
                )
            });
            format!(
                "<p class=\"legend\" aria-hidden=\"true\">{}</p>\n",
                keys.collect::<String>()
            )
        }
    };
    html += "<ol>\n";
    for bar in &chart.bars {
        let idea = bar.idea.map(|idea| format!("{} ", idea_link(idea))).unwrap_or_default();
        html += &format!(
            "<li><p>{idea}<bdi class=\"said\">{}</bdi></p>{}<p class=\"tally\">{}</p></li>\n",
            Text(&bar.label),
            drawn(bar, chart.shape),
            Text(&bar.says)
        );
    }
    html + "</ol>\n</figure>\n"
}

/// Hidden from screen readers: the words under it say the same.
fn drawn(one: &Bar, shape: Shape) -> String {
    if let (Shape::Diverging, [agree, disagree, pass]) = (shape, one.counts.as_slice()) {
        return bar::bar(Tally {
            agree: *agree,
            disagree: *disagree,
            pass: *pass,
        });
    }
    let all = f64::from(one.total().max(1));
    let mut from = 0.0;
    let mut html =
        "<svg class=\"bar\" viewBox=\"0 0 400 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">".to_owned();
    for (place, count) in one.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let length = f64::from(*count) / all * 400.0;
        html += &format!(
            "<rect class=\"series-{}\" x=\"{from:.1}\" y=\"1\" width=\"{length:.1}\" height=\"14\" stroke=\"#fff\"/>",
            place % COLOURS
        );
        from += length;
    }
    html + "</svg>"
}

fn sources(document: &Document) -> String {
    let speaker = document.speaker();
    let mut html = format!(
        "<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">{}</h2>\n<dl class=\"sources\">\n",
        speaker.text(Phrase::SourcesTitle)
    );
    for source in &document.sources {
        let ideas: Vec<String> = source.ideas.iter().map(|idea| idea_link(*idea)).collect();
        html += &format!(
            "<dt id=\"{}\">[{}] {}</dt>\n",
            source_anchor(source.number),
            source.number,
            spans(&source.title)
        );
        let mut said = false;
        for (title, text) in [
            (Phrase::CountsTitle, Text(&counts(source, speaker)).to_string()),
            (Phrase::IdeasTitle, ideas.join(", ")),
            (Phrase::Conditions, Text(&conditions(source)).to_string()),
        ] {
            if !text.is_empty() {
                said = true;
                html += &format!("<dd>{}: {text}</dd>\n", speaker.text(title));
            }
        }
        if !said {
            html += "<dd>–</dd>\n";
        }
    }
    html + "</dl>\n</section>\n"
}
