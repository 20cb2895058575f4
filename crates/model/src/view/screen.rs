//! The room as the projector may show it: nothing private, nothing unrevealed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Progress, ShownIdea, Standing, SurveyItem, View};
use crate::{
    Accord, Across, Activity, ActivityId, ByGroup, ConstituencyId, Domain, DomainId, Face, Further, Grouping, Idea,
    IdeaId, Integrity, ItemId, Items, Kind, Panel, Principle, Reveal, Scale, Sorters, State, Status, ThemeId,
    Timestamp,
};

/// How many of the newest ideas the projector shows.
const NEWEST: usize = 8;
/// How many results the projector shows: what can be read from the last row.
const RESULTS: usize = 7;

/// How many themes the projector shows: what can be read from the last row.
const THEMES: usize = 18;

/// What a projector holds.
pub type Screen = View<ScreenKey, ScreenValue>;

/// What a projector's view is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ScreenKey {
    /// The panel.
    Panel,
    /// What is shown.
    Focus,
    /// How many people are in.
    People,
    /// How far the focus is.
    Progress,
    /// The idea in this place, newest first.
    Idea(u8),
    /// The result in this place, best first.
    Result(u8),
    /// The item of a survey in this place.
    Item(u16),
    /// The theme in this place.
    Theme(u8),
    /// How many ideas are in no theme.
    Loose,
    /// How many ideas were taken off the screens or erased.
    Gone,
    /// The questions that ideas can be brought in to; not for the projector.
    Prompts,
    /// How each group answered, once that is shown.
    Groups,
    /// Where the groups agree and part, once that is shown.
    Across,
    /// How strongly those agree who sort by themselves, once enough have.
    Accord,
    /// The words that most people used, where the projector shows those. The server adds them: what belongs to one word is
    /// no question for a panel.
    Words,
}

/// See [`ScreenKey`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScreenValue {
    /// The panel.
    Panel(ScreenPanel),
    /// What is shown.
    Focus(ScreenActivity),
    /// How many people are in.
    People(u32),
    /// How far the focus is.
    Progress(Progress),
    /// An idea.
    Idea(ScreenIdea),
    /// A result.
    Result(Standing),
    /// An item.
    Item(SurveyItem),
    /// A theme.
    Theme(ScreenTheme),
    /// How many ideas are in no theme.
    Loose(u32),
    /// How many ideas were taken off the screens or erased: a screen that rests has to look again.
    Gone(u32),
    /// The questions that have begun and gather ideas, in the order of the agenda: the newest last.
    Prompts(Vec<(ActivityId, String)>),
    /// How each group answered.
    Groups(ByGroup),
    /// Where the groups agree and part.
    Across(Across),
    /// How strongly sorters agree.
    Accord(Accord),
    /// Words, those of the most people first.
    Words(Vec<ScreenTerm>),
}

/// A word that several people used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenTerm {
    /// As most of them wrote it.
    pub word: String,
    /// How many people did.
    pub people: u32,
}

/// A theme on the projector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenTheme {
    /// Which.
    pub theme: ThemeId,
    /// What it is called; none where nobody has named it.
    pub name: Option<String>,
    /// The domain that it is about, if one.
    pub domain: Option<DomainId>,
    /// How many visible ideas it holds.
    pub ideas: u32,
    /// The words of the one that stands last in it.
    pub last: Option<String>,
}

/// An idea on the projector.
pub type ScreenIdea = ShownIdea;

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenPanel {
    /// Its title.
    pub title: String,
    /// Who holds it.
    pub host: String,
    /// How it is joined.
    pub code: String,
    /// Whether it takes anything.
    pub status: Status,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// How it is made sure that nobody has two ballots.
    pub integrity: Integrity,
    /// All domains.
    pub domains: Vec<Domain>,
    /// All principles.
    pub principles: Vec<Principle>,
    /// All constituencies, by number and name.
    pub constituencies: Vec<(ConstituencyId, String)>,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenActivity {
    /// What the room is asked.
    pub question: String,
    /// What it is told beside that; empty where nothing.
    pub instructions: String,
    /// What it does.
    pub kind: ScreenKind,
    /// Whether answers are taken.
    pub open: bool,
    /// Whether results are shown, or about to be.
    pub reveal: Reveal,
    /// When its time is over.
    pub deadline: Option<Timestamp>,
    /// What is shown of its ideas.
    pub face: Face,
}

/// What the room does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScreenKind {
    /// Writes ideas that are shown as they arrive.
    Prompt,
    /// Writes ideas that are shown at the reveal.
    SilentPrompt,
    /// Votes on ideas.
    Judgement,
    /// Answers on a scale.
    Survey(ScreenSurvey),
    /// Writes reflections, each to themselves.
    Reflection,
    /// Joins those who want to help.
    Volunteers,
    /// Sees ideas become themes.
    Grouping,
    /// Sorts ideas, everybody by themselves; themes come of it.
    Sorting,
}

/// A survey on the projector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenSurvey {
    /// What is asked about.
    pub items: Items,
    /// What can be answered.
    pub scale: Scale,
    /// The share, in percent, at which something counts as said; 0 where none was set.
    pub threshold: u8,
}

impl Panel {
    /// The room as the projector may show it.
    #[must_use]
    pub fn screen(&self) -> Screen {
        let mut view = Screen {
            seq: self.seq,
            ..Screen::default()
        };
        view.values.insert(
            ScreenKey::Panel,
            ScreenValue::Panel(ScreenPanel {
                title: self.title.clone(),
                host: self.framework.name.clone(),
                code: self.code.map(|code| code.to_string()).unwrap_or_default(),
                status: self.status,
                rehearsal: self.rehearsal,
                integrity: self.integrity,
                domains: self.framework.domains.clone(),
                principles: self.framework.principles.clone(),
                constituencies: self
                    .framework
                    .constituencies
                    .iter()
                    .map(|known| (known.id, known.name.clone()))
                    .collect(),
            }),
        );
        view.values
            .insert(ScreenKey::People, ScreenValue::People(self.people.len() as u32));
        let Some(focus) = self.focus() else { return view };
        view.values
            .insert(ScreenKey::Focus, ScreenValue::Focus(screen_activity(focus)));
        view.values
            .insert(ScreenKey::Progress, ScreenValue::Progress(self.progress(focus)));
        let gone = self.ideas_of(focus.prompt());
        let gone = gone.filter(|(_, idea)| idea.hidden.is_some() || self.words(idea).is_none());
        view.values
            .insert(ScreenKey::Gone, ScreenValue::Gone(gone.count() as u32));
        if focus.shows_ideas() {
            for (place, idea) in (0..).zip(self.newest(focus, NEWEST)) {
                view.values.insert(ScreenKey::Idea(place), ScreenValue::Idea(idea));
            }
        }
        if matches!(focus.plan.kind, Kind::Judgement(_)) && focus.reveal.is_shown() {
            let totals = self.totals(focus).into_iter();
            for (place, standing) in (0..).zip(self.best(focus, totals, RESULTS)) {
                view.values
                    .insert(ScreenKey::Result(place), ScreenValue::Result(standing));
            }
        }
        for (place, item) in (0..).zip(self.survey_items(focus)) {
            view.values.insert(ScreenKey::Item(place), ScreenValue::Item(item));
        }
        // What was hidden since is gone from these too.
        let further = self.further(focus);
        let asked: BTreeSet<ItemId> = match further {
            [] => BTreeSet::new(),
            _ => self.compared(focus).into_iter().collect(),
        };
        for further in further {
            let (key, value) = match further.clone() {
                Further::Groups(mut groups) => {
                    groups.rows.retain(|(item, _)| asked.contains(item));
                    if matches!(focus.plan.kind, Kind::Judgement(_)) {
                        view.values.extend(self.words_of(&groups));
                    }
                    (ScreenKey::Groups, ScreenValue::Groups(groups))
                }
                Further::Across(mut across) => {
                    across.shared.retain(|item| asked.contains(item));
                    across.split.retain(|(item, ..)| asked.contains(item));
                    (ScreenKey::Across, ScreenValue::Across(across))
                }
            };
            view.values.insert(key, value);
        }
        if let Kind::Grouping(Grouping { prompt, .. }) = focus.plan.kind {
            for (place, theme) in (0..).zip(self.screen_themes(prompt)) {
                view.values.insert(ScreenKey::Theme(place), ScreenValue::Theme(theme));
            }
            let loose = self
                .visible_ideas(prompt)
                .filter(|(id, _)| self.themes.home(*id).is_none());
            view.values
                .insert(ScreenKey::Loose, ScreenValue::Loose(loose.count() as u32));
        }
        if let Some(kappa) = focus.sorted_prompt().and_then(|prompt| self.accord(prompt)) {
            let accord = Accord::of(kappa);
            view.values.insert(ScreenKey::Accord, ScreenValue::Accord(accord));
        }
        view
    }
}

impl Panel {
    /// The themes of a prompt as the projector may show them: those that are not set aside, as they stand.
    fn screen_themes(&self, prompt: ActivityId) -> impl Iterator<Item = ScreenTheme> + '_ {
        // What was written in silence stays so until it is shown.
        let shown = self.activity(prompt).is_some_and(Activity::shows_ideas);
        let there = self.themes.of(prompt).filter(move |(_, theme)| shown && !theme.parked);
        let there = there.take(THEMES);
        there.map(|(id, theme)| {
            let words = self.visible_in(theme).rev().find_map(|idea| self.words(idea));
            ScreenTheme {
                theme: id,
                name: self.theme_name(theme).map(str::to_owned),
                domain: theme.domain,
                ideas: self.visible_in(theme).count() as u32,
                last: words.map(str::to_owned),
            }
        })
    }

    /// What the ideas say that groups are compared over.
    fn words_of<'a>(&'a self, groups: &'a ByGroup) -> impl Iterator<Item = (ScreenKey, ScreenValue)> + 'a {
        (0..).zip(&groups.rows).filter_map(|(place, (item, _))| {
            let ItemId::Idea(idea) = *item else { return None };
            let item = SurveyItem {
                item: *item,
                text: self.words(self.ideas.get(&idea)?).unwrap_or_default().to_owned(),
                answered: 0,
                counts: Vec::new(),
                before: Vec::new(),
            };
            Some((ScreenKey::Item(place), ScreenValue::Item(item)))
        })
    }

    /// The prompt whose words the projector shows: that of what it shows, where a facilitator chose so and its ideas are
    /// shown.
    #[must_use]
    pub fn shows_words(&self) -> Option<ActivityId> {
        let focus = self.focus().filter(|focus| focus.face == Face::Words)?;
        let prompt = self.activity(focus.prompt())?;
        prompt.shows_ideas().then_some(prompt.id)
    }

    /// The ideas of a prompt that are on screens, in the order of their arrival.
    pub fn visible_ideas(&self, prompt: ActivityId) -> impl Iterator<Item = (IdeaId, &Idea)> + '_ {
        self.ideas_of(prompt).filter(|(_, idea)| idea.hidden.is_none())
    }

    /// The room as those may know it who read along on a screen of their own, panelists among them: what the projector
    /// shows, and which questions gather ideas.
    #[must_use]
    pub fn along(&self) -> Screen {
        let mut view = self.screen();
        let begun = self.agenda.iter().filter(|activity| activity.state != State::Planned);
        let prompts = begun.filter(|activity| matches!(activity.plan.kind, Kind::Prompt(_)));
        let prompts = prompts.map(|prompt| (prompt.id, prompt.plan.title.clone())).collect();
        view.values.insert(ScreenKey::Prompts, ScreenValue::Prompts(prompts));
        view
    }
}

fn screen_activity(activity: &Activity) -> ScreenActivity {
    ScreenActivity {
        question: activity.plan.question.clone(),
        instructions: activity.plan.instructions.clone(),
        kind: match &activity.plan.kind {
            Kind::Prompt(_) if activity.shows_ideas() => ScreenKind::Prompt,
            Kind::Prompt(_) => ScreenKind::SilentPrompt,
            Kind::Judgement(_) => ScreenKind::Judgement,
            Kind::Survey(survey) => ScreenKind::Survey(ScreenSurvey {
                items: survey.items.clone(),
                scale: survey.scale.clone(),
                threshold: survey.threshold,
            }),
            Kind::Reflection(_) => ScreenKind::Reflection,
            Kind::Volunteers => ScreenKind::Volunteers,
            Kind::Grouping(Grouping { by: Sorters::Alone, .. }) => ScreenKind::Sorting,
            Kind::Grouping(_) => ScreenKind::Grouping,
        },
        open: activity.is_open(),
        reveal: activity.reveal,
        deadline: activity.deadline,
        face: activity.face,
    }
}
