use leptos::prelude::*;
use visioncast_model::view::SurveyItem;

use super::{
    asked::Asked,
    map::map,
    picture::{Group, MANY, Picture, Row, Shape, fillings},
};
use crate::{
    chart::{Frame, Palette, domain_hue, heat, heat_filling, swatch},
    language::Live,
};

/// From so many characters on, words beside a bar need a second line, and a third.
const SENTENCE: usize = 45;
const LONG: usize = 90;
/// The most lines of words and headings that have room on the projector while sentences take what they need.
const LINES: usize = 18;

/// A picture as far as it has come: what belongs to a later step keeps its place, and nothing moves.
pub(crate) fn drawn(picture: Memo<Picture>, step: Memo<usize>, words: bool) -> impl IntoView {
    let legend = Memo::new(move |_| picture.with(|picture| picture.legend.clone()));
    view! {
        <ul class="legend" aria-hidden="true">
            {move || legend.get().into_iter().map(|(look, name)| view! {
                <li>
                    {look.map(|look| view! { <span class="swatch" inner_html=swatch(look, &Palette::PAGE)></span> })}
                    {name}
                </li>
            }).collect::<Vec<_>>()}
        </ul>
        {move || match picture.with(|picture| picture.shape.clone()) {
            Shape::Rows(groups) => rows(groups, Some((step, picture.with(|picture| picture.steps.len())))).into_any(),
            Shape::Map(mut map) => {
                map.frame.words = words;
                let spoken = table(&map.frame, &map.words);
                let (frame, cells) = (map.frame, map.cells);
                let drawn = Memo::new(move |_| {
                    let mut frame = frame.clone();
                    frame.lit = Some(step.get()).filter(|row| *row < frame.rows.len());
                    heat(&frame, &cells, &Palette::PAGE)
                });
                view! { <div class="map" inner_html=drawn></div>{spoken} }.into_any()
            }
        }}
    }
}

/// Rows under their headings. Results come step by step, of so many; without steps the rows fill in, all there at once.
fn rows(groups: Vec<Group>, steps: Option<(Memo<usize>, usize)>) -> impl IntoView {
    let all = || groups.iter().flat_map(|group| &group.rows);
    let headings = groups.iter().filter(|group| group.heading.is_some()).count();
    let count = all().count() + headings;
    let shifts = all().any(|row| row.shift.is_some());
    let size = match count {
        1 => "alone",
        0..=3 => "few",
        4..=MANY => "some",
        _ => "many",
    };
    let lines = |row: &Row| match row.label.chars().count() {
        0..SENTENCE => 1,
        SENTENCE..LONG => 2,
        _ => 3,
    };
    let sentences = size == "some" && all().any(|row| lines(row) > 1);
    let dense = sentences && all().map(lines).sum::<usize>() + headings > LINES;
    let grouped = groups.len() > 1;
    let groups: Vec<_> = groups
        .into_iter()
        .map(|group| {
            let first = group.rows.first().map_or(0, |row| row.step);
            let rows: Vec<_> = group.rows.into_iter().map(|row| drawn_row(row, steps)).collect();
            view! {
                <div class="rows-group">
                    {group.heading.map(|heading| view! {
                        <h2 class:to-come=move || steps.is_some_and(|(step, _)| step.get() < first) dir="auto">{heading}</h2>
                    })}
                    <ol>{rows}</ol>
                </div>
            }
        })
        .collect();
    // As one text: where a picture follows another, a class beside it would be lost with the text before.
    let classes = [
        ("filling", steps.is_none()),
        ("shifts", shifts),
        ("sentences", sentences && !dense),
        ("dense", dense),
        ("grouped", grouped),
    ];
    let classes = classes.into_iter().filter(|(_, is)| *is).map(|(name, _)| name);
    let class: Vec<&str> = ["rows", size].into_iter().chain(classes).collect();
    view! { <div class=class.join(" ")>{groups}</div> }
}

fn drawn_row(row: Row, steps: Option<(Memo<usize>, usize)>) -> impl IntoView {
    let comes = row.step;
    let shift = row.shift.map(|shift| {
        if shift.starts_with("<svg") {
            view! { <div class="shift" inner_html=shift></div> }.into_any()
        } else {
            view! { <p class="shift">{shift}</p> }.into_any()
        }
    });
    let mark = if steps.is_some() { "n " } else { "" };
    view! {
        <li
            class:to-come=move || steps.is_some_and(|(step, _)| step.get() < comes)
            class:in-light=move || steps.is_some_and(|(step, of)| step.get() == comes && comes < of)
            class:reached=row.reached
        >
            <p class="row-label" class:words=row.written dir="auto">
                {row.domain.map(|(id, mark)| view! {
                    <span class=format!("domain-mark {}", domain_hue(id)) aria-hidden="true">{mark}</span>
                })}
                {row.label}
            </p>
            <div class="bar" inner_html=row.bar></div>
            {shift}
            {row.n.map(|n| view! { <p class="n" aria-hidden="true">{mark}{n}</p> })}
            <p class="aside">{row.words}</p>
        </li>
    }
}

/// The map as a table for those who do not see it.
fn table(frame: &Frame, cells: &[String]) -> impl IntoView + use<> {
    let heads: Vec<_> = frame
        .columns
        .iter()
        .map(|(_, name)| view! { <th scope="col">{name.clone()}</th> })
        .collect();
    let columns = frame.columns.len().max(1);
    let rows: Vec<_> = frame
        .rows
        .iter()
        .zip(cells.chunks(columns))
        .map(|((number, name), cells)| {
            let cells: Vec<_> = cells.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect();
            view! { <tr><th scope="row">{format!("{number} {name}")}</th>{cells}</tr> }
        })
        .collect();
    view! {
        <table class="aside">
            <thead><tr><td></td>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// How many have answered each item, before anything else may be shown.
pub(crate) fn filling_in(
    asked: Memo<Option<Asked>>,
    items: Memo<Vec<SurveyItem>>,
    people: Memo<u32>,
    words: bool,
) -> impl IntoView {
    let is_map = Memo::new(move |_| asked.with(|asked| asked.as_ref().is_some_and(Asked::is_map)));
    let filled = Memo::new(move |_| {
        let map = asked.with(|asked| items.with(|items| asked.as_ref().map(|asked| map(asked, items))));
        map.map_or_else(String::new, |mut map| {
            map.frame.words = words;
            heat_filling(&map.frame, &map.answered, &Palette::PAGE)
        })
    });
    let note = move || {
        asked.with(|asked| {
            let people = people.get();
            let note = if is_map.get() {
                Live::EachCellFills.owned()
            } else {
                Live::EachBarFills.count(people)
            };
            asked.as_ref().map(|_| note)
        })
    };
    view! {
        {move || if is_map.get() {
            view! { <div class="map" inner_html=filled></div> }.into_any()
        } else {
            let groups = asked.with(|asked| items.with(|items| {
                asked.as_ref().map(|asked| fillings(asked, items, people.get(), &Palette::PAGE))
            }));
            rows(groups.unwrap_or_default(), None).into_any()
        }}
        <p class="picture-note">{note}</p>
    }
}
