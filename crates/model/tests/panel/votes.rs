//! Votes on themes: what is pinned when they open, what counts, and what holds for every history of them.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;
use visioncast_model::{
    ActivityId, Actor, Affiliation, Answer, Arrange, Choice, Command, Constituency, ConstituencyId, Created, DomainId,
    Form, Further, HideReason, IdeaId, ItemId, Items, Kind, Misplaced, Panel, PersonId, PinnedTheme, Plan, Rejection,
    Scale, Sorters, Step, Survey, ThemeId, Void, view::ScreenKey, wire,
};

use crate::{
    story::{JUDGEMENT, PROMPT, Story, created, person},
    themes,
};

const VOTE: ActivityId = ActivityId(Uuid::from_u128(0xD1));
const DOTS: Scale = Scale::Dots { budget: 5, cap: 3 };
const PLACES: Scale = Scale::Places { most: 3 };

fn on(items: Items, scale: Scale) -> Kind {
    Kind::Survey(Survey {
        items,
        scale,
        each: 0,
        reason: None,
        additions: None,
        threshold: 0,
    })
}

fn vote(scale: Scale) -> Kind {
    on(Items::Themes(PROMPT), scale)
}

impl Story {
    fn add(&mut self, activity: ActivityId, kind: Kind) -> Result<(), Rejection> {
        let plan = Box::new(Plan::new("Vote", "How about it?", 0, kind));
        let step = Step::AddActivity {
            activity,
            plan,
            place: 9,
        };
        self.step(step).map(|_| ())
    }

    fn reopen(&mut self) {
        self.step(Step::Close { activity: VOTE }).expect("it is open");
        self.open(VOTE);
    }

    fn put(&mut self, person: PersonId, theme: ThemeId, mark: u8) -> Result<(), Rejection> {
        let seen = self.panel.edition(VOTE);
        self.put_seen(VOTE, person, ItemId::Theme(theme), mark, seen)
    }

    fn put_seen(
        &mut self,
        activity: ActivityId,
        person: PersonId,
        item: ItemId,
        mark: u8,
        seen: u32,
    ) -> Result<(), Rejection> {
        let fields = [
            ("kind", "mark".to_owned()),
            ("item", item.to_string()),
            ("mark", mark.to_string()),
            ("edition", seen.to_string()),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value)).to_vec();
        self.answer(person, Answer::Form(Form { activity, fields })).map(|_| ())
    }

    fn counts(&self, theme: ThemeId) -> Vec<u32> {
        let vote = self.panel.activity(VOTE).expect("it is there");
        let counts = self.panel.counts(vote).into_iter();
        let of = counts.filter(|(item, _)| *item == ItemId::Theme(theme));
        of.map(|(_, counts)| counts).next().unwrap_or_default()
    }

    fn void(&self) -> Vec<(PersonId, ItemId, Void)> {
        let void = self.panel.void_marks(VOTE);
        void.map(|(person, item, _, why)| (person, item, why)).collect()
    }

    fn asked(&self, person: PersonId) -> Vec<ItemId> {
        let vote = self.panel.activity(VOTE).expect("it is there");
        self.panel.items_for(vote, person)
    }

    fn own(&self, person: PersonId, theme: ThemeId) -> Option<u8> {
        let mark = self.panel.mark_of(VOTE, ItemId::Theme(theme), person)?;
        mark.marks.first().copied()
    }
}

/// Six ideas in three themes of two, and an open vote on them.
fn given(scale: Scale) -> (Story, [ThemeId; 3], Vec<IdeaId>) {
    let (mut story, ideas) = themes::given(6, Sorters::Panel);
    let made = ["One", "Two", "Three"].map(str::to_owned);
    let mut place = 0;
    let made = made.map(|name| {
        place += 2;
        story.made(&name, &ideas[place - 2..place])
    });
    story.add(VOTE, vote(scale)).expect("added");
    story.open(VOTE);
    for number in 1..=4 {
        let person = person(number);
        story.when(Actor::System, Command::Deal { person }).expect("dealt");
    }
    (story, made, ideas)
}

#[test]
fn what_is_done_to_themes_counts_from_the_next_opening() {
    let (mut story, [one, two, three], _) = given(Scale::Opinion);
    let me = person(1);
    for theme in [one, two, three] {
        story.put(me, theme, 0).expect("taken");
    }
    let merge = Arrange::Merge { theme: one, into: two };
    let merged = story.arrange(merge).expect("merged");
    let text = |story: &Story, theme| {
        let vote = story.panel.activity(VOTE).expect("it is there");
        story.panel.item_text(vote, ItemId::Theme(theme))
    };
    assert_eq!(
        story.asked(me).len(),
        3,
        "the vote goes on about what it was opened with"
    );
    assert_eq!(text(&story, one).as_deref(), Some("One"));
    story.put(person(2), one, 1).expect("also on the one that was merged");
    assert_eq!(story.counts(one), [1, 1, 0]);

    story.reopen();
    let why = Void::Merged { into: two };
    let expected: BTreeSet<_> = [
        (me, ItemId::Theme(one), why),
        (person(2), ItemId::Theme(one), why),
        (me, ItemId::Theme(two), Void::Changed),
    ]
    .into();
    assert_eq!(story.void().into_iter().collect::<BTreeSet<_>>(), expected);
    assert_eq!(story.counts(three), [1, 0, 0], "what is the same goes on counting");
    assert_eq!(story.counts(two), [] as [u32; 0]);
    assert!(story.asked(me).contains(&ItemId::Theme(two)), "and is asked again");
    assert_eq!(story.own(me, two), None);
    story.put(me, two, 2).expect("anew");
    assert_eq!(story.counts(two), [0, 0, 1]);

    // Taken back, the one is again what its voters saw.
    story.arrange(Arrange::Undo { step: merged }).expect("apart");
    story.reopen();
    assert_eq!(story.counts(one), [1, 1, 0]);
    let void = story.void();
    assert_eq!(
        void,
        [(me, ItemId::Theme(two), Void::Changed)],
        "answered when it held more"
    );
}

#[test]
fn an_answer_that_comes_late_counts_for_what_its_voter_saw_or_not_at_all() {
    let (mut story, [one, two, _], ideas) = given(Scale::Mandate);
    story
        .arrange(Arrange::Move {
            prompt: PROMPT,
            ideas: vec![ideas[0]],
            to: Some(two),
            place: None,
        })
        .expect("moved");
    story.reopen();
    let me = person(1);
    let late = |story: &mut Story, theme| story.put_seen(VOTE, me, ItemId::Theme(theme), 0, 1);
    assert_eq!(late(&mut story, one), Err(Rejection::ThemeChanged));
    let three = story.panel.themes().of(PROMPT).nth(2).expect("it is there").0;
    late(&mut story, three).expect("it has not changed");
    assert_eq!(story.counts(three), [1, 0, 0, 0]);
    let never = ThemeId(Uuid::from_u128(9));
    assert_eq!(late(&mut story, never), Err(Rejection::UnknownTheme));
    let mute = Form {
        activity: VOTE,
        fields: vec![
            ("kind".to_owned(), "mark".to_owned()),
            ("item".to_owned(), ItemId::Theme(three).to_string()),
            ("mark".to_owned(), "0".to_owned()),
        ],
    };
    assert_eq!(
        story.answer(me, Answer::Form(mute)),
        Err(Rejection::OddForm),
        "who does not say what they saw"
    );
}

#[test]
fn a_theme_without_a_visible_idea_is_gone_at_once() {
    let (mut story, [one, ..], ideas) = given(Scale::Opinion);
    let me = person(1);
    story.put(me, one, 0).expect("taken");
    let reason = HideReason::Hurtful;
    story.step(Step::HideIdea { idea: ideas[0], reason }).expect("hidden");
    assert_eq!(story.counts(one), [1, 0, 0], "there is another idea in it");
    let seen = |story: &Story| format!("{:?}", story.panel.screen().values);
    assert!(seen(&story).contains("One"));
    let before = story.panel.phone();
    story.step(Step::HideIdea { idea: ideas[1], reason }).expect("hidden");
    assert!(!seen(&story).contains("One"));
    assert_ne!(
        before.values,
        story.panel.phone().values,
        "phones hear that their form has changed"
    );
    assert_eq!(story.void(), [(me, ItemId::Theme(one), Void::Hidden)]);
    assert_eq!(story.put(me, one, 1), Err(Rejection::HiddenIdea));
    story.step(Step::ShowIdea { idea: ideas[1] }).expect("shown");
    assert_eq!(story.counts(one), [1, 0, 0]);
    assert_eq!(story.void(), []);
}

#[test]
fn themes_that_are_set_aside_or_empty_are_not_voted_on() {
    let (mut story, [one, two, _], ideas) = given(Scale::Opinion);
    let me = person(1);
    for theme in [one, two] {
        story.put(me, theme, 0).expect("taken");
    }
    story
        .arrange(Arrange::Park {
            theme: one,
            parked: true,
        })
        .expect("set aside");
    story.arrange(themes::to(None, &ideas[2..4])).expect("loose");
    story.reopen();
    assert_eq!(story.asked(me).len(), 1);
    let why: BTreeSet<Void> = story.void().into_iter().map(|(.., why)| why).collect();
    assert_eq!(why, BTreeSet::from([Void::SetAside, Void::Emptied]));

    let mut bare = Story::begin();
    bare.add(VOTE, vote(Scale::Opinion)).expect("added");
    let open = Step::Open {
        activity: VOTE,
        alongside: false,
    };
    assert_eq!(bare.step(open), Err(Misplaced::NoThemes.into()));
}

#[test]
fn erased_words_are_gone_from_what_was_pinned() {
    let (mut story, _) = themes::given(2, Sorters::Everybody);
    let me = Actor::Person(person(1));
    let idea = *story.panel.ideas().keys().next().expect("there is one");
    let made = Command::Arrange(themes::make("My own words", &[idea]));
    let theme = ThemeId(story.when(me, made).expect("made").0);
    story.add(VOTE, vote(Scale::Opinion)).expect("added");
    story.open(VOTE);
    let seen = |story: &Story| format!("{:?}", story.panel.screen().values);
    assert!(seen(&story).contains("My own words"));
    story.step(Step::ErasePerson { person: person(1) }).expect("erased");
    assert!(!seen(&story).contains("My own words"));
    let pinned = story.panel.pinned(VOTE, 1, theme).expect("it is still pinned");
    assert_ne!(story.panel.pinned_name(pinned), Some("My own words"));
}

#[test]
fn dots_keep_to_a_budget_over_all_themes() {
    let (mut story, [one, two, three], _) = given(DOTS);
    let me = person(1);
    assert_eq!(
        story.put(me, one, 4),
        Err(Rejection::OddAnswer),
        "three go to one at most"
    );
    story.put(me, one, 3).expect("taken");
    assert_eq!(story.put(me, two, 3), Err(Rejection::DotsSpent { left: 2 }));
    story.put(me, two, 2).expect("taken");
    assert_eq!(story.put(me, three, 1), Err(Rejection::DotsSpent { left: 0 }));
    story.put(me, one, 2).expect("one comes back");
    story.put(me, three, 1).expect("and goes there");
    assert_eq!(story.counts(one), [0, 0, 1, 0]);

    // What does not count gives its dots back, and does not count again beside what they bought.
    let step = story.arrange(Arrange::Merge { theme: one, into: two }).expect("merged");
    story.reopen();
    assert_eq!(story.void().len(), 2);
    story.put(me, three, 3).expect("four came back");
    assert_eq!(story.void().len(), 2, "they stay void, and hold no dots any more");
    story.arrange(Arrange::Undo { step }).expect("apart");
    story.reopen();
    let spent: u8 = [one, two, three]
        .into_iter()
        .filter_map(|theme| story.own(me, theme))
        .sum();
    assert_eq!(spent, 3);
}

#[test]
fn each_place_is_given_once_and_goes_over() {
    let (mut story, [one, two, three], _) = given(PLACES);
    let me = person(1);
    story.put(me, one, 1).expect("first");
    story.put(me, two, 2).expect("second");
    story.put(me, two, 1).expect("first now");
    let own = |story: &Story| [one, two, three].map(|theme| story.own(me, theme).unwrap_or_default());
    assert_eq!(own(&story), [2, 1, 0], "they change places");
    story.put(me, three, 2).expect("second");
    assert_eq!(own(&story), [0, 1, 2], "what had it has none");
    story.put(me, two, 0).expect("taken back");
    assert_eq!(own(&story), [0, 0, 2]);
    let sheet = |places: [u8; 2]| Step::EnterMarks {
        activity: VOTE,
        answers: vec![
            (ItemId::Theme(one), vec![places[0]]),
            (ItemId::Theme(two), vec![places[1]]),
        ],
        source: visioncast_model::Entered::Paper,
    };
    assert_eq!(story.step(sheet([1, 1])), Err(Rejection::OddAnswer));
    let entered = story.step(sheet([2, 1]));
    assert!(matches!(entered, Ok(_) | Err(Rejection::Full { .. })), "{entered:?}");
}

#[test]
fn dots_go_to_any_list_that_is_seen_at_once() {
    let mut story = Story::begin();
    story.add(VOTE, on(Items::Domains(Vec::new()), DOTS)).expect("domains");
    story.open(VOTE);
    let me = story.join(1);
    let domain = |id| ItemId::Domain(DomainId(id));
    story.put_seen(VOTE, me, domain(1), 3, 0).expect("taken");
    assert_eq!(
        story.put_seen(VOTE, me, domain(2), 3, 0),
        Err(Rejection::DotsSpent { left: 2 })
    );
    for (number, odd) in [
        on(Items::Map, DOTS),
        on(Items::Ideas(PROMPT), PLACES),
        vote(Scale::Dots { budget: 2, cap: 3 }),
        vote(Scale::Dots { budget: 0, cap: 0 }),
        vote(Scale::Places { most: 13 }),
    ]
    .into_iter()
    .enumerate()
    {
        let id = ActivityId(Uuid::from_u128(0xE0 + number as u128));
        assert_eq!(story.add(id, odd), Err(Misplaced::OddDots.into()));
    }
}

#[test]
fn no_screen_tells_of_a_vote_before_its_reveal() {
    for (scale, here, there) in [
        (Scale::Opinion, 0, 1),
        (Scale::Mandate, 0, 2),
        (DOTS, 3, 0),
        (PLACES, 1, 0),
    ] {
        let room = |turned: bool| {
            let (mut story, [one, two, three], _) = given(scale.clone());
            for number in 1..=3 {
                let (first, second) = if turned { (there, here) } else { (here, there) };
                story.put(person(number), one, first).expect("taken");
                story.put(person(number), three, second).expect("taken");
            }
            // A part of them is void, and nobody learns which.
            story.arrange(Arrange::Merge { theme: one, into: two }).expect("merged");
            story.reopen();
            story
        };
        let (one, other) = (room(false), room(true));
        assert_eq!(one.panel.screen(), other.panel.screen(), "{scale:?}");
        assert_eq!(one.panel.along(), other.panel.along());
        assert_eq!(one.panel.phone(), other.panel.phone());
        assert_eq!(one.panel.console(), other.panel.console());
        assert_eq!(one.panel.desk(PROMPT, true), other.panel.desk(PROMPT, true));
        for number in 1..=4 {
            assert_eq!(one.panel.own(person(number)), other.panel.own(person(number)));
        }
    }
}

/// A hall that may be of two groups, with an open question.
fn two_groups() -> Story {
    let mut panel = created();
    panel.framework.constituencies.push(Constituency {
        id: ConstituencyId(2),
        name: "Sponsors".to_owned(),
        wants: Vec::new(),
    });
    let mut story = Story::of(Created { capacity: 100, ..panel });
    story.open(PROMPT);
    story
}

/// A vote of forty people of two groups, and of four who belong to none, on three themes.
fn hall() -> (Story, [ThemeId; 3]) {
    let mut story = two_groups();
    let author = story.join(99);
    let ideas: Vec<IdeaId> = (0..3)
        .map(|number| story.add_idea(author, &format!("idea {number}")).expect("taken"))
        .collect();
    let mut place = 0;
    let made = ["One", "Two", "Three"].map(|name| {
        place += 1;
        story.made(name, &ideas[place - 1..place])
    });
    story.add(VOTE, vote(Scale::Opinion)).expect("added");
    story.open(VOTE);
    for number in 1..=44 {
        let me = story.join(number);
        let group = match number {
            1..=20 => Some(1),
            21..=40 => Some(2),
            _ => None,
        };
        let describe = Answer::Describe {
            constituencies: group.into_iter().map(ConstituencyId).collect(),
            affiliation: Some(Affiliation::Member),
        };
        story.answer(me, describe).expect("taken");
        // All agree to the first, the groups part over the second, nobody cares for the third.
        let answers = [0, u8::from(group == Some(2)), 2];
        for (theme, mark) in made.into_iter().zip(answers) {
            story.put(me, theme, mark).expect("taken");
        }
    }
    (story, made)
}

#[test]
fn a_reveal_goes_on_step_by_step_and_no_screen_is_ahead() {
    let (mut story, [one, ..]) = hall();
    let further = Step::ShowFurther { activity: VOTE };
    assert_eq!(story.step(further.clone()), Err(Misplaced::NothingFurther.into()));
    story.step(Step::Reveal { activity: VOTE }).expect("announced");
    story.now = story.now.plus_seconds(10);
    let due = Command::CompleteReveal { activity: VOTE };
    story.when(Actor::System, due).expect("due");
    let shows = |story: &Story, key: ScreenKey| story.panel.screen().values.contains_key(&key);
    assert!(shows(&story, ScreenKey::Item(0)) && !shows(&story, ScreenKey::Groups));
    story.step(further.clone()).expect("by group");
    assert!(shows(&story, ScreenKey::Groups) && !shows(&story, ScreenKey::Across));
    let vote = story.panel.activity(VOTE).expect("it is there");
    let [Further::Groups(groups)] = story.panel.further(vote) else {
        panic!("it is shown");
    };
    let named = [Some(ConstituencyId(1)), Some(ConstituencyId(2)), None];
    assert_eq!(groups.groups, named);
    let (_, told) = groups
        .rows
        .iter()
        .find(|(item, _)| *item == ItemId::Theme(one))
        .expect("it is there");
    // The four who named no group would follow from the total, so a further group is kept back with them.
    assert_eq!(told.iter().filter(|tally| tally.is_none()).count(), 2, "{told:?}");

    story.step(further.clone()).expect("across");
    assert!(shows(&story, ScreenKey::Across));
    assert_eq!(story.step(further), Err(Misplaced::NothingFurther.into()));
}

#[test]
fn what_was_shown_by_group_stays_as_it_was() {
    let (mut story, [one, ..]) = hall();
    story.step(Step::Reveal { activity: VOTE }).expect("announced");
    story.now = story.now.plus_seconds(10);
    let due = Command::CompleteReveal { activity: VOTE };
    story.when(Actor::System, due).expect("due");
    story.step(Step::ShowFurther { activity: VOTE }).expect("by group");
    let shown = story.panel.screen().values.get(&ScreenKey::Groups).cloned();
    story.put(person(1), one, 1).expect("a later one");
    assert_eq!(story.panel.screen().values.get(&ScreenKey::Groups).cloned(), shown);
}

#[test]
fn votes_on_ideas_are_told_by_group_too_and_what_parts_the_groups_is_not_lost_among_many() {
    let mut story = two_groups();
    let author = story.join(99);
    let ideas: Vec<IdeaId> = (0..20)
        .map(|number| story.add_idea(author, &format!("idea {number}")).expect("taken"))
        .collect();
    story.open(JUDGEMENT);
    for number in 1..=24 {
        let me = story.join(number);
        // Whoever names both is in both: nothing follows from a total.
        let groups: &[u16] = match number {
            1..=11 => &[1],
            12..=22 => &[2],
            _ => &[1, 2],
        };
        let describe = Answer::Describe {
            constituencies: groups.iter().copied().map(ConstituencyId).collect(),
            affiliation: Some(Affiliation::Member),
        };
        story.answer(me, describe).expect("taken");
        // All agree to all but the last, over which the groups part.
        let mut left: Vec<usize> = (0..ideas.len()).collect();
        while !left.is_empty() {
            // A few of them are dealt at a time.
            left.retain(|place| {
                let against = *place == 19 && groups == [2];
                let choice = if against { Choice::Disagree } else { Choice::Agree };
                story.judge(me, ideas[*place], choice) == Err(Rejection::NotDealt)
            });
        }
    }
    let further = Step::ShowFurther { activity: JUDGEMENT };
    assert_eq!(story.step(further.clone()), Err(Misplaced::NothingFurther.into()));
    story.reveal();
    story.step(further.clone()).expect("by group");
    story.step(further).expect("across");
    let judgement = story.panel.activity(JUDGEMENT).expect("it is there");
    let [Further::Groups(groups), Further::Across(across)] = story.panel.further(judgement) else {
        panic!("both are shown");
    };
    let last = ItemId::Idea(ideas[19]);
    assert!(groups.rows.len() < ideas.len() && groups.rows.iter().any(|(item, _)| *item == last));
    assert_eq!(across.split, [(last, Some(ConstituencyId(1)), Some(ConstituencyId(2)))]);
    let screen = story.panel.screen();
    let told = |words: &str| format!("{:?}", screen.values).contains(words);
    assert!(told("\"idea 19\""), "what it is about is on the wall");

    let reason = HideReason::Hurtful;
    story
        .step(Step::HideIdea {
            idea: ideas[19],
            reason,
        })
        .expect("hidden");
    let screen = format!("{:?}", story.panel.screen().values);
    assert!(!screen.contains("idea 19") && !screen.contains(&ideas[19].0.to_string()));
}

/// What somebody saw of a theme: its name, its meaning and its ideas.
type Seen = (Option<String>, Option<String>, BTreeSet<IdeaId>);

fn seen(panel: &Panel, pinned: &PinnedTheme) -> Seen {
    let text = |words: Option<(visioncast_model::WordsId, _)>| {
        words.and_then(|(words, _): (_, visioncast_model::WordsHash)| panel.text(words).map(str::to_owned))
    };
    (
        text(pinned.name),
        text(pinned.about),
        pinned.ideas.iter().copied().collect(),
    )
}

#[derive(Clone, Debug)]
enum Act {
    Arrange(Actor, Arrange),
    Hide(usize),
    Show(usize),
    Open(usize),
    Close(usize),
    /// Who, in which vote, the place of the item, what, and how many editions ago they saw it.
    Vote(u128, usize, usize, u8, u32),
}

fn act(ideas: Vec<IdeaId>) -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => themes::step(ideas).prop_map(|(actor, arrange)| Act::Arrange(actor, arrange)),
        1 => (0..6_usize).prop_map(Act::Hide),
        1 => (0..6_usize).prop_map(Act::Show),
        2 => (0..3_usize).prop_map(Act::Open),
        2 => (0..3_usize).prop_map(Act::Close),
        12 => (1..=4_u128, 0..3_usize, 0..6_usize, 0..5_u8, 0..3_u32)
            .prop_map(|(who, vote, item, mark, ago)| Act::Vote(who, vote, item, mark, ago)),
    ]
}

const VOTES: [ActivityId; 3] = [
    ActivityId(Uuid::from_u128(0xD1)),
    ActivityId(Uuid::from_u128(0xD2)),
    ActivityId(Uuid::from_u128(0xD3)),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever happens to the themes: each idea is in one place, and each last answer either counts, for what its voter
    /// saw, or is void with a reason; dots keep to their budget, and places are given once.
    #[test]
    fn every_ballot_counts_once_for_what_its_voter_saw_or_is_void_with_a_reason(
        acts in prop::collection::vec(act(themes::given(6, Sorters::Everybody).1), 1..90),
        cut in any::<prop::sample::Index>(),
    ) {
        let (mut story, ideas) = themes::given(6, Sorters::Everybody);
        for (vote_id, scale) in VOTES.into_iter().zip([Scale::Opinion, DOTS, PLACES]) {
            story.add(vote_id, vote(scale)).expect("added");
        }
        for (place, name) in ["One", "Two"].into_iter().enumerate() {
            story.made(name, &ideas[2 * place..2 * place + 2]);
        }
        for vote in VOTES {
            story.open(vote);
        }
        // What each voter last saw, and said of it.
        let mut cast: BTreeMap<(ActivityId, PersonId, ItemId), (Seen, u8)> = BTreeMap::new();
        for act in acts {
            let before = story.log.len();
            match act {
                Act::Arrange(actor, arrange) => {
                    let _ = story.when(actor, Command::Arrange(arrange));
                }
                Act::Hide(place) => {
                    let (idea, reason) = (ideas[place], HideReason::Duplicate);
                    let _ = story.step(Step::HideIdea { idea, reason });
                }
                Act::Show(place) => {
                    let _ = story.step(Step::ShowIdea { idea: ideas[place] });
                }
                Act::Open(place) => {
                    let _ = story.step(Step::Open { activity: VOTES[place], alongside: true });
                }
                Act::Close(place) => {
                    let _ = story.step(Step::Close { activity: VOTES[place] });
                }
                Act::Vote(who, vote, item, mark, ago) => {
                    let (me, vote) = (person(who), VOTES[vote]);
                    story.when(Actor::System, Command::Deal { person: me }).expect("dealt");
                    let asked = story.panel.items_for(story.panel.activity(vote).expect("there"), me);
                    if asked.is_empty() {
                        continue;
                    }
                    let item = asked[item % asked.len()];
                    let edition = story.panel.edition(vote).saturating_sub(ago);
                    let _ = story.put_seen(vote, me, item, mark, edition);
                }
            }
            for recorded in &story.log[before..] {
                let visioncast_model::Event::Marked { activity, person, item, marks, edition, .. } = &recorded.event
                else {
                    continue;
                };
                let ItemId::Theme(theme) = item else { panic!("only themes are asked about") };
                let pinned = story.panel.pinned(*activity, *edition, *theme).expect("it was pinned then");
                let seen = seen(&story.panel, pinned);
                cast.insert((*activity, *person, *item), (seen, marks[0]));
            }

            themes::in_order(story.panel.themes(), &ideas)?;
            for vote_id in VOTES {
                let vote = story.panel.activity(vote_id).expect("there");
                let asked = story.panel.items(vote);
                let mut counted: BTreeMap<ItemId, Vec<u32>> = BTreeMap::new();
                let mut expected_void = BTreeSet::new();
                let mut spent: BTreeMap<PersonId, Vec<u8>> = BTreeMap::new();
                for ((_, person, item), (saw, mark)) in cast.iter().filter(|((vote, ..), _)| *vote == vote_id) {
                    let ItemId::Theme(theme) = item else { continue };
                    let now = story.panel.pinned(vote_id, story.panel.edition(vote_id), *theme);
                    let same = now.is_some_and(|now| seen(&story.panel, now) == *saw);
                    if same && asked.contains(item) {
                        let scale = &vote.survey().expect("a survey").scale;
                        let counts = counted.entry(*item).or_insert_with(|| vec![0; scale.options()]);
                        counts[usize::from(*mark)] += 1;
                        spent.entry(*person).or_default().push(*mark);
                    } else {
                        expected_void.insert((*person, *item));
                    }
                }
                let counts: BTreeMap<ItemId, Vec<u32>> = story.panel.counts(vote).into_iter().collect();
                prop_assert_eq!(&counts, &counted);
                let void: BTreeSet<_> = story.panel.void_marks(vote_id).map(|(who, item, ..)| (who, item)).collect();
                prop_assert_eq!(void, expected_void);
                for given in spent.values() {
                    let given = given.iter().copied().filter(|mark| *mark > 0);
                    match vote.survey().expect("a survey").scale {
                        Scale::Dots { budget, .. } => prop_assert!(given.sum::<u8>() <= budget),
                        Scale::Places { .. } => {
                            let places: Vec<u8> = given.collect();
                            let different: BTreeSet<u8> = places.iter().copied().collect();
                            prop_assert_eq!(different.len(), places.len());
                        }
                        _ => {}
                    }
                }
            }
        }

        let kept = story.words.clone();
        let (head, tail) = story.log.split_at(cut.index(story.log.len() + 1));
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
}
