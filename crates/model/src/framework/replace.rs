//! Going over to another framework as a whole: back to an earlier version, or on to a file that somebody changed by hand.

use std::collections::BTreeSet;

use super::{Domain, DomainChange, Framework, List, Removed};
use crate::DomainId;

impl Framework {
    /// What `other` says, as the version after this one: domains that are not in it are retired, entries that are not in
    /// it removed, and all that ever was stays traceable. `other` has been [checked](Self::checked).
    #[must_use]
    pub fn replaced_by(&self, other: &Self) -> Self {
        let mut history = self.history.clone();
        let ever: BTreeSet<DomainId> = self.fates().into_iter().map(|fate| fate.domain).collect();
        let listed = |framework: &Self, id| framework.domain(id).is_some();
        for Domain { id, .. } in &other.domains {
            if !ever.contains(id) {
                history.push(DomainChange::Added { domain: *id });
            } else if !listed(self, *id) {
                history.push(DomainChange::Restored { domain: *id });
            }
        }
        for past in other.fates() {
            if !ever.contains(&past.domain) && !listed(other, past.domain) {
                let (domain, name) = (past.domain, past.last_name);
                history.extend([DomainChange::Added { domain }, DomainChange::Retired { domain, name }]);
            }
        }
        for Domain { id, name } in self.domains.iter().filter(|domain| !listed(other, domain.id)) {
            let (domain, name) = (*id, name.clone());
            // Where the other one merged it into what is there still, that is what became of it.
            let into = other.today(domain).map(|into| into.id);
            history.push(match into {
                Some(into) => DomainChange::Merged { domain, name, into },
                None => DomainChange::Retired { domain, name },
            });
        }
        let mut next = Self {
            version: self.version.saturating_add(1),
            history,
            removed: self.removed_after(other),
            ..other.clone()
        };
        next.note_names(self);
        next
    }

    /// What was taken out of the lists, once `other` is what counts.
    fn removed_after(&self, other: &Self) -> Vec<Removed> {
        let mut removed: Vec<Removed> = self.removed.clone();
        for gone in &other.removed {
            if !removed
                .iter()
                .any(|known| known.list == gone.list && known.id == gone.id)
            {
                removed.push(gone.clone());
            }
        }
        for list in List::ALL.into_iter().filter(|list| *list != List::Domains) {
            for (id, text) in self.entries(list) {
                if !removed.iter().any(|known| known.list == list && known.id == id) {
                    let text = text.to_owned();
                    removed.push(Removed { list, id, text });
                }
            }
        }
        removed.retain(|gone| other.entry(gone.list, gone.id).is_none());
        removed
    }

    /// Remembers the last names, in `before`, of domains that have another now.
    pub(super) fn note_names(&mut self, before: &Self) {
        let renamed = before.fates().into_iter().filter_map(|fate| {
            let now = &self.domain(fate.domain)?.name;
            (*now != fate.last_name).then_some(DomainChange::Renamed {
                domain: fate.domain,
                from: fate.last_name,
            })
        });
        let renamed: Vec<_> = renamed.collect();
        self.history.extend(renamed);
    }
}
