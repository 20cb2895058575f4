//! The framework's lists, seen alike: numbered entries with words.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ChangeStep, Constituency, Domain, Framework, Point, Principle};
use crate::{ConstituencyId, DomainId, IDEA_CHARS, LINE_CHARS, QUESTION_CHARS};

/// A list of numbered entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// The areas of the work.
    Domains,
    /// What guides the association.
    Principles,
    /// What it takes an association to be.
    Assumptions,
    /// What makes an association effective.
    Traits,
    /// Whom it serves.
    Constituencies,
    /// What it offers already.
    Offers,
    /// Whose work it complements.
    Neighbours,
    /// The steps of change.
    Steps,
    /// What makes change urgent.
    Drivers,
    /// What people need now.
    Competencies,
}

/// A text that stands for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The association's name.
    Name,
    /// Today's vision.
    Vision,
    /// Today's mission.
    Mission,
    /// Today's scope.
    Scope,
    /// Where it is at home.
    Home,
}

impl List {
    /// All lists, in the order in which they are read.
    pub const ALL: [Self; 10] = [
        Self::Domains,
        Self::Principles,
        Self::Assumptions,
        Self::Traits,
        Self::Constituencies,
        Self::Offers,
        Self::Neighbours,
        Self::Steps,
        Self::Drivers,
        Self::Competencies,
    ];

    /// Its name in files and forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Domains => "domains",
            Self::Principles => "principles",
            Self::Assumptions => "assumptions",
            Self::Traits => "traits",
            Self::Constituencies => "constituencies",
            Self::Offers => "offers",
            Self::Neighbours => "neighbours",
            Self::Steps => "steps",
            Self::Drivers => "drivers",
            Self::Competencies => "competencies",
        }
    }

    /// The list that has that name in files and forms.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }

    /// How many entries it takes. Domains and constituencies are choices on a phone, which are read through; principles
    /// times domains are the cells that a room of some dozens has to fill; the others are read aloud one by one.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Domains | Self::Constituencies => 30,
            Self::Principles | Self::Steps => 20,
            Self::Assumptions | Self::Traits | Self::Offers | Self::Neighbours | Self::Drivers | Self::Competencies => {
                40
            }
        }
    }

    /// How long an entry may be, in characters: a label, or a sentence that is asked about as a question is.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Domains | Self::Constituencies | Self::Traits | Self::Steps => LINE_CHARS,
            Self::Principles
            | Self::Assumptions
            | Self::Offers
            | Self::Neighbours
            | Self::Drivers
            | Self::Competencies => QUESTION_CHARS,
        }
    }
}

impl Part {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 5] = [Self::Name, Self::Home, Self::Vision, Self::Mission, Self::Scope];

    /// Its name in files and forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Vision => "vision",
            Self::Mission => "mission",
            Self::Scope => "scope",
            Self::Home => "home",
        }
    }

    /// How long it may be, in characters: a label, or a paragraph as long as an idea.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Name | Self::Home => LINE_CHARS,
            Self::Vision | Self::Mission | Self::Scope => IDEA_CHARS,
        }
    }
}

impl fmt::Display for List {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// What all entries have.
trait Entry {
    fn new(id: u16, text: String) -> Self;
    fn id(&self) -> u16;
    fn text(&self) -> &str;
    fn text_mut(&mut self) -> &mut String;
}

macro_rules! entry {
    ($name:ident { $text:ident }, $id:expr, $make:expr) => {
        impl Entry for $name {
            fn new(id: u16, text: String) -> Self {
                let make: fn(u16, String) -> Self = $make;
                make(id, text)
            }

            fn id(&self) -> u16 {
                let id: fn(&Self) -> u16 = $id;
                id(self)
            }

            fn text(&self) -> &str {
                &self.$text
            }

            fn text_mut(&mut self) -> &mut String {
                &mut self.$text
            }
        }
    };
}

entry!(Domain { name }, |domain| domain.id.0, |id, name| Domain {
    id: DomainId(id),
    name
});
entry!(Principle { text }, |principle| principle.number, |number, text| {
    Principle { number, text }
});
entry!(Point { text }, |point| point.id, |id, text| Point { id, text });
entry!(ChangeStep { name }, |step| step.number, |number, name| ChangeStep {
    number,
    name,
    later: false
});
entry!(Constituency { name }, |constituency| constituency.id.0, |id, name| {
    Constituency {
        id: ConstituencyId(id),
        name,
        wants: Vec::new(),
    }
});

/// A list, whatever its entries are.
pub(super) trait Entries {
    fn all(&self) -> Vec<(u16, &str)>;
    fn text_mut(&mut self, id: u16) -> Option<&mut String>;
    fn add(&mut self, id: u16, text: String);
    /// Takes an entry out; returns its words.
    fn take(&mut self, id: u16) -> Option<String>;
    /// Puts an entry at a place; at the end where beyond it.
    fn shift(&mut self, id: u16, place: usize);
    fn each_text(&mut self) -> Vec<&mut String>;
}

impl<T: Entry> Entries for Vec<T> {
    fn all(&self) -> Vec<(u16, &str)> {
        self.iter().map(|entry| (entry.id(), entry.text())).collect()
    }

    fn text_mut(&mut self, id: u16) -> Option<&mut String> {
        self.iter_mut().find(|entry| entry.id() == id).map(Entry::text_mut)
    }

    fn add(&mut self, id: u16, text: String) {
        self.push(T::new(id, text));
    }

    fn take(&mut self, id: u16) -> Option<String> {
        let place = self.iter().position(|entry| entry.id() == id)?;
        Some(self.remove(place).text().to_owned())
    }

    fn shift(&mut self, id: u16, place: usize) {
        if let Some(from) = self.iter().position(|entry| entry.id() == id) {
            let entry = self.remove(from);
            self.insert(place.min(self.len()), entry);
        }
    }

    fn each_text(&mut self) -> Vec<&mut String> {
        self.iter_mut().map(Entry::text_mut).collect()
    }
}

impl Framework {
    /// The entries of a list: number and words, in order.
    #[must_use]
    pub fn entries(&self, list: List) -> Vec<(u16, &str)> {
        match list {
            List::Domains => self.domains.all(),
            List::Principles => self.principles.all(),
            List::Assumptions => self.assumptions.all(),
            List::Traits => self.traits.all(),
            List::Constituencies => self.constituencies.all(),
            List::Offers => self.offers.all(),
            List::Neighbours => self.neighbours.all(),
            List::Steps => self.steps.all(),
            List::Drivers => self.drivers.all(),
            List::Competencies => self.competencies.all(),
        }
    }

    /// The words of an entry.
    #[must_use]
    pub fn entry(&self, list: List, id: u16) -> Option<&str> {
        let found = self.entries(list).into_iter().find(|(known, _)| *known == id);
        found.map(|(_, text)| text)
    }

    /// A text that stands for itself.
    #[must_use]
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Name => &self.name,
            Part::Vision => &self.vision,
            Part::Mission => &self.mission,
            Part::Scope => &self.scope,
            Part::Home => &self.home,
        }
    }

    pub(super) fn part_mut(&mut self, part: Part) -> &mut String {
        match part {
            Part::Name => &mut self.name,
            Part::Vision => &mut self.vision,
            Part::Mission => &mut self.mission,
            Part::Scope => &mut self.scope,
            Part::Home => &mut self.home,
        }
    }

    pub(super) fn list_mut(&mut self, list: List) -> &mut dyn Entries {
        match list {
            List::Domains => &mut self.domains,
            List::Principles => &mut self.principles,
            List::Assumptions => &mut self.assumptions,
            List::Traits => &mut self.traits,
            List::Constituencies => &mut self.constituencies,
            List::Offers => &mut self.offers,
            List::Neighbours => &mut self.neighbours,
            List::Steps => &mut self.steps,
            List::Drivers => &mut self.drivers,
            List::Competencies => &mut self.competencies,
        }
    }

    /// A number that no entry of that list ever had.
    pub(super) fn fresh_id(&self, list: List) -> Option<u16> {
        if list == List::Domains {
            return self.fresh_domain().map(|id| id.0);
        }
        let gone = self.removed.iter().filter(|removed| removed.list == list);
        let here = self.entries(list).into_iter().map(|(id, _)| id);
        let used = here.chain(gone.map(|removed| removed.id)).max().unwrap_or(0);
        used.checked_add(1)
    }
}
