use leptos::prelude::*;
use visioncast_model::CommandId;

use crate::{language::Sheet, page::PanelFramework, paths};

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
        version => Sheet::NameVersionHash.with(&[("name", &name), ("version", &version.to_string()), ("hash", &hash)]),
    };
    let words = if fixed {
        Sheet::FrameworkIsFixed.text()
    } else if others.is_empty() {
        Sheet::FrameworkIsCopy.text()
    } else {
        Sheet::FrameworkMayChange.text()
    };
    let action = action.to_owned();
    let form = (!fixed && !others.is_empty()).then(|| {
        let options: Vec<_> = others
            .into_iter()
            .map(|(key, words, newer)| view! { <option value=key selected=newer>{words}</option> })
            .collect();
        let verb = if newer {
            Sheet::UseNewerFramework.text()
        } else {
            Sheet::UseThisFramework.text()
        };
        view! {
            <form method="post" action=action class="fields">
                <input type="hidden" name="id" value=command.to_string() />
                <input type="hidden" name="do" value="adopt" />
                <label class="labelled">
                    <span>{Sheet::Framework.text()}</span>
                    <select name="framework">{options}</select>
                </label>
                <button type="submit">{verb}</button>
            </form>
        }
    });
    view! {
        <details class="fold" open=newer>
            <summary>
                {Sheet::Framework.text()}
                {newer.then(|| view! { <span class="tag">{Sheet::NewerFrameworkIsHere.text()}</span> })}
            </summary>
            <p dir="auto"><strong>{what}</strong></p>
            <p class="quiet">{words}</p>
            {form}
            <p><a href=paths::FRAMEWORKS>{Sheet::AllFrameworks.text()}</a></p>
        </details>
    }
}
