//! A panel as its log has made it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    Activity, ActivityId, Actor, Ballots, CommandId, Digest, Event, Framework, Idea, IdeaId, JoinCode, Kind, PanelId,
    Participant, PersonId, Recorded, Reveal, Seq, State, Tally, Timestamp, Words, WordsId, deal::Hand,
};

/// Everything that the events of one panel add up to.
///
/// Built by [`Panel::apply`] alone, event by event from [`Panel::default`], or from a snapshot and
/// the events behind it. Words are learnt apart ([`Panel::learn`]): the log does not hold them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    pub(crate) seq: Seq,
    pub(crate) id: Option<PanelId>,
    pub(crate) code: Option<JoinCode>,
    pub(crate) title: String,
    pub(crate) framework: Framework,
    pub(crate) seed: u64,
    pub(crate) rehearsal: bool,
    pub(crate) capacity: u32,
    pub(crate) created: Timestamp,
    pub(crate) status: Status,
    pub(crate) agenda: Vec<Activity>,
    pub(crate) focus: Option<ActivityId>,
    pub(crate) people: BTreeMap<PersonId, Participant>,
    pub(crate) ideas: BTreeMap<IdeaId, Idea>,
    /// Per prompt, in the order of arrival.
    pub(crate) arrived: BTreeMap<ActivityId, Vec<IdeaId>>,
    /// Per author, in the order of arrival.
    pub(crate) written: BTreeMap<PersonId, Vec<IdeaId>>,
    /// Per judgement.
    pub(crate) ballots: BTreeMap<ActivityId, BTreeMap<IdeaId, Ballots>>,
    /// Per judgement: to how many people each idea was dealt.
    pub(crate) exposure: BTreeMap<ActivityId, BTreeMap<IdeaId, u32>>,
    pub(crate) hands: BTreeMap<(ActivityId, PersonId), Hand>,
    pub(crate) answered: BTreeMap<ActivityId, BTreeSet<PersonId>>,
    pub(crate) revealed: BTreeMap<ActivityId, Vec<(IdeaId, Tally)>>,
    pub(crate) done: BTreeMap<CommandId, Done>,
    pub(crate) last_step: Option<LastStep>,
    #[serde(skip)]
    pub(crate) words: BTreeMap<WordsId, String>,
}

/// Whether a panel takes anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It does.
    #[default]
    Running,
    /// It has ended.
    Ended,
}

/// A command that had its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Done {
    pub(crate) seq: Seq,
    pub(crate) actor: Actor,
    pub(crate) digest: Digest,
}

/// The last step of a facilitator and what would take it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastStep {
    /// The command of that step.
    pub command: CommandId,
    /// What it began with.
    pub event: Event,
    /// What takes it back, last first; nothing where it cannot be taken back.
    pub(crate) undo: Option<Vec<Event>>,
}

impl LastStep {
    /// Whether it can be taken back.
    #[must_use]
    pub const fn can_be_undone(&self) -> bool {
        self.undo.is_some()
    }
}

impl Panel {
    /// The panel that these events make, with the words that are still there.
    pub fn replay<'a>(events: impl IntoIterator<Item = &'a Recorded>, words: impl IntoIterator<Item = Words>) -> Self {
        let mut panel = Self::default();
        for event in events {
            panel.apply(event);
        }
        for words in words {
            panel.learn(words);
        }
        panel
    }

    /// Takes words in; those that nothing refers to do no harm.
    pub fn learn(&mut self, words: Words) {
        self.words.insert(words.id, words.text);
    }

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
            } => {
                self.people.insert(
                    *person,
                    Participant {
                        constituencies: BTreeSet::new(),
                        affiliation: None,
                        joined: at,
                        source: *source,
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
        }
    }

    /// Notes what would take this event back, before it is applied.
    fn remember_step(&mut self, recorded: &Recorded) {
        if let Event::Revealed { activity, .. } = &recorded.event {
            if let Some(LastStep {
                event: Event::RevealDue { activity: due, .. },
                undo,
                ..
            }) = &mut self.last_step
                && due == activity
            {
                *undo = None;
            }
            return;
        }
        let Actor::Facilitator(_) = recorded.actor else { return };
        let Some(inverse) = self.inverse(&recorded.event) else {
            return;
        };
        match &mut self.last_step {
            Some(step) if step.command == recorded.command => {
                if let Some(undo) = &mut step.undo {
                    undo.insert(0, inverse);
                }
            }
            _ => {
                self.last_step = Some(LastStep {
                    command: recorded.command,
                    event: recorded.event.clone(),
                    undo: Some(vec![inverse]),
                });
            }
        }
    }

    /// What would take `event` back, as things stand before it.
    fn inverse(&self, event: &Event) -> Option<Event> {
        let before = |activity: &ActivityId| self.activity(*activity);
        let place = |activity: &ActivityId| self.place(*activity).unwrap_or_default() as u16;
        Some(match event {
            Event::PanelRenamed { .. } => Event::PanelRenamed {
                title: self.title.clone(),
            },
            Event::ActivityAdded { activity, .. } => Event::ActivityRemoved { activity: *activity },
            Event::ActivityEdited { activity, .. } => Event::ActivityEdited {
                activity: *activity,
                plan: before(activity)?.plan.clone(),
            },
            Event::ActivityMoved { activity, .. } => Event::ActivityMoved {
                activity: *activity,
                place: place(activity),
            },
            Event::ActivityRemoved { activity } => Event::ActivityAdded {
                activity: *activity,
                plan: before(activity)?.plan.clone(),
                place: place(activity),
            },
            Event::ActivityOpened { activity } => match before(activity)?.state {
                State::Planned => Event::ActivityUnopened { activity: *activity },
                State::Open | State::Closed => Event::ActivityClosed { activity: *activity },
            },
            Event::ActivityClosed { activity } => Event::ActivityOpened { activity: *activity },
            Event::FocusMoved { .. } => Event::FocusMoved { activity: self.focus },
            Event::TimerSet { activity, .. } => Event::TimerSet {
                activity: *activity,
                deadline: before(activity)?.deadline,
            },
            Event::RevealDue { activity, .. } => Event::RevealCalledBack { activity: *activity },
            Event::IdeaHidden { idea, .. } => Event::IdeaShown { idea: *idea },
            Event::IdeaShown { idea } => Event::IdeaHidden {
                idea: *idea,
                reason: self.ideas.get(idea)?.hidden?,
            },
            Event::PanelEnded => Event::PanelReopened,
            Event::PanelReopened => Event::PanelEnded,
            _ => return None,
        })
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

/// What can be asked of a panel.
impl Panel {
    /// The last event that made it.
    #[must_use]
    pub const fn seq(&self) -> Seq {
        self.seq
    }

    /// Its id; none before it is created.
    #[must_use]
    pub const fn id(&self) -> Option<PanelId> {
        self.id
    }

    /// How it is joined; none before it is created.
    #[must_use]
    pub const fn code(&self) -> Option<JoinCode> {
        self.code
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The frame of its initiative.
    #[must_use]
    pub const fn framework(&self) -> &Framework {
        &self.framework
    }

    /// Whether simulated attendees may come.
    #[must_use]
    pub const fn is_rehearsal(&self) -> bool {
        self.rehearsal
    }

    /// How many people may join.
    #[must_use]
    pub const fn capacity(&self) -> u32 {
        self.capacity
    }

    /// When it was created.
    #[must_use]
    pub const fn created(&self) -> Timestamp {
        self.created
    }

    /// Whether it takes anything.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// Its agenda, in order.
    #[must_use]
    pub fn agenda(&self) -> &[Activity] {
        &self.agenda
    }

    /// What the projector shows; the welcome where none.
    #[must_use]
    pub fn focus(&self) -> Option<&Activity> {
        self.activity(self.focus?)
    }

    /// The activity with that id.
    #[must_use]
    pub fn activity(&self, id: ActivityId) -> Option<&Activity> {
        self.agenda.iter().find(|activity| activity.id == id)
    }

    /// The place of an activity on the agenda.
    #[must_use]
    pub fn place(&self, id: ActivityId) -> Option<usize> {
        self.agenda.iter().position(|activity| activity.id == id)
    }

    /// Everybody who came, by id.
    #[must_use]
    pub const fn people(&self) -> &BTreeMap<PersonId, Participant> {
        &self.people
    }

    /// Every idea, by id.
    #[must_use]
    pub const fn ideas(&self) -> &BTreeMap<IdeaId, Idea> {
        &self.ideas
    }

    /// The ideas of a prompt in the order of their arrival, hidden ones too.
    pub fn ideas_of(&self, prompt: ActivityId) -> impl DoubleEndedIterator<Item = (IdeaId, &Idea)> + '_ {
        self.arrived
            .get(&prompt)
            .into_iter()
            .flatten()
            .filter_map(|id| self.ideas.get(id).map(|idea| (*id, idea)))
    }

    /// The ideas of one person, in the order of their arrival.
    pub fn ideas_by(&self, person: PersonId) -> impl Iterator<Item = (IdeaId, &Idea)> + '_ {
        let written = self.written.get(&person).map(Vec::as_slice).unwrap_or_default();
        written.iter().filter_map(|id| Some((*id, self.ideas.get(id)?)))
    }

    /// The words of an idea; none where they were erased.
    #[must_use]
    pub fn words(&self, idea: &Idea) -> Option<&str> {
        self.words.get(&idea.words).map(String::as_str)
    }

    /// The current ballots of a judgement on an idea; none where nobody cast one.
    #[must_use]
    pub fn ballots(&self, judgement: ActivityId, idea: IdeaId) -> Option<&Ballots> {
        self.ballots.get(&judgement)?.get(&idea)
    }

    /// What the current ballots of a judgement on an idea add up to.
    #[must_use]
    pub fn tally(&self, judgement: ActivityId, idea: IdeaId) -> Tally {
        self.ballots(judgement, idea).map(Ballots::tally).unwrap_or_default()
    }

    /// To how many people a judgement dealt an idea.
    #[must_use]
    pub fn exposure(&self, judgement: ActivityId, idea: IdeaId) -> u32 {
        self.exposure
            .get(&judgement)
            .and_then(|shown| shown.get(&idea))
            .copied()
            .unwrap_or(0)
    }

    /// How many people have answered an activity.
    #[must_use]
    pub fn answered(&self, activity: ActivityId) -> usize {
        self.answered.get(&activity).map_or(0, BTreeSet::len)
    }

    /// What an activity added up to when it was revealed; none before.
    #[must_use]
    pub fn totals_at_reveal(&self, activity: ActivityId) -> Option<&[(IdeaId, Tally)]> {
        self.revealed.get(&activity).map(Vec::as_slice)
    }

    /// The activities that take answers, in the order of the agenda.
    pub fn open(&self) -> impl Iterator<Item = &Activity> + '_ {
        self.agenda.iter().filter(|activity| activity.is_open())
    }

    /// The judgements that take ballots.
    pub fn open_judgements(&self) -> impl Iterator<Item = &Activity> + '_ {
        self.open()
            .filter(|activity| matches!(activity.plan.kind, Kind::Judgement(_)))
    }

    /// The last step of a facilitator, where there is one to take back.
    #[must_use]
    pub const fn last_step(&self) -> Option<&LastStep> {
        self.last_step.as_ref()
    }

    /// Where the effect of a command is recorded; none where it had none.
    #[must_use]
    pub fn recorded(&self, command: CommandId) -> Option<Seq> {
        self.done.get(&command).map(|done| done.seq)
    }

    /// The current totals of every visible idea of an activity, in the order of arrival.
    #[must_use]
    pub fn totals(&self, activity: &Activity) -> Vec<(IdeaId, Tally)> {
        self.ideas_of(activity.prompt())
            .filter(|(_, idea)| idea.hidden.is_none())
            .map(|(id, _)| (id, self.tally(activity.id, id)))
            .collect()
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
