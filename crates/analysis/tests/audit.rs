//! An audit finds what was tampered with, and nothing where nothing was.

#[path = "../../report/tests/room/mod.rs"]
#[expect(dead_code, reason = "the tests of the formats use the rest")]
mod room;

use room::{Room, VOTE};
use visioncast_analysis::{Difference, audit};
use visioncast_model::{Choice, Event, IdeaId, Panel, Seq, Step};

fn revealed() -> (Room, Vec<IdeaId>) {
    let (mut room, people, ideas) = Room::lively();
    room.reveal(VOTE);
    room.judge(people[5], ideas[1], Choice::Agree);
    room.step(Step::EraseWords { ideas: vec![ideas[2]] });
    (room, ideas)
}

fn differences(room: &Room) -> Vec<Difference> {
    audit(&room.events, &room.words, &room.panel).differences
}

/// The panel that the log now makes, so that only what a test is about differs.
fn replayed(room: &mut Room) {
    room.panel = Panel::replay(&room.events, room.words.clone());
}

#[test]
fn a_sound_log_has_no_differences() {
    let (room, _) = revealed();
    let audit = audit(&room.events, &room.words, &room.panel);
    assert_eq!(audit.differences, []);
    assert_eq!((audit.people, audit.ideas), (6, 5));
    assert_eq!((audit.words_checked, audit.words_erased), (4, 1));
    assert_eq!(audit.recount.cast, 12 + 1, "a re-vote is cast, and no longer counts");
    assert_eq!(audit.recount.ballots, 12);
}

#[test]
fn a_missing_event_is_a_gap() {
    let (mut room, _) = revealed();
    room.events.remove(4);
    replayed(&mut room);
    let found = differences(&room);
    assert_eq!(
        found[0],
        Difference::Gap {
            expected: Seq(5),
            found: Seq(6)
        }
    );
}

#[test]
fn a_doubled_effect_is_found() {
    let (mut room, _) = revealed();
    let mut again = room.events[20].clone();
    again.seq = room.panel.seq().next();
    room.events.push(again.clone());
    replayed(&mut room);
    assert!(differences(&room).contains(&Difference::Twice {
        seq: again.seq,
        command: again.command
    }));
}

#[test]
fn a_changed_ballot_shows_at_the_reveal() {
    let (mut room, ideas) = revealed();
    let ballot = room.events.iter_mut().find_map(|recorded| match &mut recorded.event {
        Event::BallotCast { choice, idea, .. } if *idea == ideas[0] => Some(choice),
        _ => None,
    });
    *ballot.expect("a ballot") = Choice::Pass;
    replayed(&mut room);
    let found = differences(&room);
    assert!(
        matches!(found[..], [Difference::Reveal { idea, .. }] if idea == ideas[0]),
        "{found:?}"
    );
}

#[test]
fn a_forged_total_shows_at_the_reveal() {
    let (mut room, ideas) = revealed();
    for recorded in &mut room.events {
        if let Event::Revealed { totals, .. } = &mut recorded.event {
            totals
                .iter_mut()
                .filter(|(idea, _)| *idea == ideas[0])
                .for_each(|(_, tally)| tally.agree += 1);
        }
    }
    replayed(&mut room);
    let found = differences(&room);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].to_string().contains("4 agree, 0 disagree, 0 pass"),
        "{}",
        found[0]
    );
}

#[test]
fn a_stale_panel_is_told_from_its_log() {
    let (mut room, _) = revealed();
    let stale = Panel::replay(&room.events[..40], room.words.clone());
    room.panel = stale;
    let found = differences(&room);
    assert_eq!(found.last(), Some(&Difference::State));
}

#[test]
fn words_are_those_that_came_in() {
    let (mut room, ideas) = revealed();
    let of = |room: &Room, idea: usize| room.panel.ideas()[&ideas[idea]].words;
    let (changed, gone) = (of(&room, 0), of(&room, 1));
    room.words.retain(|words| words.id != gone);
    for words in room.words.iter_mut().filter(|words| words.id == changed) {
        words.text.push('!');
    }
    replayed(&mut room);
    let found = differences(&room);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.contains(&Difference::WordsDiffer(ideas[0])));
    assert!(found.contains(&Difference::WordsMissing(ideas[1])));
}

#[test]
fn erased_words_that_are_still_stored_are_found() {
    let (mut room, ideas) = revealed();
    let words = room.words.clone();
    room.step(Step::EraseWords { ideas: vec![ideas[3]] });
    room.words = words;
    replayed(&mut room);
    assert!(differences(&room).contains(&Difference::WordsKept(ideas[3])));
}

#[test]
fn a_ballot_of_nobody_is_found() {
    let (mut room, _) = revealed();
    for recorded in &mut room.events {
        if let Event::BallotCast { person, .. } = &mut recorded.event {
            person.0 = uuid::Uuid::nil();
        }
    }
    replayed(&mut room);
    assert!(matches!(differences(&room)[0], Difference::Unknown { .. }));
}
