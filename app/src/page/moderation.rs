use visioncast_model::{Act, Concern, Moderation, view::By};

/// What moderation did.
#[derive(Clone, Debug)]
pub struct ModerationLog {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// A page of what was done, newest first.
    pub rows: Vec<LogRow>,
    /// The page, from 0, and how many there are.
    pub place: (usize, usize),
}

/// Something that moderation did.
#[derive(Clone, Debug)]
pub struct LogRow {
    /// When, as date and time of day in UTC.
    pub when: String,
    /// What.
    pub act: Act,
    /// Whether it took an earlier step back.
    pub undo: bool,
    /// By whom.
    pub by: By,
    /// What that account is called.
    pub name: Option<String>,
    /// The idea that it is about.
    pub idea: Option<LogIdea>,
    /// The place of the idea that stands for it.
    pub into: Option<u32>,
    /// What was found in the idea, where that is why it was held.
    pub found: Vec<(Concern, String)>,
}

/// An idea in the log.
#[derive(Clone, Debug)]
pub struct LogIdea {
    /// Its place in the order of arrival.
    pub place: u32,
    /// Its words; none where they were erased.
    pub words: Option<String>,
    /// The question that it answers.
    pub question: String,
}

/// What a panel holds back, for everybody to read.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// Who holds it.
    pub host: String,
    /// How it is moderated.
    pub moderation: Moderation,
    /// How long words are kept, in a sentence.
    pub kept: String,
    /// Whether whoever asks is in the room.
    pub joined: bool,
}
