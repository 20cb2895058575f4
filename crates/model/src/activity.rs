use serde::{Deserialize, Serialize};

use crate::{ActivityId, DomainId, Timestamp};

/// An item of the agenda with where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// What was prepared.
    pub plan: Plan,
    /// Whether answers are taken.
    pub state: State,
    /// Whether what the room answered is shown.
    pub reveal: Reveal,
    /// When the time for it is over, where a timer runs.
    pub deadline: Option<Timestamp>,
}

/// What a facilitator prepares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// A short name for the agenda.
    pub title: String,
    /// What the room is asked, as it reads it.
    pub question: String,
    /// How long it should take, in minutes; 0 where no time is set.
    pub minutes: u16,
    /// What the room does.
    pub kind: Kind,
}

/// What the room does in an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Answer a question in one's own words.
    Prompt(Prompt),
    /// Say agree, disagree or pass to the ideas of a prompt.
    Judgement(Judgement),
}

/// A semi-structured prompt.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// Questions that help somebody who does not know where to begin.
    pub probes: Vec<String>,
    /// The domains to choose from; all of the framework's where empty.
    pub domains: Vec<DomainId>,
    /// When others' ideas come on screen.
    pub arrivals: Arrivals,
}

/// When the ideas of a prompt come on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrivals {
    /// As they arrive.
    #[default]
    Live,
    /// When the facilitator reveals them: silent writing first.
    AtReveal,
}

/// A blind vote on the ideas of a prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The prompt whose ideas are judged.
    pub prompt: ActivityId,
}

/// Whether an activity takes answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Not yet; only facilitators see it.
    #[default]
    Planned,
    /// Now.
    Open,
    /// No longer.
    Closed,
}

/// Whether what the room answered is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reveal {
    /// To nobody.
    #[default]
    Hidden,
    /// Soon; it can still be called back.
    Due {
        /// When it is shown.
        at: Timestamp,
    },
    /// To everybody.
    Shown {
        /// Since when; ballots after it are marked as later.
        at: Timestamp,
    },
}

impl Reveal {
    /// Whether everybody may see what the room answered.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Shown { .. })
    }
}

impl Activity {
    /// The prompt that this activity is or judges.
    #[must_use]
    pub const fn prompt(&self) -> ActivityId {
        match &self.plan.kind {
            Kind::Prompt(_) => self.id,
            Kind::Judgement(judgement) => judgement.prompt,
        }
    }

    /// Whether answers are taken now.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Open)
    }

    /// Whether the ideas of this prompt may be on screens; a judgement shows none of its own.
    #[must_use]
    pub const fn shows_ideas(&self) -> bool {
        match &self.plan.kind {
            Kind::Prompt(prompt) => matches!(prompt.arrivals, Arrivals::Live) || self.reveal.is_shown(),
            Kind::Judgement(_) => false,
        }
    }
}
