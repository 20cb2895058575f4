//! The ideas of one prompt and their themes, as those may know them who put them together.

use serde::{Deserialize, Serialize};

use super::View;
use crate::{
    AccountId, Activity, ActivityId, Actor, CommandId, DomainId, IdeaId, LinkId, Panel, Status, StepKind, Theme,
    ThemeId, ThemeStep, Themes, Timestamp,
};

/// How many of the last steps a desk shows.
pub const DESK_STEPS: usize = 12;

/// What a desk holds.
pub type Desk = View<DeskKey, DeskValue>;

/// What a desk's view is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DeskKey {
    /// How the desk stands.
    State,
    /// A theme.
    Theme(ThemeId),
    /// An idea.
    Idea(IdeaId),
    /// An idea that somebody has in hand.
    Held(IdeaId),
    /// The last step in this place, newest first.
    Step(u8),
}

/// See [`DeskKey`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeskValue {
    /// How the desk stands.
    State(DeskState),
    /// A theme.
    Theme(DeskTheme),
    /// An idea.
    Idea(DeskIdea),
    /// Who has it in hand, and until when.
    Held(By, Timestamp),
    /// A step.
    Step(DeskStep),
}

/// How a desk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskState {
    /// Whether panelists may group now.
    pub panelists: bool,
    /// Whether everybody in the room may.
    pub everybody: bool,
    /// Whether the panel takes anything.
    pub status: Status,
    /// The themes, in order.
    pub order: Vec<ThemeId>,
}

/// A theme on a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskTheme {
    /// What it is called; empty where nobody has named it.
    pub name: String,
    /// What it means; empty where nobody said.
    pub about: String,
    /// The domain that it is about, if one.
    pub domain: Option<DomainId>,
    /// Whether it is set aside.
    pub parked: bool,
    /// Whether it is to stay as it is.
    pub locked: bool,
    /// Its ideas, in order.
    pub ideas: Vec<IdeaId>,
}

/// An idea on a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskIdea {
    /// Its place in the order of arrival.
    pub place: u32,
    /// Its words; none where they were erased.
    pub words: Option<String>,
    /// Its domain.
    pub domain: Option<DomainId>,
    /// Whether it is off the screens; facilitators alone see such an idea.
    pub hidden: bool,
}

/// Who has done something on a desk, as far as others may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// A facilitator.
    Facilitator(AccountId),
    /// A panelist.
    Panelist(LinkId),
    /// Somebody in the room.
    Somebody,
    /// The program.
    Program,
}

/// A step of grouping on a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskStep {
    /// Its command.
    pub command: CommandId,
    /// Who took it.
    pub by: By,
    /// What it did.
    pub kind: StepKind,
    /// The name of the theme that it was about; empty where that has none.
    pub theme: String,
    /// How many ideas it moved.
    pub ideas: u32,
    /// Whether it was taken back.
    pub undone: bool,
}

impl From<Actor> for By {
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::Facilitator(account) => Self::Facilitator(account),
            Actor::Panelist(link) => Self::Panelist(link),
            // Who in the room does what is nobody else's business.
            Actor::Person(_) | Actor::Board(_) => Self::Somebody,
            Actor::System => Self::Program,
        }
    }
}

impl Panel {
    /// The desk of a prompt. Whoever is no facilitator sees what screens show, and nothing that was written in silence
    /// before that is shown; facilitators see hidden ideas too.
    #[must_use]
    pub fn desk(&self, prompt: ActivityId, facilitators: bool) -> Desk {
        self.desk_of(&self.themes, prompt, facilitators)
    }

    /// The same as facilitators would have seen it after so many steps of grouping, with the ideas that are there now.
    #[must_use]
    pub fn desk_after(&self, prompt: ActivityId, steps: usize) -> Desk {
        self.desk_of(&self.themes.after(prompt, steps), prompt, true)
    }

    fn desk_of(&self, themes: &Themes, prompt: ActivityId, facilitators: bool) -> Desk {
        let mut view = Desk {
            seq: self.seq,
            ..Desk::default()
        };
        let shown = facilitators || self.activity(prompt).is_some_and(Activity::shows_ideas);
        let there = || themes.of(prompt).filter(|_| shown);
        let on_desk = |id: IdeaId| self.ideas.get(&id).filter(|idea| facilitators || idea.hidden.is_none());
        view.values.insert(
            DeskKey::State,
            DeskValue::State(DeskState {
                panelists: self.is_grouped(prompt, false),
                everybody: self.is_grouped(prompt, true),
                status: self.status,
                order: there().map(|(id, _)| id).collect(),
            }),
        );
        for (id, theme) in there() {
            let ideas = theme.ideas.iter().copied().filter(|id| on_desk(*id).is_some());
            let theme = self.desk_theme(theme, ideas.collect());
            view.values.insert(DeskKey::Theme(id), DeskValue::Theme(theme));
        }
        for (place, (id, _)) in (0..).zip(self.ideas_of(prompt).filter(|_| shown)) {
            let Some(idea) = on_desk(id) else { continue };
            let idea = DeskIdea {
                place,
                words: self.words(idea).map(str::to_owned),
                domain: idea.domain,
                hidden: idea.hidden.is_some(),
            };
            view.values.insert(DeskKey::Idea(id), DeskValue::Idea(idea));
        }
        for (id, hold) in themes.holds() {
            if view.values.contains_key(&DeskKey::Idea(id)) {
                let held = DeskValue::Held(hold.by.into(), hold.until);
                view.values.insert(DeskKey::Held(id), held);
            }
        }
        let steps = themes.steps(prompt).rev().filter(|_| shown);
        for (place, step) in (0..).zip(steps.take(DESK_STEPS)) {
            let step = self.desk_step(step);
            view.values.insert(DeskKey::Step(place), DeskValue::Step(step));
        }
        view
    }

    fn desk_theme(&self, theme: &Theme, ideas: Vec<IdeaId>) -> DeskTheme {
        DeskTheme {
            name: self.theme_name(theme).unwrap_or_default().to_owned(),
            about: self.theme_about(theme).unwrap_or_default().to_owned(),
            domain: theme.domain,
            parked: theme.parked,
            locked: theme.locked,
            ideas,
        }
    }

    /// A step of grouping as it is told.
    #[must_use]
    pub fn desk_step(&self, step: &ThemeStep) -> DeskStep {
        let (kind, theme) = step.kind();
        let theme = theme.and_then(|theme| self.themes.theme(theme));
        DeskStep {
            command: step.command,
            by: step.actor.into(),
            kind,
            theme: theme
                .and_then(|theme| self.theme_name(theme))
                .unwrap_or_default()
                .to_owned(),
            ideas: step.moved() as u32,
            undone: step.undone,
        }
    }
}
