use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use visioncast_model::{
    Arrange, CommandId, IdeaId, ThemeId,
    view::{Desk as View, DeskTheme},
};

use super::wording::{arrived, idea_on, themes_on};

/// How ideas lie: as the server says, and as they will once what is on its way has arrived.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lying {
    /// The themes, in order.
    pub(super) order: Vec<ThemeId>,
    /// Each of them.
    pub(super) themes: BTreeMap<ThemeId, Arc<DeskTheme>>,
    /// The ideas that are in none, in the order of their arrival.
    pub(super) loose: Vec<IdeaId>,
}

impl Lying {
    pub(super) fn of(view: &View, waiting: &[(CommandId, Arrange)]) -> Self {
        let themes = themes_on(view);
        let mut lying = Self {
            order: themes.iter().map(|(id, _)| *id).collect(),
            themes: themes
                .into_iter()
                .map(|(id, theme)| (id, Arc::new(theme.clone())))
                .collect(),
            loose: Vec::new(),
        };
        for (id, arrange) in waiting {
            lying.arrange(view, *id, arrange);
        }
        let mut placed = BTreeSet::new();
        for theme in lying.themes.values() {
            placed.extend(theme.ideas.iter().copied());
        }
        lying.loose = arrived(view)
            .into_iter()
            .map(|(id, _)| id)
            .filter(|id| !placed.contains(id))
            .collect();
        lying
    }

    /// The theme that an idea lies in; none where it is loose.
    pub(super) fn home(&self, idea: IdeaId) -> Option<ThemeId> {
        let mut themes = self.themes.iter();
        themes.find_map(|(id, theme)| theme.ideas.contains(&idea).then_some(*id))
    }

    /// What a theme is called; empty where it has no name, or is gone.
    pub(super) fn name(&self, theme: ThemeId) -> &str {
        self.themes
            .get(&theme)
            .map(|theme| theme.name.as_str())
            .unwrap_or_default()
    }

    fn change(&mut self, theme: ThemeId, change: impl FnOnce(&mut DeskTheme)) {
        if let Some(theme) = self.themes.get_mut(&theme) {
            change(Arc::make_mut(theme));
        }
    }

    /// Does what a step will do as far as it can be foreseen; what comes from the server puts it right.
    fn arrange(&mut self, view: &View, id: CommandId, arrange: &Arrange) {
        match arrange {
            Arrange::Make {
                name, ideas, domain, ..
            } => {
                let made = ThemeId(id.0);
                if self.themes.contains_key(&made) {
                    return;
                }
                self.take_out(ideas);
                self.order.push(made);
                self.themes.insert(
                    made,
                    Arc::new(DeskTheme {
                        name: name.trim().to_owned(),
                        about: String::new(),
                        domain: *domain,
                        parked: false,
                        locked: false,
                        ideas: ideas
                            .iter()
                            .copied()
                            .filter(|idea| idea_on(view, *idea).is_some())
                            .collect(),
                    }),
                );
            }
            Arrange::Move { ideas, to, place, .. } => {
                if to.is_some_and(|to| !self.themes.contains_key(&to)) {
                    return;
                }
                self.take_out(ideas);
                if let Some(to) = to {
                    self.change(*to, |theme| {
                        let place = place.map_or(theme.ideas.len(), usize::from).min(theme.ideas.len());
                        theme.ideas.splice(place..place, ideas.iter().copied());
                    });
                }
            }
            Arrange::Word { theme, name, about, .. } => self.change(*theme, |theme| {
                theme.name = name.trim().to_owned();
                theme.about = about.trim().to_owned();
            }),
            Arrange::Merge { theme, into } if theme != into && self.themes.contains_key(into) => {
                let Some(gone) = self.themes.remove(theme) else { return };
                self.order.retain(|other| other != theme);
                self.change(*into, |into| into.ideas.extend(gone.ideas.iter().copied()));
            }
            Arrange::Remove { theme } => {
                self.themes.remove(theme);
                self.order.retain(|other| other != theme);
            }
            Arrange::Reorder { theme, place } if self.themes.contains_key(theme) => {
                self.order.retain(|other| other != theme);
                let place = usize::from(*place).min(self.order.len());
                self.order.insert(place, *theme);
            }
            Arrange::Park { theme, parked } => self.change(*theme, |theme| theme.parked = *parked),
            Arrange::Lock { theme, locked } => self.change(*theme, |theme| theme.locked = *locked),
            Arrange::Merge { .. }
            | Arrange::Confirm { .. }
            | Arrange::Reorder { .. }
            | Arrange::Undo { .. }
            | Arrange::Hold { .. }
            | Arrange::Discard { .. }
            | Arrange::TellApart { .. }
            | Arrange::LetGo { .. } => {}
        }
    }

    fn take_out(&mut self, ideas: &[IdeaId]) {
        for theme in self.themes.values_mut() {
            if theme.ideas.iter().any(|idea| ideas.contains(idea)) {
                Arc::make_mut(theme).ideas.retain(|idea| !ideas.contains(idea));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use visioncast_model::{
        ActivityId, Status,
        view::{DeskIdea, DeskKey, DeskState, DeskValue},
    };

    use super::*;

    fn idea(number: u128) -> IdeaId {
        IdeaId(Uuid::from_u128(number))
    }

    fn theme(number: u128) -> ThemeId {
        ThemeId(Uuid::from_u128(number))
    }

    /// Two themes, of the ideas 1 and 2, and of 3; 4 and 5 are loose.
    fn given() -> View {
        let mut view = View::default();
        for number in 1..=5 {
            let lies = DeskIdea {
                place: number as u32,
                words: None,
                domain: None,
                hidden: false,
            };
            view.values.insert(DeskKey::Idea(idea(number)), DeskValue::Idea(lies));
        }
        for (number, ideas) in [(10, vec![idea(1), idea(2)]), (11, vec![idea(3)])] {
            let lies = DeskTheme {
                name: number.to_string(),
                about: String::new(),
                domain: None,
                parked: false,
                locked: false,
                ideas,
            };
            view.values
                .insert(DeskKey::Theme(theme(number)), DeskValue::Theme(lies));
        }
        let state = DeskState {
            panelists: true,
            everybody: true,
            status: Status::Running,
            order: vec![theme(10), theme(11)],
        };
        view.values.insert(DeskKey::State, DeskValue::State(state));
        view
    }

    fn after(steps: &[Arrange]) -> Lying {
        let steps: Vec<_> = steps
            .iter()
            .enumerate()
            .map(|(number, step)| (CommandId(Uuid::from_u128(100 + number as u128)), step.clone()))
            .collect();
        Lying::of(&given(), &steps)
    }

    fn moved(ideas: &[u128], to: Option<u128>, place: Option<u16>) -> Arrange {
        let ideas = ideas.iter().map(|number| idea(*number)).collect();
        Arrange::Move {
            prompt: ActivityId(Uuid::nil()),
            ideas,
            to: to.map(theme),
            place,
        }
    }

    #[test]
    fn what_is_on_its_way_lies_there_already() {
        let lying = after(&[moved(&[4, 1], Some(11), Some(0)), moved(&[2], None, None)]);
        assert_eq!(lying.themes[&theme(11)].ideas, [idea(4), idea(1), idea(3)]);
        assert!(lying.themes[&theme(10)].ideas.is_empty());
        assert_eq!(lying.loose, [idea(2), idea(5)]);
        assert_eq!(lying.home(idea(1)), Some(theme(11)));
    }

    #[test]
    fn a_new_theme_bears_the_id_of_its_step_and_takes_a_later_one() {
        let make = Arrange::Make {
            prompt: ActivityId(Uuid::nil()),
            domain: None,
            name: " New ".to_owned(),
            ideas: vec![idea(5)],
        };
        let lying = after(&[make, moved(&[4], Some(100), None)]);
        assert_eq!(lying.order, [theme(10), theme(11), theme(100)]);
        assert_eq!(lying.name(theme(100)), "New");
        assert_eq!(lying.themes[&theme(100)].ideas, [idea(5), idea(4)]);
    }

    #[test]
    fn what_cannot_be_foreseen_changes_nothing() {
        for step in [
            moved(&[1], Some(99), None),
            Arrange::Merge {
                theme: theme(10),
                into: theme(10),
            },
            Arrange::Merge {
                theme: theme(10),
                into: theme(99),
            },
            Arrange::Reorder {
                theme: theme(99),
                place: 0,
            },
        ] {
            assert_eq!(after(std::slice::from_ref(&step)), after(&[]), "{step:?}");
        }
        let merged = after(&[Arrange::Merge {
            theme: theme(10),
            into: theme(11),
        }]);
        assert_eq!(merged.themes[&theme(11)].ideas, [idea(3), idea(1), idea(2)]);
        assert_eq!(merged.order, [theme(11)]);
    }
}
