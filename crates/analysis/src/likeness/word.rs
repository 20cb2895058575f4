use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation as _;
use visioncast_model::Language;

use super::common_words::{CommonWords, Weight};

/// How many characters a piece of a script without spaces has: most words of Chinese are as long, and it is the
/// shortest that means anything.
const PIECE: usize = 2;

/// What texts are taken apart with.
pub(super) struct Reader {
    common: CommonWords,
    english: Stemmer,
    spanish: Stemmer,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            common: CommonWords::default(),
            english: Stemmer::create(Algorithm::English),
            spanish: Stemmer::create(Algorithm::Spanish),
        }
    }
}

/// A word of a text; in a script without spaces, two characters that follow each other.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// As it was written, small, without marks.
    pub(super) plain: String,
    /// Without its ending.
    pub(super) stem: String,
    /// What it adds.
    pub(super) weight: Weight,
    /// Whether it is a piece of a script without spaces.
    pub(super) piece: bool,
    /// Whether it turns what is said into its opposite.
    pub(super) turns: bool,
    /// Where it stands in the text, in bytes.
    pub(super) at: Range<usize>,
}

impl Reader {
    /// The words of a text, in order. Where it has none (signs, pictures), each of those is one.
    pub(super) fn words(&self, text: &str) -> Vec<Word> {
        let found = segments(text);
        let spaced = found.iter().filter(|segment| !segment.piece);
        let language = self.common.language(text, spaced.map(|segment| &*segment.plain));
        let mut words: Vec<Word> = found.into_iter().map(|segment| self.word(segment, language)).collect();
        // A text of nothing but words of grammar is about those.
        if words.iter().all(|word| word.weight == Weight::None) {
            words.iter_mut().for_each(|word| word.weight = Weight::Full);
        }
        words
    }

    /// What a text is once case, spaces, signs and the accents are gone that people leave out: texts of which it is the
    /// same say the same words.
    pub(super) fn key(text: &str) -> String {
        let mut key = String::with_capacity(text.len());
        let words = text.unicode_words();
        let mut some = false;
        for word in words {
            if some {
                key.push(' ');
            }
            key.push_str(&unaccented(word));
            some = true;
        }
        if !some {
            key.extend(text.nfkc().filter(|sign| !sign.is_whitespace()));
        }
        key
    }

    fn word(&self, segment: Segment, language: Option<Language>) -> Word {
        let Segment {
            plain,
            written,
            piece,
            at,
        } = segment;
        let weight = if piece {
            Weight::Full
        } else {
            self.common.weight(&plain, language)
        };
        let stem = match language {
            Some(Language::English) if !piece => without_marks(&self.english.stem(&written)),
            Some(Language::Spanish) if !piece => without_marks(&self.spanish.stem(&written)),
            _ => plain.clone(),
        };
        Word {
            turns: !piece && self.common.turns(&plain),
            plain,
            stem,
            weight,
            piece,
            at,
        }
    }
}

struct Segment {
    plain: String,
    written: String,
    piece: bool,
    at: Range<usize>,
}

fn segments(text: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    // Characters of a script without spaces that follow each other.
    let mut run: Vec<(usize, &str)> = Vec::new();
    let end = |(at, part): &(usize, &str)| at + part.len();
    for (at, word) in text.unicode_word_indices() {
        if word.chars().next().is_some_and(is_unspaced) {
            if run.last().is_some_and(|last| end(last) != at) {
                pieces(&mut run, &mut segments);
            }
            run.extend(word.grapheme_indices(true).map(|(inside, part)| (at + inside, part)));
            continue;
        }
        pieces(&mut run, &mut segments);
        let written: String = word
            .nfkc()
            .flat_map(char::to_lowercase)
            .filter(|sign| !is_apostrophe(*sign))
            .collect();
        segments.push(Segment {
            plain: without_marks(&written),
            written,
            piece: false,
            at: at..at + word.len(),
        });
    }
    pieces(&mut run, &mut segments);
    if segments.is_empty() {
        let signs = text.grapheme_indices(true).filter(|(_, sign)| !sign.trim().is_empty());
        segments.extend(signs.map(|(at, sign)| Segment {
            plain: sign.to_owned(),
            written: sign.to_owned(),
            piece: true,
            at: at..at + sign.len(),
        }));
    }
    segments
}

/// Takes a run apart into pieces that overlap.
fn pieces(run: &mut Vec<(usize, &str)>, segments: &mut Vec<Segment>) {
    let size = PIECE.min(run.len()).max(1);
    for window in run.windows(size) {
        let written: String = window
            .iter()
            .flat_map(|(_, part)| part.nfkc())
            .flat_map(char::to_lowercase)
            .collect();
        let (Some(first), Some(last)) = (window.first(), window.last()) else {
            continue;
        };
        segments.push(Segment {
            plain: written.clone(),
            written,
            piece: true,
            at: first.0..last.0 + last.1.len(),
        });
    }
    run.clear();
}

const fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ')
}

/// Whether a script puts no spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer, Tibetan.
const fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{0e00}'..='\u{0eff}' | '\u{0f00}'..='\u{0fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}

/// Without accents, and without the points and vowel signs that Hebrew and Arabic are mostly written without. The signs
/// of other scripts are letters.
fn without_marks(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.nfd().filter(|letter| !is_optional(*letter)).nfc().collect()
}

fn is_optional(letter: char) -> bool {
    is_combining_mark(letter)
        && matches!(letter, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{0670}')
}

/// Small, and without the acute accent, which people who type Spanish on a phone leave out; ñ stays a letter of its own.
fn unaccented(word: &str) -> String {
    let small = word.nfkc().flat_map(char::to_lowercase);
    if word.is_ascii() {
        return small.filter(|letter| !is_apostrophe(*letter)).collect();
    }
    let left_out =
        |letter: &char| *letter == '\u{0301}' || is_apostrophe(*letter) || is_optional(*letter) && *letter > '\u{0400}';
    small.nfd().filter(|letter| !left_out(letter)).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        let words = Reader::default().words(text);
        let told = words.into_iter().filter(|word| word.weight != Weight::None);
        told.map(|word| word.stem).collect()
    }

    #[test]
    fn endings_and_words_of_grammar_are_gone_in_both_languages() {
        assert_eq!(stems("We should be Training the mentors!"), ["train", "mentor"]);
        assert_eq!(stems("Deberíamos formar a los mentores"), ["form", "mentor"]);
        assert_eq!(stems("It is what it is"), ["it", "is", "what", "it", "is"]);
    }

    #[test]
    fn scripts_without_spaces_fall_into_pairs_of_characters() {
        assert_eq!(stems("培训导师"), ["培训", "训导", "导师"]);
        assert_eq!(stems("AI 培训"), ["ai", "培训"]);
        assert!(stems("อบรมพี่เลี้ยง").len() > 4);
        let words = Reader::default().words("AI 培训");
        assert_eq!(words.last().map(|word| word.at.clone()), Some(3..9));
    }

    #[test]
    fn points_that_may_be_left_out_are() {
        assert_eq!(stems("שָׁלוֹם"), stems("שלום"));
        assert_eq!(stems("مُرَشِّد"), stems("مرشد"));
        assert_eq!(stems("👍 👍🏽"), ["👍", "👍🏽"]);
    }

    #[test]
    fn the_same_words_have_the_same_key() {
        let same = |one: &str, other: &str| assert_eq!(Reader::key(one), Reader::key(other));
        same("Mentor the mentors", "  mentor THE mentors!! ");
        same("Más mentoría", "mas mentoria.");
        same("Don’t wait", "dont wait");
        same("ＡＢＣ", "abc");
        let differ = |one: &str, other: &str| assert_ne!(Reader::key(one), Reader::key(other));
        differ("año", "ano");
        differ("👍", "👎");
        differ("Do it", "Do not do it");
        differ("पढ़ना", "पढ़नी");
    }

    /// The words of grammar tell the language of nearly every text that is as short as ideas are.
    #[test]
    fn the_language_is_told_of_nearly_every_statement() {
        let reader = Reader::default();
        let told = |text: &str| {
            let segments = segments(text);
            let words = segments.iter().map(|segment| &*segment.plain);
            reader.common.language(text, words)
        };
        let rows = include_str!("../../tests/likeness/statements.tsv").lines();
        let statements = rows.flat_map(|row| {
            let (language, texts) = row.split_once('\t').expect("a language");
            texts.split('\t').map(move |text| (language, text))
        });
        let wrong: Vec<_> = statements
            .filter(|(language, text)| told(text).map(Language::tag) != Some(language))
            .collect();
        assert!(wrong.len() <= 3, "{wrong:?}");
    }
}
