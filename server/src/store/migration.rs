//! What was ever done to the tables, and whether a database is one that this version can use.

use std::collections::BTreeMap;

use sqlx::{
    SqlSafeStr as _,
    migrate::{Migration, MigrationType, Migrator},
};

use super::StoreError;

/// The migrations of an engine: number, name and statements of each. Not `sqlx::migrate!`, which has both engines
/// compiled once more for the compiler's own use.
pub(super) fn all(files: &[(i64, &'static str, &'static str)]) -> Migrator {
    let migration = |(version, name, statements): &(i64, &'static str, &'static str)| {
        let statements = statements.into_sql_str();
        Migration::new(*version, (*name).into(), MigrationType::Simple, statements, false)
    };
    Migrator::with_migrations(files.iter().map(migration).collect())
}

/// What a database says was done to it; both engines keep it in the same table.
pub(super) const APPLIED: &str = "SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version";

/// Compares what was `applied` to the database `name` with what this version knows.
///
/// # Errors
/// [`StoreError::Newer`], [`StoreError::Older`], or [`StoreError::Foreign`] where the same number means
/// something else.
pub(super) fn check(applied: Vec<(i64, Vec<u8>)>, known: &Migrator, name: &str) -> Result<(), StoreError> {
    let mut applied: BTreeMap<i64, Vec<u8>> = applied.into_iter().collect();
    for migration in known.iter() {
        match applied.remove(&migration.version) {
            None => {
                return Err(if applied.is_empty() {
                    StoreError::Older
                } else {
                    StoreError::Newer
                });
            }
            Some(checksum) if checksum != *migration.checksum => return Err(StoreError::Foreign(name.to_owned())),
            Some(_) => {}
        }
    }
    if applied.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Newer)
    }
}
