//! What somebody is typing, kept with every stroke.

use serde::{Deserialize, Serialize};
use visioncast_model::{ActivityId, DomainId, wire};

use super::storage;
use crate::packed::{pack, unpack};

/// See the outbox's.
const FORMAT: &str = "1";

/// An idea that is not sent yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its words so far.
    pub words: String,
    /// Its domain.
    pub domain: Option<DomainId>,
    /// Whether the report may quote it.
    pub quotable: bool,
}

impl Draft {
    /// What the device kept for an activity.
    #[must_use]
    pub fn load(code: &str, activity: ActivityId) -> Option<Self> {
        wire::from_body(&unpack(&storage::read(&key(code, activity))?)?).ok()
    }

    /// Keeps it, or forgets what was kept where nothing is typed.
    pub fn keep(&self, code: &str, activity: ActivityId) {
        keep(&key(code, activity), (!self.is_blank()).then_some(self));
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }

    /// This draft with all words of `other` in it: nothing typed is lost where two meet.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        if other.words.contains(self.words.trim()) {
            other
        } else if self.words.contains(other.words.trim()) {
            self
        } else {
            let words = [self.words.trim(), other.words.trim()].join("\n");
            Self { words, ..other }
        }
    }
}

/// What stands in the fields of the server's forms and is not saved: ids of fields and texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// What the device kept for an activity.
    #[must_use]
    pub fn load(code: &str, activity: ActivityId) -> Self {
        let kept = storage::read(&filled(code, activity)).and_then(|text| unpack(&text));
        Self(kept.and_then(|bytes| wire::from_body(&bytes).ok()).unwrap_or_default())
    }

    /// Keeps it, or forgets what was kept where nothing is typed.
    pub fn keep(&self, code: &str, activity: ActivityId) {
        keep(&filled(code, activity), (!self.0.is_empty()).then_some(&self.0));
    }
}

fn keep<T: Serialize>(key: &str, typed: Option<&T>) {
    match typed {
        None => storage::remove(key),
        Some(typed) => {
            storage::write(key, &pack(&wire::to_body(typed)));
        }
    }
}

fn key(code: &str, activity: ActivityId) -> String {
    ["visioncast/", code, "/typed/", FORMAT, "/", &activity.to_string()].concat()
}

fn filled(code: &str, activity: ActivityId) -> String {
    key(code, activity) + "/filled"
}

#[cfg(test)]
mod tests {
    use super::Draft;

    fn draft(words: &str) -> Draft {
        Draft {
            words: words.to_owned(),
            ..Draft::default()
        }
    }

    #[test]
    fn where_two_drafts_meet_no_words_are_lost() {
        assert_eq!(draft("one").with(draft("")).words, "one");
        assert_eq!(draft("").with(draft("two")).words, "two");
        assert_eq!(draft("one").with(draft("one two")).words, "one two");
        assert_eq!(draft("one").with(draft("two")).words, "one\ntwo");
    }
}
