use std::ops::Range;

use super::{
    common_words::Weight,
    word::{Reader, Word},
};

/// What two texts have in common, as it stands in each of them, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// In the one: ranges in order, apart from each other.
    pub one: Vec<Range<usize>>,
    /// In the other.
    pub other: Vec<Range<usize>>,
}

impl Shared {
    /// What `one` and `other` have in common: words with the same stem, and long ones that differ by a slip of the thumb.
    #[must_use]
    pub fn of(one: &str, other: &str) -> Self {
        let reader = Reader::default();
        let (one, other) = (reader.words(one), reader.words(other));
        let told = |word: &Word| word.weight != Weight::None;
        let found =
            |word: &Word, among: &[Word]| told(word) && among.iter().any(|known| told(known) && alike(word, known));
        Self {
            one: joined(one.iter().filter(|word| found(word, &other))),
            other: joined(other.iter().filter(|word| found(word, &one))),
        }
    }
}

/// A word of at least so many characters may differ by one, of twice as many by two.
const SLIP: usize = 5;

/// Words that begin with the same so many characters are parts of one long compound.
const COMPOUND: usize = 8;

/// Whether two words are the same but for their endings, or a slip.
pub(super) fn alike(one: &Word, other: &Word) -> bool {
    if one.stem == other.stem {
        return true;
    }
    if one.piece || other.piece {
        return false;
    }
    let same = one
        .plain
        .chars()
        .zip(other.plain.chars())
        .take_while(|(one, other)| one == other);
    if same.count() >= COMPOUND {
        return true;
    }
    let (length, others) = (one.plain.chars().count(), other.plain.chars().count());
    let allowed = length.min(others) / SLIP;
    // A number with another digit is another number.
    allowed > 0
        && length.abs_diff(others) <= allowed
        // Other letters than Latin ones may have an article or a preposition before them.
        && (one.plain.chars().next() == other.plain.chars().next() || !one.plain.is_ascii())
        && !one.plain.chars().any(char::is_numeric)
        && strsim::osa_distance(&one.plain, &other.plain) <= allowed
}

/// Where words stand, those that overlap as one.
fn joined<'a>(words: impl Iterator<Item = &'a Word>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for word in words {
        match ranges.last_mut() {
            Some(last) if last.end >= word.at.start => last.end = last.end.max(word.at.end),
            _ => ranges.push(word.at.clone()),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(one: &str, other: &str) -> Vec<String> {
        let ranges = Shared::of(one, other).one.into_iter();
        ranges.map(|range| one[range].to_owned()).collect()
    }

    #[test]
    fn what_is_shared_is_told_as_it_stands() {
        let words = marked("Train the Mentors, please", "We need training for every mentor");
        assert_eq!(words, ["Train", "Mentors"]);
        assert_eq!(marked("Más mentoría", "mas mentorias para todos"), ["mentoría"]);
        assert_eq!(marked("我们需要培训导师", "导师应该接受培训"), ["培训导师"]);
    }

    #[test]
    fn a_slip_of_the_thumb_is_the_same_word_and_another_number_is_not() {
        assert_eq!(marked("certifcation", "certification for all"), ["certifcation"]);
        assert!(marked("by 2050", "by 2040").is_empty());
        assert!(marked("cost", "coat").is_empty());
    }
}
