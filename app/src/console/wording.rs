//! What the console calls things.

use visioncast_model::{Activity, ActivityId, Concern, Event, HideReason, Kind, Reveal, Source, State, Step};

use crate::{chart::shortened, language::Live};

/// The longest title in a button, in characters.
const TITLE: usize = 48;

/// An item by its title, in quotes.
pub(super) fn named(agenda: &[Activity], id: ActivityId) -> String {
    match agenda.iter().find(|item| item.id == id) {
        Some(item) => Live::Quoted.with(&[("words", shortened(&item.plan.title, TITLE))]),
        None => Live::AnItem.owned(),
    }
}

/// What a step does, to go on behind "Not done:".
pub(super) fn step(step: &Step, agenda: &[Activity]) -> String {
    match step {
        Step::Rename { .. } => Live::StepRename.owned(),
        Step::AdoptFramework(_) => Live::StepFramework.owned(),
        Step::AddActivity { .. } => Live::StepAdd.with(&[("item", Live::AnItem.owned())]),
        Step::AddActivities { .. } => Live::StepAddSeveral.owned(),
        Step::Repeat { activity, .. } => Live::StepRepeat.with(&[("item", named(agenda, *activity))]),
        Step::SetPace { .. } => Live::StepPace.owned(),
        Step::EnterMarks { .. } => Live::StepEnterSheet.owned(),
        Step::EditActivity { activity, .. } => Live::StepEdit.with(&[("item", named(agenda, *activity))]),
        Step::MoveActivity { activity, .. } => Live::StepMove.with(&[("item", named(agenda, *activity))]),
        Step::RemoveActivity { activity } => Live::StepRemove.with(&[("item", named(agenda, *activity))]),
        Step::Open { activity, .. } => Live::StepOpen.with(&[("item", named(agenda, *activity))]),
        Step::Close { activity } => Live::StepClose.with(&[("item", named(agenda, *activity))]),
        Step::Focus { .. } => Live::StepFocus.owned(),
        Step::Reveal { activity } => Live::StepReveal.with(&[("item", named(agenda, *activity))]),
        Step::ShowFurther { activity } => Live::StepFurther.with(&[("item", named(agenda, *activity))]),
        Step::ChooseFace { .. } => Live::StepFace.owned(),
        Step::SetTimer { .. } => Live::StepTimer.owned(),
        Step::HideIdea { .. } => Live::StepHide.owned(),
        Step::MergeIdea { .. } => Live::StepMerge.owned(),
        Step::ShowIdea { .. } => Live::StepShow.owned(),
        Step::EnterIdea { .. } => Live::StepEnterIdea.owned(),
        Step::EnterSheet { .. } => Live::StepEnterSheet.owned(),
        Step::End => Live::StepEnd.owned(),
        Step::Reopen => Live::StepReopen.owned(),
        Step::Undo { .. } => Live::StepUndo.owned(),
        Step::EraseWords { .. } => Live::StepEraseWords.owned(),
        Step::ErasePerson { .. } => Live::StepErasePerson.owned(),
        Step::EraseReasons => Live::StepEraseReasons.owned(),
        Step::FreezeReport => Live::StepFreezeReport.owned(),
        Step::EraseReviews { .. } => Live::StepEraseReviews.owned(),
        Step::SetIntegrity { .. } => Live::StepIntegrity.owned(),
        Step::MakeTickets { .. } => Live::StepTickets.owned(),
        Step::SetModeration { .. } => Live::StepModeration.owned(),
    }
}

/// What happened, to go on behind "Undo".
pub(super) fn event(event: &Event, agenda: &[Activity]) -> String {
    match event {
        Event::PanelRenamed { .. } => Live::StepRename.owned(),
        Event::FrameworkAdopted(_) => Live::StepFramework.owned(),
        Event::ActivityAdded { activity, .. } => Live::StepAdd.with(&[("item", named(agenda, *activity))]),
        Event::ActivityEdited { activity, .. } => Live::StepEdit.with(&[("item", named(agenda, *activity))]),
        Event::ActivityMoved { activity, .. } => Live::StepMove.with(&[("item", named(agenda, *activity))]),
        Event::ActivityRemoved { .. } => Live::StepRemove.with(&[("item", Live::AnItem.owned())]),
        Event::ActivityOpened { activity } => Live::StepOpen.with(&[("item", named(agenda, *activity))]),
        Event::ActivityClosed { activity } => Live::StepClose.with(&[("item", named(agenda, *activity))]),
        Event::FocusMoved { .. } => Live::StepFocus.owned(),
        Event::FaceChosen { .. } => Live::StepFace.owned(),
        Event::TimerSet { .. } => Live::StepTimer.owned(),
        Event::RevealDue { activity, .. } => Live::StepReveal.with(&[("item", named(agenda, *activity))]),
        Event::IdeaHidden { same_as: Some(_), .. } => Live::StepMerge.owned(),
        Event::IdeaHidden { .. } => Live::StepHide.owned(),
        Event::IdeaShown { .. } => Live::StepShow.owned(),
        Event::ModerationSet(_) => Live::StepModeration.owned(),
        Event::PanelEnded => Live::StepEnd.owned(),
        Event::PanelReopened => Live::StepReopen.owned(),
        _ => Live::StepLast.owned(),
    }
}

/// What the room does.
pub(crate) fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Prompt(_) => Live::KindIdeas.text(),
        Kind::Judgement(_) => Live::KindVote.text(),
        Kind::Survey(_) => Live::KindSurvey.text(),
        Kind::Reflection(_) => Live::KindReflection.text(),
        Kind::Volunteers => Live::KindVolunteers.text(),
        Kind::Grouping(_) => Live::KindGrouping.text(),
    }
}

/// Where an item stands, in a word or two.
pub(crate) fn standing(activity: &Activity) -> &'static str {
    match (activity.state, activity.reveal) {
        (_, Reveal::Due { .. }) => Live::StandsDue.text(),
        (State::Open, Reveal::Shown { .. }) => Live::StandsOpenShown.text(),
        (State::Open, Reveal::Hidden) => Live::StandsOpen.text(),
        (State::Closed, Reveal::Shown { .. }) => Live::StandsShown.text(),
        (State::Closed, Reveal::Hidden) => Live::StandsClosed.text(),
        (State::Planned, _) => Live::StandsPlanned.text(),
    }
}

/// What a reveal does.
pub(super) fn reveal(activity: &Activity) -> &'static str {
    match activity.plan.kind {
        Kind::Prompt(_) => Live::ShowTheIdeas.text(),
        Kind::Judgement(_) | Kind::Survey(_) | Kind::Volunteers | Kind::Grouping(_) => Live::ShowTheResult.text(),
        Kind::Reflection(_) => Live::ShowTheReflections.text(),
    }
}

/// Why an idea is hidden.
pub(crate) fn reason(reason: HideReason) -> &'static str {
    match reason {
        HideReason::Duplicate => Live::SaidAlready.text(),
        HideReason::OffTopic => Live::OffTopic.text(),
        HideReason::Personal => Live::NamesAPerson.text(),
        HideReason::Hurtful => Live::Hurtful.text(),
        HideReason::ModeratedAtSource => Live::ModeratedBefore.text(),
        HideReason::Waiting => Live::WaitsForYou.text(),
    }
}

/// Why a facilitator should look at a part of an idea.
pub(crate) fn pointed_at(concern: Concern, part: &str) -> String {
    let why = match concern {
        Concern::Rude => Live::MayBeRude,
        Concern::Email => Live::MayBeEmail,
        Concern::Phone => Live::MayBePhone,
        Concern::Name => Live::MayBeName,
        Concern::Link => Live::MayBeLink,
        Concern::Handle => Live::MayBeHandle,
        // All of it is: that need not be said twice.
        Concern::Repeated => return Live::MayBeRepeated.owned(),
        Concern::Signature => return Live::MayBeSignature.owned(),
    };
    // Where the words were erased there is nothing to point at.
    if part.is_empty() {
        return why.owned();
    }
    Live::LookFor.with(&[("why", why.owned()), ("part", part.to_owned())])
}

/// How an idea came in, where that is not by its author's own device.
pub(crate) fn source(source: Source) -> Option<&'static str> {
    match source {
        Source::Device => None,
        Source::Spoken => Some(Live::Spoken.text()),
        Source::Paper => Some(Live::OnPaper.text()),
        Source::Import => Some(Live::Imported.text()),
    }
}
