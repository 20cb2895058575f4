//! Groups are told where there are some, and not where there are none.

use std::{
    env,
    io::{self, Write},
};

use visioncast_analysis::{Generator, OpinionGroups, Reason, Votes, adjusted_rand};
use visioncast_model::Choice;

/// How many rooms are drawn of each kind; 400 for a sure figure.
const ROOMS: &str = "VISIONCAST_ROOMS";

fn rooms() -> u64 {
    env::var(ROOMS).ok().and_then(|rooms| rooms.parse().ok()).unwrap_or(80)
}

/// A room in which people differ in how readily they agree, and, over so many `split` statements, in
/// which half of the room they belong to.
#[derive(Clone, Copy)]
struct Room {
    people: usize,
    statements: usize,
    /// The share of statements that each person voted on.
    judged: f64,
    /// How widely people differ in their readiness to agree, in logits.
    readiness: f64,
    /// How unequally statements tell the ready from the reluctant: the spread of the logarithm of their
    /// slopes.
    slopes: f64,
    split: usize,
}

/// About normal, with a spread of 1: twelve shares, summed up.
fn normal(generator: &mut Generator) -> f64 {
    (0..12).map(|_| generator.share()).sum::<f64>() - 6.0
}

impl Room {
    fn votes(self, seed: u64) -> Votes {
        let mut generator = Generator::new(seed);
        let statements: Vec<(f64, f64)> = (0..self.statements)
            .map(|_| {
                (
                    0.8 + normal(&mut generator),
                    (self.slopes * normal(&mut generator)).exp(),
                )
            })
            .collect();
        let mut ballots = Vec::new();
        for person in 0..self.people {
            let ready = self.readiness * normal(&mut generator);
            let side = if person % 2 == 0 { 1.0 } else { -1.0 };
            for (statement, (appeal, slope)) in statements.iter().enumerate() {
                if generator.share() >= self.judged {
                    continue;
                }
                let logit = if statement < self.split {
                    side * 1.5
                } else {
                    appeal + slope * ready
                };
                let choice = if generator.share() < 0.1 {
                    Choice::Pass
                } else if generator.share() < 1.0 / (1.0 + f64::exp(-logit)) {
                    Choice::Agree
                } else {
                    Choice::Disagree
                };
                ballots.push((person, statement, choice));
            }
        }
        Votes::of(self.people, self.statements, &ballots)
    }

    /// In how many of `rooms` groups are found.
    fn found(self, rooms: u64) -> u64 {
        (0..rooms)
            .filter(|seed| {
                matches!(
                    OpinionGroups::of(&self.votes(*seed), &[], *seed),
                    OpinionGroups::Found(_)
                )
            })
            .count() as u64
    }
}

const COMMON: Room = Room {
    people: 50,
    statements: 30,
    judged: 1.0,
    readiness: 0.7,
    slopes: 0.0,
    split: 0,
};

fn tell(what: &str, found: u64, rooms: u64) {
    // Past the test harness, which keeps to itself what a passing test prints.
    let _ = writeln!(io::stderr(), "{what}: groups in {found} of {rooms} rooms");
}

#[test]
fn rooms_without_groups_have_none() {
    let rooms = rooms();
    for (what, room) in [
        ("50 people", COMMON),
        ("50 people, half of the votes", Room { judged: 0.5, ..COMMON }),
        (
            "100 people who differ much in yes-saying",
            Room {
                people: 100,
                readiness: 2.0,
                ..COMMON
            },
        ),
        (
            "200 people, 100 statements, a fifth of the votes",
            Room {
                people: 200,
                statements: 100,
                judged: 0.2,
                ..COMMON
            },
        ),
    ] {
        let found = room.found(rooms);
        tell(what, found, rooms);
        // 8 % of 400; with fewer rooms, what a true share of 5 % keeps to in 999 of 1,000 runs.
        let allowed = if rooms >= 400 {
            rooms * 8 / 100
        } else {
            rooms * 15 / 100
        };
        assert!(found <= allowed, "{what}: {found} of {rooms}");
    }
}

/// A limit of the method, kept in view: where people differ in yes-saying alone, and statements bring it
/// out unequally, more rooms than five of a hundred pass for divided.
#[test]
fn statements_that_tell_people_apart_unequally_look_like_groups_at_times() {
    let rooms = rooms();
    for people in [50, 100] {
        let room = Room {
            people,
            slopes: 0.5,
            ..COMMON
        };
        let found = room.found(rooms);
        tell(&format!("{people} people, unequal slopes"), found, rooms);
        assert!(found * 100 <= rooms * 30, "{people} people: {found} of {rooms}");
    }
}

#[test]
fn rooms_that_are_split_are_seen_to_be() {
    let rooms = rooms().min(100);
    for people in [50, 100] {
        let room = Room {
            people,
            split: 8,
            ..COMMON
        };
        let found = room.found(rooms);
        tell(&format!("{people} people, split over 8 of 30 statements"), found, rooms);
        assert!(found * 100 >= rooms * 95, "{people} people: {found} of {rooms}");
    }
}

#[test]
fn a_split_room_falls_into_its_halves() {
    let room = Room {
        people: 120,
        split: 10,
        ..COMMON
    };
    let votes = room.votes(1);
    let OpinionGroups::Found(found) = OpinionGroups::of(&votes, &[], 1) else {
        panic!("groups are there");
    };
    let mut of = vec![0; 120];
    for (group, people) in found.groups.iter().enumerate() {
        people.iter().for_each(|person| of[*person] = group);
    }
    let halves: Vec<usize> = (0..120).map(|person| person % 2).collect();
    let alike = adjusted_rand(&of, &halves).expect("pairs");
    assert_eq!(found.groups.len(), 2);
    assert!(alike > 0.8, "{alike}");
    assert_eq!(
        OpinionGroups::of(&votes, &[], 1),
        OpinionGroups::Found(found),
        "same seed, same groups"
    );
    // Without what splits it, nothing is left.
    let hidden: Vec<bool> = (0..30).map(|statement| statement < 10).collect();
    assert!(matches!(
        OpinionGroups::of(&votes, &hidden, 1),
        OpinionGroups::Undetectable(Reason::Chance(_))
    ));
}

#[test]
fn small_and_silent_rooms_have_none() {
    let few = Room {
        people: 49,
        split: 15,
        ..COMMON
    };
    assert_eq!(
        OpinionGroups::of(&few.votes(1), &[], 1),
        OpinionGroups::Undetectable(Reason::FewPeople(49))
    );
    let silent = Votes::of(60, 0, &[]);
    assert_eq!(
        OpinionGroups::of(&silent, &[], 1),
        OpinionGroups::Undetectable(Reason::FewPeople(0))
    );
    let passes: Vec<_> = (0..60)
        .flat_map(|person| (0..9).map(move |statement| (person, statement, Choice::Pass)))
        .collect();
    let passing = OpinionGroups::of(&Votes::of(60, 9, &passes), &[], 1);
    assert!(
        matches!(passing, OpinionGroups::Undetectable(Reason::Chance(_))),
        "{passing:?}"
    );
}

/// The groups of a real conversation, beside those that Polis found in it.
#[test]
fn real_conversations_fall_into_groups() {
    const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/polis-open-data");
    for (name, at_least) in [("15-per-hour-seattle", 0.6), ("bg2050-volunteers", 0.2)] {
        let Ok(mut table) = csv::Reader::from_path(format!("{DATA}/{name}/participants-votes.csv")) else {
            let _ = writeln!(io::stderr(), "skipped: ../shared/data is not beside this checkout");
            return;
        };
        let head = table.headers().expect("a head").clone();
        let statements: Vec<usize> = (0..head.len())
            .filter(|column| head[*column].parse::<u32>().is_ok())
            .collect();
        let group = head.iter().position(|column| column == "group-id").expect("groups");
        let (mut ballots, mut theirs) = (Vec::new(), Vec::new());
        for (person, row) in table.records().enumerate() {
            let row = row.expect("a row");
            theirs.push(row[group].parse::<usize>().ok());
            ballots.extend(statements.iter().enumerate().filter_map(|(statement, column)| {
                let choice = match &row[*column] {
                    "1" => Choice::Agree,
                    "-1" => Choice::Disagree,
                    "0" => Choice::Pass,
                    _ => return None,
                };
                Some((person, statement, choice))
            }));
        }
        let votes = Votes::of(theirs.len(), statements.len(), &ballots);
        let OpinionGroups::Found(found) = OpinionGroups::of(&votes, &[], 1) else {
            panic!("{name} has groups");
        };
        let placed = found.groups.iter().enumerate().flat_map(|(ours, people)| {
            let theirs = &theirs;
            people.iter().filter_map(move |person| Some((ours, theirs[*person]?)))
        });
        let (ours, theirs): (Vec<usize>, Vec<usize>) = placed.unzip();
        let alike = adjusted_rand(&ours, &theirs).expect("pairs");
        let sizes: Vec<usize> = found.groups.iter().map(Vec::len).collect();
        let _ = writeln!(
            io::stderr(),
            "{name}: groups of {sizes:?}, adjusted Rand index {alike:.2}"
        );
        assert!(alike > at_least, "{name}: {alike}");
    }
}
