use serde::{Deserialize, Serialize};

use crate::{AccountId, ActivityId, CommandId, Framework, PanelId, Seq, Timestamp, WinId, WorkId};

/// A change in its place in the log of an initiative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Its place; the first is 1.
    pub seq: Seq,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it; nobody where the program did, or its operator.
    pub who: Option<AccountId>,
    /// The form that brought it: sent twice, it has one effect.
    pub command: CommandId,
    /// What changed.
    pub change: Change,
}

/// What can change in an initiative: proposed, checked by [`super::Initiative::decide`], then noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It began; the first change of every log.
    Begun {
        /// Its name.
        name: String,
        /// How long what is kept of people is kept.
        #[serde(default)]
        keeping: Keeping,
    },
    /// It has another name.
    Renamed {
        /// The new name.
        name: String,
    },
    /// It has this frame from now on; panels that began before keep theirs.
    FrameworkSet(Box<Framework>),
    /// Somebody may run it.
    MemberAdded {
        /// Who.
        account: AccountId,
        /// Their name, for the log outlives the account.
        name: String,
        /// As what.
        role: Role,
    },
    /// Somebody may no longer.
    MemberRemoved {
        /// Who.
        account: AccountId,
    },
    /// It has another owner; the former one stays a facilitator.
    HandedOver {
        /// To whom.
        to: AccountId,
    },
    /// Whether somebody may see the volunteers' contacts.
    VolunteersShown {
        /// Who.
        account: AccountId,
        /// Whether they may.
        may: bool,
    },
    /// What is kept of people is kept so long.
    KeepingSet(Keeping),
    /// A piece of work came on the board.
    WorkAdded {
        /// Which.
        work: WorkId,
        /// Under which step.
        step: u16,
        /// What it is.
        about: About,
    },
    /// It was put into other words.
    WorkEdited {
        /// Which.
        work: WorkId,
        /// What it is now.
        about: About,
    },
    /// It moved to another step, forward or back.
    WorkMoved {
        /// Which.
        work: WorkId,
        /// From where; whoever proposes it need not know.
        from: u16,
        /// To where.
        to: u16,
    },
    /// It left the board; its history stays.
    WorkDropped {
        /// Which.
        work: WorkId,
    },
    /// Something was won.
    WinAdded {
        /// Which.
        win: WinId,
        /// When, as `2026-05-14`.
        day: String,
        /// What.
        text: String,
        /// Whose it is; nobody's where empty.
        owner: String,
        /// The step that it belongs to, if any.
        step: Option<u16>,
    },
    /// It was no win after all.
    WinRemoved {
        /// Which.
        win: WinId,
    },
    /// Ideas of a panel were taken into a later one.
    CarriedOver {
        /// From which panel.
        from: PanelId,
        /// Into which.
        to: PanelId,
        /// To which of its prompts.
        activity: ActivityId,
        /// How many.
        ideas: u32,
    },
    /// The list of volunteers was taken out.
    VolunteersTaken {
        /// How many are on it.
        people: u32,
    },
    /// The whole was taken out as one file.
    ArchiveTaken {
        /// With the volunteers' contacts.
        volunteers: bool,
    },
    /// Somebody was forgotten in every panel where they were known.
    PersonErased {
        /// In how many.
        panels: u32,
    },
    /// The time of something that was kept is over.
    Forgotten {
        /// What went.
        what: Kept,
        /// How much of it.
        count: u32,
    },
}

/// As what somebody may run an initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The one who answers for it: decides who else may run it, and how long what is kept is kept.
    Owner,
    /// Runs panels, board and wins.
    Facilitator,
}

/// What a piece of work is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What is done.
    pub title: String,
    /// By whom; nobody yet where empty.
    pub owner: String,
    /// Until when, in their own words.
    pub horizon: String,
    /// What else there is to say.
    pub note: String,
}

/// How many days after the last event what is kept of people goes; none: until somebody erases it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// The volunteers' contacts.
    pub contacts: Option<u32>,
    /// What people wrote.
    pub words: Option<u32>,
    /// Which phone is which person.
    pub seats: Option<u32>,
}

/// Something that is kept of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// The volunteers' contacts.
    Contacts,
    /// What people wrote.
    Words,
    /// Which phone is which person.
    Seats,
}

impl Keeping {
    /// How many days that is kept.
    #[must_use]
    pub const fn days(self, what: Kept) -> Option<u32> {
        match what {
            Kept::Contacts => self.contacts,
            Kept::Words => self.words,
            Kept::Seats => self.seats,
        }
    }
}
