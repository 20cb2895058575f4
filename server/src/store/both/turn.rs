//! A turn at writing. Compiled once for each engine, which is what `super` is.

use async_trait::async_trait;
use sqlx::{Transaction, query};
use visioncast_model::{PanelId, PersonId, Recorded, Seq, WordsId};

use super::{Connection, Database, Engine, directory, insert};
use crate::store::{Batch, StoreError, Tail, Turn, row::id_bytes};

/// How much of what others wrote a turn brings at most; whoever is further behind takes another.
const TAIL: u32 = 100_000;

/// A transaction that holds the panel's head.
pub(super) struct EngineTurn {
    engine: Engine,
    /// Rolls back when it is dropped.
    transaction: Transaction<'static, Database>,
    panel: PanelId,
    head: Seq,
    tail: Tail,
}

impl EngineTurn {
    pub(super) async fn begin(engine: Engine, panel: PanelId, after: Seq) -> Result<Self, StoreError> {
        let mut transaction = engine.begin().await?;
        let head = directory::lock_head(&mut *transaction, panel)
            .await
            .map_err(|error| engine.failure(error))?;
        let head = head.ok_or(StoreError::NoPanel(panel))?;
        let tail = if head > after {
            engine.read_tail(&mut transaction, panel, after, TAIL).await?
        } else {
            Tail::default()
        };
        Ok(Self {
            engine,
            transaction,
            panel,
            head,
            tail,
        })
    }
}

#[async_trait]
impl Turn for EngineTurn {
    fn take_tail(&mut self) -> Tail {
        std::mem::take(&mut self.tail)
    }

    async fn append(mut self: Box<Self>, batch: &Batch<'_>) -> Result<(), StoreError> {
        if batch.events.is_empty() {
            return Ok(());
        }
        write(&self.engine, &mut self.transaction, self.panel, self.head, batch).await?;
        self.transaction
            .commit()
            .await
            .map_err(|error| self.engine.failure(error))?;
        if !batch.erased_words.is_empty() || !batch.erased_people.is_empty() {
            self.engine.clear_traces().await;
        }
        Ok(())
    }
}

/// Writes `batch` right behind `head`.
pub(super) async fn write(
    engine: &Engine,
    connection: &mut Connection,
    panel: PanelId,
    head: Seq,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let last = follow(head, batch.events).ok_or(StoreError::Conflict)?;
    let failure = |error| engine.failure(error);
    insert::events(connection, panel, batch.events).await.map_err(failure)?;
    // Before the new words: some of them may have come after the erasure.
    erase_people(connection, panel, batch.erased_people)
        .await
        .map_err(failure)?;
    if !batch.words.is_empty() {
        insert::words(connection, panel, batch.words).await.map_err(failure)?;
    }
    erase_words(connection, panel, batch.erased_words)
        .await
        .map_err(failure)?;
    let moved = directory::move_head(&mut *connection, panel, head, last, &batch.summary)
        .await
        .map_err(failure)?;
    if moved { Ok(()) } else { Err(StoreError::Conflict) }
}

/// The place of the last event; none where they do not follow `head` one by one.
fn follow(head: Seq, events: &[Recorded]) -> Option<Seq> {
    events
        .iter()
        .try_fold(head, |before, event| (event.seq == before.next()).then_some(event.seq))
}

/// Deletes a panel and all that it held. What refers to it in the directory (seats, links, the snapshot) goes with it.
pub(super) async fn wipe(connection: &mut Connection, panel: PanelId) -> Result<(), sqlx::Error> {
    const EVENTS: &str = "DELETE FROM events WHERE panel = $1";
    const WORDS: &str = "DELETE FROM words WHERE panel = $1";
    const VOLUNTEERS: &str = "DELETE FROM volunteers WHERE panel = $1";
    const ENTRY: &str = "DELETE FROM panels WHERE id = $1";
    for sql in [EVENTS, WORDS, VOLUNTEERS, ENTRY] {
        query(sql).bind(id_bytes(panel.0)).execute(&mut *connection).await?;
    }
    Ok(())
}

async fn erase_people(connection: &mut Connection, panel: PanelId, people: &[PersonId]) -> Result<(), sqlx::Error> {
    const WORDS: &str = "DELETE FROM words WHERE panel = $1 AND person = $2";
    const SEATS: &str = "DELETE FROM seats WHERE panel = $1 AND person = $2";
    const LINKS: &str = "DELETE FROM own_links WHERE panel = $1 AND person = $2";
    for person in people {
        for sql in [WORDS, SEATS, LINKS] {
            query(sql)
                .bind(id_bytes(panel.0))
                .bind(id_bytes(person.0))
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(())
}

async fn erase_words(connection: &mut Connection, panel: PanelId, words: &[WordsId]) -> Result<(), sqlx::Error> {
    for words in words {
        query("DELETE FROM words WHERE panel = $1 AND id = $2")
            .bind(id_bytes(panel.0))
            .bind(id_bytes(words.0))
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
