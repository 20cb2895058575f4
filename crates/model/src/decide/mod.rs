//! Every rule of a panel: what follows from a command, or why nothing does.

mod answer;
mod edition;
mod import;
mod review;
mod sort;
mod step;
mod survey;
mod theme;

use uuid::Uuid;

use crate::{
    Activity, ActivityId, Actor, Command, CommandId, Created, Digest, Entrance, Event, Finding, Grouping, HANDFULS,
    HideReason, HoldBack, IDEA_CHARS, IdeaId, Judgement, Kind, LINE_CHARS, Misplaced, Panel, PersonId, Plan,
    QUESTION_CHARS, Recorded, Rejection, Reveal, Seq, Source, Status, Timestamp, Wording, Words, WordsHash, WordsId,
    checked_line, checked_words,
};

/// The most items on an agenda; a two-day event has some thirty.
const AGENDA_ITEMS: usize = 200;
/// The most probes of a prompt.
const PROBES: usize = 12;
/// The longest notes that facilitators make for themselves, in characters: a page.
const NOTES_CHARS: usize = 4_000;

/// What the outside world lends to a decision.
pub struct Context<'a> {
    /// The time.
    pub now: Timestamp,
    /// Random ids (UUID v4).
    pub fresh: &'a mut dyn FnMut() -> Uuid,
    /// What was found in the words of the command.
    pub findings: Vec<Finding>,
}

/// What follows from a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It had its effect before; this is where it is recorded.
    Already(Seq),
    /// It has this effect.
    New(Decision),
}

/// An effect: events to append in this order, and the words that they refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What happens; empty where nothing needs to.
    pub events: Vec<Recorded>,
    /// What was written.
    pub words: Vec<Words>,
}

/// An effect in the making.
struct Draft<'a, 'b> {
    context: &'a mut Context<'b>,
    events: Vec<Event>,
    words: Vec<Words>,
}

impl Draft<'_, '_> {
    fn push(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Puts words aside; returns what the log knows them by.
    fn write(&mut self, person: Option<PersonId>, text: String) -> (WordsId, WordsHash) {
        let id = WordsId((self.context.fresh)());
        let salt = (self.context.fresh)().into_bytes();
        let hash = WordsHash::of(&salt, &text);
        self.words.push(Words { id, person, salt, text });
        (id, hash)
    }
}

impl Panel {
    /// What follows from `command` of `actor`, as things stand.
    ///
    /// # Errors
    /// A [`Rejection`] where a rule is against it; then nothing happens.
    pub fn decide(
        &self,
        actor: Actor,
        id: CommandId,
        command: &Command,
        context: &mut Context<'_>,
    ) -> Result<Outcome, Rejection> {
        let digest = Digest::of(command);
        if let Some(done) = self.done.get(&id) {
            return if done.actor == actor && done.digest == digest {
                Ok(Outcome::Already(done.seq))
            } else {
                Err(Rejection::IdReused)
            };
        }
        let at = context.now;
        let mut draft = Draft {
            context,
            events: Vec::new(),
            words: Vec::new(),
        };
        if self.id.is_none() && !matches!(command, Command::Create(_)) {
            return Err(Rejection::NoPanel);
        }
        if !actor.role().may(command.deed()) {
            return Err(Rejection::NotAllowed);
        }
        match (command, actor) {
            (Command::Create(created), _) => self.create(created, &mut draft)?,
            (Command::Join, Actor::Person(person)) => self.join(person, Entrance::Code, &mut draft)?,
            (Command::Admit { entrance }, Actor::Person(person)) => self.join(person, *entrance, &mut draft)?,
            (Command::Answer(answer), Actor::Person(person)) => {
                self.answer(person, id, answer, &mut draft)?;
            }
            (Command::Step(step), _) => self.step(id, step, &mut draft)?,
            (Command::Arrange(arrange), actor) => self.arrange(actor, id, arrange, &mut draft)?,
            (Command::Deal { person }, _) => self.deal_all(*person, &mut draft)?,
            (Command::CompleteReveal { activity }, _) => self.complete_reveal(*activity, &mut draft)?,
            (Command::CloseDue { activity }, _) => self.close_due(*activity, &mut draft)?,
            (Command::Import(import), _) => self.import(id, import, &mut draft)?,
            (Command::Review(review), _) => self.review_report(review, &mut draft)?,
            // Only somebody in the room can join it, or answer in it.
            (Command::Join | Command::Admit { .. } | Command::Answer(_), _) => return Err(Rejection::NotAllowed),
        }
        let Draft { events, words, .. } = draft;
        let mut seq = self.seq;
        let events = events
            .into_iter()
            .map(|event| {
                seq = seq.next();
                Recorded {
                    seq,
                    at,
                    actor,
                    command: id,
                    digest,
                    event,
                }
            })
            .collect();
        Ok(Outcome::New(Decision { events, words }))
    }

    fn create(&self, created: &Created, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        if self.id.is_some() {
            return Err(Misplaced::Exists.into());
        }
        checked_line(&created.title, LINE_CHARS)?;
        let mut planned = Self {
            framework: created.framework.clone(),
            ..Self::default()
        };
        // All of them first: on an agenda that was rearranged, what refers to an item may stand before it.
        for (id, plan) in &created.agenda {
            if planned.activity(*id).is_some() {
                return Err(Misplaced::Exists.into());
            }
            planned.agenda.push(Activity::planned(*id, plan.clone()));
        }
        for (_, plan) in &created.agenda {
            planned.checked_plan(plan)?;
        }
        draft.push(Event::PanelCreated(Box::new(created.clone())));
        Ok(())
    }

    fn join(&self, person: PersonId, entrance: Entrance, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        if self.people.contains_key(&person) {
            return Ok(());
        }
        if entrance == Entrance::Code && self.integrity.asks_for_tickets() {
            return Err(Rejection::NotAllowed);
        }
        self.running()?;
        if self.people.len() >= self.capacity as usize {
            return Err(Rejection::Full {
                capacity: self.capacity,
            });
        }
        draft.push(Event::PersonJoined {
            person,
            source: Source::Device,
            source_id: None,
            entrance,
        });
        for activity in self.open() {
            self.deal_one(activity, person, draft);
        }
        Ok(())
    }

    fn deal_all(&self, person: PersonId, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        if !self.people.contains_key(&person) {
            return Err(Rejection::UnknownPerson);
        }
        for activity in self.open() {
            self.deal_one(activity, person, draft);
        }
        Ok(())
    }

    fn deal_one(&self, activity: &Activity, person: PersonId, draft: &mut Draft<'_, '_>) {
        match activity.plan.kind {
            Kind::Judgement(_) => {
                let ideas = self.deal(activity, person);
                if !ideas.is_empty() {
                    draft.push(Event::Dealt {
                        activity: activity.id,
                        person,
                        ideas,
                    });
                }
            }
            Kind::Survey(_) => self.deal_items(activity, person, draft),
            Kind::Grouping(_) => {
                let items = self.next_handful(activity, person);
                if !items.is_empty() {
                    draft.push(Event::ItemsDealt {
                        activity: activity.id,
                        person,
                        items,
                    });
                }
            }
            Kind::Prompt(_) | Kind::Reflection(_) | Kind::Volunteers => {}
        }
    }

    fn close_due(&self, activity: ActivityId, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        let activity = self.activity(activity).ok_or(Rejection::UnknownActivity)?;
        match activity.closes_at() {
            Some(at) if at <= draft.context.now => {
                draft.push(Event::ActivityClosed { activity: activity.id });
                Ok(())
            }
            _ => Err(Misplaced::NotDue.into()),
        }
    }

    fn complete_reveal(&self, activity: ActivityId, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        let activity = self.activity(activity).ok_or(Rejection::UnknownActivity)?;
        match activity.reveal {
            Reveal::Due { at } if at <= draft.context.now => {
                let totals = match activity.plan.kind {
                    Kind::Judgement(_) => self.totals(activity),
                    _ => Vec::new(),
                };
                draft.push(Event::Revealed {
                    activity: activity.id,
                    totals,
                    counts: self.counts(activity),
                });
                Ok(())
            }
            _ => Err(Misplaced::NotDue.into()),
        }
    }

    /// Notes what was found in an idea that was just added, and keeps it back where the panel wants that.
    fn look_over(&self, idea: IdeaId, typed_by_facilitator: bool, draft: &mut Draft<'_, '_>) {
        let findings = std::mem::take(&mut draft.context.findings);
        let wanted = match self.moderation.hold {
            HoldBack::Off => false,
            HoldBack::Flagged => !findings.is_empty(),
            HoldBack::All => true,
        };
        if !findings.is_empty() {
            draft.push(Event::IdeaFlagged { idea, findings });
        }
        if wanted && !typed_by_facilitator {
            draft.push(Event::IdeaHidden {
                idea,
                reason: HideReason::Waiting,
                same_as: None,
            });
        }
    }

    const fn running(&self) -> Result<(), Rejection> {
        match self.status {
            Status::Running => Ok(()),
            Status::Ended => Err(Rejection::Ended),
        }
    }

    /// `plan` as it is kept: texts trimmed, references checked against this panel.
    fn checked_plan(&self, plan: &Plan) -> Result<Plan, Rejection> {
        let mut plan = plan.clone();
        plan.title = checked_line(&plan.title, LINE_CHARS)?;
        plan.question = checked_words(&plan.question, QUESTION_CHARS)?;
        for (aside, limit) in [(&mut plan.instructions, QUESTION_CHARS), (&mut plan.notes, NOTES_CHARS)] {
            if !aside.trim().is_empty() {
                *aside = checked_words(aside, limit)?;
            }
        }
        for wording in plan.translations.values_mut() {
            checked_wording(wording)?;
        }
        if plan.again.is_some_and(|first| self.activity(first).is_none()) {
            return Err(Rejection::UnknownActivity);
        }
        match &mut plan.kind {
            Kind::Prompt(prompt) => {
                checked_probes(&mut prompt.probes)?;
                if prompt.domains.iter().any(|id| self.framework.domain(*id).is_none()) {
                    return Err(Rejection::UnknownDomain);
                }
            }
            Kind::Judgement(Judgement { prompt }) => {
                let judged = self.activity(*prompt).ok_or(Misplaced::NoPrompt)?;
                if !judged.collects() {
                    return Err(Misplaced::NoPrompt.into());
                }
            }
            Kind::Grouping(Grouping { prompt, handful, .. }) => {
                let grouped = self.activity(*prompt).ok_or(Misplaced::NoPrompt)?;
                if !matches!(grouped.plan.kind, Kind::Prompt(_)) {
                    return Err(Misplaced::NoPrompt.into());
                }
                if !HANDFULS.contains(handful) {
                    return Err(Misplaced::OddHandful.into());
                }
            }
            Kind::Survey(survey) => self.checked_survey(survey)?,
            Kind::Reflection(reflection) => checked_probes(&mut reflection.probes)?,
            Kind::Volunteers => {}
        }
        Ok(plan)
    }
}

fn checked_wording(wording: &mut Wording) -> Result<(), Rejection> {
    let lines = [&mut wording.reason, &mut wording.additions].into_iter();
    let lines = lines.chain(wording.options.iter_mut()).map(|line| (line, LINE_CHARS));
    let longer = [&mut wording.question, &mut wording.instructions].into_iter();
    let longer = longer
        .chain(wording.probes.iter_mut())
        .chain(wording.statements.iter_mut());
    for (text, limit) in longer.map(|text| (text, QUESTION_CHARS)).chain(lines) {
        if !text.trim().is_empty() {
            *text = checked_words(text, limit)?;
        }
    }
    Ok(())
}

fn checked_probes(probes: &mut Vec<String>) -> Result<(), Rejection> {
    probes.truncate(PROBES);
    for probe in probes {
        *probe = checked_line(probe, QUESTION_CHARS)?;
    }
    Ok(())
}

/// An idea's words as they are kept.
fn checked_idea(words: &str) -> Result<String, Rejection> {
    Ok(checked_words(words, IDEA_CHARS)?)
}
