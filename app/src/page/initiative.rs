//! What the pages around an initiative are made from; all of them are plain forms.

use visioncast_model::{ActivityId, CommandId, HideReason, IdeaId, Ruling, Tally, WinId, WorkId, initiative::About};

use super::report::Brought;
use crate::language::Sheet;

/// `/console/initiative/ID` and what stands beside it.
#[derive(Clone, Debug)]
pub struct Initiative {
    /// Its id, as addresses have it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The id for whichever form of this page is sent.
    pub command: CommandId,
    /// Why the form that led here had no effect.
    pub problem: Option<String>,
    /// What the form that led here did.
    pub done: Option<String>,
    /// Which of its pages this is.
    pub tab: Tab,
}

/// One of an initiative's pages.
#[derive(Clone, Debug)]
pub enum Tab {
    /// Its panels in order.
    Events(Events),
    /// Statements of one panel on their way into another.
    Carry(Carry),
    /// One panel beside another.
    Comparison(Comparison),
    /// The work, by the steps of change.
    Board(Board),
    /// What boards decided.
    Decisions(Decisions),
    /// What was won.
    Wins(Wins),
    /// Who may run it.
    People(People),
    /// How long what is kept is kept, and the whole to take away.
    Keeping(KeepingPage),
}

impl Tab {
    /// What the page is called, in the browser's list of pages too.
    #[must_use]
    pub const fn title(&self) -> Sheet {
        match self {
            Self::Events(_) => Sheet::Events,
            Self::Carry(_) => Sheet::CarryOver,
            Self::Comparison(_) => Sheet::Comparison,
            Self::Board(_) => Sheet::Board,
            Self::Decisions(_) => Sheet::DecidedByBoards,
            Self::Wins(_) => Sheet::Wins,
            Self::People(_) => Sheet::WhoRunsIt,
            Self::Keeping(_) => Sheet::Keeping,
        }
    }
}

/// The panels of an initiative.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// Oldest first.
    pub events: Vec<EventRow>,
    /// Whether whoever looks may give it another name.
    pub may_rename: bool,
    /// The newest wins: day and text.
    pub wins: Vec<(String, String)>,
    /// How much work there is under each step.
    pub board: Vec<(String, usize)>,
}

/// A panel of an initiative.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// The code.
    pub code: String,
    /// The title.
    pub title: String,
    /// When it was created, as a date.
    pub created: String,
    /// Whether it has ended.
    pub ended: bool,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// How many people came.
    pub people: u32,
    /// How many ideas there are.
    pub ideas: u32,
    /// From where how many statements were carried into it.
    pub carried: Vec<(String, u32)>,
}

/// Statements of one panel on their way into another.
#[derive(Clone, Debug, Default)]
pub struct Carry {
    /// The panels to choose from: code and title, oldest first.
    pub panels: Vec<(String, String)>,
    /// The code of the earlier one.
    pub from: String,
    /// The code of the later one.
    pub to: String,
    /// The prompts of the later one.
    pub prompts: Vec<(ActivityId, String)>,
    /// What the earlier one has, the most surely supported first.
    pub offers: Vec<CarryOffer>,
}

/// A statement that can be carried over.
#[derive(Clone, Debug)]
pub struct CarryOffer {
    /// Which.
    pub idea: IdeaId,
    /// Its words.
    pub words: String,
    /// What the room said to it, where that was shown.
    pub tally: Option<Tally>,
    /// Whether it was carried there already.
    pub there: bool,
    /// Whether it was picked before.
    pub picked: bool,
}

/// One panel beside another.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The panels to choose from: code and title, oldest first.
    pub panels: Vec<(String, String)>,
    /// The code and title of the earlier one.
    pub from: (String, String),
    /// The code and title of the later one.
    pub to: (String, String),
    /// How many people voted there, and there; none where it is so few that it is not told.
    pub rooms: (Option<u32>, Option<u32>),
    /// The statements that both voted on, those that rose most first.
    pub rows: Vec<CompareRow>,
    /// The formats in which the report over all events is had, by what people and what addresses call them; none where
    /// there is nothing to report.
    pub formats: Vec<(String, &'static str)>,
}

/// A statement in two rounds.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRow {
    /// Its words; none where they were erased.
    pub words: Option<String>,
    /// The first round; none where so few voted that it is not told.
    pub before: Option<Tally>,
    /// The second.
    pub after: Option<Tally>,
    /// The shares of agree among agree and disagree; none where too few took a side.
    pub shares: Option<(f64, f64)>,
}

/// The work, by the steps of change.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// In their order.
    pub steps: Vec<BoardStep>,
    /// Work that left the board, and what became of it: title and history.
    pub gone: Vec<(String, Vec<String>)>,
    /// What was typed and refused: of which piece of work (none: a new one), under which step.
    pub draft: Option<(Option<WorkId>, u16, About)>,
}

/// A step of change with its work.
#[derive(Clone, Debug)]
pub struct BoardStep {
    /// Its number.
    pub number: u16,
    /// Its name.
    pub name: String,
    /// Its work.
    pub works: Vec<WorkCard>,
}

/// A piece of work.
#[derive(Clone, Debug)]
pub struct WorkCard {
    /// Which.
    pub id: WorkId,
    /// What it is.
    pub about: About,
    /// Where it was, oldest first, a sentence each.
    pub history: Vec<String>,
}

/// What boards decided at the events of an initiative.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// Where something was decided, the latest first.
    pub events: Vec<DecidedAt>,
}

/// What was decided at an event.
#[derive(Clone, Debug)]
pub struct DecidedAt {
    /// The code.
    pub code: String,
    /// The title.
    pub title: String,
    /// What was decided.
    pub rows: Vec<Brought>,
    /// The later events that can be told: code and title.
    pub later: Vec<(String, String)>,
}

/// What was won.
#[derive(Clone, Debug, Default)]
pub struct Wins {
    /// Newest first.
    pub wins: Vec<WinRow>,
    /// The names of the steps; the first is step 1.
    pub steps: Vec<String>,
    /// What was typed and refused, or today and nothing else.
    pub draft: WinDraft,
}

/// Something that was won.
#[derive(Clone, Debug)]
pub struct WinRow {
    /// Which.
    pub id: WinId,
    /// When.
    pub day: String,
    /// What.
    pub text: String,
    /// Whose it is; nobody's where empty.
    pub owner: String,
    /// The name of its step.
    pub step: Option<String>,
}

/// A win as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WinDraft {
    /// When.
    pub day: String,
    /// What.
    pub text: String,
    /// Whose.
    pub owner: String,
    /// The number of its step.
    pub step: String,
}

/// Who may run an initiative.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The owner first.
    pub members: Vec<MemberRow>,
    /// Whether whoever looks is the owner.
    pub is_owner: bool,
    /// A link that was just made for somebody.
    pub invitation: Option<String>,
    /// What was done, newest first: day and sentence.
    pub log: Vec<(String, String)>,
}

/// Somebody who may run an initiative.
#[derive(Clone, Debug)]
pub struct MemberRow {
    /// Their account.
    pub account: String,
    /// Their name.
    pub name: String,
    /// Whether they answer for it.
    pub owner: bool,
    /// Whether they may see the volunteers' contacts.
    pub sees_volunteers: bool,
    /// Whether it is whoever looks.
    pub me: bool,
}

/// How long what is kept is kept, and the whole to take away.
#[derive(Clone, Debug, Default)]
pub struct KeepingPage {
    /// For contacts, words and phones: the days as typed, and until when that is, where anything is.
    pub periods: [(String, Option<String>); 3],
    /// Whether whoever looks is the owner.
    pub is_owner: bool,
    /// The volunteers, for whoever may see them.
    pub volunteers: Option<VolunteerList>,
}

/// The list of volunteers, to take out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VolunteerList {
    /// How many there are of panels that have ended.
    pub people: usize,
    /// The titles of panels that still run, whose volunteers are not told yet.
    pub running: Vec<String>,
}

/// `/p/CODE/mine` and `/mine/TOKEN`: what became of my input.
#[derive(Clone, Debug, Default)]
pub struct Mine {
    /// Where its forms go.
    pub action: String,
    /// The code of the panel, on the phone that was there; none on another device.
    pub code: Option<String>,
    /// What the initiative is called.
    pub initiative: String,
    /// The events that I was at, oldest first.
    pub events: Vec<OwnEvent>,
    /// How many links show this page on other devices.
    pub links: u64,
    /// A link that was just made, with its QR code: the `d` of a path in modules, and its width in modules.
    pub link: Option<(String, (String, u16))>,
    /// What the form that led here did, or why it had no effect.
    pub done: Option<String>,
    /// Why it had no effect.
    pub problem: Option<String>,
    /// How long it is kept, in words.
    pub kept: String,
}

/// An event that I was at.
#[derive(Clone, Debug)]
pub struct OwnEvent {
    /// The code.
    pub code: String,
    /// The title.
    pub title: String,
    /// The day.
    pub day: String,
    /// What I brought, in the order in which I did.
    pub statements: Vec<OwnStatement>,
}

/// Something that I brought.
#[derive(Clone, Debug)]
pub struct OwnStatement {
    /// Which.
    pub idea: IdeaId,
    /// My words; none where they were erased.
    pub words: Option<String>,
    /// What it answers.
    pub question: String,
    /// Whether it may be quoted.
    pub quotable: bool,
    /// Why it is off the screens, if it is.
    pub hidden: Option<HideReason>,
    /// The words of the idea that stands for it, where one does that is on screens.
    pub stands_with: Option<String>,
    /// The theme that it is in, and how many ideas that holds.
    pub theme: Option<(String, usize)>,
    /// What the room said to it: the title of each vote that was shown, and its counts.
    pub results: Vec<(String, Tally)>,
    /// Whether a result is still to come.
    pub waiting: bool,
    /// The later events that it was carried into, and what they said where that was shown.
    pub carried: Vec<(String, Option<Tally>)>,
    /// What the board decided on it, or on its theme; here first, then at later events.
    pub decided: Vec<OwnDecision>,
}

/// What a board decided on something that I brought.
#[derive(Clone, Debug)]
pub struct OwnDecision {
    /// The later event; none where it was decided on at the event where I brought it.
    pub event: Option<String>,
    /// What becomes of it.
    pub ruling: Ruling,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By when.
    pub horizon: Option<String>,
}

/// `/p/CODE/volunteer`: join those who help.
#[derive(Clone, Debug, Default)]
pub struct Volunteer {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// What the list calls whoever signs up: random, and nothing else bears it.
    pub entry: String,
    /// Who asks.
    pub host: String,
    /// The domains to help in: number, name, whether ticked.
    pub domains: Vec<(u16, String, bool)>,
    /// The steps to help with: number, name, whether ticked.
    pub steps: Vec<(u16, String, bool)>,
    /// The contact as typed.
    pub contact: String,
    /// The name as typed.
    pub name: String,
    /// What one agrees to, word for word.
    pub consent: String,
    /// Whether that is ticked.
    pub agreed: bool,
    /// How long it is kept, in words.
    pub kept: String,
    /// What is wrong, and in which form: signing up, or leaving.
    pub problem: Option<(VolunteerForm, String)>,
    /// What was done.
    pub done: Option<VolunteerDone>,
}

/// A form of the volunteers' page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VolunteerForm {
    /// Signing up.
    Join,
    /// Leaving again.
    Leave,
}

/// What a form of the volunteers' page did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VolunteerDone {
    /// Signed up; with this code one leaves again.
    Joined {
        /// Shown once.
        code: String,
    },
    /// Left.
    Gone,
}
