use std::{io, path::PathBuf};

use sqlx::migrate::MigrateError;
use visioncast_model::{JoinCode, PanelId};

/// Why the store did not do it; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    #[error("the address {0:?} names no database: use sqlite://FILE or postgres://USER@HOST/NAME")]
    Address(String),
    #[error("there is no database at {0}: `visioncast serve` makes one, or point --database at another one")]
    Missing(String),
    #[error("{0} holds no visioncast database: point --database at another one")]
    Foreign(String),
    #[error(
        "the database was written by a newer version of visioncast: update the program, or point --database at another one"
    )]
    Newer,
    #[error(
        "the database was written by an older version of visioncast: start `visioncast serve` once, it brings it up to date"
    )]
    Older,
    #[error("the database {0} is read-only: check the rights of its file and folder, or of its user")]
    ReadOnly(String),
    #[error("the database is locked by another program: end it, or wait")]
    Locked,
    #[error("the disk is full: make room, nothing that was acknowledged is lost")]
    Full,
    #[error("SQLite does not sync every commit (synchronous = {0}): refusing to promise what it cannot keep")]
    NotDurable(i64),
    #[error("another panel has the code {0}")]
    CodeTaken(JoinCode),
    #[error("the name {0:?} is taken: choose another")]
    NameTaken(String),
    #[error("there is no panel {0}")]
    NoPanel(PanelId),
    #[error("panel {0} is no rehearsal")]
    NoRehearsal(PanelId),
    #[error("the log of panel {panel} is damaged at event {seq}: {why}")]
    Corrupt { panel: PanelId, seq: u64, why: String },
    #[error("somebody else wrote meanwhile")]
    Conflict,
    #[error("the file {0:?} exists already: choose another name")]
    Exists(PathBuf),
    #[error(
        "the file {0:?} is no backup, or it is damaged: `visioncast backup FILE` makes one, also of a database in use"
    )]
    NoBackup(PathBuf),
    #[error("the database {0} is not empty: restore into a new one")]
    NotEmpty(String),
    #[error("the file {path:?} cannot be used: {error}")]
    File { path: PathBuf, error: io::Error },
    // The cause stands in the message, not behind it: people would read it twice.
    #[error("the database did not answer: {0}")]
    Unavailable(sqlx::Error),
}

impl StoreError {
    /// What an error of SQLite means; `name` is what people know the database by.
    pub(super) fn of_sqlite(error: sqlx::Error, name: &str) -> Self {
        let Some(code) = error
            .as_database_error()
            .and_then(|error| error.code()?.parse::<i32>().ok())
        else {
            return Self::Unavailable(error);
        };
        // The lowest byte of an extended code is the code; https://www.sqlite.org/rescode.html
        match code & 0xff {
            5 | 6 => Self::Locked,
            8 => Self::ReadOnly(name.to_owned()),
            13 => Self::Full,
            26 => Self::Foreign(name.to_owned()),
            _ if is_repetition(&error) => Self::Conflict,
            _ => Self::Unavailable(error),
        }
    }

    /// What an error of PostgreSQL means; `name` is what people know the database by.
    pub(super) fn of_postgres(error: sqlx::Error, name: &str) -> Self {
        let code = error.as_database_error().and_then(|error| error.code());
        // https://www.postgresql.org/docs/current/errcodes-appendix.html
        match code.as_deref() {
            // Lock not available, deadlock, serialization failure.
            Some("55P03" | "40P01" | "40001") => Self::Locked,
            Some("25006") => Self::ReadOnly(name.to_owned()),
            Some("53100") => Self::Full,
            Some("3D000") => Self::Missing(name.to_owned()),
            _ if is_repetition(&error) => Self::Conflict,
            _ => Self::Unavailable(error),
        }
    }

    /// What an error while migrating means; `other` reads an error of the engine.
    pub(super) fn of_migration(error: MigrateError, name: &str, other: impl FnOnce(sqlx::Error) -> Self) -> Self {
        match error {
            MigrateError::VersionMissing(_) => Self::Newer,
            MigrateError::VersionMismatch(_) => Self::Foreign(name.to_owned()),
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => other(error),
            error => Self::Unavailable(sqlx::Error::Migrate(Box::new(error))),
        }
    }

    /// What an error of the file system means for a database or a backup at `path`.
    pub(super) fn of_file(error: io::Error, path: PathBuf) -> Self {
        match error.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists(path),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::File { path, error },
        }
    }
}

fn is_repetition(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
