//! How long it takes to tell what looks alike, and which words a room uses: `cargo run --release --package visioncast-analysis --example likeness`.
//! Each line is tab-separated: how many ideas, what was timed, in which unit, and how long it took, run by run.

use std::{
    fmt::Write as _,
    hint::black_box,
    io::{self, Write as _},
    time::Instant,
};

use visioncast_analysis::{Generator, Likeness, Spoken, WordList};
use visioncast_model::{IdeaId, PersonId, ThemeId, WordsId};

const RUNS: usize = 5;
/// How many new ideas are timed one by one.
const NEW: usize = 20;
/// How many words those draw from who write: as many as differ in a few thousand short texts.
const WORDS: u64 = 4_000;

/// Words of two to four syllables; few of them are in most texts, most in few, as in any language.
fn text(generator: &mut Generator) -> String {
    let (begin, middle, end) = ("bcdfghjklmnpqrstvwz", "aeiou", ["", "n", "r", "s", "t", "l"]);
    let mut text = String::new();
    for _ in 0..8 + generator.below(8) {
        let word = (generator.share().powi(3) * WORDS as f64) as u64;
        // What stands for a word is always the same.
        let mut letters = Generator::new(word);
        for _ in 0..2 + word % 3 {
            text.extend(begin.chars().nth(letters.below(19) as usize));
            text.extend(middle.chars().nth(letters.below(5) as usize));
            text.push_str(end[letters.below(6) as usize]);
        }
        text.push_str(if generator.below(3) == 0 { " the " } else { " " });
    }
    text
}

const fn idea(number: usize) -> IdeaId {
    IdeaId(uuid::Uuid::from_u128(number as u128))
}

fn main() -> io::Result<()> {
    for ideas in [300, 2_000, 10_000] {
        let mut generator = Generator::new(ideas as u64);
        let texts: Vec<String> = (0..ideas + NEW).map(|_| text(&mut generator)).collect();
        let mut times = [const { Vec::new() }; 6];
        for _ in 0..RUNS {
            let begin = Instant::now();
            let mut likeness = Likeness::default();
            texts
                .iter()
                .take(ideas)
                .enumerate()
                .for_each(|(number, text)| likeness.put(idea(number), text));
            let taken_in = begin.elapsed();
            let pairs = likeness.pairs();
            black_box(likeness.near(&pairs));
            times[0].push(begin.elapsed());
            times[1].push(taken_in);
            let begin = Instant::now();
            let theme = |idea: IdeaId| {
                let number = idea.0.as_u128();
                number
                    .is_multiple_of(2)
                    .then(|| ThemeId(uuid::Uuid::from_u128(number % 40)))
            };
            black_box(likeness.themes(&pairs, theme, []));
            times[2].push(begin.elapsed());
            for (number, text) in texts.iter().enumerate().skip(ideas) {
                let begin = Instant::now();
                likeness.put(idea(number), text);
                black_box(likeness.near_to(idea(number)));
                times[3].push(begin.elapsed());
            }
            let mut list = WordList::default();
            for (time, all) in [(4, ideas), (5, ideas + 1)] {
                let begin = Instant::now();
                let said = texts.iter().enumerate().take(all).map(|(number, text)| Spoken {
                    idea: idea(number),
                    words: WordsId(idea(number).0),
                    by: PersonId(idea(number / 4).0),
                    text,
                });
                black_box(list.of(said));
                times[time].push(begin.elapsed());
            }
        }
        let what = [
            "all pairs, from nothing",
            "of which taking them in",
            "themes for the loose half",
            "one new idea",
            "the word list, from nothing",
            "the word list with one new idea",
        ];
        for (what, times) in what.into_iter().zip(times) {
            let mut line = format!("{ideas}\t{what}\tms");
            for time in times {
                let _ = write!(line, "\t{:.3}", time.as_secs_f64() * 1_000.0);
            }
            writeln!(io::stdout(), "{line}")?;
        }
    }
    Ok(())
}
