use leptos::prelude::*;

use super::initiative::Desk;
use crate::{
    language::{Live, Sheet},
    page::{EventRow, Events},
    paths,
    screen::spaced,
};

/// See [`Events`].
pub(super) fn events(desk: &Desk, name: &str, tab: Events) -> impl IntoView + use<> {
    let Events {
        events,
        may_rename,
        wins,
        board,
    } = tab;
    let none = events.is_empty();
    let several = events.len() > 1;
    let rows: Vec<_> = events.into_iter().map(row).collect();
    let wins: Vec<_> = wins
        .into_iter()
        .map(|(day, text)| view! { <li><span class="quiet">{day}</span>" "<span class="words" dir="auto">{text}</span></li> })
        .collect();
    let no_wins = wins.is_empty();
    let work: usize = board.iter().map(|(_, count)| count).sum();
    let columns: Vec<_> = board
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| view! { <li>{name}<strong>{count.to_string()}</strong></li> })
        .collect();
    view! {
        <h1 dir="auto">{name.to_owned()}</h1>
        {none.then(|| view! {
            <p class="empty"><a href=paths::PANELS>{Sheet::NoEventYet.text()}</a></p>
        })}
        {(!none).then(|| view! { <ol class="panels">{rows}</ol> })}
        {several.then(|| view! {
            <p class="ways">
                <a class="button" href=paths::initiative_tab(&desk.id, "carry")>{Sheet::CarryStatements.text()}</a>
                <a class="button" href=paths::initiative_tab(&desk.id, "comparison")>{Sheet::CompareTwo.text()}</a>
            </p>
        })}
        <div class="halves">
            <section>
                <h2><a href=paths::initiative_tab(&desk.id, "board")>{Sheet::WorkOnTheBoard.text()}</a></h2>
                {if work == 0 {
                    view! { <p class="quiet">{Sheet::BoardEmpty.text()}</p> }.into_any()
                } else {
                    view! { <ul class="tallies">{columns}</ul> }.into_any()
                }}
            </section>
            <section>
                <h2><a href=paths::initiative_tab(&desk.id, "wins")>{Sheet::LatestWins.text()}</a></h2>
                {if no_wins {
                    view! { <p class="quiet">{Sheet::NoWinYet.text()}</p> }.into_any()
                } else {
                    view! { <ul class="latest">{wins}</ul> }.into_any()
                }}
            </section>
        </div>
        {may_rename.then(|| view! {
            <details class="fold">
                <summary>{Sheet::RenameInitiative.text()}</summary>
                <form method="post" action=desk.action.clone() class="fields">
                    {desk.hidden("rename")}
                    <label class="labelled"><span>{Sheet::InitiativeCalled.text()}</span><input name="name" value=name.to_owned() maxlength="200" required /></label>
                    <button type="submit">{Sheet::RenameIt.text()}</button>
                </form>
            </details>
        })}
    }
}

fn row(event: EventRow) -> impl IntoView {
    let EventRow {
        code,
        title,
        created,
        ended,
        rehearsal,
        people,
        ideas,
        carried,
    } = event;
    let carried: Vec<_> = carried
        .into_iter()
        .map(|(from, count)| {
            let words = Sheet::CarriedFrom.count_with(count, &[("count", count.to_string()), ("from", from)]);
            view! { <p class="quiet" dir="auto">{words}</p> }
        })
        .collect();
    view! {
        <li class="panel">
            <a class="panel-title" dir="auto" href=paths::console(&code)>{title}</a>
            <p class="panel-code"><span class="aside">{Live::Code.text()}" "</span>{spaced(&code)}</p>
            <div>
                <p class="quiet">
                    {format!("{created} · {} · {}", Sheet::People.count(people), Sheet::IdeasCount.count(ideas))}
                </p>
                {carried}
            </div>
            <p class="panel-marks">
                {rehearsal.then(|| view! { <span class="tag">{Live::RehearsalMark.text()}</span> })}
                {if ended {
                    view! { <span class="tag">{Sheet::Ended.text()}</span> }
                } else {
                    view! { <span class="tag lit">{Sheet::Running.text()}</span> }
                }}
            </p>
        </li>
    }
}
