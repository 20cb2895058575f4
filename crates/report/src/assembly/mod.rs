//! How a report is assembled: each chapter in a file of its own, all from the same facts.

mod agreement;
mod answers;
mod appendix;
mod backing;
mod changes;
mod completeness;
mod direction;
mod domains;
mod facts;
mod gathering;
mod limits;
mod map;
mod opinions;
mod participation;
mod sources;
mod steps;
mod summary;
mod theme_votes;
mod wants;

use visioncast_model::Language;

use crate::{
    Archive, Material, WriteError,
    document::{
        Block, Cell, Chapter, Column, Document, Edition, FORMAT, Heading, Kind, Quote, Recommended, Sentence, Table,
        VERSION,
    },
    framework,
    frozen::{self, Pressed},
    language::{Phrase, Speaker, Value, clean},
    moment,
    told::{Ledger, Told},
};
use facts::{Contribution, Facts};
use sources::Sources;

/// So many quotes stand with a theme; the rest is in the appendix.
const QUOTES: usize = 5;

impl Document {
    /// The report of `material` in a language, as a new edition after those that were frozen. It knows no other moment than those of the log, so that the same log and
    /// the same words make the same report.
    ///
    /// # Errors
    /// Where the archive that its hash is of cannot be written as JSON.
    pub fn of(material: Material<'_>, language: Language) -> Result<Self, WriteError> {
        Ok(Self::assembled(material, language, &frozen::told(material), None)?.0)
    }

    /// The same as a new edition after what `earlier` ones told of groups of people: what was kept back once is kept back
    /// in it, and so is what a difference to an earlier edition would tell. With it, what all of them tell now: give it to
    /// the next edition.
    ///
    /// # Errors
    /// As [`Document::of`].
    pub fn after(material: Material<'_>, language: Language, earlier: &Told) -> Result<(Self, Told), WriteError> {
        Self::assembled(material, language, earlier, None)
    }

    /// The same, of an edition that was frozen.
    pub(crate) fn assembled(
        material: Material<'_>,
        language: Language,
        earlier: &Told,
        pressed: Option<Pressed>,
    ) -> Result<(Self, Told), WriteError> {
        let panel = material.panel;
        let archive = Archive::of(material)?;
        let speaker = Speaker(language);
        let mut ledger = Ledger::new(earlier);
        let mut assembly = Assembly {
            facts: Facts::of(material, &mut ledger),
            sources: Sources::default(),
            speaker,
            recommendations: Vec::new(),
        };
        let mut chapters = vec![assembly.summary(), assembly.gathering()];
        chapters.extend(assembly.domains());
        chapters.extend(assembly.map());
        chapters.extend(assembly.wants());
        chapters.extend(assembly.direction());
        chapters.extend(assembly.answers());
        chapters.push(assembly.agreement());
        chapters.extend(assembly.steps());
        chapters.push(assembly.appendix());
        chapters.push(assembly.limits());
        let until = material.events.last().map(|last| last.at).unwrap_or_default();
        let document = Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            language,
            title: clean(panel.title()),
            host: clean(&panel.framework().name),
            notices: assembly.notices(pressed),
            edition: Edition {
                number: pressed.map(|pressed| pressed.report.number),
                taken_back: pressed.map_or(0, |pressed| pressed.taken_back),
                snapshot: archive.hash(),
                events: material.events.len() as u64,
                until: moment::iso(until),
                framework: framework::edition(panel.framework()),
            },
            chapters,
            themes: assembly.outline(),
            totals: assembly.totals(),
            recommendations: assembly.recommendations,
            sources: assembly.sources.list,
        };
        Ok((document, ledger.close()))
    }
}

impl Told {
    /// What these editions of one panel's report told, the first one first: each was made after those before it.
    #[must_use]
    pub fn by<'a>(editions: impl IntoIterator<Item = Material<'a>>) -> Self {
        let editions = editions.into_iter();
        editions.fold(Self::default(), |earlier, edition| earlier.and(edition))
    }

    /// The same with an edition more.
    pub(crate) fn and(&self, edition: Material<'_>) -> Self {
        let mut ledger = Ledger::new(self);
        let _ = Facts::of(edition, &mut ledger);
        ledger.close()
    }
}

/// A report in the making.
struct Assembly<'a> {
    facts: Facts<'a>,
    sources: Sources,
    speaker: Speaker,
    /// What is put before the board.
    recommendations: Vec<Recommended>,
}

impl Assembly<'_> {
    fn notices(&self, pressed: Option<Pressed>) -> Vec<Sentence> {
        let panel = self.facts.panel;
        let mut notices = Vec::new();
        if panel.is_rehearsal() {
            notices.push(self.speaker.say(Phrase::Rehearsal, &[]));
        }
        if panel.status() != visioncast_model::Status::Ended {
            let phrase = if pressed.is_some() {
                Phrase::FrozenEarly
            } else {
                Phrase::Draft
            };
            notices.push(self.speaker.say(phrase, &[]));
        }
        if let Some(taken_back) = pressed.map(|pressed| pressed.taken_back).filter(|count| *count > 0) {
            notices.push(self.speaker.count(Phrase::TakenBack, taken_back as usize, &[]));
        }
        notices
    }

    fn chapter(&self, anchor: &str, title: Phrase, blocks: Vec<Block>) -> Chapter {
        Chapter {
            anchor: anchor.to_owned(),
            title: self.speaker.say(title, &[]),
            blocks,
        }
    }

    fn column(&self, name: &str, title: Phrase, kind: Kind) -> Column {
        Column {
            name: name.to_owned(),
            title: self.speaker.owned(title),
            kind,
        }
    }

    /// A table that a page shows.
    fn table(&self, name: &str, caption: Phrase, columns: &[(&str, Phrase, Kind)], rows: Vec<Vec<Cell>>) -> Table {
        let columns = columns
            .iter()
            .map(|(name, title, kind)| self.column(name, *title, *kind));
        Table {
            name: name.to_owned(),
            caption: self.speaker.owned(caption),
            columns: columns.collect(),
            rows,
            shown: true,
            sources: Vec::new(),
        }
    }

    /// The quote of an idea; none where it may not be quoted.
    fn quote(&self, idea: &Contribution, sources: Vec<usize>) -> Option<Quote> {
        Some(Quote {
            idea: Some(idea.number),
            words: Some(idea.words.clone()?),
            by: idea.signature.clone(),
            note: None,
            home: false,
            sources,
        })
    }
}

fn heading(anchor: String, title: Sentence) -> Block {
    Block::Heading(Heading { anchor, title })
}

fn said(text: impl Into<String>) -> Value<'static> {
    Value::Said(text.into())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
