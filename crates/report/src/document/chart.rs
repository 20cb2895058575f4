use serde::{Deserialize, Serialize};

/// A picture as data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Its name among the charts of a report; never translated.
    pub name: String,
    /// What it shows.
    pub caption: String,
    /// How it is drawn.
    pub shape: Shape,
    /// What each part of a bar stands for.
    pub series: Vec<String>,
    /// Its bars, from the top.
    pub bars: Vec<Bar>,
    /// Where it comes from.
    pub sources: Vec<usize>,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Three series around a middle: for it to the right, against it to the left, neither in the middle.
    Diverging,
    /// Series one after the other, the whole being all.
    Stacked,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// The idea that it is about, by number.
    pub idea: Option<usize>,
    /// A count for each series.
    pub counts: Vec<u32>,
    /// The same in words.
    pub says: String,
}

impl Bar {
    /// Everything in it.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
}
