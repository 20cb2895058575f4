use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use base64::Engine as _;
use rand::RngExt as _;
use tokio::sync::mpsc;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use visioncast_model::{
    Actor, Command, CommandId, Context, Created, Epoch, JoinCode, Outcome, Panel, PanelId, Rejection,
};

use super::{
    handle::{Request, RoomHandle},
    now,
    room::Room,
};
use crate::store::{Batch, Entry, NewPanel, SharedStore, StoreError, Summary};

/// How many requests a room lets wait before its sockets have to.
const WAITING: usize = 4096;
/// How many codes to try before giving up: one collision among 387 million is rare enough.
const CODE_TRIES: usize = 5;

/// All live panels of this node.
#[derive(Clone)]
pub(crate) struct Rooms {
    pub(crate) store: SharedStore,
    /// Ends everything.
    pub(crate) stop: CancellationToken,
    /// Rooms and sockets that have to end before the process does.
    pub(crate) tasks: TaskTracker,
    live: Arc<Mutex<Live>>,
}

#[derive(Default)]
struct Live {
    rooms: HashMap<PanelId, RoomHandle>,
    /// Those that are being loaded, which may take long: whoever asks for one of them waits here, and nobody else.
    opening: HashMap<PanelId, Arc<tokio::sync::Mutex<()>>>,
}

impl Rooms {
    pub(crate) fn new(store: SharedStore) -> Self {
        Self {
            store,
            stop: CancellationToken::new(),
            tasks: TaskTracker::new(),
            live: Arc::default(),
        }
    }

    /// The room of a panel, loaded if it is not live yet.
    ///
    /// # Errors
    /// Where its log cannot be read.
    pub(crate) async fn open(&self, entry: Entry) -> Result<RoomHandle, StoreError> {
        let is_it = |handle: &RoomHandle| handle.entry.id == entry.id;
        if let Some(handle) = self.find_live(is_it) {
            return Ok(handle);
        }
        let turn = Arc::clone(self.live().opening.entry(entry.id).or_default());
        let _turn = turn.lock().await;
        if let Some(handle) = self.find_live(is_it) {
            return Ok(handle);
        }
        let panel = self.store.load(entry.id).await?;
        tracing::debug!(code = %entry.code, head = entry.head.0, "a panel goes live");
        let (requests, mailbox) = mpsc::channel(WAITING);
        let entry = Arc::new(entry);
        let handle = RoomHandle {
            entry: Arc::clone(&entry),
            requests,
        };
        let room = Room::new(entry, panel, Arc::clone(&self.store), mailbox);
        self.tasks.spawn(room.run(self.stop.clone()));
        let mut live = self.live();
        live.opening.remove(&handle.entry.id);
        live.rooms.insert(handle.entry.id, handle.clone());
        Ok(handle)
    }

    /// The room of the panel with that code; none where there is no such panel.
    ///
    /// # Errors
    /// Where the store does not answer or the log cannot be read.
    pub(crate) async fn find(&self, code: JoinCode) -> Result<Option<RoomHandle>, StoreError> {
        match self.find_live(|handle| handle.entry.code == code) {
            Some(handle) => Ok(Some(handle)),
            None => match self.store.find(code).await? {
                Some(entry) => Ok(Some(self.open(entry).await?)),
                None => Ok(None),
            },
        }
    }

    /// The room of the panel with that id; none where there is no such panel.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub(crate) async fn find_id(&self, id: PanelId) -> Result<Option<RoomHandle>, StoreError> {
        match self.find_live(|handle| handle.entry.id == id) {
            Some(handle) => Ok(Some(handle)),
            None => match self.store.find_id(id).await? {
                Some(entry) => Ok(Some(self.open(entry).await?)),
                None => Ok(None),
            },
        }
    }

    fn find_live(&self, is_it: impl Fn(&RoomHandle) -> bool) -> Option<RoomHandle> {
        let live = self.live();
        let mut open = live.rooms.values().filter(|handle| !handle.is_closed());
        open.find(|handle| is_it(handle)).cloned()
    }

    fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a panel; `created` says all but its id, code and seed, which are drawn here.
    ///
    /// # Errors
    /// The rejection, or what is wrong with the store.
    pub(crate) async fn begin(&self, actor: Actor, id: CommandId, created: Created) -> Result<Entry, BeginError> {
        let panel = PanelId(uuid::Uuid::new_v4());
        for _ in 0..CODE_TRIES {
            let code = JoinCode::from_random(rand::rng().random());
            let created = Created {
                panel,
                code,
                seed: rand::rng().random(),
                ..created.clone()
            };
            let command = Command::Create(Box::new(created));
            let outcome = {
                let mut context = Context {
                    now: now(),
                    fresh: &mut uuid::Uuid::new_v4,
                };
                Panel::default().decide(actor, id, &command, &mut context)?
            };
            let Outcome::New(decision) = outcome else {
                return Err(Rejection::IdReused.into());
            };
            let begun = Panel::replay(&decision.events, []);
            let entry = NewPanel {
                id: panel,
                code,
                epoch: Epoch(rand::rng().random()),
                screen_key: random_token(),
                created: now(),
            };
            let batch = Batch {
                events: &decision.events,
                words: &[],
                erased_words: &[],
                erased_people: &[],
                summary: Summary::of(&begun),
            };
            match self.store.create(&entry, &batch).await {
                Err(StoreError::CodeTaken(_)) => {}
                Err(error) => return Err(error.into()),
                Ok(()) => {
                    let found = self.store.find(code).await?;
                    return found.ok_or(BeginError::Store(StoreError::NoPanel(panel)));
                }
            }
        }
        Err(BeginError::NoCode)
    }

    /// Tells rooms that another node wrote, for as long as the process runs.
    pub(crate) async fn listen(self) {
        while !self.stop.is_cancelled() {
            let mut woken = match self.store.listen().await {
                Ok(woken) => woken,
                Err(error) => {
                    tracing::warn!(%error, "failed to listen for other nodes; polling goes on");
                    tokio::time::sleep(Duration::from_secs(5)).await;
                    continue;
                }
            };
            loop {
                let panel = tokio::select! {
                    () = self.stop.cancelled() => return,
                    panel = woken.recv() => panel,
                };
                let Some(panel) = panel else { break };
                let handle = self.find_live(|handle| handle.entry.id == panel);
                if let Some(handle) = handle {
                    // A full mailbox is awake anyway.
                    let _ = handle.requests.try_send(Request::Wake);
                }
            }
        }
    }
}

/// Why a panel did not begin.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BeginError {
    #[error("{0}")]
    Rejected(#[from] Rejection),
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("no free code was found: try again")]
    NoCode,
}

/// 256 random bits, as they stand in a link or a cookie.
pub(crate) fn random_token() -> String {
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(rand::rng().random::<[u8; 32]>())
}
