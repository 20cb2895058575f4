use serde::{Deserialize, Serialize};

use super::Written;
use crate::{ActivityId, Actor, CommandId, Event, IdeaId, Seq, ThemeId};

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

/// What a step of grouping did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    /// Made a theme.
    Made,
    /// Worded one.
    Worded,
    /// Moved ideas.
    Moved,
    /// Put two together.
    Merged,
    /// Moved one to another place.
    Reordered,
    /// Set one aside, or brought it back.
    Parked,
    /// Locked or unlocked one.
    Locked,
    /// Took one off.
    Removed,
    /// Took another step back.
    TookBack,
}

impl ThemeStep {
    /// What happened in it, in order.
    pub fn events(&self) -> impl Iterator<Item = &Event> + '_ {
        self.changes.iter().map(|(event, _)| event)
    }

    /// What it did, and to which theme, where it was about one.
    #[must_use]
    pub fn kind(&self) -> (StepKind, Option<ThemeId>) {
        // Ideas that go along with a theme do not say what a step was for.
        let telling = self.events().find(|event| !is_move(event));
        let first = telling.or_else(|| self.events().next());
        match first.and_then(told) {
            Some(known) if self.undoes.is_none() => known,
            _ => (StepKind::TookBack, None),
        }
    }

    /// How many ideas it moved, apart from those of a merged theme.
    #[must_use]
    pub fn moved(&self) -> usize {
        self.events().filter(|event| is_move(event)).count()
    }
}

const fn is_move(event: &Event) -> bool {
    matches!(event, Event::IdeaGrouped { .. })
}

const fn told(event: &Event) -> Option<(StepKind, Option<ThemeId>)> {
    Some(match event {
        Event::ThemeMade { theme, .. } => (StepKind::Made, Some(*theme)),
        Event::ThemeWorded { theme, .. } => (StepKind::Worded, Some(*theme)),
        Event::IdeaGrouped { theme, .. } => (StepKind::Moved, *theme),
        Event::ThemeMerged { theme, .. } => (StepKind::Merged, Some(*theme)),
        Event::ThemeMoved { theme, .. } => (StepKind::Reordered, Some(*theme)),
        Event::ThemeParked { theme, .. } => (StepKind::Parked, Some(*theme)),
        Event::ThemeLocked { theme, .. } => (StepKind::Locked, Some(*theme)),
        Event::ThemeRemoved { theme } => (StepKind::Removed, Some(*theme)),
        _ => return None,
    })
}
