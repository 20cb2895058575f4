//! What must hold for every history, also the odd ones.

use std::collections::BTreeSet;

use crate::story::{JUDGEMENT, PROMPT, SILENT, Story, command, facilitator, person};
use proptest::prelude::*;
use uuid::Uuid;
use visioncast_model::{
    ActivityId, Actor, Answer, Choice, Command, CommandId, Entered, HideReason, IdeaId, LinkId, Panel, Recommendation,
    Review, Ruling, Seq, Step,
    view::{Own, Phone, Screen, Touched},
    wire,
};

const PEOPLE: u128 = 4;

fn activity() -> impl Strategy<Value = ActivityId> {
    prop::sample::select(vec![PROMPT, JUDGEMENT, SILENT])
}

fn choice() -> impl Strategy<Value = Choice> {
    prop::sample::select(vec![Choice::Agree, Choice::Disagree, Choice::Pass])
}

/// An idea that may be there: ideas bear the ids of the commands that brought them.
fn idea() -> impl Strategy<Value = IdeaId> {
    (0..40_u128).prop_map(|number| IdeaId(command(number).0))
}

fn review() -> impl Strategy<Value = Review> {
    let rulings = vec![
        None,
        Some(Ruling::Adopted),
        Some(Ruling::Deferred),
        Some(Ruling::Rejected),
    ];
    let seen = prop::option::of((0..60_u64).prop_map(Seq));
    (1..3_u16, idea(), prop::sample::select(rulings), "[a-z]{0,3}", seen).prop_map(
        |(edition, idea, ruling, text, seen)| Review {
            edition,
            recommendation: Recommendation::Idea(idea),
            ruling,
            owner: text.clone(),
            horizon: String::new(),
            comment: text,
            speaker: String::new(),
            seen,
        },
    )
}

fn act() -> impl Strategy<Value = (Actor, Command)> {
    let someone = || (0..PEOPLE).prop_map(|number| Actor::Person(person(number)));
    let answers = prop_oneof![
        4 => (activity(), "[a-z]{0,8}", any::<bool>()).prop_map(|(activity, words, quotable)| {
            Answer::AddIdea { activity, domain: None, words, quotable, }
        }),
        6 => (idea(), choice()).prop_map(|(idea, choice)| {
            Answer::Judge { activity: JUDGEMENT, idea, choice }
        }),
        1 => (idea(), any::<bool>())
            .prop_map(|(idea, quotable)| Answer::SetQuotable { idea, quotable }),
        1 => idea().prop_map(|idea| Answer::EraseIdea { idea }),
        1 => Just(Answer::Describe { constituencies: BTreeSet::new(), affiliation: None }),
    ];
    let steps = prop_oneof![
        4 => (activity(), any::<bool>())
            .prop_map(|(activity, alongside)| Step::Open { activity, alongside }),
        1 => activity().prop_map(|activity| Step::Close { activity }),
        1 => activity().prop_map(|activity| Step::Focus { activity: Some(activity) }),
        1 => activity().prop_map(|activity| Step::Reveal { activity }),
        2 => idea().prop_map(|idea| Step::HideIdea { idea, reason: HideReason::OffTopic }),
        1 => idea().prop_map(|idea| Step::ShowIdea { idea }),
        2 => (idea(), idea()).prop_map(|(idea, into)| Step::MergeIdea { idea, into }),
        1 => idea().prop_map(|idea| Step::EraseWords { ideas: vec![idea] }),
        1 => (0..PEOPLE).prop_map(|number| Step::ErasePerson { person: person(number) }),
        1 => (idea(), choice()).prop_map(|(idea, choice)| Step::EnterSheet {
            activity: JUDGEMENT,
            choices: vec![(idea, choice)],
            source: Entered::Paper,
        }),
        1 => Just(Step::End),
        2 => Just(Step::FreezeReport),
        1 => (0..60_u64).prop_map(|entry| Step::EraseReviews { entries: vec![Seq(entry)] }),
        2 => Just(Step::Reopen),
        3 => (0..60_u128).prop_map(|number| Step::Undo { step: command(number) }),
    ];
    prop_oneof![
        2 => someone().prop_map(|actor| (actor, Command::Join)),
        2 => review().prop_map(|review| (Actor::Board(LinkId(Uuid::from_u128(0xB))), Command::Review(review))),
        8 => (someone(), answers).prop_map(|(actor, answer)| (actor, Command::Answer(answer))),
        5 => steps.prop_map(|step| (facilitator(), Command::Step(step))),
        2 => (0..PEOPLE)
            .prop_map(|number| (Actor::System, Command::Deal { person: person(number) })),
        1 => activity()
            .prop_map(|activity| (Actor::System, Command::CompleteReveal { activity })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_snapshot_and_the_tail_make_what_the_whole_log_makes(
        acts in prop::collection::vec(act(), 1..60),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut story = Story::begin();
        for (actor, command) in acts {
            story.now = story.now.plus_seconds(3);
            let _ = story.when(actor, command);
        }
        // Erased words are not in the side table.
        let kept: Vec<_> = story
            .words
            .iter()
            .filter(|words| story.panel.text(words.id).is_some())
            .cloned()
            .collect();
        let whole = Panel::replay(&story.log, kept.clone());
        prop_assert_eq!(&whole, &story.panel);

        let cut = cut.index(story.log.len() + 1);
        let (head, tail) = story.log.split_at(cut);
        let snapshot = wire::to_body(&Panel::replay(head, []));
        let mut resumed: Panel = wire::from_body(&snapshot).expect("a snapshot is readable");
        for event in tail {
            resumed.apply(event);
        }
        for words in kept {
            resumed.learn(words);
        }
        prop_assert_eq!(&resumed, &story.panel);
    }

    #[test]
    fn views_after_patches_are_fresh_views(acts in prop::collection::vec(act(), 1..60)) {
        let mut story = Story::begin();
        let mut phone = Phone::default();
        let mut screen = Screen::default();
        let mut owns: Vec<(u128, Own)> = (0..PEOPLE).map(|number| (number, Own::default())).collect();
        for (actor, command) in acts {
            story.now = story.now.plus_seconds(3);
            let before = story.log.len();
            let _ = story.when(actor, command);
            let seq = story.panel.seq();

            let fresh = story.panel.phone();
            phone.apply(seq, phone.difference(&fresh));
            prop_assert_eq!(&phone, &fresh);
            let fresh = story.panel.screen();
            screen.apply(seq, screen.difference(&fresh));
            prop_assert_eq!(&screen, &fresh);

            for (number, own) in &mut owns {
                let person = person(*number);
                let touched: Vec<Touched> =
                    story.log[before..].iter().map(|event| story.panel.touched(event)).collect();
                let fresh = story.panel.own(person);
                if touched.contains(&Touched::Everybody) {
                    own.values.clone_from(&fresh.values);
                } else {
                    let keys = touched.iter().filter_map(|touched| match touched {
                        Touched::One(whose, key) if *whose == person => Some(*key),
                        _ => None,
                    });
                    let patch = story.panel.own_patch(person, &keys.collect());
                    own.apply(seq, patch);
                }
                prop_assert_eq!(&own.values, &fresh.values);
            }
        }
    }

    #[test]
    fn a_history_sent_twice_has_one_effect(acts in prop::collection::vec(act(), 1..60)) {
        let mut story = Story::begin();
        let sent: Vec<(Actor, CommandId, Command)> = acts
            .into_iter()
            .enumerate()
            .map(|(place, (actor, wanted))| (actor, command(place as u128), wanted))
            .collect();
        let mut done = Vec::new();
        for (actor, id, wanted) in &sent {
            story.now = story.now.plus_seconds(3);
            if story.send(*actor, *id, wanted).is_ok_and(|events| !events.is_empty()) {
                done.push((*actor, *id, wanted.clone()));
            }
        }
        let (log, panel) = (story.log.clone(), story.panel.clone());
        for (actor, id, wanted) in done {
            prop_assert_eq!(story.send(actor, id, &wanted), Ok(Vec::new()));
        }
        prop_assert_eq!(&story.log, &log);
        prop_assert_eq!(&story.panel, &panel);
    }

    #[test]
    fn every_person_counts_once_on_an_idea(acts in prop::collection::vec(act(), 1..80)) {
        let mut story = Story::begin();
        for (actor, command) in acts {
            story.now = story.now.plus_seconds(3);
            let _ = story.when(actor, command);
        }
        let people = story.panel.people().len();
        for idea in story.panel.ideas().keys() {
            let tally = story.panel.tally(JUDGEMENT, *idea);
            prop_assert!(tally.total() as usize <= people);
            let voters = story.panel.ballots(JUDGEMENT, *idea).map_or(0, |ballots| ballots.iter().count());
            prop_assert_eq!(tally.total() as usize, voters);
        }
    }

    #[test]
    fn no_message_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = wire::decode::<wire::ClientFrame>(&bytes);
        let _ = wire::from_body::<Answer>(&bytes);
        let _ = wire::from_body::<Step>(&bytes);
    }
}
