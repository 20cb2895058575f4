use serde::{Deserialize, Serialize};
use visioncast_model::{Recommendation, Ruling};

use super::Document;

/// Something that the report puts before the board, with what the board has decided so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommended {
    /// What it is about, as text ([`Recommendation`]): the same in every edition.
    pub key: String,
    /// What is recommended.
    pub what: String,
    /// The domain that it is about, if one.
    pub domain: Option<String>,
    /// Why: what the room said to it; none of a step of the framework.
    pub why: Option<String>,
    /// What becomes of it; none where that is open.
    pub ruling: Option<Ruling>,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By when.
    pub horizon: Option<String>,
}

/// A theme, as far as two editions are compared by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlined {
    /// What it is about, as text ([`Recommendation::Theme`]): the same in every edition.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// How many ideas are in it.
    pub ideas: u64,
}

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// People who joined.
    pub people: u64,
    /// Ideas that the room was shown.
    pub ideas: u64,
    /// Themes.
    pub themes: u64,
    /// Votes and surveys that the room was shown the result of.
    pub results: u64,
}

impl Document {
    /// What it recommends under that key; none where it does not.
    #[must_use]
    pub fn recommended(&self, recommendation: Recommendation) -> Option<&Recommended> {
        let key = recommendation.to_string();
        self.recommendations.iter().find(|recommended| recommended.key == key)
    }
}
