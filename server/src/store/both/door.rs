//! The tables of the door. Compiled once for each engine, which is what `super` is.

use async_trait::async_trait;
use sqlx::{query, query_as, query_scalar};
use visioncast_model::{PanelId, Role, Timestamp};

use super::{Connection, Engine, directory};
use crate::store::{
    Claimed, Door, DoorStore, Link, StoreError, StoredTicket, TicketCount, TokenHash,
    door::folded,
    row::{id_bytes, read_id},
};

type LinkRow = (Vec<u8>, Vec<u8>, String, String, i64, i64, bool);

fn link((token, panel, role, label, created, expires, revoked): LinkRow) -> Result<Link, sqlx::Error> {
    Ok(Link {
        token: read_hash(&token)?,
        panel: PanelId(read_id(&panel)?),
        role: match role.as_str() {
            "board" => Role::Board,
            "panelist" => Role::Panelist,
            other => return Err(sqlx::Error::Decode(format!("a link has the role {other:?}").into())),
        },
        label,
        created: Timestamp(created),
        expires: Timestamp(expires),
        revoked,
    })
}

fn read_hash(bytes: &[u8]) -> Result<TokenHash, sqlx::Error> {
    bytes
        .try_into()
        .map_err(|_| sqlx::Error::Decode("a hash has 32 bytes".into()))
}

type TicketRow = (Vec<u8>, Vec<u8>, Option<Vec<u8>>, bool);

fn stored_ticket((ticket, panel, claim, void): TicketRow) -> Result<(TokenHash, StoredTicket), sqlx::Error> {
    let stored = StoredTicket {
        panel: PanelId(read_id(&panel)?),
        claim: claim.as_deref().map(read_hash).transpose()?,
        void,
    };
    Ok((read_hash(&ticket)?, stored))
}

/// Gives a panel the tickets and the names that an archive holds.
pub(super) async fn fill(connection: &mut Connection, panel: PanelId, door: &Door) -> Result<(), sqlx::Error> {
    for (ticket, stored) in &door.tickets {
        query("INSERT INTO tickets (ticket, panel, claim, void) VALUES ($1, $2, $3, $4)")
            .bind(ticket.to_vec())
            .bind(id_bytes(panel.0))
            .bind(stored.claim.map(|claim| claim.to_vec()))
            .bind(stored.void)
            .execute(&mut *connection)
            .await?;
    }
    for (name, checked) in &door.names {
        query("INSERT INTO roll (panel, folded, name, checked) VALUES ($1, $2, $3, $4)")
            .bind(id_bytes(panel.0))
            .bind(folded(name))
            .bind(name)
            .bind(checked)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

#[async_trait]
impl DoorStore for Engine {
    async fn keep_link(&self, link: &Link) -> Result<(), StoreError> {
        query(
            "INSERT INTO links (token, panel, role, label, created, expires, revoked)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(link.token.to_vec())
        .bind(id_bytes(link.panel.0))
        .bind(if link.role == Role::Board { "board" } else { "panelist" })
        .bind(&link.label)
        .bind(link.created.0)
        .bind(link.expires.0)
        .bind(link.revoked)
        .execute(self.writer())
        .await
        .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn link(&self, token: TokenHash) -> Result<Option<Link>, StoreError> {
        let row: Option<LinkRow> =
            query_as("SELECT token, panel, role, label, created, expires, revoked FROM links WHERE token = $1")
                .bind(token.to_vec())
                .fetch_optional(self.reader())
                .await
                .map_err(|error| self.failure(error))?;
        row.map(link).transpose().map_err(|error| self.failure(error))
    }

    async fn links(&self, panel: PanelId) -> Result<Vec<Link>, StoreError> {
        let rows: Vec<LinkRow> = query_as(
            "SELECT token, panel, role, label, created, expires, revoked FROM links
             WHERE panel = $1 ORDER BY created DESC, token",
        )
        .bind(id_bytes(panel.0))
        .fetch_all(self.reader())
        .await
        .map_err(|error| self.failure(error))?;
        let links: Result<_, _> = rows.into_iter().map(link).collect();
        links.map_err(|error| self.failure(error))
    }

    async fn revoke_link(&self, panel: PanelId, token: TokenHash) -> Result<bool, StoreError> {
        let done = query("UPDATE links SET revoked = TRUE WHERE token = $1 AND panel = $2 AND NOT revoked")
            .bind(token.to_vec())
            .bind(id_bytes(panel.0))
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(done.rows_affected() == 1)
    }

    async fn keep_tickets(&self, panel: PanelId, tickets: &[TokenHash], made: u32) -> Result<bool, StoreError> {
        let failure = |error| self.failure(error);
        let mut transaction = self.begin().await?;
        // Nobody else counts meanwhile.
        directory::lock_head(&mut *transaction, panel).await.map_err(failure)?;
        let kept: i64 = query_scalar("SELECT COUNT(*) FROM tickets WHERE panel = $1")
            .bind(id_bytes(panel.0))
            .fetch_one(&mut *transaction)
            .await
            .map_err(failure)?;
        if kept + tickets.len() as i64 > i64::from(made) {
            return Ok(false);
        }
        for ticket in tickets {
            query("INSERT INTO tickets (ticket, panel, claim, void) VALUES ($1, $2, NULL, FALSE)")
                .bind(ticket.to_vec())
                .bind(id_bytes(panel.0))
                .execute(&mut *transaction)
                .await
                .map_err(failure)?;
        }
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn ticket(&self, ticket: TokenHash) -> Result<Option<StoredTicket>, StoreError> {
        let row: Option<TicketRow> = query_as("SELECT ticket, panel, claim, void FROM tickets WHERE ticket = $1")
            .bind(ticket.to_vec())
            .fetch_optional(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        let stored = row
            .map(stored_ticket)
            .transpose()
            .map_err(|error| self.failure(error))?;
        Ok(stored.map(|(_, stored)| stored))
    }

    async fn tickets(&self, panel: PanelId) -> Result<Vec<(TokenHash, StoredTicket)>, StoreError> {
        let rows: Vec<TicketRow> =
            query_as("SELECT ticket, panel, claim, void FROM tickets WHERE panel = $1 ORDER BY ticket")
                .bind(id_bytes(panel.0))
                .fetch_all(self.reader())
                .await
                .map_err(|error| self.failure(error))?;
        let tickets: Result<_, _> = rows.into_iter().map(stored_ticket).collect();
        tickets.map_err(|error| self.failure(error))
    }

    async fn claim_ticket(&self, panel: PanelId, ticket: TokenHash, claim: TokenHash) -> Result<Claimed, StoreError> {
        let done =
            query("UPDATE tickets SET claim = $3 WHERE ticket = $1 AND panel = $2 AND claim IS NULL AND NOT void")
                .bind(ticket.to_vec())
                .bind(id_bytes(panel.0))
                .bind(claim.to_vec())
                .execute(self.writer())
                .await
                .map_err(|error| self.failure(error))?;
        if done.rows_affected() == 1 {
            return Ok(Claimed::Yes);
        }
        let known = self.ticket(ticket).await?.filter(|known| known.panel == panel);
        Ok(match known.and_then(|known| known.claim) {
            Some(other) if other == claim => Claimed::Yes,
            Some(_) => Claimed::ByAnother,
            None => Claimed::No,
        })
    }

    async fn release_ticket(&self, ticket: TokenHash, claim: TokenHash) -> Result<(), StoreError> {
        query("UPDATE tickets SET claim = NULL WHERE ticket = $1 AND claim = $2")
            .bind(ticket.to_vec())
            .bind(claim.to_vec())
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn void_ticket(&self, panel: PanelId, ticket: TokenHash) -> Result<bool, StoreError> {
        let done =
            query("UPDATE tickets SET void = TRUE WHERE ticket = $1 AND panel = $2 AND claim IS NULL AND NOT void")
                .bind(ticket.to_vec())
                .bind(id_bytes(panel.0))
                .execute(self.writer())
                .await
                .map_err(|error| self.failure(error))?;
        Ok(done.rows_affected() == 1)
    }

    async fn count_tickets(&self, panel: PanelId) -> Result<TicketCount, StoreError> {
        let (kept, used, void): (i64, i64, i64) =
            query_as("SELECT COUNT(*), COUNT(claim), COUNT(CASE WHEN void THEN 1 END) FROM tickets WHERE panel = $1")
                .bind(id_bytes(panel.0))
                .fetch_one(self.reader())
                .await
                .map_err(|error| self.failure(error))?;
        let count = |count| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(TicketCount {
            kept: count(kept),
            used: count(used),
            void: count(void),
        })
    }

    async fn add_names(&self, panel: PanelId, names: &[String]) -> Result<u32, StoreError> {
        let failure = |error| self.failure(error);
        let mut transaction = self.begin().await?;
        let mut added = 0;
        for name in names {
            let done = query(
                "INSERT INTO roll (panel, folded, name, checked) VALUES ($1, $2, $3, FALSE)
                 ON CONFLICT (panel, folded) DO NOTHING",
            )
            .bind(id_bytes(panel.0))
            .bind(folded(name))
            .bind(name)
            .execute(&mut *transaction)
            .await
            .map_err(failure)?;
            added += done.rows_affected() as u32;
        }
        transaction.commit().await.map_err(failure)?;
        Ok(added)
    }

    async fn names(&self, panel: PanelId) -> Result<Vec<(String, bool)>, StoreError> {
        query_as("SELECT name, checked FROM roll WHERE panel = $1 ORDER BY folded")
            .bind(id_bytes(panel.0))
            .fetch_all(self.reader())
            .await
            .map_err(|error| self.failure(error))
    }

    async fn check_name(&self, panel: PanelId, name: &str, checked: bool) -> Result<bool, StoreError> {
        let failure = |error| self.failure(error);
        let mut transaction = self.begin().await?;
        // Two doors may check the same name at once: one after the other.
        directory::lock_head(&mut *transaction, panel).await.map_err(failure)?;
        let before: Option<bool> = query_scalar("SELECT checked FROM roll WHERE panel = $1 AND folded = $2")
            .bind(id_bytes(panel.0))
            .bind(folded(name))
            .fetch_optional(&mut *transaction)
            .await
            .map_err(failure)?;
        if before.is_none_or(|before| before == checked) {
            return Ok(false);
        }
        // PostgreSQL knows of each row which transaction wrote it last, and they are counted: so it is the same for all.
        query("UPDATE roll SET checked = CASE WHEN folded = $2 THEN $3 ELSE checked END WHERE panel = $1")
            .bind(id_bytes(panel.0))
            .bind(folded(name))
            .bind(checked)
            .execute(&mut *transaction)
            .await
            .map_err(failure)?;
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn drop_names(&self, panel: PanelId) -> Result<u64, StoreError> {
        let done = query("DELETE FROM roll WHERE panel = $1")
            .bind(id_bytes(panel.0))
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(done.rows_affected())
    }
}
