use leptos::prelude::*;

use super::initiative::{Desk, option};
use crate::escape::escaped;
use crate::language::Sheet;
use crate::page::{WinDraft, WinRow, Wins};

/// See [`Wins`].
pub(super) fn wins(desk: &Desk, tab: Wins) -> impl IntoView + use<> {
    let Wins { wins, steps, draft } = tab;
    let WinDraft { day, text, owner, step } = draft;
    let none = wins.is_empty();
    let no_step = step.is_empty();
    let steps: Vec<_> = steps
        .into_iter()
        .zip(1..)
        .map(|(name, number): (String, u16)| {
            let value = number.to_string();
            let chosen = value == step;
            option(value, format!("{number} {name}"), chosen)
        })
        .collect();
    let rows: Vec<_> = wins.into_iter().map(|win| row(desk, win)).collect();
    view! {
        <h1>{Sheet::ShortTermWins.text()}</h1>
        <form method="post" action=desk.action.clone() class="fields win">
            {desk.hidden("add_win")}
            <label class="labelled"><span>{Sheet::WhatWasWon.text()}</span><textarea name="text" rows="2" maxlength="1000" required inner_html=escaped(&text)></textarea></label>
            <div class="pair">
                <label class="labelled short"><span>{Sheet::WinDay.text()}</span><input type="date" name="day" value=day required /></label>
                <label class="labelled"><span>{Sheet::WorkOwner.text()}</span><input name="owner" value=owner maxlength="100" /></label>
                <label class="labelled">
                    <span>{Sheet::StepLabel.text()}</span>
                    <select name="step">{option(String::new(), Sheet::NoStep.owned(), no_step)}{steps}</select>
                </label>
            </div>
            <button type="submit" class="primary">{Sheet::WriteItDown.text()}</button>
        </form>
        {if none {
            view! { <p class="empty">{Sheet::NoWinsYet.text()}</p> }.into_any()
        } else {
            view! { <ol class="panels wins">{rows}</ol> }.into_any()
        }}
    }
}

fn row(desk: &Desk, win: WinRow) -> impl IntoView + use<> {
    let WinRow {
        id,
        day,
        text,
        owner,
        step,
    } = win;
    let about: Vec<String> = std::iter::once(day)
        .chain((!owner.is_empty()).then_some(owner))
        .chain(step)
        .collect();
    view! {
        <li>
            <div>
                <p class="words" dir="auto">{text}</p>
                <p class="quiet">{about.join(" · ")}</p>
            </div>
            <form method="post" action=desk.action.clone()>
                {desk.hidden("remove_win")}
                <input type="hidden" name="win" value=id.to_string() />
                <button type="submit" class="plain small">{Sheet::RemoveIt.text()}</button>
            </form>
        </li>
    }
}
