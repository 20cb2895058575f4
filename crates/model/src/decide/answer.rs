use std::collections::BTreeMap;

use super::{Draft, checked_idea};
use crate::{
    Activity, ActivityId, Answer, Choice, CommandId, DomainId, Event, IdeaId, Kind, Panel, PersonId, Rejection, Source,
    State,
};

/// The most ideas that one person may bring to one prompt: far more than anybody writes by hand.
const IDEAS_PER_PERSON: usize = 50;

impl Panel {
    pub(super) fn answer(
        &self,
        person: PersonId,
        command: CommandId,
        answer: &Answer,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        if !self.people.contains_key(&person) {
            return Err(Rejection::NotJoined);
        }
        match answer {
            Answer::Describe {
                constituencies,
                affiliation,
            } => {
                if constituencies
                    .iter()
                    .any(|id| self.framework.constituency(*id).is_none())
                {
                    return Err(Rejection::UnknownConstituency);
                }
                draft.push(Event::PersonDescribed {
                    person,
                    constituencies: constituencies.clone(),
                    affiliation: *affiliation,
                });
                Ok(())
            }
            Answer::AddIdea {
                activity,
                domain,
                words,
                quotable,
            } => {
                let activity = self.taking_answers(*activity)?;
                self.offered(activity, *domain)?;
                let words = checked_idea(words)?;
                let brought = self
                    .ideas_by(person)
                    .filter(|(_, idea)| idea.activity == activity.id)
                    .count();
                if brought >= IDEAS_PER_PERSON {
                    return Err(Rejection::EnoughIdeas {
                        limit: IDEAS_PER_PERSON as u32,
                    });
                }
                let (words, hash) = draft.write(Some(person), words);
                draft.push(Event::IdeaAdded {
                    idea: IdeaId(command.0),
                    activity: activity.id,
                    domain: *domain,
                    author: Some(person),
                    words,
                    hash,
                    quotable: *quotable,
                    source: Source::Device,
                    source_id: None,
                    source_details: BTreeMap::new(),
                });
                Ok(())
            }
            Answer::Judge { activity, idea, choice } => self.judge(person, *activity, *idea, *choice, draft),
            Answer::SetQuotable { idea, quotable } => {
                let known = self.ideas.get(idea).ok_or(Rejection::UnknownIdea)?;
                if known.author != Some(person) {
                    return Err(Rejection::NotYourIdea);
                }
                draft.push(Event::IdeaQuotable {
                    idea: *idea,
                    quotable: *quotable,
                });
                Ok(())
            }
        }
    }

    fn judge(
        &self,
        person: PersonId,
        activity: ActivityId,
        idea: IdeaId,
        choice: Choice,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let judgement = self.taking_answers(activity)?;
        if !matches!(judgement.plan.kind, Kind::Judgement(_)) {
            return Err(Rejection::UnknownActivity);
        }
        let known = self.judgeable(judgement, idea)?;
        if known.author == Some(person) && !self.rehearsal {
            return Err(Rejection::OwnIdea);
        }
        let hand = self.hands.get(&(judgement.id, person));
        let dealt = hand.is_some_and(|hand| hand.was_dealt(idea));
        // A rehearsal may replay what people once voted on, in their order.
        if !dealt && !self.rehearsal {
            return Err(Rejection::NotDealt);
        }
        draft.push(Event::BallotCast {
            activity: judgement.id,
            person,
            idea,
            choice,
            later: judgement.reveal.is_shown(),
            source: Source::Device,
        });
        let ideas = self.deal_after(judgement, person, Some(idea));
        if !ideas.is_empty() {
            draft.push(Event::Dealt {
                activity: judgement.id,
                person,
                ideas,
            });
        }
        Ok(())
    }

    /// The idea, where it belongs to what `judgement` judges and can be seen.
    pub(super) fn judgeable(&self, judgement: &Activity, idea: IdeaId) -> Result<&crate::Idea, Rejection> {
        let known = self.ideas.get(&idea).ok_or(Rejection::UnknownIdea)?;
        if known.activity != judgement.prompt() {
            return Err(Rejection::UnknownIdea);
        }
        if known.hidden.is_some() {
            return Err(Rejection::HiddenIdea);
        }
        Ok(known)
    }

    fn taking_answers(&self, activity: ActivityId) -> Result<&Activity, Rejection> {
        self.running()?;
        let activity = self.activity(activity).ok_or(Rejection::UnknownActivity)?;
        match activity.state {
            State::Open => Ok(activity),
            State::Planned => Err(Rejection::NotOpenYet),
            State::Closed => Err(Rejection::TooLate),
        }
    }

    /// Checks that `activity` is a prompt that offers `domain`.
    pub(super) fn offered(&self, activity: &Activity, domain: Option<DomainId>) -> Result<(), Rejection> {
        let Kind::Prompt(prompt) = &activity.plan.kind else {
            return Err(Rejection::UnknownActivity);
        };
        match domain {
            None => Ok(()),
            Some(id) if prompt.domains.is_empty() && self.framework.domain(id).is_some() => Ok(()),
            Some(id) if prompt.domains.contains(&id) => Ok(()),
            Some(_) => Err(Rejection::UnknownDomain),
        }
    }
}
