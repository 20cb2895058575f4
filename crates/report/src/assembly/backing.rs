use std::collections::BTreeMap;

use visioncast_analysis::{Divide, Edition, SMALLEST_CELL, bridge};
use visioncast_model::{Choice, Panel, PersonId, Tally, kept_back};

use crate::{
    attendance::{Attendance, NONE},
    told::Ledger,
};

/// Who is for an idea, constituency by constituency, as far as it may be told.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Backing {
    /// Per constituency of the framework, in its order: how many of it agree; none where that is kept back.
    pub(super) agree: Vec<Option<u32>>,
    /// The group-aware consensus over the constituencies of which a count is told, where in each of them more than half of
    /// those who voted agree: for an order, since the number itself would tell what is kept back.
    pub(super) bridge: Option<f64>,
    pub(super) parted: Option<Parted>,
}

/// A constituency in which more than half of those who voted agree, and one in which at most half do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Parted {
    pub(super) most: usize,
    pub(super) least: usize,
    /// Whether the latter leans against it.
    pub(super) opposed: bool,
    /// How far they lie apart, for an order alone.
    pub(super) gap: f64,
}

/// The constituencies of a room, as far as their sizes may be told.
pub(super) struct Constituencies {
    /// What editions call them; last, who named none.
    names: Vec<String>,
    sizes: Vec<Option<u32>>,
    joined: u32,
    /// In which of them each person is.
    of: BTreeMap<PersonId, Vec<usize>>,
}

impl Constituencies {
    pub(super) fn of(panel: &Panel, attendance: &Attendance) -> Self {
        let known = &panel.framework().constituencies;
        let mut names: Vec<String> = known.iter().map(|known| known.id.to_string()).collect();
        names.push(NONE.to_owned());
        let groups = |person: &visioncast_model::Participant| {
            let named = known.iter().enumerate();
            let named = named.filter(|(_, known)| person.constituencies.contains(&known.id));
            let mut groups: Vec<usize> = named.map(|(place, _)| place).collect();
            if person.constituencies.is_empty() {
                groups.push(known.len());
            }
            groups
        };
        Self {
            sizes: attendance.constituencies.iter().map(|group| group.people).collect(),
            joined: attendance.joined,
            of: panel
                .people()
                .iter()
                .map(|(id, person)| (*id, groups(person)))
                .collect(),
            names,
        }
    }
}

impl Backing {
    /// What may be told of those who agree: as [`suppressed`](visioncast_analysis::suppressed) keeps counts back, nothing of
    /// a constituency whose own size is kept back, nothing at all where what is left could be narrowed down by the sizes of
    /// constituencies to fewer than [`SMALLEST_CELL`] people, and nothing that earlier editions of `table`, or `earlier` votes
    /// on the same idea, kept back or that their numbers would tell of: who votes twice seldom changes their mind. None
    /// where nothing is left.
    pub(super) fn of(
        room: &Constituencies,
        said: &BTreeMap<PersonId, Choice>,
        (table, earlier): (&str, &mut Vec<Edition>),
        ledger: &mut Ledger<'_>,
    ) -> Option<Self> {
        // A framework without constituencies has no groups, not even of those who named none.
        if room.sizes.len() != room.names.len() {
            return None;
        }
        let mut tallies = vec![Tally::default(); room.names.len()];
        let mut total = 0;
        for (person, choice) in said {
            total += u32::from(*choice == Choice::Agree);
            for group in room.of.get(person).into_iter().flatten() {
                tallies[*group].count(*choice);
            }
        }
        let counts: Vec<u32> = tallies.iter().map(|tally| tally.agree).collect();
        let mut before = ledger.earlier(table, &room.names);
        before.extend(earlier.iter().cloned());
        let agree = told(&counts, total, &room.sizes, room.joined, &before);
        let edition = Edition {
            total,
            counts: agree.clone().unwrap_or_else(|| vec![None; counts.len()]),
        };
        ledger.note(table, &room.names, &edition);
        earlier.push(edition);
        let mut agree = agree?;
        tallies.pop();
        let parted = parted(&agree, &tallies, total, super::number(said.len()), room);
        agree.pop();
        if agree.iter().all(Option::is_none) {
            return None;
        }
        let told: Vec<Tally> = tallies
            .into_iter()
            .zip(&agree)
            .filter_map(|(tally, agree)| agree.is_some().then_some(tally))
            .collect();
        Some(Self {
            bridge: bridge(&told),
            parted,
            agree,
        })
    }
}

/// See [`Backing::parted`]: said of a constituency whose count is told, and of another whose count is told too, or may still
/// be anything within a range of [`SMALLEST_CELL`] to whoever knows that fewer than half of those who voted agree.
fn parted(agree: &[Option<u32>], tallies: &[Tally], total: u32, voters: u32, room: &Constituencies) -> Option<Parted> {
    let sized: Vec<usize> = (0..tallies.len())
        .filter(|group| room.sizes[*group].is_some() && tallies[*group].total() >= SMALLEST_CELL)
        .collect();
    let said: Vec<Tally> = sized.iter().map(|group| tallies[*group]).collect();
    let divide = Divide::of(&said).filter(Divide::parts)?;
    let (most, least) = (sized[divide.most], sized[divide.least]);
    agree[most]?;
    let parted = Parted {
        most,
        least,
        opposed: divide.opposed,
        gap: divide.gap,
    };
    if agree[least].is_some() {
        return Some(parted);
    }
    // Fewer agree than do not, so at most half of it, less one; and one less than all who do not agree.
    let against = voters.saturating_sub(total);
    let cap = (room.sizes[least]?.saturating_sub(1) / 2).min(against.saturating_sub(1));
    let mut most_of = room.sizes.clone();
    most_of[least] = Some(cap);
    (cap.min(total) >= SMALLEST_CELL && is_safe(agree, total, &most_of, rest(&room.sizes, room.joined)))
        .then_some(parted)
}

/// See [`Backing::of`]; the last group is those who named none.
fn told(
    counts: &[u32],
    total: u32,
    sizes: &[Option<u32>],
    joined: u32,
    earlier: &[Edition],
) -> Option<Vec<Option<u32>>> {
    let hidden = |group: usize| sizes[group].is_none() || earlier.iter().any(|edition| edition.counts[group].is_none());
    let mut published = kept_back(counts, total, hidden);
    let rest = rest(sizes, joined);
    loop {
        if published.iter().all(Option::is_none) {
            return None;
        }
        if is_safe(&published, total, sizes, rest) {
            break;
        }
        let smallest = published.iter_mut().filter(|count| count.is_some()).min()?;
        *smallest = None;
    }
    let edition = Edition {
        total,
        counts: published,
    };
    edition.follows(earlier).then_some(edition.counts)
}

/// How many people all groups share whose size is kept back, at most.
fn rest(sizes: &[Option<u32>], joined: u32) -> u64 {
    let told: u64 = sizes.iter().flatten().copied().map(u64::from).sum();
    u64::from(joined).saturating_sub(told)
}

/// Whether each count that is kept back leaves a range of [`SMALLEST_CELL`] to whoever knows the total, at most how many of
/// each group can be counted, and how many of all groups together of which that is not known.
fn is_safe(published: &[Option<u32>], total: u32, most: &[Option<u32>], rest: u64) -> bool {
    let told: u64 = published.iter().flatten().copied().map(u64::from).sum();
    // Where people belong to several groups, nothing follows from the total.
    let Some(left) = u64::from(total).checked_sub(told) else {
        return true;
    };
    let hidden = || {
        published
            .iter()
            .zip(most)
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
        assert_eq!(told(&[30, 3, 0], 33, &[Some(30), Some(5), None], 35, &[]), None);
        let sizes = [Some(30), Some(20), None, None];
        assert_eq!(
            told(&[20, 3, 4, 0], 27, &sizes, 65, &[]),
            Some(vec![Some(20), None, None, None])
        );
    }

    #[test]
    fn a_group_of_unknown_size_tells_nothing() {
        let sizes = [Some(30), None, None];
        assert_eq!(told(&[12, 6, 2], 20, &sizes, 44, &[]), Some(vec![Some(12), None, None]));
    }

    #[test]
    fn what_an_edition_kept_back_stays_so() {
        let sizes = [Some(30), Some(30), Some(30)];
        let earlier = Edition {
            total: 24,
            counts: vec![Some(14), None, None],
        };
        let earlier = [earlier];
        assert_eq!(
            told(&[20, 18, 12], 50, &sizes, 90, &earlier),
            Some(vec![Some(20), None, None])
        );
        // One more in one of two that are kept back would be known.
        assert_eq!(told(&[14, 7, 4], 25, &sizes, 90, &earlier), None);
    }
}
