use crate::{Actor, CommandId, Event, HideReason, IdeaId, Moderation, Recorded, Timestamp, view::By};

/// Something that moderation did, as the log tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moderated {
    /// When.
    pub at: Timestamp,
    /// By whom; what was held by a rule, was by the program.
    pub by: By,
    /// What.
    pub what: Act,
    /// Whether that took an earlier step back.
    pub undo: bool,
}

/// What moderation does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// An idea was held as it came in, or waits again.
    Held(IdeaId),
    /// An idea was taken off the screens, or stayed off them.
    Hidden(IdeaId, HideReason),
    /// An idea left the screens, because another one says the same.
    Merged {
        /// Which.
        idea: IdeaId,
        /// The one that stands for both.
        into: IdeaId,
    },
    /// An idea came onto the screens.
    Shown(IdeaId),
    /// The words of an idea were erased.
    Erased(IdeaId),
    /// Somebody was forgotten, with all that they wrote.
    Forgotten,
    /// The reasons that people gave to their answers were erased.
    ReasonsErased,
    /// The panel is moderated in another way.
    Set(Box<Moderation>),
}

impl Act {
    /// The idea that it was done to; none where it is about no single one.
    #[must_use]
    pub const fn idea(&self) -> Option<IdeaId> {
        match self {
            Self::Held(idea)
            | Self::Hidden(idea, _)
            | Self::Merged { idea, .. }
            | Self::Shown(idea)
            | Self::Erased(idea) => Some(*idea),
            Self::Forgotten | Self::ReasonsErased | Self::Set(_) => None,
        }
    }

    fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::IdeaHidden {
                idea,
                reason: HideReason::Waiting,
                ..
            } => Self::Held(*idea),
            Event::IdeaHidden {
                idea,
                same_as: Some(into),
                ..
            } => Self::Merged {
                idea: *idea,
                into: *into,
            },
            Event::IdeaHidden { idea, reason, .. } => Self::Hidden(*idea, *reason),
            Event::IdeaShown { idea } => Self::Shown(*idea),
            Event::WordsErased { idea } => Self::Erased(*idea),
            Event::PersonErased { .. } => Self::Forgotten,
            Event::ReasonsErased => Self::ReasonsErased,
            Event::ModerationSet(moderation) => Self::Set(moderation.clone()),
            _ => return None,
        })
    }
}

/// All that moderation did in a log, oldest first.
#[must_use]
pub fn moderated(events: &[Recorded]) -> Vec<Moderated> {
    let mut done: Vec<(CommandId, Moderated)> = Vec::new();
    for recorded in events {
        if matches!(recorded.event, Event::Undone { .. }) {
            let undoing = done.iter_mut().rev();
            for (_, moderated) in undoing.take_while(|(command, _)| *command == recorded.command) {
                moderated.undo = true;
            }
        }
        let Some(what) = Act::of(&recorded.event) else { continue };
        let by = match (&what, recorded.actor) {
            // Whose idea was held did not hold it.
            (Act::Held(_), Actor::Person(_)) => By::Program,
            (_, actor) => actor.into(),
        };
        done.push((
            recorded.command,
            Moderated {
                at: recorded.at,
                by,
                what,
                undo: false,
            },
        ));
    }
    done.into_iter().map(|(_, moderated)| moderated).collect()
}
