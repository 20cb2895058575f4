//! Processes wake each other; what there is to know stands in the log.

use std::time::Duration;

use sqlx::{
    postgres::{PgListener, PgPool, PgPoolOptions},
    query,
};
use tokio::sync::mpsc;
use uuid::Uuid;
use visioncast_model::PanelId;

const CHANNEL: &str = "visioncast";
/// More would only say again what waits already.
const WAITING: usize = 1_024;
const PAUSE: Duration = Duration::from_secs(1);

/// Says that `node` wrote to `panel`.
pub(super) async fn notify(pool: &PgPool, node: Uuid, panel: PanelId) -> Result<(), sqlx::Error> {
    query("SELECT pg_notify($1, $2)")
        .bind(CHANNEL)
        .bind(format!("{node} {panel}"))
        .execute(pool)
        .await?;
    Ok(())
}

/// What others than `node` say, for as long as somebody receives it.
pub(super) async fn listen(pool: &PgPool, node: Uuid) -> Result<mpsc::Receiver<PanelId>, sqlx::Error> {
    // A connection of its own, which is never in use elsewhere and never too old.
    let own = PgPoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_lazy_with((*pool.connect_options()).clone());
    let mut listener = start(&own).await?;
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        loop {
            let heard = tokio::select! {
                () = sender.closed() => return,
                heard = listener.recv() => heard,
            };
            match heard {
                Ok(notification) => {
                    let Some((from, panel)) = read(notification.payload()) else {
                        continue;
                    };
                    // Where too much waits already, everybody is awake.
                    if from != node && matches!(sender.try_send(panel), Err(mpsc::error::TrySendError::Closed(_))) {
                        return;
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "lost touch with the other nodes; they are found by polling meanwhile");
                    drop(listener);
                    listener = loop {
                        tokio::select! {
                            () = sender.closed() => return,
                            () = tokio::time::sleep(PAUSE) => {}
                        }
                        if let Ok(again) = start(&own).await {
                            break again;
                        }
                    };
                }
            }
        }
    });
    Ok(receiver)
}

async fn start(pool: &PgPool) -> Result<PgListener, sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.ignore_pool_close_event(true);
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

fn read(payload: &str) -> Option<(Uuid, PanelId)> {
    let (node, panel) = payload.split_once(' ')?;
    Some((node.parse().ok()?, panel.parse().ok()?))
}
