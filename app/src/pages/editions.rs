use leptos::prelude::*;

use super::{
    board_words::{board_words, brought_list, history},
    notice::notice_line,
    staff_head::{Here, staff_head},
};
use crate::{
    language::{Live, Sheet},
    page::{EditionRow, Editions, Reviewed},
    paths,
};

/// See [`Editions`].
pub fn editions_page(page: Editions) -> impl IntoView {
    let Editions {
        code,
        title,
        command,
        running,
        newer,
        editions,
        reviewed,
        brought,
        notice,
    } = page;
    let action = paths::editions(&code);
    let (newest, next) = (editions.len(), editions.len() + 1);
    let none = editions.is_empty();
    let silent = reviewed.is_empty();
    let rows: Vec<_> = editions.into_iter().map(|edition| row(&code, edition)).collect();
    let reviewed: Vec<_> = reviewed
        .into_iter()
        .map(|reviewed| review(&action, &command.to_string(), reviewed))
        .collect();
    let freeze = view! {
        <form method="post" action=action.clone() class="freeze">
            <input type="hidden" name="do" value="freeze" />
            <input type="hidden" name="id" value=command.to_string() />
            <p class="quiet">{Sheet::FreezeHint.text()}</p>
            {running.then(|| view! { <p>{Sheet::FreezeRunning.text()}</p> })}
            <button type="submit" class="primary">{Sheet::FreezeEdition.with(&[("number", next)])}</button>
        </form>
    };
    view! {
        {staff_head(&code, &title, Here::Report)}
        <main class="sheet">
            <h1>{Sheet::Editions.text()}</h1>
            <p class="quiet">{Sheet::EditionsHint.text()}</p>
            {notice_line(notice)}
            <p class="ways">
                <a class="button" href=paths::report(&code)>{Live::ReadTheReport.text()}</a>
                <a class="button" href=paths::links(&code)>{Sheet::GiveTheBoardALink.text()}</a>
            </p>
            {none.then(|| view! { <p class="empty">{Sheet::NoEditionYet.text()}</p> })}
            {(!none).then(|| view! { <ul class="plain-list">{rows}</ul> })}
            {if newer {
                freeze.into_any()
            } else {
                view! { <p class="quiet">{(!none).then(|| Sheet::NothingNewToFreeze.with(&[("number", newest)]))}</p> }.into_any()
            }}
            <section aria-labelledby="said-title">
                <h2 id="said-title">{Sheet::WhatTheBoardSaid.text()}</h2>
                {silent.then(|| view! { <p class="empty">{Sheet::BoardSaidNothing.text()}</p> })}
                {(!silent).then(|| view! { <ul class="reviews">{reviewed}</ul> })}
            </section>
            {brought_list(brought)}
        </main>
    }
}

fn row(code: &str, edition: EditionRow) -> impl IntoView + use<> {
    let EditionRow { number, day } = edition;
    let to = format!("{}?edition={number}", paths::report(code));
    view! {
        <li class="plain-row">
            <p>
                <strong>{Sheet::EditionNumbered.with(&[("number", number)])}</strong>
                " "
                <span class="quiet">{Sheet::FrozenOn.with(&[("day", day)])}</span>
            </p>
            <a class="button small" href=to>{Sheet::ReadTheEdition.text()}</a>
        </li>
    }
}

fn review(action: &str, command: &str, reviewed: Reviewed) -> impl IntoView + use<> {
    let Reviewed { what, holds, before } = reviewed;
    let entries = std::iter::once(&holds).chain(&before);
    let written: Vec<String> = entries
        .filter(|words| words.written)
        .map(|words| words.entry.to_string())
        .collect();
    let fields: Vec<_> = written
        .iter()
        .map(|entry| view! { <input type="hidden" name="entry" value=entry.clone() /> })
        .collect();
    let erase = (!written.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{Sheet::EraseBoardWords.text()}</summary>
                <form method="post" action=action.to_owned() class="fields">
                    <input type="hidden" name="do" value="erase" />
                    <input type="hidden" name="id" value=command.to_owned() />
                    {fields}
                    <p>{Sheet::EraseBoardHint.text()}</p>
                    <button type="submit" class="grave">{Sheet::EraseForEver.text()}</button>
                </form>
            </details>
        }
    });
    let erased = what.is_none();
    view! {
        <li class="review">
            <p class="words" class:erased=erased dir="auto">{what.unwrap_or_else(|| Sheet::TheseWordsErased.owned())}</p>
            {board_words(holds)}
            {history(before)}
            {erase}
        </li>
    }
}
