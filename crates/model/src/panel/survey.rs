//! What a survey asks whom, and what its answers add up to.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::{
    Activity, ActivityId, Idea, IdeaId, ItemId, Items, Mark, Marks, Panel, PersonId, Survey,
    deal::{HAND, fewest_first, shuffle},
};

impl Panel {
    /// Everything that a survey asks about, in the framework's order; ideas in the order of arrival,
    /// without hidden ones; themes as they were when it opened. Empty for what is no survey.
    #[must_use]
    pub fn items(&self, activity: &Activity) -> Vec<ItemId> {
        match activity.survey().map(|survey| &survey.items) {
            None => Vec::new(),
            Some(Items::Ideas(prompt)) => self
                .ideas_of(*prompt)
                .filter(|(_, idea)| idea.hidden.is_none())
                .map(|(id, _)| ItemId::Idea(id))
                .collect(),
            Some(Items::Themes(prompt)) => self.theme_items(activity, *prompt),
            Some(items) => items.listed(&self.framework),
        }
    }

    /// What a survey asks `person` about, in the order to show it: what was dealt to them where it
    /// deals; of the wants those of the constituencies that they named, where they named some; else
    /// everything.
    #[must_use]
    pub fn items_for(&self, activity: &Activity, person: PersonId) -> Vec<ItemId> {
        let Some(survey) = activity.survey() else {
            return Vec::new();
        };
        if let Some(own) = self.own_wants(survey, person) {
            return own;
        }
        if self.deals(survey) {
            let dealt = self.dealt_items.get(&(activity.id, person));
            let asked = |item: &ItemId| self.is_asked(activity.id, *item);
            return dealt.into_iter().flatten().copied().filter(asked).collect();
        }
        let mut items = self.items(activity);
        if survey.scale.is_shared() {
            // All are seen at once: what stands first would be taken more often than it is meant.
            items.sort_by_key(|item| shuffle(self.seed, person.0, key(activity.id, *item)));
        }
        items
    }

    /// What a survey's items were when it was revealed: later openings do not move them. None where it was not.
    #[must_use]
    pub fn items_at_reveal(&self, activity: &Activity) -> Option<Vec<ItemId>> {
        let edition = self.revealed_editions.get(&activity.id)?;
        let Some(edition) = edition
            .checked_sub(1)
            .and_then(|place| self.editions(activity.id).get(place as usize))
        else {
            return Some(self.items(activity));
        };
        let there = edition.themes.iter().filter(|pinned| self.is_there(pinned));
        Some(there.map(|pinned| ItemId::Theme(pinned.theme)).collect())
    }

    /// The edition of the themes that was revealed; 0 where none was.
    #[must_use]
    pub fn edition_at_reveal(&self, survey: ActivityId) -> u32 {
        self.revealed_editions.get(&survey).copied().unwrap_or_default()
    }

    /// What `person` answered to an item of a survey, if anything that counts.
    #[must_use]
    pub fn mark_of(&self, activity: ActivityId, item: ItemId, person: PersonId) -> Option<&Mark> {
        self.marks.get(&activity)?.get(&item)?.of(person)
    }

    /// The current answers to an item of a survey; none where nobody answered.
    #[must_use]
    pub fn marks(&self, activity: ActivityId, item: ItemId) -> Option<&Marks> {
        self.marks.get(&activity)?.get(&item)
    }

    /// The counts of a survey's answered items as they stand, per option.
    #[must_use]
    pub fn counts(&self, activity: &Activity) -> Vec<(ItemId, Vec<u32>)> {
        let answered = self.marks.get(&activity.id);
        self.items(activity)
            .into_iter()
            .filter_map(|item| Some((item, answered?.get(&item)?)))
            .filter(|(_, marks)| marks.answered() > 0)
            .map(|(item, marks)| (item, marks.counts().to_vec()))
            .collect()
    }

    /// The counts of a survey's items when it was revealed; none before.
    #[must_use]
    pub fn counts_at_reveal(&self, activity: ActivityId) -> Option<&BTreeMap<ItemId, Vec<u32>>> {
        self.revealed_counts.get(&activity)
    }

    /// What an item says: the words of the framework, of the survey or of an idea. A cell says its
    /// principle and its domain; none where the words are gone.
    #[must_use]
    pub fn item_text(&self, activity: &Activity, item: ItemId) -> Option<String> {
        let framework = &self.framework;
        let point = |points: &[crate::Point], id: u16| points.iter().find(|point| point.id == id).map(text_of);
        match item {
            ItemId::Question => Some(match activity.survey().map(|survey| &survey.items) {
                Some(Items::Current(current)) => framework.current(*current).to_owned(),
                _ => activity.plan.question.clone(),
            }),
            ItemId::Domain(id) => framework.domain(id).map(|domain| domain.name.clone()),
            ItemId::Cell(principle, domain) => {
                let principle = framework.principle(principle)?;
                Some([&principle.text, " · ", &framework.domain(domain)?.name].concat())
            }
            ItemId::Constituency(id) => framework.constituency(id).map(|known| known.name.clone()),
            ItemId::Want(id, place) => framework.constituency(id)?.wants.get(usize::from(place)).cloned(),
            ItemId::Offer(id) => point(&framework.offers, id),
            ItemId::Assumption(id) => point(&framework.assumptions, id),
            ItemId::Trait(id) => point(&framework.traits, id),
            ItemId::Driver(id) => point(&framework.drivers, id),
            ItemId::Competency(id) => point(&framework.competencies, id),
            ItemId::Idea(id) => self.words(self.ideas.get(&id)?).map(str::to_owned),
            ItemId::Own(place) => match activity.survey().map(|survey| &survey.items) {
                Some(Items::Own(statements)) => statements.get(usize::from(place)).cloned(),
                _ => None,
            },
            ItemId::Theme(id) => match self.pinned_item(activity.id, item) {
                Some(pinned) => self.pinned_name(pinned),
                None => {
                    let theme = self.themes.theme(id)?;
                    let first = || self.visible_in(theme).find_map(|idea| self.words(idea));
                    self.theme_name(theme).or_else(first)
                }
            }
            .map(str::to_owned),
        }
    }

    /// The order in which a scale's options are shown to `person`: as they are, but at random for
    /// each person where their order could sway.
    #[must_use]
    pub fn options_for(&self, activity: &Activity, person: PersonId) -> Vec<u8> {
        let Some(survey) = activity.survey() else {
            return Vec::new();
        };
        let mut options: Vec<u8> = (0..survey.scale.options() as u8).collect();
        if survey.scale.sways() {
            options.sort_by_key(|option| {
                let option = Uuid::from_u128(activity.id.0.as_u128().wrapping_add(u128::from(*option)));
                shuffle(self.seed, person.0, option)
            });
        }
        options
    }

    /// Whether somebody runs short of items in an open survey that deals them.
    pub(crate) fn needs_items(&self, person: PersonId) -> bool {
        self.open()
            .any(|activity| !self.deal_items_after(activity, person, None).is_empty())
    }

    /// The items to deal to somebody who has answered all that they were dealt, as it will be once
    /// they have answered `answered`: those dealt to the fewest people first, ties in an order that
    /// the panel's seed and the person fix.
    pub(crate) fn deal_items_after(
        &self,
        activity: &Activity,
        person: PersonId,
        answered: Option<ItemId>,
    ) -> Vec<ItemId> {
        let Some(survey) = activity.survey().filter(|survey| self.deals(survey)) else {
            return Vec::new();
        };
        if self.own_wants(survey, person).is_some() {
            return Vec::new();
        }
        let dealt = self.dealt_items.get(&(activity.id, person));
        let dealt = dealt.map(Vec::as_slice).unwrap_or_default();
        let open = |item: &&ItemId| {
            Some(**item) != answered
                && self.mark_of(activity.id, **item, person).is_none()
                && self.is_asked(activity.id, **item)
        };
        if dealt.iter().any(|item| open(&item)) {
            return Vec::new();
        }
        let exposure = self.item_exposure.get(&activity.id);
        let left = self
            .items(activity)
            .into_iter()
            .filter(|item| !dealt.contains(item) && !self.is_own(*item, person))
            .enumerate()
            .map(|(place, item)| {
                let shown = exposure.and_then(|shown| shown.get(&item)).copied().unwrap_or(0);
                let key = match item {
                    ItemId::Idea(_) | ItemId::Theme(_) => key(activity.id, item),
                    _ => Uuid::from_u128(activity.id.0.as_u128().wrapping_add(place as u128)),
                };
                (shown, key, item)
            });
        fewest_first(self.seed, person, left, at_a_time(survey))
    }

    /// Whether a survey deals its items: where it says so, and always where there may be any number, unless they are to be
    /// seen side by side.
    fn deals(&self, survey: &Survey) -> bool {
        !survey.scale.is_shared() && (survey.each > 0 || survey.items.source().is_some())
    }

    /// Of the wants, those of the constituencies that `person` named; none where that is not what
    /// decides.
    fn own_wants(&self, survey: &Survey, person: PersonId) -> Option<Vec<ItemId>> {
        let named = &self.people.get(&person)?.constituencies;
        if survey.items != Items::Wants || named.is_empty() {
            return None;
        }
        let own = |item: &ItemId| matches!(item, ItemId::Want(id, _) if named.contains(id));
        Some(survey.items.listed(&self.framework).into_iter().filter(own).collect())
    }

    /// Whether a survey still asks about something that it once dealt.
    fn is_asked(&self, survey: ActivityId, item: ItemId) -> bool {
        match item {
            ItemId::Idea(id) => self.is_visible(id),
            ItemId::Theme(id) => {
                let now = self.editions(survey).last().and_then(|edition| edition.theme(id));
                now.is_some_and(|pinned| self.is_there(pinned))
            }
            _ => true,
        }
    }

    fn is_own(&self, item: ItemId, person: PersonId) -> bool {
        match item {
            ItemId::Idea(id) => self.written_by(id) == Some(person),
            _ => false,
        }
    }

    fn written_by(&self, idea: IdeaId) -> Option<PersonId> {
        self.ideas.get(&idea).and_then(|idea: &Idea| idea.author)
    }
}

/// Something to mix an order from.
fn key(survey: ActivityId, item: ItemId) -> Uuid {
    let number = match item {
        ItemId::Idea(id) => return id.0,
        ItemId::Theme(id) => return id.0,
        ItemId::Question => 0,
        ItemId::Domain(id) => u128::from(id.0),
        ItemId::Cell(principle, domain) => u128::from(principle) << 16 | u128::from(domain.0),
        ItemId::Constituency(id) => u128::from(id.0),
        ItemId::Want(id, place) => u128::from(id.0) << 16 | u128::from(place),
        ItemId::Offer(id) | ItemId::Driver(id) | ItemId::Own(id) => u128::from(id),
        ItemId::Assumption(id) => u128::from(id) << 16,
        ItemId::Trait(id) | ItemId::Competency(id) => u128::from(id) << 32,
    };
    Uuid::from_u128(survey.0.as_u128().wrapping_add(number))
}

fn text_of(point: &crate::Point) -> String {
    point.text.clone()
}

/// How many items are dealt to a person at a time.
fn at_a_time(survey: &Survey) -> usize {
    match survey.each {
        0 => HAND,
        each => usize::from(each),
    }
}
