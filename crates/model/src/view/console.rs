//! The room as its facilitators may know it: everything but who said what, and no distribution
//! before it is revealed.

use serde::{Deserialize, Serialize};

use super::{Progress, Standing, SurveyItem, View};
use crate::{
    Activity, ActivityId, Concern, Constituency, Domain, DomainId, Finding, HideReason, Idea, IdeaId, Integrity, Kind,
    LastStep, Pace, Panel, Principle, Source, Status, Survey, essence,
};

/// How many of the newest ideas the console lists; all of them are one click away.
pub const RECENT_IDEAS: usize = 60;
/// How many of the ideas that wait the console lists: as many as are decided before more come.
const HELD_IDEAS: usize = 20;
/// How many results the console lists.
const RESULTS: usize = 20;

/// What a console holds.
pub type Console = View<ConsoleKey, ConsoleValue>;

/// What a console's view is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ConsoleKey {
    /// The panel.
    Panel,
    /// How many people are in.
    People,
    /// The last step, as long as it can be taken back.
    LastStep,
    /// An item of the agenda.
    Activity(ActivityId),
    /// How far it is.
    Progress(ActivityId),
    /// A recent idea.
    Idea(IdeaId),
    /// What the room said in the focused judgement, once revealed: best supported first.
    Results,
    /// The item of the focused survey in this place.
    Item(u16),
    /// How many answers to the focused survey do not count, as what they were about has changed.
    Void,
    /// How many ideas wait for a facilitator.
    Waiting,
    /// One of those that have waited longest.
    Held(IdeaId),
}

/// See [`ConsoleKey`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsoleValue {
    /// The panel.
    Panel(ConsolePanel),
    /// How many people are in.
    People(u32),
    /// The last step.
    LastStep(LastStep),
    /// An item of the agenda.
    Activity(AgendaItem),
    /// How far it is.
    Progress(Progress),
    /// A recent idea.
    Idea(ConsoleIdea),
    /// The results.
    Results(Vec<Standing>),
    /// An item.
    Item(SurveyItem),
    /// How many answers do not count.
    Void(u32),
    /// How many ideas wait.
    Waiting(u32),
    /// An idea that waits.
    Held(HeldIdea),
}

/// An idea that waits for a facilitator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldIdea {
    /// The idea.
    pub idea: ConsoleIdea,
    /// How many wait longer.
    pub before: u32,
    /// What may be wrong with it, and in which part of its words.
    pub found: Vec<(Concern, String)>,
    /// An idea on screens that says the same, and its words.
    pub twin: Option<(IdeaId, String)>,
}

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsolePanel {
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
    /// Who sets the pace.
    pub pace: Pace,
    /// How it is made sure that nobody has two ballots.
    pub integrity: Integrity,
    /// How many people may join.
    pub capacity: u32,
    /// What the projector shows.
    pub focus: Option<ActivityId>,
    /// The agenda, in order.
    pub agenda: Vec<ActivityId>,
    /// All domains.
    pub domains: Vec<Domain>,
    /// All principles.
    pub principles: Vec<Principle>,
    /// All constituencies.
    pub constituencies: Vec<Constituency>,
}

/// An item of the agenda.
pub type AgendaItem = Activity;

/// An idea as facilitators see it: without its author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsoleIdea {
    /// The prompt that it answers.
    pub activity: ActivityId,
    /// Its words; none where they were erased.
    pub words: Option<String>,
    /// Its domain.
    pub domain: Option<DomainId>,
    /// How it came in.
    pub source: Source,
    /// Whether it may be quoted.
    pub quotable: bool,
    /// Its author's name, where they want to be quoted by it.
    pub by: Option<String>,
    /// Why it is hidden, if it is.
    pub hidden: Option<HideReason>,
    /// Its place in the order of arrival; the highest is the newest.
    pub place: u32,
    /// The words of the idea that stands for it, where one does that is on screens.
    pub stands_with: Option<String>,
}

impl Panel {
    /// The room as its facilitators may know it.
    #[must_use]
    pub fn console(&self) -> Console {
        let mut view = Console {
            seq: self.seq,
            ..Console::default()
        };
        view.values.insert(
            ConsoleKey::Panel,
            ConsoleValue::Panel(ConsolePanel {
                title: self.title.clone(),
                host: self.framework.name.clone(),
                code: self.code.map(|code| code.to_string()).unwrap_or_default(),
                status: self.status,
                rehearsal: self.rehearsal,
                pace: self.pace,
                integrity: self.integrity,
                capacity: self.capacity,
                focus: self.focus,
                agenda: self.agenda.iter().map(|activity| activity.id).collect(),
                domains: self.framework.domains.clone(),
                principles: self.framework.principles.clone(),
                constituencies: self.framework.constituencies.clone(),
            }),
        );
        view.values
            .insert(ConsoleKey::People, ConsoleValue::People(self.people.len() as u32));
        if let Some(step) = &self.last_step {
            view.values
                .insert(ConsoleKey::LastStep, ConsoleValue::LastStep(step.clone()));
        }
        for activity in &self.agenda {
            let id = activity.id;
            view.values
                .insert(ConsoleKey::Activity(id), ConsoleValue::Activity(activity.clone()));
            let progress = self.progress(activity);
            view.values
                .insert(ConsoleKey::Progress(id), ConsoleValue::Progress(progress));
        }
        let waiting = self.held().count() as u32;
        if waiting > 0 {
            view.values.insert(ConsoleKey::Waiting, ConsoleValue::Waiting(waiting));
        }
        let held: Vec<IdeaId> = self.held().map(|(id, _)| id).take(HELD_IDEAS).collect();
        for (before, id) in (0..).zip(held) {
            if let Some(held) = self.held_idea(id, before) {
                view.values.insert(ConsoleKey::Held(id), ConsoleValue::Held(held));
            }
        }
        // The ideas of what is on screen: that is what a facilitator watches.
        if let Some(focus) = self.focus() {
            let prompt = focus.prompt();
            let count = self.ideas_of(prompt).count();
            for (back, (id, idea)) in self.ideas_of(prompt).rev().take(RECENT_IDEAS).enumerate() {
                let idea = self.console_idea(id, idea, (count - back) as u32);
                view.values.insert(ConsoleKey::Idea(id), ConsoleValue::Idea(idea));
            }
            if matches!(focus.plan.kind, Kind::Judgement(_)) && focus.reveal.is_shown() {
                let results = self.best(focus, self.totals(focus).into_iter(), RESULTS);
                view.values.insert(ConsoleKey::Results, ConsoleValue::Results(results));
            }
            for (place, item) in (0..).zip(self.survey_items(focus)) {
                view.values.insert(ConsoleKey::Item(place), ConsoleValue::Item(item));
            }
            // Of dots and places, how many are void would say where they were put.
            let tells = |survey: &Survey| focus.reveal.is_shown() || !survey.scale.is_shared();
            if focus.survey().is_some_and(tells) {
                let void = self.void_marks(focus.id).count();
                if void > 0 {
                    view.values.insert(ConsoleKey::Void, ConsoleValue::Void(void as u32));
                }
            }
        }
        view
    }

    /// An idea as facilitators see it, in that place of the order of arrival.
    #[must_use]
    pub fn console_idea(&self, id: IdeaId, idea: &Idea, place: u32) -> ConsoleIdea {
        ConsoleIdea {
            activity: idea.activity,
            words: self.words(idea).map(str::to_owned),
            domain: idea.domain,
            source: idea.source,
            quotable: idea.quotable,
            by: idea.signature.and_then(|name| self.text(name)).map(str::to_owned),
            hidden: idea.hidden,
            place,
            stands_with: self.stands_with_words(id),
        }
    }

    /// An idea that waits, where so many wait longer; none where there is no such idea.
    #[must_use]
    pub fn held_idea(&self, id: IdeaId, before: u32) -> Option<HeldIdea> {
        let idea = self.ideas.get(&id)?;
        let place = self
            .arrived
            .get(&idea.activity)?
            .iter()
            .position(|known| *known == id)?;
        Some(HeldIdea {
            idea: self.console_idea(id, idea, place as u32 + 1),
            before,
            found: self.found(id),
            twin: self.twin(id),
        })
    }

    /// What a facilitator should look at in an idea, each with that part of its words.
    #[must_use]
    pub fn found(&self, id: IdeaId) -> Vec<(Concern, String)> {
        let words = self
            .ideas
            .get(&id)
            .and_then(|idea| self.words(idea))
            .unwrap_or_default();
        let part = |finding: &Finding| {
            let rest = words.chars().skip(usize::from(finding.from));
            (finding.concern, rest.take(usize::from(finding.length)).collect())
        };
        self.findings(id).iter().map(part).collect()
    }

    /// The first idea on screens that says the same as one in which just that was found, and its words.
    fn twin(&self, id: IdeaId) -> Option<(IdeaId, String)> {
        let repeated = |finding: &Finding| finding.concern == Concern::Repeated;
        if !self.findings(id).iter().any(repeated) {
            return None;
        }
        let idea = self.ideas.get(&id)?;
        let words = self.words(idea)?;
        let shown = self.ideas_of(idea.activity).filter(|(_, other)| other.hidden.is_none());
        let mut said = shown.filter_map(|(other, idea)| Some((other, self.words(idea)?)));
        let same = said.find(|(other, said)| *other != id && essence(words).eq(essence(said)));
        same.map(|(other, said)| (other, said.to_owned()))
    }
}
