//! A snapshot and the events behind it are the same as the whole log.

use proptest::{collection::vec, prelude::*, test_runner::TestRunner};
use sha2::{Digest as _, Sha256};
use tokio::runtime::Handle;
use visioncast_model::{Choice, IdeaId, Panel, PersonId, Recorded, Seq, Step};

use super::{on_both, place::Place, room::Room};
use crate::store::{SharedStore, snapshot};

on_both!(
    a_snapshot_and_its_tail_are_the_whole_log,
    a_snapshot_that_cannot_be_used_is_passed_over,
);

/// Something that happens in a room.
#[derive(Clone, Debug)]
enum Happening {
    Join,
    Say(usize),
    Judge(usize, usize),
    Rename,
    Erase(usize),
    Forget(usize),
    Snapshot,
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        3 => Just(Happening::Join),
        4 => any::<usize>().prop_map(Happening::Say),
        6 => any::<(usize, usize)>().prop_map(|(person, idea)| Happening::Judge(person, idea)),
        1 => Just(Happening::Rename),
        1 => any::<usize>().prop_map(Happening::Erase),
        1 => any::<usize>().prop_map(Happening::Forget),
        2 => Just(Happening::Snapshot),
    ]
}

async fn a_snapshot_and_its_tail_are_the_whole_log(place: &Place) {
    let store = place.open().await;
    let handle = Handle::current();
    tokio::task::block_in_place(|| {
        let mut runner = TestRunner::new(ProptestConfig {
            cases: 24,
            failure_persistence: None,
            ..Default::default()
        });
        let checked = runner.run(&vec(happening(), 1..40), |history| {
            handle.block_on(check(&store, &history));
            Ok(())
        });
        checked.expect("every history is the same either way");
    });
}

async fn check(store: &SharedStore, history: &[Happening]) {
    let mut room = Room::create(&**store).await;
    let mut people: Vec<PersonId> = vec![room.join()];
    let mut ideas: Vec<IdeaId> = vec![room.say(None, "The first")];
    for happening in history {
        match happening {
            Happening::Join => people.push(room.join()),
            Happening::Say(person) => {
                let author = people[person % people.len()];
                ideas.push(room.say(Some(author), &format!("Of {author}")));
            }
            Happening::Judge(person, idea) => {
                room.judge(people[person % people.len()], ideas[idea % ideas.len()], Choice::Agree);
            }
            Happening::Rename => {
                room.step(Step::Rename {
                    title: format!("Title at {}", room.panel.seq()),
                });
            }
            Happening::Erase(idea) => {
                room.step(Step::EraseWords {
                    ideas: vec![ideas[idea % ideas.len()]],
                });
            }
            Happening::Forget(person) => {
                room.step(Step::ErasePerson {
                    person: people[person % people.len()],
                });
            }
            Happening::Snapshot => {
                room.write(&**store).await.expect("it is appended");
                store.keep_snapshot(&room.panel).await.expect("it is kept");
            }
        }
    }
    room.write(&**store).await.expect("it is appended");
    assert_eq!(
        store.load(room.id).await.expect("it loads"),
        room.panel,
        "snapshot and tail"
    );
    let log = store.tail(room.id, Seq(0), 1_000).await.expect("an answer");
    assert_eq!(Panel::replay(&log.events, log.words), room.panel, "the whole log");
}

async fn a_snapshot_that_cannot_be_used_is_passed_over(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    let person = room.join();
    room.say(Some(person), "An idea");
    room.write(&*store).await.expect("it is appended");
    let (substring, byte) = if place.has_server() {
        ("substring", "'\\x00'::bytea")
    } else {
        ("substr", "x'00'")
    };
    let tampered = [
        format!("UPDATE snapshots SET body = {byte}"),
        format!("UPDATE snapshots SET body = {substring}(body, 1, 40)"),
        format!("UPDATE snapshots SET checksum = {byte}"),
        "UPDATE snapshots SET format = format + 1".to_owned(),
        "UPDATE snapshots SET seq = seq + 1".to_owned(),
    ];
    for sql in tampered {
        store.keep_snapshot(&room.panel).await.expect("it is kept");
        place.tamper(&sql).await;
        assert_eq!(store.load(room.id).await.expect("it loads"), room.panel, "{sql}");
    }

    // One of a log that lost its end.
    store.keep_snapshot(&room.panel).await.expect("it is kept");
    place.tamper("DELETE FROM events WHERE seq = 3").await;
    place.tamper("UPDATE panels SET head = 2").await;
    assert_eq!(store.load(room.id).await.expect("it loads").seq(), Seq(2));
    // A good one need not be passed over: what it stands for is not read again.
    let mut early = room.clone();
    early.panel = store.load(room.id).await.expect("it loads");
    store.keep_snapshot(&early.panel).await.expect("it is kept");
    place.tamper("UPDATE events SET body = '{' WHERE seq = 1").await;
    assert_eq!(store.load(room.id).await.expect("it loads"), early.panel);
}

/// The form of a snapshot does not say what it holds: were it read in another form, a panel might
/// come out that never was.
#[test]
fn a_snapshot_in_another_form_has_another_number() {
    let log: Vec<Recorded> = serde_json::from_str(include_str!("../../../../crates/model/tests/events/v4.json"))
        .expect("the log with every kind of event is readable");
    let mut panel = Panel::default();
    let mut hasher = Sha256::new();
    for recorded in &log {
        panel.apply(recorded);
        hasher.update(postcard::to_allocvec(&panel).expect("a panel has a form"));
    }
    let form: String = hasher
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        (snapshot::FORMAT, form.as_str()),
        (6, "78bce9604a38eeb4"),
        "snapshots have another form, or events another effect: count FORMAT up and note the new form here"
    );
}
