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
    ActivityId, Actor, Command, CommandId, Context, Created, Epoch, InitiativeId, JoinCode, Outcome, Panel, PanelId,
    Recorded, Rejection,
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
            alike: Arc::default(),
            words: Arc::default(),
        };
        let beside = (Arc::clone(&handle.alike), Arc::clone(&handle.words));
        let room = Room::new(entry, panel, Arc::clone(&self.store), mailbox, beside);
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
        self.begin_in(None, actor, id, created).await
    }

    /// Like [`Self::begin`], in an initiative; in the oldest where none is named.
    pub(crate) async fn begin_in(
        &self,
        initiative: Option<InitiativeId>,
        actor: Actor,
        id: CommandId,
        created: Created,
    ) -> Result<Entry, BeginError> {
        let panel = PanelId(uuid::Uuid::new_v4());
        for _ in 0..CODE_TRIES {
            let code = JoinCode::from_random(rand::rng().random());
            let created = Created {
                panel,
                code,
                seed: rand::rng().random(),
                ..created.clone()
            };
            let (entry, events) = begun(initiative, actor, id, created, random_token())?;
            match self.store.create(&entry, &first(&events)).await {
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

    /// Wipes a rehearsal and begins the real panel in its place: the same code, title, agenda and framework.
    ///
    /// # Errors
    /// [`StoreError::NoRehearsal`] where it is none; the rejection, or what else is wrong with the store.
    pub(crate) async fn start_for_real(
        &self,
        actor: Actor,
        id: CommandId,
        rehearsal: &RoomHandle,
    ) -> Result<Entry, BeginError> {
        let old = &rehearsal.entry;
        let prepared = rehearsal.look(|panel| {
            let created = panel.anew(&mut || ActivityId(uuid::Uuid::new_v4()));
            created.filter(|_| panel.is_rehearsal())
        });
        let prepared = prepared.await.ok_or(StoreError::NoPanel(old.id))?;
        let created = Created {
            panel: PanelId(uuid::Uuid::new_v4()),
            seed: rand::rng().random(),
            ..prepared.ok_or(StoreError::NoRehearsal(old.id))?
        };
        let (panel, screen_key) = (created.panel, old.screen_key.clone());
        let initiative = self.store.initiative_of(old.id).await?;
        let (entry, events) = begun(initiative, actor, id, created, screen_key)?;
        self.store.replace(old.id, &entry, &first(&events)).await?;
        self.live().rooms.remove(&old.id);
        // On this node, and on others, the room of the rehearsal finds that it is gone.
        rehearsal.ask(Request::Wake).await;
        if let Err(error) = self.store.notify(old.id).await {
            tracing::warn!(code = %old.code, %error, "failed to wake other nodes; they poll");
        }
        let found = self.store.find(old.code).await?;
        found.ok_or(BeginError::Store(StoreError::NoPanel(panel)))
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

/// The first events of a panel, and its place in the directory.
fn begun(
    initiative: Option<InitiativeId>,
    actor: Actor,
    id: CommandId,
    created: Created,
    screen_key: String,
) -> Result<(NewPanel, Vec<Recorded>), Rejection> {
    let entry = NewPanel {
        id: created.panel,
        code: created.code,
        epoch: Epoch(rand::rng().random()),
        screen_key,
        created: now(),
        initiative,
    };
    let command = Command::Create(Box::new(created));
    let mut context = Context {
        now: now(),
        fresh: &mut uuid::Uuid::new_v4,
        findings: Vec::new(),
    };
    match Panel::default().decide(actor, id, &command, &mut context)? {
        Outcome::New(decision) => Ok((entry, decision.events)),
        Outcome::Already(_) => Err(Rejection::IdReused),
    }
}

/// What is written of a panel that begins.
fn first(events: &[Recorded]) -> Batch<'_> {
    Batch {
        events,
        words: &[],
        erased_words: &[],
        erased_people: &[],
        summary: Summary::of(&Panel::replay(events, [])),
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
    #[error("{0}")]
    Initiative(#[from] crate::initiative::ChangeError),
    /// In words for whoever began it.
    #[error("{0}")]
    Said(String),
}

/// 256 random bits, as they stand in a link or a cookie.
pub(crate) fn random_token() -> String {
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(rand::rng().random::<[u8; 32]>())
}
