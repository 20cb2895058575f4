use leptos::prelude::*;
use visioncast_model::Tally;

use super::{
    initiative::{Desk, counted},
    initiative_carry::chooser,
};
use crate::{
    chart::{Palette, change_in_words, shortened, slope, whole_percent},
    page::{CompareRow, Comparison},
    paths,
};

/// How much of a statement stands in the title, in characters.
const TITLE: usize = 90;

/// See [`Comparison`].
pub(super) fn comparison(desk: &Desk, tab: Comparison) -> impl IntoView + use<> {
    let Comparison {
        panels,
        from,
        to,
        rooms,
        rows,
    } = tab;
    if panels.len() < 2 {
        return view! {
            <h1>"Two events compared"</h1>
            <p class="empty">"This needs two panels in this initiative that voted on the same statements."</p>
        }
        .into_any();
    }
    let body = if rows.is_empty() {
        view! {
            <p class="empty">
                "These two events have no statement that both voted on and whose results are shown. "
                <a href=paths::initiative_tab(&desk.id, "carry")>"Carry statements over"</a>
                ", vote on them, and show the result."
            </p>
        }
        .into_any()
    } else {
        compared(&from.1, &to.1, rooms, rows).into_any()
    };
    view! {
        <h1>"Two events compared"</h1>
        {chooser(desk, &panels, &from.0, &to.0, "Compare")}
        {body}
    }
    .into_any()
}

fn compared(from: &str, to: &str, rooms: (Option<u32>, Option<u32>), rows: Vec<CompareRow>) -> impl IntoView + use<> {
    let lines: Vec<(usize, (f64, f64))> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| Some((place + 1, row.shares?)))
        .collect();
    // What changed most is drawn, where not all can be.
    let mut drawn = lines.clone();
    drawn.sort_by(|(_, one), (_, other)| (other.1 - other.0).abs().total_cmp(&(one.1 - one.0).abs()));
    let picture = slope(&drawn, &Palette::PAGE);
    let part = (drawn.len() > 12).then_some("The picture shows the twelve that changed most.");
    let most = drawn.first().and_then(|(place, shares)| {
        let words = rows.get(place - 1)?.words.as_deref()?;
        Some(format!(
            "Most changed, {}: “{}”",
            change_in_words(*shares),
            shortened(words, TITLE)
        ))
    });
    let room = |count: Option<u32>| {
        count.map_or("fewer than 5 people".to_owned(), |count| {
            counted(count, "person", "people")
        })
    };
    let who = format!(
        "At “{from}” {} voted, at “{to}” {}. Nothing says who came to both: a change may be another audience as well as \
         other minds. People chose to come, so neither speaks for all.",
        room(rooms.0),
        room(rooms.1)
    );
    let body: Vec<_> = rows.into_iter().enumerate().map(row).collect();
    let (from, to) = (from.to_owned(), to.to_owned());
    view! {
        {most.map(|most| view! { <h2 class="found" dir="auto">{most}</h2> })}
        {picture.map(|picture| view! {
            <figure class="slope">
                <div class="slope-heads" aria-hidden="true"><span dir="auto">{from.clone()}</span><span dir="auto">{to.clone()}</span></div>
                <div inner_html=picture></div>
                <figcaption class="quiet">
                    "Share of agree among those who agreed or disagreed; numbers as in the table below. A solid line did not fall, a broken one fell. "
                    {part}
                </figcaption>
            </figure>
        })}
        <p class="question">{who}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="All statements">
            <table class="rounds">
                <thead>
                    <tr>
                        <th scope="col"><span class="aside">"Number"</span></th>
                        <th scope="col">"Statement"</th>
                        <th scope="col" dir="auto">{from}</th>
                        <th scope="col" dir="auto">{to}</th>
                        <th scope="col">"Change"</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        <p class="quiet">
            "Counts as they were shown to the room. Fewer than 5 votes are not told, and no share of fewer than 5 who took a side."
        </p>
    }
}

fn row((place, row): (usize, CompareRow)) -> impl IntoView {
    let CompareRow {
        words,
        before,
        after,
        shares,
    } = row;
    let round = |tally: Option<Tally>, share: Option<f64>| {
        let counts = tally.map_or("fewer than 5 votes".to_owned(), |tally| {
            format!(
                "{} agree, {} disagree, {} passed",
                tally.agree, tally.disagree, tally.pass
            )
        });
        view! {
            <td>
                {share.map(|share| view! { <strong>{format!("{}%", whole_percent(share))}</strong> })}
                <small>{counts}</small>
            </td>
        }
    };
    let (first, second) = shares.unzip();
    let erased = words.is_none();
    let class = if erased { "words erased" } else { "words" };
    view! {
        <tr>
            <td class="entry-number">{(place + 1).to_string()}</td>
            <th scope="row" class=class dir="auto">{words.unwrap_or_else(|| "Its words were erased.".to_owned())}</th>
            {round(before, first)}
            {round(after, second)}
            <td>{shares.map_or_else(|| "too few to say".to_owned(), change_in_words)}</td>
        </tr>
    }
}
