use std::collections::BTreeMap;

use super::Draft;
use crate::{CommandId, Entrance, Event, IDEA_CHARS, IdeaId, Import, Panel, Rejection, Source, TextError};

/// What an idea's details call the panel that it was carried over from.
const EARLIER_PANEL: &str = "panel";

impl Panel {
    /// Takes over what another tool recorded: closed or not, dealt or not, word for word.
    pub(super) fn import(
        &self,
        command: CommandId,
        import: &Import,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        match import {
            Import::Person {
                person,
                constituencies,
                source_id,
            } => {
                if constituencies
                    .iter()
                    .any(|id| self.framework.constituency(*id).is_none())
                {
                    return Err(Rejection::UnknownConstituency);
                }
                draft.push(Event::PersonJoined {
                    person: *person,
                    source: Source::Import,
                    source_id: Some(source_id.clone()),
                    entrance: Entrance::Code,
                });
                if !constituencies.is_empty() {
                    draft.push(Event::PersonDescribed {
                        person: *person,
                        constituencies: constituencies.clone(),
                        affiliation: None,
                    });
                }
            }
            Import::Idea {
                activity,
                author,
                words,
                source_id,
                source_details,
            } => {
                let activity = self.activity(*activity).ok_or(Rejection::UnknownActivity)?;
                self.offered(activity, None, None)?;
                let actual = words.chars().count();
                if actual > IDEA_CHARS {
                    let (limit, actual) = (IDEA_CHARS as u32, actual as u32);
                    return Err(TextError::TooLong { limit, actual }.into());
                }
                let (words, hash) = draft.write(*author, words.clone());
                draft.push(Event::IdeaAdded {
                    idea: IdeaId(command.0),
                    activity: activity.id,
                    domain: None,
                    author: *author,
                    words,
                    hash,
                    quotable: true,
                    source: Source::Import,
                    source_id: Some(source_id.clone()),
                    source_details: source_details.clone(),
                    about: None,
                    builds_on: None,
                    signature: None,
                });
            }
            Import::Earlier {
                activity,
                domain,
                words,
                quotable,
                idea,
                panel,
            } => {
                let activity = self.activity(*activity).ok_or(Rejection::UnknownActivity)?;
                let domain = domain.filter(|domain| self.offered(activity, Some(*domain), None).is_ok());
                self.offered(activity, domain, None)?;
                let known_as = idea.to_string();
                let is_it = |(_, known): (IdeaId, &crate::Idea)| known.source_id.as_ref() == Some(&known_as);
                if self.ideas_of(activity.id).any(is_it) {
                    return Ok(());
                }
                let (words, hash) = draft.write(None, super::checked_idea(words)?);
                draft.push(Event::IdeaAdded {
                    idea: IdeaId(command.0),
                    activity: activity.id,
                    domain,
                    author: None,
                    words,
                    hash,
                    quotable: *quotable,
                    source: Source::Import,
                    source_id: Some(known_as),
                    source_details: BTreeMap::from([(EARLIER_PANEL.to_owned(), panel.to_string())]),
                    about: None,
                    builds_on: None,
                    signature: None,
                });
            }
            Import::Decided(decision) => self.bring(decision, draft)?,
            Import::Ballot {
                activity,
                idea,
                person,
                choice,
            } => {
                let judgement = self.activity(*activity).ok_or(Rejection::UnknownActivity)?;
                self.judgeable(judgement, *idea)?;
                if !self.people.contains_key(person) {
                    return Err(Rejection::UnknownPerson);
                }
                draft.push(Event::BallotCast {
                    activity: *activity,
                    person: *person,
                    idea: *idea,
                    choice: *choice,
                    later: false,
                    source: Source::Import,
                });
            }
        }
        Ok(())
    }
}
