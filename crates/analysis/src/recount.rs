use std::collections::{BTreeMap, BTreeSet};

use visioncast_model::{ActivityId, Choice, Event, IdeaId, Kind, PersonId, Plan, Recorded, Seq, Tally};

/// Ballots counted again from the log: from scratch at every reveal, by other code than the one
/// that keeps a panel's running totals, so that the two check each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recount {
    /// Every reveal of a judgement, in the order of the log.
    pub reveals: Vec<CountedReveal>,
    /// What the current ballots add up to in the end; nothing for an idea without ballots.
    pub current: BTreeMap<(ActivityId, IdeaId), Tally>,
    /// Ballots that were cast, those that a later one replaced too.
    pub cast: usize,
    /// Current ballots.
    pub ballots: usize,
}

/// What a judgement added up to when it was revealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedReveal {
    /// The event.
    pub seq: Seq,
    /// The judgement.
    pub activity: ActivityId,
    /// What the log recorded.
    pub recorded: BTreeMap<IdeaId, Tally>,
    /// What its ballots add up to.
    pub counted: BTreeMap<IdeaId, Tally>,
}

#[derive(Default)]
struct Count {
    /// Every ballot that counts, one per person, judgement and idea.
    current: BTreeMap<(ActivityId, IdeaId, PersonId), Choice>,
    cast: usize,
    /// The prompt of every judgement.
    judges: BTreeMap<ActivityId, ActivityId>,
    prompts: BTreeMap<IdeaId, ActivityId>,
    hidden: BTreeSet<IdeaId>,
    reveals: Vec<CountedReveal>,
}

impl Recount {
    /// Counts a log from its first event on.
    #[must_use]
    pub fn of(events: &[Recorded]) -> Self {
        let mut count = Count::default();
        for recorded in events {
            count.take(recorded);
        }
        Self {
            current: tallies(
                count
                    .current
                    .iter()
                    .map(|((activity, idea, _), choice)| ((*activity, *idea), *choice)),
            ),
            cast: count.cast,
            ballots: count.current.len(),
            reveals: count.reveals,
        }
    }
}

impl Count {
    fn take(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::PanelCreated(created) => {
                for (activity, plan) in &created.agenda {
                    self.plan(*activity, plan);
                }
            }
            Event::ActivityAdded { activity, plan, .. } => self.plan(*activity, plan),
            Event::IdeaAdded { idea, activity, .. } => {
                self.prompts.insert(*idea, *activity);
            }
            Event::IdeaHidden { idea, .. } => {
                self.hidden.insert(*idea);
            }
            Event::IdeaShown { idea } => {
                self.hidden.remove(idea);
            }
            Event::BallotCast {
                activity,
                person,
                idea,
                choice,
                ..
            } => {
                self.cast += 1;
                self.current.insert((*activity, *idea, *person), *choice);
            }
            Event::Revealed { activity, totals, .. } => {
                if let Some(counted) = self.count(*activity) {
                    self.reveals.push(CountedReveal {
                        seq: recorded.seq,
                        activity: *activity,
                        recorded: totals.iter().copied().collect(),
                        counted,
                    });
                }
            }
            _ => {}
        }
    }

    fn plan(&mut self, activity: ActivityId, plan: &Plan) {
        if let Kind::Judgement(judgement) = &plan.kind {
            self.judges.insert(activity, judgement.prompt);
        }
    }

    /// The totals of every visible idea of a judgement; none where it is none.
    fn count(&self, judgement: ActivityId) -> Option<BTreeMap<IdeaId, Tally>> {
        let prompt = self.judges.get(&judgement)?;
        let cast = tallies(
            self.current
                .iter()
                .filter(|((activity, ..), _)| *activity == judgement)
                .map(|((_, idea, _), choice)| (*idea, *choice)),
        );
        let visible = self
            .prompts
            .iter()
            .filter(|(idea, of)| *of == prompt && !self.hidden.contains(idea))
            .map(|(idea, _)| (*idea, cast.get(idea).copied().unwrap_or_default()));
        Some(visible.collect())
    }
}

fn tallies<K: Ord>(ballots: impl Iterator<Item = (K, Choice)>) -> BTreeMap<K, Tally> {
    let mut tallies: BTreeMap<K, Tally> = BTreeMap::new();
    for (key, choice) in ballots {
        tallies.entry(key).or_default().count(choice);
    }
    tallies
}
