use std::collections::HashMap;

use rand::{RngExt as _, seq::SliceRandom as _};
use tokio::sync::Mutex;
use uuid::Uuid;
use visioncast_model::{Actor, Command, CommandId, PanelId, Rejection, Step, Ticket};

use super::ticket::hash;
use crate::{
    live::RoomHandle,
    store::{SharedStore, StoreError, TokenHash},
};

/// So many are made at a time for showing at the door: which of them a name got, their making does not tell.
const AT_A_TIME: u32 = 32;

/// Tickets made ahead for the doors of this node, and in no other place: the database has their hashes alone. What is
/// left when the node stops is never handed out.
#[derive(Default)]
pub(crate) struct Piles(Mutex<HashMap<PanelId, Vec<Ticket>>>);

/// Why no ticket was made.
#[derive(Debug, thiserror::Error)]
pub(super) enum MakeError {
    #[error(transparent)]
    Refused(#[from] Rejection),
    #[error("these tickets were made already")]
    Again,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Piles {
    /// A ticket that nobody has seen.
    pub(super) async fn take(&self, store: &SharedStore, room: &RoomHandle, actor: Actor) -> Result<Ticket, MakeError> {
        let mut piles = self.0.lock().await;
        let pile = piles.entry(room.entry.id).or_default();
        if pile.is_empty() {
            *pile = make(store, room, actor, CommandId(Uuid::new_v4()), AT_A_TIME, false).await?;
        }
        pile.pop().ok_or(MakeError::Again)
    }
}

/// Makes tickets: notes in the log how many, and keeps the hashes of which.
pub(super) async fn make(
    store: &SharedStore,
    room: &RoomHandle,
    actor: Actor,
    id: CommandId,
    count: u32,
    replacing: bool,
) -> Result<Vec<Ticket>, MakeError> {
    let step = Step::MakeTickets { count, replacing };
    room.submit(actor, id, Command::Step(step)).await?;
    let made = room.look(|panel| panel.tickets().made).await.unwrap_or_default();
    let mut tickets: Vec<Ticket> = {
        let mut random = rand::rng();
        (0..count).map(|_| Ticket::from_random(random.random())).collect()
    };
    let mut hashes: Vec<TokenHash> = tickets.iter().copied().map(hash).collect();
    // Kept in an order that is not the one in which they are handed out.
    hashes.sort_unstable();
    tickets.shuffle(&mut rand::rng());
    // A form that is sent twice notes them once: the second time, there are as many as were made.
    if store.keep_tickets(room.entry.id, &hashes, made).await? {
        Ok(tickets)
    } else {
        Err(MakeError::Again)
    }
}
