use std::collections::BTreeMap;

use super::{Draft, checked_idea};
use crate::{
    Activity, ActivityId, Actor, Answer, Arrange, Choice, CommandId, DomainId, Event, Form, Grouping, IdeaId, ItemId,
    Items, Kind, LINE_CHARS, Panel, PersonId, REFLECTION_CHARS, Rejection, Source, State, checked_line, checked_words,
    form::Filled,
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
            } => self.add_idea(
                person,
                command,
                *activity,
                (*domain, None, None),
                (words, *quotable),
                draft,
            ),
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
            Answer::Form(form) => self.fill(person, command, form, draft),
            // Also behind the end: whose words they are may take them back at any time.
            Answer::EraseIdea { idea } => {
                let known = self.ideas.get(idea).ok_or(Rejection::UnknownIdea)?;
                if known.author != Some(person) {
                    return Err(Rejection::NotYourIdea);
                }
                if self.words(known).is_some() {
                    draft.push(Event::WordsErased { idea: *idea });
                }
                Ok(())
            }
        }
    }

    fn fill(
        &self,
        person: PersonId,
        command: CommandId,
        form: &Form,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let activity = form.activity;
        match form.read()? {
            Filled::Mark {
                item,
                marks,
                reason,
                quotable,
                edition,
            } => self.mark(person, activity, (item, edition), &marks, (&reason, quotable), draft),
            Filled::Requote { item, quotable } => self.set_reason_quotable(person, activity, item, quotable, draft),
            Filled::Add {
                domain,
                about,
                builds_on,
                words,
                quotable,
            } => self.add_idea(
                person,
                command,
                activity,
                (domain, about, builds_on),
                (&words, quotable),
                draft,
            ),
            Filled::Detail {
                idea,
                nature,
                horizon,
                grounds,
                reference,
                neighbour,
            } => {
                let known = self.ideas.get(&idea).ok_or(Rejection::UnknownIdea)?;
                if known.author != Some(person) {
                    return Err(Rejection::NotYourIdea);
                }
                self.running()?;
                if neighbour.is_some_and(|id| self.framework.neighbours.iter().all(|known| known.id != id)) {
                    return Err(Rejection::UnknownNeighbour);
                }
                let reference = match reference.trim() {
                    "" => None,
                    named => Some(draft.write(Some(person), checked_line(named, LINE_CHARS)?)),
                };
                draft.push(Event::IdeaDetailed {
                    idea,
                    nature,
                    horizon,
                    grounds,
                    reference,
                    neighbour,
                });
                Ok(())
            }
            Filled::Help { idea, offered } => {
                self.running()?;
                if self.ideas.get(&idea).ok_or(Rejection::UnknownIdea)?.hidden.is_some() {
                    return Err(Rejection::HiddenIdea);
                }
                draft.push(Event::HelpOffered { idea, person, offered });
                Ok(())
            }
            Filled::Group {
                idea,
                theme,
                name,
                with,
            } => {
                let grouping = self.taking_answers(activity)?;
                let Kind::Grouping(Grouping { prompt, .. }) = grouping.plan.kind else {
                    return Err(Rejection::OddForm);
                };
                let ideas = vec![idea];
                let arrange = if let Some(with) = with {
                    Arrange::Confirm {
                        prompt,
                        name,
                        ideas: vec![idea, with],
                        to: None,
                    }
                } else if name.trim().is_empty() {
                    Arrange::Move {
                        prompt,
                        ideas,
                        to: theme,
                        place: None,
                    }
                } else {
                    Arrange::Make {
                        prompt,
                        domain: self.ideas.get(&idea).and_then(|idea| idea.domain),
                        name,
                        ideas,
                    }
                };
                self.arrange(Actor::Person(person), command, &arrange, draft)
            }
            Filled::Sort { put, names } => self.sort(person, activity, &put, &names, draft),
            Filled::Reflect { words, quotable, name } => {
                self.reflect(person, command, activity, (&words, quotable, &name), draft)
            }
        }
    }

    fn add_idea(
        &self,
        person: PersonId,
        command: CommandId,
        activity: ActivityId,
        (domain, about, builds_on): (Option<DomainId>, Option<ItemId>, Option<IdeaId>),
        (words, quotable): (&str, bool),
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let activity = self.taking_answers(activity)?;
        self.offered(activity, domain, about)?;
        if let Some(earlier) = builds_on {
            self.buildable(activity, earlier)?;
        }
        let words = checked_idea(words)?;
        self.has_room(activity, person)?;
        let (words, hash) = draft.write(Some(person), words);
        draft.push(Event::IdeaAdded {
            idea: IdeaId(command.0),
            activity: activity.id,
            domain,
            author: Some(person),
            words,
            hash,
            quotable,
            source: Source::Device,
            source_id: None,
            source_details: BTreeMap::new(),
            about,
            builds_on,
            signature: None,
        });
        self.look_over(IdeaId(command.0), false, draft);
        Ok(())
    }

    fn reflect(
        &self,
        person: PersonId,
        command: CommandId,
        activity: ActivityId,
        (words, quotable, name): (&str, bool, &str),
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let activity = self.taking_answers(activity)?;
        if !matches!(activity.plan.kind, Kind::Reflection(_)) {
            return Err(Rejection::UnknownActivity);
        }
        self.has_room(activity, person)?;
        let words = checked_words(words, REFLECTION_CHARS)?;
        let name = match name.trim() {
            "" => None,
            name if quotable => Some(checked_line(name, LINE_CHARS)?),
            // A name without consent is not wanted, so it is not kept.
            _ => None,
        };
        let (words, hash) = draft.write(Some(person), words);
        let signature = name.map(|name| draft.write(Some(person), name));
        draft.push(Event::IdeaAdded {
            idea: IdeaId(command.0),
            activity: activity.id,
            domain: None,
            author: Some(person),
            words,
            hash,
            quotable,
            source: Source::Device,
            source_id: None,
            source_details: BTreeMap::new(),
            about: None,
            builds_on: None,
            signature,
        });
        self.look_over(IdeaId(command.0), false, draft);
        Ok(())
    }

    fn has_room(&self, activity: &Activity, person: PersonId) -> Result<(), Rejection> {
        let brought = self
            .ideas_by(person)
            .filter(|(_, idea)| idea.activity == activity.id)
            .count();
        if brought < IDEAS_PER_PERSON {
            return Ok(());
        }
        Err(Rejection::EnoughIdeas {
            limit: IDEAS_PER_PERSON as u32,
        })
    }

    /// Checks that somebody may build on that idea: it is there to be read.
    fn buildable(&self, activity: &Activity, idea: IdeaId) -> Result<(), Rejection> {
        let known = self.ideas.get(&idea).ok_or(Rejection::UnknownIdea)?;
        if known.activity != activity.id || !activity.shows_ideas() {
            return Err(Rejection::UnknownIdea);
        }
        if known.hidden.is_some() {
            return Err(Rejection::HiddenIdea);
        }
        Ok(())
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

    pub(super) fn taking_answers(&self, activity: ActivityId) -> Result<&Activity, Rejection> {
        self.running()?;
        let activity = self.activity(activity).ok_or(Rejection::UnknownActivity)?;
        match activity.state {
            State::Open => Ok(activity),
            State::Planned => Err(Rejection::NotOpenYet),
            State::Closed => Err(Rejection::TooLate),
        }
    }

    /// Checks that `activity` takes ideas in `domain`, or about that item.
    pub(super) fn offered(
        &self,
        activity: &Activity,
        domain: Option<DomainId>,
        about: Option<ItemId>,
    ) -> Result<(), Rejection> {
        let prompt = match &activity.plan.kind {
            Kind::Prompt(prompt) if about.is_none() => prompt,
            Kind::Survey(survey) if survey.additions.is_some() && domain.is_none() => {
                let fits = match (&survey.items, about) {
                    (_, None | Some(ItemId::Question)) => true,
                    (Items::Wants, Some(ItemId::Constituency(id))) => self.framework.constituency(id).is_some(),
                    (_, Some(item)) => self.items(activity).contains(&item),
                };
                return if fits { Ok(()) } else { Err(Rejection::UnknownIdea) };
            }
            _ => return Err(Rejection::UnknownActivity),
        };
        match domain {
            None => Ok(()),
            Some(id) if prompt.domains.is_empty() && self.framework.domain(id).is_some() => Ok(()),
            Some(id) if prompt.domains.contains(&id) => Ok(()),
            Some(_) => Err(Rejection::UnknownDomain),
        }
    }
}
