//! The few numbers that a reveal shows, and the counts that it keeps back: pure functions, each with its source. All others
//! are in the crate `analysis`, which passes these on.

mod accord;
mod division;
mod proportion;
mod small_cells;

pub use accord::Accord;
pub(crate) use accord::{Sighting, accord};
pub use division::{Divide, bridge, group_informed_consensus, split};
pub use proportion::{Z_90, proportion_z, smoothed_share, two_proportion_z};
pub use small_cells::{SMALLEST_CELL, kept_back, suppressed};
