//! What the model refuses, in the language that is spoken.

use visioncast_model::{CodeError, FileFlaw, FrameworkError, Misplaced, Rejection, TextError, initiative::Refusal};

use super::{
    fill::filled,
    table::{Texts, spoken, table, texts},
};

/// How many of [`EACH`] a phone has words of its own for: they come first. Of the rest it meets only what a page that is
/// out of date asks for.
#[cfg(feature = "ssr")]
pub(super) const OF_PHONES: usize = 15;
/// Numbers that no refusal ever holds: they stand for its values while its pattern is made.
const HOLES: [u32; 2] = [u32::MAX, u32::MAX - 1];

/// A refusal of each kind, in the order of their places. The first is said where a page does not know a kind.
pub(super) const EACH: [Rejection; 82] = [
    Rejection::Unreadable,
    Rejection::NotAllowed,
    Rejection::Ended,
    Rejection::NotOpenYet,
    Rejection::TooLate,
    Rejection::Text(TextError::Empty),
    Rejection::Text(TextError::TooLong {
        limit: HOLES[0],
        actual: HOLES[1],
    }),
    Rejection::Text(TextError::ControlCharacter),
    Rejection::HiddenIdea,
    Rejection::NotDealt,
    Rejection::OwnIdea,
    Rejection::EnoughIdeas { limit: HOLES[0] },
    Rejection::OddAnswer,
    Rejection::ThemeChanged,
    Rejection::DotsSpent { left: HOLES[0] },
    Rejection::UnknownConstituency,
    Rejection::UnknownIdea,
    Rejection::NotYourIdea,
    Rejection::IdReused,
    Rejection::UnknownNeighbour,
    Rejection::OddForm,
    Rejection::NotJoined,
    Rejection::Full { capacity: HOLES[0] },
    Rejection::NotEnded,
    Rejection::NoPanel,
    Rejection::UnknownPerson,
    Rejection::UndoTooLate,
    Rejection::UndoImpossible,
    Rejection::TooFast,
    Rejection::Unavailable,
    Rejection::Misplaced(Misplaced::AlreadyOpen),
    Rejection::Misplaced(Misplaced::NotOpen),
    Rejection::Misplaced(Misplaced::AlreadyRevealed),
    Rejection::Misplaced(Misplaced::NothingToReveal),
    Rejection::Misplaced(Misplaced::NotDue),
    Rejection::Misplaced(Misplaced::HasBeenOpen),
    Rejection::Misplaced(Misplaced::Needed),
    Rejection::Misplaced(Misplaced::KindIsFixed),
    Rejection::Misplaced(Misplaced::Exists),
    Rejection::Misplaced(Misplaced::AgendaFull),
    Rejection::Misplaced(Misplaced::NoPrompt),
    Rejection::Misplaced(Misplaced::AlreadyHidden),
    Rejection::Misplaced(Misplaced::NotHidden),
    Rejection::Misplaced(Misplaced::TimerTooLong),
    Rejection::Misplaced(Misplaced::OddSheet),
    Rejection::Misplaced(Misplaced::OddList),
    Rejection::Misplaced(Misplaced::OddScale),
    Rejection::Misplaced(Misplaced::WouldLoseAnswers),
    Rejection::Misplaced(Misplaced::EditedMeanwhile),
    Rejection::Misplaced(Misplaced::OnceOnly),
    Rejection::Misplaced(Misplaced::SomebodyJoined),
    Rejection::Misplaced(Misplaced::OddTickets),
    Rejection::Misplaced(Misplaced::HasBegun),
    Rejection::UnknownTheme,
    Rejection::NotGrouping,
    Rejection::Misplaced(Misplaced::ThemeGone),
    Rejection::Misplaced(Misplaced::ThemeLocked),
    Rejection::Misplaced(Misplaced::WordedMeanwhile),
    Rejection::Misplaced(Misplaced::EnoughThemes),
    Rejection::Misplaced(Misplaced::TooManyMoved),
    Rejection::Misplaced(Misplaced::HeldByAnother),
    Rejection::Misplaced(Misplaced::TooManyWords),
    Rejection::UnknownActivity,
    Rejection::UnknownDomain,
    Rejection::Misplaced(Misplaced::NoThemes),
    Rejection::Misplaced(Misplaced::TooManyToShare),
    Rejection::Misplaced(Misplaced::OddDots),
    Rejection::Misplaced(Misplaced::NothingFurther),
    Rejection::Misplaced(Misplaced::ProposalChanged),
    Rejection::Misplaced(Misplaced::OddHandful),
    Rejection::Misplaced(Misplaced::NoWords),
    Rejection::Misplaced(Misplaced::NotMerged),
    Rejection::Misplaced(Misplaced::NameFlagged),
    Rejection::UnknownRecommendation,
    Rejection::Misplaced(Misplaced::NothingToReport),
    Rejection::Misplaced(Misplaced::NothingNew),
    Rejection::Misplaced(Misplaced::EnoughEditions),
    Rejection::Misplaced(Misplaced::NotFrozen),
    Rejection::Misplaced(Misplaced::NothingSaid),
    Rejection::Misplaced(Misplaced::ReviewedMeanwhile),
    Rejection::Misplaced(Misplaced::EnoughSaid),
    Rejection::Misplaced(Misplaced::StillUnseen),
];

/// Where a refusal stands in [`EACH`], and the values in it.
pub(super) const fn place(why: &Rejection) -> (usize, [u32; 2]) {
    let place = match why {
        Rejection::Unreadable => 0,
        Rejection::NotAllowed => 1,
        Rejection::Ended => 2,
        Rejection::NotOpenYet => 3,
        Rejection::TooLate => 4,
        Rejection::Text(TextError::Empty) => 5,
        Rejection::Text(TextError::TooLong { limit, actual }) => return (6, [*limit, *actual]),
        Rejection::Text(TextError::ControlCharacter) => 7,
        Rejection::HiddenIdea => 8,
        Rejection::NotDealt => 9,
        Rejection::OwnIdea => 10,
        Rejection::EnoughIdeas { limit } => return (11, [*limit, 0]),
        Rejection::OddAnswer => 12,
        Rejection::ThemeChanged => 13,
        Rejection::DotsSpent { left } => return (14, [*left, 0]),
        Rejection::UnknownConstituency => 15,
        Rejection::UnknownIdea => 16,
        Rejection::NotYourIdea => 17,
        Rejection::IdReused => 18,
        Rejection::UnknownNeighbour => 19,
        Rejection::OddForm => 20,
        Rejection::NotJoined => 21,
        Rejection::Full { capacity } => return (22, [*capacity, 0]),
        Rejection::NotEnded => 23,
        Rejection::NoPanel => 24,
        Rejection::UnknownPerson => 25,
        Rejection::UndoTooLate => 26,
        Rejection::UndoImpossible => 27,
        Rejection::TooFast => 28,
        Rejection::Unavailable => 29,
        Rejection::Misplaced(Misplaced::AlreadyOpen) => 30,
        Rejection::Misplaced(Misplaced::NotOpen) => 31,
        Rejection::Misplaced(Misplaced::AlreadyRevealed) => 32,
        Rejection::Misplaced(Misplaced::NothingToReveal) => 33,
        Rejection::Misplaced(Misplaced::NotDue) => 34,
        Rejection::Misplaced(Misplaced::HasBeenOpen) => 35,
        Rejection::Misplaced(Misplaced::Needed) => 36,
        Rejection::Misplaced(Misplaced::KindIsFixed) => 37,
        Rejection::Misplaced(Misplaced::Exists) => 38,
        Rejection::Misplaced(Misplaced::AgendaFull) => 39,
        Rejection::Misplaced(Misplaced::NoPrompt) => 40,
        Rejection::Misplaced(Misplaced::AlreadyHidden) => 41,
        Rejection::Misplaced(Misplaced::NotHidden) => 42,
        Rejection::Misplaced(Misplaced::TimerTooLong) => 43,
        Rejection::Misplaced(Misplaced::OddSheet) => 44,
        Rejection::Misplaced(Misplaced::OddList) => 45,
        Rejection::Misplaced(Misplaced::OddScale) => 46,
        Rejection::Misplaced(Misplaced::WouldLoseAnswers) => 47,
        Rejection::Misplaced(Misplaced::EditedMeanwhile) => 48,
        Rejection::Misplaced(Misplaced::OnceOnly) => 49,
        Rejection::Misplaced(Misplaced::SomebodyJoined) => 50,
        Rejection::Misplaced(Misplaced::OddTickets) => 51,
        Rejection::Misplaced(Misplaced::HasBegun) => 52,
        Rejection::UnknownTheme => 53,
        Rejection::NotGrouping => 54,
        Rejection::Misplaced(Misplaced::ThemeGone) => 55,
        Rejection::Misplaced(Misplaced::ThemeLocked) => 56,
        Rejection::Misplaced(Misplaced::WordedMeanwhile) => 57,
        Rejection::Misplaced(Misplaced::EnoughThemes) => 58,
        Rejection::Misplaced(Misplaced::TooManyMoved) => 59,
        Rejection::Misplaced(Misplaced::HeldByAnother) => 60,
        Rejection::Misplaced(Misplaced::TooManyWords) => 61,
        Rejection::UnknownActivity => 62,
        Rejection::UnknownDomain => 63,
        Rejection::Misplaced(Misplaced::NoThemes) => 64,
        Rejection::Misplaced(Misplaced::TooManyToShare) => 65,
        Rejection::Misplaced(Misplaced::OddDots) => 66,
        Rejection::Misplaced(Misplaced::NothingFurther) => 67,
        Rejection::Misplaced(Misplaced::ProposalChanged) => 68,
        Rejection::Misplaced(Misplaced::OddHandful) => 69,
        Rejection::Misplaced(Misplaced::NoWords) => 70,
        Rejection::Misplaced(Misplaced::NotMerged) => 71,
        Rejection::Misplaced(Misplaced::NameFlagged) => 72,
        Rejection::UnknownRecommendation => 73,
        Rejection::Misplaced(Misplaced::NothingToReport) => 74,
        Rejection::Misplaced(Misplaced::NothingNew) => 75,
        Rejection::Misplaced(Misplaced::EnoughEditions) => 76,
        Rejection::Misplaced(Misplaced::NotFrozen) => 77,
        Rejection::Misplaced(Misplaced::NothingSaid) => 78,
        Rejection::Misplaced(Misplaced::ReviewedMeanwhile) => 79,
        Rejection::Misplaced(Misplaced::EnoughSaid) => 80,
        Rejection::Misplaced(Misplaced::StillUnseen) => 81,
    };
    (place, [0; 2])
}

/// What every refusal is, with holes for its values.
pub(super) fn patterns(texts: &Texts) -> Vec<&'static str> {
    let pattern = |why: Rejection| {
        let [first, second] = HOLES.map(|hole| hole.to_string());
        let sentence = (texts.rejection)(why).replace(&first, "{0}").replace(&second, "{1}");
        &*sentence.leak()
    };
    EACH.map(pattern).into()
}

/// Why something was refused, as a sentence for whoever wanted it.
#[must_use]
pub fn refusal(why: &Rejection) -> String {
    let (place, values) = place(why);
    let patterns = table().refusals;
    let pattern = patterns.get(place).or(patterns.first()).copied().unwrap_or_default();
    filled(pattern, &[("0", values[0]), ("1", values[1])])
}

/// What is wrong with a text, to go on behind a colon; only on the server.
#[must_use]
pub fn text_error(why: TextError) -> String {
    (texts(spoken()).text_error)(why)
}

/// What is wrong with a code, likewise.
#[must_use]
pub fn code_error(why: CodeError) -> String {
    (texts(spoken()).code_error)(why)
}

/// Why an edit of a framework is not made, likewise.
#[must_use]
pub fn framework_error(why: &FrameworkError) -> String {
    (texts(spoken()).framework_error)(why)
}

/// What is wrong with the file of a framework, likewise.
#[must_use]
pub fn file_flaw(flaw: &FileFlaw) -> String {
    (texts(spoken()).file_flaw)(flaw)
}

/// Why an initiative is not changed, as a sentence for whoever wanted it; only on the server.
#[must_use]
pub fn initiative_refusal(why: &Refusal) -> String {
    (texts(spoken()).initiative_refusal)(why)
}
