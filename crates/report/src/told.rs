//! What editions of a report told of groups of people, and kept back: decided once, and kept in later editions.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use visioncast_analysis::{Edition, SMALLEST_CELL};

/// What editions of a report of one panel told of groups of people, oldest first. Given to the next edition, it keeps back
/// there what was kept back once, and every count whose difference to an earlier one would point at somebody.
///
/// Plain data, in no language: it can be stored with an edition, or made again from what the editions were made from
/// ([`Told::by`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// Per table, what each edition told that said something new.
    tables: BTreeMap<String, Vec<Counts>>,
    /// Numbers that stand alone and were kept back.
    kept_back: BTreeSet<String>,
}

/// One table in one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counts {
    total: u32,
    /// By a name that never changes; none where it was kept back.
    groups: BTreeMap<String, Option<u32>>,
}

/// What an edition in the making tells, beside the earlier ones.
#[derive(Debug)]
pub(crate) struct Ledger<'a> {
    earlier: &'a Told,
    told: Told,
}

/// A table as an edition may tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) counts: Vec<Option<u32>>,
    /// Whether it is that of an earlier edition, since what changed would point at somebody.
    pub(crate) earlier: bool,
}

impl<'a> Ledger<'a> {
    pub(crate) fn new(earlier: &'a Told) -> Self {
        Self {
            earlier,
            told: earlier.clone(),
        }
    }

    /// What all editions told, this one too.
    pub(crate) fn close(self) -> Told {
        self.told
    }

    /// What earlier editions told of these groups; of a group that they did not know, nothing.
    pub(crate) fn earlier(&self, table: &str, groups: &[String]) -> Vec<Edition> {
        let editions = self.earlier.tables.get(table).into_iter().flatten();
        let aligned = |counts: &Counts| Edition {
            total: counts.total,
            counts: groups
                .iter()
                .map(|group| counts.groups.get(group).copied().flatten())
                .collect(),
        };
        editions.map(aligned).collect()
    }

    /// Notes what this edition tells. A total under [`SMALLEST_CELL`] leaves nothing to tell or to keep.
    pub(crate) fn note(&mut self, table: &str, groups: &[String], edition: &Edition) {
        if edition.total < SMALLEST_CELL {
            return;
        }
        let counts = Counts {
            total: edition.total,
            groups: groups.iter().cloned().zip(edition.counts.iter().copied()).collect(),
        };
        let editions = self.told.tables.entry(table.to_owned()).or_default();
        if editions.last() != Some(&counts) {
            editions.push(counts);
        }
    }

    /// What may be told of `counts` in this edition; where nothing new may be, the last edition stands.
    pub(crate) fn next(&mut self, table: &str, groups: &[String], counts: &[u32], total: u32) -> Standing {
        let mut earlier = self.earlier(table, groups);
        if let Some(edition) = Edition::after(&earlier, counts, total) {
            self.note(table, groups, &edition);
            return Standing {
                counts: edition.counts,
                earlier: false,
            };
        }
        match earlier.pop() {
            Some(last) => Standing {
                counts: last.counts,
                earlier: true,
            },
            None => Standing {
                counts: vec![None; counts.len()],
                earlier: false,
            },
        }
    }

    /// Whether an earlier edition kept this number back.
    pub(crate) fn was_kept_back(&self, number: &str) -> bool {
        self.earlier.kept_back.contains(number)
    }

    pub(crate) fn keep_back(&mut self, number: String) {
        self.told.kept_back.insert(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_was_kept_back_stays_so_and_small_changes_wait() {
        let groups = names(&["1", "2", "3"]);
        let nothing = Told::default();
        let mut ledger = Ledger::new(&nothing);
        let first = ledger.next("room", &groups, &[30, 8, 3], 41);
        assert_eq!(first.counts, [Some(30), None, None]);
        let told = ledger.close();

        let mut ledger = Ledger::new(&told);
        let second = ledger.next("room", &groups, &[30, 20, 20], 70);
        assert_eq!((second.counts, second.earlier), (vec![Some(30), None, None], false));
        let third = ledger.next("room", &groups, &[31, 8, 3], 42);
        assert_eq!((third.counts, third.earlier), (vec![Some(30), None, None], true));
    }

    #[test]
    fn a_new_group_and_an_old_one_do_not_mix() {
        let nothing = Told::default();
        let mut ledger = Ledger::new(&nothing);
        ledger.next("room", &names(&["1", "2"]), &[20, 20], 40);
        let told = ledger.close();
        let ledger = Ledger::new(&told);
        let earlier = ledger.earlier("room", &names(&["3", "2"]));
        assert_eq!(earlier[0].counts, [None, Some(20)]);
    }

    #[test]
    fn it_is_plain_data() {
        let nothing = Told::default();
        let mut ledger = Ledger::new(&nothing);
        ledger.next("room", &names(&["1", "2"]), &[20, 20], 40);
        ledger.keep_back("n".to_owned());
        let told = ledger.close();
        let json = serde_json::to_string(&told).expect("JSON");
        assert_eq!(serde_json::from_str::<Told>(&json).expect("read back"), told);
    }
}
