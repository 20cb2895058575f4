use std::collections::BTreeMap;

use visioncast_analysis::Generator;

/// Random order from a seed, the same on every machine: [`Generator`] under Fisher and Yates' shuffle.
///
/// Who does not know the seed cannot tell the order that things had before; so a seed is random,
/// used for one export, and not kept.
pub(crate) struct Shuffle(Generator);

impl Shuffle {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(Generator::new(seed))
    }

    /// Puts `items` in random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            let other = self.0.below(end as u64 + 1) as usize;
            items.swap(end, other);
        }
    }

    /// Numbers for `ids` from 1 on, in random order.
    pub(crate) fn pseudonyms<I: Ord + Copy>(&mut self, ids: impl IntoIterator<Item = I>) -> BTreeMap<I, usize> {
        let mut ids: Vec<I> = ids.into_iter().collect();
        self.shuffle(&mut ids);
        ids.into_iter().zip(1..).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_number_of_their_own_and_another_one_each_time() {
        let numbers = |seed| Shuffle::new(seed).pseudonyms(0..100);
        let mut first: Vec<_> = numbers(1).into_values().collect();
        assert_ne!(first, numbers(2).into_values().collect::<Vec<_>>());
        assert_eq!(first, numbers(1).into_values().collect::<Vec<_>>());
        first.sort_unstable();
        assert_eq!(first, (1..=100).collect::<Vec<_>>());
    }

    #[test]
    fn every_place_is_about_equally_likely() {
        let mut firsts = [0; 4];
        for seed in 0..4_000 {
            let mut items = [0_usize, 1, 2, 3];
            Shuffle::new(seed).shuffle(&mut items);
            firsts[items[0]] += 1;
        }
        assert!(firsts.iter().all(|count| (900..1_100).contains(count)), "{firsts:?}");
    }
}
