//! How long a vote takes until it is on screens: some attendees cast one vote each, the first that
//! they cast, so that the count of those who answered moves; projector and phones note every move.

use std::collections::BTreeMap;

use futures::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::{
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    time::Instant,
};
use tokio_tungstenite::tungstenite::Message;
use visioncast_model::wire::{self, ClientFrame, ServerFrame};

use super::{ears::Sighting, entrance::Socket, figures::Times, hall::Hall};

/// How many phones note what they see.
pub(super) const WATCHING_PHONES: usize = 20;

/// Where sightings come together.
pub(super) struct Observation {
    votes: UnboundedReceiver<Sighting>,
    projector: UnboundedReceiver<Sighting>,
    phones: Vec<UnboundedReceiver<Sighting>>,
}

/// Where they are told of.
#[derive(Default)]
pub(super) struct Observers {
    pub(super) votes: Option<UnboundedSender<Sighting>>,
    pub(super) projector: Option<UnboundedSender<Sighting>>,
    pub(super) phones: Vec<UnboundedSender<Sighting>>,
}

impl Observation {
    pub(super) fn new() -> (Self, Observers) {
        let (vote, votes) = unbounded_channel();
        let (show, projector) = unbounded_channel();
        let (watching, phones) = (0..WATCHING_PHONES).map(|_| unbounded_channel()).unzip();
        let observers = Observers {
            votes: Some(vote),
            projector: Some(show),
            phones: watching,
        };
        (
            Self {
                votes,
                projector,
                phones,
            },
            observers,
        )
    }

    /// What it came to, once everybody has left.
    pub(super) fn figures(mut self) -> BTreeMap<&'static str, Value> {
        let votes = drain(&mut self.votes);
        let projector = times(&votes, std::slice::from_mut(&mut self.projector));
        let phones = times(&votes, &mut self.phones);
        BTreeMap::from([
            ("probes", json!(votes.len())),
            ("projector_seen", json!(projector.count())),
            ("projector_p50_ms", json!(projector.quantile(0.5))),
            ("projector_p99_ms", json!(projector.quantile(0.99))),
            ("phone_seen", json!(phones.count())),
            ("phone_p50_ms", json!(phones.quantile(0.5))),
            ("phone_p99_ms", json!(phones.quantile(0.99))),
        ])
    }
}

/// From the sending of each vote to the first move of each screen that contains it.
fn times(votes: &[Sighting], screens: &mut [UnboundedReceiver<Sighting>]) -> Times {
    let times = Times::default();
    for screen in screens {
        let moves = drain(screen);
        for vote in votes {
            let shown = moves.partition_point(|shown| shown.seq < vote.seq);
            if let Some(shown) = moves.get(shown) {
                times.record(shown.at.saturating_duration_since(vote.at));
            }
        }
    }
    times
}

fn drain(receiver: &mut UnboundedReceiver<Sighting>) -> Vec<Sighting> {
    std::iter::from_fn(|| receiver.try_recv().ok()).collect()
}

/// Watches as the projector does, until the other side of the channel is gone.
///
/// # Errors
/// Where there is no such projector.
pub(super) async fn watch(hall: &Hall, key: &str, seen: UnboundedSender<Sighting>) -> anyhow::Result<()> {
    let mut socket: Socket = hall.entrance.open(0, &format!("screen={key}"), None).await?;
    let hello = wire::encode(&ClientFrame::Hello { holds: None });
    socket.send(Message::Binary(hello.into())).await?;
    let mut asked = Instant::now();
    while let Some(Ok(message)) = socket.next().await {
        if let Message::Binary(bytes) = message
            && let Ok(ServerFrame::Room(step)) = wire::decode(&bytes)
        {
            let sighting = Sighting {
                seq: step.to,
                at: Instant::now(),
            };
            if seen.send(sighting).is_err() {
                break;
            }
        }
        if asked.elapsed().as_secs() >= 10 {
            asked = Instant::now();
            socket
                .send(Message::Binary(wire::encode(&ClientFrame::Ping).into()))
                .await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use visioncast_model::Seq;

    use super::*;

    #[tokio::test]
    async fn a_vote_is_seen_with_the_first_move_that_contains_it() {
        let began = Instant::now();
        let at = |milliseconds| began + Duration::from_millis(milliseconds);
        let (observation, mut observers) = Observation::new();
        let show = observers.projector.take().expect("it is there");
        for (seq, time) in [(3, 10), (7, 50), (9, 60)] {
            show.send(Sighting {
                seq: Seq(seq),
                at: at(time),
            })
            .expect("somebody listens");
        }
        let vote = observers.votes.take().expect("it is there");
        vote.send(Sighting {
            seq: Seq(5),
            at: at(30),
        })
        .expect("somebody listens");
        let figures = observation.figures();
        let half = figures["projector_p50_ms"].as_f64().expect("it was seen");
        assert!((half - 20.0).abs() < 0.5, "{half}");
        assert_eq!(figures["phone_seen"], 0);
    }
}
