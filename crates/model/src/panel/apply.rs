use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Activity, ActivityId, Actor, Brought, Details, Event, Face, FrozenReport, Idea, IdeaId, ItemId, Mark, Panel,
    Participant, Recorded, Reveal, Reviewed, Scale, State, Status, ThemeEdition, Void, WordsHash, WordsId,
};

use super::Done;

impl Panel {
    /// Moves on by one event. Holds no rule: what was decided is so.
    pub fn apply(&mut self, recorded: &Recorded) {
        self.remember_step(recorded);
        self.seq = recorded.seq;
        if is_told(&recorded.event) {
            self.told = recorded.seq;
        }
        if self.takes_back(&recorded.event) {
            self.taken_back = recorded.seq;
        }
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
                self.pace = created.pace;
                self.integrity = created.integrity;
                self.moderation.clone_from(&created.moderation);
                self.created = at;
                self.agenda = created
                    .agenda
                    .iter()
                    .map(|(id, plan)| Activity::planned(*id, plan.clone()))
                    .collect();
            }
            Event::PanelRenamed { title } => self.title.clone_from(title),
            Event::FrameworkAdopted(framework) => self.framework.clone_from(framework),
            Event::ActivityAdded { activity, plan, place } => {
                let place = usize::from(*place).min(self.agenda.len());
                self.agenda.insert(place, Activity::planned(*activity, plan.clone()));
            }
            Event::ActivityEdited { activity, plan } => {
                self.change(*activity, |activity| {
                    activity.plan = plan.clone();
                    activity.edits += 1;
                });
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
            Event::Revealed {
                activity,
                totals,
                counts,
            } => {
                self.change(*activity, |activity| activity.reveal = Reveal::Shown { at });
                self.revealed.insert(*activity, totals.clone());
                self.revealed_counts.insert(*activity, counts.iter().cloned().collect());
                self.revealed_editions.insert(*activity, self.edition(*activity));
            }
            Event::PaceSet { pace } => self.pace = *pace,
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
                for words in self.themes.words_of(*person) {
                    self.words.remove(&words);
                }
                for words in self.forget_sorts(*person) {
                    self.words.remove(&words);
                }
                for marks in self.marks.values_mut().flat_map(BTreeMap::values_mut) {
                    if let Some(reason) = marks.forget_reason(*person) {
                        self.words.remove(&reason);
                    }
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
                about,
                builds_on,
                signature,
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
                        same_as: None,
                        source_id: source_id.clone(),
                        source_details: source_details.clone(),
                        added: at,
                        about: *about,
                        builds_on: *builds_on,
                        signature: signature.map(|(name, _)| name),
                        details: Details::default(),
                    },
                );
                self.arrived.entry(*activity).or_default().push(*idea);
                if let Some(author) = author {
                    self.written.entry(*author).or_default().push(*idea);
                    self.answered.entry(*activity).or_default().insert(*author);
                }
            }
            Event::IdeaDetailed {
                idea,
                nature,
                horizon,
                grounds,
                reference,
                neighbour,
            } => {
                if let Some(idea) = self.ideas.get_mut(idea) {
                    if let Some(replaced) = idea.details.reference {
                        self.words.remove(&replaced);
                    }
                    idea.details = Details {
                        nature: *nature,
                        horizon: *horizon,
                        grounds: *grounds,
                        reference: reference.map(|(words, _)| words),
                        neighbour: *neighbour,
                    };
                }
            }
            Event::HelpOffered { idea, person, offered } => {
                let helpers = self.helpers.entry(*idea).or_default();
                if *offered {
                    helpers.insert(*person);
                } else {
                    helpers.remove(person);
                }
            }
            Event::IdeaQuotable { idea, quotable } => {
                if let Some(idea) = self.ideas.get_mut(idea) {
                    idea.quotable = *quotable;
                }
            }
            Event::IdeaHidden { idea, reason, same_as } => {
                if let Some(idea) = self.ideas.get_mut(idea) {
                    idea.hidden = Some(*reason);
                    idea.same_as = *same_as;
                }
            }
            Event::IdeaShown { idea } => {
                if let Some(idea) = self.ideas.get_mut(idea) {
                    idea.hidden = None;
                    idea.same_as = None;
                }
            }
            Event::WordsErased { idea } => self.forget_words(*idea),
            Event::IdeasSorted {
                activity,
                person,
                piles,
            } => self.note_sort(*activity, *person, piles),
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
            Event::ItemsDealt {
                activity,
                person,
                items,
            } => {
                let exposure = self.item_exposure.entry(*activity).or_default();
                for item in items {
                    *exposure.entry(*item).or_default() += 1;
                }
                self.dealt_items.entry((*activity, *person)).or_default().extend(items);
            }
            Event::Marked {
                activity,
                person,
                item,
                marks,
                reason,
                quotable,
                later,
                edition,
                ..
            } => {
                if let Some(scale) = self.scale(*activity) {
                    let mut mark = Mark {
                        marks: marks.clone(),
                        reason: reason.map(|(words, _)| words),
                        quotable: *quotable,
                        later: *later,
                        edition: *edition,
                        void: false,
                    };
                    mark.void = !self.counts_now(*activity, *item, &mark);
                    let items = self.marks.entry(*activity).or_default();
                    items.entry(*item).or_default().put(&scale, *person, mark);
                }
                self.answered.entry(*activity).or_default().insert(*person);
            }
            Event::ReasonQuotable {
                activity,
                person,
                item,
                quotable,
            } => {
                let marks = self.marks.get_mut(activity).and_then(|items| items.get_mut(item));
                if let Some(marks) = marks {
                    marks.set_quotable(*person, *quotable);
                }
            }
            Event::PanelEnded => self.status = Status::Ended,
            Event::PanelReopened => self.status = Status::Running,
            Event::Undone { .. } => self.last_step = None,
            Event::ReasonsErased => {
                for marks in self.marks.values_mut().flat_map(BTreeMap::values_mut) {
                    for reason in marks.forget_reasons() {
                        self.words.remove(&reason);
                    }
                }
            }
            Event::ModerationSet(moderation) => self.moderation.clone_from(moderation),
            Event::IdeaFlagged { idea, findings } => {
                self.findings.insert(*idea, findings.clone());
            }
            Event::IntegritySet { integrity } => self.integrity = *integrity,
            Event::TicketsMade { count, replacing } => {
                self.tickets.made += count;
                self.tickets.replacing += if *replacing { *count } else { 0 };
            }
            Event::ThemesPinned { activity, edition } => self.pin(*activity, edition),
            Event::FaceChosen { activity, face } => self.change(*activity, |activity| activity.face = *face),
            Event::FurtherShown { activity, further } => {
                self.change(*activity, |activity| activity.further += 1);
                self.further.entry(*activity).or_default().push(further.clone());
            }
            Event::ReportFrozen { edition, until } => self.frozen.push(FrozenReport {
                number: *edition,
                until: *until,
                at,
            }),
            Event::RecommendationDecided {
                recommendation,
                edition,
                ruling,
                owner,
                horizon,
                comment,
                speaker,
            } => {
                let id = |written: &Option<(WordsId, WordsHash)>| written.map(|(words, _)| words);
                self.reviews.push(Reviewed {
                    seq: recorded.seq,
                    at,
                    link: match recorded.actor {
                        Actor::Board(link) => Some(link),
                        _ => None,
                    },
                    recommendation: *recommendation,
                    edition: *edition,
                    ruling: *ruling,
                    owner: id(owner),
                    horizon: id(horizon),
                    comment: id(comment),
                    speaker: id(speaker),
                });
            }
            Event::DecisionBrought {
                panel,
                title,
                recommendation,
                ruling,
                what,
                owner,
                horizon,
            } => {
                let id = |written: &Option<(WordsId, WordsHash)>| written.map(|(words, _)| words);
                let brought = Brought {
                    seq: recorded.seq,
                    panel: *panel,
                    title: title.clone(),
                    recommendation: *recommendation,
                    ruling: *ruling,
                    what: Some(what.0),
                    owner: id(owner),
                    horizon: id(horizon),
                };
                let is_it = |known: &Brought| (known.panel, known.recommendation) == (*panel, *recommendation);
                match self.brought.iter_mut().find(|known| is_it(known)) {
                    Some(known) => *known = brought,
                    None => self.brought.push(brought),
                }
            }
            Event::ReviewErased { entry } => {
                for words in self.review_words(*entry) {
                    self.words.remove(&words);
                }
                if let Some(brought) = self.brought.iter_mut().find(|brought| brought.seq == *entry) {
                    brought.forget_words();
                }
                if let Some(reviewed) = self.reviews.iter_mut().find(|reviewed| reviewed.seq == *entry) {
                    reviewed.forget_words();
                }
            }
            Event::ThemeMade { .. }
            | Event::ThemeWorded { .. }
            | Event::IdeaGrouped { .. }
            | Event::ThemeMerged { .. }
            | Event::ThemeUnmerged { .. }
            | Event::ThemeMoved { .. }
            | Event::ThemeParked { .. }
            | Event::ThemeLocked { .. }
            | Event::ThemeRemoved { .. }
            | Event::ThemeRestored { .. }
            | Event::GroupingUndone { .. }
            | Event::IdeasHeld { .. }
            | Event::ProposalDiscarded { .. }
            | Event::IdeasLetGo { .. }
            | Event::IdeasToldApart { .. } => self.themes.apply(recorded),
        }
    }

    /// Whether an event may take words out of a report, or the consent to quote them; as things stand before it.
    fn takes_back(&self, event: &Event) -> bool {
        match event {
            Event::WordsErased { .. }
            | Event::PersonErased { .. }
            | Event::ReasonsErased
            | Event::ReviewErased { .. }
            | Event::IdeaQuotable { .. }
            | Event::ReasonQuotable { .. }
            | Event::IdeaHidden { .. }
            | Event::IdeaShown { .. }
            | Event::IdeaDetailed { .. } => true,
            // An answer that is given anew takes the reason of the one before with it.
            Event::Marked {
                activity, person, item, ..
            } => {
                let before = self.marks(*activity, *item).and_then(|marks| marks.any_of(*person));
                before.is_some_and(|mark| mark.reason.is_some())
            }
            Event::DecisionBrought { .. } => true,
            _ => false,
        }
    }

    fn change(&mut self, id: ActivityId, change: impl FnOnce(&mut Activity)) {
        if let Some(activity) = self.agenda.iter_mut().find(|activity| activity.id == id) {
            change(activity);
        }
    }

    fn scale(&self, activity: ActivityId) -> Option<Scale> {
        let survey = self.activity(activity).and_then(Activity::survey);
        survey.map(|survey| survey.scale.clone())
    }

    /// Whether an answer is to what its survey asks about now, whatever is hidden of it.
    fn counts_now(&self, activity: ActivityId, item: ItemId, mark: &Mark) -> bool {
        matches!(self.void(activity, item, mark), None | Some(Void::Hidden))
    }

    fn pin(&mut self, activity: ActivityId, edition: &ThemeEdition) {
        self.editions.entry(activity).or_default().push(edition.clone());
        let Some(scale) = self.scale(activity) else { return };
        let mut items = self.marks.remove(&activity).unwrap_or_default();
        for (item, marks) in &mut items {
            marks.judge(&scale, |mark| self.counts_now(activity, *item, mark));
        }
        self.marks.insert(activity, items);
    }

    fn forget_words(&mut self, idea: IdeaId) {
        let Some(idea) = self.ideas.get(&idea) else { return };
        for words in idea.all_words() {
            self.words.remove(&words);
        }
    }
}

/// Whether a report tells of it: all but what passes on screens, and the editions themselves.
const fn is_told(event: &Event) -> bool {
    !matches!(
        event,
        Event::ReportFrozen { .. }
            | Event::FocusMoved { .. }
            | Event::FaceChosen { .. }
            | Event::TimerSet { .. }
            | Event::IdeasHeld { .. }
            | Event::IdeasLetGo { .. }
    )
}

impl Activity {
    pub(crate) const fn planned(id: ActivityId, plan: crate::Plan) -> Self {
        Self {
            id,
            plan,
            state: State::Planned,
            reveal: Reveal::Hidden,
            deadline: None,
            edits: 0,
            further: 0,
            face: Face::Ideas,
        }
    }
}
