use visioncast_app::paths;
use visioncast_model::{Answer, Integrity, Tally};

use super::server::Server;

#[tokio::test]
async fn everything_works_with_plain_forms() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let code = stage.entry.code.to_string();
    stage.open(stage.prompt).await;

    let found = server
        .get(&format!("{}?code={}", paths::FIND, code.to_lowercase()), "")
        .await;
    assert_eq!(found.headers()["location"], paths::panel(&code).as_str());

    let author = server.join(&stage).await;
    let page = server.get(&paths::panel(&code), &author.cookie).await.text().await;
    assert!(page.expect("a page").contains("What must be done?"));

    let prompt = stage.prompt.to_string();
    let id = uuid::Uuid::new_v4().to_string();
    let form = [
        ("kind", "idea"),
        ("id", &id),
        ("activity", &prompt),
        ("domain", "1"),
        ("words", "An idea <b>by form</b>"),
        ("quotable", "yes"),
    ];
    // A double tap, or a reload of the answer, has one effect.
    for _ in 0..2 {
        let sent = server.post(&paths::answer(&code), &author.cookie, &form).await;
        assert_eq!(sent.status(), 303);
    }
    assert_eq!(stage.look(|panel| panel.ideas().len()).await, 1);

    stage.open(stage.judgement).await;
    let voter = server.join(&stage).await;
    let page = server
        .get(&paths::panel(&code), &voter.cookie)
        .await
        .text()
        .await
        .expect("a page");
    assert!(
        page.contains("An idea &lt;b&gt;by form&lt;/b&gt;"),
        "words are shown, not run"
    );
    let judgement = stage.judgement.to_string();
    let vote_id = uuid::Uuid::new_v4().to_string();
    let vote = [
        ("kind", "judge"),
        ("id", &vote_id),
        ("activity", &judgement),
        ("idea", &id),
        ("choice", "disagree"),
    ];
    let sent = server.post(&paths::answer(&code), &voter.cookie, &vote).await;
    assert_eq!(sent.status(), 303);
    let (judgement, idea) = (stage.judgement, id.parse().expect("an id"));
    let tally = stage.look(move |panel| panel.tally(judgement, idea)).await;
    assert_eq!(
        tally,
        Tally {
            disagree: 1,
            ..Tally::default()
        }
    );
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let phone = server.join(&stage).await;
    let prompt = stage.prompt.to_string();
    let id = uuid::Uuid::new_v4().to_string();
    let long = format!("the beginning {}", "x".repeat(2_000));
    let form = [
        ("kind", "idea"),
        ("id", id.as_str()),
        ("activity", &prompt),
        ("words", &long),
    ];
    let sent = server.post(&paths::answer(&phone.code), &phone.cookie, &form).await;
    assert_eq!(sent.status(), 422);
    let page = sent.text().await.expect("a page");
    assert!(page.contains(&long), "the words are in the form again");
    assert!(page.contains("1000 fit"), "it says what to do");
}

#[tokio::test]
async fn a_refused_vote_says_why_on_the_page() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.judgement).await;
    let phone = server.join(&stage).await;
    let judgement = stage.judgement.to_string();
    let [id, unknown] = [(); 2].map(|()| uuid::Uuid::new_v4().to_string());
    let form = [
        ("kind", "judge"),
        ("id", id.as_str()),
        ("activity", &judgement),
        ("idea", &unknown),
        ("choice", "agree"),
    ];
    let sent = server.post(&paths::answer(&phone.code), &phone.cookie, &form).await;
    assert_eq!(sent.status(), 422);
    let page = sent.text().await.expect("a page");
    let seen = page.split("<script").find(|part| part.contains("<main"));
    assert!(seen.expect("a page").contains("There is no such idea here."));
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let path = paths::join(stage.entry.code.as_str());
    let foreign = server.post_from("https://evil.example", &path, "", &[]).await;
    assert_eq!(foreign.status(), 403);
    assert!(foreign.text().await.expect("a page").contains("from another site"));
    assert_eq!(stage.look(|panel| panel.people().len()).await, 0);
}

#[tokio::test]
async fn a_full_room_says_so() {
    let server = Server::start().await;
    let stage = server.stage_for(1, Integrity::Open).await;
    let first = server.join(&stage).await;
    let path = paths::join(&first.code);
    let second = server.post(&path, "", &[]).await;
    assert_eq!(second.status(), 409);
    assert!(second.text().await.expect("a page").contains("All 1 places are taken"));
    // Whoever is in stays in, also with a second tap.
    assert_eq!(server.post(&path, &first.cookie, &[]).await.status(), 303);
}

#[tokio::test]
async fn guessing_codes_is_slowed_down_and_the_right_code_always_passes() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let right = format!("{}?code={}", paths::FIND, stage.entry.code);
    let guess = |number: u64| {
        let code = visioncast_model::JoinCode::from_random(number);
        format!("{}?code={code}", paths::FIND)
    };
    let started = std::time::Instant::now();
    for number in 0..120 {
        assert_eq!(server.get(&guess(number), "").await.status(), 404);
    }
    assert_eq!(server.get(&right, "").await.status(), 303);
    // Past its failures, the address gets 50 look-ups a second and a burst of 50.
    for number in 0..100 {
        server.get(&guess(1_000 + number), "").await;
    }
    let slowed = started.elapsed();
    assert!(slowed.as_secs_f64() > 1.5, "220 guesses took {slowed:?}");
    assert_eq!(server.get(&right, "").await.status(), 303);
    assert_eq!(server.get(&format!("{}?code=no", paths::FIND), "").await.status(), 422);
}

#[tokio::test]
async fn facilitators_pages_ask_for_a_session_and_invitations_work_once() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let code = stage.entry.code.to_string();
    let phone = server.join(&stage).await;
    let exports = ["json", "csv", "polis"].map(|format| paths::export(&code, format));
    let mut closed = vec![
        paths::PANELS.to_owned(),
        paths::console(&code),
        paths::agenda(&code),
        paths::ideas(&code),
        paths::report(&code),
    ];
    closed.extend(exports.clone());
    for path in &closed {
        let answer = server.get(path, &phone.cookie).await;
        assert_eq!(answer.status(), 303, "{path}");
        assert!(
            answer.headers()["location"]
                .to_str()
                .expect("text")
                .starts_with(paths::SIGN_IN)
        );
    }

    let token = crate::accounts::invite(&server.rooms.store)
        .await
        .expect("an invitation");
    let link = paths::invitation(&token);
    let short = server.post(&link, "", &[("name", "Nora"), ("password", "short")]).await;
    assert_eq!(short.status(), 422);
    let account = [("name", "Nora"), ("password", "four plain words together")];
    let made = server.post(&link, "", &account).await;
    assert_eq!(made.status(), 303);
    let session = made.headers()["set-cookie"].to_str().expect("text");
    let session = session.split(';').next().unwrap_or_default().to_owned();
    for path in &closed {
        assert_eq!(server.get(path, &session).await.status(), 200, "{path}");
    }
    let again = [("name", "Norah"), ("password", "four plain words together")];
    assert_eq!(server.post(&link, "", &again).await.status(), 410);

    let wrong = [("name", "nora"), ("password", "not this one at all")];
    assert_eq!(server.post(paths::SIGN_IN, "", &wrong).await.status(), 422);
    let next = paths::console(&code);
    let right = [("name", "nora"), ("password", account[1].1), ("next", &next)];
    let signed_in = server.post(paths::SIGN_IN, "", &right).await;
    assert_eq!(signed_in.headers()["location"], next.as_str());
    let elsewhere = [("name", "nora"), ("password", account[1].1), ("next", "//evil.example")];
    let signed_in = server.post(paths::SIGN_IN, "", &elsewhere).await;
    assert_eq!(signed_in.headers()["location"], paths::PANELS);
}

#[tokio::test]
async fn the_paper_forms_are_steps() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let code = stage.entry.code.to_string();
    let session = server.facilitator().await;
    stage.open(stage.prompt).await;
    stage.open(stage.judgement).await;
    let prompt = stage.prompt.to_string();
    let id = uuid::Uuid::new_v4().to_string();
    let spoken = [
        ("id", id.as_str()),
        ("do", "enter_idea"),
        ("activity", &prompt),
        ("words", "Said aloud"),
        ("source", "spoken"),
    ];
    assert_eq!(server.post(&paths::ideas(&code), &session, &spoken).await.status(), 303);
    let judgement = stage.judgement.to_string();
    let choice = format!("choice-{id}");
    let sheet_id = uuid::Uuid::new_v4().to_string();
    let sheet = [
        ("id", sheet_id.as_str()),
        ("do", "enter_sheet"),
        ("activity", &judgement),
        ("source", "paper"),
        (&choice, "agree"),
    ];
    assert_eq!(server.post(&paths::ideas(&code), &session, &sheet).await.status(), 303);
    let (judgement, idea) = (stage.judgement, id.parse().expect("an id"));
    let tally = stage.look(move |panel| panel.tally(judgement, idea)).await;
    assert_eq!(
        tally,
        Tally {
            agree: 1,
            ..Tally::default()
        }
    );
}

#[tokio::test]
async fn a_description_is_optional_and_can_be_changed() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let person = server.person(&stage, &phone).await;
    let id = uuid::Uuid::new_v4().to_string();
    let form = [("kind", "describe"), ("id", id.as_str()), ("affiliation", "non_member")];
    let sent = server.post(&paths::answer(&phone.code), &phone.cookie, &form).await;
    assert_eq!(sent.status(), 303);
    let said = stage.look(move |panel| panel.people()[&person].affiliation).await;
    assert_eq!(said, Some(visioncast_model::Affiliation::NonMember));
    let answer = Answer::Describe {
        constituencies: Default::default(),
        affiliation: None,
    };
    assert!(stage.submit(person, answer).await.is_ok());
}
