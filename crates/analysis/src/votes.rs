use visioncast_model::{Choice, Tally};

/// The current ballots of one judgement, person by person: people and statements are numbered from 0
/// on, and only what was said takes room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Votes {
    statements: usize,
    /// Where each person's votes begin; one more at the end.
    starts: Vec<usize>,
    /// By person, then by statement.
    said: Vec<(u32, Choice)>,
}

impl Votes {
    /// Takes ballots as (person, statement, choice) in the order in which they were cast: the last one
    /// of a person on a statement counts.
    ///
    /// # Panics
    /// Where a ballot speaks of somebody not under `people` or of something not under `statements`.
    #[must_use]
    pub fn of(people: usize, statements: usize, ballots: &[(usize, usize, Choice)]) -> Self {
        let mut ends = vec![0_usize; people + 1];
        for (person, ..) in ballots {
            ends[person + 1] += 1;
        }
        for person in 0..people {
            ends[person + 1] += ends[person];
        }
        let mut next = ends.clone();
        let mut rows = vec![(0_u32, Choice::Pass); ballots.len()];
        for (person, statement, choice) in ballots {
            assert!(*statement < statements, "statement {statement} of {statements}");
            rows[next[*person]] = (*statement as u32, *choice);
            next[*person] += 1;
        }
        let mut votes = Self {
            statements,
            starts: vec![0],
            said: Vec::with_capacity(ballots.len()),
        };
        for person in 0..people {
            let row = &mut rows[ends[person]..ends[person + 1]];
            row.sort_by_key(|(statement, _)| *statement);
            let begin = votes.said.len();
            for vote in row {
                match votes.said[begin..].last_mut() {
                    Some(earlier) if earlier.0 == vote.0 => *earlier = *vote,
                    _ => votes.said.push(*vote),
                }
            }
            votes.starts.push(votes.said.len());
        }
        votes
    }

    /// How many people it numbers.
    #[must_use]
    pub const fn people(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many statements it numbers.
    #[must_use]
    pub const fn statements(&self) -> usize {
        self.statements
    }

    /// How many votes count.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.said.len()
    }

    /// Whether nobody said anything.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// What one person said, by statement.
    pub fn of_person(&self, person: usize) -> impl ExactSizeIterator<Item = (usize, Choice)> + '_ {
        self.said[self.starts[person]..self.starts[person + 1]]
            .iter()
            .map(|(statement, choice)| (*statement as usize, *choice))
    }

    /// What everybody said to each statement.
    #[must_use]
    pub fn tallies(&self) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.statements];
        for (statement, choice) in &self.said {
            tallies[*statement as usize].count(*choice);
        }
        tallies
    }

    /// What `people` said to each statement.
    #[must_use]
    pub fn tallies_of(&self, people: &[usize]) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.statements];
        for (statement, choice) in people.iter().flat_map(|person| self.of_person(*person)) {
            tallies[statement].count(choice);
        }
        tallies
    }

    /// What each group said to each statement: by statement, then by group. Somebody who is in several
    /// groups counts in each of them.
    #[must_use]
    pub fn tallies_by_group(&self, groups: &[Vec<usize>]) -> Vec<Vec<Tally>> {
        let by_group: Vec<Vec<Tally>> = groups.iter().map(|people| self.tallies_of(people)).collect();
        (0..self.statements)
            .map(|statement| by_group.iter().map(|tallies| tallies[statement]).collect())
            .collect()
    }

    /// The votes of `people` alone, numbered anew in that order, on the statements that `keep`.
    #[must_use]
    pub(crate) fn among(&self, people: &[usize], keep: impl Fn(usize) -> bool) -> Self {
        let mut votes = Self {
            statements: self.statements,
            starts: vec![0],
            said: Vec::new(),
        };
        for person in people {
            let row = &self.said[self.starts[*person]..self.starts[person + 1]];
            votes
                .said
                .extend(row.iter().filter(|(statement, _)| keep(*statement as usize)));
            votes.starts.push(votes.said.len());
        }
        votes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_vote_counts() {
        let votes = Votes::of(
            3,
            2,
            &[
                (2, 1, Choice::Agree),
                (0, 0, Choice::Agree),
                (2, 0, Choice::Pass),
                (2, 1, Choice::Disagree),
            ],
        );
        assert_eq!((votes.people(), votes.len()), (3, 3));
        let of_person = |person| votes.of_person(person).collect::<Vec<_>>();
        assert_eq!(of_person(1), []);
        assert_eq!(of_person(2), [(0, Choice::Pass), (1, Choice::Disagree)]);
        let tally = |agree, disagree, pass| Tally { agree, disagree, pass };
        assert_eq!(votes.tallies(), [tally(1, 0, 1), tally(0, 1, 0)]);
        assert_eq!(
            votes.tallies_by_group(&[vec![0, 2], vec![2]]),
            [[tally(1, 0, 1), tally(0, 0, 1)], [tally(0, 1, 0), tally(0, 1, 0)]]
        );
    }
}
