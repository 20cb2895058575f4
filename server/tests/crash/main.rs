//! The real program, killed at random moments while simulated attendees answer: what was acknowledged is
//! recorded once, and nothing is recorded that nobody sent.
//!
//! `VISIONCAST_CRASH_ROUNDS=200` kills so often; by default it is done a few times only.

mod database;
mod node;
mod record;
mod rehearsal;

use std::{thread::sleep, time::Duration};

use crate::{
    database::Database,
    node::Node,
    record::Record,
    rehearsal::{Files, Rehearsal},
};

/// How long a server lives before it is killed, in milliseconds.
const LIFE: std::ops::Range<u64> = 200..1_500;
/// How long attendees may take to find their way back at the end.
const RECOVERY: Duration = Duration::from_secs(3);

fn rounds() -> usize {
    std::env::var("VISIONCAST_CRASH_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(5)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_a_killed_server() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let database = Database::file(folder.path());
    let mut node = Node::start(&database);
    let panel = node.begin_rehearsal().await;
    let files = Files::within(folder.path());
    let rehearsal = Rehearsal::start(&[&node], &panel, &files);
    for round in 1..=rounds() {
        sleep(Duration::from_millis(rand::random_range(LIFE)));
        node.kill();
        node = node.start_again(&database);
        eprintln!("round {round}: killed and started again");
    }
    sleep(RECOVERY);
    let figures = rehearsal.end();
    node.stop();
    Record::export(&database, &panel.code, folder.path()).check(&files);
    eprintln!("after {} kills: {figures}", rounds());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_a_killed_node_while_phones_move_to_the_other() {
    let Some(database) = Database::on_postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut nodes = [Node::start(&database), Node::start(&database)];
    let panel = nodes[0].begin_rehearsal().await;
    let files = Files::within(folder.path());
    let rehearsal = Rehearsal::start(&[&nodes[0], &nodes[1]], &panel, &files);
    for round in 1..=rounds() {
        sleep(Duration::from_millis(rand::random_range(LIFE)));
        let node = &mut nodes[round % 2];
        node.kill();
        // For a while the other one is alone.
        sleep(Duration::from_millis(rand::random_range(0..800)));
        *node = node.start_again(&database);
        eprintln!("round {round}: node {} killed and started again", round % 2);
    }
    sleep(RECOVERY);
    let figures = rehearsal.end();
    for node in nodes {
        node.stop();
    }
    Record::export(&database, &panel.code, folder.path()).check(&files);
    eprintln!("after {} kills: {figures}", rounds());
}
