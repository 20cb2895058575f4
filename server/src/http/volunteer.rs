//! The volunteers' page. It asks for no seat and reads no cookie, and nothing of it is logged.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use uuid::Uuid;
use visioncast_app::{
    language::{Sheet, text_error},
    page::{Page, Volunteer as VolunteerPage, VolunteerDone, VolunteerForm},
};
use visioncast_model::{
    InitiativeId, LINE_CHARS, Rejection, Status, checked_line,
    initiative::{Initiative, Kept},
};

use super::{
    App, attendee, form::Fields, initiative::steps, initiative_forms::fresh_entry, language::said, reply,
    visitor::Visitor,
};
use crate::{
    initiative::{ContactError, checked_contact, removal_code, removal_hash, until},
    live::{RoomHandle, now},
    store::{StoreError, Volunteer},
};

/// The longest name, in characters.
const NAME_CHARS: usize = 100;
/// How many an initiative takes: its list is written anew with each.
const MOST: usize = 5_000;
/// The longest contact that goes back on the page, in characters.
const TYPED_CHARS: usize = 300;

/// Where somebody would sign up.
struct Place {
    room: RoomHandle,
    initiative: Initiative,
}

pub(super) async fn form(
    State(app): State<App>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Response, Response> {
    let place = place(&app, &visitor, &code).await?;
    shown(&app, &place, VolunteerPage::default(), StatusCode::OK).await
}

pub(super) async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let place = place(&app, &visitor, &code).await?;
    let form = match fields.text("do") {
        "leave" => VolunteerForm::Leave,
        _ => VolunteerForm::Join,
    };
    let result = match form {
        VolunteerForm::Join => join(&app, &place, &fields).await,
        VolunteerForm::Leave => leave(&app, &visitor, &place, &fields).await,
    };
    let (done, problem, status) = match result {
        Ok(Ok(done)) => (Some(done), None, StatusCode::OK),
        Ok(Err(why)) => (None, Some((form, why)), StatusCode::UNPROCESSABLE_ENTITY),
        Err(error) => return Err(reply::unavailable(&app, &error)),
    };
    let ticked = |name: &str| -> Vec<(u16, String, bool)> {
        let numbers = fields.all(name).filter_map(|number| number.parse().ok());
        numbers.map(|number| (number, String::new(), true)).collect()
    };
    let page = VolunteerPage {
        entry: fields.text("entry").to_owned(),
        contact: fields.text("contact").chars().take(TYPED_CHARS).collect(),
        name: fields.text("name").chars().take(TYPED_CHARS).collect(),
        agreed: fields.yes("consent"),
        domains: ticked("domain"),
        steps: ticked("step"),
        problem,
        done,
        ..VolunteerPage::default()
    };
    shown(&app, &place, page, status).await
}

async fn place(app: &App, visitor: &Visitor, code: &str) -> Result<Place, Response> {
    let room = attendee::room(app, visitor, code).await?;
    let unavailable = |error: StoreError| reply::unavailable(app, &error);
    let store = &app.rooms.store;
    let id: Option<InitiativeId> = store.initiative_of(room.entry.id).await.map_err(unavailable)?;
    let initiative = match id {
        Some(id) => store.initiative(id).await.map_err(unavailable)?,
        None => None,
    };
    match initiative {
        Some(initiative) => Ok(Place { room, initiative }),
        None => Err(reply::not_found(State(app.clone())).await),
    }
}

/// What one agrees to: it goes along with the contact, so that it can be held against whoever uses it.
fn consent(host: &str) -> String {
    said(|| Sheet::VolunteerConsent.with(&[("host", host)]))
}

fn host(framework_name: &str, initiative: &Initiative) -> String {
    if framework_name.is_empty() {
        initiative.name().to_owned()
    } else {
        framework_name.to_owned()
    }
}

async fn shown(app: &App, place: &Place, page: VolunteerPage, status: StatusCode) -> Result<Response, Response> {
    let steps = steps(&place.initiative);
    let keeping = place.initiative.keeping();
    let kept = match keeping.days(Kept::Contacts) {
        Some(days) => said(|| Sheet::ContactKeptDays.with(&[("days", days)])),
        None => said(|| Sheet::ContactKept.owned()),
    };
    let code = place.room.entry.code.to_string();
    let looked = place
        .room
        .look(|panel| {
            let framework = panel.framework();
            let domains: Vec<(u16, String)> = framework
                .domains
                .iter()
                .map(|domain| (domain.id.0, domain.name.clone()))
                .collect();
            (panel.title().to_owned(), framework.name.clone(), domains)
        })
        .await;
    let Some((title, framework_name, domains)) = looked else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    let tick = |ticked: &[(u16, String, bool)], number: u16| ticked.iter().any(|(known, _, _)| *known == number);
    let host = host(&framework_name, &place.initiative);
    let page = VolunteerPage {
        code,
        title,
        entry: if page.entry.is_empty() {
            fresh_entry()
        } else {
            page.entry
        },
        consent: consent(&host),
        host,
        domains: domains
            .into_iter()
            .map(|(number, name)| (number, name, tick(&page.domains, number)))
            .collect(),
        steps: steps
            .into_iter()
            .zip(1..)
            .map(|(name, number)| (number, name, tick(&page.steps, number)))
            .collect(),
        kept,
        ..page
    };
    Ok(reply::page_with(app, status, Page::Volunteer(page)))
}

/// What was done, or why not, in words.
type Said = Result<VolunteerDone, String>;

async fn join(app: &App, place: &Place, fields: &Fields) -> Result<Said, StoreError> {
    let store = &app.rooms.store;
    let contact = match checked_contact(fields.text("contact")) {
        Ok(contact) => contact,
        Err(why) => return Ok(Err(no_contact(why))),
    };
    let name = match fields.text("name").trim() {
        "" => String::new(),
        name => match checked_line(name, NAME_CHARS) {
            Ok(name) => name,
            Err(why) => return Ok(Err(said(|| Sheet::NameNotTaken.with(&[("why", text_error(why))])))),
        },
    };
    if !fields.yes("consent") {
        return Ok(Err(said(|| Sheet::TickThatYouAgree.owned())));
    }
    let Some(id) = fields.parse::<Uuid>("entry") else {
        return Ok(Err(reply::refusal(&Rejection::Unreadable)));
    };
    // While a panel runs, its last event is not over.
    let running = place.room.look(|panel| panel.status() == Status::Running).await == Some(true);
    let over = match running {
        true => None,
        false => until(store, &place.initiative, Kept::Contacts).await?,
    };
    if over.is_some_and(|over| over <= now()) {
        return Ok(Err(said(|| Sheet::ListIsClosed.owned())));
    }
    if store.volunteers(place.initiative.id()).await?.len() >= MOST {
        return Ok(Err(said(|| Sheet::ListIsFull.owned())));
    }
    let framework = place
        .room
        .look(|panel| panel.framework().clone())
        .await
        .unwrap_or_default();
    let steps = place.initiative.steps().len() as u16;
    let numbers = |field: &str, known: &dyn Fn(u16) -> bool| -> Vec<u16> {
        let numbers = fields.all(field).filter_map(|number| number.parse().ok());
        let numbers: std::collections::BTreeSet<u16> = numbers.filter(|number| known(*number)).collect();
        numbers.into_iter().collect()
    };
    let code = removal_code();
    let volunteer = Volunteer {
        id,
        initiative: place.initiative.id(),
        panel: place.room.entry.id,
        removal: removal_hash(&contact, &code),
        contact,
        name,
        domains: numbers("domain", &|number| {
            framework.domain(visioncast_model::DomainId(number)).is_some()
        }),
        steps: numbers("step", &|number| (1..=steps).contains(&number)),
        consent: consent(&host(&framework.name, &place.initiative))
            .chars()
            .take(4 * LINE_CHARS)
            .collect(),
    };
    if !store.keep_volunteer(&volunteer).await? {
        return Ok(Err(said(|| Sheet::OnTheListAlready.owned())));
    }
    Ok(Ok(VolunteerDone::Joined { code }))
}

/// Why a text is no contact, in the words of whoever typed it.
fn no_contact(why: ContactError) -> String {
    let why = match why {
        ContactError::Empty => Sheet::ContactEmpty,
        ContactError::Address => Sheet::ContactNoAddress,
        ContactError::Number => Sheet::ContactNoNumber,
        ContactError::Neither => Sheet::ContactNeither,
    };
    said(|| why.owned())
}

async fn leave(app: &App, visitor: &Visitor, place: &Place, fields: &Fields) -> Result<Said, StoreError> {
    let gone = match checked_contact(fields.text("contact")) {
        Ok(contact) => {
            let removal = removal_hash(&contact, fields.text("code"));
            let store = &app.rooms.store;
            store.remove_volunteer(place.initiative.id(), &contact, removal).await?
        }
        Err(_) => 0,
    };
    if gone == 0 {
        app.limits.failed(visitor.address);
        return Ok(Err(said(|| Sheet::LeaveMismatch.owned())));
    }
    Ok(Ok(VolunteerDone::Gone))
}
