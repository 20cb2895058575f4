//! How long a report takes in each format, and how much memory: `formats FILE IDEAS BALLOTS` prints a line for each, what
//! and how many seconds (or megabytes) with a tab between, and leaves the report as JSON in FILE.

use std::{
    error::Error,
    fs,
    hint::black_box,
    io::{self, Write as _},
    time::Instant,
};

use uuid::Uuid;
use visioncast_analysis::Generator;
use visioncast_model::{Choice, JoinCode, Language, Timestamp};
use visioncast_report::{
    Archive, Document, Format, Material,
    polis::{self, Conversation, Participant, Statement, TakeOver, Vote},
};

const WORDS: [&str; 24] = [
    "mentors",
    "people",
    "data",
    "we",
    "should",
    "the",
    "of",
    "and",
    "trust",
    "stories",
    "standards",
    "newcomers",
    "research",
    "chapters",
    "listen",
    "share",
    "every",
    "year",
    "open",
    "language",
    "with",
    "for",
    "learning",
    "access",
];
/// So many ballots has each person.
const EACH: usize = 100;

/// A conversation of two halves that differ over every third statement.
fn conversation(ideas: usize, ballots: usize) -> Conversation {
    let mut generator = Generator::new(1);
    let people = (ballots / EACH).max(1);
    let start = 1_778_749_200_000;
    let statement = |id: usize| {
        let long = 8 + generator.below(12) as usize;
        let words: Vec<&str> = (0..long)
            .map(|_| WORDS[generator.below(WORDS.len() as u64) as usize])
            .collect();
        Statement {
            id: id as u32,
            author: Some((id % people) as u32),
            at: Some(Timestamp(start)),
            words: Some(format!("{} {id}", words.join(" "))),
            moderated_out: false,
            details: Default::default(),
        }
    };
    let statements = (0..ideas).map(statement).collect();
    let vote = |ballot: usize| {
        let (voter, place) = (ballot % people, ballot / people);
        // Everybody has statements of their own, each of them once.
        let statement = (voter * 37 + place * ideas.div_ceil(EACH)) % ideas;
        let yes = match (statement % 3, voter % 2) {
            (0, 0) => 0.8,
            (0, _) => 0.2,
            (1, _) => 0.7,
            _ => 0.5,
        };
        let choice = match generator.share() {
            share if share < 0.1 => Choice::Pass,
            _ if generator.share() < yes => Choice::Agree,
            _ => Choice::Disagree,
        };
        Vote {
            at: Some(Timestamp(start + 1 + ballot as i64)),
            statement: statement as u32,
            voter: voter as u32,
            choice,
        }
    };
    Conversation {
        topic: "A large room".to_owned(),
        statements,
        participants: (0..people)
            .map(|id| Participant {
                id: id as u32,
                group: Some((id % 8) as u16),
            })
            .collect(),
        votes: (0..ballots).map(vote).collect(),
        ..Conversation::default()
    }
}

fn told(what: &str, figure: f64) {
    let _ = writeln!(io::stdout(), "{what}\t{figure:.3}");
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begin = Instant::now();
    let result = black_box(work());
    told(what, begin.elapsed().as_secs_f64());
    result
}

/// The most memory that this process had so far, in megabytes; nothing where the system does not tell.
fn most_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1_024.0 / 1e6)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, ideas, ballots] = &arguments[..] else {
        return Err("formats FILE IDEAS BALLOTS".into());
    };
    let mut ids = 0_u128;
    let mut fresh = || {
        ids += 1;
        Uuid::from_u128(ids.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835))
    };
    let taken = polis::take_over(
        &conversation(ideas.parse()?, ballots.parse()?),
        TakeOver {
            title: None,
            code: JoinCode::from_random(1),
            seed: 1,
            now: Timestamp(1_778_749_200_000),
            fresh: &mut fresh,
        },
    )?;
    let material = Material {
        panel: &taken.panel,
        events: &taken.events,
        words: &taken.words,
    };
    if let Some(memory) = most_memory() {
        told("memory: the panel and its log", memory);
    }
    timed("the archive's hash", || Archive::of(material))?;
    let document = timed("put together, hash and analyses and all", || {
        Document::of(material, Language::English)
    })?;
    for format in Format::ALL {
        timed(&format!("{format:?}"), || document.files(format))?;
    }
    if let Some(memory) = most_memory() {
        told("memory: with the report in every format", memory);
    }
    fs::write(file, serde_json::to_vec(&document)?)?;
    Ok(())
}
