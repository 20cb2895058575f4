//! The report before the board: who has a link reads its editions, and says what becomes of what they recommend.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use uuid::Uuid;
use visioncast_app::{
    page::{Changes, Moved, Page, ReviewDraft, ReviewPage, ReviewRow},
    paths,
};
use visioncast_model::{
    Actor, Command, CommandId, Deed, PersonId, Recommendation, Rejection, Review, Role, Ruling, Seq,
};
use visioncast_report::{Comparison, Document, Moves};

use super::{
    App, along, attendee, editions,
    form::Fields,
    permission::by_link,
    reply,
    report::{self, Stand, Wanted},
    visitor::Visitor,
};
use crate::{calendar, live::RoomHandle};

/// The room that somebody of the board may do something in.
async fn entered(app: &App, visitor: &Visitor, token: &str, deed: Deed) -> Result<RoomHandle, Response> {
    let link = by_link(app, visitor, token, Role::Board, deed).await?;
    let room = app.rooms.find_id(link.panel).await;
    let room = room.map_err(|error| reply::unavailable(app, &error))?;
    room.ok_or_else(|| attendee::gone(app))
}

pub(super) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let room = entered(&app, &visitor, &token, Deed::ReadReport).await?;
    report::boards_page(&app, &room, &token, wanted).await
}

pub(super) async fn file(
    State(app): State<App>,
    visitor: Visitor,
    Path((token, format)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let room = entered(&app, &visitor, &token, Deed::ReadReport).await?;
    report::boards_file(&app, &room, (&token, &format), wanted).await
}

pub(super) async fn review(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Response> {
    let room = entered(&app, &visitor, &token, Deed::ReadReport).await?;
    shown(&app, &room, &token, None, StatusCode::OK).await
}

pub(super) async fn say(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    let room = entered(&app, &visitor, &token, Deed::Review).await?;
    let link = along::link_id(&token);
    let Some((id, review)) = read(&fields) else {
        let why = Rejection::Unreadable;
        return Err(reply::problem_with(
            &app,
            attendee::refusal_status(&why),
            visioncast_app::language::Sheet::CouldNotBeRead,
            &reply::refusal(&why),
            None,
        ));
    };
    let answer = async {
        app.limits.person(PersonId(link.0))?;
        let Some(stand) = Stand::for_the_board(&app, &room, None).await.ok().flatten() else {
            return Err(Rejection::Misplaced(visioncast_model::Misplaced::NotFrozen));
        };
        // What the rules cannot know is what the report recommends.
        let document = stand.document(&app, &paths::review(&token)).await;
        let document = document.map_err(|_| Rejection::Unavailable)?;
        if document.recommended(review.recommendation).is_none() {
            return Err(Rejection::UnknownRecommendation);
        }
        let command = Command::Review(review.clone());
        room.submit(Actor::Board(link), id, command).await
    };
    match answer.await {
        Ok(_) => {
            let to = format!("{}#{}", paths::review(&token), review.recommendation);
            Ok(Redirect::to(&to).into_response())
        }
        Err(why) => {
            let status = attendee::refusal_status(&why);
            let draft = ReviewDraft {
                key: review.recommendation,
                ruling: review.ruling,
                owner: review.owner,
                horizon: review.horizon,
                comment: review.comment,
                speaker: review.speaker,
            };
            Err(shown(&app, &room, &token, Some((draft, reply::refusal(&why))), status).await?)
        }
    }
}

/// None where the form is none of this page.
fn read(fields: &Fields) -> Option<(CommandId, Review)> {
    let text = |name| fields.text(name).to_owned();
    let ruling = match fields.text("ruling") {
        "" => None,
        name => Some(Ruling::named(name)?),
    };
    let seen = match fields.text("seen") {
        "" => None,
        seen => Some(Seq(seen.parse().ok()?)),
    };
    let review = Review {
        edition: fields.parse("edition")?,
        recommendation: fields.parse("recommendation")?,
        ruling,
        owner: text("owner"),
        horizon: text("horizon"),
        comment: text("comment"),
        speaker: text("speaker"),
        seen,
    };
    Some((fields.command()?, review))
}

/// What the newest edition recommends, with what the board said so far.
async fn shown(
    app: &App,
    room: &RoomHandle,
    token: &str,
    draft: Option<(ReviewDraft, String)>,
    status: StatusCode,
) -> Result<Response, Response> {
    let Some(stand) = Stand::for_the_board(app, room, None).await? else {
        return Ok(report::not_ready(app));
    };
    let here = paths::review(token);
    let document = stand.document(app, &here).await?;
    let changes = match stand.edition.map_or(0, |edition| edition.number) {
        0 | 1 => None,
        number => match Stand::for_the_board(app, room, Some(number - 1)).await? {
            Some(earlier) => {
                let before = earlier.document(app, &here).await?;
                Some(changes(number - 1, &Comparison::of(&before, &document)))
            }
            None => None,
        },
    };
    let (rows, brought) = rows(app, room, &document).await?;
    let speaker = draft.as_ref().map(|(draft, _)| draft.speaker.clone());
    let page = ReviewPage {
        token: token.to_owned(),
        title: document.title.clone(),
        edition: stand.edition.map_or(0, |edition| edition.number),
        day: stand
            .edition
            .map(|edition| calendar::date(edition.at))
            .unwrap_or_default(),
        rows,
        changes,
        brought,
        draft,
        speaker: speaker.unwrap_or_default(),
    };
    Ok(reply::page_with(app, status, Page::Review(Box::new(page))))
}

async fn rows(
    app: &App,
    room: &RoomHandle,
    document: &Document,
) -> Result<(Vec<ReviewRow>, Vec<visioncast_app::page::Brought>), Response> {
    let keys: Vec<Recommendation> = document
        .recommendations
        .iter()
        .filter_map(|recommended| recommended.key.parse().ok())
        .collect();
    let looked = room.look(move |panel| {
        let said: Vec<_> = keys.iter().map(|key| editions::said_to(panel, *key)).collect();
        (keys, said, editions::brought(panel))
    });
    let (keys, said, brought) = looked.await.ok_or_else(|| attendee::gone(app))?;
    let rows = document.recommendations.iter().zip(keys.into_iter().zip(said));
    let rows = rows.map(|(recommended, (key, said))| {
        let (holds, before) = said.map_or((None, Vec::new()), |(holds, before)| (Some(holds), before));
        ReviewRow {
            key,
            command: CommandId(Uuid::new_v4()),
            what: recommended.what.clone(),
            domain: recommended.domain.clone(),
            why: recommended.why.clone(),
            holds,
            before,
        }
    });
    Ok((rows.collect(), brought))
}

fn changes(since: u16, compared: &Comparison) -> Changes {
    let (before, after) = compared.totals;
    Changes {
        since,
        recommendations: moved(&compared.recommendations),
        themes: moved(&compared.themes),
        totals: [
            (before.people, after.people),
            (before.ideas, after.ideas),
            (before.themes, after.themes),
            (before.results, after.results),
        ],
    }
}

fn moved(moves: &Moves) -> Moved {
    let changed = moves.changed.iter();
    let changed = changed.map(|change| (change.what.clone(), change.before.clone(), change.after.clone()));
    Moved {
        new: moves.new.clone(),
        gone: moves.gone.clone(),
        changed: changed.collect(),
    }
}
