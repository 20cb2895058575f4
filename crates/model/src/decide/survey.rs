use super::Draft;
use crate::{
    Activity, ActivityId, Entrance, Event, ItemId, LINE_CHARS, Misplaced, OPTIONS, OWN_ITEMS, Panel, PersonId,
    QUESTION_CHARS, RATING_POINTS, Rejection, Scale, Source, Survey, WordsHash, WordsId, checked_line, checked_words,
    survey::Items,
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
        item: ItemId,
        marks: &[u8],
        (reason, quotable): (&str, bool),
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let activity = self.taking_answers(activity)?;
        let survey = activity.survey().ok_or(Rejection::UnknownActivity)?;
        self.asked(activity, survey, item)?;
        if !self.items_for(activity, person).contains(&item) && !self.rehearsal {
            return Err(Rejection::NotDealt);
        }
        if !survey.scale.takes(marks) {
            return Err(Rejection::OddAnswer);
        }
        let reason = written(Some(person), survey, reason, draft)?;
        draft.push(Event::Marked {
            activity: activity.id,
            person,
            item,
            marks: marks.to_vec(),
            reason,
            quotable,
            later: activity.reveal.is_shown(),
            source: Source::Device,
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

    pub(super) fn set_reason_quotable(
        &self,
        person: PersonId,
        activity: ActivityId,
        item: ItemId,
        quotable: bool,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        self.mark_of(activity, item, person)
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
            Scale::Mandate | Scale::Link | Scale::Verdict | Scale::Confirm | Scale::Carry | Scale::Gradient => {}
        }
        Ok(())
    }
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
