use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::{SMALLEST_CELL, suppressed};
use visioncast_model::{Choice, ConstituencyId, PersonId};

use super::facts::Facts;

/// Who is for an idea, constituency by constituency, as far as it may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Backing {
    /// Per constituency of the framework, in its order: how many of it agree; none where that is kept back.
    pub(super) agree: Vec<Option<u32>>,
}

impl Backing {
    /// What may be told of those who `agree`: as [`suppressed`] keeps counts back, nothing of a constituency whose own
    /// size is kept back, and nothing at all where what is left could be narrowed down by the sizes of constituencies to
    /// fewer than [`SMALLEST_CELL`] people. None where nothing is left.
    pub(super) fn of(facts: &Facts<'_>, said: &BTreeMap<PersonId, Choice>) -> Option<Self> {
        let agree: BTreeSet<PersonId> = said
            .iter()
            .filter(|(_, choice)| **choice == Choice::Agree)
            .map(|(person, _)| *person)
            .collect();
        let people = facts.panel.people();
        let of = |group: Option<ConstituencyId>| {
            let inside = agree.iter().filter_map(|person| people.get(person));
            let named = inside.filter(|person| match group {
                Some(group) => person.constituencies.contains(&group),
                None => person.constituencies.is_empty(),
            });
            super::number(named.count())
        };
        let constituencies = &facts.panel.framework().constituencies;
        let groups = constituencies.iter().map(|known| Some(known.id)).chain([None]);
        let counts: Vec<u32> = groups.map(of).collect();
        let sizes: Vec<Option<u32>> = facts
            .attendance
            .constituencies
            .iter()
            .map(|group| group.people)
            .collect();
        let mut agree = told(&counts, super::number(agree.len()), &sizes, facts.joined())?;
        agree.pop();
        agree.iter().any(Option::is_some).then_some(Self { agree })
    }
}

/// See [`Backing::of`]; the last group is those who named none.
fn told(counts: &[u32], total: u32, sizes: &[Option<u32>], joined: u32) -> Option<Vec<Option<u32>>> {
    if sizes.len() != counts.len() {
        return None;
    }
    let hidden: Vec<u32> = counts
        .iter()
        .zip(sizes)
        .map(|(count, size)| if size.is_some() { *count } else { 0 })
        .collect();
    let mut published = suppressed(&hidden, total);
    loop {
        if published.iter().all(Option::is_none) {
            return None;
        }
        if is_safe(&published, total, sizes, joined) {
            return Some(published);
        }
        let smallest = published.iter_mut().filter(|count| count.is_some()).min()?;
        *smallest = None;
    }
}

/// Whether each count that is kept back leaves a range of [`SMALLEST_CELL`] to whoever knows the total and how large each
/// group is at most.
fn is_safe(published: &[Option<u32>], total: u32, sizes: &[Option<u32>], joined: u32) -> bool {
    let told: u64 = published.iter().flatten().copied().map(u64::from).sum();
    // Where people belong to several groups, nothing follows from the total.
    let Some(left) = u64::from(total).checked_sub(told) else {
        return true;
    };
    let told_sizes: u64 = sizes.iter().flatten().copied().map(u64::from).sum();
    let rest = u64::from(joined).saturating_sub(told_sizes);
    let hidden = || {
        published
            .iter()
            .zip(sizes)
            .filter(|(count, _)| count.is_none())
            .map(|(_, size)| *size)
    };
    // All groups whose size is kept back share what is left of the room.
    let known: u64 = hidden().flatten().map(u64::from).sum();
    let unknown = hidden().any(|size| size.is_none());
    let all = known + if unknown { rest } else { 0 };
    hidden().all(|size| {
        let most = size.map_or(rest, u64::from).min(left);
        let others = all - size.map_or(0, u64::from).min(all);
        let least = if size.is_some() { left.saturating_sub(others) } else { 0 };
        most >= least + u64::from(SMALLEST_CELL)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sizes_give_away_is_kept_back() {
        // Of 30 and 5 people 33 agree: at least 3 of the 5.
        assert_eq!(told(&[30, 3, 0], 33, &[Some(30), Some(5), None], 35), None);
        let sizes = [Some(30), Some(20), None, None];
        assert_eq!(
            told(&[20, 3, 4, 0], 27, &sizes, 65),
            Some(vec![Some(20), None, None, None])
        );
    }

    #[test]
    fn a_group_of_unknown_size_tells_nothing() {
        let sizes = [Some(30), None, None];
        assert_eq!(told(&[12, 6, 2], 20, &sizes, 44), Some(vec![Some(12), None, None]));
    }
}
