use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use visioncast_model::{Activity, Event, IdeaId, Integrity, Interval, Reveal, Tally, Timestamp, view::sureness};

use crate::{Material, bursts::Bursts, shown::quotable};

/// What a judgement added up to when it was revealed: until then nobody had seen a total.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Results {
    pub(crate) title: String,
    pub(crate) question: String,
    pub(crate) revealed: Timestamp,
    /// How it was made sure that nobody has two ballots.
    pub(crate) integrity: Integrity,
    /// How many people voted before the reveal.
    pub(crate) voters: usize,
    /// How many ballots came after the reveal; they are in no total.
    pub(crate) later: usize,
    /// Most surely supported first.
    pub(crate) standings: Vec<Standing>,
    /// Visible ideas that nobody voted on.
    pub(crate) unvoted: Vec<Standing>,
    /// How many people joined in bursts that voted alike.
    pub(crate) in_bursts: usize,
}

/// An idea with what the room said to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Standing {
    /// What the report calls the idea.
    pub(crate) number: usize,
    /// Its words; none where they may not be quoted, or were erased.
    pub(crate) words: Option<String>,
    pub(crate) domain: Option<String>,
    pub(crate) tally: Tally,
    /// The range behind the order: of agree among agree and disagree.
    pub(crate) interval: Interval,
}

impl Results {
    /// None where nothing was revealed.
    pub(crate) fn of(material: Material<'_>, judgement: &Activity, numbers: &BTreeMap<IdeaId, usize>) -> Option<Self> {
        let panel = material.panel;
        let Reveal::Shown { at } = judgement.reveal else {
            return None;
        };
        let totals = panel.totals_at_reveal(judgement.id)?;
        let standing = |(id, tally): &(IdeaId, Tally)| {
            let idea = panel.ideas().get(id).filter(|idea| idea.hidden.is_none())?;
            let domain = idea.domain.and_then(|domain| panel.framework().domain(domain));
            Some(Standing {
                number: numbers.get(id).copied()?,
                words: quotable(panel, idea).map(str::to_owned),
                domain: domain.map(|domain| domain.name.clone()),
                tally: *tally,
                interval: Interval::wilson(tally.agree, tally.agree + tally.disagree),
            })
        };
        let (mut standings, mut unvoted): (Vec<_>, Vec<_>) = totals
            .iter()
            .filter_map(standing)
            .partition(|standing| standing.tally.total() > 0);
        standings.sort_by(surest_first);
        unvoted.sort_by_key(|standing| standing.number);
        let (mut voters, mut later_ballots) = (BTreeSet::new(), 0);
        for recorded in material.events {
            match &recorded.event {
                Event::BallotCast {
                    activity, later: true, ..
                } if *activity == judgement.id => {
                    later_ballots += 1;
                }
                Event::BallotCast { activity, person, .. } if *activity == judgement.id => {
                    voters.insert(*person);
                }
                _ => {}
            }
        }
        Some(Self {
            title: judgement.plan.title.clone(),
            question: judgement.plan.question.clone(),
            revealed: at,
            integrity: panel.integrity(),
            voters: voters.len(),
            later: later_ballots,
            standings,
            unvoted,
            in_bursts: Bursts::of(material, judgement).people(),
        })
    }
}

fn surest_first(one: &Standing, other: &Standing) -> Ordering {
    sureness(other.tally)
        .total_cmp(&sureness(one.tally))
        .then(one.number.cmp(&other.number))
}
