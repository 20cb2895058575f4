use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::{
    Reliability, Scale, chao1, coverage, krippendorff_alpha, saturated_after, saturation, sorter_agreement,
    together_or_apart,
};
use visioncast_model::{ActivityId, IdeaId, PersonId, Timestamp};

use super::{Assembly, heading, said};
use crate::{
    document::{Block, Sentence},
    language::{Phrase, Value},
};

/// The contributors whose themes are the base, and those of one run: the sizes that Guest, Namey and Chen (2020) found to do.
const BASE: usize = 6;
const RUN: usize = 3;
/// Of fewer ideas in themes, nothing is said of what is still unheard.
const FEWEST: u64 = 10;
/// So many handfuls are compared; more would hardly change a mean.
const HANDFULS: usize = 1_000;

impl Assembly<'_> {
    /// What is known of how complete the themes are, and of how alike people sorted by themselves.
    pub(super) fn completeness(&mut self) -> Vec<Block> {
        let mut list = self.saturation();
        list.extend(self.sorters());
        if list.is_empty() {
            return Vec::new();
        }
        let title = self.speaker.say(Phrase::CompletenessTitle, &[]);
        vec![heading("completeness".to_owned(), title), Block::List(list)]
    }

    /// Whether more people would have brought new themes.
    fn saturation(&mut self) -> Vec<Sentence> {
        if self.facts.themes.is_empty() {
            return Vec::new();
        }
        let (log, speaker) = (self.cite_log(), self.speaker);
        let new = self.new_themes();
        let runs = saturation(&new, BASE, RUN);
        let number = |count: usize| said(speaker.number(count as u64));
        let share = |share: f64| said(speaker.share(share));
        let mut values = vec![("all", number(new.len())), ("base", number(BASE)), ("run", number(RUN))];
        let mut list = Vec::new();
        match (saturated_after(&runs), runs.last()) {
            (Some(until), _) => {
                let last = runs.iter().find(|run| run.until == until);
                values.extend([
                    ("until", number(until)),
                    ("share", share(last.map_or(0.0, |run| run.share))),
                ]);
                list.push(speaker.say(Phrase::SaturatedAfter, &values).from(log));
            }
            (None, Some(last)) => {
                values.push(("share", share(last.share)));
                list.push(speaker.say(Phrase::NotSaturated, &values).from(log));
            }
            (None, None) => list.push(speaker.say(Phrase::TooFewToSaturate, &[])),
        }
        let namings: Vec<u32> = self
            .facts
            .themes
            .iter()
            .map(|theme| super::number(theme.ideas.len()))
            .collect();
        let ideas: u64 = namings.iter().copied().map(u64::from).sum();
        if let Some(covered) = coverage(&namings).filter(|_| ideas >= FEWEST) {
            let once = namings.iter().filter(|namings| **namings == 1).count();
            let values = [
                ("ideas", said(speaker.number(ideas))),
                ("themes", number(namings.len())),
                ("once", number(once)),
                ("share", share(covered)),
            ];
            list.push(speaker.say(Phrase::CoverageIs, &values).from(log));
            let least = chao1(&namings).round();
            if once > 0 && least > namings.len() as f64 {
                let values = [("count", said(speaker.number(least as u64)))];
                list.push(speaker.say(Phrase::AtLeastThemes, &values).from(log));
            }
        }
        list
    }

    /// Of each who brought an idea that is in a theme, in the order of their first: how many themes that nobody before them
    /// had an idea in. What has no author comes from somebody else each time.
    fn new_themes(&self) -> Vec<u32> {
        let panel = self.facts.panel;
        let mut brought: Vec<(Timestamp, IdeaId, Option<PersonId>, usize)> = self
            .facts
            .ideas
            .iter()
            .filter_map(|idea| {
                let known = panel.ideas().get(&idea.id)?;
                Some((known.added, idea.id, known.author, idea.theme?))
            })
            .collect();
        brought.sort_unstable();
        let mut contributors: BTreeMap<PersonId, usize> = BTreeMap::new();
        let mut themes: Vec<BTreeSet<usize>> = Vec::new();
        for (_, _, author, theme) in brought {
            let place = match author {
                Some(author) => *contributors.entry(author).or_insert(themes.len()),
                None => themes.len(),
            };
            if place == themes.len() {
                themes.push(BTreeSet::new());
            }
            themes[place].insert(theme);
        }
        let mut known = BTreeSet::new();
        let new = themes.into_iter().map(|themes| {
            let before = known.len();
            known.extend(themes);
            super::number(known.len() - before)
        });
        new.collect()
    }

    /// How alike people sorted who sorted on their own.
    fn sorters(&mut self) -> Vec<Sentence> {
        let panel = self.facts.panel;
        let sorted = panel
            .agenda()
            .iter()
            .filter(|activity| activity.sorted_prompt().is_some());
        let sorted: Vec<(ActivityId, String)> = sorted
            .map(|activity| (activity.id, activity.plan.title.clone()))
            .collect();
        let mut list = Vec::new();
        for (id, title) in sorted {
            let handfuls = self.handfuls(id);
            let Some(index) = sorter_agreement(&handfuls) else {
                continue;
            };
            let alpha = krippendorff_alpha(&together_or_apart(&handfuls), Scale::Nominal);
            let verdict = match alpha.map(Reliability::of) {
                Some(Reliability::Reported) => Phrase::AlphaReported,
                Some(Reliability::Tentative) => Phrase::AlphaTentative,
                Some(Reliability::Unreliable) => Phrase::AlphaUnreliable,
                None => Phrase::AlphaUnknown,
            };
            let speaker = self.speaker;
            let source = self.cite_sorts(id, panel.sorts(id).count());
            let values = [
                ("title", Value::Words(title.as_str())),
                ("handfuls", said(speaker.number(panel.sorts(id).count() as u64))),
                ("index", said(speaker.hundredths(index))),
                (
                    "alpha",
                    said(alpha.map_or_else(|| "–".to_owned(), |alpha| speaker.hundredths(alpha))),
                ),
                ("verdict", said(speaker.owned(verdict))),
            ];
            list.push(speaker.say(Phrase::SortersAgree, &values).from(source));
        }
        list
    }

    /// Each handful as the ideas in it, by number and in order, with the pile of each; what is hidden is left out.
    fn handfuls(&self, id: ActivityId) -> Vec<Vec<(usize, usize)>> {
        let handfuls = self.facts.panel.sorts(id).take(HANDFULS);
        let sorted = handfuls.map(|piles| {
            let ideas = piles
                .iter()
                .enumerate()
                .flat_map(|(pile, put)| put.ideas.iter().map(move |idea| (*idea, pile)));
            let mut sorted: Vec<(usize, usize)> = ideas
                .filter_map(|(idea, pile)| Some((self.facts.idea_of(idea)?.number, pile)))
                .collect();
            sorted.sort_unstable();
            sorted.dedup_by_key(|(idea, _)| *idea);
            sorted
        });
        sorted.collect()
    }
}
