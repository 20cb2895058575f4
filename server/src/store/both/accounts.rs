//! The tables beside the logs. Compiled once for each engine, which is what `super` is.

use async_trait::async_trait;
use sqlx::{query, query_as, query_scalar};
use visioncast_model::{AccountId, PanelId, PersonId, Timestamp};

use super::Engine;
use crate::store::{
    Account, AccountStore, StoreError, TokenHash,
    row::{id_bytes, read_id},
};

type AccountRow = (Vec<u8>, String, String, i64);

fn account((id, name, password_hash, created): AccountRow) -> Result<Account, sqlx::Error> {
    Ok(Account {
        id: AccountId(read_id(&id)?),
        name,
        password_hash,
        created: Timestamp(created),
    })
}

/// A name as it is compared.
fn folded(name: &str) -> String {
    name.to_lowercase()
}

#[async_trait]
impl AccountStore for Engine {
    async fn has_accounts(&self) -> Result<bool, StoreError> {
        let one: Option<i64> = query_scalar("SELECT created FROM accounts LIMIT 1")
            .fetch_optional(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(one.is_some())
    }

    async fn create_account(&self, account: &Account) -> Result<(), StoreError> {
        let done = query(
            "INSERT INTO accounts (id, name, folded, password_hash, created) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (folded) DO NOTHING",
        )
        .bind(id_bytes(account.id.0))
        .bind(&account.name)
        .bind(folded(&account.name))
        .bind(&account.password_hash)
        .bind(account.created.0)
        .execute(self.writer())
        .await
        .map_err(|error| self.failure(error))?;
        if done.rows_affected() == 0 {
            return Err(StoreError::NameTaken(account.name.clone()));
        }
        Ok(())
    }

    async fn account_named(&self, name: &str) -> Result<Option<Account>, StoreError> {
        let row: Option<AccountRow> =
            query_as("SELECT id, name, password_hash, created FROM accounts WHERE folded = $1")
                .bind(folded(name))
                .fetch_optional(self.reader())
                .await
                .map_err(|error| self.failure(error))?;
        row.map(account).transpose().map_err(|error| self.failure(error))
    }

    async fn keep_session(
        &self,
        token: TokenHash,
        account: AccountId,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        query("DELETE FROM sessions WHERE expires <= $1")
            .bind(now.0)
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        query("INSERT INTO sessions (token, account, expires) VALUES ($1, $2, $3)")
            .bind(token.to_vec())
            .bind(id_bytes(account.0))
            .bind(expires.0)
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn session(&self, token: TokenHash, now: Timestamp) -> Result<Option<Account>, StoreError> {
        let row: Option<AccountRow> = query_as(
            "SELECT accounts.id, name, password_hash, created FROM sessions
             JOIN accounts ON accounts.id = sessions.account WHERE token = $1 AND expires > $2",
        )
        .bind(token.to_vec())
        .bind(now.0)
        .fetch_optional(self.reader())
        .await
        .map_err(|error| self.failure(error))?;
        row.map(account).transpose().map_err(|error| self.failure(error))
    }

    async fn drop_session(&self, token: TokenHash) -> Result<(), StoreError> {
        query("DELETE FROM sessions WHERE token = $1")
            .bind(token.to_vec())
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn keep_invitation(&self, token: TokenHash, expires: Timestamp) -> Result<(), StoreError> {
        query("INSERT INTO invitations (token, expires) VALUES ($1, $2)")
            .bind(token.to_vec())
            .bind(expires.0)
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn has_invitation(&self, token: TokenHash, now: Timestamp) -> Result<bool, StoreError> {
        let one: Option<i64> = query_scalar("SELECT expires FROM invitations WHERE token = $1 AND expires > $2")
            .bind(token.to_vec())
            .bind(now.0)
            .fetch_optional(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(one.is_some())
    }

    async fn use_invitation(&self, token: TokenHash, now: Timestamp) -> Result<bool, StoreError> {
        let used = query("DELETE FROM invitations WHERE token = $1 AND expires > $2")
            .bind(token.to_vec())
            .bind(now.0)
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        let used = used.rows_affected() == 1;
        if used {
            query("DELETE FROM invitations WHERE NOT EXISTS (SELECT 1 FROM accounts)")
                .execute(self.writer())
                .await
                .map_err(|error| self.failure(error))?;
        }
        Ok(used)
    }

    async fn take_seat(&self, token: TokenHash, panel: PanelId, person: PersonId) -> Result<PersonId, StoreError> {
        query("INSERT INTO seats (token, panel, person) VALUES ($1, $2, $3) ON CONFLICT (token, panel) DO NOTHING")
            .bind(token.to_vec())
            .bind(id_bytes(panel.0))
            .bind(id_bytes(person.0))
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(self.seat(token, panel).await?.unwrap_or(person))
    }

    async fn keep_seat(&self, token: TokenHash, panel: PanelId, person: PersonId) -> Result<(), StoreError> {
        query(
            "INSERT INTO seats (token, panel, person) VALUES ($1, $2, $3)
             ON CONFLICT (token, panel) DO UPDATE SET person = excluded.person",
        )
        .bind(token.to_vec())
        .bind(id_bytes(panel.0))
        .bind(id_bytes(person.0))
        .execute(self.writer())
        .await
        .map_err(|error| self.failure(error))?;
        Ok(())
    }

    async fn seat(&self, token: TokenHash, panel: PanelId) -> Result<Option<PersonId>, StoreError> {
        let person: Option<Vec<u8>> = query_scalar("SELECT person FROM seats WHERE token = $1 AND panel = $2")
            .bind(token.to_vec())
            .bind(id_bytes(panel.0))
            .fetch_optional(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        person
            .map(|person| read_id(&person).map(PersonId))
            .transpose()
            .map_err(|error| self.failure(error))
    }
}
