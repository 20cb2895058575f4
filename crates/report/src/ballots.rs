use std::collections::BTreeMap;

use visioncast_model::{ActivityId, Choice, Event, IdeaId, PersonId, Source};

use crate::Material;

/// The ballots of a vote before its reveal, idea by idea, each person's last one; of those that came in by a way that counts
/// here.
pub(crate) fn ballots(
    material: Material<'_>,
    vote: ActivityId,
    counts: impl Fn(Source) -> bool,
) -> BTreeMap<IdeaId, BTreeMap<PersonId, Choice>> {
    let mut ballots: BTreeMap<IdeaId, BTreeMap<PersonId, Choice>> = BTreeMap::new();
    for recorded in material.events {
        if let Event::BallotCast {
            activity,
            person,
            idea,
            choice,
            later: false,
            source,
        } = &recorded.event
            && *activity == vote
            && counts(*source)
        {
            ballots.entry(*idea).or_default().insert(*person, *choice);
        }
    }
    ballots
}
