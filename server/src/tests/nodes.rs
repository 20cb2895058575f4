//! Several servers on one PostgreSQL serve the same panel together.

use visioncast_model::{
    Answer, Kind,
    view::{Screen, ScreenKey, ScreenValue},
};

use super::server::Server;
use crate::store::tests::Place;

#[tokio::test]
async fn two_nodes_serve_one_panel() {
    Place::with_postgres(on_one_database).await;
}

async fn on_one_database(place: &Place) {
    let one = Server::on(place.open().await).await;
    let other = Server::on(place.open().await).await;
    let stage = one.stage().await;
    stage.open(stage.prompt).await;

    let mut screen = other.screen_socket(&stage).await;
    screen.hello(None).await;
    let mut shown = Screen::default();
    let people = |shown: &Screen| match shown.values.get(&ScreenKey::People) {
        Some(ScreenValue::People(people)) => *people,
        _ => 0,
    };
    // People join at both nodes at once, and bring ideas there.
    let mut sent = Vec::new();
    for server in [&one, &other, &one, &other] {
        let phone = server.join(&stage).await;
        let mut socket = server.phone_socket(&phone).await;
        socket.hello(None).await;
        for number in 0..5 {
            let words = format!("idea {number}");
            let idea = Answer::AddIdea {
                activity: stage.prompt,
                domain: None,
                words,
                quotable: false,
            };
            sent.push(socket.answer(&idea).await);
        }
        let last = sent.last().copied().expect("ideas were sent");
        socket.saved(last).await;
    }
    screen.follow(&mut shown, |shown| people(shown) == 4).await;
    let there = other.rooms.find(stage.entry.code).await.expect("the store answers");
    let there = there.expect("the panel is there");
    let on_other = there
        .look(|panel| {
            let prompt = panel
                .agenda()
                .iter()
                .find(|item| matches!(item.plan.kind, Kind::Prompt(_)));
            prompt.map_or(0, |prompt| panel.ideas_of(prompt.id).count())
        })
        .await;
    assert_eq!(on_other, Some(20));
    for id in sent {
        let recorded = there.look(move |panel| panel.recorded(id).is_some()).await;
        assert_eq!(recorded, Some(true), "every acknowledged idea is in the log");
    }
}
