//! Named frameworks that panels are begun with. Every version is kept; only ever the next one is added, so that of two
//! people who change the same version one is told.

use async_trait::async_trait;
use uuid::Uuid;
use visioncast_model::{AccountId, Framework, Timestamp};

use super::StoreError;

/// The named frameworks.
#[async_trait]
pub(crate) trait FrameworkStore: Send + Sync {
    /// The last version of each framework, by name.
    async fn frameworks(&self) -> Result<Vec<FrameworkVersion>, StoreError>;
    /// The last version of a framework.
    async fn framework(&self, id: Uuid) -> Result<Option<FrameworkVersion>, StoreError>;
    /// A version of a framework.
    async fn framework_at(&self, id: Uuid, version: u32) -> Result<Option<FrameworkVersion>, StoreError>;
    /// At most `limit` versions of a framework, the last one first.
    async fn framework_versions(&self, id: Uuid, limit: u32) -> Result<Vec<FrameworkVersion>, StoreError>;
    /// Keeps the first version of a framework, or the one behind `after`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where `after` is no longer the last version.
    async fn keep_framework(&self, version: &FrameworkVersion, after: Option<u32>) -> Result<(), StoreError>;
    /// Removes a framework with all its versions; panels keep their copies. Returns whether there was one.
    async fn drop_framework(&self, id: Uuid) -> Result<bool, StoreError>;
}

/// A framework as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FrameworkVersion {
    pub(crate) id: Uuid,
    /// Its own version is what versions are counted by.
    pub(crate) framework: Framework,
    pub(crate) changed: Timestamp,
    /// Who changed it; nobody on the command line.
    pub(crate) account: Option<AccountId>,
    /// What they are called; is not kept with the version.
    pub(crate) by: Option<String>,
    /// What was changed, in words.
    pub(crate) what: String,
}
