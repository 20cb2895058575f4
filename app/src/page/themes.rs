use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use visioncast_model::{
    Accord, ActivityId, CommandId, Domain, IdeaId, ThemeId, Timestamp,
    view::{By, Desk, DeskStep},
};

use super::AtAGlance;

/// The themes of a prompt, to put its ideas together. It is whole without a script, and comes to life with one.
#[derive(Clone, Debug)]
pub struct ThemeDesk {
    /// What the live page starts from; none where there is no prompt yet.
    pub boot: Option<DeskBoot>,
    /// Whose desk it is.
    pub whose: Whose,
    /// The title of the panel.
    pub title: String,
    /// The prompts, by their titles, and how many ideas each has.
    pub prompts: Vec<(ActivityId, String, usize)>,
    /// What the one asks whose ideas are grouped; empty where there is none.
    pub question: String,
    /// Its ideas and themes.
    pub desk: Desk,
    /// Whether its ideas are sorted, or were, by everybody on their own.
    pub sorted: bool,
    /// What might go into a theme; none where nobody is asked here.
    pub glance: Option<AtAGlance>,
    /// All domains.
    pub domains: Vec<Domain>,
    /// The id for whichever form of this page is sent.
    pub command: CommandId,
    /// What was not done, and why.
    pub refused: Option<ThemeRefusal>,
}

/// The live desk as it starts; what lies on it comes over its socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskBoot {
    /// The address of its socket.
    pub socket: String,
    /// The prompt whose ideas are grouped.
    pub prompt: ActivityId,
    /// Who sits at it.
    pub me: By,
    /// What those are called who may have done something.
    pub names: Vec<(By, String)>,
    /// All domains.
    pub domains: Vec<Domain>,
    /// The last steps that were taken here.
    pub mine: Vec<CommandId>,
    /// The server's clock when the page was made.
    pub now: Timestamp,
}

/// Whose desk ideas are grouped at.
#[derive(Clone, Debug)]
pub enum Whose {
    /// A facilitator's, of the panel with that code.
    Facilitator(String),
    /// A panelist's, by the token of their link; and whether they may group now.
    Panelist(String, bool),
    /// That of somebody in the room of the panel with that code; and whether they may group now.
    Attendee(String, bool),
}

/// How the themes of a prompt came about, step by step.
#[derive(Clone, Debug)]
pub struct ThemeReplay {
    /// The code of the panel.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The prompt whose ideas were grouped.
    pub prompt: ActivityId,
    /// What it asks.
    pub question: String,
    /// How many steps there are.
    pub steps: usize,
    /// After how many of them it is shown.
    pub at: usize,
    /// The last of these, who took it, as far as a name is known, and when; none before the first.
    pub step: Option<(DeskStep, Option<String>)>,
    /// The theme that it was about, if one.
    pub about: Option<ThemeId>,
    /// The ideas that it moved.
    pub moved: BTreeSet<IdeaId>,
    /// How the desk was then.
    pub desk: Desk,
    /// Whether it goes on by itself.
    pub plays: bool,
}

/// What the piles of those who sort by themselves add up to.
#[derive(Clone, Debug)]
pub struct ThemeProposals {
    /// The code of the panel.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The prompt whose ideas are sorted.
    pub prompt: ActivityId,
    /// What it asks.
    pub question: String,
    /// How many handfuls were sorted.
    pub handfuls: usize,
    /// How strongly those who sorted agree; none where too few did to tell.
    pub accord: Option<Accord>,
    /// The groups, the largest first.
    pub proposals: Vec<Proposal>,
    /// How many ideas that are in no theme are in none of them.
    pub left: usize,
    /// Whether people are sorting right now.
    pub sorting: bool,
    /// Whether the page looks again by itself meanwhile; nothing can be typed then.
    pub follows: bool,
    /// The id for whichever form of this page is sent.
    pub command: CommandId,
    /// Why something was not done.
    pub refused: Option<String>,
}

/// A group of ideas that may become a theme.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What those who named such a pile call it most, and how many do.
    pub name: Option<(String, usize)>,
    /// The theme that most of the group is in already, and what it is called.
    pub into: Option<(ThemeId, String)>,
    /// Those of its ideas that are in no theme.
    pub ideas: Vec<ProposedIdea>,
    /// How often two of the group lay before the same person.
    pub seen: u32,
    /// How often these went into one pile.
    pub together: u32,
    /// How often one of the group and an idea outside lay before the same person.
    pub seen_outside: u32,
    /// How often these went into one pile all the same.
    pub together_outside: u32,
    /// The name that was typed for it in a form that was not taken.
    pub typed: Option<String>,
}

/// An idea of a group.
#[derive(Clone, Debug)]
pub struct ProposedIdea {
    /// Which.
    pub idea: IdeaId,
    /// Its words.
    pub words: String,
    /// How firmly it belongs to the group, from 0 to 1, where that is known.
    pub firmly: Option<f64>,
    /// Whether it is ticked.
    pub ticked: bool,
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
