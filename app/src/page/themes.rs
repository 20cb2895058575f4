use visioncast_model::{ActivityId, CommandId, Domain, DomainId, IdeaId, ThemeId};

/// The themes of a prompt, to put its ideas together.
#[derive(Clone, Debug)]
pub struct ThemeDesk {
    /// Whose desk it is.
    pub desk: Whose,
    /// The title of the panel.
    pub title: String,
    /// The prompts, by their titles, and how many ideas each has.
    pub prompts: Vec<(ActivityId, String, usize)>,
    /// The one whose ideas are grouped.
    pub prompt: Option<ActivityId>,
    /// What it asks.
    pub question: String,
    /// All domains.
    pub domains: Vec<Domain>,
    /// The themes, in order.
    pub themes: Vec<DeskTheme>,
    /// The ideas that are in none, in the order of their arrival.
    pub loose: Vec<DeskIdea>,
    /// The last steps, newest first.
    pub steps: Vec<DeskStep>,
    /// The id for whichever form of this page is sent.
    pub command: CommandId,
    /// What was not done, and why.
    pub refused: Option<ThemeRefusal>,
}

/// Whose desk ideas are grouped at.
#[derive(Clone, Debug)]
pub enum Whose {
    /// A facilitator's, of the panel with that code.
    Facilitator(String),
    /// A panelist's, by the token of their link; and whether they may group now.
    Panelist(String, bool),
}

/// A step that had no effect.
#[derive(Clone, Debug)]
pub struct ThemeRefusal {
    /// Why.
    pub why: String,
    /// The theme that was to be worded, with what was typed: its name, and what it means.
    pub worded: Option<(ThemeId, String, String)>,
    /// The ideas that were ticked.
    pub ticked: Vec<IdeaId>,
    /// The name that was typed for a new theme.
    pub name: String,
}

/// A theme.
#[derive(Clone, Debug)]
pub struct DeskTheme {
    /// Which.
    pub id: ThemeId,
    /// What it is called; empty where nobody has named it.
    pub name: String,
    /// What it means; empty where nobody said.
    pub about: String,
    /// The domain that it is about, if one.
    pub domain: Option<DomainId>,
    /// Whether it is set aside.
    pub parked: bool,
    /// Whether it is to stay as it is.
    pub locked: bool,
    /// Its ideas, in order.
    pub ideas: Vec<DeskIdea>,
}

/// An idea.
#[derive(Clone, Debug)]
pub struct DeskIdea {
    /// Which.
    pub id: IdeaId,
    /// Its words; none where they were erased.
    pub words: Option<String>,
    /// Its domain.
    pub domain: Option<DomainId>,
    /// Whether it is off the screens.
    pub hidden: bool,
}

/// A step of grouping.
#[derive(Clone, Debug)]
pub struct DeskStep {
    /// Its command.
    pub command: CommandId,
    /// What it did.
    pub kind: StepKind,
    /// The name of the theme that it was about; empty where that has none.
    pub theme: String,
    /// How many ideas it moved.
    pub ideas: usize,
    /// Whether it was taken back.
    pub undone: bool,
    /// Whether whoever sees this may take it back.
    pub mine: bool,
}

/// What a step of grouping did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Made a theme.
    Made,
    /// Worded one.
    Worded,
    /// Moved ideas.
    Moved,
    /// Put two together.
    Merged,
    /// Moved one to another place.
    Reordered,
    /// Set one aside, or brought it back.
    Parked,
    /// Locked or unlocked one.
    Locked,
    /// Took one off.
    Removed,
    /// Took another step back.
    TookBack,
}
