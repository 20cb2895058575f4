//! What a framework must be, whoever wrote it: each flaw with its place.

use std::collections::{BTreeMap, BTreeSet};

use super::{DomainChange, Framework, List, Part};
use crate::{DomainId, LINE_CHARS, TextError, checked_line, checked_words};

/// How many wants a constituency has at most: each is a line to confirm or challenge on a phone.
pub(super) const WANTS: usize = 20;
/// How many changes of domains, and how many removed entries, are remembered: twenty years of weekly changes. A file with
/// more was not made by hand.
pub(super) const CHANGES: usize = 1_000;

/// A flaw of a framework, and where it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {flaw}")]
pub struct Fault {
    /// As in `constituencies[2].wants[0]`; places are counted from 0.
    pub path: String,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// What is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Words that cannot be taken.
    #[error("{words}{advice}", words = .0, advice = advice(*.0))]
    Text(TextError),
    /// More entries than fit.
    #[error("{actual} are too many, {limit} fit: leave some out, or put them together")]
    TooMany {
        /// How many fit.
        limit: usize,
        /// How many there are.
        actual: usize,
    },
    /// A number below 1.
    #[error("numbers begin at 1")]
    Zero,
    /// A number that another entry has.
    #[error("the number {id} is taken by {by}: give this one another")]
    SameNumber {
        /// The number.
        id: u16,
        /// Where it stands first.
        by: String,
    },
    /// Words that another entry has.
    #[error("“{text}” is there already, as {by}: reword one of them")]
    SameWords {
        /// The words.
        text: String,
        /// Where they stand first.
        by: String,
    },
    /// A number that was given before.
    #[error(
        "the number {id} was that of “{text}”, which was taken out, and is never given again: give this one another"
    )]
    Reused {
        /// The number.
        id: u16,
        /// What had it.
        text: String,
    },
    /// A domain that neither is nor was.
    #[error("there is no domain {0}, and never was: correct the number, or leave this change out")]
    NoDomain(DomainId),
    /// A merge of domains in a circle, or into itself.
    #[error("domain {domain} goes into {into}, which goes back into {domain}: a circle. Leave one of these merges out")]
    Circle {
        /// What is merged.
        domain: DomainId,
        /// Into what.
        into: DomainId,
    },
    /// A change of a domain, or into one, that was not there by then.
    #[error("domain {0} was not there by then: correct the number, or the order of the changes")]
    Ended(DomainId),
    /// A domain that comes in, or back, though it was there.
    #[error("domain {0} was there by then: leave this change out")]
    There(DomainId),
    /// A domain that ended, and is listed.
    #[error("the history says that domain {0} ended: leave it out here, or add a change `restored`")]
    Undead(DomainId),
    /// A list whose entries are not remembered here.
    #[error("domains are remembered in the history: write a change `retired` there")]
    WrongList,
}

fn advice(error: TextError) -> &'static str {
    match error {
        TextError::Empty => ": write a few words, or leave the entry out",
        TextError::TooLong { .. } => ": shorten it",
        TextError::ControlCharacter => " or a line break: take it out",
    }
}

/// Whether the numbers of a list may begin at 0: the groups of a conversation keep what Polis calls them.
const fn from_zero(list: List) -> bool {
    matches!(list, List::Constituencies)
}

/// Faults as they are found.
#[derive(Default)]
struct Found(Vec<Fault>);

impl Found {
    fn push(&mut self, path: String, flaw: Flaw) {
        self.0.push(Fault { path, flaw });
    }

    fn line(&mut self, path: &str, text: &mut String, longest: usize) {
        match checked_line(text, longest) {
            Ok(checked) => *text = checked,
            Err(error) => self.push(path.to_owned(), Flaw::Text(error)),
        }
    }

    fn count(&mut self, path: &str, actual: usize, limit: usize) {
        if actual > limit {
            self.push(path.to_owned(), Flaw::TooMany { limit, actual });
        }
    }

    /// Finds words that stand twice, without regard to case.
    fn different(&mut self, texts: impl Iterator<Item = (String, String)>) {
        let mut seen = BTreeMap::new();
        for (path, text) in texts.filter(|(_, text)| !text.is_empty()) {
            let by = seen.entry(text.to_lowercase()).or_insert_with(|| path.clone());
            if *by != path {
                let by = by.clone();
                self.push(path, Flaw::SameWords { text, by });
            }
        }
    }
}

impl Framework {
    /// This framework with its words trimmed, where nothing is wrong with it.
    ///
    /// # Errors
    /// All that is wrong, in reading order.
    pub fn checked(&self) -> Result<Self, Vec<Fault>> {
        let mut framework = self.clone();
        let mut found = Found::default();
        framework.check_parts(&mut found);
        for list in List::ALL {
            framework.check_list(list, &mut found);
        }
        framework.check_wants(&mut found);
        framework.check_history(&mut found);
        framework.check_removed(&mut found);
        if found.0.is_empty() {
            Ok(framework)
        } else {
            Err(found.0)
        }
    }

    fn check_parts(&mut self, found: &mut Found) {
        for part in Part::ALL {
            let text = self.part_mut(part);
            let checked = match part {
                Part::Name | Part::Home => checked_line(text, part.longest()),
                Part::Vision | Part::Mission | Part::Scope => checked_words(text, part.longest()),
            };
            match checked {
                Ok(checked) => *text = checked,
                // Not every association has written all of them down.
                Err(TextError::Empty) if part != Part::Name => text.clear(),
                Err(error) => found.push(part.to_string(), Flaw::Text(error)),
            }
        }
    }

    fn check_list(&mut self, list: List, found: &mut Found) {
        let path = |place: usize, field: &str| format!("{list}[{place}].{field}");
        let (number, words) = match list {
            List::Domains | List::Constituencies => ("id", "name"),
            List::Principles => ("number", "text"),
            List::Steps => ("number", "name"),
            _ => ("id", "text"),
        };
        let entries = self.list_mut(list);
        for (place, text) in entries.each_text().into_iter().enumerate() {
            found.line(&path(place, words), text, list.longest());
        }
        let entries = self.entries(list);
        found.count(list.name(), entries.len(), list.most());
        let mut seen: BTreeMap<u16, usize> = BTreeMap::new();
        for (place, (id, _)) in entries.iter().enumerate() {
            let first = *seen.entry(*id).or_insert(place);
            if *id == 0 && !from_zero(list) {
                found.push(path(place, number), Flaw::Zero);
            } else if first != place {
                let by = format!("{list}[{first}]");
                found.push(path(place, number), Flaw::SameNumber { id: *id, by });
            }
            let gone = self
                .removed
                .iter()
                .find(|removed| removed.list == list && removed.id == *id);
            if let Some(gone) = gone {
                let text = gone.text.clone();
                found.push(path(place, number), Flaw::Reused { id: *id, text });
            }
        }
        let texts = entries.into_iter().enumerate();
        found.different(texts.map(|(place, (_, text))| (path(place, words), text.to_owned())));
    }

    fn check_wants(&mut self, found: &mut Found) {
        for (place, constituency) in self.constituencies.iter_mut().enumerate() {
            let path = |want: usize| format!("constituencies[{place}].wants[{want}]");
            found.count(
                &format!("constituencies[{place}].wants"),
                constituency.wants.len(),
                WANTS,
            );
            for (want, text) in constituency.wants.iter_mut().enumerate() {
                found.line(&path(want), text, LINE_CHARS);
            }
            let texts = constituency.wants.iter().enumerate();
            found.different(texts.map(|(want, text)| (path(want), text.clone())));
        }
    }

    /// Follows the history from its beginning, when there were all domains that did not come in later.
    fn check_history(&mut self, found: &mut Found) {
        found.count("history", self.history.len(), CHANGES);
        for (place, change) in self.history.iter_mut().enumerate() {
            match change {
                DomainChange::Renamed { from, .. } => found.line(&format!("history[{place}].from"), from, LINE_CHARS),
                DomainChange::Merged { name, .. } | DomainChange::Retired { name, .. } => {
                    found.line(&format!("history[{place}].name"), name, LINE_CHARS);
                }
                DomainChange::Added { .. } | DomainChange::Restored { .. } => {}
            }
        }
        let listed: BTreeSet<DomainId> = self.domains.iter().map(|domain| domain.id).collect();
        let ended = self.history.iter().filter(|change| change.ends());
        let ever: BTreeSet<DomainId> = listed.iter().copied().chain(ended.map(DomainChange::domain)).collect();
        let mut alive = ever.clone();
        for change in &self.history {
            if let DomainChange::Added { domain } = change {
                alive.remove(domain);
            }
        }
        for (place, change) in self.history.iter().enumerate() {
            let domain = change.domain();
            let path = format!("history[{place}].domain");
            let known = ever.contains(&domain);
            let there = alive.contains(&domain);
            let comes = matches!(change, DomainChange::Added { .. } | DomainChange::Restored { .. });
            match (known, there) {
                (false, _) => found.push(path, Flaw::NoDomain(domain)),
                (true, true) if comes => found.push(path, Flaw::There(domain)),
                (true, false) if !comes => found.push(path, self.flaw_of_ended(domain, place)),
                _ => {}
            }
            match change {
                DomainChange::Added { .. } | DomainChange::Restored { .. } if known => {
                    alive.insert(domain);
                }
                DomainChange::Retired { .. } => {
                    alive.remove(&domain);
                }
                DomainChange::Merged { into, .. } => {
                    let path = format!("history[{place}].into");
                    if *into == domain {
                        found.push(path, Flaw::Circle { domain, into: *into });
                    } else if !ever.contains(into) {
                        found.push(path, Flaw::NoDomain(*into));
                    } else if !alive.contains(into) {
                        found.push(path, self.flaw_of_target(domain, *into, place));
                    }
                    alive.remove(&domain);
                }
                _ => {}
            }
        }
        for (place, domain) in self.domains.iter().enumerate() {
            if !alive.contains(&domain.id) {
                found.push(format!("domains[{place}].id"), Flaw::Undead(domain.id));
            }
        }
    }

    /// A merge into what had ended: into its own end, it is a circle.
    fn flaw_of_target(&self, domain: DomainId, into: DomainId, place: usize) -> Flaw {
        let mut at = into;
        for _ in 0..place {
            let merged = self.history[..place].iter().rev().find_map(|change| match change {
                DomainChange::Merged { domain, into, .. } if *domain == at => Some(*into),
                _ => None,
            });
            match merged {
                Some(next) if next == domain => return Flaw::Circle { domain, into },
                Some(next) => at = next,
                None => break,
            }
        }
        Flaw::Ended(into)
    }

    fn flaw_of_ended(&self, domain: DomainId, place: usize) -> Flaw {
        match &self.history[place] {
            DomainChange::Merged { into, .. } => match self.flaw_of_target(domain, *into, place) {
                circle @ Flaw::Circle { .. } => circle,
                _ => Flaw::Ended(domain),
            },
            _ => Flaw::Ended(domain),
        }
    }

    fn check_removed(&mut self, found: &mut Found) {
        found.count("removed", self.removed.len(), CHANGES);
        let mut seen = BTreeMap::new();
        for (place, removed) in self.removed.iter_mut().enumerate() {
            let id = format!("removed[{place}].id");
            found.line(
                &format!("removed[{place}].text"),
                &mut removed.text,
                removed.list.longest(),
            );
            if removed.list == List::Domains {
                found.push(format!("removed[{place}].list"), Flaw::WrongList);
            }
            if removed.id == 0 && !from_zero(removed.list) {
                found.push(id.clone(), Flaw::Zero);
            }
            let first = *seen.entry((removed.list, removed.id)).or_insert(place);
            if first != place {
                let by = format!("removed[{first}]");
                found.push(id, Flaw::SameNumber { id: removed.id, by });
            }
        }
    }
}

impl DomainChange {
    pub(super) const fn ends(&self) -> bool {
        matches!(self, Self::Merged { .. } | Self::Retired { .. })
    }
}
