//! Preparing the agenda: plain forms, each of which is one step.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    draft::{Draft, Odd, Why},
    language::{Sheet, speaking, text_error},
    page::{Agenda, Page, PanelFramework, Prepared, Refused, RunSheet},
    paths,
};
use visioncast_model::{
    Activity, ActivityId, Actor, Command, CommandId, Framework, Language, Misplaced, Pace, Panel, Plan, Rejection, Step,
};
use visioncast_report::FrameworkHash;

use super::{
    App,
    access::Led,
    attendee,
    form::Fields,
    framework,
    language::{asked, said},
    reply,
    visitor::{Visitor, host},
};
use crate::{agenda, instruments, live::RoomHandle, store::FrameworkVersion};

/// When a run sheet begins where nobody said when, in minutes after midnight.
const START: u16 = 9 * 60;

#[derive(Deserialize)]
pub(super) struct Wanted {
    item: Option<ActivityId>,
}

pub(super) async fn form(
    State(app): State<App>,
    Led { room, .. }: Led,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    shown(&app, &room, wanted.item, None, StatusCode::OK).await
}

/// The page as it stands, with what was refused.
pub(super) async fn shown(
    app: &App,
    room: &RoomHandle,
    unfolded: Option<ActivityId>,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, Response> {
    let (code, language) = (room.entry.code.to_string(), asked().language);
    let kept = framework::kept(app)
        .await
        .map_err(|error| reply::unavailable(app, &error))?;
    let page = room.look(move |panel| Agenda {
        framework: speaking(language, || about(panel, &kept)),
        code,
        title: panel.title().to_owned(),
        items: panel.agenda().to_vec(),
        domains: panel.framework().domains.clone(),
        pace: panel.pace(),
        rehearsal: panel.is_rehearsal(),
        prepared: prepared(panel.framework(), language),
        command: CommandId(Uuid::new_v4()),
        unfolded,
        refused,
    });
    match page.await {
        Some(page) => Ok(reply::page_with(app, status, Page::Agenda(page))),
        None => Err(reply::not_found(State(app.clone())).await),
    }
}

/// The panel's framework, and the kept ones that it could have instead.
fn about(panel: &Panel, kept: &[FrameworkVersion]) -> PanelFramework {
    let framework = panel.framework();
    let others = kept.iter().filter(|kept| kept.framework != *framework).map(|kept| {
        let newer = kept.framework.name == framework.name && kept.framework.version > framework.version;
        (kept.id.to_string(), framework::in_words(&kept.framework), newer)
    });
    PanelFramework {
        name: framework.name.clone(),
        version: framework.version,
        hash: FrameworkHash::of(framework)
            .map(|hash| hash.short())
            .unwrap_or_default(),
        fixed: panel.has_begun(),
        others: others.collect(),
    }
}

fn prepared(framework: &Framework, language: Language) -> Vec<Prepared> {
    let prepared = instruments::all().iter().map(|instrument| Prepared {
        key: instrument.key.clone(),
        group: instrument.group,
        name: instrument.sketch.name.text(language).to_owned(),
        about: instrument.about.text(language).to_owned(),
        minutes: instrument.minutes,
        takes_ideas: instrument.sketch.takes_ideas(),
        takes_themes: instrument.sketch.takes_themes(),
        fits: instrument.sketch.fits(framework),
    });
    prepared.collect()
}

pub(super) async fn edit(
    State(app): State<App>,
    Led { account, room }: Led,
    fields: Fields,
) -> Result<Response, Response> {
    let chosen = framework::chosen(&app, fields.text("framework")).await;
    let typed = Typed {
        chosen: chosen.map_err(|error| reply::unavailable(&app, &error))?,
        draft: fields.draft(),
        fields,
        language: asked().language,
    };
    let Some((typed, read)) = room
        .look(move |panel| (typed.step(panel), typed))
        .await
        .map(|(read, typed)| (typed, read))
    else {
        return Err(reply::not_found(State(app.clone())).await);
    };
    let done = match (typed.fields.command(), read) {
        (Some(id), Ok(step)) => {
            let shows = shows(&step, &typed.fields);
            let actor = Actor::Facilitator(account.id);
            let taken = room.submit(actor, id, Command::Step(step)).await;
            taken.map(|_| shows).map_err(No::Rejected)
        }
        (None, _) => Err(No::Rejected(Rejection::Unreadable)),
        (_, Err(why)) => Err(why),
    };
    match done {
        Ok(to) => {
            let code = room.entry.code.as_str();
            let to = match to {
                Shows::Page => paths::agenda(code),
                Shows::Item(item) => format!("{}#item-{item}", paths::agenda(code)),
                Shows::Form(item) => paths::agenda_item(code, &item.to_string()),
            };
            Ok(Redirect::to(&to).into_response())
        }
        Err(why) => {
            let status = why.status();
            let refused = Refused {
                item: typed.fields.activity(),
                why: why.in_words(),
                field: why.field(),
                meanwhile: matches!(why, No::Rejected(Rejection::Misplaced(Misplaced::EditedMeanwhile))),
                typed: (typed.fields.text("do") == "edit").then_some(typed.draft),
            };
            shown(&app, &room, None, Some(refused), status).await
        }
    }
}

/// What the page shows once a step was taken.
enum Shows {
    Page,
    /// An item, wherever it is now.
    Item(ActivityId),
    /// The form of an item that is new.
    Form(ActivityId),
}

fn shows(step: &Step, fields: &Fields) -> Shows {
    match step {
        Step::AddActivity { activity, .. } | Step::Repeat { again: activity, .. } => Shows::Form(*activity),
        Step::AddActivities { activities, .. } => activities.first().map_or(Shows::Page, |(id, _)| Shows::Item(*id)),
        Step::RemoveActivity { .. } => Shows::Page,
        _ => fields.activity().map_or(Shows::Page, Shows::Item),
    }
}

/// Why a form was not taken.
enum No {
    Odd(Odd),
    Rejected(Rejection),
}

impl From<Rejection> for No {
    fn from(why: Rejection) -> Self {
        Self::Rejected(why)
    }
}

impl No {
    fn in_words(&self) -> String {
        let odd = match self {
            Self::Rejected(why) => return reply::refusal(why),
            Self::Odd(odd) => odd,
        };
        said(|| {
            let field = odd.label.owned();
            match odd.why {
                Why::Number { least, most } => Sheet::OddNumber.with(&[
                    ("field", field),
                    ("least", least.to_string()),
                    ("most", most.to_string()),
                ]),
                Why::Text(why) => Sheet::OddText.with(&[("field", field), ("why", text_error(why))]),
            }
        })
    }

    const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Odd(odd) => Some(odd.name),
            Self::Rejected(_) => None,
        }
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::Odd(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Rejected(why) => attendee::refusal_status(why),
        }
    }
}

/// A form as it came in.
struct Typed {
    fields: Fields,
    draft: Draft,
    /// The framework that it chose, if any.
    chosen: Option<Framework>,
    language: Language,
}

impl Typed {
    /// The step that it asks for.
    fn step(&self, panel: &Panel) -> Result<Step, No> {
        let fields = &self.fields;
        let known = || -> Result<&Activity, Rejection> {
            let id = fields.activity().ok_or(Rejection::UnknownActivity)?;
            panel.activity(id).ok_or(Rejection::UnknownActivity)
        };
        let place = |item: &Activity| panel.place(item.id).unwrap_or_default() as u16;
        // Sent twice, it is the same item.
        let fresh = || fields.command().map(|id| ActivityId(id.0)).ok_or(Rejection::Unreadable);
        Ok(match fields.text("do") {
            "rename" => Step::Rename {
                title: fields.text("title").to_owned(),
            },
            "adopt" => Step::AdoptFramework(Box::new(self.chosen.clone().ok_or(Rejection::Unreadable)?)),
            "pace" => Step::SetPace {
                pace: match fields.text("pace") {
                    "own" => Pace::Own,
                    "led" => Pace::Led,
                    _ => return Err(Rejection::Unreadable.into()),
                },
            },
            "edit" => {
                let item = known()?;
                Step::EditActivity {
                    activity: item.id,
                    plan: Box::new(self.draft.plan(&item.plan).map_err(No::Odd)?),
                    seen: fields.parse("seen"),
                }
            }
            "up" => {
                let item = known()?;
                Step::MoveActivity {
                    activity: item.id,
                    place: place(item).saturating_sub(1),
                }
            }
            "down" => {
                let item = known()?;
                Step::MoveActivity {
                    activity: item.id,
                    place: place(item) + 1,
                }
            }
            "remove" => Step::RemoveActivity { activity: known()?.id },
            "prepared" => Step::AddActivity {
                activity: fresh()?,
                plan: Box::new(self.prepared(panel, fields.text("instrument"), fields.parse("of"))?),
                place: u16::MAX,
            },
            instrument @ ("judgement" | "drafts" | "grouping") => {
                let item = known()?;
                let plan = self.prepared(panel, instrument, Some(item.id))?;
                Step::AddActivity {
                    activity: fresh()?,
                    plan: Box::new(Plan {
                        title: agenda::titled(&plan.title, &item.plan.title),
                        ..plan
                    }),
                    place: place(item) + 1,
                }
            }
            "again" => Step::Repeat {
                activity: known()?.id,
                again: fresh()?,
            },
            "each_domain" => {
                let item = known()?;
                Step::AddActivities {
                    activities: agenda::for_each_domain(&item.plan, panel.framework(), fresh()?),
                    place: place(item) + 1,
                }
            }
            _ => return Err(Rejection::Unreadable.into()),
        })
    }

    fn prepared(&self, panel: &Panel, key: &str, of: Option<ActivityId>) -> Result<Plan, Rejection> {
        let instrument = instruments::find(key).ok_or(Rejection::Unreadable)?;
        let plan = instrument
            .sketch
            .plan(panel.framework(), self.language, instrument.minutes, of);
        Ok(plan)
    }
}

#[derive(Deserialize)]
pub(super) struct Begins {
    start: Option<String>,
}

pub(super) async fn run_sheet(
    State(app): State<App>,
    visitor: Visitor,
    Led { room, .. }: Led,
    Query(begins): Query<Begins>,
) -> Result<Response, Response> {
    let code = room.entry.code.to_string();
    let origin = visitor.origin_for_phones(&app.site);
    let address = host(&origin).to_owned();
    let start = begins
        .start
        .as_deref()
        .and_then(minutes_after_midnight)
        .unwrap_or(START);
    let page = room.look(move |panel| RunSheet {
        code,
        title: panel.title().to_owned(),
        start,
        items: panel.agenda().to_vec(),
        address,
    });
    match page.await {
        Some(page) => Ok(reply::page(&app, Page::RunSheet(page))),
        None => Err(reply::not_found(State(app)).await),
    }
}

/// `14:05` as it is typed or sent by a browser.
fn minutes_after_midnight(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.get(..2)?.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_browsers_send_it() {
        assert_eq!(minutes_after_midnight("14:05"), Some(14 * 60 + 5));
        assert_eq!(minutes_after_midnight("09:00:30"), Some(9 * 60));
        for wrong in ["", "14", "24:00", "9:6", "9:60", "-1:00", "a:b"] {
            assert_eq!(minutes_after_midnight(wrong), None, "{wrong}");
        }
    }
}
