//! What became of the domains: none is ever lost from sight, whatever it was renamed to or merged into.

use std::collections::BTreeSet;

use super::{Domain, DomainChange, Framework};
use crate::DomainId;

/// What became of a domain that ever was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Its number.
    pub domain: DomainId,
    /// Whether it came in later than the first ones.
    pub added: bool,
    /// What it was called first.
    pub first_name: String,
    /// What it is called, or was called at its end.
    pub last_name: String,
    /// How it stands.
    pub standing: Standing,
}

/// How a domain that ever was stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is asked about.
    Alive,
    /// Its part is held by another: the one that it went into, or that this one went into in turn.
    Within(DomainId),
    /// It is no longer asked about, nor is what it went into.
    Retired,
}

impl DomainChange {
    /// The domain that changed.
    #[must_use]
    pub const fn domain(&self) -> DomainId {
        match self {
            Self::Added { domain }
            | Self::Renamed { domain, .. }
            | Self::Merged { domain, .. }
            | Self::Retired { domain, .. }
            | Self::Restored { domain } => *domain,
        }
    }

    /// What the domain was called before this, where the change says so.
    pub(super) fn name_before(&self) -> Option<&str> {
        match self {
            Self::Renamed { from, .. } => Some(from),
            Self::Merged { name, .. } | Self::Retired { name, .. } => Some(name),
            Self::Added { .. } | Self::Restored { .. } => None,
        }
    }
}

impl Framework {
    /// Where a domain that ever was is found today: itself, or the one that holds its part; none where it was retired, or
    /// never was.
    #[must_use]
    pub fn today(&self, id: DomainId) -> Option<&Domain> {
        let mut id = id;
        // A chain longer than the history would go in a circle.
        for _ in 0..=self.history.len() {
            if let Some(domain) = self.domain(id) {
                return Some(domain);
            }
            id = match self.end_of(id)? {
                DomainChange::Merged { into, .. } => *into,
                _ => return None,
            };
        }
        None
    }

    /// What became of every domain that ever was, in the order of their numbers.
    #[must_use]
    pub fn fates(&self) -> Vec<Fate> {
        let ever = self
            .domains
            .iter()
            .map(|domain| domain.id)
            .chain(self.history.iter().map(DomainChange::domain));
        let ever: BTreeSet<DomainId> = ever.collect();
        ever.into_iter().map(|id| self.fate(id)).collect()
    }

    fn fate(&self, id: DomainId) -> Fate {
        let changes = || self.history.iter().filter(|change| change.domain() == id);
        let now = self.domain(id).map(|domain| domain.name.as_str());
        let last = now.or_else(|| changes().rev().find_map(DomainChange::name_before));
        let first = changes().find_map(DomainChange::name_before).or(now);
        Fate {
            domain: id,
            added: changes().any(|change| matches!(change, DomainChange::Added { .. })),
            first_name: first.unwrap_or_default().to_owned(),
            last_name: last.unwrap_or_default().to_owned(),
            standing: match self.today(id) {
                Some(domain) if domain.id == id => Standing::Alive,
                Some(domain) => Standing::Within(domain.id),
                None => Standing::Retired,
            },
        }
    }

    /// How a domain that is no longer there came to its end, the last time.
    pub(super) fn end_of(&self, id: DomainId) -> Option<&DomainChange> {
        self.history.iter().rev().find(|change| {
            change.domain() == id && matches!(change, DomainChange::Merged { .. } | DomainChange::Retired { .. })
        })
    }

    /// A number that no domain ever had.
    pub(super) fn fresh_domain(&self) -> Option<DomainId> {
        let used = self.fates().last().map_or(0, |fate| fate.domain.0);
        used.checked_add(1).map(DomainId)
    }
}
