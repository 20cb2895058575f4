use visioncast_model::Tally;

use crate::SMALLEST_CELL;

/// One statement in two rounds, whoever was there: two counts of two rooms, of which nothing says who came twice. For
/// people who are known to have voted in both there is [`crate::Change`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What the first round said.
    pub before: Tally,
    /// What the second said.
    pub after: Tally,
}

impl Comparison {
    /// The shares of agree among agree and disagree in both rounds; none where fewer than [`SMALLEST_CELL`] people took
    /// a side in either of them.
    #[must_use]
    pub fn shares(&self) -> Option<(f64, f64)> {
        let share = |tally: Tally| {
            let sides = tally.agree + tally.disagree;
            (sides >= SMALLEST_CELL).then(|| f64::from(tally.agree) / f64::from(sides))
        };
        share(self.before).zip(share(self.after))
    }

    /// By how much the share of agree among agree and disagree is higher in the second round, from −1 to 1.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        self.shares().map(|(before, after)| after - before)
    }

    /// The counts of a round as they may be published: none where fewer than [`SMALLEST_CELL`] people voted.
    #[must_use]
    pub const fn published(round: Tally) -> Option<Tally> {
        if round.total() < SMALLEST_CELL {
            None
        } else {
            Some(round)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tally(agree: u32, disagree: u32, pass: u32) -> Tally {
        Tally { agree, disagree, pass }
    }

    #[test]
    fn shares_are_of_those_who_took_a_side() {
        let compared = Comparison {
            before: tally(6, 2, 30),
            after: tally(9, 11, 0),
        };
        assert_eq!(compared.shares(), Some((0.75, 0.45)));
        assert!((compared.change().expect("both rounds have people enough") + 0.3).abs() < 1e-12);
    }

    #[test]
    fn nothing_is_said_of_a_handful() {
        let few = Comparison {
            before: tally(3, 1, 90),
            after: tally(50, 50, 0),
        };
        assert_eq!((few.shares(), few.change()), (None, None));
        assert_eq!(Comparison::published(tally(2, 1, 1)), None);
        assert_eq!(Comparison::published(tally(2, 1, 2)), Some(tally(2, 1, 2)));
    }
}
