//! One end of a copy: where rows come from, or where they go.

use futures::stream::BoxStream;
use sqlx::raw_sql;

use super::{
    Cell, Table,
    table::{EPOCH, TABLES},
};
use crate::store::{StoreError, postgres, sqlite};

/// How many rows are in memory at a time.
const ROWS: usize = 1_024;

/// A connection, with what people know its database by.
pub(super) enum End<'c> {
    Sqlite(&'c mut sqlite::Connection, &'c str),
    Postgres(&'c mut postgres::Connection, &'c str),
}

/// Whether the copied panels go on with their lives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Epochs {
    Kept,
    /// Sequence numbers of the old life mean something else in the new one.
    New,
}

/// Copies every row of every table.
pub(super) async fn copy(mut from: End<'_>, mut to: End<'_>, epochs: Epochs) -> Result<(), StoreError> {
    for table in &TABLES {
        let epoch = table
            .columns
            .iter()
            .position(|(name, _)| *name == EPOCH && epochs == Epochs::New);
        let name = from.name().to_owned();
        let failure = from.failure_of(name);
        let mut rows = futures::TryStreamExt::try_chunks(from.rows(table), ROWS);
        while let Some(chunk) = futures::StreamExt::next(&mut rows).await {
            let mut chunk = chunk.map_err(|error| failure(error.1))?;
            if let Some(place) = epoch {
                for row in &mut chunk {
                    renew(&mut row[place]);
                }
            }
            to.put(table, chunk).await?;
        }
    }
    Ok(())
}

fn renew(epoch: &mut Cell) {
    let old = epoch.clone();
    while *epoch == old {
        *epoch = Cell::Number(rand::random::<u32>().into());
    }
}

impl End<'_> {
    /// Takes what is not worth keeping out of a database without panels, accounts and frameworks.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] where there is anything else in it.
    pub(super) async fn clear(&mut self) -> Result<(), StoreError> {
        const ANY: &str =
            "SELECT id FROM panels UNION ALL SELECT id FROM accounts UNION ALL SELECT id FROM frameworks LIMIT 1";
        // The one initiative that every database begins with.
        const CLEAR: &str = "DELETE FROM invitations; DELETE FROM initiative_events; DELETE FROM initiatives";
        let (any, cleared) = match self {
            Self::Sqlite(connection, _) => (
                raw_sql(ANY)
                    .fetch_optional(&mut **connection)
                    .await
                    .map(|row| row.is_some()),
                raw_sql(CLEAR).execute(&mut **connection).await.map(|_| ()),
            ),
            Self::Postgres(connection, _) => (
                raw_sql(ANY)
                    .fetch_optional(&mut **connection)
                    .await
                    .map(|row| row.is_some()),
                raw_sql(CLEAR).execute(&mut **connection).await.map(|_| ()),
            ),
        };
        let failure = self.failure_of(self.name().to_owned());
        if any.map_err(&failure)? {
            return Err(StoreError::NotEmpty(self.name().to_owned()));
        }
        cleared.map_err(failure)
    }

    fn rows(&mut self, table: &'static Table) -> BoxStream<'_, Result<Vec<Cell>, sqlx::Error>> {
        match self {
            Self::Sqlite(connection, _) => sqlite::rows::all(connection, table),
            Self::Postgres(connection, _) => postgres::rows::all(connection, table),
        }
    }

    async fn put(&mut self, table: &Table, rows: Vec<Vec<Cell>>) -> Result<(), StoreError> {
        let put = match self {
            Self::Sqlite(connection, _) => sqlite::insert::rows(connection, table, rows).await,
            Self::Postgres(connection, _) => postgres::insert::rows(connection, table, rows).await,
        };
        put.map_err(self.failure_of(self.name().to_owned()))
    }

    const fn name(&self) -> &str {
        match self {
            Self::Sqlite(_, name) | Self::Postgres(_, name) => name,
        }
    }

    fn failure_of(&self, name: String) -> impl Fn(sqlx::Error) -> StoreError + use<> {
        let sqlite = matches!(self, Self::Sqlite(..));
        move |error| {
            if sqlite {
                StoreError::of_sqlite(error, &name)
            } else {
                StoreError::of_postgres(error, &name)
            }
        }
    }
}
