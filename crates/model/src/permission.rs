//! Who may do what: the one table that the rules and every page, form and socket ask.

use crate::{Actor, Command, Step};

/// As whom somebody comes: by a credential, which one person may hold several of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Knows the code on the screen, and no more.
    Visitor,
    /// Has a seat in the room: a cookie.
    Attendee,
    /// Came by a panelist's link, which is a seat too.
    Panelist,
    /// Reads and reviews by a board link.
    Board,
    /// Signed in, and a member of the panel's initiative.
    Facilitator,
    /// Signed in, and the owner of the panel's initiative.
    Owner,
    /// The program: timers, dealing, imports and the commands of its operator.
    Program,
}

/// What somebody may want to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// See what the hall sees.
    Follow,
    /// Come into the room, as the person that one's browser is.
    Join,
    /// Say who one is, bring ideas, vote.
    Answer,
    /// Bring in an idea that was spoken aloud or written on paper.
    BringIdea,
    /// Type somebody's ballots from paper.
    EnterSheet,
    /// Look at the console and at all ideas, hidden ones too.
    Watch,
    /// Change title and agenda.
    Prepare,
    /// Open, close, reveal, time, end, take back.
    Steer,
    /// Put ideas together into themes; attendees and panelists while that is open to them.
    Group,
    /// Take ideas off the screens, and bring them back.
    Moderate,
    /// Erase words and people.
    Erase,
    /// Choose how ballots are kept to one a person, make tickets, check names.
    KeepDoor,
    /// Make and revoke links for panelists and the board.
    GiveLinks,
    /// Read the report.
    ReadReport,
    /// Take the data away.
    Export,
    /// Begin a panel.
    Begin,
    /// Invite another facilitator into the initiative.
    Invite,
    /// Deal, complete a reveal; take over what another tool recorded.
    Serve,
    /// Keep the report as it is, for the board to read.
    Freeze,
    /// Say what becomes of what the report recommends.
    Review,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 7] = [
        Self::Visitor,
        Self::Attendee,
        Self::Panelist,
        Self::Board,
        Self::Facilitator,
        Self::Owner,
        Self::Program,
    ];

    /// Whether this role alone is enough for `deed`.
    #[must_use]
    pub const fn may(self, deed: Deed) -> bool {
        let (visitor, attendee, panelist, board, facilitator, program) = match deed {
            Deed::Follow | Deed::Join => (true, true, true, true, true, false),
            Deed::Answer => (false, true, true, false, false, false),
            Deed::Group => (false, true, true, false, true, true),
            Deed::BringIdea => (false, false, true, false, true, true),
            Deed::ReadReport => (false, false, false, true, true, false),
            Deed::EnterSheet | Deed::Prepare | Deed::Steer | Deed::Moderate | Deed::Erase | Deed::KeepDoor => {
                (false, false, false, false, true, true)
            }
            Deed::Begin => (false, false, false, false, true, true),
            Deed::Watch | Deed::GiveLinks | Deed::Export | Deed::Freeze => (false, false, false, false, true, false),
            // The board answers for itself: nobody decides in its name.
            Deed::Review => (false, false, false, true, false, false),
            // The owner's alone.
            Deed::Invite => (false, false, false, false, false, false),
            Deed::Serve => (false, false, false, false, false, true),
        };
        match self {
            Self::Visitor => visitor,
            Self::Attendee => attendee,
            Self::Panelist => panelist,
            Self::Board => board,
            Self::Facilitator => facilitator,
            Self::Owner => facilitator || matches!(deed, Deed::Invite),
            Self::Program => program,
        }
    }
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 20] = [
        Self::Follow,
        Self::Join,
        Self::Answer,
        Self::BringIdea,
        Self::EnterSheet,
        Self::Watch,
        Self::Prepare,
        Self::Steer,
        Self::Group,
        Self::Moderate,
        Self::Erase,
        Self::KeepDoor,
        Self::GiveLinks,
        Self::ReadReport,
        Self::Export,
        Self::Begin,
        Self::Invite,
        Self::Serve,
        Self::Freeze,
        Self::Review,
    ];
}

impl Actor {
    /// As whom the actor acts.
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Self::Person(_) => Role::Attendee,
            Self::Panelist(_) => Role::Panelist,
            Self::Facilitator(_) => Role::Facilitator,
            Self::System => Role::Program,
            Self::Board(_) => Role::Board,
        }
    }
}

impl Command {
    /// What the command is.
    #[must_use]
    pub const fn deed(&self) -> Deed {
        match self {
            Self::Create(_) => Deed::Begin,
            Self::Join | Self::Admit { .. } => Deed::Join,
            Self::Answer(_) => Deed::Answer,
            Self::Step(step) => step.deed(),
            Self::Arrange(_) => Deed::Group,
            Self::Review(_) => Deed::Review,
            Self::Deal { .. } | Self::CompleteReveal { .. } | Self::CloseDue { .. } | Self::Import(_) => Deed::Serve,
        }
    }
}

impl Step {
    /// What the step is.
    #[must_use]
    pub const fn deed(&self) -> Deed {
        match self {
            Self::Rename { .. }
            | Self::AddActivity { .. }
            | Self::AdoptFramework(_)
            | Self::AddActivities { .. }
            | Self::Repeat { .. }
            | Self::EditActivity { .. }
            | Self::MoveActivity { .. }
            | Self::RemoveActivity { .. } => Deed::Prepare,
            Self::Open { .. }
            | Self::Close { .. }
            | Self::Focus { .. }
            | Self::Reveal { .. }
            | Self::ShowFurther { .. }
            | Self::ChooseFace { .. }
            | Self::SetTimer { .. }
            | Self::SetPace { .. }
            | Self::End
            | Self::Reopen
            | Self::Undo { .. } => Deed::Steer,
            Self::HideIdea { .. } | Self::ShowIdea { .. } | Self::MergeIdea { .. } | Self::SetModeration { .. } => {
                Deed::Moderate
            }
            Self::EnterIdea { .. } => Deed::BringIdea,
            Self::EnterSheet { .. } | Self::EnterMarks { .. } => Deed::EnterSheet,
            Self::EraseWords { .. } | Self::ErasePerson { .. } | Self::EraseReasons | Self::EraseReviews { .. } => {
                Deed::Erase
            }
            Self::FreezeReport => Deed::Freeze,
            Self::SetIntegrity { .. } | Self::MakeTickets { .. } => Deed::KeepDoor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_is_somebodys_and_nobody_answers_without_a_seat() {
        for deed in Deed::ALL {
            assert!(Role::ALL.into_iter().any(|role| role.may(deed)), "{deed:?}");
        }
        let answering: Vec<Role> = Role::ALL.into_iter().filter(|role| role.may(Deed::Answer)).collect();
        assert_eq!(answering, [Role::Attendee, Role::Panelist]);
    }

    #[test]
    fn the_board_only_reads_and_reviews() {
        let board: Vec<Deed> = Deed::ALL.into_iter().filter(|deed| Role::Board.may(*deed)).collect();
        // The first two are anybody's who has the code.
        assert_eq!(board, [Deed::Follow, Deed::Join, Deed::ReadReport, Deed::Review]);
    }
}
