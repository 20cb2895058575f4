//! What is shown of votes and of an answered survey beside the counts, step by step: how each group answered, and where the
//! groups agree and part. It is worked out once, when it is shown, and stays as it was: two of it could be compared otherwise, and a person
//! be found in the difference.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    Activity, Ballots, Choice, ConstituencyId, Divide, Idea, IdeaId, ItemId, Items, Kind, Panel, PersonId, Tally,
    bridge, group_informed_consensus, suppressed, view::sureness,
};

/// The most things that are compared over groups: what can be read from the last row of a hall.
const ROWS: usize = 8;
/// The most that are named as shared, and as parting.
const NAMED: usize = 4;

/// One step more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Further {
    /// How each group answered.
    Groups(ByGroup),
    /// Where the groups agree, and where they part.
    Across(Across),
}

/// How each group answered, as far as no number of people points at one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByGroup {
    /// The groups; none for those who named none.
    pub groups: Vec<Option<ConstituencyId>>,
    /// Per item, the best supported first: what each group said, in the order of the groups; none where that is kept back.
    pub rows: Vec<(ItemId, Vec<Option<Tally>>)>,
}

/// Where the groups agree, and where they part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Across {
    /// What every group leans to, the most widely shared first.
    pub shared: Vec<ItemId>,
    /// What one group leans to and another does not, the furthest apart first: with those two groups.
    pub split: Vec<(ItemId, Option<ConstituencyId>, Option<ConstituencyId>)>,
}

/// How many steps there are beside the counts.
const FURTHER_STEPS: u8 = 2;

impl Activity {
    /// Whether more than its counts can be shown: one can be for what it asks about, or not.
    fn has_further(&self) -> bool {
        match &self.plan.kind {
            Kind::Judgement(_) => true,
            Kind::Survey(survey) => survey.scale.takes_sides() && survey.items != Items::Map,
            Kind::Prompt(_) | Kind::Reflection(_) | Kind::Volunteers | Kind::Grouping(_) => false,
        }
    }

    /// Whether its counts are shown, and a step more of it can be.
    #[must_use]
    pub fn can_go_further(&self) -> bool {
        self.reveal.is_shown() && self.has_further() && self.further < FURTHER_STEPS
    }
}

impl Panel {
    /// What is shown of an activity beside its counts, in the order in which it was shown.
    #[must_use]
    pub fn further(&self, activity: &Activity) -> &[Further] {
        self.further.get(&activity.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// What groups are compared over: the items of a survey, or the ideas that were voted on.
    pub(crate) fn compared(&self, activity: &Activity) -> Vec<ItemId> {
        if !matches!(activity.plan.kind, Kind::Judgement(_)) {
            return self.items(activity);
        }
        let voted_on = |(id, _): &(IdeaId, &Idea)| self.tally(activity.id, *id).total() > 0;
        let ideas = self.visible_ideas(activity.prompt()).filter(voted_on);
        ideas.map(|(id, _)| ItemId::Idea(id)).collect()
    }

    /// How each group answered, as it may be shown now.
    pub(crate) fn by_group(&self, activity: &Activity) -> ByGroup {
        let known = self.framework.constituencies.iter().map(|known| Some(known.id));
        let groups: Vec<_> = known.chain([None]).collect();
        let mut rows = Vec::new();
        for item in self.compared(activity) {
            let mut tallies = vec![Tally::default(); groups.len()];
            let said = self.sides(activity, item);
            for (person, choice) in &said {
                let named = self.people.get(person).map(|person| &person.constituencies);
                let named: &BTreeSet<ConstituencyId> = named.unwrap_or(&NOBODY);
                for (group, tally) in groups.iter().zip(&mut tallies) {
                    let is_in = group.map_or(named.is_empty(), |group| named.contains(&group));
                    if is_in {
                        tally.count(*choice);
                    }
                }
            }
            let sizes: Vec<u32> = tallies.iter().map(|tally| tally.total()).collect();
            let published = suppressed(&sizes, said.len() as u32);
            let told = published.iter().zip(tallies);
            let told = told.map(|(size, tally)| size.map(|_| tally)).collect();
            rows.push((item, self.support_of(activity, item), told));
        }
        rows.sort_by(|(_, one, _), (_, other, _)| other.total_cmp(one));
        ByGroup {
            groups,
            rows: readable(rows.into_iter().map(|(item, _, told)| (item, told)).collect()),
        }
    }

    /// On which side of an item everybody stands who said so.
    fn sides(&self, activity: &Activity, item: ItemId) -> Vec<(PersonId, Choice)> {
        let Some(survey) = activity.survey() else {
            let ItemId::Idea(idea) = item else { return Vec::new() };
            let ballots = self.ballots(activity.id, idea);
            return ballots.into_iter().flat_map(Ballots::iter).collect();
        };
        let marks = self.marks(activity.id, item);
        let answered = self.answered.get(&activity.id).into_iter().flatten();
        let side = |person: &PersonId| match marks.and_then(|marks| marks.of(*person)) {
            Some(mark) => survey.scale.side(&mark.marks),
            // Whoever has spent a budget elsewhere has said so of this too.
            None => survey.scale.is_shared().then_some(Choice::Pass),
        };
        answered.filter_map(|person| Some((*person, side(person)?))).collect()
    }

    /// How strongly the room is for an item, for its place among the others.
    fn support_of(&self, activity: &Activity, item: ItemId) -> f64 {
        match (activity.survey(), item) {
            (Some(survey), _) => {
                let marks = self.marks(activity.id, item);
                marks.map_or(0.0, |marks| f64::from(survey.scale.points(marks.counts())))
            }
            (None, ItemId::Idea(idea)) => sureness(self.tally(activity.id, idea)),
            (None, _) => 0.0,
        }
    }
}

/// Of rows that come best supported first, as many as can be read: the first ones, and those that part the groups most.
fn readable(mut rows: Vec<(ItemId, Vec<Option<Tally>>)>) -> Vec<(ItemId, Vec<Option<Tally>>)> {
    if rows.len() <= ROWS {
        return rows;
    }
    let rest = rows.split_off(ROWS - NAMED);
    let mut parting: Vec<(f64, usize)> = (0..)
        .zip(&rest)
        .filter_map(|(place, (_, told))| {
            let told: Vec<Tally> = told.iter().flatten().copied().collect();
            let divide = Divide::of(&told).filter(Divide::parts)?;
            Some((divide.gap, place))
        })
        .collect();
    parting.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut kept: BTreeSet<usize> = parting.iter().take(NAMED).map(|(_, place)| *place).collect();
    for place in 0..rest.len() {
        if kept.len() < NAMED {
            kept.insert(place);
        }
    }
    let rest = (0..).zip(rest).filter(|(place, _)| kept.contains(place));
    rows.extend(rest.map(|(_, row)| row));
    rows
}

static NOBODY: BTreeSet<ConstituencyId> = BTreeSet::new();

impl ByGroup {
    /// Where the groups whose answers are shown agree, and where they part.
    pub(crate) fn across(&self) -> Across {
        let mut shared: Vec<(f64, ItemId)> = Vec::new();
        let mut split: Vec<(f64, _)> = Vec::new();
        for (item, told) in &self.rows {
            let shown = || self.groups.iter().zip(told);
            let (groups, tallies): (Vec<_>, Vec<_>) =
                shown().filter_map(|(group, tally)| Some((*group, (*tally)?))).unzip();
            if bridge(&tallies).is_some() {
                shared.push((group_informed_consensus(&tallies).unwrap_or_default(), *item));
            }
            if let Some(divide) = Divide::of(&tallies).filter(Divide::parts) {
                split.push((divide.gap, (*item, groups[divide.most], groups[divide.least])));
            }
        }
        shared.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        split.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        Across {
            shared: shared.into_iter().take(NAMED).map(|(_, item)| item).collect(),
            split: split.into_iter().take(NAMED).map(|(_, split)| split).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tally(agree: u32, disagree: u32, pass: u32) -> Option<Tally> {
        Some(Tally { agree, disagree, pass })
    }

    fn by_group(rows: &[[Option<Tally>; 3]]) -> ByGroup {
        let item = |place| ItemId::Own(place);
        ByGroup {
            groups: vec![Some(ConstituencyId(1)), Some(ConstituencyId(2)), None],
            rows: (0..).map(item).zip(rows.iter().map(|row| row.to_vec())).collect(),
        }
    }

    #[test]
    fn what_all_shown_groups_lean_to_is_shared() {
        let across = by_group(&[
            [tally(6, 2, 0), tally(9, 1, 0), None],
            [tally(9, 0, 0), tally(9, 0, 0), None],
            [tally(9, 0, 0), None, None],
        ])
        .across();
        assert_eq!(across.shared, [ItemId::Own(1), ItemId::Own(0)]);
        assert_eq!(across.split, [], "nobody is compared with a group that is kept back");
    }

    #[test]
    fn what_one_group_leans_to_and_another_does_not_parts_them() {
        let across = by_group(&[
            [tally(18, 2, 0), tally(4, 16, 0), tally(10, 10, 0)],
            [tally(11, 9, 0), tally(10, 10, 0), None],
        ])
        .across();
        let pair = (Some(ConstituencyId(1)), Some(ConstituencyId(2)));
        assert_eq!(across.split, [(ItemId::Own(0), pair.0, pair.1)]);
        assert_eq!(across.shared, [], "a hair's breadth parts nobody");
    }
}
