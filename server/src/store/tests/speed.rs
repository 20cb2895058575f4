//! How fast it is. Run by hand: `cargo test --release -- --ignored --nocapture store::tests::speed`.

use std::time::{Duration, Instant};

use super::{place::Place, room::Room};

const TIME: Duration = Duration::from_secs(3);

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it measures"]
async fn appends_on_sqlite() {
    Place::with_sqlite(appends).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it measures"]
async fn appends_on_postgres() {
    Place::with_postgres(appends).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it measures"]
async fn a_million_events_on_sqlite() {
    Place::with_sqlite(a_million_events).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it measures"]
async fn a_million_events_on_postgres() {
    Place::with_postgres(a_million_events).await;
}

async fn appends(place: &Place) {
    let store = place.open().await;
    for size in [1, 8, 32, 128, 256, 1_024] {
        let mut room = Room::create(&*store).await;
        let person = room.join();
        let idea = room.say(None, "An idea");
        room.write(&*store).await.expect("it is appended");
        let (mut turns, mut spent, mut times) = (0_u32, Duration::ZERO, Vec::new());
        while spent < TIME {
            room.cast(person, idea, size);
            let started = Instant::now();
            room.write(&*store).await.expect("it is appended");
            let took = started.elapsed();
            spent += took;
            times.push(took);
            turns += 1;
        }
        times.sort();
        eprintln!(
            "batches of {size:5}: {:8.0} events/s, {:6.0} turns/s, p50 {:?}, p99 {:?}",
            f64::from(turns) * size as f64 / spent.as_secs_f64(),
            f64::from(turns) / spent.as_secs_f64(),
            times[times.len() / 2],
            times[times.len() * 99 / 100],
        );
    }
}

async fn a_million_events(place: &Place) {
    let store = place.open().await;
    let mut room = Room::create(&*store).await;
    let people: Vec<_> = (0..1_000).map(|_| room.join()).collect();
    let ideas: Vec<_> = (0..200)
        .map(|number| room.say(None, &format!("Idea {number}")))
        .collect();
    for round in 0..1_000_000 / 1_000 {
        for person in &people {
            room.cast(*person, ideas[round % ideas.len()], 1);
        }
        room.write(&*store).await.expect("it is appended");
    }
    let started = Instant::now();
    let loaded = store.load(room.id).await.expect("it loads");
    eprintln!("{} events replayed in {:?}", loaded.seq(), started.elapsed());
    let started = Instant::now();
    store.keep_snapshot(&loaded).await.expect("it is kept");
    eprintln!("snapshot kept in {:?}", started.elapsed());
    let started = Instant::now();
    let again = store.load(room.id).await.expect("it loads");
    eprintln!("snapshot read in {:?}", started.elapsed());
    assert_eq!(loaded, again);
    let started = Instant::now();
    crate::store::backup(&place.address, &place.file("backup.db"))
        .await
        .expect("it is written");
    let size = std::fs::metadata(place.file("backup.db")).map_or(0, |file| file.len());
    eprintln!("backup of {} MB in {:?}", size / 1_000_000, started.elapsed());
    let started = Instant::now();
    let target = format!("sqlite://{}", place.file("restored.db").display());
    crate::store::restore(&place.file("backup.db"), &target)
        .await
        .expect("it restores");
    eprintln!("restored in {:?}", started.elapsed());
}
