//! The report before the board: editions of it that were frozen, and what the board says to what it recommends.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{ActivityId, IdeaId, ItemId, LinkId, Panel, PanelId, Seq, ThemeId, Timestamp, WordsId};

/// The most editions of one report: more than a board reads, and each is made anew from the log where it is asked for.
pub const EDITIONS: usize = 50;
/// The most that a board may say to one report: a link that got about must not fill the log.
pub const REVIEWS: usize = 1_000;

/// Something that a report puts before the board, by what it is about: the same in every edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// What an idea says.
    Idea(IdeaId),
    /// What a theme says.
    Theme(ThemeId),
    /// What a survey asked about.
    Item(ActivityId, ItemId),
    /// A step of change of the framework, by its number.
    Step(u16),
}

impl fmt::Display for Recommendation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Idea(idea) => write!(formatter, "idea-{idea}"),
            Self::Theme(theme) => write!(formatter, "theme-{theme}"),
            Self::Item(activity, item) => write!(formatter, "item-{}-{item}", activity.0.simple()),
            Self::Step(number) => write!(formatter, "step-{number}"),
        }
    }
}

/// A text that names no recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this names nothing that a report recommends")]
pub struct NoRecommendation;

impl FromStr for Recommendation {
    type Err = NoRecommendation;

    fn from_str(text: &str) -> Result<Self, NoRecommendation> {
        let (kind, rest) = text.split_once('-').ok_or(NoRecommendation)?;
        Ok(match kind {
            "idea" => Self::Idea(rest.parse().map_err(|_| NoRecommendation)?),
            "theme" => Self::Theme(rest.parse().map_err(|_| NoRecommendation)?),
            "item" => {
                let (activity, item) = rest.split_once('-').ok_or(NoRecommendation)?;
                let activity = activity.parse().map_err(|_| NoRecommendation)?;
                Self::Item(activity, item.parse().map_err(|_| NoRecommendation)?)
            }
            "step" => Self::Step(rest.parse().map_err(|_| NoRecommendation)?),
            _ => return Err(NoRecommendation),
        })
    }
}

/// What becomes of a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// It is done.
    Adopted,
    /// It is looked at again later.
    Deferred,
    /// It is not done.
    Rejected,
}

impl Ruling {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Adopted, Self::Deferred, Self::Rejected];

    /// What forms and files call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Deferred => "deferred",
            Self::Rejected => "rejected",
        }
    }

    /// The one of that name; none where there is no such one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ruling| ruling.name() == name)
    }
}

/// What somebody of the board says to a recommendation: all of what holds from then on, and a comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The edition that they read.
    pub edition: u16,
    /// To what.
    pub recommendation: Recommendation,
    /// What becomes of it; none where that is open.
    pub ruling: Option<Ruling>,
    /// Who sees to it; empty where nobody is named.
    pub owner: String,
    /// By when, in their words; empty where nothing is said.
    pub horizon: String,
    /// What they say to it; may be empty.
    pub comment: String,
    /// Who is speaking; empty where they do not say.
    pub speaker: String,
    /// The last that the board had said to it when they read it; where more was said since, nothing happens.
    pub seen: Option<Seq>,
}

/// What the board decided at an earlier panel, as a later one takes it over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierDecision {
    /// The earlier panel.
    pub panel: PanelId,
    /// Its title.
    pub title: String,
    /// On what.
    pub recommendation: Recommendation,
    /// What becomes of it.
    pub ruling: Ruling,
    /// What was recommended.
    pub what: String,
    /// Who sees to it; empty where nobody is named.
    pub owner: String,
    /// By when; empty where nothing is said.
    pub horizon: String,
}

/// The same, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// Where it is recorded.
    pub seq: Seq,
    /// The earlier panel.
    pub panel: PanelId,
    /// Its title.
    pub title: String,
    /// On what.
    pub recommendation: Recommendation,
    /// What becomes of it.
    pub ruling: Ruling,
    /// What was recommended; none where it was erased.
    pub what: Option<WordsId>,
    /// Who sees to it.
    pub owner: Option<WordsId>,
    /// By when.
    pub horizon: Option<WordsId>,
}

impl Brought {
    /// Where all that was written is.
    pub fn words(&self) -> impl Iterator<Item = WordsId> + use<> {
        [self.what, self.owner, self.horizon].into_iter().flatten()
    }

    /// Lets go of all that was written.
    pub(crate) fn forget_words(&mut self) {
        (self.what, self.owner, self.horizon) = (None, None, None);
    }
}

/// An edition of the report: what the log came to at that point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenReport {
    /// Its number, from 1 on.
    pub number: u16,
    /// The last event of the log that it tells of.
    pub until: Seq,
    /// When it was frozen.
    pub at: Timestamp,
}

/// What somebody of the board said to a recommendation, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// Where it is recorded.
    pub seq: Seq,
    /// When it was said.
    pub at: Timestamp,
    /// By which link; none where a facilitator or the program noted it.
    pub link: Option<LinkId>,
    /// To what.
    pub recommendation: Recommendation,
    /// The edition that they read.
    pub edition: u16,
    /// What becomes of it.
    pub ruling: Option<Ruling>,
    /// Who sees to it.
    pub owner: Option<WordsId>,
    /// By when.
    pub horizon: Option<WordsId>,
    /// What they say to it.
    pub comment: Option<WordsId>,
    /// Who was speaking.
    pub speaker: Option<WordsId>,
}

impl Reviewed {
    /// Where all that was written is.
    pub fn words(&self) -> impl Iterator<Item = WordsId> + use<> {
        [self.owner, self.horizon, self.comment, self.speaker]
            .into_iter()
            .flatten()
    }

    /// Lets go of all that was written; what becomes of the recommendation stays.
    pub(crate) fn forget_words(&mut self) {
        (self.owner, self.horizon, self.comment, self.speaker) = (None, None, None, None);
    }
}

impl Panel {
    /// The editions of its report that were frozen, the first one first.
    #[must_use]
    pub fn frozen_reports(&self) -> &[FrozenReport] {
        &self.frozen
    }

    /// An edition by its number.
    #[must_use]
    pub fn frozen_report(&self, number: u16) -> Option<FrozenReport> {
        let place = usize::from(number).checked_sub(1)?;
        self.frozen.get(place).copied()
    }

    /// All that the board said, in order.
    #[must_use]
    pub fn reviews(&self) -> &[Reviewed] {
        &self.reviews
    }

    /// What the board said to a recommendation, in order: the last one holds.
    pub fn reviews_of(&self, recommendation: Recommendation) -> impl DoubleEndedIterator<Item = &Reviewed> + '_ {
        let all = self.reviews.iter();
        all.filter(move |reviewed| reviewed.recommendation == recommendation)
    }

    /// What holds of a recommendation; none where the board has said nothing to it.
    #[must_use]
    pub fn review(&self, recommendation: Recommendation) -> Option<&Reviewed> {
        self.reviews_of(recommendation).next_back()
    }

    /// What was recorded there; none where the board said nothing then.
    #[must_use]
    pub fn review_at(&self, entry: Seq) -> Option<&Reviewed> {
        self.reviews.iter().find(|reviewed| reviewed.seq == entry)
    }

    /// What boards decided at earlier panels of the initiative.
    #[must_use]
    pub fn brought(&self) -> &[Brought] {
        &self.brought
    }

    /// Where the board wrote something that is still there, here or at an earlier panel.
    pub fn written_reviews(&self) -> impl Iterator<Item = Seq> + '_ {
        let written = |reviewed: &&Reviewed| reviewed.words().next().is_some();
        let here = self.reviews.iter().filter(written).map(|reviewed| reviewed.seq);
        let written = |brought: &&Brought| brought.words().next().is_some();
        here.chain(self.brought.iter().filter(written).map(|brought| brought.seq))
    }

    /// What the board wrote there, where it is still there.
    #[must_use]
    pub fn review_words(&self, entry: Seq) -> Vec<WordsId> {
        let here = self.review_at(entry).into_iter().flat_map(Reviewed::words);
        let brought = self.brought.iter().filter(|brought| brought.seq == entry);
        here.chain(brought.flat_map(Brought::words)).collect()
    }

    /// The last event that may have taken words out of a report, or the consent to quote them: as long as it is the same,
    /// a frozen edition reads the same.
    #[must_use]
    pub const fn taken_back(&self) -> Seq {
        self.taken_back
    }

    /// Whether anything has happened, since the last edition was frozen, that a report tells of.
    #[must_use]
    pub fn is_newer_than_frozen(&self) -> bool {
        self.frozen.last().is_none_or(|last| last.until < self.told)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::DomainId;

    #[test]
    fn a_recommendation_is_read_as_it_is_written() {
        let id = Uuid::from_u128(0x1234_5678);
        for recommendation in [
            Recommendation::Idea(IdeaId(id)),
            Recommendation::Theme(ThemeId(id)),
            Recommendation::Item(ActivityId(id), ItemId::Cell(6, DomainId(10))),
            Recommendation::Item(ActivityId(id), ItemId::Idea(IdeaId(id))),
            Recommendation::Step(8),
        ] {
            assert_eq!(recommendation.to_string().parse(), Ok(recommendation));
        }
        for odd in ["", "idea", "idea-7", "item-7", "step--1", "step-70000", "vote-1"] {
            assert_eq!(odd.parse::<Recommendation>(), Err(NoRecommendation), "{odd}");
        }
    }
}
