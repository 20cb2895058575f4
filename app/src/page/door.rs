//! What the pages are made from that say who comes in, and by what.

use serde::{Deserialize, Serialize};
use visioncast_model::{CommandId, Domain, Epoch, Integrity, Tickets, Timestamp, view::Screen};

use super::Flash;

/// A QR code, as the `d` of an SVG path in modules, and its width in modules.
pub type QrCode = (String, u16);

/// What to say above a page.
#[derive(Clone, Debug)]
pub struct Notice {
    /// In words.
    pub text: String,
    /// Whether something was not done.
    pub wrong: bool,
}

/// The room, for whoever reads along: a panelist, or somebody without a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlongBoot {
    /// The code.
    pub code: String,
    /// Whose panelist's link it is; none for those who only read.
    pub panelist: Option<Panelist>,
    /// The life of the log that the view is of.
    pub epoch: Epoch,
    /// The server's clock when the page was made.
    pub now: Timestamp,
    /// What the hall sees.
    pub screen: Screen,
}

/// What a panelist's page has beside the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panelist {
    /// The token of the link.
    pub token: String,
    /// For whom it was made.
    pub label: String,
    /// Until when it opens this page, as a date.
    pub until: String,
    /// Whether this device has a seat in the room already.
    pub seated: bool,
    /// All domains.
    pub domains: Vec<Domain>,
    /// The id for the form.
    pub command: CommandId,
    /// What became of the form that led here.
    pub flash: Option<Flash>,
}

/// Somebody needs a ticket to vote.
#[derive(Clone, Debug, Default)]
pub struct TicketEntry {
    /// The code and the title of the panel, where it is known.
    pub panel: Option<(String, String)>,
    /// Whether names are checked at the door.
    pub roll: bool,
    /// What was typed before, to mend.
    pub typed: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// How people get their ballot.
#[derive(Clone, Debug)]
pub struct Ballots {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// How it is made sure that nobody has two.
    pub integrity: Integrity,
    /// Whether that can still be changed: nobody has joined.
    pub changeable: bool,
    /// How many tickets were made, how many of them are used, and void.
    pub tickets: (Tickets, u32, u32),
    /// How many came by a panelist's link.
    pub by_link: usize,
    /// How many names are on the roll, and checked.
    pub names: (usize, usize),
    /// The names that were typed and refused, to mend.
    pub typed: String,
    /// Bursts of joins, in words.
    pub bursts: Vec<String>,
    /// Whether something was revealed in which bursts could be looked for.
    pub looked: bool,
    /// The id for whichever form of this page is sent.
    pub command: CommandId,
    /// What to say.
    pub notice: Option<Notice>,
}

/// The door: names are checked, tickets handed out.
#[derive(Clone, Debug)]
pub struct Door {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// How it is made sure that nobody has two ballots.
    pub integrity: Integrity,
    /// What was searched for.
    pub search: String,
    /// Names with whether they were checked, the first of those found.
    pub found: Vec<(String, bool)>,
    /// How many more were found.
    pub more: usize,
    /// How many names are on the roll, and checked.
    pub names: (usize, usize),
    /// A ticket to hand out now.
    pub handed: Option<Handed>,
    /// The id for the form that makes a ticket.
    pub command: CommandId,
    /// What to say.
    pub notice: Option<Notice>,
}

/// A ticket to be scanned from this screen; shown once.
#[derive(Clone, Debug)]
pub struct Handed {
    /// Its signs, in groups.
    pub ticket: String,
    /// The address that the code says, without scheme.
    pub address: String,
    /// The code.
    pub qr: QrCode,
}

/// Tickets to print.
#[derive(Clone, Debug)]
pub struct TicketSheet {
    /// The code of the panel.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// Where the site is, without scheme.
    pub address: String,
    /// US Letter rather than A4.
    pub letter: bool,
    /// The tickets, each with its code, in random order.
    pub cards: Vec<(String, QrCode)>,
}

/// Links for panelists and the board.
#[derive(Clone, Debug)]
pub struct Links {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// All links, newest first.
    pub links: Vec<LinkRow>,
    /// A link that was just made: its label and its address.
    pub made: Option<(String, String)>,
    /// The label that was typed and refused.
    pub typed: String,
    /// What to say.
    pub notice: Option<Notice>,
}

/// A link in the list.
#[derive(Clone, Debug)]
pub struct LinkRow {
    /// What the list calls it; opens nothing.
    pub name: String,
    /// A panelist's, else the board's.
    pub panelist: bool,
    /// For whom or what it was made.
    pub label: String,
    /// Until when it opens, as a date.
    pub until: String,
    /// Whether it still does.
    pub state: LinkState,
}

/// Whether a link opens anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It does.
    Valid,
    /// Its time is over.
    Expired,
    /// It was revoked.
    Revoked,
}
