//! Grouping: stories of people who group at once, and what holds for every history of it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use uuid::Uuid;
use visioncast_model::{
    AccountId, ActivityId, Actor, Answer, Arrange, Command, Ended, Grouping, HOLD_SECONDS, HideReason, IdeaId, Kind,
    LinkId, Misplaced, Plan, Rejection, Sorters, Step, ThemeId, Themes,
    view::{By, DeskKey, DeskValue},
};

use crate::story::{PROMPT, SILENT, Story, command, facilitator, person};

const GROUPING: ActivityId = ActivityId(Uuid::from_u128(0xB1));

fn other_facilitator() -> Actor {
    Actor::Facilitator(AccountId(Uuid::from_u128(0xE)))
}

/// A panel with so many ideas, and a grouping that is open to `by`.
pub(crate) fn given(ideas: usize, by: Sorters) -> (Story, Vec<IdeaId>) {
    let mut story = Story::begin();
    story
        .step(Step::AddActivity {
            activity: GROUPING,
            plan: Box::new(Plan::new(
                "Themes",
                "Which belong together?",
                0,
                Kind::Grouping(Grouping::of(PROMPT, by)),
            )),
            place: 9,
        })
        .expect("added");
    story.open(PROMPT);
    let people: Vec<_> = (1..=4).map(|number| story.join(number)).collect();
    let ideas = (0..ideas).map(|number| {
        let idea = Answer::AddIdea {
            activity: PROMPT,
            domain: None,
            words: format!("idea {number}"),
            quotable: true,
        };
        IdeaId(story.answer(people[number % 4], idea).expect("taken").0)
    });
    let ideas = ideas.collect();
    story.open(GROUPING);
    (story, ideas)
}

pub(crate) fn make(name: &str, ideas: &[IdeaId]) -> Arrange {
    Arrange::Make {
        prompt: PROMPT,
        domain: None,
        name: name.to_owned(),
        ideas: ideas.to_vec(),
    }
}

pub(crate) fn to(theme: Option<ThemeId>, ideas: &[IdeaId]) -> Arrange {
    Arrange::Move {
        prompt: PROMPT,
        ideas: ideas.to_vec(),
        to: theme,
        place: None,
    }
}

impl Story {
    pub(crate) fn made(&mut self, name: &str, ideas: &[IdeaId]) -> ThemeId {
        ThemeId(self.arrange(make(name, ideas)).expect("made").0)
    }

    fn held(&self, theme: ThemeId) -> &[IdeaId] {
        &self.panel.themes().theme(theme).expect("it was made").ideas
    }

    fn named(&self, theme: ThemeId) -> Option<&str> {
        let name = self.panel.themes().theme(theme).expect("it was made").name;
        self.panel.text(name?.0)
    }
}

#[test]
fn a_late_move_follows_a_theme_that_just_merged() {
    let (mut story, ideas) = given(3, Sorters::Panel);
    let (one, other) = (story.made("One", &ideas[..1]), story.made("Other", &ideas[1..2]));
    story
        .arrange(Arrange::Merge {
            theme: one,
            into: other,
        })
        .expect("merged");
    story.arrange(to(Some(one), &ideas[2..])).expect("it follows");
    assert_eq!(story.held(other), [ideas[1], ideas[0], ideas[2]]);
    // The opposite merge of somebody else comes too late, and nothing goes round in a circle.
    let opposite = Command::Arrange(Arrange::Merge {
        theme: other,
        into: one,
    });
    story.when(other_facilitator(), opposite).expect("they are one already");
    assert_eq!(story.panel.themes().of(PROMPT).count(), 1);
    assert_eq!(
        story.panel.themes().theme(one).and_then(|theme| theme.ended),
        Some(Ended::Merged { into: other })
    );
}

#[test]
fn nobodys_name_is_written_over_unseen() {
    let (mut story, _) = given(1, Sorters::Panel);
    let theme = story.made("Money", &[]);
    let word = |name: &str, seen: &str| Arrange::Word {
        theme,
        name: name.to_owned(),
        about: String::new(),
        seen: (seen.to_owned(), String::new()),
    };
    story.arrange(word("Money and time", "Money")).expect("worded");
    assert_eq!(
        story.arrange(word("Funding", "Money")),
        Err(Misplaced::WordedMeanwhile.into())
    );
    assert_eq!(story.named(theme), Some("Money and time"));
    story.arrange(word("Funding", "Money and time")).expect("worded");
    assert_eq!(story.named(theme), Some("Funding"));
    // Saying again what stands there changes nothing, whatever was seen.
    story.arrange(word("Funding", "")).expect("nothing to do");
}

#[test]
fn a_step_is_taken_back_by_its_author_or_a_facilitator_and_later_too() {
    let (mut story, ideas) = given(4, Sorters::Everybody);
    let (me, you) = (Actor::Person(person(1)), Actor::Person(person(2)));
    let (one, other) = (story.made("One", &ideas[..2]), story.made("Other", &[]));
    let mine = story
        .when(me, Command::Arrange(to(Some(other), &ideas[..1])))
        .expect("moved");
    story
        .when(you, Command::Arrange(to(Some(other), &ideas[2..3])))
        .expect("moved");
    let undo = |step| Command::Arrange(Arrange::Undo { step });
    assert_eq!(story.when(you, undo(mine)), Err(Rejection::NotAllowed));
    let back = story.when(me, undo(mine)).expect("mine, and nobody moved it since");
    assert_eq!(story.held(one), [ideas[0], ideas[1]], "in the place where it was");
    story
        .when(facilitator(), undo(back))
        .expect("taking back can be taken back");
    assert_eq!(
        story.held(other),
        [ideas[0], ideas[2]],
        "in the place that it had there"
    );
    // Again it has no effect, whoever asks: it is as it was before.
    story.when(me, undo(mine)).expect("mine again");
    assert_eq!(story.held(one), [ideas[0], ideas[1]]);
}

#[test]
fn what_was_changed_since_is_not_taken_back_over_it() {
    let (mut story, ideas) = given(2, Sorters::Panel);
    let (one, other) = (story.made("One", &[]), story.made("Other", &[]));
    let step = story.arrange(to(Some(one), &ideas[..1])).expect("moved");
    story.arrange(to(Some(other), &ideas[..1])).expect("moved on");
    assert_eq!(story.arrange(Arrange::Undo { step }), Err(Rejection::UndoTooLate));
    assert_eq!(story.held(other), [ideas[0]]);
}

#[test]
fn a_merge_comes_apart_again_but_for_what_went_elsewhere() {
    let (mut story, ideas) = given(4, Sorters::Panel);
    let (one, other) = (story.made("One", &ideas[..2]), story.made("Other", &ideas[2..]));
    let step = story
        .arrange(Arrange::Merge {
            theme: one,
            into: other,
        })
        .expect("merged");
    story.arrange(to(None, &ideas[..1])).expect("moved");
    story.arrange(Arrange::Undo { step }).expect("apart");
    assert_eq!(story.held(one), [ideas[1]]);
    assert_eq!(story.held(other), [ideas[2], ideas[3]]);
    assert_eq!(story.panel.themes().home(ideas[0]), None);
    let there: Vec<ThemeId> = story.panel.themes().of(PROMPT).map(|(id, _)| id).collect();
    assert_eq!(there, [one, other], "in the order in which they stood");
}

#[test]
fn a_locked_theme_stays_as_it_is() {
    let (mut story, ideas) = given(2, Sorters::Everybody);
    let theme = story.made("Sure", &ideas[..1]);
    let me = Actor::Person(person(1));
    let lock = |locked| Command::Arrange(Arrange::Lock { theme, locked });
    assert_eq!(story.when(me, lock(true)), Err(Rejection::NotAllowed));
    story.when(facilitator(), lock(true)).expect("locked");
    for wanted in [
        to(Some(theme), &ideas[1..]),
        to(None, &ideas[..1]),
        Arrange::Remove { theme },
        Arrange::Park { theme, parked: true },
    ] {
        assert_eq!(story.arrange(wanted), Err(Misplaced::ThemeLocked.into()));
    }
    story.when(facilitator(), lock(false)).expect("free");
    let step = story.arrange(Arrange::Remove { theme }).expect("removed");
    assert_eq!(
        story.arrange(to(Some(theme), &ideas[1..])),
        Err(Misplaced::ThemeGone.into())
    );
    story.arrange(Arrange::Undo { step }).expect("it is back");
    assert_eq!(story.held(theme), [ideas[0]]);
    assert_eq!(story.named(theme), Some("Sure"));
}

#[test]
fn who_may_group_is_chosen_for_each_grouping() {
    let (mut story, ideas) = given(1, Sorters::Panel);
    let me = Actor::Person(person(1));
    let panelist = Actor::Panelist(LinkId(Uuid::from_u128(0x11)));
    let wanted = Command::Arrange(make("Theme", &ideas));
    assert_eq!(story.when(me, wanted.clone()), Err(Rejection::NotGrouping));
    story.when(panelist, wanted.clone()).expect("a panelist may");
    story.step(Step::Close { activity: GROUPING }).expect("closed");
    assert_eq!(story.when(panelist, wanted.clone()), Err(Rejection::NotGrouping));
    story.when(facilitator(), wanted).expect("a facilitator always may");

    let (mut story, ideas) = given(1, Sorters::Everybody);
    let wanted = Command::Arrange(make("Theme", &ideas));
    story.when(me, wanted.clone()).expect("everybody may");
    assert_eq!(
        story.when(Actor::Person(person(9)), wanted),
        Err(Rejection::NotGrouping),
        "not in the room"
    );
    let elsewhere = Arrange::Make {
        prompt: SILENT,
        domain: None,
        name: String::new(),
        ideas,
    };
    assert_eq!(
        story.arrange(elsewhere),
        Err(Rejection::UnknownIdea),
        "an idea of another question"
    );
}

#[test]
fn what_was_written_in_silence_is_grouped_and_seen_once_it_is_shown() {
    let mut story = Story::begin();
    let (prompt, by) = (SILENT, Sorters::Everybody);
    let plan = Plan::new("Themes", "Which?", 0, Kind::Grouping(Grouping::of(prompt, by)));
    let step = Step::AddActivity {
        activity: GROUPING,
        plan: Box::new(plan),
        place: 9,
    };
    story.step(step).expect("added");
    story.open(SILENT);
    let me = story.join(1);
    let idea = Answer::AddIdea {
        activity: SILENT,
        domain: None,
        words: "Still unseen".to_owned(),
        quotable: true,
    };
    let idea = IdeaId(story.answer(me, idea).expect("taken").0);
    let open = Step::Open {
        activity: GROUPING,
        alongside: true,
    };
    assert_eq!(
        story.step(open.clone()),
        Err(Misplaced::StillUnseen.into()),
        "the room would look at nothing"
    );
    let make = || Arrange::Make {
        prompt,
        domain: None,
        name: "A theme".to_owned(),
        ideas: vec![idea],
    };
    let mine = Command::Arrange(make());
    assert_eq!(story.when(Actor::Person(me), mine.clone()), Err(Rejection::NotGrouping));
    story.arrange(make()).expect("a facilitator prepares");
    let seen = |story: &Story| format!("{:?}", story.panel.screen().values).contains("Still unseen");
    assert!(!seen(&story));
    story.step(Step::Reveal { activity: SILENT }).expect("announced");
    story.now = story.now.plus_seconds(60);
    let due = Command::CompleteReveal { activity: SILENT };
    story.when(Actor::System, due).expect("due");
    assert!(seen(&story));
    story.step(open).expect("it is shown");
    story.when(Actor::Person(me), mine).expect("it is shown");
}

#[test]
fn what_somebody_has_in_hand_is_moved_by_them_alone_and_lets_go_by_itself() {
    let (mut story, ideas) = given(2, Sorters::Everybody);
    let theme = story.made("Theme", &[]);
    let (me, you) = (Actor::Person(person(1)), Actor::Person(person(2)));
    let hold = || {
        Command::Arrange(Arrange::Hold {
            prompt: PROMPT,
            ideas: ideas[..1].to_vec(),
        })
    };
    let moving = || Command::Arrange(to(Some(theme), &ideas));
    story.when(me, hold()).expect("in hand");
    let held = |story: &Story| {
        story
            .panel
            .desk(PROMPT, false)
            .values
            .get(&DeskKey::Held(ideas[0]))
            .cloned()
    };
    assert!(
        matches!(held(&story), Some(DeskValue::Held(By::Somebody, _))),
        "others see it, and not whose hand it is"
    );
    for refused in [hold(), moving(), Command::Arrange(make("Mine", &ideas[..1]))] {
        assert_eq!(story.when(you, refused), Err(Misplaced::HeldByAnother.into()));
    }
    // Letting go of what is in another hand does nothing.
    let let_go = || {
        Command::Arrange(Arrange::LetGo {
            prompt: PROMPT,
            ideas: ideas.clone(),
        })
    };
    story.when(you, let_go()).expect("nothing happens");
    assert_eq!(story.when(you, moving()), Err(Misplaced::HeldByAnother.into()));
    story.when(me, let_go()).expect("let go");
    assert_eq!(held(&story), None);
    story.when(you, hold()).expect("free again");
    story.now = story.now.plus_seconds(HOLD_SECONDS);
    story.when(me, moving()).expect("its time is over");
    assert_eq!(story.held(theme), ideas);
    assert_eq!(held(&story), None, "what was moved is in nobody's hand");
}

#[test]
fn a_desk_shows_what_its_audience_may_see() {
    let (mut story, ideas) = given(3, Sorters::Panel);
    let theme = story.made("Theme", &ideas[..2]);
    story
        .step(Step::HideIdea {
            idea: ideas[0],
            reason: HideReason::Hurtful,
        })
        .expect("hidden");
    let on = |facilitators: bool| {
        let desk = story.panel.desk(PROMPT, facilitators);
        let there: BTreeSet<IdeaId> = desk
            .values
            .keys()
            .filter_map(|key| match key {
                DeskKey::Idea(idea) => Some(*idea),
                _ => None,
            })
            .collect();
        let Some(DeskValue::Theme(theme)) = desk.values.get(&DeskKey::Theme(theme)).cloned() else {
            panic!("the theme is not there");
        };
        (there, theme.ideas)
    };
    let all: BTreeSet<IdeaId> = ideas.iter().copied().collect();
    assert_eq!(on(true), (all, ideas[..2].to_vec()));
    assert_eq!(on(false), (ideas[1..].iter().copied().collect(), vec![ideas[1]]));
    let Some(DeskValue::State(state)) = story.panel.desk(PROMPT, false).values.remove(&DeskKey::State) else {
        panic!("there is no state");
    };
    assert!(state.panelists && !state.everybody);
    assert!(
        story
            .panel
            .desk(SILENT, false)
            .values
            .keys()
            .all(|key| *key == DeskKey::State),
        "nothing of what is unseen"
    );
}

#[test]
fn the_words_of_somebody_erased_are_in_no_theme() {
    let (mut story, _) = given(1, Sorters::Everybody);
    let me = Actor::Person(person(1));
    let theme = ThemeId(
        story
            .when(me, Command::Arrange(make("My own words", &[])))
            .expect("made")
            .0,
    );
    assert_eq!(story.named(theme), Some("My own words"));
    story.step(Step::ErasePerson { person: person(1) }).expect("erased");
    assert_eq!(story.named(theme), None);
}

const IDEAS: usize = 6;

fn idea() -> impl Strategy<Value = usize> {
    0..IDEAS
}

/// A theme by the number of the command that may have made it.
fn theme() -> impl Strategy<Value = ThemeId> {
    (10..60_u128).prop_map(|number| ThemeId(command(number).0))
}

pub(crate) fn step(ideas: Vec<IdeaId>) -> impl Strategy<Value = (Actor, Arrange)> {
    let who = prop::sample::select(vec![
        facilitator(),
        other_facilitator(),
        Actor::Person(person(1)),
        Actor::Person(person(2)),
    ]);
    let some = move || {
        let ideas = ideas.clone();
        prop::collection::vec(idea(), 0..4)
            .prop_map(move |picked| -> Vec<IdeaId> { picked.into_iter().map(|place| ideas[place]).collect() })
    };
    let (some_to_hold, some_to_let_go) = (some.clone(), some.clone());
    let arrange = prop_oneof![
        1 => some_to_hold().prop_map(|ideas| Arrange::Hold { prompt: PROMPT, ideas }),
        1 => some_to_let_go().prop_map(|ideas| Arrange::LetGo { prompt: PROMPT, ideas }),
        4 => (some(), "[a-z]{0,3}").prop_map(|(ideas, name)| make(&name, &ideas)),
        6 => (some(), prop::option::weighted(0.8, theme()), prop::option::of(0..3_u16))
            .prop_map(|(ideas, to, place)| Arrange::Move { prompt: PROMPT, ideas, to, place }),
        4 => (theme(), theme()).prop_map(|(theme, into)| Arrange::Merge { theme, into }),
        1 => (theme(), 0..5_u16).prop_map(|(theme, place)| Arrange::Reorder { theme, place }),
        1 => (theme(), any::<bool>()).prop_map(|(theme, parked)| Arrange::Park { theme, parked }),
        1 => (theme(), any::<bool>()).prop_map(|(theme, locked)| Arrange::Lock { theme, locked }),
        2 => theme().prop_map(|theme| Arrange::Remove { theme }),
        6 => (10..60_u128).prop_map(|number| Arrange::Undo { step: command(number) }),
    ];
    (who, arrange)
}

/// Every idea is in one place, and every theme that is there stands once.
pub(crate) fn in_order(themes: &Themes, ideas: &[IdeaId]) -> Result<(), TestCaseError> {
    let there: Vec<ThemeId> = themes.of(PROMPT).map(|(id, _)| id).collect();
    let different: BTreeSet<ThemeId> = there.iter().copied().collect();
    prop_assert_eq!(different.len(), there.len());
    let mut placed = BTreeSet::new();
    for (id, theme) in themes.of(PROMPT) {
        prop_assert!(theme.ended.is_none());
        for idea in &theme.ideas {
            prop_assert!(placed.insert(*idea), "{} is in two places", idea);
            prop_assert_eq!(themes.home(*idea), Some(id));
        }
    }
    for idea in ideas {
        prop_assert_eq!(themes.home(*idea).is_some(), placed.contains(idea));
    }
    for number in 0..80 {
        let id = ThemeId(command(number).0);
        if let Some(known) = themes.theme(id) {
            prop_assert_eq!(known.ended.is_none(), different.contains(&id));
            prop_assert!(known.ended.is_none() || known.ideas.is_empty());
            // No way goes round in a circle: this ends.
            let today = themes.today(id);
            prop_assert!(today.is_none_or(|today| different.contains(&today)));
        }
    }
    Ok(())
}

/// What people see of themes: which there are, in order, and what is in them.
fn seen(themes: &Themes) -> Vec<(ThemeId, Vec<IdeaId>, bool, bool, Option<Uuid>)> {
    let seen = themes.of(PROMPT).map(|(id, theme)| {
        let name = theme.name.map(|(words, _)| words.0);
        (id, theme.ideas.clone(), theme.parked, theme.locked, name)
    });
    seen.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_idea_is_in_one_place_whatever_people_do_at_once(
        acts in prop::collection::vec(step(given(IDEAS, Sorters::Everybody).1), 1..60),
    ) {
        let (mut story, ideas) = given(IDEAS, Sorters::Everybody);
        for (actor, arrange) in acts {
            let before = story.panel.themes().clone();
            // Taking something in hand changes no theme: there is nothing to take back.
            let undoes = matches!(arrange, Arrange::Undo { .. } | Arrange::Hold { .. } | Arrange::LetGo { .. });
            let done = story.when(actor, Command::Arrange(arrange));
            in_order(story.panel.themes(), &ideas)?;
            let Ok(id) = done else {
                prop_assert_eq!(&before, story.panel.themes(), "what was refused changed something");
                continue;
            };
            // Whatever was just done can be taken back at once, and all is as it was.
            if !undoes && story.panel.recorded(id).is_some() {
                let mut other = story.clone();
                other.arrange(Arrange::Undo { step: id }).expect("nothing was done since");
                prop_assert_eq!(seen(other.panel.themes()), seen(&before));
            }
        }
        let steps = story.panel.themes().steps(PROMPT).count();
        prop_assert_eq!(seen(&story.panel.themes().after(PROMPT, steps)), seen(story.panel.themes()));
        let replayed = visioncast_model::Panel::replay(&story.log, story.words.clone());
        prop_assert_eq!(replayed.themes(), story.panel.themes());
    }
}

#[test]
fn ideas_that_look_alike_are_told_apart_once_and_by_whoever_groups_at_a_desk() {
    let (mut story, ideas) = given(3, Sorters::Everybody);
    let apart = |one: IdeaId, other: IdeaId| Arrange::TellApart {
        prompt: PROMPT,
        one,
        other,
    };
    let before = story.log.len();
    story.arrange(apart(ideas[0], ideas[1])).expect("told apart");
    story.arrange(apart(ideas[1], ideas[0])).expect("known already");
    assert_eq!(story.log.len(), before + 1);
    assert!(story.panel.themes().are_apart(ideas[1], ideas[0]));
    assert!(!story.panel.themes().are_apart(ideas[1], ideas[2]));
    let panelist = Actor::Panelist(LinkId(Uuid::from_u128(7)));
    story
        .when(panelist, Command::Arrange(apart(ideas[1], ideas[2])))
        .expect("a panelist may");
    let refused = [
        (
            Actor::Person(person(1)),
            apart(ideas[0], ideas[2]),
            Rejection::NotAllowed,
        ),
        (facilitator(), apart(ideas[0], ideas[0]), Rejection::UnknownIdea),
        (
            facilitator(),
            apart(ideas[0], IdeaId(Uuid::from_u128(99))),
            Rejection::UnknownIdea,
        ),
    ];
    for (actor, arrange, why) in refused {
        assert_eq!(story.when(actor, Command::Arrange(arrange)), Err(why));
    }
    assert!(
        story.panel.themes().steps(PROMPT).next().is_none(),
        "it is no step of grouping"
    );
}
