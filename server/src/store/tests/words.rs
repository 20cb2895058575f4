//! What is erased is gone.

use std::{fs, path::Path, time::Duration};

use sqlx::{ConnectOptions as _, Connection as _, query, sqlite::SqliteConnectOptions};
use visioncast_model::{Panel, Seq, Step};

use super::{on_both, place::Place, room::Room};
use crate::store::token_hash;

const SECRET: &str = "the-words-that-somebody-regrets";
const KEPT: &str = "the-words-that-stay";

on_both!(erased_words_are_gone, an_erased_person_leaves_neither_words_nor_seats);

async fn erased_words_are_gone(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    let person = room.join();
    let idea = room.say(Some(person), SECRET);
    let kept = room.say(Some(person), KEPT);
    room.write(&*store).await.expect("it is appended");
    store.keep_snapshot(&room.panel).await.expect("it is kept");
    if let Some(file) = place.database() {
        assert!(on_disk(&file, SECRET));
    }

    room.step(Step::EraseWords { ideas: vec![idea] });
    room.write(&*store).await.expect("it is appended");
    let loaded = store.load(room.id).await.expect("it loads");
    assert_eq!(loaded, room.panel);
    assert_eq!(loaded.words(&loaded.ideas()[&idea]), None);
    assert_eq!(loaded.words(&loaded.ideas()[&kept]), Some(KEPT));

    // The log is whole, and its hash still stands for what nobody can read any more.
    let tail = store.tail(room.id, Seq(0), 100).await.expect("an answer");
    assert_eq!(tail.events.len(), room.panel.seq().0 as usize);
    assert_eq!(tail.words.len(), 1);
    assert_eq!(Panel::replay(&tail.events, tail.words), room.panel);
    if let Some(file) = place.database() {
        assert!(
            !on_disk(&file, SECRET),
            "neither in the database nor in its write-ahead log"
        );
        assert!(on_disk(&file, KEPT));
    }
}

async fn an_erased_person_leaves_neither_words_nor_seats(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    let (person, other) = (room.join(), room.join());
    room.say(Some(person), SECRET);
    room.say(Some(person), &format!("{SECRET}, said again"));
    room.say(Some(other), KEPT);
    room.write(&*store).await.expect("it is appended");
    let (phone, tablet, others) = (token_hash("phone"), token_hash("tablet"), token_hash("others"));
    for (token, person) in [(phone, person), (tablet, person), (others, other)] {
        store.keep_seat(token, room.id, person).await.expect("it is kept");
    }

    room.step(Step::ErasePerson { person });
    room.write(&*store).await.expect("it is appended");
    assert_eq!(store.load(room.id).await.expect("it loads"), room.panel);
    let words = store.tail(room.id, Seq(0), 100).await.expect("an answer").words;
    assert_eq!(
        words.iter().map(|words| words.text.as_str()).collect::<Vec<_>>(),
        [KEPT]
    );
    assert_eq!(store.seat(phone, room.id).await.expect("an answer"), None);
    assert_eq!(store.seat(tablet, room.id).await.expect("an answer"), None);
    assert_eq!(store.seat(others, room.id).await.expect("an answer"), Some(other));
    if let Some(file) = place.database() {
        assert!(!on_disk(&file, SECRET));
    }
}

/// Somebody who reads the old state keeps the write-ahead log from being emptied: then it happens
/// as soon as they are done.
#[tokio::test]
async fn erased_words_leave_the_disk_once_readers_are_done() {
    Place::with_sqlite(async |place| {
        let store = place.open().await;
        let file = place.database().expect("SQLite has a file");
        let mut room = Room::create(&*store).await;
        let idea = room.say(None, SECRET);
        room.write(&*store).await.expect("it is appended");

        let mut reader = SqliteConnectOptions::new()
            .filename(&file)
            .connect()
            .await
            .expect("the file opens");
        let mut reading = reader.begin().await.expect("it reads");
        query("SELECT text FROM words")
            .fetch_all(&mut *reading)
            .await
            .expect("it reads");
        room.step(Step::EraseWords { ideas: vec![idea] });
        room.write(&*store).await.expect("it does not wait for readers");
        assert!(on_disk(&file, SECRET));
        room.join();
        room.write(&*store).await.expect("writing goes on");
        reading.rollback().await.expect("it is done");

        for _ in 0..100 {
            if !on_disk(&file, SECRET) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the words are still on the disk");
    })
    .await;
}

/// Whether the database or its write-ahead log holds `text` anywhere.
fn on_disk(database: &Path, text: &str) -> bool {
    ["", "-wal"].iter().any(|suffix| {
        let bytes = fs::read(format!("{}{suffix}", database.display())).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}
