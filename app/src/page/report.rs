use visioncast_model::{CommandId, Recommendation, Ruling, Seq};

use super::Notice;

/// The editions of a panel's report, and what the board said to them; for facilitators.
#[derive(Clone, Debug)]
pub struct Editions {
    /// The panel's code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The id of the next form that is sent.
    pub command: CommandId,
    /// Whether the panel still runs.
    pub running: bool,
    /// Whether there is something to freeze.
    pub newer: bool,
    /// The editions, the newest first.
    pub editions: Vec<EditionRow>,
    /// What the board said, in the order in which it first said something to it.
    pub reviewed: Vec<Reviewed>,
    /// What boards decided at earlier panels.
    pub brought: Vec<Brought>,
    /// What became of the form that led here.
    pub notice: Option<Notice>,
}

/// An edition in a list.
#[derive(Clone, Debug)]
pub struct EditionRow {
    /// Its number.
    pub number: u16,
    /// The day on which it was frozen.
    pub day: String,
}

/// What the board said to a recommendation.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// What they were about; none where its words are gone.
    pub what: Option<String>,
    /// The last word, which holds.
    pub holds: BoardWords,
    /// What was said before, the latest first.
    pub before: Vec<BoardWords>,
}

/// What somebody of the board said.
#[derive(Clone, Debug)]
pub struct BoardWords {
    /// Where it is recorded.
    pub entry: Seq,
    /// The day.
    pub day: String,
    /// Who, where they said so.
    pub speaker: Option<String>,
    /// The edition that they read.
    pub edition: u16,
    /// What becomes of it.
    pub ruling: Option<Ruling>,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By when.
    pub horizon: Option<String>,
    /// What they say to it.
    pub comment: Option<String>,
    /// Whether something was written that is still there.
    pub written: bool,
}

/// What the board of an earlier panel decided.
#[derive(Clone, Debug)]
pub struct Brought {
    /// The panel's title.
    pub title: String,
    /// What was recommended; none where it was erased.
    pub what: Option<String>,
    /// What becomes of it.
    pub ruling: Ruling,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By when.
    pub horizon: Option<String>,
}

/// What an edition recommends, for the board to decide on.
#[derive(Clone, Debug)]
pub struct ReviewPage {
    /// The link.
    pub token: String,
    /// The panel's title.
    pub title: String,
    /// The edition.
    pub edition: u16,
    /// The day on which it was frozen.
    pub day: String,
    /// What is put before the board, the framework's steps of change last.
    pub rows: Vec<ReviewRow>,
    /// What changed since the edition before.
    pub changes: Option<Changes>,
    /// What boards decided at earlier panels.
    pub brought: Vec<Brought>,
    /// What was typed and not taken, and why.
    pub draft: Option<(ReviewDraft, String)>,
    /// The name that was given last.
    pub speaker: String,
}

/// Something that is put before the board.
#[derive(Clone, Debug)]
pub struct ReviewRow {
    /// What it is about.
    pub key: Recommendation,
    /// The id of its form when that is sent.
    pub command: CommandId,
    /// What is recommended.
    pub what: String,
    /// The domain that it is about.
    pub domain: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// The last word, which holds.
    pub holds: Option<BoardWords>,
    /// What was said before, the latest first.
    pub before: Vec<BoardWords>,
}

/// What somebody of the board typed.
#[derive(Clone, Debug)]
pub struct ReviewDraft {
    /// To what.
    pub key: Recommendation,
    /// What becomes of it.
    pub ruling: Option<Ruling>,
    /// Who sees to it.
    pub owner: String,
    /// By when.
    pub horizon: String,
    /// What they say to it.
    pub comment: String,
    /// Who is speaking.
    pub speaker: String,
}

/// What changed from an edition to the next.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The number of the earlier one.
    pub since: u16,
    /// What is recommended.
    pub recommendations: Moved,
    /// The themes.
    pub themes: Moved,
    /// What was counted, before and now: people, ideas, themes, results.
    pub totals: [(u64, u64); 4],
}

/// What came, went and changed.
#[derive(Clone, Debug, Default)]
pub struct Moved {
    /// What came.
    pub new: Vec<String>,
    /// What went.
    pub gone: Vec<String>,
    /// What changed: how it is called now, what was said of it and what is.
    pub changed: Vec<(String, String, String)>,
}
