//! Conversations of Polis: read from the four files that it exports, taken over as a closed panel,
//! and written back.
//!
//! | file | read | written |
//! |---|---|---|
//! | `comments.csv` | statements, authors, moderation, `is-seed`, `is-meta` | one row per idea; `agrees` and `disagrees` count every vote row, re-votes too |
//! | `votes.csv` | every row, in file order; agree = 1, disagree = −1, pass = 0 | every row |
//! | `participants-votes.csv` | who took part and `group-id`; the matrix is checked against the votes | the last vote per person and statement |
//! | `summary.csv` | topic, address, description | counted anew |
//!
//! What is not kept: `xid`, which another system knows people by; `views`; the time zone of
//! `datetime`, which is written in UTC. `group-informed-consensus` is computed again.

mod gathered;
mod numbers;
mod read;
mod take_over;
mod write;

use visioncast_model::Choice;

pub use read::{Conversation, Folder, Participant, ReadError, Statement, Vote, read};
pub use take_over::{TakeOver, TakeOverError, TakenOver, take_over};
pub use write::polis_files;

/// The number that Polis writes for a choice.
const fn number(choice: Choice) -> i8 {
    match choice {
        Choice::Agree => 1,
        Choice::Disagree => -1,
        Choice::Pass => 0,
    }
}
