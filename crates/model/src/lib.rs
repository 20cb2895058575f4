//! The rules of a panel: pure, synchronous, without I/O, clock or randomness.
//!
//! ```text
//! Command ─ Panel::decide ─▶ Event ─ (stored) ─▶ Panel::apply ─▶ View ─ Patch ─▶ every screen
//! ```
//!
//! `decide` holds every rule, `apply` holds none. Time and fresh ids come in as [`Context`].

mod activity;
mod ballot;
mod code;
mod command;
mod deal;
mod decide;
mod digest;
mod edition;
mod event;
mod form;
mod framework;
mod further;
mod id;
mod idea;
pub mod initiative;
mod integrity;
mod interval;
mod item;
mod language;
mod mark;
mod measure;
pub mod message;
mod moderated;
mod moderation;
mod panel;
mod participant;
mod permission;
mod rejection;
mod review;
mod sort;
mod survey;
mod text;
mod theme;
mod ticket;
mod time;
pub mod view;
pub mod wire;

pub use activity::{
    Activity, Arrivals, Face, Grouping, Judgement, Kind, Plan, Prompt, Reflection, Reveal, Sorters, State, Wording,
};
pub use ballot::{Ballots, Choice, Tally};
pub use code::{CodeError, JoinCode};
pub use command::{Answer, Arrange, Command, Entered, Import, Step};
pub use decide::{Context, Decision, Outcome};
pub use digest::{Digest, WordsHash};
pub use edition::{PinnedTheme, ThemeEdition, Void};
pub use event::{Actor, Created, EVENT_VERSION, Event, Recorded};
pub use form::Form;
pub use framework::{
    ChangeStep, Constituency, Domain, DomainChange, Fate, Fault, FileFlaw, Flaw, Framework, FrameworkEdit,
    FrameworkError, List, Part, Point, Principle, Removed, Shape, Standing,
};
pub use further::{Across, ByGroup, Further};
pub use id::{
    AccountId, ActivityId, CommandId, ConstituencyId, DomainId, Epoch, IdeaId, InitiativeId, LinkId, PanelId, PersonId,
    Seq, ThemeId, WinId, WordsId, WorkId,
};
pub use idea::{Aspect, Details, Grounds, HideReason, Horizon, Idea, Nature, Source};
pub use integrity::{Entrance, Integrity, Tickets};
pub use interval::Interval;
pub use item::{ItemId, NoItem};
pub use language::{Language, UnknownLanguage};
pub use mark::{Mark, Marks};
pub use measure::{
    Accord, Divide, SMALLEST_CELL, Z_90, bridge, group_informed_consensus, kept_back, proportion_z, smoothed_share,
    split, suppressed, two_proportion_z,
};
pub use moderated::{Act, Moderated, moderated};
pub use moderation::{Concern, Finding, HoldBack, Moderation, OWN_WORDS};
pub use panel::{LastStep, Pace, Panel, Status};
pub use participant::{Affiliation, Participant};
pub use permission::{Deed, Role};
pub use rejection::{Misplaced, Rejection};
pub use review::{
    Brought, EDITIONS, EarlierDecision, FrozenReport, NoRecommendation, REVIEWS, Recommendation, Review, Reviewed,
    Ruling,
};
pub use sort::{HANDFUL, HANDFULS, PILES, Pile};
pub use survey::{Current, DOTS, DOTS_EACH, Items, OPTIONS, OWN_ITEMS, RATING_POINTS, SHARED_ITEMS, Scale, Survey};
pub use text::{
    IDEA_CHARS, LINE_CHARS, QUESTION_CHARS, REFLECTION_CHARS, TextError, Words, checked_line, checked_words, essence,
};
pub use theme::{Ended, HOLD_SECONDS, Hold, StepKind, Theme, ThemeStep, Themes};
pub use ticket::Ticket;
pub use time::Timestamp;
