use leptos::prelude::*;
use visioncast_model::{IdeaId, Source};

use super::ideas::{Desk, hidden_fields};
use crate::language::Sheet;

/// The form that erases an idea's words, or all that its author wrote. Nothing brings them back, so it asks for a tick
/// first.
pub(super) fn erase(desk: &Desk, id: IdeaId, source: Source) -> impl IntoView + use<> {
    // What a facilitator typed has no author that the panel knows.
    let has_author = matches!(source, Source::Device | Source::Import);
    view! {
        <details class="menu">
            <summary>{Sheet::Erase.text()}</summary>
            <form method="post" action=desk.action.clone() class="menu-list wide">
                {hidden_fields(desk, "erase")}
                <input type="hidden" name="idea" value=id.to_string() />
                <fieldset class="labelled">
                    <legend>{Sheet::EraseForEver.text()}</legend>
                    <label class="check">
                        <input type="radio" name="extent" value="words" checked />
                        <span>{Sheet::EraseTheWords.text()}</span>
                    </label>
                    {has_author.then(|| view! {
                        <label class="check">
                            <input type="radio" name="extent" value="author" />
                            <span>{Sheet::EraseTheAuthor.text()}</span>
                        </label>
                    })}
                </fieldset>
                <p class="quiet">
                    {Sheet::EraseText.text()}
                </p>
                <label class="check">
                    <input type="checkbox" name="sure" value="yes" required />
                    <span>{Sheet::IKnow.text()}</span>
                </label>
                <button type="submit" class="grave">{Sheet::Erase.text()}</button>
            </form>
        </details>
    }
}
