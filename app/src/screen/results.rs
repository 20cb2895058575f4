use leptos::prelude::*;
use visioncast_model::view::Standing;

use super::live::Wall;
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words, finding},
    length::length,
};

/// What the room said: the finding as the title, below it every idea with its votes.
pub(super) fn results(wall: Wall) -> impl IntoView {
    let results = Memo::new(move |_| wall.results());
    let scale = Memo::new(move |_| results.with(|results| Scale::of(results.iter().map(|standing| standing.tally))));
    let title = Memo::new(move |_| results.with(|results| finding(results)));
    let size = move || match results.with(Vec::len) {
        0..=3 => "results-list few",
        4 | 5 => "results-list",
        _ => "results-list many",
    };
    view! {
        <section class="results">
            <p class="results-question quiet">{move || wall.question()}</p>
            <h1 class=move || length(&title.get())>{title}</h1>
            <Show when=move || results.with(|results| !results.is_empty())>
                <p class="results-legend" aria-hidden="true">
                    <span class="legend-disagree">"against"</span>
                    <span class="legend-pass">"passed"</span>
                    <span class="legend-agree">"for"</span>
                </p>
                <ol class=size>
                    <For each=move || results.get() key=|standing| standing.idea let:standing>
                        {row(results, scale, standing)}
                    </For>
                </ol>
                <p class="results-note quiet">
                    {move || voted(wall.progress().answered)}
                    " Numbers are votes; n is how many voted on the idea. The surest agreement comes first."
                </p>
            </Show>
        </section>
    }
}

fn row(results: Memo<Vec<Standing>>, scale: Memo<Scale>, standing: Standing) -> impl IntoView {
    let idea = standing.idea;
    let tally = Memo::new(move |_| {
        let found = results.with(|results| results.iter().find(|other| other.idea == idea).map(|other| other.tally));
        found.unwrap_or(standing.tally)
    });
    let erased = standing.words.is_none();
    view! {
        <li>
            <p class="words" class:erased=erased>
                {standing.words.unwrap_or_else(|| "The words of this idea were erased.".to_owned())}
            </p>
            <div class="bar" inner_html=move || agreement(tally.get(), scale.get(), &Palette::PAGE)></div>
            <p class="n" aria-hidden="true">"n "{move || tally.get().total()}</p>
            <p class="aside">{move || agreement_in_words(tally.get())}</p>
        </li>
    }
}

fn voted(people: u32) -> String {
    match people {
        1 => "1 person voted.".to_owned(),
        people => format!("{people} people voted."),
    }
}
