use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash, Hasher as _},
    ops::RangeInclusive,
};

use super::{
    common_words::Weight,
    reason::alike,
    word::{Reader, Word},
};

/// How many characters the pieces of a word have: long enough to mean something, short enough to outlive a slip.
const PIECES: RangeInclusive<usize> = 3..=5;
/// What two words that follow each other count as one: a phrase says more than its words apart.
const PHRASE: f64 = 0.7;
/// What a word counts that is in many wishes.
const WEAK: f64 = 0.5;
/// How much words count against pieces of words. Either alone was right less often.
const WORDS: f64 = 0.5;

/// What is in a text: its words and phrases, and the pieces of its words.
#[derive(Debug)]
pub(super) struct Features {
    /// By their hash, so that sums over them depend on nothing else.
    parts: Vec<(u64, Part)>,
    /// Those that are no words of grammar.
    words: Vec<Word>,
    /// Whether a word of it turns what it says into the opposite.
    pub(super) turned: bool,
}

/// What something counts in a text, and as what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    count: f64,
    piece: bool,
}

impl Part {
    /// What it weighs in a text of these lengths, given how rare it is.
    pub(super) fn weight(self, rarity: f64, (words, pieces): (f64, f64)) -> f64 {
        self.count * rarity / if self.piece { pieces } else { words }
    }
}

#[derive(Hash)]
enum Feature<'a> {
    Word(&'a str),
    Phrase(&'a str, &'a str),
    Piece(&'a [char]),
}

impl Feature<'_> {
    fn digest(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

impl Features {
    pub(super) fn of(reader: &Reader, text: &str) -> Self {
        let all = reader.words(text);
        let turns = all.iter().filter(|word| word.turns).count();
        let words: Vec<Word> = all.into_iter().filter(|word| word.weight != Weight::None).collect();
        // How often each is there, what it counts, and whether it is a piece.
        let mut found = BTreeMap::<u64, (u32, f64, bool)>::new();
        let mut count = |feature: Feature<'_>, share: f64| {
            let piece = matches!(feature, Feature::Piece(_));
            found.entry(feature.digest()).or_insert((0, share, piece)).0 += 1;
        };
        for word in &words {
            let share = if word.weight == Weight::Weak { WEAK } else { 1.0 };
            count(Feature::Word(&word.stem), share);
            if word.piece {
                count(Feature::Piece(&word.plain.chars().collect::<Vec<_>>()), 1.0);
                continue;
            }
            // What begins or ends a word is another piece than what is in the midst of it.
            let letters: Vec<char> = [' '].into_iter().chain(word.plain.chars()).chain([' ']).collect();
            for size in PIECES {
                letters
                    .windows(size)
                    .for_each(|piece| count(Feature::Piece(piece), 1.0));
            }
        }
        for pair in words.windows(2) {
            if let [first, second] = pair
                && !(first.piece && second.piece)
            {
                count(Feature::Phrase(&first.stem, &second.stem), PHRASE);
            }
        }
        let parts = found.into_iter().map(|(digest, (times, share, piece))| {
            let count = share * (1.0 + f64::from(times).ln());
            (digest, Part { count, piece })
        });
        Self {
            parts: parts.collect(),
            words,
            turned: turns % 2 == 1,
        }
    }

    /// All of them, in their order.
    pub(super) fn all(&self) -> impl Iterator<Item = (u64, Part)> + '_ {
        self.parts.iter().copied()
    }

    /// What the weights of words, and of pieces, are to be divided by for a text to be as near to itself as can be;
    /// `rarities` are those of [`Self::all`].
    pub(super) fn lengths(&self, rarities: impl Iterator<Item = f64>) -> (f64, f64) {
        let (mut words, mut pieces) = (0.0, 0.0);
        for ((_, part), rarity) in self.parts.iter().zip(rarities) {
            let weight = part.count * rarity;
            *(if part.piece { &mut pieces } else { &mut words }) += weight * weight;
        }
        let length = |squares: f64, share: f64| if squares > 0.0 { (squares / share).sqrt() } else { 1.0 };
        (length(words, WORDS), length(pieces, 1.0 - WORDS))
    }

    /// How many words that they are about two texts have in common; each stem counts once.
    pub(super) fn in_common(&self, other: &Self) -> usize {
        self.found_in(other).min(other.found_in(self))
    }

    fn found_in(&self, other: &Self) -> usize {
        let full = |word: &&Word| word.weight == Weight::Full;
        let common = |word: &&Word| other.words.iter().filter(full).any(|theirs| alike(word, theirs));
        let words = self.words.iter().filter(full).filter(common);
        words.map(|word| &*word.stem).collect::<BTreeSet<&str>>().len()
    }
}
