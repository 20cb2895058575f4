use crate::{
    Document,
    document::{Cell, Counted, Kind, Quote, Source, Table},
    language::{Phrase, Speaker, Value},
};

/// So many signs of its hash tell an edition from others.
const EDITION: usize = 12;
/// So many signs of a title fit on each page beside the edition.
const RUNNING: usize = 64;

impl Document {
    pub(super) const fn speaker(&self) -> Speaker {
        Speaker(self.language)
    }

    /// What it was made from, in two sentences.
    pub(super) fn made_from(&self) -> [String; 2] {
        let speaker = self.speaker();
        let edition = &self.edition;
        let from = [
            ("events", Value::Said(speaker.number(edition.events))),
            ("until", Value::Said(edition.until.clone())),
            ("hash", Value::Said(edition.snapshot.clone())),
        ];
        let asked = [
            ("host", Value::Words(self.host.as_str())),
            ("framework", Value::Said(edition.framework.clone())),
        ];
        let called = match edition.number {
            Some(number) => speaker
                .say(Phrase::EditionNumber, &[("number", Value::Said(number.to_string()))])
                .text(),
            None => speaker.owned(Phrase::NotFrozen),
        };
        [
            format!("{called} {}", speaker.say(Phrase::EditionIs, &from).text()),
            speaker.say(Phrase::FrameworkWas, &asked).text(),
        ]
    }

    /// The beginning of the title, in one line, as it stands on each page.
    pub(super) fn running_title(&self) -> String {
        let line = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(RUNNING) {
            Some((end, _)) => format!("{}…", line[..end].trim_end()),
            None => line,
        }
    }

    /// What the edition is called on each page: `Edition 2 · 1669d8c45a78`, or `Not frozen · 1669d8c45a78`.
    pub(super) fn edition_name(&self) -> String {
        let hash = self.edition.snapshot.as_str();
        let hash = hash.split_once(':').map_or(hash, |(_, hash)| hash);
        let beginning = hash.get(..EDITION).unwrap_or(hash);
        let speaker = self.speaker();
        match self.edition.number {
            Some(number) => format!("{} {number} · {beginning}", speaker.text(Phrase::EditionWord)),
            None => format!("{} · {beginning}", speaker.text(Phrase::NotFrozenWord)),
        }
    }
}

/// A cell as people read it.
pub(super) fn cell(cell: &Cell, speaker: Speaker) -> String {
    match cell {
        Cell::Text(text) | Cell::Words(text) => text.clone(),
        Cell::Count(count) => speaker.number(*count),
        Cell::Share(share) => speaker.share(*share),
        Cell::Decimal(number) => speaker.decimal(*number),
        Cell::Idea(number) => number.to_string(),
        Cell::KeptBack => speaker.owned(Phrase::KeptBack),
        Cell::Empty => "–".to_owned(),
    }
}

/// What stands for a quote: its words, or that there are none to be quoted.
pub(super) fn quoted(quote: &Quote, speaker: Speaker) -> &str {
    match &quote.words {
        Some(words) => words,
        None => speaker.text(Phrase::WithoutConsent),
    }
}

/// Whether a column holds numbers.
pub(super) fn is_number(table: &Table, column: usize) -> bool {
    table
        .columns
        .get(column)
        .is_some_and(|column| column.kind != Kind::Text)
}

/// From 0 (no link) to 4 (a strong one).
pub(super) fn warmth(strength: f64) -> u8 {
    match strength {
        strength if strength < 0.5 => 0,
        strength if strength < 1.2 => 1,
        strength if strength < 1.8 => 2,
        strength if strength < 2.4 => 3,
        _ => 4,
    }
}

/// That a table has more rows than are shown here, and where they are.
pub(super) fn more_rows(table: &Table, shown: usize, speaker: Speaker) -> Option<String> {
    let all = table.rows.len();
    (all > shown).then(|| {
        let values = [
            ("shown", Value::Said(speaker.number(shown as u64))),
            ("all", Value::Said(speaker.number(all as u64))),
        ];
        speaker.say(Phrase::MoreRows, &values).text()
    })
}

/// `[3, 7]`, or nothing.
pub(super) fn bracketed(sources: &[usize]) -> String {
    let numbers: Vec<String> = sources.iter().map(usize::to_string).collect();
    numbers.join(", ")
}

/// `12 agree, 3 disagree`.
pub(super) fn counts(source: &Source, speaker: Speaker) -> String {
    let told = |counted: &Counted| format!("{}: {}", counted.name, speaker.number(counted.count));
    source.counts.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// What a source was gathered under.
pub(super) fn conditions(source: &Source) -> String {
    let texts: Vec<String> = source.conditions.iter().map(crate::document::Sentence::text).collect();
    texts.join(" ")
}
