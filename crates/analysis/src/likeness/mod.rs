//! What looks alike: which ideas say the same words, which are near each other, and into which theme one might go, so
//! that somebody can be asked. Nothing is ever put together by this.

mod common_words;
mod features;
mod reason;
mod theme;
mod word;
mod word_list;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use visioncast_model::IdeaId;

use self::{
    features::{Features, Part},
    word::Reader,
};

pub use reason::Shared;
pub use theme::Perhaps;
pub use word_list::{LEAST_PEOPLE, LISTED_WORDS, Spoken, WordList};

/// From which score on two ideas are proposed as near; `docs/METHODS.md` says how often that was right.
pub const NEAR_SCORE: f64 = 0.32;
/// From which score on one word in common is enough.
const SURE_SCORE: f64 = 0.5;
/// What is left of the score of two of which one has a word that turns it into the opposite, and the other has none.
const OPPOSITE: f64 = 0.75;

/// Below this score two texts have nothing to do with each other.
const LEAST_SCORE: f32 = 0.1;
/// In a room of fewer texts than these, a word that two of them have is as rare as if there were so many.
const FEW: usize = 50;

/// An index of ideas by what is in their words. Ideas come and go one by one; what it tells depends on which are there,
/// and never on the order in which they came.
#[derive(Default)]
pub struct Likeness {
    reader: Reader,
    /// The different texts; a place that was given up is taken again.
    texts: Vec<Option<Text>>,
    free: Vec<usize>,
    by_key: HashMap<String, usize>,
    place: BTreeMap<IdeaId, usize>,
    /// The number of each feature, and in how many texts it is.
    numbers: HashMap<u64, u32>,
    counts: Vec<u32>,
}

/// What some ideas say, word for word.
struct Text {
    key: String,
    ideas: BTreeSet<IdeaId>,
    features: Features,
    /// The number of each of its features, in their order.
    numbers: Vec<u32>,
}

/// Two ideas that are near each other. Each stands for all that say the same words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// The one with the smaller id.
    pub one: IdeaId,
    /// The other.
    pub other: IdeaId,
    /// How near they are: the cosine of what is in their words, from 0 to 1.
    pub score: f64,
}

/// Every two texts of a [`Likeness`] that have much in common, until an idea comes or goes.
#[derive(Debug, Default)]
pub struct Pairs(Vec<(u32, u32, f32)>);

/// What features weigh as things stand.
struct Weights {
    /// By the number of the feature.
    rarity: Vec<f32>,
    /// By the place of the text: what the weights of its words, and of their pieces, are divided by.
    lengths: Vec<(f32, f32)>,
}

impl Likeness {
    /// Takes an idea in, or its new words.
    pub fn put(&mut self, idea: IdeaId, text: &str) {
        let key = Reader::key(text);
        if let Some(known) = self.text_of(idea) {
            if known.key == key {
                return;
            }
            self.take_out(idea);
        }
        let place = match self.by_key.get(&key) {
            Some(place) => *place,
            None => self.add(key, text),
        };
        if let Some(known) = &mut self.texts[place] {
            known.ideas.insert(idea);
        }
        self.place.insert(idea, place);
    }

    /// Forgets an idea.
    pub fn take_out(&mut self, idea: IdeaId) {
        let Some(place) = self.place.remove(&idea) else {
            return;
        };
        let Some(text) = &mut self.texts[place] else { return };
        text.ideas.remove(&idea);
        if !text.ideas.is_empty() {
            return;
        }
        for number in &text.numbers {
            self.counts[*number as usize] -= 1;
        }
        self.by_key.remove(&text.key);
        self.texts[place] = None;
        self.free.push(place);
    }

    /// The ideas that are there.
    pub fn ideas(&self) -> impl Iterator<Item = IdeaId> + '_ {
        self.place.keys().copied()
    }

    /// All ideas that say the same words as this one, itself too; none where it is not there.
    #[must_use]
    pub fn same_as(&self, idea: IdeaId) -> Option<&BTreeSet<IdeaId>> {
        self.text_of(idea).map(|text| &text.ideas)
    }

    /// Ideas that say the same words as others do, together: the most first.
    #[must_use]
    pub fn same(&self) -> Vec<&BTreeSet<IdeaId>> {
        let texts = self.texts.iter().flatten().map(|text| &text.ideas);
        let mut same: Vec<_> = texts.filter(|ideas| ideas.len() > 1).collect();
        same.sort_by_key(|ideas| (usize::MAX - ideas.len(), ideas.first().copied()));
        same
    }

    /// Every two texts that have much in common, as things stand: what [`Self::near`] and [`Self::themes`] look through.
    #[must_use]
    pub fn pairs(&self) -> Pairs {
        let weights = self.weights();
        let mut pairs = Vec::new();
        // By feature: the texts before this one that have it, and what it weighs in each.
        let mut lists: Vec<Vec<(u32, f32)>> = vec![Vec::new(); self.counts.len()];
        let mut scores = vec![0.0_f32; self.texts.len()];
        for (place, text) in self.texts.iter().enumerate() {
            let Some(text) = text else { continue };
            for (number, weight) in text.weighed(&weights, place) {
                let list = &mut lists[number as usize];
                for (other, theirs) in &*list {
                    scores[*other as usize] += weight * theirs;
                }
                list.push((place as u32, weight));
            }
            for (other, score) in scores.iter_mut().enumerate().take(place) {
                if *score >= LEAST_SCORE {
                    pairs.push((other as u32, place as u32, *score));
                }
                *score = 0.0;
            }
        }
        Pairs(pairs)
    }

    /// The ideas that are near each other without saying the same words: the surest first.
    #[must_use]
    pub fn near(&self, pairs: &Pairs) -> Vec<Near> {
        let mut near: Vec<Near> = self
            .found(pairs)
            .filter_map(|(one, other, score)| one.near(other, proposed(&one.features, &other.features, score)?))
            .collect();
        sort(&mut near);
        near
    }

    /// Those that are near one idea without saying the same words: the surest first.
    #[must_use]
    pub fn near_to(&self, idea: IdeaId) -> Vec<Near> {
        let Some(text) = self.text_of(idea) else {
            return Vec::new();
        };
        let scores = self.scores(&self.weights(), &text.features);
        let mut near: Vec<Near> = self
            .texts
            .iter()
            .zip(scores)
            .filter_map(|(other, score)| {
                Some((other.as_ref().filter(|other| other.key != text.key)?, f64::from(score)))
            })
            .filter_map(|(other, score)| text.near(other, proposed(&text.features, &other.features, score)?))
            .collect();
        sort(&mut near);
        near
    }

    fn text_of(&self, idea: IdeaId) -> Option<&Text> {
        self.texts[*self.place.get(&idea)?].as_ref()
    }

    fn add(&mut self, key: String, text: &str) -> usize {
        let features = Features::of(&self.reader, text);
        let (numbers, counts) = (&mut self.numbers, &mut self.counts);
        let numbered = features.all().map(|(feature, _)| {
            let number = *numbers.entry(feature).or_insert_with(|| {
                counts.push(0);
                counts.len() as u32 - 1
            });
            counts[number as usize] += 1;
            number
        });
        let text = Text {
            numbers: numbered.collect(),
            key: key.clone(),
            ideas: BTreeSet::new(),
            features,
        };
        let place = self.free.pop().unwrap_or_else(|| {
            self.texts.push(None);
            self.texts.len() - 1
        });
        self.by_key.insert(key, place);
        self.texts[place] = Some(text);
        place
    }

    fn weights(&self) -> Weights {
        let rarity: Vec<f32> = self.counts.iter().map(|count| self.rarity(*count)).collect();
        let lengths = self.texts.iter().map(|text| match text {
            Some(text) => text.features.lengths(text.rarities(&rarity)),
            None => (1.0, 1.0),
        });
        Weights {
            lengths: lengths.collect(),
            rarity,
        }
    }

    /// How rare a feature is that so many texts have: the root of the inverse document frequency. Without the root, what
    /// two short texts do not share, which is mostly in no other text either, drowns what they do share.
    fn rarity(&self, count: u32) -> f32 {
        (self.by_key.len().max(FEW) as f32 / count.max(1) as f32).ln_1p().sqrt()
    }

    fn found<'a>(&'a self, pairs: &'a Pairs) -> impl Iterator<Item = (&'a Text, &'a Text, f64)> + 'a {
        let text = |place: u32| self.texts.get(place as usize)?.as_ref();
        let pairs = pairs.0.iter();
        pairs.filter_map(move |(one, other, score)| Some((text(*one)?, text(*other)?, f64::from(*score))))
    }

    /// By place: how near each text is to what has these features, whether that is one of them or not.
    fn scores(&self, weights: &Weights, features: &Features) -> Vec<f32> {
        let rarity = |feature: u64| match self.numbers.get(&feature) {
            Some(number) => weights.rarity[*number as usize],
            None => self.rarity(0),
        };
        let lengths = features.lengths(features.all().map(|(feature, _)| rarity(feature)));
        let known = features.all().filter_map(|(feature, part)| {
            let number = self.numbers.get(&feature)?;
            Some((*number, part.weight(rarity(feature), lengths)))
        });
        let mut mine = vec![0.0_f32; self.counts.len()];
        known.for_each(|(number, weight)| mine[number as usize] = weight);
        let score = |(place, text): (usize, &Option<Text>)| {
            let Some(text) = text else { return 0.0 };
            let weighed = text.weighed(weights, place);
            weighed.map(|(number, weight)| mine[number as usize] * weight).sum()
        };
        self.texts.iter().enumerate().map(score).collect()
    }
}

impl Text {
    fn rarities<'a>(&'a self, rarity: &'a [f32]) -> impl Iterator<Item = f32> + 'a {
        self.numbers.iter().map(|number| rarity[*number as usize])
    }

    /// The number of each feature, and what it weighs.
    fn weighed<'a>(&'a self, weights: &'a Weights, place: usize) -> impl Iterator<Item = (u32, f32)> + 'a {
        let lengths = weights.lengths[place];
        let features = self.features.all().zip(&self.numbers);
        features.map(move |((_, part), number): ((u64, Part), &u32)| {
            (*number, part.weight(weights.rarity[*number as usize], lengths))
        })
    }

    fn near(&self, other: &Self, score: f64) -> Option<Near> {
        let (one, other) = (*self.ideas.first()?, *other.ideas.first()?);
        Some(Near {
            one: one.min(other),
            other: one.max(other),
            score,
        })
    }
}

/// The score that two texts are proposed with; none where they are not.
fn proposed(one: &Features, other: &Features, score: f64) -> Option<f64> {
    if score < NEAR_SCORE {
        return None;
    }
    let score = if one.turned == other.turned {
        score
    } else {
        score * OPPOSITE
    };
    let enough = score >= NEAR_SCORE && (score >= SURE_SCORE || one.in_common(other) >= 2);
    enough.then_some(score)
}

fn sort(near: &mut [Near]) {
    near.sort_by(|one, other| {
        let surest = other.score.total_cmp(&one.score);
        surest.then_with(|| (one.one, one.other).cmp(&(other.one, other.other)))
    });
}
