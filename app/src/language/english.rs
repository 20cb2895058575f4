use visioncast_model::{CodeError, FileFlaw, FrameworkError, Rejection, TextError, initiative::Refusal};

use super::{Desk, Live, Say, Sheet, Word, table::Texts};

/// English.
pub(super) const TEXTS: Texts = Texts {
    say,
    live,
    sheet,
    desk,
    word,
    rejection,
    text_error,
    code_error,
    framework_error,
    initiative_refusal,
    file_flaw,
};

const fn say(message: Say) -> &'static str {
    match message {
        // Joining, and who somebody is.
        Say::Rehearsal => "A rehearsal: nothing said here counts.",
        Say::WhereFrom => "Where do you come from?",
        Say::AnyThatFit => "Any that fit, or none.",
        Say::AreYouMember => "Are you a member?",
        Say::Yes => "Yes",
        Say::No => "No",
        Say::RatherNotSay => "Rather not say",
        Say::AboutMe => "About me",
        Say::ChangesNoWeight => "It changes no weight: it helps to see who was in the room, and who was missing.",
        Say::Save => "Save",
        Say::Noted => "Thank you, that is noted.",
        // Where a question stands.
        Say::OpenNow => "Open now",
        Say::Open => "Open",
        Say::Closed => "Closed",
        Say::Results => "Results",
        Say::TimeIsUp => "Time is up",
        Say::LastMinute => "Less than a minute left",
        Say::MinutesLeft => "1 minute left|{count} minutes left",
        Say::HaveVoted => "1 person has voted|{count} people have voted",
        Say::HaveAnswered => "1 person has answered|{count} people have answered",
        Say::OtherQuestions => "Other questions",
        Say::AlsoHere => "Also here",
        Say::MovedOnTyping => "The room has moved on. Finish here, or come along: what you typed stays.",
        Say::MovedOnClosed => {
            "The room has moved on, and this question is closed. What you typed stays here, in case it opens again."
        }
        Say::MovedOn => "The room is at another question.",
        Say::ComeAlong => "Come along",
        Say::PlaceOf => "{place} of {all}",
        Say::Back => "Back",
        Say::Next => "Next",
        // Before, between and after questions.
        Say::NextComes => "The next question comes soon",
        Say::NextComesText => "It appears here by itself. What you sent is safe.",
        Say::YouAreIn => "You are in",
        Say::FirstComes => "The first question appears here by itself.",
        Say::ThankYou => "Thank you",
        Say::PanelHasEnded => {
            "The panel has ended. What you wrote stays below, and goes into the report without your name."
        }
        // Writing.
        Say::WhereToBegin => "Where to begin?",
        Say::YourAnswer => "Your answer",
        Say::InYourOwnWords => "In your own words",
        Say::WriteFirst => "Write a few words first.",
        Say::CharactersLeft => "1 character left|{count} characters left",
        Say::CharactersTooMany => "1 character too many|{count} characters too many",
        Say::About => "About",
        Say::Anything => "anything",
        Say::MayQuoteThis => "You may quote this",
        Say::Send => "Send",
        Say::ClosedTyping => "This question is closed. What you typed stays on this phone.",
        Say::ClosedThanks => "This question is closed. Thank you for what you brought.",
        Say::NewFromTheRoom => "New from the room",
        // What somebody brought.
        Say::WhatYouBrought => "What you brought",
        Say::MyInput => "My input",
        Say::AVote => "A vote of yours",
        Say::AChange => "A change of yours",
        Say::KeptHere => "Waiting for the network, kept on this phone",
        Say::EditAgain => "Edit again",
        Say::Discard => "Discard",
        Say::MayBeQuoted => "The report may quote it.",
        Say::NotQuoted => "It is not quoted.",
        Say::DontQuote => "Don’t quote it",
        Say::AllowQuoting => "Allow quoting",
        Say::OffDuplicate => "Saved, and off the screens: another idea says the same",
        Say::StandsWith => "Saved, and off the screens: it stands with “{words}”",
        Say::OffTopic => "Saved, and off the screens: it answers another question",
        Say::OffPersonal => "Saved, and off the screens: it may point at a person",
        Say::OffHurtful => "Saved, and off the screens: it may hurt somebody",
        Say::OffScreens => "Saved, and off the screens",
        Say::WaitsForFacilitator => "Saved. A facilitator reads it before it is shown",
        Say::WordsErased => "(These words were erased.)",
        // Voting.
        Say::YourVote => "Your vote",
        Say::Agree => "Agree",
        Say::Disagree => "Disagree",
        Say::Pass => "Pass",
        Say::VoteKeys => "On a keyboard: 1, 2 and 3.",
        Say::VotingClosed => "Voting is closed. What the room said appears here when it is shown.",
        Say::LaterVote => "You can still vote. It is counted as a later vote.",
        Say::NothingToVote => "There is nothing to vote on yet. Ideas appear here.",
        Say::SeenAll => "You have seen everything so far. New ideas appear here.",
        Say::NobodySees => "Nobody sees who voted for what.",
        Say::VotedOn => "You have voted on {count}.",
        Say::LastAgree => "Last: agree.",
        Say::LastDisagree => "Last: disagree.",
        Say::LastPass => "Last: pass.",
        Say::Change => "Change",
        // Results.
        // Whether all is saved.
        Say::Saved => "Saved",
        Say::Sending => "Sending",
        Say::Offline => "Offline",
        Say::Stopped => "Stopped",
        Say::SavedThanks => "Saved. Thank you.",
        Say::Reload => "Reload",
        Say::WaitingNothingLost => "Waiting for the network. You can go on; nothing is lost.",
        Say::WaitingKept => {
            "Waiting for the network: 1 answer is kept on this phone.|Waiting for the network: {count} answers are kept on this phone."
        }
        Say::LeaveOpen => "Leave this page open until they are saved.",
        Say::NotInTheRoom => "This phone is not in the room any more. Reload the page to join again.",
        Say::Outdated => "This page is older than the server. Reload it; what you typed stays.",
        Say::ConnectedAgain => "Connected again",
        Say::WaitingForNetwork => "Waiting for the network",
        // How ballots are kept to one a person.
        Say::BallotOfDevice => "One ballot a device.",
        Say::BallotOfTicket => "One ballot a ticket.",
        Say::BallotOfName => "One ballot a name on the roll.",
    }
}

const fn live(message: Live) -> &'static str {
    match message {
        // Both.
        Live::TallyInWords => {
            "{agree} agree, {disagree} disagree, {pass} passed; 1 vote.|{agree} agree, {disagree} disagree, {pass} passed; {count} votes."
        }
        Live::Quoted => "“{words}”",
        Live::TheWordsWereErased => "The words of this idea were erased.",
        Live::Against => "against",
        Live::Passed => "passed",
        Live::For => "for",
        Live::RehearsalMark => "Rehearsal",
        Live::Code => "Code",
        Live::InTheRoom => "in the room",
        Live::PleaseReload => "Please reload this page.",
        Live::ThisPanelHasEnded => "This panel has ended",
        // What a result says.
        Live::NothingToShow => "Nobody voted, so there is nothing to show",
        Live::NobodyVotedOn => "Nobody voted on {words}",
        Live::ErasedIdea => "an idea whose words were erased",
        Live::ShareAgree => "{share} agree: {words}",
        Live::ShareDisagree => "{share} disagree: {words}",
        Live::SharePassed => "{share} passed: {words}",
        Live::NoMajority => "No majority either way: {words}",
        Live::NoneCarried => "No idea here has more than half of its voters behind it. The strongest: {words}",
        Live::ShareNone => "None",
        Live::ShareAll => "1 of 1|All {count}",
        Live::ShareOf => "{part} of {whole}",
        Live::MoreThan => "More than {share}",
        Live::Almost => "Almost {share}",
        Live::OneInTen => "one in ten",
        Live::OneInFive => "one in five",
        Live::OneInFour => "one in four",
        Live::OneInThree => "one in three",
        Live::TwoInFive => "two in five",
        Live::Half => "half",
        Live::ThreeInFive => "three in five",
        Live::TwoInThree => "two in three",
        Live::ThreeInFour => "three in four",
        Live::FourInFive => "four in five",
        Live::NineInTen => "nine in ten",
        // What a survey's result says.
        Live::NobodyAnswered => "Nobody answered, so there is nothing to show",
        Live::NobodyAnsweredOn => "Nobody answered on {words}",
        Live::TheTextWasErased => "The words were erased.",
        Live::IsMust => "{share} say: {words} is a must",
        Live::MustOrMay => "{share} say: {words} must or may be ours",
        Live::IsNotOurs => "{share} say: {words} is not ours to do",
        Live::MustsReach => {
            "{count} of {of} is a must by the {percent} % set before: {names}|{count} of {of} are a must by the {percent} % set before: {names}"
        }
        Live::NoMustReaches => {
            "Nothing reaches the {percent} % set before. The strongest must: {words}. {share} say so"
        }
        Live::IsRight => "{share} say it is right: {words}",
        Live::IsNotRight => "{share} say it is not right: {words}",
        Live::MostAreRight => "{part} of {of} are right to more than half of those asked. The most doubted: {words}",
        Live::Carries => "{share} say it carries: {words}",
        Live::CarriesNot => "{share} say it does not carry: {words}",
        Live::NotKnown => "{share} do not know it: {words}",
        Live::MostCarry => "{part} of {of} carry, say more than half of those asked. The weakest: {words}",
        Live::AreFor => "{share} are for it: {words}",
        Live::CanLiveWith => "{share} can at least live with it: {words}",
        Live::AreAgainst => "{share} are against it, or want more talk: {words}",
        Live::LinksMostTo => "{words} links most to {domain}: {strength} of 3",
        Live::StrongestLink => "The strongest link, {strength} of 3: {words} with {domain}",
        Live::StrongestLinkSplit => {
            "The strongest link, {strength} of 3: {words} with {domain}. On 1 cell the room is split|The strongest link, {strength} of 3: {words} with {domain}. On {count} cells the room is split"
        }
        Live::SeeALink => "{share} see a clear or strong link: {words}",
        Live::Chose => "{share} chose {words}",
        Live::ChoseAmongOthers => "{share} took {words}, among others",
        Live::MostDots => "Most dots: {words}, with 1 dot|Most dots: {words}, with {count} dots",
        Live::GotDots => "1 dot for {words}|{count} dots for {words}",
        Live::GotPoints => "1 point for {words}|{count} points for {words}",
        Live::AreLevel => "{words} and {other} are level. {share} chose each",
        Live::PutsFirst => {
            "The room puts first: {words}, with 1 point|The room puts first: {words}, with {count} points"
        }
        Live::ShareSay => "{share} say: {verdict}",
        Live::MiddleAnswer => "The middle answer is {point} of {of}",
        Live::HighestMiddle => "Highest, with {point} of {of} in the middle: {words}",
        // Beside the picture of a survey.
        Live::DecimalSign => ".",
        Live::WhatItTakes => "What an association is",
        Live::WhatMakesEffective => "What makes it effective",
        Live::WhatIsUrgent => "What makes change urgent",
        Live::WhatIsNeeded => "What people need now",
        Live::EachBarFills => {
            "Each bar fills with everyone who answers, up to the 1 person in the room. What they answered is hidden until it is shown here.|Each bar fills with everyone who answers, up to the {count} in the room. What they answered is hidden until it is shown here."
        }
        Live::EachCellFills => {
            "Each cell fills with everyone who answers it. What they answered is hidden until it is shown here."
        }
        Live::StrengthOf => "strength {strength} of 3",
        Live::SplitFarApart => "split: the answers lie far apart",
        Live::StrongerOrWeaker => "stronger or weaker than the first time",
        Live::CellNote => {
            "Large: how strong, from 0 (no link) to 3 (strong), on average. Small: how many said so. The unsure are left out."
        }
        Live::MiddleWas => "first time: {point}",
        Live::FirstTime => "First time",
        Live::PeopleAnswered => "1 person answered.|{count} people answered.",
        Live::NumbersArePeople => "Numbers are people; n is how many answered.",
        Live::NumbersAreDots => "Numbers are dots, out of {budget} for each person; n is how many gave any.",
        Live::NumbersArePoints => "Points: {most} for a first place, one less for each further one.",
        Live::PlacesGiven => "n is how many gave it a place.",
        Live::SharesOfTheSure => "Shares are of those who are sure.",
        Live::SharesAndLine => "Shares are of those who are sure. The line: {percent} %, set before.",
        Live::SurestFirst => "The surest support comes first.",
        Live::DotsAreBothTimes => "Dots: the first time, and now, in percentage points.",
        Live::MoreInTheReport => "1 more is in the report.|{count} more are in the report.",
        // What the options of a scale are called, in its order.
        Live::ByGroup => "How each group answered",
        Live::ByGroupNote => {
            "The share of each group that is for it, and how many of it answered. A dash: kept back, so that no number points at a person."
        }
        Live::NoGroupNamed => "no group named",
        Live::KeptBack => "kept back",
        Live::GroupsShare => "Behind this stands every group shown: {words}",
        Live::GroupsShareNothing => "Nothing has a majority of every group shown behind it",
        Live::GroupsTooFew => "Too few people named a group to compare groups",
        Live::WhereGroupsAgree => "Where the groups agree",
        Live::WhereGroupsPart => "Where they part",
        Live::GroupForAndAgainst => "{most} of {group} are for it, {least} of {other}",
        Live::AtLeastForIt => "at least {percent} % of each group",
        Live::ShowByGroup => "Show it by group",
        Live::ShowAcross => "Show where groups agree",
        Live::FurtherHint => "The projector goes one step further. Groups that are too small are kept back.",
        Live::StepFurther => "showing more of {item}",
        Live::VoidAnswers => {
            "1 answer does not count: its theme is not as its voter saw it.|{count} answers do not count: their themes are not as their voters saw them."
        }
        Live::OptionUnsure => "Unsure",
        Live::MandateMust => "Must",
        Live::MandateMay => "May",
        Live::MandateNotOurs => "Not ours",
        Live::LinkNone => "No link",
        Live::LinkWeak => "Weak",
        Live::LinkClear => "Clear",
        Live::LinkStrong => "Strong",
        Live::VerdictReaffirm => "Reaffirm",
        Live::VerdictRevise => "Revise",
        Live::VerdictReconceptualise => "Re-conceptualise",
        Live::OpinionAgree => "Agree",
        Live::OpinionDisagree => "Disagree",
        Live::OpinionPass => "Pass",
        Live::ConfirmRight => "Right",
        Live::ConfirmNotRight => "Not right",
        Live::CarryDoes => "It carries",
        Live::CarryDoesNot => "It does not",
        Live::CarryNotKnown => "I don’t know it",
        Live::GradientFully => "Fully for it",
        Live::GradientReserved => "For it, with reservations",
        Live::GradientLiveWith => "I can live with it",
        Live::GradientTalkFirst => "More talk first",
        Live::GradientAgainst => "Against it",
        // The projector.
        Live::ScreenTitle => "{title} – screen",
        Live::Joining => "Joining",
        Live::JoinAt => "Join at",
        Live::ReadOnAt => "Read on at",
        Live::ScanOrGoTo => "Scan the code, or go to",
        Live::AndType => "and type",
        Live::ScanToJoin => "QR code: scan to join",
        Live::BeTheFirst => "You can be the first",
        Live::PeopleAreIn => "1 person is in|{count} people are in",
        Live::PeopleWereIn => "1 person was in the room.|{count} people were in the room.",
        Live::ThanksToAll => "Thank you",
        Live::WhatYouBroughtGoesOn => {
            "What you brought goes into the report. Your own input stays on your phone, with what became of it."
        }
        Live::YourIdeasAppear => "Your ideas appear here as they come in.",
        Live::QuestionIsClosed => "This question is closed.",
        Live::IdeasSoFar => "1 idea so far.|{count} ideas so far.",
        Live::IdeasFromPeople => "{ideas} ideas, from {people} people.",
        Live::OfHaveVoted => "of {people} has voted|of {people} have voted",
        Live::OfHaveAnswered => "of {people} has answered|of {people} have answered",
        Live::OfHaveWritten => "of {people} has written|of {people} have written",
        Live::TheResultIn => "The result in",
        Live::YourIdeasIn => "Your ideas in",
        Live::HiddenUntilShown => {
            "1 idea to vote on. The result is hidden from everyone until it is shown here.|{count} ideas to vote on. The result is hidden from everyone until it is shown here."
        }
        Live::ResultComesNext => "Voting is closed. The result comes next.",
        Live::StayOff => {
            "1 idea so far. They stay off this screen until they are shown.|{count} ideas so far. They stay off this screen until they are shown."
        }
        Live::ComeNext => "1 idea came in. It comes on screen next.|{count} ideas came in. They come on screen next.",
        Live::EachCircle => "Each circle is {count} people.",
        Live::PeopleVoted => "1 person voted.|{count} people voted.",
        Live::NumbersAreVotes => {
            "Numbers are votes; n is how many voted on the idea. The surest agreement comes first."
        }
        Live::Left => "left",
        Live::TimeIsUp => "Time is up",
        Live::FullScreen => "Full screen",
        Live::Reconnecting => "Reconnecting. This is how it was a moment ago.",
        Live::ScreenDisconnected => "This screen is no longer connected. Open it again from the console.",
        Live::HeardEnded => "The panel has ended.",
        Live::HeardResultSoon => "The result comes in a few seconds.",
        Live::HeardOpen => "Open now: {question}",
        Live::HeardVoting => "Voting is open: {question}",
        Live::HeardClosed => "Closed: {question}",
        // Surveys, reflections and volunteers on the projector.
        Live::ReflectionsIn => "What may be quoted in",
        Live::AnswersHidden => "What people answer is hidden from everyone until it is shown here.",
        Live::ClosedResultNext => "Closed. The result comes next.",
        Live::ReflectionsStayHidden => "What you write stays off this screen, unless you say that it may be quoted.",
        Live::ClosedReflectionsNext => "Closed. What may be quoted comes next.",
        Live::FromTheRoom => "From the room",
        Live::NoneToQuote => "Nobody's reflection may be quoted here. All of them are read.",
        Live::ReflectionsCameIn => {
            "1 reflection came in. Only what may be quoted is shown.|{count} reflections came in. Only what may be quoted is shown."
        }
        Live::HeardReflections => "Reflections that may be quoted: {question}",
        Live::OnYourPhone => "Open this on your phone",
        Live::SayWhatFor => "Say what you would like to help with, and how to reach you",
        Live::KeptApart => "It is kept apart: nothing joins your name to what you answered here",
        // The console's head.
        Live::ConsoleTitle => "{title} – console",
        Live::ThisPanel => "This panel",
        Live::Projector => "Projector",
        Live::NewWindow => "(new window)",
        Live::Agenda => "Agenda",
        Live::IdeasAndPaper => "Ideas and paper",
        Live::TakeAway => "Take away",
        Live::Report => "Report",
        Live::Tables => "Tables (CSV)",
        Live::Everything => "Everything (JSON)",
        Live::PolisFormat => "Polis format",
        Live::ProjectorElsewhere => "Projector on another device",
        Live::AllPanels => "All panels",
        Live::NeedsScript => {
            "Steering the room live needs JavaScript. The agenda, all ideas and the exports work without it."
        }
        Live::Connecting => "Connecting",
        Live::Connected => "Connected",
        Live::Saving => "Saving",
        Live::NoConnection => "No connection, trying again",
        Live::SignedOut => "Signed out",
        Live::ReloadPlease => "Please reload",
        Live::SignIn => "Sign in",
        Live::NotDone => "Not done: {what}.",
        Live::CloseNotice => "Close",
        // The console's agenda.
        Live::HowToJoin => "How to join",
        Live::PutOnScreen => "Put on screen",
        Live::OnScreen => "On screen",
        Live::NothingPlanned => "Nothing is planned yet.",
        Live::EditTheAgenda => "Edit the agenda",
        Live::Minutes => "{count} min",
        Live::OpenIt => "Open",
        Live::OpenAgain => "Open again",
        Live::OpenBeside => "Open beside the others",
        Live::CloseIt => "Close",
        Live::ItIsOnScreen => "It is on screen.",
        // What is on.
        Live::ShowsHowToJoin => "The screen shows how to join",
        Live::EndedNothingTaken => "Ended: nothing more is taken",
        Live::BeforeTheFirst => "Before the first question",
        Live::Ideas => "idea|ideas",
        Live::IdeasToVoteOn => "idea to vote on|ideas to vote on",
        Live::ThingsAsked => "question|things asked about",
        Live::Reflections => "reflection|reflections",
        Live::AgendaIsEmpty => "The agenda is empty.",
        Live::AddTheFirst => "Add the first question",
        Live::WhatWasSaidIsKept => "What the room said is kept.",
        Live::ReadTheReport => "Read the report",
        Live::OpenTheNext => "Open the next",
        Live::OpenHint => "Takes answers and puts it on screen",
        Live::CloseHint => "Takes no more answers; can be undone",
        Live::ShowHint => "It is open beside this one",
        Live::EndThePanel => "End the panel",
        Live::EndHint => "All of the agenda is done; asks once more",
        Live::RevealHint => "To everyone, in 5 seconds; can be called back until then",
        Live::ShowTheIdeas => "Show the ideas",
        Live::ShowTheResult => "Show the result",
        Live::ShowTheReflections => "Show the reflections that may be quoted",
        Live::Show => "Show",
        Live::NothingCanBeSent => "Nothing can be sent until the connection is back",
        Live::NotSent => "There is no connection right now, so this was not sent. Please do it again in a moment.",
        Live::EveryoneSeesIt => "Everyone sees it in {count} s",
        Live::CallItBack => "Call it back",
        Live::CannotCallBack => "Another step was taken since, so it cannot be called back.",
        Live::Undo => "Undo",
        Live::UndoWhat => "Undo {what}",
        Live::NoStepToUndo => "There is no step to undo.",
        Live::ReopenThePanel => "Reopen the panel",
        Live::EndThePanelAsk => "End the panel …",
        Live::NoTimeLimit => "No time limit",
        Live::TimeIsUpOpen => "Time is up; it is still open",
        Live::TimeLeft => "{time} left",
        Live::Stop => "Stop",
        Live::HeardAnswered => "{answered} of {people} have answered.",
        Live::HeardNoConnection => "No connection, trying again.",
        Live::HeardSignedOut => "You are signed out.",
        // The room.
        Live::Room => "Room",
        Live::NewestIdeas => "Newest ideas",
        Live::EnterAnIdea => "Enter an idea",
        Live::NothingCameIn => "Nothing has come in yet. What people write appears here.",
        Live::IdeasOnceOpen => "Ideas appear here once a question is open.",
        Live::TheNewest => "The newest {count}.",
        Live::AllIdeas => "All ideas, spoken and on paper",
        Live::NotToBeQuoted => "not to be quoted",
        Live::HiddenBeforeImport => "hidden before import",
        Live::WaitsForYou => "waits for you",
        Live::ShowIt => "Show",
        Live::LookFor => "{why}: “{part}”",
        Live::MayBeRude => "may hurt",
        Live::MayBeEmail => "e-mail address",
        Live::MayBePhone => "phone number",
        Live::MayBeName => "name of a person",
        Live::MayBeLink => "link",
        Live::MayBeHandle => "name in a network",
        Live::MayBeRepeated => "the same as several others",
        Live::MayBeSignature => "look at the name under it",
        Live::WaitingCount => "1 idea waits for you|{count} ideas wait for you",
        Live::WaitingKeys => "V shows, 1–4 hides, M merges, J moves on, U undoes",
        Live::WaitingMore => "Those that have waited longest. The rest follow.",
        Live::SameAs => "Same as “{words}”",
        Live::SameAsAnother => "Says the same as …",
        Live::StandsWithThat => "Stands with “{words}”",
        Live::WhichStands => {
            "Choose the idea that stays. The other leaves the screens, and its author sees with which it stands."
        }
        Live::ThisOneStays => "This one stays",
        Live::Erased => "Erased",
        Live::ShowAgain => "Show again",
        Live::Hide => "Hide",
        Live::HideFromScreens => "Hide it from every screen, because:",
        Live::HideBecause => "Hide it, because:",
        Live::KeepIt => "Keep it",
        // Entering an idea.
        Live::TheirWords => "The idea, in their words",
        Live::Domain => "Domain",
        Live::NoDomain => "No domain",
        Live::HowItCameIn => "How it came in",
        Live::SpokenAloud => "spoken aloud",
        Live::OnPaper => "on paper",
        Live::AgreedToBeQuoted => "They agreed to be quoted",
        Live::LeaveEmpty => "Leave it empty where you did not ask.",
        Live::TypedIsStillHere => "What you typed is still here.",
        Live::Later => "Later",
        Live::EnterTheIdea => "Enter the idea",
        // Surveys, reflections and the pace on the console.
        Live::RoomIsTold => "The room is told",
        Live::YourNotes => "Your notes, for facilitators alone",
        Live::AnsweredWhat => "How many have answered what",
        Live::NewestReflections => "Newest reflections",
        Live::NewestAdditions => "Newest additions",
        Live::ByName => "to be quoted by name",
        Live::ClosesIn => "Time is up; it closes by itself in {seconds} s",
        Live::ClosesAfter => "closes by itself {seconds} s after",
        Live::AskAgain => "Ask again",
        Live::AskAgainHint => "Comes next on the agenda. The result shows how the room has moved.",
        Live::SecondTime => "second time",
        Live::FirstAndNow => "first {before} %, now {now} %: {moved}",
        Live::OwnPace => "Everybody at their own pace …",
        Live::OnePace => "Back to one pace …",
        Live::ToOwnPace => "Let everybody go at their own pace?",
        Live::ToOnePace => "Go back to one pace?",
        Live::OwnPaceMeans => {
            "Every item of the agenda takes answers at once, in its order. What was closed opens again."
        }
        Live::OnePaceMeans => {
            "Everything but what is on screen is closed. All answers are kept, and you lead item by item."
        }
        Live::LeaveIt => "Leave it as it is",
        Live::OpenEverything => "Open everything",
        Live::CloseOthers => "Close the others",
        Live::DoesAgain => "Ask what is on screen again, after its result",
        Live::DoesFurther => "Show a result by group, then across groups",
        Live::DoesFace => "Show the words of what came in on screen, or the ideas again",
        Live::DoesPace => "Everybody at their own pace, or back to one",
        // Ending, and keys.
        Live::EndThisPanel => "End this panel?",
        Live::EndThisPanelText => {
            "Phones take no more answers. Nothing is lost, everyone can still read, and you can reopen it at any time."
        }
        Live::KeepItRunning => "Keep it running",
        Live::Keys => "Keys",
        Live::KeysWork => "Keys work while nothing is being typed",
        Live::KeyNext => "N, Space",
        Live::KeyHide => "H, then 1–4",
        Live::DoesNext => "The next sensible step",
        Live::DoesUndo => "Undo the last step, or call a result back",
        Live::DoesReveal => "Show the result of what is on screen",
        Live::DoesClose => "Close what is on screen",
        Live::DoesMinute => "One more minute",
        Live::DoesMove => "Move in the agenda or the ideas",
        Live::DoesChange => "Change between agenda and ideas",
        Live::DoesOpen => "Open the chosen item",
        Live::DoesOpenBeside => "Open it beside what is open",
        Live::DoesPutOnScreen => "Put the chosen item on screen",
        Live::DoesWelcome => "Put how to join on screen",
        Live::DoesHide => "Hide the chosen idea, else the newest, and why",
        Live::DoesShowWaiting => "Show the idea that waits",
        Live::DoesHideWaiting => "Hide the idea that waits, and why",
        Live::DoesMerge => "Let the idea that waits, or the chosen one, stand with another that says the same",
        Live::DoesMoveOn => "Move on to the next idea that waits",
        Live::DoesEnter => "Enter an idea that was spoken or written on paper",
        Live::DoesKeys => "This list",
        // What things are called.
        Live::AnItem => "an item",
        Live::KindIdeas => "Ideas",
        Live::KindVote => "Vote",
        Live::KindSurvey => "Survey",
        Live::KindReflection => "Reflection",
        Live::KindVolunteers => "Volunteers",
        Live::StandsDue => "Result due",
        Live::StandsOpenShown => "Open, shown",
        Live::StandsOpen => "Open",
        Live::StandsShown => "Shown",
        Live::StandsClosed => "Closed",
        Live::StandsPlanned => "Planned",
        Live::SaidAlready => "Said already",
        Live::OffTopic => "Off topic",
        Live::NamesAPerson => "Names a person",
        Live::Hurtful => "Hurtful",
        Live::ModeratedBefore => "Moderated before import",
        Live::Spoken => "spoken",
        Live::Imported => "imported",
        // Steps, as one calls them where they are undone or were not done.
        Live::StepRename => "renaming the panel",
        Live::StepFramework => "taking over another framework",
        Live::StepAdd => "adding {item}",
        Live::StepAddSeveral => "adding items",
        Live::StepRepeat => "asking {item} again",
        Live::StepPace => "changing the pace",
        Live::StepEdit => "editing {item}",
        Live::StepMove => "moving {item}",
        Live::StepRemove => "removing {item}",
        Live::StepOpen => "opening {item}",
        Live::StepClose => "closing {item}",
        Live::StepFocus => "changing the projector",
        Live::StepReveal => "showing {item} to everyone",
        Live::StepTimer => "setting the timer",
        Live::StepHide => "hiding an idea",
        Live::StepMerge => "merging two ideas",
        Live::StepShow => "bringing an idea back",
        Live::StepEnterIdea => "entering an idea",
        Live::StepEnterSheet => "entering a sheet",
        Live::StepEnd => "ending the panel",
        Live::StepReopen => "reopening the panel",
        Live::StepUndo => "undoing the last step",
        Live::StepEraseWords => "erasing words",
        Live::StepErasePerson => "erasing a person",
        Live::StepEraseReasons => "erasing reasons",
        Live::StepFreezeReport => "freezing the report",
        Live::StepEraseReviews => "erasing what the board wrote",
        Live::Ballots => "Ballots",
        Live::Links => "Links",
        Live::StepIntegrity => "choosing how people get their ballot",
        Live::StepModeration => "choosing which ideas wait",
        Live::StepTickets => "making tickets",
        Live::StepLast => "the last step",
        // Who comes in, and by what; the room for whoever reads along.
        Live::WhatTheRoomDoes => "What the room does",
        Live::BeginsSoon => "It begins in a moment.",
        Live::PanelLinkIsOver => {
            "This link is over: it was revoked, or its time has come. What you answered in the room stays."
        }
        Live::OpenAndAnswered => "Open now. {answered} of {people} have answered.",
        Live::ClosedAndAnswered => "Closed. {answered} of {people} have answered.",
        Live::OpenAndVoted => "Open now. {answered} of {people} have voted.",
        Live::ClosedAndVoted => "Closed. {answered} of {people} have voted.",
        Live::IdeasComeLater => "Ideas are shown when all are in.",
        Live::ResultsComeLater => "Results are shown when the facilitator reveals them.",
        Live::YouReadAlong => "You read along. To answer and vote, you need a ticket.",
        Live::IHaveATicket => "I have a ticket",
        Live::BroughtIn => "It is in. Every screen shows it in a moment.",
        Live::TypedStaysBelow => "What you typed is kept below.",
        Live::AnswerLikeEverybody => "Answer like everybody",
        Live::ToMyQuestions => "To my questions",
        Live::TakeMySeat => "Take my seat on this device",
        Live::OneOnAllDevices => "One ballot, on however many devices you open your link.",
        Live::BringInAnIdea => "Bring in an idea",
        Live::BringInHint => "What somebody says aloud, or hands you on paper, in their words.",
        Live::BringInOnceOpen => {
            "Once a question is open, you can bring in what somebody says aloud or writes on paper."
        }
        Live::AskedWhat => "Question",
        Live::BringItIn => "Bring it in",
        Live::PageIsFor => "This page is for {label}, until {until}.",
        // Themes.
        Live::KindGrouping => "Themes",
        Live::Themes => "Themes",
        Live::UnnamedTheme => "Unnamed theme",
        Live::ThemesAppear => "Themes appear here as ideas are put together.",
        Live::GroupTheIdeas => "Group the ideas",
        Live::IdeasInThemes => "{grouped} of {ideas} ideas are in themes.",
        Live::Pause => "Pause",
        Live::GoOn => "Go on",
        Live::Paused => "Paused: new ideas wait",
        Live::HandfulsSoFar => "1 person has sorted a handful.|{count} people have sorted a handful.",
        Live::SortersHardly => "So far people hardly agree on what belongs together.",
        Live::SortersPartly => "So far people agree in part on what belongs together.",
        Live::SortersMostly => "So far people mostly agree on what belongs together.",
        Live::SortersClosely => "So far people agree closely on what belongs together.",
        Live::ShowWords => "Show the words on screen",
        Live::ShowIdeas => "Show the ideas on screen",
        Live::StepFace => "show ideas or words",
        Live::WordsOfTheRoom => "Words that several people used",
        Live::WordsOfTheRoomAbout => "Words that at least {least} people used, larger the more did.",
        Live::TermBy => "by 1 person|by {count} people",
        Live::NoWordsYet => "A word appears here once {least} people have used it.",
    }
}

const fn sheet(message: Sheet) -> &'static str {
    match message {
        // Everywhere.
        Sheet::HowToRead => "Best supported first. Disagree is left of the line and hatched, agree is right of it.",
        Sheet::WhatTheRoomSaid => "What the room said",
        Sheet::NobodyVoted => "Nobody had voted when this was shown.",
        Sheet::Languages => "Language",
        // Coming in.
        Sheet::JoinAPanel => "Join a panel",
        Sheet::TheCode => "The code on the screen",
        Sheet::ComeIn => "Come in",
        Sheet::NoAccountNoApp => "No account, no app, no name.",
        Sheet::FacilitatorsSignIn => "Facilitators sign in",
        Sheet::Join => "Join",
        Sheet::EndedComeInAndRead => "This panel has ended. You can still come in and read.",
        Sheet::HowAnswersAreKept => {
            "Your answers are kept without your name, and the room may see what you write. The report quotes you only where you allow it."
        }
        Sheet::NoPanelHasThisCode => "No panel has this code. Please look at the screen again.",
        // What went wrong.
        Sheet::EnterACode => "Enter a code",
        Sheet::JustAMoment => "Just a moment",
        Sheet::StartingAgain => "The panel is being started again. Please reload this page in a few seconds.",
        Sheet::CannotBeReached => {
            "The panel cannot be reached right now. What you sent before is kept. Please reload this page in a few seconds."
        }
        Sheet::VeryBusy => "Very busy here",
        Sheet::VeryBusyText => "Many wrong codes came from your network. Please wait a few seconds and try again.",
        Sheet::NothingHere => "Nothing here",
        Sheet::NothingHereText => {
            "This address leads nowhere. If you came to join a panel, enter the code on the screen."
        }
        Sheet::NotFromAnotherSite => "Not from another site",
        Sheet::NotFromAnotherSiteText => {
            "This was sent from another site, so it was not taken. Please open the panel's own page and try again there."
        }
        Sheet::CouldNotBeRead => "That could not be read",
        Sheet::CouldNotBeReadText => {
            "What was sent is too long or not complete, so nothing was changed. Please go back, reload the page and try again."
        }
        Sheet::NoProjectorHere => "No projector here",
        Sheet::NoProjectorHereText => {
            "This projector address is not known. Open it again from the console of the panel."
        }
        Sheet::CouldNotBeMade => "This could not be made",
        Sheet::CouldNotBeMadeText => {
            "Making the file failed. Nothing is lost: everything is kept in the panel. Please try again."
        }
        Sheet::LinkIsOver => "This link is over",
        Sheet::InvitationIsOver => "This invitation is over",
        Sheet::InvitationIsOverText => "This invitation was used or has expired. Please ask for a new one.",
        // Accounts.
        Sheet::Editions => "Editions and decisions",
        Sheet::EditionsHint => {
            "An edition is the report as it was when you froze it. The board reads the newest one by its link; what comes later is in the next."
        }
        Sheet::NoEditionYet => "Nothing is frozen yet, so a link for the board says that the report is not ready.",
        Sheet::FreezeEdition => "Freeze edition {number}",
        Sheet::FreezeHint => {
            "It keeps the report as it is now. What people say from then on is in the next edition. Words that are erased, or no longer to be quoted, go from every edition."
        }
        Sheet::FreezeRunning => "The panel is still running: this edition will say that it is a draft.",
        Sheet::NothingNewToFreeze => "Nothing has changed since edition {number} was frozen.",
        Sheet::EditionNumbered => "Edition {number}",
        Sheet::FrozenOn => "frozen on {day}",
        Sheet::EditionIsFrozen => "Edition {number} is frozen. Whoever has a link for the board reads it now.",
        Sheet::ReadTheEdition => "Read it",
        Sheet::GiveTheBoardALink => "Give the board a link",
        Sheet::WhatTheBoardSaid => "What the board said",
        Sheet::BoardSaidNothing => "The board has said nothing yet.",
        Sheet::DecidedEarlier => "Decided at the last event",
        Sheet::RulingAdopted => "Adopted",
        Sheet::RulingDeferred => "Deferred",
        Sheet::RulingRejected => "Rejected",
        Sheet::RulingOpen => "Open",
        Sheet::OwnerIs => "Owner: {owner}",
        Sheet::HorizonIs => "Horizon: {horizon}",
        Sheet::SomebodyOfTheBoard => "Somebody of the board",
        Sheet::SaidOnEdition => "{who}, {day}, on edition {number}",
        Sheet::SaidBefore => "What was said before: {count}",
        Sheet::BoardWordsErased => "What was written here was erased.",
        Sheet::EraseBoardWords => "Erase what was written here",
        Sheet::EraseBoardHint => "Name, owner, horizon and comment go for ever; the decision stays.",
        Sheet::BoardWordsGone => "The words are erased.",
        Sheet::AroundTheReport => "This report",
        Sheet::ReportNothingFrozen => "The report as it is now. Nothing is frozen yet, so the board cannot read it.",
        Sheet::ReportNewer => {
            "The report as it is now. It has changed since edition {number}, which is what the board reads."
        }
        Sheet::ReportSame => "The report as it is now. The board reads the same, as edition {number}.",
        Sheet::EditionFrozenOn => "Edition {number}, frozen on {day}.",
        Sheet::NewerEdition => "There is a newer one: edition {number}.",
        Sheet::EditionsWord => "Editions",
        Sheet::EditionNow => "Now",
        Sheet::FormatPdf => "PDF",
        Sheet::FormatWord => "Word",
        Sheet::FormatPage => "Web page",
        Sheet::FormatMarkdown => "Markdown",
        Sheet::FormatExcel => "Excel",
        Sheet::FormatTables => "Tables (CSV)",
        Sheet::FormatJson => "JSON",
        Sheet::DecideOnIt => "Decide on what it recommends",
        Sheet::WhatIsNew => "New",
        Sheet::ChangedSince => "What changed since edition {number}",
        Sheet::BackToTheReport => "Back to the report",
        Sheet::ReviewTitle => "What becomes of it",
        Sheet::ReviewHint => {
            "Adopt, defer or reject what the room puts before you, name who sees to it and by when, or leave a comment. Whoever has this link can do so. The last word holds; earlier ones stay beneath it."
        }
        Sheet::ReviewIsRead => {
            "Facilitators read all of it; decision, owner and horizon stand in the next report, and whoever brought the idea sees them."
        }
        Sheet::NothingBeforeTheBoard => "This edition puts nothing before the board.",
        Sheet::WhoSpeaks => "Who is speaking (if you like)",
        Sheet::WhoSeesToIt => "Who sees to it",
        Sheet::ByWhen => "By when",
        Sheet::CommentWord => "Comment",
        Sheet::SayWhatBecomesOf => "Decide or comment",
        Sheet::StepsOfChange => "The steps of change",
        Sheet::BeforeTheBoard => "Before the board",
        Sheet::ReportNotReady => "The report is not ready yet",
        Sheet::ReportNotReadyText => {
            "The facilitators have not frozen an edition for the board yet. This link opens it as soon as they have: keep it, and come back."
        }
        Sheet::NothingElseChanged => "Nothing that stands in the report changed.",
        Sheet::RecommendationsNew => "{count} recommendation is new|{count} recommendations are new",
        Sheet::RecommendationsGone => "{count} recommendation is gone|{count} recommendations are gone",
        Sheet::RecommendationsChanged => "{count} recommendation changed|{count} recommendations changed",
        Sheet::ThemesNew => "{count} theme is new|{count} themes are new",
        Sheet::ThemesGone => "{count} theme is gone|{count} themes are gone",
        Sheet::ThemesChanged => "{count} theme changed|{count} themes changed",
        Sheet::WasAndIs => "{before}, now {after}",
        Sheet::TotalPeople => "People who joined",
        Sheet::TotalThemes => "Themes",
        Sheet::TotalResults => "Votes and surveys with a result",
        Sheet::BeingMade => "The report is being made",
        Sheet::BeingMadeText => {
            "This takes a few seconds; for a large panel, up to a minute. This page looks again by itself, and leaving it stops nothing."
        }
        Sheet::LookAgain => "Look again",
        Sheet::ReportIsReady => "The report is ready",
        Sheet::ReportIsReadyText => "It is here for a while; after that it is made again when you ask for it.",
        Sheet::DownloadIt => "Download it",
        Sheet::BoardAdoptedIt => "The board adopted it.",
        Sheet::BoardDeferredIt => "The board put it off until later.",
        Sheet::BoardRejectedIt => "The board decided against it.",
        Sheet::BoardOf => "{title}: {what}",
        Sheet::OwnerSeesToIt => "Who sees to it: {owner}.",
        Sheet::HorizonOfIt => "By when: {horizon}.",
        Sheet::DecidedByBoards => "What boards decided",
        Sheet::TakeDecisionsInto => "Take these decisions into",
        Sheet::TakeThemOver => "Take them over",
        Sheet::DecisionsAreKnown => {
            "What was decided is known there now: its facilitators see it, and its report tells of it."
        }
        Sheet::NothingDecidedThere => "Nothing was decided there that is not known already.",
        Sheet::SignIn => "Sign in",
        Sheet::SignOut => "Sign out",
        Sheet::ForFacilitators => "For facilitators. To take part, you need no account:",
        Sheet::TypeTheCode => "type the code",
        Sheet::Name => "Name",
        Sheet::Password => "Password",
        Sheet::NoAccountYet => "No account yet? Ask a facilitator for an invitation.",
        Sheet::MakeAnAccount => "Make an account",
        Sheet::MakeYourAccount => "Make your account",
        Sheet::YouWereInvited => "You were invited to prepare and lead panels here.",
        Sheet::NameHint => "You sign in with it. Nobody in the room sees it.",
        Sheet::PasswordHint => "At least {count} characters. Three or four words are easy to remember.",
        Sheet::MakeTheAccount => "Make the account",
        Sheet::ThereIsOne => "There is one already?",
        Sheet::PasswordProblem => {
            "Please choose a password of {least} to {most} characters. A few words in a row are easy to remember."
        }
        Sheet::NameProblem => "Please give a name of up to {most} characters: {why}.",
        Sheet::CodeProblem => "This is not quite a code: {why}.",
        Sheet::NameTaken => "This name is taken. Please choose another, or sign in.",
        Sheet::NameAndPasswordDiffer => "Name and password do not match. Please try again.",
        Sheet::NotNow => "This did not work just now. Please try again in a moment.",
        // Panels.
        Sheet::Panels => "Panels",
        Sheet::NoPanelYet => "There is no panel yet. Begin one from a template below: everything in it can be changed.",
        Sheet::MakeAnInvitation => "Make an invitation",
        Sheet::People => "1 person|{count} people",
        Sheet::IdeasCount => "1 idea|{count} ideas",
        Sheet::Ended => "Ended",
        Sheet::Running => "Running",
        Sheet::BeginAPanel => "Begin a panel",
        Sheet::Title => "Title",
        Sheet::TitleHint => "What people read on the first page and on the screen.",
        Sheet::Template => "Template",
        Sheet::ThisIsARehearsal => "This is a rehearsal",
        Sheet::ThisIsARehearsalHint => "Simulated people may come. It is marked everywhere and is never a result.",
        Sheet::Begin => "Begin",
        Sheet::ChooseATemplate => "Please choose a template.",
        Sheet::NoCodeFree => "No code is free right now. Please try again.",
        // The agenda.
        Sheet::Console => "Console",
        Sheet::NothingPlannedAdd => "Nothing is planned yet. Add the first item below.",
        Sheet::Items => "1 item|{count} items",
        Sheet::MinutesInAll => "1 minute|{count} minutes",
        Sheet::InThisOrder => "They run in this order; the console offers the next one.",
        Sheet::MoveUp => "Move up",
        Sheet::MoveDown => "Move down",
        Sheet::Remove => "Remove",
        Sheet::Edit => "Edit",
        Sheet::Save => "Save",
        Sheet::IdeasAsTheyArrive => "Ideas, shown as they arrive",
        Sheet::IdeasInSilence => "Ideas, written in silence first",
        Sheet::VoteOnTheIdeasOf => "Vote on the ideas of {title}",
        Sheet::ShortForTheAgenda => "Short, for the agenda.",
        Sheet::Question => "Question",
        Sheet::AsTheRoomReadsIt => "As the room reads it.",
        Sheet::Minutes => "Minutes",
        Sheet::NoLimit => "0 sets no limit.",
        Sheet::QuestionsThatHelp => "Questions that help",
        Sheet::QuestionsThatHelpHint => "One on each line, for those who do not know where to begin.",
        Sheet::OthersIdeasCome => "Others’ ideas come on screen",
        Sheet::AsTheyArrive => "as they arrive",
        Sheet::WhenYouShowThem => "when you show them: silent writing first",
        Sheet::DomainsToChoose => "Domains to choose from",
        Sheet::AllWhereNone => "All of them where none is ticked.",
        Sheet::AddToTheAgenda => "Add to the agenda",
        Sheet::RunSheet => "Run sheet",
        Sheet::BeginsAfter => "Begins after 1 minute|Begins after {count} minutes",
        Sheet::NoTimeSet => "no time set",
        Sheet::SecondAsking => "asked again",
        Sheet::SurveyOnTheIdeasOf => "How far the room is with the ideas of {title}",
        Sheet::More => "More",
        Sheet::RepeatForEachDomain => "Repeat for each domain",
        Sheet::AskAgain => "Ask again after a discussion",
        Sheet::VoteOnThese => "Vote on these ideas",
        Sheet::GradientOnThese => "Ask how far the room is with these",
        Sheet::Instructions => "Instructions for the room",
        Sheet::InstructionsHint => "Beside the question, for everybody.",
        Sheet::Notes => "Notes for you",
        Sheet::NotesHint => "For whoever leads; the room never sees them.",
        Sheet::ClosesByItself => "Closes by itself, in seconds",
        Sheet::ClosesByItselfHint => "After its time is over. Empty: only when you close it.",
        Sheet::AspectsAsked => "Asked about each idea",
        Sheet::AspectsAskedHint => "Once it is there; every answer is optional.",
        Sheet::AspectNature => "Insight or strategy",
        Sheet::AspectHorizon => "Now or future",
        Sheet::AspectGrounds => "Evidence, experience or opinion",
        Sheet::AspectNeighbour => "Who does it already",
        Sheet::AspectLineage => "Building on somebody’s idea",
        Sheet::AspectHelp => "“I would help with this”",
        Sheet::AsksAbout => "Asks about",
        Sheet::AsksQuestion => "the question alone",
        Sheet::AsksDomains => "domains",
        Sheet::AsksMap => "every principle in every domain",
        Sheet::AsksWants => "what each constituency wants",
        Sheet::AsksVision => "today’s vision",
        Sheet::AsksMission => "today’s mission",
        Sheet::AsksScope => "today’s scope",
        Sheet::AsksOffers => "what exists already",
        Sheet::AsksAssumptions => "assumptions and traits",
        Sheet::AsksUrgency => "drivers and competencies",
        Sheet::AsksOwn => "statements of your own",
        Sheet::AsksIdeas => "what people wrote to {title}",
        Sheet::AsksThemes => "the themes of {title}",
        Sheet::SurveyOnTheThemesOf => "Vote on the themes of {title}",
        Sheet::DomainsAskedAbout => "Domains asked about",
        Sheet::Statements => "Statements",
        Sheet::OneOnEachLine => "One on each line.",
        Sheet::AnsweredOn => "Answered on",
        Sheet::ScaleRating => "a rating, from low to high",
        Sheet::ScaleChoice => "a choice from a list",
        Sheet::ScaleRanking => "a ranking of a list",
        Sheet::ScaleDots => "dots from one budget for the whole list",
        Sheet::ScalePlaces => "the best of the list, in order",
        Sheet::DotsForEach => "Dots for each person",
        Sheet::DotsOnOne => "Dots on one thing, at most",
        Sheet::PlacesToGive => "Places to give",
        Sheet::Points => "Points, 2 to 10",
        Sheet::LowEnd => "What the lowest means",
        Sheet::HighEnd => "What the highest means",
        Sheet::Options => "Options",
        Sheet::OptionsHint => "One on each line, 2 to 12 of them.",
        Sheet::SeveralMayBeTaken => "Several may be taken",
        Sheet::HowManyRanked => "How many are ranked at most",
        Sheet::HowManyEach => "How many each person gets at a time",
        Sheet::HowManyEachHint => "0: all of them.",
        Sheet::Threshold => "Threshold in percent",
        Sheet::ThresholdHint => "From which share on it counts as said; 0: none.",
        Sheet::ReasonAsked => "Asked beside each answer",
        Sheet::ReasonAskedHint => "For a line in one’s own words. Empty: nothing is asked.",
        Sheet::AdditionsAsked => "Asked at the end",
        Sheet::AdditionsAskedHint => "For what the list lacks, or other words. Empty: nothing is asked.",
        Sheet::WordingIn => "The wording in another language: {language}",
        Sheet::WordingInHint => "What is empty stands as above.",
        Sheet::LineByLine => "Line by line, in the order above.",
        Sheet::OptionsLineByLine => "Line by line, in the order above; of a rating, the lowest and the highest.",
        Sheet::SavedMeanwhile => "What stands there now, where it differs from yours",
        Sheet::OddNumber => "{field}: please give a number from {least} to {most}. Everything you typed is still here.",
        Sheet::OddText => "{field}: {why}. Everything you typed is still here.",
        Sheet::PreparedHint => {
            "Prepared with question, instructions and wording in each language. One click puts it at the end; then change what you like."
        }
        Sheet::GroupIdeas => "In people’s own words",
        Sheet::GroupThemes => "Themes, and votes on them",
        Sheet::GroupDomains => "Domain by domain",
        Sheet::GroupPeople => "Whom it is for, and who does it",
        Sheet::GroupDirection => "Where to, and why now",
        Sheet::GroupGeneral => "For anything else",
        Sheet::Add => "Add",
        Sheet::AddNamed => "Add “{name}”",
        Sheet::OnWhatWasWritten => "On what people wrote to",
        Sheet::NeedsAQuestion => "Needs a question on the agenda to which people write.",
        Sheet::FrameworkHasNone => "Your framework has nothing of this yet.",
        Sheet::Pace => "Pace",
        Sheet::PaceLed => "You lead: one thing after the other, for the whole room.",
        Sheet::PaceOwn => "Everybody goes at their own pace.",
        Sheet::PaceHint => {
            "At their own pace, everybody finds the whole agenda open, in its order. Leading again closes all but what is on the projector; answers stay."
        }
        Sheet::LetOwnPace => "Open everything, each at their own pace",
        Sheet::OpenWhatIsPlanned => "Open what is still planned",
        Sheet::LeadTheRoom => "Lead the room",
        Sheet::WipeAndStart => "Wipe the rehearsal and start for real",
        Sheet::WipeGoes => {
            "What the rehearsal brought goes for ever: answers, ideas, votes, and who was in. Links for the board end too."
        }
        Sheet::WipeStays => {
            "What you prepared stays: the code and its printed QR codes, the title, the agenda, the framework. Phones are asked to join again."
        }
        Sheet::WipeSure => "I know that the rehearsal cannot be brought back",
        Sheet::WipeUnsure => "Nothing was wiped. Tick the box to say that you mean it.",
        Sheet::NoRehearsal => {
            "Nothing was wiped: this panel is no rehearsal. What a real panel holds is erased idea by idea, or person by person."
        }
        Sheet::SeatIsGone => {
            "What this phone said here before was wiped, as it is after a rehearsal. You are welcome to join again."
        }
        Sheet::BeginsAt => "Begins at",
        Sheet::ShowTheTimes => "Show the times",
        Sheet::PrintHint => "Print it from your browser: it fits A4 and Letter.",
        Sheet::EndOfThePanel => "End",
        Sheet::WhoWrites => "The room writes. You open it, read two or three aloud, and close it.",
        Sheet::WhoWritesInSilence => "The room writes in silence. You open it, keep the silence, then show the ideas.",
        Sheet::WhoVotes => "The room votes. You open it, wait for most, show the result, and let both sides speak.",
        Sheet::WhoAnswers => "The room answers on phones. You open it, wait for most, and show the result.",
        Sheet::WhoReflects => "Everybody writes for themselves. You open it and keep the silence.",
        Sheet::WhoHelps => "Whoever likes signs up. You open it, and say that no name meets a vote.",
        Sheet::RenameThePanel => "Rename the panel",
        Sheet::TitleOfThePanel => "Title of the panel",
        Sheet::Rename => "Rename",
        // All ideas.
        Sheet::Ideas => "Ideas",
        Sheet::NoQuestionYet => "The agenda has no question yet.",
        Sheet::AddOne => "Add one",
        Sheet::Questions => "Questions",
        Sheet::WhatCameIn => "What came in",
        Sheet::NothingYet => "Nothing yet. Ideas from phones appear here, and those you enter above.",
        Sheet::DoneSoon => "Done. Every screen shows it in a moment.",
        Sheet::TypedIsKeptBelow => "What you typed is kept below.",
        Sheet::HiddenWhy => "hidden: {why}",
        Sheet::WaitingIdeas => "Waiting for you: {count}",
        Sheet::WaitingHint => {
            "Nobody else sees these ideas until you show them. Their authors know that you read them first."
        }
        Sheet::Moderating => "Reading before showing",
        Sheet::HoldLegend => "Which ideas wait until you have read them?",
        Sheet::HoldOff => "None: all are shown at once",
        Sheet::HoldFlagged => "Those in which something was found: a word that may hurt, personal data, the same again",
        Sheet::HoldAll => "All of them",
        Sheet::OwnWords => "Words to look for too",
        Sheet::OwnWordsHint => "One word a line. English and Spanish are always looked through.",
        Sheet::PassingWords => "Words that are fine here",
        Sheet::ReleaseWaiting => "Show what waits now",
        Sheet::SaveModeration => "Save",
        Sheet::SameAsNumber => "Says the same as number",
        Sheet::NoSuchNumber => "Nothing was merged: this question has no idea with that number.",
        Sheet::ModerationLog => "What moderation did",
        Sheet::ModerationLogHint => {
            "Everything that was held, shown, hidden, merged or erased, newest first. Times are in UTC. Attendees do not see this page; what is held, and why, they read on the published one:"
        }
        Sheet::NothingModerated => "Nothing was held, hidden or erased yet.",
        Sheet::LogPages => "Pages of the log",
        Sheet::LogHeld => "Held",
        Sheet::LogWaitsAgain => "Waits again",
        Sheet::LogHidden => "Hidden: {why}",
        Sheet::LogMerged => "Merged with number {place}",
        Sheet::LogShown => "Shown",
        Sheet::LogErased => "Words erased",
        Sheet::LogForgotten => "Somebody was forgotten, with all that they wrote",
        Sheet::LogReasonsErased => "The reasons beside answers were erased",
        Sheet::LogSetOff => "From now on nothing waits",
        Sheet::LogSetFlagged => "From now on waits what something was found in",
        Sheet::LogSetAll => "From now on everything waits",
        Sheet::LogWords => "Words added: {also}. Words that pass: {except}.",
        Sheet::LogUndone => "a step taken back",
        Sheet::LogByRule => "by the rule",
        Sheet::LogByAuthor => "by its author",
        Sheet::LogByRequest => "by the program, on request",
        Sheet::LogByPanelist => "by a panelist",
        Sheet::LogByFacilitator => "by a facilitator",
        Sheet::LogBy => "by {who}",
        Sheet::LogIdea => "Number {place}",
        Sheet::Policy => "How this panel is moderated",
        Sheet::PolicyLink => "How it is moderated",
        Sheet::PolicyHeld => "What waits",
        Sheet::PolicyOff => {
            "Everything is shown at once. The program only marks for the facilitators where it finds one of these:"
        }
        Sheet::PolicyFlagged => {
            "An idea waits until a facilitator has read it, if the program finds one of these in it. Everything else is shown at once."
        }
        Sheet::PolicyAll => {
            "Everything waits until a facilitator has read it. The program marks where it finds one of these:"
        }
        Sheet::PolicyRude => "a word of a list of words that may hurt, in English or Spanish",
        Sheet::PolicyAlso => {
            "1 word that this panel added to that list|{count} words that this panel added to that list"
        }
        Sheet::PolicyExcept => "1 word of that list passes here.|{count} words of that list pass here.",
        Sheet::PolicyPersonal => {
            "what points at a person: an e-mail address, a phone number, a link, a name in a network, a name with a title such as Dr."
        }
        Sheet::PolicyRepeated => "the same as three others before",
        Sheet::PolicyApplies => {
            "The same goes for additions, rewordings and reflections. Reasons beside answers are on no screen. A name that somebody in the room gives to a theme never waits: while anything is held here, a name with one of these in it is refused, and can be put in other words. What facilitators and panelists type is marked and does not wait."
        }
        Sheet::PolicyWho => "Who reads it",
        Sheet::PolicyWhoText => {
            "Before it is shown, the facilitators of this panel, and nobody else. The program decides nothing."
        }
        Sheet::PolicyReasons => {
            "They show it, or keep it off the screens for one of these reasons: the same was said already, it answers another question, it names or points at somebody, it could hurt somebody. What says the same as another idea stands with that one; the votes on each stay with it. Whoever wrote it sees on their own phone that it waits, and what became of it."
        }
        Sheet::PolicyKept => "Nothing is deleted",
        Sheet::PolicyKeptText => {
            "What is off the screens stays in the record of the panel, with its votes, and can be shown again. Each step is kept in a log with its reason, and can be taken back."
        }
        Sheet::PolicyErase => "How words are erased",
        Sheet::PolicyEraseText => {
            "Under “What became of my input” you erase an idea of yours, or all that you wrote, yourself: at once and for ever. If somebody else’s words are about you, tell a facilitator: they can erase those words."
        }
        Sheet::FromEveryScreen => "From every screen, because:",
        Sheet::PagesOfIdeas => "Pages of ideas",
        Sheet::Newer => "Newer",
        Sheet::Older => "Older",
        Sheet::PageOf => "Page {page} of {all}",
        Sheet::EnterPaperIdea => "Enter an idea that was spoken or written on paper",
        Sheet::EnterSheetOf => "Enter somebody’s votes from a sheet",
        Sheet::Vote => "Vote",
        Sheet::OneSheetIsOne => {
            "One sheet is one person. Type A, D or P on each line, then Tab; leave empty what they left empty."
        }
        Sheet::ChoiceAgree => "agree",
        Sheet::ChoiceDisagree => "disagree",
        Sheet::ChoicePass => "pass",
        Sheet::EnterTheSheet => "Enter the sheet",
        // One person's answers to a survey, from paper.
        Sheet::EnterAnswersOf => "Enter somebody’s answers to a survey",
        Sheet::Surveys => "Surveys",
        Sheet::SurveySheetHint => "One sheet is one person. Leave empty what they left empty.",
        Sheet::RankingSheetHint => {
            "One sheet is one person. Choose the first place, then the second; leave empty what they left empty."
        }
        // Erasing.
        Sheet::Erase => "Erase",
        Sheet::EraseForEver => "Erase for ever",
        Sheet::EraseTheWords => "The words of this idea",
        Sheet::EraseTheAuthor => {
            "All that its author wrote, and what they said of themselves; their phone leaves the room"
        }
        Sheet::EraseText => {
            "The words go from every screen, the report and exports from now on. Votes, numbers and domains stay and count. What was exported, printed or backed up before still holds the words."
        }
        Sheet::IKnow => "I know that this cannot be undone",
        Sheet::EraseUnsure => "Nothing was erased. Please tick that you know it cannot be undone.",
        Sheet::OwnLinkIsOver => "This link is over",
        Sheet::OwnLinkIsOverText => {
            "It was made void, what it showed was erased, or its time is over. On the phone that was there you can make a new one."
        }
        Sheet::Erased => "Erased",
        Sheet::ErasedText => {
            "All that you wrote is gone, and this phone is no longer known. Your votes count on, as nobody’s."
        }
        Sheet::NotYoursToLead => "Not yours to lead",
        Sheet::NotYoursToLeadText => {
            "This belongs to an initiative that you do not run, or it is not there. Its owner can add you."
        }
        Sheet::YourPanels => "Your panels",
        Sheet::YourTicket => "Your ticket",
        Sheet::Door => "Door",
        Sheet::CardsToPrint => "Cards to print",
        Sheet::LinkRevoked => "A facilitator revoked it. Please ask for a new one if you still need it.",
        Sheet::Back => "Back",
        Sheet::NoSeatYet => "No seat yet",
        Sheet::TicketInUse => "This ticket is in use",
        Sheet::TicketInUseText => {
            "Another device came in with it, and a ticket is one ballot. If that was your own phone, go on there. If you lost it, ask at the door for another ticket. Reading along needs none."
        }
        Sheet::TicketVoid => "This ticket is void",
        Sheet::TicketVoidText => {
            "It was replaced by another. Please use that one, or ask at the door. Reading along needs no ticket."
        }
        Sheet::ReadAlong => "Read along",
        Sheet::HelpToCarryIt => "Help to carry it",
        Sheet::BackToThePanel => "Back to the panel",
        Sheet::YouBroughtNothing => {
            "You brought nothing in your own words here. Your votes count all the same; nobody can see whose they are."
        }
        Sheet::HelpApart => "Leave a way to reach you, apart from all that you said here.",
        Sheet::BecomeAVolunteer => "Become a volunteer",
        Sheet::EraseWhatIsMine => "Erase what is mine",
        Sheet::EraseAllIWrote => "Erase all that I wrote",
        Sheet::EraseAllText => {
            "Your words, and what you said of yourself, go for ever from every event on this page, and wherever your words were carried. Your votes stay and count; nothing will tell that they were yours. What was exported, printed or backed up before still holds your words. If you signed up as a volunteer, that list does not know you from here: leave it with your contact and code."
        }
        Sheet::OwnQr => "Your link as a QR code",
        Sheet::OwnLinkOnce => "Your link. It is shown only now.",
        Sheet::CopyIt => "Copy",
        Sheet::Copied => "Copied",
        Sheet::OwnLinkText => {
            "Scan it with another device, or keep it. Whoever has it sees this page and can change it as you can."
        }
        Sheet::OnThisPhoneAlone => "This page is on this phone alone.",
        Sheet::OwnLinksElsewhere => {
            "One link of yours shows this page elsewhere.|{count} links of yours show this page elsewhere."
        }
        Sheet::OnAnotherDevice => "On another device",
        Sheet::OwnLinkOffer => {
            "A link of your own opens it anywhere, without an account. It joins the events that this phone was at, and nothing else."
        }
        Sheet::MakeALink => "Make a link",
        Sheet::VoidMyLinks => "Make all my links void",
        Sheet::TheRoomOn => "The room, on “{title}”:",
        Sheet::CarriedIntoSaid => "Carried into “{title}”, where the room said:",
        Sheet::CarriedInto => "Carried into “{title}”.",
        Sheet::TheseWordsErased => "These words were erased.",
        Sheet::EraseTheseWords => "Erase these words",
        Sheet::EraseTheseText => {
            "They go from every screen, the report and exports from now on, also where they were carried to. Votes on the idea stay. What was exported, printed or backed up before still holds them."
        }
        Sheet::ResultToCome => "The room’s result on it is still to come.",
        Sheet::NoVoteShown => "No vote on it was shown.",
        Sheet::IsNotQuoted => "The report does not quote it.",
        Sheet::DoNotQuoteIt => "Do not quote it",
        Sheet::LetItBeQuoted => "Let it be quoted",
        Sheet::OffTopicWhy => "A facilitator took it off the screens, because it answers another question.",
        Sheet::OffAtSource => "It was taken off where it came from.",
        Sheet::WordsKeptDays => "What you wrote is kept for {days} days after the last event of this initiative.",
        Sheet::WordsKept => "What you wrote is kept until you or a facilitator erase it.",
        Sheet::LinksAreVoid => "All your links are void.",
        Sheet::NotAllErased => "Not all of it could be erased just now. Please try again.",
        Sheet::TickThatSure => "Please tick that you know it cannot be undone.",
        Sheet::OnTheList => "You are on the list, and will be reached by the contact that you gave.",
        Sheet::RemovalCodeText => {
            "With this code and your contact you can leave the list again. It is shown only now; a picture of this screen keeps it."
        }
        Sheet::NoNeedToReload => "Reloading this page would ask to sign you up again. There is no need to.",
        Sheet::OffTheList => "You are off the list",
        Sheet::OffTheListText => {
            "What you left there is gone. What was taken out of the list before is with whoever took it."
        }
        Sheet::VolunteersWanted => {
            "{host} looks for people who turn what was said here into work. What you leave is kept apart: nothing joins it to what you wrote or voted, not even the time."
        }
        Sheet::ContactLabel => "Email address or phone number",
        Sheet::NameIfYouLike => "Name, if you like",
        Sheet::WhereYouWouldHelp => "Where you would help, if you know",
        Sheet::WithWhat => "With what",
        Sheet::SignUp => "Sign up",
        Sheet::LeaveTheListAgain => "Leave the list again",
        Sheet::ContactGiven => "The contact that you gave",
        Sheet::CodeShown => "The code that you were shown",
        Sheet::LeaveTheList => "Leave the list",
        Sheet::VolunteerConsent => {
            "{host} may keep this contact and use it to reach me about helping with its vision, and for nothing else."
        }
        Sheet::ContactKeptDays => "It is kept for {days} days after the last event of this initiative, then it goes.",
        Sheet::ContactKept => "It is kept until you leave the list again, with a code that you get now.",
        Sheet::NameNotTaken => "The name cannot be taken: {why}.",
        Sheet::TickThatYouAgree => {
            "Please tick that you agree. Without it, nothing may be kept of you, and nothing was."
        }
        Sheet::ListIsClosed => "This list is closed: the time for which it is kept is over. Nothing was kept of you.",
        Sheet::ListIsFull => "This list is full. Please tell somebody of the association.",
        Sheet::OnTheListAlready => "You are on the list already, with the code that you were shown.",
        Sheet::LeaveMismatch => {
            "Contact and code do not match an entry of this list. Please check both; or ask the association to take you off."
        }
        Sheet::ContactEmpty => "Please give an email address or a phone number, so that you can be reached.",
        Sheet::ContactNoAddress => "This is not quite an email address. It looks like name@example.org.",
        Sheet::ContactNoNumber => "This is not quite a phone number. It has 7 to 15 digits, such as +1 505 555 0100.",
        Sheet::ContactNeither => "This is neither an email address nor a phone number.",
        Sheet::MayQuoteIt => "The report may quote it.",
        Sheet::TakenOffDuplicate => "A facilitator took it off the screens, because the same was said there already.",
        Sheet::StandsWithWhy => {
            "A facilitator took it off the screens, because another idea says the same. It stands with “{words}”."
        }
        Sheet::TakenOffPersonal => "A facilitator took it off the screens, because it names or points at somebody.",
        Sheet::TakenOffHurtful => "A facilitator took it off the screens, because it could hurt somebody.",
        Sheet::WaitsForReader => "It is saved. A facilitator reads it before it is shown.",
        Sheet::ThankYouForHelping => "Thank you",
        Sheet::Board => "Board",
        Sheet::Wins => "Wins",
        Sheet::WhoRunsIt => "People",
        Sheet::NoPanelHere => "No panel yet.",
        Sheet::InitiativeName => "Initiative",
        Sheet::OrANewInitiative => "Or a new one, called",
        Sheet::ItsInitiative => "Its initiative is called",
        Sheet::InitiativeHint => "An initiative holds several panels, its board, and whoever may run them.",
        Sheet::Events => "Events",
        Sheet::CarryOver => "Carry over",
        Sheet::Comparison => "Comparison",
        Sheet::Keeping => "Keeping",
        Sheet::ThisInitiative => "This initiative",
        Sheet::WorkOnTheBoard => "Work on the board",
        Sheet::StepsAreACycle => {
            "Kotter’s steps are a cycle, not a staircase: work may move to any step, and come back."
        }
        Sheet::AddWork => "Add a piece of work",
        Sheet::StepLabel => "Step",
        Sheet::AddIt => "Add",
        Sheet::LeftTheBoard => "What left the board",
        Sheet::NothingInStep => "Nothing here.",
        Sheet::MoveTo => "Move “{title}” to",
        Sheet::MoveIt => "Move",
        Sheet::History => "History",
        Sheet::EditIt => "Edit",
        Sheet::SaveIt => "Save",
        Sheet::OffTheBoard => "Take it off the board",
        Sheet::WhatIsDone => "What is done",
        Sheet::WorkOwner => "Owner",
        Sheet::UntilWhen => "Until when",
        Sheet::UntilWhenHint => "In your own words: “before the spring conference”.",
        Sheet::WorkNote => "Note",
        Sheet::CarryStatements => "Carry statements over",
        Sheet::CarryText => {
            "The same statement, word for word, is voted on again at a later event. So the two rounds can be compared."
        }
        Sheet::CarryNeedsTwo => {
            "This needs two panels in this initiative: one with statements, and one to carry them into."
        }
        Sheet::ShowStatements => "Show its statements",
        Sheet::EarlierEvent => "Earlier event",
        Sheet::LaterEvent => "Later event",
        Sheet::ChooseTwo => "Choose two different events.",
        Sheet::NoQuestionThere => {
            "The later event has no question in people's own words on its agenda. Add one, then come back."
        }
        Sheet::NoStatementsThere => "The earlier event has no statements that can be seen.",
        Sheet::AsAnswersTo => "As answers to",
        Sheet::WhichStatements => "Which statements",
        Sheet::MostSupported => "The most supported:",
        Sheet::HowManyMost => "How many of the most supported",
        Sheet::AllOfThem => "All {count} of them|All {count} of them",
        Sheet::TickedBelow => "Those ticked below",
        Sheet::CarryHint => {
            "Each statement comes once, with its author's choice on being quoted. Nothing tells the later event who wrote it."
        }
        Sheet::ThereAlready => "It is there already.",
        Sheet::TwoCompared => "Two events compared",
        Sheet::OneReportOverAll => "One report over all events",
        Sheet::OneReportOverAllText => {
            "Whoever came by the same personal link counts once, and a statement that was carried over is one statement. Rehearsals are left out."
        }
        Sheet::CompareNeedsTwo => "This needs two panels in this initiative that voted on the same statements.",
        Sheet::NothingInCommon => "These two events have no statement that both voted on and whose results are shown.",
        Sheet::ThenVoteAndShow => ", vote on them, and show the result.",
        Sheet::Compare => "Compare",
        Sheet::TwelveShown => "The picture shows the twelve that changed most.",
        Sheet::MostChanged => "Most changed, {change}: “{words}”",
        Sheet::FewerThanFive => "fewer than 5 people",
        Sheet::WhoVoted => {
            "At “{from}” {first} voted, at “{to}” {second}. Nothing says who came to both: a change may be another audience as well as other minds. People chose to come, so neither speaks for all."
        }
        Sheet::FewerVotes => "fewer than 5 votes",
        Sheet::RoundInWords => "{agree} agree, {disagree} disagree, {pass} passed",
        Sheet::TooFewToSay => "too few to say",
        Sheet::SlopeCaption => {
            "Share of agree among those who agreed or disagreed; numbers as in the table below. A solid line did not fall, a broken one fell."
        }
        Sheet::AllStatements => "All statements",
        Sheet::RowNumber => "Number",
        Sheet::StatementLabel => "Statement",
        Sheet::ChangeLabel => "Change",
        Sheet::CountsAsShown => {
            "Counts as they were shown to the room. Fewer than 5 votes are not told, and no share of fewer than 5 who took a side."
        }
        Sheet::NoEventYet => "No event yet. Begin a panel and choose this initiative for it.",
        Sheet::CarriedFrom => "1 statement carried over from {from}|{count} statements carried over from {from}",
        Sheet::CompareTwo => "Compare two events",
        Sheet::BoardEmpty => "Nothing is on the board yet.",
        Sheet::LatestWins => "Latest wins",
        Sheet::NoWinYet => "None is written down yet.",
        Sheet::RenameInitiative => "Give the initiative another name",
        Sheet::InitiativeCalled => "Name",
        Sheet::RenameIt => "Rename",
        Sheet::KeptContacts => "Volunteers’ contacts",
        Sheet::KeptContactsText => "The list goes, all of it.",
        Sheet::KeptWords => "What people wrote",
        Sheet::KeptWordsText => "The words go for ever; votes, numbers and domains stay and count.",
        Sheet::KeptSeats => "Which phone is whose",
        Sheet::KeptSeatsText => "Own links and phones no longer show anybody their input.",
        Sheet::AsThingsStand => "As things stand, on {day}.",
        Sheet::WhatIsKept => "What is kept, and for how long",
        Sheet::KeepingText => {
            "Days after the last event of this initiative: the last time that somebody joined, brought something or was shown a result. Where no number stands, it is kept until somebody erases it."
        }
        Sheet::TakeTheWhole => "The whole to take away",
        Sheet::ArchiveText => {
            "One open file with the framework, every panel with its log, words and tickets, the board and the wins. Passwords, sessions, phones and own links are not in it. It holds every vote with the id of its person: keep it as you keep ballots. Whoever runs a server restores it with this command:"
        }
        Sheet::WithContacts => "With the volunteers’ contacts and the names on the rolls",
        Sheet::WithContactsHint => "Only where they go where the file goes.",
        Sheet::TakeTheArchive => "Take the archive",
        Sheet::StillRunning => {
            "Still running: {panels}. Who signs up there is told once the panel has ended, so that nobody can be matched with what they just voted."
        }
        Sheet::VolunteersCount => {
            "1 volunteer in the events that have ended. Each time the list is taken out is noted under People.|{count} volunteers in the events that have ended. Each time the list is taken out is noted under People."
        }
        Sheet::VolunteersTitle => "Volunteers",
        Sheet::TakeTheList => "Take the list (CSV)",
        Sheet::WhoMayRunIt => "Who may run it",
        Sheet::TheseAlone => "Its panels, board and wins can be seen and led by these people alone.",
        Sheet::InvitationOnce => {
            "The invitation: pass this link on. It works once, within three days, and is shown only now."
        }
        Sheet::AddSomebody => "Add somebody",
        Sheet::AccountName => "Whoever has an account here: their name",
        Sheet::WhoeverHasNone => "Whoever has none makes one by a link that works once.",
        Sheet::WhatWasDone => "What was done",
        Sheet::RoleOwner => "Owner: decides who else may run it, and sees the volunteers’ contacts",
        Sheet::RoleSees => "Facilitator, sees the volunteers’ contacts",
        Sheet::RoleFacilitator => "Facilitator",
        Sheet::HideContacts => "No longer show the volunteers’ contacts",
        Sheet::ShowContacts => "Show the volunteers’ contacts",
        Sheet::HandOverTo => "Hand the initiative over to {name}",
        Sheet::RemoveMember => "Remove {name}",
        Sheet::ThisIsYou => "You",
        Sheet::ChangeMember => "Change",
        Sheet::LeaveInitiative => "Leave",
        Sheet::ShortTermWins => "Short-term wins",
        Sheet::WhatWasWon => "What was won",
        Sheet::WinDay => "Day",
        Sheet::NoStep => "None in particular",
        Sheet::WriteItDown => "Write it down",
        Sheet::NoWinsYet => "None is written down yet. The first one may be small.",
        Sheet::RemoveIt => "Remove",
        Sheet::NoChange => "no change",
        Sheet::UpPoints => "up 1 point|up {count} points",
        Sheet::DownPoints => "down 1 point|down {count} points",
        Sheet::MyInput => "What became of my input",
        Sheet::EraseNoAuthor => {
            "Nothing was erased: nobody is known to have written this idea. You can erase its words."
        }
        // What becomes of a form of an initiative.
        Sheet::Saved => "Saved.",
        Sheet::AllWereThere => "All of them were there already.",
        Sheet::NowThere => "1 statement is there now.|{count} statements are there now.",
        Sheet::ChooseTwoEvents => "Choose two events of this initiative.",
        Sheet::ChooseLaterQuestion => "Choose a question of the later event.",
        Sheet::ChooseAPrompt => "Choose a question of the later panel that the statements answer.",
        Sheet::ChooseAStatement => "Choose at least one statement.",
        Sheet::IntoAnotherPanel => "A statement goes from one panel into another one.",
        Sheet::NobodyHasAccount => {
            "Nobody here has an account called “{name}”. Make an invitation instead: its link makes one."
        }
        Sheet::VotesNotShown => {
            "“{title}” has votes that are not shown yet, and an archive holds them all. End it or show them first."
        }
        Sheet::RunsWithVolunteers => {
            "“{title}” still runs, so its volunteers are not told yet. End it first, or take the archive without contacts."
        }
        Sheet::ChooseAnInitiative => "Please choose one of your initiatives.",
        // What was done in an initiative.
        Sheet::TheOperator => "The operator",
        Sheet::SomebodyElse => "somebody",
        Sheet::SomePanel => "a panel",
        Sheet::NotedBegun => "The initiative began as “{name}”.",
        Sheet::NotedRenamed => "{who} called it “{name}”.",
        Sheet::NotedFramework => "{who} set the framework, version {version}.",
        Sheet::NotedAdded => "{name} was added.",
        Sheet::NotedLeft => "{who} left.",
        Sheet::NotedRemoved => "{who} removed {name}.",
        Sheet::NotedHandedOver => "{name} became the owner.",
        Sheet::NotedContactsShown => "{who} let {name} see the volunteers’ contacts.",
        Sheet::NotedContactsHidden => "{who} no longer lets {name} see the volunteers’ contacts.",
        Sheet::NotedKeeping => "{who} changed how long what is kept is kept.",
        Sheet::NotedCarried => {
            "{who} carried 1 statement from “{from}” into “{to}”.|{who} carried {count} statements from “{from}” into “{to}”."
        }
        Sheet::NotedVolunteers => "{who} took the list of 1 volunteer.|{who} took the list of {count} volunteers.",
        Sheet::NotedArchive => "{who} took the archive.",
        Sheet::NotedArchiveContacts => "{who} took the archive with the volunteers’ contacts.",
        Sheet::NotedErased => {
            "Somebody had all that they wrote erased, in 1 event.|Somebody had all that they wrote erased, in {count} events."
        }
        Sheet::NotedContactsGone => {
            "The time of 1 volunteer’s contact was over, and it went.|The time of {count} volunteers’ contacts was over, and they went."
        }
        Sheet::NotedWordsGone => {
            "The time of 1 text was over, and it went.|The time of {count} texts was over, and they went."
        }
        Sheet::NotedSeatsGone => {
            "The time of 1 phone was over, and it went.|The time of {count} phones was over, and they went."
        }
        Sheet::WorkPut => "{day}: {who} put it under “{step}”.",
        Sheet::WorkMoved => "{day}: {who} moved it from “{from}” to “{to}”.",
        Sheet::WorkReworded => "{day}: {who} put it into other words.",
        Sheet::WorkDropped => "{day}: {who} took it off the board.",
        // The steps of change, where a framework names none.
        Sheet::StepUrgency => "Sense of urgency",
        Sheet::StepCoalition => "Guiding coalition",
        Sheet::StepVision => "Strategic vision",
        Sheet::StepArmy => "Volunteer army",
        Sheet::StepBarriers => "Remove barriers",
        Sheet::StepWins => "Short-term wins",
        Sheet::StepAcceleration => "Sustain acceleration",
        Sheet::StepInstitute => "Institute change",
        // Who comes in, and by what.
        Sheet::TicketFromTheDoor => {
            "At the door, your name is checked and you get a ticket. Scan its code with your camera, or type it here."
        }
        Sheet::TicketFromACard => {
            "Everybody in the room gets a card. Scan its code with your camera, or type here what stands below it."
        }
        Sheet::TicketIsOneBallot => "A ticket is one ballot. Nobody notes who has which.",
        Sheet::ReadAlongWithout => "Read along without a ticket",
        Sheet::TicketProblem => "This is not quite a ticket: {why}.",
        Sheet::NoSuchTicket => {
            "There is no such ticket for this panel. Please compare it with your card, sign by sign."
        }
        Sheet::LinkUnknown => "This link is not known",
        Sheet::LinkUnknownText => {
            "Perhaps a part of it was left out. Please open it again as it was sent to you, or ask a facilitator for a new one."
        }
        Sheet::LinkExpired => "Its time was over on {day}. Please ask a facilitator for a new one.",
        Sheet::AnswersAreKept => "What you answered in the room is kept.",
        Sheet::LinksHint => {
            "Whoever has a link needs no account. Give each to one person, so that you can revoke it alone."
        }
        Sheet::LinkMade => "The link for “{label}”: pass it on now, it is shown only this once.",
        Sheet::Panelists => "Panelists",
        Sheet::PanelistsHint => {
            "They answer like everybody, follow the room on a page of their own, and bring in ideas that were spoken or written on paper. One link is one ballot, on however many devices it is opened."
        }
        Sheet::NoPanelistYet => "No panelist has a link yet.",
        Sheet::WhoIsItFor => "Who is it for?",
        Sheet::TheBoard => "The board",
        Sheet::TheBoardHint => {
            "They read the newest edition of the report that you froze, and say what becomes of what it recommends."
        }
        Sheet::NoBoardLinkYet => "The board has no link yet.",
        Sheet::WhoOrWhatFor => "Who or what is it for?",
        Sheet::ItOpensFor => "It opens for",
        Sheet::TwoDays => "2 days",
        Sheet::TwoWeeks => "2 weeks",
        Sheet::NinetyDays => "90 days",
        Sheet::AYear => "a year",
        Sheet::LinkUntil => "until {day}",
        Sheet::LinkExpiredOn => "expired on {day}",
        Sheet::LinkIsRevoked => "revoked",
        Sheet::Revoke => "Revoke",
        Sheet::RevokeFor => "Revoke the link for {label}",
        Sheet::LinkWithoutLabel => "No link was made. Please say for whom it is: {why}.",
        Sheet::HowBallots => "How people get their ballot",
        Sheet::WayOpen => "Open",
        Sheet::WayOpenHint => {
            "Whoever has the code votes, one ballot a device. For most rooms. Bursts of joins that look like one person are pointed out with the results."
        }
        Sheet::WayTicket => "Tickets",
        Sheet::WayTicketHint => {
            "You print cards and hand them out; each is one ballot. For when a result will be disputed."
        }
        Sheet::WayRoll => "Roll",
        Sheet::WayRollHint => {
            "Names are checked at the door, and each gets a ticket that nothing ties to the name. For when only some may vote."
        }
        Sheet::PrintedOnResults => "It is printed on every result.",
        Sheet::SomebodyIsIn => "Somebody has joined, so it can no longer be changed.",
        Sheet::CameByLink => "1 panelist came by a link.|{count} panelists came by links.",
        Sheet::ChooseAnotherWay => "Choose another way",
        Sheet::Choose => "Choose",
        Sheet::TicketsMade => "made",
        Sheet::TicketsUsed => "used",
        Sheet::TicketsReplacing => "in place of lost ones",
        Sheet::TicketsVoid => "void",
        Sheet::TicketsWhich => "Which of them are used, nobody can see.",
        Sheet::HowManyCards => "How many cards",
        Sheet::Paper => "Paper",
        Sheet::UsLetter => "US Letter",
        Sheet::MakeCards => "Make cards to print",
        Sheet::MakeCardsHint => {
            "They are shown once, in random order, and without numbers: print them at once. A4 has room for 21 on a page, Letter for 18."
        }
        Sheet::OpenTheDoor => "Open the door",
        Sheet::OpenTheDoorHint => {
            "On the phone or laptop of whoever stands at the door: it hands out tickets by showing them."
        }
        Sheet::TheRoll => "The roll",
        Sheet::NamesOnRoll => "names",
        Sheet::NamesChecked => "checked in",
        Sheet::AddNames => "Add names",
        Sheet::NamesOneALine => "Names, one a line",
        Sheet::NamesHint => "Up to 5,000. Names that are on the roll already stay as they are.",
        Sheet::AddToTheRoll => "Add to the roll",
        Sheet::DeleteTheRoll => "Delete the roll",
        Sheet::AllNamesGo => "All names go, for good",
        Sheet::AllNamesGoHint => "Do it when the panel is over. Ballots stay: nothing ties them to names.",
        Sheet::DeleteUnsure => "Nothing was deleted. Please tick that you know it is for good.",
        Sheet::BurstsOfJoins => "Bursts of joins",
        Sheet::BurstsHint => {
            "Several joins in quick succession whose ballots are more alike than chance allows may be one person, or friends who came together. Nothing is taken out: the report shows the results with and without them."
        }
        Sheet::BurstsLater => "They are looked for once a vote is revealed.",
        Sheet::NoBursts => "None in what was revealed so far.",
        Sheet::Burst => {
            "{title}: {people} people joined within {seconds} seconds on {day}, {time} UTC. Of {all} ballots, {left} are left without bursts; the report shows the results both ways."
        }
        Sheet::NoNames => "There is no name in the list. Please paste one name a line.",
        Sheet::NameOfList => "Name {number} of the list cannot be taken: {why}. No name was added.",
        Sheet::NamesTwice => {
            "No name was added, for these stand in the list twice: {names}. Take one out; or, where they are two people, add what tells them apart."
        }
        Sheet::AndMore => "{names} and {more} more",
        Sheet::TooManyNames => {
            "No name was added: that would make {number}, and a roll takes {most}. Where so many may vote, print tickets instead."
        }
        Sheet::NamesAdded => "1 name added to the roll.|{count} names added to the roll.",
        Sheet::NamesKnown => "1 stood on it already.|{count} stood on it already.",
        Sheet::CardsMadeAlready => {
            "These cards were made already, and are shown only once. Make new ones if you could not print them."
        }
        Sheet::Cards => "1 card|{count} cards",
        Sheet::CardsHint => {
            "Print this page now, at full size: the cards are shown only this once. Cut along the lines, mix them, and hand out one each. Cards that are left over do no harm as long as nobody uses them."
        }
        Sheet::BackToBallots => "Back to ballots",
        Sheet::ScanOrGo => "Scan it, or go to",
        Sheet::AndTypeIt => "and type",
        Sheet::CardIsOneBallot => "One ballot. Keep it to yourself.",
        Sheet::ScanTheTicket => "A ticket: scan it",
        Sheet::ShowATicket => "Show a ticket to scan",
        Sheet::Search => "Search",
        Sheet::CheckedOfAll => "{checked} of {all} checked in",
        Sheet::RollIsEmpty => "The roll is empty. Add names on the page of ballots.",
        Sheet::NobodyCalledSo => "Nobody on the roll is called so. Try a part of the name.",
        Sheet::TypeMore => "{more} more: type more of the name.",
        Sheet::CheckAndShow => "Check in, show ticket",
        Sheet::CheckAndGive => "Check in, give a card",
        Sheet::TakeBack => "Take back",
        Sheet::LetThemScan => "Let them scan this, or type it at",
        Sheet::ShownOnlyNow => "It is shown only now, and lets one device in.",
        Sheet::NextPerson => "Next person",
        Sheet::Done => "Done",
        Sheet::SomebodyLost => "Somebody lost a phone or card",
        Sheet::OldTicket => "Their old ticket, if they still have the card",
        Sheet::OldTicketHint => {
            "If nobody used it yet, it becomes void. If it was used, its ballots stay, for nobody knows which they are; the results say how many tickets were given a second time."
        }
        Sheet::ShowAnother => "Show another ticket",
        Sheet::CheckedAlready => "{name} was checked in already, perhaps at another door. No second ticket was given.",
        Sheet::CheckedGiveCard => "{name} is checked in. Give them one card from the pile.",
        Sheet::NotChecked => "{name} is not checked in. Take back the ticket or card, unless nobody had it.",
        Sheet::OldUnreadable => "The old ticket cannot be read. Please compare it with the card, or leave it empty.",
        Sheet::OldUnknown => {
            "The old ticket is none of this panel. Please compare it with the card, or leave it empty."
        }
        Sheet::OldVoid => "The old ticket is void: another was given for it before.",
        // The framework.
        Sheet::Prepare => "Prepare",
        Sheet::Frameworks => "Frameworks",
        Sheet::Framework => "Framework",
        Sheet::FrameworksLead => {
            "A framework is what an association brings to its panels: domains, principles, constituencies, and all else that it asks about. Every part can be edited, and every version is kept."
        }
        Sheet::NoFrameworkYet => {
            "There is none of your own yet. Make a copy of a built-in one below, and it is yours to edit."
        }
        Sheet::BuiltIn => "Built in",
        Sheet::AnotherFramework => "Begin another framework",
        Sheet::FrameworkFromFile => "Bring one in from a file",
        Sheet::BringItIn => "Bring it in",
        Sheet::FromNothing => "Begin from nothing",
        Sheet::NameOfAssociation => "Name of the association",
        Sheet::VersionNumber => "Version {version}",
        Sheet::CopyToEdit => "Make a copy to edit",
        Sheet::CopyNamedToEdit => "Make a copy to edit: “{name}”",
        Sheet::Download => "Download",
        Sheet::FrameworkFile => "File of a framework",
        Sheet::FrameworkFileHint => {
            "As it was downloaded here, or by “visioncast framework export”; changed by hand or not."
        }
        Sheet::FileFaults => {
            "One thing in this file is wrong. Nothing was changed: mend the file, and choose it again.|{count} things in this file are wrong. Nothing was changed: mend the file, and choose it again."
        }
        Sheet::CountDomains => "1 domain|{count} domains",
        Sheet::CountPrinciples => "1 principle|{count} principles",
        Sheet::CountConstituencies => "1 constituency|{count} constituencies",
        Sheet::ChangedByOn => "changed {day} by {who}",
        Sheet::TheCommandLine => "the command line",
        Sheet::FrameworkNameProblem => "The name cannot be taken: {why}.",
        Sheet::FrameworkNameTaken => {
            "There is a framework named “{name}” already. Edit that one, or give it another name first."
        }
        Sheet::NoFileChosen => "No file was chosen. Please choose one.",
        Sheet::FileNotWhole => "The file did not arrive whole, or it is too large. Please try again.",
        Sheet::FileOvertaken => {
            "Somebody changed the framework meanwhile, so the file was not put in its place. Look at what it says now, and choose the file again if you still want to."
        }
        Sheet::NameAndVersion => "{name}, version {version}",
        Sheet::NameVersionHash => "{name} · version {version} · {hash}",
        Sheet::InitiativesOwn => "The initiative’s own",
        Sheet::AnotherBecomesItsOwn => {
            "Another one becomes the initiative’s from now on. A panel has a copy of its own, which later changes do not touch."
        }
        Sheet::FrameworkIsFixed => {
            "People have come, so the panel keeps the framework that it began with: its domains and groups are what they answered."
        }
        Sheet::FrameworkIsCopy => {
            "The panel has a copy of its own: what is changed in the framework later does not change the panel."
        }
        Sheet::FrameworkMayChange => {
            "Nobody has come yet, so the panel can take over another one. Questions then offer what their domains have become."
        }
        Sheet::UseNewerFramework => "Use the newer framework",
        Sheet::UseThisFramework => "Use this framework",
        Sheet::NewerFrameworkIsHere => "A newer one is here",
        Sheet::AllFrameworks => "All frameworks",
        Sheet::FrameworkLead => {
            "Write where the words stand, and save: one save keeps all that you changed on this page. Panels keep a copy of their own, so nothing here changes a panel that people have come to."
        }
        Sheet::PartsOfFramework => "Parts of the framework",
        Sheet::TheAssociation => "The association",
        Sheet::AssociationNameHint => "As people know it; phones and reports show it.",
        Sheet::Home => "Home",
        Sheet::HomeHint => "Where it is at home.",
        Sheet::TextsOfToday => "Vision, mission and scope, as they stand today",
        Sheet::Vision => "Vision",
        Sheet::Mission => "Mission",
        Sheet::Scope => "Scope",
        Sheet::NoneRecorded => "None is recorded yet.",
        Sheet::NoneRecordedAdd => "None is recorded yet. Add the first one below.",
        Sheet::UndoNamed => "Undo: {what}",
        Sheet::VersionAndHash => "Version {version} · {hash}",
        Sheet::EntriesRefused => {
            "One entry below was not taken. What you typed is still there.|{count} entries below were not taken. What you typed is still there."
        }
        Sheet::ByNowItReads => "By now it reads:",
        Sheet::SavedWhat => "Saved: {what}.",
        Sheet::RestSaved => "The rest was saved.",
        Sheet::MergeWithoutTarget => "Choose the domain that this one goes into, under “More”.",
        Sheet::EntryOvertaken => {
            "Somebody else changed this meanwhile, so yours is not saved yet. It stands above: save again to use it, or write what both of you mean."
        }
        Sheet::DeedOvertaken => {
            "Somebody else changed this meanwhile ({who}), so it was not done. Look at what it says now, and do it again if you still want to."
        }
        Sheet::YouHadWritten => "{why} You had written: “{text}”",
        Sheet::ListDomains => "Domains",
        Sheet::ListPrinciples => "Guiding principles",
        Sheet::ListAssumptions => "Assumptions",
        Sheet::ListTraits => "Traits",
        Sheet::ListConstituencies => "Constituencies",
        Sheet::ListOffers => "Offers",
        Sheet::ListNeighbours => "Neighbours",
        Sheet::ListSteps => "Steps of change",
        Sheet::ListDrivers => "Drivers",
        Sheet::ListCompetencies => "Competencies",
        Sheet::DomainsLead => {
            "What panels ask about, area by area. A domain keeps its mark and its number wherever it goes and whatever it is called, and a merged or retired one stays on record below. Panels that people have come to keep the domains they began with: no answer is orphaned."
        }
        Sheet::PrinciplesLead => {
            "What guides the association, word for word. A principle keeps its number wherever it stands, so that answers about it can be compared."
        }
        Sheet::AssumptionsLead => "What you take an association to be.",
        Sheet::TraitsLead => "What makes an association effective.",
        Sheet::ConstituenciesLead => {
            "Whom the association serves, and what it believes they want. Where nothing is recorded, panels start from nothing."
        }
        Sheet::OffersLead => "What the association offers already.",
        Sheet::NeighboursLead => "Whose work it complements, and never supplants.",
        Sheet::StepsLead => "The steps of change, in their order. Some can be left for later rounds.",
        Sheet::DriversLead => "What makes change urgent.",
        Sheet::CompetenciesLead => "What people need now that they did not need before.",
        Sheet::AddADomain => "Add a domain",
        Sheet::AddAPrinciple => "Add a principle",
        Sheet::AddAnAssumption => "Add an assumption",
        Sheet::AddATrait => "Add a trait",
        Sheet::AddAConstituency => "Add a constituency",
        Sheet::AddAnOffer => "Add an offer",
        Sheet::AddANeighbour => "Add a neighbour",
        Sheet::AddAStep => "Add a step",
        Sheet::AddADriver => "Add a driver",
        Sheet::AddACompetency => "Add a competency",
        Sheet::DomainNumber => "Domain {number}",
        Sheet::PrincipleNumber => "Principle {number}",
        Sheet::AssumptionNumber => "Assumption {number}",
        Sheet::TraitNumber => "Trait {number}",
        Sheet::ConstituencyNumber => "Constituency {number}",
        Sheet::OfferNumber => "Offer {number}",
        Sheet::NeighbourNumber => "Neighbour {number}",
        Sheet::StepNumber => "Step {number}",
        Sheet::DriverNumber => "Driver {number}",
        Sheet::CompetencyNumber => "Competency {number}",
        Sheet::TakeOutNamed => "Take out “{name}”",
        Sheet::MoveNamedUp => "Move “{name}” up",
        Sheet::MoveNamedDown => "Move “{name}” down",
        Sheet::MoreForNamed => "More for “{name}”",
        Sheet::MergeNamedInto => "Merge “{name}” into",
        Sheet::ChooseADomain => "Choose a domain",
        Sheet::Merge => "Merge",
        Sheet::Retire => "Retire",
        Sheet::StaysOnRecord => "Either way it stays on record, and can be brought back.",
        Sheet::LeftForLater => "Left for later rounds",
        Sheet::WantNumber => "Want {number} of {name}",
        Sheet::AddAWant => "Add a want",
        Sheet::AddAWantOf => "Add a want of {name}",
        Sheet::NoWants => "No wants are recorded yet.",
        Sheet::Wants => "wants",
        Sheet::FatesOf => "What became of the original domain|What became of the original {number}",
        Sheet::SmallNumbers => "two three four five six seven eight nine ten eleven twelve",
        Sheet::FatesHint => "Every domain that ever was, so that what was said about it can always be found.",
        Sheet::FateFirst => "First",
        Sheet::FateToday => "Today",
        Sheet::BringBack => "Bring back",
        Sheet::BringNamedBack => "Bring “{name}” back",
        Sheet::FateUnchanged => "unchanged",
        Sheet::FateCalled => "“{name}”",
        Sheet::FatePartOf => "part of “{name}”",
        Sheet::FateRetired => "retired",
        Sheet::FateCalledAtEnd => ", called “{name}” at its end",
        Sheet::FateAddedLater => "added later",
        Sheet::Versions => "Versions",
        Sheet::ChangeVersion => "Version",
        Sheet::ChangeWhat => "What",
        Sheet::ChangeWho => "Who",
        Sheet::ChangeWhen => "When",
        Sheet::AsAFile => "As a file",
        Sheet::AsAFileHint => {
            "All of it in one file, to keep, to pass on, or to edit by hand. Its hash tells whether two are the same:"
        }
        Sheet::PutAFile => "Put a file in its place",
        Sheet::PutAFileHint => {
            "It becomes the next version, which can be undone. Domains that are not in the file are retired, and stay on record."
        }
        Sheet::PutItInPlace => "Put it in place",
        Sheet::RemoveFramework => "Remove this framework",
        Sheet::RemoveFrameworkHint => {
            "It goes with all its versions. Panels keep the copies that they have. Download it first if you might want it again."
        }
        // What a version of the framework did.
        Sheet::DidCopy => "copied what is built in",
        Sheet::DidBegin => "began it",
        Sheet::DidTakeFile => "took over a file",
        Sheet::DidTakeFileByHand => "took over a file that was changed by hand",
        Sheet::DidRename => "renamed the association",
        Sheet::DidWriteHome => "wrote its home",
        Sheet::DidWriteVision => "wrote the vision",
        Sheet::DidWriteMission => "wrote the mission",
        Sheet::DidWriteScope => "wrote the scope",
        Sheet::DidAdd => "added {what} to the {list}",
        Sheet::DidReword => "changed {what} to {text}",
        Sheet::DidMove => "moved {what}",
        Sheet::DidRetire => "retired {what}",
        Sheet::DidTakeOut => "took {what} out of the {list}",
        Sheet::DidMerge => "merged {what} into {into}",
        Sheet::DidBringBack => "brought {what} back",
        Sheet::DidPostpone => "left {what} for later",
        Sheet::DidTakeUp => "took {what} up",
        Sheet::DidAddWant => "added {what} to the wants of {whose}",
        Sheet::DidTakeOutWant => "took {what} out of the wants of {whose}",
        Sheet::DidUndo => "undid: {what}",
        Sheet::DidAgain => "did again: {what}",
        Sheet::Quoted => "“{text}”",
        Sheet::QuotedBegin => "“{text}…”",
        // Themes.
        Sheet::GroupThese => "Group these into themes",
        Sheet::ThemesOfTheIdeasOf => "Themes of the ideas of {title}",
        Sheet::WhoGroupsThePanel => "You and the panelists group; the room watches.",
        Sheet::WhoGroupsEverybody => "Everybody groups, a few ideas at a time.",
        Sheet::WhoGroupsAlone => "Everybody sorts a handful by themselves; you confirm what it adds up to.",
        Sheet::WhoGroups => "Who groups",
        Sheet::FacilitatorsAndPanelists => "Facilitators and panelists",
        Sheet::EverybodyInTheRoom => "Everybody in the room",
        Sheet::EverybodyAlone => "Everybody by themselves, a handful each: you confirm what their piles add up to",
        Sheet::HandfulOf => "Ideas for each person at a time",
        Sheet::HandfulHint => "Where everybody sorts by themselves: 4 to 24. Twelve can be overlooked on a phone.",
        Sheet::InAThemeAlone => "It is in the theme {theme}.",
        Sheet::InATheme => {
            "It is in the theme {theme}, with 1 other idea.|It is in the theme {theme}, with {count} other ideas."
        }
        // What looks alike.
        Sheet::WhatLooksAlike => "What looks alike",
        Sheet::WhatLooksAlikeAbout => {
            "Proposals by words alone: what two ideas share is marked. Nothing is put together unless you say so, and you can take it back."
        }
        Sheet::NothingLooksAlike => "Nothing looks alike right now. New ideas are looked at as they come in.",
        Sheet::TheSameWords => "The same words",
        Sheet::LooksAlike => "Much the same, perhaps",
        Sheet::PerhapsIntoATheme => "Perhaps into a theme",
        Sheet::TimesThere => "once|{count} times",
        Sheet::PutTogether => "Put together",
        Sheet::PutIntoThatTheme => "Put into {theme}",
        Sheet::FirstStandsForBoth => "The same: keep the first on screens",
        Sheet::HideAllButOne => "Hide all but the first as duplicates",
        Sheet::NotTheSame => "Not the same",
        Sheet::NotIntoThat => "Not there",
        Sheet::InThatTheme => "in {theme}",
        Sheet::NearTo => "Near to what is in it:",
        Sheet::AsItIsCalled => "Its name says the same.",
        Sheet::MoreLookAlike => {
            "1 more proposal follows once these are dealt with.|{count} more proposals follow once these are dealt with."
        }
    }
}

// What the model refuses, it says in English itself.

const fn desk(message: Desk) -> &'static str {
    match message {
        Desk::GroupingNotOpen => "You can group once a facilitator opens it. Until then you see how it stands.",
        Desk::NothingToGroup => "Nothing has come in yet that could be grouped.",
        Desk::InNoTheme => "In no theme",
        Desk::EverythingHasAPlace => "Every idea has a place.",
        Desk::NothingInIt => "Nothing is in it yet.",
        Desk::WhatIsTicked => "What you tick goes …",
        Desk::IntoANewTheme => "into a new theme, called",
        Desk::MakeTheme => "Make the theme",
        Desk::OrMoveTo => "or to",
        Desk::NoTheme => "no theme",
        Desk::MoveThere => "Move there",
        Desk::ChangeTheme => "Change",
        Desk::ThemeName => "Name",
        Desk::ThemeMeaning => "What it means",
        Desk::PutAllOfItInto => "Put all of it into",
        Desk::ThemeEarlier => "Earlier",
        Desk::ThemeLater => "Later",
        Desk::Park => "Set aside",
        Desk::Parked => "set aside",
        Desk::Lock => "Lock",
        Desk::Unlock => "Unlock",
        Desk::Locked => "locked",
        Desk::TakeThemeOff => "Take off, keep its ideas",
        Desk::LastStepsOfGrouping => "What was done last",
        Desk::TakenBack => "taken back",
        Desk::StepMade => "Made {theme}",
        Desk::StepWorded => "Worded {theme}",
        Desk::StepMoved => "Moved 1 idea|Moved {count} ideas",
        Desk::StepMerged => "Merged {theme} into another",
        Desk::StepReordered => "Moved {theme} to another place",
        Desk::StepParked => "Set {theme} aside, or brought it back",
        Desk::StepLocked => "Locked or unlocked {theme}",
        Desk::StepRemoved => "Took {theme} off",
        Desk::StepTookBack => "Took a step back",
        Desk::Merge => "Merge",
        Desk::TakeBack => "Take back",
        Desk::BringBack => "Bring back",
        Desk::Save => "Save",
        Desk::Chosen => "1 idea chosen|{count} ideas chosen",
        Desk::MoveTo => "Move to …",
        Desk::NewTheme => "New theme",
        Desk::LetGo => "Let go",
        Desk::Grip => "Drag to move",
        Desk::Find => "Find words",
        Desk::NothingFound => "No idea has these words.",
        Desk::HeldBy => "{who} has it in hand",
        Desk::AFacilitator => "A facilitator",
        Desk::APanelist => "A panelist",
        Desk::Somebody => "Somebody in the room",
        Desk::TheProgram => "The program",
        Desk::You => "You",
        Desk::StepBy => "{step} – {who}",
        Desk::OnItsWay => "1 change is on its way|{count} changes are on their way",
        Desk::NoConnection => "No connection. What you do here is kept, and sent as soon as it is back.",
        Desk::NoPlaceHere => "This page is no longer open to you. Reload it to see why.",
        Desk::ReloadIt => "This page is out of date. Please reload it.",
        Desk::NotDone => "Not done: {why}",
        Desk::Dismiss => "All right",
        Desk::NowCalled => "Somebody else calls it “{name}” now. Saving puts yours in its place.",
        Desk::NowUnnamed => "Somebody else took the name away. Saving puts yours in its place.",
        Desk::TakeMineBack => "Take back my last step",
        Desk::KeysOfTheDesk => {
            "Keys: arrows go from idea to idea, Space chooses, M moves to a theme, N makes one, Alt with an arrow changes the order, Ctrl Z takes back."
        }
        Desk::MovedTo => "1 idea moved to {theme}.|{count} ideas moved to {theme}.",
        Desk::Hidden => "hidden",
        Desk::StepByStep => "How the themes came about",
        Desk::BeforeTheFirst => "Before the first step: no themes yet.",
        Desk::ToTheBeginning => "To the beginning",
        Desk::OneBack => "One step back",
        Desk::OneOn => "One step on",
        Desk::ToTheEnd => "To the end",
        Desk::Play => "Play",
        Desk::Stop => "Stop",
        Desk::StepOf => "Step {at} of {all}",
        Desk::Show => "Show",
        Desk::BackToTheDesk => "Back to the themes",
        Desk::NothingDoneYet => "Nobody has grouped anything yet.",
        Desk::Proposals => "What everybody’s piles add up to",
        Desk::HandfulsSorted => "1 handful has been sorted.|{count} handfuls have been sorted.",
        Desk::AccordUnknown => "Too few have sorted the same ideas to tell how strongly people agree.",
        Desk::AccordHardly => {
            "Together they hardly agree on what belongs together: no more than by chance, or a little."
        }
        Desk::AccordPartly => "Together they agree in part on what belongs together.",
        Desk::AccordMostly => "Together they mostly agree on what belongs together.",
        Desk::AccordClosely => "Together they agree closely on what belongs together.",
        Desk::FirmGroup => "People nearly always put these together.",
        Desk::FairGroup => "People put these together more often than not.",
        Desk::LooseGroup => "People put these together now and then: look twice.",
        Desk::KeptApartFrom => "With any other idea they lay in one pile {together} of {seen} times.",
        Desk::ProposedInto => "Most of what belongs with these is in {theme} already.",
        Desk::PutIntoIt => "Put them there",
        Desk::Follows => "This page looks again by itself while people sort. What you make of it is what you saw.",
        Desk::HoldStill => "Hold it still, to change names and ideas",
        Desk::FollowAgain => "Follow again as people sort",
        Desk::ChangeItFirst => "Change it first",
        Desk::SomeWereMade => {
            "1 theme was made. Of others something has changed meanwhile: they are shown as they are now.|{count} themes were made. Of others something has changed meanwhile: they are shown as they are now."
        }
        Desk::NobodySorted => {
            "Nobody has sorted anything yet. Open it, and what people’s piles add up to appears here."
        }
        Desk::NothingProposed => "Nothing belongs together often enough yet, or everything has its place.",
        Desk::KeptTogether => {
            "Of {seen} times that two of these lay before the same person, they went into one pile {together} times."
        }
        Desk::ProposedName => "“{name}”, as 1 of them calls it|“{name}”, as {count} of them call it",
        Desk::MakeItATheme => "Make it a theme",
        Desk::NotThisOne => "Not this one",
        Desk::MakeAllThemes => "Make all of them themes",
        Desk::UntickWhatNot => "Untick what does not belong.",
        Desk::Firmly => "{share} %",
        Desk::InNoProposal => "1 idea more is in no pile of many.|{count} ideas more are in no pile of many.",
        Desk::LookAgain => "Look again",
    }
}

const fn word(message: Word) -> &'static str {
    match message {
        // Answering.
        Word::Place => "{place} of {all}",
        Word::Next => "Next",
        Word::Save => "Save",
        Word::SaveReason => "Save the reason",
        Word::Send => "Send",
        Word::Quote => "You may quote this",
        Word::QuoteHint => "If you leave it open, we only paraphrase it.",
        Word::Withdraw => "Don’t quote it",
        Word::Allow => "Allow quoting",
        Word::Quoted => "The report may quote it.",
        Word::NotQuoted => "It is paraphrased, not quoted.",
        Word::YourAnswer => "Your answer:",
        Word::YourAnswers => "What you answered",
        Word::ThanksAll => "Thank you, that was all. You can still change an answer.",
        Word::ThanksMore => "Thank you. You may stop here, or go on with a few more.",
        Word::Closed => "This question is closed. Thank you.",
        Word::ClosedTyping => "This question is closed. What you typed stays on this phone.",
        Word::ClosedOnes => "This question is closed. What you answered:",
        Word::Later => "You can still answer. It is counted as a later answer.",
        Word::NothingYet => "There is nothing to answer yet. It appears here by itself.",
        Word::NothingToAsk => "There is nothing here for you to answer. Thank you.",
        // Kinds of items, and what is asked of them.
        Word::Today => "Today",
        Word::NotWritten => "Nothing is written down yet.",
        Word::Principle => "Principle",
        Word::HowLinked => "How strongly are they linked?",
        Word::Assumption => "What it takes to be an association",
        Word::Trait => "What makes an association effective",
        Word::Driver => "What makes change urgent",
        Word::Competency => "What people need now",
        Word::Rank => "Place {place}",
        Word::RankHint => "Tap the best first, then the next.",
        Word::SeveralHint => "Choose as many as you like.",
        // Reflections, and what a list lacks.
        Word::Ordinals => "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th",
        Word::YourPlace => "Your {place}",
        Word::NoPlace => "No place",
        Word::PlaceHint => "Give each place once. A place that is taken moves.",
        Word::DotsLeft => "Dots left, of {budget}:",
        Word::OneMore => "One dot more",
        Word::OneFewer => "One dot fewer",
        Word::HoldsIdeas => "1 idea in it|{count} ideas in it",
        Word::AndMore => "and 1 more|and {count} more",
        Word::AskedAgain => "This has changed since you answered. Please answer again.",
        Word::VoidOnes => "What no longer counts of your answers:",
        Word::VoidChanged => "It has changed since you answered, so you are asked again.",
        Word::VoidMerged => "It went into “{theme}”.",
        Word::VoidTakenOff => "It was taken off.",
        Word::VoidSetAside => "It was set aside.",
        Word::VoidEmptied => "No idea is left in it.",
        Word::VoidHidden => "Its ideas were taken off the screens.",
        Word::About => "About",
        Word::NothingRecorded => "Nothing is recorded yet for this group.",
        Word::YourWords => "In your own words",
        Word::WhereToBegin => "Where to begin?",
        Word::Consent => "May we quote you?",
        Word::Never => "No, never",
        Word::WithoutName => "Yes, without my name",
        Word::WithName => "Yes, with my name",
        Word::Name => "Your name, as it should stand there",
        Word::ReflectionNote => {
            "It is read with care and kept apart from the ideas. It comes on no screen unless you allow it."
        }
        // Volunteers.
        Word::VolunteersText => {
            "Would you lend a hand? What you leave there is kept apart from everything you answered here."
        }
        Word::Volunteer => "Yes, I’d like to help",
        // More about an idea.
        Word::MoreAbout => "A little more about",
        Word::BuildsOn => "Builds on:",
        Word::Nature => "What is it?",
        Word::Insight => "An insight",
        Word::Strategy => "A strategy",
        Word::Horizon => "When?",
        Word::Now => "Now",
        Word::Future => "In future",
        Word::Grounds => "What does it rest on?",
        Word::Evidence => "Evidence",
        Word::Experience => "Experience",
        Word::Opinion => "Opinion",
        Word::Source => "A source, if you have one",
        Word::Neighbour => "Does somebody do it already?",
        Word::Nobody => "Nobody that I know of",
        Word::Help => "I would help with it",
        Word::HelpOther => "I would help with this",
        Word::Helping => "You would help with it.",
        Word::NoHelp => "Not after all",
        Word::Others => "Ideas of others",
        Word::Build => "Build on this",
        Word::BuildLabel => "What would you add?",
        // What the room said.
        Word::Results => "What the room said",
        Word::NobodyAnswered => "Nobody had answered when this was shown.",
        Word::Dots => "Dots: {count}",
        Word::Answers => "Answers: {count}",
        Word::Choices => "Choices: {count}",
        Word::Points => "Points: {count}",
        Word::Yours => "you",
        Word::MapHint => {
            "How strongly each principle is linked to each domain, from 0 (no link) to 3 (strong), with the number of answers below. Slide sideways for all domains."
        }
        Word::MapYours => "Outlined: yours.",
        // Themes.
        Word::ThePanelGroups => "The panel puts your ideas together now. Watch the screen.",
        Word::EveryIdeaHasAPlace => "Every idea has a place. Thank you.",
        Word::ThemesSoFar => "Themes so far",
        Word::WhereDoesItGo => "Where does it belong?",
        Word::OrNewTheme => "Or begin a new theme",
        Word::NewTheme => "Begin a theme for it",
        Word::PutItThere => "Put it there",
        Word::AllAtOneDesk => "See and sort all ideas at once",
        Word::SortHint => "Put what belongs together into the same pile.",
        Word::PileNamed => "Pile {letter}",
        Word::WithNothing => "With nothing",
        Word::NameThePiles => "What would you call your piles? You need not.",
        Word::SendPiles => "Send my piles",
        Word::PilesCount => "Thank you. Your piles count.",
        Word::TakenOffUnsorted => {
            "1 idea that you were given was taken off the screens meanwhile. The others stay as you put them.|{count} ideas that you were given were taken off the screens meanwhile. The others stay as you put them."
        }
        Word::PerhapsHere => "Perhaps into {theme}?",
        Word::AsTheThemeIsCalled => "That theme is called much like it.",
        Word::BecauseOf => "There is one like it:",
        Word::PutBothTogether => "Put both together",
        Word::LooksLikeThis => "It looks like this one:",
        Word::MoreToSort => "Here are more, if you like.",
        Word::NothingToSort => "There is nothing for you to sort right now.",
    }
}

fn rejection(why: Rejection) -> String {
    why.to_string()
}

fn text_error(why: TextError) -> String {
    why.to_string()
}

fn code_error(why: CodeError) -> String {
    why.to_string()
}

fn framework_error(why: &FrameworkError) -> String {
    why.to_string()
}

fn initiative_refusal(why: &Refusal) -> String {
    why.to_string()
}

fn file_flaw(flaw: &FileFlaw) -> String {
    flaw.to_string()
}
