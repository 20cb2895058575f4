//! Bursts of joins that vote alike, and what a judgement adds up to without them. Nothing is ever taken out by itself.

use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::{Votes, bursts};
use visioncast_model::{Activity, Choice, IdeaId, Integrity, Kind, PersonId, Source, Tally, Timestamp};

use crate::{Material, ballots::ballots, moment};

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
        // Who typed them from paper, or brought them from elsewhere, is not known to have joined.
        let by_idea = ballots(material, judgement.id, |source| source == Source::Device);
        let people: Vec<PersonId> = by_idea
            .values()
            .flat_map(BTreeMap::keys)
            .copied()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let ideas: Vec<IdeaId> = by_idea.keys().copied().collect();
        let place = |person: &PersonId| people.binary_search(person).unwrap_or_default();
        let each = by_idea.values().enumerate();
        let mut votes: Vec<(usize, usize, Choice)> = each
            .flat_map(|(statement, said)| said.iter().map(move |(person, choice)| (person, statement, *choice)))
            .map(|(person, statement, choice)| (place(person), statement, choice))
            .collect();
        votes.sort_unstable_by_key(|(person, statement, _)| (*person, *statement));
        let joined: Vec<Timestamp> = people
            .iter()
            .map(|person| panel.people().get(person).map(|known| known.joined).unwrap_or_default())
            .collect();
        let votes = Votes::of(people.len(), ideas.len(), &votes);
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
    /// Within how many seconds they joined, a begun one counted.
    const fn seconds(&self) -> i64 {
        (self.joined.1.0 - self.joined.0.0) / 1000 + 1
    }
}

/// A burst of joins, as facilitators are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldBurst {
    /// The title of the vote.
    pub title: String,
    /// How many people are in it.
    pub people: usize,
    /// Within how many seconds they joined.
    pub seconds: i64,
    /// When the first of them did; and the same on a clock, in UTC.
    pub at: Timestamp,
    /// See [`Self::at`].
    pub clock: String,
    /// How many ballots the vote has.
    pub ballots: u32,
    /// How many are left without all of its bursts.
    pub left: u32,
}

/// The bursts of every judgement that was revealed.
#[must_use]
pub fn told_bursts(material: Material<'_>) -> Vec<ToldBurst> {
    let panel = material.panel;
    let revealed = panel.agenda().iter().filter(|activity| activity.reveal.is_shown());
    revealed
        .flat_map(|judgement| {
            let bursts = Bursts::of(material, judgement);
            let totals = panel.totals_at_reveal(judgement.id).unwrap_or_default();
            let ballots = totals.iter().map(|(_, tally)| tally.total()).sum();
            let left = totals
                .iter()
                .map(|(idea, tally)| bursts.without(*idea, *tally).total())
                .sum();
            let told = |burst: &Burst| ToldBurst {
                title: judgement.plan.title.clone(),
                people: burst.people.len(),
                seconds: burst.seconds(),
                at: burst.joined.0,
                clock: moment::clock(burst.joined.0),
                ballots,
                left,
            };
            bursts.each.iter().map(told).collect::<Vec<_>>()
        })
        .collect()
}
