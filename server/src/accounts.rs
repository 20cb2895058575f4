//! Facilitators' accounts: names, passwords, invitations.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use tokio::task::spawn_blocking;
use visioncast_model::{
    AccountId, TextError, Timestamp, checked_line,
    initiative::{Initiative, Role},
};

use crate::{
    initiative::{self, ChangeError},
    limits::Limits,
    live::{now, random_token},
    store::{Account, SharedStore, StoreError, TokenHash, token_hash},
};

/// The shortest password, in characters (NIST SP 800-63B asks for 8, and for 15 alone).
pub(crate) const PASSWORD_CHARS: usize = 12;
/// The longest, so that nobody makes the server hash a book.
pub(crate) const PASSWORD_CHARS_MOST: usize = 200;
/// The longest name.
pub(crate) const NAME_CHARS: usize = 60;
/// How long an invitation can be used, in seconds: three days.
const INVITATION_SECONDS: i64 = 3 * 24 * 60 * 60;
/// A hash of nothing, so that an unknown name takes as long as a wrong password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
    Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8";

/// Why an account was not made or entered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AccountError {
    #[error("the name cannot be taken: {0}")]
    Name(TextError),
    #[error("a password has {PASSWORD_CHARS} to {PASSWORD_CHARS_MOST} characters")]
    Password,
    #[error("the name is taken")]
    NameTaken,
    #[error("name and password do not match")]
    Mismatch,
    #[error("the invitation was used or has expired")]
    Invitation,
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("the password could not be hashed: {0}")]
    Hash(String),
    #[error("{0}")]
    Initiative(#[from] ChangeError),
}

/// Makes an invitation; returns the token for its link.
pub(crate) async fn invite(store: &SharedStore) -> Result<String, StoreError> {
    let token = random_token();
    let expires = now().plus_seconds(INVITATION_SECONDS);
    store.keep_invitation(token_hash(&token), expires).await?;
    Ok(token)
}

/// Uses an invitation up for a new account.
pub(crate) async fn accept(
    store: &SharedStore,
    limits: &Limits,
    invitation: TokenHash,
    name: &str,
    password: String,
) -> Result<Account, AccountError> {
    let name = checked_line(name, NAME_CHARS).map_err(AccountError::Name)?;
    if !(PASSWORD_CHARS..=PASSWORD_CHARS_MOST).contains(&password.chars().count()) {
        return Err(AccountError::Password);
    }
    // A taken name must not use the invitation up.
    if store.account_named(&name).await?.is_some() {
        return Err(AccountError::NameTaken);
    }
    let password_hash = hash(limits, password).await?;
    let invited = store.invited_into(invitation).await?;
    let first = !store.has_accounts().await?;
    if !store.use_invitation(invitation, now()).await? {
        return Err(AccountError::Invitation);
    }
    let account = Account {
        id: AccountId(uuid::Uuid::new_v4()),
        name,
        password_hash,
        created: now(),
    };
    match store.create_account(&account).await {
        Ok(()) => {}
        Err(StoreError::NameTaken(_)) => return Err(AccountError::NameTaken),
        Err(error) => return Err(error.into()),
    }
    let (initiative, owner) = match invited {
        Some((initiative, owner)) => (Some(initiative), owner),
        // What was there before anybody was belongs to the first who comes.
        None if first => (store.initiatives().await?.first().map(Initiative::id), true),
        None => (None, false),
    };
    if let Some(initiative) = initiative {
        let role = if owner { Role::Owner } else { Role::Facilitator };
        initiative::join(store, initiative, &account, role).await?;
    }
    Ok(account)
}

/// The account with that name and password.
pub(crate) async fn enter(
    store: &SharedStore,
    limits: &Limits,
    name: &str,
    password: String,
) -> Result<Account, AccountError> {
    let account = store.account_named(name.trim()).await?;
    let known = account
        .as_ref()
        .map_or(NOBODY, |account| &account.password_hash)
        .to_owned();
    let _turn = limits.passwords.acquire().await;
    let fits = spawn_blocking(move || {
        PasswordHash::new(&known)
            .is_ok_and(|known| Argon2::default().verify_password(password.as_bytes(), &known).is_ok())
    })
    .await
    .unwrap_or(false);
    account.filter(|_| fits).ok_or(AccountError::Mismatch)
}

/// Begins a session; returns the token for the cookie.
pub(crate) async fn begin_session(
    store: &SharedStore,
    account: AccountId,
    expires: Timestamp,
) -> Result<String, StoreError> {
    let token = random_token();
    store.keep_session(token_hash(&token), account, now(), expires).await?;
    Ok(token)
}

async fn hash(limits: &Limits, password: String) -> Result<String, AccountError> {
    let _turn = limits.passwords.acquire().await;
    spawn_blocking(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
    })
    .await
    .map_err(|error| AccountError::Hash(error.to_string()))?
    .map_err(|error| AccountError::Hash(error.to_string()))
}
