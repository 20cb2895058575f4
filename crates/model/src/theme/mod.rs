//! Themes: what a room's ideas add up to, put together by people. Every idea of a prompt is in one theme, or loose.

mod apply;
mod hold;
mod step;
mod undo;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::step::Before;
pub use self::{
    hold::{HOLD_SECONDS, Hold},
    step::{StepKind, ThemeStep},
};
use crate::{ActivityId, CommandId, DomainId, IdeaId, ThemeId, WordsHash, WordsId};

/// Words as the log knows them: where they are, and what they hash to.
pub(crate) type Written = Option<(WordsId, WordsHash)>;

/// A theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// The prompt whose ideas it holds.
    pub prompt: ActivityId,
    /// The domain that it is about, if one.
    pub domain: Option<DomainId>,
    /// What it is called; none where nobody has named it.
    pub name: Written,
    /// What it means, at more length.
    pub about: Written,
    /// Whether it is set aside.
    pub parked: bool,
    /// Whether it is to stay as it is.
    pub locked: bool,
    /// Its ideas, in order.
    pub ideas: Vec<IdeaId>,
    /// What became of it, where it is no more.
    pub ended: Option<Ended>,
}

/// What became of a theme that is no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// Its ideas are in another one.
    Merged {
        /// In which.
        into: ThemeId,
    },
    /// It was taken off.
    Removed,
}

/// All themes of a panel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Themes {
    pub(super) themes: BTreeMap<ThemeId, Theme>,
    /// Per prompt, those that are there, in the order in which they stand.
    pub(super) order: BTreeMap<ActivityId, Vec<ThemeId>>,
    /// The theme of each idea that is in one.
    pub(super) home: BTreeMap<IdeaId, ThemeId>,
    /// What was done to them, in order.
    pub(super) steps: Vec<ThemeStep>,
    /// Per prompt, the sets of ideas that are not proposed again, each in order.
    #[serde(default)]
    pub(super) discarded: BTreeMap<ActivityId, BTreeSet<Vec<IdeaId>>>,
    /// The ideas that somebody has in hand.
    #[serde(default)]
    pub(super) held: BTreeMap<IdeaId, Hold>,
    /// Ideas that look alike and are not the same, the smaller id first.
    #[serde(default)]
    pub(super) apart: BTreeSet<(IdeaId, IdeaId)>,
}

impl Themes {
    /// The theme with that id, also one that has ended.
    #[must_use]
    pub fn theme(&self, id: ThemeId) -> Option<&Theme> {
        self.themes.get(&id)
    }

    /// The theme that `id` is now: itself, or what it was merged into. None where it never was, or was removed.
    #[must_use]
    pub fn today(&self, id: ThemeId) -> Option<ThemeId> {
        let mut id = id;
        // A merge goes into a theme that is there, so no way leads back.
        loop {
            match self.themes.get(&id)?.ended {
                None => return Some(id),
                Some(Ended::Merged { into }) => id = into,
                Some(Ended::Removed) => return None,
            }
        }
    }

    /// The themes of a prompt that are there, in order.
    pub fn of(&self, prompt: ActivityId) -> impl Iterator<Item = (ThemeId, &Theme)> + '_ {
        let order = self.order.get(&prompt).into_iter().flatten();
        order.filter_map(|id| Some((*id, self.themes.get(id)?)))
    }

    /// The theme that an idea is in; none where it is loose.
    #[must_use]
    pub fn home(&self, idea: IdeaId) -> Option<ThemeId> {
        self.home.get(&idea).copied()
    }

    /// Whether somebody said of two ideas that they are not the same.
    #[must_use]
    pub fn are_apart(&self, one: IdeaId, other: IdeaId) -> bool {
        self.apart.contains(&(one.min(other), one.max(other)))
    }

    /// Ideas that somebody said are not the same, the smaller id first.
    #[must_use]
    pub const fn told_apart(&self) -> &BTreeSet<(IdeaId, IdeaId)> {
        &self.apart
    }

    /// The steps of grouping that were taken for a prompt, in order.
    pub fn steps(&self, prompt: ActivityId) -> impl DoubleEndedIterator<Item = &ThemeStep> + '_ {
        self.steps.iter().filter(move |step| step.prompt == prompt)
    }

    /// The themes of a prompt as they were after so many of its steps.
    #[must_use]
    pub fn after(&self, prompt: ActivityId, steps: usize) -> Self {
        let mut then = Self::default();
        for step in self.steps(prompt).take(steps) {
            for event in step.events() {
                then.change(event);
            }
        }
        then
    }

    /// The sets of ideas of a prompt that were put aside when they were proposed as themes, each in order.
    pub fn discarded(&self, prompt: ActivityId) -> impl Iterator<Item = &Vec<IdeaId>> + '_ {
        self.discarded.get(&prompt).into_iter().flatten()
    }

    /// Whether that set of ideas was put aside when it was proposed as a theme.
    #[must_use]
    pub fn is_discarded(&self, prompt: ActivityId, ideas: impl IntoIterator<Item = IdeaId>) -> bool {
        let set: BTreeSet<IdeaId> = ideas.into_iter().collect();
        let set: Vec<IdeaId> = set.into_iter().collect();
        self.discarded.get(&prompt).is_some_and(|known| known.contains(&set))
    }

    /// The step with that command.
    #[must_use]
    pub fn step(&self, command: CommandId) -> Option<&ThemeStep> {
        self.steps.iter().find(|step| step.command == command)
    }

    /// Where a theme stands among those of its prompt.
    pub(crate) fn place(&self, id: ThemeId) -> Option<u16> {
        let theme = self.themes.get(&id)?;
        let place = self.order.get(&theme.prompt)?.iter().position(|known| *known == id)?;
        Some(place as u16)
    }
}
