use leptos::prelude::*;
use visioncast_model::view::Standing;

use super::live::Wall;
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words, finding, finding_on},
    integrity::counted,
    length::length,
    part::{Piece, any},
};

/// How long each result stands alone at the top, in seconds: the time to read a sentence twice.
const STEP: i64 = 4;

/// What the room said, one step at a time: each idea with its votes comes in with its finding as the title, the surest
/// first; in the end the finding of all.
pub(super) fn results(wall: Wall) -> impl IntoView {
    let results = Memo::new(move |_| wall.results());
    let scale = Memo::new(move |_| results.with(|results| Scale::of(results.iter().map(|standing| standing.tally))));
    // Counted from the reveal: every screen is at the same step, and a reload changes nothing.
    let step = Memo::new(move |_| {
        let all = results.with(Vec::len);
        let passed = wall.shown_for().map_or(all, |seconds| (seconds / STEP) as usize);
        passed.min(all)
    });
    let title = Memo::new(move |_| {
        results.with(|results| results.get(step.get()).map_or_else(|| finding(results), finding_on))
    });
    let size = move || match results.with(Vec::len) {
        0..=3 => "results-list few",
        4 | 5 => "results-list",
        _ => "results-list many",
    };
    view! {
        <section class="results">
            <p class="results-question quiet" dir="auto">{move || wall.question()}</p>
            <h1 class=move || length(&title.get()) dir="auto">{title}</h1>
            <Show when=move || results.with(|results| !results.is_empty())>
                <p class="results-legend" aria-hidden="true">
                    <span class="legend-disagree">"against"</span>
                    <span class="legend-pass">"passed"</span>
                    <span class="legend-agree">"for"</span>
                </p>
                <ol class=size>
                    <For each=move || results.get() key=|standing| standing.idea let:standing>
                        {row(results, scale, step, standing)}
                    </For>
                </ol>
                <p class="results-note quiet">
                    {move || voted(wall.progress().answered)}
                    " Numbers are votes; n is how many voted on the idea. The surest agreement comes first. "
                    {move || counted(wall.panel().integrity)}
                </p>
            </Show>
        </section>
    }
}

fn row(results: Memo<Vec<Standing>>, scale: Memo<Scale>, step: Memo<usize>, standing: Standing) -> Piece {
    let idea = standing.idea;
    let order = Memo::new(move |_| {
        let place = results.with(|results| results.iter().position(|other| other.idea == idea));
        place.unwrap_or_default().cmp(&step.get())
    });
    let tally = Memo::new(move |_| {
        let found = results.with(|results| results.iter().find(|other| other.idea == idea).map(|other| other.tally));
        found.unwrap_or(standing.tally)
    });
    let erased = standing.words.is_none();
    any(view! {
        <li class:to-come=move || order.get().is_gt() class:in-light=move || order.get().is_eq()>
            <p class="words" class:erased=erased dir="auto">
                {standing.words.unwrap_or_else(|| "The words of this idea were erased.".to_owned())}
            </p>
            <div class="bar" inner_html=move || agreement(tally.get(), scale.get(), &Palette::PAGE)></div>
            <p class="n" aria-hidden="true">"n "{move || tally.get().total()}</p>
            <p class="aside">{move || agreement_in_words(tally.get())}</p>
        </li>
    })
}

fn voted(people: u32) -> String {
    match people {
        1 => "1 person voted.".to_owned(),
        people => format!("{people} people voted."),
    }
}
