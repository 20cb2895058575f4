//! Who says what when: a recorded conversation as parts for attendees.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use visioncast_model::Choice;

use super::source::Source;

/// The most ideas that a panel takes from one person; a helper brings what is beyond.
const IDEAS_PER_PERSON: usize = 50;
/// Nobody waits longer than this, in milliseconds of the recording, where nothing happened.
const LONGEST_PAUSE: i64 = 60_000;

/// All parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Script {
    /// How many attendees it takes.
    pub(super) cast: usize,
    /// In the order of time.
    pub(super) lines: Vec<Line>,
}

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// When, from the beginning, on the recording's clock without its long pauses.
    pub(super) at: Duration,
    /// Which attendee.
    pub(super) attendee: usize,
    pub(super) deed: Deed,
}

/// What to do; statements by their place in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Say(usize),
    Vote(usize, Choice),
}

impl Script {
    pub(super) fn of(source: &Source) -> Self {
        let authors = source.statements.iter().filter_map(|statement| statement.author);
        let people: BTreeSet<u32> = authors.chain(source.votes.iter().map(|vote| vote.voter)).collect();
        let place: BTreeMap<u32, usize> = people.iter().copied().zip(0..).collect();
        let mut cast = people.len();

        // Who brings the ideas of an author, and how many so far; helpers come in where it is nobody.
        let mut brought: BTreeMap<Option<u32>, (usize, usize)> = place
            .iter()
            .map(|(person, place)| (Some(*person), (*place, 0)))
            .collect();
        let mut timed: Vec<(i64, usize, Deed)> = Vec::new();
        for (number, statement) in source.statements.iter().enumerate() {
            let (attendee, count) = brought.entry(statement.author).or_insert((0, IDEAS_PER_PERSON));
            if *count == IDEAS_PER_PERSON {
                (*attendee, *count) = (cast, 0);
                cast += 1;
            }
            *count += 1;
            timed.push((statement.at, *attendee, Deed::Say(number)));
        }
        for vote in &source.votes {
            // Clocks of two files may differ: nobody votes on what was not said.
            let said = &mut timed[vote.statement].0;
            *said = (*said).min(vote.at);
            timed.push((vote.at, place[&vote.voter], Deed::Vote(vote.statement, vote.choice)));
        }
        keep_last_votes(&mut timed);
        Self {
            cast,
            lines: without_pauses(&timed),
        }
    }

    /// How long it takes at the recording's own speed.
    pub(super) fn span(&self) -> Duration {
        self.lines.last().map(|line| line.at).unwrap_or_default()
    }
}

/// Orders by time; where somebody voted several times on the same, the choices stay in file order,
/// so that the last one is the last one of the file.
fn keep_last_votes(timed: &mut [(i64, usize, Deed)]) {
    let mut choices: BTreeMap<(usize, usize), Vec<Choice>> = BTreeMap::new();
    for (_, attendee, deed) in timed.iter().rev() {
        if let Deed::Vote(statement, choice) = deed {
            choices.entry((*attendee, *statement)).or_default().push(*choice);
        }
    }
    timed.sort_by_key(|(at, ..)| *at);
    for (_, attendee, deed) in timed {
        if let Deed::Vote(statement, choice) = deed
            && let Some(next) = choices.get_mut(&(*attendee, *statement)).and_then(Vec::pop)
        {
            *choice = next;
        }
    }
}

fn without_pauses(timed: &[(i64, usize, Deed)]) -> Vec<Line> {
    let mut clock = 0;
    let mut before = timed.first().map_or(0, |(at, ..)| *at);
    timed
        .iter()
        .map(|(at, attendee, deed)| {
            clock += (at - before).clamp(0, LONGEST_PAUSE);
            before = *at;
            Line {
                at: Duration::from_millis(clock as u64),
                attendee: *attendee,
                deed: *deed,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::rehearse::source::{Statement, Vote};

    fn statement(at: i64, author: u32) -> Statement {
        Statement {
            at,
            author: Some(author),
            words: "Shade".to_owned(),
            hidden: false,
        }
    }

    fn vote(at: i64, voter: u32, statement: usize, choice: Choice) -> Vote {
        Vote {
            at,
            voter,
            statement,
            choice,
        }
    }

    #[test]
    fn the_last_vote_of_the_file_stays_the_last_whatever_the_clock_says() {
        let source = Source {
            statements: vec![statement(0, 1)],
            votes: vec![
                vote(9, 5, 0, Choice::Agree),
                vote(3, 5, 0, Choice::Pass),
                vote(3, 5, 0, Choice::Disagree),
            ],
            ..Source::default()
        };
        let said: Vec<Deed> = Script::of(&source).lines.iter().map(|line| line.deed).collect();
        let expected = [
            Deed::Say(0),
            Deed::Vote(0, Choice::Agree),
            Deed::Vote(0, Choice::Pass),
            Deed::Vote(0, Choice::Disagree),
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_statement_comes_before_its_first_vote_and_long_pauses_go() {
        let source = Source {
            statements: vec![statement(50, 1), statement(10_000_000, 1)],
            votes: vec![vote(20, 2, 0, Choice::Agree)],
            ..Source::default()
        };
        let script = Script::of(&source);
        assert_eq!(script.lines[0].deed, Deed::Say(0));
        assert_eq!(script.span(), Duration::from_millis(60_000));
        assert_eq!(script.cast, 2);
    }

    #[test]
    fn helpers_bring_what_is_more_than_one_person_may() {
        let source = Source {
            statements: (0..120).map(|at| statement(at, 1)).collect(),
            ..Source::default()
        };
        let script = Script::of(&source);
        assert_eq!(script.cast, 3);
        for attendee in 0..script.cast {
            let brought = script.lines.iter().filter(|line| line.attendee == attendee).count();
            assert!(brought <= IDEAS_PER_PERSON, "attendee {attendee} brings {brought}");
        }
    }
}
