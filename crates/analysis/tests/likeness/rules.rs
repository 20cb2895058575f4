//! What holds for all ideas, in whichever order they come and go.

use proptest::prelude::*;
use visioncast_analysis::{Likeness, Near, Shared};
use visioncast_model::{IdeaId, ThemeId};

use super::idea;

fn of(texts: &[&str]) -> Likeness {
    let mut likeness = Likeness::default();
    for (number, text) in texts.iter().enumerate() {
        likeness.put(idea(number), text);
    }
    likeness
}

fn groups(likeness: &Likeness) -> Vec<Vec<IdeaId>> {
    likeness
        .same()
        .into_iter()
        .map(|ideas| ideas.iter().copied().collect())
        .collect()
}

#[test]
fn the_same_words_are_found_however_they_are_typed() {
    let likeness = of(&[
        "Mentor the mentors",
        "  mentor THE mentors!!",
        "Más árboles",
        "mas arboles",
        "👍",
        "👍",
        "👎",
    ]);
    let expected = [[idea(0), idea(1)], [idea(2), idea(3)], [idea(4), idea(5)]];
    assert_eq!(groups(&likeness), expected);
    assert!(likeness.near(&likeness.pairs()).is_empty());
}

#[test]
fn the_same_idea_five_hundred_times_is_one_group() {
    let mut likeness = of(&["More free parking downtown", "Plant trees"]);
    (10..510).for_each(|number| likeness.put(idea(number), "Free parking, downtown!"));
    assert_eq!(groups(&likeness).first().map(Vec::len), Some(500));
    let near = likeness.near(&likeness.pairs());
    assert_eq!(near.len(), 1, "one for all of them: {near:?}");
    assert_eq!((near[0].one, near[0].other), (idea(0), idea(10)));
}

#[test]
fn who_says_the_opposite_is_further_away() {
    let likeness = of(&[
        "Raise the town tax",
        "Raise the town taxes",
        "Never raise the town tax",
        "Plant trees",
        "Free buses",
    ]);
    let score = |one, other| {
        let near = likeness.near(&likeness.pairs());
        let found = near
            .iter()
            .find(|near| (near.one, near.other) == (idea(one), idea(other)));
        found.map_or(0.0, |near| near.score)
    };
    assert!(score(0, 1) > score(0, 2));
}

#[test]
fn other_scripts_are_compared_too() {
    let texts = [
        "我们需要为导师提供更多培训",
        "导师应该接受更多培训",
        "多种一些树",
        "نحتاج إلى تدريب المرشدين الجدد",
        "تدريب المرشدين الجدد ضروري",
        "حافلات مجانية",
        "יש להכשיר מנטורים חדשים",
        "להכשיר את המנטורים החדשים",
        "עוד עצים ברחוב",
        "เราต้องอบรมพี่เลี้ยงใหม่",
        "อบรมพี่เลี้ยงใหม่ทุกคน",
        "ปลูกต้นไม้",
        "Donaudampfschifffahrtsgesellschaft retten",
        "Rettet die Donaudampfschifffahrt",
        "Bäume pflanzen",
    ];
    let likeness = of(&texts);
    let near: Vec<_> = likeness
        .near(&likeness.pairs())
        .iter()
        .map(|near| (near.one, near.other))
        .collect();
    for first in (0..texts.len()).step_by(3) {
        assert!(
            near.contains(&(idea(first), idea(first + 1))),
            "{} is missing in {near:?}",
            texts[first]
        );
        let shared = Shared::of(texts[first], texts[first + 1]);
        assert!(!shared.one.is_empty() || first == 12, "{}", texts[first]);
    }
    let other = |(one, two): &(IdeaId, IdeaId)| {
        (0..texts.len())
            .step_by(3)
            .all(|first| (*one, *two) != (idea(first), idea(first + 1)))
    };
    assert!(!near.iter().any(other), "{near:?}");
}

#[test]
fn a_loose_idea_is_proposed_for_the_theme_of_its_nearest() {
    let likeness = of(&[
        "Train the mentors",
        "Mentors need training",
        "Lower the fee",
        "The fee is too high",
        "Train mentors in listening",
        "Plant trees",
    ]);
    let theme = |number: u128| ThemeId(uuid::Uuid::from_u128(number));
    let home = |known: IdeaId| {
        [0, 1]
            .map(idea)
            .contains(&known)
            .then(|| theme(1))
            .or_else(|| [2, 3].map(idea).contains(&known).then(|| theme(2)))
    };
    let perhaps = likeness.themes(&likeness.pairs(), home, [(theme(3), "Trees and parks".to_owned())]);
    let found: Vec<_> = perhaps.iter().map(|perhaps| (perhaps.idea, perhaps.theme)).collect();
    assert!(
        found.contains(&(idea(4), theme(1))) && found.contains(&(idea(5), theme(3))),
        "{perhaps:?}"
    );
    assert_eq!(found.len(), 2);
}

/// Texts that have much in common, and little.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "mentor",
        "mentors",
        "training",
        "not",
        "the",
        "fee",
        "lower",
        "cuota",
        "bajar",
        "la",
        "árbol",
        "培训导师",
        "👍",
        "15",
        "a",
    ]);
    prop::collection::vec(word, 1..7).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn the_order_in_which_ideas_come_does_not_matter(
        (texts, order) in prop::collection::vec(text(), 1..30).prop_flat_map(|texts| {
            let order = Just((0..texts.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(texts), order)
        }),
        gone in prop::collection::vec(text(), 0..10),
    ) {
        let mut straight = Likeness::default();
        texts.iter().enumerate().for_each(|(number, text)| straight.put(idea(number), text));
        let mut mixed = Likeness::default();
        gone.iter().enumerate().for_each(|(number, text)| mixed.put(idea(1_000 + number), text));
        for (place, number) in order.iter().enumerate() {
            mixed.put(idea(*number), "what it said before");
            mixed.put(idea(*number), &texts[*number]);
            if place < gone.len() {
                mixed.take_out(idea(1_000 + place));
            }
        }
        (0..gone.len()).for_each(|number| mixed.take_out(idea(1_000 + number)));
        prop_assert_eq!(straight.near(&straight.pairs()), mixed.near(&mixed.pairs()));
        prop_assert_eq!(groups(&straight), groups(&mixed));
        // One asked after the other, they tell the same as all at once.
        let near = straight.near(&straight.pairs());
        for number in 0..texts.len() {
            let asked = straight.near_to(idea(number));
            let stands = straight.same_as(idea(number)).and_then(|ideas| ideas.first().copied());
            let listed: Vec<Near> = near.iter().filter(|near| [Some(near.one), Some(near.other)].contains(&stands)).copied().collect();
            prop_assert_eq!(asked.len(), listed.len());
            for (asked, listed) in asked.iter().zip(&listed) {
                prop_assert!((asked.score - listed.score).abs() < 1e-5);
            }
        }
        for near in &near {
            prop_assert!(near.score > 0.0 && near.score < 1.0 + 1e-5 && near.one < near.other);
        }
    }

    #[test]
    fn what_is_shared_lies_in_the_texts_and_is_shared_both_ways(one in "\\PC{0,60}", other in "\\PC{0,60}") {
        let shared = Shared::of(&one, &other);
        let turned = Shared::of(&other, &one);
        prop_assert_eq!((&shared.one, &shared.other), (&turned.other, &turned.one));
        for (text, ranges) in [(&one, &shared.one), (&other, &shared.other)] {
            prop_assert!(ranges.iter().all(|range| text.get(range.clone()).is_some_and(|words| !words.is_empty())));
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
        let mut likeness = Likeness::default();
        likeness.put(idea(0), &one);
        likeness.put(idea(1), &one);
        prop_assert_eq!(likeness.same().len(), 1);
    }
}
