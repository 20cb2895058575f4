use super::{Before, Ended, Theme, ThemeStep, Themes};
use crate::{Actor, CommandId, Event, IdeaId, PersonId, Recorded, ThemeId, WordsId};

impl Themes {
    /// Moves on by one event, and notes what it replaced; nothing where it is about something else.
    pub(crate) fn apply(&mut self, recorded: &Recorded) {
        self.note_hold(recorded);
        if let Event::ProposalDiscarded { prompt, ideas } = &recorded.event {
            self.discarded.entry(*prompt).or_default().insert(ideas.clone());
            return;
        }
        if let Event::GroupingUndone { step } = recorded.event {
            self.note_undone(recorded, step);
            return;
        }
        if let Event::IdeasToldApart { one, other } = recorded.event {
            self.apart.insert((one, other));
            return;
        }
        let Some((theme, before)) = self.change(&recorded.event) else {
            return;
        };
        let prompt = theme
            .and_then(|theme| self.themes.get(&theme))
            .map(|theme| theme.prompt);
        let change = (recorded.event.clone(), before);
        match self.steps.last_mut() {
            Some(step) if step.command == recorded.command => {
                step.seq = recorded.seq;
                step.changes.push(change);
            }
            _ => {
                let Some(prompt) = prompt else { return };
                self.steps.push(ThemeStep {
                    command: recorded.command,
                    actor: recorded.actor,
                    seq: recorded.seq,
                    prompt,
                    undoes: None,
                    undone: false,
                    changes: vec![change],
                });
            }
        }
    }

    fn note_undone(&mut self, recorded: &Recorded, undone: CommandId) {
        let mut counts = (Some(undone), true);
        // Taking back what took something back does that again, and so on.
        while let (Some(command), taken_back) = counts {
            let Some(step) = self.steps.iter_mut().rfind(|step| step.command == command) else {
                break;
            };
            step.undone = taken_back;
            counts = (step.undoes, !taken_back);
        }
        if let Some(step) = self.steps.last_mut().filter(|step| step.command == recorded.command) {
            step.seq = recorded.seq;
            step.undoes = Some(undone);
        }
    }

    /// Does what an event says. Returns the theme that it is about, or the one that an idea is in or came from, and what
    /// was before; none where the event is about no theme.
    pub(super) fn change(&mut self, event: &Event) -> Option<(Option<ThemeId>, Before)> {
        Some(match event {
            Event::ThemeMade {
                theme,
                prompt,
                domain,
                place,
            } => {
                self.themes.insert(
                    *theme,
                    Theme {
                        prompt: *prompt,
                        domain: *domain,
                        name: None,
                        about: None,
                        parked: false,
                        locked: false,
                        ideas: Vec::new(),
                        ended: None,
                    },
                );
                self.stand(*theme, *place);
                (Some(*theme), Before::Nothing)
            }
            Event::ThemeWorded { theme, name, about } => {
                let known = self.themes.get_mut(theme)?;
                let before = Before::Words(known.name, known.about);
                known.name = *name;
                known.about = *about;
                (Some(*theme), before)
            }
            Event::IdeaGrouped { idea, theme, place } => {
                let from = self.home.get(idea).copied();
                let before = Before::Place(from, self.take_out(*idea));
                if let Some(theme) = theme {
                    self.put_in(*idea, *theme, *place);
                }
                (theme.or(from), before)
            }
            Event::ThemeMerged { theme, into } => {
                let place = self.place(*theme)?;
                let ideas = std::mem::take(&mut self.themes.get_mut(theme)?.ideas);
                for idea in &ideas {
                    self.put_in(*idea, *into, u16::MAX);
                }
                self.end(*theme, Ended::Merged { into: *into });
                (Some(*theme), Before::Theme(place, ideas))
            }
            Event::ThemeUnmerged { theme, ideas, place } => {
                let into = match self.themes.get(theme)?.ended {
                    Some(Ended::Merged { into }) => Some(into),
                    _ => None,
                };
                self.stand(*theme, *place);
                for idea in ideas {
                    self.take_out(*idea);
                    self.put_in(*idea, *theme, u16::MAX);
                }
                (Some(*theme), Before::Place(into, *place))
            }
            Event::ThemeMoved { theme, place } => {
                let before = self.place(*theme)?;
                self.stand(*theme, *place);
                (Some(*theme), Before::Order(before))
            }
            Event::ThemeParked { theme, parked } => {
                self.themes.get_mut(theme)?.parked = *parked;
                (Some(*theme), Before::Nothing)
            }
            Event::ThemeLocked { theme, locked } => {
                self.themes.get_mut(theme)?.locked = *locked;
                (Some(*theme), Before::Nothing)
            }
            Event::ThemeRemoved { theme } => {
                let place = self.place(*theme)?;
                self.end(*theme, Ended::Removed);
                (Some(*theme), Before::Theme(place, Vec::new()))
            }
            Event::ThemeRestored { theme, place } => {
                self.stand(*theme, *place);
                (Some(*theme), Before::Order(*place))
            }
            _ => return None,
        })
    }

    /// Where all words are that somebody in the room ever gave to a theme.
    pub(crate) fn words_of(&self, person: PersonId) -> impl Iterator<Item = WordsId> + '_ {
        let theirs = self
            .steps
            .iter()
            .filter(move |step| step.actor == Actor::Person(person));
        // A step that takes another back brings no words of its own.
        let theirs = theirs.filter(|step| step.undoes.is_none());
        theirs.flat_map(|step| step.changes.iter().flat_map(|(event, _)| event.words()))
    }

    /// Takes an idea out of where it is; returns its place there.
    fn take_out(&mut self, idea: IdeaId) -> u16 {
        let Some(theme) = self.home.remove(&idea) else {
            return 0;
        };
        let ideas = self.themes.get_mut(&theme).map(|theme| &mut theme.ideas);
        let Some(ideas) = ideas else { return 0 };
        let place = ideas.iter().position(|known| *known == idea).unwrap_or_default();
        ideas.retain(|known| *known != idea);
        place as u16
    }

    fn put_in(&mut self, idea: IdeaId, theme: ThemeId, place: u16) {
        if let Some(known) = self.themes.get_mut(&theme) {
            let place = usize::from(place).min(known.ideas.len());
            known.ideas.insert(place, idea);
            self.home.insert(idea, theme);
        }
    }

    /// Puts a theme in a place among those that are there.
    fn stand(&mut self, theme: ThemeId, place: u16) {
        let Some(known) = self.themes.get_mut(&theme) else {
            return;
        };
        known.ended = None;
        let order = self.order.entry(known.prompt).or_default();
        order.retain(|other| *other != theme);
        order.insert(usize::from(place).min(order.len()), theme);
    }

    fn end(&mut self, theme: ThemeId, ended: Ended) {
        if let Some(known) = self.themes.get_mut(&theme) {
            known.ended = Some(ended);
            if let Some(order) = self.order.get_mut(&known.prompt) {
                order.retain(|other| *other != theme);
            }
        }
    }
}
