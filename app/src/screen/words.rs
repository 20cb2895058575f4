use leptos::prelude::*;
use visioncast_model::view::ScreenTerm;

use super::{live::Wall, seating::hall};
use crate::{language::Live, length::length};

/// How many words stand on the wall: as many as the server lists, each in a place of its own.
const PLACES: usize = 30;
/// A word stands here once so many people have used it; the server's rule, told to the room.
const LEAST: u32 = 3;
/// How many sizes there are: more than are told apart from afar say nothing.
const SIZES: u32 = 5;
/// A word of more characters than these is at most so large, else it breaks: the longest first.
const FITS: [(usize, u32); 3] = [(20, 2), (14, 3), (10, 4)];

/// The words that most people used, larger the more did. Each keeps its place as long as it is there, so that nothing moves
/// while somebody reads; those who hear the page hear them in order, with how many.
pub(super) fn words(wall: Wall) -> impl IntoView {
    let terms = Memo::new(move |_| wall.words());
    let places = Memo::new(move |before: Option<&Vec<Option<String>>>| {
        terms.with(|terms| settled(before.map(Vec::as_slice).unwrap_or_default(), terms))
    });
    let most = Memo::new(move |_| terms.with(|terms| terms.first().map_or(LEAST, |term| term.people)));
    let list = move || {
        view! {
            <ol class="word-list" aria-label=Live::WordsOfTheRoom.text()>
                <For each=move || terms.get() key=|term| term.word.clone() let:term>
                    {drawn(term, terms, places, most)}
                </For>
            </ol>
        }
        .into_any()
    };
    view! {
        <section class="word-wall">
            <h1 class=move || length(&wall.question()) dir="auto">{move || wall.question()}</h1>
            <Show
                when=move || terms.with(|terms| !terms.is_empty())
                fallback=move || view! {
                    {hall(wall)}
                    <p class="seating-hint">{Live::NoWordsYet.with(&[("least", LEAST)])}</p>
                }
            >
                {list()}
            </Show>
            <p class="arrivals-count">{Live::WordsOfTheRoomAbout.with(&[("least", LEAST)])}</p>
        </section>
    }
}

fn drawn(
    term: ScreenTerm,
    terms: Memo<Vec<ScreenTerm>>,
    places: Memo<Vec<Option<String>>>,
    most: Memo<u32>,
) -> AnyView {
    let ScreenTerm { word, people } = term;
    let (now, here) = (word.clone(), word.clone());
    let people = Memo::new(move |_| {
        let known = terms.with(|terms| terms.iter().find(|term| term.word == now).map(|term| term.people));
        known.unwrap_or(people)
    });
    let signs = word.chars().count();
    let class = move || {
        let place = places.with(|places| places.iter().position(|known| known.as_ref() == Some(&here)));
        format!(
            "place-{} size-{}",
            place.unwrap_or(PLACES - 1),
            size(people.get(), most.get(), signs)
        )
    };
    view! {
        <li class=class>
            <span class="term" dir="auto">{word}</span>
            <span class="term-people"><span aria-hidden="true">{people}</span><span class="aside">{move || Live::TermBy.count(people.get())}</span></span>
        </li>
    }
    .into_any()
}

/// How large a word stands, from 1 to [`SIZES`]: in even steps from the fewest people to the most.
fn size(people: u32, most: u32, signs: usize) -> u32 {
    let range = most.saturating_sub(LEAST).max(1);
    let size = 1 + people.saturating_sub(LEAST).min(range) * (SIZES - 1) / range;
    let fits = FITS.iter().find(|(longest, _)| signs > *longest);
    fits.map_or(size, |(_, largest)| size.min(*largest))
}

/// Where each word stands: where it stood, and newcomers in the first places that are free.
fn settled(before: &[Option<String>], terms: &[ScreenTerm]) -> Vec<Option<String>> {
    let is_there = |word: &String| terms.iter().any(|term| term.word == *word);
    let mut places: Vec<Option<String>> = before.iter().cloned().map(|word| word.filter(is_there)).collect();
    places.resize(PLACES, None);
    for term in terms {
        let stands = places.iter().any(|word| word.as_ref() == Some(&term.word));
        if let Some(free) = places.iter_mut().find(|word| word.is_none()).filter(|_| !stands) {
            *free = Some(term.word.clone());
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(words: &[&str]) -> Vec<ScreenTerm> {
        let term = |word: &&str| ScreenTerm {
            word: (*word).to_owned(),
            people: 3,
        };
        words.iter().map(term).collect()
    }

    #[test]
    fn a_word_keeps_its_place_until_it_is_gone() {
        let first = settled(&[], &terms(&["a", "b", "c"]));
        let next = settled(&first, &terms(&["c", "d", "a"]));
        let words: Vec<_> = next.iter().map(Option::as_deref).take(4).collect();
        assert_eq!(words, [Some("a"), Some("d"), Some("c"), None]);
    }

    #[test]
    fn more_people_are_larger_as_far_as_it_fits() {
        assert_eq!([3, 10, 23].map(|people| size(people, 23, 5)), [1, 2, 5]);
        assert_eq!(size(3, 3, 5), 1);
        assert_eq!(size(23, 23, 25), 2);
    }
}
