//! Whole rows of any table, for backups. Compiled once for each engine, which is what `super` is.

use futures::{StreamExt as _, TryStreamExt as _, stream::BoxStream};
use sqlx::{AssertSqlSafe, Database as _, Row as _, query};

use super::{Connection, Database};
use crate::store::backup::{Cell, Kind, Table};

type Row = <Database as sqlx::Database>::Row;

/// All rows of `table`, in the order of its key.
pub(in crate::store) fn all<'c>(
    connection: &'c mut Connection,
    table: &'static Table,
) -> BoxStream<'c, Result<Vec<Cell>, sqlx::Error>> {
    tracing::debug!(table = table.name, engine = Database::NAME, "reading a table");
    let sql = format!(
        "SELECT {} FROM {} ORDER BY {}",
        table.column_names(),
        table.name,
        table.key
    );
    query(AssertSqlSafe(sql))
        .fetch(connection)
        .map_ok(|row| read(&row, table))
        .map(|read| read?)
        .boxed()
}

fn read(row: &Row, table: &Table) -> Result<Vec<Cell>, sqlx::Error> {
    let cell = |(place, (_, kind)): (usize, &(&str, Kind))| {
        Ok(match kind {
            Kind::Bytes => Cell::Bytes(row.try_get(place)?),
            Kind::Number => Cell::Number(row.try_get(place)?),
            Kind::Small => Cell::Small(row.try_get(place)?),
            Kind::Flag => Cell::Flag(row.try_get(place)?),
            Kind::Text => Cell::Text(row.try_get(place)?),
        })
    };
    table.columns.iter().enumerate().map(cell).collect()
}
