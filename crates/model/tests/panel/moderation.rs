//! What waits for a facilitator.

use visioncast_model::{
    Act, ActivityId, Actor, Answer, Arrange, Choice, Command, CommandId, Concern, Event, Finding, Grouping, HideReason,
    HoldBack, IdeaId, Kind, Misplaced, Moderation, OWN_WORDS, PersonId, Plan, Rejection, Sorters, Step, moderated,
    view::{By, ConsoleKey, ConsoleValue, Touched},
};

use crate::story::{JUDGEMENT, PROMPT, SILENT, Story, created, facilitator};

const RUDE: Finding = Finding {
    concern: Concern::Rude,
    from: 0,
    length: 4,
};

fn set(story: &mut Story, hold: HoldBack, release: bool) {
    let moderation = Moderation {
        hold,
        ..story.panel.moderation().clone()
    };
    let step = Step::SetModeration {
        moderation: Box::new(moderation),
        release,
    };
    story.step(step).expect("it can be set at any time");
}

fn hidden(story: &Story, idea: IdeaId) -> Option<HideReason> {
    story.panel.ideas()[&idea].hidden
}

fn begun(hold: HoldBack) -> (Story, PersonId) {
    let mut story = Story::begin();
    story.open(PROMPT);
    set(&mut story, hold, false);
    let author = story.join(1);
    (story, author)
}

#[test]
fn off_only_flags_flagged_holds_what_was_found_and_all_holds_all() {
    for (hold, clean, found) in [
        (HoldBack::Off, None, None),
        (HoldBack::Flagged, None, Some(HideReason::Waiting)),
        (HoldBack::All, Some(HideReason::Waiting), Some(HideReason::Waiting)),
    ] {
        let (mut story, author) = begun(hold);
        let idea = story.add_idea(author, "a garden").expect("taken");
        assert_eq!(hidden(&story, idea), clean, "{hold:?}");
        story.found = vec![RUDE];
        let idea = story.add_idea(author, "rude garden").expect("taken");
        assert_eq!(hidden(&story, idea), found, "{hold:?}");
        assert_eq!(story.panel.findings(idea), [RUDE]);
    }
}

#[test]
fn what_waits_is_dealt_to_nobody_until_it_is_shown() {
    let (mut story, author) = begun(HoldBack::All);
    let idea = story.add_idea(author, "a garden").expect("taken");
    story.open(JUDGEMENT);
    let voter = story.join(2);
    let judgement = story.panel.activity(JUDGEMENT).expect("it is there").clone();
    assert_eq!(story.panel.waiting(&judgement, voter).count(), 0);
    assert_eq!(story.panel.held().map(|(id, _)| id).collect::<Vec<_>>(), [idea]);
    story.step(Step::ShowIdea { idea }).expect("it waits");
    story
        .when(Actor::System, Command::Deal { person: voter })
        .expect("it can be dealt");
    assert_eq!(story.panel.waiting(&judgement, voter).count(), 1);
}

#[test]
fn what_waits_is_hidden_with_a_reason_and_waits_again_when_that_is_undone() {
    let (mut story, author) = begun(HoldBack::All);
    let idea = story.add_idea(author, "a garden").expect("taken");
    let reason = HideReason::OffTopic;
    let step = story.step(Step::HideIdea { idea, reason }).expect("it waits");
    assert_eq!(hidden(&story, idea), Some(reason));
    assert_eq!(
        story.step(Step::HideIdea { idea, reason }),
        Err(Rejection::Misplaced(Misplaced::AlreadyHidden))
    );
    story.step(Step::Undo { step }).expect("it was the last step");
    assert_eq!(hidden(&story, idea), Some(HideReason::Waiting));
}

#[test]
fn switching_it_off_shows_or_keeps_what_waits_and_can_be_undone() {
    let (mut story, author) = begun(HoldBack::All);
    let idea = story.add_idea(author, "a garden").expect("taken");
    set(&mut story, HoldBack::Off, false);
    assert_eq!(hidden(&story, idea), Some(HideReason::Waiting));
    set(&mut story, HoldBack::Off, true);
    assert_eq!(hidden(&story, idea), None);
    let step = story.panel.last_step().expect("there is one").command;
    story.step(Step::Undo { step }).expect("it was the last step");
    assert_eq!(hidden(&story, idea), Some(HideReason::Waiting));
}

#[test]
fn what_a_facilitator_types_is_flagged_and_not_held() {
    let (mut story, _) = begun(HoldBack::All);
    story.found = vec![RUDE];
    let step = Step::EnterIdea {
        activity: PROMPT,
        domain: None,
        words: "rude garden".to_owned(),
        quotable: false,
        source: visioncast_model::Entered::Spoken,
    };
    let idea = IdeaId(story.step(step).expect("taken").0);
    assert_eq!(hidden(&story, idea), None);
    assert_eq!(story.panel.findings(idea), [RUDE]);
}

/// A room with three ideas of three people, on screens.
fn three() -> (Story, [IdeaId; 3]) {
    let (mut story, author) = begun(HoldBack::Off);
    let others = [author, story.join(2), story.join(3)];
    let ideas = others.map(|author| story.add_idea(author, "a garden").expect("taken"));
    (story, ideas)
}

fn merge(story: &mut Story, idea: IdeaId, into: IdeaId) -> Result<CommandId, Rejection> {
    story.step(Step::MergeIdea { idea, into })
}

#[test]
fn what_says_the_same_stands_with_the_other_follows_it_and_comes_back() {
    let (mut story, [one, two, three]) = three();
    merge(&mut story, one, two).expect("both are on screens");
    assert_eq!(hidden(&story, one), Some(HideReason::Duplicate));
    assert_eq!(story.panel.stands_with(one), Some(two));
    let step = merge(&mut story, two, three).expect("both are on screens");
    assert_eq!(story.panel.stands_with(one), Some(three), "it follows");
    let refused = Err(Rejection::Misplaced(Misplaced::NotMerged));
    assert_eq!(merge(&mut story, three, one), refused, "no circle");
    assert_eq!(merge(&mut story, three, three), refused);
    let again = Err(Rejection::Misplaced(Misplaced::AlreadyHidden));
    assert_eq!(merge(&mut story, one, two), again, "it stands with that one already");
    story.step(Step::Undo { step }).expect("it was the last step");
    assert_eq!((hidden(&story, two), story.panel.stands_with(one)), (None, Some(two)));
    story.step(Step::ShowIdea { idea: one }).expect("it was hidden");
    assert_eq!((hidden(&story, one), story.panel.stands_with(one)), (None, None));
    let step = story.panel.last_step().expect("there is one").command;
    story.step(Step::Undo { step }).expect("it was the last step");
    assert_eq!(story.panel.stands_with(one), Some(two), "as before");
}

#[test]
fn nothing_stands_with_what_is_on_no_screen_or_answers_another_question() {
    let (mut story, [one, two, three]) = three();
    let reason = HideReason::Hurtful;
    merge(&mut story, three, two).expect("both are on screens");
    story.step(Step::HideIdea { idea: two, reason }).expect("it was shown");
    assert_eq!(story.panel.stands_with(three), None, "nobody is told of what is hidden");
    let refused = Err(Rejection::Misplaced(Misplaced::NotMerged));
    assert_eq!(merge(&mut story, one, two), refused);
    assert_eq!(
        merge(&mut story, one, three),
        refused,
        "that one stands with what is hidden"
    );
    let again = Err(Rejection::Misplaced(Misplaced::AlreadyHidden));
    assert_eq!(merge(&mut story, two, one), again, "it is hidden for another reason");
    story.open(SILENT);
    let author = story.join(1);
    let elsewhere = Answer::AddIdea {
        activity: SILENT,
        domain: None,
        words: "a garden".to_owned(),
        quotable: true,
    };
    let elsewhere = story
        .when(Actor::Person(author), Command::Answer(elsewhere))
        .expect("taken");
    assert_eq!(merge(&mut story, one, IdeaId(elsewhere.0)), refused);
    let unknown = IdeaId(uuid::Uuid::from_u128(1));
    assert_eq!(merge(&mut story, unknown, one), Err(Rejection::UnknownIdea));
    assert_eq!(merge(&mut story, one, unknown), Err(Rejection::UnknownIdea));
}

#[test]
fn votes_stay_where_they_are_when_ideas_are_merged() {
    let (mut story, [one, two, _]) = three();
    story.open(JUDGEMENT);
    let voter = story.join(4);
    story
        .when(Actor::System, Command::Deal { person: voter })
        .expect("dealt");
    for idea in [one, two] {
        story.judge(voter, idea, Choice::Agree).expect("dealt");
    }
    merge(&mut story, one, two).expect("both are on screens");
    let judgement = story.panel.activity(JUDGEMENT).expect("it is there");
    assert_eq!(story.panel.tally(JUDGEMENT, one).agree, 1, "kept");
    assert_eq!(story.panel.tally(JUDGEMENT, two).agree, 1, "and counted once");
    assert!(story.panel.totals(judgement).iter().all(|(idea, _)| *idea != one));
    assert_eq!(story.judge(voter, one, Choice::Pass), Err(Rejection::HiddenIdea));
}

#[test]
fn nobody_hides_an_idea_as_one_that_waits() {
    let (mut story, [one, ..]) = three();
    let reason = HideReason::Waiting;
    assert_eq!(
        story.step(Step::HideIdea { idea: one, reason }),
        Err(Rejection::OddAnswer)
    );
}

#[test]
fn whoever_wrote_an_idea_erases_it_also_behind_the_end_and_nobody_else_does() {
    let (mut story, author) = begun(HoldBack::Off);
    let other = story.join(2);
    let idea = story.add_idea(author, "a garden").expect("taken");
    story.step(Step::End).expect("it ran");
    let erase = Answer::EraseIdea { idea };
    assert_eq!(story.answer(other, erase.clone()), Err(Rejection::NotYourIdea));
    story.answer(author, erase.clone()).expect("it is theirs");
    assert_eq!(story.panel.words(&story.panel.ideas()[&idea]), None);
    let before = story.log.len();
    story.answer(author, erase).expect("sent twice it does no harm");
    assert_eq!(story.log.len(), before);
}

#[test]
fn a_name_that_something_is_found_in_is_refused_where_the_room_gives_it_and_something_is_held() {
    let make = |name: &str| Arrange::Make {
        prompt: PROMPT,
        domain: None,
        name: name.to_owned(),
        ideas: Vec::new(),
    };
    for (hold, taken) in [
        (HoldBack::Off, true),
        (HoldBack::Flagged, false),
        (HoldBack::All, false),
    ] {
        let (mut story, author) = begun(hold);
        let grouping = ActivityId(uuid::Uuid::from_u128(0xB1));
        let kind = Kind::Grouping(Grouping::of(PROMPT, Sorters::Everybody));
        story
            .step(Step::AddActivity {
                activity: grouping,
                plan: Box::new(Plan::new("Themes", "Which?", 0, kind)),
                place: 9,
            })
            .expect("it is added");
        story.open(grouping);
        story.found = vec![RUDE];
        let done = story.when(Actor::Person(author), Command::Arrange(make("rude")));
        assert_eq!(done.is_ok(), taken, "{hold:?}: {done:?}");
        assert!(story.when(facilitator(), Command::Arrange(make("rude"))).is_ok());
        story.found = Vec::new();
        assert!(
            story
                .when(Actor::Person(author), Command::Arrange(make("kind")))
                .is_ok()
        );
    }
}

#[test]
fn the_real_panel_is_moderated_as_its_rehearsal_was() {
    let mut rehearsal = created();
    rehearsal.rehearsal = true;
    let mut story = Story::of(rehearsal);
    set(&mut story, HoldBack::All, false);
    let mut number = 0xB0;
    let mut fresh = || {
        number += 1;
        ActivityId(uuid::Uuid::from_u128(number))
    };
    let anew = story.panel.anew(&mut fresh).expect("it was created");
    assert_eq!(Story::of(anew).panel.moderation().hold, HoldBack::All);
}

#[test]
fn the_log_tells_what_was_done_by_whom_and_what_was_taken_back() {
    let (mut story, author) = begun(HoldBack::All);
    let ideas = ["a garden", "a pond", "a garden"].map(|words| story.add_idea(author, words).expect("taken"));
    let [one, two, three] = ideas;
    story.step(Step::ShowIdea { idea: one }).expect("it waited");
    merge(&mut story, three, one).expect("it waited");
    let reason = HideReason::OffTopic;
    let step = story.step(Step::HideIdea { idea: two, reason }).expect("it waited");
    story.step(Step::Undo { step }).expect("it was the last step");
    story
        .answer(author, Answer::EraseIdea { idea: two })
        .expect("it is theirs");
    let Actor::Facilitator(account) = facilitator() else {
        panic!("one")
    };
    let (program, staff) = (By::Program, By::Facilitator(account));
    let told = moderated(&story.log).into_iter();
    let told: Vec<(By, Act, bool)> = told.map(|done| (done.by, done.what, done.undo)).collect();
    let settings = Box::new(story.panel.moderation().clone());
    assert_eq!(
        told,
        [
            (staff, Act::Set(settings), false),
            (program, Act::Held(one), false),
            (program, Act::Held(two), false),
            (program, Act::Held(three), false),
            (staff, Act::Shown(one), false),
            (staff, Act::Merged { idea: three, into: one }, false),
            (staff, Act::Hidden(two, reason), false),
            (staff, Act::Held(two), true),
            (By::Somebody, Act::Erased(two), false),
        ]
    );
}

#[test]
fn the_console_has_what_waits_longest_with_what_was_found_and_what_says_the_same() {
    let (mut story, author) = begun(HoldBack::Flagged);
    let first = story.add_idea(author, "More trees!").expect("taken");
    story.found = vec![
        RUDE,
        Finding {
            concern: Concern::Repeated,
            from: 0,
            length: 10,
        },
    ];
    let held = story.add_idea(author, "more trees").expect("taken");
    let console = story.panel.console();
    assert_eq!(
        console.values.get(&ConsoleKey::Waiting),
        Some(&ConsoleValue::Waiting(1))
    );
    let Some(ConsoleValue::Held(idea)) = console.values.get(&ConsoleKey::Held(held)) else {
        panic!("it waits")
    };
    assert_eq!(idea.found[0], (Concern::Rude, "more".to_owned()));
    assert_eq!(idea.twin, Some((first, "More trees!".to_owned())));
    merge(&mut story, held, first).expect("it waits");
    assert!(!story.panel.console().values.contains_key(&ConsoleKey::Waiting));
}

#[test]
fn only_facilitators_set_it_and_it_takes_so_many_words() {
    let (mut story, author) = begun(HoldBack::Off);
    let with = |words: usize| {
        let moderation = Moderation {
            also: (0..words).map(|number| format!("word{number}")).collect(),
            ..Moderation::default()
        };
        Command::Step(Step::SetModeration {
            moderation: Box::new(moderation),
            release: false,
        })
    };
    assert_eq!(story.when(Actor::Person(author), with(1)), Err(Rejection::NotAllowed));
    assert!(story.when(facilitator(), with(OWN_WORDS)).is_ok());
    assert_eq!(
        story.when(facilitator(), with(OWN_WORDS + 1)),
        Err(Rejection::Misplaced(Misplaced::TooManyWords))
    );
}

#[test]
fn that_an_idea_waits_is_told_to_its_author_alone() {
    let (mut story, author) = begun(HoldBack::All);
    story.add_idea(author, "a garden").expect("taken");
    let told = story
        .log
        .iter()
        .filter(|recorded| matches!(recorded.event, Event::IdeaHidden { .. }));
    for recorded in told {
        assert!(matches!(story.panel.touched(recorded), Touched::One(person, _) if person == author));
    }
}
