//! The numbers: pure functions from a panel's log to findings, each with its source and its test
//! against published figures (`docs/METHODS.md`).
//!
//! People, statements and groups are numbered from 0 on, in whichever order the caller has them.

mod audit;
mod bursts;
mod comparison;
mod consensus;
mod crowd;
mod editions;
mod generator;
mod likeness;
mod opinion_groups;
mod partition;
#[cfg(test)]
mod polis_math;
mod principal;
mod ranking;
mod recount;
mod reliability;
mod representative;
mod rounds;
mod saturation;
mod slate;
mod spread;
mod structure;
mod verdict;
mod votes;
mod yes_saying;

pub use audit::{Audit, Difference, audit};
pub use bursts::{Burst, SMALLEST_BURST, bursts};
pub use comparison::Comparison;
pub use consensus::consensus_across;
pub use crowd::{CrowdGroup, Piles, crowd_groups};
pub use editions::Edition;
pub use generator::Generator;
pub use likeness::{LEAST_PEOPLE, LISTED_WORDS, Likeness, NEAR_SCORE, Near, Pairs, Perhaps, Shared, Spoken, WordList};
pub use opinion_groups::{FEWEST_PEOPLE, Grouping, OpinionGroups, Reason};
pub use partition::{adjusted_rand, sorter_agreement, together_or_apart};
pub use ranking::{Ranking, borda, condorcet_winner, preferences, schulze};
pub use recount::{CountedReveal, CountedSurvey, Recount};
pub use reliability::{Reliability, Scale, krippendorff_alpha};
pub use representative::{Representation, representative};
pub use rounds::Change;
pub use saturation::{Run, SATURATED, chao1, coverage, saturated_after, saturation};
pub use slate::{Slate, equal_shares, most_approved};
pub use spread::Spread;
pub use structure::Structure;
pub use verdict::{Scope, Threshold, Verdict};
pub use visioncast_model::{
    Divide, Interval, SMALLEST_CELL, Z_90, bridge, group_informed_consensus, proportion_z, smoothed_share, split,
    suppressed, two_proportion_z,
};
pub use votes::Votes;
