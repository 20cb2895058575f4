//! PostgreSQL: several processes share the panels, and whoever has a panel's head row writes to it.

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
mod listen;
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
    str::FromStr as _,
    sync::{Arc, LazyLock},
    time::Duration,
};

use sqlx::{
    Connection as _, Transaction,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPool, PgPoolOptions},
    query, query_as, query_scalar, raw_sql,
};
use tokio::sync::mpsc;
use uuid::Uuid;
use visioncast_model::{PanelId, Words, WordsId};

use super::{StoreError, migration, row::id_bytes};

pub(super) type Database = sqlx::Postgres;
pub(super) type Connection = sqlx::PgConnection;

/// Whoever asks next waits until the transaction of this one ends.
const LOCK_HEAD: &str = "SELECT head FROM panels WHERE id = $1 FOR UPDATE";

/// What was ever done to the tables.
pub(super) static MIGRATIONS: LazyLock<Migrator> = LazyLock::new(|| {
    migration::all(&[
        (1, "begin", include_str!("../../../migrations/postgres/0001_begin.sql")),
        (2, "roles", include_str!("../../../migrations/postgres/0002_roles.sql")),
        (
            3,
            "initiative",
            include_str!("../../../migrations/postgres/0003_initiative.sql"),
        ),
    ])
});

/// What every connection begins with: a wait has an end, a node that hangs does not keep a panel
/// from the others, and a commit is on the disk when it returns, whatever the server's default is.
const SETTINGS: &str = "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '15s'; \
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";
const READ_ONLY: &str = "SET default_transaction_read_only = on";
/// Far below PostgreSQL's default of 100 for all nodes; a turn holds one for a few milliseconds.
const CONNECTIONS: u32 = 12;
/// A connection that was idle for longer might have been lost.
const IDLE: Duration = Duration::from_secs(2);

/// The store on a server.
#[derive(Clone)]
pub(super) struct Engine {
    pool: PgPool,
    name: Arc<str>,
    /// Tells the notifications of this process from those of others.
    node: Uuid,
}

impl Engine {
    /// Connects and brings the tables up to date.
    pub(super) async fn open(address: &str) -> Result<Self, StoreError> {
        let engine = Self::connect(address, false).await?;
        let failure = |error| engine.failure(error);
        MIGRATIONS
            .run(&engine.pool)
            .await
            .map_err(|error| StoreError::of_migration(error, &engine.name, failure))?;
        let fsync: String = query_scalar("SHOW fsync")
            .fetch_one(&engine.pool)
            .await
            .map_err(failure)?;
        if fsync == "off" {
            tracing::warn!("PostgreSQL runs with fsync = off: a power cut can lose what was acknowledged");
        }
        Ok(engine)
    }

    /// Connects to read what is there.
    pub(super) async fn open_existing(address: &str) -> Result<Self, StoreError> {
        let engine = Self::connect(address, true).await?;
        let applied = query_as(migration::APPLIED)
            .fetch_all(&engine.pool)
            .await
            .map_err(|error| {
                let code = error.as_database_error().and_then(|error| error.code());
                // There is no such table.
                if code.as_deref() == Some("42P01") {
                    StoreError::Missing(engine.name.to_string())
                } else {
                    engine.failure(error)
                }
            })?;
        migration::check(applied, &MIGRATIONS, &engine.name)?;
        Ok(engine)
    }

    async fn connect(address: &str, read_only: bool) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(address).map_err(|_| StoreError::Address(address.to_owned()))?;
        let options = options.application_name("visioncast");
        let name = name_of(&options);
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(Duration::from_secs(10))
            // Asking first whether it is still there costs as much as a statement.
            .test_before_acquire(false)
            .before_acquire(|connection, known| {
                Box::pin(async move { Ok(known.idle_for < IDLE || connection.ping().await.is_ok()) })
            })
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    raw_sql(SETTINGS).execute(&mut *connection).await?;
                    if read_only {
                        raw_sql(READ_ONLY).execute(&mut *connection).await?;
                    }
                    Ok(())
                })
            })
            .connect_with(options)
            .await
            .map_err(|error| StoreError::of_postgres(error, &name))?;
        Ok(Self {
            pool,
            name: name.into(),
            node: Uuid::new_v4(),
        })
    }

    pub(super) const fn reader(&self) -> &PgPool {
        &self.pool
    }

    pub(super) const fn writer(&self) -> &PgPool {
        &self.pool
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn failure(&self, error: sqlx::Error) -> StoreError {
        StoreError::of_postgres(error, &self.name)
    }

    pub(super) async fn begin(&self) -> Result<Transaction<'static, Database>, StoreError> {
        self.pool.begin().await.map_err(|error| self.failure(error))
    }

    /// Makes what was erased leave the table's pages soon, rather than when PostgreSQL finds that
    /// enough of it has gathered.
    async fn clear_traces(&self) {
        let pool = self.pool.clone();
        tokio::spawn(async move {
            if let Err(error) = query("VACUUM words, seats, own_links, volunteers").execute(&pool).await {
                tracing::warn!(%error, "failed to clear the pages of what was erased; PostgreSQL does it later");
            }
        });
    }

    async fn wake_others(&self, panel: PanelId) -> Result<(), StoreError> {
        listen::notify(&self.pool, self.node, panel)
            .await
            .map_err(|error| self.failure(error))
    }

    async fn hear_others(&self) -> Result<mpsc::Receiver<PanelId>, StoreError> {
        listen::listen(&self.pool, self.node)
            .await
            .map_err(|error| self.failure(error))
    }

    pub(super) async fn close_all(&self) {
        self.pool.close().await;
    }
}

/// The words with these ids that are still there.
async fn words_of(connection: &mut Connection, panel: PanelId, ids: &[WordsId]) -> Result<Vec<Words>, sqlx::Error> {
    let ids: Vec<Vec<u8>> = ids.iter().map(|id| id_bytes(id.0)).collect();
    let rows: Vec<events::WordsRow> =
        query_as("SELECT id, person, salt, text FROM words WHERE panel = $1 AND id = ANY($2)")
            .bind(id_bytes(panel.0))
            .bind(ids)
            .fetch_all(connection)
            .await?;
    rows.into_iter().map(events::words).collect()
}

/// What people know the database by, without its password.
fn name_of(options: &PgConnectOptions) -> String {
    let database = options.get_database().unwrap_or_else(|| options.get_username());
    format!("postgres://{}:{}/{database}", options.get_host(), options.get_port())
}
