//! How ballots are kept to one a person, in words: the same on every screen.

use visioncast_model::Integrity;

/// What stands beside every result.
#[must_use]
pub(crate) const fn counted(integrity: Integrity) -> &'static str {
    match integrity {
        Integrity::Open => "One ballot a device.",
        Integrity::Ticket => "One ballot a ticket.",
        Integrity::Roll => "One ballot a name on the roll.",
    }
}
