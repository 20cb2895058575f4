//! What an association brings to its panels: domains, principles, constituencies and all else that
//! it asks about. Data, not code: `templates/` of the server holds one as a file.

mod check;
mod edit;
mod entries;
mod fate;
mod file;
mod replace;

use serde::{Deserialize, Serialize};

use crate::{ConstituencyId, Current, DomainId};

pub use check::{Fault, Flaw};
pub use edit::{FrameworkEdit, FrameworkError};
pub use entries::{List, Part};
pub use fate::{Fate, Standing};
pub use file::{FileFlaw, Shape};

/// The frame of an initiative, as a panel carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Framework {
    /// The association or initiative, as people know it.
    pub name: String,
    /// What the room is asked about, area by area.
    pub domains: Vec<Domain>,
    /// What guides the association.
    pub principles: Vec<Principle>,
    /// Whom it serves.
    pub constituencies: Vec<Constituency>,
    /// Today's vision, where there is one.
    pub vision: String,
    /// Today's mission, where there is one.
    pub mission: String,
    /// Today's scope, where it is written down.
    #[serde(default)]
    pub scope: String,
    /// What it takes an association to be.
    #[serde(default)]
    pub assumptions: Vec<Point>,
    /// What makes an association effective.
    #[serde(default)]
    pub traits: Vec<Point>,
    /// What it offers already.
    #[serde(default)]
    pub offers: Vec<Point>,
    /// Whose work it complements.
    #[serde(default)]
    pub neighbours: Vec<Point>,
    /// Where it is at home.
    #[serde(default)]
    pub home: String,
    /// The steps of change that frame the initiative, in their order.
    #[serde(default)]
    pub steps: Vec<ChangeStep>,
    /// What makes change urgent.
    #[serde(default)]
    pub drivers: Vec<Point>,
    /// What people need now that they did not need before.
    #[serde(default)]
    pub competencies: Vec<Point>,
    /// Counts up with every change; 0 where nobody keeps count.
    #[serde(default)]
    pub version: u32,
    /// What became of domains, oldest change first: every domain that ever was stays traceable.
    #[serde(default)]
    pub history: Vec<DomainChange>,
    /// What was taken out of the other lists, oldest first: no number is ever given again.
    #[serde(default)]
    pub removed: Vec<Removed>,
}

/// An entry of one of the framework's lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Its number in its list; never given to another.
    pub id: u16,
    /// Its words.
    pub text: String,
}

/// A step of change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeStep {
    /// Its number in its author's order, from 1.
    pub number: u16,
    /// Its name.
    pub name: String,
    /// Whether it is left for later rounds.
    #[serde(default)]
    pub later: bool,
}

/// What became of a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DomainChange {
    /// It came in beside the others.
    Added {
        /// Which.
        domain: DomainId,
    },
    /// It has another name.
    Renamed {
        /// Which.
        domain: DomainId,
        /// Its name before.
        from: String,
    },
    /// It went into another.
    Merged {
        /// Which.
        domain: DomainId,
        /// Its name at the end.
        name: String,
        /// The one that holds its part now.
        into: DomainId,
    },
    /// It is no longer asked about.
    Retired {
        /// Which.
        domain: DomainId,
        /// Its name at the end.
        name: String,
    },
    /// It is back, after it was merged or retired.
    Restored {
        /// Which.
        domain: DomainId,
    },
}

/// An entry that was taken out of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// Out of which list; never the domains, which have a history of their own.
    pub list: List,
    /// Its number, which stays its own.
    pub id: u16,
    /// Its words at the end.
    pub text: String,
}

/// One area of the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Domain {
    /// Its number.
    pub id: DomainId,
    /// Its name.
    pub name: String,
}

/// A guiding principle, word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Principle {
    /// Its number in the association's own list.
    pub number: u16,
    /// Its words.
    pub text: String,
}

/// A group of people whom the association serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Constituency {
    /// Its number.
    pub id: ConstituencyId,
    /// Its name.
    pub name: String,
    /// What the association believes it wants; empty where nothing is recorded yet.
    pub wants: Vec<String>,
}

impl Framework {
    /// The domain with that number.
    #[must_use]
    pub fn domain(&self, id: DomainId) -> Option<&Domain> {
        self.domains.iter().find(|domain| domain.id == id)
    }

    /// The words that stand today.
    #[must_use]
    pub fn current(&self, current: Current) -> &str {
        match current {
            Current::Vision => &self.vision,
            Current::Mission => &self.mission,
            Current::Scope => &self.scope,
        }
    }

    /// The principle with that number.
    #[must_use]
    pub fn principle(&self, number: u16) -> Option<&Principle> {
        self.principles.iter().find(|principle| principle.number == number)
    }

    /// The constituency with that number.
    #[must_use]
    pub fn constituency(&self, id: ConstituencyId) -> Option<&Constituency> {
        self.constituencies.iter().find(|constituency| constituency.id == id)
    }
}
