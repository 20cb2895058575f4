use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{ConstituencyId, Entrance, Source, Timestamp};

/// Somebody in the room. All that is known is what they chose to say; none of it changes a weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The groups that they named: several, one or none.
    pub constituencies: BTreeSet<ConstituencyId>,
    /// What they said of being a member, if anything.
    pub affiliation: Option<Affiliation>,
    /// When they joined.
    pub joined: Timestamp,
    /// A phone of their own, or a sheet of paper that was read in.
    pub source: Source,
    /// What let them in.
    #[serde(default)]
    pub entrance: Entrance,
    /// What the tool calls them that they were taken over from.
    pub source_id: Option<String>,
}

/// Whether somebody is a member of the association.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Affiliation {
    /// A member.
    Member,
    /// Not a member.
    NonMember,
    /// Would rather not say.
    Undisclosed,
}
