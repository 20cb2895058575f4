//! Bursts of joins that vote alike, and what a judgement adds up to without them. Nothing is ever taken out by itself.

use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::{Votes, bursts};
use visioncast_model::{Activity, Choice, Event, IdeaId, Integrity, Kind, PersonId, Source, Tally, Timestamp};

use crate::{Disclosure, Material, moment};

/// The rounds of the permutation test are drawn from it: two reports of one edition say the same.
const SEED: u64 = 1;

/// The bursts among the voters of one judgement, by their ballots before its reveal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bursts {
    pub(crate) each: Vec<Burst>,
    /// What they said before the reveal.
    tallies: BTreeMap<IdeaId, Tally>,
}

/// People who joined in quick succession and voted alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Burst {
    pub(crate) people: BTreeSet<PersonId>,
    /// When the first of them joined, and the last.
    pub(crate) joined: (Timestamp, Timestamp),
}

impl Bursts {
    /// None where people came by tickets, or with another tool: there is one ballot a person then.
    pub(crate) fn of(material: Material<'_>, judgement: &Activity) -> Self {
        let panel = material.panel;
        if panel.integrity() != Integrity::Open || !matches!(judgement.plan.kind, Kind::Judgement(_)) {
            return Self::default();
        }
        let mut last: BTreeMap<(PersonId, IdeaId), Choice> = BTreeMap::new();
        for recorded in material.events {
            if let Event::BallotCast {
                activity,
                person,
                idea,
                choice,
                later: false,
                source: Source::Device,
            } = &recorded.event
                && *activity == judgement.id
            {
                last.insert((*person, *idea), *choice);
            }
        }
        let people: Vec<PersonId> = last
            .keys()
            .map(|(person, _)| *person)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let ideas: Vec<IdeaId> = last
            .keys()
            .map(|(_, idea)| *idea)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let place = |list: &[PersonId], person: &PersonId| list.binary_search(person).unwrap_or_default();
        let ballots: Vec<_> = last
            .iter()
            .map(|((person, idea), choice)| {
                let statement = ideas.binary_search(idea).unwrap_or_default();
                (place(&people, person), statement, *choice)
            })
            .collect();
        let joined: Vec<Timestamp> = people
            .iter()
            .map(|person| panel.people().get(person).map(|known| known.joined).unwrap_or_default())
            .collect();
        let votes = Votes::of(people.len(), ideas.len(), &ballots);
        let found = bursts(&joined, &votes, SEED);
        let all: Vec<usize> = found.iter().flat_map(|burst| burst.people.iter().copied()).collect();
        Self {
            tallies: ideas.into_iter().zip(votes.tallies_of(&all)).collect(),
            each: found
                .into_iter()
                .map(|burst| Burst {
                    people: burst.people.into_iter().map(|person| people[person]).collect(),
                    joined: burst.joined,
                })
                .collect(),
        }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.each.is_empty()
    }

    /// How many people are in them.
    pub(crate) fn people(&self) -> usize {
        self.each.iter().map(|burst| burst.people.len()).sum()
    }

    pub(crate) fn has(&self, person: PersonId) -> bool {
        self.each.iter().any(|burst| burst.people.contains(&person))
    }

    /// What an idea had at the reveal without them.
    pub(crate) fn without(&self, idea: IdeaId, with: Tally) -> Tally {
        let theirs = self.tallies.get(&idea).copied().unwrap_or_default();
        Tally {
            agree: with.agree.saturating_sub(theirs.agree),
            disagree: with.disagree.saturating_sub(theirs.disagree),
            pass: with.pass.saturating_sub(theirs.pass),
        }
    }
}

impl Burst {
    /// In words, for a list.
    pub(crate) fn in_words(&self) -> String {
        let (first, last) = self.joined;
        format!(
            "{} people who joined within {} seconds, at {} UTC on {}",
            self.people.len(),
            (last.0 - first.0) / 1000 + 1,
            moment::clock(first),
            moment::day(first)
        )
    }
}

/// The bursts of every judgement that was revealed, in words: how many people, when, and what their ballots change.
#[must_use]
pub fn bursts_in_words(material: Material<'_>) -> Vec<String> {
    let panel = material.panel;
    let revealed = panel.agenda().iter().filter(|activity| activity.reveal.is_shown());
    let told = revealed.filter(|activity| Disclosure::AsRevealed.covers(panel, activity));
    told.flat_map(|judgement| {
        let bursts = Bursts::of(material, judgement);
        let totals = panel.totals_at_reveal(judgement.id).unwrap_or_default();
        let voted: u32 = totals.iter().map(|(_, tally)| tally.total()).sum();
        let without: u32 = totals.iter().map(|(idea, tally)| bursts.without(*idea, *tally).total()).sum();
        let title = judgement.plan.title.clone();
        let lines: Vec<String> = bursts
            .each
            .iter()
            .map(|burst| {
                format!(
                    "{title}: {}. Of {voted} ballots, {without} are left without bursts; the report shows the results both ways.",
                    burst.in_words()
                )
            })
            .collect();
        lines
    })
    .collect()
}
