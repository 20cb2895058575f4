//! The phone's pages and forms: they work before the live part is there, and without it.

use std::collections::BTreeSet;

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    form::{FormPage, RefusedForm},
    language::{Sheet, code_error},
    page::{Flash, Join, Page, PhoneBoot, Welcome},
    paths,
    phone::place,
};
use visioncast_model::{
    ActivityId, Actor, Affiliation, Answer, Choice, Command, CommandId, ConstituencyId, Form, JoinCode, Panel,
    PersonId, Rejection, Status, Ticket, view::PhoneKey,
};

use super::{
    App, cookies,
    form::Fields,
    language::{asked, said},
    reply, suggestions, ticket,
    visitor::Visitor,
};
use crate::{
    live::{RoomHandle, now, random_token},
    store::token_hash,
};

pub(super) async fn welcome(State(app): State<App>) -> Response {
    reply::page(&app, Page::Welcome(Welcome::default()))
}

/// Which of its activities somebody wants to see.
#[derive(Deserialize)]
pub(super) struct Shown {
    at: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    code: String,
}

/// From what was typed to the panel.
pub(super) async fn find(State(app): State<App>, visitor: Visitor, Query(Typed { code }): Query<Typed>) -> Response {
    // A card says where tickets are typed; some will type theirs here.
    if let Ok(ticket) = code.parse::<Ticket>() {
        return Redirect::to(&paths::ticket(ticket.as_str())).into_response();
    }
    match room(&app, &visitor, &code).await {
        Ok(room) => Redirect::to(&paths::panel(room.entry.code.as_str())).into_response(),
        Err(response) => response,
    }
}

/// The room with the code that somebody typed or scanned.
pub(super) async fn room(app: &App, visitor: &Visitor, typed: &str) -> Result<RoomHandle, Response> {
    if app.limits.look_up(visitor.address).await.is_err() {
        return Err(reply::busy(app));
    }
    let (problem, status) = match typed.parse::<JoinCode>() {
        Ok(code) => match app.rooms.find(code).await {
            Ok(Some(room)) => return Ok(room),
            Ok(None) => (said(|| Sheet::NoPanelHasThisCode.owned()), StatusCode::NOT_FOUND),
            Err(error) => return Err(reply::unavailable(app, &error)),
        },
        Err(error) => (
            said(|| Sheet::CodeProblem.with(&[("why", code_error(error))])),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    };
    app.limits.failed(visitor.address);
    // What was typed goes back on the page: no more of it than a code could be.
    let typed = typed.chars().take(20).collect();
    let page = Page::Welcome(Welcome {
        typed,
        problem: Some(problem),
    });
    Err(reply::page_with(app, status, page))
}

/// The person that a phone is in this panel, if it has joined.
pub(super) async fn person(app: &App, room: &RoomHandle, headers: &HeaderMap) -> Result<Option<PersonId>, Response> {
    let Some(token) = cookies::seat(headers, room.entry.code) else {
        return Ok(None);
    };
    let seated = app.rooms.store.seat(token, room.entry.id).await;
    let Some(person) = seated.map_err(|error| reply::unavailable(app, &error))? else {
        return Ok(None);
    };
    // A seat is kept before its ticket lets one in, so that a lost answer can be asked for again.
    let is_in = room.look(move |panel| panel.people().contains_key(&person)).await;
    Ok(is_in.ok_or_else(|| gone(app))?.then_some(person))
}

pub(super) async fn panel(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
    Query(Shown { at }): Query<Shown>,
) -> Result<Response, Response> {
    let room = room(&app, &visitor, &code).await?;
    let at = at.and_then(|at| at.parse().ok());
    match person(&app, &room, &headers).await? {
        Some(person) => phone(&app, &room, person, at, None).await,
        None => way_in(&app, &room, seat_is_gone(&room, &headers), StatusCode::OK).await,
    }
}

/// What is said to somebody whose phone had a seat here that is gone.
fn seat_is_gone(room: &RoomHandle, headers: &HeaderMap) -> Option<String> {
    cookies::seat(headers, room.entry.code)?;
    Some(said(|| Sheet::SeatIsGone.owned()))
}

/// How somebody comes in who is not in the room.
async fn way_in(
    app: &App,
    room: &RoomHandle,
    problem: Option<String>,
    status: StatusCode,
) -> Result<Response, Response> {
    if asks_for_tickets(app, room).await? {
        return ticket::needed(app, room, "", status).await;
    }
    join_page(app, room, None, problem, status).await
}

async fn asks_for_tickets(app: &App, room: &RoomHandle) -> Result<bool, Response> {
    let asks = room.look(|panel| panel.integrity().asks_for_tickets()).await;
    asks.ok_or_else(|| gone(app))
}

/// A form that was not taken.
struct Refused {
    why: Rejection,
    fields: Fields,
}

async fn phone(
    app: &App,
    room: &RoomHandle,
    person: PersonId,
    at: Option<ActivityId>,
    refused: Option<Refused>,
) -> Result<Response, Response> {
    deal(room, person).await;
    let (language, command) = (asked().language, CommandId(Uuid::new_v4()));
    let look = move |panel: &Panel| {
        let view = panel.phone();
        let at = at.filter(|at| view.values.contains_key(&PhoneKey::Activity(*at)));
        let form = at
            .or_else(|| place(&view))
            .and_then(|shown| FormPage::of(panel, shown, person, language, command));
        (view, panel.own(person), at, form)
    };
    let Some((view, own, at, mut form)) = room.look(look).await else {
        return Err(gone(app));
    };
    let status = refused
        .as_ref()
        .map_or(StatusCode::OK, |refused| refusal_status(&refused.why));
    let flash = refused.map(|Refused { why, fields }| {
        let why = reply::refusal(&why);
        let is_form = !fields.text("form").is_empty();
        let flash = Flash::Refused {
            why: why.clone(),
            // What the instruments' forms brought stands in them again.
            activity: fields.activity().filter(|_| !is_form),
            words: if is_form {
                String::new()
            } else {
                fields.text("words").to_owned()
            },
            domain: fields.domain(),
            quotable: fields.yes("quotable"),
        };
        if let Some(form) = &mut form {
            let fields = fields.answer();
            form.refused = Some(RefusedForm { fields, why });
        }
        flash
    });
    let boot = PhoneBoot {
        code: room.entry.code.to_string(),
        epoch: room.entry.epoch,
        now: now(),
        room: view,
        own,
        command,
        flash,
        at,
    };
    let form = match form {
        Some(form) => hinted(room, form).await.html(&app.assets),
        None => String::new(),
    };
    Ok(reply::page_with(app, status, Page::Phone(boot, form)))
}

/// A form with where its ideas might go, where it asks for that.
async fn hinted(room: &RoomHandle, form: FormPage) -> FormPage {
    let ideas = form.placeable();
    let Some(prompt) = form.grouped_prompt().filter(|_| !ideas.is_empty()) else {
        return form;
    };
    let Some(found) = room.alike_lately(prompt).await else {
        return form;
    };
    let hints = suggestions::hints(&found, &ideas);
    let plain = form.clone();
    let look = move |panel: &Panel| form.hinted(panel, hints);
    room.look(look).await.unwrap_or(plain)
}

/// A form has no socket that the room could deal to.
async fn deal(room: &RoomHandle, person: PersonId) {
    let needs = room.look(move |panel| panel.needs_cards(person)).await;
    if needs == Some(true) {
        // Dealing that fails is tried again.
        let _ = room
            .submit(Actor::System, CommandId(Uuid::new_v4()), Command::Deal { person })
            .await;
    }
}

/// The forms of an activity alone, for a phone that has the page around them.
pub(super) async fn form(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path((code, activity)): Path<(String, String)>,
) -> Result<Response, Response> {
    let room = room(&app, &visitor, &code).await?;
    let Some(person) = person(&app, &room, &headers).await? else {
        let why = Some(reply::refusal(&Rejection::NotJoined));
        return way_in(&app, &room, why, StatusCode::FORBIDDEN).await;
    };
    let Ok(activity) = activity.parse::<ActivityId>() else {
        return Err(reply::not_found(State(app)).await);
    };
    deal(&room, person).await;
    let (language, command) = (asked().language, CommandId(Uuid::new_v4()));
    let look = move |panel: &Panel| FormPage::of(panel, activity, person, language, command);
    match room.look(look).await {
        Some(Some(form)) => Ok(Html(hinted(&room, form).await.html(&app.assets)).into_response()),
        Some(None) => Err(reply::not_found(State(app)).await),
        None => Err(gone(&app)),
    }
}

pub(super) async fn join_page(
    app: &App,
    room: &RoomHandle,
    ticket: Option<Ticket>,
    problem: Option<String>,
    status: StatusCode,
) -> Result<Response, Response> {
    let code = room.entry.code.to_string();
    let join = room
        .look(move |panel| Join {
            code,
            title: panel.title().to_owned(),
            host: panel.framework().name.clone(),
            ended: panel.status() == Status::Ended,
            rehearsal: panel.is_rehearsal(),
            constituencies: panel
                .framework()
                .constituencies
                .iter()
                .map(|known| (known.id, known.name.clone()))
                .collect(),
            problem,
            ticket: ticket.map(|ticket| ticket.to_string()),
        })
        .await
        .ok_or_else(|| gone(app))?;
    Ok(reply::page_with(app, status, Page::Join(join)))
}

/// The room does not answer: it ends, or is being loaded again.
pub(super) fn gone(app: &App) -> Response {
    reply::wait(app, Sheet::StartingAgain)
}

pub(super) async fn join(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let room = room(&app, &visitor, &code).await?;
    let to_panel = Redirect::to(&paths::panel(room.entry.code.as_str()));
    let description = described(&fields);
    if let Some(person) = person(&app, &room, &headers).await? {
        // Joined before, perhaps by a double tap.
        if let Some(description) = description {
            let id = CommandId(Uuid::new_v4());
            let _ = room
                .submit(Actor::Person(person), id, Command::Answer(description))
                .await;
        }
        return Ok(to_panel.into_response());
    }
    let (token, person) = if asks_for_tickets(&app, &room).await? {
        ticket::admit(&app, &visitor, &room, &headers, fields.text("ticket")).await?
    } else {
        let person = PersonId(Uuid::new_v4());
        let id = CommandId(Uuid::new_v4());
        if let Err(why) = room.submit(Actor::Person(person), id, Command::Join).await {
            return join_page(&app, &room, None, Some(reply::refusal(&why)), refusal_status(&why)).await;
        }
        let token = random_token();
        let kept = app
            .rooms
            .store
            .keep_seat(token_hash(&token), room.entry.id, person)
            .await;
        kept.map_err(|error| reply::unavailable(&app, &error))?;
        (token, person)
    };
    if let Some(description) = description {
        // Being in matters more; who one is can be said again on the page.
        let _ = room
            .submit(
                Actor::Person(person),
                CommandId(Uuid::new_v4()),
                Command::Answer(description),
            )
            .await;
    }
    let seat = cookies::keep_seat(&token, room.entry.code, &visitor);
    Ok(([(header::SET_COOKIE, seat)], to_panel).into_response())
}

pub(super) async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let room = room(&app, &visitor, &code).await?;
    let Some(person) = person(&app, &room, &headers).await? else {
        let why = Some(reply::refusal(&Rejection::NotJoined));
        return way_in(&app, &room, why, StatusCode::FORBIDDEN).await;
    };
    let result = match (fields.command(), read(&fields)) {
        (Some(id), Some(answer)) => match app.limits.person(person) {
            Ok(()) => room.submit(Actor::Person(person), id, Command::Answer(answer)).await,
            Err(why) => Err(why),
        },
        _ => Err(Rejection::Unreadable),
    };
    match result {
        Ok(_) => Ok(Redirect::to(&behind(&room, &fields).await).into_response()),
        Err(why) => {
            let at = fields.activity();
            phone(&app, &room, person, at, Some(Refused { why, fields })).await
        }
    }
}

/// Where a form leads that was taken: to where it stood, at the activity that it belongs to.
async fn behind(room: &RoomHandle, fields: &Fields) -> String {
    let code = room.entry.code.as_str();
    let room_is_at = room.look(|panel| place(&panel.phone())).await.flatten();
    let mut path = match fields.activity() {
        Some(activity) if Some(activity) != room_is_at => paths::at(code, &activity.to_string()),
        _ => paths::panel(code),
    };
    let form = fields.text("form");
    // Whatever is no name of a form is no part of an address.
    if !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        path.push('#');
        path.push_str(form);
    }
    path
}

fn read(fields: &Fields) -> Option<Answer> {
    match fields.text("kind") {
        "idea" => Some(Answer::AddIdea {
            activity: fields.activity()?,
            domain: fields.domain(),
            words: fields.text("words").to_owned(),
            quotable: fields.yes("quotable"),
        }),
        "judge" => Some(Answer::Judge {
            activity: fields.activity()?,
            idea: fields.parse("idea")?,
            choice: choice(fields.text("choice"))?,
        }),
        "describe" => Some(described(fields).unwrap_or(Answer::Describe {
            constituencies: BTreeSet::new(),
            affiliation: None,
        })),
        "quotable" => Some(Answer::SetQuotable {
            idea: fields.parse("idea")?,
            quotable: fields.yes("quotable"),
        }),
        _ => Some(Answer::Form(Form {
            activity: fields.activity()?,
            fields: fields.answer(),
        })),
    }
}

/// What somebody said of themselves; none where they said nothing.
fn described(fields: &Fields) -> Option<Answer> {
    let constituencies: BTreeSet<ConstituencyId> = fields
        .all("constituency")
        .filter_map(|number| number.parse().ok().map(ConstituencyId))
        .collect();
    let affiliation = match fields.text("affiliation") {
        "member" => Some(Affiliation::Member),
        "non_member" => Some(Affiliation::NonMember),
        "undisclosed" => Some(Affiliation::Undisclosed),
        _ => None,
    };
    (!constituencies.is_empty() || affiliation.is_some()).then_some(Answer::Describe {
        constituencies,
        affiliation,
    })
}

/// A choice as a form sends it.
pub(super) fn choice(text: &str) -> Option<Choice> {
    match text {
        "agree" => Some(Choice::Agree),
        "disagree" => Some(Choice::Disagree),
        "pass" => Some(Choice::Pass),
        _ => None,
    }
}

/// The status that a refusal has over HTTP.
pub(super) const fn refusal_status(why: &Rejection) -> StatusCode {
    match why {
        Rejection::NotAllowed | Rejection::NotJoined => StatusCode::FORBIDDEN,
        Rejection::TooFast => StatusCode::TOO_MANY_REQUESTS,
        Rejection::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Rejection::TooLate | Rejection::NotOpenYet | Rejection::Ended | Rejection::Full { .. } => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
