use std::collections::{BTreeMap, BTreeSet};

use super::{AGENDA_ITEMS, Draft, checked_idea};
use crate::{
    Activity, ActivityId, Choice, CommandId, DomainId, Entered, Entrance, Event, Framework, Further, HideReason,
    IdeaId, Items, Kind, LINE_CHARS, Misplaced, OWN_WORDS, Pace, Panel, PersonId, Plan, Rejection, Reveal, Source,
    State, Status, Step, checked_line,
};

/// How long a reveal can be called back, in seconds: long enough to notice, short enough to wait.
const CALL_BACK_SECONDS: i64 = 5;
/// The most tickets that are made at a time: the largest hall, or fifty sheets of forty cards.
const TICKETS: u32 = 2_000;
/// The longest timer, in seconds.
const TIMER_SECONDS: u32 = 3 * 60 * 60;

impl Panel {
    pub(super) fn step(&self, command: CommandId, step: &Step, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        match step {
            Step::Rename { title } => {
                draft.push(Event::PanelRenamed {
                    title: checked_line(title, LINE_CHARS)?,
                });
            }
            Step::AdoptFramework(framework) => self.adopt(framework, draft)?,
            Step::AddActivity { activity, plan, place } => self.add(&[(*activity, plan)], *place, draft)?,
            Step::AddActivities { activities, place } => {
                let activities: Vec<_> = activities.iter().map(|(id, plan)| (*id, plan)).collect();
                self.add(&activities, *place, draft)?;
            }
            Step::Repeat { activity, again } => {
                let known = self.known(*activity)?;
                if !matches!(known.plan.kind, Kind::Judgement(_) | Kind::Survey(_)) {
                    return Err(Misplaced::OnceOnly.into());
                }
                let plan = Plan {
                    again: Some(*activity),
                    ..known.plan.clone()
                };
                let place = self.place(*activity).unwrap_or_default() as u16 + 1;
                self.add(&[(*again, &plan)], place, draft)?;
            }
            Step::SetPace { pace } => self.set_pace(*pace, draft)?,
            Step::EditActivity { activity, plan, seen } => self.edit(*activity, plan, *seen, draft)?,
            Step::MoveActivity { activity, place } => {
                self.known(*activity)?;
                draft.push(Event::ActivityMoved {
                    activity: *activity,
                    place: *place,
                });
            }
            Step::RemoveActivity { activity } => self.remove(*activity, draft)?,
            Step::Open { activity, alongside } => self.open_up(*activity, *alongside, draft)?,
            Step::Close { activity } => {
                if !self.known(*activity)?.is_open() {
                    return Err(Misplaced::NotOpen.into());
                }
                draft.push(Event::ActivityClosed { activity: *activity });
            }
            Step::Focus { activity } => {
                if let Some(activity) = activity {
                    self.known(*activity)?;
                }
                draft.push(Event::FocusMoved { activity: *activity });
            }
            Step::Reveal { activity } => self.reveal(*activity, draft)?,
            Step::ShowFurther { activity } => self.show_further(*activity, draft)?,
            Step::ChooseFace { activity, face } => {
                let known = self.known(*activity)?;
                if !matches!(known.plan.kind, Kind::Prompt(_) | Kind::Grouping(_)) {
                    return Err(Misplaced::NoWords.into());
                }
                if known.face != *face {
                    draft.push(Event::FaceChosen {
                        activity: *activity,
                        face: *face,
                    });
                }
            }
            Step::SetTimer { activity, seconds } => {
                self.known(*activity)?;
                if seconds.is_some_and(|seconds| seconds > TIMER_SECONDS) {
                    return Err(Misplaced::TimerTooLong.into());
                }
                let now = draft.context.now;
                let deadline = seconds.map(|seconds| now.plus_seconds(i64::from(seconds)));
                draft.push(Event::TimerSet {
                    activity: *activity,
                    deadline,
                });
            }
            Step::HideIdea { idea, reason } => {
                // What waits was held by a rule, not by somebody.
                if *reason == HideReason::Waiting {
                    return Err(Rejection::OddAnswer);
                }
                let hidden = self.idea(*idea)?.hidden;
                if hidden.is_some_and(|hidden| hidden != HideReason::Waiting) {
                    return Err(Misplaced::AlreadyHidden.into());
                }
                draft.push(Event::IdeaHidden {
                    idea: *idea,
                    reason: *reason,
                    same_as: None,
                });
            }
            Step::MergeIdea { idea, into } => self.merge_idea(*idea, *into, draft)?,
            Step::ShowIdea { idea } => {
                if self.idea(*idea)?.hidden.is_none() {
                    return Err(Misplaced::NotHidden.into());
                }
                draft.push(Event::IdeaShown { idea: *idea });
            }
            Step::SetModeration { moderation, release } => {
                let own = moderation.also.iter().chain(&moderation.except);
                for word in own.clone() {
                    checked_line(word, LINE_CHARS)?;
                }
                if own.count() > OWN_WORDS {
                    return Err(Misplaced::TooManyWords.into());
                }
                if **moderation != self.moderation {
                    draft.push(Event::ModerationSet(moderation.clone()));
                }
                if *release {
                    for (idea, _) in self.held() {
                        draft.push(Event::IdeaShown { idea });
                    }
                }
            }
            Step::EnterIdea {
                activity,
                domain,
                words,
                quotable,
                source,
            } => {
                self.running()?;
                let activity = self.begun(*activity)?;
                self.offered(activity, *domain, None)?;
                let (words, hash) = draft.write(None, checked_idea(words)?);
                draft.push(Event::IdeaAdded {
                    idea: IdeaId(command.0),
                    activity: activity.id,
                    domain: *domain,
                    author: None,
                    words,
                    hash,
                    quotable: *quotable,
                    source: Source::from(*source),
                    source_id: None,
                    source_details: BTreeMap::new(),
                    about: None,
                    builds_on: None,
                    signature: None,
                });
                self.look_over(IdeaId(command.0), true, draft);
            }
            Step::EnterMarks {
                activity,
                answers,
                source,
            } => self.enter_marks(*activity, answers, Source::from(*source), draft)?,
            Step::EnterSheet {
                activity,
                choices,
                source,
            } => {
                self.enter_sheet(*activity, choices, *source, draft)?;
            }
            Step::End => {
                self.running()?;
                draft.push(Event::PanelEnded);
            }
            Step::Reopen => {
                if self.status != Status::Ended {
                    return Err(Rejection::NotEnded);
                }
                draft.push(Event::PanelReopened);
            }
            Step::Undo { step } => self.undo(*step, draft)?,
            Step::EraseWords { ideas } => {
                for idea in ideas {
                    self.idea(*idea)?;
                    draft.push(Event::WordsErased { idea: *idea });
                }
            }
            Step::ErasePerson { person } => {
                if !self.people.contains_key(person) {
                    return Err(Rejection::UnknownPerson);
                }
                draft.push(Event::PersonErased { person: *person });
            }
            Step::EraseReasons => draft.push(Event::ReasonsErased),
            Step::FreezeReport => self.freeze_report(draft)?,
            Step::EraseReviews { entries } => self.erase_reviews(entries, draft)?,
            Step::SetIntegrity { integrity } => {
                if !self.people.is_empty() {
                    return Err(Misplaced::SomebodyJoined.into());
                }
                if *integrity != self.integrity {
                    draft.push(Event::IntegritySet { integrity: *integrity });
                }
            }
            Step::MakeTickets { count, replacing } => {
                if !self.integrity.asks_for_tickets() || !(1..=TICKETS).contains(count) {
                    return Err(Misplaced::OddTickets.into());
                }
                draft.push(Event::TicketsMade {
                    count: *count,
                    replacing: *replacing,
                });
            }
        }
        Ok(())
    }

    /// Puts `plans` on the agenda in a row; each may refer to those before it.
    fn add(&self, plans: &[(ActivityId, &Plan)], place: u16, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        if self.agenda.len() + plans.len() > AGENDA_ITEMS {
            return Err(Misplaced::AgendaFull.into());
        }
        for (number, (activity, plan)) in plans.iter().enumerate() {
            let taken = self.activity(*activity).is_some() || plans[..number].iter().any(|(id, _)| id == activity);
            if taken {
                return Err(Misplaced::Exists.into());
            }
            draft.push(Event::ActivityAdded {
                activity: *activity,
                plan: self.checked_plan(plan)?,
                place: place.saturating_add(number as u16),
            });
        }
        Ok(())
    }

    fn set_pace(&self, pace: Pace, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        self.running()?;
        let new = pace != self.pace;
        if new {
            draft.push(Event::PaceSet { pace });
        }
        match pace {
            // Said again, it opens what came on the agenda since; what was closed by itself stays closed.
            Pace::Own => {
                for shut in self.agenda.iter().filter(|activity| !activity.is_open()) {
                    // What cannot be opened yet waits until that is said again.
                    if (new || shut.state == State::Planned) && self.openable(shut).is_ok() {
                        self.take_answers(shut, draft);
                    }
                }
            }
            Pace::Led if !new => {}
            Pace::Led => {
                for open in self.open().filter(|open| Some(open.id) != self.focus) {
                    draft.push(Event::ActivityClosed { activity: open.id });
                }
            }
        }
        Ok(())
    }

    /// Items that offer some domains go on to offer what these have become.
    fn adopt(&self, framework: &Framework, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        if self.has_begun() {
            return Err(Misplaced::HasBegun.into());
        }
        let framework = framework.checked().map_err(|_| Rejection::Unreadable)?;
        let mut edited = Vec::new();
        for item in &self.agenda {
            let mut plan = item.plan.clone();
            let Some(domains) = plan.kind.domains_mut() else {
                continue;
            };
            let mut today: Vec<DomainId> = Vec::new();
            for domain in domains.iter().filter_map(|id| framework.today(*id)) {
                if !today.contains(&domain.id) {
                    today.push(domain.id);
                }
            }
            if today != *domains {
                *domains = today;
                edited.push(Event::ActivityEdited {
                    activity: item.id,
                    plan,
                });
            }
        }
        draft.push(Event::FrameworkAdopted(Box::new(framework)));
        for event in edited {
            draft.push(event);
        }
        Ok(())
    }

    fn edit(
        &self,
        activity: ActivityId,
        plan: &Plan,
        seen: Option<u32>,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let plan = self.checked_plan(plan)?;
        let known = self.known(activity)?;
        if seen.is_some_and(|seen| seen != known.edits) {
            return Err(Misplaced::EditedMeanwhile.into());
        }
        if plan.again != known.plan.again {
            return Err(Misplaced::KindIsFixed.into());
        }
        let same_kind = match (&known.plan.kind, &plan.kind) {
            (Kind::Prompt(_), Kind::Prompt(_))
            | (Kind::Reflection(_), Kind::Reflection(_))
            | (Kind::Volunteers, Kind::Volunteers) => true,
            (Kind::Survey(now), Kind::Survey(then)) => {
                if self.has_content(known) && !super::survey::same_answers(now, then) {
                    return Err(Misplaced::WouldLoseAnswers.into());
                }
                let themes = [now, then]
                    .iter()
                    .any(|survey| matches!(survey.items, Items::Themes(_)));
                if themes && known.state != State::Planned && now.items != then.items {
                    return Err(Misplaced::KindIsFixed.into());
                }
                true
            }
            (Kind::Judgement(now), Kind::Judgement(then)) => now == then,
            (Kind::Grouping(now), Kind::Grouping(then)) => now.prompt == then.prompt,
            _ => false,
        };
        if !same_kind {
            return Err(Misplaced::KindIsFixed.into());
        }
        draft.push(Event::ActivityEdited { activity, plan });
        Ok(())
    }

    fn remove(&self, activity: ActivityId, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        let known = self.known(activity)?;
        if known.state != State::Planned || self.has_content(known) {
            return Err(Misplaced::HasBeenOpen.into());
        }
        if self
            .agenda
            .iter()
            .any(|other| other.id != activity && other.refers_to(activity))
        {
            return Err(Misplaced::Needed.into());
        }
        if self.focus == Some(activity) {
            draft.push(Event::FocusMoved { activity: None });
        }
        draft.push(Event::ActivityRemoved { activity });
        Ok(())
    }

    fn open_up(&self, activity: ActivityId, alongside: bool, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        self.running()?;
        let known = self.known(activity)?;
        if known.is_open() {
            return Err(Misplaced::AlreadyOpen.into());
        }
        self.openable(known)?;
        self.take_answers(known, draft);
        if !alongside {
            for open in self.open() {
                draft.push(Event::ActivityClosed { activity: open.id });
            }
        }
        if self.focus != Some(activity) {
            draft.push(Event::FocusMoved {
                activity: Some(activity),
            });
        }
        let deadline = match known.plan.minutes {
            0 => None,
            minutes => Some(draft.context.now.plus_seconds(i64::from(minutes) * 60)),
        };
        if deadline != known.deadline {
            draft.push(Event::TimerSet { activity, deadline });
        }
        Ok(())
    }

    fn reveal(&self, activity: ActivityId, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        let known = self.known(activity)?;
        if known.reveal != Reveal::Hidden {
            return Err(Misplaced::AlreadyRevealed.into());
        }
        if known.state == State::Planned {
            return Err(Misplaced::NothingToReveal.into());
        }
        let at = draft.context.now.plus_seconds(CALL_BACK_SECONDS);
        draft.push(Event::RevealDue { activity, at });
        Ok(())
    }

    fn show_further(&self, activity: ActivityId, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        let known = self.known(activity)?;
        if !known.can_go_further() {
            return Err(Misplaced::NothingFurther.into());
        }
        let further = match self.further(known) {
            [] => Further::Groups(self.by_group(known)),
            [Further::Groups(groups)] => Further::Across(groups.across()),
            _ => return Err(Misplaced::NothingFurther.into()),
        };
        draft.push(Event::FurtherShown { activity, further });
        Ok(())
    }

    /// Both stay what they are, with the votes that each has: one of them leaves the screens, and says with which it stands.
    fn merge_idea(&self, idea: IdeaId, into: IdeaId, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        let known = self.idea(idea)?;
        self.idea(into)?;
        let stays = self.stands_for(into);
        let stands = self.idea(stays)?;
        if stays == idea || stands.activity != known.activity || stands.hidden.is_some() {
            return Err(Misplaced::NotMerged.into());
        }
        let free = match known.hidden {
            None | Some(HideReason::Waiting) => true,
            Some(HideReason::Duplicate) => self.stands_for(idea) != stays,
            Some(_) => false,
        };
        if !free {
            return Err(Misplaced::AlreadyHidden.into());
        }
        draft.push(Event::IdeaHidden {
            idea,
            reason: HideReason::Duplicate,
            same_as: Some(stays),
        });
        Ok(())
    }

    fn enter_sheet(
        &self,
        activity: ActivityId,
        choices: &[(IdeaId, Choice)],
        source: Entered,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        self.running()?;
        let judgement = self.begun(activity)?;
        if !matches!(judgement.plan.kind, Kind::Judgement(_)) {
            return Err(Rejection::UnknownActivity);
        }
        let different: BTreeSet<IdeaId> = choices.iter().map(|(idea, _)| *idea).collect();
        if choices.is_empty() || different.len() < choices.len() {
            return Err(Misplaced::OddSheet.into());
        }
        for idea in different {
            self.judgeable(judgement, idea)?;
        }
        let person = PersonId((draft.context.fresh)());
        let source = Source::from(source);
        draft.push(Event::PersonJoined {
            person,
            source,
            source_id: None,
            entrance: Entrance::Code,
        });
        for (idea, choice) in choices {
            draft.push(Event::BallotCast {
                activity,
                person,
                idea: *idea,
                choice: *choice,
                later: judgement.reveal.is_shown(),
                source,
            });
        }
        Ok(())
    }

    fn undo(&self, step: CommandId, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        let last = self
            .last_step
            .as_ref()
            .filter(|last| last.command == step)
            .ok_or(Rejection::UndoTooLate)?;
        let undo = last.undo.as_ref().ok_or(Rejection::UndoImpossible)?;
        for event in undo {
            draft.push(match event {
                // Nothing that was answered meanwhile is lost: it is closed, not unmade.
                Event::ActivityUnopened { activity }
                    if self.activity(*activity).is_some_and(|known| self.has_content(known)) =>
                {
                    Event::ActivityClosed { activity: *activity }
                }
                Event::FrameworkAdopted(_) if self.has_begun() => return Err(Misplaced::HasBegun.into()),
                event => event.clone(),
            });
        }
        draft.push(Event::Undone { step });
        Ok(())
    }

    fn known(&self, activity: ActivityId) -> Result<&Activity, Rejection> {
        self.activity(activity).ok_or(Rejection::UnknownActivity)
    }

    pub(super) fn begun(&self, activity: ActivityId) -> Result<&Activity, Rejection> {
        let known = self.known(activity)?;
        if known.state == State::Planned {
            return Err(Rejection::NotOpenYet);
        }
        Ok(known)
    }

    fn idea(&self, idea: IdeaId) -> Result<&crate::Idea, Rejection> {
        self.ideas.get(&idea).ok_or(Rejection::UnknownIdea)
    }

    fn has_content(&self, activity: &Activity) -> bool {
        self.answered(activity.id) > 0 || self.ideas_of(activity.id).next().is_some()
    }
}
