use super::{Before, Ended, ThemeStep, Themes};
use crate::{Event, IdeaId, Rejection, ThemeId};

impl Themes {
    /// What takes a step back, as things stand.
    ///
    /// # Errors
    /// [`Rejection::UndoTooLate`] where what it changed has changed again since.
    pub(crate) fn compensation(&self, step: &ThemeStep) -> Result<Vec<Event>, Rejection> {
        // What was done earlier plays no part, and there may be much of it.
        let mut trial = Self {
            themes: self.themes.clone(),
            order: self.order.clone(),
            home: self.home.clone(),
            ..Self::default()
        };
        let mut events = Vec::with_capacity(step.changes.len());
        for (event, before) in step.changes.iter().rev() {
            let Some(back) = trial.back(event, before)? else {
                continue;
            };
            trial.change(&back);
            events.push(back);
        }
        Ok(events)
    }

    /// What takes one change back; none where there is nothing left of it.
    fn back(&self, event: &Event, before: &Before) -> Result<Option<Event>, Rejection> {
        let back = match (event, before) {
            (Event::ThemeMade { theme, .. }, _) => {
                let known = self.there(*theme)?;
                if !known.ideas.is_empty() {
                    return Err(Rejection::UndoTooLate);
                }
                Event::ThemeRemoved { theme: *theme }
            }
            (Event::ThemeWorded { theme, name, about }, Before::Words(old_name, old_about)) => {
                let known = self.there(*theme)?;
                if (known.name, known.about) != (*name, *about) {
                    return Err(Rejection::UndoTooLate);
                }
                Event::ThemeWorded {
                    theme: *theme,
                    name: *old_name,
                    about: *old_about,
                }
            }
            (Event::IdeaGrouped { idea, theme, .. }, Before::Place(from, place)) => {
                let now = self.home(*idea);
                if now != theme.and_then(|theme| self.today(theme)) {
                    return Err(Rejection::UndoTooLate);
                }
                let to = from.and_then(|from| self.today(from));
                if now == to && to != *from {
                    return Ok(None);
                }
                Event::IdeaGrouped {
                    idea: *idea,
                    theme: to,
                    place: if to == *from { *place } else { u16::MAX },
                }
            }
            (Event::ThemeMerged { theme, into }, Before::Theme(place, ideas)) => {
                if self.theme(*theme).and_then(|known| known.ended) != Some(Ended::Merged { into: *into }) {
                    return Err(Rejection::UndoTooLate);
                }
                let there = self.today(*into);
                // What went elsewhere since stays there.
                let still = |idea: &&IdeaId| self.home(**idea).is_some() && self.home(**idea) == there;
                Event::ThemeUnmerged {
                    theme: *theme,
                    ideas: ideas.iter().filter(still).copied().collect(),
                    place: *place,
                }
            }
            (Event::ThemeUnmerged { theme, .. }, Before::Place(Some(into), _)) => {
                self.there(*theme)?;
                let into = self.today(*into).filter(|into| into != theme);
                Event::ThemeMerged {
                    theme: *theme,
                    into: into.ok_or(Rejection::UndoTooLate)?,
                }
            }
            (Event::ThemeMoved { theme, .. }, Before::Order(place)) => {
                self.there(*theme)?;
                Event::ThemeMoved {
                    theme: *theme,
                    place: *place,
                }
            }
            (Event::ThemeParked { theme, parked }, _) => {
                if self.there(*theme)?.parked != *parked {
                    return Err(Rejection::UndoTooLate);
                }
                Event::ThemeParked {
                    theme: *theme,
                    parked: !parked,
                }
            }
            (Event::ThemeLocked { theme, locked }, _) => {
                if self.there(*theme)?.locked != *locked {
                    return Err(Rejection::UndoTooLate);
                }
                Event::ThemeLocked {
                    theme: *theme,
                    locked: !locked,
                }
            }
            (Event::ThemeRemoved { theme }, Before::Theme(place, _)) => {
                if self.theme(*theme).and_then(|known| known.ended) != Some(Ended::Removed) {
                    return Err(Rejection::UndoTooLate);
                }
                Event::ThemeRestored {
                    theme: *theme,
                    place: *place,
                }
            }
            (Event::ThemeRestored { theme, .. }, _) => {
                if !self.there(*theme)?.ideas.is_empty() {
                    return Err(Rejection::UndoTooLate);
                }
                Event::ThemeRemoved { theme: *theme }
            }
            _ => return Err(Rejection::UndoImpossible),
        };
        Ok(Some(back))
    }

    fn there(&self, theme: ThemeId) -> Result<&super::Theme, Rejection> {
        let known = self.theme(theme).filter(|theme| theme.ended.is_none());
        known.ok_or(Rejection::UndoTooLate)
    }
}
