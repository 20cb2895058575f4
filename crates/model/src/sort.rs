//! Crowd sorting: everybody puts a handful of ideas into piles of their own, unseen by others.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use serde::{Deserialize, Serialize};

use crate::{
    Activity, ActivityId, Grouping, IdeaId, ItemId, Kind, Panel, PersonId, SMALLEST_CELL, Sorters, WordsHash, WordsId,
    deal::{fewest_first, shuffle},
    measure::{Sighting, accord},
};

/// How many ideas somebody is given to sort at a time where nobody chose: what can be overlooked on a phone, and done in a
/// minute. What more or fewer would find is in `docs/METHODS.md`.
pub const HANDFUL: u8 = 12;
/// How many may be chosen: of fewer than four hardly any two belong together, more than twenty-four nobody finishes standing.
pub const HANDFULS: RangeInclusive<u8> = 4..=24;
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
                ..
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
        self.unsorted(activity, person)
            .filter(|id| self.is_sortable(*id))
            .collect()
    }

    /// How many of the ideas that `person` was given to sort were taken off the screens before they did.
    #[must_use]
    pub fn gone_unsorted(&self, activity: &Activity, person: PersonId) -> usize {
        self.unsorted(activity, person)
            .filter(|id| !self.is_sortable(*id))
            .count()
    }

    fn unsorted(&self, activity: &Activity, person: PersonId) -> impl Iterator<Item = IdeaId> + '_ {
        let dealt = self.dealt_items.get(&(activity.id, person)).into_iter().flatten();
        let ideas = dealt.filter_map(|item| match item {
            ItemId::Idea(id) => Some(*id),
            _ => None,
        });
        let sorted: BTreeSet<IdeaId> = self
            .sorts_of(activity.id, person)
            .flat_map(|pile| pile.ideas.iter().copied())
            .collect();
        ideas.filter(move |id| !sorted.contains(id))
    }

    /// Whether an idea is there to be read.
    pub(crate) fn is_sortable(&self, idea: IdeaId) -> bool {
        let idea = self.ideas.get(&idea).filter(|idea| idea.hidden.is_none());
        idea.is_some_and(|idea| self.words(idea).is_some())
    }

    /// What the forms of a sorting are made from beside what one person does with them, as a number: where an idea that was
    /// dealt to somebody goes off the screens, they are made anew.
    pub(crate) fn sorted_now(&self, activity: &Activity) -> u64 {
        if activity.sorted_prompt().is_none() {
            return 0;
        }
        let dealt = self
            .item_exposure
            .get(&activity.id)
            .into_iter()
            .flat_map(BTreeMap::keys);
        let gone = dealt.filter_map(|item| match item {
            ItemId::Idea(id) if !self.is_sortable(*id) => Some(*id),
            _ => None,
        });
        gone.fold(0, |sum, id| shuffle(sum, activity.id.0, id.0))
    }

    /// How strongly those agree who sort the ideas of a prompt by themselves: see [`Accord`](crate::Accord). None where too few
    /// have sorted to tell, or so few that it would tell what somebody did.
    #[must_use]
    pub fn accord(&self, prompt: ActivityId) -> Option<f64> {
        let sortings = || self.agenda.iter().filter(|item| item.sorted_prompt() == Some(prompt));
        let sorters: BTreeSet<PersonId> = sortings()
            .filter_map(|item| self.sorts.get(&item.id))
            .flat_map(|people| people.keys().copied())
            .collect();
        if sorters.len() < SMALLEST_CELL as usize {
            return None;
        }
        let numbers: BTreeMap<IdeaId, u64> = (0..)
            .zip(self.ideas_of(prompt))
            .map(|(number, (id, _))| (id, number))
            .collect();
        let mut sightings: Vec<Sighting> = Vec::new();
        for piles in sortings().flat_map(|item| self.sorts(item.id)) {
            let placed: Vec<(u64, usize)> = piles
                .iter()
                .enumerate()
                .flat_map(|(pile, Pile { ideas, .. })| ideas.iter().map(move |idea| (idea, pile)))
                .filter(|(idea, _)| self.is_sortable(**idea))
                .filter_map(|(idea, pile)| Some((*numbers.get(idea)?, pile)))
                .collect();
            for (place, (one, pile)) in placed.iter().enumerate() {
                let others = placed[place + 1..].iter();
                sightings.extend(
                    others.map(|(other, other_pile)| (one.min(other) << 32 | one.max(other), pile == other_pile)),
                );
            }
        }
        accord(sightings)
    }

    /// Whether `person` has sorted anything.
    #[must_use]
    pub fn has_sorted_some(&self, activity: ActivityId, person: PersonId) -> bool {
        self.sorts
            .get(&activity)
            .is_some_and(|people| people.contains_key(&person))
    }

    /// The next handful for somebody who has none before them: the ideas that were dealt to the fewest people first, ties in
    /// an order that the panel's seed and the person fix. What has its place in a theme is dealt only once nothing else is
    /// left. Empty where fewer than two are: one alone cannot be sorted.
    #[must_use]
    pub(crate) fn next_handful(&self, activity: &Activity, person: PersonId) -> Vec<ItemId> {
        let Kind::Grouping(Grouping {
            prompt,
            by: Sorters::Alone,
            handful,
        }) = activity.plan.kind
        else {
            return Vec::new();
        };
        let shown = self.activity(prompt).is_some_and(Activity::shows_ideas);
        if !shown || !self.handful(activity, person).is_empty() {
            return Vec::new();
        }
        let dealt = self.dealt_items.get(&(activity.id, person));
        let exposure = self.item_exposure.get(&activity.id);
        let left = |placed: bool| {
            self.visible_ideas(prompt)
                .filter(move |(id, idea)| self.words(idea).is_some() && self.themes.home(*id).is_some() == placed)
                .map(|(id, _)| (id, ItemId::Idea(id)))
                .filter(|(_, item)| !dealt.is_some_and(|dealt| dealt.contains(item)))
                .map(|(id, item)| {
                    let shown = exposure.and_then(|shown| shown.get(&item)).copied().unwrap_or(0);
                    (shown, id.0, item)
                })
        };
        let most = usize::from(handful);
        let mut next = fewest_first(self.seed, person, left(false), most);
        if next.len() < 2 {
            let more = most - next.len();
            next.extend(fewest_first(self.seed, person, left(true), more));
        }
        if next.len() < 2 { Vec::new() } else { next }
    }

    /// Notes what somebody made of a handful. What they made of the same ideas before goes; the others of that handful stay
    /// as they put them.
    pub(crate) fn note_sort(&mut self, activity: ActivityId, person: PersonId, piles: &[Pile]) {
        let handfuls = self.sorts.entry(activity).or_default().entry(person).or_default();
        let again: BTreeSet<IdeaId> = piles.iter().flat_map(|pile| pile.ideas.iter().copied()).collect();
        for before in handfuls.iter_mut() {
            for pile in before.iter_mut() {
                pile.ideas.retain(|idea| !again.contains(idea));
            }
            before.retain(|pile| !pile.ideas.is_empty());
        }
        handfuls.retain(|before| !before.is_empty());
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
