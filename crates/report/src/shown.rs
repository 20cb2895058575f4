//! What a report may show of a panel.

use std::collections::{BTreeMap, BTreeSet};

use visioncast_model::{Activity, Event, Idea, IdeaId, Panel, Status};

use crate::Material;

/// A number for every idea, hidden ones too, by which the report refers to it. It keeps it in all later editions; of those
/// that came between two editions it follows the random ids, so that it does not tell who spoke first.
pub(crate) fn idea_numbers(material: Material<'_>) -> BTreeMap<IdeaId, usize> {
    let editions = material.panel.frozen_reports();
    let added = material.events.iter().filter_map(|recorded| match &recorded.event {
        Event::IdeaAdded { idea, .. } => {
            let before = editions.iter().filter(|report| report.until < recorded.seq);
            Some((before.count(), *idea))
        }
        _ => None,
    });
    let in_order: BTreeSet<(usize, IdeaId)> = added.collect();
    in_order.into_iter().map(|(_, idea)| idea).zip(1..).collect()
}

/// Whether the room was shown what it answered, or the panel has ended.
pub(crate) fn is_told(panel: &Panel, activity: &Activity) -> bool {
    activity.reveal.is_shown() || panel.status() == Status::Ended
}

/// The words of an idea, where they are there and may be quoted.
pub(crate) fn quotable<'a>(panel: &'a Panel, idea: &Idea) -> Option<&'a str> {
    panel.words(idea).filter(|_| idea.quotable)
}
