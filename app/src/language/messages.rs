//! Every message that a screen may show, by who shows it. A message with values has holes (`{people}`) for them; one that
//! counts has a form for one and a form for more, with a `|` between them.

use visioncast_model::Integrity;

use super::{fill, table::table};

/// An enum of messages, all of them in a list, and how each is said.
macro_rules! messages {
    ($(#[$about:meta])* $name:ident, $place:ident: $($message:ident)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($message,)*
        }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$message),*];

            /// In the language that is spoken.
            #[must_use]
            pub fn text(self) -> &'static str {
                table().$place.get(self as usize).copied().unwrap_or_default()
            }

            /// The same, to keep.
            #[must_use]
            pub fn owned(self) -> String {
                self.text().to_owned()
            }

            /// With values in its holes.
            #[must_use]
            pub fn with<V: ToString>(self, values: &[(&str, V)]) -> String {
                fill::filled(self.text(), values)
            }

            /// In the form for so many, which fill the hole `count`.
            #[must_use]
            pub fn count(self, count: u32) -> String {
                self.count_with(count, &[("count", count)])
            }

            /// In the form for so many, with values in its holes.
            #[must_use]
            pub fn count_with<V: ToString>(self, count: u32, values: &[(&str, V)]) -> String {
                fill::filled(fill::form(self.text(), count), values)
            }
        }
    };
}

messages! {
    /// What the live phone says. Its page brings every one of these along: few, and short.
    Say, say:
    // Joining, and who somebody is.
    Rehearsal
    WhereFrom
    AnyThatFit
    AreYouMember
    Yes
    No
    RatherNotSay
    AboutMe
    ChangesNoWeight
    Save
    Noted
    // Where a question stands.
    OpenNow
    Open
    Closed
    Results
    TimeIsUp
    LastMinute
    MinutesLeft
    HaveVoted
    HaveAnswered
    OtherQuestions
    AlsoHere
    MovedOnTyping
    MovedOn
    ComeAlong
    // Before, between and after questions.
    NextComes
    NextComesText
    YouAreIn
    FirstComes
    ThankYou
    PanelHasEnded
    // Writing.
    WhereToBegin
    YourAnswer
    InYourOwnWords
    WriteFirst
    CharactersLeft
    CharactersTooMany
    About
    Anything
    MayQuoteThis
    Send
    ClosedTyping
    ClosedThanks
    NewFromTheRoom
    // What somebody brought.
    WhatYouBrought
    MyInput
    AVote
    AChange
    KeptHere
    EditAgain
    Discard
    MayBeQuoted
    NotQuoted
    DontQuote
    AllowQuoting
    OffDuplicate
    OffTopic
    OffPersonal
    OffHurtful
    OffScreens
    WordsErased
    // Voting.
    YourVote
    Agree
    Disagree
    Pass
    VoteKeys
    VotingClosed
    LaterVote
    NothingToVote
    SeenAll
    NobodySees
    VotedOn
    LastAgree
    LastDisagree
    LastPass
    Change
    // Results.
    NobodyVoted
    WhatTheRoomSaid
    HowToRead
    TallyInWords
    // Whether all is saved.
    Saved
    Sending
    Offline
    Stopped
    SavedThanks
    Reload
    WaitingNothingLost
    WaitingKept
    LeaveOpen
    NotInTheRoom
    Outdated
    ConnectedAgain
    WaitingForNetwork
    // How ballots are kept to one a person.
    BallotOfDevice
    BallotOfTicket
    BallotOfName
}

messages! {
    /// What the console and the projector say.
    Live, live:
    // Both.
    Quoted
    TheWordsWereErased
    Against
    Passed
    For
    RehearsalMark
    Code
    InTheRoom
    PleaseReload
    ThisPanelHasEnded
    // What a result says.
    NothingToShow
    NobodyVotedOn
    ErasedIdea
    ShareAgree
    ShareDisagree
    SharePassed
    NoMajority
    NoneCarried
    ShareNone
    ShareAll
    ShareOf
    MoreThan
    Almost
    OneInTen
    OneInFive
    OneInFour
    OneInThree
    TwoInFive
    Half
    ThreeInFive
    TwoInThree
    ThreeInFour
    FourInFive
    NineInTen
    // The projector.
    ScreenTitle
    Joining
    JoinAt
    ReadOnAt
    ScanOrGoTo
    AndType
    ScanToJoin
    BeTheFirst
    PeopleAreIn
    PeopleWereIn
    ThanksToAll
    WhatYouBroughtGoesOn
    YourIdeasAppear
    QuestionIsClosed
    IdeasSoFar
    IdeasFromPeople
    OfHaveVoted
    OfHaveAnswered
    OfHaveWritten
    TheResultIn
    YourIdeasIn
    HiddenUntilShown
    ResultComesNext
    StayOff
    ComeNext
    EachCircle
    PeopleVoted
    NumbersAreVotes
    Left
    TimeIsUp
    FullScreen
    Reconnecting
    ScreenDisconnected
    HeardEnded
    HeardResultSoon
    HeardOpen
    HeardVoting
    HeardClosed
    // The console's head.
    ConsoleTitle
    ThisPanel
    Projector
    NewWindow
    Agenda
    IdeasAndPaper
    TakeAway
    Report
    Tables
    Everything
    PolisFormat
    ProjectorElsewhere
    AllPanels
    NeedsScript
    Connecting
    Connected
    Saving
    NoConnection
    SignedOut
    ReloadPlease
    SignIn
    NotDone
    CloseNotice
    // The console's agenda.
    HowToJoin
    PutOnScreen
    OnScreen
    NothingPlanned
    EditTheAgenda
    Minutes
    OpenIt
    OpenAgain
    OpenBeside
    CloseIt
    ItIsOnScreen
    // What is on.
    ShowsHowToJoin
    EndedNothingTaken
    BeforeTheFirst
    Ideas
    IdeasToVoteOn
    ThingsAsked
    Reflections
    AgendaIsEmpty
    AddTheFirst
    WhatWasSaidIsKept
    ReadTheReport
    OpenTheNext
    OpenHint
    CloseHint
    ShowHint
    EndThePanel
    EndHint
    RevealHint
    ShowTheIdeas
    ShowTheResult
    ShowTheReflections
    Show
    NothingCanBeSent
    NotSent
    EveryoneSeesIt
    CallItBack
    CannotCallBack
    Undo
    UndoWhat
    NoStepToUndo
    ReopenThePanel
    EndThePanelAsk
    NoTimeLimit
    TimeIsUpOpen
    TimeLeft
    Stop
    HeardAnswered
    HeardNoConnection
    HeardSignedOut
    // The room.
    Room
    NewestIdeas
    EnterAnIdea
    NothingCameIn
    IdeasOnceOpen
    TheNewest
    AllIdeas
    NotToBeQuoted
    HiddenBeforeImport
    Erased
    ShowAgain
    Hide
    HideFromScreens
    HideBecause
    KeepIt
    // Entering an idea.
    TheirWords
    Domain
    NoDomain
    HowItCameIn
    SpokenAloud
    OnPaper
    AgreedToBeQuoted
    LeaveEmpty
    TypedIsStillHere
    Later
    EnterTheIdea
    // Ending, and keys.
    EndThisPanel
    EndThisPanelText
    KeepItRunning
    Keys
    KeysWork
    KeyNext
    KeyHide
    DoesNext
    DoesUndo
    DoesReveal
    DoesClose
    DoesMinute
    DoesMove
    DoesChange
    DoesOpen
    DoesOpenBeside
    DoesPutOnScreen
    DoesWelcome
    DoesHide
    DoesEnter
    DoesKeys
    // What things are called.
    AnItem
    KindIdeas
    KindVote
    KindSurvey
    KindReflection
    KindVolunteers
    StandsDue
    StandsOpenShown
    StandsOpen
    StandsShown
    StandsClosed
    StandsPlanned
    SaidAlready
    OffTopic
    NamesAPerson
    Hurtful
    ModeratedBefore
    Spoken
    Imported
    // Steps, as one calls them where they are undone or were not done.
    StepRename
    StepAdd
    StepAddSeveral
    StepRepeat
    StepPace
    StepEdit
    StepMove
    StepRemove
    StepOpen
    StepClose
    StepFocus
    StepReveal
    StepTimer
    StepHide
    StepShow
    StepEnterIdea
    StepEnterSheet
    StepEnd
    StepReopen
    StepUndo
    StepEraseWords
    StepErasePerson
    StepEraseReasons
    StepLast
    // Who comes in, and by what; the room for whoever reads along.
    Ballots
    Links
    StepIntegrity
    StepTickets
    WhatTheRoomDoes
    BeginsSoon
    PanelLinkIsOver
    OpenAndAnswered
    ClosedAndAnswered
    OpenAndVoted
    ClosedAndVoted
    IdeasComeLater
    ResultsComeLater
    YouReadAlong
    IHaveATicket
    BroughtIn
    TypedStaysBelow
    AnswerLikeEverybody
    ToMyQuestions
    TakeMySeat
    OneOnAllDevices
    BringInAnIdea
    BringInHint
    BringInOnceOpen
    AskedWhat
    BringItIn
    PageIsFor
}

messages! {
    /// What pages say that the server renders alone.
    Sheet, sheet:
    // Everywhere.
    Languages
    // Coming in.
    JoinAPanel
    TheCode
    ComeIn
    NoAccountNoApp
    FacilitatorsSignIn
    Join
    EndedComeInAndRead
    HowAnswersAreKept
    NoPanelHasThisCode
    // What went wrong.
    EnterACode
    JustAMoment
    StartingAgain
    CannotBeReached
    VeryBusy
    VeryBusyText
    NothingHere
    NothingHereText
    NotFromAnotherSite
    NotFromAnotherSiteText
    CouldNotBeRead
    CouldNotBeReadText
    NoProjectorHere
    NoProjectorHereText
    CouldNotBeMade
    CouldNotBeMadeText
    LinkIsOver
    InvitationIsOver
    InvitationIsOverText
    // Accounts.
    SignIn
    SignOut
    ForFacilitators
    TypeTheCode
    Name
    Password
    NoAccountYet
    MakeAnAccount
    MakeYourAccount
    YouWereInvited
    NameHint
    PasswordHint
    MakeTheAccount
    ThereIsOne
    PasswordProblem
    NameProblem
    CodeProblem
    NameTaken
    NameAndPasswordDiffer
    NotNow
    // Panels.
    Panels
    NoPanelYet
    LeadTogether
    LeadTogetherText
    MakeAnInvitation
    PassThisLinkOn
    People
    IdeasCount
    Ended
    Running
    BeginAPanel
    Title
    TitleHint
    Template
    ThisIsARehearsal
    ThisIsARehearsalHint
    Begin
    ChooseATemplate
    NoCodeFree
    // The agenda.
    Console
    NothingPlannedAdd
    Items
    MinutesInAll
    InThisOrder
    MoveUp
    MoveDown
    Remove
    Edit
    Save
    IdeasAsTheyArrive
    IdeasInSilence
    VoteOnTheIdeasOf
    ShortForTheAgenda
    Question
    AsTheRoomReadsIt
    Minutes
    NoLimit
    QuestionsThatHelp
    QuestionsThatHelpHint
    OthersIdeasCome
    AsTheyArrive
    WhenYouShowThem
    DomainsToChoose
    AllWhereNone
    AddToTheAgenda
    RunSheet
    BeginsAfter
    NoTimeSet
    SecondAsking
    SurveyOnTheIdeasOf
    More
    RepeatForEachDomain
    AskAgain
    VoteOnThese
    GradientOnThese
    Instructions
    InstructionsHint
    Notes
    NotesHint
    ClosesByItself
    ClosesByItselfHint
    AspectsAsked
    AspectsAskedHint
    AspectNature
    AspectHorizon
    AspectGrounds
    AspectNeighbour
    AspectLineage
    AspectHelp
    AsksAbout
    AsksQuestion
    AsksDomains
    AsksMap
    AsksWants
    AsksVision
    AsksMission
    AsksScope
    AsksOffers
    AsksAssumptions
    AsksUrgency
    AsksOwn
    AsksIdeas
    DomainsAskedAbout
    Statements
    OneOnEachLine
    AnsweredOn
    ScaleRating
    ScaleChoice
    ScaleRanking
    Points
    LowEnd
    HighEnd
    Options
    OptionsHint
    SeveralMayBeTaken
    HowManyRanked
    HowManyEach
    HowManyEachHint
    Threshold
    ThresholdHint
    ReasonAsked
    ReasonAskedHint
    AdditionsAsked
    AdditionsAskedHint
    WordingIn
    WordingInHint
    LineByLine
    OptionsLineByLine
    SavedMeanwhile
    OddNumber
    OddText
    PreparedHint
    GroupIdeas
    GroupDomains
    GroupPeople
    GroupDirection
    GroupGeneral
    Add
    AddNamed
    OnWhatWasWritten
    NeedsAQuestion
    FrameworkHasNone
    Pace
    PaceLed
    PaceOwn
    PaceHint
    LetOwnPace
    OpenWhatIsPlanned
    LeadTheRoom
    WipeAndStart
    WipeGoes
    WipeStays
    WipeSure
    WipeUnsure
    NoRehearsal
    SeatIsGone
    BeginsAt
    ShowTheTimes
    PrintHint
    EndOfThePanel
    WhoWrites
    WhoWritesInSilence
    WhoVotes
    WhoAnswers
    WhoReflects
    WhoHelps
    RenameThePanel
    TitleOfThePanel
    Rename
    // All ideas.
    Ideas
    NoQuestionYet
    AddOne
    Questions
    WhatCameIn
    NothingYet
    DoneSoon
    TypedIsKeptBelow
    HiddenWhy
    FromEveryScreen
    PagesOfIdeas
    Newer
    Older
    PageOf
    EnterPaperIdea
    EnterSheetOf
    Vote
    OneSheetIsOne
    ChoiceAgree
    ChoiceDisagree
    ChoicePass
    EnterTheSheet
    // Erasing.
    Erase
    EraseForEver
    EraseTheWords
    EraseTheAuthor
    EraseText
    IKnow
    EraseUnsure
    EraseNoAuthor
    // Initiatives.
    OwnLinkIsOver
    OwnLinkIsOverText
    Erased
    ErasedText
    NotYoursToLead
    NotYoursToLeadText
    YourPanels
    MyInput
    // Who comes in, and by what.
    YourTicket
    TicketFromTheDoor
    TicketFromACard
    TicketIsOneBallot
    ReadAlongWithout
    ReadAlong
    TicketProblem
    NoSuchTicket
    TicketInUse
    TicketInUseText
    TicketVoid
    TicketVoidText
    LinkUnknown
    LinkUnknownText
    LinkRevoked
    LinkExpired
    AnswersAreKept
    NoSeatYet
    Back
    LinksHint
    LinkMade
    Panelists
    PanelistsHint
    NoPanelistYet
    WhoIsItFor
    TheBoard
    TheBoardHint
    NoBoardLinkYet
    WhoOrWhatFor
    ItOpensFor
    TwoDays
    TwoWeeks
    NinetyDays
    AYear
    MakeALink
    LinkUntil
    LinkExpiredOn
    LinkIsRevoked
    Revoke
    RevokeFor
    LinkWithoutLabel
    HowBallots
    WayOpen
    WayOpenHint
    WayTicket
    WayTicketHint
    WayRoll
    WayRollHint
    PrintedOnResults
    SomebodyIsIn
    CameByLink
    ChooseAnotherWay
    Choose
    TicketsMade
    TicketsUsed
    TicketsReplacing
    TicketsVoid
    TicketsWhich
    HowManyCards
    Paper
    UsLetter
    MakeCards
    MakeCardsHint
    OpenTheDoor
    OpenTheDoorHint
    TheRoll
    NamesOnRoll
    NamesChecked
    AddNames
    NamesOneALine
    NamesHint
    AddToTheRoll
    DeleteTheRoll
    AllNamesGo
    AllNamesGoHint
    DeleteUnsure
    BurstsOfJoins
    BurstsHint
    BurstsLater
    NoBursts
    Burst
    NoNames
    NameOfList
    NamesTwice
    AndMore
    TooManyNames
    NamesAdded
    NamesKnown
    CardsMadeAlready
    CardsToPrint
    Cards
    CardsHint
    BackToBallots
    ScanOrGo
    AndTypeIt
    CardIsOneBallot
    ScanTheTicket
    Door
    ShowATicket
    Search
    CheckedOfAll
    RollIsEmpty
    NobodyCalledSo
    TypeMore
    CheckAndShow
    CheckAndGive
    TakeBack
    OfName
    LetThemScan
    ShownOnlyNow
    NextPerson
    Done
    SomebodyLost
    OldTicket
    OldTicketHint
    ShowAnother
    CheckedAlready
    CheckedGiveCard
    NotChecked
    OldUnreadable
    OldUnknown
    OldVoid
}

/// How ballots were kept to one a person: what stands beside every result.
#[must_use]
pub fn counted(integrity: Integrity) -> &'static str {
    match integrity {
        Integrity::Open => Say::BallotOfDevice,
        Integrity::Ticket => Say::BallotOfTicket,
        Integrity::Roll => Say::BallotOfName,
    }
    .text()
}
