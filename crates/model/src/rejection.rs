use serde::{Deserialize, Serialize};

use crate::TextError;

/// Why a command has no effect, in words for the person who sent it. Nothing else is affected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Rejection {
    /// The sender may not do this.
    #[error("This is not yours to do. Sign in, or ask a facilitator.")]
    NotAllowed,
    /// The sender is not in the room.
    #[error("Please join the panel first, with the code on the screen.")]
    NotJoined,
    /// The room is full.
    #[error("All {capacity} places are taken. Please tell the facilitator, who can make room.")]
    Full {
        /// How many fit.
        capacity: u32,
    },
    /// The panel has ended.
    #[error("The panel has ended, so this was not counted.")]
    Ended,
    /// It has not.
    #[error("The panel is running already.")]
    NotEnded,
    /// The panel does not exist (yet), or exists already.
    #[error("There is no such panel.")]
    NoPanel,
    /// No such item on the agenda.
    #[error("This question is no longer on the agenda.")]
    UnknownActivity,
    /// An answer to what has not begun.
    #[error("This question is not open yet.")]
    NotOpenYet,
    /// An answer to what is over.
    #[error(
        "This question was closed before your answer arrived. It is kept on your phone, and goes out if the question opens again."
    )]
    TooLate,
    /// A step that the activity does not allow as it stands.
    #[error("{0}")]
    Misplaced(Misplaced),
    /// A wrong text.
    #[error("This cannot be taken: {0}.")]
    Text(TextError),
    /// A domain that the prompt does not offer.
    #[error("This question does not offer that domain. Please choose another.")]
    UnknownDomain,
    /// A constituency that the framework does not have.
    #[error("That group is not on the list. Please choose another.")]
    UnknownConstituency,
    /// No such idea.
    #[error("There is no such idea here.")]
    UnknownIdea,
    /// A neighbour that the framework does not have.
    #[error("That organisation is not on the list. Please choose another.")]
    UnknownNeighbour,
    /// A form that makes no sense.
    #[error("This form could not be read. Please reload the page and try again.")]
    OddForm,
    /// An answer that the scale does not have.
    #[error("This question takes another kind of answer. Please choose one of those it offers.")]
    OddAnswer,
    /// No such person.
    #[error("There is no such person in this panel.")]
    UnknownPerson,
    /// An idea that is hidden.
    #[error("This idea was taken off the screens, so there is nothing to vote on.")]
    HiddenIdea,
    /// A vote on an idea that was never dealt to the sender.
    #[error("This idea was not dealt to you. Please vote on those you are shown.")]
    NotDealt,
    /// A vote on one's own idea.
    #[error("This idea is your own: others vote on it.")]
    OwnIdea,
    /// An idea of somebody else.
    #[error("This idea is not yours.")]
    NotYourIdea,
    /// More ideas than one person may bring.
    #[error("You have brought {limit} ideas to this question, which is as many as it takes from one person.")]
    EnoughIdeas {
        /// How many are taken.
        limit: u32,
    },
    /// The same id with something else in it.
    #[error("This was sent before with other words. Please reload the page.")]
    IdReused,
    /// The last step was another.
    #[error("Something else was done meanwhile, so this can no longer be undone.")]
    UndoTooLate,
    /// It cannot be taken back.
    #[error("The room has seen it already, so it cannot be taken back.")]
    UndoImpossible,
    /// Too much at once from one person.
    #[error("That was a lot at once. It goes out again in a moment.")]
    TooFast,
    /// The server cannot store anything right now.
    #[error("It could not be stored just now. Nothing is lost: it is sent again.")]
    Unavailable,
    /// A command that cannot be read.
    #[error("This page is out of date. Please reload it.")]
    Unreadable,
    /// No such theme.
    #[error("There is no such theme here.")]
    UnknownTheme,
    /// Grouping where that is not open to the sender.
    #[error("Grouping is not open to you right now. Nothing was changed.")]
    NotGrouping,
    /// An answer to a theme that is not what its voter saw.
    #[error(
        "This theme has changed since you saw it, so this was not counted. Please look at it again, and answer anew."
    )]
    ThemeChanged,
    /// More dots than there are left.
    #[error("Dots that you have left: {left}. Take some back elsewhere first, or put fewer here.")]
    DotsSpent {
        /// How many are left.
        left: u32,
    },
    /// Something that the report does not recommend.
    #[error("The report does not recommend this any more. Please reload the page.")]
    UnknownRecommendation,
}

/// A step that the activity does not allow as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Misplaced {
    /// Opening what is open.
    #[error("It is open already.")]
    AlreadyOpen,
    /// Closing what is not open.
    #[error("It is not open.")]
    NotOpen,
    /// Revealing what is shown or about to be.
    #[error("It is revealed already.")]
    AlreadyRevealed,
    /// Revealing what has not begun.
    #[error("Nobody has answered it yet: open it first.")]
    NothingToReveal,
    /// Completing a reveal that is not due.
    #[error("Nothing is due to be revealed.")]
    NotDue,
    /// Changing the framework under people's answers.
    #[error("People have come, so this panel keeps the framework that it began with.")]
    HasBegun,
    /// Removing what has been open.
    #[error("It has been open, so it stays on the agenda. Close it instead.")]
    HasBeenOpen,
    /// Removing a prompt that a judgement needs.
    #[error("Another item votes on its ideas. Remove that one first.")]
    Needed,
    /// Changing the kind.
    #[error("Its kind cannot change. Add another item instead.")]
    KindIsFixed,
    /// An id that is taken.
    #[error("It is there already.")]
    Exists,
    /// More items than an agenda takes.
    #[error("The agenda is full.")]
    AgendaFull,
    /// A judgement of something that is no prompt on the agenda.
    #[error("Choose a question of the agenda whose ideas are to be voted on.")]
    NoPrompt,
    /// Hiding what is hidden.
    #[error("It is hidden already.")]
    AlreadyHidden,
    /// Showing what is not hidden.
    #[error("It is not hidden.")]
    NotHidden,
    /// A timer out of range.
    #[error("A timer runs for at most three hours.")]
    TimerTooLong,
    /// A list of statements that is empty or too long.
    #[error("A list needs at least one statement, and at most 40.")]
    OddList,
    /// A scale with too few or too many options.
    #[error("Give between 2 and 12 options (a rating: 2 to 10 points), and rank no more than there are.")]
    OddScale,
    /// A change after which earlier answers would mean something else.
    #[error("People have answered it already: its wording can change, its options and list can only grow.")]
    WouldLoseAnswers,
    /// A change of what somebody else has changed meanwhile.
    #[error("Somebody else changed this item meanwhile. Yours is kept below: compare, and save again.")]
    EditedMeanwhile,
    /// Repeating what has no second vote.
    #[error("Only votes and surveys can be asked again.")]
    OnceOnly,
    /// Changing how ballots are counted under those who came.
    #[error("Somebody has joined, so this stays as it is.")]
    SomebodyJoined,
    /// Tickets where none are asked for, none at all, or too many at a time.
    #[error("Tickets are made 1 to 2,000 at a time.")]
    OddTickets,
    /// A sheet without a choice, or with two for the same idea.
    #[error("A sheet needs one choice for at least one idea, and no idea twice.")]
    OddSheet,
    /// A change of a theme that was taken off.
    #[error("This theme was taken off meanwhile. Choose another.")]
    ThemeGone,
    /// A change of a theme that is locked.
    #[error("This theme is locked. Unlock it first, or ask a facilitator.")]
    ThemeLocked,
    /// Wording a theme that somebody else has worded since.
    #[error("Somebody else worded this theme meanwhile. Yours is kept below: compare, and save again.")]
    WordedMeanwhile,
    /// More themes than a prompt takes.
    #[error("There are 500 themes here, which is as many as fit. Merge some first.")]
    EnoughThemes,
    /// More ideas than one step moves.
    #[error("Move at most 1,000 ideas at a time.")]
    TooManyMoved,
    /// Moving what somebody else has in hand.
    #[error("Somebody else is moving this right now. Try again in a moment.")]
    HeldByAnother,
    /// More words of its own than a panel takes.
    #[error("A panel takes at most 200 words of its own. Take some off first.")]
    TooManyWords,
    /// A vote on themes where there are none.
    #[error("There are no themes to vote on yet. Group some ideas that the room can see first.")]
    NoThemes,
    /// More themes than dots or places can be given to.
    #[error("Dots and places are given among at most 60 things. Merge some themes first, or set some aside.")]
    TooManyToShare,
    /// A scale of dots or places that cannot be.
    #[error(
        "Give 1 to 100 dots, of which at most 12 go to one thing, or 1 to 12 places; and ask about a list that is seen at once."
    )]
    OddDots,
    /// Showing more where all is shown, or nothing yet.
    #[error("There is nothing more to show here.")]
    NothingFurther,
    /// A proposed theme of which an idea has gone elsewhere.
    #[error(
        "Some of these ideas have gone into a theme or off the screens meanwhile, so nothing was made of them. Look at what is proposed now."
    )]
    ProposalChanged,
    /// A handful that is too small or too large.
    #[error("Give each person between 4 and 24 ideas to sort at a time.")]
    OddHandful,
    /// Words of something that gathers no ideas.
    #[error("Only the ideas of a question can be shown as words.")]
    NoWords,
    /// Merging an idea into itself, into one of another question, or into one that is on no screen.
    #[error("An idea stands with another one of the same question that is on the screens. Choose such a one.")]
    NotMerged,
    /// A name of a theme that something was found in.
    #[error("This name holds a word that may hurt, or points at a person. Please choose other words for it.")]
    NameFlagged,
    /// Freezing a report of nothing.
    #[error("Nobody has said anything yet, so there is nothing to freeze.")]
    NothingToReport,
    /// Freezing what is frozen.
    #[error("Nothing has changed since the last edition was frozen: the board has it already.")]
    NothingNew,
    /// More editions than a report takes.
    #[error("There are 50 editions of this report, which is as many as it takes.")]
    EnoughEditions,
    /// A review of an edition that was never frozen.
    #[error("This edition of the report was not frozen. Please reload the page.")]
    NotFrozen,
    /// A review that says nothing new.
    #[error("Nothing was changed. Adopt, defer or reject it, name an owner or a horizon, or write a comment.")]
    NothingSaid,
    /// A review of what somebody else has reviewed since.
    #[error(
        "Somebody else of the board said something to this meanwhile. Yours is kept below: compare, and save again."
    )]
    ReviewedMeanwhile,
    /// More reviews than a report takes.
    #[error("The board has said 1,000 things to this report, which is as many as it takes. Ask a facilitator.")]
    EnoughSaid,
    /// Letting the room group or sort what it has not been shown.
    #[error("The room has not seen the ideas of that question yet. Show them first, then open this.")]
    StillUnseen,
}

impl Rejection {
    /// Whether the same command may succeed later, so that the phone keeps it.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::TooLate | Self::NotOpenYet | Self::Ended | Self::TooFast | Self::Unavailable
        )
    }
}

impl From<TextError> for Rejection {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}

impl From<Misplaced> for Rejection {
    fn from(misplaced: Misplaced) -> Self {
        Self::Misplaced(misplaced)
    }
}
