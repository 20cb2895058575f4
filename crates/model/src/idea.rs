use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ActivityId, DomainId, IdeaId, ItemId, PersonId, Timestamp, WordsHash, WordsId};

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
    /// The idea that says the same and stands for both, where it was hidden for that.
    pub same_as: Option<IdeaId>,
    /// What the tool calls it that it was taken over from.
    pub source_id: Option<String>,
    /// What else that tool says of it, by its own names.
    pub source_details: BTreeMap<String, String>,
    /// When it came in.
    pub added: Timestamp,
    /// What of a survey it is about.
    pub about: Option<ItemId>,
    /// The idea of somebody that it builds on.
    pub builds_on: Option<IdeaId>,
    /// Where its author's name is, where they want to be quoted by it.
    pub signature: Option<WordsId>,
    /// What its author said of it.
    pub details: Details,
}

impl Idea {
    /// Everything that was written for it: its words, its author's name, the source that they named.
    pub fn all_words(&self) -> impl Iterator<Item = WordsId> + use<> {
        [Some(self.words), self.signature, self.details.reference]
            .into_iter()
            .flatten()
    }
}

/// What somebody can say of an idea that they brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Whether it is an insight or a strategy.
    Nature,
    /// Whether it is for now or for the future.
    Horizon,
    /// What it rests on.
    Grounds,
    /// Which neighbour does it already.
    Neighbour,
    /// Which of the others' ideas it builds on.
    Lineage,
    /// Whether they would help with it.
    Help,
}

impl Aspect {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Nature,
        Self::Horizon,
        Self::Grounds,
        Self::Neighbour,
        Self::Lineage,
        Self::Help,
    ];
}

/// What its author said of an idea; all of it optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Whether it is an insight or a strategy.
    pub nature: Option<Nature>,
    /// Whether it is for now or for the future.
    pub horizon: Option<Horizon>,
    /// What it rests on.
    pub grounds: Option<Grounds>,
    /// Where the source is that they named.
    pub reference: Option<WordsId>,
    /// The neighbour of the framework that does it already.
    pub neighbour: Option<u16>,
}

/// What kind of thing an idea is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Something to know.
    Insight,
    /// Something to do.
    Strategy,
}

/// When an idea is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// Now.
    Now,
    /// Later.
    Future,
}

/// What an idea rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// Studies or data.
    Evidence,
    /// What its author lived through.
    Experience,
    /// What its author thinks.
    Opinion,
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
    /// It waits for a facilitator to read it.
    Waiting,
}

impl HideReason {
    /// Every reason that a facilitator may give.
    pub const OFFERED: [Self; 4] = [Self::Duplicate, Self::OffTopic, Self::Personal, Self::Hurtful];
}
