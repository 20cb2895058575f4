//! How long a room takes in which people sort ideas by themselves: `cargo run --release --package visioncast-analysis
//! --example sorting`. Each line is tab-separated: how many ideas, what was timed, in which unit, and how long it took, run
//! by run.

use std::{
    error::Error,
    fmt::Write as _,
    hint::black_box,
    io::{self, Write as _},
    time::Instant,
};

use uuid::Uuid;
use visioncast_model::{
    AccountId, ActivityId, Actor, Answer, Command, CommandId, Context, Created, Form, Framework, Grouping, Integrity,
    JoinCode, Kind, Moderation, Outcome, Pace, Panel, PanelId, PersonId, Plan, Prompt, Rejection, Sorters, Step,
    Timestamp,
};

const RUNS: usize = 5;
/// Ideas and people; everybody sorts three handfuls.
const ROOMS: [(u128, u128); 2] = [(300, 200), (2_000, 500)];
const HANDFULS: u8 = 3;
/// Into so many piles; every tenth idea is put anywhere.
const THEMES: u128 = 6;
const PROMPT: ActivityId = ActivityId(Uuid::from_u128(1));
const SORTING: ActivityId = ActivityId(Uuid::from_u128(2));

struct Room {
    panel: Panel,
    commands: u128,
}

impl Room {
    fn new(capacity: u32) -> Result<Self, Rejection> {
        let plan = |kind| Plan::new("A question".to_owned(), "What belongs together?".to_owned(), 0, kind);
        let created = Created {
            panel: PanelId(Uuid::from_u128(9)),
            code: JoinCode::from_random(42),
            title: "A room that sorts".to_owned(),
            framework: Framework::default(),
            agenda: vec![
                (PROMPT, plan(Kind::Prompt(Prompt::default()))),
                (SORTING, plan(Kind::Grouping(Grouping::of(PROMPT, Sorters::Alone)))),
            ],
            seed: 7,
            rehearsal: false,
            capacity,
            pace: Pace::Led,
            integrity: Integrity::Open,
            moderation: Moderation::default(),
        };
        let mut room = Self {
            panel: Panel::default(),
            commands: 0,
        };
        room.does(Actor::System, Command::Create(Box::new(created)))?;
        for activity in [PROMPT, SORTING] {
            let alongside = true;
            let open = Step::Open { activity, alongside };
            room.does(Actor::Facilitator(AccountId(Uuid::from_u128(0xF))), Command::Step(open))?;
        }
        Ok(room)
    }

    fn does(&mut self, actor: Actor, command: Command) -> Result<(), Rejection> {
        self.commands += 1;
        let mut fresh = u128::from(self.panel.seq().0) << 64 | 1 << 120;
        let mut context = Context {
            now: Timestamp(self.commands as i64 * 60_000),
            fresh: &mut || {
                fresh += 1;
                Uuid::from_u128(fresh)
            },
            findings: Vec::new(),
        };
        let id = CommandId(Uuid::from_u128(0xC000_0000 + self.commands));
        if let Outcome::New(decision) = self.panel.decide(actor, id, &command, &mut context)? {
            decision.events.iter().for_each(|event| self.panel.apply(event));
            decision.words.into_iter().for_each(|words| self.panel.learn(words));
        }
        Ok(())
    }

    /// Sorts a handful by theme, with a slip now and then.
    fn sorts(&mut self, person: PersonId) -> Result<(), Rejection> {
        self.does(Actor::System, Command::Deal { person })?;
        let activity = self.panel.activity(SORTING).ok_or(Rejection::UnknownActivity)?;
        let put = self.panel.handful(activity, person).into_iter().map(|idea| {
            let number = idea.0.as_u128();
            let theme = if (number ^ person.0.as_u128()).is_multiple_of(10) {
                number / 10
            } else {
                number
            };
            (format!("put-{idea}"), (1 + theme % THEMES).to_string())
        });
        let kind = [("kind".to_owned(), "sort".to_owned())];
        let form = Form {
            activity: SORTING,
            fields: kind.into_iter().chain(put).collect(),
        };
        self.does(Actor::Person(person), Command::Answer(Answer::Form(form)))
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    for (ideas, people) in ROOMS {
        let mut room = Room::new(people as u32)?;
        let person = |number: u128| PersonId(Uuid::from_u128(0x1000 + number));
        for number in 0..people {
            room.does(Actor::Person(person(number)), Command::Join)?;
        }
        for number in 0..ideas {
            let idea = Answer::AddIdea {
                activity: PROMPT,
                domain: None,
                words: format!("Idea number {number}"),
                quotable: true,
            };
            room.does(Actor::Person(person(number % people)), Command::Answer(idea))?;
        }
        for _ in 0..HANDFULS {
            for number in 0..people {
                room.sorts(person(number))?;
            }
        }
        let mut line = format!("{ideas}\thow strongly {people} sorters agree\tms");
        for _ in 0..RUNS {
            let begin = Instant::now();
            black_box(room.panel.accord(PROMPT)).ok_or("nobody can tell how they agree")?;
            let _ = write!(line, "\t{:.3}", begin.elapsed().as_secs_f64() * 1_000.0);
        }
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(())
}
