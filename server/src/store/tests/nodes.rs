//! Several processes on one database.

use std::time::Duration;

use visioncast_model::{Panel, PanelId, Seq};

use super::{on_both, place::Place, room::Room};
use crate::store::SharedStore;

on_both!(two_writers_lose_nothing, whoever_listens_hears_others);

/// How often each of them writes.
const TURNS: usize = 60;

async fn two_writers_lose_nothing(place: &Place) {
    let (one, other) = (place.open().await, place.open().await);
    let room = Room::create(&*one).await;
    let id = room.id;
    let panels = tokio::join!(
        tokio::spawn(write_in_turns(one.clone(), room.clone())),
        tokio::spawn(write_in_turns(other.clone(), room)),
    );
    let mut panels = [panels.0.expect("it ends"), panels.1.expect("it ends")];

    let all = one.load(id).await.expect("it loads");
    assert_eq!(all.people().len(), 2 * TURNS);
    assert_eq!(all.seq(), Seq(1 + 4 * TURNS as u64));
    for panel in &mut panels {
        let tail = other.tail(id, panel.seq(), 1_000).await.expect("an answer");
        follow(panel, tail);
        assert_eq!(*panel, all, "whoever reads what is missing has all of it");
    }
}

async fn write_in_turns(store: SharedStore, mut room: Room) -> Panel {
    for number in 0..TURNS {
        let mut turn = store.turn(room.id, room.panel.seq()).await.expect("it comes in time");
        follow(&mut room.panel, turn.take_tail());
        let person = room.join();
        room.say(Some(person), &format!("Idea {number}"));
        turn.append(&room.batch()).await.expect("it is appended");
        room.written();
    }
    room.panel
}

fn follow(panel: &mut Panel, tail: crate::store::Tail) {
    for event in &tail.events {
        assert_eq!(event.seq, panel.seq().next());
        panel.apply(event);
    }
    for words in tail.words {
        panel.learn(words);
    }
}

async fn whoever_listens_hears_others(place: &Place) {
    let (one, other) = (place.open().await, place.open().await);
    let mut own = one.listen().await.expect("it listens");
    let mut theirs = other.listen().await.expect("it listens");
    let panel = PanelId(uuid::Uuid::new_v4());
    let mut hear = async || tokio::time::timeout(Duration::from_secs(5), theirs.recv()).await;
    if place.has_server() {
        one.notify(panel).await.expect("it is said");
        assert_eq!(hear().await, Ok(Some(panel)));
        // A lost connection comes back by itself.
        place
            .tamper(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND query ILIKE 'LISTEN%' AND pid <> pg_backend_pid()",
            )
            .await;
        for _ in 0..50 {
            tokio::time::sleep(Duration::from_millis(200)).await;
            one.notify(panel).await.expect("it is said");
            if theirs.try_recv().is_ok() {
                break;
            }
        }
        while theirs.try_recv().is_ok() {}
        one.notify(panel).await.expect("it is said");
        let heard = tokio::time::timeout(Duration::from_secs(5), theirs.recv()).await;
        assert_eq!(heard, Ok(Some(panel)));
    } else {
        one.notify(panel).await.expect("nobody need hear it");
        let heard = tokio::time::timeout(Duration::from_millis(100), theirs.recv()).await;
        assert!(heard.is_err(), "it waits for ever: {heard:?}");
    }
    let heard = tokio::time::timeout(Duration::from_millis(100), own.recv()).await;
    assert!(heard.is_err(), "nobody hears themselves: {heard:?}");
}
