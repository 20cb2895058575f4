use visioncast_model::{SMALLEST_CELL, kept_back};

/// The people of each group as one edition of a report publishes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// How many people there are.
    pub total: u32,
    /// How many of them are in each group; none where that is kept back.
    pub counts: Vec<Option<u32>>,
}

impl Edition {
    /// What may be published of `counts` beside the `earlier` editions, whose groups are the same, in the
    /// same order. None where nothing new may be: then the last edition stands, with its date, or, where
    /// there is none, no count at all.
    ///
    /// - What was kept back once is kept back in every later edition, whatever it has become.
    /// - A new edition is published only where every number that readers can compare, the total, a count,
    ///   or what the counts kept back share, is the same as in each earlier one or differs by
    ///   [`SMALLEST_CELL`] people or more: a difference is a count of people too.
    /// - A count that was published before and has to be kept back now would be known from before: so
    ///   then those kept back must share fewer or more people than before, by as many; and where groups
    ///   overlapped in one of the two editions, so that what they share is unknown, nothing new is
    ///   published.
    #[must_use]
    pub fn after(earlier: &[Self], counts: &[u32], total: u32) -> Option<Self> {
        if total < SMALLEST_CELL {
            return None;
        }
        let hidden = |group: usize| earlier.iter().any(|edition| edition.counts[group].is_none());
        let edition = Self {
            total,
            counts: kept_back(counts, total, hidden),
        };
        edition.follows(earlier).then_some(edition)
    }

    /// Whether no number of it, taken with those of the `earlier` editions, tells of fewer than [`SMALLEST_CELL`] people:
    /// see [`Edition::after`].
    #[must_use]
    pub fn follows(&self, earlier: &[Self]) -> bool {
        earlier.iter().all(|earlier| self.may_follow(earlier))
    }

    fn may_follow(&self, earlier: &Self) -> bool {
        let apart = |now: u32, before: u32| now.abs_diff(before) >= SMALLEST_CELL;
        let tells = |now: u32, before: u32| now != before && !apart(now, before);
        let both = || self.counts.iter().zip(&earlier.counts);
        let counts_tell = both().any(|(now, before)| now.zip(*before).is_some_and(|(now, before)| tells(now, before)));
        if tells(self.total, earlier.total) || counts_tell {
            return false;
        }
        let newly = both().any(|(now, before)| now.is_none() && before.is_some());
        // What the groups that are kept back now share, now and before.
        let shared = |edition: &Self| {
            let published = both().zip(&edition.counts).filter(|((now, _), _)| now.is_some());
            let published: u32 = published.filter_map(|(_, count)| *count).sum();
            edition.total.checked_sub(published).filter(|_| edition.is_partition())
        };
        match (shared(self), shared(earlier)) {
            (Some(now), Some(before)) if newly => apart(now, before),
            (Some(now), Some(before)) => !tells(now, before),
            _ => !newly,
        }
    }

    /// Whether the groups may share all people out among them.
    fn is_partition(&self) -> bool {
        let published: u64 = self.counts.iter().flatten().copied().map(u64::from).sum();
        published <= u64::from(self.total)
    }
}

#[cfg(test)]
mod tests {
    use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Variable};

    use super::*;
    use crate::Generator;

    fn published(total: u32, counts: &[Option<u32>]) -> Edition {
        Edition {
            total,
            counts: counts.to_vec(),
        }
    }

    #[test]
    fn what_was_kept_back_once_stays_so() {
        let first = Edition::after(&[], &[30, 8, 3, 9], 50).expect("people enough");
        assert_eq!(first, published(50, &[Some(30), None, None, Some(9)]));
        let second = Edition::after(&[first], &[40, 20, 20, 9], 89);
        assert_eq!(second, Some(published(89, &[Some(40), None, None, Some(9)])));
    }

    #[test]
    fn one_person_more_or_less_is_not_told() {
        let first = published(40, &[Some(20), Some(20)]);
        for (counts, total) in [([21, 20], 41), ([20, 19], 39), ([25, 16], 41), ([20, 20], 41)] {
            assert_eq!(
                Edition::after(std::slice::from_ref(&first), &counts, total),
                None,
                "{counts:?}"
            );
        }
        assert!(Edition::after(std::slice::from_ref(&first), &[20, 20], 40).is_some());
        // Nor where it came in two steps, or hides among those kept back.
        let second = published(45, &[Some(25), Some(20)]);
        assert_eq!(Edition::after(&[first, second], &[20, 21], 41), None);
        let hidden = published(40, &[Some(30), None, None]);
        assert_eq!(Edition::after(&[hidden], &[37, 3, 6], 46), None);
    }

    #[test]
    fn what_was_published_and_hardly_changed_is_not_kept_back_in_vain() {
        let first = published(45, &[Some(30), Some(8), Some(7)]);
        // 4 of a group are left, and everybody knows of the 7.
        assert_eq!(Edition::after(std::slice::from_ref(&first), &[30, 8, 4], 42), None);
        assert_eq!(
            Edition::after(&[first], &[30, 8, 2], 40),
            Some(published(40, &[Some(30), None, None]))
        );
    }

    #[test]
    fn nothing_is_told_of_a_tiny_room() {
        assert_eq!(Edition::after(&[], &[2, 2], 4), None);
    }

    /// What somebody who reads two editions may know of how the room changed.
    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Known {
        Nothing,
        NobodyLeft,
        NobodyCame,
    }

    /// How far apart the smallest and the largest possible number of people in `group` of edition `which`
    /// are, to a reader of all `editions` who knows how the room changed.
    fn range(editions: &[Edition], known: Known, which: usize, group: usize) -> Option<f64> {
        let bound = |direction| {
            let mut problem = Problem::new(direction);
            let mut cells: Vec<Vec<Variable>> = Vec::new();
            for (place, edition) in editions.iter().enumerate() {
                let variables: Vec<Variable> = edition
                    .counts
                    .iter()
                    .enumerate()
                    .map(|(other, count)| {
                        let wanted = f64::from(u8::from((place, other) == (which, group)));
                        let bounds = count.map_or((0.0, edition.total.into()), |count| (count.into(), count.into()));
                        problem.add_var(wanted, bounds)
                    })
                    .collect();
                if edition.is_partition() {
                    let sum: Vec<_> = variables.iter().map(|variable| (*variable, 1.0)).collect();
                    problem.add_constraint(&sum, ComparisonOp::Eq, edition.total.into());
                }
                if let Some(before) = cells.last() {
                    for (now, before) in variables.iter().zip(before) {
                        let grows = match known {
                            Known::Nothing => continue,
                            Known::NobodyLeft => ComparisonOp::Ge,
                            Known::NobodyCame => ComparisonOp::Le,
                        };
                        problem.add_constraint([(*now, 1.0), (*before, -1.0)], grows, 0.0);
                    }
                }
                cells.push(variables);
            }
            match problem.solve() {
                Ok(outcome) => Some(outcome.into_solution().expect("no limit of time").objective()),
                Err(Error::Infeasible) => None,
                Err(error) => panic!("{error}"),
            }
        };
        Some(bound(OptimizationDirection::Maximize)? - bound(OptimizationDirection::Minimize)?)
    }

    /// A linear program over all that two or three editions publish, for rooms drawn at random, small
    /// counts more often than large ones.
    #[test]
    fn each_count_kept_back_has_a_range_of_five() {
        let mut generator = Generator::new(5);
        let (mut followed, mut looked_at) = (0, 0);
        for _ in 0..3_000 {
            let groups = 2 + generator.below(4) as usize;
            let several = generator.below(3) == 0;
            let known = [Known::Nothing, Known::NobodyLeft, Known::NobodyCame][generator.below(3) as usize];
            let mut draw = || {
                let most = [5, 12, 30][generator.below(3) as usize];
                generator.below(most) as u32
            };
            let mut counts: Vec<u32> = (0..groups).map(|_| draw()).collect();
            let mut editions: Vec<Edition> = Vec::new();
            for _ in 0..3 {
                let sum: u32 = counts.iter().sum();
                let total = if several { sum - sum / 4 } else { sum };
                let may = Edition::after(&editions, &counts, total);
                followed += usize::from(may.is_some() && !editions.is_empty());
                editions.extend(may);
                for count in &mut counts {
                    let change = if draw() % 2 == 0 { 0 } else { draw() };
                    *count = match known {
                        Known::NobodyLeft => *count + change,
                        Known::NobodyCame => count.saturating_sub(change),
                        Known::Nothing => draw(),
                    };
                }
            }
            for (which, edition) in editions.iter().enumerate() {
                for group in (0..groups).filter(|group| edition.counts[*group].is_none()) {
                    // Where groups overlap, it may be wrong to take them for a partition: no room fits.
                    let Some(range) = range(&editions, known, which, group) else {
                        continue;
                    };
                    looked_at += 1;
                    assert!(
                        range > 5.0 - 1e-6,
                        "{known:?}, {editions:?}: {range} for {group} in {which}"
                    );
                }
            }
        }
        assert!(
            followed > 1_000 && looked_at > 2_000,
            "{followed} editions followed, {looked_at} counts"
        );
    }
}
