use visioncast_model::Integrity;

/// How it was made sure that nobody has two ballots, and what that is worth: beside every result.
pub(crate) const fn in_words(integrity: Integrity) -> &'static str {
    match integrity {
        Integrity::Open => {
            "One ballot a device: whoever had the code could join, so nothing but manners kept one person from \
             joining twice. Bursts of joins that vote alike are pointed out where there are any, and results given with \
             and without them."
        }
        Integrity::Ticket => "One ballot a ticket.",
        Integrity::Roll => "One ballot a name on the roll, by a ticket.",
    }
}
