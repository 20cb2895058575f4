//! Those who sign up to help. Nothing tells which attendees they are: their page asks for no seat, and gets none.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use anyhow::bail;
use tokio::{
    task::JoinHandle,
    time::{Instant, sleep_until},
};

use super::hall::Hall;

/// One in so many of the room signs up.
const EVERY: usize = 10;

/// Signs up one in [`EVERY`] until then, evenly; says how many they were.
pub(super) fn sign_up(hall: &Arc<Hall>, until: Instant) -> JoinHandle<anyhow::Result<usize>> {
    let hall = Arc::clone(hall);
    tokio::spawn(async move {
        let room = hall.figures.joined.load(Ordering::Relaxed) as usize;
        let volunteers = room.div_ceil(EVERY);
        let began = Instant::now();
        let pause: Duration = until.saturating_duration_since(began) / (volunteers as u32 + 1);
        for number in 1..=volunteers {
            sleep_until(began + pause * number as u32).await;
            // A rehearsal may be repeated before its volunteers are wiped.
            let contact = format!("{}@rehearsal.example", uuid::Uuid::new_v4().simple());
            let signed = hall.entrance.volunteer(number, hall.code.as_str(), &contact).await;
            if let Err(why) = signed {
                bail!("a volunteer could not sign up: {why}");
            }
        }
        Ok(volunteers)
    })
}
