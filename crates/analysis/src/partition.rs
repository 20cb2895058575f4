use std::collections::BTreeMap;

/// How alike two groupings of the same things are, beyond chance: 1 for the same, about 0 for
/// unrelated ones. `one` and `other` name the group of each thing, in the same order.
///
/// The adjusted Rand index of Hubert and Arabie 1985, doi:10.1007/BF01908075. None where they have
/// not the same length, or are too short to hold a pair.
#[must_use]
pub fn adjusted_rand(one: &[usize], other: &[usize]) -> Option<f64> {
    if one.len() != other.len() || one.len() < 2 {
        return None;
    }
    let together = pairs_together(one.iter().zip(other));
    let (of_one, of_other) = (pairs_together(one), pairs_together(other));
    let all = pairs(one.len());
    let expected = of_one * of_other / all;
    let most = f64::midpoint(of_one, of_other);
    if most <= expected {
        // All in one group, or each alone, in both: the same.
        return Some(1.0);
    }
    Some((together - expected) / (most - expected))
}

/// Each sorter is compared with so many others: every two of thousands would tell no more.
const COMPARED: usize = 100;

/// How much those who sorted the same things agree: the adjusted Rand index, on average over every two of them (of many,
/// over each and the hundred that come next), on the things that both sorted. A sorter is the things that they sorted, in
/// order, each with the number of its group. None where no two have a pair in common.
#[must_use]
pub fn sorter_agreement(sorters: &[Vec<(usize, usize)>]) -> Option<f64> {
    let mut found = Vec::new();
    for (place, one) in sorters.iter().enumerate() {
        for other in sorters[place + 1..].iter().take(COMPARED) {
            let (one, other) = in_common(one, other);
            found.extend(adjusted_rand(&one, &other));
        }
    }
    (!found.is_empty()).then(|| found.iter().sum::<f64>() / found.len() as f64)
}

/// The groups of what both sorted.
fn in_common(one: &[(usize, usize)], other: &[(usize, usize)]) -> (Vec<usize>, Vec<usize>) {
    let both = one.iter().filter_map(|(thing, group)| {
        let place = other.binary_search_by_key(thing, |(thing, _)| *thing).ok()?;
        Some((*group, other[place].1))
    });
    both.unzip()
}

/// The units by which sorters are compared as coders are, for [`crate::krippendorff_alpha`]: every two things that one of
/// them sorted, 1 where they are together and 0 where they are apart.
#[must_use]
pub fn together_or_apart(sorters: &[Vec<(usize, usize)>]) -> Vec<Vec<i32>> {
    let mut units: BTreeMap<(usize, usize), Vec<i32>> = BTreeMap::new();
    for sorter in sorters {
        for (place, (one, group)) in sorter.iter().enumerate() {
            for (other, its_group) in &sorter[place + 1..] {
                let together = i32::from(group == its_group);
                units.entry((*one, *other)).or_default().push(together);
            }
        }
    }
    units.into_values().collect()
}

fn pairs_together<G: Ord>(groups: impl IntoIterator<Item = G>) -> f64 {
    let mut sizes: BTreeMap<G, usize> = BTreeMap::new();
    for group in groups {
        *sizes.entry(group).or_default() += 1;
    }
    sizes.into_values().map(pairs).sum()
}

fn pairs(n: usize) -> f64 {
    let n = n as f64;
    n * (n - 1.0) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_published_figures() {
        let index = |one: &[usize], other: &[usize]| adjusted_rand(one, other).expect("pairs");
        assert!((index(&[0, 0, 1, 2], &[0, 0, 1, 1]) - 0.5714).abs() < 5e-5);
        assert!((index(&[0, 0, 0, 1, 1, 1], &[0, 0, 1, 1, 2, 2]) - 0.2424).abs() < 5e-5);
        assert_eq!(index(&[0, 0, 1], &[7, 7, 3]), 1.0);
        assert_eq!(index(&[0, 0], &[1, 1]), 1.0);
        assert_eq!(adjusted_rand(&[0], &[0]), None);
        assert_eq!(adjusted_rand(&[0, 1], &[0]), None);
    }

    #[test]
    fn sorters_are_compared_on_what_both_sorted() {
        let sorter = |groups: &[usize]| groups.iter().copied().enumerate().collect::<Vec<_>>();
        let sorters = [sorter(&[0, 0, 1, 2, 9]), sorter(&[0, 0, 1, 1]), Vec::new()];
        let agreement = sorter_agreement(&sorters);
        assert!((agreement.expect("two sorters") - 0.5714).abs() < 5e-5);
        assert_eq!(sorter_agreement(&[sorter(&[0, 1])]), None);
    }

    #[test]
    fn sorters_are_coders_of_pairs() {
        let sorters = [vec![(0, 7), (1, 7), (2, 8)], vec![(0, 1), (1, 1)]];
        assert_eq!(together_or_apart(&sorters), [vec![1, 1], vec![0], vec![0]]);
    }
}
