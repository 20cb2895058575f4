//! What waits for a facilitator, as everybody's screens have it.

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    Actor, Answer, Command, CommandId, Concern, Entrance, HideReason, HoldBack, IdeaId, Integrity, Moderation, Step,
    view::{Own, OwnKey, OwnValue, Screen, ScreenKey, ScreenValue},
    wire::ServerFrame,
};

use super::{
    server::{Server, Stage},
    socket::apply,
};

fn idea(stage: &Stage, words: &str) -> Answer {
    Answer::AddIdea {
        activity: stage.prompt,
        domain: None,
        words: words.to_owned(),
        quotable: true,
    }
}

async fn set(stage: &Stage, hold: HoldBack) {
    stage
        .step(Step::SetModeration {
            moderation: Box::new(Moderation {
                hold,
                ..Moderation::default()
            }),
            release: false,
        })
        .await;
}

fn on_screen(screen: &Screen, words: &str) -> bool {
    let values = screen.values.values();
    values
        .filter(|value| matches!(value, ScreenValue::Idea(idea) if idea.words == words))
        .count()
        > 0
}

#[tokio::test]
async fn what_is_found_waits_its_author_knows_and_a_facilitator_shows_it() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    set(&stage, HoldBack::Flagged).await;
    let mut screen = server.screen_socket(&stage).await;
    screen.hello(None).await;
    let mut shown = Screen::default();
    let author = server.join(&stage).await;
    let mut phone = server.phone_socket(&author).await;
    phone.hello(None).await;

    let held = phone.answer(&idea(&stage, "Write to ana@example.org")).await;
    phone.saved(held).await;
    let clean = phone.answer(&idea(&stage, "Plant trees")).await;
    phone.saved(clean).await;
    screen
        .follow(&mut shown, |shown| {
            assert!(!on_screen(shown, "Write to ana@example.org"), "it waits");
            on_screen(shown, "Plant trees")
        })
        .await;
    let key = OwnKey::Idea(IdeaId(held.0));
    let mut own = Own::default();
    let waits = |own: &Own| matches!(own.values.get(&key), Some(OwnValue::Idea(idea)) if idea.hidden == Some(HideReason::Waiting));
    let mut again = server.phone_socket(&author).await;
    again.hello(None).await;
    while !waits(&own) {
        let moved = again.wait(|frame| match frame {
            ServerFrame::Own(moved) => Some(moved),
            _ => None,
        });
        apply(&mut own, moved.await);
    }

    let cookie = server.facilitator().await;
    let desk = paths::ideas(stage.entry.code.as_str());
    let page = server.get(&desk, &cookie).await.text().await.expect("text");
    assert!(page.contains("e-mail address: “ana@example.org”"), "{page}");
    let form = [
        ("id", &*Uuid::new_v4().to_string()),
        ("do", "show"),
        ("idea", &*held.0.to_string()),
    ];
    assert_eq!(server.post(&desk, &cookie, &form).await.status(), 303);
    screen
        .follow(&mut shown, |shown| on_screen(shown, "Write to ana@example.org"))
        .await;
    assert!(shown.values.contains_key(&ScreenKey::Idea(0)));
}

#[tokio::test]
async fn the_same_five_hundred_times_waits_after_the_first_few_and_none_is_lost() {
    let server = Server::start().await;
    let stage = server.stage_for(600, Integrity::Open).await;
    stage.open(stage.prompt).await;
    set(&stage, HoldBack::Flagged).await;
    let person = |number: u128| visioncast_model::PersonId(Uuid::from_u128(0xABC0_0000 + number));
    for number in 0..500 {
        let id = CommandId(Uuid::new_v4());
        let by = Actor::Person(person(number));
        let entrance = Entrance::Code;
        stage
            .room
            .submit(by, id, Command::Admit { entrance })
            .await
            .expect("there is room");
        let words = if number % 2 == 0 { "More trees!" } else { "more  trees" };
        stage.submit(person(number), idea(&stage, words)).await.expect("taken");
    }
    let (all, held, found) = stage
        .look(|panel| {
            let found = panel
                .held()
                .all(|(id, _)| panel.findings(id)[0].concern == Concern::Repeated);
            (panel.ideas().len(), panel.held().count(), found)
        })
        .await;
    assert_eq!((all, held, found), (500, 497, true));
}

#[tokio::test]
async fn a_facilitator_sets_it_by_a_form_that_keeps_its_words() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let cookie = server.facilitator().await;
    let desk = paths::ideas(stage.entry.code.as_str());
    let form = [
        ("id", &*Uuid::new_v4().to_string()),
        ("do", "moderate"),
        ("hold", "all"),
        ("also", "gallina\r\n\r\n pavo "),
        ("except", ""),
    ];
    assert_eq!(server.post(&desk, &cookie, &form).await.status(), 303);
    let set = stage.look(|panel| panel.moderation().clone()).await;
    assert_eq!(set.hold, HoldBack::All);
    assert_eq!(set.also.into_iter().collect::<Vec<_>>(), ["gallina", "pavo"]);
    assert_ne!(server.post(&desk, "", &form).await.status(), 200);
}
