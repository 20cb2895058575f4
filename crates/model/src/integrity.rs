use serde::{Deserialize, Serialize};

/// How it is made sure that nobody has two ballots: chosen with the panel, printed on every result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Integrity {
    /// Whoever has the code joins: one ballot a browser.
    #[default]
    Open,
    /// Whoever has a ticket joins: one ballot a ticket.
    Ticket,
    /// Names are checked at the door, where a ticket is handed out that nothing ties to the name.
    Roll,
}

impl Integrity {
    /// All of them, the laxest first.
    pub const ALL: [Self; 3] = [Self::Open, Self::Ticket, Self::Roll];

    /// Whether the code alone lets nobody vote.
    #[must_use]
    pub const fn asks_for_tickets(self) -> bool {
        matches!(self, Self::Ticket | Self::Roll)
    }
}

/// What let somebody in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entrance {
    /// The code on the screen; or a facilitator, who typed a sheet of paper.
    #[default]
    Code,
    /// A ticket, which lets nobody in twice.
    Ticket,
    /// A panelist's own link, which seats one person however often it is opened.
    Link,
}

/// How many tickets there are; which of them are used is in no log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tickets {
    /// Made, those in place of lost ones too.
    pub made: u32,
    /// Made in place of a lost phone or card: so many people at most have two ballots.
    pub replacing: u32,
}
