use std::collections::BTreeMap;

use kodama::{Method, linkage};

use crate::Generator;

/// How much a pair that nobody saw is worth: as many sightings, of which as large a share found it together as over all
/// pairs. Without it, what nobody saw together would count as apart, and one sorter's word as everybody's.
const PRIOR: f64 = 2.0;
/// What it costs to tell which group something is in, of what it costs in full. Sightings by one sorter hang together, so
/// the full price is not right either; half finds the most, see `docs/METHODS.md`.
const PRICE: f64 = 0.5;
/// How many rooms with the same piles of other things are drawn: a room that agrees on nothing passes once in twenty times.
const DRAWN: usize = 19;

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
        let (seen, together) = self.all();
        if seen > 0.0 { together / seen } else { 0.0 }
    }

    /// All sightings, and those in one pile.
    fn all(&self) -> (f64, f64) {
        let sum = |counts: &[u32]| counts.iter().map(|count| f64::from(*count)).sum::<f64>();
        (sum(&self.seen), sum(&self.together))
    }

    /// What lay beside something else before anybody.
    fn things(&self) -> Vec<usize> {
        let mut seen = vec![false; self.n];
        let pairs = (0..self.n).flat_map(|one| (one + 1..self.n).map(move |other| (one, other)));
        for ((one, other), _) in pairs.zip(&self.seen).filter(|(_, times)| **times > 0) {
            seen[one] = true;
            seen[other] = true;
        }
        (0..self.n).filter(|thing| seen[*thing]).collect()
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
/// of the cuts of its tree the one that describes the sightings best: how likely they are with one share within groups and
/// one between them, less the [`PRICE`] of telling which group each thing is in (minimum description length: Rissanen 1978,
/// doi:10.1016/0005-1098(78)90005-5). None where piles of the same sizes with the same things at random describe as well
/// once in [`DRAWN`] times; all in one group only where most pairs were kept together.
#[must_use]
pub fn crowd_groups(n: usize, sorters: &[Piles]) -> Vec<CrowdGroup> {
    let sightings = Sightings::of(n, sorters);
    let Some(cut) = best_cut(&sightings).filter(|cut| cut.is_whole() || beats_chance(n, sorters, cut.gain)) else {
        return Vec::new();
    };
    let mut groups: Vec<CrowdGroup> = cut
        .groups
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| described(&sightings, &group))
        // Carried along by others: nobody saw two of them together.
        .filter(|group| group.together > 0)
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

/// A cut of the tree of linkage.
struct Cut {
    /// The groups, each in order.
    groups: Vec<Vec<usize>>,
    /// How much better than one group of everything it describes the sightings.
    gain: f64,
}

impl Cut {
    const fn is_whole(&self) -> bool {
        self.groups.len() == 1
    }
}

/// The cut that describes the sightings best; none where that is one group of what was mostly kept apart.
fn best_cut(sightings: &Sightings) -> Option<Cut> {
    // What nobody saw says nothing, and would be carried along by what is merged after it.
    let things = sightings.things();
    let n = things.len();
    if n < 2 {
        return None;
    }
    let share = sightings.share();
    let pairs = things.iter().enumerate().flat_map(|(place, one)| {
        things[place + 1..]
            .iter()
            .map(move |other| sightings.pair(*one, *other))
    });
    let mut distances: Vec<f64> = pairs
        .map(|pair| {
            let (seen, together) = (f64::from(sightings.seen[pair]), f64::from(sightings.together[pair]));
            1.0 - (together + PRIOR * share) / (seen + PRIOR)
        })
        .collect();
    let tree = linkage(&mut distances, n, Method::Average);
    let merges: Vec<(usize, usize)> = tree
        .steps()
        .iter()
        .map(|merge| (merge.cluster1, merge.cluster2))
        .collect();
    let (all_seen, all_together) = sightings.all();
    let one_group = likelihood(all_seen, all_together);
    let (mut seen, mut together, mut told) = (0.0, 0.0, label(n));
    let mut best = (0.0, merges.len());
    merged(&things, &merges, |step, one, other| {
        let (pairs, kept) = sightings.between(one, other);
        seen += f64::from(pairs);
        together += f64::from(kept);
        told -= label(one.len() + other.len()) - label(one.len()) - label(other.len());
        let (seen_outside, together_outside) = (all_seen - seen, all_together - together);
        let fits = likelihood(seen, together) + likelihood(seen_outside, together_outside);
        let gain = fits - one_group - PRICE * told;
        if gain > best.0 && together * seen_outside > together_outside * seen {
            best = (gain, step + 1);
        }
    });
    let (gain, steps) = best;
    let whole = steps == merges.len();
    (!whole || all_together * 2.0 > all_seen).then(|| Cut {
        groups: merged(&things, &merges[..steps], |_, _, _| ()),
        gain,
    })
}

/// The groups after those merges, each in order; `each` is told of every merge before it is done.
fn merged(
    things: &[usize],
    merges: &[(usize, usize)],
    mut each: impl FnMut(usize, &[usize], &[usize]),
) -> Vec<Vec<usize>> {
    let mut clusters: BTreeMap<usize, Vec<usize>> = things.iter().map(|thing| vec![*thing]).enumerate().collect();
    for (step, (one, other)) in merges.iter().enumerate() {
        let one = clusters.remove(one).unwrap_or_default();
        let other = clusters.remove(other).unwrap_or_default();
        each(step, &one, &other);
        clusters.insert(things.len() + step, [one, other].concat());
    }
    let mut groups: Vec<Vec<usize>> = clusters.into_values().collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}

/// The logarithm of how likely it is that, of `seen` pairs, these were kept together, at the share that fits best.
fn likelihood(seen: f64, together: f64) -> f64 {
    let part = |count: f64| if count > 0.0 { count * (count / seen).ln() } else { 0.0 };
    part(together) + part(seen - together)
}

/// What a group of that size takes off the price of telling the group of each.
fn label(size: usize) -> f64 {
    size as f64 * (size as f64).ln()
}

/// Whether piles of the same sizes, each sorter's own things put into them at random, gain less every time.
fn beats_chance(n: usize, sorters: &[Piles], gain: f64) -> bool {
    let mut random = Generator::new(sorters.len() as u64);
    // In an order of their own: who sorted first makes no difference.
    let mut sorters = sorters.to_vec();
    for piles in &mut sorters {
        piles.iter_mut().for_each(|pile| pile.sort_unstable());
        piles.sort_unstable();
    }
    sorters.sort_unstable();
    (0..DRAWN).all(|_| {
        let drawn: Vec<Piles> = sorters.iter().map(|piles| dealt_again(piles, &mut random)).collect();
        best_cut(&Sightings::of(n, &drawn)).is_none_or(|cut| cut.gain < gain)
    })
}

fn dealt_again(piles: &Piles, random: &mut Generator) -> Piles {
    let mut things: Vec<usize> = piles.iter().flatten().copied().collect();
    for place in (1..things.len()).rev() {
        things.swap(place, random.below(place as u64 + 1) as usize);
    }
    let mut things = things.into_iter();
    piles
        .iter()
        .map(|pile| things.by_ref().take(pile.len()).collect())
        .collect()
}
