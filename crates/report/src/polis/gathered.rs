//! What is written of one conversation, with the numbers that stand for people and ideas in the files.

use std::collections::BTreeMap;

use visioncast_model::{
    Activity, ActivityId, Choice, ConstituencyId, Event, Idea, IdeaId, Kind, PersonId, Source, Timestamp,
};

use super::numbers::Numbers;
use crate::{Disclosure, Material, moment, shuffle::Shuffle};

pub(super) struct Conversation<'a> {
    pub(super) material: Material<'a>,
    pub(super) activity: &'a Activity,
    pub(super) disclosed: bool,
    pub(super) statements: Vec<Statement<'a>>,
    pub(super) voters: Vec<Voter>,
    pub(super) votes: Vec<Vote>,
    /// The last vote of everybody on everything.
    pub(super) last: BTreeMap<(PersonId, IdeaId), Choice>,
    pub(super) groups: BTreeMap<ConstituencyId, Vec<PersonId>>,
}

pub(super) struct Statement<'a> {
    pub(super) id: IdeaId,
    pub(super) number: u64,
    pub(super) author: Option<u64>,
    pub(super) idea: &'a Idea,
    pub(super) words: &'a str,
}

pub(super) struct Voter {
    pub(super) id: PersonId,
    pub(super) number: u64,
    pub(super) group: Option<ConstituencyId>,
    /// None where it would tie words to votes.
    pub(super) comments: Option<usize>,
}

pub(super) struct Vote {
    pub(super) at: Timestamp,
    pub(super) statement: u64,
    pub(super) idea: IdeaId,
    pub(super) voter: u64,
    pub(super) choice: Choice,
    pub(super) imported: bool,
}

impl<'a> Conversation<'a> {
    pub(super) fn of(
        material: Material<'a>,
        disclosure: Disclosure,
        activity: &'a Activity,
        shuffle: &mut Shuffle,
    ) -> Self {
        let panel = material.panel;
        let numbers = Numbers::of(material, activity, shuffle);
        let statements = statements(material, activity, &numbers);
        let disclosed = disclosure.covers(panel, activity) || !matches!(activity.plan.kind, Kind::Judgement(_));
        let votes = if disclosed {
            votes(material, activity.id, &numbers)
        } else {
            Vec::new()
        };
        let last = cast(material, activity.id)
            .map(|(_, person, idea, choice, _)| ((person, idea), choice))
            .collect();
        let voters = if disclosed {
            voters(material, &numbers, &statements)
        } else {
            Vec::new()
        };
        let mut groups: BTreeMap<ConstituencyId, Vec<PersonId>> = BTreeMap::new();
        for voter in &voters {
            if let Some(group) = voter.group {
                groups.entry(group).or_default().push(voter.id);
            }
        }
        Self {
            material,
            activity,
            disclosed,
            statements,
            voters,
            votes,
            last,
            groups,
        }
    }
}

fn statements<'a>(material: Material<'a>, activity: &Activity, numbers: &Numbers) -> Vec<Statement<'a>> {
    let panel = material.panel;
    let mut statements: Vec<Statement<'a>> = panel
        .ideas_of(activity.prompt())
        .map(|(id, idea)| Statement {
            id,
            number: numbers.ideas.get(&id).copied().unwrap_or_default(),
            author: numbers.authors.get(&id).copied(),
            idea,
            words: panel.words(idea).unwrap_or_default(),
        })
        .collect();
    // What came from Polis stays in its order; the order in which the room spoke is not told.
    statements.sort_by_key(|statement| match statement.idea.source {
        Source::Import => (0, 0),
        _ => (1, statement.number),
    });
    statements
}

fn voters(material: Material<'_>, numbers: &Numbers, statements: &[Statement<'_>]) -> Vec<Voter> {
    let panel = material.panel;
    let mut voters: Vec<(usize, Voter)> = Vec::new();
    let joined = material.events.iter().filter_map(|recorded| match &recorded.event {
        Event::PersonJoined { person, .. } => Some(*person),
        _ => None,
    });
    for (place, id) in joined.enumerate() {
        let (Some(number), Some(person)) = (numbers.voters.get(&id), panel.people().get(&id)) else {
            continue;
        };
        let imported = person.source == Source::Import;
        let mut named = person.constituencies.iter().filter(|_| imported);
        let group = named.next().copied().filter(|_| person.constituencies.len() == 1);
        let comments = imported.then(|| {
            statements
                .iter()
                .filter(|statement| statement.author == Some(*number))
                .count()
        });
        let place = if imported { place } else { usize::MAX };
        voters.push((
            place,
            Voter {
                id,
                number: *number,
                group,
                comments,
            },
        ));
    }
    voters.sort_by_key(|(place, voter)| (*place, voter.number));
    voters.into_iter().map(|(_, voter)| voter).collect()
}

/// Every ballot of a judgement, in the order of the log.
pub(super) fn cast(
    material: Material<'_>,
    judgement: ActivityId,
) -> impl Iterator<Item = (Timestamp, PersonId, IdeaId, Choice, Source)> + '_ {
    material
        .events
        .iter()
        .filter_map(move |recorded| match &recorded.event {
            Event::BallotCast {
                activity,
                person,
                idea,
                choice,
                source,
                ..
            } if *activity == judgement => Some((recorded.at, *person, *idea, *choice, *source)),
            _ => None,
        })
}

fn votes(material: Material<'_>, judgement: ActivityId, numbers: &Numbers) -> Vec<Vote> {
    let mut votes: Vec<Vote> = cast(material, judgement)
        .filter_map(|(at, person, idea, choice, source)| {
            Some(Vote {
                at: told(at, source),
                statement: *numbers.ideas.get(&idea)?,
                idea,
                voter: *numbers.voters.get(&person)?,
                choice,
                imported: source == Source::Import,
            })
        })
        .collect();
    votes.sort_by_key(|vote| {
        if vote.imported {
            (0, 0, 0)
        } else {
            (1, vote.statement, vote.voter)
        }
    });
    votes
}

/// When something happened, as far as it is told.
pub(super) fn told(at: Timestamp, source: Source) -> Timestamp {
    match source {
        Source::Import => at,
        Source::Device | Source::Spoken | Source::Paper => moment::to_the_hour(at),
    }
}
