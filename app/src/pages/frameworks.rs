use leptos::prelude::*;

use super::form::problem_line;
use crate::{
    language::{Live, Sheet},
    page::{FileFault, FrameworkCard, Frameworks},
    paths,
};

/// The top of the pages of frameworks.
pub(super) fn frameworks_head(title: &str, listed: bool) -> impl IntoView + use<> {
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{title.to_owned()}</p>
            <nav aria-label=Sheet::Prepare.text()>
                <a href=paths::FRAMEWORKS aria-current=listed.then_some("page")>{Sheet::Frameworks.text()}</a>
                <a href=paths::PANELS>{Live::AllPanels.text()}</a>
            </nav>
        </header>
    }
}

/// See [`Frameworks`].
pub fn frameworks_page(page: Frameworks) -> impl IntoView {
    let Frameworks {
        kept,
        built_in,
        name,
        problem,
        faults,
    } = page;
    let none = kept.is_empty();
    let own: Vec<_> = kept.into_iter().map(own).collect();
    let built_in: Vec<_> = built_in.into_iter().map(|(key, card)| template(key, card)).collect();
    let (wrong_file, named) = (!faults.is_empty(), !name.is_empty());
    view! {
        {frameworks_head("Visioncast", true)}
        <main class="sheet">
            <h1>{Sheet::Frameworks.text()}</h1>
            <p class="lead">
                {Sheet::FrameworksLead.text()}
            </p>
            {problem_line(problem)}
            {if none {
                view! { <p class="empty">{Sheet::NoFrameworkYet.text()}</p> }.into_any()
            } else {
                view! { <ul class="panels">{own}</ul> }.into_any()
            }}
            <section class="chapter">
                <h2>{Sheet::BuiltIn.text()}</h2>
                <ul class="panels">{built_in}</ul>
            </section>
            <section class="additions" aria-label=Sheet::AnotherFramework.text()>
                <details class="fold" open=wrong_file>
                    <summary>{Sheet::FrameworkFromFile.text()}</summary>
                    {file_faults(&faults)}
                    <form method="post" action=paths::FRAMEWORK_UPLOAD enctype="multipart/form-data" class="fields">
                        {file_field()}
                        <button type="submit" class="primary">{Sheet::BringItIn.text()}</button>
                    </form>
                </details>
                <details class="fold" open=named>
                    <summary>{Sheet::FromNothing.text()}</summary>
                    <form method="post" action=paths::FRAMEWORKS class="fields">
                        <input type="hidden" name="do" value="blank" />
                        <label class="labelled">
                            <span>{Sheet::NameOfAssociation.text()}</span>
                            <input name="name" value=name maxlength="200" required />
                        </label>
                        <button type="submit" class="primary">{Sheet::Begin.text()}</button>
                    </form>
                </details>
            </section>
        </main>
    }
}

fn own(card: FrameworkCard) -> impl IntoView {
    let FrameworkCard {
        id,
        name,
        version,
        about,
        changed,
    } = card;
    view! {
        <li class="panel">
            <a class="panel-title" dir="auto" href=paths::framework(&id)>{name}</a>
            <p class="panel-code">{Sheet::VersionNumber.with(&[("version", version)])}</p>
            <p class="quiet">{format!("{about} · {changed}")}</p>
        </li>
    }
}

fn template(key: String, card: FrameworkCard) -> impl IntoView {
    let download = paths::framework_file(&key);
    let label = Sheet::CopyNamedToEdit.with(&[("name", &card.name)]);
    view! {
        <li class="panel">
            <p class="panel-title" dir="auto">{card.name}</p>
            <form method="post" action=paths::FRAMEWORKS class="panel-marks">
                <input type="hidden" name="do" value="copy" />
                <input type="hidden" name="template" value=key />
                <button type="submit" aria-label=label>{Sheet::CopyToEdit.text()}</button>
            </form>
            <p class="quiet">{card.about}" · "<a href=download>{Sheet::Download.text()}</a></p>
        </li>
    }
}

pub(super) fn file_field() -> impl IntoView {
    view! {
        <label class="labelled">
            <span>{Sheet::FrameworkFile.text()}</span>
            <input type="file" name="file" accept=".json,application/json" required />
            <small>{Sheet::FrameworkFileHint.text()}</small>
        </label>
    }
}

/// What is wrong with a file, each with its place.
pub(super) fn file_faults(faults: &[FileFault]) -> impl IntoView + use<> {
    let lines: Vec<_> = faults
        .iter()
        .map(|fault| {
            let path = (!fault.path.is_empty()).then(|| view! { <code>{fault.path.clone()}</code>" " });
            view! { <li>{path}{fault.words.clone()}</li> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        let words = Sheet::FileFaults.count(lines.len() as u32);
        view! {
            <div class="notice wrong faults" role="alert">
                <strong>{words}</strong>
                <ul>{lines}</ul>
            </div>
        }
    })
}
