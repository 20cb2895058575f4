use visioncast_model::Tally;

use super::{Assembly, said};
use crate::{
    document::{Block, Cell, Chapter, Kind, Quote, Sentence, Tone},
    language::{Phrase, Value, clean},
};

impl Assembly<'_> {
    /// Every idea that may be quoted, those too that few or nobody voted on, or that most are against.
    pub(super) fn appendix(&mut self) -> Chapter {
        let mut blocks = vec![Block::Sentence(self.speaker.say(Phrase::AppendixIntro, &[]))];
        blocks.extend(self.few_or_none().map(Block::Sentence));
        let questions: Vec<_> = self.facts.panel.agenda().iter().map(|activity| activity.id).collect();
        for question in questions {
            let places: Vec<usize> = (0..self.facts.ideas.len())
                .filter(|place| self.facts.ideas[*place].activity == question)
                .collect();
            if places.is_empty() {
                continue;
            }
            let source = self.cite_question(question);
            let asked = self
                .facts
                .panel
                .activity(question)
                .map_or("", |activity| activity.plan.question.as_str());
            let asked = self.speaker.say(Phrase::AskedAs, &[("question", Value::Words(asked))]);
            blocks.push(Block::Sentence(asked.toned(Tone::Asked).from(source)));
            for place in &places {
                let idea = &self.facts.ideas[*place];
                blocks.push(Block::Quote(Quote {
                    idea: Some(idea.number),
                    words: idea.words.clone(),
                    by: idea.signature.clone(),
                    note: self.note(*place),
                    home: true,
                    sources: vec![source],
                }));
            }
            let erased = places.iter().filter(|place| self.facts.ideas[**place].erased).count();
            let unquoted = places
                .iter()
                .filter(|place| self.facts.ideas[**place].words.is_none())
                .count()
                - erased;
            for (count, phrase) in [(unquoted, Phrase::NotQuoted), (erased, Phrase::Erased)] {
                if count > 0 {
                    blocks.push(Block::Sentence(
                        self.speaker.count(phrase, count, &[]).toned(Tone::Aside).from(source),
                    ));
                }
            }
        }
        if self.facts.ideas.is_empty() {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::NoIdeas, &[])));
        } else {
            blocks.push(self.ideas_table());
            blocks.extend(self.themes_table());
        }
        self.chapter("ideas", Phrase::AppendixTitle, blocks)
    }

    /// How many ideas nobody voted on, and how many a minority is for.
    fn few_or_none(&mut self) -> Option<Sentence> {
        let voted = self.facts.ideas.iter().filter(|idea| {
            let mut votes = self.facts.votes.iter();
            votes.any(|vote| vote.activity.prompt() == idea.activity)
        });
        let tallies: Vec<Option<Tally>> = voted.map(|idea| idea.tally).collect();
        if tallies.is_empty() {
            return None;
        }
        let unvoted = tallies.iter().filter(|tally| tally.is_none()).count();
        let minority = tallies
            .iter()
            .flatten()
            .filter(|tally| tally.disagree > tally.agree)
            .count();
        let number = |count: usize| said(self.speaker.number(count as u64));
        let values = [
            ("ideas", number(tallies.len())),
            ("unvoted", number(unvoted)),
            ("minority", number(minority)),
        ];
        let sentence = self.speaker.say(Phrase::FewOrNone, &values);
        let log = self.cite_log();
        Some(sentence.from(log))
    }

    /// What became of an idea in the last vote on it.
    fn note(&self, place: usize) -> Option<String> {
        let idea = &self.facts.ideas[place];
        let voted = self
            .facts
            .votes
            .iter()
            .any(|vote| vote.activity.prompt() == idea.activity);
        let number = |count: u32| said(self.speaker.number(count.into()));
        match idea.tally {
            None if voted && self.facts.voted_later.contains(&idea.id) => Some(self.speaker.owned(Phrase::VotedLater)),
            None if voted => Some(self.speaker.owned(Phrase::Unvoted)),
            None => None,
            Some(tally) => {
                let phrase = if tally.disagree > tally.agree {
                    Phrase::Minority
                } else {
                    Phrase::TallyNote
                };
                let values = [
                    ("agree", number(tally.agree)),
                    ("disagree", number(tally.disagree)),
                    ("pass", number(tally.pass)),
                ];
                Some(self.speaker.say(phrase, &values).text())
            }
        }
    }

    fn ideas_table(&mut self) -> Block {
        let rows = self.facts.ideas.iter().map(|idea| {
            let count = |of: fn(Tally) -> u32| idea.tally.map_or(Cell::Empty, |tally| Cell::Count(of(tally).into()));
            let question = self
                .facts
                .panel
                .place(idea.activity)
                .map_or(Cell::Empty, |place| Cell::Count(place as u64 + 1));
            vec![
                Cell::Idea(idea.number),
                question,
                Cell::words(self.facts.domain_name(idea.domain).map(clean).as_deref()),
                idea.theme.map_or(Cell::Empty, |theme| Cell::Count(theme as u64)),
                Cell::words(idea.words.as_deref()),
                Cell::words(idea.signature.as_deref()),
                count(|tally| tally.agree),
                count(|tally| tally.disagree),
                count(|tally| tally.pass),
            ]
        });
        let columns = [
            ("idea", Phrase::Idea, Kind::Count),
            ("question", Phrase::Question, Kind::Count),
            ("domain", Phrase::Domain, Kind::Text),
            ("theme", Phrase::Theme, Kind::Count),
            ("words", Phrase::WordsOf, Kind::Text),
            ("by", Phrase::SignedBy, Kind::Text),
            ("agree", Phrase::Agree, Kind::Count),
            ("disagree", Phrase::Disagree, Kind::Count),
            ("pass", Phrase::Pass, Kind::Count),
        ];
        let rows = rows.collect();
        let mut table = self.table("ideas", Phrase::IdeasCaption, &columns, rows);
        table.shown = false;
        table.sources.push(self.cite_log());
        Block::Table(table)
    }

    fn themes_table(&mut self) -> Option<Block> {
        let rows: Vec<Vec<Cell>> = self
            .facts
            .themes
            .iter()
            .map(|theme| {
                vec![
                    Cell::Count(theme.number as u64),
                    Cell::words(theme.name.as_deref()),
                    Cell::words(theme.about.as_deref()),
                    Cell::words(self.facts.domain_name(theme.domain).map(clean).as_deref()),
                    Cell::Count(theme.ideas.len() as u64),
                ]
            })
            .collect();
        let columns = [
            ("theme", Phrase::Theme, Kind::Count),
            ("name", Phrase::ThemeName, Kind::Text),
            ("about", Phrase::About, Kind::Text),
            ("domain", Phrase::Domain, Kind::Text),
            ("ideas", Phrase::Ideas, Kind::Count),
        ];
        let mut table = self.table("themes", Phrase::ThemesCaption, &columns, rows);
        table.shown = false;
        table.sources.push(self.cite_log());
        (!table.rows.is_empty()).then_some(Block::Table(table))
    }
}
