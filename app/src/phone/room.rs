//! Looking things up in the room's view.

use visioncast_model::{
    ActivityId,
    view::{Phone, PhoneActivity, PhoneKey, PhonePanel, PhoneValue, Progress, ShownIdea, Standing},
};

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

pub(super) fn results(room: &Phone, id: ActivityId) -> &[Standing] {
    match room.values.get(&PhoneKey::Results(id)) {
        Some(PhoneValue::Results(results)) => results,
        _ => &[],
    }
}
