//! The themes of a panel's ideas, at the desk of a facilitator, a panelist or somebody in the room.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    page::{DeskBoot, Page, ThemeDesk, ThemeRefusal, Whose},
    paths,
};
use visioncast_model::{
    Activity, ActivityId, Actor, Arrange, Command, CommandId, Deed, IdeaId, Kind, Panel, Rejection, ThemeId,
    view::{By, DESK_STEPS, Desk},
};

use super::{App, access::Led, along, attendee, form::Fields, reply, suggestions, visitor::Visitor};
use crate::live::{RoomHandle, now};

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Wanted {
    prompt: Option<ActivityId>,
}

/// Who groups, and where.
pub(super) struct Place {
    pub(super) room: RoomHandle,
    pub(super) actor: Actor,
    pub(super) whose: Whose,
    /// The address of the page.
    here: String,
    /// What its socket is asked for, beside the prompt.
    socket: String,
}

impl Place {
    pub(super) fn facilitators(Led { account, room }: Led) -> Self {
        let code = room.entry.code.to_string();
        Self {
            actor: Actor::Facilitator(account.id),
            here: paths::themes(&code),
            socket: format!("console={code}"),
            whose: Whose::Facilitator(code),
            room,
        }
    }

    pub(super) async fn panelists(app: &App, visitor: &Visitor, token: String, deed: Deed) -> Result<Self, Response> {
        let (_, room) = along::entered(app, visitor, &token, deed).await?;
        Ok(Self {
            actor: Actor::Panelist(along::link_id(&token)),
            here: paths::panelist_themes(&token),
            socket: format!("panelist={token}"),
            whose: Whose::Panelist(token, false),
            room,
        })
    }

    async fn attendees(app: &App, visitor: &Visitor, code: &str, headers: &HeaderMap) -> Result<Self, Response> {
        let room = attendee::room(app, visitor, code).await?;
        let code = room.entry.code.to_string();
        let Some(person) = attendee::person(app, &room, headers).await? else {
            // They come in first.
            return Err(Redirect::to(&paths::panel(&code)).into_response());
        };
        Ok(Self {
            actor: Actor::Person(person),
            here: paths::room_themes(&code),
            socket: format!("panel={code}"),
            whose: Whose::Attendee(code, false),
            room,
        })
    }
}

/// What the facilitators of a panel are called.
pub(super) async fn names(app: &App, room: &RoomHandle) -> Result<Vec<(By, String)>, Response> {
    let store = &app.rooms.store;
    let unavailable = |error| reply::unavailable(app, &error);
    let Some(id) = store.initiative_of(room.entry.id).await.map_err(unavailable)? else {
        return Ok(Vec::new());
    };
    let initiative = store.initiative(id).await.map_err(unavailable)?;
    let members = initiative.iter().flat_map(|initiative| initiative.members());
    Ok(members
        .map(|(account, member)| (By::Facilitator(*account), member.name.clone()))
        .collect())
}

pub(super) async fn desk(State(app): State<App>, led: Led, Query(wanted): Query<Wanted>) -> Result<Response, Response> {
    let place = Place::facilitators(led);
    shown(&app, place, wanted.prompt, None, StatusCode::OK).await
}

pub(super) async fn panelists_desk(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let place = Place::panelists(&app, &visitor, token, Deed::Follow).await?;
    shown(&app, place, wanted.prompt, None, StatusCode::OK).await
}

pub(super) async fn attendees_desk(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let place = Place::attendees(&app, &visitor, &code, &headers).await?;
    shown(&app, place, wanted.prompt, None, StatusCode::OK).await
}

pub(super) async fn arrange_as_attendee(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let place = Place::attendees(&app, &visitor, &code, &headers).await?;
    arranged(&app, place, &fields).await
}

pub(super) async fn arrange_as_panelist(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let place = Place::panelists(&app, &visitor, token, Deed::Group).await?;
    arranged(&app, place, &fields).await
}

pub(super) async fn arrange(State(app): State<App>, led: Led, fields: Fields) -> Result<Response, Response> {
    let place = Place::facilitators(led);
    arranged(&app, place, &fields).await
}

async fn arranged(app: &App, place: Place, fields: &Fields) -> Result<Response, Response> {
    let result = match (fields.command(), read(fields)) {
        (Some(id), Some(arrange)) => place.room.submit(place.actor, id, Command::Arrange(arrange)).await,
        _ => Err(Rejection::Unreadable),
    };
    let prompt = fields.parse::<ActivityId>("prompt");
    match result {
        Ok(_) => {
            let here = place.here;
            let there = prompt.map_or_else(|| here.clone(), |prompt| format!("{here}?prompt={prompt}"));
            Ok(Redirect::to(&there).into_response())
        }
        Err(why) => {
            let text = |name| fields.text(name).to_owned();
            let worded = match fields.text("do") {
                "word" => fields.parse("theme").map(|theme| (theme, text("name"), text("about"))),
                _ => None,
            };
            let refusal = ThemeRefusal {
                why: reply::refusal(&why),
                name: if worded.is_none() { text("name") } else { String::new() },
                worded,
                ticked: ideas(fields),
            };
            shown(app, place, prompt, Some(refusal), attendee::refusal_status(&why)).await
        }
    }
}

fn ideas(fields: &Fields) -> Vec<IdeaId> {
    fields.all("idea").filter_map(|idea| idea.parse().ok()).collect()
}

fn read(fields: &Fields) -> Option<Arrange> {
    let theme = || fields.parse::<ThemeId>("theme");
    let text = |name| fields.text(name).to_owned();
    Some(match fields.text("do") {
        "make" => Arrange::Make {
            prompt: fields.parse("prompt")?,
            domain: None,
            name: text("name"),
            ideas: ideas(fields),
        },
        "move" => Arrange::Move {
            prompt: fields.parse("prompt")?,
            ideas: ideas(fields),
            to: theme(),
            place: None,
        },
        "word" => Arrange::Word {
            theme: theme()?,
            name: text("name"),
            about: text("about"),
            seen: (text("seen_name"), text("seen_about")),
        },
        "merge" => Arrange::Merge {
            theme: theme()?,
            into: fields.parse("into")?,
        },
        "reorder" => Arrange::Reorder {
            theme: theme()?,
            place: fields.parse("place")?,
        },
        park @ ("park" | "unpark") => Arrange::Park {
            theme: theme()?,
            parked: park == "park",
        },
        lock @ ("lock" | "unlock") => Arrange::Lock {
            theme: theme()?,
            locked: lock == "lock",
        },
        "remove" => Arrange::Remove { theme: theme()? },
        "undo" => Arrange::Undo {
            step: fields.parse("step")?,
        },
        _ => return None,
    })
}

async fn shown(
    app: &App,
    place: Place,
    prompt: Option<ActivityId>,
    refused: Option<ThemeRefusal>,
    status: StatusCode,
) -> Result<Response, Response> {
    let room = place.room.clone();
    let names = match place.whose {
        Whose::Facilitator(_) | Whose::Panelist(..) => names(app, &room).await?,
        // Who leads is said to those who lead with them, not to the hall.
        Whose::Attendee(..) => Vec::new(),
    };
    let page = room
        .look(move |panel| gathered(panel, place, names, prompt, refused))
        .await;
    match page {
        Some(mut page) => {
            // Who sorts as one of the room is asked on the phone.
            let asked = !matches!(page.whose, Whose::Attendee(..) | Whose::Panelist(_, false));
            let prompt = page.boot.as_ref().map(|boot| boot.prompt);
            if let Some(prompt) = prompt.filter(|_| asked)
                && let Some(found) = room.alike(prompt).await
            {
                page.glance = Some(suggestions::at_a_glance(&found, page.whose.clone(), prompt));
            }
            Ok(reply::page_with(app, status, Page::Themes(page)))
        }
        None => Err(reply::not_found(State(app.clone())).await),
    }
}

fn gathered(
    panel: &Panel,
    place: Place,
    names: Vec<(By, String)>,
    wanted: Option<ActivityId>,
    refused: Option<ThemeRefusal>,
) -> ThemeDesk {
    let Place {
        actor, whose, socket, ..
    } = place;
    let all = matches!(whose, Whose::Facilitator(_));
    let prompts = || panel.agenda().iter().filter(|item| is_grouped(item, all));
    let is_prompt = |id: &ActivityId| prompts().any(|item| item.id == *id);
    let focused = panel.focus().map(Activity::prompt);
    // Where nothing is chosen or shown, the first that has something to group.
    let some = prompts().find(|item| panel.ideas_of(item.id).next().is_some());
    let first = some.or_else(|| prompts().next()).map(|item| item.id);
    let prompt = [wanted, focused, first].into_iter().flatten().find(is_prompt);
    let open = prompt.is_some_and(|prompt| panel.may_group(actor, prompt));
    let domains = panel.framework().domains.clone();
    ThemeDesk {
        boot: prompt.map(|prompt| DeskBoot {
            socket: format!("{}?{socket}&desk={prompt}", paths::SOCKET),
            prompt,
            me: actor.into(),
            names,
            domains: domains.clone(),
            mine: taken_by(panel, actor, prompt),
            now: now(),
        }),
        whose: match whose {
            Whose::Panelist(token, _) => Whose::Panelist(token, open),
            Whose::Attendee(code, _) => Whose::Attendee(code, open),
            facilitator @ Whose::Facilitator(_) => facilitator,
        },
        title: panel.title().to_owned(),
        prompts: prompts()
            .map(|item| (item.id, item.plan.title.clone(), panel.visible_ideas(item.id).count()))
            .collect(),
        question: prompt
            .and_then(|prompt| panel.activity(prompt))
            .map(|item| item.plan.question.clone())
            .unwrap_or_default(),
        glance: None,
        sorted: prompt.is_some_and(|prompt| panel.agenda().iter().any(|item| item.sorted_prompt() == Some(prompt))),
        desk: prompt.map_or_else(Desk::default, |prompt| panel.desk(prompt, all)),
        domains,
        command: CommandId(Uuid::new_v4()),
        refused,
    }
}

/// Whether the ideas of an item are to be grouped here: whoever is no facilitator sees what screens show, and nothing that was
/// written in silence before that is shown.
pub(super) fn is_grouped(item: &Activity, facilitators: bool) -> bool {
    matches!(item.plan.kind, Kind::Prompt(_)) && (facilitators || item.shows_ideas())
}

/// The last steps that somebody took, newest first.
fn taken_by(panel: &Panel, actor: Actor, prompt: ActivityId) -> Vec<CommandId> {
    let steps = panel.themes().steps(prompt).rev().take(DESK_STEPS);
    steps
        .filter(|step| step.actor == actor)
        .map(|step| step.command)
        .collect()
}
