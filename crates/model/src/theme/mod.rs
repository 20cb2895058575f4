//! Themes: what a room's ideas add up to, put together by people. Every idea of a prompt is in one theme, or loose.

mod apply;
mod undo;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ActivityId, Actor, CommandId, DomainId, Event, IdeaId, Seq, ThemeId, WordsHash, WordsId};

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
}

/// A step of grouping, which can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeStep {
    /// Its command.
    pub command: CommandId,
    /// Who took it.
    pub actor: Actor,
    /// Its last event.
    pub seq: Seq,
    /// The prompt whose ideas it groups.
    pub prompt: ActivityId,
    /// The step that it took back, if it is one that does.
    pub undoes: Option<CommandId>,
    /// Whether it was taken back.
    pub undone: bool,
    /// What happened, each with what was before it.
    pub(crate) changes: Vec<(Event, Before)>,
}

/// What a change of themes replaced: enough to take it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Before {
    /// Nothing: it was made.
    Nothing,
    /// Where an idea was.
    Place(Option<ThemeId>, u16),
    /// What a theme was called, and what it meant.
    Words(Written, Written),
    /// The place of a theme.
    Order(u16),
    /// The place of a theme that ended, and its ideas.
    Theme(u16, Vec<IdeaId>),
}

impl ThemeStep {
    /// What happened in it, in order.
    pub fn events(&self) -> impl Iterator<Item = &Event> + '_ {
        self.changes.iter().map(|(event, _)| event)
    }
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

    /// The steps of grouping that were taken for a prompt, in order.
    pub fn steps(&self, prompt: ActivityId) -> impl DoubleEndedIterator<Item = &ThemeStep> + '_ {
        self.steps.iter().filter(move |step| step.prompt == prompt)
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
