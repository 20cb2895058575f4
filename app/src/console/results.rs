use leptos::prelude::*;
use visioncast_model::Tally;

use super::desk::Desk;
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words, finding, percent, points},
    language::{Live, counted},
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
                let before = standing.before.filter(|before| before.total() > 0);
                let shift = before.map(|before| {
                    let agree = |tally: Tally| percent(tally.agree, tally.total());
                    (agree(before), agree(tally))
                });
                let words = standing.words.unwrap_or_else(|| Live::TheWordsWereErased.owned());
                view! {
                    <li>
                        <p class="words" dir="auto">{words}</p>
                        <div class="bar" inner_html=agreement(tally, scale, &Palette::PAGE)></div>
                        <p class="aside">{agreement_in_words(tally)}</p>
                        <p class="n">
                            <span aria-hidden="true">"n "{tally.total()}</span>
                            {shift.map(|(before, now)| {
                                let values = [
                                    ("before", before.to_string()),
                                    ("now", now.to_string()),
                                    ("moved", points(before, now)),
                                ];
                                format!(" · {}", Live::FirstAndNow.with(&values))
                            })}
                        </p>
                    </li>
                }
            })
            .collect();
        Some(view! {
            <section class="standings" aria-labelledby="standings-title">
                <h3 id="standings-title" dir="auto">{title}</h3>
                <p class="results-legend" aria-hidden="true">
                    <span class="legend-disagree">{Live::Against.text()}</span>
                    <span class="legend-pass">{Live::Passed.text()}</span>
                    <span class="legend-agree">{Live::For.text()}</span>
                </p>
                <ol class="standings-list">{rows}</ol>
                <p class="quiet">{desk.panel.with(|panel| counted(panel.integrity))}</p>
            </section>
        })
    }
}
