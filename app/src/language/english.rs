use visioncast_model::{CodeError, Rejection, TextError};

use super::{Live, Say, Sheet, table::Texts};

/// English.
pub(super) const TEXTS: Texts = Texts {
    say,
    live,
    sheet,
    rejection,
    text_error,
    code_error,
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
        Say::MovedOn => "The room is at another question.",
        Say::ComeAlong => "Come along",
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
        Say::OffTopic => "Saved, and off the screens: it answers another question",
        Say::OffPersonal => "Saved, and off the screens: it may point at a person",
        Say::OffHurtful => "Saved, and off the screens: it may hurt somebody",
        Say::OffScreens => "Saved, and off the screens",
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
        Say::NobodyVoted => "Nobody had voted when this was shown.",
        Say::WhatTheRoomSaid => "What the room said",
        Say::HowToRead => "Best supported first. Disagree is left of the line and hatched, agree is right of it.",
        Say::TallyInWords => {
            "{agree} agree, {disagree} disagree, {pass} passed; 1 vote.|{agree} agree, {disagree} disagree, {pass} passed; {count} votes."
        }
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
        Live::StepShow => "bringing an idea back",
        Live::StepEnterIdea => "entering an idea",
        Live::StepEnterSheet => "entering a sheet",
        Live::StepEnd => "ending the panel",
        Live::StepReopen => "reopening the panel",
        Live::StepUndo => "undoing the last step",
        Live::StepEraseWords => "erasing words",
        Live::StepErasePerson => "erasing a person",
        Live::StepEraseReasons => "erasing reasons",
        Live::StepLast => "the last step",
        // Who comes in, and by what; the room for whoever reads along.
        Live::Ballots => "Ballots",
        Live::Links => "Links",
        Live::StepIntegrity => "choosing how people get their ballot",
        Live::StepTickets => "making tickets",
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
    }
}

const fn sheet(message: Sheet) -> &'static str {
    match message {
        // Everywhere.
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
        Sheet::LeadTogether => "Lead together",
        Sheet::LeadTogetherText => {
            "Whoever has an account here can lead every panel. An invitation is a link that works once."
        }
        Sheet::MakeAnInvitation => "Make an invitation",
        Sheet::PassThisLinkOn => "The invitation: pass this link on. It works once, and is shown only now.",
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
        Sheet::DomainsAskedAbout => "Domains asked about",
        Sheet::Statements => "Statements",
        Sheet::OneOnEachLine => "One on each line.",
        Sheet::AnsweredOn => "Answered on",
        Sheet::ScaleRating => "a rating, from low to high",
        Sheet::ScaleChoice => "a choice from a list",
        Sheet::ScaleRanking => "a ranking of a list",
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
        Sheet::MyInput => "What became of my input",
        Sheet::EraseNoAuthor => {
            "Nothing was erased: nobody is known to have written this idea. You can erase its words."
        }
        // Who comes in, and by what.
        Sheet::YourTicket => "Your ticket",
        Sheet::TicketFromTheDoor => {
            "At the door, your name is checked and you get a ticket. Scan its code with your camera, or type it here."
        }
        Sheet::TicketFromACard => {
            "Everybody in the room gets a card. Scan its code with your camera, or type here what stands below it."
        }
        Sheet::TicketIsOneBallot => "A ticket is one ballot. Nobody notes who has which.",
        Sheet::ReadAlongWithout => "Read along without a ticket",
        Sheet::ReadAlong => "Read along",
        Sheet::TicketProblem => "This is not quite a ticket: {why}.",
        Sheet::NoSuchTicket => {
            "There is no such ticket for this panel. Please compare it with your card, sign by sign."
        }
        Sheet::TicketInUse => "This ticket is in use",
        Sheet::TicketInUseText => {
            "Another device came in with it, and a ticket is one ballot. If that was your own phone, go on there. If you lost it, ask at the door for another ticket. Reading along needs none."
        }
        Sheet::TicketVoid => "This ticket is void",
        Sheet::TicketVoidText => {
            "It was replaced by another. Please use that one, or ask at the door. Reading along needs no ticket."
        }
        Sheet::LinkUnknown => "This link is not known",
        Sheet::LinkUnknownText => {
            "Perhaps a part of it was left out. Please open it again as it was sent to you, or ask a facilitator for a new one."
        }
        Sheet::LinkRevoked => "A facilitator revoked it. Please ask for a new one if you still need it.",
        Sheet::LinkExpired => "Its time was over on {day}. Please ask a facilitator for a new one.",
        Sheet::AnswersAreKept => "What you answered in the room is kept.",
        Sheet::NoSeatYet => "No seat yet",
        Sheet::Back => "Back",
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
        Sheet::TheBoardHint => "They read the report, as it stands when they open it, and change nothing.",
        Sheet::NoBoardLinkYet => "The board has no link yet.",
        Sheet::WhoOrWhatFor => "Who or what is it for?",
        Sheet::ItOpensFor => "It opens for",
        Sheet::TwoDays => "2 days",
        Sheet::TwoWeeks => "2 weeks",
        Sheet::NinetyDays => "90 days",
        Sheet::AYear => "a year",
        Sheet::MakeALink => "Make a link",
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
        Sheet::CardsToPrint => "Cards to print",
        Sheet::Cards => "1 card|{count} cards",
        Sheet::CardsHint => {
            "Print this page now, at full size: the cards are shown only this once. Cut along the lines, mix them, and hand out one each. Cards that are left over do no harm as long as nobody uses them."
        }
        Sheet::BackToBallots => "Back to ballots",
        Sheet::ScanOrGo => "Scan it, or go to",
        Sheet::AndTypeIt => "and type",
        Sheet::CardIsOneBallot => "One ballot. Keep it to yourself.",
        Sheet::ScanTheTicket => "A ticket: scan it",
        Sheet::Door => "Door",
        Sheet::ShowATicket => "Show a ticket to scan",
        Sheet::Search => "Search",
        Sheet::CheckedOfAll => "{checked} of {all} checked in",
        Sheet::RollIsEmpty => "The roll is empty. Add names on the page of ballots.",
        Sheet::NobodyCalledSo => "Nobody on the roll is called so. Try a part of the name.",
        Sheet::TypeMore => "{more} more: type more of the name.",
        Sheet::CheckAndShow => "Check in, show ticket",
        Sheet::CheckAndGive => "Check in, give a card",
        Sheet::TakeBack => "Take back",
        Sheet::OfName => "{what}: {name}",
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
    }
}

// What the model refuses, it says in English itself.

fn rejection(why: Rejection) -> String {
    why.to_string()
}

fn text_error(why: TextError) -> String {
    why.to_string()
}

fn code_error(why: CodeError) -> String {
    why.to_string()
}
