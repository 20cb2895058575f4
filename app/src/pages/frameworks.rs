use leptos::prelude::*;

use super::form::problem_line;
use crate::{
    page::{FileFault, FrameworkCard, Frameworks},
    paths,
};

/// The top of the pages of frameworks.
pub(super) fn frameworks_head(title: &str, listed: bool) -> impl IntoView + use<> {
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{title.to_owned()}</p>
            <nav aria-label="Prepare">
                <a href=paths::FRAMEWORKS aria-current=listed.then_some("page")>"Frameworks"</a>
                <a href=paths::PANELS>"All panels"</a>
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
            <h1>"Frameworks"</h1>
            <p class="lead">
                "A framework is what an association brings to its panels: domains, principles, constituencies, and all else that it asks about. Every part can be edited, and every version is kept."
            </p>
            {problem_line(problem)}
            {if none {
                view! { <p class="empty">"There is none of your own yet. Make a copy of a built-in one below, and it is yours to edit."</p> }.into_any()
            } else {
                view! { <ul class="panels">{own}</ul> }.into_any()
            }}
            <section class="chapter">
                <h2>"Built in"</h2>
                <ul class="panels">{built_in}</ul>
            </section>
            <section class="additions" aria-label="Begin another framework">
                <details class="fold" open=wrong_file>
                    <summary>"Bring one in from a file"</summary>
                    {file_faults(&faults)}
                    <form method="post" action=paths::FRAMEWORK_UPLOAD enctype="multipart/form-data" class="fields">
                        {file_field()}
                        <button type="submit" class="primary">"Bring it in"</button>
                    </form>
                </details>
                <details class="fold" open=named>
                    <summary>"Begin from nothing"</summary>
                    <form method="post" action=paths::FRAMEWORKS class="fields">
                        <input type="hidden" name="do" value="blank" />
                        <label class="labelled">
                            <span>"Name of the association"</span>
                            <input name="name" value=name maxlength="200" required />
                        </label>
                        <button type="submit" class="primary">"Begin"</button>
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
            <p class="panel-code">{format!("Version {version}")}</p>
            <p class="quiet">{format!("{about} · {changed}")}</p>
        </li>
    }
}

fn template(key: String, card: FrameworkCard) -> impl IntoView {
    let download = paths::framework_file(&key);
    let label = format!("Make a copy of “{}” to edit", card.name);
    view! {
        <li class="panel">
            <p class="panel-title" dir="auto">{card.name}</p>
            <form method="post" action=paths::FRAMEWORKS class="panel-marks">
                <input type="hidden" name="do" value="copy" />
                <input type="hidden" name="template" value=key />
                <button type="submit" aria-label=label>"Make a copy to edit"</button>
            </form>
            <p class="quiet">{card.about}" · "<a href=download>"Download"</a></p>
        </li>
    }
}

pub(super) fn file_field() -> impl IntoView {
    view! {
        <label class="labelled">
            <span>"File of a framework"</span>
            <input type="file" name="file" accept=".json,application/json" required />
            <small>"As it was downloaded here, or by “visioncast framework export”; changed by hand or not."</small>
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
        let words = match lines.len() {
            1 => "One thing in this file is wrong. Nothing was changed: mend the file, and choose it again.".to_owned(),
            many => format!(
                "{many} things in this file are wrong. Nothing was changed: mend the file, and choose it again."
            ),
        };
        view! {
            <div class="notice wrong faults" role="alert">
                <strong>{words}</strong>
                <ul>{lines}</ul>
            </div>
        }
    })
}
