use std::collections::BTreeMap;

use visioncast_model::{IdeaId, ThemeId};

use super::{LEAST_SCORE, Likeness, Pairs, features::Features};

/// From which score on a theme is proposed; `docs/METHODS.md` says how often that was right.
const SCORE: f64 = 0.15;
/// How many of the nearest ideas of a theme speak for it: one alone may be there by mistake.
const NEAREST: usize = 2;

/// A theme into which an idea might go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Perhaps {
    /// The idea, which is in none.
    pub idea: IdeaId,
    /// The theme.
    pub theme: ThemeId,
    /// What of it is nearest to the idea; none where that is its name.
    pub nearest: Option<IdeaId>,
    /// How near it is, from 0 to 1.
    pub score: f64,
}

/// What speaks for a theme: its nearest ideas, the nearest first.
type Nearest = BTreeMap<ThemeId, Vec<(f64, Option<IdeaId>)>>;

impl Likeness {
    /// For each idea that is in no theme, the one whose nearest ideas, or name, are nearest to it, where one is near
    /// enough: the surest first. `home` says which theme an idea is in; `names` what themes are called.
    #[must_use]
    pub fn themes(
        &self,
        pairs: &Pairs,
        home: impl Fn(IdeaId) -> Option<ThemeId>,
        names: impl IntoIterator<Item = (ThemeId, String)>,
    ) -> Vec<Perhaps> {
        let mut found = BTreeMap::<IdeaId, Nearest>::new();
        let mut note = |idea: IdeaId, theme: ThemeId, nearest: Option<IdeaId>, score: f64| {
            let speaking = found.entry(idea).or_default().entry(theme).or_default();
            let place = speaking.partition_point(|(known, other)| (-*known, *other) <= (-score, nearest));
            if place < NEAREST {
                speaking.insert(place, (score, nearest));
                speaking.truncate(NEAREST);
            }
        };
        for (one, other, score) in self.found(pairs) {
            if one.features.turned != other.features.turned {
                continue;
            }
            for (loose, grouped) in [(one, other), (other, one)] {
                let mut grouped = grouped.ideas.iter();
                let Some((grouped, theme)) = grouped.find_map(|idea| Some((*idea, home(*idea)?))) else {
                    continue;
                };
                for idea in loose.ideas.iter().filter(|idea| home(**idea).is_none()) {
                    note(*idea, theme, Some(grouped), score);
                }
            }
        }
        for text in self.texts.iter().flatten().filter(|text| text.ideas.len() > 1) {
            // The same words are as near as can be.
            let Some((grouped, theme)) = text.ideas.iter().find_map(|idea| Some((*idea, home(*idea)?))) else {
                continue;
            };
            for idea in text.ideas.iter().filter(|idea| home(**idea).is_none()) {
                note(*idea, theme, Some(grouped), 1.0);
            }
        }
        let weights = self.weights();
        for (theme, name) in names {
            let features = Features::of(&self.reader, &name);
            for (text, score) in self.texts.iter().zip(self.scores(&weights, &features)) {
                let loose = text
                    .iter()
                    .flat_map(|text| &text.ideas)
                    .filter(|idea| home(**idea).is_none());
                if score >= LEAST_SCORE {
                    loose.for_each(|idea| note(*idea, theme, None, f64::from(score)));
                }
            }
        }
        let mut perhaps: Vec<Perhaps> = found
            .into_iter()
            .filter_map(|(idea, nearest)| best(idea, &nearest))
            .collect();
        perhaps.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.idea.cmp(&other.idea)));
        perhaps
    }
}

fn best(idea: IdeaId, nearest: &Nearest) -> Option<Perhaps> {
    let scored = nearest.iter().filter_map(|(theme, speaking)| {
        let score = speaking.iter().map(|(score, _)| score).sum::<f64>() / NEAREST as f64;
        let (_, nearest) = *speaking.first()?;
        Some(Perhaps {
            idea,
            theme: *theme,
            nearest,
            score,
        })
    });
    let best = scored.max_by(|one, other| one.score.total_cmp(&other.score).then(other.theme.cmp(&one.theme)));
    best.filter(|perhaps| perhaps.score >= SCORE)
}
