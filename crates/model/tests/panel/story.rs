//! A panel to play with, and a way to tell stories about it: given, when, then.

use uuid::Uuid;
use visioncast_model::{
    AccountId, ActivityId, Actor, Answer, Arrange, Arrivals, Choice, Command, CommandId, Constituency, ConstituencyId,
    Context, Created, Domain, DomainId, Finding, Framework, IdeaId, Integrity, JoinCode, Judgement, Kind, Moderation,
    Outcome, Pace, Panel, PanelId, PersonId, Plan, Prompt, Recorded, Rejection, Step, Timestamp, Words,
};

pub(crate) const PROMPT: ActivityId = ActivityId(Uuid::from_u128(0xA1));
pub(crate) const JUDGEMENT: ActivityId = ActivityId(Uuid::from_u128(0xA2));
pub(crate) const SILENT: ActivityId = ActivityId(Uuid::from_u128(0xA3));

/// A panel with its log, its words and a clock that moves when told to.
#[derive(Clone)]
pub(crate) struct Story {
    pub(crate) panel: Panel,
    pub(crate) log: Vec<Recorded>,
    pub(crate) words: Vec<Words>,
    pub(crate) now: Timestamp,
    /// What is found in the words of what follows.
    pub(crate) found: Vec<Finding>,
    counter: u128,
}

pub(crate) fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x1000 + number))
}

pub(crate) fn command(number: u128) -> CommandId {
    CommandId(Uuid::from_u128(0xC000_0000 + number))
}

pub(crate) fn facilitator() -> Actor {
    Actor::Facilitator(AccountId(Uuid::from_u128(0xF)))
}

pub(crate) fn created() -> Created {
    let plan = |title: &str, kind| Plan::new(title.to_owned(), format!("{title}?"), 0, kind);
    Created {
        panel: PanelId(Uuid::from_u128(0x9)),
        code: JoinCode::from_random(42),
        title: "A panel".to_owned(),
        framework: Framework {
            name: "An association".to_owned(),
            domains: vec![
                Domain {
                    id: DomainId(1),
                    name: "resources".to_owned(),
                },
                Domain {
                    id: DomainId(2),
                    name: "people".to_owned(),
                },
            ],
            constituencies: vec![Constituency {
                id: ConstituencyId(1),
                name: "Researchers".to_owned(),
                wants: vec!["Data sets".to_owned()],
            }],
            ..Framework::default()
        },
        agenda: vec![
            (PROMPT, plan("Ideas", Kind::Prompt(Prompt::default()))),
            (JUDGEMENT, plan("Vote", Kind::Judgement(Judgement { prompt: PROMPT }))),
            (
                SILENT,
                plan(
                    "Silent",
                    Kind::Prompt(Prompt {
                        arrivals: Arrivals::AtReveal,
                        ..Prompt::default()
                    }),
                ),
            ),
        ],
        seed: 7,
        rehearsal: false,
        capacity: 5,
        pace: Pace::Led,
        integrity: Integrity::Open,
        moderation: Moderation::default(),
    }
}

impl Story {
    pub(crate) fn begin() -> Self {
        Self::of(created())
    }

    pub(crate) fn of(created: Created) -> Self {
        let mut story = Self {
            panel: Panel::default(),
            log: Vec::new(),
            words: Vec::new(),
            now: Timestamp(1_000_000),
            found: Vec::new(),
            counter: 0,
        };
        story
            .when(Actor::System, Command::Create(Box::new(created)))
            .expect("a panel begins");
        story
    }

    /// A command with a new id.
    pub(crate) fn when(&mut self, actor: Actor, wanted: Command) -> Result<CommandId, Rejection> {
        self.counter += 1;
        let id = command(self.counter);
        self.send(actor, id, &wanted).map(|_| id)
    }

    pub(crate) fn send(&mut self, actor: Actor, id: CommandId, wanted: &Command) -> Result<Vec<Recorded>, Rejection> {
        let mut next = u128::from(self.panel.seq().0) << 64 | 1 << 120;
        let mut fresh = || {
            next += 1;
            Uuid::from_u128(next)
        };
        let mut context = Context {
            now: self.now,
            fresh: &mut fresh,
            findings: self.found.clone(),
        };
        match self.panel.decide(actor, id, wanted, &mut context)? {
            Outcome::Already(_) => Ok(Vec::new()),
            Outcome::New(decision) => {
                for event in &decision.events {
                    self.panel.apply(event);
                }
                for words in &decision.words {
                    self.panel.learn(words.clone());
                }
                self.log.extend(decision.events.clone());
                self.words.extend(decision.words);
                Ok(decision.events)
            }
        }
    }

    pub(crate) fn step(&mut self, step: Step) -> Result<CommandId, Rejection> {
        self.when(facilitator(), Command::Step(step))
    }

    pub(crate) fn arrange(&mut self, arrange: Arrange) -> Result<CommandId, Rejection> {
        self.when(facilitator(), Command::Arrange(arrange))
    }

    pub(crate) fn open(&mut self, activity: ActivityId) {
        self.step(Step::Open {
            activity,
            alongside: true,
        })
        .expect("it opens");
    }

    pub(crate) fn join(&mut self, number: u128) -> PersonId {
        let person = person(number);
        self.when(Actor::Person(person), Command::Join).expect("there is room");
        person
    }

    pub(crate) fn answer(&mut self, person: PersonId, answer: Answer) -> Result<CommandId, Rejection> {
        self.when(Actor::Person(person), Command::Answer(answer))
    }

    pub(crate) fn add_idea(&mut self, person: PersonId, words: &str) -> Result<IdeaId, Rejection> {
        let words = words.to_owned();
        let idea = Answer::AddIdea {
            activity: PROMPT,
            domain: None,
            words,
            quotable: false,
        };
        self.answer(person, idea).map(|id| IdeaId(id.0))
    }

    pub(crate) fn judge(&mut self, person: PersonId, idea: IdeaId, choice: Choice) -> Result<CommandId, Rejection> {
        self.answer(
            person,
            Answer::Judge {
                activity: JUDGEMENT,
                idea,
                choice,
            },
        )
    }

    pub(crate) fn reveal(&mut self) {
        self.step(Step::Reveal { activity: JUDGEMENT })
            .expect("it can be revealed");
        self.now = self.now.plus_seconds(10);
        self.when(Actor::System, Command::CompleteReveal { activity: JUDGEMENT })
            .expect("the reveal is due");
    }
}
