//! Editions of the report, and what the board says to them.

use proptest::prelude::*;
use uuid::Uuid;
use visioncast_model::{
    ActivityId, Actor, Answer, ChangeStep, Command, CommandId, Created, DomainId, EDITIONS, EarlierDecision, Event,
    HideReason, IdeaId, Import, ItemId, LinkId, Misplaced, Panel, PanelId, Recommendation, Rejection, Review, Ruling,
    Seq, Step, TextError, ThemeId,
};

use crate::story::{PROMPT, Story, created, person};

const BOARD: Actor = Actor::Board(LinkId(Uuid::from_u128(0xB0)));

pub(crate) fn review(recommendation: Recommendation) -> Review {
    Review {
        edition: 1,
        recommendation,
        ruling: Some(Ruling::Adopted),
        owner: String::new(),
        horizon: String::new(),
        comment: String::new(),
        speaker: String::new(),
        seen: None,
    }
}

fn say(story: &mut Story, review: Review) -> Result<CommandId, Rejection> {
    story.when(BOARD, Command::Review(review))
}

/// A panel with an idea, and with its first edition frozen.
fn frozen() -> (Story, IdeaId) {
    let mut framework = created().framework;
    framework.steps = vec![ChangeStep {
        number: 1,
        name: "Create urgency".to_owned(),
        later: false,
    }];
    let mut story = Story::of(Created { framework, ..created() });
    story.open(PROMPT);
    let author = story.join(1);
    let idea = Answer::AddIdea {
        activity: PROMPT,
        domain: Some(DomainId(1)),
        words: "a garden".to_owned(),
        quotable: true,
    };
    let idea = IdeaId(story.answer(author, idea).expect("taken").0);
    story.step(Step::FreezeReport).expect("there is something to report");
    (story, idea)
}

#[test]
fn an_edition_is_numbered_and_tells_of_all_before_it() {
    let (mut story, _) = frozen();
    story.add_idea(person(1), "a well").expect("taken");
    let until = story.panel.seq();
    story.now = story.now.plus_seconds(60);
    story.step(Step::FreezeReport).expect("something has changed");
    let [first, second] = story.panel.frozen_reports() else {
        panic!("there are two");
    };
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!((second.until, second.at), (until, story.now));
    assert_eq!(story.panel.frozen_report(2), Some(*second));
    assert_eq!(story.panel.frozen_report(0), None);
    assert_eq!(story.panel.frozen_report(3), None);
    let then = Panel::replay(story.log.iter().filter(|event| event.seq <= first.until), []);
    assert_eq!((then.ideas().len(), story.panel.ideas().len()), (1, 2));
}

#[test]
fn nothing_is_frozen_where_nothing_was_said_or_has_changed() {
    let mut story = Story::begin();
    assert_eq!(story.step(Step::FreezeReport), Err(Misplaced::NothingToReport.into()));
    let (mut story, _) = frozen();
    assert_eq!(story.step(Step::FreezeReport), Err(Misplaced::NothingNew.into()));
    story.step(Step::Focus { activity: None }).expect("it moves");
    story
        .step(Step::SetTimer {
            activity: PROMPT,
            seconds: Some(60),
        })
        .expect("it starts");
    assert!(
        !story.panel.is_newer_than_frozen(),
        "what passes on screens is in no report"
    );
    assert_eq!(story.step(Step::FreezeReport), Err(Misplaced::NothingNew.into()));
    story.step(Step::End).expect("it ends");
    story.step(Step::FreezeReport).expect("also after the end");
}

#[test]
fn a_report_has_so_many_editions() {
    let (mut story, idea) = frozen();
    let reason = HideReason::OffTopic;
    for number in 1..EDITIONS {
        let step = match number % 2 {
            1 => Step::HideIdea { idea, reason },
            _ => Step::ShowIdea { idea },
        };
        story.step(step).expect("it can be done");
        story.step(Step::FreezeReport).expect("something has changed");
    }
    story.step(Step::End).expect("it ends");
    assert_eq!(story.step(Step::FreezeReport), Err(Misplaced::EnoughEditions.into()));
}

#[test]
fn freezing_is_no_step_to_take_back() {
    let (mut story, _) = frozen();
    let before = story.panel.last_step().cloned();
    story.step(Step::End).expect("it ends");
    let end = story.panel.last_step().cloned();
    assert_ne!(before, end);
    story.step(Step::FreezeReport).expect("something has changed");
    assert_eq!(story.panel.last_step().cloned(), end);
}

#[test]
fn the_board_decides_names_and_comments_and_the_last_word_holds() {
    let (mut story, idea) = frozen();
    let what = Recommendation::Idea(idea);
    let adopted = Review {
        owner: " the office ".to_owned(),
        horizon: "by June".to_owned(),
        comment: "At last.\r\nThank you.".to_owned(),
        speaker: "Ada".to_owned(),
        ..review(what)
    };
    say(&mut story, adopted).expect("it is there");
    let first = *story.panel.review(what).expect("it was said");
    let text = |words: Option<_>| words.and_then(|words| story.panel.text(words));
    assert_eq!(first.ruling, Some(Ruling::Adopted));
    assert_eq!(text(first.owner), Some("the office"));
    assert_eq!(text(first.horizon), Some("by June"));
    assert_eq!(text(first.comment), Some("At last.\nThank you."));
    assert_eq!(text(first.speaker), Some("Ada"));
    assert_eq!(first.link, Some(LinkId(Uuid::from_u128(0xB0))));

    let deferred = Review {
        ruling: Some(Ruling::Deferred),
        seen: Some(first.seq),
        ..review(what)
    };
    say(&mut story, deferred).expect("it is there");
    let holds = story.panel.review(what).expect("it was said");
    assert_eq!((holds.ruling, holds.owner), (Some(Ruling::Deferred), None));
    assert_eq!(story.panel.reviews_of(what).count(), 2, "what was said before stays");
    assert_eq!(story.panel.review(Recommendation::Step(1)), None);
}

#[test]
fn whoever_did_not_read_the_last_word_writes_over_nothing() {
    let (mut story, idea) = frozen();
    let what = Recommendation::Idea(idea);
    say(&mut story, review(what)).expect("it is there");
    let rejected = Review {
        ruling: Some(Ruling::Rejected),
        ..review(what)
    };
    for seen in [None, Some(Seq(1))] {
        let late = Review {
            seen,
            ..rejected.clone()
        };
        assert_eq!(say(&mut story, late), Err(Misplaced::ReviewedMeanwhile.into()));
    }
    assert_eq!(
        story.panel.review(what).and_then(|review| review.ruling),
        Some(Ruling::Adopted)
    );
}

#[test]
fn saying_the_same_again_is_said_to_be_nothing() {
    let (mut story, idea) = frozen();
    let what = Recommendation::Idea(idea);
    let open = Review {
        ruling: None,
        speaker: "Ada".to_owned(),
        ..review(what)
    };
    assert_eq!(say(&mut story, open.clone()), Err(Misplaced::NothingSaid.into()));
    let remarked = Review {
        comment: "We have to talk about it.".to_owned(),
        ..open
    };
    say(&mut story, remarked).expect("a comment is enough");
    let seen = story.panel.review(what).map(|reviewed| reviewed.seq);
    let owned = Review {
        ruling: None,
        owner: "Ada".to_owned(),
        seen,
        ..review(what)
    };
    say(&mut story, owned.clone()).expect("an owner is enough");
    let seen = story.panel.review(what).map(|reviewed| reviewed.seq);
    let again = Review { seen, ..owned };
    assert_eq!(say(&mut story, again), Err(Misplaced::NothingSaid.into()));
}

#[test]
fn only_what_a_frozen_report_can_recommend_is_reviewed() {
    let mut story = Story::begin();
    let step = review(Recommendation::Step(1));
    assert_eq!(say(&mut story, step.clone()), Err(Misplaced::NotFrozen.into()));
    let (mut story, idea) = frozen();
    say(&mut story, step.clone()).expect("the framework has it");
    let later = Review { edition: 2, ..step };
    assert_eq!(say(&mut story, later), Err(Misplaced::NotFrozen.into()));
    let nowhere = Uuid::from_u128(0x404);
    for unknown in [
        Recommendation::Step(9),
        Recommendation::Idea(IdeaId(nowhere)),
        Recommendation::Theme(ThemeId(nowhere)),
        Recommendation::Item(ActivityId(nowhere), ItemId::Question),
        Recommendation::Item(PROMPT, ItemId::Question),
    ] {
        let answer = say(&mut story, review(unknown));
        assert_eq!(answer, Err(Rejection::UnknownRecommendation), "{unknown:?}");
    }
    let reason = HideReason::Personal;
    story.step(Step::HideIdea { idea, reason }).expect("it hides");
    let hidden = say(&mut story, review(Recommendation::Idea(idea)));
    assert_eq!(hidden, Err(Rejection::UnknownRecommendation));
}

#[test]
fn what_is_too_long_or_cannot_be_shown_is_refused() {
    let (mut story, idea) = frozen();
    let what = Recommendation::Idea(idea);
    let owner = Review {
        owner: "x".repeat(201),
        ..review(what)
    };
    let (limit, actual) = (200, 201);
    assert_eq!(
        say(&mut story, owner),
        Err(Rejection::Text(TextError::TooLong { limit, actual }))
    );
    let horizon = Review {
        horizon: "now\nor never".to_owned(),
        ..review(what)
    };
    assert_eq!(
        say(&mut story, horizon),
        Err(Rejection::Text(TextError::ControlCharacter))
    );
    assert!(story.panel.reviews().is_empty());
}

#[test]
fn what_the_board_wrote_is_erased_and_what_it_decided_stays() {
    let (mut story, idea) = frozen();
    let what = Recommendation::Idea(idea);
    let named = Review {
        owner: "Grace".to_owned(),
        comment: "Ask Grace.".to_owned(),
        ..review(what)
    };
    say(&mut story, named).expect("it is there");
    let entry = story.panel.review(what).expect("it was said").seq;
    let words: Vec<_> = story.log[story.log.len() - 1].event.words().collect();
    assert_eq!(words.len(), 2);
    assert_eq!(story.panel.written_reviews().collect::<Vec<_>>(), [entry]);
    story.step(Step::EraseReviews { entries: vec![entry] }).expect("erased");
    assert!(words.iter().all(|words| story.panel.text(*words).is_none()));
    let left = story.panel.review(what).expect("it was said");
    assert_eq!((left.ruling, left.words().count()), (Some(Ruling::Adopted), 0));
    assert_eq!(story.panel.written_reviews().count(), 0);
    let unknown = Step::EraseReviews { entries: vec![Seq(1)] };
    assert_eq!(story.step(unknown), Err(Rejection::UnknownRecommendation));
}

#[test]
fn what_was_decided_before_is_brought_once_and_anew_where_it_changed() {
    let mut story = Story::begin();
    let panel = PanelId(Uuid::from_u128(0x8));
    let deferred = EarlierDecision {
        panel,
        title: "The panel before".to_owned(),
        recommendation: Recommendation::Idea(IdeaId(Uuid::from_u128(0x1DEA))),
        ruling: Ruling::Deferred,
        what: "a garden".to_owned(),
        owner: "Grace".to_owned(),
        horizon: String::new(),
    };
    let bring = |story: &mut Story, decision: &EarlierDecision| {
        let import = Import::Decided(decision.clone());
        story
            .when(Actor::System, Command::Import(import))
            .expect("it is known here");
        story.panel.seq()
    };
    let first = bring(&mut story, &deferred);
    assert_eq!(bring(&mut story, &deferred), first, "what is known is not noted again");
    let adopted = EarlierDecision {
        ruling: Ruling::Adopted,
        ..deferred
    };
    let second = bring(&mut story, &adopted);
    let [known] = story.panel.brought() else {
        panic!("the later one holds");
    };
    assert_eq!((known.ruling, known.seq), (Ruling::Adopted, second));
    assert_eq!(known.what.and_then(|what| story.panel.text(what)), Some("a garden"));
    assert_eq!(story.panel.written_reviews().collect::<Vec<_>>(), [second]);
    story
        .step(Step::EraseReviews { entries: vec![second] })
        .expect("erased");
    let [known] = story.panel.brought() else {
        panic!("what was decided stays");
    };
    assert_eq!((known.ruling, known.words().count()), (Ruling::Adopted, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whoever writes in which order: each edition tells of more than the one before, and nobody's word is written over
    /// by somebody who had not read it.
    #[test]
    fn editions_only_grow_and_no_word_is_lost(acts in prop::collection::vec((0..4_u8, 0..3_usize, any::<bool>()), 1..40)) {
        let (mut story, idea) = frozen();
        let what = Recommendation::Idea(idea);
        let mut taken = 0;
        for (act, ruling, reads) in acts {
            let seen = story.panel.review(what).map(|reviewed| reviewed.seq).filter(|_| reads);
            match act {
                0 => {
                    let _ = story.step(Step::FreezeReport);
                }
                1 => {
                    let _ = story.add_idea(person(1), "another");
                }
                _ => {
                    let said = Review { ruling: Some(Ruling::ALL[ruling]), comment: "so".to_owned(), seen, ..review(what) };
                    let fresh = seen == story.panel.review(what).map(|reviewed| reviewed.seq);
                    let answer = say(&mut story, said);
                    prop_assert_eq!(answer.is_ok(), fresh);
                    taken += usize::from(fresh);
                }
            }
        }
        prop_assert_eq!(story.panel.reviews_of(what).count(), taken);
        let editions = story.panel.frozen_reports();
        prop_assert!(editions.windows(2).all(|pair| pair[0].until < pair[1].until && pair[0].number + 1 == pair[1].number));
        for edition in editions {
            let next = &story.log[edition.until.0 as usize].event;
            let told = matches!(next, Event::ReportFrozen { edition: number, until } if *number == edition.number && *until == edition.until);
            prop_assert!(told);
        }
    }
}
