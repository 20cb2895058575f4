//! Fingerprints: of a command (to tell a repeated one from a changed one) and of words (so that
//! the log stays verifiable after the words are erased).

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::Command;

/// The first eight bytes of the SHA-256 of a command's wire form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest(pub u64);

impl Digest {
    /// The fingerprint of `command`.
    #[must_use]
    pub fn of(command: &Command) -> Self {
        let bytes = postcard::to_allocvec(command).unwrap_or_default();
        let hash = Sha256::digest(&bytes);
        let mut head = [0; 8];
        head.copy_from_slice(&hash[..8]);
        Self(u64::from_be_bytes(head))
    }
}

/// SHA-256 over salt and words.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct WordsHash([u8; 32]);

impl WordsHash {
    /// The hash of `text` under `salt`.
    #[must_use]
    pub fn of(salt: &[u8; 16], text: &str) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(salt);
        hasher.update(text.as_bytes());
        Self(hasher.finalize().into())
    }
}

impl fmt::Debug for WordsHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&String::from(*self))
    }
}

impl From<WordsHash> for String {
    fn from(hash: WordsHash) -> Self {
        hash.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl TryFrom<String> for WordsHash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        const WRONG: &str = "a hash of words is 64 hexadecimal digits";
        if text.len() != 64 || !text.is_ascii() {
            return Err(WRONG);
        }
        let mut hash = [0; 32];
        for (byte, place) in hash.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[place..place + 2], 16).map_err(|_| WRONG)?;
        }
        Ok(Self(hash))
    }
}
