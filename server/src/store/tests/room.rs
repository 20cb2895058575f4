//! A panel that decides and writes, as the live one does.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;
use visioncast_model::{
    AccountId, ActivityId, Actor, Choice, Command, CommandId, Context, Created, Digest, Epoch, Event, Framework,
    IdeaId, Import, Integrity, JoinCode, Judgement, Kind, Moderation, Outcome, Panel, PanelId, PersonId, Plan, Prompt,
    Recorded, Seq, Source, Step, Timestamp, Words, WordsId,
};

use crate::store::{Batch, EventStore, NewPanel, StoreError, Summary};

pub(super) const PROMPT: ActivityId = ActivityId(Uuid::from_u128(0xa1));
pub(super) const JUDGEMENT: ActivityId = ActivityId(Uuid::from_u128(0xa2));
const NOW: Timestamp = Timestamp(1_700_000_000_000);

/// A panel, and what was decided since it last wrote.
#[derive(Clone)]
pub(super) struct Room {
    pub(super) id: PanelId,
    pub(super) panel: Panel,
    pub(super) events: Vec<Recorded>,
    pub(super) words: Vec<Words>,
    erased_words: Vec<WordsId>,
    erased_people: Vec<PersonId>,
}

impl Room {
    /// A panel that nobody has stored yet.
    pub(super) fn new() -> Self {
        Self::begun(false)
    }

    fn begun(rehearsal: bool) -> Self {
        let id = PanelId(Uuid::new_v4());
        let plan = |title: &str, kind| Plan::new(title.to_owned(), "What would you miss?", 0, kind);
        let created = Created {
            panel: id,
            code: JoinCode::from_random(id.0.as_u64_pair().0),
            title: "The next ten years".to_owned(),
            framework: Framework::default(),
            agenda: vec![
                (PROMPT, plan("Ideas", Kind::Prompt(Prompt::default()))),
                (JUDGEMENT, plan("Vote", Kind::Judgement(Judgement { prompt: PROMPT }))),
            ],
            seed: 7,
            rehearsal,
            capacity: 10_000,
            pace: visioncast_model::Pace::Led,
            integrity: Integrity::Open,
            moderation: Moderation::default(),
        };
        let mut room = Self::of(id, Panel::default());
        room.decide(Actor::System, &Command::Create(Box::new(created)));
        room
    }

    /// The real panel that a rehearsal prepared; nobody has stored it yet.
    pub(super) fn real(rehearsal: &Self) -> Self {
        let id = PanelId(Uuid::new_v4());
        let created = rehearsal.panel.anew(&mut || ActivityId(Uuid::new_v4()));
        let created = Created {
            panel: id,
            ..created.expect("the panel is created")
        };
        let mut room = Self::of(id, Panel::default());
        room.decide(Actor::System, &Command::Create(Box::new(created)));
        room
    }

    /// A panel that was loaded.
    pub(super) fn of(id: PanelId, panel: Panel) -> Self {
        Self {
            id,
            panel,
            events: Vec::new(),
            words: Vec::new(),
            erased_words: Vec::new(),
            erased_people: Vec::new(),
        }
    }

    /// Its place in the directory.
    pub(super) fn entry(&self) -> NewPanel {
        NewPanel {
            id: self.id,
            code: self.panel.code().expect("the panel is created"),
            epoch: Epoch(1),
            screen_key: self.id.to_string(),
            created: NOW,
            initiative: None,
        }
    }

    /// Stores a new panel.
    pub(super) async fn create(store: &(impl EventStore + ?Sized)) -> Self {
        Self::stored(store, Self::new()).await
    }

    /// Stores a new rehearsal.
    pub(super) async fn create_rehearsal(store: &(impl EventStore + ?Sized)) -> Self {
        Self::stored(store, Self::begun(true)).await
    }

    async fn stored(store: &(impl EventStore + ?Sized), mut room: Self) -> Self {
        store
            .create(&room.entry(), &room.batch())
            .await
            .expect("the panel is stored");
        room.written();
        room
    }

    /// What was decided since it last wrote.
    pub(super) fn batch(&self) -> Batch<'_> {
        Batch {
            events: &self.events,
            words: &self.words,
            erased_words: &self.erased_words,
            erased_people: &self.erased_people,
            summary: Summary::of(&self.panel),
        }
    }

    pub(super) fn written(&mut self) {
        *self = Self::of(self.id, std::mem::take(&mut self.panel));
    }

    /// Appends what was decided, behind nothing new.
    pub(super) async fn write(&mut self, store: &(impl EventStore + ?Sized)) -> Result<(), StoreError> {
        let before = Seq(self.panel.seq().0 - self.events.len() as u64);
        let mut turn = store.turn(self.id, before).await?;
        let tail = turn.take_tail();
        assert!(tail.events.is_empty(), "nobody else writes");
        turn.append(&self.batch()).await?;
        self.written();
        Ok(())
    }

    pub(super) fn decide(&mut self, actor: Actor, command: &Command) -> CommandId {
        let id = CommandId(Uuid::new_v4());
        let mut context = Context {
            now: NOW,
            fresh: &mut Uuid::new_v4,
            findings: Vec::new(),
        };
        let outcome = self
            .panel
            .decide(actor, id, command, &mut context)
            .expect("the rules allow it");
        let Outcome::New(decision) = outcome else {
            panic!("a new command has a new effect")
        };
        for event in &decision.events {
            match &event.event {
                Event::WordsErased { idea } => self.erased_words.push(self.panel.ideas()[idea].words),
                Event::PersonErased { person } => {
                    self.erased_words
                        .extend(self.panel.ideas_by(*person).map(|(_, idea)| idea.words));
                    self.erased_people.push(*person);
                }
                _ => {}
            }
            self.panel.apply(event);
        }
        for words in &decision.words {
            self.panel.learn(words.clone());
        }
        self.events.extend(decision.events);
        self.words.extend(decision.words);
        id
    }

    pub(super) fn import(&mut self, import: Import) -> CommandId {
        self.decide(Actor::System, &Command::Import(import))
    }

    pub(super) fn step(&mut self, step: Step) {
        self.decide(
            Actor::Facilitator(AccountId(Uuid::from_u128(0xf))),
            &Command::Step(step),
        );
    }

    pub(super) fn join(&mut self) -> PersonId {
        let person = PersonId(Uuid::new_v4());
        let constituencies = BTreeSet::new();
        self.import(Import::Person {
            person,
            constituencies,
            source_id: String::new(),
        });
        person
    }

    pub(super) fn say(&mut self, author: Option<PersonId>, words: &str) -> IdeaId {
        let command = self.import(Import::Idea {
            activity: PROMPT,
            author,
            words: words.to_owned(),
            source_id: String::new(),
            source_details: BTreeMap::new(),
        });
        IdeaId(command.0)
    }

    pub(super) fn judge(&mut self, person: PersonId, idea: IdeaId, choice: Choice) {
        self.import(Import::Ballot {
            activity: JUDGEMENT,
            idea,
            person,
            choice,
        });
    }

    /// Adds ballots that no rule was asked about.
    pub(super) fn cast(&mut self, person: PersonId, idea: IdeaId, ballots: usize) {
        for _ in 0..ballots {
            let recorded = Recorded {
                seq: self.panel.seq().next(),
                at: NOW,
                actor: Actor::Person(person),
                command: CommandId(Uuid::new_v4()),
                digest: Digest(0x0123_4567_89ab_cdef),
                event: Event::BallotCast {
                    activity: JUDGEMENT,
                    person,
                    idea,
                    choice: Choice::Disagree,
                    later: false,
                    source: Source::Device,
                },
            };
            self.panel.apply(&recorded);
            self.events.push(recorded);
        }
    }
}
