use std::collections::BTreeMap;

use visioncast_model::{ActivityId, Integrity, ItemId, Tally, ThemeId};

use super::{Assembly, said};
use crate::{
    document::{Counted, Sentence, Source},
    language::{Phrase, Value},
};

/// What a sentence may rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Room,
    Log,
    Map,
    Question(ActivityId),
    Vote(ActivityId),
    Ballots(ActivityId, usize),
    Item(ActivityId, ItemId),
    Theme(ThemeId),
    Steps,
    Sorts(ActivityId),
}

/// The sources that were named so far.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) list: Vec<Source>,
    known: BTreeMap<Key, usize>,
}

impl Assembly<'_> {
    fn source(
        &mut self,
        key: Key,
        title: Sentence,
        ideas: Vec<usize>,
        counts: Vec<Counted>,
        conditions: Vec<Sentence>,
    ) -> usize {
        let number = self.sources.list.len() + 1;
        self.sources.known.insert(key, number);
        self.sources.list.push(Source {
            number,
            title,
            ideas,
            counts,
            conditions,
        });
        number
    }

    fn counted(&self, name: Phrase, count: impl Into<u64>) -> Counted {
        Counted {
            name: self.speaker.owned(name),
            count: count.into(),
        }
    }

    /// Who came.
    pub(super) fn cite_room(&mut self) -> usize {
        if let Some(known) = self.sources.known.get(&Key::Room) {
            return *known;
        }
        let counts = vec![self.counted(Phrase::PeopleJoined, self.facts.joined())];
        let conditions = vec![self.one_ballot()];
        let title = self.speaker.say(Phrase::SourceRoom, &[]);
        self.source(Key::Room, title, Vec::new(), counts, conditions)
    }

    /// The log itself.
    pub(super) fn cite_log(&mut self) -> usize {
        if let Some(known) = self.sources.known.get(&Key::Log) {
            return *known;
        }
        let events = self.facts.gathering.events as u64;
        let ideas = self.facts.ideas.len() as u64;
        let counts = vec![self.counted(Phrase::Events, events), self.counted(Phrase::Ideas, ideas)];
        let title = self.speaker.say(Phrase::SourceLog, &[]);
        let conditions = vec![self.framework_was(), self.one_ballot()];
        self.source(Key::Log, title, Vec::new(), counts, conditions)
    }

    /// The principles in the domains.
    pub(super) fn cite_map(&mut self) -> usize {
        if let Some(known) = self.sources.known.get(&Key::Map) {
            return *known;
        }
        let asked = self.facts.surveys.iter().rev().find(|survey| survey.is_map());
        let conditions = asked
            .map(|survey| survey.activity.id)
            .map_or_else(|| vec![self.framework_was()], |id| self.asked(id));
        let answers: u64 = asked.map_or(0, |survey| survey.items.iter().map(|item| u64::from(item.n)).sum());
        let counts = vec![self.counted(Phrase::PeopleOnMap, answers)];
        let title = self.speaker.say(Phrase::SourceMap, &[]);
        self.source(Key::Map, title, Vec::new(), counts, conditions)
    }

    /// A question of the agenda.
    pub(super) fn cite_question(&mut self, id: ActivityId) -> usize {
        if let Some(known) = self.sources.known.get(&Key::Question(id)) {
            return *known;
        }
        let panel = self.facts.panel;
        let title = panel.activity(id).map_or("", |activity| activity.plan.title.as_str());
        let title = self
            .speaker
            .say(Phrase::SourceQuestion, &[("title", Value::Words(title))]);
        let ideas = self.facts.ideas.iter().filter(|idea| idea.activity == id);
        let ideas: Vec<usize> = ideas.map(|idea| idea.number).collect();
        let mut counts = vec![self.counted(Phrase::Ideas, ideas.len() as u64)];
        if !self.facts.hides_answered(id) {
            counts.insert(0, self.counted(Phrase::PeopleAnswered, panel.answered(id) as u64));
        }
        let conditions = self.asked(id);
        self.source(Key::Question(id), title, ideas, counts, conditions)
    }

    /// A vote as a whole.
    pub(super) fn cite_vote(&mut self, place: usize) -> usize {
        let Some(vote) = self.facts.votes.get(place) else {
            return self.cite_log();
        };
        let (id, results) = (vote.activity.id, &vote.results);
        if let Some(known) = self.sources.known.get(&Key::Vote(id)) {
            return *known;
        }
        let title = self
            .speaker
            .say(Phrase::SourceVote, &[("title", Value::Words(&results.title))]);
        let ideas: Vec<usize> = results.standings.iter().map(|standing| standing.number).collect();
        let counts = vec![
            self.counted(Phrase::Voters, results.voters as u64),
            self.counted(Phrase::LaterBallots, results.later as u64),
        ];
        let conditions = self.asked(id);
        self.source(Key::Vote(id), title, ideas, counts, conditions)
    }

    /// What a vote said to one idea.
    pub(super) fn cite_ballots(&mut self, place: usize, number: usize, tally: Tally) -> usize {
        let Some(vote) = self.facts.votes.get(place) else {
            return self.cite_log();
        };
        let key = Key::Ballots(vote.activity.id, number);
        if let Some(known) = self.sources.known.get(&key) {
            return *known;
        }
        let id = vote.activity.id;
        let values = [
            ("idea", said(number.to_string())),
            ("title", Value::Words(vote.results.title.as_str())),
        ];
        let title = self.speaker.say(Phrase::SourceBallots, &values);
        let counts = self.tallied(tally);
        let conditions = self.asked(id);
        self.source(key, title, vec![number], counts, conditions)
    }

    /// What a survey said to one item.
    pub(super) fn cite_item(&mut self, survey: usize, item: usize) -> usize {
        let asked = &self.facts.surveys[survey];
        let (id, item) = (asked.activity.id, &asked.items[item]);
        let key = Key::Item(id, item.id);
        if let Some(known) = self.sources.known.get(&key) {
            return *known;
        }
        let text = item.text.as_deref().unwrap_or_default();
        let title = self.speaker.say(
            Phrase::SourceItem,
            &[
                ("item", Value::Words(text)),
                ("title", Value::Words(&asked.activity.plan.title)),
            ],
        );
        let options = self.options(&asked.survey.scale);
        let counts = options.into_iter().zip(&item.counts).map(|(name, count)| Counted {
            name,
            count: u64::from(*count),
        });
        let counts = counts.collect();
        let conditions = self.asked(id);
        let ideas = match item.id {
            ItemId::Idea(idea) => self.facts.idea_of(idea).map(|idea| idea.number).into_iter().collect(),
            ItemId::Theme(theme) => self.facts.ideas_in(theme),
            _ => Vec::new(),
        };
        self.source(key, title, ideas, counts, conditions)
    }

    /// A theme.
    pub(super) fn cite_theme(&mut self, place: usize) -> usize {
        let theme = &self.facts.themes[place];
        let key = Key::Theme(theme.id);
        if let Some(known) = self.sources.known.get(&key) {
            return *known;
        }
        let ideas: Vec<usize> = theme.ideas.iter().map(|idea| self.facts.ideas[*idea].number).collect();
        let prompt = theme.ideas.first().map(|idea| self.facts.ideas[*idea].activity);
        let title = self.theme_name(place);
        let counts = vec![self.counted(Phrase::Ideas, ideas.len() as u64)];
        let mut conditions = prompt.map_or_else(Vec::new, |prompt| self.asked(prompt));
        conditions.push(self.speaker.say(Phrase::GroupedByPeople, &[]));
        self.source(key, title, ideas, counts, conditions)
    }

    /// The framework's steps of change.
    pub(super) fn cite_steps(&mut self) -> usize {
        if let Some(known) = self.sources.known.get(&Key::Steps) {
            return *known;
        }
        let title = self.speaker.say(Phrase::SourceSteps, &[]);
        let steps = self.facts.panel.framework().steps.len() as u64;
        let counts = vec![self.counted(Phrase::StepsNamed, steps)];
        let conditions = vec![self.framework_was()];
        self.source(Key::Steps, title, Vec::new(), counts, conditions)
    }

    /// What people sorted on their own.
    pub(super) fn cite_sorts(&mut self, id: ActivityId, handfuls: usize) -> usize {
        if let Some(known) = self.sources.known.get(&Key::Sorts(id)) {
            return *known;
        }
        let panel = self.facts.panel;
        let title = panel.activity(id).map_or("", |activity| activity.plan.title.as_str());
        let values = [("title", Value::Words(title))];
        let title = self.speaker.say(Phrase::SourceQuestion, &values);
        let counts = vec![
            self.counted(Phrase::PeopleAnswered, panel.answered(id) as u64),
            self.counted(Phrase::Handfuls, handfuls as u64),
        ];
        let conditions = self.asked(id);
        self.source(Key::Sorts(id), title, Vec::new(), counts, conditions)
    }

    fn framework_was(&self) -> Sentence {
        let framework = self.facts.panel.framework();
        let edition = crate::framework::edition(framework);
        let values = [("host", Value::Words(&framework.name)), ("framework", said(edition))];
        self.speaker.say(Phrase::FrameworkWas, &values)
    }

    fn tallied(&self, tally: Tally) -> Vec<Counted> {
        vec![
            self.counted(Phrase::Agree, tally.agree),
            self.counted(Phrase::Disagree, tally.disagree),
            self.counted(Phrase::Pass, tally.pass),
        ]
    }

    /// What a theme is called: its name, else its number.
    pub(super) fn theme_name(&self, place: usize) -> Sentence {
        let theme = &self.facts.themes[place];
        match &theme.name {
            Some(name) => self.speaker.say(Phrase::ThemeNamed, &[("name", Value::Words(name))]),
            None => self
                .speaker
                .say(Phrase::ThemeUnnamed, &[("number", said(theme.number.to_string()))]),
        }
    }

    /// How something was asked.
    fn asked(&self, id: ActivityId) -> Vec<Sentence> {
        let place = self.facts.panel.place(id);
        let Some(asked) = place.and_then(|place| self.facts.gathering.asked.get(place)) else {
            return Vec::new();
        };
        let mut conditions = vec![
            self.speaker
                .say(Phrase::AskedAs, &[("question", Value::Words(&asked.question))]),
        ];
        if let Some(opened) = asked.opened {
            conditions.push(
                self.speaker
                    .say(Phrase::AskedOn, &[("day", said(self.speaker.day(opened)))]),
            );
        }
        if let Some(revealed) = asked.revealed {
            conditions.push(
                self.speaker
                    .say(Phrase::RevealedOn, &[("day", said(self.speaker.day(revealed)))]),
            );
        }
        conditions.push(self.one_ballot());
        conditions
    }

    /// How it was made sure that nobody has two ballots.
    pub(super) fn one_ballot(&self) -> Sentence {
        if self.facts.gathering.elsewhere {
            return self.speaker.say(Phrase::HeldElsewhere, &[]);
        }
        let phrase = match self.facts.gathering.integrity {
            Integrity::Open => Phrase::BallotADevice,
            Integrity::Ticket => Phrase::BallotATicket,
            Integrity::Roll => Phrase::BallotAName,
        };
        self.speaker.say(phrase, &[])
    }
}
