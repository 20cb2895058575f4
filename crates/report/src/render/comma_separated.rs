use super::text::{bracketed, conditions, counts};
use crate::{
    Document, File, WriteError,
    document::{Block, Cell, Sentence},
    language::{Phrase, Speaker},
    table::Table,
};

/// Every table of a report in a file of its own, with those that pages do not show; what it says sentence by sentence, its
/// quotes, and where all of it comes from.
pub(super) fn tables(document: &Document) -> Result<Vec<File>, WriteError> {
    let speaker = document.speaker();
    let mut files = Vec::new();
    for (_, table) in document.tables() {
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let mut file = Table::spreadsheet(&names);
        for row in &table.rows {
            file.row(row.iter().map(|cell| plain(cell, speaker)));
        }
        files.push(file.file(format!("csv/{}.csv", table.name))?);
    }
    let (sentences, quotes) = said(document);
    files.push(sentences.file("csv/sentences.csv".to_owned())?);
    files.push(quotes.file("csv/quotes.csv".to_owned())?);
    let mut sources = Table::spreadsheet(&["source", "title", "ideas", "counts", "conditions"]);
    for source in &document.sources {
        sources.row([
            source.number.to_string(),
            source.title.text(),
            bracketed(&source.ideas),
            counts(source, speaker),
            conditions(source),
        ]);
    }
    files.push(sources.file("csv/sources.csv".to_owned())?);
    let mut edition = Table::spreadsheet(&["what", "value"]);
    for (what, value) in [
        ("title", document.title.clone()),
        ("host", document.host.clone()),
        ("language", document.language.to_string()),
        (
            "edition",
            document
                .edition
                .number
                .map_or_else(String::new, |number| number.to_string()),
        ),
        ("texts_taken_back", document.edition.taken_back.to_string()),
        ("snapshot", document.edition.snapshot.clone()),
        ("events", document.edition.events.to_string()),
        ("until", document.edition.until.clone()),
        ("framework", document.edition.framework.clone()),
    ] {
        edition.row([what.to_owned(), value]);
    }
    files.push(edition.file("csv/edition.csv".to_owned())?);
    Ok(files)
}

fn said(document: &Document) -> (Table, Table) {
    let mut sentences = Table::spreadsheet(&["chapter", "sentence", "sources"]);
    let mut quotes = Table::spreadsheet(&["chapter", "idea", "words", "by", "note", "sources"]);
    let mut sentence = |chapter: &str, said: &Sentence| {
        sentences.row([chapter.to_owned(), said.text(), bracketed(&said.sources)]);
    };
    for notice in &document.notices {
        sentence("", notice);
    }
    for chapter in &document.chapters {
        for block in &chapter.blocks {
            match block {
                Block::Sentence(said) => sentence(&chapter.anchor, said),
                Block::List(list) => list.iter().for_each(|said| sentence(&chapter.anchor, said)),
                Block::Quote(quote) => quotes.row([
                    chapter.anchor.clone(),
                    quote.idea.map(|idea| idea.to_string()).unwrap_or_default(),
                    quote.words.clone().unwrap_or_default(),
                    quote.by.clone().unwrap_or_default(),
                    quote.note.clone().unwrap_or_default(),
                    bracketed(&quote.sources),
                ]),
                Block::Heading(_) | Block::Table(_) | Block::Chart(_) => {}
            }
        }
    }
    (sentences, quotes)
}

/// A cell as programs read it.
fn plain(cell: &Cell, speaker: Speaker) -> String {
    match cell {
        Cell::Text(text) | Cell::Words(text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Share(number) | Cell::Decimal(number) => number.to_string(),
        Cell::Idea(number) => number.to_string(),
        Cell::KeptBack => speaker.owned(Phrase::KeptBack),
        Cell::Empty => String::new(),
    }
}
