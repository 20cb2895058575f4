//! The same idea again and again.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use visioncast_model::{ActivityId, Panel, essence};

/// So many times the same comes through: several people may well think alike.
const ALIKE: u32 = 3;

/// How often each question has had which idea: an index, so that in a burst the next idea costs no more than the first. It
/// holds no words, only what they hash to.
#[derive(Debug, Default)]
pub(crate) struct Repeated(BTreeMap<ActivityId, Said>);

#[derive(Debug, Default)]
struct Said {
    /// How many ideas of the question are counted.
    counted: usize,
    times: BTreeMap<u64, u32>,
}

impl Repeated {
    /// Whether a question has that idea several times already.
    pub(super) fn is_repeated(&mut self, panel: &Panel, activity: ActivityId, words: &str) -> bool {
        let said = self.0.entry(activity).or_default();
        said.catch_up(panel, activity);
        said.times.get(&hash(words)).is_some_and(|times| *times >= ALIKE)
    }

    /// Forgets all, because words were erased, or what was decided did not happen.
    pub(crate) fn forget(&mut self) {
        self.0.clear();
    }
}

impl Said {
    fn catch_up(&mut self, panel: &Panel, activity: ActivityId) {
        for (_, idea) in panel.ideas_of(activity).skip(self.counted) {
            if let Some(words) = panel.words(idea) {
                *self.times.entry(hash(words)).or_default() += 1;
            }
            self.counted += 1;
        }
    }
}

fn hash(words: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for letter in essence(words) {
        letter.hash(&mut hasher);
    }
    hasher.finish()
}
