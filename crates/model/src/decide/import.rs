use super::Draft;
use crate::{CommandId, Entrance, Event, IDEA_CHARS, IdeaId, Import, Panel, Rejection, Source, TextError};

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
                self.offered(activity, None)?;
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
                });
            }
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
