//! What became of one's input: on the phone that was there, and by one's own link on any device.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use visioncast_app::{
    language::Sheet,
    page::{Mine, Page},
    paths,
};
use visioncast_model::{
    IdeaId, InitiativeId, PanelId, PersonId, Rejection,
    initiative::{Initiative, Kept},
};

use super::{App, attendee, cookies, form::Fields, language::said, projector::qr_path, reply, visitor::Visitor};
use crate::{
    initiative::{EraseError, erase, erase_idea, own_events, set_quotable},
    live::random_token,
    store::{Entry, StoreError, token_hash},
};

/// Whose input it is, as one page shows it.
struct Holder {
    initiative: InitiativeId,
    /// Who they are in which panel of it.
    seats: Vec<(PanelId, PersonId)>,
    /// Where the forms of the page go.
    action: String,
    /// The code of the panel, on the phone that was there.
    code: Option<String>,
}

/// What became of the form that led to a page.
#[derive(Default)]
struct Aftermath {
    link: Option<(String, (String, u16))>,
    done: Option<String>,
    problem: Option<String>,
}

pub(super) async fn here(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, Response> {
    let holder = on_phone(&app, &visitor, &headers, &code).await?;
    page(&app, holder, Aftermath::default(), StatusCode::OK).await
}

pub(super) async fn change_here(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let holder = on_phone(&app, &visitor, &headers, &code).await?;
    change(&app, &visitor, holder, &fields).await
}

pub(super) async fn elsewhere(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Response> {
    let holder = by_link(&app, &visitor, &token).await?;
    page(&app, holder, Aftermath::default(), StatusCode::OK).await
}

pub(super) async fn change_elsewhere(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let holder = by_link(&app, &visitor, &token).await?;
    change(&app, &visitor, holder, &fields).await
}

/// The holder of this phone, in every panel of the initiative that it was at.
async fn on_phone(app: &App, visitor: &Visitor, headers: &HeaderMap, code: &str) -> Result<Holder, Response> {
    let room = attendee::room(app, visitor, code).await?;
    if attendee::person(app, &room, headers).await?.is_none() {
        // Joining leads to the room, and from there here.
        return Err(Redirect::to(&paths::panel(room.entry.code.as_str())).into_response());
    }
    let seats = seats(app, headers, room.entry.id).await;
    let (initiative, seats) = seats.map_err(|error| reply::unavailable(app, &error))?;
    Ok(Holder {
        initiative,
        seats,
        action: paths::mine(room.entry.code.as_str()),
        code: Some(room.entry.code.to_string()),
    })
}

async fn seats(
    app: &App,
    headers: &HeaderMap,
    panel: PanelId,
) -> Result<(InitiativeId, Vec<(PanelId, PersonId)>), StoreError> {
    let store = &app.rooms.store;
    let initiative = store.initiative_of(panel).await?.ok_or(StoreError::NoPanel(panel))?;
    let mut seats = Vec::new();
    for entry in store.panels_of(initiative).await? {
        let Some(token) = cookies::seat(headers, entry.code) else {
            continue;
        };
        if let Some(person) = store.seat(token, entry.id).await? {
            seats.push((entry.id, person));
        }
    }
    Ok((initiative, seats))
}

async fn by_link(app: &App, visitor: &Visitor, token: &str) -> Result<Holder, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(app));
    }
    let unavailable = |error: StoreError| reply::unavailable(app, &error);
    let store = &app.rooms.store;
    let seats = store.own_link(token_hash(token)).await.map_err(unavailable)?;
    let initiative = match seats.first() {
        Some((panel, _)) => store.initiative_of(*panel).await.map_err(unavailable)?,
        None => None,
    };
    let Some(initiative) = initiative else {
        app.limits.failed(visitor.address);
        return Err(reply::problem_with(
            app,
            StatusCode::GONE,
            Sheet::OwnLinkIsOver,
            said(|| Sheet::OwnLinkIsOverText.text()),
            None,
        ));
    };
    Ok(Holder {
        initiative,
        seats,
        action: paths::own_link(token),
        code: None,
    })
}

async fn page(app: &App, holder: Holder, aftermath: Aftermath, status: StatusCode) -> Result<Response, Response> {
    let page = gathered(app, holder, aftermath).await;
    let page = page.map_err(|error| reply::unavailable(app, &error))?;
    Ok(reply::page_with(app, status, Page::Mine(page)))
}

async fn gathered(app: &App, holder: Holder, aftermath: Aftermath) -> Result<Mine, StoreError> {
    let store = &app.rooms.store;
    let initiative = store.initiative(holder.initiative).await?;
    let mut links = 0;
    for (panel, person) in &holder.seats {
        links = store.own_links_of(*panel, *person).await?.max(links);
    }
    let kept = kept(initiative.as_ref());
    Ok(Mine {
        action: holder.action,
        code: holder.code,
        initiative: initiative
            .map(|initiative| initiative.name().to_owned())
            .unwrap_or_default(),
        events: own_events(&app.rooms, &holder.seats).await?,
        links,
        link: aftermath.link,
        done: aftermath.done,
        problem: aftermath.problem,
        kept,
    })
}

/// How long the words of an initiative are kept, in a sentence.
pub(super) fn kept(initiative: Option<&Initiative>) -> String {
    match initiative.and_then(|initiative| initiative.keeping().days(Kept::Words)) {
        Some(days) => said(|| Sheet::WordsKeptDays.with(&[("days", days)])),
        None => said(|| Sheet::WordsKept.owned()),
    }
}

async fn change(app: &App, visitor: &Visitor, holder: Holder, fields: &Fields) -> Result<Response, Response> {
    if let Some((_, person)) = holder.seats.first()
        && let Err(why) = app.limits.person(*person)
    {
        let aftermath = Aftermath {
            problem: Some(reply::refusal(&why)),
            ..Aftermath::default()
        };
        return page(app, holder, aftermath, attendee::refusal_status(&why)).await;
    }
    let unavailable = |error: StoreError| reply::unavailable(app, &error);
    let store = &app.rooms.store;
    let mut aftermath = Aftermath::default();
    match fields.text("do") {
        "quote" => {
            if let Err(why) = quote(app, &holder, fields).await.map_err(unavailable)? {
                aftermath.problem = Some(reply::refusal(&why));
                return page(app, holder, aftermath, attendee::refusal_status(&why)).await;
            }
            return Ok(back_to_it(&holder, fields));
        }
        "erase_idea" if fields.yes("sure") => match own_idea(app, &holder, fields).await.map_err(unavailable)? {
            Ok((entry, person, idea)) => match erase_idea(&app.rooms, holder.initiative, &entry, person, idea).await {
                Ok(()) => return Ok(back_to_it(&holder, fields)),
                Err(EraseError::Rejected(why)) => {
                    aftermath.problem = Some(reply::refusal(&why));
                    return page(app, holder, aftermath, attendee::refusal_status(&why)).await;
                }
                Err(error) => {
                    tracing::error!(%error, "failed to erase an idea everywhere");
                    aftermath.problem = Some(said(|| Sheet::NotAllErased.owned()));
                    return page(app, holder, aftermath, StatusCode::SERVICE_UNAVAILABLE).await;
                }
            },
            Err(why) => aftermath.problem = Some(reply::refusal(&why)),
        },
        // Only the phone that was there makes links, so that a link that got lost makes no others.
        "link" if holder.code.is_some() => {
            let token = random_token();
            store
                .keep_own_link(token_hash(&token), &holder.seats)
                .await
                .map_err(unavailable)?;
            let link = format!("{}{}", visitor.origin_for_phones(&app.site), paths::own_link(&token));
            let qr = qr_path(&link).unwrap_or_default();
            aftermath.link = Some((link, qr));
        }
        "revoke" if holder.code.is_some() => {
            for (panel, person) in &holder.seats {
                store.revoke_own_links(*panel, *person).await.map_err(unavailable)?;
            }
            aftermath.done = Some(said(|| Sheet::LinksAreVoid.owned()));
        }
        "erase" if fields.yes("sure") => {
            if let Err(error) = erase(&app.rooms, holder.initiative, &holder.seats).await {
                tracing::error!(%error, "failed to erase a person everywhere");
                aftermath.problem = Some(said(|| Sheet::NotAllErased.owned()));
                return page(app, holder, aftermath, StatusCode::SERVICE_UNAVAILABLE).await;
            }
            return Ok(reply::problem(app, StatusCode::OK, Sheet::Erased, Sheet::ErasedText));
        }
        "erase" | "erase_idea" => aftermath.problem = Some(said(|| Sheet::TickThatSure.owned())),
        _ => aftermath.problem = Some(reply::refusal(&Rejection::Unreadable)),
    }
    let status = if aftermath.problem.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    page(app, holder, aftermath, status).await
}

/// The page again, at the idea that a form was about.
fn back_to_it(holder: &Holder, fields: &Fields) -> Response {
    let anchor = fields.parse::<IdeaId>("idea").map(|idea| format!("#idea-{idea}"));
    let to = format!("{}{}", holder.action, anchor.unwrap_or_default());
    Redirect::to(&to).into_response()
}

async fn quote(app: &App, holder: &Holder, fields: &Fields) -> Result<Result<(), Rejection>, StoreError> {
    let (entry, person, idea) = match own_idea(app, holder, fields).await? {
        Ok(own) => own,
        Err(why) => return Ok(Err(why)),
    };
    let room = app.rooms.open(entry).await?;
    Ok(set_quotable(&room, person, idea, fields.yes("quotable")).await)
}

/// The panel and the idea that a form is about, and who its sender is there.
async fn own_idea(
    app: &App,
    holder: &Holder,
    fields: &Fields,
) -> Result<Result<(Entry, PersonId, IdeaId), Rejection>, StoreError> {
    let entries = app.rooms.store.panels_of(holder.initiative).await?;
    let entry = entries
        .into_iter()
        .find(|entry| entry.code.as_str() == fields.text("panel"));
    let Some(entry) = entry else {
        return Ok(Err(Rejection::NoPanel));
    };
    let seat = holder.seats.iter().find(|(panel, _)| *panel == entry.id);
    match (seat, fields.parse("idea")) {
        (Some((_, person)), Some(idea)) => Ok(Ok((entry, *person, idea))),
        _ => Ok(Err(Rejection::Unreadable)),
    }
}
