//! Which words stand in a report: a message is a variant of [`Phrase`], a language one file that gives each its text, so
//! that a missing one does not compile.

mod english;
mod fill;
mod numbers;
mod phrase;
mod spanish;

use visioncast_model::{Language, Timestamp, message::form};

pub(crate) use fill::{Value, clean};
pub(crate) use phrase::Phrase;

use crate::document::{Sentence, Span, Tone};

/// Says things in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speaker(pub(crate) Language);

impl Speaker {
    /// A message without values.
    pub(crate) const fn text(self, phrase: Phrase) -> &'static str {
        match self.0 {
            Language::English => english::text(phrase),
            Language::Spanish => spanish::text(phrase),
        }
    }

    /// The same, to keep.
    pub(crate) fn owned(self, phrase: Phrase) -> String {
        self.text(phrase).to_owned()
    }

    /// A message as a sentence, with values in its holes.
    pub(crate) fn say(self, phrase: Phrase, values: &[(&str, Value<'_>)]) -> Sentence {
        sentence(fill::filled(self.text(phrase), values))
    }

    /// The same in the form for so many, which fill the hole `count`.
    pub(crate) fn count(self, phrase: Phrase, count: usize, values: &[(&str, Value<'_>)]) -> Sentence {
        let mut all = vec![("count", Value::Said(self.number(count as u64)))];
        all.extend_from_slice(values);
        let text = form(self.text(phrase), u32::try_from(count).unwrap_or(u32::MAX));
        sentence(fill::filled(text, &all))
    }

    /// A message aside.
    pub(crate) fn aside(self, phrase: Phrase) -> Sentence {
        self.say(phrase, &[]).toned(Tone::Aside)
    }

    /// `1,234`.
    pub(crate) fn number(self, number: u64) -> String {
        numbers::grouped(number, self.0)
    }

    /// `2.4`.
    pub(crate) fn decimal(self, number: f64) -> String {
        numbers::decimal(number, self.0)
    }

    /// `0.24`.
    pub(crate) fn hundredths(self, number: f64) -> String {
        numbers::hundredths(number, self.0)
    }

    /// `part` of `whole` in whole per cent; a dash where there is nothing to take part of.
    pub(crate) fn per_cent(self, part: u32, whole: u32) -> String {
        match whole {
            0 => "–".to_owned(),
            whole => self.share(f64::from(part) / f64::from(whole)),
        }
    }

    /// A share in whole per cent.
    pub(crate) fn share(self, share: f64) -> String {
        numbers::per_cent(share, self.0)
    }

    /// The day of a moment, in UTC.
    pub(crate) fn day(self, at: Timestamp) -> String {
        numbers::day(at, self.0)
    }

    /// `one, two and three`.
    pub(crate) fn list(self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => [&first.join(", "), " ", self.text(Phrase::And), " ", last].concat(),
        }
    }
}

fn sentence(spans: Vec<Span>) -> Sentence {
    Sentence {
        spans,
        ..Sentence::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holes(text: &str) -> Vec<&str> {
        let parts = text.split('{').skip(1);
        let mut holes: Vec<&str> = parts.filter_map(|part| part.split('}').next()).collect();
        holes.sort_unstable();
        holes.dedup();
        holes
    }

    #[test]
    fn every_language_fills_the_same_holes() {
        let speakers = Language::ALL.map(Speaker);
        for phrase in Phrase::ALL {
            let expected = speakers[0].text(*phrase);
            for speaker in speakers {
                let text = speaker.text(*phrase);
                assert!(!text.is_empty(), "{phrase:?} in {}", speaker.0);
                assert_eq!(holes(text), holes(expected), "{phrase:?} in {}", speaker.0);
                assert_eq!(
                    text.contains('|'),
                    expected.contains('|'),
                    "{phrase:?} in {}",
                    speaker.0
                );
            }
        }
    }

    #[test]
    fn a_list_reads_well() {
        let list = |parts: &[&str]| {
            let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            Language::ALL.map(|language| Speaker(language).list(&parts))
        };
        assert_eq!(list(&[]), ["", ""]);
        assert_eq!(list(&["a", "b", "c"]), ["a, b and c", "a, b y c"]);
    }
}
