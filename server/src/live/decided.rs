//! What a batch of commands comes to, before it is durable.

use visioncast_model::{CommandId, Context, Event, Outcome, Panel, PersonId, Recorded, Rejection, Seq, Words, WordsId};

use super::{
    handle::{Reply, Submission},
    now,
};
use crate::{
    moderation::{self, Repeated},
    store::{Batch, StoreError, Summary, Turn},
};

#[derive(Default)]
pub(super) struct Decided {
    pub(super) events: Vec<Recorded>,
    words: Vec<Words>,
    erased_words: Vec<WordsId>,
    erased_people: Vec<PersonId>,
    pub(super) answers: Vec<Answered>,
}

/// What becomes of a command.
pub(super) struct Answered {
    pub(super) reply: Reply,
    pub(super) id: CommandId,
    pub(super) answer: Result<Seq, Rejection>,
}

impl Decided {
    /// Decides one after the other, each on what the ones before come to; `panel` moves ahead of the log.
    pub(super) fn on(panel: &mut Panel, repeated: &mut Repeated, submissions: Vec<Submission>) -> Self {
        let mut decided = Self::default();
        let at = now();
        for submission in submissions {
            let Submission {
                actor,
                id,
                command,
                reply,
            } = submission;
            let mut context = Context {
                now: at,
                fresh: &mut uuid::Uuid::new_v4,
                // What was decided before is only looked up.
                findings: match panel.recorded(id) {
                    Some(_) => Vec::new(),
                    None => moderation::findings(panel, repeated, &command),
                },
            };
            let answer = match panel.decide(actor, id, &command, &mut context) {
                Ok(Outcome::Already(seq)) => Ok(seq),
                Ok(Outcome::New(decision)) => {
                    for event in &decision.events {
                        decided.note_erasure(panel, event);
                        panel.apply(event);
                    }
                    for words in &decision.words {
                        panel.learn(words.clone());
                    }
                    decided.events.extend(decision.events);
                    decided.words.extend(decision.words);
                    Ok(panel.seq())
                }
                Err(rejection) => Err(rejection),
            };
            decided.answers.push(Answered { reply, id, answer });
        }
        decided
    }

    fn note_erasure(&mut self, panel: &Panel, event: &Recorded) {
        match &event.event {
            Event::WordsErased { idea } => {
                self.erased_words.extend(
                    panel
                        .ideas()
                        .get(idea)
                        .into_iter()
                        .flat_map(visioncast_model::Idea::all_words),
                );
            }
            // A source is replaced, not kept beside the new one.
            Event::IdeaDetailed { idea, .. } => {
                let replaced = panel.ideas().get(idea).and_then(|idea| idea.details.reference);
                self.erased_words.extend(replaced);
            }
            Event::PersonErased { person } => {
                self.erased_words
                    .extend(panel.ideas_by(*person).flat_map(|(_, idea)| idea.all_words()));
                self.erased_people.push(*person);
            }
            Event::ReasonsErased => self.erased_words.extend(panel.reasons()),
            Event::ReviewErased { entry } => self.erased_words.extend(panel.review_words(*entry)),
            _ => {}
        }
    }

    /// Makes it durable, in one transaction; `panel` is what it came to.
    ///
    /// # Errors
    /// Where nothing of it is.
    pub(super) async fn append(&self, turn: Box<dyn Turn>, panel: &Panel) -> Result<(), StoreError> {
        if self.events.is_empty() {
            return Ok(());
        }
        turn.append(&Batch {
            events: &self.events,
            words: &self.words,
            erased_words: &self.erased_words,
            erased_people: &self.erased_people,
            summary: Summary::of(panel),
        })
        .await
    }
}
