//! The editions of a report, and what the board said to them: what facilitators see and do.

use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    language::Sheet,
    page::{self, BoardWords, EditionRow, Editions, Notice, Page},
    paths,
};
use visioncast_model::{
    Actor, Command, CommandId, Panel, Recommendation, Rejection, Reviewed, Seq, Status, Step, WordsId,
};

use super::{App, access::Led, attendee, form::Fields, language::said, reply};
use crate::{calendar, initiative::recommended, live::RoomHandle};

/// What a form that led back here did.
#[derive(Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    done: String,
}

pub(super) async fn list(
    State(app): State<App>,
    Led { room, .. }: Led,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let page = gathered(&app, &room).await?;
    let newest = page.editions.first().map(|edition| edition.number);
    let text = said(|| match (wanted.done.as_str(), newest) {
        ("frozen", Some(number)) => Some(Sheet::EditionIsFrozen.with(&[("number", number)])),
        ("erased", _) => Some(Sheet::BoardWordsGone.owned()),
        _ => None,
    });
    let notice = text.map(|text| Notice { text, wrong: false });
    Ok(reply::page(&app, Page::Editions(Editions { notice, ..page })))
}

pub(super) async fn change(
    State(app): State<App>,
    Led { account, room }: Led,
    fields: Fields,
) -> Result<Response, Response> {
    let wanted = match fields.text("do") {
        "freeze" => Some((Step::FreezeReport, "frozen")),
        "erase" => {
            let entries = fields.all("entry").filter_map(|entry| entry.parse().ok().map(Seq));
            let entries = entries.collect();
            Some((Step::EraseReviews { entries }, "erased"))
        }
        _ => None,
    };
    let done = match (wanted, fields.command()) {
        (Some((step, done)), Some(id)) => {
            let step = Command::Step(step);
            let answer = room.submit(Actor::Facilitator(account.id), id, step).await;
            answer.map(|_| done)
        }
        _ => Err(Rejection::Unreadable),
    };
    match done {
        Ok(done) => {
            let here = paths::editions(room.entry.code.as_str());
            Ok(Redirect::to(&format!("{here}?done={done}")).into_response())
        }
        Err(why) => {
            let page = gathered(&app, &room).await?;
            let notice = Some(Notice {
                text: reply::refusal(&why),
                wrong: true,
            });
            let page = Page::Editions(Editions { notice, ..page });
            let status = attendee::refusal_status(&why);
            Err(reply::page_with(&app, status, page))
        }
    }
}

async fn gathered(app: &App, room: &RoomHandle) -> Result<Editions, Response> {
    let code = room.entry.code.to_string();
    let page = room.look(move |panel| Editions {
        code,
        title: panel.title().to_owned(),
        command: CommandId(Uuid::new_v4()),
        running: panel.status() == Status::Running,
        newer: panel.has_begun() && panel.is_newer_than_frozen(),
        editions: panel
            .frozen_reports()
            .iter()
            .rev()
            .map(|edition| EditionRow {
                number: edition.number,
                day: calendar::date(edition.at),
            })
            .collect(),
        reviewed: reviewed(panel),
        brought: brought(panel),
        notice: None,
    });
    page.await.ok_or_else(|| attendee::gone(app))
}

/// What the board said, in the order in which it first said something to each.
fn reviewed(panel: &Panel) -> Vec<page::Reviewed> {
    let mut all: Vec<Recommendation> = Vec::new();
    for reviewed in panel.reviews() {
        if !all.contains(&reviewed.recommendation) {
            all.push(reviewed.recommendation);
        }
    }
    let rows = all.into_iter().filter_map(|recommendation| {
        let (holds, before) = said_to(panel, recommendation)?;
        Some(page::Reviewed {
            what: recommended(panel, recommendation),
            holds,
            before,
        })
    });
    rows.collect()
}

/// The last word of the board to a recommendation, and what it said before, the latest first.
pub(super) fn said_to(panel: &Panel, recommendation: Recommendation) -> Option<(BoardWords, Vec<BoardWords>)> {
    let mut words = panel
        .reviews_of(recommendation)
        .rev()
        .map(|reviewed| board_words(panel, reviewed));
    let holds = words.next()?;
    Some((holds, words.collect()))
}

fn board_words(panel: &Panel, reviewed: &Reviewed) -> BoardWords {
    let text = |words: Option<WordsId>| words.and_then(|words| panel.text(words)).map(str::to_owned);
    BoardWords {
        entry: reviewed.seq,
        day: calendar::date(reviewed.at),
        speaker: text(reviewed.speaker),
        edition: reviewed.edition,
        ruling: reviewed.ruling,
        owner: text(reviewed.owner),
        horizon: text(reviewed.horizon),
        comment: text(reviewed.comment),
        written: reviewed.words().next().is_some(),
    }
}

/// What boards decided at earlier panels.
pub(super) fn brought(panel: &Panel) -> Vec<page::Brought> {
    let text = |words: Option<WordsId>| words.and_then(|words| panel.text(words)).map(str::to_owned);
    let brought = panel.brought().iter().map(|brought| page::Brought {
        title: brought.title.clone(),
        what: text(brought.what),
        ruling: brought.ruling,
        owner: text(brought.owner),
        horizon: text(brought.horizon),
    });
    brought.collect()
}
