//! What the pages of frameworks are made from.

use visioncast_model::Framework;

/// All frameworks that panels can be begun with.
#[derive(Clone, Debug, Default)]
pub struct Frameworks {
    /// Those that were brought in or edited here.
    pub kept: Vec<FrameworkCard>,
    /// Those that are built in: what forms call them, and what they are.
    pub built_in: Vec<(String, FrameworkCard)>,
    /// The name that was typed for a new one.
    pub name: String,
    /// What is wrong with that name, or with a copy.
    pub problem: Option<String>,
    /// What is wrong with a file that was brought in.
    pub faults: Vec<FileFault>,
}

/// A framework in the list.
#[derive(Clone, Debug)]
pub struct FrameworkCard {
    /// Its id; empty where it is built in.
    pub id: String,
    /// The association's name.
    pub name: String,
    /// Its version.
    pub version: u32,
    /// What is in it, in numbers.
    pub about: String,
    /// Who changed it last, and when.
    pub changed: String,
}

/// Something that is wrong with a file: where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// Where, as in `constituencies[2].wants[0]`; empty where it is about the file as a whole.
    pub path: String,
    /// What is wrong, and what to do.
    pub words: String,
}

/// A framework, to edit.
#[derive(Clone, Debug, Default)]
pub struct FrameworkDesk {
    /// Its id.
    pub id: String,
    /// What it says.
    pub framework: Framework,
    /// Its hash, whole and short.
    pub hash: (String, String),
    /// The last changes, newest first.
    pub changes: Vec<FrameworkChange>,
    /// Whether there is a version to go back to.
    pub can_undo: bool,
    /// What was typed and not taken.
    pub refused: Vec<RefusedEdit>,
    /// What became of the form that led here.
    pub told: Option<String>,
    /// The name of the field or the value of the button to go on from.
    pub at: String,
    /// What is wrong with a file that was to take its place.
    pub faults: Vec<FileFault>,
}

/// A version of a framework.
#[derive(Clone, Debug)]
pub struct FrameworkChange {
    /// Its number.
    pub version: u32,
    /// When, as a date.
    pub when: String,
    /// Who.
    pub who: String,
    /// What they did.
    pub what: String,
}

/// An edit that was not taken; nothing of it is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedEdit {
    /// The name of its field.
    pub key: String,
    /// What was typed there.
    pub typed: String,
    /// Why it was not taken, and what to do.
    pub why: String,
    /// What the field says by now, where somebody else wrote into it meanwhile.
    pub newer: Option<String>,
}

/// The framework of a panel, and what it could have instead.
#[derive(Clone, Debug, Default)]
pub struct PanelFramework {
    /// The association's name.
    pub name: String,
    /// Its version; 0 where nobody keeps count.
    pub version: u32,
    /// Its short hash.
    pub hash: String,
    /// Whether people have come, so that it stays.
    pub fixed: bool,
    /// What it could have instead: key, words, and whether that is a newer version of what it has.
    pub others: Vec<(String, String, bool)>,
}
