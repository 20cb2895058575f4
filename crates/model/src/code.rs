//! The code on the projector that lets somebody join.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Neither vowels (no words come out) nor signs that look alike on a projector.
const SYMBOLS: &[u8; 27] = b"23456789BCDFGHJKMNPQRSTVWXZ";
/// 27^6 codes: 387 million, far beyond what throttled guessing reaches during an event.
const LENGTH: usize = 6;

/// Six unambiguous capital letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct JoinCode([u8; LENGTH]);

/// Why a text is no join code, or no ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Too short or too long, spaces and dashes left aside.
    #[error("it should have {wanted} letters and digits and has {actual}")]
    Length {
        /// How many it has.
        wanted: usize,
        /// How many these are.
        actual: usize,
    },
    /// A sign that none has.
    #[error("no code has a “{0}” in it")]
    Symbol(char),
}

impl JoinCode {
    /// The code for a random number; every code is equally likely for uniform input up to a bias
    /// of 27^6 / 2^64.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        Self(random_signs(u128::from(random)))
    }

    /// The six signs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for JoinCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for JoinCode {
    type Err = CodeError;

    /// Reads a code as people type it: in small letters, with spaces or dashes.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        read_signs(text).map(Self)
    }
}

/// So many signs, for a random number.
pub(crate) fn random_signs<const N: usize>(mut random: u128) -> [u8; N] {
    let base = SYMBOLS.len() as u128;
    [(); N].map(|()| {
        let symbol = SYMBOLS[(random % base) as usize];
        random /= base;
        symbol
    })
}

/// Reads so many signs as people type them: in small letters, with spaces or dashes.
pub(crate) fn read_signs<const N: usize>(text: &str) -> Result<[u8; N], CodeError> {
    let signs: Vec<char> = text
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '-')
        .map(|sign| sign.to_ascii_uppercase())
        .collect();
    if signs.len() != N {
        return Err(CodeError::Length {
            wanted: N,
            actual: signs.len(),
        });
    }
    let mut read = [0; N];
    for (slot, sign) in read.iter_mut().zip(signs) {
        *slot = u8::try_from(sign)
            .ok()
            .filter(|byte| SYMBOLS.contains(byte))
            .ok_or(CodeError::Symbol(sign))?;
    }
    Ok(read)
}

impl From<JoinCode> for String {
    fn from(code: JoinCode) -> Self {
        code.as_str().to_owned()
    }
}

impl TryFrom<String> for JoinCode {
    type Error = CodeError;

    fn try_from(text: String) -> Result<Self, CodeError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code: JoinCode = "k7m-2 pq".parse().expect("a sloppy code is fine");
        assert_eq!(code.as_str(), "K7M2PQ");
        let short = CodeError::Length { wanted: 6, actual: 5 };
        assert_eq!("K7M2P".parse::<JoinCode>(), Err(short));
        assert_eq!("K7M2PO".parse::<JoinCode>(), Err(CodeError::Symbol('O')));
    }

    #[test]
    fn every_random_number_gives_a_readable_code() {
        for random in [0, 1, 26, 27, 387_420_488, u64::MAX] {
            let code = JoinCode::from_random(random);
            assert_eq!(code.as_str().parse(), Ok(code));
        }
    }
}
