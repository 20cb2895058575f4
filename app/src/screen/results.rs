use leptos::prelude::*;
use visioncast_model::{Tally, view::Standing};

use super::{live::Wall, steps::steps};
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words, finding, finding_on, movement, percent, points},
    language::{Live, counted},
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
    let step = steps(wall, Memo::new(move |_| results.with(Vec::len)), STEP);
    let again = Memo::new(move |_| results.with(|results| results.iter().any(|standing| standing.before.is_some())));
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
                    <span class="legend-disagree">{Live::Against.text()}</span>
                    <span class="legend-pass">{Live::Passed.text()}</span>
                    <span class="legend-agree">{Live::For.text()}</span>
                </p>
                <ol class=size class:shifts=again>
                    <For each=move || results.get() key=|standing| standing.idea let:standing>
                        {row(results, scale, step, standing)}
                    </For>
                </ol>
                <p class="results-note quiet">
                    {move || Live::PeopleVoted.count(wall.progress().answered)}
                    " "{Live::NumbersAreVotes.text()}" "
                    {move || again.get().then(|| Live::DotsAreBothTimes.text())}" "
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
    // How many of a hundred agreed the first time, and now.
    let shift = Memo::new(move |_| {
        let before = standing.before.filter(|before| before.total() > 0)?;
        let agree = |tally: Tally| percent(tally.agree, tally.total());
        Some((agree(before), agree(tally.get())))
    });
    let erased = standing.words.is_none();
    any(view! {
        <li class:to-come=move || order.get().is_gt() class:in-light=move || order.get().is_eq()>
            <p class="words" class:erased=erased dir="auto">
                {standing.words.unwrap_or_else(|| Live::TheWordsWereErased.owned())}
            </p>
            <div class="bar" inner_html=move || agreement(tally.get(), scale.get(), &Palette::PAGE)></div>
            {move || shift.get().map(|(before, now)| view! {
                <div class="shift" inner_html=movement(before, now, &Palette::PAGE)></div>
            })}
            <p class="n" aria-hidden="true">"n "{move || tally.get().total()}</p>
            <p class="aside">
                {move || agreement_in_words(tally.get())}
                {move || shift.get().map(|(before, now)| {
                    format!(" {}: {before} %. {}", Live::FirstTime.text(), points(before, now))
                })}
            </p>
        </li>
    })
}
