//! SQLite: one file, one process that writes. Readers never wait for the writer, nor it for them.

#[expect(
    clippy::duplicate_mod,
    reason = "what both engines do alike is compiled once for each"
)]
#[path = "../both/accounts.rs"]
mod accounts;
#[expect(
    clippy::duplicate_mod,
    reason = "what both engines do alike is compiled once for each"
)]
#[path = "../both/directory.rs"]
mod directory;
#[expect(
    clippy::duplicate_mod,
    reason = "what both engines do alike is compiled once for each"
)]
#[path = "../both/door.rs"]
mod door;
#[expect(
    clippy::duplicate_mod,
    reason = "what both engines do alike is compiled once for each"
)]
#[path = "../both/events.rs"]
mod events;
#[expect(
    clippy::duplicate_mod,
    reason = "what both engines do alike is compiled once for each"
)]
#[path = "../both/initiatives.rs"]
mod initiatives;
pub(super) mod insert;
#[expect(
    clippy::duplicate_mod,
    reason = "what both engines do alike is compiled once for each"
)]
#[path = "../both/rows.rs"]
pub(super) mod rows;
#[expect(
    clippy::duplicate_mod,
    reason = "what both engines do alike is compiled once for each"
)]
#[path = "../both/turn.rs"]
mod turn;
#[expect(
    clippy::duplicate_mod,
    reason = "what both engines do alike is compiled once for each"
)]
#[path = "../both/volunteers.rs"]
mod volunteers;

use std::{
    fs, io,
    path::Path,
    sync::{Arc, LazyLock, Mutex, PoisonError},
    time::Duration,
};

use sqlx::{
    AssertSqlSafe, ConnectOptions as _, QueryBuilder, Row as _, Transaction,
    migrate::Migrator,
    query, query_as, query_scalar, raw_sql,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::mpsc;
use visioncast_model::{PanelId, Words, WordsId};

use super::{StoreError, migration, row::id_bytes};

pub(super) type Database = sqlx::Sqlite;
pub(super) type Connection = sqlx::SqliteConnection;

/// A transaction that writes holds the whole file already ([`Engine::begin`]).
const LOCK_HEAD: &str = "SELECT head FROM panels WHERE id = $1";

/// What was ever done to the tables.
pub(super) static MIGRATIONS: LazyLock<Migrator> = LazyLock::new(|| {
    migration::all(&[
        (1, "begin", include_str!("../../../migrations/sqlite/0001_begin.sql")),
        (2, "roles", include_str!("../../../migrations/sqlite/0002_roles.sql")),
        (
            3,
            "initiative",
            include_str!("../../../migrations/sqlite/0003_initiative.sql"),
        ),
    ])
});

/// How long to wait for another program that holds the file.
const BUSY: Duration = Duration::from_secs(5);
/// How long clearing the traces of what was erased waits for readers before it lets writers pass
/// and tries again.
const BUSY_CLEARING_MS: u32 = 250;
/// How long until it tries again.
const CLEARING_PAUSE: Duration = Duration::from_millis(500);
const READERS: u32 = 4;
/// How many statements stay prepared: those that insert have one for each number of rows.
const PREPARED: usize = 200;
/// A write-ahead log that grew under load is cut back to this, in bytes.
const JOURNAL_BYTES: &str = "67108864";

/// The store in a file.
#[derive(Clone)]
pub(super) struct Engine {
    writer: SqlitePool,
    reader: SqlitePool,
    name: Arc<str>,
    /// Nobody else writes: whoever listens must not be told that there is nothing more to hear.
    listeners: Arc<Mutex<Vec<mpsc::Sender<PanelId>>>>,
}

impl Engine {
    /// Opens the file, makes it where it is missing, and brings its tables up to date.
    pub(super) async fn open(file: &Path) -> Result<Self, StoreError> {
        let name = name_of(file);
        let failure = |error| StoreError::of_sqlite(error, &name);
        if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|error| folder_error(error, folder))?;
        }
        keep_private(file);
        let options = options(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .statement_cache_capacity(PREPARED)
            .pragma("secure_delete", "ON")
            .pragma("journal_size_limit", JOURNAL_BYTES);
        let writer = pool(1).connect_with(options).await.map_err(failure)?;
        assert_durable(&mut *writer.acquire().await.map_err(failure)?, &name).await?;
        MIGRATIONS
            .run(&writer)
            .await
            .map_err(|error| StoreError::of_migration(error, &name, failure))?;
        let reader = pool(READERS)
            .connect_with(options_of_readers(file))
            .await
            .map_err(failure)?;
        let engine = Self::of(writer, reader, &name);
        // A file that may only be read opens without complaint, and a transaction begins: better to hear
        // of it now than with the first vote.
        let mut transaction = engine.begin().await?;
        query("DELETE FROM snapshots WHERE seq < 0")
            .execute(&mut *transaction)
            .await
            .map_err(failure)?;
        transaction.rollback().await.map_err(failure)?;
        Ok(engine)
    }

    /// Opens the file as it is, to read it; another process may write to it meanwhile.
    pub(super) async fn open_existing(file: &Path) -> Result<Self, StoreError> {
        let name = name_of(file);
        if !file.is_file() {
            return Err(StoreError::Missing(name));
        }
        let failure = |error| StoreError::of_sqlite(error, &name);
        let reader = pool(READERS)
            .connect_with(options_of_readers(file))
            .await
            .map_err(failure)?;
        let applied = query_as(migration::APPLIED)
            .fetch_all(&reader)
            .await
            .map_err(|error| match failure(error) {
                // There is no such table.
                StoreError::Unavailable(sqlx::Error::Database(_)) => StoreError::Foreign(name.clone()),
                other => other,
            })?;
        migration::check(applied, &MIGRATIONS, &name)?;
        Ok(Self::of(reader.clone(), reader, &name))
    }

    fn of(writer: SqlitePool, reader: SqlitePool, name: &str) -> Self {
        Self {
            writer,
            reader,
            name: name.into(),
            listeners: Arc::default(),
        }
    }

    pub(super) const fn reader(&self) -> &SqlitePool {
        &self.reader
    }

    pub(super) const fn writer(&self) -> &SqlitePool {
        &self.writer
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn failure(&self, error: sqlx::Error) -> StoreError {
        StoreError::of_sqlite(error, &self.name)
    }

    /// Begins to write. At once, rather than with the first write: a transaction that has read would
    /// be refused to write where another process wrote in between.
    pub(super) async fn begin(&self) -> Result<Transaction<'static, Database>, StoreError> {
        self.writer
            .begin_with("BEGIN IMMEDIATE")
            .await
            .map_err(|error| self.failure(error))
    }

    /// Makes what was erased leave the disk: `secure_delete` overwrites it in the pages of the
    /// database, and emptying the write-ahead log moves these pages over the old ones.
    async fn clear_traces(&self) {
        if self.try_clear_traces().await {
            return;
        }
        let engine = self.clone();
        tokio::spawn(async move {
            while !engine.writer.is_closed() {
                tokio::time::sleep(CLEARING_PAUSE).await;
                if engine.try_clear_traces().await {
                    return;
                }
            }
        });
    }

    /// False where somebody still reads what was there before.
    async fn try_clear_traces(&self) -> bool {
        let clearing = format!(
            "PRAGMA busy_timeout = {BUSY_CLEARING_MS}; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = {}",
            BUSY.as_millis()
        );
        // The rows are those of all three statements; the second one's has three columns.
        match raw_sql(AssertSqlSafe(clearing)).fetch_all(&self.writer).await {
            Ok(rows) => rows
                .iter()
                .any(|row| row.len() == 3 && row.try_get::<i64, _>(0).is_ok_and(|busy| busy == 0)),
            Err(error) => {
                tracing::warn!(%error, "failed to empty the write-ahead log after an erasure; trying again");
                false
            }
        }
    }

    async fn wake_others(&self, _panel: PanelId) -> Result<(), StoreError> {
        Ok(())
    }

    async fn hear_others(&self) -> Result<mpsc::Receiver<PanelId>, StoreError> {
        let (sender, receiver) = mpsc::channel(1);
        self.listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(sender);
        Ok(receiver)
    }

    pub(super) async fn close_all(&self) {
        self.reader.close().await;
        self.writer.close().await;
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Refuses a connection whose commits might not survive a power cut.
pub(super) async fn assert_durable(connection: &mut Connection, name: &str) -> Result<(), StoreError> {
    let failure = |error| StoreError::of_sqlite(error, name);
    let synchronous: i64 = query_scalar("PRAGMA synchronous")
        .fetch_one(&mut *connection)
        .await
        .map_err(failure)?;
    // 2 is FULL, 3 is EXTRA.
    if synchronous < 2 {
        return Err(StoreError::NotDurable(synchronous));
    }
    Ok(())
}

/// The words with these ids that are still there.
async fn words_of(connection: &mut Connection, panel: PanelId, ids: &[WordsId]) -> Result<Vec<Words>, sqlx::Error> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(insert::MOST_ROWS) {
        let mut builder = QueryBuilder::new("SELECT id, person, salt, text FROM words WHERE panel = ");
        builder.push_bind(id_bytes(panel.0)).push(" AND id IN (");
        let mut list = builder.separated(", ");
        for id in ids {
            list.push_bind(id_bytes(id.0));
        }
        builder.push(")");
        let rows: Vec<events::WordsRow> = builder
            .build_query_as()
            .persistent(false)
            .fetch_all(&mut *connection)
            .await?;
        for row in rows {
            found.push(events::words(row)?);
        }
    }
    Ok(found)
}

/// A connection that only reads `file`, which no server need ever have seen.
pub(super) async fn connection(file: &Path) -> Result<Connection, sqlx::Error> {
    options_of_readers(file).connect().await
}

/// What every connection to `file` has in common.
pub(super) fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(BUSY)
}

fn options_of_readers(file: &Path) -> SqliteConnectOptions {
    // Rows cross from the engine's thread to ours a page at a time rather than fifty.
    options(file).read_only(true).row_buffer_size(512)
}

fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .idle_timeout(None)
        .max_lifetime(None)
        // A file does not hang up.
        .test_before_acquire(false)
}

/// Makes a missing file one that its owner alone may read: it holds password hashes. What SQLite puts beside it gets the
/// same rights. Where it cannot be made, opening it says why.
fn keep_private(file: &Path) {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(file);
}

fn name_of(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

fn folder_error(error: io::Error, folder: &Path) -> StoreError {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(name_of(folder)),
        _ => StoreError::of_file(error, folder.to_owned()),
    }
}
