//! An empty database for one test.

use std::{env, path::PathBuf};

use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, PgConnection, raw_sql, sqlite::SqliteConnectOptions};
use tempfile::TempDir;
use uuid::Uuid;

use crate::store::{SharedStore, open};

/// A database, and a folder for what else a test writes.
pub(crate) struct Place {
    pub(crate) address: String,
    folder: TempDir,
}

impl Place {
    pub(crate) async fn with_sqlite(test: impl AsyncFnOnce(&Self)) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let address = format!("sqlite://{}", folder.path().join("data/visioncast.db").display());
        test(&Self { address, folder }).await;
    }

    pub(crate) async fn with_postgres(test: impl AsyncFnOnce(&Self)) {
        let Some(server) = server() else { return };
        let name = format!("test_{}", Uuid::new_v4().simple());
        let mut administrator = PgConnection::connect(&server).await.expect("PostgreSQL answers");
        let create = format!("CREATE DATABASE {name} TEMPLATE template0");
        raw_sql(AssertSqlSafe(create))
            .execute(&mut administrator)
            .await
            .expect("a database for the test");
        let (before, _) = server.rsplit_once('/').expect("an address ends with a database");
        let folder = tempfile::tempdir().expect("a folder for the test");
        test(&Self {
            address: format!("{before}/{name}"),
            folder,
        })
        .await;
        let drop = format!("DROP DATABASE {name} WITH (FORCE)");
        raw_sql(AssertSqlSafe(drop))
            .execute(&mut administrator)
            .await
            .expect("nothing of it is left");
    }

    pub(crate) async fn open(&self) -> SharedStore {
        open(&self.address).await.expect("an empty database opens")
    }

    /// Where a test may write `name`.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Whether it is on PostgreSQL.
    pub(crate) fn has_server(&self) -> bool {
        self.database().is_none()
    }

    /// The file of the database, where it is one.
    pub(crate) fn database(&self) -> Option<PathBuf> {
        self.address.strip_prefix("sqlite://").map(PathBuf::from)
    }

    /// Does something to the database that the store would not do.
    pub(crate) async fn tamper(&self, sql: &str) {
        let sql = AssertSqlSafe(sql);
        if let Some(file) = self.database() {
            let options = SqliteConnectOptions::new().filename(file);
            let mut connection = options.connect().await.expect("the file opens");
            raw_sql(sql)
                .execute(&mut connection)
                .await
                .expect("the statement works");
            connection.close().await.expect("the connection closes");
        } else {
            let mut connection = PgConnection::connect(&self.address).await.expect("PostgreSQL answers");
            raw_sql(sql)
                .execute(&mut connection)
                .await
                .expect("the statement works");
        }
    }
}

/// Where PostgreSQL is.
fn server() -> Option<String> {
    let server = env::var("VISIONCAST_TEST_POSTGRES")
        .ok()
        .filter(|address| !address.is_empty());
    if server.is_none() {
        assert_ne!(
            env::var("CI").as_deref(),
            Ok("true"),
            "VISIONCAST_TEST_POSTGRES has to say where PostgreSQL is"
        );
        eprintln!("skipped: PostgreSQL: VISIONCAST_TEST_POSTGRES is not set");
    }
    server
}
