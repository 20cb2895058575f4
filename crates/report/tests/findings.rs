//! What a report says of a room in which everything has happened, and that each number of it can be traced in every format.

mod rich;
#[expect(dead_code, reason = "each test file uses its part of the room")]
mod room;

use std::{
    collections::BTreeSet,
    io::{Cursor, Read as _},
};

use rich::Rich;
use room::Room;
use visioncast_model::{Arrivals, Language};
use visioncast_report::{
    Document, Format, Material,
    document::{Block, Cell, Sentence},
};

fn document(room: &Room, language: Language) -> Document {
    let material = Material {
        panel: &room.panel,
        events: &room.events,
        words: &room.words,
    };
    Document::of(material, language).expect("a report")
}

fn blocks(document: &Document) -> impl Iterator<Item = &Block> {
    document.chapters.iter().flat_map(|chapter| &chapter.blocks)
}

fn sentences(document: &Document) -> Vec<&Sentence> {
    let said = blocks(document).flat_map(|block| match block {
        Block::Sentence(sentence) => vec![sentence],
        Block::List(list) => list.iter().collect(),
        _ => Vec::new(),
    });
    said.collect()
}

fn text(document: &Document) -> String {
    let texts: Vec<String> = sentences(document).into_iter().map(Sentence::text).collect();
    texts.join("\n")
}

#[test]
fn it_says_all_that_the_analysis_finds() {
    let rich = Rich::whole();
    let document = document(&rich.room, Language::English);
    let said = text(&document);
    for expected in [
        // Who took part, and who may have been missing.
        "60 people joined",
        "12 people brought at least one idea.",
        "60 people judged at least one thing",
        "may have been there, or their number would tell another one: Administrators and Sponsors.",
        // How complete the themes are, and how alike people sorted.
        "contributors brought",
        "Of 12 ideas in 4 themes, 1 stand alone in theirs",
        "In “Sort”, 12 handfuls of ideas were sorted",
        "adjusted Rand index of 1.00",
        "to be relied on",
        // Votes on themes.
        "In “Which themes”: agree 15, disagree 5, pass 0 (n = 20).",
        "The vote was about edition 2 of the themes",
        "13 ballots do not count: 13 since the theme was changed afterwards.",
        "In “Dots”: 30 dots from 10 of 10 people.",
        "First among the themes of “Dots”: “Theme beta”: 30 points.",
        // What changed.
        "came to agree",
        "“Theme alpha”: of 20 who voted both times, 15 were for it first and 20 then; 5 came to be for it, 0 no longer are.",
        // Groups, behind their gate; the slate and whom the plain one leaves out.
        "People fall into 2 groups of like opinion",
        "In every opinion group, more than half",
        "For the board by equal shares",
        "The most approved: ideas",
        "divides the room",
        // The framework.
        "The association must act, say 75% or more: resources.",
        "On today’s vision, most say: reaffirm (56 of 60).",
        "The strongest link: principle",
        "AAPOR",
        "no margin of error",
        "Before the vote it was set that 75%",
    ] {
        assert!(said.contains(expected), "{expected} in\n{said}");
    }
    let tables: BTreeSet<&str> = document.tables().map(|(_, table)| table.name.as_str()).collect();
    for expected in [
        "participation",
        "map",
        "map_cells",
        "changes_1",
        "changes_2",
        "votes",
        "ideas",
        "themes",
    ] {
        assert!(tables.contains(expected), "{expected} in {tables:?}");
    }
    let cells = document
        .tables()
        .find(|(_, table)| table.name == "map_cells")
        .expect("a map")
        .1;
    assert_eq!(cells.rows.len(), 2 * 3, "every principle in every domain");
    assert!(cells.rows.iter().all(|row| row[3] == Cell::Count(60)));
    // In Spanish it has the same parts.
    let spanish = self::document(&rich.room, Language::Spanish);
    let shape = |document: &Document| -> Vec<(String, usize)> {
        let chapters = document.chapters.iter();
        chapters
            .map(|chapter| (chapter.anchor.clone(), chapter.blocks.len()))
            .collect()
    };
    assert_eq!(shape(&spanish), shape(&document));
    assert_eq!(spanish.sources.len(), document.sources.len());
}

#[test]
fn every_number_and_quote_has_a_source_that_tells_what_is_behind_it() {
    let rooms = [Rich::whole().room, Rich::begin().room, Room::new(Arrivals::Live)];
    for (room, language) in rooms
        .iter()
        .flat_map(|room| Language::ALL.map(|language| (room, language)))
    {
        let document = document(room, language);
        let numbers: Vec<usize> = document.sources.iter().map(|source| source.number).collect();
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
        let homes: BTreeSet<usize> = blocks(&document)
            .filter_map(|block| match block {
                Block::Quote(quote) if quote.home => quote.idea,
                _ => None,
            })
            .collect();
        for source in &document.sources {
            assert!(
                !source.title.text().is_empty() && !source.counts.is_empty(),
                "{source:?}"
            );
            assert!(!source.conditions.is_empty(), "{source:?}");
            assert!(source.ideas.iter().all(|idea| homes.contains(idea)), "{source:?}");
        }
        let known = |sources: &[usize]| sources.iter().all(|source| numbers.contains(source));
        let mut told = document.notices.iter().collect::<Vec<_>>();
        let limits = document.chapters.iter().filter(|chapter| chapter.anchor != "limits");
        for chapter in limits {
            for block in &chapter.blocks {
                match block {
                    Block::Sentence(sentence) => told.push(sentence),
                    Block::List(list) => told.extend(list),
                    Block::Quote(quote) => {
                        assert!(!quote.sources.is_empty() && known(&quote.sources), "{quote:?}");
                        assert!(quote.idea.is_none_or(|idea| homes.contains(&idea)));
                    }
                    Block::Table(table) => {
                        let rule = table.rows.is_empty() || !table.sources.is_empty();
                        assert!(rule && known(&table.sources), "the table {} has no source", table.name);
                    }
                    Block::Chart(chart) => assert!(!chart.sources.is_empty() && known(&chart.sources)),
                    Block::Heading(_) => {}
                }
            }
        }
        for sentence in told {
            assert!(known(&sentence.sources));
            // How to read what stands beside it has no source but itself.
            let reads = [visioncast_report::document::Tone::Aside].contains(&sentence.tone);
            let general = ["from 0", "de 0"].iter().any(|part| sentence.text().contains(part));
            let needs = sentence.has_number() && !reads && !general;
            assert!(!needs || !sentence.sources.is_empty(), "{}", sentence.text());
        }
    }
}

fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let all = 0..zip.len();
    let read = |place| {
        let mut part = zip.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("readable");
        (
            part.name().expect("a name").into_owned(),
            String::from_utf8_lossy(&bytes).into_owned(),
        )
    };
    all.map(read).collect()
}

/// What stands between each `begin` and the next quote.
fn values(text: &str, begin: &str) -> Vec<String> {
    let found = text.split(begin).skip(1);
    found
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_link_leads_somewhere_in_every_format() {
    let rich = Rich::whole();
    let document = document(&rich.room, Language::English);
    let file = |format| document.files(format).expect("files")[0].bytes.clone();
    let string = |format| String::from_utf8(file(format)).expect("UTF-8");

    let html = string(Format::Html);
    let ids = values(&html, " id=\"");
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "no id is there twice");
    let links = values(&html, "href=\"#");
    assert!(links.len() > 100);
    for link in links {
        assert!(unique.contains(&link), "HTML has no {link}");
    }

    let markdown = string(Format::Markdown);
    let anchors: BTreeSet<String> = values(&markdown, "<a id=\"").into_iter().collect();
    for link in markdown.split("](#").skip(1) {
        let link = link.split(')').next().expect("an end");
        assert!(anchors.contains(link), "Markdown has no {link}");
    }

    let docx = parts(file(Format::Docx));
    let (_, word) = docx
        .iter()
        .find(|(name, _)| name == "word/document.xml")
        .expect("a document");
    let starts: Vec<&str> = word.split("<w:bookmarkStart").skip(1).collect();
    let marks: BTreeSet<String> = starts
        .iter()
        .flat_map(|start| values(start, "w:name=\"").into_iter().take(1))
        .collect();
    let links = values(word, "w:anchor=\"");
    assert!(links.len() > 100);
    for link in links {
        assert!(marks.contains(&link), "DOCX has no {link}");
    }

    let csv = document.files(Format::Csv).expect("files");
    let of = |name: &str| {
        let file = csv.iter().find(|file| file.name == name).expect("a file");
        let mut reader = csv::ReaderBuilder::new().from_reader(&file.bytes[3..]);
        let column = reader
            .headers()
            .expect("a head")
            .iter()
            .position(|name| name == "sources" || name == "source");
        let records = reader.records().map(|record| record.expect("a row"));
        let cells = records.flat_map(|record| {
            let cell = record.get(column.expect("sources")).expect("a cell").to_owned();
            cell.split(", ")
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        });
        cells.collect::<BTreeSet<String>>()
    };
    let sources = of("csv/sources.csv");
    for name in ["csv/sentences.csv", "csv/quotes.csv"] {
        let cited = of(name);
        assert!(!cited.is_empty() && cited.is_subset(&sources), "{name}");
    }

    // In sheets a source is a number in a column of its own, and the last sheet has all of them.
    let xlsx = parts(file(Format::Xlsx));
    let strings = xlsx
        .iter()
        .find(|(name, _)| name == "xl/sharedStrings.xml")
        .expect("texts");
    for source in &document.sources {
        let title = source
            .title
            .text()
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        assert!(strings.1.contains(&title), "XLSX has no {title}");
    }
}
