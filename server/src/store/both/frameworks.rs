//! The named frameworks. Compiled once for each engine, which is what `super` is.

use async_trait::async_trait;
use sqlx::{query, query_as};
use uuid::Uuid;
use visioncast_model::{AccountId, Timestamp};
use visioncast_report::FrameworkHash;

use super::Engine;
use crate::store::{
    FrameworkStore, FrameworkVersion, StoreError,
    row::{id_bytes, read_id},
};

type Row = (Vec<u8>, i64, Option<Vec<u8>>, Option<String>, String, String);

const COLUMNS: &str = "SELECT f.id, f.changed, f.account, accounts.name, f.what, f.body FROM frameworks f
    LEFT JOIN accounts ON accounts.id = f.account";

fn version((id, changed, account, by, what, body): Row) -> Result<FrameworkVersion, sqlx::Error> {
    Ok(FrameworkVersion {
        id: read_id(&id)?,
        framework: serde_json::from_str(&body).map_err(|error| sqlx::Error::Decode(error.into()))?,
        changed: Timestamp(changed),
        account: account.map(|id| read_id(&id).map(AccountId)).transpose()?,
        by,
        what,
    })
}

#[async_trait]
impl FrameworkStore for Engine {
    async fn frameworks(&self) -> Result<Vec<FrameworkVersion>, StoreError> {
        let last =
            "WHERE f.version = (SELECT max(version) FROM frameworks WHERE id = f.id) ORDER BY lower(f.name), f.id";
        let rows: Vec<Row> = query_as(sqlx::AssertSqlSafe(format!("{COLUMNS} {last}")))
            .fetch_all(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        let read: Result<_, _> = rows.into_iter().map(version).collect();
        read.map_err(|error| self.failure(error))
    }

    async fn framework(&self, id: Uuid) -> Result<Option<FrameworkVersion>, StoreError> {
        Ok(self.framework_versions(id, 1).await?.pop())
    }

    async fn framework_at(&self, id: Uuid, number: u32) -> Result<Option<FrameworkVersion>, StoreError> {
        let row: Option<Row> = query_as(sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE f.id = $1 AND f.version = $2"
        )))
        .bind(id_bytes(id))
        .bind(i64::from(number))
        .fetch_optional(self.reader())
        .await
        .map_err(|error| self.failure(error))?;
        row.map(version).transpose().map_err(|error| self.failure(error))
    }

    async fn framework_versions(&self, id: Uuid, limit: u32) -> Result<Vec<FrameworkVersion>, StoreError> {
        let newest = "WHERE f.id = $1 ORDER BY f.version DESC LIMIT $2";
        let rows: Vec<Row> = query_as(sqlx::AssertSqlSafe(format!("{COLUMNS} {newest}")))
            .bind(id_bytes(id))
            .bind(i64::from(limit))
            .fetch_all(self.reader())
            .await
            .map_err(|error| self.failure(error))?;
        let read: Result<_, _> = rows.into_iter().map(version).collect();
        read.map_err(|error| self.failure(error))
    }

    async fn keep_framework(&self, version: &FrameworkVersion, after: Option<u32>) -> Result<(), StoreError> {
        let unwritable = |error: String| self.failure(sqlx::Error::Encode(error.into()));
        let framework = &version.framework;
        let hash = FrameworkHash::of(framework).map_err(|error| unwritable(error.to_string()))?;
        let body = serde_json::to_string(framework).map_err(|error| unwritable(error.to_string()))?;
        let mut transaction = self.begin().await?;
        let last: Option<(i64,)> =
            query_as("SELECT version FROM frameworks WHERE id = $1 ORDER BY version DESC LIMIT 1")
                .bind(id_bytes(version.id))
                .fetch_optional(&mut *transaction)
                .await
                .map_err(|error| self.failure(error))?;
        if last.map(|(last,)| last) != after.map(i64::from) {
            return Err(StoreError::Conflict);
        }
        query(
            "INSERT INTO frameworks (id, version, follows, name, hash, changed, account, what, body)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(id_bytes(version.id))
        .bind(i64::from(framework.version))
        .bind(i64::from(after.unwrap_or(0)))
        .bind(&framework.name)
        .bind(hash.to_string())
        .bind(version.changed.0)
        .bind(version.account.map(|account| id_bytes(account.0)))
        .bind(&version.what)
        .bind(body)
        .execute(&mut *transaction)
        .await
        .map_err(|error| self.failure(error))?;
        transaction.commit().await.map_err(|error| self.failure(error))
    }

    async fn drop_framework(&self, id: Uuid) -> Result<bool, StoreError> {
        let dropped = query("DELETE FROM frameworks WHERE id = $1")
            .bind(id_bytes(id))
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        Ok(dropped.rows_affected() > 0)
    }
}
