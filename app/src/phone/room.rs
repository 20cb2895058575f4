//! Looking things up in the room's view.

use visioncast_model::{
    ActivityId, Pace, Status,
    view::{Phone, PhoneActivity, PhoneKey, PhonePanel, PhoneValue, Progress, ShownIdea, Translation},
};

use crate::language::spoken;

pub(super) fn panel(room: &Phone) -> Option<&PhonePanel> {
    match room.values.get(&PhoneKey::Panel) {
        Some(PhoneValue::Panel(panel)) => Some(panel),
        _ => None,
    }
}

pub(super) fn activity(room: &Phone, id: ActivityId) -> Option<&PhoneActivity> {
    match room.values.get(&PhoneKey::Activity(id)) {
        Some(PhoneValue::Activity(activity)) => Some(activity),
        _ => None,
    }
}

/// What the room is asked, in the language of this phone where it was written.
pub(super) fn question(room: &Phone, id: ActivityId) -> String {
    let Some(activity) = activity(room, id) else {
        return String::new();
    };
    translation(activity)
        .map_or(&activity.question, |here| &here.question)
        .clone()
}

/// Whether answers to an activity are taken.
pub(super) fn takes(room: &Phone, id: ActivityId) -> bool {
    panel(room).is_some_and(|panel| panel.status == Status::Running)
        && activity(room, id).is_some_and(|activity| activity.open)
}

/// What was written of an activity in the language of this phone.
pub(super) fn translation(activity: &PhoneActivity) -> Option<&Translation> {
    let language = spoken();
    let here = activity.translations.iter().find(|(known, _)| *known == language);
    here.map(|(_, translation)| translation)
}

/// Whether what the room said is shown.
pub(super) fn revealed(room: &Phone, id: ActivityId) -> bool {
    activity(room, id).is_some_and(|activity| activity.revealed)
}

/// Whether everybody goes their own way through what is open.
pub(super) fn at_own_pace(room: &Phone) -> bool {
    panel(room).is_some_and(|panel| panel.pace == Pace::Own)
}

/// Where the room is: at what the projector shows, where there is something to do or to see; else at the first thing to
/// do.
#[must_use]
pub fn place(room: &Phone) -> Option<ActivityId> {
    let panel = panel(room)?;
    if panel.status == Status::Ended {
        return None;
    }
    let focus = panel
        .focus
        .filter(|id| panel.pace == Pace::Led && activity(room, *id).is_some());
    let now = focus.filter(|id| activity(room, *id).is_some_and(|activity| activity.open || activity.revealed));
    let open = || panel.begun.iter().copied().find(|id| takes(room, *id));
    now.or_else(open).or(focus)
}

pub(super) fn progress(room: &Phone, id: ActivityId) -> Progress {
    match room.values.get(&PhoneKey::Progress(id)) {
        Some(PhoneValue::Progress(progress)) => *progress,
        _ => Progress::default(),
    }
}

pub(super) fn newest(room: &Phone, id: ActivityId) -> &[ShownIdea] {
    match room.values.get(&PhoneKey::Newest(id)) {
        Some(PhoneValue::Newest(ideas)) => ideas,
        _ => &[],
    }
}
