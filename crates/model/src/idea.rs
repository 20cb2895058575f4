use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ActivityId, DomainId, PersonId, Timestamp, WordsHash, WordsId};

/// Something that somebody brought to a prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Idea {
    /// The prompt that it answers.
    pub activity: ActivityId,
    /// The domain that its author chose, if any.
    pub domain: Option<DomainId>,
    /// Its author; nobody where it was spoken aloud or read from paper.
    pub author: Option<PersonId>,
    /// Where its words are.
    pub words: WordsId,
    /// What its words hash to, salted.
    pub hash: WordsHash,
    /// Whether the report may quote it.
    pub quotable: bool,
    /// How it came in.
    pub source: Source,
    /// Why it is hidden, if it is.
    pub hidden: Option<HideReason>,
    /// What the tool calls it that it was taken over from.
    pub source_id: Option<String>,
    /// What else that tool says of it, by its own names.
    pub source_details: BTreeMap<String, String>,
    /// When it came in.
    pub added: Timestamp,
}

/// How something came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// By its author's own device.
    #[default]
    Device,
    /// Spoken aloud and typed by a facilitator.
    Spoken,
    /// Read from paper and typed by a facilitator.
    Paper,
    /// Taken over from another tool's files.
    Import,
}

/// Why an idea is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HideReason {
    /// The same is there already.
    Duplicate,
    /// It answers another question.
    OffTopic,
    /// It names or points at somebody.
    Personal,
    /// It hurts somebody.
    Hurtful,
    /// The tool that it was taken over from had it moderated out.
    ModeratedAtSource,
}

impl HideReason {
    /// Every reason that a facilitator may give.
    pub const OFFERED: [Self; 4] = [Self::Duplicate, Self::OffTopic, Self::Personal, Self::Hurtful];
}
