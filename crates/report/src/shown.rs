//! What a report may show of a panel.

use std::collections::BTreeMap;

use visioncast_model::{Activity, Idea, IdeaId, Panel, Status};

/// A number for every visible idea, by which the report refers to it. It follows the random ids, so
/// that it does not tell who spoke first.
pub(crate) fn idea_numbers(panel: &Panel) -> BTreeMap<IdeaId, usize> {
    let visible = panel.ideas().iter().filter(|(_, idea)| idea.hidden.is_none());
    visible.map(|(id, _)| *id).zip(1..).collect()
}

/// Whether the room was shown what it answered, or the panel has ended.
pub(crate) fn is_told(panel: &Panel, activity: &Activity) -> bool {
    activity.reveal.is_shown() || panel.status() == Status::Ended
}

/// The words of an idea, where they are there and may be quoted.
pub(crate) fn quotable<'a>(panel: &'a Panel, idea: &Idea) -> Option<&'a str> {
    panel.words(idea).filter(|_| idea.quotable)
}
