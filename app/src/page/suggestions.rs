use visioncast_model::{ActivityId, CommandId, IdeaId, ThemeId};

use super::Whose;

/// What looks alike among the ideas of a prompt, for somebody to say what belongs together.
#[derive(Clone, Debug)]
pub struct Suggestions {
    /// Whose desk it is.
    pub whose: Whose,
    /// The title of the panel.
    pub title: String,
    /// The prompt whose ideas they are.
    pub prompt: ActivityId,
    /// What it asks.
    pub question: String,
    /// Ideas that say the same words.
    pub same: Vec<SameWords>,
    /// Ideas that are near each other: the surest first, and of equally sure ones the newest.
    pub near: Vec<LooksAlike>,
    /// Ideas that might go into a theme: the surest first.
    pub perhaps: Vec<PerhapsInto>,
    /// How many more there are than are listed.
    pub more: usize,
    /// The id for whichever form of this page is sent.
    pub command: CommandId,
    /// Why something was not done.
    pub refused: Option<String>,
}

/// Ideas that say the same words.
#[derive(Clone, Debug)]
pub struct SameWords {
    /// The first of them.
    pub first: Said,
    /// How many of them are not together with it yet.
    pub apart: usize,
    /// Whether all but one may be hidden here.
    pub hides: bool,
}

/// Two ideas that are near each other.
#[derive(Clone, Debug)]
pub struct LooksAlike {
    /// The one that came first.
    pub one: Said,
    /// The other.
    pub other: Said,
    /// Whether the other may be hidden here.
    pub hides: bool,
}

/// An idea that might go into a theme.
#[derive(Clone, Debug)]
pub struct PerhapsInto {
    /// The idea.
    pub idea: Said,
    /// Which.
    pub theme: ThemeId,
    /// What it is called; empty where nobody has named it.
    pub name: String,
    /// What of it is nearest; none where that is its name.
    pub nearest: Option<Said>,
    /// All that say the same and are in no theme, the idea too: they go along.
    pub along: Vec<IdeaId>,
}

/// The surest of what might go into a theme, as it stands beside the desk.
#[derive(Clone, Debug)]
pub struct AtAGlance {
    /// Whose desk it is.
    pub whose: Whose,
    /// The prompt whose ideas they are.
    pub prompt: ActivityId,
    /// The id for whichever form of it is sent.
    pub command: CommandId,
    /// Those few that are decided at a glance.
    pub perhaps: Vec<PerhapsInto>,
}

/// An idea.
#[derive(Clone, Debug)]
pub struct Said {
    /// Which.
    pub idea: IdeaId,
    /// Its words, in parts, each with whether it is what another one shares.
    pub parts: Vec<(String, bool)>,
    /// How often it is there in the same words.
    pub times: usize,
    /// What the theme is called that it is in; empty where nobody has named that, none where it is in none.
    pub theme: Option<String>,
}
