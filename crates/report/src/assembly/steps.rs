use visioncast_analysis::{SMALLEST_CELL, Verdict};
use visioncast_model::{Horizon, Scale};

use super::{Assembly, said};
use crate::{
    document::{Block, Cell, Chapter, Kind},
    language::{Phrase, clean},
};

/// So many themes or ideas are put before the board.
const RECOMMENDED: usize = 10;

impl Assembly<'_> {
    /// What comes next: the framework's steps of change, and what the room puts before the board, each with an owner to be
    /// named and a horizon.
    pub(super) fn steps(&mut self) -> Option<Chapter> {
        let mut blocks = vec![Block::Sentence(self.speaker.say(Phrase::StepsIntro, &[]))];
        let recommended = self.recommended();
        if recommended.is_empty() {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::NothingRecommended, &[])));
        } else {
            let columns = [
                ("number", Phrase::Place, Kind::Count),
                ("what", Phrase::What, Kind::Text),
                ("domain", Phrase::Domain, Kind::Text),
                ("why", Phrase::Why, Kind::Text),
                ("owner", Phrase::Owner, Kind::Text),
                ("horizon", Phrase::HorizonTitle, Kind::Text),
            ];
            let rows = (1..).zip(recommended).map(|(number, mut row)| {
                row.insert(0, Cell::Count(number));
                row
            });
            let rows = rows.collect();
            let mut table = self.table("recommendations", Phrase::RecommendedCaption, &columns, rows);
            table.sources.push(self.cite_log());
            blocks.push(Block::Table(table));
        }
        let steps = &self.facts.panel.framework().steps;
        if !steps.is_empty() {
            let source = self.cite_steps();
            let rows = steps.iter().map(|step| {
                let horizon = if step.later {
                    Phrase::LaterRound
                } else {
                    Phrase::ThisRound
                };
                vec![
                    Cell::Count(u64::from(step.number)),
                    Cell::Words(clean(&step.name)),
                    Cell::Text(self.speaker.owned(Phrase::ToBeNamed)),
                    Cell::Text(self.speaker.owned(horizon)),
                ]
            });
            let columns = [
                ("number", Phrase::Place, Kind::Count),
                ("step", Phrase::Step, Kind::Text),
                ("owner", Phrase::Owner, Kind::Text),
                ("horizon", Phrase::HorizonTitle, Kind::Text),
            ];
            let rows = rows.collect();
            let mut table = self.table("steps", Phrase::StepsCaption, &columns, rows);
            table.sources.push(source);
            blocks.push(Block::Table(table));
        }
        Some(self.chapter("steps", Phrase::StepsTitle, blocks))
    }

    /// Domains that the room calls a must, then what it supports most surely.
    fn recommended(&mut self) -> Vec<Vec<Cell>> {
        let owner = || Cell::Text(self.speaker.owned(Phrase::ToBeNamed));
        let mut rows = Vec::new();
        for (place, survey) in self.facts.surveys.iter().enumerate() {
            if survey.survey.scale != Scale::Mandate {
                continue;
            }
            for (item, asked) in survey.items.iter().enumerate() {
                let Some((Verdict::Must, scope, n, _)) = self.verdict(place, item) else {
                    continue;
                };
                let why = [
                    ("must", said(self.speaker.number(scope.must.into()))),
                    ("n", said(self.speaker.number(n.into()))),
                ];
                rows.push(vec![
                    Cell::words(asked.text.as_deref()),
                    Cell::words(asked.text.as_deref()),
                    Cell::Text(self.speaker.say(Phrase::WhyMust, &why).text()),
                    owner(),
                    Cell::Empty,
                ]);
            }
        }
        let mut supported: Vec<(f64, usize)> = (0..self.facts.ideas.len())
            .map(|place| (self.facts.ideas[place].support(), place))
            .filter(|(support, place)| *support > 0.5 && self.facts.ideas[*place].words.is_some())
            .collect();
        supported.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        for (_, place) in supported.into_iter().take(RECOMMENDED) {
            let idea = &self.facts.ideas[place];
            let Some(tally) = idea.tally else { continue };
            let mut why = vec![
                ("agree", said(self.speaker.number(tally.agree.into()))),
                (
                    "sides",
                    said(self.speaker.number((tally.agree + tally.disagree).into())),
                ),
                ("idea", said(idea.number.to_string())),
            ];
            let phrase = if idea.helpers >= SMALLEST_CELL {
                Phrase::WhyAgreeHelp
            } else {
                Phrase::WhyAgree
            };
            why.push(("helpers", said(self.speaker.number(idea.helpers.into()))));
            let horizon = match idea.horizon {
                Some(Horizon::Now) => Cell::Text(self.speaker.owned(Phrase::HorizonNow)),
                Some(Horizon::Future) => Cell::Text(self.speaker.owned(Phrase::HorizonFuture)),
                None => Cell::Empty,
            };
            rows.push(vec![
                Cell::words(idea.words.as_deref()),
                Cell::words(self.facts.domain_name(idea.domain).map(clean).as_deref()),
                Cell::Text(self.speaker.say(phrase, &why).text()),
                owner(),
                horizon,
            ]);
        }
        rows
    }
}
