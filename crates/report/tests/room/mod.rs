//! A panel that is played through the rules, one command after the other.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;
use visioncast_model::{
    AccountId, ActivityId, Actor, Affiliation, Answer, Arrivals, Choice, Command, CommandId, Constituency,
    ConstituencyId, Context, Created, Domain, DomainId, Event, Framework, HideReason, IdeaId, Import, Integrity,
    JoinCode, Judgement, Kind, Moderation, Outcome, Pace, Panel, PanelId, PersonId, Plan, Prompt, Recorded, Rejection,
    Step, Timestamp, Words,
};

/// The prompt and the judgement that every room begins with.
pub(crate) const PROMPT: ActivityId = ActivityId(Uuid::from_u128(0xA1));
pub(crate) const VOTE: ActivityId = ActivityId(Uuid::from_u128(0xA2));

pub(crate) struct Room {
    pub(crate) panel: Panel,
    pub(crate) events: Vec<Recorded>,
    pub(crate) words: Vec<Words>,
    /// 14 May 2026, 09:00 UTC, and a minute more with every command.
    pub(crate) now: Timestamp,
    ids: u128,
}

impl Room {
    pub(crate) fn new(arrivals: Arrivals) -> Self {
        let domain = |id, name: &str| Domain {
            id: DomainId(id),
            name: name.to_owned(),
        };
        let constituency = |id, name: &str| Constituency {
            id: ConstituencyId(id),
            name: name.to_owned(),
            wants: Vec::new(),
        };
        let framework = Framework {
            name: "The Association".to_owned(),
            domains: vec![domain(1, "resources"), domain(2, "data"), domain(3, "people")],
            constituencies: vec![
                constituency(1, "Researchers & Academics"),
                constituency(2, "Sponsors"),
                constituency(3, "Thought Leaders"),
            ],
            ..Framework::default()
        };
        Self::with(arrivals, framework)
    }

    pub(crate) fn with(arrivals: Arrivals, framework: Framework) -> Self {
        let plan = |title: &str, question: &str, kind| Plan::new(title.to_owned(), question.to_owned(), 0, kind);
        let prompt = Prompt {
            probes: vec!["Where do you begin?".to_owned()],
            arrivals,
            ..Prompt::default()
        };
        let created = Created {
            panel: PanelId(Uuid::from_u128(0xA0)),
            code: JoinCode::from_random(1),
            title: "Mentoring <in> 2030".to_owned(),
            framework,
            agenda: vec![
                (PROMPT, plan("Scope", "What must we do?", Kind::Prompt(prompt))),
                (
                    VOTE,
                    plan(
                        "Vote on scope",
                        "Do you agree?",
                        Kind::Judgement(Judgement { prompt: PROMPT }),
                    ),
                ),
            ],
            seed: 1,
            rehearsal: false,
            capacity: 100_000,
            pace: Pace::Led,
            integrity: Integrity::Open,
            moderation: Moderation::default(),
        };
        let mut room = Self {
            panel: Panel::default(),
            events: Vec::new(),
            words: Vec::new(),
            now: Timestamp(1_778_749_200_000),
            ids: 0x1000,
        };
        room.does(Actor::System, &Command::Create(Box::new(created)));
        room
    }

    /// A room where ideas came in and are voted on: five ideas, six people, one re-vote.
    pub(crate) fn lively() -> (Self, Vec<PersonId>, Vec<IdeaId>) {
        let mut room = Self::new(Arrivals::Live);
        room.open(PROMPT);
        let people: Vec<PersonId> = (0..6)
            .map(|place| room.join(&[if place < 5 { 1 } else { 2 }]))
            .collect();
        let ideas = vec![
            room.idea(people[0], Some(1), "=HYPERLINK(\"http://x\")", true),
            room.idea(people[1], Some(1), "One line,\nand \"another\" <b>bold</b>", true),
            room.idea(people[2], Some(3), "مرحبا \u{202E}reversed", true),
            room.idea(people[3], None, "Not to be quoted", false),
            room.idea(people[4], Some(2), "Somebody is named here", true),
        ];
        room.step(Step::HideIdea {
            idea: ideas[4],
            reason: HideReason::Personal,
        });
        room.step(Step::Close { activity: PROMPT });
        room.open(VOTE);
        for (place, person) in people.iter().enumerate() {
            room.judge(*person, ideas[(place + 1) % 2], Choice::Agree);
            room.judge(
                *person,
                ideas[3],
                if place % 2 == 0 { Choice::Disagree } else { Choice::Pass },
            );
        }
        room.judge(people[0], ideas[1], Choice::Disagree);
        (room, people, ideas)
    }

    /// Other ids from here on than those of other rooms.
    pub(crate) fn number_from(&mut self, ids: u128) {
        self.ids = ids;
    }

    pub(crate) fn step(&mut self, step: Step) {
        self.does(
            Actor::Facilitator(AccountId(Uuid::from_u128(0xF))),
            &Command::Step(step),
        );
    }

    pub(crate) fn open(&mut self, activity: ActivityId) {
        self.step(Step::Open {
            activity,
            alongside: true,
        });
    }

    pub(crate) fn reveal(&mut self, activity: ActivityId) {
        self.step(Step::Reveal { activity });
        self.does(Actor::System, &Command::CompleteReveal { activity });
    }

    pub(crate) fn join(&mut self, constituencies: &[u16]) -> PersonId {
        let person = PersonId(self.fresh());
        self.does(Actor::Person(person), &Command::Join);
        let constituencies: BTreeSet<_> = constituencies.iter().copied().map(ConstituencyId).collect();
        let describe = Answer::Describe {
            constituencies,
            affiliation: Some(Affiliation::Member),
        };
        self.does(Actor::Person(person), &Command::Answer(describe));
        person
    }

    pub(crate) fn idea(&mut self, person: PersonId, domain: Option<u16>, words: &str, quotable: bool) -> IdeaId {
        let answer = Answer::AddIdea {
            activity: PROMPT,
            domain: domain.map(DomainId),
            words: words.to_owned(),
            quotable,
        };
        IdeaId(self.does(Actor::Person(person), &Command::Answer(answer)).0)
    }

    /// An idea from another tool's files.
    pub(crate) fn imported(&mut self, words: &str) {
        let import = Import::Idea {
            activity: PROMPT,
            author: None,
            words: words.to_owned(),
            source_id: self.ids.to_string(),
            source_details: BTreeMap::new(),
        };
        self.does(Actor::System, &Command::Import(import));
    }

    /// Deals to somebody until they may vote on the idea, and votes; nothing for one's own idea.
    pub(crate) fn judge(&mut self, person: PersonId, idea: IdeaId, choice: Choice) {
        if self.panel.ideas()[&idea].author == Some(person) {
            return;
        }
        self.does(Actor::System, &Command::Deal { person });
        let answer = Answer::Judge {
            activity: VOTE,
            idea,
            choice,
        };
        self.does(Actor::Person(person), &Command::Answer(answer));
    }

    pub(crate) fn does(&mut self, actor: Actor, command: &Command) -> CommandId {
        self.tries(actor, command).expect("the rules allow what a test does")
    }

    /// Nothing happens where the rules refuse it.
    pub(crate) fn tries(&mut self, actor: Actor, command: &Command) -> Result<CommandId, Rejection> {
        self.now = self.now.plus_seconds(60);
        let id = CommandId(self.fresh());
        let (now, mut ids) = (self.now, self.ids);
        let mut fresh = || {
            ids += 1;
            scattered(ids)
        };
        let mut context = Context {
            now,
            fresh: &mut fresh,
            findings: Vec::new(),
        };
        let outcome = self.panel.decide(actor, id, command, &mut context);
        let Outcome::New(decision) = outcome? else {
            return Ok(id);
        };
        self.ids = ids;
        for words in decision.words {
            self.panel.learn(words.clone());
            self.words.push(words);
        }
        for event in decision.events {
            self.panel.apply(&event);
            if matches!(event.event, Event::WordsErased { .. } | Event::PersonErased { .. }) {
                self.erase();
            }
            self.events.push(event);
        }
        Ok(id)
    }

    /// What the store does with words that were erased.
    fn erase(&mut self) {
        let erased: BTreeSet<_> = self
            .panel
            .ideas()
            .values()
            .filter(|idea| self.panel.words(idea).is_none())
            .map(|idea| idea.words)
            .collect();
        self.words.retain(|words| !erased.contains(&words.id));
    }

    fn fresh(&mut self) -> Uuid {
        self.ids += 1;
        scattered(self.ids)
    }
}

/// Ids whose order says nothing, as that of random ones, and the same in every run.
fn scattered(number: u128) -> Uuid {
    Uuid::from_u128(number.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835))
}
