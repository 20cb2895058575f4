//! Tables for a spreadsheet: one clear row per idea and per ballot.

mod agenda;
mod ballots;
mod ideas;
mod moderation;
mod participants;
mod readme;
mod sorts;
mod surveys;
mod themes;

use std::collections::BTreeMap;

use visioncast_model::{Activity, IdeaId, Kind, PersonId, Source, ThemeId};

use crate::{Disclosure, File, Material, WriteError, shuffle::Shuffle};

/// A panel as tables: `ideas.csv`, `themes.csv`, `sorts.csv`, `ballots.csv`, `surveys.csv`, `answers.csv`,
/// `editions.csv`, `reasons.csv`, `moderation.csv`, `participants.csv`, `agenda.csv` and a `README.txt` that explains them.
///
/// - Ideas and people have numbers that are random and made for this export from `seed`: two exports
///   cannot be joined, and no number tells who came or spoke first. Rows are in random order, no row
///   tells a time, and nothing joins an author to their ballots or a ballot to a constituency.
/// - Judgements and surveys that `disclosure` does not cover are left out, and `agenda.csv` and `README.txt` say
///   so.
/// - Counts of constituencies and affiliations are kept back where they are small
///   ([`visioncast_analysis::suppressed`]).
/// - Cells are safe to open in a spreadsheet: one that would be taken for a formula has an apostrophe
///   before it.
///
/// # Errors
/// Where a table cannot be laid out.
pub fn csv_files(material: Material<'_>, disclosure: Disclosure, seed: u64) -> Result<Vec<File>, WriteError> {
    let mut shuffle = Shuffle::new(seed);
    let panel = material.panel;
    let disguise = Disguise {
        ideas: shuffle.pseudonyms(panel.ideas().keys().copied()),
        people: shuffle.pseudonyms(panel.people().keys().copied()),
        themes: themes::numbered(panel),
    };
    let judgements: Vec<(usize, &Activity)> = (1..)
        .zip(panel.agenda())
        .filter(|(_, activity)| matches!(activity.plan.kind, Kind::Judgement(_)))
        .filter(|(_, activity)| disclosure.covers(panel, activity))
        .collect();
    Ok(vec![
        ideas::table(panel, &judgements, &disguise).file("ideas.csv".to_owned())?,
        themes::table(panel, &disguise.themes, disclosure).file("themes.csv".to_owned())?,
        sorts::table(panel, &disguise, &mut shuffle).file("sorts.csv".to_owned())?,
        ballots::table(material, &judgements, &disguise, &mut shuffle).file("ballots.csv".to_owned())?,
        surveys::counts(panel, disclosure).file("surveys.csv".to_owned())?,
        surveys::answers(panel, disclosure, &disguise, &mut shuffle).file("answers.csv".to_owned())?,
        surveys::editions(panel).file("editions.csv".to_owned())?,
        surveys::reasons(panel, disclosure, &mut shuffle).file("reasons.csv".to_owned())?,
        moderation::table(material, &disguise).file("moderation.csv".to_owned())?,
        participants::table(panel).file("participants.csv".to_owned())?,
        agenda::table(panel, disclosure).file("agenda.csv".to_owned())?,
        readme::file(panel, disclosure),
    ])
}

/// What ideas, people and themes are called in one export.
struct Disguise {
    ideas: BTreeMap<IdeaId, usize>,
    people: BTreeMap<PersonId, usize>,
    themes: BTreeMap<ThemeId, usize>,
}

fn yes_or_no(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

fn source(source: Source) -> String {
    match source {
        Source::Device => "device",
        Source::Spoken => "spoken",
        Source::Paper => "paper",
        Source::Import => "import",
    }
    .to_owned()
}
