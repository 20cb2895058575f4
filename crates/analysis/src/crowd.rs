use std::collections::BTreeMap;

use kodama::{Method, linkage};

/// How much a pair that nobody saw is worth: as many sightings, of which as large a share found it together as over all
/// pairs. Without it, what nobody saw together would count as apart, and one sorter's word as everybody's.
const PRIOR: f64 = 2.0;

/// What one sorter made of the things that lay before them: piles of things by their numbers, each thing in one pile at the
/// most; one that belongs with nothing is a pile of its own.
pub type Piles = Vec<Vec<usize>>;

/// A group that the sorters' piles add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct CrowdGroup {
    /// The things in it, the firmest first, and how firmly each belongs: of the sightings of it beside another of the group,
    /// the share in one pile. None where no sorter saw it beside another.
    pub members: Vec<(usize, Option<f64>)>,
    /// How often two of the group lay before the same sorter.
    pub seen: u32,
    /// How often these were put into one pile.
    pub together: u32,
    /// How often one of the group and one of another lay before the same sorter.
    pub seen_outside: u32,
    /// How often these were put into one pile all the same.
    pub together_outside: u32,
}

/// How often every two of `n` things lay before the same sorter, and how often in one pile.
struct Sightings {
    n: usize,
    seen: Vec<u32>,
    together: Vec<u32>,
}

impl Sightings {
    fn of(n: usize, sorters: &[Piles]) -> Self {
        let pairs = n * n.saturating_sub(1) / 2;
        let mut sightings = Self {
            n,
            seen: vec![0; pairs],
            together: vec![0; pairs],
        };
        for piles in sorters {
            let before: Vec<(usize, usize)> = piles
                .iter()
                .enumerate()
                .flat_map(|(pile, things)| things.iter().map(move |thing| (*thing, pile)))
                .filter(|(thing, _)| *thing < n)
                .collect();
            for (place, (one, pile)) in before.iter().enumerate() {
                for (other, other_pile) in &before[place + 1..] {
                    if one == other {
                        continue;
                    }
                    let pair = sightings.pair(*one, *other);
                    sightings.seen[pair] += 1;
                    sightings.together[pair] += u32::from(pile == other_pile);
                }
            }
        }
        sightings
    }

    /// The place of a pair in the upper triangle, row by row.
    fn pair(&self, one: usize, other: usize) -> usize {
        let (low, high) = (one.min(other), one.max(other));
        low * (2 * self.n - low - 1) / 2 + high - low - 1
    }

    /// Of all sightings, the share in one pile; 0 where there are none.
    fn share(&self) -> f64 {
        let sum = |counts: &[u32]| counts.iter().map(|count| f64::from(*count)).sum::<f64>();
        let seen = sum(&self.seen);
        if seen > 0.0 { sum(&self.together) / seen } else { 0.0 }
    }

    /// Of the pairs between two sets of things: how often they were seen, and how often together.
    fn between(&self, one: &[usize], other: &[usize]) -> (u32, u32) {
        let mut counts = (0, 0);
        for a in one {
            for b in other {
                if a != b {
                    let pair = self.pair(*a, *b);
                    counts.0 += self.seen[pair];
                    counts.1 += self.together[pair];
                }
            }
        }
        counts
    }
}

/// The groups that `sorters` make of `n` things, the largest first; what stays alone, and what nobody saw, is in none.
///
/// Co-association (Fred and Jain 2005, doi:10.1109/TPAMI.2005.113): two things are as alike as the share of the sorters who
/// saw both and put them into one pile, shrunk towards the share over all pairs by [`PRIOR`] sightings. Average linkage;
/// of the cuts of its tree the one whose groups say the same as the sorters did of the most pairs that they saw, where a
/// pair counts as together from twice the share over all pairs on, but no later than from the half on.
#[must_use]
pub fn crowd_groups(n: usize, sorters: &[Piles]) -> Vec<CrowdGroup> {
    let sightings = Sightings::of(n, sorters);
    let mut groups: Vec<CrowdGroup> = cut(&sightings)
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| described(&sightings, &group))
        .collect();
    groups.sort_by(|one, other| {
        let by_size = other.members.len().cmp(&one.members.len());
        by_size.then_with(|| one.members[0].0.cmp(&other.members[0].0))
    });
    groups
}

fn described(sightings: &Sightings, group: &[usize]) -> CrowdGroup {
    let others: Vec<usize> = (0..sightings.n).filter(|thing| !group.contains(thing)).collect();
    let mut members: Vec<(usize, Option<f64>)> = group
        .iter()
        .map(|thing| {
            let (seen, together) = sightings.between(&[*thing], group);
            (*thing, (seen > 0).then(|| f64::from(together) / f64::from(seen)))
        })
        .collect();
    members.sort_by(|one, other| {
        other
            .1
            .partial_cmp(&one.1)
            .unwrap_or(std::cmp::Ordering::Equal)
            .then(one.0.cmp(&other.0))
    });
    let (seen, together) = sightings.between(group, group);
    let (seen_outside, together_outside) = sightings.between(group, &others);
    CrowdGroup {
        members,
        // Each pair was met from both ends.
        seen: seen / 2,
        together: together / 2,
        seen_outside,
        together_outside,
    }
}

/// The groups of the best cut, each in order.
fn cut(sightings: &Sightings) -> Vec<Vec<usize>> {
    let n = sightings.n;
    if n < 2 || sightings.seen.iter().all(|seen| *seen == 0) {
        return Vec::new();
    }
    let share = sightings.share();
    let bar = (2.0 * share).min(0.5);
    let mut distances: Vec<f64> = sightings
        .seen
        .iter()
        .zip(&sightings.together)
        .map(|(seen, together)| {
            let (seen, together) = (f64::from(*seen), f64::from(*together));
            1.0 - (together + PRIOR * share) / (seen + PRIOR)
        })
        .collect();
    let tree = linkage(&mut distances, n, Method::Average);
    // How much better it is than everything alone to have those merged so far together.
    let gain = |one: &[usize], other: &[usize]| {
        let (seen, together) = sightings.between(one, other);
        f64::from(together) - bar * f64::from(seen)
    };
    let mut clusters: BTreeMap<usize, Vec<usize>> = (0..n).map(|thing| (thing, vec![thing])).collect();
    let (mut value, mut best) = (0.0, (0.0, 0));
    let mut merges = Vec::with_capacity(n - 1);
    for (step, merge) in tree.steps().iter().enumerate() {
        let one = clusters.remove(&merge.cluster1).unwrap_or_default();
        let other = clusters.remove(&merge.cluster2).unwrap_or_default();
        value += gain(&one, &other);
        if value > best.0 {
            best = (value, step + 1);
        }
        merges.push((merge.cluster1, merge.cluster2));
        clusters.insert(n + step, [one, other].concat());
    }
    let mut clusters: BTreeMap<usize, Vec<usize>> = (0..n).map(|thing| (thing, vec![thing])).collect();
    for (step, (one, other)) in merges.into_iter().take(best.1).enumerate() {
        let one = clusters.remove(&one).unwrap_or_default();
        let other = clusters.remove(&other).unwrap_or_default();
        clusters.insert(n + step, [one, other].concat());
    }
    let mut groups: Vec<Vec<usize>> = clusters.into_values().collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}
