//! What leaves a panel, and what comes from another tool: pure functions between a panel and bytes.
//! No I/O, no clock, no randomness: the time and the seed of a shuffle come in as arguments.
//!
//! | function | for whom | words | votes |
//! |---|---|---|---|
//! | [`json`] | the facilitators' archive, lossless | all | as [`Disclosure`] allows, with ids |
//! | [`csv_files`] | facilitators, in a spreadsheet | all | as [`Disclosure`] allows, by pseudonym |
//! | [`polis_files`] | tools that read what Polis writes | all | as [`Disclosure`] allows, by pseudonym |
//! | [`Document`] | the board | what may be quoted | totals of what was revealed |
//! | [`framework_file`] | other panels, other associations | none of the room's | none |

mod archive;
mod assembly;
mod attendance;
mod ballots;
mod bursts;
mod comparison;
mod disclosure;
pub mod document;
mod file;
mod framework;
mod frozen;
mod gathered;
mod initiative;
mod integrity;
mod json;
mod language;
mod map;
mod material;
mod moment;
pub mod polis;
mod render;
mod results;
mod shown;
mod shuffle;
mod spreadsheet;
mod table;
mod told;

pub use crate::{
    archive::{Archive, ArchiveFault, Verified, verify_archive},
    bursts::{ToldBurst, told_bursts},
    comparison::{Change, Comparison, Moves},
    disclosure::Disclosure,
    document::Document,
    file::{File, WriteError},
    framework::{FileFault, FrameworkHash, ReadFramework, framework_file, read_framework},
    frozen::FrozenEdition,
    json::json,
    material::Material,
    polis::polis_files,
    render::{Around, Button, Format, Link, Print},
    spreadsheet::csv_files,
    told::Told,
};
