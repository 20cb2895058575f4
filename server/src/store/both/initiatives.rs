//! Initiatives. Compiled once for each engine, which is what `super` is.

use std::collections::BTreeMap;

use async_trait::async_trait;
use sqlx::{query, query_as, query_scalar};
use visioncast_model::{
    AccountId, CommandId, InitiativeId, PanelId, PersonId, Seq, Timestamp,
    initiative::{Initiative, Noted},
};

use super::{Connection, Engine, directory, door, events, volunteers};
use crate::store::{
    Entry, InitiativeStore, StoreError, TakenIn, TokenHash,
    row::{id_bytes, read_id},
};

/// `seq`, `at`, `account`, `command`, `body`.
type NotedRow = (i64, i64, Option<Vec<u8>>, Vec<u8>, String);

fn noted((seq, at, account, command, body): NotedRow) -> Result<Noted, sqlx::Error> {
    Ok(Noted {
        seq: Seq(seq.cast_unsigned()),
        at: Timestamp(at),
        who: account.map(|account| read_id(&account).map(AccountId)).transpose()?,
        command: CommandId(read_id(&command)?),
        change: serde_json::from_str(&body).map_err(|error| sqlx::Error::Decode(error.into()))?,
    })
}

/// Writes changes right behind the last one; the first ones make the initiative.
async fn write(
    engine: &Engine,
    connection: &mut Connection,
    id: InitiativeId,
    changes: &[Noted],
) -> Result<(), StoreError> {
    let failure = |error| engine.failure(error);
    let (Some(first), Some(last)) = (changes.first(), changes.last()) else {
        return Ok(());
    };
    if first.seq == Seq(1) {
        query("INSERT INTO initiatives (id, created, head) VALUES ($1, $2, 0)")
            .bind(id_bytes(id.0))
            .bind(first.at.0)
            .execute(&mut *connection)
            .await
            .map_err(failure)?;
    }
    let moved = query("UPDATE initiatives SET head = $3 WHERE id = $1 AND head = $2")
        .bind(id_bytes(id.0))
        .bind(first.seq.0.cast_signed() - 1)
        .bind(last.seq.0.cast_signed())
        .execute(&mut *connection)
        .await
        .map_err(failure)?;
    if moved.rows_affected() != 1 {
        return Err(StoreError::Conflict);
    }
    for change in changes {
        let body = serde_json::to_string(&change.change).map_err(|error| failure(sqlx::Error::Encode(error.into())))?;
        query(
            "INSERT INTO initiative_events (initiative, seq, at, account, command, body)
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id_bytes(id.0))
        .bind(change.seq.0.cast_signed())
        .bind(change.at.0)
        .bind(change.who.map(|account| id_bytes(account.0)))
        .bind(id_bytes(change.command.0))
        .bind(body)
        .execute(&mut *connection)
        .await
        .map_err(failure)?;
    }
    Ok(())
}

#[async_trait]
impl InitiativeStore for Engine {
    async fn initiatives(&self) -> Result<Vec<Initiative>, StoreError> {
        let ids: Vec<Vec<u8>> = query_scalar("SELECT id FROM initiatives ORDER BY created, id")
            .fetch_all(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        let mut all = Vec::with_capacity(ids.len());
        for id in ids {
            let id = InitiativeId(read_id(&id).map_err(|error| self.failure(error))?);
            all.extend(self.initiative(id).await?);
        }
        Ok(all)
    }

    async fn initiative(&self, id: InitiativeId) -> Result<Option<Initiative>, StoreError> {
        let rows: Vec<NotedRow> = query_as(
            "SELECT seq, at, account, command, body FROM initiative_events WHERE initiative = $1 ORDER BY seq",
        )
        .bind(id_bytes(id.0))
        .fetch_all(self.reader())
        .await
        .map_err(|error| self.failure(error))?;
        if rows.is_empty() {
            return Ok(None);
        }
        let log: Result<Vec<Noted>, sqlx::Error> = rows.into_iter().map(noted).collect();
        Ok(Some(Initiative::replay(id, log.map_err(|error| self.failure(error))?)))
    }

    async fn note(&self, id: InitiativeId, changes: &[Noted]) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        write(self, &mut transaction, id, changes).await?;
        transaction.commit().await.map_err(|error| self.failure(error))
    }

    async fn take_in(&self, taken: &TakenIn<'_>) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        write(self, &mut transaction, taken.id, taken.log).await?;
        for (entry, batch, door) in taken.panels {
            events::begin(self, &mut transaction, entry, batch).await?;
            door::fill(&mut transaction, entry.id, door)
                .await
                .map_err(|error| self.failure(error))?;
        }
        volunteers::rewrite(&mut transaction, taken.id, taken.volunteers.to_vec())
            .await
            .map_err(|error| self.failure(error))?;
        transaction.commit().await.map_err(|error| self.failure(error))
    }

    async fn initiative_of(&self, panel: PanelId) -> Result<Option<InitiativeId>, StoreError> {
        let id: Option<Vec<u8>> = query_scalar("SELECT initiative FROM initiative_panels WHERE panel = $1")
            .bind(id_bytes(panel.0))
            .fetch_optional(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        id.map(|id| read_id(&id).map(InitiativeId))
            .transpose()
            .map_err(|error| self.failure(error))
    }

    async fn panels_of(&self, initiative: InitiativeId) -> Result<Vec<Entry>, StoreError> {
        directory::all_of(self.reader(), initiative)
            .await
            .map_err(|error| self.failure(error))
    }

    async fn invite_into(&self, token: TokenHash, initiative: InitiativeId, owner: bool) -> Result<(), StoreError> {
        query("UPDATE invitations SET initiative = $2, owner = $3 WHERE token = $1")
            .bind(token.to_vec())
            .bind(id_bytes(initiative.0))
            .bind(owner)
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn invited_into(&self, token: TokenHash) -> Result<Option<(InitiativeId, bool)>, StoreError> {
        let row: Option<(Option<Vec<u8>>, bool)> =
            query_as("SELECT initiative, owner FROM invitations WHERE token = $1")
                .bind(token.to_vec())
                .fetch_optional(self.reader())
                .await
                .map_err(|error| self.failure(error))?;
        let Some((Some(id), owner)) = row else { return Ok(None) };
        let id = read_id(&id).map_err(|error| self.failure(error))?;
        Ok(Some((InitiativeId(id), owner)))
    }

    async fn keep_own_link(&self, token: TokenHash, seats: &[(PanelId, PersonId)]) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        for (panel, person) in seats {
            query("INSERT INTO own_links (token, panel, person) VALUES ($1, $2, $3)")
                .bind(token.to_vec())
                .bind(id_bytes(panel.0))
                .bind(id_bytes(person.0))
                .execute(&mut *transaction)
                .await
                .map_err(|error| self.failure(error))?;
        }
        transaction.commit().await.map_err(|error| self.failure(error))
    }

    async fn own_link(&self, token: TokenHash) -> Result<Vec<(PanelId, PersonId)>, StoreError> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = query_as("SELECT panel, person FROM own_links WHERE token = $1")
            .bind(token.to_vec())
            .fetch_all(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        let seats = rows
            .into_iter()
            .map(|(panel, person)| Ok((PanelId(read_id(&panel)?), PersonId(read_id(&person)?))));
        seats
            .collect::<Result<_, sqlx::Error>>()
            .map_err(|error| self.failure(error))
    }

    async fn own_links(&self, initiative: InitiativeId) -> Result<Vec<Vec<(PanelId, PersonId)>>, StoreError> {
        let rows: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> = query_as(
            "SELECT token, panel, person FROM own_links WHERE panel IN (SELECT panel FROM initiative_panels WHERE initiative = $1) \
             ORDER BY token, panel",
        )
        .bind(id_bytes(initiative.0))
        .fetch_all(self.reader())
        .await
        .map_err(|error| self.failure(error))?;
        let mut links: BTreeMap<Vec<u8>, Vec<(PanelId, PersonId)>> = BTreeMap::new();
        for (token, panel, person) in rows {
            let ids = read_id(&panel).and_then(|panel| Ok((panel, read_id(&person)?)));
            let (panel, person) = ids.map_err(|error| self.failure(error))?;
            links.entry(token).or_default().push((PanelId(panel), PersonId(person)));
        }
        Ok(links.into_values().collect())
    }

    async fn own_links_of(&self, panel: PanelId, person: PersonId) -> Result<u64, StoreError> {
        let count: i64 = query_scalar("SELECT count(*) FROM own_links WHERE panel = $1 AND person = $2")
            .bind(id_bytes(panel.0))
            .bind(id_bytes(person.0))
            .fetch_one(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(count.cast_unsigned())
    }

    async fn revoke_own_links(&self, panel: PanelId, person: PersonId) -> Result<(), StoreError> {
        query("DELETE FROM own_links WHERE token IN (SELECT token FROM own_links WHERE panel = $1 AND person = $2)")
            .bind(id_bytes(panel.0))
            .bind(id_bytes(person.0))
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn forget_seats(&self, panel: PanelId) -> Result<u64, StoreError> {
        let mut transaction = self.begin().await?;
        query("DELETE FROM own_links WHERE panel = $1")
            .bind(id_bytes(panel.0))
            .execute(&mut *transaction)
            .await
            .map_err(|error| self.failure(error))?;
        let seats = query("DELETE FROM seats WHERE panel = $1")
            .bind(id_bytes(panel.0))
            .execute(&mut *transaction)
            .await
            .map_err(|error| self.failure(error))?;
        transaction.commit().await.map_err(|error| self.failure(error))?;
        self.clear_traces().await;
        Ok(seats.rows_affected())
    }

    async fn seats_of(&self, panel: PanelId) -> Result<u64, StoreError> {
        let count: i64 = query_scalar("SELECT count(*) FROM seats WHERE panel = $1")
            .bind(id_bytes(panel.0))
            .fetch_one(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(count.cast_unsigned())
    }
}
