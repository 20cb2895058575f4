//! What each page is made from: all that a component may know. The server gathers it, the browser
//! gets the live ones again (`Boot`) to hydrate from exactly what was rendered.

mod agenda;
mod door;
mod framework;
mod initiative;
mod moderation;
mod report;
mod suggestions;
mod themes;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use initiative::{
    Board, BoardStep, Carry, CarryOffer, CompareRow, Comparison, DecidedAt, Decisions, EventRow, Events, Initiative,
    KeepingPage, MemberRow, Mine, OwnDecision, OwnEvent, OwnStatement, People, Tab, Volunteer, VolunteerDone,
    VolunteerForm, VolunteerList, WinDraft, WinRow, Wins, WorkCard,
};
pub use moderation::{LogIdea, LogRow, ModerationLog, Policy};
use visioncast_model::{
    Activity, ActivityId, Affiliation, CommandId, ConstituencyId, Domain, DomainId, Epoch, ItemId, Moderation, Scale,
    Timestamp,
    view::{Console, ConsoleIdea, HeldIdea, Own, Phone, Progress, Screen},
};

pub use agenda::{Agenda, Group, Prepared, Refused, RunSheet};
pub use door::{
    AlongBoot, Ballots, Door, Handed, LinkRow, LinkState, Links, Notice, Panelist, QrCode, TicketEntry, TicketSheet,
};
pub use framework::{
    FileFault, FrameworkCard, FrameworkChange, FrameworkDesk, Frameworks, PanelFramework, RefusedEdit,
};

pub use report::{
    BoardWords, Brought, Changes, EditionRow, Editions, Moved, ReviewDraft, ReviewPage, ReviewRow, Reviewed,
};
pub use suggestions::{AtAGlance, LooksAlike, PerhapsInto, Said, SameWords, Suggestions};
pub use themes::{DeskBoot, Proposal, ProposedIdea, ThemeDesk, ThemeProposals, ThemeRefusal, ThemeReplay, Whose};

/// A page of the site.
#[derive(Clone, Debug)]
pub enum Page {
    /// `/`: type the code.
    Welcome(Welcome),
    /// `/p/CODE` of somebody who has not joined.
    Join(Join),
    /// `/p/CODE` of somebody in the room, with the forms of what is shown as HTML; live.
    Phone(PhoneBoot, String),
    /// `/screen/KEY`; live.
    Screen(ScreenBoot),
    /// `/sign-in`.
    SignIn(SignIn),
    /// `/invite/TOKEN`.
    Invitation(Invitation),
    /// `/console`.
    Panels(Panels),
    /// `/console/framework`.
    Frameworks(Frameworks),
    /// `/console/framework/ID`.
    Framework(Box<FrameworkDesk>),
    /// `/console/CODE`; live.
    Console(ConsoleBoot),
    /// `/console/CODE/agenda`.
    Agenda(Agenda),
    /// `/console/CODE/run-sheet`.
    RunSheet(RunSheet),
    /// `/console/CODE/ideas`.
    Ideas(Ideas),
    /// `/console/CODE/moderation`.
    Moderation(ModerationLog),
    /// `/p/CODE/policy`.
    Policy(Policy),
    /// `/console/CODE/themes`.
    Themes(ThemeDesk),
    /// `/console/CODE/themes/proposals`.
    Proposals(ThemeProposals),
    /// `/console/CODE/themes/alike` and `/panelist/TOKEN/themes/alike`.
    Suggestions(Suggestions),
    /// `/console/CODE/themes/replay`.
    ThemeReplay(ThemeReplay),
    /// `/console/initiative/ID` and what stands beside it.
    Initiative(Initiative),
    /// `/p/CODE/mine` and `/mine/TOKEN`.
    Mine(Mine),
    /// `/p/CODE/volunteer`.
    Volunteer(Volunteer),
    /// `/p/CODE/along` and `/panelist/TOKEN`; live.
    Along(AlongBoot),
    /// `/p/CODE` of somebody who needs a ticket, and `/t`.
    Ticket(TicketEntry),
    /// `/console/CODE/ballots`.
    Ballots(Ballots),
    /// `/console/CODE/door`.
    Door(Door),
    /// What `/console/CODE/tickets` answers.
    TicketSheet(TicketSheet),
    /// `/console/CODE/links`.
    Links(Links),
    /// `/console/CODE/editions`.
    Editions(Editions),
    /// `/board/TOKEN/review`.
    Review(Box<ReviewPage>),
    /// Whatever went wrong.
    Problem(Problem),
}

/// Type the code.
#[derive(Clone, Debug, Default)]
pub struct Welcome {
    /// What was typed before, to mend.
    pub typed: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// Join the room.
#[derive(Clone, Debug)]
pub struct Join {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// Who holds it.
    pub host: String,
    /// Whether it has ended: then one may still come to read.
    pub ended: bool,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// The groups to choose from.
    pub constituencies: Vec<(ConstituencyId, String)>,
    /// What went wrong (the room is full).
    pub problem: Option<String>,
    /// The ticket that lets one in, where one is asked for.
    pub ticket: Option<String>,
}

/// The phone as it starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhoneBoot {
    /// The code.
    pub code: String,
    /// The life of the log that the views are of.
    pub epoch: Epoch,
    /// The server's clock when the page was made.
    pub now: Timestamp,
    /// The room.
    pub room: Phone,
    /// What is one's own.
    pub own: Own,
    /// The id for whichever form of this page is sent without a socket.
    pub command: CommandId,
    /// What became of the form that led here.
    pub flash: Option<Flash>,
    /// The activity that is asked for, where it is not the one that the room is at.
    pub at: Option<ActivityId>,
}

/// What became of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Flash {
    /// It was saved.
    Saved,
    /// It was not; here is why, and what was typed (in the form of that activity).
    Refused {
        /// Why, in words for its author.
        why: String,
        /// The activity of the form.
        activity: Option<ActivityId>,
        /// What was typed.
        words: String,
        /// The domain that was chosen.
        domain: Option<DomainId>,
        /// Whether it may be quoted.
        quotable: bool,
    },
}

/// The projector as it starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScreenBoot {
    /// Its key.
    pub key: String,
    /// The address that people type, without scheme.
    pub address: String,
    /// The QR code, as the `d` of an SVG path in modules, and its width in modules.
    pub qr: (String, u16),
    /// The life of the log that the view is of.
    pub epoch: Epoch,
    /// The server's clock when the page was made.
    pub now: Timestamp,
    /// What is shown.
    pub screen: Screen,
}

/// The console as it starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConsoleBoot {
    /// The code.
    pub code: String,
    /// The projector's key.
    pub screen: String,
    /// The life of the log that the view is of.
    pub epoch: Epoch,
    /// The server's clock when the page was made.
    pub now: Timestamp,
    /// The room.
    pub console: Console,
}

/// Facilitators sign in.
#[derive(Clone, Debug, Default)]
pub struct SignIn {
    /// The name that was typed.
    pub name: String,
    /// What is wrong.
    pub problem: Option<String>,
    /// Where to go on to, a path of this site.
    pub next: String,
}

/// Somebody makes an account.
#[derive(Clone, Debug, Default)]
pub struct Invitation {
    /// The token of the link.
    pub token: String,
    /// The name that was typed.
    pub name: String,
    /// What is wrong.
    pub problem: Option<String>,
}

/// A facilitator's panels.
#[derive(Clone, Debug, Default)]
pub struct Panels {
    /// The facilitator.
    pub name: String,
    /// Their panels, by initiative, newest first.
    pub initiatives: Vec<InitiativeCard>,
    /// The templates: key, name, one line on each.
    pub templates: Vec<(String, String, String)>,
    /// The frameworks that an initiative can take over with a panel: key and words.
    pub frameworks: Vec<(String, String)>,
    /// The title that was typed.
    pub title: String,
    /// The initiative that was chosen, and the name of a new one that was typed.
    pub initiative: (String, String),
    /// How people get their ballot, as was chosen.
    pub integrity: visioncast_model::Integrity,
    /// What is wrong.
    pub problem: Option<String>,
}

/// An initiative with its panels.
#[derive(Clone, Debug)]
pub struct InitiativeCard {
    /// Its id, as addresses have it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its panels, newest first.
    pub panels: Vec<PanelCard>,
}

/// A panel in the list.
#[derive(Clone, Debug)]
pub struct PanelCard {
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
    /// How many ideas they brought.
    pub ideas: u32,
}

/// All ideas, and what comes in beside the phones.
#[derive(Clone, Debug)]
pub struct Ideas {
    /// The code.
    pub code: String,
    /// The title of the panel.
    pub title: String,
    /// The agenda, for the choice of an activity.
    pub activities: Vec<(Activity, Progress)>,
    /// All domains.
    pub domains: Vec<Domain>,
    /// The prompt whose ideas are listed.
    pub prompt: Option<ActivityId>,
    /// A page of its ideas, newest first.
    pub ideas: Vec<(visioncast_model::IdeaId, ConsoleIdea)>,
    /// What waits for a facilitator, oldest first, as far as it fits on the page.
    pub waiting: Vec<(visioncast_model::IdeaId, HeldIdea)>,
    /// How many wait.
    pub waiting_count: usize,
    /// How the panel is moderated.
    pub moderation: Moderation,
    /// The surveys that have begun, by their titles: sheets can be entered for them.
    pub surveys: Vec<(ActivityId, String)>,
    /// The one that was chosen.
    pub sheet: Option<SurveySheet>,
    /// The page, from 0, and how many there are.
    pub place: (usize, usize),
    /// The id for whichever form of this page is sent.
    pub command: CommandId,
    /// What became of the form that led here.
    pub flash: Option<Flash>,
}

/// A survey, to enter what somebody answered on paper.
#[derive(Clone, Debug)]
pub struct SurveySheet {
    /// Which.
    pub activity: ActivityId,
    /// What the room is asked.
    pub question: String,
    /// What can be answered.
    pub scale: Scale,
    /// What is asked about, in words.
    pub items: Vec<(ItemId, String)>,
    /// What was typed and refused, to mend.
    pub typed: BTreeMap<ItemId, Vec<u8>>,
}

/// Something went wrong.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// What happened, in a few words.
    pub title: String,
    /// What it means, and whether anything is lost.
    pub text: String,
    /// What to do: a label and a path of this site.
    pub next: Option<(String, String)>,
}

/// How somebody's affiliation is written in a form.
#[must_use]
pub const fn affiliation_value(affiliation: Affiliation) -> &'static str {
    match affiliation {
        Affiliation::Member => "member",
        Affiliation::NonMember => "non_member",
        Affiliation::Undisclosed => "undisclosed",
    }
}
