//! Which counts of people are kept back, so that none of them points at somebody.

/// No count under this is published.
pub const SMALLEST_CELL: u32 = 5;

/// `counts` of people per group as they may be published beside the number of all of them, `total`;
/// none where a count is kept back.
///
/// A count is kept back where it is small, zero too, and further ones, smallest first, until those
/// kept back cannot be worked out: at least two of them, which share at least [`SMALLEST_CELL`]
/// people. Where people belong to several groups, the published counts may add up to more than all
/// of them; then nothing follows from the total, and nothing further is kept back.
///
/// Complementary suppression as in Hundepool et al. 2012, *Statistical Disclosure Control*,
/// doi:10.1002/9781118348239, chapter 4.
#[must_use]
pub fn suppressed(counts: &[u32], total: u32) -> Vec<Option<u32>> {
    kept_back(counts, total, |_| false)
}

/// The same where some groups are `hidden` already.
#[must_use]
pub fn kept_back(counts: &[u32], total: u32, hidden: impl Fn(usize) -> bool) -> Vec<Option<u32>> {
    let mut published: Vec<Option<u32>> = counts
        .iter()
        .enumerate()
        .map(|(group, count)| Some(*count).filter(|count| *count >= SMALLEST_CELL && !hidden(group)))
        .collect();
    loop {
        let hidden = published.iter().filter(|count| count.is_none()).count();
        let sum: u64 = published.iter().flatten().copied().map(u64::from).sum();
        let shared = u64::from(total).checked_sub(sum);
        let safe = hidden == 0 || shared.is_none_or(|shared| hidden > 1 && shared >= u64::from(SMALLEST_CELL));
        if safe {
            return published;
        }
        let Some(smallest) = published.iter_mut().filter(|count| count.is_some()).min() else {
            return published;
        };
        *smallest = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_groups_are_published() {
        assert_eq!(suppressed(&[30, 5], 35), [Some(30), Some(5)]);
    }

    #[test]
    fn a_single_small_group_takes_the_next_one_with_it() {
        assert_eq!(suppressed(&[30, 8, 2], 40), [Some(30), None, None]);
    }

    #[test]
    fn small_groups_that_share_too_few_people_take_another_with_them() {
        assert_eq!(suppressed(&[30, 8, 1, 1], 40), [Some(30), None, None, None]);
        assert_eq!(suppressed(&[30, 3, 4], 37), [Some(30), None, None]);
    }

    #[test]
    fn nothing_follows_from_the_total_where_groups_overlap() {
        assert_eq!(suppressed(&[30, 28, 3], 40), [Some(30), Some(28), None]);
    }

    #[test]
    fn a_group_without_anybody_is_not_told_from_a_small_one() {
        assert_eq!(suppressed(&[0, 20, 20], 40), [None, None, Some(20)]);
    }

    #[test]
    fn nothing_is_left_of_a_tiny_room() {
        assert_eq!(suppressed(&[1], 1), [None]);
        assert_eq!(suppressed(&[], 0), Vec::<Option<u32>>::new());
    }

    /// Whatever a partition of people is, each kept-back count leaves five possible values to
    /// somebody who knows the total and that nothing else is known.
    #[test]
    fn what_is_kept_back_cannot_be_worked_out() {
        for first in 0..12_u32 {
            for second in 0..12 {
                for third in 0..12 {
                    let counts = [first, second, third];
                    let total = counts.iter().sum();
                    let published = suppressed(&counts, total);
                    let hidden = published.iter().filter(|count| count.is_none()).count();
                    let shared = total - published.iter().flatten().sum::<u32>();
                    assert!(
                        hidden == 0 || hidden == 3 || (hidden > 1 && shared >= 5),
                        "{counts:?} gave {published:?}"
                    );
                }
            }
        }
    }
}
