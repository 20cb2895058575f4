use super::text::{cell, conditions, counts, is_number, quoted};
use crate::{
    Document,
    document::{Block, Chart, Quote, Sentence, Span, Table, Tone, idea_anchor, source_anchor},
    language::Phrase,
};

/// A report as Markdown (CommonMark, with GitHub's tables). Anchors are HTML, the only thing of it.
pub(super) fn markdown(document: &Document) -> String {
    let speaker = document.speaker();
    let mut out = format!("# {}\n\n", words(&document.title));
    out += &format!("*{}*", speaker.text(Phrase::KindOfReport));
    if !document.host.is_empty() {
        out += &format!(" · {}", words(&document.host));
    }
    out += "\n\n";
    for notice in &document.notices {
        out += &format!("> **{}**\n\n", sentence(notice));
    }
    for chapter in &document.chapters {
        out += &format!(
            "<a id=\"{}\"></a>\n\n## {}\n\n",
            chapter.anchor,
            sentence(&chapter.title)
        );
        for block in &chapter.blocks {
            out += &self::block(block, document);
        }
    }
    out += &format!("## {}\n\n", speaker.text(Phrase::SourcesTitle));
    for source in &document.sources {
        out += &format!(
            "<a id=\"{}\"></a>\n\n**\\[{}\\]** {}",
            source_anchor(source.number),
            source.number,
            sentence(&source.title)
        );
        let ideas: Vec<String> = source
            .ideas
            .iter()
            .map(|idea| link(&idea.to_string(), &idea_anchor(*idea)))
            .collect();
        for (title, text) in [
            (Phrase::CountsTitle, words(&counts(source, speaker))),
            (Phrase::IdeasTitle, ideas.join(", ")),
            (Phrase::Conditions, words(&conditions(source))),
        ] {
            if !text.is_empty() {
                out += &format!("  \n{}: {text}", speaker.text(title));
            }
        }
        out += "\n\n";
    }
    out += "---\n\n";
    for line in document.made_from() {
        out += &format!("{}\n\n", words(&line));
    }
    out
}

fn block(block: &Block, document: &Document) -> String {
    match block {
        Block::Heading(heading) => format!(
            "<a id=\"{}\"></a>\n\n### {}\n\n",
            heading.anchor,
            sentence(&heading.title)
        ),
        Block::Sentence(said) => {
            let text = sentence(said);
            match said.tone {
                Tone::Finding => format!("**{text}**{}\n\n", cited(&said.sources)),
                Tone::Aside | Tone::Asked => format!("*{text}*{}\n\n", cited(&said.sources)),
                Tone::Plain => format!("{text}{}\n\n", cited(&said.sources)),
            }
        }
        Block::List(list) => {
            let items = list
                .iter()
                .map(|said| format!("- {}{}\n", sentence(said), cited(&said.sources)));
            items.collect::<String>() + "\n"
        }
        Block::Quote(quote) => self::quote(quote, document),
        Block::Table(table) if table.shown => self::table(table, document),
        Block::Table(_) => String::new(),
        Block::Chart(chart) => self::chart(chart, document),
    }
}

fn quote(quote: &Quote, document: &Document) -> String {
    let mut out = String::new();
    if let Some(idea) = quote.idea.filter(|_| quote.home) {
        out += &format!("<a id=\"{}\"></a>\n\n", idea_anchor(idea));
    }
    for line in quoted(quote, document.speaker()).lines() {
        out += &format!("> {}  \n", words(line.trim_start()));
    }
    let mut foot: Vec<String> = Vec::new();
    if let Some(idea) = quote.idea {
        foot.push(if quote.home {
            format!("{idea}")
        } else {
            link(&idea.to_string(), &idea_anchor(idea))
        });
    }
    foot.extend(quote.by.as_deref().map(words));
    foot.extend(quote.note.as_deref().map(words));
    out += &format!("> — {}{}\n\n", foot.join(" · "), cited(&quote.sources));
    out
}

fn table(table: &Table, document: &Document) -> String {
    let mut out = format!("**{}**{}\n\n|", words(&table.caption), cited(&table.sources));
    for column in &table.columns {
        out += &format!(" {} |", words(&column.title));
    }
    out += "\n|";
    for column in 0..table.columns.len() {
        out += if is_number(table, column) { " ---: |" } else { " --- |" };
    }
    out += "\n";
    for row in &table.rows {
        out += "|";
        for cell in row {
            out += &format!(" {} |", words(&self::cell(cell, document.speaker())));
        }
        out += "\n";
    }
    out + "\n"
}

fn chart(chart: &Chart, document: &Document) -> String {
    let speaker = document.speaker();
    let mut out = format!(
        "**{}: {}**{}\n\n",
        speaker.text(Phrase::Figure),
        words(&chart.caption),
        cited(&chart.sources)
    );
    for bar in &chart.bars {
        let idea = bar
            .idea
            .map(|idea| format!(" ({})", link(&idea.to_string(), &idea_anchor(idea))))
            .unwrap_or_default();
        out += &format!("- {}{idea}: {}\n", words(&bar.label), words(&bar.says));
    }
    out + "\n"
}

fn sentence(sentence: &Sentence) -> String {
    let text = |span: &Span| match span {
        Span::Text(text) | Span::Words(text) => words(text),
    };
    sentence.spans.iter().map(text).collect::<String>().trim().to_owned()
}

fn cited(sources: &[usize]) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let links: Vec<String> = sources
        .iter()
        .map(|source| link(&source.to_string(), &source_anchor(*source)))
        .collect();
    format!(" \\[{}\\]", links.join(", "))
}

fn link(text: &str, anchor: &str) -> String {
    format!("[{text}](#{anchor})")
}

/// Words of which nothing is a mark: every sign that could begin one has a backslash before it, and lines are one.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for sign in text.chars() {
        match sign {
            '\n' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '@' | '^'
            | '$' => {
                out.push('\\');
                out.push(sign);
            }
            '+' | '-' | '=' if out.is_empty() => {
                out.push('\\');
                out.push(sign);
            }
            // What would begin a numbered line, or be made a link.
            '.' | ')' if before.is_ascii_digit() && out.chars().all(|sign| sign.is_ascii_digit()) => {
                out.push('\\');
                out.push(sign);
            }
            '/' if before == ':' || before == '/' => {
                out.push('\\');
                out.push('/');
            }
            '.' if out.to_ascii_lowercase().ends_with("www") => out.push_str("\\."),
            sign => out.push(sign),
        }
        before = sign;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_people_wrote_is_a_mark() {
        assert_eq!(
            words("# *a* [x](y) <b>|`\n- 1"),
            "\\# \\*a\\* \\[x\\](y) \\<b\\>\\|\\` - 1"
        );
        assert_eq!(words("12. one"), "12\\. one");
        assert_eq!(words("- one"), "\\- one");
        assert_eq!(words("http://x www.x"), "http:\\/\\/x www\\.x");
    }
}
