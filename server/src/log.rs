//! A whole log, read for an export or a report.

use visioncast_model::{Panel, PanelId, Recorded, Words};
use visioncast_report::{FrozenEdition, Material};

use crate::store::{EventStore, StoreError};

/// How many events to read at a time.
const PAGE: u32 = 10_000;

/// A panel with the log that made it and the words that are still there.
pub(crate) struct Log {
    pub(crate) panel: Panel,
    pub(crate) events: Vec<Recorded>,
    pub(crate) words: Vec<Words>,
}

impl Log {
    /// Reads a log from its first event on and replays it, without a snapshot.
    ///
    /// # Errors
    /// Where the store does not answer or the log cannot be read.
    pub(crate) async fn read<S: EventStore + ?Sized>(store: &S, panel: PanelId) -> Result<Self, StoreError> {
        let mut log = Self {
            panel: Panel::default(),
            events: Vec::new(),
            words: Vec::new(),
        };
        loop {
            let tail = store.tail(panel, log.panel.seq(), PAGE).await?;
            if tail.events.is_empty() {
                break;
            }
            for event in &tail.events {
                log.panel.apply(event);
            }
            for words in &tail.words {
                log.panel.learn(words.clone());
            }
            log.events.extend(tail.events);
            log.words.extend(tail.words);
        }
        Ok(log)
    }

    /// What the report crate makes its files from.
    pub(crate) fn material(&self) -> Material<'_> {
        Material {
            panel: &self.panel,
            events: &self.events,
            words: &self.words,
        }
    }

    /// An edition of the report that was frozen; none where that number was not.
    pub(crate) fn edition(&self, number: u16) -> Option<FrozenEdition<'_>> {
        let report = self.panel.frozen_report(number)?;
        Some(FrozenEdition::of(self.material(), report))
    }
}
