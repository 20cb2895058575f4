//! The end of a rehearsal, as facilitators and phones meet it.

use std::time::Duration;

use reqwest::header::LOCATION;
use visioncast_app::paths;
use visioncast_model::{Answer, HoldBack, Moderation, Panel, Step, wire::Goodbye};

use super::server::Server;

#[tokio::test]
async fn a_rehearsal_is_wiped_and_its_phones_join_again() {
    let server = Server::start().await;
    let session = server.facilitator().await;
    let stage = server.rehearsal().await;
    let code = stage.entry.code.to_string();
    let hold = HoldBack::All;
    let moderation = Moderation {
        hold,
        ..Moderation::default()
    };
    stage
        .step(Step::SetModeration {
            moderation: Box::new(moderation),
            release: false,
        })
        .await;
    let phone = server.join(&stage).await;
    let person = server.person(&stage, &phone).await;
    stage.open(stage.prompt).await;
    let idea = Answer::AddIdea {
        activity: stage.prompt,
        domain: None,
        words: "Only a rehearsal".to_owned(),
        quotable: true,
    };
    stage.submit(person, idea).await.expect("it is taken");
    let mut socket = server.phone_socket(&phone).await;
    socket.hello(None).await;

    let wipe = paths::wipe(&code);
    let unsure = server.post(&wipe, &session, &[]).await;
    assert_eq!(unsure.status(), 422);
    assert!(unsure.text().await.expect("a page").contains("Tick the box"));
    assert_eq!(server.post(&wipe, "", &[("sure", "yes")]).await.status(), 303);
    assert_eq!(stage.look(|panel| panel.ideas().len()).await, 1);

    let done = server.post(&wipe, &session, &[("sure", "yes")]).await;
    assert_eq!(done.status(), 303, "{}", done.text().await.unwrap_or_default());
    assert_eq!(done.headers()[LOCATION], paths::console(&code).as_str());
    let entry = server
        .rooms
        .store
        .find(stage.entry.code)
        .await
        .expect("an answer")
        .expect("the code leads on");
    assert_ne!(entry.id, stage.entry.id);
    assert_eq!(
        entry.screen_key, stage.entry.screen_key,
        "the projector stays where it is"
    );
    let room = server.rooms.open(entry).await.expect("it opens");
    let panel = room.look(Clone::clone).await.expect("the room is there");
    assert!(!panel.is_rehearsal() && panel.ideas().is_empty() && panel.people().is_empty());
    assert_eq!(panel.moderation().hold, hold, "it is moderated as was set");
    let titles = |panel: &Panel| {
        panel
            .agenda()
            .iter()
            .map(|item| item.plan.title.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&panel), ["What must be done?", "Do you agree?"]);
    let [prompt, judgement] = panel.agenda() else {
        panic!("two items")
    };
    assert_eq!(judgement.prompt(), prompt.id);
    assert_ne!(
        prompt.id, stage.prompt,
        "what waits on phones of the rehearsal answers nothing here"
    );

    // The room of the rehearsal has ended, and whoever comes back hears it from the page.
    while stage.room.look(|_| ()).await.is_some() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let page = server.get(&paths::panel(&code), &phone.cookie).await;
    let page = page.text().await.expect("a page");
    assert!(page.contains("You are welcome to join again"), "{page}");
    let mut again = server.phone_socket(&phone).await;
    assert_eq!(again.goodbye().await, Goodbye::Reload);
    let stranger = server.get(&paths::panel(&code), "").await.text().await.expect("a page");
    assert!(!stranger.contains("welcome to join again"));

    let real = server.post(&wipe, &session, &[("sure", "yes")]).await;
    assert_eq!(real.status(), 422);
    assert!(
        real.text()
            .await
            .expect("a page")
            .contains("this panel is no rehearsal")
    );
}
