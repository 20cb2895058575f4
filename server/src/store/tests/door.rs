//! Links, tickets and the roll.

use std::collections::BTreeSet;

use uuid::Uuid;
use visioncast_model::{PanelId, PersonId, Role, Timestamp};

use super::{on_both, place::Place, room::Room};
use crate::store::{Claimed, Link, TicketCount, token_hash};

const NOW: Timestamp = Timestamp(1_700_000_000_000);

on_both!(
    links_are_listed_expire_and_are_revoked_one_by_one,
    a_ticket_is_used_by_one_device_which_may_come_again,
    there_are_never_more_tickets_than_were_made,
    two_doors_check_a_name_once,
    a_seat_is_taken_once,
);

pub(super) fn link(panel: PanelId, name: &str, role: Role, seconds: i64) -> Link {
    Link {
        token: token_hash(name),
        panel,
        role,
        label: name.to_owned(),
        created: NOW,
        expires: NOW.plus_seconds(seconds),
        revoked: false,
    }
}

async fn links_are_listed_expire_and_are_revoked_one_by_one(place: &Place) {
    let store = place.open().await;
    let (room, other) = (Room::create(&*store).await, Room::create(&*store).await);
    let board = link(room.id, "the board", Role::Board, 10);
    let panelist = Link {
        created: NOW.plus_seconds(1),
        ..link(room.id, "Dr. Reyes", Role::Panelist, 100)
    };
    for link in [&board, &panelist, &link(other.id, "elsewhere", Role::Board, 10)] {
        store.keep_link(link).await.expect("it is kept");
    }
    let listed = store.links(room.id).await.expect("an answer");
    assert_eq!(listed, [panelist.clone(), board.clone()]);
    assert!(board.is_valid(NOW.plus_seconds(9)) && !board.is_valid(NOW.plus_seconds(10)));

    let revoke = async |panel, token| store.revoke_link(panel, token).await.expect("an answer");
    assert!(!revoke(other.id, board.token).await, "it is of another panel");
    assert!(revoke(room.id, board.token).await);
    assert!(!revoke(room.id, board.token).await, "it is revoked already");
    let known = store
        .link(board.token)
        .await
        .expect("an answer")
        .expect("it is told of");
    assert!(known.revoked && !known.is_valid(NOW));
    let known = store.link(panelist.token).await.expect("an answer");
    assert_eq!(known, Some(panelist), "the others stay");
    assert_eq!(store.link(token_hash("unknown")).await.expect("an answer"), None);
}

async fn a_ticket_is_used_by_one_device_which_may_come_again(place: &Place) {
    let store = place.open().await;
    let (room, other) = (Room::create(&*store).await, Room::create(&*store).await);
    let tickets: Vec<_> = ["one", "two", "three"].map(token_hash).to_vec();
    assert!(store.keep_tickets(room.id, &tickets, 3).await.expect("an answer"));

    let nodes = [store.clone(), place.open().await];
    let tries = (0..8_usize).map(|device| {
        let (store, panel, ticket) = (nodes[device % 2].clone(), room.id, tickets[0]);
        tokio::spawn(async move {
            let claim = token_hash(&format!("device {device}"));
            (
                claim,
                store.claim_ticket(panel, ticket, claim).await.expect("an answer"),
            )
        })
    });
    let mut winners = Vec::new();
    for attempt in tries.collect::<Vec<_>>() {
        match attempt.await.expect("it ends") {
            (claim, Claimed::Yes) => winners.push(claim),
            (_, claimed) => assert_eq!(claimed, Claimed::ByAnother),
        }
    }
    assert_eq!(winners.len(), 1);
    let claim = async |panel, ticket, claim| store.claim_ticket(panel, ticket, claim).await.expect("an answer");
    assert_eq!(
        claim(room.id, tickets[0], winners[0]).await,
        Claimed::Yes,
        "its answer was lost"
    );
    assert_eq!(
        claim(other.id, tickets[1], winners[0]).await,
        Claimed::No,
        "of another panel"
    );
    assert_eq!(claim(room.id, token_hash("unknown"), winners[0]).await, Claimed::No);

    let void = async |ticket| store.void_ticket(room.id, ticket).await.expect("an answer");
    assert!(!void(tickets[0]).await, "it is used");
    assert!(void(tickets[1]).await);
    assert_eq!(claim(room.id, tickets[1], winners[0]).await, Claimed::No, "it is void");

    // Given back, by whoever has it alone.
    assert_eq!(claim(room.id, tickets[2], winners[0]).await, Claimed::Yes);
    store
        .release_ticket(tickets[2], token_hash("another"))
        .await
        .expect("done");
    let count = store.count_tickets(room.id).await.expect("an answer");
    let expected = TicketCount {
        kept: 3,
        used: 2,
        void: 1,
    };
    assert_eq!(count, expected);
    store.release_ticket(tickets[2], winners[0]).await.expect("done");
    assert_eq!(claim(room.id, tickets[2], token_hash("another")).await, Claimed::Yes);
}

async fn there_are_never_more_tickets_than_were_made(place: &Place) {
    let nodes = [place.open().await, place.open().await];
    let room = Room::create(&*nodes[0]).await;
    let tries = (0..6_usize).map(|number| {
        let (store, panel) = (nodes[number % 2].clone(), room.id);
        tokio::spawn(async move {
            let tickets: Vec<_> = (0..10)
                .map(|ticket| token_hash(&format!("{number}/{ticket}")))
                .collect();
            store.keep_tickets(panel, &tickets, 20).await.expect("an answer")
        })
    });
    let mut kept = 0;
    for attempt in tries.collect::<Vec<_>>() {
        kept += u32::from(attempt.await.expect("it ends"));
    }
    assert_eq!(kept, 2);
    assert_eq!(nodes[0].count_tickets(room.id).await.expect("an answer").kept, 20);
}

async fn two_doors_check_a_name_once(place: &Place) {
    let doors = [place.open().await, place.open().await];
    let room = Room::create(&*doors[0]).await;
    let names = ["Zoë  Kaya", "Ada Lovelace", "zoë kaya"].map(str::to_owned);
    assert_eq!(doors[0].add_names(room.id, &names).await.expect("an answer"), 2);
    let listed = doors[0].names(room.id).await.expect("an answer");
    assert_eq!(
        listed,
        [("Ada Lovelace".to_owned(), false), ("Zoë  Kaya".to_owned(), false)]
    );

    let tries = (0..6_usize).map(|number| {
        let (store, panel) = (doors[number % 2].clone(), room.id);
        tokio::spawn(async move { store.check_name(panel, "ZOË KAYA", true).await.expect("an answer") })
    });
    let mut checked = 0;
    for attempt in tries.collect::<Vec<_>>() {
        checked += u32::from(attempt.await.expect("it ends"));
    }
    assert_eq!(checked, 1, "one person, one ticket");
    let store = &doors[0];
    let names: BTreeSet<_> = store.names(room.id).await.expect("an answer").into_iter().collect();
    assert!(names.contains(&("Zoë  Kaya".to_owned(), true)) && names.contains(&("Ada Lovelace".to_owned(), false)));
    assert!(!store.check_name(room.id, "Nobody", true).await.expect("an answer"));
    assert!(
        store.check_name(room.id, "Zoë Kaya", false).await.expect("an answer"),
        "taken back"
    );
    assert_eq!(store.drop_names(room.id).await.expect("an answer"), 2);
}

async fn a_seat_is_taken_once(place: &Place) {
    let store = place.open().await;
    let room = Room::create(&*store).await;
    let [first, second] = [(); 2].map(|()| PersonId(Uuid::new_v4()));
    let phone = token_hash("phone");
    for person in [first, second] {
        let seated = store.take_seat(phone, room.id, person).await.expect("an answer");
        assert_eq!(seated, first, "whoever sends it again is who they were");
    }
}
