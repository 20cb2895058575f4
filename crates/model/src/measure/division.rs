use super::{Z_90, smoothed_share, two_proportion_z};
use crate::{Interval, Tally};

/// How far all groups agree to something: the product, over the groups, of the smoothed share of
/// agreement, (A + 1) / (S + 2), with A who agree and S all who said something, passes too.
///
/// Small, Bjorkegren, Erkkilä, Shaw and Megill 2021, doi:10.6035/recerca.5516; Polis calls it
/// group-informed consensus. None where there is no group.
#[must_use]
pub fn group_informed_consensus(groups: &[Tally]) -> Option<f64> {
    if groups.is_empty() {
        return None;
    }
    let smoothed = |tally: &Tally| smoothed_share(tally.agree, tally.total());
    Some(groups.iter().map(smoothed).product())
}

/// How evenly the room is split over something, from 0 (all on one side) to 1 (half and half), as far
/// as that is sure: twice the lower end of the 95 % Wilson interval of the smaller side among agree and
/// disagree. For order under uncertainty; passes do not count.
#[must_use]
pub fn split(tally: Tally) -> f64 {
    let smaller = tally.agree.min(tally.disagree);
    let said = tally.agree + tally.disagree;
    if said == 0 {
        return 0.0;
    }
    2.0 * Interval::wilson(smaller, said).low
}

/// The two groups that lie furthest apart over a statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Divide {
    /// The group that agrees most, by number.
    pub most: usize,
    /// The group that agrees least.
    pub least: usize,
    /// How far the smoothed shares of agreement lie apart, from 0 to 1.
    pub gap: f64,
    /// The z of that difference.
    pub z: f64,
    /// Whether one group leans to yes and the other to no.
    pub opposed: bool,
    /// Whether one group leans to yes and the other does not, be it that it passes.
    pub halved: bool,
}

impl Divide {
    /// Looks for it among the groups' tallies of one statement; none where fewer than two said anything.
    #[must_use]
    pub fn of(groups: &[Tally]) -> Option<Self> {
        let share = |tally: &Tally| smoothed_share(tally.agree, tally.total());
        let spoke = || groups.iter().enumerate().filter(|(_, tally)| tally.total() > 0);
        if spoke().count() < 2 {
            return None;
        }
        // The first of equals, on both sides.
        let (most, high) = spoke()
            .rev()
            .max_by(|(_, one), (_, other)| share(one).total_cmp(&share(other)))?;
        let (least, low) = spoke()
            .filter(|(group, _)| *group != most)
            .min_by(|(_, one), (_, other)| share(one).total_cmp(&share(other)))?;
        Some(Self {
            most,
            least,
            gap: share(high) - share(low),
            z: two_proportion_z((high.agree, high.total()), (low.agree, low.total())),
            opposed: leans_to_yes(high) && leans_to_no(low),
            halved: leans_to_yes(high) && !leans_to_yes(low),
        })
    }

    /// Whether it parts the groups: one leans to yes, another does not, and they lie further apart than chance would put
    /// them.
    #[must_use]
    pub fn parts(&self) -> bool {
        self.halved && self.z > Z_90
    }

    /// Whether it divides the groups: opposed, and by more than chance would do.
    #[must_use]
    pub fn is_divisive(&self) -> bool {
        self.opposed && self.z > Z_90
    }
}

/// How strongly a statement bridges the groups: its group-aware consensus where every group leans to
/// yes; none otherwise, or where there are fewer than two groups.
///
/// What divided groups support alike: Ovadya and Thorburn 2023, arXiv:2301.09976.
#[must_use]
pub fn bridge(groups: &[Tally]) -> Option<f64> {
    if groups.len() < 2 || !groups.iter().all(leans_to_yes) {
        return None;
    }
    group_informed_consensus(groups)
}

const fn leans_to_yes(tally: &Tally) -> bool {
    tally.agree > tally.disagree + tally.pass
}

const fn leans_to_no(tally: &Tally) -> bool {
    tally.disagree > tally.agree + tally.pass
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tally(agree: u32, disagree: u32, pass: u32) -> Tally {
        Tally { agree, disagree, pass }
    }

    #[test]
    fn a_surer_split_comes_first() {
        assert_eq!(split(tally(9, 0, 9)), 0.0);
        assert_eq!(split(tally(0, 0, 3)), 0.0);
        assert!(split(tally(30, 30, 0)) > split(tally(3, 3, 0)));
        assert!(split(tally(30, 30, 0)) > split(tally(40, 20, 0)));
        assert_eq!(split(tally(40, 20, 5)), split(tally(20, 40, 0)));
        // 15 of 148 is published as .0624–.1605.
        assert!((split(tally(133, 15, 0)) - 2.0 * 0.0624).abs() < 1e-4);
    }

    #[test]
    fn groups_that_oppose_each_other_are_divided() {
        let groups = [tally(15, 9, 0), tally(56, 15, 0), tally(2, 18, 0), tally(0, 0, 0)];
        let divide = Divide::of(&groups).expect("three groups spoke");
        assert_eq!((divide.most, divide.least), (1, 2));
        assert!((divide.gap - (57.0 / 73.0 - 3.0 / 22.0)).abs() < 1e-12);
        assert!(divide.is_divisive());
        // Both lean to yes, with the published z of the difference.
        let nearer = Divide::of(&groups[..2]).expect("two groups");
        assert!((nearer.z - 1.514).abs() < 5e-4 && !nearer.is_divisive());
        assert_eq!(Divide::of(&[groups[0], groups[3]]), None);
    }

    #[test]
    fn one_reluctant_group_lowers_it() {
        assert_eq!(
            group_informed_consensus(&[tally(8, 0, 0), tally(2, 1, 1)]),
            Some(0.9 * 0.5)
        );
        assert_eq!(group_informed_consensus(&[]), None);
    }

    #[test]
    fn a_bridge_stands_on_every_group() {
        assert_eq!(bridge(&[tally(8, 0, 0), tally(2, 1, 0)]), Some(0.9 * 0.6));
        assert_eq!(bridge(&[tally(8, 0, 0), tally(2, 1, 1)]), None);
        assert_eq!(bridge(&[tally(8, 0, 0)]), None);
    }
}
