//! An empty database of one's own.

use std::path::Path;

use sqlx::{Connection as _, Executor as _, PgConnection};

pub(crate) struct Database {
    /// As `--database` takes it.
    pub(crate) address: String,
}

impl Database {
    pub(crate) fn file(folder: &Path) -> Self {
        Self {
            address: format!("sqlite://{}", folder.join("panel.db").display()),
        }
    }

    /// A new one on the PostgreSQL that the environment names; none where it names none.
    pub(crate) async fn on_postgres() -> Option<Self> {
        let Ok(server) = std::env::var("VISIONCAST_TEST_POSTGRES") else {
            assert!(
                std::env::var("CI").as_deref() != Ok("true"),
                "VISIONCAST_TEST_POSTGRES is not set, and nothing may be skipped here"
            );
            eprintln!("skipped: crash test of two nodes: VISIONCAST_TEST_POSTGRES is not set");
            return None;
        };
        let name = format!("crash_{}", uuid::Uuid::new_v4().simple());
        let mut connection = PgConnection::connect(&server).await.expect("PostgreSQL answers");
        // The name is made of hexadecimal digits.
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        connection
            .execute(sqlx::raw_sql(create))
            .await
            .expect("a database can be made");
        let (host, _) = server.rsplit_once('/').expect("the address ends in a database");
        Some(Self {
            address: format!("{host}/{name}"),
        })
    }
}
