use serde::{Deserialize, Serialize};

use crate::{ActivityId, Actor, CommandId, Event, IdeaId, Panel, Recorded, State};

/// The last step of a facilitator and what would take it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastStep {
    /// The command of that step.
    pub command: CommandId,
    /// What it began with.
    pub event: Event,
    /// What takes it back, last first; nothing where it cannot be taken back.
    pub(crate) undo: Option<Vec<Event>>,
}

impl LastStep {
    /// Whether it can be taken back.
    #[must_use]
    pub const fn can_be_undone(&self) -> bool {
        self.undo.is_some()
    }
}

impl Panel {
    /// Notes what would take this event back, before it is applied.
    pub(super) fn remember_step(&mut self, recorded: &Recorded) {
        if let Event::Revealed { activity, .. } = &recorded.event {
            if let Some(LastStep {
                event: Event::RevealDue { activity: due, .. },
                undo,
                ..
            }) = &mut self.last_step
                && due == activity
            {
                *undo = None;
            }
            return;
        }
        let Actor::Facilitator(_) = recorded.actor else { return };
        let Some(inverse) = self.inverse(&recorded.event) else {
            return;
        };
        match &mut self.last_step {
            Some(step) if step.command == recorded.command => {
                if let Some(undo) = &mut step.undo {
                    undo.insert(0, inverse);
                }
            }
            _ => {
                self.last_step = Some(LastStep {
                    command: recorded.command,
                    event: recorded.event.clone(),
                    undo: Some(vec![inverse]),
                });
            }
        }
    }

    /// What would take `event` back, as things stand before it.
    fn inverse(&self, event: &Event) -> Option<Event> {
        let before = |activity: &ActivityId| self.activity(*activity);
        let place = |activity: &ActivityId| self.place(*activity).unwrap_or_default() as u16;
        Some(match event {
            Event::PanelRenamed { .. } => Event::PanelRenamed {
                title: self.title.clone(),
            },
            Event::FrameworkAdopted(_) => Event::FrameworkAdopted(Box::new(self.framework.clone())),
            Event::ActivityAdded { activity, .. } => Event::ActivityRemoved { activity: *activity },
            Event::ActivityEdited { activity, .. } => Event::ActivityEdited {
                activity: *activity,
                plan: before(activity)?.plan.clone(),
            },
            Event::ActivityMoved { activity, .. } => Event::ActivityMoved {
                activity: *activity,
                place: place(activity),
            },
            Event::ActivityRemoved { activity } => Event::ActivityAdded {
                activity: *activity,
                plan: before(activity)?.plan.clone(),
                place: place(activity),
            },
            Event::ActivityOpened { activity } => match before(activity)?.state {
                State::Planned => Event::ActivityUnopened { activity: *activity },
                State::Open | State::Closed => Event::ActivityClosed { activity: *activity },
            },
            Event::ActivityClosed { activity } => Event::ActivityOpened { activity: *activity },
            Event::FocusMoved { .. } => Event::FocusMoved { activity: self.focus },
            Event::FaceChosen { activity, .. } => Event::FaceChosen {
                activity: *activity,
                face: before(activity)?.face,
            },
            Event::TimerSet { activity, .. } => Event::TimerSet {
                activity: *activity,
                deadline: before(activity)?.deadline,
            },
            Event::RevealDue { activity, .. } => Event::RevealCalledBack { activity: *activity },
            Event::IdeaHidden { idea, .. } => match self.hidden_again(*idea) {
                // It waited before it was hidden, and waits again.
                Some(event) => event,
                None => Event::IdeaShown { idea: *idea },
            },
            Event::ModerationSet(_) => Event::ModerationSet(Box::new(self.moderation.clone())),
            Event::IdeaShown { idea } => self.hidden_again(*idea)?,
            Event::PanelEnded => Event::PanelReopened,
            Event::PanelReopened => Event::PanelEnded,
            _ => return None,
        })
    }

    /// What hides an idea as it is hidden now; nothing where it is not.
    fn hidden_again(&self, idea: IdeaId) -> Option<Event> {
        let known = self.ideas.get(&idea)?;
        Some(Event::IdeaHidden {
            idea,
            reason: known.hidden?,
            same_as: known.same_as,
        })
    }
}
