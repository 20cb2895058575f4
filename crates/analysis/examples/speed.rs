//! How long each analysis takes, on a hundred thousand and on a million ballots:
//! `cargo run --release --package visioncast-analysis --example speed` prints what and how many seconds, with a tab
//! between; what it found goes to standard error.

use std::{
    hint::black_box,
    io::{self, Write},
    time::Instant,
};

use visioncast_analysis::{
    Change, Divide, Generator, Interval, OpinionGroups, Ranking, Scale, Votes, adjusted_rand, borda, bridge, chao1,
    coverage, equal_shares, group_informed_consensus, krippendorff_alpha, most_approved, representative, schulze,
    split,
};
use visioncast_model::Choice;

/// Statements, ballots and people.
const ROOMS: [(usize, usize, usize); 4] = [
    (1_000, 100_000, 1_000),
    (10_000, 1_000_000, 2_000),
    (10_000, 1_000_000, 10_000),
    (10_000, 1_000_000, 50_000),
];

/// Ballots of so many people, two halves of whom differ over every third statement.
fn ballots(statements: usize, ballots: usize, people: usize, generator: &mut Generator) -> Vec<(usize, usize, Choice)> {
    (0..ballots)
        .map(|ballot| {
            let (person, statement) = (ballot % people, generator.below(statements as u64) as usize);
            let yes = match (statement % 3, person % 2) {
                (0, 0) => 0.8,
                (0, _) => 0.2,
                (1, _) => 0.7,
                _ => 0.5,
            };
            let choice = if generator.share() < 0.1 {
                Choice::Pass
            } else if generator.share() < yes {
                Choice::Agree
            } else {
                Choice::Disagree
            };
            (person, statement, choice)
        })
        .collect()
}

/// A room whose analyses are timed.
struct Clock {
    room: String,
    sum: f64,
}

impl Clock {
    fn told(&self, what: &str, seconds: f64) {
        let _ = writeln!(io::stdout(), "{}: {what}\t{seconds:.3}", self.room);
    }
}

fn timed<T>(what: &str, clock: &mut Clock, work: impl FnOnce() -> T) -> T {
    let begin = Instant::now();
    let result = black_box(work());
    let seconds = begin.elapsed().as_secs_f64();
    clock.sum += seconds;
    clock.told(what, seconds);
    result
}

fn main() {
    for (statements, count, people) in ROOMS {
        let mut generator = Generator::new(people as u64);
        let ballots = ballots(statements, count, people, &mut generator);
        let constituencies: Vec<Vec<usize>> = (0..8).map(|group| (group..people).step_by(8).collect()).collect();
        let mut clock = Clock {
            room: format!("{count} ballots, {people} people"),
            sum: 0.0,
        };
        let votes = timed("current ballots", &mut clock, || {
            Votes::of(people, statements, &ballots)
        });
        let tallies = timed("tallies and order", &mut clock, || {
            let mut order: Vec<(f64, f64, usize)> = votes
                .tallies()
                .into_iter()
                .enumerate()
                .map(|(statement, tally)| {
                    let low = Interval::wilson(tally.agree, tally.agree + tally.disagree).low;
                    (low, split(tally), statement)
                })
                .collect();
            order.sort_by(|one, other| other.0.total_cmp(&one.0));
            order
        });
        assert_eq!(tallies.len(), statements);
        timed("constituencies", &mut clock, || {
            let tallies = votes.tallies_by_group(&constituencies);
            let numbers: Vec<_> = tallies
                .iter()
                .map(|groups| (group_informed_consensus(groups), Divide::of(groups), bridge(groups)))
                .collect();
            let spoken: Vec<_> = (0..8)
                .map(|group| {
                    let outside: Vec<usize> = (0..people).filter(|person| person % 8 != group).collect();
                    representative(&votes.tallies_of(&constituencies[group]), &votes.tallies_of(&outside))
                })
                .collect();
            (numbers, spoken)
        });
        let found = timed("opinion groups", &mut clock, || OpinionGroups::of(&votes, &[], 1));
        if let OpinionGroups::Found(grouping) = &found {
            let sizes: Vec<usize> = grouping.groups.iter().map(Vec::len).collect();
            let mut of = vec![0; people];
            for (group, members) in grouping.groups.iter().enumerate() {
                members.iter().for_each(|person| of[*person] = group);
            }
            let halves: Vec<usize> = (0..people).map(|person| person % 2).collect();
            let alike = adjusted_rand(&of, &halves);
            let _ = writeln!(
                io::stderr(),
                "{}: groups of {sizes:?}, {alike:?} like the halves, silhouette {:.2}",
                clock.room,
                grouping.silhouette
            );
        }
        assert!(matches!(found, OpinionGroups::Found(_)), "{people}: {found:?}");
        timed("equal shares, 20 seats", &mut clock, || equal_shares(&votes, 20));
        timed("plain top 20", &mut clock, || most_approved(&votes, 20));
        timed("change between two rounds", &mut clock, || {
            let again = ballots
                .iter()
                .map(|(_, statement, choice)| (*statement, Some(*choice), Some(Choice::Agree)));
            let mut changes: Vec<Vec<(Option<Choice>, Option<Choice>)>> = vec![Vec::new(); statements];
            again.for_each(|(statement, before, after)| changes[statement].push((before, after)));
            changes.into_iter().map(Change::of).collect::<Vec<_>>()
        });
        timed("coverage", &mut clock, || {
            let namings: Vec<u32> = votes.tallies().iter().map(|tally| tally.agree).collect();
            (coverage(&namings), chao1(&namings))
        });
        timed("agreement of three sorters", &mut clock, || {
            let units: Vec<Vec<i32>> = (0..statements as i32)
                .map(|unit| vec![unit % 30, unit % 30, unit % 29])
                .collect();
            krippendorff_alpha(&units, Scale::Nominal)
        });
        timed("rankings of 12", &mut clock, || {
            let rankings: Vec<Ranking> = (0..people)
                .map(|person| Ranking {
                    order: (0..12).map(|place| (person + place * 5) % 12).collect(),
                    people: 1,
                })
                .collect();
            (borda(12, &rankings), schulze(12, &rankings))
        });
        clock.told("in all", clock.sum);
    }
}
