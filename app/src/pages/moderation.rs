//! What waits for a facilitator, and what is to wait.

use leptos::prelude::*;
use visioncast_model::{HoldBack, IdeaId, Moderation, view::HeldIdea};

use super::ideas::{Desk, hidden_fields, hide, show};
use crate::{
    chart::shortened,
    console::tags,
    language::{Live, Sheet},
    paths,
};

/// The longest words of an idea on a button, in characters.
const SHORT: usize = 48;

/// The ideas that wait, oldest first, each with what was found in it.
pub(super) fn waiting(desk: &Desk, ideas: &[(IdeaId, HeldIdea)], count: usize) -> impl IntoView + use<> {
    let rows: Vec<_> = ideas
        .iter()
        .map(|(id, held)| {
            let idea = &held.idea;
            let erased = idea.words.is_none();
            let words = idea.words.clone().unwrap_or_else(|| Live::TheWordsWereErased.owned());
            let by = idea.by.clone().map(|by| view! { <p class="quiet" dir="auto">{by}</p> });
            let twin = held.twin.as_ref().map(|(into, words)| {
                view! {
                    <form method="post" action=desk.action.clone()>
                        {hidden_fields(desk, "merge")}
                        <input type="hidden" name="idea" value=id.to_string() />
                        <input type="hidden" name="into" value=into.to_string() />
                        <button type="submit" class="small" dir="auto">{Live::SameAs.with(&[("words", shortened(words, SHORT))])}</button>
                    </form>
                }
            });
            view! {
                <li>
                    <span class="idea-place">{idea.place}</span>
                    <div>
                        <p class="words" class:erased=erased dir="auto">{words}</p>
                        {by}
                        <p class="idea-foot">{tags(&held.found)}</p>
                    </div>
                    <div class="idea-controls">{show(desk, *id, Live::ShowIt.text())}{twin}{hide(desk, *id)}</div>
                </li>
            }
        })
        .collect();
    (count > 0).then(|| {
        view! {
            <section class="waiting" aria-labelledby="waiting-title">
                <h2 id="waiting-title">{Sheet::WaitingIdeas.with(&[("count", count)])}</h2>
                <p class="quiet">{Sheet::WaitingHint.text()}</p>
                <ul class="all-ideas">{rows}</ul>
            </section>
        }
    })
}

/// What is to wait, and for which words.
pub(super) fn settings(desk: &Desk, code: &str, moderation: &Moderation, count: usize) -> impl IntoView + use<> {
    let choices: Vec<_> = [
        (HoldBack::Off, "off", Sheet::HoldOff),
        (HoldBack::Flagged, "flagged", Sheet::HoldFlagged),
        (HoldBack::All, "all", Sheet::HoldAll),
    ]
    .into_iter()
    .map(|(hold, value, label)| {
        view! {
            <label class="check"><input type="radio" name="hold" value=value checked=hold == moderation.hold /><span>{label.text()}</span></label>
        }
    })
    .collect();
    let lines = |words: &std::collections::BTreeSet<String>| words.iter().cloned().collect::<Vec<_>>().join("\n");
    let (also, except) = (lines(&moderation.also), lines(&moderation.except));
    let release = (count > 0).then(|| {
        view! { <label class="check"><input type="checkbox" name="release" value="yes" /><span>{Sheet::ReleaseWaiting.text()}</span></label> }
    });
    view! {
        <details class="fold">
            <summary>{Sheet::Moderating.text()}</summary>
            <form method="post" action=desk.action.clone()>
                {hidden_fields(desk, "moderate")}
                <fieldset>
                    <legend>{Sheet::HoldLegend.text()}</legend>
                    {choices}
                </fieldset>
                <label>{Sheet::OwnWords.text()}<textarea name="also" rows="3" dir="auto">{also}</textarea></label>
                <p class="quiet">{Sheet::OwnWordsHint.text()}</p>
                <label>{Sheet::PassingWords.text()}<textarea name="except" rows="3" dir="auto">{except}</textarea></label>
                {release}
                <button type="submit">{Sheet::SaveModeration.text()}</button>
            </form>
        </details>
        <p class="quiet">
            <a href=paths::moderation(code)>{Sheet::ModerationLog.text()}</a>" · "
            <a href=paths::policy(code)>{Sheet::PolicyLink.text()}</a>
        </p>
    }
}
