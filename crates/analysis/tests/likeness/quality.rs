//! How often what is proposed is right, and how much of what is right is proposed.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write as _},
    path::PathBuf,
};

use visioncast_analysis::Likeness;
use visioncast_model::{IdeaId, ThemeId};

use super::idea;

/// A language, a statement, the same in other words, and one that shares its words and means something else.
const STATEMENTS: &str = include_str!("statements.tsv");
/// A theme, and what is in it.
const THEMES: &str = include_str!("themes.tsv");
/// Proposed pairs of real statements by their numbers in the conversation, and whether they belong together.
const LABELS: &str = include_str!("labels.tsv");

fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().map(|line| line.split('\t').collect())
}

/// As people type on a phone: without accents and capitals, and with a slip in the longest word.
fn typed(text: &str, way: usize) -> String {
    let plain = |letter: char| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        other => other,
    };
    let plain: String = text.to_lowercase().chars().map(plain).collect();
    let longest = plain
        .split(' ')
        .max_by_key(|word| word.len())
        .unwrap_or_default()
        .to_owned();
    let mut letters: Vec<char> = longest.chars().collect();
    match way {
        0 => return plain + "!!",
        1 => letters.swap(3, 4),
        _ => {
            letters.remove(2);
        }
    }
    plain.replace(&longest, &letters.into_iter().collect::<String>())
}

type Pairs = BTreeSet<(IdeaId, IdeaId)>;

/// Every pair that is proposed, as near or as the same words.
fn proposed(likeness: &Likeness) -> Pairs {
    let all = |idea: IdeaId| likeness.same_as(idea).into_iter().flatten().copied();
    let near = likeness.near(&likeness.pairs());
    let near = near
        .iter()
        .flat_map(|near| all(near.one).flat_map(move |one| all(near.other).map(move |other| (one, other))));
    let same = likeness.ideas().flat_map(|one| all(one).map(move |other| (one, other)));
    let pairs = near.chain(same).filter(|(one, other)| one != other);
    pairs.map(|(one, other)| (one.min(other), one.max(other))).collect()
}

/// The same statement in other words is found; what shares its words and means something else, mostly not.
#[test]
fn few_pairs_are_proposed_and_most_of_them_are_right() {
    for language in ["en", "es"] {
        let rows: Vec<_> = rows(STATEMENTS).filter(|row| row[0] == language).collect();
        let mut likeness = Likeness::default();
        for (number, row) in rows.iter().enumerate() {
            (0..3).for_each(|part| likeness.put(idea(number * 3 + part), row[part + 1]));
        }
        let proposed = proposed(&likeness);
        let of = |part: usize, other: usize| {
            let pair = |number: &usize| (idea(number * 3 + part), idea(number * 3 + other));
            (0..rows.len())
                .map(|number| pair(&number))
                .filter(|pair| proposed.contains(pair))
                .count()
        };
        let (right, misled, all) = (of(0, 1), of(0, 2) + of(1, 2), rows.len());
        let (precision, recall) = (right as f64 / proposed.len() as f64, right as f64 / all as f64);
        say(&format!(
            "{language}: {} pairs of {} statements proposed, {right} right ({precision:.2}) of {all} in other words ({recall:.2}); \
             {misled} of {} that share words alone, {} else",
            proposed.len(),
            3 * all,
            2 * all,
            proposed.len() - right - misled,
        ));
        // Two statements of three mislead on purpose: no words tell those apart.
        assert!(precision > 0.3, "{language}: {precision}");
        assert!(recall > 0.55, "{language}: {recall}");
        assert!((proposed.len() - right - misled) * 10 <= proposed.len(), "{language}");
    }
}

#[test]
fn what_is_typed_again_is_found() {
    for language in ["en", "es"] {
        let rows: Vec<_> = rows(STATEMENTS).filter(|row| row[0] == language).collect();
        let mut likeness = Likeness::default();
        for (number, row) in rows.iter().enumerate() {
            likeness.put(idea(number * 4), row[1]);
            (0..3).for_each(|way| likeness.put(idea(number * 4 + way + 1), &typed(row[1], way)));
        }
        let proposed = proposed(&likeness);
        let group = |idea: IdeaId| (idea.0.as_u128() - 1) / 4;
        let right = proposed
            .iter()
            .filter(|(one, other)| group(*one) == group(*other))
            .count();
        let all = rows.len() * 6;
        say(&format!(
            "{language}: typed again {right} of {all} found, {} else",
            proposed.len() - right
        ));
        assert!(right * 10 >= all * 9, "{language}: {right} of {all}");
        assert!(
            right * 10 >= proposed.len() * 9,
            "{language}: {right} of {}",
            proposed.len()
        );
    }
}

#[test]
fn most_suggested_themes_are_right() {
    let rows: Vec<_> = rows(THEMES).collect();
    let mut likeness = Likeness::default();
    let mut themes = BTreeMap::<&str, ThemeId>::new();
    for (number, row) in rows.iter().enumerate() {
        likeness.put(idea(number), row[1]);
        let next = themes.len() as u128 + 1;
        themes.entry(row[0]).or_insert(ThemeId(uuid::Uuid::from_u128(next)));
    }
    let pairs = likeness.pairs();
    for named in [false, true] {
        let (mut told, mut right) = (0, 0);
        // Each of them once as the new one.
        for (number, row) in rows.iter().enumerate() {
            let home = |known: IdeaId| {
                let place = (0..rows.len()).find(|place| idea(*place) == known)?;
                (place != number).then(|| themes[rows[place][0]])
            };
            let names = themes
                .iter()
                .filter(|_| named)
                .map(|(name, theme)| (*theme, (*name).to_owned()));
            if let Some(perhaps) = likeness.themes(&pairs, home, names).first() {
                told += 1;
                right += usize::from(perhaps.theme == themes[row[0]]);
            }
        }
        let of = rows.len();
        let names = if named { "with" } else { "without" };
        say(&format!(
            "themes {names} names: suggested for {told} of {of}, {right} right"
        ));
        assert!(told * 2 >= of && right * 4 >= told * 3, "{told} of {of}, {right} right");
    }
}

/// The statements of a sample that were not moderated out, by their numbers; none where the sample is not there.
fn conversation(name: &str) -> Option<BTreeMap<usize, String>> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "../../../shared/data/polis-open-data", name]
        .iter()
        .collect();
    let mut table = csv::Reader::from_path(folder.join("comments.csv")).ok()?;
    let header = table.headers().ok()?.clone();
    let column = |name: &str| header.iter().position(|column| column == name);
    let (id, words, moderated) = (column("comment-id")?, column("comment-body")?, column("moderated")?);
    let rows = table
        .records()
        .filter_map(Result::ok)
        .filter(|row| &row[moderated] != "-1");
    Some(
        rows.filter_map(|row| Some((row[id].parse().ok()?, row[words].trim().to_owned())))
            .collect(),
    )
}

#[test]
fn most_pairs_of_real_statements_are_right() {
    for (name, least) in [("bg2050-volunteers", 0.7), ("15-per-hour-seattle", 0.0)] {
        let Some(statements) = conversation(name) else {
            say(&format!("skipped: the sample {name} is not there"));
            continue;
        };
        let mut likeness = Likeness::default();
        statements
            .iter()
            .for_each(|(number, text)| likeness.put(idea(*number), text));
        let labels: BTreeMap<(usize, usize), bool> = rows(LABELS)
            .filter(|row| row[0] == name)
            .map(|row| {
                let number = |place: usize| row[place].parse::<usize>().expect("a number");
                ((number(1).min(number(2)), number(1).max(number(2))), row[3] == "yes")
            })
            .collect();
        let (mut right, mut wrong) = (0_u32, 0_u32);
        let near = likeness.near(&likeness.pairs());
        for near in &near {
            let [one, other] = [near.one, near.other].map(|idea| idea.0.as_u128() as usize - 1);
            match labels.get(&(one, other)) {
                Some(true) => right += 1,
                Some(false) => wrong += 1,
                None => say(&format!(
                    "no label: {name}\t{one}\t{other}\t{:.2} {} | {}",
                    near.score, statements[&one], statements[&other]
                )),
            }
        }
        say(&format!(
            "{name}: of {} statements, {} pairs proposed, {} with the same words; {right} right, {wrong} wrong",
            statements.len(),
            near.len(),
            likeness.same().len(),
        ));
        let labelled = right + wrong;
        assert!(
            labelled as usize * 10 >= near.len() * 9,
            "most of what is proposed has a label"
        );
        assert!(f64::from(right) >= least * f64::from(labelled), "{right} of {labelled}");
    }
}
