//! The numbers: pure functions from a panel's log to findings, each with its source and its test
//! against published figures (`docs/METHODS.md`).

mod audit;
mod consensus;
mod recount;
mod small_cells;

pub use audit::{Audit, Difference, audit};
pub use consensus::group_informed_consensus;
pub use recount::{CountedReveal, Recount};
pub use small_cells::{SMALLEST_CELL, suppressed};
pub use visioncast_model::Interval;
