//! Initiatives, and the volunteers apart from all else.

use sqlx::{Connection as _, PgConnection, Row as _, SqliteConnection, query, raw_sql};
use uuid::Uuid;
use visioncast_model::{
    CommandId, InitiativeId, PanelId, Seq, Timestamp,
    initiative::{Change, Noted, Role},
};

use super::{accounts::account, on_both, place::Place, room::Room};
use crate::store::{SharedStore, StoreError, Volunteer, open};

const NOW: Timestamp = Timestamp(1_700_000_000_000);

on_both!(
    every_database_begins_with_one_initiative,
    what_was_there_belongs_to_it_and_everybody_keeps_access,
    two_who_change_it_at_once_do_not_overwrite_each_other,
    neither_place_nor_number_tells_who_signed_up_when,
    nobody_gets_lost_who_signs_up_at_the_same_moment,
);

async fn oldest(store: &SharedStore) -> InitiativeId {
    store.initiatives().await.expect("an answer")[0].id()
}

async fn every_database_begins_with_one_initiative(place: &Place) {
    let store = place.open().await;
    let all = store.initiatives().await.expect("an answer");
    assert_eq!(all.len(), 1);
    assert_eq!(
        (all[0].name(), all[0].seq(), all[0].members().len()),
        ("Our initiative", Seq(1), 0)
    );
    let room = Room::create(&*store).await;
    assert_eq!(
        store.initiative_of(room.id).await.expect("an answer"),
        Some(all[0].id())
    );
    let panels = store.panels_of(all[0].id()).await.expect("an answer");
    assert_eq!(panels.iter().map(|entry| entry.id).collect::<Vec<_>>(), [room.id]);
}

/// A database of an older version: as it is now, with all of this migration undone.
async fn what_was_there_belongs_to_it_and_everybody_keeps_access(place: &Place) {
    let store = place.open().await;
    let room = Room::create(&*store).await;
    let (first, second) = (account("Zoë “the \\ first”"), account("Ben"));
    for account in [&first, &second] {
        store.create_account(account).await.expect("the name is free");
    }
    store.close().await;
    place
        .tamper(
            "DROP TABLE initiative_panels; DROP TABLE initiative_events; DROP TABLE initiatives; DROP TABLE own_links;
             DROP TABLE volunteers; ALTER TABLE invitations DROP COLUMN initiative;
             ALTER TABLE invitations DROP COLUMN owner; DELETE FROM _sqlx_migrations WHERE version = 3",
        )
        .await;
    let store = open(&place.address).await.expect("it is brought up to date");
    let all = store.initiatives().await.expect("an answer");
    let [initiative] = all.as_slice() else {
        panic!("one initiative")
    };
    assert_eq!(
        store.initiative_of(room.id).await.expect("an answer"),
        Some(initiative.id())
    );
    let names: Vec<&str> = initiative
        .members()
        .values()
        .map(|member| member.name.as_str())
        .collect();
    assert!(
        names.contains(&first.name.as_str()) && names.contains(&"Ben"),
        "{names:?}"
    );
    assert!(initiative.is_member(first.id) && initiative.is_member(second.id));
    let owners = initiative
        .members()
        .values()
        .filter(|member| member.role == Role::Owner)
        .count();
    assert_eq!(owners, 1);
    let added = Change::MemberRemoved { account: second.id };
    let noted = noted(initiative.seq().next(), added);
    store
        .note(initiative.id(), &[noted])
        .await
        .expect("it goes on where the migration ended");
}

fn noted(seq: Seq, change: Change) -> Noted {
    Noted {
        seq,
        at: NOW,
        who: None,
        command: CommandId(Uuid::new_v4()),
        change,
    }
}

async fn two_who_change_it_at_once_do_not_overwrite_each_other(place: &Place) {
    let store = place.open().await;
    let id = oldest(&store).await;
    let renamed = |name: &str| noted(Seq(2), Change::Renamed { name: name.to_owned() });
    store.note(id, &[renamed("One")]).await.expect("it is noted");
    let refused = store.note(id, &[renamed("Other")]).await;
    assert!(matches!(refused, Err(StoreError::Conflict)), "{refused:?}");
    let initiative = store.initiative(id).await.expect("an answer").expect("it is there");
    assert_eq!(initiative.name(), "One");
}

fn volunteer(initiative: InitiativeId, number: usize) -> Volunteer {
    Volunteer {
        id: Uuid::new_v4(),
        initiative,
        panel: PanelId(Uuid::from_u128(1)),
        contact: format!("{number:03}@example.org"),
        name: String::new(),
        domains: vec![1, 3],
        steps: Vec::new(),
        consent: "Yes.".to_owned(),
        removal: [7; 32],
    }
}

async fn neither_place_nor_number_tells_who_signed_up_when(place: &Place) {
    const PEOPLE: usize = 60;
    let store = place.open().await;
    let id = oldest(&store).await;
    for number in 0..PEOPLE {
        store.keep_volunteer(&volunteer(id, number)).await.expect("it is kept");
    }
    let (contacts, transactions) = physical(place).await;
    assert_eq!(contacts.len(), PEOPLE);
    // Of two rows beside each other, by luck alone half are in order; all but a few where they lie as they came.
    let in_order = contacts.windows(2).filter(|pair| pair[0] < pair[1]).count();
    assert!(
        (12..48).contains(&in_order),
        "{in_order} of {} pairs: {contacts:?}",
        PEOPLE - 1
    );
    assert!(transactions <= 1, "rows of {transactions} transactions");
    assert_eq!(store.drop_volunteers(id).await.expect("they go"), PEOPLE as u64);
}

/// The contacts as they lie in the table, and how many transactions wrote them, where the engine tells.
async fn physical(place: &Place) -> (Vec<String>, usize) {
    if let Some(file) = place.database() {
        let mut connection = SqliteConnection::connect(&format!("sqlite://{}", file.display()))
            .await
            .expect("the file opens");
        let rows = raw_sql("SELECT contact FROM volunteers")
            .fetch_all(&mut connection)
            .await;
        let rows = rows.expect("rows");
        return (rows.iter().map(|row| row.get::<String, _>(0)).collect(), 0);
    }
    let mut connection = PgConnection::connect(&place.address).await.expect("PostgreSQL answers");
    let rows = query("SELECT contact, xmin::text FROM volunteers ORDER BY ctid")
        .fetch_all(&mut connection)
        .await;
    let rows = rows.expect("rows");
    let numbers: std::collections::BTreeSet<String> = rows.iter().map(|row| row.get(1)).collect();
    (rows.iter().map(|row| row.get(0)).collect(), numbers.len())
}

async fn nobody_gets_lost_who_signs_up_at_the_same_moment(place: &Place) {
    let store = place.open().await;
    let id = oldest(&store).await;
    let all = (0..24).map(|number| {
        let store = store.clone();
        tokio::spawn(async move { store.keep_volunteer(&volunteer(id, number)).await.expect("it is kept") })
    });
    for one in all.collect::<Vec<_>>() {
        assert!(one.await.expect("it ends"));
    }
    assert_eq!(store.volunteers(id).await.expect("an answer").len(), 24);
}
