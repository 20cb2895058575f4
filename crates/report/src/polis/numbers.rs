use std::collections::{BTreeMap, BTreeSet};

use visioncast_model::{Activity, Idea, IdeaId, PersonId, Source};

use super::gathered::cast;
use crate::{Material, shuffle::Shuffle};

/// What everything is called in the files.
pub(super) struct Numbers {
    pub(super) ideas: BTreeMap<IdeaId, u64>,
    pub(super) voters: BTreeMap<PersonId, u64>,
    /// Authors by idea: known ones by their number as voters, others by one that says nothing.
    pub(super) authors: BTreeMap<IdeaId, u64>,
}

impl Numbers {
    pub(super) fn of(material: Material<'_>, activity: &Activity, shuffle: &mut Shuffle) -> Self {
        let panel = material.panel;
        let ideas = numbered(
            panel
                .ideas_of(activity.prompt())
                .map(|(id, idea)| (id, idea.source_id.as_deref())),
            0,
            shuffle,
        );
        let voted: BTreeSet<PersonId> = cast(material, activity.id).map(|(_, person, ..)| person).collect();
        let voters = numbered(
            panel
                .people()
                .iter()
                .filter(|(id, person)| person.source == Source::Import || voted.contains(id))
                .map(|(id, person)| (*id, person.source_id.as_deref())),
            0,
            shuffle,
        );
        let beyond = voters.values().max().map_or(0, |most| most + 1);
        let known = |idea: &Idea| {
            let author = panel.people().get(&idea.author?)?;
            author.source_id.as_ref()?.parse::<u64>().ok()
        };
        let mut authors = BTreeMap::new();
        let mut unknown: BTreeMap<Result<PersonId, IdeaId>, Vec<IdeaId>> = BTreeMap::new();
        for (id, idea) in panel.ideas_of(activity.prompt()) {
            match (known(idea), idea.source) {
                (Some(number), _) => {
                    authors.insert(id, number);
                }
                (None, Source::Import) => {}
                (None, _) => unknown.entry(idea.author.ok_or(id)).or_default().push(id),
            }
        }
        let unknown_numbers = shuffle.pseudonyms(unknown.keys().copied());
        for (author, ideas) in &unknown {
            let number = unknown_numbers.get(author).map_or(0, |number| *number as u64 - 1);
            authors.extend(ideas.iter().map(|idea| (*idea, beyond + number)));
        }
        Self { ideas, voters, authors }
    }
}

/// Numbers: their own for those that bring one, random ones behind those for the others.
fn numbered<'a, I: Ord + Copy>(
    items: impl Iterator<Item = (I, Option<&'a str>)>,
    from: u64,
    shuffle: &mut Shuffle,
) -> BTreeMap<I, u64> {
    let (mut numbers, mut others) = (BTreeMap::new(), Vec::new());
    for (id, source_id) in items {
        match source_id.and_then(|number| number.parse::<u64>().ok()) {
            Some(number) => {
                numbers.insert(id, number);
            }
            None => others.push(id),
        }
    }
    let behind = numbers.values().max().map_or(from, |most| most + 1);
    let random = shuffle.pseudonyms(others);
    numbers.extend(random.into_iter().map(|(id, number)| (id, behind + number as u64 - 1)));
    numbers
}
