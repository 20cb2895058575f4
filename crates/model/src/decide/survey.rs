use std::collections::BTreeSet;

use super::Draft;
use crate::{
    Activity, ActivityId, DOTS, DOTS_EACH, Entrance, Event, ItemId, Kind, LINE_CHARS, Mark, Misplaced, OPTIONS,
    OWN_ITEMS, Panel, PersonId, QUESTION_CHARS, RATING_POINTS, Rejection, Scale, Source, Survey, WordsHash, WordsId,
    checked_line, checked_words, survey::Items,
};

/// The longest reason, in characters: a sentence or two.
const REASON_CHARS: usize = 500;
/// The most items that are dealt to a person at a time.
const EACH: u16 = 20;

impl Panel {
    pub(super) fn mark(
        &self,
        person: PersonId,
        activity: ActivityId,
        (item, seen): (ItemId, Option<u32>),
        marks: &[u8],
        (reason, quotable): (&str, bool),
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let activity = self.taking_answers(activity)?;
        let survey = activity.survey().ok_or(Rejection::UnknownActivity)?;
        let edition = self.seen(activity, item, seen)?;
        self.asked(activity, survey, item)?;
        if !self.items_for(activity, person).contains(&item) && !self.rehearsal {
            return Err(Rejection::NotDealt);
        }
        if !survey.scale.takes(marks) {
            return Err(Rejection::OddAnswer);
        }
        let reason = written(Some(person), survey, reason, draft)?;
        for (other, mark, edition) in self.given_up(activity, &survey.scale, person, item, marks)? {
            draft.push(Event::Marked {
                activity: activity.id,
                person,
                item: other,
                marks: vec![mark],
                reason: None,
                quotable: false,
                later: activity.reveal.is_shown(),
                source: Source::Device,
                edition,
            });
        }
        draft.push(Event::Marked {
            activity: activity.id,
            person,
            item,
            marks: marks.to_vec(),
            reason,
            quotable,
            later: activity.reveal.is_shown(),
            source: Source::Device,
            edition,
        });
        let items = self.deal_items_after(activity, person, Some(item));
        if !items.is_empty() {
            draft.push(Event::ItemsDealt {
                activity: activity.id,
                person,
                items,
            });
        }
        Ok(())
    }

    /// The edition that an answer to a theme counts in: what its voter `seen` is what is asked about now.
    fn seen(&self, activity: &Activity, item: ItemId, seen: Option<u32>) -> Result<u32, Rejection> {
        let ItemId::Theme(theme) = item else { return Ok(0) };
        let now = self.edition(activity.id);
        let seen = match seen {
            Some(seen) => seen,
            None if self.rehearsal => now,
            None => return Err(Rejection::OddForm),
        };
        let version = |edition| self.pinned(activity.id, edition, theme).map(|pinned| pinned.version);
        match (version(seen), version(now)) {
            (None, None) => Err(Rejection::UnknownTheme),
            (seen, current) if seen == current => Ok(now),
            _ => Err(Rejection::ThemeChanged),
        }
    }

    /// What `person` gives up elsewhere by answering `marks` to `item`, where that is taken from the other items: each with
    /// what it is left with. What does not count now gives way too, so that it can never count beside this.
    fn given_up(
        &self,
        activity: &Activity,
        scale: &Scale,
        person: PersonId,
        item: ItemId,
        marks: &[u8],
    ) -> Result<Vec<(ItemId, u8, u32)>, Rejection> {
        let wanted = marks.first().copied().unwrap_or_default();
        if !scale.is_shared() {
            return Ok(Vec::new());
        }
        let asked: BTreeSet<ItemId> = self.items(activity).into_iter().collect();
        let given = self.marks.get(&activity.id).into_iter().flatten();
        let given = given.filter_map(|(item, marks)| Some((*item, marks.any_of(person)?)));
        let counts = |item: ItemId, mark: &Mark| !mark.void && asked.contains(&item);
        let dots = |mark: &Mark| mark.marks.first().copied().unwrap_or_default();
        let mut own = 0;
        let (mut counting, mut idle) = (Vec::new(), Vec::new());
        for (other, mark) in given {
            match (other == item, counts(other, mark)) {
                (true, true) => own = dots(mark),
                (true, false) => {}
                (false, true) => counting.push((other, dots(mark), mark.edition)),
                (false, false) => idle.push((other, dots(mark), mark.edition)),
            }
        }
        let none = |(item, _, edition): &(ItemId, u8, u32)| (*item, 0, *edition);
        let sum = |given: &[(ItemId, u8, u32)]| given.iter().map(|(_, dots, _)| u32::from(*dots)).sum::<u32>();
        match scale {
            Scale::Dots { budget, .. } => {
                let (budget, spent) = (u32::from(*budget), sum(&counting));
                if spent + u32::from(wanted) > budget {
                    return Err(Rejection::DotsSpent {
                        left: budget.saturating_sub(spent + u32::from(own)),
                    });
                }
                if spent + u32::from(wanted) + sum(&idle) > budget {
                    return Ok(idle.iter().filter(|(_, dots, _)| *dots > 0).map(none).collect());
                }
                Ok(Vec::new())
            }
            _ if wanted == 0 => Ok(Vec::new()),
            // A place that is taken goes over; what held it gets the one that this had.
            _ => {
                let holds = |(_, place, _): &&(ItemId, u8, u32)| *place == wanted;
                let moved = counting.iter().filter(holds);
                let moved = moved.map(|(item, _, edition)| (*item, own, *edition));
                Ok(moved.chain(idle.iter().filter(holds).map(none)).collect())
            }
        }
    }

    pub(super) fn set_reason_quotable(
        &self,
        person: PersonId,
        activity: ActivityId,
        item: ItemId,
        quotable: bool,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        self.marks(activity, item)
            .and_then(|marks| marks.any_of(person))
            .filter(|mark| mark.reason.is_some())
            .ok_or(Rejection::UnknownIdea)?;
        draft.push(Event::ReasonQuotable {
            activity,
            person,
            item,
            quotable,
        });
        Ok(())
    }

    /// One person's answers, spoken aloud or from paper; the person comes in with them.
    pub(super) fn enter_marks(
        &self,
        activity: ActivityId,
        answers: &[(ItemId, Vec<u8>)],
        source: Source,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        self.running()?;
        let activity = self.begun(activity)?;
        let survey = activity.survey().ok_or(Rejection::UnknownActivity)?;
        let twice = |place: usize| answers[..place].iter().any(|(item, _)| *item == answers[place].0);
        if answers.is_empty() || (0..answers.len()).any(twice) {
            return Err(Misplaced::OddSheet.into());
        }
        for (item, marks) in answers {
            self.asked(activity, survey, *item)?;
            if !survey.scale.takes(marks) {
                return Err(Rejection::OddAnswer);
            }
        }
        fits_together(&survey.scale, answers)?;
        let person = PersonId((draft.context.fresh)());
        draft.push(Event::PersonJoined {
            person,
            source,
            source_id: None,
            entrance: Entrance::Code,
        });
        for (item, marks) in answers {
            draft.push(Event::Marked {
                activity: activity.id,
                person,
                item: *item,
                marks: marks.clone(),
                reason: None,
                quotable: false,
                later: activity.reveal.is_shown(),
                source,
                edition: match item {
                    ItemId::Theme(_) => self.edition(activity.id),
                    _ => 0,
                },
            });
        }
        Ok(())
    }

    /// Checks that the survey asks about that item.
    fn asked(&self, activity: &Activity, survey: &Survey, item: ItemId) -> Result<(), Rejection> {
        match (&survey.items, item) {
            (Items::Ideas(prompt), ItemId::Idea(id)) => {
                let idea = self.ideas.get(&id).ok_or(Rejection::UnknownIdea)?;
                if idea.activity != *prompt {
                    return Err(Rejection::UnknownIdea);
                }
                if idea.hidden.is_some() {
                    return Err(Rejection::HiddenIdea);
                }
                Ok(())
            }
            _ if self.items(activity).contains(&item) => Ok(()),
            // All of its ideas were hidden since.
            (Items::Themes(_), ItemId::Theme(_)) => Err(Rejection::HiddenIdea),
            _ => Err(Rejection::UnknownIdea),
        }
    }

    pub(super) fn deal_items(&self, activity: &Activity, person: PersonId, draft: &mut Draft<'_, '_>) {
        let items = self.deal_items_after(activity, person, None);
        if !items.is_empty() {
            draft.push(Event::ItemsDealt {
                activity: activity.id,
                person,
                items,
            });
        }
    }

    /// `survey` as it is kept.
    pub(super) fn checked_survey(&self, survey: &mut Survey) -> Result<(), Rejection> {
        survey.each = survey.each.min(EACH);
        survey.threshold = survey.threshold.min(100);
        for line in [&mut survey.reason, &mut survey.additions].into_iter().flatten() {
            *line = checked_line(line, LINE_CHARS)?;
        }
        match &mut survey.items {
            Items::Domains(only) => {
                if only.iter().any(|id| self.framework.domain(*id).is_none()) {
                    return Err(Rejection::UnknownDomain);
                }
            }
            Items::Ideas(prompt) => {
                let source = self.activity(*prompt).ok_or(Misplaced::NoPrompt)?;
                if !source.collects() {
                    return Err(Misplaced::NoPrompt.into());
                }
            }
            Items::Themes(prompt) => {
                let source = self.activity(*prompt).ok_or(Misplaced::NoPrompt)?;
                if !matches!(source.plan.kind, Kind::Prompt(_)) {
                    return Err(Misplaced::NoPrompt.into());
                }
            }
            Items::Own(statements) => {
                if statements.is_empty() || statements.len() > OWN_ITEMS {
                    return Err(Misplaced::OddList.into());
                }
                for statement in statements {
                    *statement = checked_words(statement, QUESTION_CHARS)?;
                }
            }
            Items::Question
            | Items::Map
            | Items::Wants
            | Items::Current(_)
            | Items::Offers
            | Items::Assumptions
            | Items::Urgency => {}
        }
        match &mut survey.scale {
            Scale::Rating { points, low, high } => {
                if !(2..=RATING_POINTS).contains(points) {
                    return Err(Misplaced::OddScale.into());
                }
                *low = checked_line(low, LINE_CHARS)?;
                *high = checked_line(high, LINE_CHARS)?;
            }
            Scale::Choice { options, .. } => checked_options(options)?,
            Scale::Ranking { options, most } => {
                checked_options(options)?;
                if *most == 0 || usize::from(*most) > options.len() {
                    return Err(Misplaced::OddScale.into());
                }
            }
            Scale::Dots { .. } | Scale::Places { .. } => checked_shared(survey)?,
            Scale::Mandate
            | Scale::Link
            | Scale::Verdict
            | Scale::Confirm
            | Scale::Carry
            | Scale::Gradient
            | Scale::Opinion => {}
        }
        Ok(())
    }
}

/// A survey with one budget for all items: these are seen at once, and no answer has a reason of its own.
fn checked_shared(survey: &mut Survey) -> Result<(), Rejection> {
    let seen_at_once = !matches!(
        survey.items,
        Items::Question | Items::Map | Items::Current(_) | Items::Ideas(_)
    );
    let in_range = match survey.scale {
        Scale::Dots { budget, cap } => (1..=DOTS).contains(&budget) && (1..=DOTS_EACH.min(budget)).contains(&cap),
        Scale::Places { most } => (1..=DOTS_EACH).contains(&most),
        _ => true,
    };
    if !seen_at_once || !in_range {
        return Err(Misplaced::OddDots.into());
    }
    survey.each = 0;
    survey.reason = None;
    Ok(())
}

/// Checks that one person's answers keep to their budget, or give each place once.
fn fits_together(scale: &Scale, answers: &[(ItemId, Vec<u8>)]) -> Result<(), Rejection> {
    let given = || {
        let given = answers.iter().filter_map(|(_, marks)| marks.first().copied());
        given.filter(|mark| *mark > 0)
    };
    match scale {
        Scale::Dots { budget, .. } => {
            let spent: u32 = given().map(u32::from).sum();
            if spent > u32::from(*budget) {
                return Err(Rejection::DotsSpent { left: 0 });
            }
        }
        Scale::Places { .. } => {
            let different: BTreeSet<u8> = given().collect();
            if different.len() < given().count() {
                return Err(Rejection::OddAnswer);
            }
        }
        _ => {}
    }
    Ok(())
}

/// Whether answers to the one survey are answers to the other: the wording may differ, no more.
pub(super) fn same_answers(now: &Survey, then: &Survey) -> bool {
    let items = match (&now.items, &then.items) {
        (Items::Own(now), Items::Own(then)) => now.len() <= then.len(),
        (now, then) => now == then,
    };
    let scale = match (&now.scale, &then.scale) {
        (Scale::Rating { points: now, .. }, Scale::Rating { points: then, .. }) => now == then,
        (
            Scale::Choice {
                options: now,
                several: first,
            },
            Scale::Choice {
                options: then,
                several: second,
            },
        ) => now.len() <= then.len() && first == second,
        (
            Scale::Ranking {
                options: now,
                most: first,
            },
            Scale::Ranking {
                options: then,
                most: second,
            },
        ) => now.len() <= then.len() && first == second,
        (
            Scale::Dots {
                budget: now,
                cap: first,
            },
            Scale::Dots {
                budget: then,
                cap: second,
            },
        ) => now <= then && first <= second,
        (Scale::Places { most: now }, Scale::Places { most: then }) => now <= then,
        (now, then) => now == then,
    };
    items && scale
}

fn checked_options(options: &mut [String]) -> Result<(), Rejection> {
    if options.len() < 2 || options.len() > OPTIONS {
        return Err(Misplaced::OddScale.into());
    }
    for option in options {
        *option = checked_line(option, LINE_CHARS)?;
    }
    Ok(())
}

fn written(
    person: Option<PersonId>,
    survey: &Survey,
    reason: &str,
    draft: &mut Draft<'_, '_>,
) -> Result<Option<(WordsId, WordsHash)>, Rejection> {
    if reason.trim().is_empty() {
        return Ok(None);
    }
    if survey.reason.is_none() {
        return Err(Rejection::OddAnswer);
    }
    let reason = checked_words(reason, REASON_CHARS)?;
    Ok(Some(draft.write(person, reason)))
}
