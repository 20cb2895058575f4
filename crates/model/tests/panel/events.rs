//! Events that were ever written are read for ever. `VISIONCAST_WRITE_EVENTS=1` writes the log of the current version
//! anew, which is right only as long as that version was never released.

use std::collections::BTreeSet;

use visioncast_model::{
    Affiliation, Answer, Choice, Command, ConstituencyId, DomainId, Entered, Entrance, Event, HideReason, IdeaId,
    Import, Integrity, LinkId, Panel, PersonId, Plan, Recorded, Step,
};

use crate::story::{JUDGEMENT, PROMPT, SILENT, Story, created, person};

/// A log with every kind of event of that version, as it was written then.
const VERSION_1: &str = include_str!("../events/v1.json");
const VERSION_2: &str = include_str!("../events/v2.json");

fn kinds(log: &[Recorded]) -> BTreeSet<&'static str> {
    log.iter().map(|recorded| kind(&recorded.event)).collect()
}

#[test]
fn the_first_version_is_still_read() {
    let log: Vec<Recorded> = serde_json::from_str(VERSION_1).expect("version 1 is readable");
    let all: BTreeSet<&str> = KINDS.into_iter().filter(|kind| !SINCE_2.contains(kind)).collect();
    assert_eq!(kinds(&log), all, "the fixture holds every kind of event of version 1");

    let panel = Panel::replay(&log, []);
    assert_eq!(panel.seq().0, log.len() as u64);
    assert_eq!(panel.title(), "Another title");
    assert_eq!(panel.ideas().len(), 3);
    assert_eq!(panel.totals_at_reveal(JUDGEMENT).map(<[_]>::len), Some(2));
    assert_eq!(
        panel.integrity(),
        Integrity::Open,
        "what version 1 did not know is as it was then"
    );
    assert!(panel.people().values().all(|person| person.entrance == Entrance::Code));
}

/// What is written today is what was written then; if it must change, the version does too.
#[test]
fn what_is_written_has_not_changed() {
    let story = everything();
    let all: BTreeSet<&str> = KINDS.into_iter().collect();
    assert_eq!(kinds(&story.log), all, "the story holds every kind of event");
    let written = serde_json::to_value(&story.log).expect("events are JSON");
    if std::env::var_os("VISIONCAST_WRITE_EVENTS").is_some() {
        let text = serde_json::to_string_pretty(&written).expect("events are JSON");
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/events/v2.json");
        std::fs::write(file, text + "\n").expect("it can be written");
        return;
    }
    let fixture: serde_json::Value = serde_json::from_str(VERSION_2).expect("JSON");
    assert_eq!(
        written, fixture,
        "events are written in another form: that is a new version"
    );
}

/// Those that version 2 brought.
const SINCE_2: [&str; 2] = ["integrity_set", "tickets_made"];

const KINDS: [&str; 27] = [
    "panel_created",
    "panel_renamed",
    "activity_added",
    "activity_edited",
    "activity_moved",
    "activity_removed",
    "activity_opened",
    "activity_closed",
    "activity_unopened",
    "focus_moved",
    "timer_set",
    "reveal_due",
    "reveal_called_back",
    "revealed",
    "person_joined",
    "person_described",
    "person_erased",
    "idea_added",
    "idea_quotable",
    "idea_hidden",
    "idea_shown",
    "words_erased",
    "dealt",
    "ballot_cast",
    "panel_ended_and_on",
    "integrity_set",
    "tickets_made",
];

/// The kind of an event; the compiler asks for a new one here, and the fixture test for its event.
const fn kind(event: &Event) -> &'static str {
    match event {
        Event::PanelCreated(_) => "panel_created",
        Event::PanelRenamed { .. } => "panel_renamed",
        Event::ActivityAdded { .. } => "activity_added",
        Event::ActivityEdited { .. } => "activity_edited",
        Event::ActivityMoved { .. } => "activity_moved",
        Event::ActivityRemoved { .. } => "activity_removed",
        Event::ActivityOpened { .. } => "activity_opened",
        Event::ActivityClosed { .. } => "activity_closed",
        Event::ActivityUnopened { .. } => "activity_unopened",
        Event::FocusMoved { .. } => "focus_moved",
        Event::TimerSet { .. } => "timer_set",
        Event::RevealDue { .. } => "reveal_due",
        Event::RevealCalledBack { .. } => "reveal_called_back",
        Event::Revealed { .. } => "revealed",
        Event::PersonJoined { .. } => "person_joined",
        Event::PersonDescribed { .. } => "person_described",
        Event::PersonErased { .. } => "person_erased",
        Event::IdeaAdded { .. } => "idea_added",
        Event::IdeaQuotable { .. } => "idea_quotable",
        Event::IdeaHidden { .. } => "idea_hidden",
        Event::IdeaShown { .. } => "idea_shown",
        Event::WordsErased { .. } => "words_erased",
        Event::Dealt { .. } => "dealt",
        Event::BallotCast { .. } => "ballot_cast",
        Event::PanelEnded | Event::PanelReopened | Event::Undone { .. } => "panel_ended_and_on",
        Event::IntegritySet { .. } => "integrity_set",
        Event::TicketsMade { .. } => "tickets_made",
    }
}

/// A story in which everything happens.
fn everything() -> Story {
    let mut story = Story::begin();
    let plan = Plan {
        minutes: 3,
        ..created().agenda[2].1.clone()
    };
    let extra = visioncast_model::ActivityId(uuid::Uuid::from_u128(0xA9));
    let steps = [
        Step::SetIntegrity {
            integrity: Integrity::Ticket,
        },
        Step::MakeTickets {
            count: 40,
            replacing: false,
        },
        Step::SetIntegrity {
            integrity: Integrity::Open,
        },
        Step::Rename {
            title: "Another title".to_owned(),
        },
        Step::AddActivity {
            activity: extra,
            plan: plan.clone(),
            place: 0,
        },
        Step::MoveActivity {
            activity: extra,
            place: 2,
        },
        Step::RemoveActivity { activity: extra },
        Step::EditActivity { activity: SILENT, plan },
    ];
    for step in steps {
        story.step(step).expect("the agenda can be prepared");
    }
    let opened = story
        .step(Step::Open {
            activity: SILENT,
            alongside: false,
        })
        .expect("it opens");
    story.step(Step::Undo { step: opened }).expect("nobody answered");
    story.open(PROMPT);
    let (author, voter) = (story.join(1), story.join(2));
    let by_link = Command::Admit {
        entrance: Entrance::Link,
    };
    let panelist = visioncast_model::Actor::Person(person(3));
    story.when(panelist, by_link).expect("there is room");
    let describe = Answer::Describe {
        constituencies: BTreeSet::from([ConstituencyId(1)]),
        affiliation: Some(Affiliation::NonMember),
    };
    story.answer(author, describe).expect("taken");
    let words = "an idea".to_owned();
    let idea = Answer::AddIdea {
        activity: PROMPT,
        domain: Some(DomainId(1)),
        words,
        quotable: false,
    };
    let idea = IdeaId(story.answer(author, idea).expect("taken").0);
    story
        .answer(author, Answer::SetQuotable { idea, quotable: true })
        .expect("taken");
    let spoken = Step::EnterIdea {
        activity: PROMPT,
        domain: None,
        words: "said aloud".to_owned(),
        quotable: false,
        source: Entered::Spoken,
    };
    let panelist = visioncast_model::Actor::Panelist(LinkId(uuid::Uuid::from_u128(0x11)));
    let spoken = IdeaId(story.when(panelist, Command::Step(spoken)).expect("taken").0);
    story.open(JUDGEMENT);
    let system = visioncast_model::Actor::System;
    story
        .when(system, Command::Deal { person: voter })
        .expect("there are ideas");
    story.judge(voter, idea, Choice::Agree).expect("counted");
    let hide = Step::HideIdea {
        idea: spoken,
        reason: HideReason::OffTopic,
    };
    story.step(hide).expect("it hides");
    story.step(Step::ShowIdea { idea: spoken }).expect("it is back");
    let choices = vec![(spoken, Choice::Pass)];
    let sheet = Step::EnterSheet {
        activity: JUDGEMENT,
        choices,
        source: Entered::Paper,
    };
    story.step(sheet).expect("counted");
    let early = story.step(Step::Reveal { activity: JUDGEMENT }).expect("announced");
    story.step(Step::Undo { step: early }).expect("called back");
    story.reveal();
    story.step(Step::Close { activity: JUDGEMENT }).expect("it closes");
    let imported = PersonId(uuid::Uuid::from_u128(0x77));
    let imports = [
        Import::Person {
            person: imported,
            constituencies: BTreeSet::from([ConstituencyId(1)]),
            source_id: "12".to_owned(),
        },
        Import::Idea {
            activity: PROMPT,
            author: Some(imported),
            words: "from elsewhere".to_owned(),
            source_id: "7".to_owned(),
            source_details: std::collections::BTreeMap::from([("is-seed".to_owned(), "false".to_owned())]),
        },
    ];
    for import in imports {
        story.when(system, Command::Import(import)).expect("taken over");
    }
    story.step(Step::EraseWords { ideas: vec![spoken] }).expect("erased");
    story.step(Step::ErasePerson { person: person(1) }).expect("erased");
    story.step(Step::End).expect("it ends");
    story.step(Step::Reopen).expect("it goes on");
    story
}
