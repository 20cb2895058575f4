use leptos::prelude::*;

use super::{
    board_words::decided,
    initiative::{Desk, option},
};
use crate::{
    language::Sheet,
    page::{DecidedAt, Decisions},
    paths,
};

/// See [`Decisions`].
pub(super) fn decisions(desk: &Desk, tab: Decisions) -> impl IntoView + use<> {
    let none = tab.events.is_empty();
    let events: Vec<_> = tab.events.into_iter().map(|event| section(desk, event)).collect();
    view! {
        <h1>{Sheet::DecidedByBoards.text()}</h1>
        {none.then(|| view! { <p class="empty">{Sheet::BoardSaidNothing.text()}</p> })}
        {events}
    }
}

fn section(desk: &Desk, event: DecidedAt) -> impl IntoView + use<> {
    let DecidedAt {
        code,
        title,
        rows,
        later,
    } = event;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| view! { <li class="review">{decided(row)}</li> })
        .collect();
    let bring = (!later.is_empty()).then(|| {
        let options: Vec<_> = later
            .into_iter()
            .map(|(code, title)| option(code, title, false))
            .collect();
        view! {
            <form method="post" action=desk.action.clone() class="fields in-line">
                {desk.hidden("bring")}
                <input type="hidden" name="from" value=code.clone() />
                <label class="labelled">
                    <span>{Sheet::TakeDecisionsInto.text()}</span>
                    <select name="to">{options}</select>
                </label>
                <button type="submit">{Sheet::TakeThemOver.text()}</button>
            </form>
        }
    });
    let title_id = format!("decided-{code}");
    view! {
        <section aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone() dir="auto"><a href=paths::editions(&code)>{title}</a></h2>
            <ul class="reviews">{rows}</ul>
            {bring}
        </section>
    }
}
