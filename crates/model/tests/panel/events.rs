//! Events that were ever written are read for ever.

use std::collections::BTreeSet;

use visioncast_model::{
    Affiliation, Answer, Choice, Command, ConstituencyId, DomainId, Entered, Event, HideReason, IdeaId, Import, Panel,
    PersonId, Plan, Recorded, Step,
};

use crate::story::{JUDGEMENT, PROMPT, SILENT, Story, created, person};

/// One log with every kind of event of version 1, as it was written then.
const VERSION_1: &str = include_str!("../events/v1.json");

#[test]
fn the_first_version_is_still_read() {
    let log: Vec<Recorded> = serde_json::from_str(VERSION_1).expect("version 1 is readable");
    let kinds: BTreeSet<&str> = log.iter().map(|recorded| kind(&recorded.event)).collect();
    let all: BTreeSet<&str> = KINDS.into_iter().collect();
    assert_eq!(kinds, all, "the fixture holds every kind of event");

    let panel = Panel::replay(&log, []);
    assert_eq!(panel.seq().0, log.len() as u64);
    assert_eq!(panel.title(), "Another title");
    assert_eq!(panel.ideas().len(), 3);
    assert_eq!(panel.totals_at_reveal(JUDGEMENT).map(<[_]>::len), Some(2));
}

/// What is written today is what was written then; if it must change, the version does too.
#[test]
fn what_is_written_has_not_changed() {
    let story = everything();
    let written = serde_json::to_value(&story.log).expect("events are JSON");
    let fixture: serde_json::Value = serde_json::from_str(VERSION_1).expect("JSON");
    assert_eq!(
        written, fixture,
        "events are written in another form: that is a new version"
    );
}

const KINDS: [&str; 25] = [
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
    let spoken = IdeaId(story.step(spoken).expect("taken").0);
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
