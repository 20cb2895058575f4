use std::collections::BTreeSet;

use super::Draft;
use crate::{
    Activity, ActivityId, Actor, Arrange, CommandId, DomainId, Event, HOLD_SECONDS, HoldBack, IdeaId, Kind, LINE_CHARS,
    Misplaced, Panel, PersonId, QUESTION_CHARS, Rejection, Sorters, ThemeId, WordsHash, WordsId, checked_line,
    checked_words,
};

/// The most themes of a prompt, ended ones too: a report of more is read by nobody.
const THEMES: usize = 500;
/// The most ideas that one step moves: more than any screen can mark.
const MOVED: usize = 1_000;

impl Panel {
    /// A step of grouping. What came too late for a theme follows it to where it went.
    pub(super) fn arrange(
        &self,
        actor: Actor,
        command: CommandId,
        arrange: &Arrange,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        self.running()?;
        let prompt = self.arranged_prompt(arrange)?;
        let staff = matches!(actor, Actor::Facilitator(_) | Actor::System);
        if !staff && !self.may_group(actor, prompt) {
            return Err(Rejection::NotGrouping);
        }
        // What people in the room call a theme is on every screen at once, so it is not held but refused, and nothing is lost.
        let held = self.moderation.hold != HoldBack::Off && !draft.context.findings.is_empty();
        if held && matches!(actor, Actor::Person(_)) {
            return Err(Misplaced::NameFlagged.into());
        }
        match arrange {
            Arrange::Make {
                domain, name, ideas, ..
            } => self.make_theme(ThemeId(command.0), prompt, *domain, (actor, name, ideas), draft),
            Arrange::Confirm { name, ideas, to, .. } => {
                let gone = |idea: &IdeaId| {
                    let known = self.ideas.get(idea).filter(|known| known.activity == prompt);
                    known.is_none_or(|known| known.hidden.is_some()) || self.themes.home(*idea).is_some()
                };
                if ideas.is_empty() || ideas.iter().any(gone) {
                    return Err(Misplaced::ProposalChanged.into());
                }
                match to {
                    Some(_) => self.move_ideas(prompt, (actor, ideas), *to, None, draft),
                    None => self.make_theme(ThemeId(command.0), prompt, None, (actor, name, ideas), draft),
                }
            }
            Arrange::Word {
                theme,
                name,
                about,
                seen,
            } => self.word_theme(*theme, (name, about), seen, actor, draft),
            Arrange::Move { ideas, to, place, .. } => self.move_ideas(prompt, (actor, ideas), *to, *place, draft),
            Arrange::Merge { theme, into } => {
                let (from, into) = (self.today(*theme)?, self.today(*into)?);
                if from == into {
                    return Ok(());
                }
                if self.free(from)?.prompt != self.free(into)?.prompt {
                    return Err(Rejection::UnknownTheme);
                }
                draft.push(Event::ThemeMerged { theme: from, into });
                Ok(())
            }
            Arrange::Reorder { theme, place } => {
                let theme = self.today(*theme)?;
                if self.themes.place(theme) != Some(*place) {
                    draft.push(Event::ThemeMoved { theme, place: *place });
                }
                Ok(())
            }
            Arrange::Park { theme, parked } => {
                let theme = self.today(*theme)?;
                if self.free(theme)?.parked != *parked {
                    draft.push(Event::ThemeParked { theme, parked: *parked });
                }
                Ok(())
            }
            Arrange::Lock { theme, locked } => {
                if !staff {
                    return Err(Rejection::NotAllowed);
                }
                let theme = self.today(*theme)?;
                if self.themes.theme(theme).is_some_and(|known| known.locked != *locked) {
                    draft.push(Event::ThemeLocked { theme, locked: *locked });
                }
                Ok(())
            }
            Arrange::Remove { theme } => {
                let theme = self.today(*theme)?;
                for idea in &self.free(theme)?.ideas {
                    draft.push(Event::IdeaGrouped {
                        idea: *idea,
                        theme: None,
                        place: 0,
                    });
                }
                draft.push(Event::ThemeRemoved { theme });
                Ok(())
            }
            Arrange::Undo { step } => self.undo_grouping(*step, actor, staff, draft),
            Arrange::Hold { ideas, .. } => self.hold(prompt, ideas, actor, draft),
            Arrange::Discard { ideas, .. } => {
                if !staff {
                    return Err(Rejection::NotAllowed);
                }
                let set: BTreeSet<IdeaId> = self.movable(prompt, ideas, actor, draft)?.into_iter().collect();
                if !set.is_empty() && !self.themes.is_discarded(prompt, set.iter().copied()) {
                    let ideas = set.into_iter().collect();
                    draft.push(Event::ProposalDiscarded { prompt, ideas });
                }
                Ok(())
            }
            Arrange::LetGo { ideas, .. } => {
                let mine = |idea: &IdeaId| {
                    self.themes
                        .held(*idea, draft.context.now)
                        .is_some_and(|hold| hold.by == actor)
                };
                let ideas: Vec<IdeaId> = ideas.iter().copied().filter(mine).collect();
                if !ideas.is_empty() {
                    draft.push(Event::IdeasLetGo { ideas });
                }
                Ok(())
            }
            Arrange::TellApart { one, other, .. } => {
                if matches!(actor, Actor::Person(_)) {
                    return Err(Rejection::NotAllowed);
                }
                let there = |idea: &IdeaId| self.ideas.get(idea).is_some_and(|idea| idea.activity == prompt);
                if one == other || ![one, other].into_iter().all(there) {
                    return Err(Rejection::UnknownIdea);
                }
                if !self.themes.are_apart(*one, *other) {
                    let (one, other) = (*one.min(other), *one.max(other));
                    draft.push(Event::IdeasToldApart { one, other });
                }
                Ok(())
            }
        }
    }

    /// The prompt whose ideas a step groups.
    fn arranged_prompt(&self, arrange: &Arrange) -> Result<ActivityId, Rejection> {
        let prompt = match arrange {
            Arrange::Make { prompt, .. }
            | Arrange::Move { prompt, .. }
            | Arrange::Hold { prompt, .. }
            | Arrange::Discard { prompt, .. }
            | Arrange::LetGo { prompt, .. }
            | Arrange::Confirm { prompt, .. }
            | Arrange::TellApart { prompt, .. } => *prompt,
            Arrange::Word { theme, .. }
            | Arrange::Merge { theme, .. }
            | Arrange::Reorder { theme, .. }
            | Arrange::Park { theme, .. }
            | Arrange::Lock { theme, .. }
            | Arrange::Remove { theme } => self.themes.theme(*theme).ok_or(Rejection::UnknownTheme)?.prompt,
            Arrange::Undo { step } => self.themes.step(*step).ok_or(Rejection::UndoTooLate)?.prompt,
        };
        match self.activity(prompt) {
            Some(activity) if matches!(activity.plan.kind, Kind::Prompt(_)) => Ok(prompt),
            _ => Err(Rejection::UnknownActivity),
        }
    }

    /// Whether whoever is no facilitator may group the ideas of a prompt now: while a grouping of it is open to them, and
    /// its ideas are shown.
    #[must_use]
    pub fn may_group(&self, actor: Actor, prompt: ActivityId) -> bool {
        match actor {
            Actor::Person(person) => self.is_grouped(prompt, true) && self.people.contains_key(&person),
            Actor::Panelist(_) | Actor::Facilitator(_) | Actor::System => self.is_grouped(prompt, false),
            Actor::Board(_) => false,
        }
    }

    /// Whether a grouping of a prompt's ideas is open, and these are shown; `by_all`: whether it is open to everybody.
    pub(crate) fn is_grouped(&self, prompt: ActivityId, by_all: bool) -> bool {
        let shown = self.activity(prompt).is_some_and(Activity::shows_ideas);
        shown
            && self.open().any(|activity| match &activity.plan.kind {
                Kind::Grouping(grouping) => grouping.prompt == prompt && (!by_all || grouping.by == Sorters::Everybody),
                _ => false,
            })
    }

    fn today(&self, theme: ThemeId) -> Result<ThemeId, Rejection> {
        match self.themes.theme(theme) {
            Some(_) => self.themes.today(theme).ok_or(Misplaced::ThemeGone.into()),
            None => Err(Rejection::UnknownTheme),
        }
    }

    /// A theme that may be changed.
    fn free(&self, theme: ThemeId) -> Result<&crate::Theme, Rejection> {
        let known = self.themes.theme(theme).ok_or(Rejection::UnknownTheme)?;
        if known.locked {
            return Err(Misplaced::ThemeLocked.into());
        }
        Ok(known)
    }

    fn make_theme(
        &self,
        theme: ThemeId,
        prompt: ActivityId,
        domain: Option<DomainId>,
        (actor, name, ideas): (Actor, &str, &[IdeaId]),
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let there = self.themes.of(prompt).count();
        if self
            .themes
            .themes
            .values()
            .filter(|known| known.prompt == prompt)
            .count()
            >= THEMES
        {
            return Err(Misplaced::EnoughThemes.into());
        }
        if domain.is_some_and(|domain| self.framework.domain(domain).is_none()) {
            return Err(Rejection::UnknownDomain);
        }
        let name = written(name, LINE_CHARS, actor, draft)?;
        draft.push(Event::ThemeMade {
            theme,
            prompt,
            domain,
            place: there as u16,
        });
        if name.is_some() {
            draft.push(Event::ThemeWorded {
                theme,
                name,
                about: None,
            });
        }
        for (place, idea) in self.movable(prompt, ideas, actor, draft)?.into_iter().enumerate() {
            draft.push(Event::IdeaGrouped {
                idea,
                theme: Some(theme),
                place: place as u16,
            });
        }
        Ok(())
    }

    fn word_theme(
        &self,
        theme: ThemeId,
        (name, about): (&str, &str),
        seen: &(String, String),
        actor: Actor,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let theme = self.today(theme)?;
        let known = self.free(theme)?;
        let says =
            |words: Option<(WordsId, WordsHash)>| words.and_then(|(words, _)| self.text(words)).unwrap_or_default();
        let now = (says(known.name), says(known.about));
        if (name.trim(), about.trim()) == now {
            return Ok(());
        }
        // Nobody's words are written over by somebody who never saw them.
        if (seen.0.trim(), seen.1.trim()) != now {
            return Err(Misplaced::WordedMeanwhile.into());
        }
        let name = if name.trim() == now.0 {
            known.name
        } else {
            written(name, LINE_CHARS, actor, draft)?
        };
        let about = if about.trim() == now.1 {
            known.about
        } else {
            written(about, QUESTION_CHARS, actor, draft)?
        };
        draft.push(Event::ThemeWorded { theme, name, about });
        Ok(())
    }

    /// Ideas of a prompt that are to be moved, each once, in the order given.
    fn movable(
        &self,
        prompt: ActivityId,
        ideas: &[IdeaId],
        actor: Actor,
        draft: &Draft<'_, '_>,
    ) -> Result<Vec<IdeaId>, Rejection> {
        if ideas.len() > MOVED {
            return Err(Misplaced::TooManyMoved.into());
        }
        let mut movable: Vec<IdeaId> = Vec::with_capacity(ideas.len());
        let mut seen = BTreeSet::new();
        for id in ideas {
            let idea = self.ideas.get(id).filter(|idea| idea.activity == prompt);
            idea.ok_or(Rejection::UnknownIdea)?;
            let held = self.themes.held(*id, draft.context.now);
            if held.is_some_and(|hold| hold.by != actor) {
                return Err(Misplaced::HeldByAnother.into());
            }
            if let Some(home) = self.themes.home(*id) {
                self.free(home)?;
            }
            if seen.insert(*id) {
                movable.push(*id);
            }
        }
        Ok(movable)
    }

    fn move_ideas(
        &self,
        prompt: ActivityId,
        (actor, ideas): (Actor, &[IdeaId]),
        to: Option<ThemeId>,
        place: Option<u16>,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let to = match to {
            Some(theme) => {
                let theme = self.today(theme)?;
                if self.free(theme)?.prompt != prompt {
                    return Err(Rejection::UnknownTheme);
                }
                Some(theme)
            }
            None => None,
        };
        for (number, idea) in self.movable(prompt, ideas, actor, draft)?.into_iter().enumerate() {
            // Where nobody says which place, an idea that is there stays where it stands; what is loose has none.
            if self.themes.home(idea) == to && (place.is_none() || to.is_none()) {
                continue;
            }
            draft.push(Event::IdeaGrouped {
                idea,
                theme: to,
                place: place.map_or(u16::MAX, |place| place.saturating_add(number as u16)),
            });
        }
        Ok(())
    }

    fn hold(
        &self,
        prompt: ActivityId,
        ideas: &[IdeaId],
        actor: Actor,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let ideas = self.movable(prompt, ideas, actor, draft)?;
        if !ideas.is_empty() {
            let until = draft.context.now.plus_seconds(HOLD_SECONDS);
            draft.push(Event::IdeasHeld { ideas, until });
        }
        Ok(())
    }

    fn undo_grouping(
        &self,
        step: CommandId,
        actor: Actor,
        staff: bool,
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let known = self.themes.step(step).ok_or(Rejection::UndoTooLate)?;
        if !staff && known.actor != actor {
            return Err(Rejection::NotAllowed);
        }
        if known.undone {
            return Ok(());
        }
        for event in self.themes.compensation(known)? {
            draft.push(event);
        }
        draft.push(Event::GroupingUndone { step });
        Ok(())
    }
}

/// What somebody typed, put aside; none where they typed nothing.
fn written(
    text: &str,
    most: usize,
    actor: Actor,
    draft: &mut Draft<'_, '_>,
) -> Result<Option<(WordsId, WordsHash)>, Rejection> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let text = if most == LINE_CHARS {
        checked_line(text, most)?
    } else {
        checked_words(text, most)?
    };
    let person: Option<PersonId> = match actor {
        Actor::Person(person) => Some(person),
        _ => None,
    };
    Ok(Some(draft.write(person, text)))
}
