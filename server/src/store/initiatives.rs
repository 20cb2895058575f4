//! Initiatives and what belongs to them: their logs, which panels are theirs, people's own links, and, apart from all of
//! it, the volunteers.

use async_trait::async_trait;
use uuid::Uuid;
use visioncast_model::{
    InitiativeId, PanelId, PersonId,
    initiative::{Initiative, Noted},
};

use super::{Batch, Door, Entry, NewPanel, StoreError, TokenHash};

/// The logs of all initiatives, and which panels are theirs.
#[async_trait]
pub(crate) trait InitiativeStore: Send + Sync {
    /// All initiatives, oldest first. There is always one.
    async fn initiatives(&self) -> Result<Vec<Initiative>, StoreError>;
    /// The initiative with that id.
    async fn initiative(&self, id: InitiativeId) -> Result<Option<Initiative>, StoreError>;
    /// Keeps changes right behind the last one; the first ones make the initiative.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where somebody else changed it meanwhile.
    async fn note(&self, id: InitiativeId, changes: &[Noted]) -> Result<(), StoreError>;

    /// Takes a whole initiative in, all of it or nothing.
    ///
    /// # Errors
    /// [`StoreError::CodeTaken`] where another panel has a code of one of its panels; [`StoreError::Conflict`] where
    /// anything of it is here already.
    async fn take_in(&self, taken: &TakenIn<'_>) -> Result<(), StoreError>;

    /// Whose a panel is.
    async fn initiative_of(&self, panel: PanelId) -> Result<Option<InitiativeId>, StoreError>;
    /// The panels of an initiative, oldest first.
    async fn panels_of(&self, initiative: InitiativeId) -> Result<Vec<Entry>, StoreError>;

    /// Makes an invitation that is kept one into an initiative, perhaps as its owner.
    async fn invite_into(&self, token: TokenHash, initiative: InitiativeId, owner: bool) -> Result<(), StoreError>;
    /// Into which initiative an invitation is, and whether as its owner.
    async fn invited_into(&self, token: TokenHash) -> Result<Option<(InitiativeId, bool)>, StoreError>;

    /// Keeps a link by which somebody sees what is theirs, in each of these panels.
    async fn keep_own_link(&self, token: TokenHash, seats: &[(PanelId, PersonId)]) -> Result<(), StoreError>;
    /// Who the holder of a link is, and in which panels.
    async fn own_link(&self, token: TokenHash) -> Result<Vec<(PanelId, PersonId)>, StoreError>;
    /// Who is known to be the same person in several panels of an initiative: the seats of each link by which somebody sees
    /// what is theirs.
    async fn own_links(&self, initiative: InitiativeId) -> Result<Vec<Vec<(PanelId, PersonId)>>, StoreError>;
    /// How many links show what is that person's.
    async fn own_links_of(&self, panel: PanelId, person: PersonId) -> Result<u64, StoreError>;
    /// Revokes all links that show what is that person's.
    async fn revoke_own_links(&self, panel: PanelId, person: PersonId) -> Result<(), StoreError>;
    /// Forgets which phone, and which link, is which person of a panel; returns how many phones there were.
    async fn forget_seats(&self, panel: PanelId) -> Result<u64, StoreError>;
    /// How many phones are known in a panel.
    async fn seats_of(&self, panel: PanelId) -> Result<u64, StoreError>;
}

/// An initiative from elsewhere.
pub(crate) struct TakenIn<'a> {
    pub(crate) id: InitiativeId,
    pub(crate) log: &'a [Noted],
    pub(crate) panels: &'a [(NewPanel, Batch<'a>, &'a Door)],
    pub(crate) volunteers: &'a [Volunteer],
}

/// The volunteers. Nothing here names a person of a panel, and nothing is kept in the order in which it came.
#[async_trait]
pub(crate) trait VolunteerStore: Send + Sync {
    /// Keeps a volunteer, and writes the list of that initiative anew in random order; false where the id is there.
    async fn keep_volunteer(&self, volunteer: &Volunteer) -> Result<bool, StoreError>;
    /// The volunteers of an initiative, in no order.
    async fn volunteers(&self, initiative: InitiativeId) -> Result<Vec<Volunteer>, StoreError>;
    /// Takes out whoever signed up with that contact and has that code; returns how many entries went.
    async fn remove_volunteer(
        &self,
        initiative: InitiativeId,
        contact: &str,
        removal: TokenHash,
    ) -> Result<u64, StoreError>;
    /// Takes out all of an initiative; returns how many entries went.
    async fn drop_volunteers(&self, initiative: InitiativeId) -> Result<u64, StoreError>;
}

/// Somebody who would help, and how they are reached.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Volunteer {
    /// Random; nothing else bears it.
    pub(crate) id: Uuid,
    pub(crate) initiative: InitiativeId,
    /// Where they signed up.
    pub(crate) panel: PanelId,
    /// An address or a number, as it is compared.
    pub(crate) contact: String,
    /// Empty where they gave none.
    pub(crate) name: String,
    /// The numbers of the domains that they would help in.
    pub(crate) domains: Vec<u16>,
    /// The numbers of the steps that they would help with.
    pub(crate) steps: Vec<u16>,
    /// What they agreed to, word for word.
    pub(crate) consent: String,
    /// What is kept of the code by which they can leave again.
    pub(crate) removal: TokenHash,
}
