use visioncast_model::Tally;

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
    let smoothed = |tally: &Tally| f64::from(tally.agree + 1) / f64::from(tally.total() + 2);
    Some(groups.iter().map(smoothed).product())
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
}
