use std::collections::BTreeMap;

use visioncast_model::{Activity, Choice, Event};

use super::{Disguise, source, yes_or_no};
use crate::{Material, bursts::Bursts, shuffle::Shuffle, table::Table};

/// One row per current ballot: the last one of a person on an idea, in random order.
pub(super) fn table(
    material: Material<'_>,
    judgements: &[(usize, &Activity)],
    disguise: &Disguise,
    shuffle: &mut Shuffle,
) -> Table {
    let mut table = Table::spreadsheet(&[
        "person",
        "idea",
        "judgement",
        "choice",
        "after_reveal",
        "source",
        "in_burst",
    ]);
    let mut current = BTreeMap::new();
    for recorded in material.events {
        if let Event::BallotCast {
            activity,
            person,
            idea,
            choice,
            later,
            source,
        } = &recorded.event
        {
            current.insert((activity, person, idea), (*choice, *later, *source));
        }
    }
    for (place, judgement) in judgements {
        let bursts = Bursts::of(material, judgement);
        let cast = current.iter().filter(|((activity, ..), _)| **activity == judgement.id);
        for ((_, person, idea), (choice, later, how)) in cast {
            table.row([
                disguise.people.get(person).map(usize::to_string).unwrap_or_default(),
                disguise.ideas.get(idea).map(usize::to_string).unwrap_or_default(),
                place.to_string(),
                word(*choice).to_owned(),
                yes_or_no(*later),
                source(*how),
                yes_or_no(bursts.has(**person)),
            ]);
        }
    }
    shuffle.shuffle(table.body());
    table
}

const fn word(choice: Choice) -> &'static str {
    match choice {
        Choice::Agree => "agree",
        Choice::Disagree => "disagree",
        Choice::Pass => "pass",
    }
}
