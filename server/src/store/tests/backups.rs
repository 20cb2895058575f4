//! A backup is the whole, at one moment, and restores into either engine.

use std::{fs, path::Path};

use uuid::Uuid;
use visioncast_model::{Panel, PersonId, Role, Seq, Timestamp};

use super::{accounts::account, door::link, frameworks::versions, on_both, place::Place, room::Room};
use crate::store::{Claimed, SharedStore, StoreError, backup, open, restore, token_hash};

const FRAMEWORK: Uuid = Uuid::from_u128(0xF0);
const NOW: Timestamp = Timestamp(1_700_000_000_000);

on_both!(
    a_backup_while_writing_restores_into_a_file,
    a_backup_while_writing_restores_into_a_server,
    a_backup_overwrites_nothing,
    only_an_empty_database_is_restored_into,
    only_a_backup_is_restored,
);

async fn a_backup_while_writing_restores_into_a_file(place: &Place) {
    Place::with_sqlite(async |target| Box::pin(back_up_while_writing(place, target)).await).await;
}

async fn a_backup_while_writing_restores_into_a_server(place: &Place) {
    Place::with_postgres(async |target| Box::pin(back_up_while_writing(place, target)).await).await;
}

async fn back_up_while_writing(place: &Place, target: &Place) {
    let store = place.open().await;
    let mut quiet = Room::create(&*store).await;
    let person = quiet.join();
    quiet.say(Some(person), "Said “before” the backup\nin two lines");
    quiet.write(&*store).await.expect("it is appended");
    store.keep_snapshot(&quiet.panel).await.expect("it is kept");
    keep_others(&store, &quiet, person).await;
    let busy = Room::create(&*store).await;
    let (busy_id, code) = (busy.id, busy.entry().code);
    let writer = tokio::spawn(write_for_ever(store.clone(), busy));

    while store.head(busy_id).await.expect("an answer") < Seq(200) {
        tokio::task::yield_now().await;
    }
    let file = place.file("backup.db");
    backup(&place.address, &file)
        .await
        .expect("it is written beside the writer");
    let reached = store.head(busy_id).await.expect("an answer");
    writer.abort();
    assert!(
        writer.await.is_err_and(|error| error.is_cancelled()),
        "the writer wrote to the end"
    );
    assert_eq!(siblings(&file), ["backup.db"], "one file, nothing beside it");

    restore(&file, &target.address).await.expect("it restores");
    let restored = target.open().await;
    let loaded = restored.load(quiet.id).await.expect("it loads");
    assert_eq!(loaded, quiet.panel);
    let part = restored.load(busy_id).await.expect("it loads");
    assert!(part.seq() >= Seq(200) && part.seq() <= reached);
    let log = store
        .tail(busy_id, Seq(0), part.seq().0 as u32)
        .await
        .expect("an answer");
    assert_eq!(part, Panel::replay(&log.events, log.words), "the log up to one moment");

    for code in [quiet.entry().code, code] {
        let before = store.find(code).await.expect("an answer").expect("it is there");
        let after = restored.find(code).await.expect("an answer").expect("it is there");
        assert_ne!(after.epoch, before.epoch, "a new life");
        assert_eq!(
            (after.id, after.screen_key, after.created),
            (before.id, before.screen_key, before.created)
        );
        assert_eq!(after.summary.title, before.summary.title);
    }
    check_others(&restored, &quiet, person).await;

    // It goes on.
    let mut again = Room::of(quiet.id, loaded);
    again.join();
    again.write(&*restored).await.expect("it is appended");
}

async fn keep_others(store: &SharedStore, room: &Room, person: PersonId) {
    let account = account("Somebody");
    store.create_account(&account).await.expect("it is kept");
    store
        .keep_session(token_hash("session"), account.id, NOW, NOW.plus_seconds(60))
        .await
        .expect("it is kept");
    store
        .keep_invitation(token_hash("invitation"), NOW.plus_seconds(60))
        .await
        .expect("it is kept");
    store
        .keep_link(&link(room.id, "board", Role::Board, 60))
        .await
        .expect("it is kept");
    let ticket = token_hash("ticket");
    assert!(store.keep_tickets(room.id, &[ticket], 1).await.expect("an answer"));
    let claimed = store.claim_ticket(room.id, ticket, token_hash("claim")).await;
    assert_eq!(claimed.expect("an answer"), Claimed::Yes);
    store
        .add_names(room.id, &["Ada Lovelace".to_owned()])
        .await
        .expect("it is kept");
    store
        .keep_seat(token_hash("phone"), room.id, person)
        .await
        .expect("it is kept");
    for (after, version) in [None, Some(1)].into_iter().zip(versions(FRAMEWORK)) {
        store.keep_framework(&version, after).await.expect("it is kept");
    }
}

async fn check_others(store: &SharedStore, room: &Room, person: PersonId) {
    let account = store
        .account_named("SOMEBODY")
        .await
        .expect("an answer")
        .expect("it is there");
    let session = store.session(token_hash("session"), NOW).await.expect("an answer");
    assert_eq!(session, Some(account));
    assert!(
        store
            .has_invitation(token_hash("invitation"), NOW)
            .await
            .expect("an answer")
    );
    assert_eq!(
        store.link(token_hash("board")).await.expect("an answer"),
        Some(link(room.id, "board", Role::Board, 60))
    );
    let claimed = store
        .claim_ticket(room.id, token_hash("ticket"), token_hash("claim"))
        .await;
    assert_eq!(claimed.expect("an answer"), Claimed::Yes);
    assert_eq!(
        store.names(room.id).await.expect("an answer"),
        [("Ada Lovelace".to_owned(), false)]
    );
    assert_eq!(
        store.seat(token_hash("phone"), room.id).await.expect("an answer"),
        Some(person)
    );
    let mut kept = store.framework_versions(FRAMEWORK, 9).await.expect("an answer");
    kept.reverse();
    assert_eq!(kept, versions(FRAMEWORK));
}

async fn write_for_ever(store: SharedStore, mut room: Room) {
    loop {
        let person = room.join();
        let idea = room.say(Some(person), "Said meanwhile");
        room.cast(person, idea, 20);
        if room.write(&*store).await.is_err() {
            return;
        }
    }
}

async fn a_backup_overwrites_nothing(place: &Place) {
    let store = place.open().await;
    Room::create(&*store).await;
    let file = place.file("backup.db");
    fs::write(&file, "precious").expect("it is written");
    assert!(matches!(backup(&place.address, &file).await, Err(StoreError::Exists(path)) if path == file));
    assert_eq!(fs::read(&file).ok().as_deref(), Some(b"precious".as_slice()));
    let nowhere = place.file("no/such/folder/backup.db");
    assert!(matches!(
        backup(&place.address, &nowhere).await,
        Err(StoreError::File { .. })
    ));
}

async fn only_an_empty_database_is_restored_into(place: &Place) {
    let store = place.open().await;
    let room = Room::create(&*store).await;
    let file = place.file("backup.db");
    backup(&place.address, &file).await.expect("it is written");
    assert!(matches!(
        restore(&file, &place.address).await,
        Err(StoreError::NotEmpty(_))
    ));
    assert_eq!(store.load(room.id).await.expect("it loads"), room.panel);

    // A server that was started once has an invitation, and nothing that anybody would miss.
    let fresh = format!("sqlite://{}", place.file("fresh.db").display());
    let started = open(&fresh).await.expect("it opens");
    started
        .keep_invitation(token_hash("first"), NOW)
        .await
        .expect("it is kept");
    restore(&file, &fresh).await.expect("it restores");
    assert_eq!(started.load(room.id).await.expect("it loads"), room.panel);
}

async fn only_a_backup_is_restored(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    let person = room.join();
    let idea = room.say(None, "An idea");
    room.cast(person, idea, 2_000);
    room.write(&*store).await.expect("it is appended");
    let (text, empty, damaged) = (place.file("text"), place.file("empty"), place.file("damaged"));
    fs::write(&text, "a letter, not a backup\n".repeat(1_000)).expect("it is written");
    fs::write(&empty, "").expect("it is written");
    backup(&place.address, &damaged).await.expect("it is written");
    let mut bytes = fs::read(&damaged).expect("it is readable");
    bytes.truncate(bytes.len() / 2);
    fs::write(&damaged, bytes).expect("it is written");
    let target = format!("sqlite://{}", place.file("target.db").display());
    let in_use = place.file("in-use.db");
    let used = open(&format!("sqlite://{}", in_use.display())).await;
    let _used = used.expect("it opens");
    for file in [text, empty, damaged, in_use] {
        let refused = restore(&file, &target).await;
        assert!(
            matches!(&refused, Err(StoreError::NoBackup(path)) if *path == file),
            "{refused:?}"
        );
    }
    assert!(matches!(
        restore(&place.file("missing"), &target).await,
        Err(StoreError::File { .. })
    ));
}

fn siblings(file: &Path) -> Vec<String> {
    let folder = fs::read_dir(file.parent().expect("it is in a folder")).expect("the folder is readable");
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.filter(|name| name.contains("backup")).collect()
}
