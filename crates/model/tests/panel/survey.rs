//! Surveys: what is asked of whom, what is taken, and what it adds up to.

use std::collections::BTreeSet;

use uuid::Uuid;
use visioncast_model::{
    ActivityId, Actor, Answer, Command, ConstituencyId, Created, Current, Form, IdeaId, ItemId, Items, Kind, Misplaced,
    Pace, Plan, Principle, Prompt, Reflection, Rejection, Scale, State, Step, Survey, TextError,
};

use crate::story::{PROMPT, Story, created, person};

const SURVEY: ActivityId = ActivityId(Uuid::from_u128(0xB1));
const DRAFTS: ActivityId = ActivityId(Uuid::from_u128(0xB2));
const REFLECTION: ActivityId = ActivityId(Uuid::from_u128(0xB3));
const AGAIN: ActivityId = ActivityId(Uuid::from_u128(0xB4));

fn survey(items: Items, scale: Scale, each: u16) -> Survey {
    Survey {
        items,
        scale,
        each,
        reason: Some("Why?".to_owned()),
        additions: None,
        threshold: 75,
    }
}

/// A story whose agenda begins with this, open.
fn given(survey: Survey) -> Story {
    let mut created = created();
    created.framework.principles = vec![
        Principle {
            number: 1,
            text: "Connect".to_owned(),
        },
        Principle {
            number: 2,
            text: "Support".to_owned(),
        },
    ];
    created.framework.vision = "to be a resource".to_owned();
    created
        .agenda
        .insert(0, (SURVEY, Plan::new("Survey", "And you?", 0, Kind::Survey(survey))));
    let mut story = Story::of(Created {
        capacity: 100,
        ..created
    });
    story.open(SURVEY);
    story
}

fn form(activity: ActivityId, fields: &[(&str, &str)]) -> Answer {
    let fields = fields.iter();
    let fields = fields.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Answer::Form(Form {
        activity,
        fields: fields.collect(),
    })
}

fn mark(item: ItemId, marks: &[u8]) -> Answer {
    because(SURVEY, item, marks, "")
}

fn because(activity: ActivityId, item: ItemId, marks: &[u8], reason: &str) -> Answer {
    let (item, marks): (String, Vec<String>) = (item.to_string(), marks.iter().map(u8::to_string).collect());
    let mut fields = vec![("kind", "mark"), ("item", &item), ("reason", reason)];
    fields.extend(marks.iter().map(|mark| ("mark", mark.as_str())));
    form(activity, &fields)
}

fn counts(story: &Story, item: ItemId) -> Vec<u32> {
    let marks = story.panel.marks(SURVEY, item);
    marks.map(|marks| marks.counts().to_vec()).unwrap_or_default()
}

fn asked(story: &Story, number: u128) -> Vec<ItemId> {
    let activity = story.panel.activity(SURVEY).expect("it is there");
    story.panel.items_for(activity, person(number))
}

#[test]
fn a_second_answer_replaces_the_first() {
    let mut story = given(survey(Items::Domains(Vec::new()), Scale::Mandate, 0));
    let one = story.join(1);
    let item = asked(&story, 1)[0];
    story.answer(one, mark(item, &[0])).expect("taken");
    story.answer(one, mark(item, &[3])).expect("taken");
    assert_eq!(counts(&story, item), [0, 0, 0, 1]);
    assert_eq!(story.panel.answered(SURVEY), 1);
}

#[test]
fn only_what_is_asked_and_offered_is_taken() {
    let mut story = given(survey(Items::Domains(Vec::new()), Scale::Mandate, 0));
    let one = story.join(1);
    let item = asked(&story, 1)[0];
    assert_eq!(story.answer(one, mark(item, &[4])), Err(Rejection::OddAnswer));
    assert_eq!(
        story.answer(one, mark(ItemId::Own(0), &[0])),
        Err(Rejection::UnknownIdea)
    );
    let long = because(SURVEY, item, &[0], &"x".repeat(501));
    assert!(matches!(
        story.answer(one, long),
        Err(Rejection::Text(TextError::TooLong { .. }))
    ));
    story.step(Step::Close { activity: SURVEY }).expect("it closes");
    assert_eq!(story.answer(one, mark(item, &[0])), Err(Rejection::TooLate));
}

#[test]
fn cells_are_dealt_a_few_to_each_and_evenly_over_the_room() {
    let mut story = given(survey(Items::Map, Scale::Link, 2));
    let activity = story.panel.activity(SURVEY).expect("it is there");
    assert_eq!(story.panel.items(activity).len(), 4, "every principle in every domain");
    for number in 1..=6 {
        story.join(number);
        assert_eq!(asked(&story, number).len(), 2);
    }
    let mut shown: Vec<usize> = Vec::new();
    for item in story.panel.items(story.panel.activity(SURVEY).expect("it is there")) {
        shown.push((1..=6).filter(|number| asked(&story, *number).contains(&item)).count());
    }
    assert_eq!(shown, [3, 3, 3, 3], "12 cards over 4 cells");
    let elsewhere = story
        .panel
        .items(story.panel.activity(SURVEY).expect("it is there"))
        .into_iter()
        .find(|item| !asked(&story, 1).contains(item))
        .expect("two were not dealt");
    assert_eq!(story.answer(person(1), mark(elsewhere, &[0])), Err(Rejection::NotDealt));
    for item in asked(&story, 1) {
        story.answer(person(1), mark(item, &[2])).expect("taken");
    }
    assert_eq!(asked(&story, 1).len(), 4, "whoever is done may go on");
}

#[test]
fn wants_are_asked_of_those_whom_they_are_about() {
    let mut story = given(survey(Items::Wants, Scale::Confirm, 5));
    let one = story.join(1);
    story
        .answer(
            one,
            Answer::Describe {
                constituencies: BTreeSet::from([ConstituencyId(1)]),
                affiliation: None,
            },
        )
        .expect("taken");
    assert_eq!(asked(&story, 1), [ItemId::Want(ConstituencyId(1), 0)]);
}

#[test]
fn a_rewording_becomes_a_draft_that_others_can_support() {
    let words = survey(Items::Current(Current::Vision), Scale::Verdict, 0);
    let mut story = given(Survey {
        additions: Some("In your words".to_owned()),
        ..words
    });
    let (one, two) = (story.join(1), story.join(2));
    story.answer(one, mark(ItemId::Question, &[1])).expect("taken");
    let fields = [
        ("kind", "add"),
        ("about", "question"),
        ("words", "to be a bridge"),
        ("quotable", "yes"),
    ];
    let rewording = form(SURVEY, &fields);
    let draft = IdeaId(story.answer(one, rewording).expect("taken").0);
    let gradient = Kind::Survey(survey(Items::Ideas(SURVEY), Scale::Gradient, 3));
    story
        .step(Step::AddActivity {
            activity: DRAFTS,
            plan: Box::new(Plan::new("Drafts", "Could you live with it?", 0, gradient)),
            place: 1,
        })
        .expect("added");
    story.open(DRAFTS);
    for person in [one, two] {
        story.when(Actor::System, Command::Deal { person }).expect("dealt");
    }
    let drafts = story.panel.activity(DRAFTS).expect("it is there");
    assert!(story.panel.items_for(drafts, one).is_empty(), "one's own is for others");
    assert_eq!(story.panel.items_for(drafts, two), [ItemId::Idea(draft)]);
    assert_eq!(
        story.step(Step::RemoveActivity { activity: SURVEY }),
        Err(Misplaced::HasBeenOpen.into())
    );
}

#[test]
fn a_ranking_gives_points_for_places() {
    let options = ["a", "b", "c"].map(str::to_owned).to_vec();
    let mut story = given(survey(Items::Question, Scale::Ranking { options, most: 2 }, 0));
    let (one, two) = (story.join(1), story.join(2));
    story.answer(one, mark(ItemId::Question, &[2, 0])).expect("taken");
    story.answer(two, mark(ItemId::Question, &[2])).expect("taken");
    assert_eq!(counts(&story, ItemId::Question), [1, 0, 4]);
}

#[test]
fn nothing_but_how_many_answered_is_seen_before_the_reveal() {
    let screens = |option: u8| {
        let mut story = given(survey(Items::Domains(Vec::new()), Scale::Mandate, 0));
        let one = story.join(1);
        let item = asked(&story, 1)[0];
        story.answer(one, mark(item, &[option])).expect("taken");
        story
    };
    let (must, not) = (screens(0), screens(2));
    assert_eq!(must.panel.screen(), not.panel.screen());
    assert_eq!(must.panel.phone(), not.panel.phone());
    assert_eq!(must.panel.console(), not.panel.console());

    let mut shown = must;
    shown.step(Step::Reveal { activity: SURVEY }).expect("announced");
    shown.now = shown.now.plus_seconds(10);
    shown
        .when(Actor::System, Command::CompleteReveal { activity: SURVEY })
        .expect("due");
    let item = asked(&shown, 1)[0];
    let at_reveal = shown.panel.counts_at_reveal(SURVEY).expect("it is revealed");
    assert_eq!(at_reveal.get(&item), Some(&vec![1, 0, 0, 0]));
    assert_ne!(shown.panel.screen(), not.panel.screen());
}

#[test]
fn asking_again_shows_what_was_said_before() {
    let mut story = given(survey(Items::Domains(Vec::new()), Scale::Mandate, 0));
    let one = story.join(1);
    let item = asked(&story, 1)[0];
    story.answer(one, mark(item, &[0])).expect("taken");
    let reveal = |story: &mut Story, activity| {
        story.step(Step::Reveal { activity }).expect("announced");
        story.now = story.now.plus_seconds(10);
        story
            .when(Actor::System, Command::CompleteReveal { activity })
            .expect("due");
    };
    reveal(&mut story, SURVEY);
    story
        .step(Step::Repeat {
            activity: SURVEY,
            again: AGAIN,
        })
        .expect("a survey can be repeated");
    story.step(Step::Focus { activity: Some(AGAIN) }).expect("it is there");
    story.open(AGAIN);
    let second = because(AGAIN, item, &[1], "");
    story.answer(one, second).expect("taken");
    let items = |story: &Story| {
        story
            .panel
            .survey_items(story.panel.activity(AGAIN).expect("it is there"))
    };
    assert!(items(&story)[0].before.is_empty(), "nothing is shown beside a vote");
    reveal(&mut story, AGAIN);
    assert_eq!(items(&story)[0].before, [1, 0, 0, 0]);
    assert_eq!(items(&story)[0].counts, [0, 1, 0, 0]);
}

#[test]
fn a_survey_changes_its_wording_but_loses_no_answer() {
    let own = |statements: &[&str]| {
        let statements = statements.iter().map(|text| (*text).to_owned()).collect();
        survey(Items::Own(statements), Scale::Confirm, 0)
    };
    let mut story = given(own(&["One", "Two"]));
    let one = story.join(1);
    story.answer(one, mark(ItemId::Own(1), &[0])).expect("taken");
    let edit = |statements: &[&str], seen| Step::EditActivity {
        activity: SURVEY,
        plan: Box::new(Plan::new("Survey", "And you?", 0, Kind::Survey(own(statements)))),
        seen,
    };
    assert_eq!(
        story.step(edit(&["One"], None)),
        Err(Misplaced::WouldLoseAnswers.into())
    );
    story
        .step(edit(&["One", "Two, better", "Three"], Some(0)))
        .expect("it grew");
    assert_eq!(
        story.step(edit(&["Mine", "Two", "Three"], Some(0))),
        Err(Misplaced::EditedMeanwhile.into()),
        "somebody else was quicker"
    );
    assert_eq!(counts(&story, ItemId::Own(1)), [1, 0, 0]);
}

#[test]
fn a_reflection_stays_off_the_screen_without_consent() {
    let mut story = given(survey(Items::Question, Scale::Confirm, 0));
    story
        .step(Step::AddActivity {
            activity: REFLECTION,
            plan: Box::new(Plan::new(
                "Reflect",
                "What happened?",
                0,
                Kind::Reflection(Reflection::default()),
            )),
            place: 0,
        })
        .expect("added");
    story.open(REFLECTION);
    let (one, two) = (story.join(1), story.join(2));
    let reflect = |words: &str, consent: &str, name: &str| {
        form(
            REFLECTION,
            &[
                ("kind", "reflect"),
                ("words", words),
                ("consent", consent),
                ("name", name),
            ],
        )
    };
    story
        .answer(one, reflect("for you alone", "never", "Ada"))
        .expect("taken");
    story
        .answer(two, reflect("for all", "with_name", "Grace"))
        .expect("taken");
    let screen = |story: &Story| format!("{:?} {:?}", story.panel.screen(), story.panel.phone());
    assert!(!screen(&story).contains("for all"), "nothing before it is shown");
    story.step(Step::Reveal { activity: REFLECTION }).expect("announced");
    story.now = story.now.plus_seconds(10);
    story
        .when(Actor::System, Command::CompleteReveal { activity: REFLECTION })
        .expect("due");
    let shown = screen(&story);
    assert!(shown.contains("for all") && shown.contains("Grace"));
    assert!(!shown.contains("for you alone") && !shown.contains("Ada"));
    assert!(
        story.words.iter().all(|words| words.text != "Ada"),
        "an unwanted name is not kept"
    );
}

#[test]
fn erasing_a_person_erases_their_reasons_and_names() {
    let mut story = given(survey(Items::Question, Scale::Confirm, 0));
    let one = story.join(1);
    let answer = because(SURVEY, ItemId::Question, &[0], "my boss");
    story.answer(one, answer).expect("taken");
    let reason = story.words.last().expect("it was written").clone();
    assert_eq!(story.panel.text(reason.id), Some("my boss"));
    assert_eq!(reason.person, Some(one), "so that erasing the person finds it");
    story.step(Step::ErasePerson { person: one }).expect("erased");
    assert_eq!(story.panel.text(reason.id), None);
    assert_eq!(counts(&story, ItemId::Question), [1, 0, 0], "the answer still counts");
}

#[test]
fn an_item_closes_by_itself_after_its_grace() {
    let mut story = given(survey(Items::Question, Scale::Confirm, 0));
    let plan = Plan {
        grace: Some(20),
        ..story.panel.activity(SURVEY).expect("it is there").plan.clone()
    };
    story
        .step(Step::EditActivity {
            activity: SURVEY,
            plan: Box::new(plan),
            seen: None,
        })
        .expect("changed");
    story
        .step(Step::SetTimer {
            activity: SURVEY,
            seconds: Some(60),
        })
        .expect("set");
    let one = story.join(1);
    let close = Command::CloseDue { activity: SURVEY };
    story.now = story.now.plus_seconds(70);
    assert_eq!(story.when(Actor::System, close.clone()), Err(Misplaced::NotDue.into()));
    story
        .answer(one, mark(ItemId::Question, &[0]))
        .expect("there is a grace");
    story.now = story.now.plus_seconds(10);
    story.when(Actor::System, close).expect("it is due");
    let state = story.panel.activity(SURVEY).map(|activity| activity.state);
    assert_eq!(state, Some(State::Closed));
}

#[test]
fn at_their_own_pace_everything_is_open() {
    let mut story = given(survey(Items::Question, Scale::Confirm, 0));
    story.step(Step::SetPace { pace: Pace::Own }).expect("it can be");
    assert!(story.panel.agenda().iter().all(visioncast_model::Activity::is_open));
    story.step(Step::SetPace { pace: Pace::Led }).expect("it can be");
    assert_eq!(story.panel.open().count(), 1, "what is on the projector stays open");
}

#[test]
fn what_comes_later_at_their_own_pace_is_opened_when_that_is_said_again() {
    let mut story = given(survey(Items::Question, Scale::Confirm, 0));
    story.step(Step::SetPace { pace: Pace::Own }).expect("it can be");
    story.step(Step::Close { activity: PROMPT }).expect("it is open");
    let later = ActivityId(Uuid::from_u128(0x1a7e));
    let step = Step::AddActivity {
        activity: later,
        plan: Box::new(Plan::new("Later", "What else?", 0, Kind::Prompt(Prompt::default()))),
        place: u16::MAX,
    };
    story.step(step).expect("there is room");
    story
        .step(Step::SetPace { pace: Pace::Own })
        .expect("it can be said again");
    let is_open = |id: ActivityId| {
        story
            .panel
            .activity(id)
            .is_some_and(visioncast_model::Activity::is_open)
    };
    assert!(is_open(later));
    assert!(!is_open(PROMPT), "what was closed by itself stays closed");
}

#[test]
fn a_panel_begins_anew_as_it_was_prepared_and_with_nothing_that_was_said() {
    let mut story = given(survey(Items::Ideas(PROMPT), Scale::Gradient, 3));
    let again = ActivityId(Uuid::from_u128(0xa6a1));
    story
        .step(Step::Repeat {
            activity: SURVEY,
            again,
        })
        .expect("a survey can be repeated");
    // Rearranged: the second asking stands before the first.
    story
        .step(Step::MoveActivity {
            activity: again,
            place: 0,
        })
        .expect("it can stand anywhere");
    let mut number = 0x1000;
    let mut fresh = || {
        number += 1;
        ActivityId(Uuid::from_u128(number))
    };
    let created = story.panel.anew(&mut fresh).expect("it was created");
    assert!(!created.rehearsal);
    let mut begun = Story::of(created);
    let prepared = |panel: &visioncast_model::Panel| -> Vec<String> {
        panel.agenda().iter().map(|item| item.plan.title.clone()).collect()
    };
    assert_eq!(prepared(&begun.panel), prepared(&story.panel));
    assert_eq!(begun.panel.framework(), story.panel.framework());
    let item = |title: &str, place: usize| {
        let all = begun.panel.agenda().iter().filter(|item| item.plan.title == title);
        all.clone()
            .nth(place)
            .map(|item| (item.id, item.plan.clone()))
            .expect("it is there")
    };
    let title = &story.panel.activity(SURVEY).expect("it is there").plan.title;
    let (second, first) = (item(title, 0), item(title, 1));
    assert_eq!(second.1.again, Some(first.0));
    let known = |id: ActivityId| begun.panel.activity(id).is_some();
    let Kind::Survey(survey) = &first.1.kind else {
        panic!("it stays a survey")
    };
    assert!(matches!(survey.items, Items::Ideas(source) if known(source) && source != PROMPT));
    begun.open(first.0);
}

#[test]
fn an_idea_can_be_built_on_and_helped_with() {
    let mut story = Story::begin();
    story.open(PROMPT);
    let (one, two) = (story.join(1), story.join(2));
    let first = story.add_idea(one, "a bridge").expect("taken");
    let build = |on: IdeaId| {
        let on = on.to_string();
        form(
            PROMPT,
            &[("kind", "add"), ("words", "a longer bridge"), ("builds_on", &on)],
        )
    };
    let second = IdeaId(story.answer(two, build(first)).expect("taken").0);
    assert_eq!(story.panel.ideas()[&second].builds_on, Some(first));
    assert_eq!(
        story.answer(two, build(IdeaId(Uuid::from_u128(5)))),
        Err(Rejection::UnknownIdea)
    );
    let help = |offered: bool| {
        let (idea, offered) = (first.to_string(), if offered { "yes" } else { "no" });
        form(PROMPT, &[("kind", "help"), ("idea", &idea), ("offered", offered)])
    };
    story.answer(two, help(true)).expect("taken");
    story.answer(two, help(true)).expect("taken");
    assert_eq!(story.panel.helpers(first), 1, "a person helps once");
    story.answer(two, help(false)).expect("taken");
    assert_eq!(story.panel.helpers(first), 0);
}
