//! The tables beside the logs.

use uuid::Uuid;
use visioncast_model::{AccountId, PersonId, Timestamp};

use super::{on_both, place::Place, room::Room};
use crate::store::{Account, StoreError, token_hash};

const NOW: Timestamp = Timestamp(1_700_000_000_000);

on_both!(
    names_differ_by_more_than_their_case,
    sessions_expire,
    an_invitation_is_used_once,
    a_phone_has_a_seat_in_each_panel,
);

pub(super) fn account(name: &str) -> Account {
    Account {
        id: AccountId(Uuid::new_v4()),
        name: name.to_owned(),
        password_hash: "$argon2id$…".to_owned(),
        created: NOW,
    }
}

async fn names_differ_by_more_than_their_case(place: &Place) {
    let store = place.open().await;
    assert!(!store.has_accounts().await.expect("an answer"));
    let zoe = account("Zoë");
    store.create_account(&zoe).await.expect("it is kept");
    assert!(store.has_accounts().await.expect("an answer"));
    let refused = store.create_account(&account("ZOË")).await;
    assert!(
        matches!(&refused, Err(StoreError::NameTaken(name)) if name == "ZOË"),
        "{refused:?}"
    );
    store.create_account(&account("Zoe")).await.expect("it is another name");
    assert_eq!(store.account_named("zoë").await.expect("an answer"), Some(zoe));
    assert_eq!(store.account_named("nobody").await.expect("an answer"), None);
}

async fn sessions_expire(place: &Place) {
    let store = place.open().await;
    let owner = account("Somebody");
    store.create_account(&owner).await.expect("it is kept");
    let (short, long, new) = (token_hash("short"), token_hash("long"), token_hash("new"));
    store
        .keep_session(short, owner.id, NOW, NOW.plus_seconds(10))
        .await
        .expect("it is kept");
    store
        .keep_session(long, owner.id, NOW, NOW.plus_seconds(100))
        .await
        .expect("it is kept");
    let session = async |token, seconds| {
        store
            .session(token, NOW.plus_seconds(seconds))
            .await
            .expect("an answer")
            .map(|account| account.id)
    };
    assert_eq!(session(short, 9).await, Some(owner.id));
    assert_eq!(session(short, 10).await, None);
    assert_eq!(session(token_hash("unknown"), 0).await, None);

    store
        .keep_session(new, owner.id, NOW.plus_seconds(50), NOW.plus_seconds(100))
        .await
        .expect("it is kept");
    assert_eq!(
        session(short, 0).await,
        None,
        "what has expired is gone, whatever the clock says"
    );
    assert_eq!(session(long, 50).await, Some(owner.id));
    store.drop_session(long).await.expect("it is dropped");
    assert_eq!(session(long, 50).await, None);
    assert_eq!(session(new, 50).await, Some(owner.id));
}

async fn an_invitation_is_used_once(place: &Place) {
    let store = place.open().await;
    let token = token_hash("invitation");
    store
        .keep_invitation(token, NOW.plus_seconds(10))
        .await
        .expect("it is kept");
    assert!(store.has_invitation(token, NOW).await.expect("an answer"));
    assert!(
        !store
            .has_invitation(token, NOW.plus_seconds(10))
            .await
            .expect("an answer")
    );
    assert!(
        !store
            .use_invitation(token, NOW.plus_seconds(10))
            .await
            .expect("an answer"),
        "too late"
    );

    let earlier = token_hash("printed at an earlier start");
    let until = NOW.plus_seconds(10);
    store.keep_invitation(earlier, until).await.expect("it is kept");
    let other = place.open().await;
    let tries = (0..8).map(|number| {
        let store = if number % 2 == 0 { store.clone() } else { other.clone() };
        tokio::spawn(async move { store.use_invitation(token, NOW).await.expect("an answer") })
    });
    let mut used = 0;
    for attempt in tries.collect::<Vec<_>>() {
        used += usize::from(attempt.await.expect("it ends"));
    }
    assert_eq!(used, 1);
    assert!(!store.has_invitation(token, NOW).await.expect("an answer"));
    assert!(
        !store.has_invitation(earlier, NOW).await.expect("an answer"),
        "the first account makes it void"
    );

    store.create_account(&account("Ada")).await.expect("it is made");
    for token in [token, earlier] {
        store.keep_invitation(token, until).await.expect("it is kept");
    }
    assert!(store.use_invitation(token, NOW).await.expect("an answer"));
    assert!(
        store.has_invitation(earlier, NOW).await.expect("an answer"),
        "it is somebody else's"
    );
}

async fn a_phone_has_a_seat_in_each_panel(place: &Place) {
    let store = place.open().await;
    let (one, other) = (Room::create(&*store).await, Room::create(&*store).await);
    let phone = token_hash("phone");
    let (first, second) = (PersonId(Uuid::new_v4()), PersonId(Uuid::new_v4()));
    assert_eq!(store.seat(phone, one.id).await.expect("an answer"), None);
    store.keep_seat(phone, one.id, first).await.expect("it is kept");
    store.keep_seat(phone, other.id, second).await.expect("it is kept");
    assert_eq!(store.seat(phone, one.id).await.expect("an answer"), Some(first));
    assert_eq!(store.seat(phone, other.id).await.expect("an answer"), Some(second));
    store.keep_seat(phone, one.id, second).await.expect("it is kept");
    assert_eq!(store.seat(phone, one.id).await.expect("an answer"), Some(second));
}
