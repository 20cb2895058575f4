use visioncast_model::{Current, Items, Scale};

use super::{Assembly, heading, said};
use crate::{
    document::{Block, Chapter, Sentence, Tone},
    language::{Phrase, Value, clean},
};

impl Assembly<'_> {
    /// Whether a survey is about today's vision, mission or scope, or about wordings of them.
    pub(super) fn is_direction(&self, place: usize) -> bool {
        match self.facts.surveys[place].survey.items {
            Items::Current(_) => true,
            Items::Ideas(asked) => self
                .facts
                .surveys
                .iter()
                .any(|survey| survey.activity.id == asked && matches!(survey.survey.items, Items::Current(_))),
            _ => false,
        }
    }

    /// Vision, mission and scope: today's words, what the room says of them, and the best supported of its own.
    pub(super) fn direction(&mut self) -> Option<Chapter> {
        let framework = self.facts.panel.framework();
        let mut blocks = Vec::new();
        for (current, name) in [
            (Current::Vision, Phrase::Vision),
            (Current::Mission, Phrase::Mission),
            (Current::Scope, Phrase::ScopeName),
        ] {
            let words = framework.current(current);
            let surveys: Vec<usize> = (0..self.facts.surveys.len())
                .filter(|place| self.facts.surveys[*place].survey.items == Items::Current(current))
                .collect();
            if words.is_empty() && surveys.is_empty() {
                continue;
            }
            blocks.push(heading(
                format!("today-{}", blocks.len() + 1),
                self.speaker.say(name, &[]),
            ));
            if !words.is_empty() {
                let today = self.speaker.say(Phrase::TodaysWords, &[("words", Value::Words(words))]);
                blocks.push(Block::Sentence(today.toned(Tone::Asked)));
            }
            if surveys.is_empty() {
                blocks.push(Block::Sentence(self.speaker.say(Phrase::NotAsked, &[])));
            }
            for survey in surveys {
                blocks.extend(self.said_of_today(survey).map(Block::Sentence));
                blocks.extend(self.survey(survey));
                blocks.extend(self.rewordings(survey));
            }
        }
        (!blocks.is_empty()).then(|| self.chapter("direction", Phrase::DirectionTitle, blocks))
    }

    /// `Of 40 people 21 say: revise.`
    pub(super) fn said_of_today(&mut self, survey: usize) -> Option<Sentence> {
        if self.facts.surveys[survey].survey.scale != Scale::Verdict {
            return None;
        }
        let item = self.facts.surveys[survey].items.first().filter(|item| item.n > 0)?;
        let (n, counts) = (item.n, item.counts.clone());
        let most = *counts.iter().max()?;
        let options = self.options(&Scale::Verdict);
        let first: Vec<String> = options
            .into_iter()
            .zip(&counts)
            .filter(|(_, count)| **count == most)
            .map(|(option, _)| option)
            .collect();
        let name = match self.facts.surveys[survey].survey.items {
            Items::Current(Current::Vision) => Phrase::Vision,
            Items::Current(Current::Mission) => Phrase::Mission,
            _ => Phrase::ScopeName,
        };
        let values = [
            ("what", said(self.speaker.owned(name).to_lowercase())),
            ("verdict", said(self.speaker.list(&first))),
            ("most", said(self.speaker.number(most.into()))),
            ("n", said(self.speaker.number(n.into()))),
        ];
        let source = self.cite_item(survey, 0);
        Some(
            self.speaker
                .say(Phrase::SaidOfToday, &values)
                .toned(Tone::Finding)
                .from(source),
        )
    }

    /// What the room would say instead, and what it said to that.
    fn rewordings(&mut self, survey: usize) -> Vec<Block> {
        let asked = self.facts.surveys[survey].activity.id;
        let ideas: Vec<usize> = (0..self.facts.ideas.len())
            .filter(|place| self.facts.ideas[*place].activity == asked)
            .collect();
        let mut blocks = Vec::new();
        if ideas.iter().any(|place| self.facts.ideas[*place].words.is_some()) {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::Rewordings, &[])));
            blocks.extend(self.quotes(&ideas));
        }
        let judged = (0..self.facts.surveys.len())
            .filter(|place| self.facts.surveys[*place].survey.items == Items::Ideas(asked));
        for place in judged.collect::<Vec<_>>() {
            blocks.extend(self.best_wording(place).map(Block::Sentence));
            blocks.extend(self.survey(place));
        }
        blocks
    }

    /// The wording that is surest to be carried: by those who are for it, with reservations too, or can live with it.
    fn best_wording(&mut self, survey: usize) -> Option<Sentence> {
        if self.facts.surveys[survey].survey.scale != Scale::Gradient {
            return None;
        }
        let items = self.facts.surveys[survey].items.iter().enumerate();
        let carried = |counts: &[u32]| counts.iter().take(3).sum::<u32>();
        let sureness = |(_, item): &(usize, &super::facts::Item)| {
            visioncast_model::Interval::wilson(carried(&item.counts), item.n).low
        };
        let best = items.filter(|(_, item)| item.n > 0 && item.text.is_some()).rev();
        let (place, item) = best.max_by(|one, other| sureness(one).total_cmp(&sureness(other)))?;
        let (text, n, carry) = (clean(item.text.as_deref()?), item.n, carried(&item.counts));
        let source = self.cite_item(survey, place);
        let values = [
            ("words", Value::Words(text.as_str())),
            ("carry", said(self.speaker.number(carry.into()))),
            ("n", said(self.speaker.number(n.into()))),
        ];
        Some(
            self.speaker
                .say(Phrase::BestWording, &values)
                .toned(Tone::Finding)
                .from(source),
        )
    }
}
