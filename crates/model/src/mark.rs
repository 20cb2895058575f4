use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{PersonId, Scale, WordsId};

/// What one person answered to one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The options taken, in the order given.
    pub marks: Vec<u8>,
    /// Where the reason is, if one was given.
    pub reason: Option<WordsId>,
    /// Whether the reason may be quoted.
    pub quotable: bool,
    /// Whether results were shown by then.
    pub later: bool,
    /// The edition of the themes that its voter saw; 0 where it is about no theme.
    pub edition: u32,
    /// Whether it does not count: what it was about is no longer asked about, or has changed.
    pub void: bool,
}

/// The current answers to one item, and what they add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    by_person: BTreeMap<PersonId, Mark>,
    counts: Vec<u32>,
    /// How many of them count.
    answered: u32,
}

impl Marks {
    /// Puts somebody's answer in place of their earlier one.
    pub(crate) fn put(&mut self, scale: &Scale, person: PersonId, mark: Mark) {
        self.counts.resize(scale.options(), 0);
        if let Some(earlier) = self.by_person.get(&person).filter(|earlier| !earlier.void) {
            self.answered -= 1;
            for (place, option) in earlier.marks.iter().enumerate() {
                if let Some(count) = self.counts.get_mut(usize::from(*option)) {
                    *count = count.saturating_sub(scale.weight(place));
                }
            }
        }
        self.count(scale, &mark);
        self.by_person.insert(person, mark);
    }

    fn count(&mut self, scale: &Scale, mark: &Mark) {
        if mark.void {
            return;
        }
        self.answered += 1;
        for (place, option) in mark.marks.iter().enumerate() {
            if let Some(count) = self.counts.get_mut(usize::from(*option)) {
                *count += scale.weight(place);
            }
        }
    }

    /// Says anew of each answer whether it counts.
    pub(crate) fn judge(&mut self, scale: &Scale, counts: impl Fn(&Mark) -> bool) {
        self.counts = vec![0; scale.options()];
        self.answered = 0;
        let mut all = std::mem::take(&mut self.by_person);
        for mark in all.values_mut() {
            mark.void = !counts(mark);
            self.count(scale, mark);
        }
        self.by_person = all;
    }

    /// Forgets the reason that somebody gave; the answer stays.
    pub(crate) fn forget_reason(&mut self, person: PersonId) -> Option<WordsId> {
        self.by_person.get_mut(&person)?.reason.take()
    }

    /// Forgets all reasons; the answers stay.
    pub(crate) fn forget_reasons(&mut self) -> Vec<WordsId> {
        self.by_person
            .values_mut()
            .filter_map(|mark| mark.reason.take())
            .collect()
    }

    /// Changes whether somebody's reason may be quoted.
    pub(crate) fn set_quotable(&mut self, person: PersonId, quotable: bool) {
        if let Some(mark) = self.by_person.get_mut(&person) {
            mark.quotable = quotable;
        }
    }

    /// How many answers count.
    #[must_use]
    pub const fn answered(&self) -> u32 {
        self.answered
    }

    /// Per option: how many took it; in a ranking, its points. Empty where nobody answered.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// What this person answered, if anything that counts.
    #[must_use]
    pub fn of(&self, person: PersonId) -> Option<&Mark> {
        self.any_of(person).filter(|mark| !mark.void)
    }

    /// The same, whether it counts or not.
    #[must_use]
    pub fn any_of(&self, person: PersonId) -> Option<&Mark> {
        self.by_person.get(&person)
    }

    /// Who answered what, in the order of their (random) ids: what counts.
    pub fn iter(&self) -> impl Iterator<Item = (PersonId, &Mark)> + '_ {
        self.all().filter(|(_, mark)| !mark.void)
    }

    /// The same, with what does not count.
    pub fn all(&self) -> impl Iterator<Item = (PersonId, &Mark)> + '_ {
        self.by_person.iter().map(|(person, mark)| (*person, mark))
    }
}
