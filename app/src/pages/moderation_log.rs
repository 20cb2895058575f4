use leptos::prelude::*;
use visioncast_model::{Act, HoldBack, Moderation, view::By};

use super::{
    ideas::pages,
    staff_head::{Here, staff_head},
};
use crate::{
    chart::shortened,
    console::{tags, wording},
    language::{Live, Sheet},
    page::{LogIdea, LogRow, ModerationLog},
    paths,
};

/// The longest question beside an idea, in characters.
const QUESTION: usize = 72;

/// See [`ModerationLog`].
pub fn moderation_log(page: ModerationLog) -> impl IntoView {
    let here = paths::moderation(&page.code);
    let none = page.rows.is_empty();
    let rows: Vec<_> = page.rows.into_iter().map(row).collect();
    view! {
        {staff_head(&page.code, &page.title, Here::Ideas)}
        <main class="sheet">
            <h1>{Sheet::ModerationLog.text()}</h1>
            <p class="quiet">
                {Sheet::ModerationLogHint.text()}" "<a href=paths::policy(&page.code)>{Sheet::PolicyLink.text()}</a>
            </p>
            {none.then(|| view! { <p class="empty">{Sheet::NothingModerated.text()}</p> })}
            {(!none).then(|| view! { <ol class="moderation-log">{rows}</ol> })}
            {pages(&format!("{here}?"), page.place, Sheet::LogPages)}
        </main>
    }
}

fn row(row: LogRow) -> impl IntoView {
    let said = said(&row);
    let by = by(&row);
    let undone = row
        .undo
        .then(|| view! { <span class="tag">{Sheet::LogUndone.text()}</span> });
    let found = tags(&row.found);
    let idea = row.idea.map(|LogIdea { place, words, question }| {
        let erased = words.is_none();
        let words = words.unwrap_or_else(|| Live::TheWordsWereErased.owned());
        view! {
            <p class="words" class:erased=erased dir="auto">{words}</p>
            <p class="quiet" dir="auto">{Sheet::LogIdea.with(&[("place", place)])}": "{shortened(&question, QUESTION)}</p>
        }
    });
    view! {
        <li>
            <p class="log-said"><strong dir="auto">{said}</strong>" "<span class="quiet">{by}" · "<time>{row.when}</time></span></p>
            {idea}
            <p class="idea-foot">{found}{undone}</p>
        </li>
    }
}

fn said(row: &LogRow) -> String {
    match &row.act {
        Act::Held(_) if matches!(row.by, By::Program) => Sheet::LogHeld.owned(),
        Act::Held(_) => Sheet::LogWaitsAgain.owned(),
        Act::Hidden(_, reason) => Sheet::LogHidden.with(&[("why", wording::reason(*reason))]),
        Act::Merged { .. } => Sheet::LogMerged.with(&[("place", row.into.unwrap_or_default())]),
        Act::Shown(_) => Sheet::LogShown.owned(),
        Act::Erased(_) => Sheet::LogErased.owned(),
        Act::Forgotten => Sheet::LogForgotten.owned(),
        Act::ReasonsErased => Sheet::LogReasonsErased.owned(),
        Act::Set(moderation) => set(moderation),
    }
}

fn set(moderation: &Moderation) -> String {
    let hold = match moderation.hold {
        HoldBack::Off => Sheet::LogSetOff,
        HoldBack::Flagged => Sheet::LogSetFlagged,
        HoldBack::All => Sheet::LogSetAll,
    };
    if moderation.also.is_empty() && moderation.except.is_empty() {
        return hold.owned();
    }
    let list = |words: &std::collections::BTreeSet<String>| match words.len() {
        0 => "–".to_owned(),
        _ => words.iter().cloned().collect::<Vec<_>>().join(", "),
    };
    let words = [("also", list(&moderation.also)), ("except", list(&moderation.except))];
    format!("{}. {}", hold.text(), Sheet::LogWords.with(&words))
}

fn by(row: &LogRow) -> String {
    match (row.by, &row.name) {
        (_, Some(name)) => Sheet::LogBy.with(&[("who", name)]),
        (By::Facilitator(_), None) => Sheet::LogByFacilitator.owned(),
        (By::Panelist(_), None) => Sheet::LogByPanelist.owned(),
        (By::Somebody, None) => Sheet::LogByAuthor.owned(),
        (By::Program, None) if matches!(row.act, Act::Held(_)) => Sheet::LogByRule.owned(),
        (By::Program, None) => Sheet::LogByRequest.owned(),
    }
}
