use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{ActivityId, Aspect, DomainId, HANDFUL, Items, Language, Survey, Timestamp};

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
    /// How often its plan was changed: what tells two facilitators apart who change it at once.
    pub edits: u32,
    /// How many steps of what the room answered are shown beside its counts.
    #[serde(default)]
    pub further: u8,
    /// What the projector shows of its ideas.
    #[serde(default)]
    pub face: Face,
}

/// What the projector shows of the ideas of a prompt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// The ideas themselves, or the themes that they are in.
    #[default]
    Ideas,
    /// The words that most people used, by how many did.
    Words,
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
    /// What the room is told beside the question; empty where nothing.
    #[serde(default)]
    pub instructions: String,
    /// What facilitators tell themselves; never shown to the room.
    #[serde(default)]
    pub notes: String,
    /// How long after the end of its time it closes by itself, in seconds; never where none.
    #[serde(default)]
    pub grace: Option<u16>,
    /// The earlier activity that it repeats, so that the shift is shown.
    #[serde(default)]
    pub again: Option<ActivityId>,
    /// The same in other languages, as far as somebody wrote it.
    #[serde(default)]
    pub translations: BTreeMap<Language, Wording>,
}

/// What an activity says to the room, in another language; what is empty stands as the plan has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wording {
    /// What the room is asked.
    pub question: String,
    /// What it is told beside that.
    pub instructions: String,
    /// Questions that help, in the order of the plan's.
    pub probes: Vec<String>,
    /// A survey's own statements, in the order of the plan's.
    pub statements: Vec<String>,
    /// A scale's own words: the options, or both ends of a rating.
    pub options: Vec<String>,
    /// What is asked beside each answer.
    pub reason: String,
    /// What is asked at the end.
    pub additions: String,
}

/// What the room does in an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Answer a question in one's own words.
    Prompt(Prompt),
    /// Say agree, disagree or pass to the ideas of a prompt.
    Judgement(Judgement),
    /// Answer on a scale, item by item.
    Survey(Survey),
    /// Tell an experience, at length; kept apart from the ideas.
    Reflection(Reflection),
    /// Join those who want to help. Nothing of it is in the panel.
    Volunteers,
    /// Put the ideas of a prompt together into themes.
    Grouping(Grouping),
}

impl Kind {
    /// The domains that it narrows the framework's to, where it asks about domains.
    pub(crate) const fn domains_mut(&mut self) -> Option<&mut Vec<DomainId>> {
        match self {
            Self::Prompt(Prompt { domains, .. })
            | Self::Survey(Survey {
                items: Items::Domains(domains),
                ..
            }) => Some(domains),
            _ => None,
        }
    }
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
    /// What somebody is asked to say of an idea that they brought.
    #[serde(default)]
    pub asks: BTreeSet<Aspect>,
}

/// A practitioner's reflection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// Questions that help.
    pub probes: Vec<String>,
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

/// The ideas of a prompt, put together into themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grouping {
    /// The prompt whose ideas are grouped.
    pub prompt: ActivityId,
    /// Who groups them, beside the facilitators.
    pub by: Sorters,
    /// How many ideas somebody who sorts by themselves is given at a time, within [`HANDFULS`](crate::HANDFULS).
    #[serde(default = "usual_handful")]
    pub handful: u8,
}

const fn usual_handful() -> u8 {
    HANDFUL
}

impl Grouping {
    /// A grouping of the ideas of a prompt, by the handful where everybody sorts by themselves.
    #[must_use]
    pub const fn of(prompt: ActivityId, by: Sorters) -> Self {
        Self {
            prompt,
            by,
            handful: HANDFUL,
        }
    }
}

/// Who groups ideas while that is open; facilitators always may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sorters {
    /// Facilitators and panelists; the room watches.
    #[default]
    Panel,
    /// Everybody in the room, on one board.
    Everybody,
    /// Everybody by themselves, a handful of ideas each: what their piles add up to is proposed to the facilitators.
    Alone,
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

impl Plan {
    /// A plan with nothing beside what it asks.
    #[must_use]
    pub fn new(title: impl Into<String>, question: impl Into<String>, minutes: u16, kind: Kind) -> Self {
        Self {
            title: title.into(),
            question: question.into(),
            minutes,
            kind,
            instructions: String::new(),
            notes: String::new(),
            grace: None,
            again: None,
            translations: BTreeMap::new(),
        }
    }

    /// What the room is asked, in that language where it was written, else as it stands.
    #[must_use]
    pub fn question_in(&self, language: Language) -> &str {
        match self.translations.get(&language) {
            Some(wording) if !wording.question.is_empty() => &wording.question,
            _ => &self.question,
        }
    }
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
            Kind::Judgement(judgement) => judgement.prompt,
            Kind::Grouping(grouping) => grouping.prompt,
            Kind::Prompt(_) | Kind::Survey(_) | Kind::Reflection(_) | Kind::Volunteers => self.id,
        }
    }

    /// When it closes by itself: its grace after the end of its time; none where it does not.
    #[must_use]
    pub fn closes_at(&self) -> Option<Timestamp> {
        let grace = self.plan.grace.filter(|_| self.is_open())?;
        Some(self.deadline?.plus_seconds(i64::from(grace)))
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
            // With their authors' consent only, and when a facilitator shows them.
            Kind::Reflection(_) => self.reveal.is_shown(),
            // The rewordings and what else was added, once what the room answered is shown.
            Kind::Survey(survey) => survey.additions.is_some() && self.reveal.is_shown(),
            Kind::Judgement(_) | Kind::Volunteers | Kind::Grouping(_) => false,
        }
    }

    /// Whether this activity makes no sense without that one.
    #[must_use]
    pub fn refers_to(&self, activity: ActivityId) -> bool {
        self.plan.again == Some(activity)
            || match &self.plan.kind {
                Kind::Judgement(judgement) => judgement.prompt == activity,
                Kind::Grouping(grouping) => grouping.prompt == activity,
                Kind::Survey(survey) => survey.items.source() == Some(activity),
                Kind::Prompt(_) | Kind::Reflection(_) | Kind::Volunteers => false,
            }
    }

    /// The survey that this activity is, if it is one.
    #[must_use]
    pub const fn survey(&self) -> Option<&Survey> {
        match &self.plan.kind {
            Kind::Survey(survey) => Some(survey),
            _ => None,
        }
    }

    /// Whether people write something here that others may be asked about.
    #[must_use]
    pub const fn collects(&self) -> bool {
        match &self.plan.kind {
            Kind::Prompt(_) => true,
            Kind::Survey(survey) => survey.additions.is_some(),
            Kind::Judgement(_) | Kind::Reflection(_) | Kind::Volunteers | Kind::Grouping(_) => false,
        }
    }
}
