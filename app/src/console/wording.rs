//! What the console calls things.

use visioncast_model::{Activity, ActivityId, Event, HideReason, Kind, Reveal, Source, State, Step};

use crate::chart::shortened;

/// The longest title in a button, in characters.
const TITLE: usize = 48;

/// An item by its title, in quotes.
pub(super) fn named(agenda: &[Activity], id: ActivityId) -> String {
    match agenda.iter().find(|item| item.id == id) {
        Some(item) => format!("“{}”", shortened(&item.plan.title, TITLE)),
        None => "an item".to_owned(),
    }
}

/// What a step does, to go on behind "Not done:".
pub(super) fn step(step: &Step, agenda: &[Activity]) -> String {
    match step {
        Step::Rename { .. } => "renaming the panel".to_owned(),
        Step::AddActivity { .. } => "adding an item".to_owned(),
        Step::EditActivity { activity, .. } => format!("editing {}", named(agenda, *activity)),
        Step::MoveActivity { activity, .. } => format!("moving {}", named(agenda, *activity)),
        Step::RemoveActivity { activity } => format!("removing {}", named(agenda, *activity)),
        Step::Open { activity, .. } => format!("opening {}", named(agenda, *activity)),
        Step::Close { activity } => format!("closing {}", named(agenda, *activity)),
        Step::Focus { .. } => "changing the projector".to_owned(),
        Step::Reveal { activity } => format!("showing {} to everyone", named(agenda, *activity)),
        Step::SetTimer { .. } => "setting the timer".to_owned(),
        Step::HideIdea { .. } => "hiding an idea".to_owned(),
        Step::ShowIdea { .. } => "bringing an idea back".to_owned(),
        Step::EnterIdea { .. } => "entering an idea".to_owned(),
        Step::EnterSheet { .. } => "entering a sheet".to_owned(),
        Step::End => "ending the panel".to_owned(),
        Step::Reopen => "reopening the panel".to_owned(),
        Step::Undo { .. } => "undoing the last step".to_owned(),
        Step::EraseWords { .. } => "erasing words".to_owned(),
        Step::ErasePerson { .. } => "erasing a person".to_owned(),
        Step::SetIntegrity { .. } => "choosing how people get their ballot".to_owned(),
        Step::MakeTickets { .. } => "making tickets".to_owned(),
    }
}

/// What happened, to go on behind "Undo".
pub(super) fn event(event: &Event, agenda: &[Activity]) -> String {
    match event {
        Event::PanelRenamed { .. } => "renaming the panel".to_owned(),
        Event::ActivityAdded { activity, .. } => format!("adding {}", named(agenda, *activity)),
        Event::ActivityEdited { activity, .. } => format!("editing {}", named(agenda, *activity)),
        Event::ActivityMoved { activity, .. } => format!("moving {}", named(agenda, *activity)),
        Event::ActivityRemoved { .. } => "removing an item".to_owned(),
        Event::ActivityOpened { activity } => format!("opening {}", named(agenda, *activity)),
        Event::ActivityClosed { activity } => format!("closing {}", named(agenda, *activity)),
        Event::FocusMoved { .. } => "changing the projector".to_owned(),
        Event::TimerSet { .. } => "setting the timer".to_owned(),
        Event::RevealDue { activity, .. } => format!("showing {} to everyone", named(agenda, *activity)),
        Event::IdeaHidden { .. } => "hiding an idea".to_owned(),
        Event::IdeaShown { .. } => "bringing an idea back".to_owned(),
        Event::PanelEnded => "ending the panel".to_owned(),
        Event::PanelReopened => "reopening the panel".to_owned(),
        _ => "the last step".to_owned(),
    }
}

/// What the room does.
pub(crate) const fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Prompt(_) => "Ideas",
        Kind::Judgement(_) => "Vote",
    }
}

/// Where an item stands, in a word or two.
pub(crate) const fn standing(activity: &Activity) -> &'static str {
    match (activity.state, activity.reveal) {
        (_, Reveal::Due { .. }) => "Result due",
        (State::Open, Reveal::Shown { .. }) => "Open, shown",
        (State::Open, Reveal::Hidden) => "Open",
        (State::Closed, Reveal::Shown { .. }) => "Shown",
        (State::Closed, Reveal::Hidden) => "Closed",
        (State::Planned, _) => "Planned",
    }
}

/// What a reveal does.
pub(super) const fn reveal(activity: &Activity) -> &'static str {
    match activity.plan.kind {
        Kind::Prompt(_) => "Show the ideas",
        Kind::Judgement(_) => "Show the result",
    }
}

/// Why an idea is hidden.
pub(crate) const fn reason(reason: HideReason) -> &'static str {
    match reason {
        HideReason::Duplicate => "Said already",
        HideReason::OffTopic => "Off topic",
        HideReason::Personal => "Names a person",
        HideReason::Hurtful => "Hurtful",
        HideReason::ModeratedAtSource => "Moderated before import",
    }
}

/// How an idea came in, where that is not by its author's own device.
pub(crate) const fn source(source: Source) -> Option<&'static str> {
    match source {
        Source::Device => None,
        Source::Spoken => Some("spoken"),
        Source::Paper => Some("on paper"),
        Source::Import => Some("imported"),
    }
}
