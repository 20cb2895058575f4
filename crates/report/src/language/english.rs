use super::Phrase;

/// English.
pub(super) const fn text(phrase: Phrase) -> &'static str {
    match phrase {
        // Between numbers and names.
        Phrase::And => "and",
        Phrase::Nobody => "nobody",
        Phrase::FewerThanFive => "fewer than 5",
        // What stands above all.
        Phrase::Rehearsal => "A rehearsal: simulated people answered. Nothing here is a result.",
        Phrase::Draft => "A draft: the panel is still running. This is how far it has come.",
        Phrase::FrozenEarly => "This edition was frozen while the panel was still running.",
        Phrase::TakenBack => {
            "Words were erased, or are no longer to be quoted, since this edition was frozen: {count} text is missing here \
             that was in it.|Words were erased, or are no longer to be quoted, since this edition was frozen: {count} texts \
             are missing here that were in it."
        }
        // Titles of chapters.
        Phrase::SummaryTitle => "In short",
        Phrase::GatheringTitle => "How the input was gathered",
        Phrase::MapTitle => "Principles and domains",
        Phrase::WantsTitle => "What each constituency wants",
        Phrase::DirectionTitle => "Vision, mission, scope",
        Phrase::AnswersTitle => "What else the room answered",
        Phrase::AgreementTitle => "Where the room agrees and where it splits",
        Phrase::StepsTitle => "Next steps",
        Phrase::AppendixTitle => "All ideas",
        Phrase::LimitsTitle => "What these numbers cannot say",
        Phrase::WithoutDomain => "Without a domain",
        // The first page.
        Phrase::RoomBrought => {
            "{count} person joined and brought {ideas}, put together into {themes}.|{count} people joined \
             and brought {ideas}, put together into {themes}."
        }
        Phrase::RoomBroughtLoose => {
            "{count} person joined and brought {ideas}.|{count} people joined and brought {ideas}."
        }
        Phrase::IdeasCount => "{count} idea|{count} ideas",
        Phrase::ThemesCount => "{count} theme|{count} themes",
        Phrase::SurestIdea => {
            "Most surely supported: “{words}” (idea {idea}): {agree} of {sides} who took a side agree."
        }
        Phrase::SurestUnquoted => {
            "Most surely supported: idea {idea}, which its author did not want quoted: {agree} of {sides} who took a side agree."
        }
        Phrase::MustDomains => "The association must act, say {threshold} or more: {domains}.",
        Phrase::MayDomains => "The association may act, say {threshold} or more: {domains}.",
        Phrase::NotOursDomains => "Not the association’s to do, say {threshold} or more: {domains}.",
        Phrase::OpenDomains => "No verdict reached {threshold}: {domains}.",
        Phrase::StrongestLink => {
            "The strongest link: principle {principle} with {domain}, {strength} of 3, said by {n}."
        }
        Phrase::MostDivided => {
            "The room is most divided over “{words}” (idea {idea}): {agree} agree, {disagree} disagree."
        }
        Phrase::MostDividedUnquoted => {
            "The room is most divided over idea {idea}, which its author did not want quoted: {agree} agree, {disagree} disagree."
        }
        Phrase::HowToRead => {
            "A number in brackets leads to what is behind a sentence: ideas, counts and conditions. People \
             chose to come, so no number has a margin of error."
        }
        // How it was gathered.
        Phrase::AskedBy => "Asked by {host}.",
        Phrase::WhoAnswered => "{count} person joined, member or not.|{count} people joined, members or not.",
        Phrase::NobodyAnswered => "Nobody has answered yet.",
        Phrase::OnDay => "Answers came in on {day}.",
        Phrase::BetweenDays => "Answers came in from {first} to {last}.",
        Phrase::HeldElsewhere => "It was held with another tool, and taken over from its files.",
        Phrase::BallotADevice => "One ballot a device; whoever had the code could join.",
        Phrase::BallotATicket => "One ballot a ticket.",
        Phrase::BallotAName => "One ballot a name on the roll, by a ticket.",
        Phrase::Tickets => "{made} tickets were made and {used} of them used; which, nobody can tell.",
        Phrase::Blind => "Votes are blind: nobody saw a total before it was shown to everybody.",
        Phrase::RandomOrder => "Ideas are dealt in random order, those that few people have seen first.",
        Phrase::LastBallot => "The last ballot of a person on an idea counts; ballots after a reveal are in no total.",
        Phrase::WordForWord => "Words stand as they were written.",
        Phrase::NoWeighting => "There is no weighting: everybody counts once, member or not.",
        Phrase::NoMargin => "People chose to come: there is no margin of error.",
        Phrase::DisclosureIntro => "What follows keeps to the order of AAPOR’s list of what a survey has to disclose.",
        Phrase::HowAnswered => {
            "People answered in writing, each on a phone or computer and unseen by others, in English or Spanish; \
             what was spoken or on paper, a facilitator typed."
        }
        Phrase::Population => {
            "Asked were those who were there or had the code. There is no list of everybody whom the questions \
             concern, and nobody was drawn from one by chance."
        }
        Phrase::Recruited => {
            "They were invited by their host, and chose to join and to answer; every question could be left out."
        }
        Phrase::AskedBelow => "Every question stands below, word for word.",
        Phrase::PutTogether => "People put ideas into themes; what a machine proposed, a person confirmed or changed.",
        Phrase::BroughtIdeas => "{count} person brought at least one idea.|{count} people brought at least one idea.",
        Phrase::VotedOnce => {
            "{count} person judged at least one thing: an idea, a theme or a question.|{count} people judged at \
             least one thing: an idea, a theme or a question."
        }
        Phrase::Missing => {
            "Of these, few or nobody may have been there, or their number would tell another one: {groups}."
        }
        Phrase::EarlierStands => {
            "Some counts changed by fewer than 5 since an earlier edition: they stand here as they were told \
             there."
        }
        Phrase::ParticipationCaption => "How many judged how much",
        Phrase::ParticipationNote => {
            "n is how many answers one idea, theme or question has: the fewest, the median and the most."
        }
        Phrase::CompletenessTitle => "How complete the themes are",
        Phrase::SaturatedAfter => {
            "After {until} of {all} contributors hardly a new theme came up: the last {run} of them brought \
             {share} of as many themes as the first {base} had."
        }
        Phrase::NotSaturated => {
            "New themes were still coming in: the last {run} of {all} contributors brought {share} of as many \
             themes as the first {base} had."
        }
        Phrase::TooFewToSaturate => {
            "Too few people brought ideas that are in a theme to say whether more would bring new ones."
        }
        Phrase::CoverageIs => {
            "Of {ideas} ideas in {themes} themes, {once} stand alone in theirs: the next idea of people like \
             these would fall into a known theme with a chance of about {share}."
        }
        Phrase::AtLeastThemes => "There are at least about {count} themes in all, those too that nobody has named yet.",
        Phrase::SortersAgree => {
            "In “{title}”, {handfuls} handfuls of ideas were sorted by people on their own. On what two of them \
             both sorted they agree with an adjusted Rand index of {index} on average (0 is chance, 1 the same); \
             Krippendorff’s α of together or apart is {alpha}: {verdict}."
        }
        Phrase::AlphaReported => "to be relied on",
        Phrase::AlphaTentative => "tentative",
        Phrase::AlphaUnreliable => "too little to rest on",
        Phrase::AlphaUnknown => "too little in common to say",
        Phrase::Handfuls => "handfuls",
        Phrase::Spoken => {
            "{count} idea was spoken aloud and typed by a facilitator.|{count} ideas were spoken aloud and \
             typed by a facilitator."
        }
        Phrase::OnPaper => {
            "{count} idea was written on paper and typed by a facilitator.|{count} ideas were written on \
             paper and typed by a facilitator."
        }
        Phrase::Imported => {
            "{count} idea was taken over from another tool’s files.|{count} ideas were taken over from \
             another tool’s files."
        }
        Phrase::BallotsTyped => "{count} person voted aloud or on paper.|{count} people voted aloud or on paper.",
        Phrase::NothingHidden => "No idea was hidden.",
        Phrase::Hidden => {
            "{count} idea was hidden and is not in this report: {reasons}.|{count} ideas were hidden and are \
             not in this report: {reasons}."
        }
        Phrase::HiddenDuplicate => "{count} said the same as another",
        Phrase::HiddenOffTopic => "{count} answered another question",
        Phrase::HiddenPersonal => "{count} named or pointed at somebody",
        Phrase::HiddenHurtful => "{count} hurt somebody",
        Phrase::HiddenAtSource => "{count} moderated out before the import",
        Phrase::HiddenWaiting => "{count} not read by a facilitator yet",
        Phrase::RecountAgrees => {
            "For this report every ballot was counted again from the log: the totals are those that were \
             recorded when they were shown."
        }
        Phrase::RecountDiffers => {
            "Every ballot was counted again from the log, and the totals are not those that were recorded. \
             Do not use these results before somebody has found out why."
        }
        Phrase::ByConstituency => "Who was in the room, by constituency",
        Phrase::ByAffiliation => "Who was in the room, by affiliation",
        Phrase::NoneNamed => "None named",
        Phrase::Member => "Member",
        Phrase::NotMember => "Not a member",
        Phrase::RatherNotSay => "Rather not say",
        Phrase::NoAnswer => "No answer",
        Phrase::SeveralGroups => "Who named several constituencies counts in each of them, and once in the total.",
        Phrase::KeptBackWhy => {
            "A count under 5, none included, could point at somebody and is kept back; so are others from \
             which it could be worked out."
        }
        Phrase::QuestionsCaption => "Everything that was asked, word for word and in its order (times in UTC)",
        Phrase::KindPrompt => "question",
        Phrase::KindVote => "vote",
        Phrase::KindSurvey => "survey",
        Phrase::KindReflection => "reflection",
        Phrase::KindOther => "other",
        // Heads of columns.
        Phrase::People => "People",
        Phrase::Constituency => "Constituency",
        Phrase::Affiliation => "Affiliation",
        Phrase::Place => "No.",
        Phrase::WhatKind => "Kind",
        Phrase::Question => "Question",
        Phrase::Opened => "Opened",
        Phrase::ClosedAt => "Closed",
        Phrase::Revealed => "Shown",
        Phrase::Answered => "n",
        Phrase::Idea => "Idea",
        Phrase::Ideas => "Ideas",
        Phrase::Theme => "Theme",
        Phrase::ThemeName => "Name",
        Phrase::About => "About",
        Phrase::Domain => "Domain",
        Phrase::Principle => "Principle",
        Phrase::WordsOf => "Words",
        Phrase::SignedBy => "By",
        Phrase::Agree => "agree",
        Phrase::Disagree => "disagree",
        Phrase::Pass => "pass",
        Phrase::ShareAgree => "Share of agree",
        Phrase::RangeLow => "Range from",
        Phrase::RangeHigh => "Range to",
        Phrase::Strength => "Strength (0–3)",
        Phrase::Split => "Split (0–1)",
        Phrase::Judged => "Judged",
        Phrase::Ballots => "Answers",
        Phrase::Fewest => "n, fewest",
        Phrase::Middle => "n, median",
        Phrase::Most => "n, most",
        Phrase::ShownTo => "Shown to, median",
        Phrase::Want => "Want",
        Phrase::AskedAbout => "Asked about",
        Phrase::What => "What",
        Phrase::Why => "Why",
        Phrase::Owner => "Owner",
        Phrase::HorizonTitle => "Horizon",
        Phrase::Step => "Step",
        // Domains and themes.
        Phrase::NoIdeasHere => "Nobody brought an idea here.",
        Phrase::IdeasHere => "{count} idea came in, in {themes}.|{count} ideas came in, in {themes}.",
        Phrase::IdeasAlone => "{count} idea came in.|{count} ideas came in.",
        Phrase::LooseIdeas => "Ideas in no theme",
        Phrase::ThemeNamed => "{name}",
        Phrase::ThemeUnnamed => "Theme {number}",
        Phrase::ThemeIdeas => "It rests on {count} idea.|It rests on {count} ideas.",
        Phrase::ThemeVote => "In “{title}”: {answers} (n = {n}).",
        Phrase::ThemeDots => "In “{title}”: {points} dots from {givers} of {n} people.",
        Phrase::ThemePlaces => "In “{title}”: {points} points; {givers} of {n} people gave it a place.",
        Phrase::EditionVoted => {
            "The vote was about edition {edition} of the themes; a ballot counts for the wording and the ideas \
             that its voter saw."
        }
        Phrase::VoidBallots => "{count} ballot does not count: {reasons}.|{count} ballots do not count: {reasons}.",
        Phrase::VoidChanged => "{count} since the theme was changed afterwards",
        Phrase::VoidMerged => "{count} since the theme went into another",
        Phrase::VoidTakenOff => "{count} since the theme was taken off",
        Phrase::VoidSetAside => "{count} since the theme was set aside",
        Phrase::VoidEmptied => "{count} since no idea was left in it",
        Phrase::VoidHidden => "{count} since its ideas were hidden",
        Phrase::Points => "Points",
        Phrase::ThemeFirst => "First among the themes of “{title}”: “{name}”: {support}.",
        Phrase::SupportOfSides => "{agree} of {sides} who took a side are for it",
        Phrase::SupportOfPoints => "{points} points",
        Phrase::IdeaVote => {
            "Idea {idea}: {agree} agree, {disagree} disagree, {pass} pass; {share} of those who took a side \
             agree (n = {n})."
        }
        Phrase::BackedBy => "Among those who agree: {groups}.",
        Phrase::Dissent => {
            "Dissent on idea {idea}: {disagree} disagree, {agree} agree, {pass} pass; {share} of those who \
             took a side agree (n = {n})."
        }
        Phrase::MoreInAppendix => "{count} more stands in the appendix.|{count} more stand in the appendix.",
        Phrase::NotQuoted => {
            "{count} idea was given without consent to be quoted.|{count} ideas were given without consent \
             to be quoted."
        }
        Phrase::Erased => "The words of {count} idea were erased.|The words of {count} ideas were erased.",
        Phrase::VerdictMust => {
            "Must: {must} say must, {may} may, {not_ours} not ours, {unsure} unsure (n = {n}; {threshold} of \
             those who are sure decide)."
        }
        Phrase::VerdictMay => {
            "May: {must} say must, {may} may, {not_ours} not ours, {unsure} unsure (n = {n}; {threshold} of \
             those who are sure decide)."
        }
        Phrase::VerdictNotOurs => {
            "Not the association’s: {must} say must, {may} may, {not_ours} not ours, {unsure} unsure (n = \
             {n}; {threshold} of those who are sure decide)."
        }
        Phrase::VerdictOpen => {
            "Open: {must} say must, {may} may, {not_ours} not ours, {unsure} unsure (n = {n}; {threshold} of \
             those who are sure decide)."
        }
        // The map and the wants.
        Phrase::MapIntro => {
            "How strongly each guiding principle is linked with each domain: from 0, no link, to 3, a strong \
             one, on average."
        }
        Phrase::MapNotAsked => {
            "How the guiding principles are linked with the domains was not asked, or not shown: every cell \
             is still open."
        }
        Phrase::MapCaption => "Strength of each link, 0 to 3",
        Phrase::WantsIntro => "What the association believes each constituency to want, and what people say to that.",
        Phrase::WantsNotAsked => "It was not asked, or not shown.",
        Phrase::WantsCaption => "Perceived wants, and how many say that they are right",
        // Vision, mission, scope.
        Phrase::Vision => "Vision",
        Phrase::Mission => "Mission",
        Phrase::ScopeName => "Scope",
        Phrase::TodaysWords => "Today: “{words}”",
        Phrase::NotAsked => {
            "The room was not asked about these words, or not shown what it answered. What it said to an open question stands with its ideas."
        }
        Phrase::SaidOfToday => "On today’s {what}, most say: {verdict} ({most} of {n}).",
        Phrase::Rewordings => "In other words:",
        Phrase::BestWording => "Surest to carry the room: “{words}”: {carry} of {n} are for it or can live with it.",
        // Surveys.
        Phrase::ThresholdSet => "Before the vote it was set that {threshold} decide.",
        Phrase::PointsNote => "Points: the first place counts most, each further one less.",
        Phrase::NobodyAnsweredThis => "Nobody answered.",
        Phrase::SurveyCaption => "Answers to “{title}”",
        Phrase::WithoutConsent => "Words without consent to be quoted, or erased",
        Phrase::IdeaNumber => "Idea {number}",
        Phrase::Must => "must",
        Phrase::May => "may",
        Phrase::NotOurs => "not ours",
        Phrase::Unsure => "unsure",
        Phrase::NoLink => "no link",
        Phrase::WeakLink => "weak",
        Phrase::ClearLink => "clear",
        Phrase::StrongLink => "strong",
        Phrase::Reaffirm => "reaffirm",
        Phrase::Revise => "revise",
        Phrase::Reconceptualise => "re-conceptualise",
        Phrase::Right => "right",
        Phrase::Wrong => "not right",
        Phrase::Carries => "it carries",
        Phrase::DoesNotCarry => "it does not",
        Phrase::Unknown => "unknown to me",
        Phrase::FullyFor => "fully for it",
        Phrase::WithReservations => "for it, with reservations",
        Phrase::CanLiveWithIt => "can live with it",
        Phrase::MoreTalk => "more talk first",
        Phrase::Against => "against it",
        // Votes.
        Phrase::NoVoteShown => "No vote on ideas was shown, so this report says nothing of one.",
        Phrase::PeopleVoted => {
            "{count} person voted before a total was shown. Not everybody voted on every idea, so n \
             differs.|{count} people voted before a total was shown. Not everybody voted on every idea, so n \
             differs."
        }
        Phrase::LaterNotCounted => {
            "{count} ballot came after that and is not counted here.|{count} ballots came after that and are \
             not counted here."
        }
        Phrase::Bursts => {
            "{count} voter joined in a burst that votes more alike than chance allows; it may not be as many \
             people.|{count} voters joined in bursts that vote more alike than chance allows; they may not \
             be as many people."
        }
        Phrase::NobodyVoted => "Nobody voted on an idea that is still shown.",
        Phrase::VoteCaption => "What the room says to the ideas of “{title}”",
        Phrase::BarSays => "{agree} agree, {disagree} disagree, {pass} pass, n = {n}; range {low} to {high}",
        Phrase::Divides => {
            "Idea {idea} divides the room: {agree} agree, {disagree} disagree, {pass} pass; {share} of those \
             who took a side agree (n = {n})."
        }
        Phrase::NothingDivides => "No idea surely divides the room.",
        Phrase::Bridges => {
            "Idea {idea} bridges constituencies: in each of {groups}, more than half of those who voted on it agree."
        }
        Phrase::Parts => {
            "Constituencies part over idea {idea}: of {most}, more than half of those who voted on it agree; of {least}, at most half do."
        }
        Phrase::NothingBridges => {
            "No idea can be said to bridge the constituencies, as far as their counts may be told."
        }
        Phrase::SharesSlate => {
            "For the board by equal shares: ideas {ideas}; people who agree with something, and with none of these: {left_out}."
        }
        Phrase::SharesCompleted => {
            "Shares paid for {paid} of these {seats}; the others are the most approved of the rest."
        }
        Phrase::PlainSlate => {
            "The most approved: ideas {ideas}; people who agree with something, and with none of these: {left_out}."
        }
        Phrase::LeftOutWant => "Those whom the most approved leave with none agree most with ideas {ideas}.",
        Phrase::NoGroupsFew => "No groups of like opinion are detectable: fewer than 50 people voted on enough ideas.",
        Phrase::NoGroupsChance => {
            "No groups of like opinion are detectable: people differ no more than by how readily they agree."
        }
        Phrase::GroupsFound => {
            "People fall into {count} group of like opinion: {sizes} people.|People fall into {count} groups \
             of like opinion: {sizes} people."
        }
        Phrase::GroupAgrees => "Opinion group {group} stands out by agreeing with idea {idea}.",
        Phrase::GroupDisagrees => "Opinion group {group} stands out by disagreeing with idea {idea}.",
        Phrase::AllGroupsLean => {
            "In every opinion group, more than half of those who voted on idea {idea} agree with it."
        }
        Phrase::ChangeTitle => "From “{before}” to “{after}”",
        Phrase::ChangeIntro => {
            "Of those who voted in both: minds that changed, not another audience. Nothing is told of what fewer \
             than five people voted on twice."
        }
        Phrase::ChangedIdea => {
            "Idea {idea}: of {n} who voted both times, {before} agreed first and {after} then; {won} came to \
             agree, {lost} no longer do."
        }
        Phrase::ChangedTheme => {
            "“{name}”: of {n} who voted both times, {before} were for it first and {after} then; {won} came to be \
             for it, {lost} no longer are."
        }
        Phrase::NothingChanged => {
            "Nothing can be said of a change: too few voted on the same twice, or all said the same again."
        }
        Phrase::ChangesCaption => "What those said who voted in both",
        Phrase::BothTimes => "Voted in both",
        Phrase::AgreedBefore => "Agreed first",
        Phrase::AgreedAfter => "Agreed then",
        Phrase::CameToAgree => "Came to agree",
        Phrase::NoLongerAgree => "No longer agree",
        Phrase::SaidTheSame => "Said the same",
        Phrase::OrderNote => {
            "In the order of how surely people agree: by the lower end of the 95% Wilson score interval of \
             agree among agree and disagree. Where ranges overlap much, the order of two ideas means little."
        }
        Phrase::VotesCaption => "What was said to every idea",
        Phrase::BackingCaption => "Who agrees, by constituency",
        // Next steps.
        Phrase::StepsIntro => {
            "What the room puts before the board. Decisions, owners and horizons are the board’s to name; until it \
             names one, the horizon is the one that an idea’s author gave."
        }
        Phrase::NothingRecommended => "Nothing was judged surely enough to be put before the board.",
        Phrase::BetterUnquoted => {
            "{count} idea is supported as surely and is not in this table, as its author did not want it quoted: {ideas}.|{count} ideas are supported as surely and are not in this table, as their authors did not want them quoted: {ideas}."
        }
        Phrase::WordsTakenBack => "Idea {idea}, whose words were taken back",
        Phrase::RecommendedCaption => "Before the board",
        Phrase::StepsCaption => "The steps of change",
        Phrase::LaterRound => "a later round",
        Phrase::ThisRound => "this round",
        Phrase::ToBeNamed => "to be named",
        Phrase::Decision => "Decision",
        Phrase::Undecided => "open",
        Phrase::Adopted => "adopted",
        Phrase::Deferred => "deferred",
        Phrase::Rejected => "rejected",
        Phrase::DecidedBefore => "Decided at the last event",
        Phrase::EarlierPanel => "Event",
        Phrase::WhyMust => "{must} of {n} say must",
        Phrase::WhyAgree => "{agree} of {sides} agree (idea {idea})",
        Phrase::WhyAgreeHelp => "{agree} of {sides} agree (idea {idea}); {helpers} would help",
        Phrase::HorizonNow => "now",
        Phrase::HorizonFuture => "future",
        // The appendix.
        Phrase::AppendixIntro => {
            "Word for word, where the author agreed to be quoted; those too that few are for, or that nobody \
             voted on. The number is the idea’s name in this report and says nothing about rank."
        }
        Phrase::NoIdeas => "No ideas were shown.",
        Phrase::Unvoted => "nobody voted on it",
        Phrase::VotedLater => "votes on it came after the result was shown, and are not counted",
        Phrase::Minority => "a minority: {agree} agree, {disagree} disagree, {pass} pass",
        Phrase::FewOrNone => {
            "Of {ideas} ideas, {unvoted} had no vote that counts and {minority} have more against them than for them; those that may be quoted stand here."
        }
        Phrase::TallyNote => "{agree} agree, {disagree} disagree, {pass} pass",
        Phrase::IdeasCaption => "All ideas that were shown",
        Phrase::ThemesCaption => "All themes",
        // Limits.
        Phrase::LimitSelf => {
            "People chose to come and to answer. They speak for themselves, not for everybody whom the \
             question concerns; ranges given with votes serve only to put ideas in order."
        }
        Phrase::LimitFew => {
            "An idea that came in late, or was dealt to few, has few votes. Few votes are no judgement on it."
        }
        Phrase::LimitAlike => "Several ideas may say much the same: then support is divided among them.",
        Phrase::LimitDomain => {
            "The domain of an idea is the one that its author chose, that of a theme the one that it was \
             given, or that most of its ideas have."
        }
        Phrase::LimitAgreement => "Agreement says that people are for something, not how much it matters to them.",
        Phrase::LimitGroups => {
            "Groups of like opinion are looked for behind a gate against chance; that none is found does not say \
             that there are none."
        }
        Phrase::LimitChanges => {
            "What changed between two votes changed after a discussion, among other things: nothing says that it \
             was because of it."
        }
        Phrase::LimitKeptBack => {
            "Counts of a constituency that could point at somebody are kept back; where nearly everybody \
             agrees, that everybody in a group does follows from the total."
        }
        Phrase::LimitDirection => {
            "Signs that turn the direction of text are left out of what people wrote; everything else stands \
             as they wrote it."
        }
        Phrase::LimitImported => {
            "What was taken over from another tool was gathered by its rules: people there may have seen \
             totals, or been asked in another way."
        }
        // Where sentences come from.
        Phrase::SourcesTitle => "Where each sentence comes from",
        Phrase::SourceRoom => "Who joined",
        Phrase::SourceLog => "The log of the panel",
        Phrase::SourceMap => "The map of principles and domains",
        Phrase::SourceQuestion => "The question “{title}”",
        Phrase::SourceVote => "The vote “{title}”",
        Phrase::SourceBallots => "The ballots on idea {idea} in “{title}”",
        Phrase::SourceItem => "“{item}” in “{title}”",
        Phrase::SourceSteps => "The steps of the framework",
        Phrase::PeopleOnMap => "answers on the map",
        Phrase::StepsNamed => "steps",
        Phrase::GroupedByPeople => "People put these ideas together, not a machine.",
        Phrase::AskedAs => "Asked: “{question}”",
        Phrase::AskedOn => "On {day}.",
        Phrase::RevealedOn => "Shown to the room on {day}.",
        Phrase::PeopleAnswered => "people answered",
        Phrase::PeopleJoined => "people joined",
        Phrase::Events => "events",
        Phrase::Voters => "voters",
        Phrase::LaterBallots => "ballots after the reveal",
        // Over the events of an initiative.
        Phrase::EventsTitle => "Its events",
        Phrase::RoundsTitle => "From round to round",
        Phrase::StatementsTitle => "What all rounds say together",
        Phrase::InitiativePeople => {
            "{events} events had {seats} seats. {twice} of them were taken by somebody who is known by their own \
             link to have been there before: counted once, that makes {people} people."
        }
        Phrase::InitiativeIdeas => {
            "They brought {ideas} ideas; {carried} more were carried over from an earlier event and are no new \
             ones."
        }
        Phrase::OnlyByLink => {
            "Who came to several events without their own link is counted in each: nothing says that it was the \
             same person."
        }
        Phrase::NoGroupsHere => {
            "Counts of constituencies stand in the report of each event alone: added up over events, they could \
             point at somebody."
        }
        Phrase::EventsCaption => "The events of the initiative",
        Phrase::EventTitle => "Event",
        Phrase::JoinedTitle => "Joined",
        Phrase::NewHere => "For the first time",
        Phrase::IdeasNew => "New ideas",
        Phrase::IdeasCarried => "Carried over",
        Phrase::SnapshotTitle => "Snapshot",
        Phrase::RoundIntro => {
            "The same statements in both, as the rooms stood when they were shown. They are two rooms: a \
             difference of shares is no change of minds, but among those who are known to have voted in both."
        }
        Phrase::RoundShare => {
            "“{words}”: {before} of those who took a side agreed first, {after} then: {points} points."
        }
        Phrase::RoundBoth => {
            "Of {n} who are known to have voted on it in both, {won} came to agree and {lost} no longer do."
        }
        Phrase::NothingShared => {
            "No two events have a statement in common that both voted on and whose results they showed."
        }
        Phrase::RoundCaption => "The same statements in two rounds",
        Phrase::FirstAgree => "Agree, first",
        Phrase::FirstN => "n, first",
        Phrase::ThenAgree => "Agree, then",
        Phrase::ThenN => "n, then",
        Phrase::PointsUp => "Change in share",
        Phrase::StatementsCaption => {
            "Every statement that was voted on, each person’s last ballot over all events counted once"
        }
        Phrase::RoundsCount => "Rounds",
        Phrase::SourceEvent => "The event “{title}”",
        Phrase::SourceInitiative => "The events of the initiative together",
        Phrase::SnapshotWas => "Its snapshot is {hash}.",
        Phrase::SeatsCount => "seats",
        // Around the text.
        Phrase::Contents => "Contents",
        Phrase::KindOfReport => "Vision report",
        Phrase::EditionIs => {
            "Made from the panel’s log up to its event {events}, at {until}. Its snapshot is \
             {hash}: the archive with this hash gives this report again, byte for byte."
        }
        Phrase::EditionWord => "Edition",
        Phrase::EditionNumber => "Edition {number}.",
        Phrase::NotFrozen => "Not frozen as an edition.",
        Phrase::NotFrozenWord => "Not frozen",
        Phrase::FrameworkWas => "The framework that was asked about: {host}, {framework}.",
        Phrase::KeptBack => "kept back",
        Phrase::CountsTitle => "Counts",
        Phrase::IdeasTitle => "Ideas",
        Phrase::Figure => "Figure",
        Phrase::TableWord => "Table",
        Phrase::MoreRows => "The first {shown} of {all} rows: the workbook has all of them.",
        Phrase::Conditions => "Conditions",
        Phrase::Chapter => "Chapter",
        Phrase::SentenceHead => "Sentence",
        Phrase::SourceHead => "Source",
    }
}
