//! The vision report as a document: assembled once, and the same in every format.
//!
//! It is the *published pack*: it holds no words whose author did not agree to be quoted, no hidden idea, no votes that
//! the room was not shown, and no count of a constituency so small that it points at somebody. The facilitators'
//! [`Archive`](crate::Archive) is another type and never becomes part of it.

mod chart;
mod review;
mod sentence;
mod table;

use serde::{Deserialize, Serialize};
use visioncast_model::Language;

pub use chart::{Bar, Chart, Shape};
pub use review::{Outlined, Recommended, Totals};
pub use sentence::{Sentence, Span, Tone};
pub use table::{Cell, Column, Kind, Table};

/// What `format` of a report in JSON says.
pub const FORMAT: &str = "visioncast-report";
/// Which version of that format is written.
pub const VERSION: u16 = 1;

/// A report that may be published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u16,
    /// In which language it speaks; what people wrote stands as they wrote it.
    pub language: Language,
    /// The title of the panel.
    pub title: String,
    /// Whose panel it is; empty where nobody's name is known.
    pub host: String,
    /// What has to be known before anything is quoted: a rehearsal, a draft.
    pub notices: Vec<Sentence>,
    /// What it was made from.
    pub edition: Edition,
    /// What it says.
    pub chapters: Vec<Chapter>,
    /// Where each sentence with a number or a quote comes from; their numbers count from 1.
    pub sources: Vec<Source>,
    /// What it puts before the board, the framework's steps of change last.
    pub recommendations: Vec<Recommended>,
    /// What the ideas were put together to, by what two editions are compared.
    pub themes: Vec<Outlined>,
    /// How much there is.
    pub totals: Totals,
}

/// The frozen snapshot that a report was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its number, from 1 on; none of a report that is not frozen.
    pub number: Option<u16>,
    /// How many texts were erased, or are no longer to be quoted, since it was frozen: each time, the snapshot is another.
    pub taken_back: u32,
    /// SHA-256 of the archive: the same archive gives the same report, byte for byte.
    pub snapshot: String,
    /// How many events the log had.
    pub events: u64,
    /// When the last of them was, in UTC.
    pub until: String,
    /// Which framework was asked about: its version, and the beginning of its hash.
    pub framework: String,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// What links call it.
    pub anchor: String,
    /// Its title.
    pub title: Sentence,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// Something that stands in a chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading of a part.
    Heading(Heading),
    /// A sentence or two.
    Sentence(Sentence),
    /// Sentences that belong together.
    List(Vec<Sentence>),
    /// What somebody wrote and agreed to be quoted with.
    Quote(Quote),
    /// Numbers in rows.
    Table(Table),
    /// A picture as data, with words that say the same.
    Chart(Chart),
}

/// A heading of a part of a chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// What links call it.
    pub anchor: String,
    /// What it says.
    pub title: Sentence,
}

/// Words of somebody, with consent; or the place of an idea without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The number of the idea; none for the reason of an answer.
    pub idea: Option<usize>,
    /// The words; none where they may not be quoted, or were erased, and links to the idea lead here all the same.
    pub words: Option<String>,
    /// By whom, where they want to be named.
    pub by: Option<String>,
    /// What the report notes beside it.
    pub note: Option<String>,
    /// Whether this is the place that the idea's number leads to.
    pub home: bool,
    /// Where it comes from.
    pub sources: Vec<usize>,
}

/// What is behind a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What sentences call it.
    pub number: usize,
    /// What it is: a theme, a vote, a question, a count.
    pub title: Sentence,
    /// The ideas that it rests on, by number.
    pub ideas: Vec<usize>,
    /// What was counted.
    pub counts: Vec<Counted>,
    /// Under which conditions: what was asked, when, and how ballots were kept to one a person.
    pub conditions: Vec<Sentence>,
}

/// A count by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Of what.
    pub name: String,
    /// How many.
    pub count: u64,
}

impl Document {
    /// Every table with its chapter, in order.
    pub fn tables(&self) -> impl Iterator<Item = (&Chapter, &Table)> {
        self.chapters.iter().flat_map(|chapter| {
            chapter.blocks.iter().filter_map(move |block| match block {
                Block::Table(table) => Some((chapter, table)),
                _ => None,
            })
        })
    }
}

/// The name under which an idea's number is a link.
pub(crate) fn idea_anchor(number: usize) -> String {
    format!("idea-{number}")
}

/// The name under which a source's number is a link.
pub(crate) fn source_anchor(number: usize) -> String {
    format!("source-{number}")
}
