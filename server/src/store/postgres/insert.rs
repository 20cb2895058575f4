//! Many rows with one statement, a column of them as one array.

use sqlx::{AssertSqlSafe, query};
use visioncast_model::{EVENT_VERSION, PanelId, Recorded, Words};

use super::Connection;
use crate::store::{
    backup::{Cell, Kind, Table},
    row::{NewRow, id_bytes},
};

pub(super) async fn events(
    connection: &mut Connection,
    panel: PanelId,
    events: &[Recorded],
) -> Result<(), sqlx::Error> {
    let rows: Vec<NewRow> = events.iter().map(NewRow::of).collect();
    query(
        "INSERT INTO events (panel, seq, at, version, actor, command, digest, body)
         SELECT $1, seq, at, $2, actor, command, digest, body
         FROM UNNEST($3::bigint[], $4::bigint[], $5::bytea[], $6::bytea[], $7::bigint[], $8::text[])
         AS new (seq, at, actor, command, digest, body)",
    )
    .bind(id_bytes(panel.0))
    .bind(i32::from(EVENT_VERSION))
    .bind(rows.iter().map(|row| row.seq).collect::<Vec<_>>())
    .bind(rows.iter().map(|row| row.at).collect::<Vec<_>>())
    .bind(rows.iter().map(|row| row.actor.as_slice()).collect::<Vec<_>>())
    .bind(rows.iter().map(|row| row.command.as_slice()).collect::<Vec<_>>())
    .bind(rows.iter().map(|row| row.digest).collect::<Vec<_>>())
    .bind(rows.iter().map(|row| row.body.as_str()).collect::<Vec<_>>())
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn words(connection: &mut Connection, panel: PanelId, words: &[Words]) -> Result<(), sqlx::Error> {
    query(
        "INSERT INTO words (panel, id, person, salt, text)
         SELECT $1, id, person, salt, text
         FROM UNNEST($2::bytea[], $3::bytea[], $4::bytea[], $5::text[]) AS new (id, person, salt, text)",
    )
    .bind(id_bytes(panel.0))
    .bind(words.iter().map(|words| id_bytes(words.id.0)).collect::<Vec<_>>())
    .bind(
        words
            .iter()
            .map(|words| words.person.map(|person| id_bytes(person.0)))
            .collect::<Vec<_>>(),
    )
    .bind(words.iter().map(|words| words.salt.to_vec()).collect::<Vec<_>>())
    .bind(words.iter().map(|words| words.text.as_str()).collect::<Vec<_>>())
    .execute(connection)
    .await?;
    Ok(())
}

/// Rows of any table.
pub(in crate::store) async fn rows(
    connection: &mut Connection,
    table: &Table,
    rows: Vec<Vec<Cell>>,
) -> Result<(), sqlx::Error> {
    let arrays: Vec<String> = table
        .columns
        .iter()
        .enumerate()
        .map(|(place, (_, kind))| {
            let kind = match kind {
                Kind::Bytes => "bytea",
                Kind::Number => "bigint",
                Kind::Small => "integer",
                Kind::Flag => "boolean",
                Kind::Text => "text",
            };
            format!("${}::{kind}[]", place + 1)
        })
        .collect();
    let (name, columns, arrays) = (table.name, table.column_names(), arrays.join(", "));
    let mut insert = query(AssertSqlSafe(format!(
        "INSERT INTO {name} ({columns}) SELECT * FROM UNNEST({arrays})"
    )));
    for (place, (_, kind)) in table.columns.iter().enumerate() {
        let cells = rows.iter().map(|row| &row[place]);
        insert = match kind {
            Kind::Bytes => insert.bind(column(cells, |cell| match cell {
                Cell::Bytes(bytes) => Some(bytes.as_deref()),
                _ => None,
            })),
            Kind::Number => insert.bind(column(cells, |cell| match cell {
                Cell::Number(number) => Some(*number),
                _ => None,
            })),
            Kind::Small => insert.bind(column(cells, |cell| match cell {
                Cell::Small(number) => Some(*number),
                _ => None,
            })),
            Kind::Flag => insert.bind(column(cells, |cell| match cell {
                Cell::Flag(flag) => Some(*flag),
                _ => None,
            })),
            Kind::Text => insert.bind(column(cells, |cell| match cell {
                Cell::Text(text) => Some(text.as_str()),
                _ => None,
            })),
        };
    }
    insert.execute(connection).await?;
    Ok(())
}

/// One column of rows that were read by the same table.
fn column<'r, T>(cells: impl Iterator<Item = &'r Cell>, of: impl Fn(&'r Cell) -> Option<T>) -> Vec<T> {
    cells.filter_map(of).collect()
}
