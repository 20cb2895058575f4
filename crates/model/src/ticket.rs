//! What a one-time ticket says: on a card as a QR code and in letters, in the database as a hash alone.

use std::{fmt, str::FromStr};

use crate::code::{CodeError, random_signs, read_signs};

/// 27^12 tickets, 57 bits: at the slowed-down pace of guessing, one of ten thousand that are out is found in
/// some hundred thousand years; and from a stolen hash in months rather than hours.
const LENGTH: usize = 12;
/// They stand in groups of so many.
const GROUP: usize = 4;

/// Twelve unambiguous capital letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket([u8; LENGTH]);

impl Ticket {
    /// The ticket for a random number; every ticket is equally likely for uniform input up to a bias of 27^12 / 2^128.
    #[must_use]
    pub fn from_random(random: u128) -> Self {
        Self(random_signs(random))
    }

    /// The twelve signs, as they stand in an address and are hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Ticket {
    /// In groups, as it is printed and typed: `K7M2-PQRS-TV34`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, sign) in self.as_str().chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                formatter.write_str("-")?;
            }
            write!(formatter, "{sign}")?;
        }
        Ok(())
    }
}

impl FromStr for Ticket {
    type Err = CodeError;

    /// Reads a ticket as people type it: in small letters, with spaces or dashes.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        read_signs(text).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_read_as_it_is_printed_and_as_people_type_it() {
        let ticket = Ticket::from_random(u128::MAX / 7);
        assert_eq!(ticket.to_string().parse(), Ok(ticket));
        assert_eq!(ticket.to_string().to_lowercase().replace('-', " ").parse(), Ok(ticket));
        assert_eq!(ticket.as_str().parse(), Ok(ticket));
        assert_eq!(
            "K7M2".parse::<Ticket>(),
            Err(CodeError::Length { wanted: 12, actual: 4 })
        );
        assert_eq!("K7M2-PQRS-TV3O".parse::<Ticket>(), Err(CodeError::Symbol('O')));
    }
}
