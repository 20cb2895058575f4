//! Crowd sorting: everybody puts a handful of ideas into piles of their own, unseen by others.

use serde::{Deserialize, Serialize};

use crate::{
    Activity, ActivityId, Grouping, IdeaId, ItemId, Kind, Panel, PersonId, Sorters, WordsHash, WordsId,
    deal::fewest_first,
};

/// How many ideas somebody is given to sort at a time: what can be overlooked on a phone, and done in a minute. What more or
/// fewer would find is in `docs/METHODS.md`.
pub const HANDFUL: usize = 12;
/// The most piles that somebody makes of a handful.
pub const PILES: u8 = 6;

/// Ideas that somebody put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pile {
    /// Which.
    pub ideas: Vec<IdeaId>,
    /// What they call it, where they said.
    pub name: Option<(WordsId, WordsHash)>,
}

impl Activity {
    /// The prompt whose ideas are sorted here by everybody on their own; none where this is something else.
    #[must_use]
    pub const fn sorted_prompt(&self) -> Option<ActivityId> {
        match self.plan.kind {
            Kind::Grouping(Grouping {
                prompt,
                by: Sorters::Alone,
            }) => Some(prompt),
            _ => None,
        }
    }
}

impl Panel {
    /// What people made of their handfuls: the piles of one handful after the other. Whose they are plays no part.
    pub fn sorts(&self, activity: ActivityId) -> impl Iterator<Item = &[Pile]> + '_ {
        let people = self.sorts.get(&activity).into_iter().flat_map(|people| people.values());
        people.flatten().map(Vec::as_slice)
    }

    /// The piles that `person` made.
    pub fn sorts_of(&self, activity: ActivityId, person: PersonId) -> impl Iterator<Item = &Pile> + '_ {
        let handfuls = self.sorts.get(&activity).and_then(|people| people.get(&person));
        handfuls.into_iter().flatten().flatten()
    }

    /// The ideas that `person` has before them to sort: dealt, on screens, and not sorted yet.
    #[must_use]
    pub fn handful(&self, activity: &Activity, person: PersonId) -> Vec<IdeaId> {
        let dealt = self.dealt_items.get(&(activity.id, person)).into_iter().flatten();
        let ideas = dealt.filter_map(|item| match item {
            ItemId::Idea(id) => Some(*id),
            _ => None,
        });
        ideas
            .filter(|id| {
                self.ideas.get(id).is_some_and(|idea| idea.hidden.is_none())
                    && !self.has_sorted(activity.id, person, *id)
            })
            .collect()
    }

    /// Whether `person` has sorted anything.
    #[must_use]
    pub fn has_sorted_some(&self, activity: ActivityId, person: PersonId) -> bool {
        self.sorts
            .get(&activity)
            .is_some_and(|people| people.contains_key(&person))
    }

    fn has_sorted(&self, activity: ActivityId, person: PersonId, idea: IdeaId) -> bool {
        self.sorts_of(activity, person).any(|pile| pile.ideas.contains(&idea))
    }

    /// The next handful for somebody who has none before them: the ideas that were dealt to the fewest people first, ties in
    /// an order that the panel's seed and the person fix. Empty where fewer than two are left: one alone cannot be sorted.
    #[must_use]
    pub(crate) fn next_handful(&self, activity: &Activity, person: PersonId) -> Vec<ItemId> {
        let Some(prompt) = activity.sorted_prompt() else {
            return Vec::new();
        };
        let shown = self.activity(prompt).is_some_and(Activity::shows_ideas);
        if !shown || !self.handful(activity, person).is_empty() {
            return Vec::new();
        }
        let dealt = self.dealt_items.get(&(activity.id, person));
        let exposure = self.item_exposure.get(&activity.id);
        let left = self
            .visible_ideas(prompt)
            .map(|(id, _)| (id, ItemId::Idea(id)))
            .filter(|(_, item)| !dealt.is_some_and(|dealt| dealt.contains(item)))
            .map(|(id, item)| {
                let shown = exposure.and_then(|shown| shown.get(&item)).copied().unwrap_or(0);
                (shown, id.0, item)
            });
        let handful = fewest_first(self.seed, person, left, HANDFUL);
        if handful.len() < 2 { Vec::new() } else { handful }
    }

    /// Notes what somebody made of a handful, in place of what they made of the same ideas before.
    pub(crate) fn note_sort(&mut self, activity: ActivityId, person: PersonId, piles: &[Pile]) {
        let handfuls = self.sorts.entry(activity).or_default().entry(person).or_default();
        let again = |idea: &IdeaId| piles.iter().any(|pile| pile.ideas.contains(idea));
        handfuls.retain(|piles| !piles.iter().any(|pile| pile.ideas.iter().any(again)));
        handfuls.push(piles.to_vec());
        self.answered.entry(activity).or_default().insert(person);
    }

    /// Forgets all that somebody sorted; returns where the names of their piles are.
    pub(crate) fn forget_sorts(&mut self, person: PersonId) -> Vec<WordsId> {
        let gone = self.sorts.values_mut().filter_map(|people| people.remove(&person));
        let names = gone.flatten().flatten().filter_map(|pile| pile.name);
        names.map(|(words, _)| words).collect()
    }
}
