use leptos::prelude::*;
use visioncast_model::{Fate, Standing};

use super::field::button;
use crate::{
    page::FrameworkDesk,
    pages::frameworks::{file_faults, file_field},
    paths,
};

/// What became of every domain that ever was.
pub(super) fn fates(desk: &FrameworkDesk) -> impl IntoView + use<> {
    let fates = desk.framework.fates();
    let first = fates.iter().filter(|fate| !fate.added).count();
    let title = match (first, number(first)) {
        (1, _) => "What became of the original domain".to_owned(),
        (_, Some(words)) => format!("What became of the original {words}"),
        (count, None) => format!("What became of the original {count}"),
    };
    let rows: Vec<_> = fates.iter().map(|fate| row(desk, fate)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="chapter" id="fates">
                <h2>{title}</h2>
                <p class="quiet">"Every domain that ever was, so that what was said about it can always be found."</p>
                <table class="record">
                    <thead><tr><th scope="col">"First"</th><th scope="col">"Today"</th><th><span class="aside">"Bring back"</span></th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}

fn row(desk: &FrameworkDesk, fate: &Fate) -> impl IntoView + use<> {
    let today = match fate.standing {
        Standing::Alive if fate.first_name == fate.last_name => "unchanged".to_owned(),
        Standing::Alive => format!("“{}”", fate.last_name),
        Standing::Within(into) => {
            let into = desk
                .framework
                .domain(into)
                .map(|domain| domain.name.clone())
                .unwrap_or_default();
            format!("part of “{into}”")
        }
        Standing::Retired => "retired".to_owned(),
    };
    let called = fate.first_name != fate.last_name && fate.standing != Standing::Alive;
    let called = called.then(|| format!(", called “{}” at its end", fate.last_name));
    let back = (fate.standing != Standing::Alive).then(|| {
        let label = format!("Bring “{}” back", fate.last_name);
        button(desk, format!("restore-{}", fate.domain), "Bring back", label, false)
    });
    view! {
        <tr>
            <th scope="row" class="words" dir="auto">
                {fate.first_name.clone()}
                {fate.added.then(|| view! { " "<span class="tag">"added later"</span> })}
            </th>
            <td>{today}{called}</td>
            <td>{back}</td>
        </tr>
    }
}

/// Small numbers as words.
fn number(count: usize) -> Option<&'static str> {
    const WORDS: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    WORDS.get(count.checked_sub(2)?).copied()
}

/// Who changed what.
pub(super) fn changes(desk: &FrameworkDesk) -> impl IntoView + use<> {
    let rows: Vec<_> = desk
        .changes
        .iter()
        .map(|change| {
            view! {
                <tr>
                    <th scope="row">{change.version}</th>
                    <td>{change.what.clone()}</td>
                    <td class="quiet">{change.who.clone()}</td>
                    <td class="quiet">{change.when.clone()}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section class="chapter" id="changes">
            <h2>"Versions"</h2>
            <table class="record">
                <thead><tr><th scope="col">"Version"</th><th scope="col">"What"</th><th scope="col">"Who"</th><th scope="col">"When"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// The framework as a file, to take away and to bring back.
pub(super) fn file(desk: &FrameworkDesk) -> impl IntoView + use<> {
    let file = paths::framework_file(&desk.id);
    let wrong = !desk.faults.is_empty();
    view! {
        <section class="chapter" id="file">
            <h2>"As a file"</h2>
            <p class="quiet">"All of it in one file, to keep, to pass on, or to edit by hand. Its hash tells whether two are the same:"</p>
            <p class="hash"><code>{desk.hash.0.clone()}</code></p>
            <p><a class="button" href=file.clone()>"Download"</a></p>
            <details class="fold" open=wrong>
                <summary>"Put a file in its place"</summary>
                {file_faults(&desk.faults)}
                <form method="post" action=file enctype="multipart/form-data" class="fields">
                    <input type="hidden" name="version" value=desk.framework.version.to_string() />
                    {file_field()}
                    <p class="quiet">"It becomes the next version, which can be undone. Domains that are not in the file are retired, and stay on record."</p>
                    <button type="submit" class="primary">"Put it in place"</button>
                </form>
            </details>
            <details class="fold">
                <summary>"Remove this framework"</summary>
                <form method="post" action=paths::framework_removal(&desk.id) class="fields">
                    <p class="quiet">"It goes with all its versions. Panels keep the copies that they have. Download it first if you might want it again."</p>
                    <label class="check">
                        <input type="checkbox" name="sure" value="yes" required />
                        <span>"I know that this cannot be undone"</span>
                    </label>
                    <button type="submit" class="grave">"Remove"</button>
                </form>
            </details>
        </section>
    }
}
