use leptos::prelude::*;

use super::desk::Desk;
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words, finding},
    integrity::counted,
};

/// What the room said, once everyone sees it.
pub(super) fn results(desk: Desk) -> impl IntoView {
    move || {
        let results = desk.results.get()?;
        let scale = Scale::of(results.iter().map(|standing| standing.tally));
        let title = finding(&results);
        let rows: Vec<_> = results
            .into_iter()
            .map(|standing| {
                let tally = standing.tally;
                let words = standing
                    .words
                    .unwrap_or_else(|| "The words of this idea were erased.".to_owned());
                view! {
                    <li>
                        <p class="words" dir="auto">{words}</p>
                        <div class="bar" inner_html=agreement(tally, scale, &Palette::PAGE)></div>
                        <p class="aside">{agreement_in_words(tally)}</p>
                        <p class="n" aria-hidden="true">"n "{tally.total()}</p>
                    </li>
                }
            })
            .collect();
        Some(view! {
            <section class="standings" aria-labelledby="standings-title">
                <h3 id="standings-title" dir="auto">{title}</h3>
                <p class="results-legend" aria-hidden="true">
                    <span class="legend-disagree">"against"</span>
                    <span class="legend-pass">"passed"</span>
                    <span class="legend-agree">"for"</span>
                </p>
                <ol class="standings-list">{rows}</ol>
                <p class="quiet">{desk.panel.with(|panel| counted(panel.integrity))}</p>
            </section>
        })
    }
}
