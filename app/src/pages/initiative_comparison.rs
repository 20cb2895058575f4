use leptos::prelude::*;
use visioncast_model::Tally;

use super::{initiative::Desk, initiative_carry::chooser};
use crate::{
    chart::{Palette, change_in_words, shortened, slope, whole_percent},
    language::Sheet,
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
        formats,
    } = tab;
    let report = over_all(desk, formats);
    if panels.len() < 2 {
        return view! {
            <h1>{Sheet::TwoCompared.text()}</h1>
            <p class="empty">{Sheet::CompareNeedsTwo.text()}</p>
            {report}
        }
        .into_any();
    }
    let body = if rows.is_empty() {
        view! {
            <p class="empty">
                {Sheet::NothingInCommon.text()}" "
                <a href=paths::initiative_tab(&desk.id, "carry")>{Sheet::CarryStatements.text()}</a>
                {Sheet::ThenVoteAndShow.text()}
            </p>
        }
        .into_any()
    } else {
        compared(&from.1, &to.1, rooms, rows).into_any()
    };
    view! {
        <h1>{Sheet::TwoCompared.text()}</h1>
        {chooser(desk, &panels, &from.0, &to.0, Sheet::Compare.text())}
        {body}
        {report}
    }
    .into_any()
}

/// Where the report over all events is had; nothing where there is none.
fn over_all(desk: &Desk, formats: Vec<(String, &'static str)>) -> Option<impl IntoView + use<>> {
    let link = |(name, format): (String, &str)| {
        view! { <li><a href=paths::initiative_report(&desk.id, format)>{name}</a></li> }
    };
    let links: Vec<_> = formats.into_iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! {
            <section aria-labelledby="over-all">
                <h2 id="over-all">{Sheet::OneReportOverAll.text()}</h2>
                <p>{Sheet::OneReportOverAllText.text()}</p>
                <ul class="files">{links}</ul>
            </section>
        }
    })
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
    let part = (drawn.len() > 12).then_some(Sheet::TwelveShown.text());
    let most = drawn.first().and_then(|(place, shares)| {
        let words = rows.get(place - 1)?.words.as_deref()?;
        Some(Sheet::MostChanged.with(&[("change", change_in_words(*shares)), ("words", shortened(words, TITLE))]))
    });
    let room = |count: Option<u32>| count.map_or(Sheet::FewerThanFive.owned(), |count| Sheet::People.count(count));
    let who = Sheet::WhoVoted.with(&[
        ("from", from.to_owned()),
        ("first", room(rooms.0)),
        ("to", to.to_owned()),
        ("second", room(rooms.1)),
    ]);
    let body: Vec<_> = rows.into_iter().enumerate().map(row).collect();
    let (from, to) = (from.to_owned(), to.to_owned());
    view! {
        {most.map(|most| view! { <h2 class="found" dir="auto">{most}</h2> })}
        {picture.map(|picture| view! {
            <figure class="slope">
                <div class="slope-heads" aria-hidden="true"><span dir="auto">{from.clone()}</span><span dir="auto">{to.clone()}</span></div>
                <div inner_html=picture></div>
                <figcaption class="quiet">
                    {Sheet::SlopeCaption.text()}" "
                    {part}
                </figcaption>
            </figure>
        })}
        <p class="question">{who}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=Sheet::AllStatements.text()>
            <table class="rounds">
                <thead>
                    <tr>
                        <th scope="col"><span class="aside">{Sheet::RowNumber.text()}</span></th>
                        <th scope="col">{Sheet::StatementLabel.text()}</th>
                        <th scope="col" dir="auto">{from}</th>
                        <th scope="col" dir="auto">{to}</th>
                        <th scope="col">{Sheet::ChangeLabel.text()}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        <p class="quiet">
            {Sheet::CountsAsShown.text()}
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
        let counts = tally.map_or(Sheet::FewerVotes.owned(), |tally| {
            Sheet::RoundInWords.with(&[
                ("agree", tally.agree),
                ("disagree", tally.disagree),
                ("pass", tally.pass),
            ])
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
            <th scope="row" class=class dir="auto">{words.unwrap_or_else(|| Sheet::TheseWordsErased.owned())}</th>
            {round(before, first)}
            {round(after, second)}
            <td>{shares.map_or_else(|| Sheet::TooFewToSay.owned(), change_in_words)}</td>
        </tr>
    }
}
