use leptos::prelude::*;
use visioncast_model::{IdeaId, Source};

use super::ideas::{Desk, hidden_fields};

/// The form that erases an idea's words, or all that its author wrote. Nothing brings them back, so it asks for a tick
/// first.
pub(super) fn erase(desk: &Desk, id: IdeaId, source: Source) -> impl IntoView + use<> {
    // What a facilitator typed has no author that the panel knows.
    let has_author = matches!(source, Source::Device | Source::Import);
    view! {
        <details class="menu">
            <summary>"Erase"</summary>
            <form method="post" action=desk.action.clone() class="menu-list wide">
                {hidden_fields(desk, "erase")}
                <input type="hidden" name="idea" value=id.to_string() />
                <fieldset class="labelled">
                    <legend>"Erase for ever"</legend>
                    <label class="check">
                        <input type="radio" name="extent" value="words" checked />
                        <span>"The words of this idea"</span>
                    </label>
                    {has_author.then(|| view! {
                        <label class="check">
                            <input type="radio" name="extent" value="author" />
                            <span>"All that its author wrote, and what they said of themselves; their phone leaves the room"</span>
                        </label>
                    })}
                </fieldset>
                <p class="quiet">
                    "The words go from every screen, the report and exports from now on. Votes, numbers and domains stay and count. What was exported, printed or backed up before still holds the words."
                </p>
                <label class="check">
                    <input type="checkbox" name="sure" value="yes" required />
                    <span>"I know that this cannot be undone"</span>
                </label>
                <button type="submit" class="grave">"Erase"</button>
            </form>
        </details>
    }
}
