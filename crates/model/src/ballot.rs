use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::PersonId;

/// What somebody says to an idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// For it.
    Agree,
    /// Against it.
    Disagree,
    /// Neither.
    Pass,
}

/// Current ballots on one idea: the last one of each person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many agree.
    pub agree: u32,
    /// How many disagree.
    pub disagree: u32,
    /// How many passed.
    pub pass: u32,
}

impl Tally {
    /// All ballots.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// Counts one ballot in.
    pub const fn count(&mut self, choice: Choice) {
        *self.slot(choice) += 1;
    }

    /// Counts one ballot out.
    pub const fn discount(&mut self, choice: Choice) {
        let slot = self.slot(choice);
        *slot = slot.saturating_sub(1);
    }

    const fn slot(&mut self, choice: Choice) -> &mut u32 {
        match choice {
            Choice::Agree => &mut self.agree,
            Choice::Disagree => &mut self.disagree,
            Choice::Pass => &mut self.pass,
        }
    }
}

/// The current ballots of one idea in one activity, and their tally.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballots {
    by_person: BTreeMap<PersonId, Choice>,
    tally: Tally,
}

impl Ballots {
    /// Puts somebody's ballot in place of their earlier one.
    pub fn cast(&mut self, person: PersonId, choice: Choice) {
        if let Some(earlier) = self.by_person.insert(person, choice) {
            self.tally.discount(earlier);
        }
        self.tally.count(choice);
    }

    /// What they add up to.
    #[must_use]
    pub const fn tally(&self) -> Tally {
        self.tally
    }

    /// What this person said, if anything.
    #[must_use]
    pub fn of(&self, person: PersonId) -> Option<Choice> {
        self.by_person.get(&person).copied()
    }

    /// Who said what, in the order of their (random) ids.
    pub fn iter(&self) -> impl Iterator<Item = (PersonId, Choice)> + '_ {
        self.by_person.iter().map(|(person, choice)| (*person, *choice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_second_ballot_replaces_the_first() {
        let person = PersonId(Uuid::from_u128(1));
        let mut ballots = Ballots::default();
        ballots.cast(person, Choice::Agree);
        ballots.cast(person, Choice::Disagree);
        assert_eq!(
            ballots.tally(),
            Tally {
                agree: 0,
                disagree: 1,
                pass: 0
            }
        );
        assert_eq!(ballots.of(person), Some(Choice::Disagree));
    }
}
