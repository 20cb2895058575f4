use serde::{Deserialize, Serialize};

use super::Themes;
use crate::{Actor, Event, IdeaId, Recorded, Timestamp};

/// How long somebody has ideas in hand unless they say so again, in seconds: whoever lost their wifi blocks nobody for long.
pub const HOLD_SECONDS: i64 = 20;

/// That somebody has an idea in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Who.
    pub by: Actor,
    /// When it lets go by itself.
    pub until: Timestamp,
}

impl Themes {
    /// Who has an idea in hand at that moment; none where nobody has.
    #[must_use]
    pub fn held(&self, idea: IdeaId, now: Timestamp) -> Option<Hold> {
        self.held.get(&idea).copied().filter(|hold| hold.until > now)
    }

    /// All holds that were not let go, also those whose time is over.
    pub(crate) fn holds(&self) -> impl Iterator<Item = (IdeaId, Hold)> + '_ {
        self.held.iter().map(|(idea, hold)| (*idea, *hold))
    }

    pub(super) fn note_hold(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::IdeasHeld { ideas, until } => {
                self.held.retain(|_, hold| hold.until > recorded.at);
                let (by, until) = (recorded.actor, *until);
                self.held.extend(ideas.iter().map(|idea| (*idea, Hold { by, until })));
            }
            Event::IdeasLetGo { ideas } => self.held.retain(|idea, _| !ideas.contains(idea)),
            Event::IdeaGrouped { idea, .. } => {
                self.held.remove(idea);
            }
            _ => {}
        }
    }
}
