//! The rules, one story each: given a panel, when somebody acts, then this follows.

use crate::story::{JUDGEMENT, PROMPT, SILENT, Story, command, created, facilitator, person};
use visioncast_model::{
    Actor, Answer, Choice, Command, Created, DomainId, Entered, Event, HideReason, IDEA_CHARS, IdeaId, Import, Kind,
    Misplaced, PanelId, Plan, Prompt, Rejection, Reveal, State, Step, Tally, TextError, view::ScreenKey,
};

#[test]
fn sending_twice_has_one_effect_and_the_same_id_with_other_words_none() {
    let mut story = Story::begin();
    story.open(PROMPT);
    let author = story.join(1);
    let idea = |words: &str| {
        let words = words.to_owned();
        Command::Answer(Answer::AddIdea {
            activity: PROMPT,
            domain: None,
            words,
            quotable: true,
        })
    };
    let id = command(900);
    assert_eq!(
        story.send(Actor::Person(author), id, &idea("one")).map(|new| new.len()),
        Ok(1)
    );
    assert_eq!(story.send(Actor::Person(author), id, &idea("one")), Ok(Vec::new()));
    assert_eq!(
        story.send(Actor::Person(author), id, &idea("two")),
        Err(Rejection::IdReused)
    );
    let other = story.join(2);
    assert_eq!(
        story.send(Actor::Person(other), id, &idea("one")),
        Err(Rejection::IdReused)
    );
    assert_eq!(story.panel.ideas().len(), 1);
}

#[test]
fn roles_stay_apart() {
    let mut story = Story::begin();
    let attendee = Actor::Person(story.join(1));
    let step = Command::Step(Step::Open {
        activity: PROMPT,
        alongside: false,
    });
    assert_eq!(story.when(attendee, step), Err(Rejection::NotAllowed));
    assert_eq!(story.when(facilitator(), Command::Join), Err(Rejection::NotAllowed));
    let reveal = Command::CompleteReveal { activity: JUDGEMENT };
    assert_eq!(story.when(facilitator(), reveal), Err(Rejection::NotAllowed));
    let stranger = person(99);
    assert_eq!(story.add_idea(stranger, "hello"), Err(Rejection::NotJoined));
}

#[test]
fn a_full_room_takes_nobody_new_and_keeps_whom_it_has() {
    let mut story = Story::begin();
    for number in 0..5 {
        story.join(number);
    }
    let late = Actor::Person(person(5));
    assert_eq!(story.when(late, Command::Join), Err(Rejection::Full { capacity: 5 }));
    assert!(story.when(Actor::Person(person(1)), Command::Join).is_ok());
}

#[test]
fn ideas_are_checked_and_only_open_prompts_take_them() {
    let mut story = Story::begin();
    let author = story.join(1);
    assert_eq!(story.add_idea(author, "early"), Err(Rejection::NotOpenYet));
    story.open(PROMPT);
    assert_eq!(story.add_idea(author, " \n "), Err(Rejection::Text(TextError::Empty)));
    let long = "x".repeat(10_000);
    let too_long = TextError::TooLong {
        limit: IDEA_CHARS as u32,
        actual: 10_000,
    };
    assert_eq!(story.add_idea(author, &long), Err(Rejection::Text(too_long)));
    assert_eq!(
        story.add_idea(author, "bell\u{7}"),
        Err(Rejection::Text(TextError::ControlCharacter))
    );
    assert!(story.add_idea(author, "two\nlines are fine").is_ok());
    story.step(Step::Close { activity: PROMPT }).expect("it closes");
    assert_eq!(story.add_idea(author, "late"), Err(Rejection::TooLate));
    assert!(Rejection::TooLate.is_passing(), "the phone keeps what came too late");
}

#[test]
fn one_votes_only_on_what_one_was_dealt_and_never_on_ones_own() {
    let mut story = Story::begin();
    story.open(PROMPT);
    let author = story.join(1);
    let ideas: Vec<IdeaId> = (0..12)
        .map(|n| story.add_idea(author, &format!("idea {n}")).expect("taken"))
        .collect();
    story.open(JUDGEMENT);
    let voter = story.join(2);
    let judgement = story.panel.activity(JUDGEMENT).expect("it is there").clone();
    let dealt: Vec<IdeaId> = story.panel.waiting(&judgement, voter).map(|(id, _)| id).collect();
    assert_eq!(dealt.len(), 4, "a hand was dealt on joining");
    let other = ideas
        .iter()
        .find(|idea| !dealt.contains(idea))
        .copied()
        .expect("there are more");
    assert_eq!(story.judge(voter, other, Choice::Agree), Err(Rejection::NotDealt));
    assert_eq!(story.judge(author, ideas[0], Choice::Agree), Err(Rejection::OwnIdea));
    let nowhere = IdeaId(uuid::Uuid::from_u128(5));
    assert_eq!(story.judge(voter, nowhere, Choice::Agree), Err(Rejection::UnknownIdea));
    assert!(story.judge(voter, dealt[0], Choice::Agree).is_ok());
    assert!(
        story.judge(voter, dealt[0], Choice::Pass).is_ok(),
        "one may think again"
    );
    assert_eq!(
        story.panel.tally(JUDGEMENT, dealt[0]),
        Tally {
            pass: 1,
            ..Tally::default()
        }
    );
    // Going on, one sees all of them once.
    let mut seen = 1;
    loop {
        let next = story.panel.waiting(&judgement, voter).next().map(|(id, _)| id);
        let Some(next) = next else { break };
        story.judge(voter, next, Choice::Agree).expect("it was dealt");
        seen += 1;
    }
    assert_eq!(seen, ideas.len());
    let shown = story.log.iter().filter_map(|recorded| match &recorded.event {
        Event::Dealt { ideas, .. } => Some(ideas.len()),
        _ => None,
    });
    assert_eq!(shown.sum::<usize>(), ideas.len(), "what was shown is recorded, once");
}

#[test]
fn dealing_is_balanced_and_differs_from_person_to_person() {
    let mut story = Story::of(Created {
        capacity: 1_000,
        ..created()
    });
    story.open(PROMPT);
    let author = story.join(1);
    let ideas: Vec<IdeaId> = (0..20)
        .map(|n| story.add_idea(author, &format!("idea {n}")).expect("taken"))
        .collect();
    story.open(JUDGEMENT);
    let judgement = story.panel.activity(JUDGEMENT).expect("it is there").clone();
    let hands: Vec<Vec<IdeaId>> = (2..52)
        .map(|number| {
            let voter = story.join(number);
            story.panel.waiting(&judgement, voter).map(|(id, _)| id).collect()
        })
        .collect();
    let exposure = ideas.iter().map(|idea| story.panel.exposure(JUDGEMENT, *idea));
    let (least, most) = (exposure.clone().min(), exposure.max());
    assert_eq!((least, most), (Some(10), Some(10)), "50 hands of 4 over 20 ideas");
    let different: std::collections::BTreeSet<_> = hands.iter().collect();
    assert!(different.len() > 40, "{} different hands", different.len());
}

#[test]
fn a_hidden_idea_is_gone_from_every_screen_and_takes_no_votes() {
    let mut story = Story::begin();
    story.open(PROMPT);
    let author = story.join(1);
    let voter = story.join(2);
    let idea = story.add_idea(author, "a name in it").expect("taken");
    story.open(JUDGEMENT);
    story
        .when(Actor::System, Command::Deal { person: voter })
        .expect("there is one to deal");
    story
        .step(Step::HideIdea {
            idea,
            reason: HideReason::Personal,
        })
        .expect("it hides");
    assert_eq!(story.judge(voter, idea, Choice::Agree), Err(Rejection::HiddenIdea));
    let judgement = story.panel.activity(JUDGEMENT).expect("it is there").clone();
    assert_eq!(story.panel.waiting(&judgement, voter).count(), 0);
    let screens = format!("{:?}{:?}", story.panel.screen(), story.panel.phone());
    assert!(!screens.contains("a name in it"));
    let again = Step::HideIdea {
        idea,
        reason: HideReason::Personal,
    };
    assert_eq!(story.step(again), Err(Misplaced::AlreadyHidden.into()));
    story.step(Step::ShowIdea { idea }).expect("it comes back");
    assert!(story.judge(voter, idea, Choice::Agree).is_ok());
}

#[test]
fn a_reveal_can_be_called_back_until_it_is_seen() {
    let mut story = Story::begin();
    story.open(JUDGEMENT);
    let early = story
        .step(Step::Reveal { activity: JUDGEMENT })
        .expect("it is announced");
    story.step(Step::Undo { step: early }).expect("there is still time");
    assert_eq!(
        story.panel.activity(JUDGEMENT).map(|known| known.reveal),
        Some(Reveal::Hidden)
    );
    let step = story
        .step(Step::Reveal { activity: JUDGEMENT })
        .expect("it is announced");
    let complete = || Command::CompleteReveal { activity: JUDGEMENT };
    assert_eq!(story.when(Actor::System, complete()), Err(Misplaced::NotDue.into()));
    story.now = story.now.plus_seconds(10);
    story.when(Actor::System, complete()).expect("it is due");
    assert_eq!(story.when(Actor::System, complete()), Err(Misplaced::NotDue.into()));
    assert_eq!(story.step(Step::Undo { step }), Err(Rejection::UndoImpossible));
}

#[test]
fn votes_after_the_reveal_are_marked_and_do_not_move_what_phones_were_shown() {
    let mut story = Story::begin();
    story.open(PROMPT);
    let (author, one, other) = (story.join(1), story.join(2), story.join(3));
    let idea = story.add_idea(author, "an idea").expect("taken");
    story.open(JUDGEMENT);
    for voter in [one, other] {
        story
            .when(Actor::System, Command::Deal { person: voter })
            .expect("dealt");
    }
    story.judge(one, idea, Choice::Agree).expect("counted");
    story.reveal();
    let results = |story: &Story| {
        let judgement = story.panel.activity(JUDGEMENT).expect("it is there");
        story.panel.results_at_reveal(judgement).expect("it is revealed")
    };
    let shown = results(&story);
    story.judge(other, idea, Choice::Disagree).expect("counted, as later");
    assert!(matches!(
        story.log.iter().rev().find(|recorded| matches!(recorded.event, Event::BallotCast { .. })),
        Some(recorded) if matches!(recorded.event, Event::BallotCast { later: true, .. })
    ));
    assert_eq!(results(&story), shown);
    let now = Tally {
        agree: 1,
        disagree: 1,
        pass: 0,
    };
    assert_eq!(story.panel.tally(JUDGEMENT, idea), now);
    let at_reveal = Tally {
        agree: 1,
        ..Tally::default()
    };
    assert_eq!(story.panel.totals_at_reveal(JUDGEMENT), Some(&[(idea, at_reveal)][..]));
}

#[test]
fn silent_ideas_come_on_screen_at_the_reveal() {
    let mut story = Story::begin();
    story.open(SILENT);
    let author = story.join(1);
    let words = "written in silence".to_owned();
    let idea = Answer::AddIdea {
        activity: SILENT,
        domain: None,
        words,
        quotable: false,
    };
    story.answer(author, idea).expect("taken");
    let on_screen = |story: &Story| story.panel.screen().values.contains_key(&ScreenKey::Idea(0));
    assert!(!on_screen(&story));
    story.step(Step::Reveal { activity: SILENT }).expect("announced");
    story.now = story.now.plus_seconds(10);
    story
        .when(Actor::System, Command::CompleteReveal { activity: SILENT })
        .expect("due");
    assert!(on_screen(&story));
}

#[test]
fn undo_takes_the_last_step_back_and_loses_no_answer() {
    let mut story = Story::begin();
    let opened = story
        .step(Step::Open {
            activity: PROMPT,
            alongside: false,
        })
        .expect("it opens");
    story.step(Step::Undo { step: opened }).expect("nobody answered yet");
    assert_eq!(
        story.panel.activity(PROMPT).map(|known| known.state),
        Some(State::Planned)
    );
    assert_eq!(story.panel.focus().map(|focus| focus.id), None);
    assert_eq!(story.step(Step::Undo { step: opened }), Err(Rejection::UndoTooLate));

    let opened = story
        .step(Step::Open {
            activity: PROMPT,
            alongside: false,
        })
        .expect("it opens");
    let author = story.join(1);
    story.add_idea(author, "an idea").expect("taken");
    story
        .step(Step::Undo { step: opened })
        .expect("answers do not stand in the way");
    assert_eq!(
        story.panel.activity(PROMPT).map(|known| known.state),
        Some(State::Closed)
    );
    assert_eq!(story.panel.ideas().len(), 1);

    let ended = story.step(Step::End).expect("it ends");
    assert_eq!(
        story.step(Step::Open {
            activity: PROMPT,
            alongside: false
        }),
        Err(Rejection::Ended)
    );
    story.step(Step::Undo { step: ended }).expect("it goes on");
    assert_eq!(story.step(Step::Reopen), Err(Rejection::NotEnded));
}

#[test]
fn opening_the_next_closes_what_is_open_unless_asked_to_stay_beside_it() {
    let mut story = Story::begin();
    story.open(PROMPT);
    let step = story
        .step(Step::Open {
            activity: SILENT,
            alongside: false,
        })
        .expect("it opens");
    let open = |story: &Story| story.panel.open().map(|known| known.id).collect::<Vec<_>>();
    assert_eq!(open(&story), [SILENT]);
    story.step(Step::Undo { step }).expect("taken back");
    assert_eq!(open(&story), [PROMPT]);
    assert_eq!(story.panel.focus().map(|focus| focus.id), Some(PROMPT));
    story.open(JUDGEMENT);
    assert_eq!(open(&story), [PROMPT, JUDGEMENT]);
}

#[test]
fn paper_and_speech_count_like_phones_and_are_marked() {
    let mut story = Story::begin();
    story.open(PROMPT);
    story.open(JUDGEMENT);
    let spoken = Step::EnterIdea {
        activity: PROMPT,
        domain: None,
        words: "said aloud".to_owned(),
        quotable: false,
        source: Entered::Spoken,
    };
    let idea = IdeaId(story.step(spoken).expect("taken").0);
    let sheet = |choices| Step::EnterSheet {
        activity: JUDGEMENT,
        choices,
        source: Entered::Paper,
    };
    story.step(sheet(vec![(idea, Choice::Agree)])).expect("counted");
    story
        .step(sheet(vec![(idea, Choice::Agree)]))
        .expect("another person's sheet");
    assert_eq!(story.panel.tally(JUDGEMENT, idea).agree, 2);
    assert_eq!(story.panel.people().len(), 2);
    assert_eq!(story.step(sheet(vec![])), Err(Misplaced::OddSheet.into()));
    let twice = vec![(idea, Choice::Agree), (idea, Choice::Pass)];
    assert_eq!(story.step(sheet(twice)), Err(Misplaced::OddSheet.into()));
}

#[test]
fn the_agenda_keeps_what_was_answered_and_what_others_need() {
    let mut story = Story::begin();
    assert_eq!(
        story.step(Step::RemoveActivity { activity: PROMPT }),
        Err(Misplaced::Needed.into())
    );
    story
        .step(Step::RemoveActivity { activity: JUDGEMENT })
        .expect("nothing needs it");
    story.open(PROMPT);
    assert_eq!(
        story.step(Step::RemoveActivity { activity: PROMPT }),
        Err(Misplaced::HasBeenOpen.into())
    );
    let plan = Plan::new("Ideas", "Which, now?", 5, Kind::Prompt(Prompt::default()));
    let edit = Step::EditActivity {
        activity: PROMPT,
        plan: Box::new(plan),
        seen: None,
    };
    story.step(edit).expect("a question may change while it is open");
    assert_eq!(
        story.panel.activity(PROMPT).map(|known| known.plan.question.as_str()),
        Some("Which, now?")
    );
}

#[test]
fn erasing_words_leaves_the_counts_and_the_log() {
    let mut story = Story::begin();
    story.open(PROMPT);
    let author = story.join(1);
    let idea = story.add_idea(author, "please forget").expect("taken");
    let before = story.log.clone();
    story.step(Step::ErasePerson { person: author }).expect("forgotten");
    let known = &story.panel.ideas()[&idea];
    assert_eq!(story.panel.words(known), None);
    assert_eq!(
        story.panel.progress(story.panel.activity(PROMPT).expect("there")).ideas,
        1
    );
    assert_eq!(story.log[..before.len()], before[..], "the log only grows");
    assert!(!format!("{:?}", story.panel).contains("please forget"));
}

/// What must never happen: a distribution on a screen, or in a frame, before it is revealed.
#[test]
fn nothing_that_is_sent_before_the_reveal_tells_how_the_room_votes() {
    let told = |choice: Choice| {
        let mut story = Story::begin();
        story.open(PROMPT);
        let author = story.join(1);
        let idea = story.add_idea(author, "an idea").expect("taken");
        story.open(JUDGEMENT);
        for number in 2..5 {
            let voter = story.join(number);
            story.judge(voter, idea, choice).expect("counted");
        }
        let (phone, screen, console) = (story.panel.phone(), story.panel.screen(), story.panel.console());
        // Another person's own view does not tell either.
        (phone, screen, console, story.panel.own(author))
    };
    assert_eq!(told(Choice::Agree), told(Choice::Disagree));
}

#[test]
fn an_idea_of_an_earlier_panel_comes_once_word_for_word_and_is_nobodys() {
    let mut story = Story::begin();
    let (idea, panel) = (IdeaId(command(77).0), PanelId(command(78).0));
    let earlier = || {
        Command::Import(Import::Earlier {
            activity: PROMPT,
            domain: Some(DomainId(60_000)),
            words: "Said before".to_owned(),
            quotable: false,
            idea,
            panel,
        })
    };
    let first = story
        .when(Actor::System, earlier())
        .expect("planned or not, it is taken");
    story.when(Actor::System, earlier()).expect("it is there already");
    assert_eq!(story.panel.ideas().len(), 1);
    let known = &story.panel.ideas()[&IdeaId(first.0)];
    assert_eq!(story.panel.words(known), Some("Said before"));
    assert_eq!((known.author, known.quotable, known.domain), (None, false, None));
    assert_eq!(known.source_id.as_deref(), Some(idea.to_string().as_str()));
    assert_eq!(known.source_details["panel"], panel.to_string());
    let refused = story.when(facilitator(), earlier());
    assert_eq!(
        refused,
        Err(Rejection::NotAllowed),
        "the program carries, where a facilitator asks for it"
    );
}
