use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::{SMALLEST_CELL, Verdict};
use visioncast_model::{ActivityId, Horizon, Recommendation, Ruling, Scale, WordsId};

use super::{Assembly, said};
use crate::{
    document::{Block, Cell, Chapter, Kind, Outlined, Recommended, Sentence, Table, Tone, Totals},
    language::{Phrase, clean},
};

/// So many themes or ideas are put before the board.
const RECOMMENDED: usize = 10;

impl Assembly<'_> {
    /// What comes next: the framework's steps of change, and what the room puts before the board, each with what the board
    /// decided, its owner and its horizon.
    pub(super) fn steps(&mut self) -> Option<Chapter> {
        let mut blocks = vec![Block::Sentence(self.speaker.say(Phrase::StepsIntro, &[]))];
        let (supported, unquoted) = self.supported();
        let recommended = self.recommended(&supported);
        if recommended.is_empty() {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::NothingRecommended, &[])));
        } else {
            let mut table = self.recommendations_table(&recommended);
            table.sources.push(self.cite_log());
            blocks.push(Block::Table(table));
        }
        blocks.extend(self.better_unquoted(&unquoted).map(Block::Sentence));
        let steps = self.change_steps();
        if !steps.is_empty() {
            let mut table = self.steps_table(&steps);
            table.sources.push(self.cite_steps());
            blocks.push(Block::Table(table));
        }
        if !self.facts.panel.brought().is_empty() {
            let mut table = self.brought_table();
            table.sources.push(self.cite_log());
            blocks.push(Block::Table(table));
        }
        self.recommendations = recommended.into_iter().chain(steps).collect();
        Some(self.chapter("steps", Phrase::StepsTitle, blocks))
    }

    fn recommendations_table(&self, recommended: &[Recommended]) -> Table {
        let decided = recommended.iter().any(|row| row.ruling.is_some());
        let mut columns = vec![
            ("number", Phrase::Place, Kind::Count),
            ("what", Phrase::What, Kind::Text),
            ("domain", Phrase::Domain, Kind::Text),
            ("why", Phrase::Why, Kind::Text),
        ];
        columns.extend(decided.then_some(("decision", Phrase::Decision, Kind::Text)));
        columns.extend([
            ("owner", Phrase::Owner, Kind::Text),
            ("horizon", Phrase::HorizonTitle, Kind::Text),
        ]);
        let rows = (1..).zip(recommended).map(|(number, row)| {
            let mut cells = vec![
                Cell::Count(number),
                Cell::words(Some(&row.what)),
                Cell::words(row.domain.as_deref()),
                row.why.clone().map_or(Cell::Empty, Cell::Text),
            ];
            cells.extend(decided.then(|| self.ruling(row.ruling)));
            cells.extend([self.owner(row.owner.as_deref()), Cell::words(row.horizon.as_deref())]);
            cells
        });
        self.table("recommendations", Phrase::RecommendedCaption, &columns, rows.collect())
    }

    fn steps_table(&self, steps: &[Recommended]) -> Table {
        let decided = steps.iter().any(|row| row.ruling.is_some());
        let mut columns = vec![
            ("number", Phrase::Place, Kind::Count),
            ("step", Phrase::Step, Kind::Text),
        ];
        columns.extend(decided.then_some(("decision", Phrase::Decision, Kind::Text)));
        columns.extend([
            ("owner", Phrase::Owner, Kind::Text),
            ("horizon", Phrase::HorizonTitle, Kind::Text),
        ]);
        let numbers = self.facts.panel.framework().steps.iter().map(|step| step.number);
        let rows = numbers.zip(steps).map(|(number, row)| {
            let mut cells = vec![Cell::Count(u64::from(number)), Cell::words(Some(&row.what))];
            cells.extend(decided.then(|| self.ruling(row.ruling)));
            cells.extend([self.owner(row.owner.as_deref()), Cell::words(row.horizon.as_deref())]);
            cells
        });
        self.table("steps", Phrase::StepsCaption, &columns, rows.collect())
    }

    /// What boards decided at earlier panels.
    fn brought_table(&self) -> Table {
        let columns = [
            ("panel", Phrase::EarlierPanel, Kind::Text),
            ("what", Phrase::What, Kind::Text),
            ("decision", Phrase::Decision, Kind::Text),
            ("owner", Phrase::Owner, Kind::Text),
            ("horizon", Phrase::HorizonTitle, Kind::Text),
        ];
        let rows = self.facts.panel.brought().iter().map(|brought| {
            vec![
                Cell::words(Some(&clean(&brought.title))),
                Cell::words(self.written(brought.what).as_deref()),
                self.ruling(Some(brought.ruling)),
                self.owner(self.written(brought.owner).as_deref()),
                Cell::words(self.written(brought.horizon).as_deref()),
            ]
        });
        self.table("decided_before", Phrase::DecidedBefore, &columns, rows.collect())
    }

    fn ruling(&self, ruling: Option<Ruling>) -> Cell {
        let phrase = match ruling {
            None => return Cell::Text(self.speaker.owned(Phrase::Undecided)),
            Some(Ruling::Adopted) => Phrase::Adopted,
            Some(Ruling::Deferred) => Phrase::Deferred,
            Some(Ruling::Rejected) => Phrase::Rejected,
        };
        Cell::Text(self.speaker.owned(phrase))
    }

    fn owner(&self, owner: Option<&str>) -> Cell {
        let owner = owner.map(|owner| Cell::Words(owner.to_owned()));
        owner.unwrap_or_else(|| Cell::Text(self.speaker.owned(Phrase::ToBeNamed)))
    }

    /// What somebody of the board wrote; none where it was erased.
    fn written(&self, words: Option<WordsId>) -> Option<String> {
        self.facts.panel.text(words?).map(clean)
    }

    /// A row, with what the board has decided so far; `horizon` is what its author said of it.
    fn row(&self, recommendation: Recommendation, what: &str, horizon: Option<Phrase>) -> Recommended {
        let review = self.facts.panel.review(recommendation);
        let horizon = horizon.map(|horizon| self.speaker.owned(horizon));
        Recommended {
            key: recommendation.to_string(),
            what: what.to_owned(),
            domain: None,
            why: None,
            ruling: review.and_then(|review| review.ruling),
            owner: review.and_then(|review| self.written(review.owner)),
            horizon: review.and_then(|review| self.written(review.horizon)).or(horizon),
        }
    }

    fn change_steps(&self) -> Vec<Recommended> {
        let steps = self.facts.panel.framework().steps.iter();
        let rows = steps.map(|step| {
            let horizon = if step.later {
                Phrase::LaterRound
            } else {
                Phrase::ThisRound
            };
            self.row(Recommendation::Step(step.number), &clean(&step.name), Some(horizon))
        });
        rows.collect()
    }

    /// Domains that the room calls a must, then what it supports most surely; last, what the board has said something to
    /// and is no longer among these.
    fn recommended(&self, supported: &[usize]) -> Vec<Recommended> {
        let mut rows = Vec::new();
        for (place, survey) in self.facts.surveys.iter().enumerate() {
            if survey.survey.scale != Scale::Mandate {
                continue;
            }
            for (item, asked) in survey.items.iter().enumerate() {
                let Some((Verdict::Must, scope, n, _)) = self.verdict(place, item) else {
                    continue;
                };
                let Some(text) = asked.text.as_deref() else { continue };
                let why = [
                    ("must", said(self.speaker.number(scope.must.into()))),
                    ("n", said(self.speaker.number(n.into()))),
                ];
                let recommendation = Recommendation::Item(survey.activity.id, asked.id);
                rows.push(Recommended {
                    domain: Some(text.to_owned()),
                    why: Some(self.speaker.say(Phrase::WhyMust, &why).text()),
                    ..self.row(recommendation, text, None)
                });
            }
        }
        rows.extend(supported.iter().filter_map(|place| self.idea_row(*place)));
        let reviewed = self.facts.panel.reviews().iter().filter_map(|reviewed| {
            let Recommendation::Idea(idea) = reviewed.recommendation else {
                return None;
            };
            self.facts.ideas.iter().position(|known| known.id == idea)
        });
        for place in reviewed.collect::<Vec<_>>() {
            let row = self.idea_row(place).unwrap_or_else(|| self.wordless_row(place));
            if rows.iter().all(|known: &Recommended| known.key != row.key) {
                rows.push(row);
            }
        }
        rows
    }

    /// The ideas that more agree with than do not, by how sure that is: those that are put before the board, as many of each
    /// question, and those that would be if they could be quoted.
    fn supported(&self) -> (Vec<usize>, Vec<usize>) {
        let support = |place: usize| self.facts.ideas[place].support();
        let mut supported: Vec<usize> = (0..self.facts.ideas.len())
            .filter(|place| support(*place) > 0.5 && !self.facts.ideas[*place].erased)
            .collect();
        supported.sort_by(|one, other| support(*other).total_cmp(&support(*one)).then(one.cmp(other)));
        let asked: BTreeSet<ActivityId> = supported
            .iter()
            .map(|place| self.facts.ideas[*place].activity)
            .collect();
        let each = RECOMMENDED.div_ceil(asked.len().max(1));
        let mut taken: BTreeMap<ActivityId, usize> = BTreeMap::new();
        let open = supported.into_iter().filter(|place| {
            let idea = &self.facts.ideas[*place];
            let taken = taken.entry(idea.activity).or_default();
            let open = *taken < each;
            *taken += usize::from(open && idea.words.is_some());
            open
        });
        open.partition(|place| self.facts.ideas[*place].words.is_some())
    }

    /// Which ideas would be put before the board if they could be quoted.
    fn better_unquoted(&mut self, unquoted: &[usize]) -> Option<Sentence> {
        let numbers = unquoted.iter().map(|place| self.facts.ideas[*place].number.to_string());
        let numbers: Vec<String> = numbers.collect();
        let ideas = [("ideas", said(self.speaker.list(&numbers)))];
        let log = self.cite_log();
        let sentence = self.speaker.count(Phrase::BetterUnquoted, numbers.len(), &ideas);
        (!numbers.is_empty()).then(|| sentence.toned(Tone::Aside).from(log))
    }

    /// What the board has said something to, and has no words any more.
    fn wordless_row(&self, place: usize) -> Recommended {
        let idea = &self.facts.ideas[place];
        let number = [("idea", said(idea.number.to_string()))];
        let what = self.speaker.say(Phrase::WordsTakenBack, &number).text();
        self.row(Recommendation::Idea(idea.id), &what, None)
    }

    /// None where the idea may not be quoted, or nobody voted on it.
    fn idea_row(&self, place: usize) -> Option<Recommended> {
        let idea = &self.facts.ideas[place];
        let (tally, words) = (idea.tally?, idea.words.as_deref()?);
        let why = [
            ("agree", said(self.speaker.number(tally.agree.into()))),
            (
                "sides",
                said(self.speaker.number((tally.agree + tally.disagree).into())),
            ),
            ("idea", said(idea.number.to_string())),
            ("helpers", said(self.speaker.number(idea.helpers.into()))),
        ];
        let phrase = if idea.helpers >= SMALLEST_CELL {
            Phrase::WhyAgreeHelp
        } else {
            Phrase::WhyAgree
        };
        let horizon = match idea.horizon {
            Some(Horizon::Now) => Some(Phrase::HorizonNow),
            Some(Horizon::Future) => Some(Phrase::HorizonFuture),
            None => None,
        };
        Some(Recommended {
            domain: self.facts.domain_name(idea.domain).map(clean),
            why: Some(self.speaker.say(phrase, &why).text()),
            ..self.row(Recommendation::Idea(idea.id), words, horizon)
        })
    }

    /// The themes, as far as two editions are compared by them.
    pub(super) fn outline(&self) -> Vec<Outlined> {
        let themes = self.facts.themes.iter().enumerate();
        let outlined = themes.map(|(place, theme)| Outlined {
            key: Recommendation::Theme(theme.id).to_string(),
            title: self.theme_name(place).text(),
            ideas: theme.ideas.len() as u64,
        });
        outlined.collect()
    }

    pub(super) fn totals(&self) -> Totals {
        Totals {
            people: u64::from(self.facts.joined()),
            ideas: self.facts.ideas.len() as u64,
            themes: self.facts.themes.len() as u64,
            results: (self.facts.votes.len() + self.facts.surveys.len()) as u64,
        }
    }
}
