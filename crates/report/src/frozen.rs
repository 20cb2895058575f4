use std::collections::BTreeSet;

use visioncast_model::{FrozenReport, Language, Panel, Recorded, Words, WordsId};

use crate::{Document, Material, Told, WriteError};

/// An edition of a report: the log up to where it was frozen, with those of its words that are still there and that may
/// still be quoted. The same log and the same words make the same edition.
#[derive(Debug)]
pub struct FrozenEdition<'a> {
    report: FrozenReport,
    panel: Panel,
    events: &'a [Recorded],
    words: Vec<Words>,
    taken_back: u32,
}

/// What an edition is called, and what became of its words since.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pressed {
    pub(crate) report: FrozenReport,
    pub(crate) taken_back: u32,
}

impl<'a> FrozenEdition<'a> {
    /// The edition `report` of the panel that `material` is of, as it stands now.
    #[must_use]
    pub fn of(material: Material<'a>, report: FrozenReport) -> Self {
        let until = usize::try_from(report.until.0).unwrap_or(usize::MAX);
        let events = &material.events[..until.min(material.events.len())];
        let mut panel = Panel::default();
        let mut referred = BTreeSet::new();
        for recorded in events {
            panel.apply(recorded);
            for id in recorded.event.words() {
                referred.insert(id);
                panel.learn(placeholder(id));
            }
        }
        let quotable = panel.quotable_words();
        let there = panel.unlearn();
        // Whoever does not want to be quoted any more is not, and what is off the screens now is off the report.
        let withdrawn: BTreeSet<WordsId> = quotable.difference(&material.panel.quotable_words()).copied().collect();
        let words: Vec<Words> = material
            .words
            .iter()
            .filter(|words| referred.contains(&words.id) && !withdrawn.contains(&words.id))
            .cloned()
            .collect();
        for words in &words {
            panel.learn(words.clone());
        }
        let kept = words.iter().filter(|words| there.contains(&words.id)).count();
        Self {
            report,
            panel,
            events,
            taken_back: u32::try_from(there.len() - kept).unwrap_or(u32::MAX),
            words,
        }
    }

    /// What exports of it are made from.
    #[must_use]
    pub fn material(&self) -> Material<'_> {
        Material {
            panel: &self.panel,
            events: self.events,
            words: &self.words,
        }
    }

    /// How many texts were erased, or are no longer to be quoted, since it was frozen.
    #[must_use]
    pub const fn taken_back(&self) -> u32 {
        self.taken_back
    }

    /// The report.
    ///
    /// # Errors
    /// As [`Document::of`].
    pub fn document(&self, language: Language) -> Result<Document, WriteError> {
        let pressed = Pressed {
            report: self.report,
            taken_back: self.taken_back,
        };
        let (document, _) = Document::assembled(self.material(), language, &told(self.material()), Some(pressed))?;
        Ok(document)
    }
}

/// What the editions that were frozen told of groups of people: what comes after them keeps back what they did.
pub(crate) fn told(material: Material<'_>) -> Told {
    let editions = material.panel.frozen_reports().iter();
    editions.fold(Told::default(), |earlier, report| {
        earlier.and(FrozenEdition::of(material, *report).material())
    })
}

/// Stands for words while it is found out which there were.
const fn placeholder(id: WordsId) -> Words {
    Words {
        id,
        person: None,
        salt: [0; 16],
        text: String::new(),
    }
}
