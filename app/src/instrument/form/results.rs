//! What the room said, on the phone: bars with numbers, and the map as a table.

use leptos::prelude::*;
use visioncast_model::Scale;

use super::{MapCell, MapResults, ResultRow, Results, SurveyPart, shared, survey::item_words};
use crate::{chart::domain_hue, instrument::map::written, language::Word};

/// The steps of shade of the map.
const SHADES: u32 = 5;

pub(super) fn results(part: &SurveyPart, results: &Results) -> AnyView {
    let inside = match results {
        Results::Items(rows) if rows.iter().all(|row| row.counts.is_empty()) => {
            view! { <p class="note">{Word::NobodyAnswered.text()}</p> }.into_any()
        }
        Results::Items(rows) if part.scale.is_shared() => side_by_side(part, rows),
        Results::Items(rows) => {
            let rows: Vec<_> = rows.iter().map(|row| item(part, row)).collect();
            view! { <ol>{rows}</ol> }.into_any()
        }
        Results::Map(map) => table(map),
    };
    view! {
        <section class="results">
            <h2>{Word::Results.text()}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn item(part: &SurveyPart, row: &ResultRow) -> AnyView {
    let total: u32 = row.counts.iter().sum();
    // Where everybody gives one answer a bar is a share of all, else it is beside the longest.
    let shares = !matches!(part.scale, Scale::Ranking { .. } | Scale::Choice { several: true, .. });
    let longest = row.counts.iter().copied().max().unwrap_or_default();
    let most = if shares { total } else { longest }.max(1);
    let counted = match part.scale {
        Scale::Ranking { .. } => Word::Points,
        Scale::Choice { several: true, .. } => Word::Choices,
        _ => Word::Answers,
    };
    let last = part.options.len().saturating_sub(1);
    let row_bar = |(place, option): (usize, &String)| {
        let count = row.counts.get(place).copied().unwrap_or_default();
        let own = row.own.iter().any(|mark| usize::from(*mark) == place);
        let end = match (&part.scale, place) {
            (Scale::Rating { .. }, 0) => [" · ", &part.ends.0].concat(),
            (Scale::Rating { .. }, place) if place == last => [" · ", &part.ends.1].concat(),
            _ => String::new(),
        };
        let side = match (&part.scale, place) {
            (Scale::Opinion, 0) => "agree",
            (Scale::Opinion, 1) => "disagree",
            _ => "",
        };
        bar(side, [option, &*end].concat(), own.then(String::new), count, most)
    };
    let bars: Vec<_> = part.options.iter().enumerate().map(row_bar).collect();
    view! {
        <li>
            {item_words(&row.item_words, false)} <ul class="counts">{bars}</ul>
            <p class="note">{counted.count(total)}</p>
        </li>
    }
    .into_any()
}

/// Dots or places: one bar for each thing, as what one has another lacks.
fn side_by_side(part: &SurveyPart, rows: &[ResultRow]) -> AnyView {
    let points = |row: &ResultRow| part.scale.points(&row.counts);
    let most = rows.iter().map(points).max().unwrap_or_default().max(1);
    let row_bar = |row: &ResultRow| {
        let own = row.own.first().copied().filter(|own| *own > 0);
        let own = own.map(|own| match part.scale {
            Scale::Places { .. } => shared::ordinal(own),
            _ => own.to_string(),
        });
        bar("", row.item_words.text.clone(), own, points(row), most)
    };
    let all = rows.iter().map(points).sum();
    let counted = if matches!(part.scale, Scale::Dots { .. }) {
        Word::Dots
    } else {
        Word::Points
    };
    view! {
        <ul class="counts">{rows.iter().map(row_bar).collect::<Vec<_>>()}</ul>
        <p class="note">{counted.count(all)}</p>
    }
    .into_any()
}

/// One of several things; `own` says what one gave it oneself, where one did.
fn bar(side: &'static str, of: String, own: Option<String>, count: u32, most: u32) -> AnyView {
    let class = [if own.is_some() { "own" } else { "" }, side];
    let class = class
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let own = own.map(|own| view! { " " <em>{Word::Yours.text()} " " {own}</em> });
    let width = (count * 100 / most).to_string();
    view! {
        <li class=class>
            <span class="of" dir="auto">{of} {own}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width=width height="10" />
            </svg>
            <span class="count">{count.to_string()}</span>
        </li>
    }
    .into_any()
}

/// Slides within its box, never the page.
fn table(map: &MapResults) -> AnyView {
    let head: Vec<_> = map
        .domains
        .iter()
        .map(|(id, name)| {
            view! { <th scope="col"><span class=["domain ", &domain_hue(*id)].concat()>{name.clone()}</span></th> }
        })
        .collect();
    let rows: Vec<_> = map
        .rows
        .iter()
        .map(|(principle, cells)| {
            let cells: Vec<_> = cells.iter().map(cell).collect();
            view! { <tr><th scope="row">{principle.clone()}</th> {cells}</tr> }
        })
        .collect();
    view! {
        <p class="note">{Word::MapHint.text()} " " {Word::MapYours.text()}</p>
        <div class="map" tabindex="0" role="region" aria-label=Word::Results.text()>
            <table>
                <thead><tr><td></td> {head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The mean strength among those who were sure, and how many answered.
fn cell(cell: &MapCell) -> AnyView {
    let answered: u32 = cell.counts.iter().sum();
    let sure: u32 = cell.counts.iter().take(4).sum();
    let strength: u32 = cell
        .counts
        .iter()
        .take(4)
        .zip(0..)
        .map(|(count, strength)| count * strength)
        .sum();
    let tenths = (strength * 10 + sure / 2).checked_div(sure);
    let shade = tenths.map_or(0, |tenths| 1 + tenths * (SHADES - 1) / 30);
    let mean = tenths.map_or_else(|| "–".to_owned(), |tenths| written(f64::from(tenths) / 10.0));
    let class = format!("shade-{shade}{}", if cell.own { " own" } else { "" });
    view! {
        <td class=class>
            <b>{mean}</b>
            <small>{answered.to_string()}</small>
        </td>
    }
    .into_any()
}
