use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation as _;
use visioncast_model::{IdeaId, PersonId, WordsId};

use super::{common_words::Weight, word::Reader};

/// A word of fewer people is theirs, not the room's: two may have spoken with each other, and what one person says often is
/// said by one person.
pub const LEAST_PEOPLE: u32 = 3;
/// The most words that are listed: what stands apart on a wall, and is read in one look.
pub const LISTED_WORDS: usize = 30;
/// Pieces of a script without spaces are joined up to so many characters: more is a sentence.
const JOINED: usize = 8;
/// A longer word, in characters, cannot be read from the last row; most are no words.
const LONGEST: usize = 28;

/// The words of ideas, by how many people used them. Ideas are read once; they come and go one by one.
#[derive(Default)]
pub struct WordList {
    reader: Reader,
    read: BTreeMap<IdeaId, (WordsId, Vec<Term>)>,
}

/// An idea whose words are counted.
#[derive(Clone, Copy, Debug)]
pub struct Spoken<'a> {
    /// Which.
    pub idea: IdeaId,
    /// Where its words are: others are under another id.
    pub words: WordsId,
    /// Whose it is: what has the same number counts once.
    pub by: PersonId,
    /// What it says.
    pub text: &'a str,
}

/// A word as it is in an idea.
#[derive(Clone, Debug)]
struct Term {
    /// By what it is the same as other forms of it.
    stem: String,
    written: String,
    piece: bool,
}

/// A word of the room.
#[derive(Default)]
struct Heard {
    people: BTreeSet<PersonId>,
    /// How many ideas have it in which form.
    forms: BTreeMap<String, u32>,
    piece: bool,
}

impl WordList {
    /// The words that at least [`LEAST_PEOPLE`] used, and how many people each: those of the most first, at most
    /// [`LISTED_WORDS`]. Forms of a word count as one, told in the form that most ideas have; words of grammar are left out.
    /// In a script without spaces, characters that follow each other; several such that the same people used, each beginning
    /// with what the last one ends with, are one. Forgets what it read of ideas that are no longer there.
    pub fn of<'a>(&mut self, ideas: impl IntoIterator<Item = Spoken<'a>>) -> Vec<(String, u32)> {
        let mut before = std::mem::take(&mut self.read);
        let mut heard: BTreeMap<String, Heard> = BTreeMap::new();
        // Those in which pieces stand.
        let mut texts = Vec::new();
        for idea in ideas {
            let known = before.remove(&idea.idea).filter(|(words, _)| *words == idea.words);
            let (words, terms) = known.unwrap_or_else(|| (idea.words, self.terms(idea.text)));
            if terms.iter().any(|term| term.piece) {
                texts.push(idea.text);
            }
            let mut told = BTreeSet::new();
            for term in terms.iter().filter(|term| told.insert(&term.stem)) {
                let heard = heard.entry(term.stem.clone()).or_default();
                heard.people.insert(idea.by);
                *heard.forms.entry(term.written.clone()).or_default() += 1;
                heard.piece = term.piece;
            }
            self.read.insert(idea.idea, (words, terms));
        }
        heard.retain(|_, heard| heard.people.len() >= LEAST_PEOPLE as usize);
        let (pieces, words): (Vec<Heard>, Vec<Heard>) = heard.into_values().partition(|heard| heard.piece);
        let words = words
            .into_iter()
            .map(|heard| (form(&heard.forms), heard.people.len() as u32));
        let pieces = joined(pieces, &texts)
            .into_iter()
            .map(|(word, people)| (word, people.len() as u32));
        let mut all: Vec<(String, u32)> = words.chain(pieces).collect();
        all.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        // Pieces may come to the same word.
        let mut told = BTreeSet::new();
        all.retain(|(word, _)| told.insert(word.clone()));
        all.truncate(LISTED_WORDS);
        all
    }

    fn terms(&self, text: &str) -> Vec<Term> {
        let words = self.reader.words(text).into_iter();
        let counted = words.filter(|word| match word.weight {
            Weight::None => false,
            Weight::Full | Weight::Weak => {
                let written = &text[word.at.clone()];
                let signs = written.graphemes(true).count();
                let whole = !written.starts_with(is_vowel_behind);
                signs <= LONGEST && (word.piece || signs > 1) && whole && !is_grammar(&word.plain)
            }
        });
        counted
            .map(|word| Term {
                written: text[word.at].to_owned(),
                stem: word.stem,
                piece: word.piece,
            })
            .collect()
    }
}

/// Whether two characters of Japanese are endings or particles: those are written in hiragana.
fn is_grammar(piece: &str) -> bool {
    piece.chars().all(is_hiragana)
}

/// The form that most ideas have; of forms that differ in upper and lower case alone the one in lower case, where it is there:
/// a capital mostly stands at the beginning of a sentence.
fn form(forms: &BTreeMap<String, u32>) -> String {
    let mut by_small: BTreeMap<String, (u32, Vec<&String>)> = BTreeMap::new();
    for (written, many) in forms {
        let (sum, ways) = by_small.entry(written.to_lowercase()).or_default();
        *sum += many;
        ways.push(written);
    }
    // Of several that are as frequent the first in the alphabet, so that it does not jump.
    let most = by_small.into_iter().rev().max_by_key(|(_, (sum, _))| *sum);
    most.map_or_else(String::new, |(small, (_, ways))| {
        let most_used = ways.iter().copied().rev().max_by_key(|way| forms.get(*way));
        match most_used {
            Some(way) if !ways.contains(&&small) => way.clone(),
            _ => small,
        }
    })
}

/// Pieces that the same people used and that overlap are one piece, as long as it stands in a text; without the endings of
/// Japanese at both ends.
fn joined(pieces: Vec<Heard>, texts: &[&str]) -> Vec<(String, BTreeSet<PersonId>)> {
    let mut left: Vec<(String, BTreeSet<PersonId>)> = pieces
        .into_iter()
        .map(|heard| (form(&heard.forms), heard.people))
        .collect();
    let mut joined = Vec::new();
    while let Some((mut word, people)) = left.pop() {
        loop {
            let longer = |(other, theirs): &(String, BTreeSet<PersonId>)| {
                let together = (*theirs == people).then(|| overlapping(&word, other))?;
                together
                    .into_iter()
                    .find(|together| texts.iter().any(|text| text.contains(together.as_str())))
            };
            let found = left
                .iter()
                .enumerate()
                .find_map(|(place, piece)| Some((place, longer(piece)?)));
            let Some((place, together)) = found else { break };
            left.remove(place);
            word = together;
        }
        joined.push((without_endings(&word).to_owned(), people));
    }
    joined
}

/// What two pieces are together where the one ends with what the other begins with, either way round; nothing where that would
/// be too long for a word.
fn overlapping(one: &str, other: &str) -> Vec<String> {
    let goes_on = |first: &str, second: &str| {
        let last = first.graphemes(true).next_back()?;
        let mut signs = second.graphemes(true);
        let overlaps = signs.next() == Some(last);
        let behind: Vec<&str> = signs.collect();
        let fits = first.graphemes(true).count() + behind.len() <= JOINED;
        (overlaps && fits && !behind.is_empty()).then(|| [first, &behind.concat()].concat())
    };
    [goes_on(one, other), goes_on(other, one)]
        .into_iter()
        .flatten()
        .collect()
}

/// Without hiragana at both ends, where more than one character is left: those are particles and endings.
fn without_endings(word: &str) -> &str {
    let bare = word.trim_matches(is_hiragana);
    if bare.graphemes(true).count() > 1 { bare } else { word }
}

/// The vowels of Thai and Lao that stand behind their consonant: nothing begins with one.
const fn is_vowel_behind(letter: char) -> bool {
    matches!(letter, '\u{0e30}'..='\u{0e33}' | '\u{0eb0}'..='\u{0eb3}')
}

const fn is_hiragana(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{309f}')
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    /// What is listed where each of these was said by another person.
    fn listed(texts: &[&str]) -> Vec<(String, u32)> {
        by(&(0..).zip(texts.iter().copied()).collect::<Vec<_>>())
    }

    fn by(texts: &[(u128, &str)]) -> Vec<(String, u32)> {
        let ideas = (0..).zip(texts).map(|(number, (person, text))| Spoken {
            idea: IdeaId(Uuid::from_u128(number)),
            words: WordsId(Uuid::from_u128(number)),
            by: PersonId(Uuid::from_u128(*person)),
            text,
        });
        WordList::default().of(ideas)
    }

    fn said(words: &[(&str, u32)]) -> Vec<(String, u32)> {
        words
            .iter()
            .map(|(word, people)| ((*word).to_owned(), *people))
            .collect()
    }

    #[test]
    fn people_count_and_not_how_often_they_say_it() {
        let often = [
            (1, "parking parking"),
            (1, "More parking"),
            (1, "parking!"),
            (2, "Parking"),
        ];
        assert!(by(&often).is_empty(), "two people, however often");
        let three = [often.as_slice(), &[(3, "the parking")]].concat();
        assert_eq!(by(&three), said(&[("parking", 3)]));
    }

    #[test]
    fn forms_of_a_word_are_one_told_as_most_write_it() {
        let ideas = ["Train mentors", "Mentors matter", "A mentor for all", "Mentors!"];
        assert_eq!(listed(&ideas), said(&[("mentors", 4)]));
        let names = ["The IMA leads", "Ask the IMA", "IMA first"];
        assert_eq!(listed(&names), said(&[("IMA", 3)]));
        let spanish = ["Más mentoría", "mentorías para todos", "La mentoría"];
        assert_eq!(listed(&spanish), said(&[("mentoría", 3)]));
    }

    #[test]
    fn words_of_grammar_are_none_of_the_room() {
        let ideas = [
            "We need the bridge",
            "the bridge is what we need",
            "It should be the bridge",
        ];
        assert_eq!(listed(&ideas), said(&[("bridge", 3)]));
    }

    #[test]
    fn other_scripts_have_words_too() {
        assert_eq!(
            listed(&["תוכנית חונכות", "חונכות לכולם", "עוד חונכות"]),
            said(&[("חונכות", 3)])
        );
        assert_eq!(listed(&["培训导师", "更多培训", "培训!"]), said(&[("培训", 3)]));
        // Pieces that always go together are one.
        let katakana = ["メンターを増やす", "良いメンター", "メンターの研修"];
        assert_eq!(listed(&katakana), said(&[("メンター", 3)]));
        let thai = listed(&["พี่เลี้ยงสำหรับทุกคน", "พี่เลี้ยงสำหรับทุกคน 2", "พี่เลี้ยงสำหรับทุกคน 3"]);
        assert!(
            thai.iter().all(|(word, _)| "พี่เลี้ยงสำหรับทุกคน".contains(word.as_str())),
            "{thai:?}"
        );
        assert!(
            thai.iter().any(|(word, _)| word.graphemes(true).count() > 4),
            "{thai:?}"
        );
        assert!(
            !thai.iter().any(|(word, _)| word.starts_with(is_vowel_behind)),
            "{thai:?}"
        );
        assert_eq!(listed(&["👍", "👍", "👍👍"]), said(&[("👍", 3)]));
    }

    #[test]
    fn what_nobody_could_read_is_left_out_and_what_went_is_forgotten() {
        let long = "x".repeat(200);
        assert!(listed(&[&long, &long, &long]).is_empty());
        let mut list = WordList::default();
        let ideas: Vec<Spoken<'_>> = (0..3)
            .map(|number| Spoken {
                idea: IdeaId(Uuid::from_u128(number)),
                words: WordsId(Uuid::from_u128(number)),
                by: PersonId(Uuid::from_u128(number)),
                text: "Secret",
            })
            .collect();
        assert_eq!(list.of(ideas.iter().copied()), said(&[("Secret", 3)]));
        assert!(list.of(ideas[..2].iter().copied()).is_empty());
        assert_eq!(list.read.len(), 2);
        let other = Spoken {
            words: WordsId(Uuid::from_u128(9)),
            text: "Other",
            ..ideas[0]
        };
        assert!(list.of([other, ideas[1]]).is_empty(), "new words are read anew");
    }
}
