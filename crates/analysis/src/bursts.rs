//! Joins in quick succession whose ballots are more alike than chance allows: perhaps one person with many browsers.

use std::ops::Range;

use visioncast_model::{Choice, Timestamp};

use crate::{Generator, Votes};

/// How many joins a burst has at least: fewer could point at somebody, and move no result by much.
pub const SMALLEST_BURST: usize = 5;
/// Joins of a burst come at least so many times as fast as as many joins around it.
const FASTER: i64 = 3;
/// The sizes that are looked at, each by half larger than the one before.
const SIZES: [usize; 10] = [5, 7, 10, 15, 22, 33, 50, 75, 112, 168];
/// How many times the ballots are dealt out anew among those who joined, to see what chance brings about.
const ROUNDS: usize = 199;
/// A burst is more alike than the likest of all but so many of these rounds: one honest room in a hundred has one.
const ABOVE: usize = 1;

/// People who joined in quick succession and voted alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burst {
    /// Who, by the numbers of the votes, in the order in which they joined.
    pub people: Vec<usize>,
    /// When the first of them joined, and the last.
    pub joined: (Timestamp, Timestamp),
}

/// The bursts among those who voted.
///
/// `joined` says when each person of `votes` joined. A window of consecutive joins of voters is looked at where it is at
/// least three times as fast as the joins around it. Its likeness is, over all pairs in it and all statements that both
/// voted on, how many agree beyond what the room's shares let expect, over the standard deviation of that for
/// independent pairs. It is a burst where that exceeds the likest window of all but one of 199 rooms in which the same
/// ballots are dealt out at random to the same joins: a permutation test of the greatest of all windows (Westfall and
/// Young 1993), so that one honest room in a hundred has a burst by chance. Of overlapping windows the likest counts, with
/// its ends moved to where it is most alike.
///
/// It finds neither who takes minutes between joins, nor who votes at random; and friends who come in together and think
/// alike pass for one.
///
/// # Panics
/// Where `joined` has not one moment for each person.
#[must_use]
pub fn bursts(joined: &[Timestamp], votes: &Votes, seed: u64) -> Vec<Burst> {
    assert_eq!(joined.len(), votes.people(), "one moment for each person");
    let mut order: Vec<usize> = (0..joined.len())
        .filter(|person| votes.of_person(*person).len() > 0)
        .collect();
    order.sort_by_key(|person| (joined[*person], *person));
    let times: Vec<i64> = order.iter().map(|person| joined[*person].0).collect();
    let windows = fast_windows(&times);
    if windows.is_empty() {
        return Vec::new();
    }
    let room = Room::of(votes);
    let found = room.likeness(votes, &order, &windows);
    let threshold = room.threshold(votes, &order, &windows, seed);
    let mut flagged: Vec<(f64, &Range<usize>)> = found
        .into_iter()
        .zip(&windows)
        .filter(|(likeness, _)| *likeness > threshold)
        .collect();
    flagged.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.start.cmp(&second.start)));
    let mut bursts: Vec<Range<usize>> = Vec::new();
    for (likeness, window) in flagged {
        let window = room.settled(votes, &order, window.clone(), likeness);
        let apart = |other: &Range<usize>| window.end <= other.start || other.end <= window.start;
        if bursts.iter().all(apart) {
            bursts.push(window);
        }
    }
    bursts.sort_by_key(|window| window.start);
    let burst = |window: Range<usize>| Burst {
        joined: (Timestamp(times[window.start]), Timestamp(times[window.end - 1])),
        people: order[window].to_vec(),
    };
    bursts.into_iter().map(burst).collect()
}

/// The windows whose joins come at least [`FASTER`] times as fast as those around them, in the order of their sizes.
fn fast_windows(times: &[i64]) -> Vec<Range<usize>> {
    let mut windows = Vec::new();
    for size in SIZES.into_iter().filter(|size| *size <= times.len()) {
        for start in 0..=times.len() - size {
            let window = start..start + size;
            let (before, after) = (start.saturating_sub(size), (window.end + size).min(times.len()));
            // From the first of as many before to the last of as many after, without the window itself.
            let around = (times[after - 1] - times[before]) - (times[window.end - 1] - times[start]);
            let joins = (start - before + after - window.end) as i64;
            let took = times[window.end - 1] - times[start];
            // As many as there are gaps between its joins; where nobody is around, there is nothing to compare with.
            if joins > 0 && around * (size as i64 - 1) >= FASTER * took * joins && around > 0 {
                windows.push(window);
            }
        }
    }
    windows
}

/// What the room as a whole says.
struct Room {
    /// Per statement: the chance that two people say the same.
    alike: Vec<f64>,
}

impl Room {
    fn of(votes: &Votes) -> Self {
        let alike = votes.tallies().into_iter().map(|tally| {
            let all = f64::from(tally.total().max(1));
            [tally.agree, tally.disagree, tally.pass]
                .map(|count| (f64::from(count) / all).powi(2))
                .iter()
                .sum()
        });
        Self { alike: alike.collect() }
    }

    /// How alike the people of each window vote, in standard deviations; `order` says who joined when.
    fn likeness(&self, votes: &Votes, order: &[usize], windows: &[Range<usize>]) -> Vec<f64> {
        let mut scan = Scan::new(self, votes, order);
        windows.iter().map(|window| scan.to(window)).collect()
    }

    /// A window whose ends are moved, one join at a time, as long as that makes it more alike: sizes are looked at in
    /// steps, and a burst has its own.
    fn settled(&self, votes: &Votes, order: &[usize], mut window: Range<usize>, mut likeness: f64) -> Range<usize> {
        let mut scan = Scan::new(self, votes, order);
        loop {
            let Range { start, end } = window;
            let moved = [
                start + 1..end,
                start..end - 1,
                start.saturating_sub(1)..end,
                start..(end + 1).min(order.len()),
            ];
            let better = moved
                .into_iter()
                .filter(|moved| moved.len() >= SMALLEST_BURST)
                .map(|moved| (scan.to(&moved), moved))
                .max_by(|(one, _), (other, _)| one.total_cmp(other))
                .filter(|(better, _)| *better > likeness + 1e-9);
            match better {
                Some((better, moved)) => (likeness, window) = (better, moved),
                None => return window,
            }
        }
    }

    /// What a window must exceed.
    fn threshold(&self, votes: &Votes, order: &[usize], windows: &[Range<usize>], seed: u64) -> f64 {
        let mut generator = Generator::new(seed);
        let mut order = order.to_vec();
        let mut likest: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                for place in (1..order.len()).rev() {
                    order.swap(place, generator.below(place as u64 + 1) as usize);
                }
                let found = self.likeness(votes, &order, windows);
                found.into_iter().fold(f64::NEG_INFINITY, f64::max)
            })
            .collect();
        likest.sort_by(f64::total_cmp);
        likest[ROUNDS - 1 - ABOVE]
    }
}

/// A window that moves along: what changes is counted, not what stays.
struct Scan<'a> {
    room: &'a Room,
    votes: &'a Votes,
    order: &'a [usize],
    window: Range<usize>,
    /// Per statement: how many of the window said what.
    said: Vec<[u32; 3]>,
    /// Over all statements: pairs that say the same beyond what is expected, and the variance of that.
    beyond: f64,
    variance: f64,
}

impl<'a> Scan<'a> {
    fn new(room: &'a Room, votes: &'a Votes, order: &'a [usize]) -> Self {
        Self {
            room,
            votes,
            order,
            window: 0..0,
            said: vec![[0; 3]; votes.statements()],
            beyond: 0.0,
            variance: 0.0,
        }
    }

    fn to(&mut self, wanted: &Range<usize>) -> f64 {
        if wanted.start >= self.window.end || wanted.end <= self.window.start {
            while self.window.end > self.window.start {
                self.take_last();
            }
            self.window = wanted.start..wanted.start;
        }
        while self.window.end < wanted.end {
            self.change(self.window.end, 1);
            self.window.end += 1;
        }
        while self.window.end > wanted.end {
            self.take_last();
        }
        while self.window.start < wanted.start {
            self.change(self.window.start, -1);
            self.window.start += 1;
        }
        while self.window.start > wanted.start {
            self.window.start -= 1;
            self.change(self.window.start, 1);
        }
        if self.variance < 1e-9 {
            0.0
        } else {
            self.beyond / self.variance.sqrt()
        }
    }

    fn take_last(&mut self) {
        self.window.end -= 1;
        self.change(self.window.end, -1);
    }

    /// Counts somebody in, or out.
    fn change(&mut self, place: usize, by: i32) {
        for (statement, choice) in self.votes.of_person(self.order[place]) {
            let said = &mut self.said[statement];
            let mine = match choice {
                Choice::Agree => 0,
                Choice::Disagree => 1,
                Choice::Pass => 2,
            };
            if by < 0 {
                said[mine] -= 1;
            }
            let (same, all) = (f64::from(said[mine]), f64::from(said.iter().sum::<u32>()));
            if by > 0 {
                said[mine] += 1;
            }
            let (alike, sign) = (self.room.alike[statement], f64::from(by));
            self.beyond += sign * (same - alike * all);
            self.variance += sign * alike * (1.0 - alike) * all;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// People who join at these seconds and say this to statement 0, 1, … .
    fn room(people: &[(i64, &str)]) -> (Vec<Timestamp>, Votes) {
        let statements = people.iter().map(|(_, said)| said.len()).max().unwrap_or(0);
        let mut ballots = Vec::new();
        for (person, (_, said)) in people.iter().enumerate() {
            for (statement, sign) in said.chars().enumerate() {
                let choice = match sign {
                    '+' => Choice::Agree,
                    '-' => Choice::Disagree,
                    _ => Choice::Pass,
                };
                ballots.push((person, statement, choice));
            }
        }
        let joined = people.iter().map(|(second, _)| Timestamp(second * 1000)).collect();
        (joined, Votes::of(people.len(), statements, &ballots))
    }

    #[test]
    fn what_moves_along_is_what_is_counted_afresh() {
        let (_, votes) = room(&[(0, "+-+"), (1, "++0"), (2, "-+"), (3, "0--"), (4, "+++"), (5, "-0-")]);
        let room = Room::of(&votes);
        let order = [5, 3, 1, 0, 2, 4];
        let windows = [0..3, 1..4, 0..6, 4..6, 2..5, 0..2, 3..6];
        let moved = room.likeness(&votes, &order, &windows);
        for (window, moved) in windows.iter().zip(moved) {
            let afresh = room.likeness(&votes, &order, std::slice::from_ref(window))[0];
            assert!((moved - afresh).abs() < 1e-9, "{window:?}: {moved} and {afresh}");
        }
    }

    #[test]
    fn only_what_is_faster_than_its_surroundings_is_looked_at() {
        let even: Vec<i64> = (0..40).map(|join| join * 1000).collect();
        assert_eq!(fast_windows(&even), Vec::<Range<usize>>::new());
        let mut sudden = even;
        sudden.extend((0..6).map(|join| 20_100 + join * 10));
        sudden.sort_unstable();
        let windows = fast_windows(&sudden);
        assert!(!windows.is_empty());
        assert!(
            windows.iter().all(|window| window.start >= 15 && window.end <= 32),
            "{windows:?}"
        );
        // All at the same moment is no surrounding.
        assert_eq!(fast_windows(&[7; 40]), Vec::<Range<usize>>::new());
    }

    #[test]
    fn nobody_and_too_few_are_no_burst() {
        assert_eq!(bursts(&[], &Votes::of(0, 3, &[]), 1), []);
        let (joined, votes) = room(&[(0, "+"), (0, "+"), (0, "+"), (0, "+")]);
        assert_eq!(bursts(&joined, &votes, 1), []);
    }
}
