use std::collections::BTreeSet;

use serde::Serialize;

use super::text::{cell, conditions, counts, is_number, quoted, warmth};
use crate::{
    Document,
    document::{Block, Cell, Chart, Quote, Sentence, Shape, Source, Span, Table, Tone},
    language::{Phrase, Speaker},
};

/// A table of more rows is cut off on paper; the workbook has all of them.
const ROWS: usize = 500;

/// A report as paper holds it: nothing but texts, numbers and what leads where, in the order in which they are set. It is
/// what the program that lays out a PDF is given; it knows no language and decides nothing that is said.
#[derive(Debug, Serialize)]
pub struct Print {
    /// `en`, and the like.
    pub language: String,
    /// What kind of document it is.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// As much of it as stands on each page.
    pub running: String,
    /// Whose panel it is; empty where nobody's name is known.
    pub host: String,
    /// The day of its last event.
    pub day: String,
    /// What has to be known before anything is quoted.
    pub notices: Vec<Runs>,
    /// What it was made from, in sentences.
    pub made_from: [String; 2],
    /// What its edition is called: the beginning of that hash.
    pub edition: String,
    /// When the last event of that was, in UTC, as ISO 8601.
    pub until: String,
    /// What stands above the list of chapters.
    pub contents: &'static str,
    /// What it says.
    pub chapters: Vec<PrintChapter>,
    /// What stands above the sources.
    pub sources_title: &'static str,
    /// Where each sentence comes from.
    pub sources: Vec<PrintSource>,
    /// The ideas whose numbers lead somewhere.
    pub homes: BTreeSet<usize>,
}

/// A part of a text.
#[derive(Debug, Serialize)]
pub struct Run {
    /// What it says.
    pub text: String,
    /// Whether somebody of the room said it.
    pub said: bool,
    /// Whether it runs from right to left.
    pub rtl: bool,
}

/// A text of parts.
type Runs = Vec<Run>;

/// A sentence with what it rests on.
#[derive(Debug, Serialize)]
pub struct Cited {
    /// What it says.
    pub runs: Runs,
    /// The sources that it rests on.
    pub sources: Vec<usize>,
}

/// A chapter.
#[derive(Debug, Serialize)]
pub struct PrintChapter {
    /// Its title.
    pub title: Runs,
    /// What stands in it.
    pub blocks: Vec<PrintBlock>,
}

/// Something that stands in a chapter.
#[derive(Debug, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PrintBlock {
    /// A heading of a part.
    Heading {
        /// What it says.
        title: Runs,
    },
    /// A sentence or two.
    Sentence {
        /// How it is meant.
        tone: Tone,
        /// What it says.
        #[serde(flatten)]
        cited: Cited,
    },
    /// Sentences that belong together.
    List {
        /// Whether they are findings.
        findings: bool,
        /// Each of them.
        items: Vec<Cited>,
    },
    /// Somebody's words.
    Quote(PrintQuote),
    /// Ideas where their numbers lead to, one after the other: there may be ten thousand.
    Ideas {
        /// What all of them come from.
        sources: Vec<usize>,
        /// Each of them.
        quotes: Vec<PrintQuote>,
    },
    /// Numbers in rows.
    Table(PrintTable),
    /// A picture.
    Chart(PrintChart),
}

/// Somebody's words, or that they may not be quoted.
#[derive(Debug, Serialize)]
pub struct PrintQuote {
    /// The number of the idea.
    pub idea: Option<usize>,
    /// Whether the idea's number leads here.
    pub home: bool,
    /// What is printed.
    pub words: String,
    /// Whether these are the words.
    pub quoted: bool,
    /// Whether they run from right to left.
    pub rtl: bool,
    /// By whom, and what the report notes beside it.
    pub foot: Vec<String>,
    /// What it comes from.
    pub sources: Vec<usize>,
}

/// Numbers in rows.
#[derive(Debug, Serialize)]
pub struct PrintTable {
    /// `Table 3.`
    pub number: String,
    /// What it shows.
    pub caption: String,
    /// What it comes from.
    pub sources: Vec<usize>,
    /// Whether its numbers are shown as warmth.
    pub heat: bool,
    /// Its columns.
    pub columns: Vec<PrintColumn>,
    /// Its rows.
    pub rows: Vec<Vec<PrintCell>>,
    /// That there are more rows elsewhere.
    pub more: Option<String>,
}

/// A column.
#[derive(Debug, Serialize)]
pub struct PrintColumn {
    /// What stands above it.
    pub title: String,
    /// Whether it holds numbers.
    pub number: bool,
    /// How much room it wants beside others, in signs.
    pub room: usize,
}

/// What stands in a cell.
#[derive(Debug, Serialize)]
pub struct PrintCell {
    /// What it says.
    pub text: String,
    /// Whether somebody of the room said it.
    pub said: bool,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// The idea that it leads to.
    pub idea: Option<usize>,
    /// From 0 to 4, where numbers are shown as warmth.
    pub warmth: Option<u8>,
}

/// A picture.
#[derive(Debug, Serialize)]
pub struct PrintChart {
    /// `Figure 3.`
    pub number: String,
    /// What it shows.
    pub caption: String,
    /// What it comes from.
    pub sources: Vec<usize>,
    /// Whether it is drawn around a middle: for it, against it, neither.
    pub diverging: bool,
    /// What each part of a bar stands for.
    pub series: Vec<String>,
    /// Its bars.
    pub bars: Vec<PrintBar>,
}

/// A bar.
#[derive(Debug, Serialize)]
pub struct PrintBar {
    /// What it is about.
    pub label: Run,
    /// The idea that it is about.
    pub idea: Option<usize>,
    /// A count for each series.
    pub counts: Vec<u32>,
    /// The same as people read it.
    pub told: Vec<String>,
    /// The same in words.
    pub says: String,
}

/// What is behind a sentence.
#[derive(Debug, Serialize)]
pub struct PrintSource {
    /// What sentences call it.
    pub number: usize,
    /// What it is.
    pub title: Runs,
    /// What was counted, the ideas, the conditions: each with its name.
    pub lines: Vec<(&'static str, String)>,
    /// What the ideas are called, and them: from one number to another where they follow each other.
    pub ideas: (&'static str, Vec<(usize, usize)>),
}

impl Document {
    /// The report as a program lays it out on pages.
    #[must_use]
    pub fn print(&self) -> Print {
        let speaker = self.speaker();
        let mut printer = Printer {
            speaker,
            tables: 0,
            figures: 0,
            homes: BTreeSet::new(),
        };
        let chapters = self.chapters.iter().map(|chapter| PrintChapter {
            title: runs(&chapter.title),
            blocks: printer.blocks(&chapter.blocks),
        });
        let chapters = chapters.collect();
        Print {
            language: self.language.to_string(),
            kind: speaker.text(Phrase::KindOfReport),
            title: self.title.clone(),
            running: self.running_title(),
            host: self.host.clone(),
            notices: self.notices.iter().map(runs).collect(),
            made_from: self.made_from(),
            edition: self.edition_name(),
            day: self.edition.until.chars().take_while(|sign| *sign != 'T').collect(),
            until: self.edition.until.clone(),
            contents: speaker.text(Phrase::Contents),
            chapters,
            sources_title: speaker.text(Phrase::SourcesTitle),
            sources: self.sources.iter().map(|source| printer.source(source)).collect(),
            homes: printer.homes,
        }
    }
}

struct Printer {
    speaker: Speaker,
    /// How many of each there were.
    tables: usize,
    figures: usize,
    /// The ideas that have a place.
    homes: BTreeSet<usize>,
}

impl Printer {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<PrintBlock> {
        let home = |block: &Block| matches!(block, Block::Quote(quote) if quote.home);
        let runs_of_ideas = blocks.chunk_by(|one, next| home(one) && home(next));
        let mut printed = Vec::new();
        for some in runs_of_ideas {
            if some.first().is_some_and(home) {
                let mut ideas = self.ideas(some);
                // The question above them has said it already.
                if let (Some(PrintBlock::Sentence { cited, .. }), PrintBlock::Ideas { sources, .. }) =
                    (printed.last(), &mut ideas)
                    && cited.sources == *sources
                {
                    sources.clear();
                }
                printed.push(ideas);
            } else {
                printed.extend(some.iter().filter_map(|block| self.block(block)));
            }
        }
        printed
    }

    fn block(&mut self, block: &Block) -> Option<PrintBlock> {
        Some(match block {
            Block::Heading(heading) => PrintBlock::Heading {
                title: runs(&heading.title),
            },
            Block::Sentence(sentence) => PrintBlock::Sentence {
                tone: sentence.tone,
                cited: cited(sentence),
            },
            Block::List(list) => PrintBlock::List {
                findings: list.iter().any(|sentence| sentence.tone == Tone::Finding),
                items: list.iter().map(cited).collect(),
            },
            Block::Quote(quote) => PrintBlock::Quote(self.quote(quote)),
            Block::Table(table) if table.shown => PrintBlock::Table(self.table(table)),
            Block::Table(_) => return None,
            Block::Chart(chart) => PrintBlock::Chart(self.chart(chart)),
        })
    }

    fn ideas(&mut self, blocks: &[Block]) -> PrintBlock {
        let mut quotes: Vec<PrintQuote> = blocks
            .iter()
            .filter_map(|block| match block {
                Block::Quote(quote) => Some(self.quote(quote)),
                _ => None,
            })
            .collect();
        // What all come from is said once.
        let sources = quotes.first().map(|first| first.sources.clone()).unwrap_or_default();
        let shared = quotes.iter().all(|quote| quote.sources == sources);
        if shared {
            quotes.iter_mut().for_each(|quote| quote.sources.clear());
        }
        PrintBlock::Ideas {
            sources: if shared { sources } else { Vec::new() },
            quotes,
        }
    }

    fn quote(&mut self, quote: &Quote) -> PrintQuote {
        // A number leads to one place.
        let home = quote.home && quote.idea.is_some_and(|idea| self.homes.insert(idea));
        let words = quoted(quote, self.speaker);
        PrintQuote {
            idea: quote.idea,
            home,
            words: words.to_owned(),
            rtl: is_rtl(words),
            quoted: quote.words.is_some(),
            foot: quote.by.iter().chain(&quote.note).cloned().collect(),
            sources: quote.sources.clone(),
        }
    }

    fn table(&mut self, table: &Table) -> PrintTable {
        self.tables += 1;
        let heat = table.name == "map";
        let columns: Vec<PrintColumn> = table
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| PrintColumn {
                title: column.title.clone(),
                number: is_number(table, place),
                room: self.room(table, place),
            })
            .collect();
        let rows = table.rows.iter().take(ROWS);
        let rows = rows.map(|row| row.iter().map(|value| self.cell(value, heat)).collect());
        PrintTable {
            number: format!("{} {}.", self.speaker.text(Phrase::TableWord), self.tables),
            caption: table.caption.clone(),
            sources: table.sources.clone(),
            heat,
            columns,
            rows: rows.collect(),
            more: super::text::more_rows(table, ROWS, self.speaker),
        }
    }

    fn cell(&self, value: &Cell, heat: bool) -> PrintCell {
        let text = cell(value, self.speaker);
        PrintCell {
            rtl: is_rtl(&text),
            text,
            said: matches!(value, Cell::Words(_)),
            idea: match value {
                Cell::Idea(idea) => Some(*idea),
                _ => None,
            },
            warmth: match value {
                Cell::Decimal(strength) if heat => Some(warmth(*strength)),
                _ => None,
            },
        }
    }

    /// How many signs the longest of its cells has, within bounds.
    fn room(&self, table: &Table, place: usize) -> usize {
        let cells = table.rows.iter().take(ROWS).filter_map(|row| row.get(place));
        let longest = cells.map(|value| cell(value, self.speaker).chars().count()).max();
        longest.unwrap_or_default().clamp(1, 60)
    }

    fn chart(&mut self, chart: &Chart) -> PrintChart {
        self.figures += 1;
        let number = |count: &u32| self.speaker.number(u64::from(*count));
        PrintChart {
            number: format!("{} {}.", self.speaker.text(Phrase::Figure), self.figures),
            caption: chart.caption.clone(),
            sources: chart.sources.clone(),
            diverging: chart.shape == Shape::Diverging,
            series: chart.series.clone(),
            bars: chart
                .bars
                .iter()
                .map(|bar| PrintBar {
                    label: run(&bar.label, true),
                    idea: bar.idea,
                    counts: bar.counts.clone(),
                    told: bar.counts.iter().map(number).collect(),
                    says: bar.says.clone(),
                })
                .collect(),
        }
    }

    fn source(&self, source: &Source) -> PrintSource {
        let lines = [
            (Phrase::CountsTitle, counts(source, self.speaker)),
            (Phrase::Conditions, conditions(source)),
        ];
        let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
        PrintSource {
            number: source.number,
            title: runs(&source.title),
            lines: lines.map(|(title, text)| (self.speaker.text(title), text)).collect(),
            ideas: (self.speaker.text(Phrase::IdeasTitle), stretches(&source.ideas)),
        }
    }
}

fn runs(sentence: &Sentence) -> Runs {
    let one = |span: &Span| match span {
        Span::Text(text) => run(text, false),
        Span::Words(words) => run(words, true),
    };
    sentence.spans.iter().map(one).collect()
}

fn run(text: &str, said: bool) -> Run {
    Run {
        text: text.to_owned(),
        said,
        rtl: is_rtl(text),
    }
}

/// Whether the first letter is of a script that runs from right to left.
fn is_rtl(text: &str) -> bool {
    let first = text.chars().find(|sign| sign.is_alphabetic());
    first.is_some_and(|letter| {
        matches!(u32::from(letter), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF)
    })
}

fn cited(sentence: &Sentence) -> Cited {
    Cited {
        runs: runs(sentence),
        sources: sentence.sources.clone(),
    }
}

/// Numbers in order, those that follow each other from the first to the last of them.
fn stretches(numbers: &[usize]) -> Vec<(usize, usize)> {
    let numbers: Vec<usize> = numbers.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let follow = numbers.chunk_by(|one, next| *next == one + 1);
    let ends = follow.filter_map(|some| Some((*some.first()?, *some.last()?)));
    ends.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_run_as_their_first_letter_does() {
        assert!(is_rtl("12 \u{5E9}\u{5DC}\u{5D5}\u{5DD} and"));
        assert!(!is_rtl("and \u{5E9}") && !is_rtl("12") && !is_rtl(""));
    }

    #[test]
    fn numbers_that_follow_each_other_are_one_stretch() {
        assert_eq!(stretches(&[]), []);
        assert_eq!(stretches(&[1, 2, 3, 7, 9, 10]), [(1, 3), (7, 7), (9, 10)]);
        assert_eq!(stretches(&[3, 2, 2, 9]), [(2, 3), (9, 9)]);
    }
}
