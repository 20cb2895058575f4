//! Replaying a log while the rest of it is still being read.

use tokio::{sync::mpsc, task::JoinHandle};
use visioncast_model::{Panel, PanelId};

use super::{StoreError, row, row::EventRow};

/// How many events are read at a time.
pub(super) const PAGE: u32 = 4_096;
/// How many pages may wait: what a replay holds in memory does not grow with the log.
const WAITING: usize = 3;

/// A replay on a thread of its own.
pub(super) struct Replay {
    pages: mpsc::Sender<Vec<EventRow>>,
    panel: JoinHandle<Result<Panel, StoreError>>,
}

impl Replay {
    /// Goes on from `panel`.
    pub(super) fn of(id: PanelId, mut panel: Panel) -> Self {
        let (pages, mut received) = mpsc::channel::<Vec<EventRow>>(WAITING);
        let panel = tokio::task::spawn_blocking(move || {
            while let Some(page) = received.blocking_recv() {
                for row in &page {
                    let recorded = row::read_event(id, panel.seq().next(), row)?;
                    panel.apply(&recorded);
                }
            }
            Ok(panel)
        });
        Self { pages, panel }
    }

    /// Takes the next page; false where no more is wanted, since an event could not be read.
    pub(super) async fn take(&self, page: Vec<EventRow>) -> bool {
        self.pages.send(page).await.is_ok()
    }

    /// The panel behind the last page.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] where an event could not be read.
    pub(super) async fn finish(self) -> Result<Panel, StoreError> {
        drop(self.pages);
        self.panel
            .await
            .map_err(|error| StoreError::Unavailable(sqlx::Error::Protocol(error.to_string())))?
    }
}
