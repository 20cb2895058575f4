use std::time::Duration;

use leptos::prelude::*;
use visioncast_model::{DomainId, view::ScreenIdea};

use super::{live::Wall, seating::hall};
use crate::{
    chart::{domain_hue, domain_mark},
    language::Live,
    length::length,
};

/// How many ideas stand on the wall at once: what can be read from the last row.
const PLACES: usize = 6;
/// How long the wall rests after something landed on it, so that a burst can still be read.
const REST: Duration = Duration::from_millis(1_400);

/// Ideas as they arrive. Each keeps its place until a newer one needs it, so that nothing moves while
/// somebody reads.
pub(super) fn arrivals(wall: Wall) -> impl IntoView {
    let newest = Memo::new(move |_| {
        let mut ideas = wall.ideas();
        ideas.truncate(PLACES);
        ideas
    });
    let places = RwSignal::new(settled(&[], &newest.get_untracked()));
    let resting = RwSignal::new(false);
    Effect::new(move |_| {
        if resting.get() {
            return;
        }
        let now = places.get_untracked();
        let next = newest.with(|newest| settled(&now, newest));
        if next == now {
            return;
        }
        if next.iter().any(|idea| !now.contains(idea)) {
            resting.set(true);
            set_timeout(move || resting.set(false), REST);
        }
        places.set(next);
    });
    let latest = Memo::new(move |_| newest.with(|newest| newest.first().map(|idea| idea.idea)));
    view! {
        <section class="arrivals">
            <h1 class=move || length(&wall.question()) dir="auto">{move || wall.question()}</h1>
            <Show
                when=move || places.with(|places| !places.is_empty())
                fallback=move || view! {
                    {hall(wall)}
                    <p class="seating-hint">
                        {move || if wall.is_open() {
                            Live::YourIdeasAppear.text()
                        } else {
                            Live::QuestionIsClosed.text()
                        }}
                    </p>
                }
            >
                <ul class="arrivals-list" class:few=move || places.with(|places| places.len() <= 2)>
                    <For each=move || places.get() key=|idea| idea.idea let:idea>
                        <li class="landed" dir="auto" class:latest=move || latest.get() == Some(idea.idea)>
                            <p class="words">{idea.words}</p>
                            {domain_tag(wall, idea.domain)}
                        </li>
                    </For>
                </ul>
            </Show>
            <Show when=move || places.with(|places| !places.is_empty())>
                <p class="arrivals-count">
                    {move || came_in(wall.progress().ideas, wall.progress().answered)}
                    {move || (!wall.is_open()).then(|| [" ", Live::QuestionIsClosed.text()].concat())}
                </p>
            </Show>
        </section>
    }
}

/// Where an idea belongs.
fn domain_tag(wall: Wall, domain: Option<DomainId>) -> impl IntoView {
    let domain = domain.and_then(|id| wall.domain(id));
    domain.map(|domain| {
        view! {
            <p class="domain">
                <span class=format!("domain-mark {}", domain_hue(domain.id)) aria-hidden="true">
                    {domain_mark(&domain.name)}
                </span>
                {domain.name}
            </p>
        }
    })
}

fn came_in(ideas: u32, people: u32) -> String {
    match (ideas, people) {
        (0, _) => String::new(),
        (ideas, 0 | 1) | (ideas @ 1, _) => Live::IdeasSoFar.count(ideas),
        (ideas, people) => Live::IdeasFromPeople.with(&[("ideas", ideas), ("people", people)]),
    }
}

/// The newest ideas, those that stood already where they stood: newcomers take the places of those that
/// went, or come behind.
fn settled(places: &[ScreenIdea], newest: &[ScreenIdea]) -> Vec<ScreenIdea> {
    let mut newcomers = newest.iter().rev().filter(|idea| !places.contains(idea));
    let mut settled: Vec<ScreenIdea> = places
        .iter()
        .filter_map(|idea| {
            if newest.contains(idea) {
                Some(idea)
            } else {
                newcomers.next()
            }
        })
        .cloned()
        .collect();
    settled.extend(newcomers.cloned());
    settled
}

#[cfg(test)]
mod tests {
    use super::*;
    use visioncast_model::IdeaId;

    fn ideas(numbers: &[u128]) -> Vec<ScreenIdea> {
        let idea = |number: &u128| ScreenIdea {
            idea: IdeaId(uuid::Uuid::from_u128(*number)),
            words: number.to_string(),
            domain: None,
            by: None,
        };
        numbers.iter().map(idea).collect()
    }

    #[test]
    fn what_stands_on_the_wall_keeps_its_place() {
        assert_eq!(settled(&[], &ideas(&[3, 2, 1])), ideas(&[1, 2, 3]));
        assert_eq!(settled(&ideas(&[1, 2, 3]), &ideas(&[4, 3, 2])), ideas(&[4, 2, 3]));
        assert_eq!(settled(&ideas(&[4, 2, 3]), &ideas(&[4, 3])), ideas(&[4, 3]));
        assert_eq!(settled(&ideas(&[1]), &ideas(&[2, 1])), ideas(&[1, 2]));
    }
}
