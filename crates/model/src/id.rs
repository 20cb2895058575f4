//! Names for things. What leaves the server is random (UUID v4): an id tells neither when nor in
//! which order somebody acted.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! random_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }
    )+};
}

random_id! {
    /// A panel: one event with its agenda and everything that the room said.
    PanelId,
    /// One item of the agenda.
    ActivityId,
    /// An idea; it bears the id of the command that brought it.
    IdeaId,
    /// A theme; it bears the id of the command that made it.
    ThemeId,
    /// Somebody in the room, known by nothing but this.
    PersonId,
    /// Minted by the client: sending the same command twice has one effect.
    CommandId,
    /// A row of the side table that holds what people wrote.
    WordsId,
    /// A facilitator's account.
    AccountId,
    /// Several panels under one frame, over months or years.
    InitiativeId,
    /// A piece of work on an initiative's board.
    WorkId,
    /// A short-term win of an initiative.
    WinId,
    /// A panelist's link: another name than that of the person whom it seats, so that what a panelist brings in aloud is
    /// not tied to their ballots.
    LinkId,
}

macro_rules! numbered_id {
    ($($(#[$doc:meta])* $name:ident($number:ty)),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub $number);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    )+};
}

numbered_id! {
    /// A domain of the framework; its number is never given to another.
    DomainId(u16),
    /// A constituency of the framework; its number is never given to another.
    ConstituencyId(u16),
    /// The place of an event in the log of its panel; the first is 1, 0 stands before it.
    Seq(u64),
    /// A life of a log: it changes when a panel is restored from a backup, so that a screen never
    /// mistakes a sequence number of one life for one of the other.
    Epoch(u32),
}

impl Seq {
    /// The place right behind this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
