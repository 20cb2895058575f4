use std::collections::BTreeMap;

use visioncast_model::{Choice, Tally};

use crate::proportion::smoothed_share;

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

/// The same over `groups`, silent ones too, from what their people `said`: once for each group that
/// somebody is in.
pub fn consensus_across<G: Ord>(
    groups: impl IntoIterator<Item = G>,
    said: impl IntoIterator<Item = (G, Choice)>,
) -> Option<f64> {
    let mut tallies: BTreeMap<G, Tally> = groups.into_iter().map(|group| (group, Tally::default())).collect();
    for (group, choice) in said {
        tallies.entry(group).or_default().count(choice);
    }
    group_informed_consensus(&tallies.into_values().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_reluctant_group_lowers_it() {
        let all_for = Tally {
            agree: 8,
            disagree: 0,
            pass: 0,
        };
        let split = Tally {
            agree: 2,
            disagree: 1,
            pass: 1,
        };
        assert_eq!(group_informed_consensus(&[all_for, split]), Some(0.9 * 0.5));
        assert_eq!(group_informed_consensus(&[]), None);
    }

    #[test]
    fn a_silent_group_leaves_it_open() {
        let said = [("a", Choice::Agree), ("a", Choice::Pass)];
        assert_eq!(consensus_across(["a", "b"], said), Some(0.5 * 0.5));
        assert_eq!(consensus_across([], [] as [(&str, Choice); 0]), None);
    }
}
