use serde::Deserialize;
use visioncast_model::{Activity, ActivityId, CommandId, Domain, Pace};

use crate::{draft::Draft, language::Sheet};

/// The agenda, to prepare.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// The items, in order.
    pub items: Vec<Activity>,
    /// All domains.
    pub domains: Vec<Domain>,
    /// Who sets the pace.
    pub pace: Pace,
    /// Whether it is a rehearsal, which can be wiped.
    pub rehearsal: bool,
    /// What can be put on it.
    pub prepared: Vec<Prepared>,
    /// The id for whichever form of this page is sent.
    pub command: CommandId,
    /// The item that is unfolded.
    pub unfolded: Option<ActivityId>,
    /// What was not done.
    pub refused: Option<Refused>,
    /// The panel's framework.
    pub framework: super::PanelFramework,
}

/// A form that was not taken.
#[derive(Clone, Debug, Default)]
pub struct Refused {
    /// The item that it was about, if any.
    pub item: Option<ActivityId>,
    /// Why.
    pub why: String,
    /// The field that is wrong, where one is.
    pub field: Option<&'static str>,
    /// What was typed, where it was the form of an item.
    pub typed: Option<Draft>,
    /// Whether somebody else changed the item meanwhile.
    pub meanwhile: bool,
}

/// An instrument that can be put on an agenda.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// What the form calls it.
    pub key: String,
    /// Where it stands in the list.
    pub group: Group,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Whether it asks about what people wrote to another item.
    pub takes_ideas: bool,
    /// Whether that must be a prompt, whose ideas can be put together into themes.
    pub takes_themes: bool,
    /// Whether the framework has what it asks about.
    pub fits: bool,
}

/// Instruments that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// What people bring, in their own words.
    Ideas,
    /// What that adds up to, and how the room stands to it.
    Themes,
    /// Domain by domain.
    Domains,
    /// Whom it is for, and who does it.
    People,
    /// Where it goes, and why now.
    Direction,
    /// Whatever else one asks.
    General,
}

impl Group {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 6] = [
        Self::Ideas,
        Self::Themes,
        Self::Domains,
        Self::People,
        Self::Direction,
        Self::General,
    ];

    /// What stands above it.
    #[must_use]
    pub const fn name(self) -> Sheet {
        match self {
            Self::Ideas => Sheet::GroupIdeas,
            Self::Themes => Sheet::GroupThemes,
            Self::Domains => Sheet::GroupDomains,
            Self::People => Sheet::GroupPeople,
            Self::Direction => Sheet::GroupDirection,
            Self::General => Sheet::GroupGeneral,
        }
    }
}

/// The agenda, to print.
#[derive(Clone, Debug)]
pub struct RunSheet {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// When it begins, in minutes after midnight.
    pub start: u16,
    /// The items, in order.
    pub items: Vec<Activity>,
    /// What the phones open.
    pub address: String,
}
