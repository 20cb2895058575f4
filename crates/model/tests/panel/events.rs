//! Events that were ever written are read for ever. `VISIONCAST_WRITE_EVENTS=1` writes the log of the current version
//! anew, which is right only as long as that version was never released.

use std::collections::BTreeSet;

use uuid::Uuid;
use visioncast_model::{
    ActivityId, Affiliation, Answer, Arrange, Choice, Command, Concern, ConstituencyId, DomainId, EarlierDecision,
    Entered, Entrance, Event, Face, Finding, Form, Grouping, HideReason, HoldBack, IdeaId, Import, Integrity, Items,
    Kind, LinkId, Moderation, Pace, Panel, PanelId, PersonId, Plan, Recommendation, Recorded, Review, Ruling, Scale,
    Sorters, Step, Survey, ThemeId,
};

use crate::story::{JUDGEMENT, PROMPT, SILENT, Story, created, person};

/// A log with every kind of event of that version, as it was written then.
const VERSION_1: &str = include_str!("../events/v1.json");
/// The same of version 2.
const VERSION_2: &str = include_str!("../events/v2.json");
/// The same of version 3.
const VERSION_3: &str = include_str!("../events/v3.json");
/// The same of version 4.
const VERSION_4: &str = include_str!("../events/v4.json");
/// The same of version 5.
const VERSION_5: &str = include_str!("../events/v5.json");

fn kinds(log: &[Recorded]) -> BTreeSet<&'static str> {
    log.iter().map(|recorded| kind(&recorded.event)).collect()
}

/// Every kind of event that this version knew.
fn known_to(version: usize) -> BTreeSet<&'static str> {
    BROUGHT.iter().take(version).copied().flatten().copied().collect()
}

#[test]
fn the_first_version_is_still_read() {
    let log: Vec<Recorded> = serde_json::from_str(VERSION_1).expect("version 1 is readable");
    assert_eq!(
        kinds(&log),
        known_to(1),
        "the fixture holds every kind of event of version 1"
    );

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

#[test]
fn the_second_version_is_still_read() {
    let log: Vec<Recorded> = serde_json::from_str(VERSION_2).expect("version 2 is readable");
    assert_eq!(
        kinds(&log),
        known_to(2),
        "the fixture holds every kind of event of version 2"
    );
    assert_eq!(*Panel::replay(&log, []).themes(), visioncast_model::Themes::default());
}

#[test]
fn the_third_version_is_still_read() {
    let log: Vec<Recorded> = serde_json::from_str(VERSION_3).expect("version 3 is readable");
    assert_eq!(
        kinds(&log),
        known_to(3),
        "the fixture holds every kind of event of version 3"
    );
}

#[test]
fn the_fourth_version_is_still_read() {
    let log: Vec<Recorded> = serde_json::from_str(VERSION_4).expect("version 4 is readable");
    assert_eq!(
        kinds(&log),
        known_to(4),
        "the fixture holds every kind of event of version 4"
    );
}

#[test]
fn the_fifth_version_is_still_read() {
    let log: Vec<Recorded> = serde_json::from_str(VERSION_5).expect("version 5 is readable");
    assert_eq!(kinds(&log), known_to(5), "the fixture holds every kind of event");
}

/// What is written today is what was written then; if it must change, the version does too.
#[test]
fn what_is_written_has_not_changed() {
    let story = everything();
    assert_eq!(kinds(&story.log), known_to(5), "the story holds every kind of event");
    let written = serde_json::to_value(&story.log).expect("events are JSON");
    if std::env::var_os("VISIONCAST_WRITE_EVENTS").is_some() {
        let text = serde_json::to_string_pretty(&story.log).expect("events are JSON");
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/events/v5.json");
        std::fs::write(file, text + "\n").expect("it can be written");
        return;
    }
    let fixture: serde_json::Value = serde_json::from_str(VERSION_5).expect("JSON");
    assert_eq!(
        written, fixture,
        "events are written in another form: that is a new version"
    );
}

/// The kinds of events that each version brought.
const BROUGHT: [&[&str]; 5] = [
    &[
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
    ],
    &[
        "integrity_set",
        "tickets_made",
        "framework_adopted",
        "pace_set",
        "idea_detailed",
        "help_offered",
        "items_dealt",
        "marked",
        "reason_quotable",
        "reasons_erased",
    ],
    &[
        "theme_made",
        "theme_worded",
        "idea_grouped",
        "theme_merged",
        "theme_unmerged",
        "theme_moved",
        "theme_parked",
        "theme_locked",
        "theme_removed",
        "theme_restored",
        "grouping_undone",
    ],
    &[
        "ideas_held",
        "ideas_let_go",
        "ideas_sorted",
        "proposal_discarded",
        "ideas_told_apart",
        "moderation_set",
        "idea_flagged",
    ],
    &[
        "themes_pinned",
        "further_shown",
        "face_chosen",
        "report_frozen",
        "recommendation_decided",
        "review_erased",
        "decision_brought",
    ],
];

/// The kind of an event; the compiler asks for a new one here, and the fixture test for its event.
const fn kind(event: &Event) -> &'static str {
    match event {
        Event::PanelCreated(_) => "panel_created",
        Event::PanelRenamed { .. } => "panel_renamed",
        Event::FrameworkAdopted(_) => "framework_adopted",
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
        Event::PaceSet { .. } => "pace_set",
        Event::IdeaDetailed { .. } => "idea_detailed",
        Event::HelpOffered { .. } => "help_offered",
        Event::ItemsDealt { .. } => "items_dealt",
        Event::Marked { .. } => "marked",
        Event::ReasonQuotable { .. } => "reason_quotable",
        Event::ReasonsErased => "reasons_erased",
        Event::PanelEnded | Event::PanelReopened | Event::Undone { .. } => "panel_ended_and_on",
        Event::IntegritySet { .. } => "integrity_set",
        Event::TicketsMade { .. } => "tickets_made",
        Event::ThemeMade { .. } => "theme_made",
        Event::ThemeWorded { .. } => "theme_worded",
        Event::IdeaGrouped { .. } => "idea_grouped",
        Event::ThemeMerged { .. } => "theme_merged",
        Event::ThemeUnmerged { .. } => "theme_unmerged",
        Event::ThemeMoved { .. } => "theme_moved",
        Event::ThemeParked { .. } => "theme_parked",
        Event::ThemeLocked { .. } => "theme_locked",
        Event::ThemeRemoved { .. } => "theme_removed",
        Event::ThemeRestored { .. } => "theme_restored",
        Event::GroupingUndone { .. } => "grouping_undone",
        Event::IdeasSorted { .. } => "ideas_sorted",
        Event::ProposalDiscarded { .. } => "proposal_discarded",
        Event::IdeasHeld { .. } => "ideas_held",
        Event::IdeasLetGo { .. } => "ideas_let_go",
        Event::IdeasToldApart { .. } => "ideas_told_apart",
        Event::ModerationSet(_) => "moderation_set",
        Event::IdeaFlagged { .. } => "idea_flagged",
        Event::ThemesPinned { .. } => "themes_pinned",
        Event::FurtherShown { .. } => "further_shown",
        Event::FaceChosen { .. } => "face_chosen",
        Event::ReportFrozen { .. } => "report_frozen",
        Event::RecommendationDecided { .. } => "recommendation_decided",
        Event::ReviewErased { .. } => "review_erased",
        Event::DecisionBrought { .. } => "decision_brought",
    }
}

/// A story in which everything happens.
fn everything() -> Story {
    let mut story = Story::begin();
    let plan = Plan {
        minutes: 3,
        ..created().agenda[2].1.clone()
    };
    let extra = ActivityId(Uuid::from_u128(0xA9));
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
        Step::AdoptFramework(Box::new(visioncast_model::Framework {
            version: 2,
            ..created().framework
        })),
        Step::AddActivity {
            activity: extra,
            plan: Box::new(plan.clone()),
            place: 0,
        },
        Step::MoveActivity {
            activity: extra,
            place: 2,
        },
        Step::RemoveActivity { activity: extra },
        Step::EditActivity {
            activity: SILENT,
            plan: Box::new(plan),
            seen: None,
        },
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
    let panelist = visioncast_model::Actor::Panelist(LinkId(Uuid::from_u128(0x11)));
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
    let imported = PersonId(Uuid::from_u128(0x77));
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
    since_version_2(&mut story, idea);
    since_version_3(&mut story, (idea, spoken));
    since_version_4(&mut story, (idea, spoken));
    since_version_5(&mut story);
    reviewed(&mut story, idea);
    story.step(Step::EraseReasons).expect("erased");
    story.step(Step::EraseWords { ideas: vec![spoken] }).expect("erased");
    story.step(Step::ErasePerson { person: person(1) }).expect("erased");
    let strict = Moderation {
        hold: HoldBack::All,
        ..Moderation::default()
    };
    story
        .step(Step::SetModeration {
            moderation: Box::new(strict),
            release: false,
        })
        .expect("it can be set at any time");
    story.found = vec![Finding {
        concern: Concern::Rude,
        from: 3,
        length: 4,
    }];
    let spoken = Step::EnterIdea {
        activity: PROMPT,
        domain: None,
        words: "an idea to look at".to_owned(),
        quotable: false,
        source: Entered::Spoken,
    };
    story.step(spoken).expect("taken");
    story.found.clear();
    story.step(Step::End).expect("it ends");
    story.step(Step::Reopen).expect("it goes on");
    story
}

/// What version 4 brought.
fn since_version_4(story: &mut Story, (idea, spoken): (IdeaId, IdeaId)) {
    let (prompt, ideas) = (PROMPT, vec![idea]);
    for step in [
        Arrange::Hold {
            prompt,
            ideas: ideas.clone(),
        },
        Arrange::LetGo {
            prompt,
            ideas: ideas.clone(),
        },
        Arrange::Discard { prompt, ideas },
        Arrange::TellApart {
            prompt,
            one: idea,
            other: spoken,
        },
    ] {
        story.arrange(step).expect("done");
    }
    let sorting = ActivityId(Uuid::from_u128(0xAB));
    let kind = Kind::Grouping(Grouping::of(prompt, Sorters::Alone));
    let add = Step::AddActivity {
        activity: sorting,
        plan: Box::new(Plan::new("Sort", "What belongs together?", 0, kind)),
        place: 9,
    };
    story.step(add).expect("it is added");
    story.open(sorting);
    let sorter = person(2);
    story
        .when(visioncast_model::Actor::System, Command::Deal { person: sorter })
        .expect("dealt");
    let activity = story.panel.activity(sorting).expect("it is there");
    let put = story
        .panel
        .handful(activity, sorter)
        .into_iter()
        .map(|idea| (format!("put-{idea}"), "1".to_owned()));
    let fixed = [("kind", "sort"), ("name-1", "A pile")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let fields = fixed.into_iter().chain(put).collect();
    let form = Answer::Form(Form {
        activity: sorting,
        fields,
    });
    story.answer(sorter, form).expect("sorted");
}

/// What version 5 brought.
fn since_version_5(story: &mut Story) {
    let survey = ActivityId(Uuid::from_u128(0xAC));
    let dots = Kind::Survey(Survey {
        items: Items::Themes(PROMPT),
        scale: Scale::Dots { budget: 5, cap: 3 },
        each: 0,
        reason: None,
        additions: None,
        threshold: 0,
    });
    story
        .step(Step::AddActivity {
            activity: survey,
            plan: Box::new(Plan::new("Dots", "Which first?", 0, dots)),
            place: 9,
        })
        .expect("it is added");
    story.open(survey);
    let activity = story.panel.activity(survey).expect("it is there");
    let item = story.panel.items(activity)[0].to_string();
    let fields = [("kind", "mark"), ("item", &item), ("mark", "2"), ("edition", "1")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mark = Answer::Form(Form {
        activity: survey,
        fields: fields.to_vec(),
    });
    story.answer(person(2), mark).expect("taken");
    story.step(Step::Reveal { activity: survey }).expect("announced");
    story.now = story.now.plus_seconds(10);
    let system = visioncast_model::Actor::System;
    story
        .when(system, Command::CompleteReveal { activity: survey })
        .expect("due");
    story.step(Step::ShowFurther { activity: survey }).expect("by group");
    story.step(Step::ShowFurther { activity: survey }).expect("across");
    let (activity, face) = (PROMPT, Face::Words);
    story.step(Step::ChooseFace { activity, face }).expect("words");
}

/// What version 5 brought beside it: the board reads a report, and answers.
fn reviewed(story: &mut Story, idea: IdeaId) {
    story.step(Step::FreezeReport).expect("there is something to report");
    let review = Review {
        edition: 1,
        recommendation: Recommendation::Idea(idea),
        ruling: Some(Ruling::Adopted),
        owner: "the office".to_owned(),
        horizon: "by June".to_owned(),
        comment: "at last".to_owned(),
        speaker: "Ada".to_owned(),
        seen: None,
    };
    let board = visioncast_model::Actor::Board(LinkId(Uuid::from_u128(0x12)));
    story.when(board, Command::Review(review)).expect("it is recommended");
    let entries = vec![story.panel.seq()];
    story.step(Step::EraseReviews { entries }).expect("erased");
    let earlier = EarlierDecision {
        panel: PanelId(Uuid::from_u128(0x8)),
        title: "The panel before".to_owned(),
        recommendation: Recommendation::Step(1),
        ruling: Ruling::Deferred,
        what: "Create urgency".to_owned(),
        owner: "the office".to_owned(),
        horizon: String::new(),
    };
    let system = visioncast_model::Actor::System;
    let bring = Command::Import(Import::Decided(earlier));
    story.when(system, bring).expect("it is known here");
}

/// What version 3 brought.
fn since_version_3(story: &mut Story, (idea, spoken): (IdeaId, IdeaId)) {
    let make = |name: &str, idea| Arrange::Make {
        prompt: PROMPT,
        domain: None,
        name: name.to_owned(),
        ideas: vec![idea],
    };
    let one = ThemeId(story.arrange(make("One", idea)).expect("made").0);
    let other = ThemeId(story.arrange(make("", spoken)).expect("made").0);
    let steps = [
        Arrange::Reorder { theme: other, place: 0 },
        Arrange::Park {
            theme: other,
            parked: true,
        },
        Arrange::Lock {
            theme: one,
            locked: true,
        },
        Arrange::Lock {
            theme: one,
            locked: false,
        },
    ];
    for step in steps {
        story.arrange(step).expect("done");
    }
    let step = story.arrange(Arrange::Remove { theme: other }).expect("removed");
    story.arrange(Arrange::Undo { step }).expect("it is back");
    let merge = Arrange::Merge {
        theme: one,
        into: other,
    };
    let step = story.arrange(merge).expect("merged");
    story.arrange(Arrange::Undo { step }).expect("apart again");
}

/// What version 2 brought.
fn since_version_2(story: &mut Story, idea: IdeaId) {
    let survey = ActivityId(Uuid::from_u128(0xAA));
    let kind = Kind::Survey(Survey {
        items: Items::Own(vec!["One".to_owned(), "Two".to_owned()]),
        scale: Scale::Confirm,
        each: 1,
        reason: Some("Why?".to_owned()),
        additions: None,
        threshold: 75,
    });
    let plan = Plan::new("Survey", "Is it so?", 0, kind);
    story
        .step(Step::AddActivity {
            activity: survey,
            plan: Box::new(plan),
            place: 9,
        })
        .expect("it is added");
    story.open(survey);
    let (author, answering) = (person(1), person(2));
    story
        .when(visioncast_model::Actor::System, Command::Deal { person: answering })
        .expect("dealt");
    let activity = story.panel.activity(survey).expect("it is there");
    let item = story.panel.items_for(activity, answering)[0];
    let form = |activity, fields: &[(&str, &str)]| {
        let fields = fields.iter();
        let fields = fields.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Answer::Form(Form {
            activity,
            fields: fields.collect(),
        })
    };
    let item = item.to_string();
    let mark = form(
        survey,
        &[("kind", "mark"), ("item", &item), ("mark", "1"), ("reason", "because")],
    );
    story.answer(answering, mark).expect("taken");
    let quotable = form(survey, &[("kind", "requote"), ("item", &item), ("quotable", "yes")]);
    story.answer(answering, quotable).expect("taken");
    let idea = idea.to_string();
    let detail = form(
        PROMPT,
        &[
            ("kind", "detail"),
            ("idea", &idea),
            ("nature", "strategy"),
            ("horizon", "now"),
            ("grounds", "experience"),
            ("reference", "a book"),
        ],
    );
    story.answer(author, detail).expect("taken");
    story
        .answer(
            answering,
            form(PROMPT, &[("kind", "help"), ("idea", &idea), ("offered", "yes")]),
        )
        .expect("taken");
    story.step(Step::SetPace { pace: Pace::Own }).expect("all is open");
    story.step(Step::SetPace { pace: Pace::Led }).expect("one at a time");
}
