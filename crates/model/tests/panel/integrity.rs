//! One ballot each: what keeps it so, and who may do what.

use uuid::Uuid;
use visioncast_model::{
    Actor, Answer, Choice, Command, Created, Deed, Entered, Entrance, Integrity, LinkId, Misplaced, Recommendation,
    Rejection, Role, Step, Tickets,
};

use crate::review::review;
use crate::story::{JUDGEMENT, PROMPT, Story, created, facilitator, person};

fn by_ticket() -> Story {
    Story::of(Created {
        integrity: Integrity::Ticket,
        ..created()
    })
}

fn admit(entrance: Entrance) -> Command {
    Command::Admit { entrance }
}

#[test]
fn where_tickets_are_asked_for_the_code_alone_lets_nobody_in() {
    for integrity in Integrity::ALL {
        let mut story = Story::of(Created { integrity, ..created() });
        let joined = story.when(Actor::Person(person(1)), Command::Join);
        assert_eq!(joined.is_ok(), !integrity.asks_for_tickets(), "{integrity:?}");
        for (number, entrance) in [(2, Entrance::Ticket), (3, Entrance::Link)] {
            let joined = story.when(Actor::Person(person(number)), admit(entrance));
            assert!(joined.is_ok(), "{integrity:?} {entrance:?}");
            assert_eq!(story.panel.people()[&person(number)].entrance, entrance);
        }
    }
}

#[test]
fn being_admitted_twice_is_one_person() {
    let mut story = by_ticket();
    for _ in 0..2 {
        let again = story.when(Actor::Person(person(1)), admit(Entrance::Ticket));
        again.expect("a second tap does no harm");
    }
    assert_eq!(story.panel.came_by(Entrance::Ticket), 1);
    assert_eq!(story.panel.came_by(Entrance::Link), 0);
}

#[test]
fn how_ballots_are_kept_to_one_can_change_until_somebody_joined() {
    let mut story = Story::begin();
    let set = |integrity| Step::SetIntegrity { integrity };
    story.step(set(Integrity::Roll)).expect("nobody is in yet");
    assert_eq!(story.panel.integrity(), Integrity::Roll);
    story
        .when(Actor::Person(person(1)), admit(Entrance::Ticket))
        .expect("there is room");
    let refused = story.step(set(Integrity::Open));
    assert_eq!(refused, Err(Misplaced::SomebodyJoined.into()));
    assert_eq!(story.panel.integrity(), Integrity::Roll);
}

#[test]
fn tickets_are_counted_and_only_where_they_are_asked_for() {
    let make = |count, replacing| Step::MakeTickets { count, replacing };
    let mut open = Story::begin();
    assert_eq!(open.step(make(10, false)), Err(Misplaced::OddTickets.into()));
    let mut story = by_ticket();
    for odd in [0, 2_001, u32::MAX] {
        assert_eq!(story.step(make(odd, false)), Err(Misplaced::OddTickets.into()), "{odd}");
    }
    story.step(make(2_000, false)).expect("a hall");
    story.step(make(1, true)).expect("a lost phone");
    let tickets = Tickets {
        made: 2_001,
        replacing: 1,
    };
    assert_eq!(story.panel.tickets(), tickets);
}

/// Every actor with every command: the rules refuse what the table does.
#[test]
fn the_rules_ask_the_table() {
    let mut story = Story::begin();
    story.open(PROMPT);
    let somebody = story.join(1);
    let idea = story.add_idea(somebody, "an idea").expect("taken");
    let spoken = |words: &str| Step::EnterIdea {
        activity: PROMPT,
        domain: None,
        words: words.to_owned(),
        quotable: false,
        source: Entered::Spoken,
    };
    let commands = [
        Command::Join,
        admit(Entrance::Ticket),
        Command::Answer(Answer::SetQuotable { idea, quotable: true }),
        Command::Step(spoken("aloud")),
        Command::Step(Step::EnterSheet {
            activity: JUDGEMENT,
            choices: vec![(idea, Choice::Agree)],
            source: Entered::Paper,
        }),
        Command::Step(Step::Rename {
            title: "Another".to_owned(),
        }),
        Command::Step(Step::Close { activity: PROMPT }),
        Command::Step(Step::ShowIdea { idea }),
        Command::Step(Step::EraseWords { ideas: vec![idea] }),
        Command::Step(Step::SetIntegrity {
            integrity: Integrity::Open,
        }),
        Command::Deal { person: somebody },
        Command::Step(Step::FreezeReport),
        Command::Review(review(Recommendation::Step(1))),
    ];
    let actors = [
        Actor::Person(somebody),
        Actor::Panelist(LinkId(Uuid::from_u128(1))),
        facilitator(),
        Actor::System,
        Actor::Board(LinkId(Uuid::from_u128(2))),
    ];
    for command in commands {
        for actor in actors {
            let mut story = story.clone();
            let allowed = actor.role().may(command.deed());
            // Whoever is no person in the room has nobody to join or answer as.
            let has_somebody = !matches!(command.deed(), Deed::Join | Deed::Answer) || actor.role() == Role::Attendee;
            let answer = story.when(actor, command.clone());
            assert_eq!(
                answer == Err(Rejection::NotAllowed),
                !(allowed && has_somebody),
                "{actor:?} {command:?}: {answer:?}"
            );
        }
    }
}
