use std::collections::BTreeMap;

use visioncast_model::{Choice, Tally, group_informed_consensus};

/// The group-informed consensus over `groups`, silent ones too, from what their people `said`: once for each group that
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
    fn a_silent_group_leaves_it_open() {
        let said = [("a", Choice::Agree), ("a", Choice::Pass)];
        assert_eq!(consensus_across(["a", "b"], said), Some(0.5 * 0.5));
        assert_eq!(consensus_across([], [] as [(&str, Choice); 0]), None);
    }
}
