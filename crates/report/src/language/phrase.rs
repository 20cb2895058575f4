/// All messages in a list.
macro_rules! phrases {
    ($($phrase:ident)*) => {
        /// Everything that a report may say. A phrase with values has holes (`{ideas}`) for them; one that counts has a form
        /// for one and a form for more, with a `|` between them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Phrase {
            $($phrase,)*
        }

        impl Phrase {
            /// Every one, in order.
            #[cfg(test)]
            pub(super) const ALL: &'static [Self] = &[$(Self::$phrase),*];
        }
    };
}

phrases! {
    // Between numbers and names.
    And
    Nobody
    FewerThanFive
    // What stands above all.
    Rehearsal
    Draft
    // Titles of chapters.
    SummaryTitle
    GatheringTitle
    MapTitle
    WantsTitle
    DirectionTitle
    AnswersTitle
    AgreementTitle
    StepsTitle
    AppendixTitle
    LimitsTitle
    WithoutDomain
    // The first page.
    RoomBrought
    RoomBroughtLoose
    IdeasCount
    ThemesCount
    SurestIdea
    MustDomains
    MayDomains
    NotOursDomains
    OpenDomains
    StrongestLink
    MostDivided
    HowToRead
    // How it was gathered.
    AskedBy
    WhoAnswered
    NobodyAnswered
    OnDay
    BetweenDays
    HeldElsewhere
    BallotADevice
    BallotATicket
    BallotAName
    Tickets
    Blind
    RandomOrder
    LastBallot
    NoWeighting
    NoMargin
    Spoken
    OnPaper
    Imported
    BallotsTyped
    NothingHidden
    Hidden
    HiddenDuplicate
    HiddenOffTopic
    HiddenPersonal
    HiddenHurtful
    HiddenAtSource
    HiddenWaiting
    RecountAgrees
    RecountDiffers
    ByConstituency
    ByAffiliation
    NoneNamed
    Member
    NotMember
    RatherNotSay
    NoAnswer
    SeveralGroups
    KeptBackWhy
    QuestionsCaption
    KindPrompt
    KindVote
    KindSurvey
    KindReflection
    KindOther
    // Heads of columns.
    People
    Constituency
    Affiliation
    Place
    WhatKind
    Question
    Opened
    ClosedAt
    Revealed
    Answered
    Idea
    Ideas
    Theme
    ThemeName
    About
    Domain
    Principle
    WordsOf
    SignedBy
    Agree
    Disagree
    Pass
    ShareAgree
    RangeLow
    RangeHigh
    Strength
    Split
    Want
    AskedAbout
    What
    Why
    Owner
    HorizonTitle
    Step
    // Domains and themes.
    NoIdeasHere
    IdeasHere
    IdeasAlone
    LooseIdeas
    ThemeNamed
    ThemeUnnamed
    ThemeIdeas
    IdeaVote
    BackedBy
    Dissent
    MoreInAppendix
    NotQuoted
    Erased
    VerdictMust
    VerdictMay
    VerdictNotOurs
    VerdictOpen
    // The map and the wants.
    MapIntro
    MapNotAsked
    MapCaption
    WantsIntro
    WantsNotAsked
    WantsCaption
    // Vision, mission, scope.
    Vision
    Mission
    ScopeName
    TodaysWords
    NotAsked
    SaidOfToday
    Rewordings
    BestWording
    // Surveys.
    ThresholdSet
    PointsNote
    NobodyAnsweredThis
    SurveyCaption
    WithoutConsent
    IdeaNumber
    Must
    May
    NotOurs
    Unsure
    NoLink
    WeakLink
    ClearLink
    StrongLink
    Reaffirm
    Revise
    Reconceptualise
    Right
    Wrong
    Carries
    DoesNotCarry
    Unknown
    FullyFor
    WithReservations
    CanLiveWithIt
    MoreTalk
    Against
    // Votes.
    NoVoteShown
    PeopleVoted
    LaterNotCounted
    Bursts
    NobodyVoted
    VoteCaption
    BarSays
    Divides
    NothingDivides
    SharesSlate
    PlainSlate
    NoGroupsFew
    NoGroupsChance
    GroupsFound
    GroupAgrees
    GroupDisagrees
    OrderNote
    VotesCaption
    BackingCaption
    // Next steps.
    StepsIntro
    NothingRecommended
    RecommendedCaption
    StepsCaption
    LaterRound
    ThisRound
    ToBeNamed
    WhyMust
    WhyAgree
    WhyAgreeHelp
    HorizonNow
    HorizonFuture
    // The appendix.
    AppendixIntro
    NoIdeas
    Unvoted
    Minority
    TallyNote
    IdeasCaption
    ThemesCaption
    // Limits.
    LimitSelf
    LimitFew
    LimitAlike
    LimitDomain
    LimitAgreement
    LimitKeptBack
    LimitDirection
    LimitImported
    // Where sentences come from.
    SourcesTitle
    SourceRoom
    SourceLog
    SourceMap
    SourceQuestion
    SourceVote
    SourceBallots
    SourceItem
    SourceSteps
    GroupedByPeople
    AskedAs
    AskedOn
    RevealedOn
    PeopleAnswered
    PeopleJoined
    Events
    Voters
    LaterBallots
    // Around the text.
    Contents
    KindOfReport
    EditionIs
    EditionWord
    FrameworkWas
    KeptBack
    CountsTitle
    IdeasTitle
    Figure
    TableWord
    MoreRows
    Conditions
    Chapter
    SentenceHead
    SourceHead
}
