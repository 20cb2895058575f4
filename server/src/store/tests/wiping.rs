//! A rehearsal goes, and the real panel stands in its place.

use uuid::Uuid;
use visioncast_model::{Choice, Epoch, PanelId, Role, Seq};

use super::{door::link, on_both, place::Place, room::Room};
use crate::store::{NewPanel, SharedStore, StoreError, Summary, Volunteer, token_hash};

on_both!(
    a_rehearsal_makes_room_for_the_real_panel,
    a_real_panel_is_not_wiped,
    a_panel_that_cannot_begin_leaves_the_rehearsal,
    who_still_writes_to_a_rehearsal_finds_it_gone,
);

/// A rehearsal with something in it, and a phone and a link of it.
async fn rehearsed(store: &SharedStore) -> Room {
    let mut room = Room::create_rehearsal(&**store).await;
    let person = room.join();
    let idea = room.say(Some(person), "Only a rehearsal");
    room.judge(person, idea, Choice::Agree);
    room.write(&**store).await.expect("it is appended");
    store.keep_snapshot(&room.panel).await.expect("it is kept");
    let kept = store.keep_seat(token_hash("phone"), room.id, person).await;
    kept.expect("it is kept");
    let kept = store.keep_link(&link(room.id, "board", Role::Board, 60)).await;
    kept.expect("it is kept");
    let initiative = store
        .initiative_of(room.id)
        .await
        .expect("an answer")
        .expect("it has one");
    let volunteer = Volunteer {
        id: Uuid::new_v4(),
        initiative,
        panel: room.id,
        contact: "somebody@example.org".to_owned(),
        name: String::new(),
        domains: Vec::new(),
        steps: Vec::new(),
        consent: "A rehearsal".to_owned(),
        removal: token_hash("removal"),
    };
    assert!(store.keep_volunteer(&volunteer).await.expect("it is kept"));
    room
}

/// The real panel, as it comes in a rehearsal's place.
fn real(rehearsal: &Room) -> (Room, NewPanel) {
    let room = Room::real(rehearsal);
    let entry = NewPanel {
        epoch: Epoch(2),
        screen_key: rehearsal.entry().screen_key,
        ..room.entry()
    };
    (room, entry)
}

async fn a_rehearsal_makes_room_for_the_real_panel(place: &Place) {
    let store = place.open().await;
    let beside = Room::create(&*store).await;
    let rehearsal = rehearsed(&store).await;
    let initiative = store.initiative_of(rehearsal.id).await.expect("an answer");
    let (mut room, entry) = real(&rehearsal);
    store
        .replace(rehearsal.id, &entry, &room.batch())
        .await
        .expect("it is wiped");
    room.written();

    let found = store
        .find(entry.code)
        .await
        .expect("an answer")
        .expect("the code leads on");
    assert_eq!((found.id, found.epoch, found.head), (room.id, Epoch(2), Seq(1)));
    assert_eq!(found.summary, Summary::of(&room.panel));
    assert!(!found.summary.rehearsal);
    let by_key = store.find_screen(&entry.screen_key).await.expect("an answer");
    assert_eq!(by_key.map(|entry| entry.id), Some(room.id));
    assert_eq!(store.load(room.id).await.expect("it is there"), room.panel);
    assert_eq!(store.panels().await.expect("an answer").len(), 2);
    assert_eq!(store.initiative_of(room.id).await.expect("an answer"), initiative);
    let initiative = initiative.expect("it has one");
    let of_it = store.panels_of(initiative).await.expect("an answer");
    assert!(
        of_it.iter().all(|entry| entry.id != rehearsal.id),
        "the rehearsal is no event of it"
    );
    assert!(store.volunteers(initiative).await.expect("an answer").is_empty());

    let gone = store.load(rehearsal.id).await;
    assert!(matches!(gone, Err(StoreError::NoPanel(_))), "{gone:?}");
    let tail = store.tail(rehearsal.id, Seq(0), 10).await.expect("an answer");
    assert!(tail.events.is_empty() && tail.words.is_empty());
    let seat = store.seat(token_hash("phone"), rehearsal.id).await;
    assert_eq!(seat.expect("an answer"), None);
    let link = store.link(token_hash("board")).await;
    assert_eq!(link.expect("an answer"), None);
    assert_eq!(store.load(beside.id).await.expect("it is there"), beside.panel);
}

async fn a_real_panel_is_not_wiped(place: &Place) {
    let store = place.open().await;
    let held = Room::create(&*store).await;
    let (room, entry) = real(&held);
    let refused = store.replace(held.id, &entry, &room.batch()).await;
    assert!(matches!(refused, Err(StoreError::NoRehearsal(_))), "{refused:?}");
    assert_eq!(store.load(held.id).await.expect("it is there"), held.panel);
    let found = store.find(entry.code).await.expect("an answer").expect("it is there");
    assert_eq!(found.id, held.id);
    let unknown = store.replace(PanelId(Uuid::new_v4()), &entry, &room.batch()).await;
    assert!(matches!(unknown, Err(StoreError::NoPanel(_))), "{unknown:?}");
}

async fn a_panel_that_cannot_begin_leaves_the_rehearsal(place: &Place) {
    let store = place.open().await;
    let beside = Room::create(&*store).await;
    let rehearsal = rehearsed(&store).await;
    let (room, entry) = real(&rehearsal);
    let taken = NewPanel {
        code: beside.entry().code,
        ..entry
    };
    let refused = store.replace(rehearsal.id, &taken, &room.batch()).await;
    assert!(matches!(refused, Err(StoreError::CodeTaken(_))), "{refused:?}");
    assert_eq!(store.load(rehearsal.id).await.expect("it is there"), rehearsal.panel);
    let found = store.find(rehearsal.entry().code).await.expect("an answer");
    assert_eq!(found.map(|entry| entry.id), Some(rehearsal.id));
    let seat = store.seat(token_hash("phone"), rehearsal.id).await;
    assert!(seat.expect("an answer").is_some());
}

async fn who_still_writes_to_a_rehearsal_finds_it_gone(place: &Place) {
    let store = place.open().await;
    let rehearsal = rehearsed(&store).await;
    let (room, entry) = real(&rehearsal);
    store
        .replace(rehearsal.id, &entry, &room.batch())
        .await
        .expect("it is wiped");
    let turn = store.turn(rehearsal.id, rehearsal.panel.seq()).await;
    assert!(matches!(turn, Err(StoreError::NoPanel(_))));
    let head = store.head(rehearsal.id).await;
    assert!(matches!(head, Err(StoreError::NoPanel(_))));
}
