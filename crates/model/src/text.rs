//! What people type, checked.

use serde::{Deserialize, Serialize};

use crate::{PersonId, WordsId};

/// The longest idea, in characters: a long paragraph; the phone shows what is left.
pub const IDEA_CHARS: usize = 1_000;
/// The longest reflection, in characters: a page.
pub const REFLECTION_CHARS: usize = 3_000;
/// The longest question or probe of an activity, in characters.
pub const QUESTION_CHARS: usize = 500;
/// The longest title, name or label, in characters.
pub const LINE_CHARS: usize = 200;

/// Words as they go into the side table, apart from the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What the log knows them by.
    pub id: WordsId,
    /// Who wrote them, where a person of the room did.
    pub person: Option<PersonId>,
    /// Random; keeps the hash in the log from giving short words away.
    pub salt: [u8; 16],
    /// The words.
    pub text: String,
}

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("it is empty")]
    Empty,
    /// More than fits; both in characters.
    #[error("it has {actual} characters, {limit} fit")]
    TooLong {
        /// How many fit.
        limit: u32,
        /// How many there are.
        actual: u32,
    },
    /// A sign that cannot be shown.
    #[error("it holds a control character")]
    ControlCharacter,
}

/// `text` without white space around it, `\r\n` as `\n`; line breaks are fine.
///
/// # Errors
/// Where nothing is left, more than `limit` characters are left, or control characters are in it.
pub fn checked_words(text: &str, limit: usize) -> Result<String, TextError> {
    checked(text, limit, |sign| sign == '\n' || sign == '\t')
}

/// Like [`checked_words`], for what stands on one line.
///
/// # Errors
/// As [`checked_words`]; a line break counts as a control character.
pub fn checked_line(text: &str, limit: usize) -> Result<String, TextError> {
    checked(text, limit, |_| false)
}

fn checked(text: &str, limit: usize, fine: fn(char) -> bool) -> Result<String, TextError> {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    let seen = |sign: &char| !sign.is_whitespace() && !is_invisible(*sign);
    if text.chars().find(seen).is_none() {
        return Err(TextError::Empty);
    }
    let actual = text.chars().count();
    if actual > limit {
        return Err(TextError::TooLong {
            limit: limit as u32,
            actual: actual as u32,
        });
    }
    if text.chars().any(|sign| sign.is_control() && !fine(sign)) {
        return Err(TextError::ControlCharacter);
    }
    Ok(text.to_owned())
}

/// What words say without case, white space and punctuation of any script; where they hold neither letters nor digits, the
/// pictures that they are.
pub fn essence(words: &str) -> impl Iterator<Item = char> + '_ {
    let pictures = !words.contains(char::is_alphanumeric);
    let kept = move |sign: &char| sign.is_alphanumeric() || pictures && !sign.is_whitespace() && !is_invisible(*sign);
    words.chars().filter(kept).flat_map(char::to_lowercase)
}

/// Signs without width: alone they make no text, within words (joiners, direction) they matter.
const fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_trimmed_and_keep_their_line_breaks() {
        assert_eq!(checked_words("  one\r\ntwo \n", 10), Ok("one\ntwo".to_owned()));
        assert_eq!(checked_line("one\ntwo", 10), Err(TextError::ControlCharacter));
    }

    #[test]
    fn case_space_and_punctuation_of_any_script_make_no_other_words() {
        let same = |one: &str, other: &str| essence(one).eq(essence(other));
        assert!(same("A garden!", "a  garden"));
        assert!(same("¿Más «árboles»?", "más árboles…"));
        assert!(same("もっと木を。", "もっと、木を"));
        assert!(same("مزيد من الأشجار؟", "مزيد، من الأشجار"));
        assert!(!same("🌱", "🌳") && same("🌱 🌱", "🌱🌱"));
        assert!(!same("a garden", "a gardener"));
    }

    #[test]
    fn nothing_too_much_and_the_unprintable_are_refused() {
        assert_eq!(checked_words(" \u{200B}\n ", 10), Err(TextError::Empty));
        let long = "ä".repeat(10_000);
        assert_eq!(
            checked_words(&long, IDEA_CHARS),
            Err(TextError::TooLong {
                limit: 1_000,
                actual: 10_000
            })
        );
        assert_eq!(checked_words("a\u{7}b", 10), Err(TextError::ControlCharacter));
    }
}
