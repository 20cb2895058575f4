use visioncast_model::{ItemId, Items, Scale};

use super::{Assembly, heading, said};
use crate::{
    document::{Bar, Block, Cell, Chapter, Chart, Column, Kind, Sentence, Shape, Table, Tone},
    language::{Phrase, clean},
};

impl Assembly<'_> {
    /// Surveys that no other chapter tells of.
    pub(super) fn answers(&mut self) -> Option<Chapter> {
        let mut blocks = Vec::new();
        for place in 0..self.facts.surveys.len() {
            let survey = &self.facts.surveys[place];
            if survey.is_map() || self.is_direction(place) || survey.survey.items == Items::Wants {
                continue;
            }
            blocks.extend(self.survey(place));
        }
        (!blocks.is_empty()).then(|| self.chapter("answers", Phrase::AnswersTitle, blocks))
    }

    /// A survey: what was asked, a picture and its numbers.
    pub(super) fn survey(&mut self, place: usize) -> Vec<Block> {
        let source = self.cite_question(self.facts.surveys[place].activity.id);
        let asked = &self.facts.surveys[place];
        let plan = &asked.activity.plan;
        let mut blocks = vec![
            heading(format!("survey-{}", place + 1), Sentence::words(clean(&plan.title))),
            Block::Sentence(Sentence::words(clean(&plan.question)).toned(Tone::Asked)),
        ];
        if asked.survey.threshold > 0 {
            let threshold = [(
                "threshold",
                said(self.speaker.share(f64::from(asked.survey.threshold) / 100.0)),
            )];
            blocks.push(Block::Sentence(
                self.speaker.say(Phrase::ThresholdSet, &threshold).from(source),
            ));
        }
        let weighed = matches!(asked.survey.scale, Scale::Ranking { .. } | Scale::Places { .. });
        blocks.extend(self.edition_of_themes(place).into_iter().map(Block::Sentence));
        let asked = &self.facts.surveys[place];
        if weighed {
            blocks.push(Block::Sentence(self.speaker.aside(Phrase::PointsNote)));
        }
        if asked.items.iter().all(|item| item.n == 0) {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::NobodyAnsweredThis, &[])));
        } else if !matches!(
            asked.survey.scale,
            Scale::Ranking { .. } | Scale::Choice { several: true, .. }
        ) {
            blocks.push(Block::Chart(self.stacked(place, source)));
        }
        blocks.push(Block::Table(self.survey_table(place, source)));
        blocks
    }

    fn stacked(&self, place: usize, source: usize) -> Chart {
        let asked = &self.facts.surveys[place];
        let options = self.options(&asked.survey.scale);
        let items = self.in_order(place).into_iter().map(|item| &asked.items[item]);
        let bars = items.filter(|item| item.n > 0).map(|item| {
            let parts: Vec<String> = options
                .iter()
                .zip(&item.counts)
                .map(|(option, count)| format!("{option} {}", self.speaker.number(u64::from(*count))))
                .collect();
            Bar {
                label: self.item_text(item.id, item.text.as_deref()),
                idea: self.idea_number(item.id),
                counts: item.counts.clone(),
                says: parts.join(", "),
            }
        });
        Chart {
            name: format!("survey_{}", place + 1),
            caption: self
                .speaker
                .say(
                    Phrase::SurveyCaption,
                    &[("title", crate::language::Value::Words(&asked.activity.plan.title))],
                )
                .text(),
            shape: Shape::Stacked,
            bars: bars.collect(),
            series: options,
            sources: vec![source],
        }
    }

    fn survey_table(&self, place: usize, source: usize) -> Table {
        let asked = &self.facts.surveys[place];
        let names = asked.survey.scale.names();
        let own = matches!(
            asked.survey.scale,
            Scale::Choice { .. }
                | Scale::Ranking { .. }
                | Scale::Rating { .. }
                | Scale::Dots { .. }
                | Scale::Places { .. }
        );
        let mut columns = vec![self.column("item", Phrase::AskedAbout, Kind::Text)];
        let titles = self.options(&asked.survey.scale);
        columns.extend(
            titles
                .into_iter()
                .zip(names)
                .zip(1..)
                .map(|((title, name), option)| Column {
                    name: if own { format!("option_{option}") } else { name },
                    title,
                    kind: Kind::Count,
                }),
        );
        columns.push(self.column("n", Phrase::Answered, Kind::Count));
        let shared = asked.survey.scale.is_shared();
        if shared {
            columns.push(self.column("points", Phrase::Points, Kind::Count));
        }
        let rows = self.in_order(place).into_iter().map(|item| {
            let item = &asked.items[item];
            let mut row = vec![match (&item.text, self.idea_number(item.id)) {
                (Some(text), _) => Cell::Words(text.clone()),
                (None, Some(idea)) => Cell::Idea(idea),
                (None, None) => Cell::Text(self.speaker.owned(Phrase::WithoutConsent)),
            }];
            row.extend(item.counts.iter().map(|count| Cell::Count(u64::from(*count))));
            row.push(Cell::Count(item.n.into()));
            if shared {
                row.push(Cell::Count(asked.survey.scale.points(&item.counts).into()));
            }
            row
        });
        Table {
            name: format!("survey_{}", place + 1),
            caption: clean(&asked.activity.plan.title),
            rows: rows.collect(),
            columns,
            shown: true,
            sources: vec![source],
        }
    }

    pub(super) fn idea_number(&self, item: ItemId) -> Option<usize> {
        let ItemId::Idea(id) = item else { return None };
        Some(self.facts.idea_of(id)?.number)
    }

    fn item_text(&self, item: ItemId, text: Option<&str>) -> String {
        match (text, self.idea_number(item)) {
            (Some(text), _) => text.to_owned(),
            (None, Some(number)) => self
                .speaker
                .say(Phrase::IdeaNumber, &[("number", said(number.to_string()))])
                .text(),
            (None, None) => self.speaker.owned(Phrase::WithoutConsent),
        }
    }

    /// The options of a scale in words.
    pub(super) fn options(&self, scale: &Scale) -> Vec<String> {
        let fixed: &[Phrase] = match scale {
            Scale::Mandate => &[Phrase::Must, Phrase::May, Phrase::NotOurs, Phrase::Unsure],
            Scale::Link => &[
                Phrase::NoLink,
                Phrase::WeakLink,
                Phrase::ClearLink,
                Phrase::StrongLink,
                Phrase::Unsure,
            ],
            Scale::Verdict => &[Phrase::Reaffirm, Phrase::Revise, Phrase::Reconceptualise],
            Scale::Confirm => &[Phrase::Right, Phrase::Wrong, Phrase::Unsure],
            Scale::Carry => &[Phrase::Carries, Phrase::DoesNotCarry, Phrase::Unknown],
            Scale::Gradient => &[
                Phrase::FullyFor,
                Phrase::WithReservations,
                Phrase::CanLiveWithIt,
                Phrase::MoreTalk,
                Phrase::Against,
            ],
            Scale::Opinion => &[Phrase::Agree, Phrase::Disagree, Phrase::Pass],
            // How many dots, or which place; 0 for none.
            Scale::Dots { .. } | Scale::Places { .. } => return scale.names(),
            Scale::Rating { points, low, high } => {
                let ends = |point| match point {
                    1 => format!("1 ({})", clean(low)),
                    point if point == *points => format!("{point} ({})", clean(high)),
                    point => point.to_string(),
                };
                return (1..=*points).map(ends).collect();
            }
            Scale::Choice { options, .. } | Scale::Ranking { options, .. } => {
                return options.iter().map(|option| clean(option)).collect();
            }
        };
        fixed.iter().map(|phrase| self.speaker.owned(*phrase)).collect()
    }
}
