use std::{collections::BTreeSet, ops::RangeInclusive};

use super::{
    common_words::Weight,
    reason::alike,
    word::{Reader, Word},
};

/// How many characters the pieces of a word have: long enough to mean something, short enough to outlive a slip.
const PIECES: RangeInclusive<usize> = 3..=5;
/// What two words that follow each other count as one: a phrase says more than its words apart.
const PHRASE: f32 = 0.7;
/// What a word counts that is in many wishes.
const WEAK: f32 = 0.5;
/// How much words count against pieces of words. Either alone was right less often.
const WORDS: f32 = 0.5;

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
    count: f32,
    piece: bool,
}

impl Part {
    /// What it weighs in a text of these lengths, given how rare it is.
    pub(super) fn weight(self, rarity: f32, (words, pieces): (f32, f32)) -> f32 {
        self.count * rarity / if self.piece { pieces } else { words }
    }
}

/// What features are known by. Not made to withstand anybody: two that are taken for one make two texts a little more
/// alike than they are.
#[derive(Clone, Copy)]
struct Digest(u64);

impl Digest {
    const WORD: Self = Self(1);
    const PHRASE: Self = Self(2);
    const PIECE: Self = Self(3);

    /// One round of FNV-1a (Fowler, Noll and Vo), over letters in place of bytes.
    const fn and(self, letter: char) -> Self {
        Self((self.0 ^ letter as u64).wrapping_mul(0x0000_0100_0000_01b3))
    }

    fn with(self, word: &str) -> Self {
        word.chars().chain([' ']).fold(self, Self::and)
    }

    /// Mixed once more, so that letters that differ in few bits are far apart (the end of SplitMix64).
    const fn end(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

impl Features {
    pub(super) fn of(reader: &Reader, text: &str) -> Self {
        let all = reader.words(text);
        let turns = all.iter().filter(|word| word.turns).count();
        let words: Vec<Word> = all.into_iter().filter(|word| word.weight != Weight::None).collect();
        // What each counts where it is there once, and whether it is a piece.
        let mut found: Vec<(u64, f32, bool)> = Vec::new();
        let mut letters: Vec<char> = Vec::new();
        for word in &words {
            let share = if word.weight == Weight::Weak { WEAK } else { 1.0 };
            found.push((Digest::WORD.with(&word.stem).end(), share, false));
            if word.piece {
                found.push((Digest::PIECE.with(&word.plain).end(), 1.0, true));
                continue;
            }
            // What begins or ends a word is another piece than what is in the midst of it.
            letters.clear();
            letters.extend([' '].into_iter().chain(word.plain.chars()).chain([' ']));
            for start in 0..letters.len() {
                let mut digest = Digest::PIECE;
                for (size, letter) in (1..=*PIECES.end()).zip(&letters[start..]) {
                    digest = digest.and(*letter);
                    if PIECES.contains(&size) {
                        found.push((digest.end(), 1.0, true));
                    }
                }
            }
        }
        for pair in words.windows(2) {
            if let [first, second] = pair
                && !(first.piece && second.piece)
            {
                let digest = Digest::PHRASE.with(&first.stem).with(&second.stem);
                found.push((digest.end(), PHRASE, false));
            }
        }
        found.sort_unstable_by_key(|(digest, ..)| *digest);
        let same = found.chunk_by(|(one, ..), (other, ..)| one == other);
        let parts = same.filter_map(|same| {
            let (digest, share, piece) = *same.first()?;
            let count = share * (1.0 + (same.len() as f32).ln());
            Some((digest, Part { count, piece }))
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
    pub(super) fn lengths(&self, rarities: impl Iterator<Item = f32>) -> (f32, f32) {
        let (mut words, mut pieces) = (0.0, 0.0);
        for ((_, part), rarity) in self.parts.iter().zip(rarities) {
            let weight = part.count * rarity;
            *(if part.piece { &mut pieces } else { &mut words }) += weight * weight;
        }
        let length = |squares: f32, share: f32| if squares > 0.0 { (squares / share).sqrt() } else { 1.0 };
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
