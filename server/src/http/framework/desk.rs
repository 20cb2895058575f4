//! Editing a framework: one form holds all of it, and every button saves all that was typed.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    language::{Sheet, framework_error},
    page::{FileFault, FrameworkChange, FrameworkDesk, Page, RefusedEdit},
    paths,
};
use visioncast_model::{AccountId, Framework, List, Part};
use visioncast_report::FrameworkHash;

use super::{
    edits::{self, Outcome, Refused, Why},
    found, who,
    words::{is_undoing, undone},
};
use crate::{
    calendar,
    http::{App, form::Fields, language::said, reply, visitor::Facilitator},
    live::now,
    store::{FrameworkVersion, StoreError},
};

/// How many versions the page tells of.
const CHANGES: u32 = 30;
/// How often to begin anew where others write in between.
const TRIES: usize = 8;

#[derive(Default, Deserialize)]
pub(in crate::http) struct Arrival {
    /// The field or button to go on from.
    #[serde(default)]
    at: String,
    /// The version that was just saved.
    saved: Option<u32>,
}

pub(in crate::http) async fn form(
    State(app): State<App>,
    Facilitator(_): Facilitator,
    Path(id): Path<String>,
    Query(Arrival { at, saved }): Query<Arrival>,
) -> Result<Response, Response> {
    let last = found(&app, &id).await?;
    let told = (saved == Some(last.framework.version)).then(|| said(|| Sheet::SavedWhat.with(&[("what", &last.what)])));
    let page = FrameworkDesk {
        at,
        told,
        ..page(&app, last.id).await?
    };
    Ok(reply::page(&app, Page::Framework(Box::new(page))))
}

/// The page of a framework as it stands.
pub(super) async fn page(app: &App, id: Uuid) -> Result<FrameworkDesk, Response> {
    let versions = app.rooms.store.framework_versions(id, CHANGES).await;
    let versions = versions.map_err(|error| reply::unavailable(app, &error))?;
    let framework = versions.first().map(|last| last.framework.clone()).unwrap_or_default();
    let hash = FrameworkHash::of(&framework)
        .map(|hash| (hash.to_string(), hash.short()))
        .unwrap_or_default();
    Ok(FrameworkDesk {
        id: id.to_string(),
        framework,
        hash,
        can_undo: versions.len() > 1,
        changes: versions.iter().map(change).collect(),
        ..FrameworkDesk::default()
    })
}

fn change(version: &FrameworkVersion) -> FrameworkChange {
    FrameworkChange {
        version: version.framework.version,
        when: calendar::date(version.changed),
        who: who(version),
        what: version.what.clone(),
    }
}

pub(in crate::http) async fn edit(
    State(app): State<App>,
    Facilitator(account): Facilitator,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let pressed = fields.text("do").to_owned();
    let base: u32 = fields.parse("version").unwrap_or(0);
    for _ in 0..TRIES {
        let last = found(&app, &id).await?;
        let (saved, refused) = if pressed == "undo" {
            undo(&app, &last, base, account.id).await?
        } else {
            let outcome = made(&app, &fields, base, &last).await?;
            let told = outcome.done.join("; ");
            let saved = if outcome.done.is_empty() {
                Some(last.framework.version)
            } else {
                keep(&app, &last, outcome.framework, account.id, told).await?
            };
            (saved, outcome.refused)
        };
        let Some(saved) = saved else { continue };
        return if refused.is_empty() {
            let at = going_on(&fields, &pressed);
            let here = paths::framework(&id);
            Ok(Redirect::to(&format!("{here}?saved={saved}&at={at}")).into_response())
        } else {
            let page = page(&app, last.id).await?;
            let rest = (saved != last.framework.version).then(|| said(|| Sheet::RestSaved.owned()));
            Err(shown_with(&app, page, rest, refused))
        };
    }
    Err(reply::unavailable(&app, &StoreError::Conflict))
}

/// What the form did to the last version.
async fn made(app: &App, fields: &Fields, base: u32, last: &FrameworkVersion) -> Result<Outcome, Response> {
    let seen = if base == last.framework.version {
        Some(last.clone())
    } else {
        let seen = app.rooms.store.framework_at(last.id, base).await;
        seen.map_err(|error| reply::unavailable(app, &error))?
    };
    let seen = seen.map(|seen| seen.framework);
    let (edits, pressed) = edits::read(fields, seen.as_ref().unwrap_or(&last.framework));
    let mut outcome = said(|| edits::apply(edits, seen.as_ref(), &last.framework));
    outcome.refused.extend(pressed);
    Ok(outcome)
}

/// Goes back to the version before the last.
async fn undo(
    app: &App,
    last: &FrameworkVersion,
    base: u32,
    account: AccountId,
) -> Result<(Option<u32>, Vec<Refused>), Response> {
    let versions = app.rooms.store.framework_versions(last.id, 2).await;
    let versions = versions.map_err(|error| reply::unavailable(app, &error))?;
    let number = last.framework.version;
    match versions.as_slice() {
        [newest, before] if newest.framework.version == number && base == number => {
            let framework = last.framework.replaced_by(&before.framework);
            let saved = keep(app, last, framework, account, said(|| undone(&last.what))).await?;
            Ok((saved, Vec::new()))
        }
        // Nothing to go back to, or a second tap on the button.
        _ if versions.len() < 2 || is_undoing(&last.what) => Ok((Some(number), Vec::new())),
        _ => {
            let why = Why::Overtaken(None);
            let refused = Refused {
                key: String::new(),
                typed: String::new(),
                why,
            };
            Ok((Some(number), vec![refused]))
        }
    }
}

/// Keeps the next version; none where somebody else was faster.
pub(super) async fn keep(
    app: &App,
    last: &FrameworkVersion,
    framework: Framework,
    account: AccountId,
    what: String,
) -> Result<Option<u32>, Response> {
    let number = framework.version;
    let next = FrameworkVersion {
        id: last.id,
        framework,
        changed: now(),
        account: Some(account),
        by: None,
        what,
    };
    let kept = app
        .rooms
        .store
        .keep_framework(&next, Some(last.framework.version))
        .await;
    match kept {
        Ok(()) => Ok(Some(number)),
        Err(StoreError::Conflict) => Ok(None),
        Err(error) => Err(reply::unavailable(app, &error)),
    }
}

/// Where to go on: at the button that was pressed, or in the field of what was added, for the next one.
fn going_on(fields: &Fields, pressed: &str) -> String {
    let plain = |text: &str| text.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-');
    let at = match pressed.split_once('-') {
        Some(("add", list)) => format!("new-{list}"),
        Some(_) => pressed.to_owned(),
        None => {
            let mut added = fields.beginning("new-").filter(|(_, text)| !text.trim().is_empty());
            match (added.next(), added.next()) {
                (Some((list, _)), None) => format!("new-{list}"),
                _ => pressed.to_owned(),
            }
        }
    };
    if plain(&at) { at } else { String::new() }
}

/// The page, with what was not taken.
fn shown_with(app: &App, page: FrameworkDesk, told: Option<String>, refused: Vec<Refused>) -> Response {
    let overtaken = refused.iter().any(|refused| matches!(refused.why, Why::Overtaken(_)));
    let status = if overtaken {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let by = page.changes.first().map(|last| last.who.clone()).unwrap_or_default();
    let fields: Vec<RefusedEdit> = refused
        .into_iter()
        .map(|refused| said(|| in_words(refused, &page, &by)))
        .collect();
    let page = FrameworkDesk {
        refused: fields,
        told,
        ..page
    };
    reply::page_with(app, status, Page::Framework(Box::new(page)))
}

fn in_words(Refused { key, typed, why }: Refused, page: &FrameworkDesk, by: &str) -> RefusedEdit {
    let (mut why, newer) = match why {
        Why::Wrong(error) => (framework_error(&error), None),
        Why::NoTarget => (Sheet::MergeWithoutTarget.owned(), None),
        Why::Overtaken(Some(newer)) => (Sheet::EntryOvertaken.owned(), Some(newer)),
        Why::Overtaken(None) => (Sheet::DeedOvertaken.with(&[("who", by)]), None),
    };
    let has_field = has_field(&key, page);
    if !has_field && !typed.is_empty() {
        // Its entry is gone: what was typed goes with the message, so that it is not lost.
        why = Sheet::YouHadWritten.with(&[("why", &why), ("text", &typed)]);
    }
    RefusedEdit {
        key: if has_field { key } else { String::new() },
        typed,
        why,
        newer,
    }
}

/// Whether the page has a field of that name.
fn has_field(key: &str, page: &FrameworkDesk) -> bool {
    let framework = &page.framework;
    let named = |list: List| key.strip_prefix(list.name()).and_then(|rest| rest.strip_prefix('-'));
    let entry = List::ALL
        .into_iter()
        .any(|list| named(list).is_some_and(|id| id.parse().is_ok_and(|id| framework.entry(list, id).is_some())));
    let want = framework.constituencies.iter().any(|known| {
        let key_of = |place| format!("want-{}-{place}", known.id);
        key == format!("new-want-{}", known.id) || (0..known.wants.len()).any(|place| key == key_of(place))
    });
    let new = List::ALL.into_iter().any(|list| key == format!("new-{list}"));
    entry || want || new || Part::ALL.into_iter().any(|part| key == part.name())
}

/// The page, with what is wrong with a file.
pub(super) async fn faulty(app: &App, id: Uuid, faults: Vec<FileFault>, status: StatusCode) -> Response {
    match page(app, id).await {
        Ok(page) => {
            let page = FrameworkDesk { faults, ..page };
            reply::page_with(app, status, Page::Framework(Box::new(page)))
        }
        Err(response) => response,
    }
}
