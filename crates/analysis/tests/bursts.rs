//! How often bursts are seen in honest rooms, and how often a dishonest one gets through. `VISIONCAST_ROOMS=1000` draws
//! as many rooms of each kind as `docs/METHODS.md` tells of; without it, fewer.
#![expect(clippy::print_stdout, reason = "`docs/METHODS.md` tells what is printed here")]

use visioncast_analysis::{Burst, Generator, Votes, bursts};
use visioncast_model::{Choice, Timestamp};

const STATEMENTS: u64 = 30;
/// How many statements each person is dealt.
const DEALT: usize = 12;

struct Hall {
    generator: Generator,
    joined: Vec<Timestamp>,
    ballots: Vec<(usize, usize, Choice)>,
    /// Per opinion and statement: the chance to agree.
    opinions: Vec<Vec<f64>>,
}

impl Hall {
    fn new(seed: u64, opinions: usize) -> Self {
        let mut generator = Generator::new(seed);
        let mut opinion = || (0..STATEMENTS).map(|_| 0.15 + 0.7 * generator.share()).collect();
        Self {
            opinions: (0..opinions).map(|_| opinion()).collect(),
            generator,
            joined: Vec::new(),
            ballots: Vec::new(),
        }
    }

    /// Somebody joins at a moment and votes on what they are dealt, as their opinion has it.
    fn joins(&mut self, second: f64, opinion: usize) {
        let chances = self.opinions[opinion].clone();
        self.votes(second, |generator, statement| match generator.share() {
            draw if draw < 0.1 => Choice::Pass,
            draw if draw < 0.1 + 0.9 * chances[statement] => Choice::Agree,
            _ => Choice::Disagree,
        });
    }

    fn votes(&mut self, second: f64, mut choose: impl FnMut(&mut Generator, usize) -> Choice) {
        let person = self.joined.len();
        self.joined.push(Timestamp((second * 1000.0) as i64));
        let mut statements: Vec<usize> = (0..STATEMENTS as usize).collect();
        for place in 0..DEALT {
            let other = place + self.generator.below(STATEMENTS - place as u64) as usize;
            statements.swap(place, other);
            let choice = choose(&mut self.generator, statements[place]);
            self.ballots.push((person, statements[place], choice));
        }
    }

    /// An exponential waiting time.
    fn wait(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.generator.share()).ln()
    }

    /// The rush when the code is shown: 120 people within some two minutes, most of them at once, then one a minute.
    fn rush(&mut self) {
        for _ in 0..120 {
            let second = self.wait(25.0);
            let opinion = self.generator.below(self.opinions.len() as u64) as usize;
            self.joins(second, opinion);
        }
        let mut second = 150.0;
        for _ in 0..30 {
            second += self.wait(60.0);
            let opinion = self.generator.below(self.opinions.len() as u64) as usize;
            self.joins(second, opinion);
        }
    }

    fn bursts(&self) -> Vec<Burst> {
        let votes = Votes::of(self.joined.len(), STATEMENTS as usize, &self.ballots);
        bursts(&self.joined, &votes, 7)
    }
}

fn rooms() -> u64 {
    std::env::var("VISIONCAST_ROOMS")
        .ok()
        .and_then(|rooms| rooms.parse().ok())
        .unwrap_or(60)
}

/// In how many of the rooms a burst is seen.
fn seen(kind: &str, hall: impl Fn(u64) -> Hall) -> u64 {
    let seen = (0..rooms()).filter(|seed| !hall(*seed).bursts().is_empty()).count() as u64;
    println!("{kind}: a burst in {seen} of {} rooms", rooms());
    seen
}

#[test]
fn a_rush_of_one_mind_is_no_burst() {
    let seen = seen("one opinion, a rush", |seed| {
        let mut hall = Hall::new(seed, 1);
        hall.rush();
        hall
    });
    assert!(seen <= rooms() / 20, "{seen} of {}", rooms());
}

#[test]
fn a_rush_of_two_minds_is_no_burst() {
    let seen = seen("two opinions, a rush", |seed| {
        let mut hall = Hall::new(seed, 2);
        hall.rush();
        hall
    });
    assert!(seen <= rooms() / 20, "{seen} of {}", rooms());
}

/// Eight colleagues who come in late, together, and are all of one of the two opinions: the limit of the method, told of
/// with its rate.
#[test]
fn friends_who_come_together_may_pass_for_one() {
    seen("two opinions, eight of one mind come together", |seed| {
        let mut hall = Hall::new(seed, 2);
        hall.rush();
        for friend in 0..8 {
            hall.joins(1_000.0 + f64::from(friend) * 2.0, 0);
        }
        hall
    });
}

/// One person with many browsers, who backs three statements and is against all others.
fn stuffed(seed: u64, browsers: usize, from: f64, gap: f64) -> Hall {
    let mut hall = Hall::new(seed, 2);
    hall.rush();
    for browser in 0..browsers {
        hall.votes(from + browser as f64 * gap, |_, statement| {
            if statement < 3 { Choice::Agree } else { Choice::Disagree }
        });
    }
    hall
}

#[test]
fn a_stuffed_ballot_box_is_seen_late_and_in_the_rush() {
    let late = seen("20 browsers, one every 3 s, late", |seed| stuffed(seed, 20, 900.0, 3.0));
    assert!(late >= rooms() * 19 / 20, "{late} of {}", rooms());
    let few = seen("8 browsers, one every 3 s, late", |seed| stuffed(seed, 8, 900.0, 3.0));
    assert!(few >= rooms() * 9 / 10, "{few} of {}", rooms());
    seen("20 browsers, 20 a second, in the rush", |seed| {
        stuffed(seed, 20, 20.0, 0.05)
    });
}

#[test]
fn the_burst_is_those_who_made_it() {
    let hall = stuffed(3, 20, 900.0, 3.0);
    let found = hall.bursts();
    assert_eq!(found.len(), 1, "{found:?}");
    let stuffers = found[0].people.iter().filter(|person| **person >= 150).count();
    assert!(stuffers >= 15 && stuffers + 2 >= found[0].people.len(), "{found:?}");
    let (first, last) = found[0].joined;
    assert!(first.0 >= 890_000 && last.0 <= 1_000_000, "{found:?}");
}
