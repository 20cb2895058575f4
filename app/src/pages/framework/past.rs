use leptos::prelude::*;
use visioncast_model::{Fate, Standing};

use super::field::button;
use crate::{
    language::Sheet,
    page::FrameworkDesk,
    pages::frameworks::{file_faults, file_field},
    paths,
};

/// What became of every domain that ever was.
pub(super) fn fates(desk: &FrameworkDesk) -> impl IntoView + use<> {
    let fates = desk.framework.fates();
    let first = fates.iter().filter(|fate| !fate.added).count();
    let title = Sheet::FatesOf.count_with(first as u32, &[("number", number(first))]);
    let rows: Vec<_> = fates.iter().map(|fate| row(desk, fate)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="chapter" id="fates">
                <h2>{title}</h2>
                <p class="quiet">{Sheet::FatesHint.text()}</p>
                <table class="record">
                    <thead><tr><th scope="col">{Sheet::FateFirst.text()}</th><th scope="col">{Sheet::FateToday.text()}</th><th><span class="aside">{Sheet::BringBack.text()}</span></th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}

fn row(desk: &FrameworkDesk, fate: &Fate) -> impl IntoView + use<> {
    let today = match fate.standing {
        Standing::Alive if fate.first_name == fate.last_name => Sheet::FateUnchanged.owned(),
        Standing::Alive => Sheet::FateCalled.with(&[("name", &fate.last_name)]),
        Standing::Within(into) => {
            let into = desk
                .framework
                .domain(into)
                .map(|domain| domain.name.as_str())
                .unwrap_or_default();
            Sheet::FatePartOf.with(&[("name", into)])
        }
        Standing::Retired => Sheet::FateRetired.owned(),
    };
    let called = fate.first_name != fate.last_name && fate.standing != Standing::Alive;
    let called = called.then(|| Sheet::FateCalledAtEnd.with(&[("name", &fate.last_name)]));
    let back = (fate.standing != Standing::Alive).then(|| {
        let label = Sheet::BringNamedBack.with(&[("name", &fate.last_name)]);
        button(
            desk,
            format!("restore-{}", fate.domain),
            Sheet::BringBack.text(),
            label,
            false,
        )
    });
    view! {
        <tr>
            <th scope="row" class="words" dir="auto">
                {fate.first_name.clone()}
                {fate.added.then(|| view! { " "<span class="tag">{Sheet::FateAddedLater.text()}</span> })}
            </th>
            <td>{today}{called}</td>
            <td>{back}</td>
        </tr>
    }
}

/// Small numbers as words, others in figures.
fn number(count: usize) -> String {
    let mut words = Sheet::SmallNumbers.text().split(' ');
    let word = count.checked_sub(2).and_then(|place| words.nth(place));
    word.map_or_else(|| count.to_string(), str::to_owned)
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
            <h2>{Sheet::Versions.text()}</h2>
            <table class="record">
                <thead><tr><th scope="col">{Sheet::ChangeVersion.text()}</th><th scope="col">{Sheet::ChangeWhat.text()}</th><th scope="col">{Sheet::ChangeWho.text()}</th><th scope="col">{Sheet::ChangeWhen.text()}</th></tr></thead>
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
            <h2>{Sheet::AsAFile.text()}</h2>
            <p class="quiet">{Sheet::AsAFileHint.text()}</p>
            <p class="hash"><code>{desk.hash.0.clone()}</code></p>
            <p><a class="button" href=file.clone()>{Sheet::Download.text()}</a></p>
            <details class="fold" open=wrong>
                <summary>{Sheet::PutAFile.text()}</summary>
                {file_faults(&desk.faults)}
                <form method="post" action=file enctype="multipart/form-data" class="fields">
                    <input type="hidden" name="version" value=desk.framework.version.to_string() />
                    {file_field()}
                    <p class="quiet">{Sheet::PutAFileHint.text()}</p>
                    <button type="submit" class="primary">{Sheet::PutItInPlace.text()}</button>
                </form>
            </details>
            <details class="fold">
                <summary>{Sheet::RemoveFramework.text()}</summary>
                <form method="post" action=paths::framework_removal(&desk.id) class="fields">
                    <p class="quiet">{Sheet::RemoveFrameworkHint.text()}</p>
                    <label class="check">
                        <input type="checkbox" name="sure" value="yes" required />
                        <span>{Sheet::IKnow.text()}</span>
                    </label>
                    <button type="submit" class="grave">{Sheet::Remove.text()}</button>
                </form>
            </details>
        </section>
    }
}
