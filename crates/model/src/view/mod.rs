//! What an audience may know. A screen never sees the log: it holds a [`View`] and moves it forward
//! by [`Patch`]es, on the server and in the browser by the same code.
//!
//! Every view is bounded, however large the room is, so the server makes it afresh after a change
//! and sends what differs.

mod console;
mod own;
mod phone;
mod screen;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use console::{AgendaItem, Console, ConsoleIdea, ConsoleKey, ConsolePanel, ConsoleValue, RECENT_IDEAS};
pub use own::{DealtIdea, Hand, Me, Own, OwnIdea, OwnKey, OwnValue, Touched};
pub use phone::{Phone, PhoneActivity, PhoneKey, PhoneKind, PhonePanel, PhoneValue, ShownIdea};
pub use screen::{Screen, ScreenActivity, ScreenIdea, ScreenKey, ScreenKind, ScreenPanel, ScreenValue};

use crate::{IdeaId, Interval, Seq, Tally};

/// What one audience holds: values by key, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View<K: Ord, V> {
    /// The last event that it knows of.
    pub seq: Seq,
    /// What it holds.
    pub values: BTreeMap<K, V>,
}

/// What moves a view forward: absolute values, none for what is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patch<K, V>(pub Vec<(K, Option<V>)>);

/// Answered by how many people, with how many ideas: all that is known before a reveal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// People who have answered.
    pub answered: u32,
    /// Visible ideas that came in, or are voted on.
    pub ideas: u32,
}

/// A revealed result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The idea.
    pub idea: IdeaId,
    /// Its words; none where they were erased.
    pub words: Option<String>,
    /// Its domain.
    pub domain: Option<crate::DomainId>,
    /// What its ballots add up to.
    pub tally: Tally,
}

impl<K: Ord, V> Default for View<K, V> {
    fn default() -> Self {
        Self {
            seq: Seq(0),
            values: BTreeMap::new(),
        }
    }
}

impl<K: Ord + Clone, V: Clone + PartialEq> View<K, V> {
    /// Moves on to `seq`.
    pub fn apply(&mut self, seq: Seq, patch: Patch<K, V>) {
        for (key, value) in patch.0 {
            match value {
                Some(value) => {
                    self.values.insert(key, value);
                }
                None => {
                    self.values.remove(&key);
                }
            }
        }
        self.seq = self.seq.max(seq);
    }

    /// What turns `self` into `later`.
    #[must_use]
    pub fn difference(&self, later: &Self) -> Patch<K, V> {
        let changed = later
            .values
            .iter()
            .filter(|(key, value)| self.values.get(key) != Some(value))
            .map(|(key, value)| (key.clone(), Some(value.clone())));
        let gone = self
            .values
            .keys()
            .filter(|key| !later.values.contains_key(key))
            .map(|key| (key.clone(), None));
        Patch(changed.chain(gone).collect())
    }
}

/// Ideas by how surely the room is for them: the lower bound of the Wilson score interval of agree
/// among agree and disagree. An order under uncertainty, no margin of error.
#[must_use]
pub fn sureness(tally: Tally) -> f64 {
    Interval::wilson(tally.agree, tally.agree + tally.disagree).low
}
