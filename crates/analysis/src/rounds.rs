use visioncast_model::{Choice, Tally};

/// What happened to one statement between two rounds of a vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What those who voted in both rounds said in the first.
    pub before: Tally,
    /// What the same people said in the second.
    pub after: Tally,
    /// How many of them said the same again.
    pub stayed: u32,
    /// How many of them came to agree.
    pub won: u32,
    /// How many of them no longer agree.
    pub lost: u32,
    /// How many voted in the first round alone.
    pub only_before: u32,
    /// How many voted in the second alone.
    pub only_after: u32,
}

impl Change {
    /// Counts what each person said in the first and in the second round.
    pub fn of(people: impl IntoIterator<Item = (Option<Choice>, Option<Choice>)>) -> Self {
        let mut change = Self::default();
        for person in people {
            match person {
                (Some(before), Some(after)) => {
                    change.before.count(before);
                    change.after.count(after);
                    change.stayed += u32::from(before == after);
                    change.won += u32::from(before != Choice::Agree && after == Choice::Agree);
                    change.lost += u32::from(before == Choice::Agree && after != Choice::Agree);
                }
                (Some(_), None) => change.only_before += 1,
                (None, Some(_)) => change.only_after += 1,
                (None, None) => {}
            }
        }
        change
    }

    /// By how much the share of agreement rose among those who voted in both rounds, from −1 to 1; none
    /// where nobody did. Others would bring a change of who was there, not of minds.
    #[must_use]
    pub fn shift(&self) -> Option<f64> {
        let both = self.both()?;
        Some((f64::from(self.won) - f64::from(self.lost)) / both)
    }

    /// The share of those who said the same again: Delphi's stability (von der Gracht 2012,
    /// doi:10.1016/j.techfore.2012.04.013).
    #[must_use]
    pub fn stability(&self) -> Option<f64> {
        let both = self.both()?;
        Some(f64::from(self.stayed) / both)
    }

    fn both(&self) -> Option<f64> {
        let both = self.before.total();
        (both > 0).then(|| f64::from(both))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Choice::{Agree, Disagree, Pass};

    #[test]
    fn only_who_came_twice_can_have_changed_their_mind() {
        let change = Change::of([
            (Some(Agree), Some(Agree)),
            (Some(Disagree), Some(Agree)),
            (Some(Pass), Some(Agree)),
            (Some(Agree), Some(Pass)),
            (Some(Disagree), None),
            (None, Some(Disagree)),
            (None, Some(Disagree)),
            (None, None),
        ]);
        assert_eq!((change.won, change.lost, change.stayed), (2, 1, 1));
        assert_eq!((change.only_before, change.only_after), (1, 2));
        assert_eq!((change.before.agree, change.after.agree), (2, 3));
        assert_eq!(change.shift(), Some(0.25));
        assert_eq!(change.stability(), Some(0.25));
    }

    #[test]
    fn nobody_changed_where_nobody_came_twice() {
        let change = Change::of([(Some(Agree), None), (None, Some(Disagree))]);
        assert_eq!((change.shift(), change.stability()), (None, None));
    }
}
