//! Who comes in, and by what: links, tickets, the roll of names. Secrets are known by their hashes alone.

use async_trait::async_trait;
use visioncast_model::{PanelId, Role, Timestamp};

use super::{StoreError, TokenHash};

/// A link that makes whoever opens it a panelist, or the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) token: TokenHash,
    pub(crate) panel: PanelId,
    /// [`Role::Panelist`] or [`Role::Board`].
    pub(crate) role: Role,
    /// For whom or what it was made.
    pub(crate) label: String,
    pub(crate) created: Timestamp,
    pub(crate) expires: Timestamp,
    pub(crate) revoked: bool,
}

impl Link {
    /// Whether it opens anything at `now`.
    pub(crate) fn is_valid(&self, now: Timestamp) -> bool {
        !self.revoked && self.expires > now
    }
}

/// A ticket as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StoredTicket {
    pub(crate) panel: PanelId,
    /// What the device knows that used it; none where nobody did.
    pub(crate) claim: Option<TokenHash>,
    pub(crate) void: bool,
}

/// Who a panel lets in, as an archive takes it along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Door {
    /// By the tickets' hashes, in their order.
    pub(crate) tickets: Vec<(TokenHash, StoredTicket)>,
    /// Each name on the roll, and whether it was checked.
    pub(crate) names: Vec<(String, bool)>,
}

/// What became of a ticket that somebody came with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claimed {
    /// It was new, or this device sends it again.
    Yes,
    /// Another device used it.
    ByAnother,
    /// There is no such ticket here, or it is void.
    No,
}

/// How many tickets a panel has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TicketCount {
    pub(crate) kept: u32,
    pub(crate) used: u32,
    pub(crate) void: u32,
}

/// The tables of the door.
#[async_trait]
pub(crate) trait DoorStore: Send + Sync {
    /// Keeps a new link.
    async fn keep_link(&self, link: &Link) -> Result<(), StoreError>;
    /// The link with that token, whether or not it still opens anything.
    async fn link(&self, token: TokenHash) -> Result<Option<Link>, StoreError>;
    /// All links of a panel, newest first.
    async fn links(&self, panel: PanelId) -> Result<Vec<Link>, StoreError>;
    /// Revokes a link of that panel; false where it was revoked, or there is none.
    async fn revoke_link(&self, panel: PanelId, token: TokenHash) -> Result<bool, StoreError>;

    /// Keeps new tickets, unless there were more of them then than the log says were `made`: false where that is so, and
    /// none is kept.
    async fn keep_tickets(&self, panel: PanelId, tickets: &[TokenHash], made: u32) -> Result<bool, StoreError>;
    /// The ticket with that hash, of whichever panel.
    async fn ticket(&self, ticket: TokenHash) -> Result<Option<StoredTicket>, StoreError>;
    /// All tickets of a panel by their hashes, in the order of these: it tells nothing of when they were made or used.
    async fn tickets(&self, panel: PanelId) -> Result<Vec<(TokenHash, StoredTicket)>, StoreError>;
    /// Uses a ticket up for whoever knows what `claim` is of. One of two at once wins, and may come again.
    async fn claim_ticket(&self, panel: PanelId, ticket: TokenHash, claim: TokenHash) -> Result<Claimed, StoreError>;
    /// Gives a ticket back that let nobody in after all.
    async fn release_ticket(&self, ticket: TokenHash, claim: TokenHash) -> Result<(), StoreError>;
    /// Makes a ticket that nobody used void; false where somebody did, or there is none.
    async fn void_ticket(&self, panel: PanelId, ticket: TokenHash) -> Result<bool, StoreError>;
    /// How many tickets there are.
    async fn count_tickets(&self, panel: PanelId) -> Result<TicketCount, StoreError>;

    /// Puts names on the roll; returns how many were not on it already.
    async fn add_names(&self, panel: PanelId, names: &[String]) -> Result<u32, StoreError>;
    /// The roll, by name: each with whether it was checked.
    async fn names(&self, panel: PanelId) -> Result<Vec<(String, bool)>, StoreError>;
    /// Checks a name, or takes that back; false where it was so already, or there is no such name. When it was done can
    /// be told from no table: all rows are written anew each time.
    async fn check_name(&self, panel: PanelId, name: &str, checked: bool) -> Result<bool, StoreError>;
    /// Takes all names off the roll; returns how many there were.
    async fn drop_names(&self, panel: PanelId) -> Result<u64, StoreError>;
}

/// A name as it is compared: without regard to case, and to how much space stands between its words.
pub(crate) fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
