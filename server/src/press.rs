//! Reports in the making, and those that were made lately: who asks for what is being made waits for the same, and few are
//! made at a time, so that a live room keeps the machine.

use std::{
    collections::HashMap,
    io::{Cursor, Write as _},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::{Semaphore, watch};
use visioncast_model::{InitiativeId, JoinCode, Language, PanelId, Seq, initiative::Initiative};
use visioncast_report::{Document, File, Format};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{initiative::Events, log::Log, pdf, store::SharedStore};

/// How many are made at a time: each takes a core, and two is what a small machine has.
const AT_A_TIME: usize = 2;
/// How many documents are kept: the editions that boards compare, in both languages. One of 10,000 ideas takes some 30 MB.
const DOCUMENTS: usize = 6;
/// How much of files is kept, in bytes.
const FILES: usize = 64 << 20;

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Subject {
    Panel {
        panel: PanelId,
        code: JoinCode,
        /// The frozen edition; the panel as it is now where none.
        edition: Option<u16>,
    },
    /// All events of an initiative.
    Initiative(InitiativeId),
}

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Order {
    pub(crate) of: Subject,
    /// Up to where the log was heeded: where that is another, so is the report.
    pub(crate) mark: Seq,
    pub(crate) language: Language,
}

/// In which format it can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Had {
    Pdf,
    Docx,
    Html,
    Markdown,
    Xlsx,
    Csv,
    Json,
}

impl Had {
    /// Every one, as people are offered them.
    pub(crate) const ALL: [Self; 7] = [
        Self::Pdf,
        Self::Docx,
        Self::Html,
        Self::Markdown,
        Self::Xlsx,
        Self::Csv,
        Self::Json,
    ];

    /// What addresses and files call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|had| had.name() == name)
    }

    /// The format that the report itself can be laid out in; none of the one that another program makes.
    const fn format(self) -> Option<Format> {
        Some(match self {
            Self::Pdf => return None,
            Self::Docx => Format::Docx,
            Self::Html => Format::Html,
            Self::Markdown => Format::Markdown,
            Self::Xlsx => Format::Xlsx,
            Self::Csv => Format::Csv,
            Self::Json => Format::Json,
        })
    }

    /// What browsers are told that it is.
    const fn kind(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Html => "text/html; charset=utf-8",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv | Self::Json => "application/zip",
        }
    }
}

/// A file to hand out.
#[derive(Debug)]
pub(crate) struct Packed {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// Why a report could not be made; whoever waited for it hears the same.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct PressFault(Arc<str>);

impl PressFault {
    fn of(error: &dyn std::error::Error) -> Self {
        Self(error.to_string().into())
    }
}

type Outcome<T> = Result<Arc<T>, PressFault>;

/// The press of this node.
#[derive(Clone)]
pub(crate) struct Press(Arc<Inner>);

struct Inner {
    store: SharedStore,
    turns: Semaphore,
    documents: Shelf<Order, Document>,
    files: Shelf<(Order, Had), Packed>,
}

impl Press {
    pub(crate) fn new(store: SharedStore) -> Self {
        Self(Arc::new(Inner {
            store,
            turns: Semaphore::new(AT_A_TIME),
            documents: Shelf::default(),
            files: Shelf::default(),
        }))
    }

    /// The report; begun to be made, or found.
    pub(crate) fn document(&self, order: Order) -> Making<Document> {
        let press = self.clone();
        self.0.documents.find(order, |_| 1, DOCUMENTS, async move {
            let _turn = press.turn().await?;
            let store = &press.0.store;
            match order.of {
                Subject::Panel { panel, edition, .. } => {
                    let log = Log::read(store.as_ref(), panel).await;
                    let log = log.map_err(|error| PressFault::of(&error))?;
                    aside(move || document(&log, edition, order.language)).await
                }
                Subject::Initiative(id) => {
                    let initiative = store.initiative(id).await.map_err(|error| PressFault::of(&error))?;
                    let initiative = initiative.unwrap_or(Initiative::unbegun(id));
                    let events = Events::read(store, &initiative).await;
                    let events = events.map_err(|error| PressFault::of(&error))?;
                    aside(move || events.report(order.language).map_err(|error| PressFault::of(&error))).await
                }
            }
        })
    }

    /// The report in a format; likewise.
    pub(crate) fn file(&self, order: Order, had: Had) -> Making<Packed> {
        let press = self.clone();
        let size = |packed: &Packed| packed.bytes.len();
        self.0.files.find((order, had), size, FILES, async move {
            let document = press.document(order).done().await?;
            let _turn = press.turn().await?;
            let Some(format) = had.format() else {
                let bytes = pdf::pdf(&document).await.map_err(|error| PressFault::of(&error))?;
                return Ok(packed(order, had, bytes));
            };
            aside(move || {
                let files = document.files(format);
                let files = files.map_err(|error| PressFault::of(&error))?;
                let bytes = match had {
                    Had::Csv | Had::Json => zip(&files),
                    _ => files.into_iter().next().map(|file| file.bytes).unwrap_or_default(),
                };
                Ok(packed(order, had, bytes))
            })
            .await
        })
    }

    async fn turn(&self) -> Result<tokio::sync::SemaphorePermit<'_>, PressFault> {
        self.0.turns.acquire().await.map_err(|error| PressFault::of(&error))
    }
}

/// Does what takes long on a thread of its own.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PressFault> + Send + 'static,
) -> Result<T, PressFault> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| PressFault::of(&error)).and_then(|done| done)
}

fn document(log: &Log, edition: Option<u16>, language: Language) -> Result<Document, PressFault> {
    let made = match edition {
        None => Document::of(log.material(), language),
        Some(number) => {
            let edition = log.edition(number);
            let edition = edition.ok_or_else(|| PressFault(format!("there is no edition {number}").into()))?;
            edition.document(language)
        }
    };
    made.map_err(|error| PressFault::of(&error))
}

fn packed(order: Order, had: Had, bytes: Vec<u8>) -> Packed {
    let stem = match order.of {
        Subject::Panel { code, edition, .. } => {
            let edition = edition.map_or_else(|| "draft".to_owned(), |number| format!("edition-{number}"));
            format!("visioncast-{code}-{edition}")
        }
        Subject::Initiative(_) => "visioncast-all-events".to_owned(),
    };
    Packed {
        name: match had {
            Had::Csv | Had::Json => format!("{stem}-{}.zip", had.name()),
            _ => format!("{stem}.{}", had.name()),
        },
        kind: had.kind(),
        bytes,
    }
}

/// Files in a zip.
pub(crate) fn zip(files: &[File]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        // Writing into memory does not fail, and the names are our own.
        if writer.start_file(&file.name, SimpleFileOptions::default()).is_ok() {
            let _ = writer.write_all(&file.bytes);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Something that is being made, or was.
pub(crate) struct Making<T>(watch::Receiver<Option<Outcome<T>>>);

impl<T> Making<T> {
    /// Waits until it is there.
    async fn done(mut self) -> Outcome<T> {
        match self.0.wait_for(Option::is_some).await {
            Ok(outcome) => outcome
                .clone()
                .unwrap_or_else(|| Err(PressFault("it was given up".into()))),
            // Whoever made it fell over.
            Err(error) => Err(PressFault::of(&error)),
        }
    }

    /// Waits so long; none where it is not there by then.
    pub(crate) async fn within(self, patience: Duration) -> Option<Outcome<T>> {
        tokio::time::timeout(patience, self.done()).await.ok()
    }
}

/// What was made lately, and what is in the making.
struct Shelf<K, T>(Arc<Mutex<Kept<K, T>>>);

struct Kept<K, T> {
    places: HashMap<K, Place<T>>,
    /// Counts up with each use.
    clock: u64,
}

struct Place<T> {
    outcome: watch::Receiver<Option<Outcome<T>>>,
    used: u64,
    /// How much it takes; none while it is being made.
    size: Option<usize>,
}

impl<K, T> Default for Shelf<K, T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Kept {
            places: HashMap::new(),
            clock: 0,
        })))
    }
}

impl<K: Copy + Eq + std::hash::Hash + Send + 'static, T: Send + Sync + 'static> Shelf<K, T> {
    /// What stands under `key`, or is being made for it; where there is nothing, `make` begins. What was used longest ago
    /// goes where more than `most` is kept; what could not be made is not kept.
    fn find(
        &self,
        key: K,
        size: fn(&T) -> usize,
        most: usize,
        make: impl Future<Output = Result<T, PressFault>> + Send + 'static,
    ) -> Making<T> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clock += 1;
        let clock = kept.clock;
        if let Some(place) = kept.places.get_mut(&key) {
            // Whoever made it may have fallen over without a word.
            if place.outcome.borrow().is_some() || place.outcome.has_changed().is_ok() {
                place.used = clock;
                return Making(place.outcome.clone());
            }
        }
        let (sender, outcome) = watch::channel(None);
        let place = Place {
            outcome: outcome.clone(),
            used: clock,
            size: None,
        };
        kept.places.insert(key, place);
        drop(kept);
        let shelf = Arc::clone(&self.0);
        tokio::spawn(async move {
            let made = make.await.map(Arc::new);
            let mut kept = shelf.lock().unwrap_or_else(PoisonError::into_inner);
            match &made {
                Ok(made) => kept.keep(&key, size(made), most),
                Err(error) => {
                    tracing::error!(%error, "failed to make a report");
                    kept.places.remove(&key);
                }
            }
            drop(kept);
            let _ = sender.send(Some(made));
        });
        Making(outcome)
    }
}

impl<K: Copy + Eq + std::hash::Hash, T> Kept<K, T> {
    fn keep(&mut self, key: &K, size: usize, most: usize) {
        if let Some(place) = self.places.get_mut(key) {
            place.size = Some(size);
        }
        while self.places.values().filter_map(|place| place.size).sum::<usize>() > most {
            let made = self.places.iter().filter(|(_, place)| place.size.is_some());
            let Some(oldest) = made.min_by_key(|(_, place)| place.used).map(|(key, _)| *key) else {
                return;
            };
            self.places.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    fn counting(made: &Arc<AtomicU32>) -> impl Future<Output = Result<u32, PressFault>> + Send + 'static + use<> {
        let made = Arc::clone(made);
        async move {
            tokio::task::yield_now().await;
            Ok(made.fetch_add(1, Ordering::Relaxed))
        }
    }

    #[tokio::test]
    async fn two_who_ask_at_once_get_the_same() {
        let shelf = Shelf::<u8, u32>::default();
        let made = Arc::default();
        let first = shelf.find(7, |_| 1, 2, counting(&made));
        let second = shelf.find(7, |_| 1, 2, counting(&made));
        let (first, second) = tokio::join!(first.done(), second.done());
        assert!(Arc::ptr_eq(&first.expect("made"), &second.expect("made")));
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }

    #[tokio::test]
    async fn what_was_used_longest_ago_goes_first() {
        let shelf = Shelf::<u8, u32>::default();
        let made = Arc::default();
        for key in [1, 2, 1, 3, 1, 2] {
            let found = shelf.find(key, |_| 1, 2, counting(&made));
            found.done().await.expect("made");
        }
        assert_eq!(made.load(Ordering::Relaxed), 4, "1, 2, 3, and 2 again");
    }

    #[tokio::test]
    async fn what_failed_or_fell_over_is_tried_again() {
        let shelf = Shelf::<u8, u32>::default();
        let failed = shelf.find(1, |_| 1, 2, async { Err(PressFault("no room on the disk".into())) });
        assert!(failed.done().await.is_err());
        let fell = shelf.find(1, |_| 1, 2, async { panic!("on purpose") });
        assert!(fell.done().await.is_err());
        let made = Arc::default();
        assert!(shelf.find(1, |_| 1, 2, counting(&made)).done().await.is_ok());
    }
}
