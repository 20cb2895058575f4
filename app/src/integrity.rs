//! How ballots are kept to one a person, in words: the same beside every result but the phone's, which has texts of its
//! own.

use visioncast_model::Integrity;

use crate::language::Live;

/// What stands beside every result.
#[must_use]
pub(crate) fn counted(integrity: Integrity) -> &'static str {
    match integrity {
        Integrity::Open => Live::OneADevice.text(),
        Integrity::Ticket => Live::OneATicket.text(),
        Integrity::Roll => Live::OneAName.text(),
    }
}
