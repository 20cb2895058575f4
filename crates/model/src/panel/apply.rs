use std::collections::BTreeSet;

use crate::{Activity, ActivityId, Event, Idea, IdeaId, Panel, Participant, Recorded, Reveal, State, Status};

use super::Done;

impl Panel {
    /// Moves on by one event. Holds no rule: what was decided is so.
    pub fn apply(&mut self, recorded: &Recorded) {
        self.remember_step(recorded);
        self.seq = recorded.seq;
        self.done.insert(
            recorded.command,
            Done {
                seq: recorded.seq,
                actor: recorded.actor,
                digest: recorded.digest,
            },
        );
        let at = recorded.at;
        match &recorded.event {
            Event::PanelCreated(created) => {
                self.id = Some(created.panel);
                self.code = Some(created.code);
                self.title.clone_from(&created.title);
                self.framework = created.framework.clone();
                self.seed = created.seed;
                self.rehearsal = created.rehearsal;
                self.capacity = created.capacity;
                self.integrity = created.integrity;
                self.created = at;
                self.agenda = created
                    .agenda
                    .iter()
                    .map(|(id, plan)| Activity::planned(*id, plan.clone()))
                    .collect();
            }
            Event::PanelRenamed { title } => self.title.clone_from(title),
            Event::ActivityAdded { activity, plan, place } => {
                let place = usize::from(*place).min(self.agenda.len());
                self.agenda.insert(place, Activity::planned(*activity, plan.clone()));
            }
            Event::ActivityEdited { activity, plan } => {
                self.change(*activity, |activity| activity.plan = plan.clone());
            }
            Event::ActivityMoved { activity, place } => {
                if let Some(from) = self.place(*activity) {
                    let moved = self.agenda.remove(from);
                    let place = usize::from(*place).min(self.agenda.len());
                    self.agenda.insert(place, moved);
                }
            }
            Event::ActivityRemoved { activity } => self.agenda.retain(|item| item.id != *activity),
            Event::ActivityOpened { activity } => {
                self.change(*activity, |activity| activity.state = State::Open);
            }
            Event::ActivityClosed { activity } => {
                self.change(*activity, |activity| activity.state = State::Closed);
            }
            Event::ActivityUnopened { activity } => {
                self.change(*activity, |activity| activity.state = State::Planned);
            }
            Event::FocusMoved { activity } => self.focus = *activity,
            Event::TimerSet { activity, deadline } => {
                self.change(*activity, |activity| activity.deadline = *deadline);
            }
            Event::RevealDue { activity, at } => {
                self.change(*activity, |activity| activity.reveal = Reveal::Due { at: *at });
            }
            Event::RevealCalledBack { activity } => {
                self.change(*activity, |activity| activity.reveal = Reveal::Hidden);
            }
            Event::Revealed { activity, totals } => {
                self.change(*activity, |activity| activity.reveal = Reveal::Shown { at });
                self.revealed.insert(*activity, totals.clone());
            }
            Event::PersonJoined {
                person,
                source,
                source_id,
                entrance,
            } => {
                self.people.insert(
                    *person,
                    Participant {
                        constituencies: BTreeSet::new(),
                        affiliation: None,
                        joined: at,
                        source: *source,
                        entrance: *entrance,
                        source_id: source_id.clone(),
                    },
                );
            }
            Event::PersonDescribed {
                person,
                constituencies,
                affiliation,
            } => {
                if let Some(participant) = self.people.get_mut(person) {
                    participant.constituencies.clone_from(constituencies);
                    participant.affiliation = *affiliation;
                }
            }
            Event::PersonErased { person } => {
                if let Some(participant) = self.people.get_mut(person) {
                    participant.constituencies.clear();
                    participant.affiliation = None;
                }
                let written: Vec<IdeaId> = self.ideas_by(*person).map(|(id, _)| id).collect();
                for idea in written {
                    self.forget_words(idea);
                }
            }
            Event::IdeaAdded {
                idea,
                activity,
                domain,
                author,
                words,
                hash,
                quotable,
                source,
                source_id,
                source_details,
            } => {
                self.ideas.insert(
                    *idea,
                    Idea {
                        activity: *activity,
                        domain: *domain,
                        author: *author,
                        words: *words,
                        hash: *hash,
                        quotable: *quotable,
                        source: *source,
                        hidden: None,
                        source_id: source_id.clone(),
                        source_details: source_details.clone(),
                        added: at,
                    },
                );
                self.arrived.entry(*activity).or_default().push(*idea);
                if let Some(author) = author {
                    self.written.entry(*author).or_default().push(*idea);
                    self.answered.entry(*activity).or_default().insert(*author);
                }
            }
            Event::IdeaQuotable { idea, quotable } => {
                if let Some(idea) = self.ideas.get_mut(idea) {
                    idea.quotable = *quotable;
                }
            }
            Event::IdeaHidden { idea, reason } => {
                if let Some(idea) = self.ideas.get_mut(idea) {
                    idea.hidden = Some(*reason);
                }
            }
            Event::IdeaShown { idea } => {
                if let Some(idea) = self.ideas.get_mut(idea) {
                    idea.hidden = None;
                }
            }
            Event::WordsErased { idea } => self.forget_words(*idea),
            Event::Dealt {
                activity,
                person,
                ideas,
            } => {
                let exposure = self.exposure.entry(*activity).or_default();
                for idea in ideas {
                    *exposure.entry(*idea).or_default() += 1;
                }
                self.hands.entry((*activity, *person)).or_default().take(ideas);
            }
            Event::BallotCast {
                activity,
                person,
                idea,
                choice,
                ..
            } => {
                let ballots = self.ballots.entry(*activity).or_default();
                ballots.entry(*idea).or_default().cast(*person, *choice);
                self.hands.entry((*activity, *person)).or_default().judge(*idea);
                self.answered.entry(*activity).or_default().insert(*person);
            }
            Event::PanelEnded => self.status = Status::Ended,
            Event::PanelReopened => self.status = Status::Running,
            Event::Undone { .. } => self.last_step = None,
            Event::IntegritySet { integrity } => self.integrity = *integrity,
            Event::TicketsMade { count, replacing } => {
                self.tickets.made += count;
                self.tickets.replacing += if *replacing { *count } else { 0 };
            }
        }
    }

    fn change(&mut self, id: ActivityId, change: impl FnOnce(&mut Activity)) {
        if let Some(activity) = self.agenda.iter_mut().find(|activity| activity.id == id) {
            change(activity);
        }
    }

    fn forget_words(&mut self, idea: IdeaId) {
        if let Some(idea) = self.ideas.get(&idea) {
            self.words.remove(&idea.words);
        }
    }
}

impl Activity {
    const fn planned(id: ActivityId, plan: crate::Plan) -> Self {
        Self {
            id,
            plan,
            state: State::Planned,
            reveal: Reveal::Hidden,
            deadline: None,
        }
    }
}
