//! What cannot be, said plainly, with nothing lost.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use sqlx::{
    ConnectOptions as _, query, query_scalar, raw_sql, sqlite::SqliteConnectOptions, sqlite::SqliteSynchronous,
};
use visioncast_model::Seq;

use super::{on_both, place::Place, room::Room};
use crate::store::{EventStore, StoreError, open, open_existing, sqlite::Engine, sqlite::assert_durable};

on_both!(
    a_database_of_a_newer_version_is_left_alone,
    an_event_of_a_newer_version_is_said_so,
    a_gap_in_the_log_is_found,
    what_is_open_for_reading_does_not_write,
    a_panel_that_another_holds_is_locked,
);

async fn a_database_of_a_newer_version_is_left_alone(place: &Place) {
    let store = place.open().await;
    store.close().await;
    drop(open_existing(&place.address).await.expect("it is of this version"));
    place
        .tamper(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             SELECT 9999, 'later', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1",
        )
        .await;
    assert!(matches!(open(&place.address).await.err(), Some(StoreError::Newer)));
    assert!(matches!(
        open_existing(&place.address).await.err(),
        Some(StoreError::Newer)
    ));

    place.tamper("DELETE FROM _sqlx_migrations").await;
    assert!(matches!(
        open_existing(&place.address).await.err(),
        Some(StoreError::Older)
    ));
}

async fn an_event_of_a_newer_version_is_said_so(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    room.join();
    room.write(&*store).await.expect("it is appended");
    place
        .tamper("UPDATE events SET version = version + 1 WHERE seq = 2")
        .await;
    let told = |error: StoreError| match error {
        StoreError::Corrupt { panel, seq: 2, why } => panel == room.id && why.contains("written by a newer version"),
        _ => false,
    };
    assert!(told(store.load(room.id).await.expect_err("it cannot be read")));
    assert!(told(
        store.tail(room.id, Seq(1), 10).await.expect_err("it cannot be read")
    ));
    assert!(told(
        store.turn(room.id, Seq(1)).await.err().expect("it cannot be read")
    ));
}

async fn a_gap_in_the_log_is_found(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    for _ in 0..3 {
        room.join();
    }
    room.write(&*store).await.expect("it is appended");
    place.tamper("DELETE FROM events WHERE seq = 4").await;
    assert!(matches!(
        store.load(room.id).await,
        Err(StoreError::Corrupt { seq: 4, .. })
    ));
    place.tamper("DELETE FROM events WHERE seq = 2").await;
    assert!(matches!(
        store.load(room.id).await,
        Err(StoreError::Corrupt { seq: 2, .. })
    ));
    place.tamper("UPDATE events SET body = '{' WHERE seq = 1").await;
    assert!(matches!(
        store.load(room.id).await,
        Err(StoreError::Corrupt { seq: 1, .. })
    ));
}

async fn what_is_open_for_reading_does_not_write(place: &Place) {
    if place.database().is_some() {
        assert!(matches!(
            open_existing(&place.address).await.err(),
            Some(StoreError::Missing(_))
        ));
    }
    let writing = place.open().await;
    let mut room = Room::create(&*writing).await;
    let reading = open_existing(&place.address).await.expect("it is there");
    assert_eq!(reading.load(room.id).await.expect("it loads"), room.panel);
    room.join();
    assert!(matches!(room.write(&*reading).await, Err(StoreError::ReadOnly(_))));
    let refused = reading.create(&Room::new().entry(), &Room::new().batch()).await;
    assert!(matches!(refused, Err(StoreError::ReadOnly(_))), "{refused:?}");

    room.write(&*writing).await.expect("it is appended");
    assert_eq!(
        reading.load(room.id).await.expect("it loads"),
        room.panel,
        "it sees what the server writes"
    );
}

async fn a_panel_that_another_holds_is_locked(place: &Place) {
    let (one, other) = (place.open().await, place.open().await);
    let mut room = Room::create(&*one).await;
    let held = one.turn(room.id, Seq(1)).await.expect("it is free");
    assert!(matches!(
        other.turn(room.id, Seq(1)).await.err(),
        Some(StoreError::Locked)
    ));
    drop(held);
    room.join();
    room.write(&*other).await.expect("it is free again");
}

#[tokio::test]
async fn a_read_only_file_is_said_so() {
    Place::with_sqlite(async |place| {
        let engine = Engine::open(&place.database().expect("SQLite has a file"))
            .await
            .expect("it opens");
        let mut room = Room::create(&engine).await;
        room.join();
        raw_sql("PRAGMA query_only = ON")
            .execute(engine.writer())
            .await
            .expect("it is set");
        assert!(matches!(room.write(&engine).await, Err(StoreError::ReadOnly(_))));
        raw_sql("PRAGMA query_only = OFF")
            .execute(engine.writer())
            .await
            .expect("it is set");
        room.write(&engine).await.expect("it is appended");
    })
    .await;
}

/// The rights of a file mean nothing to root: then this holds by itself.
#[tokio::test]
async fn a_file_without_the_right_to_write_is_said_so() {
    Place::with_sqlite(async |place| {
        let file = place.database().expect("SQLite has a file");
        let store = place.open().await;
        let room = Room::create(&*store).await;
        store.close().await;
        let folder = file.parent().expect("it is in a folder");
        set_writable(&file, false);
        if fs::OpenOptions::new().write(true).open(&file).is_err() {
            let refused = open(&place.address).await.err();
            assert!(matches!(refused, Some(StoreError::ReadOnly(_))), "{refused:?}");
            let reading = open_existing(&place.address).await.expect("it may be read");
            assert_eq!(reading.load(room.id).await.expect("it loads"), room.panel);
            reading.close().await;
            set_writable(folder, false);
            let refused = open(&place.address).await.err();
            assert!(matches!(refused, Some(StoreError::ReadOnly(_))), "{refused:?}");
            set_writable(folder, true);
        }
    })
    .await;
}

fn set_writable(path: &Path, writable: bool) {
    let mut permissions = fs::metadata(path).expect("it is there").permissions();
    let mode = permissions.mode();
    permissions.set_mode(if writable { mode | 0o200 } else { mode & !0o222 });
    fs::set_permissions(path, permissions).expect("its rights change");
}

#[tokio::test]
async fn a_full_disk_is_said_so() {
    Place::with_sqlite(async |place| {
        let engine = Engine::open(&place.database().expect("SQLite has a file"))
            .await
            .expect("it opens");
        let mut room = Room::create(&engine).await;
        let person = room.join();
        let idea = room.say(None, "An idea");
        room.write(&engine).await.expect("it is appended");
        let pages: i64 = query_scalar("PRAGMA page_count")
            .fetch_one(engine.writer())
            .await
            .expect("an answer");
        let limit = format!("PRAGMA max_page_count = {}", pages + 8);
        query(sqlx::AssertSqlSafe(limit))
            .execute(engine.writer())
            .await
            .expect("it is set");
        let before = room.clone();
        room.cast(person, idea, 2_000);
        assert!(matches!(room.write(&engine).await, Err(StoreError::Full)));
        assert_eq!(
            engine.load(room.id).await.expect("it loads"),
            before.panel,
            "all of it or nothing"
        );
        query("PRAGMA max_page_count = 1000000")
            .execute(engine.writer())
            .await
            .expect("it is set");
        room.write(&engine).await.expect("there is room again");
        assert_eq!(engine.load(room.id).await.expect("it loads"), room.panel);
    })
    .await;
}

#[tokio::test]
async fn commits_that_are_not_synced_are_refused() {
    Place::with_sqlite(async |place| {
        let options = SqliteConnectOptions::new()
            .filename(place.file("other.db"))
            .create_if_missing(true);
        let careless = options.clone().synchronous(SqliteSynchronous::Normal);
        let mut careless = careless.connect().await.expect("it opens");
        assert!(matches!(
            assert_durable(&mut careless, "other").await,
            Err(StoreError::NotDurable(1))
        ));

        let engine = Engine::open(&place.database().expect("SQLite has a file"))
            .await
            .expect("it opens");
        let mut writer = engine.writer().acquire().await.expect("it is free");
        assert_durable(&mut writer, "this")
            .await
            .expect("every commit is synced");
        let journal: String = query_scalar("PRAGMA journal_mode")
            .fetch_one(&mut *writer)
            .await
            .expect("an answer");
        let erasing: i64 = query_scalar("PRAGMA secure_delete")
            .fetch_one(&mut *writer)
            .await
            .expect("an answer");
        let keys: i64 = query_scalar("PRAGMA foreign_keys")
            .fetch_one(&mut *writer)
            .await
            .expect("an answer");
        assert_eq!((journal.as_str(), erasing, keys), ("wal", 1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_file_of_another_program_is_said_so() {
    Place::with_sqlite(async |place| {
        let (text, table) = (place.file("text.db"), place.file("table.db"));
        fs::write(
            &text,
            "not a database at all, though it is long enough to be taken for one\n".repeat(100),
        )
        .expect("it is written");
        let address = format!("sqlite://{}", text.display());
        assert!(matches!(open(&address).await.err(), Some(StoreError::Foreign(_))));
        assert!(matches!(
            open_existing(&address).await.err(),
            Some(StoreError::Foreign(_))
        ));
        let options = SqliteConnectOptions::new().filename(&table).create_if_missing(true);
        let mut other = options.connect().await.expect("it opens");
        raw_sql("CREATE TABLE notes (text TEXT)")
            .execute(&mut other)
            .await
            .expect("it is made");
        let address = format!("sqlite://{}", table.display());
        assert!(matches!(
            open_existing(&address).await.err(),
            Some(StoreError::Foreign(_))
        ));
        let nowhere = format!("sqlite://{}/below.db", text.display());
        assert!(open(&nowhere).await.is_err());
    })
    .await;
}
