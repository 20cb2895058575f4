//! What waits for a facilitator, and what is to wait.

use leptos::prelude::*;
use visioncast_model::{Concern, HoldBack, IdeaId, Moderation, view::ConsoleIdea};

use super::ideas::{Desk, hidden_fields, hide, show};
use crate::language::{Live, Sheet};

/// The ideas that wait, oldest first, each with what was found in it.
pub(super) fn waiting(
    desk: &Desk,
    ideas: &[(IdeaId, ConsoleIdea, Vec<(Concern, String)>)],
    count: usize,
) -> impl IntoView + use<> {
    let rows: Vec<_> = ideas
        .iter()
        .map(|(id, idea, found)| {
            let erased = idea.words.is_none();
            let words = idea.words.clone().unwrap_or_else(|| Live::TheWordsWereErased.owned());
            let found: Vec<_> = found
                .iter()
                .map(|(concern, part)| view! { <span class="tag" dir="auto">{pointed_at(*concern, part)}</span> })
                .collect();
            view! {
                <li>
                    <span class="idea-place">{idea.place}</span>
                    <div>
                        <p class="words" class:erased=erased dir="auto">{words}</p>
                        <p class="idea-foot">{found}</p>
                    </div>
                    <div class="idea-controls">{show(desk, *id, Sheet::ShowIt.text())}{hide(desk, *id)}</div>
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

/// Why a facilitator should look at a part of an idea.
fn pointed_at(concern: Concern, part: &str) -> String {
    let why = match concern {
        Concern::Rude => Sheet::MayBeRude,
        Concern::Email => Sheet::MayBeEmail,
        Concern::Phone => Sheet::MayBePhone,
        Concern::Name => Sheet::MayBeName,
        Concern::Link => Sheet::MayBeLink,
        Concern::Handle => Sheet::MayBeHandle,
        // All of it is: that need not be said twice.
        Concern::Repeated => return Sheet::MayBeRepeated.owned(),
    };
    Sheet::LookFor.with(&[("why", why.owned()), ("part", part.to_owned())])
}

/// What is to wait, and for which words.
pub(super) fn settings(desk: &Desk, moderation: &Moderation, count: usize) -> impl IntoView + use<> {
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
    }
}
