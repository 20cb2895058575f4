//! How the themes of a panel's ideas came about, step by step.

use axum::{
    extract::{Query, State},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use serde::Deserialize;
use visioncast_app::{
    page::{Page, ThemeReplay},
    paths,
};
use visioncast_model::{ActivityId, Event, Panel, view::By};

use super::{App, access::Led, reply, themes::names};

/// How long a step is shown before the next, in seconds, while it plays.
const PACE: u32 = 2;

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Wanted {
    prompt: ActivityId,
    step: Option<usize>,
    play: Option<Yes>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Yes {
    Yes,
}

pub(super) async fn replay(
    State(app): State<App>,
    led: Led,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let room = led.room;
    let names = names(&app, &room).await?;
    let code = room.entry.code.to_string();
    let page = room.look(move |panel| gathered(panel, code, &names, wanted)).await;
    let Some(page) = page.flatten() else {
        return Err(reply::not_found(State(app)).await);
    };
    let next = page.plays.then(|| {
        format!(
            "{PACE}; url={}?prompt={}&step={}&play=yes",
            paths::theme_replay(&page.code),
            page.prompt,
            page.at + 1
        )
    });
    let mut response = reply::page_with(&app, StatusCode::OK, Page::ThemeReplay(page));
    if let Some(next) = next.and_then(|next| HeaderValue::try_from(next).ok()) {
        response.headers_mut().insert(header::REFRESH, next);
    }
    Ok(response)
}

/// None where there is no such prompt.
fn gathered(panel: &Panel, code: String, names: &[(By, String)], wanted: Wanted) -> Option<ThemeReplay> {
    let activity = panel.activity(wanted.prompt)?;
    let steps = panel.themes().steps(wanted.prompt).count();
    let at = wanted.step.unwrap_or(steps).min(steps);
    let last = at
        .checked_sub(1)
        .and_then(|last| panel.themes().steps(wanted.prompt).nth(last));
    let who = |by: By| {
        names
            .iter()
            .find(|(known, _)| *known == by)
            .map(|(_, name)| name.clone())
    };
    let moved = last
        .iter()
        .flat_map(|step| step.events())
        .filter_map(|event| match event {
            Event::IdeaGrouped { idea, .. } => Some(*idea),
            _ => None,
        });
    Some(ThemeReplay {
        code,
        title: panel.title().to_owned(),
        prompt: wanted.prompt,
        question: activity.plan.question.clone(),
        steps,
        at,
        step: last.map(|step| panel.desk_step(step)).map(|step| {
            let who = who(step.by);
            (step, who)
        }),
        about: last.and_then(|step| step.kind().1),
        moved: moved.collect(),
        desk: panel.desk_after(wanted.prompt, at),
        plays: wanted.play.is_some() && at < steps,
    })
}
