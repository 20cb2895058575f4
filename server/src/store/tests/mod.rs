//! One suite for both engines. `VISIONCAST_TEST_POSTGRES` says where PostgreSQL is; each test has a
//! database of its own there.

mod accounts;
mod backups;
mod door;
mod faults;
mod initiatives;
mod logs;
mod nodes;
mod place;
mod room;
mod snapshots;
mod speed;
mod wiping;
mod words;

pub(crate) use place::Place;

/// Runs each test on SQLite and on PostgreSQL.
macro_rules! on_both {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    $crate::store::tests::place::Place::with_sqlite(super::$test).await;
                }
            )+
        }

        mod postgres {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    $crate::store::tests::place::Place::with_postgres(super::$test).await;
                }
            )+
        }
    };
}
use on_both;
