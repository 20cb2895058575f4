use serde::{Deserialize, Serialize};

/// Numbers in rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its name among the tables of a report: of a file, or of a sheet; never translated.
    pub name: String,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// Whether a page shows it; one that does not is for files of tables, and says more than a page needs.
    pub shown: bool,
    /// Where it comes from.
    pub sources: Vec<usize>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name in files; never translated.
    pub name: String,
    /// What people read above it.
    pub title: String,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Words.
    Text,
    /// Whole numbers.
    Count,
    /// Shares between 0 and 1.
    Share,
    /// Numbers with a fraction.
    Decimal,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// The report's own words.
    Text(String),
    /// Somebody's words.
    Words(String),
    /// A whole number.
    Count(u64),
    /// A share between 0 and 1.
    Share(f64),
    /// A number with a fraction.
    Decimal(f64),
    /// An idea, by its number.
    Idea(usize),
    /// A number that could point at somebody.
    KeptBack,
    /// Nothing.
    Empty,
}

impl Cell {
    /// A count, or that it is kept back.
    #[must_use]
    pub fn kept(count: Option<u32>) -> Self {
        count.map_or(Self::KeptBack, |count| Self::Count(count.into()))
    }

    /// A share, to six places: more would claim more than it knows, and is not read back the same by every program.
    #[must_use]
    pub fn share(share: f64) -> Self {
        Self::Share(rounded(share))
    }

    /// A number with a fraction, to six places.
    #[must_use]
    pub fn decimal(number: f64) -> Self {
        Self::Decimal(rounded(number))
    }

    /// Words, or nothing.
    #[must_use]
    pub fn words(words: Option<&str>) -> Self {
        words.map_or(Self::Empty, |words| Self::Words(words.to_owned()))
    }
}

fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}
