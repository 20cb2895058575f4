//! What joins panels to each other: initiatives, and what is done to all panels of one.

mod archive;
mod carry;
mod comparison;
mod decisions;
mod erasure;
mod lineage;
mod mine;
mod report;
mod retention;
mod volunteers;

use uuid::Uuid;
use visioncast_model::{
    AccountId, CommandId, InitiativeId,
    initiative::{Change, Initiative, Keeping, Noted, Refusal, Role},
};

pub(crate) use archive::{Contacts, read_archive, restore_archive, write_archive};
pub(crate) use carry::{CarryError, Which, carry_over, offered};
pub(crate) use comparison::{compared, shares_statements};
pub(crate) use decisions::{bring, bring_latest, decided, recommended};
pub(crate) use erasure::{EraseError, erase, erase_idea};
pub(crate) use lineage::Lineage;
pub(crate) use mine::{own_events, set_quotable};
pub(crate) use report::{Events, mark};
pub(crate) use retention::{Due, due, enforce, until};
pub(crate) use volunteers::{ContactError, checked_contact, removal_code, removal_hash, volunteers_csv};

use crate::{
    live::now,
    store::{Account, SharedStore, StoreError},
};

/// How often a change is tried where somebody else makes one at the same moment.
const TRIES: usize = 8;

/// Why a change was not made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ChangeError {
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("{0}")]
    Store(#[from] StoreError),
}

/// Makes a change of an initiative, once for each `command`; returns the initiative as it is then.
///
/// # Errors
/// Where a rule is against it, or the store does not take it.
pub(crate) async fn change(
    store: &SharedStore,
    id: InitiativeId,
    who: Option<AccountId>,
    command: CommandId,
    wanted: Change,
) -> Result<Initiative, ChangeError> {
    for _ in 0..TRIES {
        let mut initiative = store.initiative(id).await?.unwrap_or(Initiative::unbegun(id));
        if initiative.has(command) {
            return Ok(initiative);
        }
        let noted = Noted {
            seq: initiative.seq().next(),
            at: now(),
            who,
            command,
            change: initiative.decide(who, wanted.clone())?,
        };
        match store.note(id, std::slice::from_ref(&noted)).await {
            Ok(()) => {
                initiative.apply(noted);
                return Ok(initiative);
            }
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Conflict.into())
}

/// Begins an initiative, of which `account` is the owner.
///
/// # Errors
/// As [`change`].
pub(crate) async fn begin(
    store: &SharedStore,
    account: &Account,
    name: &str,
    keeping: Keeping,
) -> Result<Initiative, ChangeError> {
    let id = InitiativeId(Uuid::new_v4());
    let begun = Change::Begun {
        name: name.to_owned(),
        keeping,
    };
    change(store, id, Some(account.id), CommandId(Uuid::new_v4()), begun).await?;
    join(store, id, account, Role::Owner).await
}

/// Makes somebody a member. Where they become the owner, the former one stays a facilitator.
///
/// # Errors
/// As [`change`].
pub(crate) async fn join(
    store: &SharedStore,
    id: InitiativeId,
    account: &Account,
    role: Role,
) -> Result<Initiative, ChangeError> {
    let fresh = || CommandId(Uuid::new_v4());
    let added = Change::MemberAdded {
        account: account.id,
        name: account.name.clone(),
        role: Role::Facilitator,
    };
    let initiative = match change(store, id, None, fresh(), added).await {
        Err(ChangeError::Refused(Refusal::MemberAlready(_))) => store.initiative(id).await?,
        joined => Some(joined?),
    };
    match (role, initiative) {
        (Role::Facilitator, Some(initiative)) => Ok(initiative),
        _ => change(store, id, None, fresh(), Change::HandedOver { to: account.id }).await,
    }
}
