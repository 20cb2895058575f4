//! How people get their ballot: the way, the roll, tickets to print; and the door, where they are handed out.

use std::collections::BTreeSet;

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::{
    language::{Sheet, text_error},
    page::{Ballots, Door, Handed, Notice, Page, TicketSheet},
    paths,
};
use visioncast_model::{Actor, Command, CommandId, Entrance, Integrity, Rejection, Step, Ticket, checked_line};
use visioncast_report::ToldBurst;

use super::{
    App,
    access::Led,
    attendee,
    form::Fields,
    language::said,
    pile::{MakeError, make},
    projector::qr_path,
    reply,
    ticket::hash,
    visitor::{Visitor, host},
};
use crate::{
    calendar,
    live::RoomHandle,
    log::Log,
    store::{StoreError, folded},
};

/// The most names on a roll: the largest hall we expect, several times over.
const NAMES: usize = 5_000;
/// The longest name.
const NAME_CHARS: usize = 120;
/// How many names that stand twice are told.
const SOME: usize = 5;
/// How many names the door lists at a time.
const LISTED: usize = 12;

pub(super) async fn ballots(State(app): State<App>, Led { room, .. }: Led) -> Result<Response, Response> {
    Ok(reply::page(&app, Page::Ballots(gathered(&app, &room).await?)))
}

async fn gathered(app: &App, room: &RoomHandle) -> Result<Ballots, Response> {
    let unavailable = |error: StoreError| reply::unavailable(app, &error);
    let store = &app.rooms.store;
    let count = store.count_tickets(room.entry.id).await.map_err(unavailable)?;
    let code = room.entry.code.to_string();
    let page = room.look(move |panel| Ballots {
        code,
        title: panel.title().to_owned(),
        integrity: panel.integrity(),
        changeable: panel.people().is_empty(),
        tickets: (panel.tickets(), count.used, count.void),
        by_link: panel.came_by(Entrance::Link),
        names: (0, 0),
        typed: String::new(),
        bursts: Vec::new(),
        looked: panel.agenda().iter().any(|activity| activity.reveal.is_shown()),
        command: CommandId(Uuid::new_v4()),
        notice: None,
    });
    let mut page = page.await.ok_or_else(|| attendee::gone(app))?;
    match page.integrity {
        Integrity::Roll => page.names = counted(&store.names(room.entry.id).await.map_err(unavailable)?),
        Integrity::Open if page.looked => {
            let log = Log::read(store.as_ref(), room.entry.id).await.map_err(unavailable)?;
            let bursts = tokio::task::spawn_blocking(move || visioncast_report::told_bursts(log.material())).await;
            // What cannot be looked for is missed on the page, not the page itself.
            page.bursts = said(|| bursts.unwrap_or_default().iter().map(burst).collect());
        }
        Integrity::Open | Integrity::Ticket => {}
    }
    Ok(page)
}

fn burst(told: &ToldBurst) -> String {
    Sheet::Burst.with(&[
        ("title", &told.title),
        ("people", &told.people.to_string()),
        ("seconds", &told.seconds.to_string()),
        ("day", &calendar::date(told.at)),
        ("time", &told.clock),
        ("all", &told.ballots.to_string()),
        ("left", &told.left.to_string()),
    ])
}

fn counted(names: &[(String, bool)]) -> (usize, usize) {
    (names.len(), names.iter().filter(|(_, checked)| *checked).count())
}

pub(super) async fn change(
    State(app): State<App>,
    Led { account, room }: Led,
    fields: Fields,
) -> Result<Response, Response> {
    let unavailable = |error: StoreError| reply::unavailable(&app, &error);
    let store = &app.rooms.store;
    let done: Result<Option<String>, String> = match fields.text("do") {
        "set" => {
            let step = integrity(&fields).map(|integrity| Step::SetIntegrity { integrity });
            let result = match (fields.command(), step) {
                (Some(id), Some(step)) => {
                    room.submit(Actor::Facilitator(account.id), id, Command::Step(step))
                        .await
                }
                _ => Err(Rejection::Unreadable),
            };
            result.map(|_| None).map_err(|why| reply::refusal(&why))
        }
        "add_names" => match said(|| read_names(fields.text("names"))) {
            Ok(names) => {
                let known = store.names(room.entry.id).await.map_err(unavailable)?.len();
                if known + names.len() > NAMES {
                    Err(said(|| too_many(known + names.len())))
                } else {
                    let added = store.add_names(room.entry.id, &names).await.map_err(unavailable)?;
                    Ok(Some(said(|| said_of_names(added, names.len() as u32))))
                }
            }
            Err(why) => Err(why),
        },
        "drop_names" if fields.yes("sure") => {
            store.drop_names(room.entry.id).await.map_err(unavailable)?;
            Ok(None)
        }
        "drop_names" => Err(said(|| Sheet::DeleteUnsure.owned())),
        _ => Err(reply::refusal(&Rejection::Unreadable)),
    };
    match done {
        Ok(None) => Ok(Redirect::to(&paths::ballots(room.entry.code.as_str())).into_response()),
        Ok(Some(text)) => {
            let notice = Some(Notice { text, wrong: false });
            let page = gathered(&app, &room).await?;
            Ok(reply::page(&app, Page::Ballots(Ballots { notice, ..page })))
        }
        Err(text) => {
            let page = Ballots {
                notice: Some(Notice { text, wrong: true }),
                typed: fields.text("names").to_owned(),
                ..gathered(&app, &room).await?
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Err(reply::page_with(&app, status, Page::Ballots(page)))
        }
    }
}

/// How people get their ballot, as a form says it.
pub(super) fn integrity(fields: &Fields) -> Option<Integrity> {
    match fields.text("integrity") {
        "open" => Some(Integrity::Open),
        "ticket" => Some(Integrity::Ticket),
        "roll" => Some(Integrity::Roll),
        _ => None,
    }
}

/// The names of a list, one a line.
///
/// # Errors
/// What is wrong with it, in words; then none of it is taken.
fn read_names(text: &str) -> Result<Vec<String>, String> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let count = lines().count();
    if count == 0 {
        return Err(Sheet::NoNames.owned());
    }
    if count > NAMES {
        return Err(too_many(count));
    }
    let mut names = Vec::with_capacity(count);
    let mut seen = BTreeSet::new();
    let mut twice = Vec::new();
    for (number, line) in (1_usize..).zip(lines()) {
        let name = checked_line(line, NAME_CHARS)
            .map_err(|error| Sheet::NameOfList.with(&[("number", number.to_string()), ("why", text_error(error))]))?;
        if seen.insert(folded(&name)) {
            names.push(name);
        } else {
            twice.push(name);
        }
    }
    if twice.is_empty() {
        return Ok(names);
    }
    let some: Vec<String> = twice.iter().take(SOME).map(|name| format!("“{name}”")).collect();
    let some = some.join(", ");
    let names = match twice.len().saturating_sub(SOME) {
        0 => some,
        more => Sheet::AndMore.with(&[("names", some), ("more", more.to_string())]),
    };
    Err(Sheet::NamesTwice.with(&[("names", names)]))
}

fn too_many(count: usize) -> String {
    Sheet::TooManyNames.with(&[("number", count), ("most", NAMES)])
}

fn said_of_names(added: u32, listed: u32) -> String {
    let added_words = Sheet::NamesAdded.count(added);
    match listed.saturating_sub(added) {
        0 => added_words,
        known => format!("{added_words} {}", Sheet::NamesKnown.count(known)),
    }
}

/// Tickets as cards to print.
pub(super) async fn print(
    State(app): State<App>,
    visitor: Visitor,
    Led { account, room }: Led,
    fields: Fields,
) -> Result<Response, Response> {
    let actor = Actor::Facilitator(account.id);
    let made = match fields.command() {
        Some(id) => {
            let count = fields.parse("count").unwrap_or(0);
            make(&app.rooms.store, &room, actor, id, count, false).await
        }
        None => Err(Rejection::Unreadable.into()),
    };
    match made {
        Ok(tickets) => {
            let origin = visitor.origin_for_phones(&app.site);
            let title = room.look(|panel| panel.title().to_owned()).await;
            let card = |ticket: Ticket| {
                let address = format!("{origin}{}", paths::ticket(ticket.as_str()));
                (ticket.to_string(), qr_path(&address).unwrap_or_default())
            };
            let sheet = TicketSheet {
                code: room.entry.code.to_string(),
                title: title.ok_or_else(|| attendee::gone(&app))?,
                address: format!("{}{}", host(&origin), paths::TICKET),
                letter: fields.text("paper") == "letter",
                cards: tickets.into_iter().map(card).collect(),
            };
            Ok(reply::page(&app, Page::TicketSheet(sheet)))
        }
        Err(MakeError::Store(error)) => Err(reply::unavailable(&app, &error)),
        Err(why) => {
            let text = in_words(&why);
            let page = Ballots {
                notice: Some(Notice { text, wrong: true }),
                ..gathered(&app, &room).await?
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Err(reply::page_with(&app, status, Page::Ballots(page)))
        }
    }
}

/// Why no ticket was made.
fn in_words(why: &MakeError) -> String {
    match why {
        MakeError::Refused(why) => reply::refusal(why),
        MakeError::Again => said(|| Sheet::CardsMadeAlready.owned()),
        MakeError::Store(_) => reply::refusal(&Rejection::Unavailable),
    }
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    search: String,
}

pub(super) async fn door(
    State(app): State<App>,
    Led { room, .. }: Led,
    Query(Wanted { search }): Query<Wanted>,
) -> Result<Response, Response> {
    Ok(reply::page(&app, Page::Door(at_door(&app, &room, search).await?)))
}

async fn at_door(app: &App, room: &RoomHandle, search: String) -> Result<Door, Response> {
    let names = app.rooms.store.names(room.entry.id).await;
    let names = names.map_err(|error| reply::unavailable(app, &error))?;
    let looked = room.look(|panel| (panel.title().to_owned(), panel.integrity())).await;
    let (title, integrity) = looked.ok_or_else(|| attendee::gone(app))?;
    let wanted = folded(&search);
    let count = counted(&names);
    let matching: Vec<_> = names
        .into_iter()
        .filter(|(name, _)| folded(name).contains(&wanted))
        .collect();
    Ok(Door {
        code: room.entry.code.to_string(),
        title,
        integrity,
        search,
        more: matching.len().saturating_sub(LISTED),
        found: matching.into_iter().take(LISTED).collect(),
        names: count,
        handed: None,
        command: CommandId(Uuid::new_v4()),
        notice: None,
    })
}

/// What somebody at the door does; what they are shown does not say to whom it belongs.
pub(super) async fn at_the_door(
    State(app): State<App>,
    visitor: Visitor,
    Led { account, room }: Led,
    fields: Fields,
) -> Result<Response, Response> {
    let unavailable = |error: StoreError| reply::unavailable(&app, &error);
    let (store, actor) = (&app.rooms.store, Actor::Facilitator(account.id));
    let name = fields.text("name");
    let check = async |checked| store.check_name(room.entry.id, name, checked).await;
    let about = |what: Sheet| said(|| what.with(&[("name", name)]));
    let outcome: Result<Outcome, MakeError> = match fields.text("do") {
        "check" if !check(true).await.map_err(unavailable)? => Ok(Outcome::Said(about(Sheet::CheckedAlready), true)),
        "check" => match app.piles.take(store, &room, actor).await {
            Ok(ticket) => Ok(Outcome::Ticket(ticket)),
            Err(why) => {
                // Without a ticket nobody came in.
                check(false).await.map_err(unavailable)?;
                Err(why)
            }
        },
        "check_card" => Ok(if check(true).await.map_err(unavailable)? {
            Outcome::Said(about(Sheet::CheckedGiveCard), false)
        } else {
            Outcome::Said(about(Sheet::CheckedAlready), true)
        }),
        "uncheck" => {
            check(false).await.map_err(unavailable)?;
            let text = about(Sheet::NotChecked);
            Ok(Outcome::Said(text, false))
        }
        "show" => app.piles.take(store, &room, actor).await.map(Outcome::Ticket),
        "replace" => replace(&app, &room, actor, &fields).await,
        _ => Err(Rejection::Unreadable.into()),
    };
    let search = fields.text("search").to_owned();
    let page = at_door(&app, &room, search).await?;
    let (page, status) = match outcome {
        Ok(Outcome::Ticket(ticket)) => {
            let origin = visitor.origin_for_phones(&app.site);
            let address = format!("{origin}{}", paths::ticket(ticket.as_str()));
            let handed = Handed {
                ticket: ticket.to_string(),
                address: format!("{}{}", host(&origin), paths::TICKET),
                qr: qr_path(&address).unwrap_or_default(),
            };
            let handed = Some(handed);
            (Door { handed, ..page }, StatusCode::OK)
        }
        Ok(Outcome::Said(text, wrong)) => {
            let status = if wrong { StatusCode::CONFLICT } else { StatusCode::OK };
            let notice = Some(Notice { text, wrong });
            (Door { notice, ..page }, status)
        }
        Err(MakeError::Store(error)) => return Err(reply::unavailable(&app, &error)),
        Err(why) => {
            let text = in_words(&why);
            let notice = Some(Notice { text, wrong: true });
            (Door { notice, ..page }, StatusCode::UNPROCESSABLE_ENTITY)
        }
    };
    Ok(reply::page_with(&app, status, Page::Door(page)))
}

/// What comes of what somebody at the door does.
enum Outcome {
    Ticket(Ticket),
    /// In words, and whether something was not done.
    Said(String, bool),
}

/// Another ticket for somebody who lost phone or card.
async fn replace(app: &App, room: &RoomHandle, actor: Actor, fields: &Fields) -> Result<Outcome, MakeError> {
    let store = &app.rooms.store;
    let typed = fields.text("ticket").trim();
    if !typed.is_empty() {
        let Ok(old) = typed.parse::<Ticket>() else {
            return Ok(Outcome::Said(said(|| Sheet::OldUnreadable.owned()), true));
        };
        let known = store.ticket(hash(old)).await?;
        match known.filter(|known| known.panel == room.entry.id) {
            None => {
                return Ok(Outcome::Said(said(|| Sheet::OldUnknown.owned()), true));
            }
            Some(known) if known.void => {
                return Ok(Outcome::Said(said(|| Sheet::OldVoid.owned()), true));
            }
            // Nobody can vote with the old one any more, so nobody has two.
            Some(_) if store.void_ticket(room.entry.id, hash(old)).await? => {
                return app.piles.take(store, room, actor).await.map(Outcome::Ticket);
            }
            Some(_) => {}
        }
    }
    let id = fields.command().ok_or(Rejection::Unreadable)?;
    let made = make(store, room, actor, id, 1, true).await?;
    made.into_iter().next().map(Outcome::Ticket).ok_or(MakeError::Again)
}

#[cfg(test)]
mod tests {
    use visioncast_app::language::speaking;
    use visioncast_model::Language;

    fn read_names(text: &str) -> Result<Vec<String>, String> {
        speaking(Language::English, || super::read_names(text))
    }

    #[test]
    fn a_list_of_names_is_read_line_by_line() {
        let read = read_names("  Ada Lovelace \r\n\n Zoë Kaya\n");
        assert_eq!(read, Ok(vec!["Ada Lovelace".to_owned(), "Zoë Kaya".to_owned()]));
    }

    #[test]
    fn what_is_wrong_with_a_list_is_said_and_none_of_it_taken() {
        let refused = |text: &str| read_names(text).expect_err("it is refused");
        assert!(refused(" \n\t\n").contains("no name"));
        let twice = refused("Ada Lovelace\nZoë\nada  lovelace");
        assert!(twice.contains("“ada  lovelace”"), "{twice}");
        let many: String = (0..10_000).map(|number| format!("Name {number}\n")).collect();
        assert!(refused(&many).contains("10000") && refused(&many).contains("5000"));
        let long = refused(&format!("Ada\n{}", "x".repeat(121)));
        assert!(long.contains("Name 2") && long.contains("120 fit"), "{long}");
        assert!(refused("Ada\u{7}").contains("control character"));
    }
}
