//! What an association brings to its panels: domains, principles, constituencies. Data, not code:
//! `templates/` of the server holds one as a file.

use serde::{Deserialize, Serialize};

use crate::{ConstituencyId, DomainId};

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

    /// The constituency with that number.
    #[must_use]
    pub fn constituency(&self, id: ConstituencyId) -> Option<&Constituency> {
        self.constituencies.iter().find(|constituency| constituency.id == id)
    }
}
