//! The logs. Compiled once for each engine, which is what `super` is.

use async_trait::async_trait;
use sqlx::{Executor, query, query_as};
use tokio::{sync::mpsc, task::spawn_blocking};
use visioncast_model::{JoinCode, Panel, PanelId, PersonId, Seq, Words, WordsId};

use super::{Connection, Database, Engine, directory, turn};
use crate::store::{
    Batch, Entry, EventStore, NewPanel, StoreError, Tail, Turn, aside,
    replay::{PAGE, Replay},
    row::{EventRow, id_bytes, read_event, read_id},
    snapshot::Snapshot,
};

#[async_trait]
impl EventStore for Engine {
    async fn create(&self, entry: &NewPanel, batch: &Batch<'_>) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        begin(self, &mut transaction, entry, batch).await?;
        transaction.commit().await.map_err(|error| self.failure(error))
    }

    async fn replace(&self, rehearsal: PanelId, entry: &NewPanel, batch: &Batch<'_>) -> Result<(), StoreError> {
        let failure = |error| self.failure(error);
        let mut transaction = self.begin().await?;
        // Whoever writes to the rehearsal has written before, or finds it gone.
        let head = directory::lock_head(&mut *transaction, rehearsal)
            .await
            .map_err(failure)?;
        head.ok_or(StoreError::NoPanel(rehearsal))?;
        if !directory::stand_aside(&mut *transaction, rehearsal)
            .await
            .map_err(failure)?
        {
            return Err(StoreError::NoRehearsal(rehearsal));
        }
        begin(self, &mut transaction, entry, batch).await?;
        turn::wipe(&mut transaction, rehearsal).await.map_err(failure)?;
        transaction.commit().await.map_err(failure)?;
        self.clear_traces().await;
        Ok(())
    }

    async fn find(&self, code: JoinCode) -> Result<Option<Entry>, StoreError> {
        directory::find(self.reader(), code)
            .await
            .map_err(|error| self.failure(error))
    }

    async fn find_id(&self, id: PanelId) -> Result<Option<Entry>, StoreError> {
        directory::find_id(self.reader(), id)
            .await
            .map_err(|error| self.failure(error))
    }

    async fn find_screen(&self, key: &str) -> Result<Option<Entry>, StoreError> {
        directory::find_screen(self.reader(), key)
            .await
            .map_err(|error| self.failure(error))
    }

    async fn panels(&self) -> Result<Vec<Entry>, StoreError> {
        directory::all(self.reader()).await.map_err(|error| self.failure(error))
    }

    async fn load(&self, panel: PanelId) -> Result<Panel, StoreError> {
        let mut connection = self.reader().acquire().await.map_err(|error| self.failure(error))?;
        let head = directory::head(&mut *connection, panel)
            .await
            .map_err(|error| self.failure(error))?;
        let head = head.ok_or(StoreError::NoPanel(panel))?;
        let start = self.snapshot(&mut connection, panel, head).await?.unwrap_or_default();
        let mut after = start.seq();
        let replay = Replay::of(panel, start);
        loop {
            let page = page(&mut *connection, panel, after, PAGE)
                .await
                .map_err(|error| self.failure(error))?;
            let more = page.len() == PAGE as usize;
            after = page.last().map_or(after, |row| Seq(row.0.cast_unsigned()));
            if !replay.take(page).await || !more {
                break;
            }
        }
        let mut loaded = replay.finish().await?;
        if loaded.seq() < head {
            return Err(StoreError::Corrupt {
                panel,
                seq: loaded.seq().next().0,
                why: format!("it is not there, and {head} ought to be the last"),
            });
        }
        // After the events: whatever they refer to is there by now, or gone for ever.
        for words in all_words(&mut *connection, panel)
            .await
            .map_err(|error| self.failure(error))?
        {
            loaded.learn(words);
        }
        Ok(loaded)
    }

    async fn head(&self, panel: PanelId) -> Result<Seq, StoreError> {
        let head = directory::head(self.reader(), panel)
            .await
            .map_err(|error| self.failure(error))?;
        head.ok_or(StoreError::NoPanel(panel))
    }

    async fn tail(&self, panel: PanelId, after: Seq, limit: u32) -> Result<Tail, StoreError> {
        let mut connection = self.reader().acquire().await.map_err(|error| self.failure(error))?;
        self.read_tail(&mut connection, panel, after, limit).await
    }

    async fn turn(&self, panel: PanelId, after: Seq) -> Result<Box<dyn Turn>, StoreError> {
        let turn = turn::EngineTurn::begin(self.clone(), panel, after).await?;
        Ok(Box::new(turn))
    }

    async fn keep_snapshot(&self, panel: &Panel) -> Result<(), StoreError> {
        let Some(id) = panel.id() else { return Ok(()) };
        let snapshot = aside(|| Snapshot::of(id, panel))
            .map_err(|why| StoreError::Unavailable(sqlx::Error::Encode(why.into())))?;
        query(
            "INSERT INTO snapshots (panel, seq, format, checksum, body) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (panel) DO UPDATE
             SET seq = excluded.seq, format = excluded.format, checksum = excluded.checksum, body = excluded.body",
        )
        .bind(id_bytes(id.0))
        .bind(snapshot.seq)
        .bind(snapshot.format)
        .bind(snapshot.checksum)
        .bind(snapshot.body)
        .execute(self.writer())
        .await
        .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn notify(&self, panel: PanelId) -> Result<(), StoreError> {
        self.wake_others(panel).await
    }

    async fn listen(&self) -> Result<mpsc::Receiver<PanelId>, StoreError> {
        self.hear_others().await
    }

    async fn close(&self) {
        self.close_all().await;
    }
}

impl Engine {
    /// What stands behind `after`, with its words.
    pub(super) async fn read_tail(
        &self,
        connection: &mut Connection,
        panel: PanelId,
        after: Seq,
        limit: u32,
    ) -> Result<Tail, StoreError> {
        let rows = page(&mut *connection, panel, after, limit)
            .await
            .map_err(|error| self.failure(error))?;
        let mut events = Vec::with_capacity(rows.len());
        let mut place = after;
        for row in &rows {
            place = place.next();
            events.push(read_event(panel, place, row)?);
        }
        let wanted: Vec<WordsId> = events.iter().flat_map(|recorded| recorded.event.words()).collect();
        let words = if wanted.is_empty() {
            Vec::new()
        } else {
            super::words_of(&mut *connection, panel, &wanted)
                .await
                .map_err(|error| self.failure(error))?
        };
        Ok(Tail { events, words })
    }

    /// The panel in the snapshot, where one can be used.
    async fn snapshot(
        &self,
        connection: &mut Connection,
        panel: PanelId,
        head: Seq,
    ) -> Result<Option<Panel>, StoreError> {
        let row: Option<(i64, i32, Vec<u8>, Vec<u8>)> =
            query_as("SELECT seq, format, checksum, body FROM snapshots WHERE panel = $1")
                .bind(id_bytes(panel.0))
                .fetch_optional(connection)
                .await
                .map_err(|error| self.failure(error))?;
        let Some((seq, format, checksum, body)) = row else {
            return Ok(None);
        };
        let snapshot = Snapshot {
            seq,
            format,
            checksum,
            body,
        };
        let read = spawn_blocking(move || snapshot.read(panel, head)).await;
        match read.unwrap_or_else(|error| Err(error.to_string())) {
            Ok(panel) => Ok(Some(panel)),
            Err(why) => {
                tracing::warn!(%panel, why, "passing over a snapshot; replaying the whole log");
                Ok(None)
            }
        }
    }
}

/// Puts a new panel, with its first events, into the directory, its initiative and the log.
pub(super) async fn begin(
    engine: &Engine,
    connection: &mut Connection,
    entry: &NewPanel,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let failure = |error| engine.failure(error);
    if !directory::put(&mut *connection, entry).await.map_err(failure)? {
        return Err(StoreError::CodeTaken(entry.code));
    }
    directory::assign(&mut *connection, entry).await.map_err(failure)?;
    turn::write(engine, connection, entry.id, Seq(0), batch).await
}

async fn page<'e>(
    executor: impl Executor<'e, Database = Database>,
    panel: PanelId,
    after: Seq,
    limit: u32,
) -> Result<Vec<EventRow>, sqlx::Error> {
    query_as(
        "SELECT seq, at, version, actor, command, digest, body FROM events
         WHERE panel = $1 AND seq > $2 ORDER BY seq LIMIT $3",
    )
    .bind(id_bytes(panel.0))
    .bind(after.0.cast_signed())
    .bind(i64::from(limit))
    .fetch_all(executor)
    .await
}

async fn all_words<'e>(
    executor: impl Executor<'e, Database = Database>,
    panel: PanelId,
) -> Result<Vec<Words>, sqlx::Error> {
    let rows: Vec<WordsRow> = query_as("SELECT id, person, salt, text FROM words WHERE panel = $1")
        .bind(id_bytes(panel.0))
        .fetch_all(executor)
        .await?;
    rows.into_iter().map(words).collect()
}

/// `id`, `person`, `salt`, `text`.
pub(super) type WordsRow = (Vec<u8>, Option<Vec<u8>>, Vec<u8>, String);

pub(super) fn words((id, person, salt, text): WordsRow) -> Result<Words, sqlx::Error> {
    Ok(Words {
        id: WordsId(read_id(&id)?),
        person: person.map(|person| read_id(&person).map(PersonId)).transpose()?,
        salt: salt
            .try_into()
            .map_err(|_| sqlx::Error::Decode("a salt has 16 bytes".into()))?,
        text,
    })
}
