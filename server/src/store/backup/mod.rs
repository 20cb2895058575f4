//! A backup is one SQLite file, whatever engine it was made of; it restores into either.
//!
//! It holds all rows as they were at one moment, so neither words that were erased before it nor
//! snapshots. What is erased after it is still in it: whoever erases somebody throws the backups
//! from before away, or erases again after restoring one.

mod end;
mod table;

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
};

use sqlx::{ConnectOptions as _, Connection as _, query, query_as, query_scalar, sqlite::SqliteJournalMode};
use tempfile::TempPath;

use self::end::{End, Epochs, copy};
pub(super) use self::table::{Cell, Kind, Table};
use super::{StoreError, address::Address, migration, postgres, sqlite};

/// SQLite's application id of a backup ("Vcbk"). It tells one from a database in use, a copy of which may lack what is in
/// its write-ahead log.
const MARKED: i64 = 0x5663_626B;
const MARK: &str = "PRAGMA application_id = 0x5663626B";

/// Writes all that the database at `address` holds into a new `file`, while a server may run on it.
///
/// # Errors
/// [`StoreError::Exists`] where there is such a file; what is wrong with the database or the disk.
pub(crate) async fn backup(address: &str, file: &Path) -> Result<(), StoreError> {
    if file.exists() {
        return Err(StoreError::Exists(file.to_owned()));
    }
    // It gets its name when it is whole, and goes by itself where that never happens.
    let unfinished = unfinished(file)?;
    match Address::read(address)? {
        Address::Sqlite(source) => of_sqlite(&source, &unfinished).await?,
        Address::Postgres(source) => of_postgres(&source, &unfinished).await?,
    }
    finish(unfinished, file).map_err(|error| StoreError::of_file(error, file.to_owned()))
}

/// Puts all that the backup in `file` holds into the empty database at `address`, which is made where
/// it is missing. Every panel begins a new life ([`visioncast_model::Epoch`]).
///
/// # Errors
/// [`StoreError::NoBackup`]; [`StoreError::NotEmpty`] where there are panels or accounts; then, as with
/// any other error, the database stays as it was.
pub(crate) async fn restore(file: &Path, address: &str) -> Result<(), StoreError> {
    let address = Address::read(address)?;
    let upgraded = check(file).await?;
    let source_name = file.display().to_string();
    let mut source = sqlite::connection(upgraded.as_deref().unwrap_or(file))
        .await
        .map_err(|error| StoreError::of_sqlite(error, &source_name))?;
    let from = End::Sqlite(&mut source, &source_name);
    match address {
        Address::Sqlite(target) => {
            let engine = sqlite::Engine::open(&target).await?;
            let mut transaction = engine.begin().await?;
            let mut to = End::Sqlite(&mut transaction, engine.name());
            to.clear().await?;
            copy(from, to, Epochs::New).await?;
            transaction.commit().await.map_err(|error| engine.failure(error))?;
            engine.close_all().await;
        }
        Address::Postgres(target) => {
            let engine = postgres::Engine::open(&target).await?;
            let mut transaction = engine.begin().await?;
            let mut to = End::Postgres(&mut transaction, engine.name());
            to.clear().await?;
            copy(from, to, Epochs::New).await?;
            transaction.commit().await.map_err(|error| engine.failure(error))?;
            engine.close_all().await;
        }
    }
    Ok(())
}

async fn of_sqlite(source: &Path, unfinished: &Path) -> Result<(), StoreError> {
    let engine = sqlite::Engine::open_existing(source).await?;
    let target = unfinished.to_string_lossy().into_owned();
    query("VACUUM INTO $1")
        .bind(target)
        .execute(engine.reader())
        .await
        .map_err(|error| engine.failure(error))?;
    engine.close_all().await;
    let name = unfinished.display().to_string();
    let failure = |error| StoreError::of_sqlite(error, &name);
    let options = sqlite::options(unfinished).journal_mode(SqliteJournalMode::Delete);
    let mut backup = options.connect().await.map_err(failure)?;
    query(MARK).execute(&mut backup).await.map_err(failure)?;
    backup.close().await.map_err(failure)
}

async fn of_postgres(source: &str, unfinished: &Path) -> Result<(), StoreError> {
    let engine = postgres::Engine::open_existing(source).await?;
    let name = unfinished.display().to_string();
    let failure = |error| StoreError::of_sqlite(error, &name);
    let options = sqlite::options(unfinished).journal_mode(SqliteJournalMode::Delete);
    let mut target = options.connect().await.map_err(failure)?;
    sqlite::MIGRATIONS
        .run(&mut target)
        .await
        .map_err(|error| StoreError::of_migration(error, &name, failure))?;
    // All tables as they are at one moment, however long it takes to read them.
    let mut reading = engine
        .reader()
        .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        .await
        .map_err(|error| engine.failure(error))?;
    query(MARK).execute(&mut target).await.map_err(failure)?;
    let mut writing = target.begin().await.map_err(failure)?;
    copy(
        End::Postgres(&mut reading, engine.name()),
        End::Sqlite(&mut writing, &name),
        Epochs::Kept,
    )
    .await?;
    writing.commit().await.map_err(failure)?;
    reading.rollback().await.map_err(|error| engine.failure(error))?;
    target.close().await.map_err(failure)?;
    engine.close_all().await;
    Ok(())
}

/// Makes sure that `file` is a whole backup. One of an older version is brought up to date in a
/// copy, which is returned.
async fn check(file: &Path) -> Result<Option<TempPath>, StoreError> {
    File::open(file).map_err(|error| StoreError::of_file(error, file.to_owned()))?;
    let name = file.display().to_string();
    let no_backup = |_| StoreError::NoBackup(file.to_owned());
    let mut connection = sqlite::connection(file).await.map_err(no_backup)?;
    let applied = query_as(migration::APPLIED)
        .fetch_all(&mut connection)
        .await
        .map_err(no_backup)?;
    let mark: i64 = query_scalar("PRAGMA application_id")
        .fetch_one(&mut connection)
        .await
        .map_err(no_backup)?;
    let sound: String = query_scalar("PRAGMA quick_check(1)")
        .fetch_one(&mut connection)
        .await
        .map_err(no_backup)?;
    connection.close().await.map_err(no_backup)?;
    if mark != MARKED || sound != "ok" {
        return Err(StoreError::NoBackup(file.to_owned()));
    }
    match migration::check(applied, &sqlite::MIGRATIONS, &name) {
        Ok(()) => Ok(None),
        Err(StoreError::Older) => upgrade(file).await.map(Some),
        Err(StoreError::Foreign(_)) => Err(StoreError::NoBackup(file.to_owned())),
        Err(error) => Err(error),
    }
}

async fn upgrade(file: &Path) -> Result<TempPath, StoreError> {
    let copied = tempfile::NamedTempFile::new().map(tempfile::NamedTempFile::into_temp_path);
    let copied = copied.map_err(|error| StoreError::of_file(error, std::env::temp_dir()))?;
    std::fs::copy(file, &copied).map_err(|error| StoreError::of_file(error, copied.to_path_buf()))?;
    let name = copied.display().to_string();
    let failure = |error| StoreError::of_sqlite(error, &name);
    let mut connection = sqlite::options(&copied).connect().await.map_err(failure)?;
    sqlite::MIGRATIONS
        .run(&mut connection)
        .await
        .map_err(|error| StoreError::of_migration(error, &name, failure))?;
    connection.close().await.map_err(failure)?;
    Ok(copied)
}

/// An empty file in the folder of `file`, so that it only needs another name in the end.
fn unfinished(file: &Path) -> Result<TempPath, StoreError> {
    tempfile::Builder::new()
        .prefix(".visioncast-backup-")
        .tempfile_in(folder_of(file))
        .map(tempfile::NamedTempFile::into_temp_path)
        .map_err(|error| StoreError::of_file(error, folder_of(file)))
}

fn finish(unfinished: TempPath, file: &Path) -> io::Result<()> {
    File::open(&unfinished)?.sync_all()?;
    unfinished.persist_noclobber(file).map_err(|error| error.error)?;
    // The name, too, has to survive a power cut.
    File::open(folder_of(file))?.sync_all()
}

fn folder_of(file: &Path) -> PathBuf {
    file.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or_else(|| ".".into(), Path::to_owned)
}
