//! Named frameworks: every version is kept, and two people never overwrite each other.

use uuid::Uuid;
use visioncast_model::{Framework, FrameworkEdit, Part, Timestamp};

use super::{accounts::account, on_both, place::Place};
use crate::store::{FrameworkVersion, StoreError};

on_both!(
    every_version_is_kept,
    of_two_who_change_a_version_one_is_told,
    a_dropped_framework_is_gone,
);

const NOW: Timestamp = Timestamp(1_700_000_000_000);

/// Two versions of a framework.
pub(super) fn versions(id: Uuid) -> Vec<FrameworkVersion> {
    let first = Framework {
        name: "Une “association” & more".to_owned(),
        version: 1,
        ..Framework::default()
    };
    let edit = FrameworkEdit::Write {
        part: Part::Vision,
        text: "to be".to_owned(),
    };
    let second = first.edited(&edit).expect("it can be");
    let version = |framework, what: &str| FrameworkVersion {
        id,
        framework,
        changed: NOW,
        account: None,
        by: None,
        what: what.to_owned(),
    };
    vec![version(first, "began"), version(second, "wrote the vision")]
}

async fn every_version_is_kept(place: &Place) {
    let store = place.open().await;
    let nora = account("Nora");
    store.create_account(&nora).await.expect("it is kept");
    let (one, other) = (Uuid::new_v4(), Uuid::new_v4());
    let [first, mut second] = versions(one).try_into().expect("two");
    second.account = Some(nora.id);
    store.keep_framework(&first, None).await.expect("it is new");
    store.keep_framework(&second, Some(1)).await.expect("it is the next");
    let mut late = versions(other).remove(0);
    late.framework.name = "An association".to_owned();
    store.keep_framework(&late, None).await.expect("it is new");

    second.by = Some("Nora".to_owned());
    let listed = store.frameworks().await.expect("an answer");
    assert_eq!(listed, [late.clone(), second.clone()], "the last versions, by name");
    assert_eq!(store.framework(one).await.expect("an answer"), Some(second.clone()));
    assert_eq!(
        store.framework_at(one, 1).await.expect("an answer"),
        Some(first.clone())
    );
    assert_eq!(store.framework_at(one, 7).await.expect("an answer"), None);
    let all = store.framework_versions(one, 9).await.expect("an answer");
    assert_eq!(all, [second, first]);
    assert_eq!(store.framework(Uuid::new_v4()).await.expect("an answer"), None);
}

async fn of_two_who_change_a_version_one_is_told(place: &Place) {
    let id = Uuid::new_v4();
    let [first, second] = versions(id).try_into().expect("two");
    let (store, other) = (place.open().await, place.open().await);
    store.keep_framework(&first, None).await.expect("it is new");
    let again = store.keep_framework(&second, Some(9)).await;
    assert!(matches!(again, Err(StoreError::Conflict)), "{again:?}");

    // One counts up by one, the other by several.
    let mut further = second.clone();
    further.framework.version = 5;
    let tries = (0..8).map(|number| {
        let (store, version) = match number % 2 {
            0 => (store.clone(), second.clone()),
            _ => (other.clone(), further.clone()),
        };
        tokio::spawn(async move { store.keep_framework(&version, Some(1)).await })
    });
    let mut kept = 0;
    for attempt in tries.collect::<Vec<_>>() {
        match attempt.await.expect("it ends") {
            Ok(()) => kept += 1,
            Err(StoreError::Conflict) => {}
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(kept, 1);
}

async fn a_dropped_framework_is_gone(place: &Place) {
    let store = place.open().await;
    let id = Uuid::new_v4();
    let [first, second] = versions(id).try_into().expect("two");
    store.keep_framework(&first, None).await.expect("it is new");
    assert!(store.drop_framework(id).await.expect("an answer"));
    assert!(!store.drop_framework(id).await.expect("an answer"));
    assert_eq!(store.frameworks().await.expect("an answer"), []);
    let late = store.keep_framework(&second, Some(1)).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
}
