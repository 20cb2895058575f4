//! What an audience may know. A screen never sees the log: it holds a [`View`] and moves it forward
//! by [`Patch`]es, on the server and in the browser by the same code.
//!
//! Every view is bounded, however large the room is, so the server makes it afresh after a change
//! and sends what differs.

mod console;
mod desk;
mod own;
mod phone;
mod screen;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use console::{AgendaItem, Console, ConsoleIdea, ConsoleKey, ConsolePanel, ConsoleValue, HeldIdea, RECENT_IDEAS};
pub use desk::{By, DESK_STEPS, Desk, DeskIdea, DeskKey, DeskState, DeskStep, DeskTheme, DeskValue};
pub use own::{DealtIdea, Hand, Me, Own, OwnIdea, OwnKey, OwnValue, Touched};
pub use phone::{Phone, PhoneActivity, PhoneKey, PhoneKind, PhonePanel, PhoneValue, ShownIdea, Translation};
pub use screen::{
    Screen, ScreenActivity, ScreenIdea, ScreenKey, ScreenKind, ScreenPanel, ScreenSurvey, ScreenTerm, ScreenTheme,
    ScreenValue,
};

use crate::{Activity, IdeaId, Interval, ItemId, Panel, Scale, Seq, Tally};

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
    /// What they added up to the first time, where this is the second.
    pub before: Option<Tally>,
}

/// An item of a survey as screens see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyItem {
    /// Which.
    pub item: ItemId,
    /// What it says; empty for a cell, which its principle and domain say, and where the words are gone.
    pub text: String,
    /// How many answered it; before the reveal of dots and places, which say by themselves what is for it, 0.
    pub answered: u32,
    /// Once revealed: per option, how many took it; in a ranking, its points. Empty before.
    pub counts: Vec<u32>,
    /// The same of the first asking, where this is the second and that was revealed.
    pub before: Vec<u32>,
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

/// The most written items of a survey that a screen lists; lists of the framework are bounded anyway.
const WRITTEN_ITEMS: usize = 12;
/// The most themes that a screen lists.
const THEMES: usize = 20;

impl Panel {
    /// A survey's items for screens: how many answered each, and the counts once they are revealed.
    /// What people wrote stands by support then, the first answers of the scale first.
    #[must_use]
    pub fn survey_items(&self, activity: &Activity) -> Vec<SurveyItem> {
        let revealed = activity.reveal.is_shown();
        let first = activity.plan.again.and_then(|first| self.activity(first));
        let first = first.filter(|first| first.reveal.is_shown());
        let scale = activity.survey().map(|survey| &survey.scale);
        let telling = !revealed && scale.is_some_and(Scale::is_shared);
        let mut items: Vec<SurveyItem> = self
            .items(activity)
            .into_iter()
            .map(|item| {
                let text = match item {
                    ItemId::Cell(..) => None,
                    _ => self.item_text(activity, item),
                };
                let counts_of = |activity: &Activity| {
                    let marks = self.marks(activity.id, item);
                    marks.map(|marks| marks.counts().to_vec()).unwrap_or_default()
                };
                SurveyItem {
                    item,
                    text: text.unwrap_or_default(),
                    answered: match self.marks(activity.id, item) {
                        Some(marks) if !telling => marks.answered(),
                        _ => 0,
                    },
                    counts: if revealed { counts_of(activity) } else { Vec::new() },
                    before: first
                        .filter(|first| revealed && self.same_theme(first.id, activity.id, item))
                        .map(counts_of)
                        .unwrap_or_default(),
                }
            })
            .collect();
        if items.iter().any(|item| matches!(item.item, ItemId::Idea(_))) {
            // Only what is revealed may order them.
            items.sort_by(|one, other| other.counts.cmp(&one.counts));
            items.truncate(WRITTEN_ITEMS);
        }
        let themes = items.iter().any(|item| matches!(item.item, ItemId::Theme(_)));
        if let Some(scale) = scale.filter(|_| themes && items.len() > THEMES) {
            items.sort_by_key(|item| std::cmp::Reverse(scale.points(&item.counts)));
            items.truncate(THEMES);
        }
        items
    }
}

/// Ideas by how surely the room is for them: the lower bound of the Wilson score interval of agree
/// among agree and disagree. An order under uncertainty, no margin of error.
#[must_use]
pub fn sureness(tally: Tally) -> f64 {
    Interval::wilson(tally.agree, tally.agree + tally.disagree).low
}
