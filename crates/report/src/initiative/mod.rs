//! The report over all events of an initiative: nobody's input counts twice in it.

mod people;
mod rounds;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};
use visioncast_analysis::Change;
use visioncast_model::{Choice, IdeaId, Language, PanelId, PersonId, Tally};

use self::people::{Somebodies, Somebody};
use crate::{
    Archive, Material, WriteError,
    document::{
        Block, Cell, Chapter, Column, Counted, Document, Edition, FORMAT, Kind, Sentence, Source, Table, Totals,
        VERSION,
    },
    framework,
    language::{Phrase, Speaker, Value, clean},
    moment,
    shown::is_told,
};

/// The source of what all events say together; each event has the number behind.
const ALL: usize = 1;

/// What one event showed.
struct Event<'a> {
    material: Material<'a>,
    title: String,
    snapshot: String,
    /// Of each statement that was voted on and shown: what each person said last before it was shown.
    said: BTreeMap<IdeaId, BTreeMap<Somebody, Choice>>,
    /// How it stood then.
    totals: BTreeMap<IdeaId, Tally>,
    /// Those of its people who were at no event before.
    new: usize,
}

/// A report in the making.
struct Overview<'a> {
    speaker: Speaker,
    events: Vec<Event<'a>>,
    /// The words of each statement, where they may be quoted.
    words: BTreeMap<IdeaId, String>,
    sources: Vec<Source>,
}

impl Document {
    /// The report over the events of an initiative, oldest first. `same` holds who is known to be the same person in
    /// several of them: the seats of each own link. Whoever is in it counts once, with the last ballot on a statement; a
    /// statement that was carried over is one statement. It tells of no constituency: what the reports of several events
    /// told of a group, added up, could point at somebody.
    ///
    /// # Errors
    /// Where the archive of an event cannot be written as JSON.
    pub fn of_initiative(
        name: &str,
        events: &[Material<'_>],
        same: &[Vec<(PanelId, PersonId)>],
        language: Language,
    ) -> Result<Self, WriteError> {
        let mut overview = Overview::of(events, same, language)?;
        let people = overview.events.iter().map(|event| event.new).sum::<usize>();
        overview.cite();
        let mut chapters = vec![overview.summary(people), overview.told_events()];
        chapters.extend(overview.rounds());
        chapters.push(overview.statements());
        let speaker = overview.speaker;
        let mut hash = Sha256::new();
        for event in &overview.events {
            hash.update(event.snapshot.as_bytes());
            hash.update(b"\n");
        }
        let digits: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let last = events.iter().filter_map(|event| event.events.last());
        let until = last.map(|last| last.at).max().unwrap_or_default();
        let newest = events.last().map(|event| event.panel.framework());
        let mut notices = Vec::new();
        if events.iter().any(|event| event.panel.is_rehearsal()) {
            notices.push(speaker.say(Phrase::Rehearsal, &[]));
        }
        if events
            .iter()
            .any(|event| event.panel.status() != visioncast_model::Status::Ended)
        {
            notices.push(speaker.say(Phrase::Draft, &[]));
        }
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            language,
            title: clean(name),
            host: newest.map(|framework| clean(&framework.name)).unwrap_or_default(),
            notices,
            edition: Edition {
                number: None,
                taken_back: 0,
                snapshot: format!("sha256:{digits}"),
                events: events.iter().map(|event| event.events.len() as u64).sum(),
                until: moment::iso(until),
                framework: newest.map(framework::edition).unwrap_or_default(),
            },
            chapters,
            sources: overview.sources,
            // What boards decide on, and what editions are compared by, is each event's own.
            recommendations: Vec::new(),
            themes: Vec::new(),
            totals: Totals::default(),
        })
    }
}

impl<'a> Overview<'a> {
    fn of(
        materials: &[Material<'a>],
        same: &[Vec<(PanelId, PersonId)>],
        language: Language,
    ) -> Result<Self, WriteError> {
        let somebodies = Somebodies::of(same);
        let mut parents: BTreeMap<IdeaId, IdeaId> = BTreeMap::new();
        for material in materials {
            let carried = material.panel.ideas().iter();
            parents.extend(carried.filter_map(|(id, idea)| Some((*id, idea.source_id.as_ref()?.parse().ok()?))));
        }
        // A chain is no longer than there are links, whatever a file claims.
        let origin = |idea: IdeaId| {
            let chain = std::iter::successors(Some(idea), |id| parents.get(id).copied());
            chain.take(parents.len() + 1).last().unwrap_or(idea)
        };
        let mut known: BTreeSet<Somebody> = BTreeSet::new();
        let mut words = BTreeMap::new();
        let mut events = Vec::new();
        for material in materials {
            let panel = material.panel;
            let mut new = 0;
            for person in panel.people().keys() {
                new += usize::from(known.insert(somebodies.who(panel.id(), *person)));
            }
            let (mut said, mut totals) = (BTreeMap::new(), BTreeMap::new());
            for activity in panel.agenda().iter().filter(|activity| is_told(panel, activity)) {
                for (idea, tally) in panel.totals_at_reveal(activity.id).into_iter().flatten() {
                    let shown = panel.ideas().get(idea).filter(|idea| idea.hidden.is_none());
                    let Some(shown) = shown.filter(|_| tally.total() > 0) else {
                        continue;
                    };
                    totals.insert(origin(*idea), *tally);
                    said.insert(origin(*idea), BTreeMap::new());
                    if let Some(quoted) = panel.words(shown).filter(|_| shown.quotable) {
                        words.insert(origin(*idea), clean(quoted));
                    }
                }
            }
            for recorded in material.events {
                let visioncast_model::Event::BallotCast {
                    person,
                    idea,
                    choice,
                    later: false,
                    ..
                } = &recorded.event
                else {
                    continue;
                };
                if let Some(said) = said.get_mut(&origin(*idea)) {
                    said.insert(somebodies.who(panel.id(), *person), *choice);
                }
            }
            events.push(Event {
                material: *material,
                title: clean(panel.title()),
                snapshot: Archive::of(*material)?.hash(),
                said,
                totals,
                new,
            });
        }
        Ok(Self {
            speaker: Speaker(language),
            events,
            words,
            sources: Vec::new(),
        })
    }

    fn counted(&self, name: Phrase, count: usize) -> Counted {
        Counted {
            name: self.speaker.owned(name),
            count: count as u64,
        }
    }

    /// The sources: all together, then each event.
    fn cite(&mut self) {
        let seats: usize = self
            .events
            .iter()
            .map(|event| event.material.panel.people().len())
            .sum();
        let people: usize = self.events.iter().map(|event| event.new).sum();
        let mut sources = vec![Source {
            number: ALL,
            title: self.speaker.say(Phrase::SourceInitiative, &[]),
            ideas: Vec::new(),
            counts: vec![
                self.counted(Phrase::SeatsCount, seats),
                self.counted(Phrase::PeopleJoined, people),
            ],
            conditions: vec![self.speaker.say(Phrase::OnlyByLink, &[])],
        }];
        for event in &self.events {
            let panel = event.material.panel;
            let title = [("title", Value::Words(event.title.as_str()))];
            let hash = [("hash", Value::Said(event.snapshot.clone()))];
            sources.push(Source {
                number: sources.len() + 1,
                title: self.speaker.say(Phrase::SourceEvent, &title),
                ideas: Vec::new(),
                counts: vec![
                    self.counted(Phrase::PeopleJoined, panel.people().len()),
                    self.counted(Phrase::Ideas, panel.ideas().len()),
                ],
                conditions: vec![self.speaker.say(Phrase::SnapshotWas, &hash)],
            });
        }
        self.sources = sources;
    }

    fn number(&self, count: usize) -> Value<'static> {
        Value::Said(self.speaker.number(count as u64))
    }

    fn chapter(&self, anchor: &str, title: Phrase, blocks: Vec<Block>) -> Chapter {
        Chapter {
            anchor: anchor.to_owned(),
            title: self.speaker.say(title, &[]),
            blocks,
        }
    }

    fn table(
        &self,
        name: String,
        caption: Phrase,
        columns: &[(&str, Phrase, Kind)],
        rows: Vec<Vec<Cell>>,
        sources: Vec<usize>,
    ) -> Block {
        let columns = columns.iter().map(|(name, title, kind)| Column {
            name: (*name).to_owned(),
            title: self.speaker.owned(*title),
            kind: *kind,
        });
        Block::Table(Table {
            name,
            caption: self.speaker.owned(caption),
            columns: columns.collect(),
            rows,
            shown: true,
            sources,
        })
    }

    fn summary(&self, people: usize) -> Chapter {
        let speaker = self.speaker;
        let seats: usize = self
            .events
            .iter()
            .map(|event| event.material.panel.people().len())
            .sum();
        let carried: usize = self.events.iter().map(Event::carried).sum();
        let ideas: usize = self.events.iter().map(|event| event.material.panel.ideas().len()).sum();
        let counts = [
            ("events", self.number(self.events.len())),
            ("seats", self.number(seats)),
            ("twice", self.number(seats - people)),
            ("people", self.number(people)),
        ];
        let brought = [
            ("ideas", self.number(ideas - carried)),
            ("carried", self.number(carried)),
        ];
        let list = vec![
            speaker.say(Phrase::InitiativePeople, &counts).from(ALL),
            speaker.say(Phrase::InitiativeIdeas, &brought).from(ALL),
            speaker.say(Phrase::OnlyByLink, &[]),
            speaker.say(Phrase::NoGroupsHere, &[]),
            speaker.say(Phrase::NoMargin, &[]),
        ];
        self.chapter("summary", Phrase::SummaryTitle, vec![Block::List(list)])
    }

    fn told_events(&self) -> Chapter {
        let rows = self.events.iter().map(|event| {
            let panel = event.material.panel;
            let carried = event.carried();
            vec![
                Cell::Words(event.title.clone()),
                Cell::Text(
                    event
                        .material
                        .events
                        .first()
                        .map(|first| self.speaker.day(first.at))
                        .unwrap_or_default(),
                ),
                Cell::Count(panel.people().len() as u64),
                Cell::Count(event.new as u64),
                Cell::Count((panel.ideas().len() - carried) as u64),
                Cell::Count(carried as u64),
                Cell::Text(event.snapshot.clone()),
            ]
        });
        let columns = [
            ("event", Phrase::EventTitle, Kind::Text),
            ("begun", Phrase::Opened, Kind::Text),
            ("joined", Phrase::JoinedTitle, Kind::Count),
            ("new", Phrase::NewHere, Kind::Count),
            ("ideas", Phrase::IdeasNew, Kind::Count),
            ("carried", Phrase::IdeasCarried, Kind::Count),
            ("snapshot", Phrase::SnapshotTitle, Kind::Text),
        ];
        let rows = rows.collect();
        let sources = (ALL..=ALL + self.events.len()).collect();
        let table = self.table("events".to_owned(), Phrase::EventsCaption, &columns, rows, sources);
        self.chapter("events", Phrase::EventsTitle, vec![table])
    }

    /// Every statement with everybody's last ballot on it, counted once.
    fn statements(&self) -> Chapter {
        let mut all: BTreeMap<IdeaId, (usize, BTreeMap<Somebody, Choice>)> = BTreeMap::new();
        for event in &self.events {
            for (idea, said) in &event.said {
                let (rounds, together) = all.entry(*idea).or_default();
                *rounds += 1;
                together.extend(said);
            }
        }
        let mut rows: Vec<(f64, Vec<Cell>)> = all
            .into_iter()
            .map(|(idea, (rounds, said))| {
                let mut tally = Tally::default();
                said.values().for_each(|choice| tally.count(*choice));
                let row = vec![
                    self.words.get(&idea).map_or_else(
                        || Cell::Text(self.speaker.owned(Phrase::WithoutConsent)),
                        |words| Cell::Words(words.clone()),
                    ),
                    Cell::Count(rounds as u64),
                    Cell::Count(tally.agree.into()),
                    Cell::Count(tally.disagree.into()),
                    Cell::Count(tally.pass.into()),
                    Cell::Count(tally.total().into()),
                ];
                (visioncast_model::view::sureness(tally), row)
            })
            .collect();
        rows.sort_by(|one, other| other.0.total_cmp(&one.0));
        let rows: Vec<Vec<Cell>> = rows.into_iter().map(|(_, row)| row).collect();
        let mut blocks = Vec::new();
        if rows.is_empty() {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::NoVoteShown, &[])));
        } else {
            let columns = [
                ("words", Phrase::WordsOf, Kind::Text),
                ("rounds", Phrase::RoundsCount, Kind::Count),
                ("agree", Phrase::Agree, Kind::Count),
                ("disagree", Phrase::Disagree, Kind::Count),
                ("pass", Phrase::Pass, Kind::Count),
                ("n", Phrase::Answered, Kind::Count),
            ];
            let name = "statements".to_owned();
            blocks.push(self.table(name, Phrase::StatementsCaption, &columns, rows, vec![ALL]));
        }
        self.chapter("statements", Phrase::StatementsTitle, blocks)
    }

    /// What those who voted on a statement in two events said in each.
    fn change(before: &Event<'_>, after: &Event<'_>, idea: IdeaId) -> Change {
        let (Some(one), Some(other)) = (before.said.get(&idea), after.said.get(&idea)) else {
            return Change::default();
        };
        let people: BTreeSet<&Somebody> = one.keys().chain(other.keys()).collect();
        let said = people
            .into_iter()
            .map(|person| (one.get(person).copied(), other.get(person).copied()));
        Change::of(said)
    }

    fn said_of(&self, idea: IdeaId) -> Sentence {
        let words = self.words.get(&idea);
        words.map_or_else(|| self.speaker.say(Phrase::WithoutConsent, &[]), Sentence::words)
    }
}

impl Event<'_> {
    /// How many of its ideas were brought to an earlier event.
    fn carried(&self) -> usize {
        let ideas = self.material.panel.ideas().values();
        let from = |text: &String| text.parse::<IdeaId>().is_ok();
        ideas.filter(|idea| idea.source_id.as_ref().is_some_and(from)).count()
    }
}
