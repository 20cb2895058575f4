//! A framework as one file, to keep, to pass on and to edit by hand:
//!
//! ```text
//! {
//!   "format": "visioncast-framework", "version": 1,
//!   "hash": "sha256:…",                SHA-256 over `framework`, written without white space
//!   "framework": { … }                 names, lists, texts, version and history
//! }
//! ```
//!
//! Fields always stand in the same order, so that two versions of a file can be compared line by line, and anybody can
//! count the hash again: `jq -cj .framework FILE | sha256sum`.

mod read;
mod tree;

use std::fmt;

use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use visioncast_model::Framework;

use crate::WriteError;
pub use read::{FileFault, ReadFramework, read_framework};

const FORMAT: &str = "visioncast-framework";
const VERSION: u16 = 1;
/// What a hash begins with in files.
const SHA256: &str = "sha256:";

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u16,
    hash: String,
    framework: &'a Framework,
}

/// SHA-256 of all that a framework says: two with the same hash are the same, to the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameworkHash([u8; 32]);

impl FrameworkHash {
    /// The hash of a framework.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn of(framework: &Framework) -> Result<Self, WriteError> {
        Ok(Self(Sha256::digest(serde_json::to_vec(framework)?).into()))
    }

    /// Its first eight digits, enough to tell the versions of an association's framework apart.
    #[must_use]
    pub fn short(&self) -> String {
        self.0[..4].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Serialize for FrameworkHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for FrameworkHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(SHA256)?;
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

/// Which framework it was, where people read of it: as in `version 3, 5f2c81ab`.
pub(crate) fn edition(framework: &Framework) -> String {
    let hash = FrameworkHash::of(framework)
        .map(|hash| hash.short())
        .unwrap_or_default();
    match framework.version {
        0 => hash,
        version => format!("version {version}, {hash}"),
    }
}

/// The file of a framework.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn framework_file(framework: &Framework) -> Result<Vec<u8>, WriteError> {
    let document = Document {
        format: FORMAT,
        version: VERSION,
        hash: FrameworkHash::of(framework)?.to_string(),
        framework,
    };
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    Ok(bytes)
}
