//! What happened: the only truth. Every event is stored as JSON beside its version, and a fixture
//! of each one that was ever written replays for ever (`tests/events`).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, ActivityId, Affiliation, Choice, CommandId, ConstituencyId, Digest, DomainId, Entrance, Face, Finding,
    Framework, Further, Grounds, HideReason, Horizon, IdeaId, Integrity, ItemId, JoinCode, LinkId, Moderation, Nature,
    Pace, PanelId, PersonId, Pile, Plan, Recommendation, Ruling, Seq, Source, Tally, ThemeEdition, ThemeId, Timestamp,
    WordsHash, WordsId,
};

/// The version that new events are written in.
pub const EVENT_VERSION: u16 = 5;

/// An event in its place in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Its place.
    pub seq: Seq,
    /// When it was decided.
    pub at: Timestamp,
    /// Who caused it.
    pub actor: Actor,
    /// The command that caused it.
    pub command: CommandId,
    /// The fingerprint of that command.
    pub digest: Digest,
    /// What happened.
    pub event: Event,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Somebody in the room.
    Person(PersonId),
    /// A panelist, beside what they answer as a person in the room.
    Panelist(LinkId),
    /// A facilitator.
    Facilitator(AccountId),
    /// The program: timers, dealing, imports and the commands of its operator.
    System,
    /// Somebody of the board, by a link.
    Board(LinkId),
}

/// What a panel begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Created {
    /// The panel.
    pub panel: PanelId,
    /// How it is joined.
    pub code: JoinCode,
    /// What stands on the first page.
    pub title: String,
    /// The frame of its initiative.
    pub framework: Framework,
    /// What is prepared.
    pub agenda: Vec<(ActivityId, Plan)>,
    /// Where the order of dealing comes from.
    pub seed: u64,
    /// Whether simulated attendees may come; such a panel is never a result.
    pub rehearsal: bool,
    /// How many people may join.
    pub capacity: u32,
    /// Who sets the pace.
    #[serde(default)]
    pub pace: Pace,
    /// How it is made sure that nobody has two ballots.
    #[serde(default)]
    pub integrity: Integrity,
    /// How it is moderated.
    #[serde(default)]
    pub moderation: Moderation,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The panel began.
    PanelCreated(Box<Created>),
    /// It has another title.
    PanelRenamed {
        /// The new title.
        title: String,
    },
    /// It has another framework, or a newer version of it.
    FrameworkAdopted(Box<Framework>),
    /// An item came on the agenda.
    ActivityAdded {
        /// Its id.
        activity: ActivityId,
        /// What it is.
        plan: Plan,
        /// Its place.
        place: u16,
    },
    /// An item was changed.
    ActivityEdited {
        /// Which.
        activity: ActivityId,
        /// What it is now.
        plan: Plan,
    },
    /// An item went to another place.
    ActivityMoved {
        /// Which.
        activity: ActivityId,
        /// Its new place.
        place: u16,
    },
    /// An item was taken off.
    ActivityRemoved {
        /// Which.
        activity: ActivityId,
    },
    /// Answers are taken.
    ActivityOpened {
        /// Where.
        activity: ActivityId,
    },
    /// No more answers are taken.
    ActivityClosed {
        /// Where.
        activity: ActivityId,
    },
    /// An activity that nobody answered went back to being planned.
    ActivityUnopened {
        /// Which.
        activity: ActivityId,
    },
    /// The projector shows something else.
    FocusMoved {
        /// What; the welcome where none.
        activity: Option<ActivityId>,
    },
    /// The timer was set or stopped.
    TimerSet {
        /// Of which activity.
        activity: ActivityId,
        /// When its time is over.
        deadline: Option<Timestamp>,
    },
    /// A reveal was announced.
    RevealDue {
        /// Of which activity.
        activity: ActivityId,
        /// When it comes.
        at: Timestamp,
    },
    /// The announced reveal was called back.
    RevealCalledBack {
        /// Of which activity.
        activity: ActivityId,
    },
    /// What the room answered is shown.
    Revealed {
        /// Of which activity.
        activity: ActivityId,
        /// What it added up to at that moment, for every visible idea.
        totals: Vec<(IdeaId, Tally)>,
        /// The same of a survey: for every item that was answered, per option.
        #[serde(default)]
        counts: Vec<(ItemId, Vec<u32>)>,
    },
    /// Somebody else sets the pace.
    PaceSet {
        /// Who.
        pace: Pace,
    },
    /// Somebody came in.
    PersonJoined {
        /// Who.
        person: PersonId,
        /// How.
        source: Source,
        /// What another tool calls them.
        #[serde(default)]
        source_id: Option<String>,
        /// What let them in.
        #[serde(default)]
        entrance: Entrance,
    },
    /// Somebody said who they are.
    PersonDescribed {
        /// Who.
        person: PersonId,
        /// The groups that they named.
        constituencies: BTreeSet<ConstituencyId>,
        /// Whether they are a member.
        affiliation: Option<Affiliation>,
    },
    /// Somebody was forgotten: what they wrote and said of themselves is gone.
    PersonErased {
        /// Who.
        person: PersonId,
    },
    /// An idea came in.
    IdeaAdded {
        /// Its id.
        idea: IdeaId,
        /// The prompt that it answers.
        activity: ActivityId,
        /// Its domain.
        domain: Option<DomainId>,
        /// Its author.
        author: Option<PersonId>,
        /// Where its words are.
        words: WordsId,
        /// What they hash to.
        hash: WordsHash,
        /// Whether it may be quoted.
        quotable: bool,
        /// How it came in.
        source: Source,
        /// What another tool calls it.
        #[serde(default)]
        source_id: Option<String>,
        /// What else that tool says of it, by its own names.
        #[serde(default)]
        source_details: BTreeMap<String, String>,
        /// What of a survey it is about.
        #[serde(default)]
        about: Option<ItemId>,
        /// The idea of somebody that it builds on.
        #[serde(default)]
        builds_on: Option<IdeaId>,
        /// Its author's name, where they want to be quoted by it.
        #[serde(default)]
        signature: Option<(WordsId, WordsHash)>,
    },
    /// Its author said more about an idea.
    IdeaDetailed {
        /// Which.
        idea: IdeaId,
        /// Whether it is an insight or a strategy.
        nature: Option<Nature>,
        /// Whether it is for now or for the future.
        horizon: Option<Horizon>,
        /// What it rests on.
        grounds: Option<Grounds>,
        /// The source that they named.
        reference: Option<(WordsId, WordsHash)>,
        /// The neighbour of the framework that does it already.
        neighbour: Option<u16>,
    },
    /// Somebody would help with an idea, or no longer.
    HelpOffered {
        /// With which.
        idea: IdeaId,
        /// Who.
        person: PersonId,
        /// Whether they would.
        offered: bool,
    },
    /// Its author thought again about being quoted.
    IdeaQuotable {
        /// Which.
        idea: IdeaId,
        /// Whether it may be quoted.
        quotable: bool,
    },
    /// An idea was taken off every screen.
    IdeaHidden {
        /// Which.
        idea: IdeaId,
        /// Why.
        reason: HideReason,
        /// The idea that says the same and stands for both, where that is why.
        #[serde(default)]
        same_as: Option<IdeaId>,
    },
    /// A hidden idea came back.
    IdeaShown {
        /// Which.
        idea: IdeaId,
    },
    /// The words of an idea are gone for ever.
    WordsErased {
        /// Which.
        idea: IdeaId,
    },
    /// Somebody was shown ideas to judge.
    Dealt {
        /// In which judgement.
        activity: ActivityId,
        /// Who.
        person: PersonId,
        /// The ideas, in the order shown.
        ideas: Vec<IdeaId>,
    },
    /// Somebody said something to an idea.
    BallotCast {
        /// In which judgement.
        activity: ActivityId,
        /// Who.
        person: PersonId,
        /// To which idea.
        idea: IdeaId,
        /// What.
        choice: Choice,
        /// Whether results were shown by then.
        #[serde(default)]
        later: bool,
        /// How it came in.
        #[serde(default)]
        source: Source,
    },
    /// Somebody was given items of a survey.
    ItemsDealt {
        /// Which survey.
        activity: ActivityId,
        /// Who.
        person: PersonId,
        /// The items, in the order shown.
        items: Vec<ItemId>,
    },
    /// Somebody answered an item of a survey.
    Marked {
        /// Which survey.
        activity: ActivityId,
        /// Who.
        person: PersonId,
        /// Which item.
        item: ItemId,
        /// The options taken, in the order given.
        marks: Vec<u8>,
        /// Why, in their words.
        reason: Option<(WordsId, WordsHash)>,
        /// Whether the reason may be quoted.
        quotable: bool,
        /// Whether results were shown by then.
        later: bool,
        /// How it came in.
        source: Source,
        /// The edition of the themes that its voter saw; 0 where it is about no theme.
        #[serde(default)]
        edition: u32,
    },
    /// Somebody thought again about a reason of theirs being quoted.
    ReasonQuotable {
        /// Of which survey.
        activity: ActivityId,
        /// Who.
        person: PersonId,
        /// Of which item.
        item: ItemId,
        /// Whether it may be quoted.
        quotable: bool,
    },
    /// The panel ended.
    PanelEnded,
    /// It went on.
    PanelReopened,
    /// A facilitator took a step back; what compensates it stands before this.
    Undone {
        /// The command of that step.
        step: CommandId,
    },
    /// The reasons that people gave to their answers are gone for ever.
    ReasonsErased,
    /// It is made sure in another way that nobody has two ballots.
    IntegritySet {
        /// How.
        integrity: Integrity,
    },
    /// A theme was made.
    ThemeMade {
        /// Its id.
        theme: ThemeId,
        /// The prompt whose ideas it holds.
        prompt: ActivityId,
        /// The domain that it is about, if one.
        domain: Option<DomainId>,
        /// Its place.
        place: u16,
    },
    /// A theme has another name or meaning.
    ThemeWorded {
        /// Which.
        theme: ThemeId,
        /// Its name.
        name: Option<(WordsId, WordsHash)>,
        /// What it means.
        about: Option<(WordsId, WordsHash)>,
    },
    /// An idea is in another theme, or in another place.
    IdeaGrouped {
        /// Which.
        idea: IdeaId,
        /// Its theme; loose where none.
        theme: Option<ThemeId>,
        /// Its place in it.
        place: u16,
    },
    /// The ideas of a theme went into another one.
    ThemeMerged {
        /// Which ended.
        theme: ThemeId,
        /// Where its ideas are.
        into: ThemeId,
    },
    /// A merged theme is there again.
    ThemeUnmerged {
        /// Which.
        theme: ThemeId,
        /// What went back into it.
        ideas: Vec<IdeaId>,
        /// Its place.
        place: u16,
    },
    /// A theme went to another place.
    ThemeMoved {
        /// Which.
        theme: ThemeId,
        /// Its new place.
        place: u16,
    },
    /// A theme was set aside, or brought back.
    ThemeParked {
        /// Which.
        theme: ThemeId,
        /// Whether it is set aside.
        parked: bool,
    },
    /// A theme is to stay as it is, or may change again.
    ThemeLocked {
        /// Which.
        theme: ThemeId,
        /// Whether it is to stay.
        locked: bool,
    },
    /// A theme that held nothing was taken off.
    ThemeRemoved {
        /// Which.
        theme: ThemeId,
    },
    /// A theme that was taken off is there again.
    ThemeRestored {
        /// Which.
        theme: ThemeId,
        /// Its place.
        place: u16,
    },
    /// A step of grouping was taken back; what compensates it stands before this.
    GroupingUndone {
        /// The command of that step.
        step: CommandId,
    },
    /// Tickets were made; which, no log tells.
    TicketsMade {
        /// How many.
        count: u32,
        /// Whether in place of lost ones.
        replacing: bool,
    },
    /// Somebody has ideas in hand, to move them.
    IdeasHeld {
        /// Which.
        ideas: Vec<IdeaId>,
        /// When they let go by themselves.
        until: Timestamp,
    },
    /// Somebody put a handful of ideas into piles.
    IdeasSorted {
        /// In which activity.
        activity: ActivityId,
        /// Who.
        person: PersonId,
        /// The piles.
        piles: Vec<Pile>,
    },
    /// What the room's piles add up to was put aside for that set of ideas.
    ProposalDiscarded {
        /// The prompt whose ideas they are.
        prompt: ActivityId,
        /// Which, in order.
        ideas: Vec<IdeaId>,
    },
    /// Ideas are in nobody's hand any more.
    IdeasLetGo {
        /// Which.
        ideas: Vec<IdeaId>,
    },
    /// Two ideas look alike, and are not the same.
    IdeasToldApart {
        /// The one with the smaller id.
        one: IdeaId,
        /// The other.
        other: IdeaId,
    },
    /// The panel is moderated in another way from now on.
    ModerationSet(Box<Moderation>),
    /// Something was found in an idea that a facilitator should look at.
    IdeaFlagged {
        /// In which.
        idea: IdeaId,
        /// What.
        findings: Vec<Finding>,
    },
    /// A survey asks about these themes from now on, as they are now.
    ThemesPinned {
        /// Which survey.
        activity: ActivityId,
        /// The themes.
        edition: ThemeEdition,
    },
    /// More of what the room answered to a survey is shown than its counts.
    FurtherShown {
        /// Which survey.
        activity: ActivityId,
        /// What is shown.
        further: Further,
    },
    /// The projector shows the ideas of a prompt in another way.
    FaceChosen {
        /// Which prompt.
        activity: ActivityId,
        /// How.
        face: Face,
    },
    /// The report was kept as it was, for the board to read.
    ReportFrozen {
        /// The number of the edition, from 1 on.
        edition: u16,
        /// The last event that it tells of.
        until: Seq,
    },
    /// The board said what becomes of something that the report recommends.
    RecommendationDecided {
        /// Of what.
        recommendation: Recommendation,
        /// The edition that was read.
        edition: u16,
        /// What becomes of it; none where that is open.
        ruling: Option<Ruling>,
        /// Who sees to it.
        owner: Option<(WordsId, WordsHash)>,
        /// By when.
        horizon: Option<(WordsId, WordsHash)>,
        /// What was said to it.
        comment: Option<(WordsId, WordsHash)>,
        /// Who was speaking.
        speaker: Option<(WordsId, WordsHash)>,
    },
    /// What the board decided at an earlier panel is known here.
    DecisionBrought {
        /// The earlier panel.
        panel: PanelId,
        /// Its title.
        title: String,
        /// On what.
        recommendation: Recommendation,
        /// What becomes of it.
        ruling: Ruling,
        /// What was recommended.
        what: (WordsId, WordsHash),
        /// Who sees to it.
        owner: Option<(WordsId, WordsHash)>,
        /// By when.
        horizon: Option<(WordsId, WordsHash)>,
    },
    /// What the board wrote there is gone for ever; what it decided stays.
    ReviewErased {
        /// Where it is recorded.
        entry: Seq,
    },
}

impl Event {
    /// The words that this event refers to, where it brings some.
    pub fn words(&self) -> impl Iterator<Item = WordsId> + use<> {
        let (first, second) = match self {
            Self::IdeaAdded { words, signature, .. } => (Some(*words), signature.map(|(name, _)| name)),
            Self::IdeaDetailed { reference, .. } => (reference.map(|(words, _)| words), None),
            Self::Marked { reason, .. } => (reason.map(|(words, _)| words), None),
            Self::IdeasSorted { piles, .. } => {
                let names = piles.iter().filter_map(|pile| pile.name).map(|(words, _)| words);
                return names.collect::<Vec<_>>().into_iter();
            }
            Self::DecisionBrought {
                what, owner, horizon, ..
            } => {
                let written = [owner, horizon].into_iter().flatten();
                let written = std::iter::once(what).chain(written);
                return written.map(|(words, _)| *words).collect::<Vec<_>>().into_iter();
            }
            Self::RecommendationDecided {
                owner,
                horizon,
                comment,
                speaker,
                ..
            } => {
                let written = [owner, horizon, comment, speaker].into_iter().flatten();
                return written.map(|(words, _)| *words).collect::<Vec<_>>().into_iter();
            }
            Self::ThemeWorded { name, about, .. } => (name.map(|(words, _)| words), about.map(|(words, _)| words)),
            _ => (None, None),
        };
        first.into_iter().chain(second).collect::<Vec<_>>().into_iter()
    }
}
