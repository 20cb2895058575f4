use std::collections::BTreeSet;

use visioncast_model::{Items, Marks, PersonId};

use super::Assembly;
use crate::{
    document::{Block, Cell, Kind, Sentence},
    language::{Phrase, Value, clean},
};

/// The fewest, the middle one (of two the lower) and the most.
fn range(mut counts: Vec<u32>) -> [Cell; 3] {
    counts.sort_unstable();
    let of = |place: usize| {
        counts
            .get(place)
            .map_or(Cell::Empty, |count| Cell::Count((*count).into()))
    };
    [
        of(0),
        of(counts.len().saturating_sub(1) / 2),
        of(counts.len().saturating_sub(1)),
    ]
}

impl Assembly<'_> {
    /// How many brought something, how many judged something, and whom the room may have lacked.
    pub(super) fn took_part(&mut self) -> Vec<Sentence> {
        let (log, speaker) = (self.cite_log(), self.speaker);
        let panel = self.facts.panel;
        let authors: BTreeSet<PersonId> = panel.ideas().values().filter_map(|idea| idea.author).collect();
        let votes = self.facts.votes.iter();
        let mut judges: BTreeSet<PersonId> = votes
            .flat_map(|vote| vote.ballots.values().flat_map(|said| said.keys().copied()))
            .collect();
        for survey in &self.facts.surveys {
            for item in &survey.items {
                let marks = panel.marks(survey.activity.id, item.id);
                judges.extend(marks.into_iter().flat_map(Marks::iter).map(|(person, _)| person));
            }
        }
        let mut list = Vec::new();
        if self.facts.joined() > 0 {
            list.push(speaker.count(Phrase::BroughtIdeas, authors.len(), &[]).from(log));
            list.push(speaker.count(Phrase::VotedOnce, judges.len(), &[]).from(log));
        }
        list
    }

    /// The constituencies of which nothing can be said but that they may have been missing.
    pub(super) fn missing(&mut self) -> Option<Sentence> {
        let known = self.facts.panel.framework().constituencies.iter();
        let told = known.zip(&self.facts.attendance.constituencies);
        let missing: Vec<String> = told
            .filter(|(_, group)| group.people.is_none())
            .map(|(known, _)| clean(&known.name))
            .collect();
        let room = self.cite_room();
        (!missing.is_empty()).then(|| {
            let groups = self.speaker.list(&missing);
            let values = [("groups", Value::Words(groups.as_str()))];
            self.speaker.say(Phrase::Missing, &values).from(room)
        })
    }

    /// How many saw and judged what: a row for each vote and survey that was shown.
    pub(super) fn participation(&mut self) -> Vec<Block> {
        let panel = self.facts.panel;
        let mut rows = Vec::new();
        for vote in &self.facts.votes {
            let all = || vote.results.standings.iter().chain(&vote.results.unvoted);
            let shown = all()
                .filter_map(|standing| self.facts.idea(standing.number))
                .map(|idea| panel.exposure(vote.activity.id, idea.id))
                .collect();
            let [_, shown, _] = range(shown);
            let answers: u64 = all().map(|standing| u64::from(standing.tally.total())).sum();
            let [fewest, middle, most] = range(all().map(|standing| standing.tally.total()).collect());
            rows.push(vec![
                Cell::Words(clean(&vote.results.title)),
                Cell::Count(all().count() as u64),
                Cell::Count(vote.results.voters as u64),
                Cell::Count(answers),
                fewest,
                middle,
                most,
                if shown == Cell::Count(0) { Cell::Empty } else { shown },
            ]);
        }
        for survey in &self.facts.surveys {
            // Answers to wants are those of constituencies, and have a table of their own.
            if survey.survey.items == Items::Wants {
                continue;
            }
            let counts: Vec<u32> = survey.items.iter().map(|item| item.n).collect();
            let answers: u64 = counts.iter().map(|count| u64::from(*count)).sum();
            let items = counts.len() as u64;
            let [fewest, middle, most] = range(counts);
            rows.push(vec![
                Cell::Words(clean(&survey.activity.plan.title)),
                Cell::Count(items),
                Cell::Count(panel.answered(survey.activity.id) as u64),
                Cell::Count(answers),
                fewest,
                middle,
                most,
                Cell::Empty,
            ]);
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let columns = [
            ("title", Phrase::What, Kind::Text),
            ("judged", Phrase::Judged, Kind::Count),
            ("people", Phrase::People, Kind::Count),
            ("answers", Phrase::Ballots, Kind::Count),
            ("fewest", Phrase::Fewest, Kind::Count),
            ("middle", Phrase::Middle, Kind::Count),
            ("most", Phrase::Most, Kind::Count),
            ("shown_to", Phrase::ShownTo, Kind::Count),
        ];
        let mut table = self.table("participation", Phrase::ParticipationCaption, &columns, rows);
        table.sources.push(self.cite_log());
        vec![
            Block::Table(table),
            Block::Sentence(self.speaker.aside(Phrase::ParticipationNote)),
        ]
    }
}
