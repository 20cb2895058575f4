//! How volunteers are reached: what is taken for a contact, how they leave again, and their list as a table.

use rand::seq::IndexedRandom as _;
use visioncast_model::Framework;

use crate::store::{TokenHash, Volunteer, token_hash};

/// The longest address (RFC 5321, a path without its brackets).
const ADDRESS_CHARS: usize = 254;
/// How many digits a number has (ITU-T E.164 allows 15).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// Signs of a removal code that nobody mistakes for another.
const SIGNS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many signs a removal code has, in groups of four: some 59 bits.
const CODE_SIGNS: usize = 12;

/// Why a text is no contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContactError {
    /// There is none.
    Empty,
    /// It has an @, and is no address.
    Address,
    /// It has digits, and is no number.
    Number,
    /// It is something else.
    Neither,
}

/// `text` as a contact is kept and compared: an address in small letters, or a number without its spaces.
///
/// # Errors
/// Where it is neither.
pub(crate) fn checked_contact(text: &str) -> Result<String, ContactError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ContactError::Empty);
    }
    if let Some((name, host)) = text.rsplit_once('@') {
        let mut labels = host.split('.');
        let is_label = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
        let plain = |sign: char| !sign.is_whitespace() && !sign.is_control() && !"@<>()[],;:\\\"".contains(sign);
        let fine = text.chars().count() <= ADDRESS_CHARS
            && !name.is_empty()
            && name.chars().all(plain)
            && host.contains('.')
            && host
                .chars()
                .all(|sign| sign.is_alphanumeric() || sign == '-' || sign == '.')
            && labels.clone().all(is_label)
            && labels.next_back().is_some_and(|last| last.chars().count() > 1);
        return fine.then(|| text.to_lowercase()).ok_or(ContactError::Address);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !text
        .chars()
        .all(|sign| sign.is_ascii_digit() || " +-().\u{a0}/".contains(sign))
    {
        return Err(ContactError::Neither);
    }
    if !DIGITS.contains(&digits.len()) || text.rfind('+').is_some_and(|place| place > 0) {
        return Err(ContactError::Number);
    }
    let plus = if text.starts_with('+') { "+" } else { "" };
    Ok(format!("{plus}{digits}"))
}

/// A code by which a volunteer leaves again; shown once.
pub(crate) fn removal_code() -> String {
    let mut rng = rand::rng();
    let mut code = String::new();
    for place in 0..CODE_SIGNS {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(SIGNS.choose(&mut rng).map_or('2', |sign| char::from(*sign)));
    }
    code
}

/// What is kept of a removal code, however it was typed.
pub(crate) fn removal_hash(contact: &str, code: &str) -> TokenHash {
    let signs = code.chars().filter(char::is_ascii_alphanumeric);
    let code: String = signs.map(|sign| sign.to_ascii_uppercase()).collect();
    token_hash(&format!("{code} {contact}"))
}

/// The volunteers as a table, in the order of their contacts; `steps` are the names of the steps.
///
/// # Errors
/// Where a table cannot be written, which only a lack of memory can bring about.
pub(crate) fn volunteers_csv(
    volunteers: &[Volunteer],
    framework: &Framework,
    steps: &[String],
) -> Result<Vec<u8>, csv::Error> {
    let mut volunteers: Vec<&Volunteer> = volunteers.iter().collect();
    volunteers.sort_by(|one, other| one.contact.cmp(&other.contact));
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        // Without a byte order mark Excel misreads every accent.
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(["contact", "name", "domains", "steps", "agreed to"])?;
    for volunteer in volunteers {
        let domain = |number: &u16| {
            let domain = framework.domain(visioncast_model::DomainId(*number));
            domain.map_or_else(|| format!("domain {number}"), |domain| domain.name.clone())
        };
        let step = |number: &u16| {
            let name = steps.get(usize::from(*number).wrapping_sub(1));
            name.cloned().unwrap_or_else(|| format!("step {number}"))
        };
        let domains: Vec<String> = volunteer.domains.iter().map(domain).collect();
        let named: Vec<String> = volunteer.steps.iter().map(step).collect();
        writer.write_record([
            guarded(&volunteer.contact),
            guarded(&volunteer.name),
            guarded(&domains.join("; ")),
            guarded(&named.join("; ")),
            guarded(&volunteer.consent),
        ])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A cell that no spreadsheet computes.
fn guarded(cell: &str) -> String {
    let risky = cell
        .trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    if risky { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_is_said_so() {
        for (typed, kept) in [
            (" Ada@Example.ORG ", "ada@example.org"),
            ("ada+panel@mail.example.co.uk", "ada+panel@mail.example.co.uk"),
            ("josé@exámple.mx", "josé@exámple.mx"),
            ("+1 (505) 555-0100", "+15055550100"),
            ("0505/555 01 00", "05055550100"),
        ] {
            assert_eq!(checked_contact(typed).as_deref(), Ok(kept), "{typed}");
        }
        for (typed, why) in [
            ("  ", ContactError::Empty),
            ("ada@example", ContactError::Address),
            ("@example.org", ContactError::Address),
            ("ada@@example.org", ContactError::Address),
            ("ada lovelace@example.org", ContactError::Address),
            ("ada@-example.org", ContactError::Address),
            ("ada@example.o", ContactError::Address),
            ("555 010", ContactError::Number),
            ("1234567890123456", ContactError::Number),
            ("505+555+0100", ContactError::Number),
            ("call me", ContactError::Neither),
        ] {
            assert_eq!(checked_contact(typed), Err(why), "{typed}");
        }
        let long = format!("{}@example.org", "a".repeat(ADDRESS_CHARS));
        assert_eq!(checked_contact(&long), Err(ContactError::Address));
    }

    #[test]
    fn a_code_is_known_however_it_is_typed_and_for_its_contact_alone() {
        let code = removal_code();
        assert_eq!(code.len(), CODE_SIGNS + 2);
        let kept = removal_hash("ada@example.org", &code);
        let typed = code.to_lowercase().replace('-', " ");
        assert_eq!(removal_hash("ada@example.org", &typed), kept);
        assert_ne!(removal_hash("ben@example.org", &code), kept);
        assert_ne!(removal_code(), code);
    }

    #[test]
    fn no_cell_is_computed() {
        for cell in ["=1+1", "+15055550100", "-1", "@x", "'=1"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        assert_eq!(guarded("Ada"), "Ada");
    }
}
