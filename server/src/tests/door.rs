//! One ballot each: tickets, the roll, and whoever comes with neither.

use std::collections::BTreeSet;

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    Answer, CommandId, Entrance, Integrity, Rejection, Tickets,
    wire::{ClientFrame, ServerFrame, to_body},
};

use super::server::{Phone, Server, Stage};

const TICKET_SIGNS: usize = 14;

/// The tickets that a page shows, in its order.
fn tickets_on(page: &str) -> Vec<String> {
    let start = "class=\"ticket-signs\">";
    page.match_indices(start)
        .map(|(place, _)| page[place + start.len()..][..TICKET_SIGNS].to_owned())
        .collect()
}

/// Prints so many cards; returns their tickets.
async fn printed(server: &Server, stage: &Stage, session: &str, count: u32) -> Vec<String> {
    let (id, count) = (Uuid::new_v4().to_string(), count.to_string());
    let form = [("id", id.as_str()), ("count", &count), ("paper", "letter")];
    let sheet = server
        .post(&paths::tickets(stage.entry.code.as_str()), session, &form)
        .await;
    assert_eq!(sheet.status(), 200);
    tickets_on(&sheet.text().await.expect("a page"))
}

/// Scans a ticket; returns what the device holds then, and the status of the page.
async fn scan(server: &Server, stage: &Stage, ticket: &str, cookie: &str) -> (String, u16) {
    let page = server.get(&paths::ticket(ticket), cookie).await;
    let status = page.status().as_u16();
    let seat = page.headers().get("set-cookie").and_then(|seat| seat.to_str().ok());
    let cookie = seat.map_or_else(
        || cookie.to_owned(),
        |seat| seat.split(';').next().unwrap_or_default().to_owned(),
    );
    if status == 200 {
        let text = page.text().await.expect("a page");
        assert!(text.contains(&paths::join(stage.entry.code.as_str())), "one tap away");
    }
    (cookie, status)
}

/// Taps Join; returns the status, and what the page says.
async fn tap(server: &Server, stage: &Stage, ticket: &str, cookie: &str) -> (u16, String) {
    let joined = server
        .post(&paths::join(stage.entry.code.as_str()), cookie, &[("ticket", ticket)])
        .await;
    (joined.status().as_u16(), joined.text().await.expect("a page"))
}

#[tokio::test]
async fn a_ticket_is_one_ballot_over_http_and_the_socket() {
    let server = Server::start().await;
    let stage = server.stage_for(100, Integrity::Ticket).await;
    stage.open(stage.prompt).await;
    let session = server.facilitator().await;
    let tickets = printed(&server, &stage, &session, 3).await;
    let code = stage.entry.code.to_string();

    let (cookie, status) = scan(&server, &stage, &tickets[0], "").await;
    assert_eq!(status, 200);
    assert_eq!(tap(&server, &stage, &tickets[0], &cookie).await.0, 303);
    let phone = Phone {
        cookie,
        code: code.clone(),
    };
    let person = server.person(&stage, &phone).await;
    let entrance = stage.look(move |panel| panel.people()[&person].entrance).await;
    assert_eq!(entrance, Entrance::Ticket);

    // The answer was lost: the same device scans and taps again, and is who it was.
    assert_eq!(scan(&server, &stage, &tickets[0], &phone.cookie).await.1, 303);
    assert_eq!(tap(&server, &stage, &tickets[0], &phone.cookie).await.0, 303);
    assert_eq!(stage.look(|panel| panel.people().len()).await, 1);

    // Another device is told, and reads along.
    let (second, status) = scan(&server, &stage, &tickets[0], "").await;
    assert_eq!(status, 409);
    let (status, said) = tap(&server, &stage, &tickets[0], &second).await;
    assert_eq!(status, 409);
    assert!(
        said.contains("Another device") && said.contains(&paths::along(&code)),
        "{said}"
    );
    assert_eq!(server.get(&paths::along(&code), &second).await.status(), 200);
    let prompt = stage.prompt.to_string();
    let id = Uuid::new_v4().to_string();
    let form = [
        ("kind", "idea"),
        ("id", id.as_str()),
        ("activity", &prompt),
        ("words", "twice"),
    ];
    let refused = server.post(&paths::answer(&code), &second, &form).await;
    assert_eq!(refused.status(), 403);
    let refused = server
        .try_socket(&format!("panel={code}"), &second, &server.url(""))
        .await;
    assert_eq!(refused.err(), Some(401));
    let mut along = server.socket(&format!("along={code}"), &second).await;
    along.hello(None).await;
    let answer = Answer::AddIdea {
        activity: stage.prompt,
        domain: None,
        words: "twice".to_owned(),
        quotable: false,
    };
    let id = CommandId(Uuid::new_v4());
    along
        .send(&ClientFrame::Submit {
            id,
            body: to_body(&answer),
        })
        .await;
    let why = along
        .wait(|frame| match frame {
            ServerFrame::Refused { id: refused, why } if refused == id => Some(why),
            _ => None,
        })
        .await;
    assert_eq!(why, Rejection::NotAllowed);
    assert_eq!(stage.look(|panel| panel.people().len()).await, 1);
    assert_eq!(stage.look(|panel| panel.ideas().len()).await, 0);
}

#[tokio::test]
async fn many_devices_with_one_ticket_at_once_are_one_person() {
    let server = Server::start().await;
    let stage = server.stage_for(100, Integrity::Ticket).await;
    let session = server.facilitator().await;
    let ticket = printed(&server, &stage, &session, 1).await.remove(0);
    let taps = (0..8).map(|_| tap(&server, &stage, &ticket, ""));
    let statuses: Vec<u16> = futures::future::join_all(taps)
        .await
        .into_iter()
        .map(|(status, _)| status)
        .collect();
    assert_eq!(
        statuses.iter().filter(|status| **status == 303).count(),
        1,
        "{statuses:?}"
    );
    assert_eq!(stage.look(|panel| panel.came_by(Entrance::Ticket)).await, 1);
}

#[tokio::test]
async fn without_a_ticket_one_is_told_where_to_get_it_and_reads_along() {
    let server = Server::start().await;
    let stage = server.stage_for(100, Integrity::Ticket).await;
    let other = server.stage_for(100, Integrity::Ticket).await;
    let session = server.facilitator().await;
    let elsewhere = printed(&server, &other, &session, 1).await.remove(0);
    let code = stage.entry.code.to_string();
    let page = server.get(&paths::panel(&code), "").await;
    assert_eq!(page.status(), 200);
    let page = page.text().await.expect("a page");
    assert!(page.contains("Your ticket") && page.contains(&paths::along(&code)));

    for (typed, says) in [
        ("", "Your ticket"),
        ("K7M2", "12 letters and digits"),
        ("K7M2-PQRS-TV34", "no such ticket"),
        (&elsewhere, "no such ticket"),
    ] {
        let (status, said) = tap(&server, &stage, typed, "").await;
        assert_eq!(status, 403, "{typed}");
        assert!(said.contains(says) && said.contains(typed), "{typed}: {said}");
    }
    // Typed where codes are typed, or where tickets are.
    for path in [paths::FIND, paths::TICKET] {
        let field = if path == paths::FIND { "code" } else { "ticket" };
        let found = server
            .get(&format!("{path}?{field}={}", elsewhere.to_lowercase()), "")
            .await;
        assert_eq!(
            found.headers()["location"],
            paths::ticket(&elsewhere.replace('-', "")).as_str()
        );
    }
    let mistyped = server
        .get(&format!("{}?ticket=K7M2-PQRS-TV3O", paths::TICKET), "")
        .await;
    assert_eq!(mistyped.status(), 422);
    let page = mistyped.text().await.expect("a page");
    assert!(
        page.contains("no code has a “O”") && page.contains("K7M2-PQRS-TV3O"),
        "what was typed is kept"
    );
    assert_eq!(server.get(&paths::ticket("K7M2PQRSTV34"), "").await.status(), 404);
    assert_eq!(stage.look(|panel| panel.people().len()).await, 0);
}

#[tokio::test]
async fn a_full_room_gives_the_ticket_back() {
    let server = Server::start().await;
    let stage = server.stage_for(1, Integrity::Ticket).await;
    let session = server.facilitator().await;
    let tickets = printed(&server, &stage, &session, 2).await;
    assert_eq!(tap(&server, &stage, &tickets[0], "").await.0, 303);
    let (status, said) = tap(&server, &stage, &tickets[1], "").await;
    assert_eq!(status, 409);
    assert!(
        said.contains("places are taken") && said.contains(&tickets[1]),
        "one tap from trying again"
    );
    let count = server
        .rooms
        .store
        .count_tickets(stage.entry.id)
        .await
        .expect("an answer");
    assert_eq!(count.used, 1);
}

#[tokio::test]
async fn cards_are_unnumbered_mixed_and_made_once() {
    let server = Server::start().await;
    let stage = server.stage_for(100, Integrity::Ticket).await;
    let session = server.facilitator().await;
    let path = paths::tickets(stage.entry.code.as_str());
    let id = Uuid::new_v4().to_string();
    let form = [("id", id.as_str()), ("count", "40"), ("paper", "a4")];
    let sheet = server.post(&path, &session, &form).await.text().await.expect("a page");
    let tickets = tickets_on(&sheet);
    assert_eq!(tickets.iter().collect::<BTreeSet<_>>().len(), 40);
    assert!(sheet.matches("<svg").count() == 40, "each has a code");
    // Reloaded, the form is sent again: no card more.
    let again = server.post(&path, &session, &form).await;
    assert_eq!(again.status(), 422);
    assert!(again.text().await.expect("a page").contains("shown only once"));
    let kept = server
        .rooms
        .store
        .count_tickets(stage.entry.id)
        .await
        .expect("an answer")
        .kept;
    assert_eq!(kept, 40);
    let expected = Tickets { made: 40, replacing: 0 };
    assert_eq!(stage.look(|panel| panel.tickets()).await, expected);
    for odd in ["0", "-3", "many", "2001"] {
        let id = Uuid::new_v4().to_string();
        let form = [("id", id.as_str()), ("count", odd)];
        let refused = server.post(&path, &session, &form).await;
        assert_eq!(refused.status(), 422, "{odd}");
    }
}

#[tokio::test]
async fn a_lost_card_becomes_void_and_a_lost_phone_is_counted() {
    let server = Server::start().await;
    let stage = server.stage_for(100, Integrity::Ticket).await;
    let session = server.facilitator().await;
    let tickets = printed(&server, &stage, &session, 2).await;
    let path = paths::door(stage.entry.code.as_str());
    let replace = async |old: &str| {
        let id = Uuid::new_v4().to_string();
        let form = [("id", id.as_str()), ("do", "replace"), ("ticket", old)];
        let answer = server.post(&path, &session, &form).await;
        (answer.status().as_u16(), answer.text().await.expect("a page"))
    };
    // The card was never used: it becomes void, and nobody has two ballots.
    let (status, page) = replace(&tickets[0]).await;
    assert_eq!((status, tickets_on(&page).len()), (200, 1));
    assert_eq!(server.get(&paths::ticket(&tickets[0]), "").await.status(), 410);
    assert_eq!(tap(&server, &stage, &tickets[0], "").await.0, 403);
    assert_eq!(stage.look(|panel| panel.tickets().replacing).await, 0);
    let (status, page) = replace(&tickets[0]).await;
    assert_eq!(status, 409);
    assert!(page.contains("is void"), "{page}");
    // The phone is lost after its ticket was used: another is counted.
    assert_eq!(tap(&server, &stage, &tickets[1], "").await.0, 303);
    let (status, page) = replace(&tickets[1]).await;
    assert_eq!(status, 200);
    assert_eq!(stage.look(|panel| panel.tickets().replacing).await, 1);
    let given = tickets_on(&page).remove(0);
    assert_eq!(tap(&server, &stage, &given, "").await.0, 303);
    assert_eq!(replace("K7M2").await.0, 409);
    let ballots = server.get(&paths::ballots(stage.entry.code.as_str()), &session).await;
    assert!(ballots.text().await.expect("a page").contains("in place of lost ones"));
}

#[tokio::test]
async fn a_name_on_the_roll_gets_one_ticket_that_nothing_ties_to_it() {
    let server = Server::start().await;
    let stage = server.stage_for(100, Integrity::Roll).await;
    let session = server.facilitator().await;
    let code = stage.entry.code.to_string();
    let (ballots, door) = (paths::ballots(&code), paths::door(&code));
    let add = async |names: &str| {
        let answer = server
            .post(&ballots, &session, &[("do", "add_names"), ("names", names)])
            .await;
        (answer.status().as_u16(), answer.text().await.expect("a page"))
    };
    let (status, page) = add("Ada Lovelace\nZoë Kaya\nada lovelace").await;
    assert_eq!(status, 422);
    assert!(
        page.contains("“ada lovelace”") && page.contains("Zoë Kaya"),
        "what was typed is kept"
    );
    assert_eq!(add(" \n ").await.0, 422);
    let (status, page) = add(&(0..10_000).map(|number| format!("Name {number}\n")).collect::<String>()).await;
    assert_eq!(status, 422);
    assert!(page.contains("Name 9999"), "what was typed is kept");
    assert_eq!(add("Ada Lovelace\nZoë Kaya").await.0, 200);
    assert!(add("Zoë Kaya\nGrace Hopper").await.1.contains("stood on it already"));

    let found = server.get(&format!("{door}?search=lovel"), &session).await;
    let page = found.text().await.expect("a page");
    assert!(page.contains("Ada Lovelace") && !page.contains("Grace"));
    let check = async |what: &str, name: &str| {
        let answer = server.post(&door, &session, &[("do", what), ("name", name)]).await;
        (answer.status().as_u16(), answer.text().await.expect("a page"))
    };
    let (status, page) = check("check", "Ada Lovelace").await;
    assert_eq!(status, 200);
    let ticket = tickets_on(&page).remove(0);
    let (status, page) = check("check", "Ada Lovelace").await;
    assert_eq!((status, tickets_on(&page).len()), (409, 0));
    assert!(page.contains("already"));
    assert_eq!(check("check_card", "Zoë Kaya").await.0, 200);
    assert_eq!(check("check_card", "Zoë Kaya").await.0, 409);
    assert_eq!(check("check", "Nobody").await.0, 409);
    assert_eq!(tap(&server, &stage, &ticket, "").await.0, 303);

    // What leaves the panel knows neither the name nor the ticket.
    let export = server
        .get(&paths::export(&code, "json"), &session)
        .await
        .text()
        .await
        .expect("JSON");
    for secret in ["Lovelace", &ticket, &ticket.replace('-', "")] {
        assert!(!export.contains(secret), "{secret}");
    }
    assert!(export.contains("\"integrity\": \"roll\"") && export.contains("\"entrance\": \"ticket\""));
    let report = server
        .get(&paths::report(&code), &session)
        .await
        .text()
        .await
        .expect("a page");
    assert!(
        report.contains("One ballot a name on the roll") && report.contains("1 of them used"),
        "{report}"
    );
    let gone = server
        .post(&ballots, &session, &[("do", "drop_names"), ("sure", "yes")])
        .await;
    assert_eq!(gone.status(), 303);
    assert!(
        server
            .rooms
            .store
            .names(stage.entry.id)
            .await
            .expect("an answer")
            .is_empty()
    );
}

#[tokio::test]
async fn how_people_get_their_ballot_is_chosen_with_the_panel() {
    let server = Server::start().await;
    let session = server.facilitator().await;
    let form = [("title", "A panel"), ("template", "blank"), ("integrity", "roll")];
    let begun = server.post(paths::PANELS, &session, &form).await;
    let code = begun.headers()["location"]
        .to_str()
        .expect("text")
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned();
    let room = server
        .rooms
        .find(code.parse().expect("a code"))
        .await
        .expect("an answer")
        .expect("it is there");
    assert_eq!(room.look(|panel| panel.integrity()).await, Some(Integrity::Roll));
    let id = Uuid::new_v4().to_string();
    let set = [("id", id.as_str()), ("do", "set"), ("integrity", "open")];
    assert_eq!(server.post(&paths::ballots(&code), &session, &set).await.status(), 303);
    assert_eq!(server.post(&paths::join(&code), "", &[]).await.status(), 303);
    let id = Uuid::new_v4().to_string();
    let set = [("id", id.as_str()), ("do", "set"), ("integrity", "ticket")];
    let late = server.post(&paths::ballots(&code), &session, &set).await;
    assert_eq!(late.status(), 422);
    assert!(late.text().await.expect("a page").contains("Somebody has joined"));
}
