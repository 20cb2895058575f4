use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    ActivityId, Affiliation, Choice, CommandId, ConstituencyId, Created, DomainId, EarlierDecision, Entrance, Face,
    Form, Framework, HideReason, IdeaId, Integrity, ItemId, Moderation, Pace, PanelId, PersonId, Plan,
    REFLECTION_CHARS, Review, Seq, Source, ThemeId, checked_words, form::Filled,
};

/// Something that somebody wants to happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Begin a panel; the first command of every log.
    Create(Box<Created>),
    /// Come into the room.
    Join,
    /// What somebody in the room says.
    Answer(Answer),
    /// What a facilitator does.
    Step(Step),
    /// Deal ideas to somebody who runs short of them; the node's own.
    Deal {
        /// To whom.
        person: PersonId,
    },
    /// Show what is due; the node's own.
    CompleteReveal {
        /// What is due.
        activity: ActivityId,
    },
    /// Close what is over; the node's own.
    CloseDue {
        /// What is over.
        activity: ActivityId,
    },
    /// Take over what another tool recorded; the node's own.
    Import(Import),
    /// Come into the room past its door, where a ticket or a link was checked.
    Admit {
        /// What let one in.
        entrance: Entrance,
    },
    /// Group ideas into themes.
    Arrange(Arrange),
    /// Say what becomes of something that the report recommends; the board's.
    Review(Review),
}

impl Command {
    /// The idea that it brings, as it would be kept, and the question that it answers; none where it brings none.
    #[must_use]
    pub fn idea(&self) -> Option<(ActivityId, String)> {
        let (activity, words) = match self {
            Self::Answer(Answer::AddIdea { activity, words, .. })
            | Self::Step(Step::EnterIdea { activity, words, .. }) => (*activity, words.clone()),
            Self::Answer(Answer::Form(form)) => match form.read().ok()? {
                Filled::Add { words, .. } | Filled::Reflect { words, .. } => (form.activity, words),
                _ => return None,
            },
            _ => return None,
        };
        Some((activity, checked_words(&words, REFLECTION_CHARS).ok()?))
    }

    /// The name that stands under the idea that it brings; empty where none does.
    #[must_use]
    pub fn signature(&self) -> String {
        match self {
            Self::Answer(Answer::Form(form)) => match form.read() {
                Ok(Filled::Reflect { name, .. }) => name,
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    /// What it says of a theme, for others to read: its name, and what it means.
    #[must_use]
    pub fn naming(&self) -> Option<String> {
        match self {
            Self::Arrange(Arrange::Make { name, .. }) => Some(name.clone()),
            Self::Arrange(Arrange::Word { name, about, .. }) => Some(format!("{name}\n{about}")),
            Self::Answer(Answer::Form(form)) => match form.read() {
                Ok(Filled::Group { name, .. }) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What another tool recorded, or an earlier panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Import {
    /// Somebody who took part.
    Person {
        /// Their id here.
        person: PersonId,
        /// The groups that they belong to.
        constituencies: BTreeSet<ConstituencyId>,
        /// What the other tool calls them.
        source_id: String,
    },
    /// An idea; it may answer a closed prompt.
    Idea {
        /// The prompt that it answers.
        activity: ActivityId,
        /// Its author, where known.
        author: Option<PersonId>,
        /// The idea.
        words: String,
        /// What the other tool calls it.
        source_id: String,
        /// What else the other tool says of it, by its own names.
        source_details: BTreeMap<String, String>,
    },
    /// A ballot; it may go to a closed judgement.
    Ballot {
        /// The judgement.
        activity: ActivityId,
        /// The idea.
        idea: IdeaId,
        /// Who cast it.
        person: PersonId,
        /// What they said.
        choice: Choice,
    },
    /// An idea of an earlier panel, word for word; it may answer a closed prompt, and comes once.
    Earlier {
        /// The prompt that it answers.
        activity: ActivityId,
        /// Its domain, where the prompt offers it.
        domain: Option<DomainId>,
        /// The idea.
        words: String,
        /// Whether its author agreed to be quoted.
        quotable: bool,
        /// What it is in the earlier panel.
        idea: IdeaId,
        /// The earlier panel.
        panel: PanelId,
    },
    /// What the board decided at an earlier panel of the initiative; said anew, it holds in place of what was brought before.
    Decided(EarlierDecision),
}

/// What somebody in the room says: all that a phone can send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Who I am, as far as I like to say.
    Describe {
        /// The groups that I belong to.
        constituencies: BTreeSet<ConstituencyId>,
        /// Whether I am a member.
        affiliation: Option<Affiliation>,
    },
    /// An idea of mine.
    AddIdea {
        /// The prompt that it answers.
        activity: ActivityId,
        /// The domain that it is about.
        domain: Option<DomainId>,
        /// The idea.
        words: String,
        /// Whether the report may quote it.
        quotable: bool,
    },
    /// What I say to an idea.
    Judge {
        /// The judgement that is open.
        activity: ActivityId,
        /// The idea.
        idea: IdeaId,
        /// What I say.
        choice: Choice,
    },
    /// Whether the report may quote an idea of mine: I thought again.
    SetQuotable {
        /// My idea.
        idea: IdeaId,
        /// Whether it may be quoted.
        quotable: bool,
    },
    /// A form that the server made, filled in.
    Form(Form),
    /// Erase the words of an idea of mine for ever.
    EraseIdea {
        /// My idea.
        idea: IdeaId,
    },
}

/// A step of grouping ideas into themes. A theme that was merged meanwhile stands for the one that it went into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arrange {
    /// Make a theme, with some ideas in it: a new one, or a part of another. It bears the id of the command.
    Make {
        /// The prompt whose ideas it holds.
        prompt: ActivityId,
        /// The domain that it is about, if one.
        domain: Option<DomainId>,
        /// What it is called; empty where nobody knows yet.
        name: String,
        /// What goes into it.
        ideas: Vec<IdeaId>,
    },
    /// Name a theme, and say what it means.
    Word {
        /// Which.
        theme: ThemeId,
        /// What it is called; empty for no name.
        name: String,
        /// What it means, at more length; may be empty.
        about: String,
        /// Name and meaning as they were read before; where they have changed since, nothing happens.
        seen: (String, String),
    },
    /// Put ideas into a theme, or take them out of any.
    Move {
        /// The prompt whose ideas they are.
        prompt: ActivityId,
        /// Which, in the order in which they will stand.
        ideas: Vec<IdeaId>,
        /// Into which theme; loose where none.
        to: Option<ThemeId>,
        /// In which place of it; at its end where none.
        place: Option<u16>,
    },
    /// Put all ideas of a theme into another one.
    Merge {
        /// Which goes.
        theme: ThemeId,
        /// Which stays.
        into: ThemeId,
    },
    /// Move a theme to another place among those of its prompt.
    Reorder {
        /// Which.
        theme: ThemeId,
        /// Its new place.
        place: u16,
    },
    /// Set a theme aside, or bring it back.
    Park {
        /// Which.
        theme: ThemeId,
        /// Whether it is set aside.
        parked: bool,
    },
    /// Keep a theme as it is, or let it change again; a facilitator's.
    Lock {
        /// Which.
        theme: ThemeId,
        /// Whether it is to stay as it is.
        locked: bool,
    },
    /// Take a theme off; its ideas are loose then.
    Remove {
        /// Which.
        theme: ThemeId,
    },
    /// Take a step of grouping back: one's own, or as a facilitator anybody's.
    Undo {
        /// The command of that step.
        step: CommandId,
    },
    /// Take ideas in hand, so that others see that they are about to move; they let go by themselves after
    /// [`HOLD_SECONDS`](crate::HOLD_SECONDS).
    Hold {
        /// The prompt whose ideas they are.
        prompt: ActivityId,
        /// Which.
        ideas: Vec<IdeaId>,
    },
    /// Put a proposed theme aside: the same set of ideas is not proposed again.
    Discard {
        /// The prompt whose ideas they are.
        prompt: ActivityId,
        /// Which.
        ideas: Vec<IdeaId>,
    },
    /// Let go of ideas without moving them.
    LetGo {
        /// The prompt whose ideas they are.
        prompt: ActivityId,
        /// Which.
        ideas: Vec<IdeaId>,
    },
    /// Say that two ideas are not the same, though they look alike; a facilitator's or a panelist's.
    TellApart {
        /// The prompt whose ideas they are.
        prompt: ActivityId,
        /// The one.
        one: IdeaId,
        /// The other.
        other: IdeaId,
    },
    /// Do what was proposed as it was seen: make a theme of ideas that are on screens and in none, or put them into one.
    /// Where that is no longer so of one of them, nothing happens. A new theme bears the id of the command.
    Confirm {
        /// The prompt whose ideas they are.
        prompt: ActivityId,
        /// What a new theme is called; empty where nobody knows yet.
        name: String,
        /// Which.
        ideas: Vec<IdeaId>,
        /// The theme that they go into; a new one where none.
        to: Option<ThemeId>,
    },
}

/// What a facilitator does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Give the panel another title.
    Rename {
        /// The new title.
        title: String,
    },
    /// Put an item on the agenda.
    AddActivity {
        /// Its id, new.
        activity: ActivityId,
        /// What it is.
        plan: Box<Plan>,
        /// Its place; at the end where beyond it.
        place: u16,
    },
    /// Change an item; its kind stays.
    EditActivity {
        /// Which.
        activity: ActivityId,
        /// What it is now.
        plan: Box<Plan>,
        /// How often it had been changed when the facilitator read it; where it was changed since,
        /// nothing happens.
        seen: Option<u32>,
    },
    /// Put several items on the agenda at once: one for each domain, say.
    AddActivities {
        /// Their ids, new, and what they are.
        activities: Vec<(ActivityId, Plan)>,
        /// The place of the first.
        place: u16,
    },
    /// Ask the same again, after a discussion.
    Repeat {
        /// What is asked again.
        activity: ActivityId,
        /// The id of the second asking, new.
        again: ActivityId,
    },
    /// Take answers to everything at once, each person at their own pace; or go back to one pace.
    SetPace {
        /// Who sets the pace.
        pace: Pace,
    },
    /// Move an item to another place.
    MoveActivity {
        /// Which.
        activity: ActivityId,
        /// Its new place.
        place: u16,
    },
    /// Take an item that was never open off the agenda.
    RemoveActivity {
        /// Which.
        activity: ActivityId,
    },
    /// Take answers, and bring the activity on screen.
    Open {
        /// Which.
        activity: ActivityId,
        /// Whether what is open stays open beside it.
        alongside: bool,
    },
    /// Take no more answers.
    Close {
        /// Which.
        activity: ActivityId,
    },
    /// Bring an activity on the projector, open or not.
    Focus {
        /// Which; the welcome where none.
        activity: Option<ActivityId>,
    },
    /// Show what the room answered, a few seconds from now.
    Reveal {
        /// Which.
        activity: ActivityId,
    },
    /// Start, change or stop the timer.
    SetTimer {
        /// Which.
        activity: ActivityId,
        /// From now on; none stops it.
        seconds: Option<u32>,
    },
    /// Take an idea off every screen.
    HideIdea {
        /// Which.
        idea: IdeaId,
        /// Why.
        reason: HideReason,
    },
    /// Bring a hidden idea back.
    ShowIdea {
        /// Which.
        idea: IdeaId,
    },
    /// Type an idea that was spoken aloud or written on paper.
    EnterIdea {
        /// The prompt that it answers.
        activity: ActivityId,
        /// The domain that it is about.
        domain: Option<DomainId>,
        /// The idea.
        words: String,
        /// Whether its author agreed to be quoted.
        quotable: bool,
        /// How it came in.
        source: Entered,
    },
    /// Type one person's ballots, spoken aloud or from paper.
    EnterSheet {
        /// The judgement.
        activity: ActivityId,
        /// What the person said to which idea.
        choices: Vec<(IdeaId, Choice)>,
        /// How it came in.
        source: Entered,
    },
    /// Type one person's answers to a survey, spoken aloud or from paper.
    EnterMarks {
        /// The survey.
        activity: ActivityId,
        /// What the person answered to which item.
        answers: Vec<(ItemId, Vec<u8>)>,
        /// How it came in.
        source: Entered,
    },
    /// End the panel: nothing more is taken.
    End,
    /// Go on with an ended panel.
    Reopen,
    /// Take the last step back.
    Undo {
        /// The command of that step.
        step: CommandId,
    },
    /// Erase the words of ideas for ever; their ids, counts and hashes stay.
    EraseWords {
        /// Whose words go.
        ideas: Vec<IdeaId>,
    },
    /// Erase all that a person wrote, and what they said of themselves.
    ErasePerson {
        /// Who.
        person: PersonId,
    },
    /// Erase the reasons that people gave to their answers; the answers stay.
    EraseReasons,
    /// Make sure in another way that nobody has two ballots; only before anybody has joined.
    SetIntegrity {
        /// How.
        integrity: Integrity,
    },
    /// Note that tickets are made; they themselves are in no log.
    MakeTickets {
        /// How many.
        count: u32,
        /// Whether in place of lost ones.
        replacing: bool,
    },
    /// Take over another framework, or a newer version, before anybody has come.
    AdoptFramework(Box<Framework>),
    /// Moderate in another way from now on.
    SetModeration {
        /// How.
        moderation: Box<Moderation>,
        /// Whether what waits is shown.
        release: bool,
    },
    /// Show the next step of what the room answered: by group, then across groups.
    ShowFurther {
        /// To which survey.
        activity: ActivityId,
    },
    /// Show the ideas of a prompt on the projector in another way.
    ChooseFace {
        /// Which prompt.
        activity: ActivityId,
        /// How.
        face: Face,
    },
    /// Let an idea that is on screens stand for another one that says the same, which leaves them.
    MergeIdea {
        /// Which goes.
        idea: IdeaId,
        /// Which stays; what that one itself stands with, where it went meanwhile.
        into: IdeaId,
    },
    /// Keep the report as it is now as an edition, for the board to read.
    FreezeReport,
    /// Erase what the board wrote, for ever; what becomes of the recommendations stays.
    EraseReviews {
        /// Where it is recorded.
        entries: Vec<Seq>,
    },
}

/// How something that a facilitator types came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entered {
    /// Spoken aloud.
    Spoken,
    /// Written on paper.
    Paper,
}

impl From<Entered> for Source {
    fn from(entered: Entered) -> Self {
        match entered {
            Entered::Spoken => Self::Spoken,
            Entered::Paper => Self::Paper,
        }
    }
}
