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

/// Why a text is no join code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Too short or too long, spaces and dashes left aside.
    #[error("a code has {LENGTH} letters and digits, this one has {0}")]
    Length(usize),
    /// A sign that no code uses.
    #[error("no code has a “{0}” in it")]
    Symbol(char),
}

impl JoinCode {
    /// The code for a random number; every code is equally likely for uniform input up to a bias
    /// of 27^6 / 2^64.
    #[must_use]
    pub fn from_random(mut random: u64) -> Self {
        let base = SYMBOLS.len() as u64;
        Self([(); LENGTH].map(|()| {
            let symbol = SYMBOLS[(random % base) as usize];
            random /= base;
            symbol
        }))
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
        let signs: Vec<char> = text
            .chars()
            .filter(|sign| !sign.is_whitespace() && *sign != '-')
            .map(|sign| sign.to_ascii_uppercase())
            .collect();
        if signs.len() != LENGTH {
            return Err(CodeError::Length(signs.len()));
        }
        let mut code = [0; LENGTH];
        for (slot, sign) in code.iter_mut().zip(signs) {
            *slot = u8::try_from(sign)
                .ok()
                .filter(|byte| SYMBOLS.contains(byte))
                .ok_or(CodeError::Symbol(sign))?;
        }
        Ok(Self(code))
    }
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
        assert_eq!("K7M2P".parse::<JoinCode>(), Err(CodeError::Length(5)));
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
