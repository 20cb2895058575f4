//! Changing a framework, one change at a time. An edit is made looking at some version; what it was made looking at is its
//! [premise](FrameworkEdit::premise), by which edits of two people are told apart from edits against each other.

use serde::{Deserialize, Serialize};

use super::{DomainChange, Fault, Flaw, Framework, List, Part, Removed};
use crate::{Constituency, ConstituencyId, DomainId, TextError};

/// A change to a framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FrameworkEdit {
    /// Write a text that stands for itself.
    Write {
        /// Which.
        part: Part,
        /// Its words.
        text: String,
    },
    /// Put an entry at the end of a list.
    Add {
        /// Which list.
        list: List,
        /// Its words.
        text: String,
    },
    /// Give an entry other words, a domain another name.
    Reword {
        /// In which list.
        list: List,
        /// Which entry.
        id: u16,
        /// Its words.
        text: String,
    },
    /// Put an entry at another place; its number stays.
    Move {
        /// In which list.
        list: List,
        /// Which entry.
        id: u16,
        /// Its new place, from 0; at the end where beyond it.
        place: u16,
    },
    /// Take an entry out; of a domain: retire it.
    Remove {
        /// Of which list.
        list: List,
        /// Which entry.
        id: u16,
    },
    /// Let a domain go into another, which keeps its name.
    Merge {
        /// Which.
        domain: DomainId,
        /// Into which.
        into: DomainId,
    },
    /// Bring back a domain that was merged or retired.
    Restore {
        /// Which.
        domain: DomainId,
    },
    /// Leave a step for later rounds, or take it up.
    Postpone {
        /// Which.
        step: u16,
        /// Whether it is left for later.
        later: bool,
    },
    /// Put a want at the end of a constituency's.
    AddWant {
        /// Whose.
        constituency: ConstituencyId,
        /// Its words.
        text: String,
    },
    /// Give a want other words.
    RewordWant {
        /// Whose.
        constituency: ConstituencyId,
        /// Its place, from 0.
        want: u16,
        /// Its words.
        text: String,
    },
    /// Put a want at another place.
    MoveWant {
        /// Whose.
        constituency: ConstituencyId,
        /// Its place, from 0.
        want: u16,
        /// Its new place; at the end where beyond it.
        place: u16,
    },
    /// Take a want out.
    RemoveWant {
        /// Whose.
        constituency: ConstituencyId,
        /// Its place, from 0.
        want: u16,
    },
}

/// Why an edit is not made, in words for whoever made it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameworkError {
    /// The framework would have a flaw.
    #[error("{}", in_place(.0))]
    Fault(Fault),
    /// What is to be changed is not there.
    #[error("It is no longer there: somebody took it out.")]
    Gone,
    /// A domain into itself.
    #[error("A domain cannot go into itself. Choose another.")]
    Itself,
    /// A domain that is there.
    #[error("This domain is there already.")]
    There,
    /// Numbers have run out.
    #[error("This list takes no more entries. Begin a new framework.")]
    Exhausted,
}

/// The flaw as it reads beside the field that it is in.
fn in_place(fault: &Fault) -> String {
    match &fault.flaw {
        Flaw::Text(TextError::Empty) => "Nothing is written here. Write a few words, or take the entry out.".to_owned(),
        Flaw::Text(TextError::TooLong { limit, actual }) => {
            format!("This has {actual} characters, {limit} fit. Please shorten it.")
        }
        Flaw::Text(TextError::ControlCharacter) => {
            "This holds a line break or a sign that cannot be shown. Please take it out.".to_owned()
        }
        Flaw::SameWords { text, .. } => format!("“{text}” is there already. Please choose other words."),
        Flaw::TooMany { limit, .. } => format!("{limit} fit here, and there are as many. Take one out first."),
        other => format!("This cannot be done: {other}."),
    }
}

impl FrameworkEdit {
    /// What this edit was made looking at. Where it is the same in a newer version, the edit means the same there.
    #[must_use]
    pub fn premise(&self, framework: &Framework) -> String {
        let wants = |id: &ConstituencyId| framework.constituency(*id).map(|known| known.wants.clone());
        match self {
            Self::Write { part, .. } => framework.part(*part).to_owned(),
            Self::Add { .. } | Self::AddWant { .. } => String::new(),
            Self::Reword { list, id, .. } | Self::Remove { list, id } => format!("{:?}", framework.entry(*list, *id)),
            Self::Move { list, .. } => {
                let order = framework.entries(*list).into_iter().map(|(id, _)| id);
                format!("{:?}", order.collect::<Vec<_>>())
            }
            Self::Merge { domain, into } => {
                format!("{:?} {:?}", framework.domain(*domain), framework.domain(*into))
            }
            Self::Restore { domain } => format!("{:?}", framework.end_of(*domain)),
            Self::Postpone { step, .. } => {
                format!("{:?}", framework.steps.iter().find(|known| known.number == *step))
            }
            Self::RewordWant { constituency, .. }
            | Self::MoveWant { constituency, .. }
            | Self::RemoveWant { constituency, .. } => format!("{:?}", wants(constituency)),
        }
    }
}

impl Framework {
    /// This framework with one change made, its version counted up; as it is where the change changes nothing.
    ///
    /// # Errors
    /// A [`FrameworkError`]; then nothing is changed.
    pub fn edited(&self, edit: &FrameworkEdit) -> Result<Self, FrameworkError> {
        let mut framework = self.clone();
        framework.make(edit)?;
        let mut checked = framework.checked().map_err(|faults| {
            // What was wrong before is not this edit's fault.
            let before = self.checked().err().unwrap_or_default();
            let new = faults.iter().find(|fault| !before.contains(fault)).or(faults.first());
            new.map_or(FrameworkError::Gone, |fault| FrameworkError::Fault(fault.clone()))
        })?;
        if checked == *self {
            return Ok(checked);
        }
        checked.note_names(self);
        checked.version = self.version.saturating_add(1);
        Ok(checked)
    }

    fn make(&mut self, edit: &FrameworkEdit) -> Result<(), FrameworkError> {
        match edit {
            FrameworkEdit::Write { part, text } => self.part_mut(*part).clone_from(text),
            FrameworkEdit::Add { list, text } => {
                let id = self.fresh_id(*list).ok_or(FrameworkError::Exhausted)?;
                self.list_mut(*list).add(id, text.clone());
                if *list == List::Domains {
                    self.history.push(DomainChange::Added { domain: DomainId(id) });
                }
            }
            FrameworkEdit::Reword { list, id, text } => {
                let known = self.list_mut(*list).text_mut(*id).ok_or(FrameworkError::Gone)?;
                known.clone_from(text);
            }
            FrameworkEdit::Move { list, id, place } => {
                self.entry(*list, *id).ok_or(FrameworkError::Gone)?;
                self.list_mut(*list).shift(*id, usize::from(*place));
            }
            FrameworkEdit::Remove { list, id } => {
                let text = self.list_mut(*list).take(*id).ok_or(FrameworkError::Gone)?;
                if *list == List::Domains {
                    let domain = DomainId(*id);
                    self.history.push(DomainChange::Retired { domain, name: text });
                } else {
                    self.removed.push(Removed {
                        list: *list,
                        id: *id,
                        text,
                    });
                }
            }
            FrameworkEdit::Merge { domain, into } => {
                if domain == into {
                    return Err(FrameworkError::Itself);
                }
                self.domain(*into).ok_or(FrameworkError::Gone)?;
                let name = self
                    .list_mut(List::Domains)
                    .take(domain.0)
                    .ok_or(FrameworkError::Gone)?;
                self.history.push(DomainChange::Merged {
                    domain: *domain,
                    name,
                    into: *into,
                });
            }
            FrameworkEdit::Restore { domain } => self.restore(*domain)?,
            FrameworkEdit::Postpone { step, later } => {
                let known = self.steps.iter_mut().find(|known| known.number == *step);
                known.ok_or(FrameworkError::Gone)?.later = *later;
            }
            FrameworkEdit::AddWant { constituency, text } => self.serving(*constituency)?.wants.push(text.clone()),
            FrameworkEdit::RewordWant {
                constituency,
                want,
                text,
            } => {
                let wants = &mut self.serving(*constituency)?.wants;
                let known = wants.get_mut(usize::from(*want)).ok_or(FrameworkError::Gone)?;
                known.clone_from(text);
            }
            FrameworkEdit::MoveWant {
                constituency,
                want,
                place,
            } => {
                let wants = &mut self.serving(*constituency)?.wants;
                if usize::from(*want) >= wants.len() {
                    return Err(FrameworkError::Gone);
                }
                let text = wants.remove(usize::from(*want));
                wants.insert(usize::from(*place).min(wants.len()), text);
            }
            FrameworkEdit::RemoveWant { constituency, want } => {
                let wants = &mut self.serving(*constituency)?.wants;
                if usize::from(*want) >= wants.len() {
                    return Err(FrameworkError::Gone);
                }
                wants.remove(usize::from(*want));
            }
        }
        Ok(())
    }

    fn serving(&mut self, id: ConstituencyId) -> Result<&mut Constituency, FrameworkError> {
        let known = self.constituencies.iter_mut().find(|known| known.id == id);
        known.ok_or(FrameworkError::Gone)
    }

    fn restore(&mut self, domain: DomainId) -> Result<(), FrameworkError> {
        if self.domain(domain).is_some() {
            return Err(FrameworkError::There);
        }
        let end = self.end_of(domain).ok_or(FrameworkError::Gone)?;
        let name = end.name_before().unwrap_or_default().to_owned();
        self.domains.push(super::Domain { id: domain, name });
        self.history.push(DomainChange::Restored { domain });
        Ok(())
    }
}
