//! What is appended comes back.

use uuid::Uuid;
use visioncast_model::{Choice, JoinCode, Panel, PanelId, Seq, Status, Step};

use super::{on_both, place::Place, room::Room};
use crate::store::{NewPanel, StoreError, Summary};

on_both!(
    a_panel_is_found_again,
    a_code_belongs_to_one_panel,
    what_is_appended_comes_back,
    large_batches_come_back,
    a_tail_ends_at_its_limit,
    an_empty_batch_changes_nothing,
    a_batch_out_of_order_is_refused,
    a_dropped_turn_leaves_nothing,
    panels_do_not_mix,
    unknown_panels_are_said_so,
);

async fn a_panel_is_found_again(place: &Place) {
    let store = place.open().await;
    assert!(store.panels().await.expect("an answer").is_empty());
    let mut room = Room::create(&*store).await;
    let code = room.entry().code;

    let entry = store.find(code).await.expect("an answer").expect("it is there");
    assert_eq!((entry.id, entry.code, entry.head), (room.id, code, Seq(1)));
    assert_eq!(entry.summary, Summary::of(&room.panel));
    let by_key = store
        .find_screen(&entry.screen_key)
        .await
        .expect("an answer")
        .expect("it is there");
    assert_eq!(
        (by_key.id, by_key.epoch, by_key.created),
        (room.id, room.entry().epoch, room.entry().created)
    );
    assert!(
        store
            .find(JoinCode::from_random(code.as_str().len() as u64))
            .await
            .expect("an answer")
            .is_none()
    );
    assert!(store.find_screen("another").await.expect("an answer").is_none());

    let person = room.join();
    room.say(Some(person), "More data sets");
    room.step(Step::End);
    room.write(&*store).await.expect("it is appended");
    let entries = store.panels().await.expect("an answer");
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].summary, Summary::of(&room.panel));
    assert_eq!(
        (entries[0].summary.people, entries[0].summary.status),
        (1, Status::Ended)
    );
    assert_eq!(entries[0].head, room.panel.seq());

    let later = Room::new();
    let newer = NewPanel {
        created: later.entry().created.plus_seconds(1),
        ..later.entry()
    };
    store.create(&newer, &later.batch()).await.expect("it is stored");
    let order: Vec<PanelId> = store
        .panels()
        .await
        .expect("an answer")
        .iter()
        .map(|entry| entry.id)
        .collect();
    assert_eq!(order, [later.id, room.id]);
}

async fn a_code_belongs_to_one_panel(place: &Place) {
    let store = place.open().await;
    let first = Room::create(&*store).await;
    let code = first.entry().code;
    let second = Room::new();
    let refused = store
        .create(&NewPanel { code, ..second.entry() }, &second.batch())
        .await;
    assert!(
        matches!(refused, Err(StoreError::CodeTaken(taken)) if taken == code),
        "{refused:?}"
    );
    assert!(matches!(store.load(second.id).await, Err(StoreError::NoPanel(_))));
    assert!(
        store
            .tail(second.id, Seq(0), 10)
            .await
            .expect("an answer")
            .events
            .is_empty()
    );
}

async fn what_is_appended_comes_back(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    let mut log = store.tail(room.id, Seq(0), 10).await.expect("an answer").events;
    let person = room.join();
    let idea = room.say(Some(person), "“Ünïcode”, a line\nbreak and 🙂");
    room.judge(person, idea, Choice::Agree);
    room.say(None, "Spoken aloud");
    room.step(Step::Rename {
        title: "Another title".to_owned(),
    });
    let (events, mut words) = (room.events.clone(), room.words.clone());
    room.write(&*store).await.expect("it is appended");

    let mut tail = store.tail(room.id, Seq(1), 100).await.expect("an answer");
    tail.words.sort_by_key(|words| words.id);
    words.sort_by_key(|words| words.id);
    assert_eq!((&tail.events, &tail.words), (&events, &words));
    assert_eq!(store.head(room.id).await.expect("an answer"), room.panel.seq());
    log.extend(tail.events);
    assert_eq!(Panel::replay(&log, words), room.panel);
    assert_eq!(store.load(room.id).await.expect("it loads"), room.panel);

    // Another process, or this one after a restart, finds the same.
    store.close().await;
    let again = place.open().await;
    assert_eq!(again.load(room.id).await.expect("it loads"), room.panel);
    let mut turn = again.turn(room.id, Seq(1)).await.expect("it is free");
    assert_eq!(turn.take_tail().events, events);
    assert!(turn.take_tail().events.is_empty());
}

async fn large_batches_come_back(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    let person = room.join();
    let idea = room.say(Some(person), "An idea");
    for size in [1, 255, 256, 257, 1_024, 9_000] {
        room.cast(person, idea, size);
        room.write(&*store).await.expect("it is appended");
    }
    for number in 0..700 {
        room.say(Some(person), &format!("Idea {number}"));
    }
    room.write(&*store).await.expect("it is appended");
    assert_eq!(store.load(room.id).await.expect("it loads"), room.panel);
}

async fn a_tail_ends_at_its_limit(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    for _ in 0..5 {
        room.join();
    }
    room.write(&*store).await.expect("it is appended");
    let tail = store.tail(room.id, Seq(2), 3).await.expect("an answer");
    let places: Vec<u64> = tail.events.iter().map(|recorded| recorded.seq.0).collect();
    assert_eq!(places, [3, 4, 5]);
    assert!(
        store
            .tail(room.id, Seq(6), 3)
            .await
            .expect("an answer")
            .events
            .is_empty()
    );
}

async fn an_empty_batch_changes_nothing(place: &Place) {
    let store = place.open().await;
    let room = Room::create(&*store).await;
    let turn = store.turn(room.id, Seq(1)).await.expect("it is free");
    turn.append(&room.batch()).await.expect("nothing to do");
    assert_eq!(store.load(room.id).await.expect("it loads"), room.panel);
}

async fn a_batch_out_of_order_is_refused(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    for _ in 0..3 {
        room.join();
    }
    let mut early = room.clone();
    early.events.remove(0);
    let mut torn = room.clone();
    torn.events.remove(1);
    let mut repeated = room.clone();
    repeated.events = store.tail(room.id, Seq(0), 1).await.expect("an answer").events;
    for wrong in [early, torn, repeated] {
        let turn = store.turn(room.id, Seq(1)).await.expect("it is free");
        assert!(matches!(turn.append(&wrong.batch()).await, Err(StoreError::Conflict)));
        assert_eq!(store.head(room.id).await.expect("an answer"), Seq(1));
    }
    room.write(&*store).await.expect("it is appended");
}

async fn a_dropped_turn_leaves_nothing(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    drop(store.turn(room.id, Seq(1)).await.expect("it is free"));
    room.join();
    room.write(&*store).await.expect("it is free again");
    assert_eq!(store.load(room.id).await.expect("it loads"), room.panel);
}

async fn panels_do_not_mix(place: &Place) {
    let store = place.open().await;
    let mut one = Room::create(&*store).await;
    let mut other = Room::create(&*store).await;
    for room in [&mut one, &mut other] {
        let person = room.join();
        room.say(Some(person), &format!("Of {}", room.id));
        room.write(&*store).await.expect("it is appended");
    }
    assert_eq!(store.load(one.id).await.expect("it loads"), one.panel);
    assert_eq!(store.load(other.id).await.expect("it loads"), other.panel);
}

async fn unknown_panels_are_said_so(place: &Place) {
    let store = place.open().await;
    let unknown = PanelId(Uuid::new_v4());
    assert!(matches!(store.load(unknown).await, Err(StoreError::NoPanel(panel)) if panel == unknown));
    assert!(matches!(store.head(unknown).await, Err(StoreError::NoPanel(_))));
    assert!(matches!(
        store.turn(unknown, Seq(0)).await.err(),
        Some(StoreError::NoPanel(_))
    ));
}
