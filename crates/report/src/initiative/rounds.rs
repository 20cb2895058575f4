use visioncast_analysis::{Change, Comparison, SMALLEST_CELL};
use visioncast_model::IdeaId;

use super::{ALL, Overview};
use crate::{
    document::{Block, Cell, Chapter, Heading, Kind, Sentence, Tone},
    language::{Phrase, Value},
};

/// So many of the largest changes are told in words; the table has all.
const TOLD: usize = 5;

impl Overview<'_> {
    /// Each event with the last one before it that has statements in common with it.
    pub(super) fn rounds(&self) -> Option<Chapter> {
        let mut blocks = Vec::new();
        for later in 1..self.events.len() {
            let shares = |first: &usize| {
                let (before, after) = (&self.events[*first].totals, &self.events[later].totals);
                before.keys().any(|idea| after.contains_key(idea))
            };
            blocks.extend(
                (0..later)
                    .rev()
                    .find(shares)
                    .map(|first| self.round(first, later))
                    .into_iter()
                    .flatten(),
            );
        }
        if blocks.is_empty() && self.events.len() > 1 {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::NothingShared, &[])));
        }
        (!blocks.is_empty()).then(|| self.chapter("rounds", Phrase::RoundsTitle, blocks))
    }

    fn round(&self, first: usize, then: usize) -> Vec<Block> {
        let (before, after) = (&self.events[first], &self.events[then]);
        let sources = vec![ALL + 1 + first, ALL + 1 + then];
        let titles = [
            ("before", Value::Words(before.title.as_str())),
            ("after", Value::Words(after.title.as_str())),
        ];
        let mut blocks = vec![Block::Heading(Heading {
            anchor: format!("round-{then}"),
            title: self.speaker.say(Phrase::ChangeTitle, &titles),
        })];
        let mut shared: Vec<(IdeaId, Comparison, Change)> = before
            .totals
            .iter()
            .filter_map(|(idea, tally)| {
                let comparison = Comparison {
                    before: *tally,
                    after: *after.totals.get(idea)?,
                };
                Some((*idea, comparison, Self::change(before, after, *idea)))
            })
            .collect();
        let size = |comparison: &Comparison| comparison.change().map_or(-1.0, f64::abs);
        shared.sort_by(|one, other| size(&other.1).total_cmp(&size(&one.1)).then(one.0.cmp(&other.0)));
        blocks.push(Block::Sentence(self.speaker.aside(Phrase::RoundIntro)));
        let told = shared.iter().take(TOLD);
        let told = told.filter_map(|(idea, comparison, change)| self.told(*idea, comparison, change, &sources));
        let told: Vec<Sentence> = told.collect();
        if !told.is_empty() {
            blocks.push(Block::List(told));
        }
        let rows = shared.iter().map(|(idea, comparison, change)| {
            let published = |round| Comparison::published(round);
            let count = |tally: Option<visioncast_model::Tally>, of: fn(visioncast_model::Tally) -> u32| {
                tally.map_or(Cell::KeptBack, |tally| Cell::Count(of(tally).into()))
            };
            let (before, after) = (published(comparison.before), published(comparison.after));
            let both = Some(change).filter(|change| change.before.total() >= SMALLEST_CELL);
            let of_both = |of: fn(&Change) -> u32| both.map_or(Cell::KeptBack, |change| Cell::Count(of(change).into()));
            vec![
                Cell::Words(self.said_of(*idea).text()),
                count(before, |tally| tally.agree),
                count(before, |tally| tally.total()),
                count(after, |tally| tally.agree),
                count(after, |tally| tally.total()),
                comparison.change().map_or(Cell::Empty, Cell::share),
                of_both(|change| change.before.total()),
                of_both(|change| change.won),
                of_both(|change| change.lost),
            ]
        });
        let columns = [
            ("words", Phrase::WordsOf, Kind::Text),
            ("agree_first", Phrase::FirstAgree, Kind::Count),
            ("n_first", Phrase::FirstN, Kind::Count),
            ("agree_then", Phrase::ThenAgree, Kind::Count),
            ("n_then", Phrase::ThenN, Kind::Count),
            ("change", Phrase::PointsUp, Kind::Share),
            ("both", Phrase::BothTimes, Kind::Count),
            ("won", Phrase::CameToAgree, Kind::Count),
            ("lost", Phrase::NoLongerAgree, Kind::Count),
        ];
        let name = format!("round_{then}");
        blocks.push(self.table(name, Phrase::RoundCaption, &columns, rows.collect(), sources));
        blocks
    }

    fn told(&self, idea: IdeaId, comparison: &Comparison, change: &Change, sources: &[usize]) -> Option<Sentence> {
        let speaker = self.speaker;
        let (before, after) = comparison.shares()?;
        let words = self.words.get(&idea)?;
        let points = ((after - before) * 100.0).round();
        let values = [
            ("words", Value::Words(words.as_str())),
            ("before", Value::Said(speaker.share(before))),
            ("after", Value::Said(speaker.share(after))),
            ("points", Value::Said(format!("{points:+}"))),
        ];
        let mut sentence = speaker.say(Phrase::RoundShare, &values);
        if change.before.total() >= SMALLEST_CELL {
            let number = |count: u32| Value::Said(speaker.number(count.into()));
            let values = [
                ("n", number(change.before.total())),
                ("won", number(change.won)),
                ("lost", number(change.lost)),
            ];
            sentence.spans.push(crate::document::Span::Text(" ".to_owned()));
            sentence.spans.extend(speaker.say(Phrase::RoundBoth, &values).spans);
        }
        sentence.sources = sources.to_vec();
        Some(sentence.toned(Tone::Plain))
    }
}
