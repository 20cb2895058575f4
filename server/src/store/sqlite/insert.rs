//! Many rows with one statement: every statement costs two changes of thread, every commit a sync.

use sqlx::{AssertSqlSafe, query};
use visioncast_model::{EVENT_VERSION, PanelId, Recorded, Words};

use super::Connection;
use crate::store::{
    backup::{Cell, Table},
    row::{NewRow, id_bytes},
};

/// The most rows of a statement; eight columns of each stay far below SQLite's 32,766 parameters.
pub(super) const MOST_ROWS: usize = 256;
/// Up to so many rows, a statement has just as many; between this and the most, only one size is in use. So few
/// sizes that all their statements stay prepared.
const ANY_ROWS: usize = 64;

pub(super) async fn events(
    connection: &mut Connection,
    panel: PanelId,
    events: &[Recorded],
) -> Result<(), sqlx::Error> {
    let panel = id_bytes(panel.0);
    for chunk in chunks(events) {
        let sql = statement(
            "INSERT INTO events (panel, seq, at, version, actor, command, digest, body) VALUES ",
            "(?, ?, ?, ?, ?, ?, ?, ?)",
            chunk.len(),
        );
        let mut insert = query(AssertSqlSafe(sql));
        for recorded in chunk {
            let row = NewRow::of(recorded);
            insert = insert
                .bind(panel.clone())
                .bind(row.seq)
                .bind(row.at)
                .bind(i32::from(EVENT_VERSION))
                .bind(row.actor)
                .bind(row.command)
                .bind(row.digest)
                .bind(row.body);
        }
        insert.execute(&mut *connection).await?;
    }
    Ok(())
}

pub(super) async fn words(connection: &mut Connection, panel: PanelId, words: &[Words]) -> Result<(), sqlx::Error> {
    let panel = id_bytes(panel.0);
    for chunk in chunks(words) {
        let sql = statement(
            "INSERT INTO words (panel, id, person, salt, text) VALUES ",
            "(?, ?, ?, ?, ?)",
            chunk.len(),
        );
        let mut insert = query(AssertSqlSafe(sql));
        for words in chunk {
            insert = insert
                .bind(panel.clone())
                .bind(id_bytes(words.id.0))
                .bind(words.person.map(|person| id_bytes(person.0)))
                .bind(words.salt.to_vec())
                .bind(words.text.clone());
        }
        insert.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Rows of any table.
pub(in crate::store) async fn rows(
    connection: &mut Connection,
    table: &Table,
    rows: Vec<Vec<Cell>>,
) -> Result<(), sqlx::Error> {
    let into = format!("INSERT INTO {} ({}) VALUES ", table.name, table.column_names());
    let row = format!("({})", vec!["?"; table.columns.len()].join(", "));
    let mut rows = rows.into_iter();
    while let Some(size) = size(rows.len()) {
        let mut insert = query(AssertSqlSafe(statement(&into, &row, size)));
        for cell in rows.by_ref().take(size).flatten() {
            insert = match cell {
                Cell::Bytes(bytes) => insert.bind(bytes),
                Cell::Number(number) => insert.bind(number),
                Cell::Small(number) => insert.bind(number),
                Cell::Flag(flag) => insert.bind(flag),
                Cell::Text(text) => insert.bind(text),
            };
        }
        insert.execute(&mut *connection).await?;
    }
    Ok(())
}

/// `all` in as few pieces as there are statements for, largest first.
fn chunks<T>(mut all: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let (chunk, rest) = all.split_at(size(all.len())?);
        all = rest;
        Some(chunk)
    })
}

/// How many of `rest` rows the next statement has; none where nothing is left.
fn size(rest: usize) -> Option<usize> {
    match rest {
        0 => None,
        MOST_ROWS.. => Some(MOST_ROWS),
        ANY_ROWS.. => Some(ANY_ROWS),
        rest => Some(rest),
    }
}

/// Parameters without names: SQLite looks named ones up one by one, which takes 80 ms for a
/// thousand rows.
fn statement(insert: &str, row: &str, rows: usize) -> String {
    let mut sql = String::with_capacity(insert.len() + rows * (row.len() + 2));
    sql.push_str(insert);
    for place in 0..rows {
        if place > 0 {
            sql.push_str(", ");
        }
        sql.push_str(row);
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_have_few_sizes_and_lose_nothing() {
        let all: Vec<usize> = (0..611).collect();
        for rows in 0..all.len() {
            let pieces: Vec<&[usize]> = chunks(&all[..rows]).collect();
            assert!(
                pieces
                    .iter()
                    .all(|piece| piece.len() <= ANY_ROWS || piece.len() == MOST_ROWS)
            );
            assert!(
                pieces.len() <= 1 + rows / MOST_ROWS + MOST_ROWS / ANY_ROWS,
                "{rows} rows"
            );
            assert_eq!(pieces.concat(), all[..rows]);
        }
    }
}
