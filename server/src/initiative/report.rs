use visioncast_model::{Language, PanelId, PersonId, Seq, initiative::Initiative};
use visioncast_report::{Document, WriteError};

use crate::{
    log::Log,
    store::{Entry, SharedStore, StoreError},
};

/// What a report over all events of an initiative is made from, rehearsals left out.
pub(crate) struct Events {
    name: String,
    /// Oldest first.
    logs: Vec<Log>,
    /// The seats of each own link.
    same: Vec<Vec<(PanelId, PersonId)>>,
}

impl Events {
    /// Reads every log.
    ///
    /// # Errors
    /// Where the store does not answer or a log cannot be read.
    pub(crate) async fn read(store: &SharedStore, initiative: &Initiative) -> Result<Self, StoreError> {
        let mut logs = Vec::new();
        for entry in held(store, initiative).await? {
            logs.push(Log::read(store.as_ref(), entry.id).await?);
        }
        Ok(Self {
            name: initiative.name().to_owned(),
            logs,
            same: store.own_links(initiative.id()).await?,
        })
    }

    /// The report. It counts nobody twice who came by the same link.
    ///
    /// # Errors
    /// As [`Document::of_initiative`].
    pub(crate) fn report(&self, language: Language) -> Result<Document, WriteError> {
        let materials: Vec<_> = self.logs.iter().map(Log::material).collect();
        Document::of_initiative(&self.name, &materials, &self.same, language)
    }
}

/// How far its events have come, all together: where that is another, so is the report.
///
/// # Errors
/// Where the store does not answer.
pub(crate) async fn mark(store: &SharedStore, initiative: &Initiative) -> Result<Seq, StoreError> {
    let mut mark = 0;
    for entry in held(store, initiative).await? {
        mark += store.head(entry.id).await?.0;
    }
    Ok(Seq(mark))
}

async fn held(store: &SharedStore, initiative: &Initiative) -> Result<Vec<Entry>, StoreError> {
    let mut entries = store.panels_of(initiative.id()).await?;
    entries.retain(|entry| !entry.summary.rehearsal);
    Ok(entries)
}
