//! Crowd sorting: what is dealt, what is taken, and what stays unseen.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;
use visioncast_model::{
    Accord, Activity, ActivityId, Actor, Answer, Arrange, Command, Face, Form, Grouping, HANDFUL, HideReason, IdeaId,
    Kind, Misplaced, Panel, PersonId, Plan, Rejection, Sorters, Step,
    view::{PhoneKind, PhoneValue, ScreenKey, ScreenValue},
};

use crate::story::{JUDGEMENT, PROMPT, SILENT, Story, facilitator};

const SORTING: ActivityId = ActivityId(Uuid::from_u128(0xC1));

/// A room of so many people with so many ideas, and a sorting that is open.
fn given(people: u128, ideas: usize) -> (Story, Vec<PersonId>, Vec<IdeaId>) {
    let mut story = Story::begin();
    let kind = Kind::Grouping(Grouping::of(PROMPT, Sorters::Alone));
    let plan = Box::new(Plan::new("Sort", "What belongs together?", 0, kind));
    let add = Step::AddActivity {
        activity: SORTING,
        plan,
        place: 9,
    };
    story.step(add).expect("added");
    story.open(PROMPT);
    let people: Vec<PersonId> = (1..=people).map(|number| story.join(number)).collect();
    let ideas = (0..ideas).map(|number| {
        let idea = Answer::AddIdea {
            activity: PROMPT,
            domain: None,
            words: format!("idea {number}"),
            quotable: true,
        };
        IdeaId(story.answer(people[number % people.len()], idea).expect("taken").0)
    });
    let ideas = ideas.collect();
    story.open(SORTING);
    (story, people, ideas)
}

impl Story {
    fn sorting(&self) -> &Activity {
        self.panel.activity(SORTING).expect("it is on the agenda")
    }

    fn dealt(&mut self, person: PersonId) -> Vec<IdeaId> {
        self.when(Actor::System, Command::Deal { person }).expect("dealt");
        self.panel.handful(self.sorting(), person)
    }

    fn sort(&mut self, person: PersonId, put: &[(IdeaId, u8)], names: &[(&str, &str)]) -> Result<(), Rejection> {
        let put = put.iter().map(|(idea, pile)| (format!("put-{idea}"), pile.to_string()));
        let names = names
            .iter()
            .map(|(pile, name)| (format!("name-{pile}"), (*name).to_owned()));
        let kind = std::iter::once(("kind".to_owned(), "sort".to_owned()));
        let form = Form {
            activity: SORTING,
            fields: kind.chain(put).chain(names).collect(),
        };
        self.answer(person, Answer::Form(form)).map(|_| ())
    }

    fn piles(&self) -> Vec<Vec<BTreeSet<IdeaId>>> {
        let sorts = self.panel.sorts(SORTING);
        sorts
            .map(|piles| piles.iter().map(|pile| pile.ideas.iter().copied().collect()).collect())
            .collect()
    }
}

#[test]
fn everybody_gets_a_handful_and_the_room_gets_all_ideas_alike() {
    let (mut story, people, ideas) = given(5, 40);
    let mut shown: BTreeMap<IdeaId, u32> = ideas.iter().map(|idea| (*idea, 0)).collect();
    for person in &people {
        let handful = story.dealt(*person);
        assert_eq!(handful.len(), usize::from(HANDFUL));
        for idea in handful {
            *shown.get_mut(&idea).expect("an idea of the prompt") += 1;
        }
    }
    // Sixty places for forty ideas.
    assert!(shown.values().all(|times| (1..=2).contains(times)), "{shown:?}");
    // Who has a handful gets no more before it is sorted.
    assert_eq!(story.dealt(people[0]).len(), usize::from(HANDFUL));
}

#[test]
fn piles_are_kept_named_and_replaced_by_whoever_made_them() {
    let (mut story, people, _) = given(2, 6);
    let me = people[0];
    let ideas = story.dealt(me);
    let put: Vec<(IdeaId, u8)> = ideas.iter().copied().zip([1, 1, 2, 2, 0, 1]).collect();
    story
        .sort(me, &put, &[("1", "Money"), ("3", "Nothing is in it")])
        .expect("sorted");
    let name = story.panel.sorts(SORTING).next().expect("sorted")[0]
        .name
        .expect("named")
        .0;
    assert_eq!(story.panel.text(name), Some("Money"));
    assert_eq!(story.piles()[0].len(), 3, "two piles, and one idea alone");
    assert!(story.panel.handful(story.sorting(), me).is_empty());
    let put: Vec<(IdeaId, u8)> = ideas.iter().map(|idea| (*idea, 1)).collect();
    story.sort(me, &put, &[("1", "All of it")]).expect("thought again");
    assert_eq!(story.piles(), [vec![ideas.iter().copied().collect::<BTreeSet<_>>()]]);
    let name = story.panel.sorts(SORTING).next().expect("sorted")[0]
        .name
        .expect("named")
        .0;
    story.step(Step::ErasePerson { person: me }).expect("erased");
    assert!(story.piles().is_empty());
    assert_eq!(story.panel.text(name), None);
}

#[test]
fn what_makes_no_sense_is_refused_and_what_was_hidden_meanwhile_is_left_out() {
    let (mut story, people, ideas) = given(2, 30);
    let me = people[0];
    let dealt = story.dealt(me);
    let elsewhere = *ideas
        .iter()
        .find(|idea| !dealt.contains(idea))
        .expect("more than a handful");
    for (put, why) in [
        (vec![(dealt[0], 1), (dealt[0], 2)], Rejection::OddForm),
        (vec![(dealt[0], 7)], Rejection::OddForm),
        (vec![], Rejection::OddForm),
        (vec![(dealt[0], 1), (elsewhere, 1)], Rejection::NotDealt),
    ] {
        assert_eq!(story.sort(me, &put, &[]), Err(why));
    }
    let hide = Step::HideIdea {
        idea: dealt[0],
        reason: HideReason::OffTopic,
    };
    story.step(hide).expect("hidden");
    assert_eq!(story.panel.gone_unsorted(story.sorting(), me), 1, "the phone says so");
    let before = story.panel.seq();
    story.sort(me, &[(dealt[0], 1)], &[]).expect("nothing is left of it");
    assert_eq!(story.panel.seq(), before);
    story
        .sort(me, &[(dealt[0], 1), (dealt[1], 1), (dealt[2], 1)], &[])
        .expect("sorted");
    assert_eq!(story.piles()[0], [BTreeSet::from([dealt[1], dealt[2]])]);
    story.step(Step::Close { activity: SORTING }).expect("closed");
    assert_eq!(story.sort(me, &[(dealt[3], 1)], &[]), Err(Rejection::TooLate));
    // Whoever sorts alone does not group on the desk of all.
    let arrange = Arrange::Make {
        prompt: PROMPT,
        domain: None,
        name: String::new(),
        ideas: Vec::new(),
    };
    assert_eq!(
        story.when(Actor::Person(me), Command::Arrange(arrange)),
        Err(Rejection::NotGrouping)
    );
}

#[test]
fn who_sorts_some_of_a_handful_again_keeps_the_rest_as_it_was() {
    let (mut story, people, _) = given(2, 6);
    let me = people[0];
    let ideas = story.dealt(me);
    let put: Vec<(IdeaId, u8)> = ideas.iter().copied().zip([1, 1, 1, 2, 2, 0]).collect();
    story
        .sort(me, &put, &[("1", "Money"), ("2", "People")])
        .expect("sorted");
    story
        .sort(me, &[(ideas[0], 1), (ideas[5], 1)], &[])
        .expect("two of them again");
    let set = |places: &[usize]| places.iter().map(|place| ideas[*place]).collect::<BTreeSet<_>>();
    assert_eq!(
        story.piles(),
        [vec![set(&[1, 2]), set(&[3, 4])], vec![set(&[0, 5])]],
        "the first handful without the two, then these"
    );
    let name = story.panel.sorts_of(SORTING, me).next().and_then(|pile| pile.name);
    assert_eq!(story.panel.text(name.expect("still named").0), Some("Money"));
}

#[test]
fn what_has_its_place_is_dealt_only_when_nothing_else_is_left() {
    let (mut story, people, ideas) = given(2, 10);
    let placed: BTreeSet<IdeaId> = ideas[..6].iter().copied().collect();
    let make = Arrange::Confirm {
        prompt: PROMPT,
        name: "A theme".to_owned(),
        ideas: ideas[..6].to_vec(),
        to: None,
    };
    story.arrange(make).expect("made");
    let (me, you) = (people[0], people[1]);
    let first = story.dealt(me);
    assert_eq!(
        first.iter().copied().collect::<BTreeSet<_>>(),
        ideas[6..].iter().copied().collect()
    );
    let put: Vec<(IdeaId, u8)> = first.iter().map(|idea| (*idea, 1)).collect();
    story.sort(me, &put, &[]).expect("sorted");
    let second = story.dealt(me);
    assert!(
        second.len() == 6 && second.iter().all(|idea| placed.contains(idea)),
        "{second:?}"
    );
    // Of an idea that is left alone nobody could say what it belongs with.
    let more = Arrange::Move {
        prompt: PROMPT,
        ideas: ideas[7..].to_vec(),
        to: Some(story.panel.themes().of(PROMPT).next().expect("a theme").0),
        place: None,
    };
    story.arrange(more).expect("moved");
    assert_eq!(story.dealt(you).first(), Some(&ideas[6]));
    assert_eq!(story.panel.handful(story.sorting(), you).len(), 10);
}

#[test]
fn erased_words_leave_the_hand_and_the_next_handful_comes() {
    let (mut story, people, _) = given(1, 30);
    let me = people[0];
    let first = story.dealt(me);
    let asked = |story: &Story| {
        let phone = story.panel.phone();
        let mut asked = phone.values.values().filter_map(|value| match value {
            PhoneValue::Activity(activity) if activity.kind == PhoneKind::Form => Some(activity.asked),
            _ => None,
        });
        asked.next().expect("the sorting")
    };
    let before = asked(&story);
    let erase = Step::EraseWords { ideas: vec![first[0]] };
    story.step(erase).expect("erased");
    assert_ne!(asked(&story), before, "phones fetch their handful anew");
    assert!(!story.panel.handful(story.sorting(), me).contains(&first[0]));
    let put: Vec<(IdeaId, u8)> = first.iter().map(|idea| (*idea, 1)).collect();
    story.sort(me, &put, &[]).expect("sorted without it");
    assert_eq!(story.dealt(me).len(), usize::from(HANDFUL));
}

#[test]
fn a_handful_is_as_large_as_was_chosen_within_reason() {
    let (mut story, people, _) = given(2, 30);
    let change = |handful: u8| {
        let grouping = Grouping {
            handful,
            ..Grouping::of(PROMPT, Sorters::Alone)
        };
        let plan = Plan::new("Sort", "What belongs together?", 0, Kind::Grouping(grouping));
        Step::EditActivity {
            activity: SORTING,
            plan: Box::new(plan),
            seen: None,
        }
    };
    for odd in [0, 3, 25] {
        assert_eq!(story.step(change(odd)), Err(Misplaced::OddHandful.into()));
    }
    story.step(change(5)).expect("changed");
    assert_eq!(story.dealt(people[0]).len(), 5);
    let old = r#"{"grouping":{"prompt":"00000000-0000-0000-0000-000000000000","by":"alone"}}"#;
    let Ok(Kind::Grouping(old)) = serde_json::from_str(old) else {
        panic!("what was planned before is read")
    };
    assert_eq!(old.handful, HANDFUL);
}

#[test]
fn a_proposal_is_made_as_it_was_seen_or_not_at_all() {
    let (mut story, people, ideas) = given(2, 8);
    let confirm = |ideas: &[IdeaId]| Arrange::Confirm {
        prompt: PROMPT,
        name: "Seen".to_owned(),
        ideas: ideas.to_vec(),
        to: None,
    };
    story.arrange(confirm(&ideas[..3])).expect("made");
    let before = story.panel.seq();
    let hide = Step::HideIdea {
        idea: ideas[7],
        reason: HideReason::OffTopic,
    };
    for changed in [&ideas[2..5], &[][..]] {
        assert_eq!(story.arrange(confirm(changed)), Err(Misplaced::ProposalChanged.into()));
    }
    assert_eq!(story.panel.seq(), before);
    story.step(hide).expect("hidden");
    assert_eq!(
        story.arrange(confirm(&ideas[5..])),
        Err(Misplaced::ProposalChanged.into())
    );
    assert_eq!(
        story.when(Actor::Person(people[0]), Command::Arrange(confirm(&ideas[3..5]))),
        Err(Rejection::NotGrouping)
    );
    let theme = story.arrange(confirm(&ideas[3..7])).expect("made");
    story.arrange(Arrange::Undo { step: theme }).expect("as any step");
    assert_eq!(story.panel.themes().of(PROMPT).count(), 1);
}

#[test]
fn how_strongly_sorters_agree_is_told_once_it_points_at_nobody() {
    let (mut story, people, ideas) = given(5, 12);
    let pile = |idea: &IdeaId| ideas.iter().position(|known| known == idea).expect("known") as u8 % 3 + 1;
    let told = |story: &Story| story.panel.screen().values.get(&ScreenKey::Accord).cloned();
    for sorter in &people {
        let sorted = story.panel.sorts(SORTING).count();
        assert_eq!(told(&story).is_some(), sorted >= 5, "{sorted} sorters");
        let put: Vec<(IdeaId, u8)> = story.dealt(*sorter).iter().map(|idea| (*idea, pile(idea))).collect();
        story.sort(*sorter, &put, &[]).expect("sorted");
    }
    assert_eq!(told(&story), Some(ScreenValue::Accord(Accord::Closely)));
    assert_eq!(story.panel.accord(PROMPT), Some(1.0));
}

#[test]
fn words_are_shown_where_somebody_chose_so_and_ideas_are() {
    let (mut story, _, _) = given(1, 3);
    assert_eq!(story.panel.shows_words(), None);
    let choose = |activity, face| Step::ChooseFace { activity, face };
    story.step(choose(SORTING, Face::Words)).expect("chosen");
    assert_eq!(story.panel.shows_words(), Some(PROMPT));
    let undo = story.step(choose(SORTING, Face::Ideas)).expect("chosen");
    story.step(Step::Undo { step: undo }).expect("back");
    assert_eq!(story.panel.shows_words(), Some(PROMPT));
    story.step(choose(SILENT, Face::Words)).expect("chosen");
    story.open(SILENT);
    assert_eq!(story.panel.shows_words(), None, "they were written in silence");
    assert_eq!(
        story.step(choose(JUDGEMENT, Face::Words)),
        Err(Misplaced::NoWords.into())
    );
}

#[test]
fn nobody_sees_what_others_make_of_their_handful() {
    let seen = |same: bool| {
        let (mut story, people, _) = given(3, 9);
        let (me, you) = (people[0], people[1]);
        story.dealt(me);
        let yours = story.dealt(you);
        let put: Vec<(IdeaId, u8)> = yours
            .iter()
            .enumerate()
            .map(|(place, idea)| (*idea, if same { 1 } else { place as u8 % 4 }))
            .collect();
        story.sort(you, &put, &[]).expect("sorted");
        let desk = story.panel.desk(PROMPT, true);
        format!(
            "{:?}",
            (
                story.panel.screen(),
                story.panel.phone(),
                story.panel.console(),
                story.panel.own(me),
                desk
            )
        )
    };
    assert_eq!(seen(true), seen(false));
}

#[test]
fn a_proposal_that_was_put_aside_stays_there() {
    let (mut story, people, ideas) = given(2, 4);
    let discard = |ideas: &[IdeaId]| {
        Command::Arrange(Arrange::Discard {
            prompt: PROMPT,
            ideas: ideas.to_vec(),
        })
    };
    assert_eq!(
        story.when(Actor::Person(people[0]), discard(&ideas[..2])),
        Err(Rejection::NotGrouping)
    );
    story
        .when(facilitator(), discard(&[ideas[1], ideas[0]]))
        .expect("put aside");
    let aside = |story: &Story, ideas: &[IdeaId]| story.panel.themes().is_discarded(PROMPT, ideas.iter().copied());
    assert!(aside(&story, &ideas[..2]) && !aside(&story, &ideas[..3]));
    let before = story.panel.seq();
    story
        .when(facilitator(), discard(&ideas[..2]))
        .expect("nothing happens");
    assert_eq!(story.panel.seq(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_sorted_idea_is_in_one_pile_of_each_sorter(
        acts in prop::collection::vec((0..4_usize, prop::collection::vec(0..7_u8, usize::from(HANDFUL)), any::<bool>()), 1..30),
    ) {
        let (mut story, people, ideas) = given(4, 30);
        for (who, piles, hides) in acts {
            let handful = story.dealt(people[who]);
            if hides && let Some(idea) = handful.first() {
                story.step(Step::HideIdea { idea: *idea, reason: HideReason::Duplicate }).expect("it was on screens");
            }
            let put: Vec<(IdeaId, u8)> = handful.iter().copied().zip(piles).collect();
            let _ = story.sort(people[who], &put, &[("1", "A name")]);
        }
        for sorter in &people {
            let mut placed = BTreeSet::new();
            for pile in story.panel.sorts_of(SORTING, *sorter) {
                for idea in &pile.ideas {
                    prop_assert!(ideas.contains(idea) && placed.insert(*idea), "{idea} is in two piles");
                }
            }
        }
        let replayed = Panel::replay(&story.log, story.words.clone());
        prop_assert_eq!(&replayed, &story.panel);
    }
}
