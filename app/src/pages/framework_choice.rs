use leptos::prelude::*;
use visioncast_model::CommandId;

use crate::{page::PanelFramework, paths};

/// Which framework a panel has, and which it could have instead while nobody has come.
pub(super) fn framework_choice(action: &str, command: CommandId, framework: PanelFramework) -> impl IntoView + use<> {
    let PanelFramework {
        name,
        version,
        hash,
        fixed,
        others,
    } = framework;
    let newer = others.iter().any(|(.., newer)| *newer) && !fixed;
    let what = match version {
        0 => format!("{name} · {hash}"),
        version => format!("{name} · version {version} · {hash}"),
    };
    let words = if fixed {
        "People have come, so the panel keeps the framework that it began with: its domains and groups are what they answered."
    } else if others.is_empty() {
        "The panel has a copy of its own: what is changed in the framework later does not change the panel."
    } else {
        "Nobody has come yet, so the panel can take over another one. Questions then offer what their domains have become."
    };
    let action = action.to_owned();
    let form = (!fixed && !others.is_empty()).then(|| {
        let options: Vec<_> = others
            .into_iter()
            .map(|(key, words, newer)| view! { <option value=key selected=newer>{words}</option> })
            .collect();
        let verb = if newer {
            "Use the newer framework"
        } else {
            "Use this framework"
        };
        view! {
            <form method="post" action=action class="fields">
                <input type="hidden" name="id" value=command.to_string() />
                <input type="hidden" name="do" value="adopt" />
                <label class="labelled">
                    <span>"Framework"</span>
                    <select name="framework">{options}</select>
                </label>
                <button type="submit">{verb}</button>
            </form>
        }
    });
    view! {
        <details class="fold" open=newer>
            <summary>
                "Framework"
                {newer.then(|| view! { <span class="tag">"A newer one is here"</span> })}
            </summary>
            <p dir="auto"><strong>{what}</strong></p>
            <p class="quiet">{words}</p>
            {form}
            <p><a href=paths::FRAMEWORKS>"All frameworks"</a></p>
        </details>
    }
}
