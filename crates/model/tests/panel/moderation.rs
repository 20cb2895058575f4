//! What waits for a facilitator.

use visioncast_model::{
    Actor, Command, Concern, Event, Finding, HideReason, HoldBack, IdeaId, Misplaced, Moderation, OWN_WORDS, PersonId,
    Rejection, Step, view::Touched,
};

use crate::story::{JUDGEMENT, PROMPT, Story, facilitator};

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
