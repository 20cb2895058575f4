use std::collections::{BTreeMap, BTreeSet};

use visioncast_model::{
    ActivityId, Choice, Event, IdeaId, ItemId, Kind, PersonId, Plan, Recorded, Scale, Seq, Tally, ThemeEdition,
};

/// Ballots counted again from the log: from scratch at every reveal, by other code than the one
/// that keeps a panel's running totals, so that the two check each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recount {
    /// Every reveal of a judgement, in the order of the log.
    pub reveals: Vec<CountedReveal>,
    /// Every reveal of a survey, in the order of the log.
    pub surveys: Vec<CountedSurvey>,
    /// What the current answers to surveys add up to in the end; nothing for an unanswered item.
    pub answers: BTreeMap<(ActivityId, ItemId), Vec<u32>>,
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

/// What a survey added up to when it was revealed, per item and option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedSurvey {
    /// The event.
    pub seq: Seq,
    /// The survey.
    pub activity: ActivityId,
    /// What the log recorded.
    pub recorded: BTreeMap<ItemId, Vec<u32>>,
    /// What its answers add up to.
    pub counted: BTreeMap<ItemId, Vec<u32>>,
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
    /// Every last answer, one per person, survey and item, with the edition of the themes that its voter saw.
    marks: BTreeMap<(ActivityId, ItemId, PersonId), (Vec<u8>, u32)>,
    /// What surveys on themes asked about, from one opening to the next.
    editions: BTreeMap<ActivityId, Vec<ThemeEdition>>,
    scales: BTreeMap<ActivityId, Scale>,
    surveys: Vec<CountedSurvey>,
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
            answers: count.answers(|_| true),
            surveys: std::mem::take(&mut count.surveys),
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
            Event::ActivityAdded { activity, plan, .. } | Event::ActivityEdited { activity, plan } => {
                self.plan(*activity, plan);
            }
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
            Event::Marked {
                activity,
                person,
                item,
                marks,
                edition,
                ..
            } => {
                self.marks
                    .insert((*activity, *item, *person), (marks.clone(), *edition));
            }
            Event::ThemesPinned { activity, edition } => {
                self.editions.entry(*activity).or_default().push(edition.clone());
            }
            Event::Revealed {
                activity,
                totals,
                counts,
            } => {
                if self.scales.contains_key(activity) {
                    let counted = self.answers(|(survey, item)| survey == activity && !self.is_hidden(*survey, *item));
                    self.surveys.push(CountedSurvey {
                        seq: recorded.seq,
                        activity: *activity,
                        recorded: counts.iter().cloned().collect(),
                        counted: counted.into_iter().map(|((_, item), counts)| (item, counts)).collect(),
                    });
                }
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
        match &plan.kind {
            Kind::Judgement(judgement) => {
                self.judges.insert(activity, judgement.prompt);
            }
            Kind::Survey(survey) => {
                self.scales.insert(activity, survey.scale.clone());
            }
            Kind::Prompt(_) | Kind::Reflection(_) | Kind::Volunteers | Kind::Grouping(_) => {}
        }
    }

    /// What the answers to the wanted items add up to, per option.
    fn answers(&self, wanted: impl Fn((&ActivityId, &ItemId)) -> bool) -> BTreeMap<(ActivityId, ItemId), Vec<u32>> {
        let mut counts: BTreeMap<(ActivityId, ItemId), Vec<u32>> = BTreeMap::new();
        for ((activity, item, _), (marks, edition)) in &self.marks {
            let Some(scale) = self.scales.get(activity).filter(|_| wanted((activity, item))) else {
                continue;
            };
            if !self.saw_the_same(*activity, *item, *edition) {
                continue;
            }
            let counts = counts.entry((*activity, *item)).or_default();
            counts.resize(scale.options(), 0);
            for (place, mark) in marks.iter().enumerate() {
                if let Some(count) = counts.get_mut(usize::from(*mark)) {
                    *count += scale.weight(place);
                }
            }
        }
        counts
    }

    /// Whether an answer of that edition is to what the last one asks about.
    fn saw_the_same(&self, survey: ActivityId, item: ItemId, edition: u32) -> bool {
        let ItemId::Theme(theme) = item else { return true };
        let editions = self.editions.get(&survey).map(Vec::as_slice).unwrap_or_default();
        let version = |edition: &ThemeEdition| edition.theme(theme).map(|pinned| pinned.version);
        let seen = (edition as usize)
            .checked_sub(1)
            .and_then(|place| version(editions.get(place)?));
        seen.is_some() && seen == editions.last().and_then(version)
    }

    /// Whether an item is off the screens: an idea, or all that a theme holds.
    fn is_hidden(&self, survey: ActivityId, item: ItemId) -> bool {
        match item {
            ItemId::Idea(idea) => self.hidden.contains(&idea),
            ItemId::Theme(theme) => {
                let last = self.editions.get(&survey).and_then(|editions| editions.last());
                let pinned = last.and_then(|edition| edition.theme(theme));
                pinned.is_none_or(|pinned| pinned.ideas.iter().all(|idea| self.hidden.contains(idea)))
            }
            _ => false,
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
