//! Dealing ideas out to be judged: blind, random, balanced, and recorded.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap},
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Activity, Idea, IdeaId, Panel, PersonId};

/// How many ideas somebody holds after dealing: enough to go on through a wifi gap.
pub(crate) const HAND: usize = 4;
/// Somebody who holds this many or fewer is dealt more.
const SHORT: usize = 1;

/// What one person was dealt in one judgement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Hand {
    /// All that was ever shown to them.
    dealt: BTreeSet<IdeaId>,
    /// What they have not judged yet, in the order shown.
    waiting: Vec<IdeaId>,
    /// How many they have judged.
    judged: BTreeSet<IdeaId>,
}

impl Hand {
    pub(crate) fn take(&mut self, ideas: &[IdeaId]) {
        self.dealt.extend(ideas);
        self.waiting.extend(ideas);
    }

    pub(crate) fn judge(&mut self, idea: IdeaId) {
        self.waiting.retain(|waiting| *waiting != idea);
        self.judged.insert(idea);
    }

    pub(crate) fn was_dealt(&self, idea: IdeaId) -> bool {
        self.dealt.contains(&idea)
    }

    /// Whether it was dealt, or judged without that.
    fn knows(&self, idea: IdeaId) -> bool {
        self.dealt.contains(&idea) || self.judged.contains(&idea)
    }

    pub(crate) fn judged(&self) -> usize {
        self.judged.len()
    }

    pub(crate) fn waiting(&self) -> &[IdeaId] {
        &self.waiting
    }
}

impl Panel {
    /// What `person` has before them in `judgement`: dealt, visible, not judged yet.
    pub fn waiting(&self, judgement: &Activity, person: PersonId) -> impl Iterator<Item = (IdeaId, &Idea)> + '_ {
        self.hands
            .get(&(judgement.id, person))
            .map(Hand::waiting)
            .unwrap_or_default()
            .iter()
            .filter_map(|id| Some((*id, self.ideas.get(id)?)))
            .filter(|(_, idea)| idea.hidden.is_none())
    }

    /// How many ideas `person` has judged in `judgement`.
    #[must_use]
    pub fn judged(&self, judgement: &Activity, person: PersonId) -> usize {
        self.hands.get(&(judgement.id, person)).map_or(0, Hand::judged)
    }

    /// Whether `person` runs short of ideas in an open judgement and there are some to deal.
    #[must_use]
    pub fn needs_cards(&self, person: PersonId) -> bool {
        self.people.contains_key(&person)
            && (self
                .open_judgements()
                .any(|judgement| !self.deal(judgement, person).is_empty())
                || self
                    .open()
                    .any(|activity| !self.next_handful(activity, person).is_empty())
                || self.needs_items(person))
    }

    /// The ideas to deal to somebody who runs short, in the order to show them: those that were
    /// shown to the fewest people first, ties in an order that the panel's seed and the person fix.
    /// Never one's own, a hidden one, or one that was dealt or judged before.
    #[must_use]
    pub(crate) fn deal(&self, judgement: &Activity, person: PersonId) -> Vec<IdeaId> {
        self.deal_after(judgement, person, None)
    }

    /// Like [`Panel::deal`], as it will be once `person` has judged `judged`.
    #[must_use]
    pub(crate) fn deal_after(&self, judgement: &Activity, person: PersonId, judged: Option<IdeaId>) -> Vec<IdeaId> {
        let hand = self.hands.get(&(judgement.id, person));
        let held = self
            .waiting(judgement, person)
            .filter(|(id, _)| Some(*id) != judged)
            .count();
        if held > SHORT {
            return Vec::new();
        }
        let prompt = judgement.prompt();
        let arrived = self.arrived.get(&prompt).map(Vec::as_slice).unwrap_or_default();
        let own = self
            .ideas_by(person)
            .filter(|(_, idea)| idea.activity == prompt)
            .count();
        if hand.map_or(0, |hand| hand.dealt.len()) + own >= arrived.len() {
            // One's own are never dealt: all others were.
            return Vec::new();
        }
        let exposure = self.exposure.get(&judgement.id);
        let left = arrived
            .iter()
            .filter(|id| Some(**id) != judged && !hand.is_some_and(|hand| hand.knows(**id)))
            .filter_map(|id| Some((*id, self.ideas.get(id)?)))
            .filter(|(_, idea)| idea.hidden.is_none() && idea.author != Some(person))
            .map(|(id, _)| {
                let shown = exposure.and_then(|shown| shown.get(&id)).copied().unwrap_or(0);
                (shown, id.0, id)
            });
        fewest_first(self.seed, person, left, HAND - held)
    }
}

/// What to deal to somebody, at most so much: what was shown to the fewest people first, ties in an order that the panel's seed
/// and the person fix. Each comes with how many it was shown to, and the id by which it takes its place among equals.
pub(crate) fn fewest_first<T: Ord>(
    seed: u64,
    person: PersonId,
    all: impl Iterator<Item = (u32, Uuid, T)>,
    most: usize,
) -> Vec<T> {
    let mut first: BinaryHeap<Reverse<(u32, u64, T)>> = all
        .map(|(shown, id, item)| Reverse((shown, shuffle(seed, person.0, id), item)))
        .collect();
    std::iter::from_fn(|| first.pop())
        .take(most)
        .map(|Reverse((.., item))| item)
        .collect()
}

/// A number that looks random and is the same for the same input on every machine.
///
/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195), chained.
pub(crate) fn shuffle(seed: u64, person: Uuid, idea: Uuid) -> u64 {
    let halves = |uuid: Uuid| uuid.as_u64_pair();
    let ((a, b), (c, d)) = (halves(person), halves(idea));
    [a, b, c, d].into_iter().fold(seed, |state, part| {
        let mut mixed = (state ^ part).wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    })
}
