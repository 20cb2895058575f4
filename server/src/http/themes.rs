//! The themes of a panel's ideas, at the desk of a facilitator or a panelist.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    page::{DeskIdea, DeskStep, DeskTheme, Page, StepKind, ThemeDesk, ThemeRefusal, Whose},
    paths,
};
use visioncast_model::{
    Activity, ActivityId, Actor, Arrange, Command, CommandId, Deed, Event, IdeaId, Kind, Panel, Rejection, Theme,
    ThemeId, ThemeStep,
};

use super::{App, access::Led, along, attendee, form::Fields, reply, visitor::Visitor};
use crate::live::RoomHandle;

/// How many of the last steps are listed.
const STEPS: usize = 12;

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Wanted {
    prompt: Option<ActivityId>,
}

/// Who groups, and where.
struct Place {
    room: RoomHandle,
    actor: Actor,
    desk: Whose,
    /// The address of the page.
    here: String,
}

impl Place {
    fn facilitators(Led { account, room }: Led) -> Self {
        let code = room.entry.code.to_string();
        Self {
            actor: Actor::Facilitator(account.id),
            here: paths::themes(&code),
            desk: Whose::Facilitator(code),
            room,
        }
    }

    async fn panelists(app: &App, visitor: &Visitor, token: String, deed: Deed) -> Result<Self, Response> {
        let (_, room) = along::entered(app, visitor, &token, deed).await?;
        Ok(Self {
            actor: Actor::Panelist(along::link_id(&token)),
            here: paths::panelist_themes(&token),
            desk: Whose::Panelist(token, false),
            room,
        })
    }
}

pub(super) async fn desk(State(app): State<App>, led: Led, Query(wanted): Query<Wanted>) -> Result<Response, Response> {
    shown(&app, Place::facilitators(led), wanted.prompt, None, StatusCode::OK).await
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
    arranged(&app, Place::facilitators(led), &fields).await
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
    let Place { room, actor, desk, .. } = place;
    let page = room
        .look(move |panel| gathered(panel, (actor, desk), prompt, refused))
        .await;
    match page {
        Some(page) => Ok(reply::page_with(app, status, Page::Themes(page))),
        None => Err(reply::not_found(State(app.clone())).await),
    }
}

fn gathered(
    panel: &Panel,
    (actor, desk): (Actor, Whose),
    wanted: Option<ActivityId>,
    refused: Option<ThemeRefusal>,
) -> ThemeDesk {
    // A panelist sees what screens show, and nothing that was written in silence before that is shown.
    let all = matches!(desk, Whose::Facilitator(_));
    let prompts = || {
        panel
            .agenda()
            .iter()
            .filter(move |item| matches!(item.plan.kind, Kind::Prompt(_)) && (all || item.shows_ideas()))
    };
    let is_prompt = |id: &ActivityId| prompts().any(|item| item.id == *id);
    let focused = panel.focus().map(Activity::prompt);
    // Where nothing is chosen or shown, the first that has something to group.
    let some = prompts().find(|item| panel.ideas_of(item.id).next().is_some());
    let first = some.or_else(|| prompts().next()).map(|item| item.id);
    let prompt = [wanted, focused, first].into_iter().flatten().find(is_prompt);
    let themes = panel.themes();
    let idea = |id: IdeaId| {
        let idea = panel.ideas().get(&id).filter(|idea| all || idea.hidden.is_none())?;
        Some(DeskIdea {
            id,
            words: panel.words(idea).map(str::to_owned),
            domain: idea.domain,
            hidden: idea.hidden.is_some(),
        })
    };
    let theme = |(id, theme): (ThemeId, &Theme)| DeskTheme {
        id,
        name: text(panel, theme.name),
        about: text(panel, theme.about),
        domain: theme.domain,
        parked: theme.parked,
        locked: theme.locked,
        ideas: theme.ideas.iter().filter_map(|id| idea(*id)).collect(),
    };
    let loose = |prompt| {
        let ideas = panel.ideas_of(prompt).filter(|(id, _)| themes.home(*id).is_none());
        ideas.filter_map(|(id, _)| idea(id)).collect()
    };
    let desk = match desk {
        Whose::Panelist(token, _) => {
            let open = prompt.is_some_and(|prompt| panel.may_group(actor, prompt));
            Whose::Panelist(token, open)
        }
        facilitator @ Whose::Facilitator(_) => facilitator,
    };
    ThemeDesk {
        desk,
        title: panel.title().to_owned(),
        prompts: prompts()
            .map(|item| (item.id, item.plan.title.clone(), panel.visible_ideas(item.id).count()))
            .collect(),
        prompt,
        question: prompt
            .and_then(|prompt| panel.activity(prompt))
            .map(|item| item.plan.question.clone())
            .unwrap_or_default(),
        domains: panel.framework().domains.clone(),
        themes: prompt
            .map(|prompt| themes.of(prompt).map(theme).collect())
            .unwrap_or_default(),
        loose: prompt.map(loose).unwrap_or_default(),
        steps: prompt
            .map(|prompt| {
                themes
                    .steps(prompt)
                    .rev()
                    .take(STEPS)
                    .map(|step| told(panel, actor, step))
                    .collect()
            })
            .unwrap_or_default(),
        command: CommandId(Uuid::new_v4()),
        refused,
    }
}

/// What was written there; empty where nothing was, or it was erased.
fn text<H>(panel: &Panel, written: Option<(visioncast_model::WordsId, H)>) -> String {
    let text = written.and_then(|(words, _)| panel.text(words));
    text.unwrap_or_default().to_owned()
}

fn told(panel: &Panel, actor: Actor, step: &ThemeStep) -> DeskStep {
    let kind = |event: &Event| {
        Some(match event {
            Event::ThemeMade { theme, .. } => (StepKind::Made, Some(*theme)),
            Event::ThemeWorded { theme, .. } => (StepKind::Worded, Some(*theme)),
            Event::IdeaGrouped { theme, .. } => (StepKind::Moved, *theme),
            Event::ThemeMerged { theme, .. } => (StepKind::Merged, Some(*theme)),
            Event::ThemeMoved { theme, .. } => (StepKind::Reordered, Some(*theme)),
            Event::ThemeParked { theme, .. } => (StepKind::Parked, Some(*theme)),
            Event::ThemeLocked { theme, .. } => (StepKind::Locked, Some(*theme)),
            Event::ThemeRemoved { theme } => (StepKind::Removed, Some(*theme)),
            _ => return None,
        })
    };
    let moved = |event: &&Event| matches!(event, Event::IdeaGrouped { .. });
    // Ideas that go along with a theme do not say what a step was for.
    let first = step
        .events()
        .find(|event| !moved(event))
        .or_else(|| step.events().next());
    let (kind, theme) = match first.and_then(kind) {
        Some(known) if step.undoes.is_none() => known,
        _ => (StepKind::TookBack, None),
    };
    let name = theme
        .and_then(|theme| panel.themes().theme(theme))
        .map(|theme| text(panel, theme.name));
    DeskStep {
        command: step.command,
        kind,
        theme: name.unwrap_or_default(),
        ideas: step.events().filter(moved).count(),
        undone: step.undone,
        mine: step.actor == actor || matches!(actor, Actor::Facilitator(_)),
    }
}
