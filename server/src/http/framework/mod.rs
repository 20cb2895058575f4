//! Frameworks: the list, and what makes or removes one. Editing is in `desk`.

mod desk;
mod edits;
mod upload;
mod words;

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use uuid::Uuid;
use visioncast_app::{
    language::{Sheet, text_error},
    page::{FileFault, FrameworkCard, Frameworks, Page},
    paths,
};
use visioncast_model::{AccountId, Framework, LINE_CHARS, checked_line};
use visioncast_report::framework_file;

use super::{App, form::Fields, language::said, reply, visitor::Facilitator};
use crate::{
    calendar,
    live::now,
    store::{FrameworkVersion, StoreError},
    templates,
};

pub(super) use desk::{edit, form};
pub(super) use upload::{bring_in, put_in_place};

pub(super) async fn list(State(app): State<App>, Facilitator(_): Facilitator) -> Result<Response, Response> {
    let page = all(&app).await?;
    Ok(reply::page(&app, Page::Frameworks(page)))
}

async fn all(app: &App) -> Result<Frameworks, Response> {
    let kept = kept(app).await.map_err(|error| reply::unavailable(app, &error))?;
    let built_in = templates::frameworks().into_iter();
    Ok(Frameworks {
        kept: kept.iter().map(card).collect(),
        built_in: built_in
            .map(|(key, framework)| (key.to_owned(), card_of(&framework)))
            .collect(),
        ..Frameworks::default()
    })
}

fn card(version: &FrameworkVersion) -> FrameworkCard {
    FrameworkCard {
        id: version.id.to_string(),
        changed: changed_by(version),
        ..card_of(&version.framework)
    }
}

fn changed_by(version: &FrameworkVersion) -> String {
    let (day, who) = (calendar::date(version.changed), who(version));
    said(|| Sheet::ChangedByOn.with(&[("day", day), ("who", who)]))
}

fn card_of(framework: &Framework) -> FrameworkCard {
    let counted = |count: usize, what: Sheet| said(|| what.count(count as u32));
    FrameworkCard {
        id: String::new(),
        name: framework.name.clone(),
        version: framework.version,
        about: [
            counted(framework.domains.len(), Sheet::CountDomains),
            counted(framework.principles.len(), Sheet::CountPrinciples),
            counted(framework.constituencies.len(), Sheet::CountConstituencies),
        ]
        .join(", "),
        changed: String::new(),
    }
}

/// Who changed it, for people.
fn who(version: &FrameworkVersion) -> String {
    match &version.by {
        Some(name) => name.clone(),
        None => said(|| Sheet::TheCommandLine.owned()),
    }
}

/// Makes a framework: a copy of a built-in one, or an empty one.
pub(super) async fn make(
    State(app): State<App>,
    Facilitator(account): Facilitator,
    fields: Fields,
) -> Result<Response, Response> {
    let name = fields.text("name").to_owned();
    let (framework, what) = match fields.text("do") {
        "copy" => match templates::framework(fields.text("template")) {
            Some(framework) => (framework, Sheet::DidCopy),
            None => return Err(reply::not_found(State(app)).await),
        },
        _ => match checked_line(&name, LINE_CHARS) {
            Ok(name) => {
                let version = 1;
                let framework = Framework {
                    name,
                    version,
                    ..Framework::default()
                };
                (framework, Sheet::DidBegin)
            }
            Err(error) => {
                let problem = said(|| Sheet::FrameworkNameProblem.with(&[("why", text_error(error))]));
                return Err(refused(&app, name, problem).await);
            }
        },
    };
    begin(&app, account.id, framework, what, name).await
}

/// Keeps a first version; leads on to its desk.
async fn begin(
    app: &App,
    account: AccountId,
    framework: Framework,
    what: Sheet,
    typed: String,
) -> Result<Response, Response> {
    let known = kept(app).await.map_err(|error| reply::unavailable(app, &error))?;
    let folded = framework.name.to_lowercase();
    if known.iter().any(|known| known.framework.name.to_lowercase() == folded) {
        let problem = said(|| Sheet::FrameworkNameTaken.with(&[("name", &framework.name)]));
        return Err(refused(app, typed, problem).await);
    }
    let version = FrameworkVersion {
        id: Uuid::new_v4(),
        framework,
        changed: now(),
        account: Some(account),
        by: None,
        what: said(|| what.owned()),
    };
    let kept = app.rooms.store.keep_framework(&version, None).await;
    kept.map_err(|error| reply::unavailable(app, &error))?;
    Ok(Redirect::to(&paths::framework(&version.id.to_string())).into_response())
}

async fn refused(app: &App, name: String, problem: String) -> Response {
    with_list(app, |page| Frameworks {
        name,
        problem: Some(problem),
        ..page
    })
    .await
}

async fn faulty(app: &App, faults: Vec<FileFault>) -> Response {
    with_list(app, |page| Frameworks { faults, ..page }).await
}

async fn with_list(app: &App, tell: impl FnOnce(Frameworks) -> Frameworks) -> Response {
    match all(app).await {
        Ok(page) => reply::page_with(app, StatusCode::UNPROCESSABLE_ENTITY, Page::Frameworks(tell(page))),
        Err(response) => response,
    }
}

/// A framework as a file: one of the kept ones, or one that is built in.
pub(super) async fn download(
    State(app): State<App>,
    Facilitator(_): Facilitator,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let framework = match templates::framework(&id) {
        Some(framework) => framework,
        None => found(&app, &id).await?.framework,
    };
    let Ok(bytes) = framework_file(&framework) else {
        return Err(reply::not_found(State(app)).await);
    };
    let saved_as = format!("attachment; filename=\"{}\"", file_name(&framework));
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, saved_as.as_str()),
    ];
    Ok((headers, bytes).into_response())
}

/// As in `international-mentoring-association-4.json`.
fn file_name(framework: &Framework) -> String {
    let words = framework.name.to_lowercase();
    let words: Vec<&str> = words
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let name = if words.is_empty() {
        "framework".to_owned()
    } else {
        words.join("-")
    };
    format!("{name}-{}.json", framework.version)
}

pub(super) async fn remove(
    State(app): State<App>,
    Facilitator(_): Facilitator,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let version = found(&app, &id).await?;
    if fields.yes("sure") {
        let dropped = app.rooms.store.drop_framework(version.id).await;
        dropped.map_err(|error| reply::unavailable(&app, &error))?;
        return Ok(Redirect::to(paths::FRAMEWORKS).into_response());
    }
    Ok(Redirect::to(&paths::framework(&id)).into_response())
}

/// The last version of a kept framework.
async fn found(app: &App, id: &str) -> Result<FrameworkVersion, Response> {
    let known = match id.parse() {
        Ok(id) => app.rooms.store.framework(id).await,
        Err(_) => Ok(None),
    };
    match known.map_err(|error| reply::unavailable(app, &error))? {
        Some(version) => Ok(version),
        None => Err(reply::not_found(State(app.clone())).await),
    }
}

/// The last version of every kept framework.
pub(super) async fn kept(app: &App) -> Result<Vec<FrameworkVersion>, StoreError> {
    app.rooms.store.frameworks().await
}

/// A framework in a choice, in words of the language that is spoken.
pub(super) fn in_words(framework: &Framework) -> String {
    Sheet::NameAndVersion.with(&[("name", &framework.name), ("version", &framework.version.to_string())])
}

/// The kept framework that a form chose, where it is still there.
pub(super) async fn chosen(app: &App, id: &str) -> Result<Option<Framework>, StoreError> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let known = app.rooms.store.framework(id).await?;
    Ok(known.map(|version| version.framework))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_plain_names() {
        let named = |name: &str| {
            file_name(&Framework {
                name: name.to_owned(),
                version: 4,
                ..Framework::default()
            })
        };
        assert_eq!(
            named("International Mentoring Association"),
            "international-mentoring-association-4.json"
        );
        assert_eq!(named("\"; ../協会"), "framework-4.json");
    }
}
