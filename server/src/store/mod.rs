//! What is durable: an append-only log per panel, the words apart, snapshots, and the tables beside
//! them. Two engines, one behaviour: the same suite runs against both.

mod address;
mod backup;
mod door;
mod error;
mod frameworks;
mod initiatives;
mod migration;
mod postgres;
mod replay;
mod row;
mod snapshot;
mod sqlite;
#[cfg(test)]
pub(crate) mod tests;

use std::sync::Arc;

use async_trait::async_trait;
use sha2::{Digest as _, Sha256};
use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::mpsc,
};
use visioncast_model::{
    AccountId, Epoch, InitiativeId, JoinCode, Panel, PanelId, PersonId, Recorded, Seq, Status, Timestamp, Words,
    WordsId,
};

use address::Address;
pub(crate) use address::DEFAULT_ADDRESS;
pub(crate) use backup::{backup, restore};
pub(crate) use door::{Claimed, Door, DoorStore, Link, StoredTicket, TicketCount, folded};
pub(crate) use error::StoreError;
pub(crate) use frameworks::{FrameworkStore, FrameworkVersion};
pub(crate) use initiatives::{InitiativeStore, TakenIn, Volunteer, VolunteerStore};

/// The store as everything else holds it.
pub(crate) type SharedStore = Arc<dyn Store>;

/// Opens the database at `address`, makes it where a file is missing, and brings its tables up to date.
///
/// # Errors
/// Where the address names no database, or the database cannot be used: each [`StoreError`] says what
/// to do.
pub(crate) async fn open(address: &str) -> Result<SharedStore, StoreError> {
    Ok(match Address::read(address)? {
        Address::Sqlite(file) => Arc::new(sqlite::Engine::open(&file).await?),
        Address::Postgres(address) => Arc::new(postgres::Engine::open(&address).await?),
    })
}

/// Opens the database at `address` to read it, beside a server that writes; makes and changes nothing.
///
/// # Errors
/// As [`open`]; [`StoreError::Missing`] where there is none, [`StoreError::Older`] where its tables
/// are not up to date. Whatever would write fails with [`StoreError::ReadOnly`].
pub(crate) async fn open_existing(address: &str) -> Result<SharedStore, StoreError> {
    Ok(match Address::read(address)? {
        Address::Sqlite(file) => Arc::new(sqlite::Engine::open_existing(&file).await?),
        Address::Postgres(address) => Arc::new(postgres::Engine::open_existing(&address).await?),
    })
}

/// Everything durable.
pub(crate) trait Store:
    EventStore + AccountStore + DoorStore + FrameworkStore + InitiativeStore + VolunteerStore
{
}
impl<T: EventStore + AccountStore + DoorStore + FrameworkStore + InitiativeStore + VolunteerStore> Store for T {}

/// The logs of all panels.
#[async_trait]
pub(crate) trait EventStore: Send + Sync {
    /// Puts a new panel, with its first events, into the directory and the log.
    ///
    /// # Errors
    /// [`StoreError::CodeTaken`] where another panel has the code.
    async fn create(&self, entry: &NewPanel, batch: &Batch<'_>) -> Result<(), StoreError>;

    /// Puts a new panel in the place of a rehearsal, under its code and its projector's key. In the same transaction goes all
    /// that the rehearsal held: its log, words, seats, links and snapshot.
    ///
    /// # Errors
    /// [`StoreError::NoPanel`]; [`StoreError::NoRehearsal`] where it is none. Then nothing changes.
    async fn replace(&self, rehearsal: PanelId, entry: &NewPanel, batch: &Batch<'_>) -> Result<(), StoreError>;

    /// The directory entry of the panel with that code.
    async fn find(&self, code: JoinCode) -> Result<Option<Entry>, StoreError>;

    /// The directory entry of the panel with that id.
    async fn find_id(&self, id: PanelId) -> Result<Option<Entry>, StoreError>;

    /// The directory entry of the panel whose projector has that key.
    async fn find_screen(&self, key: &str) -> Result<Option<Entry>, StoreError>;

    /// All panels, newest first.
    async fn panels(&self) -> Result<Vec<Entry>, StoreError>;

    /// The panel as it stands: newest usable snapshot, the events behind it, the words.
    ///
    /// # Errors
    /// [`StoreError::NoPanel`]; [`StoreError::Corrupt`] where the log has a gap or an event that
    /// this version cannot read.
    async fn load(&self, panel: PanelId) -> Result<Panel, StoreError>;

    /// The last event of the log.
    async fn head(&self, panel: PanelId) -> Result<Seq, StoreError>;

    /// At most `limit` events behind `after`, in order, with the words that they refer to and that
    /// are still there.
    async fn tail(&self, panel: PanelId, after: Seq, limit: u32) -> Result<Tail, StoreError>;

    /// A turn at writing. Until it is appended or dropped, no other process writes to this panel.
    /// It brings what others wrote behind `after`.
    async fn turn(&self, panel: PanelId, after: Seq) -> Result<Box<dyn Turn>, StoreError>;

    /// Keeps a snapshot in place of the earlier one.
    async fn keep_snapshot(&self, panel: &Panel) -> Result<(), StoreError>;

    /// Tells other processes that there is something to read; they would find it within a second
    /// anyway. Some 20 to 50 ms apart and outside an append: it takes a lock that all writers share.
    async fn notify(&self, panel: PanelId) -> Result<(), StoreError>;

    /// The panels that other processes wrote to, as they say so; never ends by itself, though some
    /// of it is lost with a connection.
    async fn listen(&self) -> Result<mpsc::Receiver<PanelId>, StoreError>;

    /// Ends all connections once they are idle. What was appended is durable without it.
    async fn close(&self);
}

/// A turn at writing to one panel.
#[async_trait]
pub(crate) trait Turn: Send {
    /// What others wrote since; empty after the first call.
    fn take_tail(&mut self) -> Tail;

    /// Appends in one transaction; when this returns, it is durable.
    async fn append(self: Box<Self>, batch: &Batch<'_>) -> Result<(), StoreError>;
}

/// Events with the words that are still there.
#[derive(Debug, Default)]
pub(crate) struct Tail {
    pub(crate) events: Vec<Recorded>,
    pub(crate) words: Vec<Words>,
}

/// What one transaction writes.
#[derive(Debug)]
pub(crate) struct Batch<'a> {
    /// Contiguous, right behind the head.
    pub(crate) events: &'a [Recorded],
    /// New words.
    pub(crate) words: &'a [Words],
    /// Words that go for ever, those of this batch too; and people with whom go their seats and all
    /// that they wrote before this batch.
    pub(crate) erased_words: &'a [WordsId],
    pub(crate) erased_people: &'a [PersonId],
    /// What the directory says of the panel from now on.
    pub(crate) summary: Summary,
}

/// What the directory says of a panel without opening its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    pub(crate) title: String,
    pub(crate) status: Status,
    pub(crate) rehearsal: bool,
    pub(crate) people: u32,
    pub(crate) ideas: u32,
}

impl Summary {
    pub(crate) fn of(panel: &Panel) -> Self {
        Self {
            title: panel.title().to_owned(),
            status: panel.status(),
            rehearsal: panel.is_rehearsal(),
            people: panel.people().len() as u32,
            ideas: panel.ideas().len() as u32,
        }
    }
}

/// A panel that is about to be.
#[derive(Clone, Debug)]
pub(crate) struct NewPanel {
    pub(crate) id: PanelId,
    pub(crate) code: JoinCode,
    pub(crate) epoch: Epoch,
    /// Random; where its projector is.
    pub(crate) screen_key: String,
    pub(crate) created: Timestamp,
    /// Whose it is; the oldest initiative's where none is named.
    pub(crate) initiative: Option<InitiativeId>,
}

/// A panel in the directory.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) id: PanelId,
    pub(crate) code: JoinCode,
    pub(crate) epoch: Epoch,
    pub(crate) screen_key: String,
    pub(crate) created: Timestamp,
    pub(crate) head: Seq,
    pub(crate) summary: Summary,
}

/// SHA-256 of a secret that a browser holds; the secret itself is never stored.
pub(crate) type TokenHash = [u8; 32];

/// What is stored of the secret `token`, which is random enough to need neither salt nor delay.
pub(crate) fn token_hash(token: &str) -> TokenHash {
    Sha256::digest(token.as_bytes()).into()
}

/// A hash in hexadecimal.
pub(crate) fn hexadecimal(hash: &TokenHash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A hash that was written in hexadecimal; none where that is no hash.
pub(crate) fn read_hexadecimal(text: &str) -> Option<TokenHash> {
    let bytes: Option<Vec<u8>> = (0..text.len())
        .step_by(2)
        .map(|place| u8::from_str_radix(text.get(place..place + 2)?, 16).ok())
        .collect();
    bytes?.try_into().ok()
}

/// Runs what takes long without a pause, so that other tasks of this thread need not wait for it.
fn aside<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}

/// Who may do what: the tables beside the logs.
#[async_trait]
pub(crate) trait AccountStore: Send + Sync {
    /// Whether there is any account yet.
    async fn has_accounts(&self) -> Result<bool, StoreError>;
    /// Keeps a new account.
    ///
    /// # Errors
    /// [`StoreError::NameTaken`], compared without regard to case.
    async fn create_account(&self, account: &Account) -> Result<(), StoreError>;
    /// The account with that name, without regard to case.
    async fn account_named(&self, name: &str) -> Result<Option<Account>, StoreError>;

    /// Keeps a session until `expires`; drops what has expired by `now`.
    async fn keep_session(
        &self,
        token: TokenHash,
        account: AccountId,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StoreError>;
    /// The account of a session that has not expired.
    async fn session(&self, token: TokenHash, now: Timestamp) -> Result<Option<Account>, StoreError>;
    /// Ends a session.
    async fn drop_session(&self, token: TokenHash) -> Result<(), StoreError>;

    /// Keeps an invitation to make an account, until `expires`.
    async fn keep_invitation(&self, token: TokenHash, expires: Timestamp) -> Result<(), StoreError>;
    /// Whether an invitation can still be used.
    async fn has_invitation(&self, token: TokenHash, now: Timestamp) -> Result<bool, StoreError>;
    /// Uses an invitation up; false where it was used, unknown or expired. One of two at once wins. With the first
    /// account's all others go: they are links of earlier starts.
    async fn use_invitation(&self, token: TokenHash, now: Timestamp) -> Result<bool, StoreError>;

    /// Keeps which person of a panel a phone is, unless it is somebody there already; returns who it is.
    async fn take_seat(&self, token: TokenHash, panel: PanelId, person: PersonId) -> Result<PersonId, StoreError>;
    /// Keeps which person of a panel a phone is.
    async fn keep_seat(&self, token: TokenHash, panel: PanelId, person: PersonId) -> Result<(), StoreError>;
    /// Which person of that panel a phone is.
    async fn seat(&self, token: TokenHash, panel: PanelId) -> Result<Option<PersonId>, StoreError>;
}

/// A facilitator's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) id: AccountId,
    pub(crate) name: String,
    /// In the PHC format.
    pub(crate) password_hash: String,
    pub(crate) created: Timestamp,
}
