//! The directory of panels. Compiled once for each engine, which is what `super` is.

use sqlx::{Executor, query, query_as, query_scalar};
use visioncast_model::{Epoch, InitiativeId, JoinCode, PanelId, Seq, Status, Timestamp};

use super::Database;
use crate::store::{
    Entry, NewPanel, Summary,
    row::{id_bytes, read_id},
};

const BY_CODE: &str = "SELECT id, code, epoch, screen_key, created, head, title, status, rehearsal, people, ideas
                       FROM panels WHERE code = $1";
const BY_ID: &str = "SELECT id, code, epoch, screen_key, created, head, title, status, rehearsal, people, ideas
                     FROM panels WHERE id = $1";
const BY_SCREEN_KEY: &str = "SELECT id, code, epoch, screen_key, created, head, title, status, rehearsal, people, ideas
                             FROM panels WHERE screen_key = $1";
const ALL: &str = "SELECT id, code, epoch, screen_key, created, head, title, status, rehearsal, people, ideas
                   FROM panels ORDER BY created DESC, id";

const ALL_OF: &str = "SELECT id, code, epoch, screen_key, created, head, title, status, rehearsal, people, ideas
                      FROM panels JOIN initiative_panels ON panel = id WHERE initiative = $1 ORDER BY created, id";

type EntryRow = (Vec<u8>, String, i64, String, i64, i64, String, String, bool, i64, i64);

/// The entry of the panel with that code.
pub(super) async fn find<'e>(
    executor: impl Executor<'e, Database = Database>,
    code: JoinCode,
) -> Result<Option<Entry>, sqlx::Error> {
    let row: Option<EntryRow> = query_as(BY_CODE).bind(code.as_str()).fetch_optional(executor).await?;
    row.map(entry).transpose()
}

/// The entry of the panel with that id.
pub(super) async fn find_id<'e>(
    executor: impl Executor<'e, Database = Database>,
    id: PanelId,
) -> Result<Option<Entry>, sqlx::Error> {
    let row: Option<EntryRow> = query_as(BY_ID).bind(id_bytes(id.0)).fetch_optional(executor).await?;
    row.map(entry).transpose()
}

/// The entry of the panel whose projector has that key.
pub(super) async fn find_screen<'e>(
    executor: impl Executor<'e, Database = Database>,
    key: &str,
) -> Result<Option<Entry>, sqlx::Error> {
    let row: Option<EntryRow> = query_as(BY_SCREEN_KEY).bind(key).fetch_optional(executor).await?;
    row.map(entry).transpose()
}

/// All entries, newest first.
pub(super) async fn all<'e>(executor: impl Executor<'e, Database = Database>) -> Result<Vec<Entry>, sqlx::Error> {
    let rows: Vec<EntryRow> = query_as(ALL).fetch_all(executor).await?;
    rows.into_iter().map(entry).collect()
}

/// The entries of an initiative's panels, oldest first.
pub(super) async fn all_of<'e>(
    executor: impl Executor<'e, Database = Database>,
    initiative: InitiativeId,
) -> Result<Vec<Entry>, sqlx::Error> {
    let rows: Vec<EntryRow> = query_as(ALL_OF)
        .bind(id_bytes(initiative.0))
        .fetch_all(executor)
        .await?;
    rows.into_iter().map(entry).collect()
}

/// Says whose a new panel is.
pub(super) async fn assign<'e>(
    executor: impl Executor<'e, Database = Database>,
    panel: &NewPanel,
) -> Result<(), sqlx::Error> {
    query(
        "INSERT INTO initiative_panels (panel, initiative)
         SELECT $1, id FROM initiatives WHERE $2 IS NULL OR id = $2 ORDER BY created, id LIMIT 1",
    )
    .bind(id_bytes(panel.id.0))
    .bind(panel.initiative.map(|initiative| id_bytes(initiative.0)))
    .execute(executor)
    .await?;
    Ok(())
}

/// The last event of a log; none where there is no such panel.
pub(super) async fn head<'e>(
    executor: impl Executor<'e, Database = Database>,
    panel: PanelId,
) -> Result<Option<Seq>, sqlx::Error> {
    read_head(executor, "SELECT head FROM panels WHERE id = $1", panel).await
}

/// Like [`head`]; and until the transaction ends, nobody else writes to that panel.
pub(super) async fn lock_head<'e>(
    executor: impl Executor<'e, Database = Database>,
    panel: PanelId,
) -> Result<Option<Seq>, sqlx::Error> {
    read_head(executor, super::LOCK_HEAD, panel).await
}

async fn read_head<'e>(
    executor: impl Executor<'e, Database = Database>,
    sql: &'static str,
    panel: PanelId,
) -> Result<Option<Seq>, sqlx::Error> {
    let head: Option<i64> = query_scalar(sql)
        .bind(id_bytes(panel.0))
        .fetch_optional(executor)
        .await?;
    Ok(head.map(|head| Seq(head.cast_unsigned())))
}

/// Puts a panel in, with an empty log; false where another has its code.
pub(super) async fn put<'e>(
    executor: impl Executor<'e, Database = Database>,
    panel: &NewPanel,
) -> Result<bool, sqlx::Error> {
    let done = query(
        "INSERT INTO panels (id, code, epoch, screen_key, created, head, title, status, rehearsal, people, ideas)
         VALUES ($1, $2, $3, $4, $5, 0, '', $6, $7, 0, 0) ON CONFLICT (code) DO NOTHING",
    )
    .bind(id_bytes(panel.id.0))
    .bind(panel.code.as_str())
    .bind(i64::from(panel.epoch.0))
    .bind(&panel.screen_key)
    .bind(panel.created.0)
    .bind(status_text(Status::Running))
    .bind(false)
    .execute(executor)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Has a rehearsal make room for the panel that comes under its code and its projector's key; false where it is none.
pub(super) async fn stand_aside<'e>(
    executor: impl Executor<'e, Database = Database>,
    panel: PanelId,
) -> Result<bool, sqlx::Error> {
    let done = query("UPDATE panels SET code = '', screen_key = '' WHERE id = $1 AND rehearsal = $2")
        .bind(id_bytes(panel.0))
        .bind(true)
        .execute(executor)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Moves the head and keeps the summary; false where the head is not at `before`.
pub(super) async fn move_head<'e>(
    executor: impl Executor<'e, Database = Database>,
    panel: PanelId,
    before: Seq,
    after: Seq,
    summary: &Summary,
) -> Result<bool, sqlx::Error> {
    let done = query(
        "UPDATE panels SET head = $3, title = $4, status = $5, rehearsal = $6, people = $7, ideas = $8
         WHERE id = $1 AND head = $2",
    )
    .bind(id_bytes(panel.0))
    .bind(before.0.cast_signed())
    .bind(after.0.cast_signed())
    .bind(&summary.title)
    .bind(status_text(summary.status))
    .bind(summary.rehearsal)
    .bind(i64::from(summary.people))
    .bind(i64::from(summary.ideas))
    .execute(executor)
    .await?;
    Ok(done.rows_affected() == 1)
}

fn entry(row: EntryRow) -> Result<Entry, sqlx::Error> {
    let (id, code, epoch, screen_key, created, head, title, status, rehearsal, people, ideas) = row;
    let unreadable = |what: &str| sqlx::Error::Decode(format!("the directory holds the {what}").into());
    Ok(Entry {
        id: PanelId(read_id(&id)?),
        code: code.parse().map_err(|_| unreadable(&format!("code {code:?}")))?,
        epoch: Epoch(u32::try_from(epoch).map_err(|_| unreadable(&format!("epoch {epoch}")))?),
        screen_key,
        created: Timestamp(created),
        head: Seq(head.cast_unsigned()),
        summary: Summary {
            title,
            status: match status.as_str() {
                "running" => Status::Running,
                "ended" => Status::Ended,
                other => return Err(unreadable(&format!("status {other:?}"))),
            },
            rehearsal,
            people: u32::try_from(people).unwrap_or(u32::MAX),
            ideas: u32::try_from(ideas).unwrap_or(u32::MAX),
        },
    })
}

const fn status_text(status: Status) -> &'static str {
    match status {
        Status::Running => "running",
        Status::Ended => "ended",
    }
}
