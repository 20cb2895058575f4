//! Links of panelists and the board, as they are made, used and revoked.

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{Entrance, Integrity, Role, Source, wire::Goodbye};

use super::server::{Phone, Server, Stage};
use crate::{
    live::now,
    store::{Link, token_hash},
};

/// Makes a link as a facilitator does; returns its token.
async fn made(server: &Server, stage: &Stage, session: &str, role: &str, label: &str) -> String {
    let code = stage.entry.code.as_str();
    let form = [("do", "make"), ("role", role), ("label", label), ("days", "14")];
    let made = server.post(&paths::links(code), session, &form).await;
    assert_eq!(made.status(), 200);
    let page = made.text().await.expect("a page");
    assert!(page.contains(label));
    let start = format!("/{role}/");
    let place = page.find(&start).expect("the link is on the page") + start.len();
    page[place..]
        .chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign))
        .collect()
}

/// Revokes the link with that label, as a facilitator does.
async fn revoke(server: &Server, stage: &Stage, session: &str, label: &str) {
    let path = paths::links(stage.entry.code.as_str());
    let page = server.get(&path, session).await.text().await.expect("a page");
    let row = page.split("<li").find(|row| row.contains(label)).expect("it is listed");
    let value = "name=\"link\" value=\"";
    let place = row.find(value).expect("it can be revoked") + value.len();
    let name = &row[place..place + 64];
    let done = server.post(&path, session, &[("do", "revoke"), ("link", name)]).await;
    assert_eq!(done.status(), 303);
}

async fn sit(server: &Server, stage: &Stage, token: &str) -> Phone {
    let seat = server.post(&paths::panelist_seat(token), "", &[]).await;
    assert_eq!(seat.status(), 303);
    let cookie = seat.headers()["set-cookie"].to_str().expect("text");
    Phone {
        cookie: cookie.split(';').next().unwrap_or_default().to_owned(),
        code: stage.entry.code.to_string(),
    }
}

#[tokio::test]
async fn a_board_link_opens_the_report_until_it_is_revoked_alone() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let session = server.facilitator().await;
    let first = made(&server, &stage, &session, "board", "Board of May").await;
    let second = made(&server, &stage, &session, "board", "Dr. Okafor").await;
    for token in [&first, &second] {
        assert_eq!(server.get(&paths::board(token), "").await.status(), 200);
    }
    revoke(&server, &stage, &session, "Board of May").await;
    let over = server.get(&paths::board(&first), "").await;
    assert_eq!(over.status(), 410);
    assert!(over.text().await.expect("a page").contains("revoked"));
    assert_eq!(server.get(&paths::board(&second), "").await.status(), 200);
    let page = server.get(&paths::links(stage.entry.code.as_str()), &session).await;
    assert!(page.text().await.expect("a page").contains("revoked"));
}

#[tokio::test]
async fn an_expired_link_says_so_and_an_unknown_one_what_to_do() {
    let server = Server::start().await;
    let stage = server.stage().await;
    for (role, path) in [
        (Role::Board, paths::board("old")),
        (Role::Panelist, paths::panelist("older")),
    ] {
        let token = path.rsplit('/').next().unwrap_or_default();
        let link = Link {
            token: token_hash(token),
            panel: stage.entry.id,
            role,
            label: "Once".to_owned(),
            created: now(),
            expires: now(),
            revoked: false,
        };
        server.rooms.store.keep_link(&link).await.expect("it is kept");
        let over = server.get(&path, "").await;
        assert_eq!(over.status(), 410);
        assert!(over.text().await.expect("a page").contains("time was over"), "{path}");
        let unknown = server.get(&format!("{path}x"), "").await;
        assert_eq!(unknown.status(), 404);
        assert!(unknown.text().await.expect("a page").contains("not known"));
    }
}

#[tokio::test]
async fn a_link_without_a_label_is_not_made() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let session = server.facilitator().await;
    let form = [("do", "make"), ("role", "panelist"), ("label", "  "), ("days", "2")];
    let refused = server
        .post(&paths::links(stage.entry.code.as_str()), &session, &form)
        .await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text().await.expect("a page").contains("for whom"));
    assert!(
        server
            .rooms
            .store
            .links(stage.entry.id)
            .await
            .expect("an answer")
            .is_empty()
    );
}

#[tokio::test]
async fn a_panelist_is_one_person_on_every_device_and_needs_no_ticket() {
    let server = Server::start().await;
    for integrity in Integrity::ALL {
        let stage = server.stage_for(100, integrity).await;
        let session = server.facilitator().await;
        let token = made(&server, &stage, &session, "panelist", "Prof. Adeyemi").await;
        let (phone, laptop) = (sit(&server, &stage, &token).await, sit(&server, &stage, &token).await);
        assert_ne!(phone.cookie, laptop.cookie);
        let person = server.person(&stage, &phone).await;
        assert_eq!(server.person(&stage, &laptop).await, person);
        assert_eq!(stage.look(|panel| panel.people().len()).await, 1, "{integrity:?}");
        assert_eq!(stage.look(|panel| panel.came_by(Entrance::Link)).await, 1);
        // Whoever sits already stays who they are.
        let other = server.seated(&stage, Entrance::Ticket).await;
        let again = server.post(&paths::panelist_seat(&token), &other.cookie, &[]).await;
        assert_eq!(again.status(), 303);
        assert!(again.headers().get("set-cookie").is_none());
    }
}

#[tokio::test]
async fn a_panelist_brings_in_what_was_spoken_and_nothing_ties_it_to_their_ballots() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let token = server.link(&stage, Role::Panelist).await;
    let phone = sit(&server, &stage, &token).await;
    let person = server.person(&stage, &phone).await;
    let (id, prompt) = (Uuid::new_v4().to_string(), stage.prompt.to_string());
    let form = [
        ("id", id.as_str()),
        ("activity", &prompt),
        ("words", "Said on stage"),
        ("source", "spoken"),
    ];
    for _ in 0..2 {
        let brought = server.post(&paths::panelist(&token), "", &form).await;
        assert_eq!(brought.status(), 303);
    }
    let ideas = stage
        .look(|panel| panel.ideas().values().cloned().collect::<Vec<_>>())
        .await;
    assert_eq!(ideas.len(), 1, "a second tap has no effect");
    assert_eq!((ideas[0].source, ideas[0].author), (Source::Spoken, None));
    let tail = server
        .rooms
        .store
        .tail(stage.entry.id, visioncast_model::Seq(0), 1000)
        .await;
    let events = tail.expect("the log is there").events;
    let brought = events
        .iter()
        .find(|recorded| recorded.command.to_string() == id)
        .expect("it is in the log");
    let written = serde_json::to_string(brought).expect("JSON");
    assert!(!written.contains(&person.to_string()), "{written}");

    let long = "x".repeat(2_000);
    let form = [("id", prompt.as_str()), ("activity", &prompt), ("words", &long)];
    let refused = server.post(&paths::panelist(&token), "", &form).await;
    assert_eq!(refused.status(), 422);
    let page = refused.text().await.expect("a page");
    assert!(
        page.contains(&long) && page.contains("1000 fit"),
        "what was typed is kept"
    );
}

#[tokio::test]
async fn a_revoked_panelist_loses_the_page_and_keeps_the_answers() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let session = server.facilitator().await;
    let token = made(&server, &stage, &session, "panelist", "Prof. Adeyemi").await;
    let phone = sit(&server, &stage, &token).await;
    let person = server.person(&stage, &phone).await;
    let mut socket = server.socket(&format!("panelist={token}"), "").await;
    socket.hello(None).await;
    revoke(&server, &stage, &session, "Prof. Adeyemi").await;
    assert_eq!(socket.goodbye().await, Goodbye::NotAllowed);
    let over = server.get(&paths::panelist(&token), &phone.cookie).await;
    assert_eq!(over.status(), 410);
    assert!(over.text().await.expect("a page").contains("is kept"));
    let refused = server
        .try_socket(&format!("panelist={token}"), "", &server.url(""))
        .await;
    assert_eq!(refused.err(), Some(410));
    assert_eq!(server.post(&paths::panelist_seat(&token), "", &[]).await.status(), 410);
    // As an attendee, they go on.
    assert_eq!(server.person(&stage, &phone).await, person);
    let (id, prompt) = (Uuid::new_v4().to_string(), stage.prompt.to_string());
    let form = [
        ("kind", "idea"),
        ("id", id.as_str()),
        ("activity", &prompt),
        ("words", "Still here"),
    ];
    let sent = server.post(&paths::answer(&phone.code), &phone.cookie, &form).await;
    assert_eq!(sent.status(), 303);
}
