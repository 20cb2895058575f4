use crate::TextError;

/// Why a change is not made, in words for whoever proposed it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Whoever is not a member.
    #[error("This initiative is not yours to run. Its owner can add you.")]
    NotMember,
    /// What only the owner may do.
    #[error("Only the owner of this initiative can do that.")]
    NotOwner,
    /// Beginning what is there, or changing what is not.
    #[error("There is no such initiative, or it is there already.")]
    Misplaced,
    /// A text that is empty, too long or cannot be shown.
    #[error("{}: this cannot be taken, {why}.", field.name())]
    Text {
        /// Where it was written.
        field: Field,
        /// What is wrong with it.
        why: TextError,
    },
    /// Somebody who is a member already.
    #[error("{0} can run this initiative already.")]
    MemberAlready(String),
    /// Somebody who is not a member.
    #[error("There is nobody of that name in this initiative.")]
    UnknownMember,
    /// Removing the owner.
    #[error("The owner cannot be removed. Hand the initiative over first.")]
    OwnerStays,
    /// Work that is not on the board.
    #[error("This piece of work is no longer on the board.")]
    UnknownWork,
    /// A step that the framework does not have.
    #[error("Choose one of the steps.")]
    UnknownStep,
    /// A win that is not in the log.
    #[error("This win is no longer in the log.")]
    UnknownWin,
    /// A day that is none.
    #[error("“{0}” is no date. Write it as year-month-day, such as 2026-05-14.")]
    Day(String),
    /// A number of days out of range.
    #[error("Keep it between 1 and {most} days, or leave the field empty.")]
    Days {
        /// The most.
        most: u32,
    },
}

/// A field of an initiative's forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What the initiative is called.
    Name,
    /// What a piece of work is.
    Work,
    /// Who does it, or who won something.
    Owner,
    /// Until when.
    Horizon,
    /// What else is to be said of it.
    Note,
    /// What was won.
    Win,
}

impl Field {
    /// What people call it.
    const fn name(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Work => "What is done",
            Self::Owner => "Owner",
            Self::Horizon => "Until when",
            Self::Note => "Note",
            Self::Win => "Win",
        }
    }
}
