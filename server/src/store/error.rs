use std::path::PathBuf;

use visioncast_model::{JoinCode, PanelId};

/// Why the store did not do it; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    #[error("the address {0:?} names no database: use sqlite://FILE or postgres://USER@HOST/NAME")]
    Address(String),
    #[error("the database was written by a newer version of visioncast: update the program, or point --database at another one")]
    Newer,
    #[error("the database {0:?} is read-only: check the rights of the file and its folder")]
    ReadOnly(PathBuf),
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
    #[error("the log of panel {panel} is damaged at event {seq}: {why}")]
    Corrupt { panel: PanelId, seq: u64, why: String },
    #[error("somebody else wrote to the panel meanwhile")]
    Conflict,
    #[error("the database did not answer: {0}")]
    Unavailable(#[from] sqlx::Error),
}
