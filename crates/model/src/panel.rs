//! A panel as its log has made it.

mod apply;
mod last_step;
mod survey;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Activity, ActivityId, Actor, Ballots, Brought, CommandId, Created, Digest, Entrance, Finding, Framework,
    FrozenReport, Further, HideReason, Idea, IdeaId, Integrity, ItemId, JoinCode, Kind, Marks, Moderation, PanelId,
    Participant, PersonId, Pile, Recorded, Reviewed, Seq, Source, State, Survey, Tally, Theme, ThemeEdition, Themes,
    Tickets, Timestamp, Words, WordsId, deal::Hand,
};

pub use last_step::LastStep;

/// Everything that the events of one panel add up to.
///
/// Built by [`Panel::apply`] alone, event by event from [`Panel::default`], or from a snapshot and
/// the events behind it. Words are learnt apart ([`Panel::learn`]): the log does not hold them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    pub(crate) seq: Seq,
    pub(crate) id: Option<PanelId>,
    pub(crate) code: Option<JoinCode>,
    pub(crate) title: String,
    pub(crate) framework: Framework,
    pub(crate) seed: u64,
    pub(crate) rehearsal: bool,
    pub(crate) capacity: u32,
    pub(crate) integrity: Integrity,
    pub(crate) tickets: Tickets,
    pub(crate) created: Timestamp,
    pub(crate) status: Status,
    pub(crate) pace: Pace,
    pub(crate) agenda: Vec<Activity>,
    pub(crate) focus: Option<ActivityId>,
    pub(crate) people: BTreeMap<PersonId, Participant>,
    pub(crate) ideas: BTreeMap<IdeaId, Idea>,
    /// Per prompt, in the order of arrival.
    pub(crate) arrived: BTreeMap<ActivityId, Vec<IdeaId>>,
    /// Per author, in the order of arrival.
    pub(crate) written: BTreeMap<PersonId, Vec<IdeaId>>,
    /// Per judgement.
    pub(crate) ballots: BTreeMap<ActivityId, BTreeMap<IdeaId, Ballots>>,
    /// Per judgement: to how many people each idea was dealt.
    pub(crate) exposure: BTreeMap<ActivityId, BTreeMap<IdeaId, u32>>,
    pub(crate) hands: BTreeMap<(ActivityId, PersonId), Hand>,
    /// Per survey.
    pub(crate) marks: BTreeMap<ActivityId, BTreeMap<ItemId, Marks>>,
    /// Per survey: to how many people each item was dealt.
    pub(crate) item_exposure: BTreeMap<ActivityId, BTreeMap<ItemId, u32>>,
    /// Per survey and person, in the order shown.
    pub(crate) dealt_items: BTreeMap<(ActivityId, PersonId), Vec<ItemId>>,
    /// Who would help with an idea.
    pub(crate) helpers: BTreeMap<IdeaId, BTreeSet<PersonId>>,
    pub(crate) themes: Themes,
    pub(crate) moderation: Moderation,
    /// What was found in ideas.
    pub(crate) findings: BTreeMap<IdeaId, Vec<Finding>>,
    /// Per grouping and person, the piles of each handful.
    pub(crate) sorts: BTreeMap<ActivityId, BTreeMap<PersonId, Vec<Vec<Pile>>>>,
    /// Per survey on themes: what it has asked about, the first edition first.
    pub(crate) editions: BTreeMap<ActivityId, Vec<ThemeEdition>>,
    pub(crate) answered: BTreeMap<ActivityId, BTreeSet<PersonId>>,
    pub(crate) revealed: BTreeMap<ActivityId, Vec<(IdeaId, Tally)>>,
    /// Per survey: its counts at the reveal.
    pub(crate) revealed_counts: BTreeMap<ActivityId, BTreeMap<ItemId, Vec<u32>>>,
    /// Per survey on themes: the edition that was revealed.
    pub(crate) revealed_editions: BTreeMap<ActivityId, u32>,
    /// Per survey: what is shown beside its counts.
    pub(crate) further: BTreeMap<ActivityId, Vec<Further>>,
    pub(crate) frozen: Vec<FrozenReport>,
    pub(crate) reviews: Vec<Reviewed>,
    pub(crate) brought: Vec<Brought>,
    /// The last event that a report tells of.
    pub(crate) told: Seq,
    /// The last event that may have taken words out of a report, or the consent to quote them.
    pub(crate) taken_back: Seq,
    pub(crate) done: BTreeMap<CommandId, Done>,
    pub(crate) last_step: Option<LastStep>,
    #[serde(skip)]
    pub(crate) words: BTreeMap<WordsId, String>,
}

/// Whether a panel takes anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It does.
    #[default]
    Running,
    /// It has ended.
    Ended,
}

/// Who sets the pace of a panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// A facilitator: one thing after the other, for the whole room.
    #[default]
    Led,
    /// Everybody their own: everything is open, in the order of the agenda.
    Own,
}

/// A command that had its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Done {
    pub(crate) seq: Seq,
    pub(crate) actor: Actor,
    pub(crate) digest: Digest,
}

impl Panel {
    /// The panel that these events make, with the words that are still there.
    pub fn replay<'a>(events: impl IntoIterator<Item = &'a Recorded>, words: impl IntoIterator<Item = Words>) -> Self {
        let mut panel = Self::default();
        for event in events {
            panel.apply(event);
        }
        for words in words {
            panel.learn(words);
        }
        panel
    }

    /// What a panel begins with that is prepared as this one is, but is no rehearsal: with ids of its own for its items, and
    /// without a panel's id and seed, which are left to whoever begins it. None before this one is created.
    pub fn anew(&self, fresh: &mut dyn FnMut() -> ActivityId) -> Option<Created> {
        let ids: BTreeMap<ActivityId, ActivityId> = self.agenda.iter().map(|item| (item.id, fresh())).collect();
        let renamed = |id: ActivityId| ids.get(&id).copied().unwrap_or(id);
        let agenda = self.agenda.iter().map(|item| {
            let mut plan = item.plan.clone();
            plan.again = plan.again.map(renamed);
            match &mut plan.kind {
                Kind::Judgement(judgement) => judgement.prompt = renamed(judgement.prompt),
                Kind::Grouping(grouping) => grouping.prompt = renamed(grouping.prompt),
                Kind::Survey(Survey { items, .. }) => {
                    if let Some(source) = items.source_mut() {
                        *source = renamed(*source);
                    }
                }
                Kind::Prompt(_) | Kind::Reflection(_) | Kind::Volunteers => {}
            }
            (renamed(item.id), plan)
        });
        Some(Created {
            panel: PanelId(Uuid::nil()),
            code: self.code?,
            title: self.title.clone(),
            framework: self.framework.clone(),
            agenda: agenda.collect(),
            seed: 0,
            rehearsal: false,
            capacity: self.capacity,
            pace: self.pace,
            integrity: self.integrity,
            moderation: self.moderation.clone(),
        })
    }

    /// Lets go of all words; returns where they were.
    pub fn unlearn(&mut self) -> BTreeSet<WordsId> {
        std::mem::take(&mut self.words).into_keys().collect()
    }

    /// Takes words in; those that nothing refers to do no harm.
    pub fn learn(&mut self, words: Words) {
        self.words.insert(words.id, words.text);
    }
}

/// What can be asked of a panel.
impl Panel {
    /// The last event that made it.
    #[must_use]
    pub const fn seq(&self) -> Seq {
        self.seq
    }

    /// Its id; none before it is created.
    #[must_use]
    pub const fn id(&self) -> Option<PanelId> {
        self.id
    }

    /// How it is joined; none before it is created.
    #[must_use]
    pub const fn code(&self) -> Option<JoinCode> {
        self.code
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The frame of its initiative.
    #[must_use]
    pub const fn framework(&self) -> &Framework {
        &self.framework
    }

    /// Whether anybody has come or brought anything, or anything has been open.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        let planned = |item: &Activity| item.state == State::Planned;
        !self.people.is_empty() || !self.ideas.is_empty() || !self.agenda.iter().all(planned)
    }

    /// Whether simulated attendees may come.
    #[must_use]
    pub const fn is_rehearsal(&self) -> bool {
        self.rehearsal
    }

    /// How many people may join.
    #[must_use]
    pub const fn capacity(&self) -> u32 {
        self.capacity
    }

    /// How it is made sure that nobody has two ballots.
    #[must_use]
    pub const fn integrity(&self) -> Integrity {
        self.integrity
    }

    /// How many tickets were made.
    #[must_use]
    pub const fn tickets(&self) -> Tickets {
        self.tickets
    }

    /// How many people came in by `entrance`, on a device of their own.
    #[must_use]
    pub fn came_by(&self, entrance: Entrance) -> usize {
        let by_it = |person: &&Participant| person.source == Source::Device && person.entrance == entrance;
        self.people.values().filter(by_it).count()
    }

    /// When it was created.
    #[must_use]
    pub const fn created(&self) -> Timestamp {
        self.created
    }

    /// Whether it takes anything.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// Who sets its pace.
    #[must_use]
    pub const fn pace(&self) -> Pace {
        self.pace
    }

    /// Its agenda, in order.
    #[must_use]
    pub fn agenda(&self) -> &[Activity] {
        &self.agenda
    }

    /// What the projector shows; the welcome where none.
    #[must_use]
    pub fn focus(&self) -> Option<&Activity> {
        self.activity(self.focus?)
    }

    /// The activity with that id.
    #[must_use]
    pub fn activity(&self, id: ActivityId) -> Option<&Activity> {
        self.agenda.iter().find(|activity| activity.id == id)
    }

    /// The place of an activity on the agenda.
    #[must_use]
    pub fn place(&self, id: ActivityId) -> Option<usize> {
        self.agenda.iter().position(|activity| activity.id == id)
    }

    /// Everybody who came, by id.
    #[must_use]
    pub const fn people(&self) -> &BTreeMap<PersonId, Participant> {
        &self.people
    }

    /// Every idea, by id.
    #[must_use]
    pub const fn ideas(&self) -> &BTreeMap<IdeaId, Idea> {
        &self.ideas
    }

    /// The ideas of a prompt in the order of their arrival, hidden ones too.
    pub fn ideas_of(&self, prompt: ActivityId) -> impl DoubleEndedIterator<Item = (IdeaId, &Idea)> + '_ {
        self.arrived
            .get(&prompt)
            .into_iter()
            .flatten()
            .filter_map(|id| self.ideas.get(id).map(|idea| (*id, idea)))
    }

    /// The ideas of one person, in the order of their arrival.
    pub fn ideas_by(&self, person: PersonId) -> impl Iterator<Item = (IdeaId, &Idea)> + '_ {
        let written = self.written.get(&person).map(Vec::as_slice).unwrap_or_default();
        written.iter().filter_map(|id| Some((*id, self.ideas.get(id)?)))
    }

    /// The words of an idea; none where they were erased.
    #[must_use]
    pub fn words(&self, idea: &Idea) -> Option<&str> {
        self.words.get(&idea.words).map(String::as_str)
    }

    /// The text behind these words; none where it was erased.
    #[must_use]
    pub fn text(&self, words: WordsId) -> Option<&str> {
        self.words.get(&words).map(String::as_str)
    }

    /// How it is moderated.
    #[must_use]
    pub const fn moderation(&self) -> &Moderation {
        &self.moderation
    }

    /// What was found in an idea that a facilitator should look at.
    #[must_use]
    pub fn findings(&self, idea: IdeaId) -> &[Finding] {
        self.findings.get(&idea).map(Vec::as_slice).unwrap_or_default()
    }

    /// The ideas that wait for a facilitator, in the order of their arrival in each question; where the words were erased,
    /// there is nothing to read.
    pub fn held(&self) -> impl Iterator<Item = (IdeaId, &Idea)> + '_ {
        let all = self.arrived.keys().flat_map(|activity| self.ideas_of(*activity));
        all.filter(|(_, idea)| idea.hidden == Some(HideReason::Waiting) && self.words(idea).is_some())
    }

    /// The idea on screens that stands for one that says the same; none where that went, or none does.
    #[must_use]
    pub fn stands_with(&self, idea: IdeaId) -> Option<IdeaId> {
        let stands = self.stands_for(idea);
        let shown = self.ideas.get(&stands)?.hidden.is_none();
        (stands != idea && shown).then_some(stands)
    }

    /// The idea that stands for this one, on screens or not; itself where none does.
    pub(crate) fn stands_for(&self, idea: IdeaId) -> IdeaId {
        let next = |id: &IdeaId| self.ideas.get(id)?.same_as;
        // An idea is merged into one that stands for itself, so no way leads back.
        std::iter::successors(Some(idea), next)
            .take(self.ideas.len())
            .last()
            .unwrap_or(idea)
    }

    /// What its ideas were put together to.
    #[must_use]
    pub const fn themes(&self) -> &Themes {
        &self.themes
    }

    /// What a theme is called; none where nobody has named it, or the words were erased.
    #[must_use]
    pub fn theme_name(&self, theme: &Theme) -> Option<&str> {
        self.text(theme.name?.0)
    }

    /// What a theme means, at more length; none where nobody said, or the words were erased.
    #[must_use]
    pub fn theme_about(&self, theme: &Theme) -> Option<&str> {
        self.text(theme.about?.0)
    }

    /// The ideas of a theme that are on screens, in its order.
    pub fn visible_in<'a>(&'a self, theme: &'a Theme) -> impl DoubleEndedIterator<Item = &'a Idea> {
        let ideas = theme.ideas.iter().filter_map(|idea| self.ideas.get(idea));
        ideas.filter(|idea| idea.hidden.is_none())
    }

    /// Whether an idea is there and not hidden.
    #[must_use]
    pub fn is_visible(&self, idea: IdeaId) -> bool {
        self.ideas.get(&idea).is_some_and(|idea| idea.hidden.is_none())
    }

    /// How many would help with an idea.
    #[must_use]
    pub fn helpers(&self, idea: IdeaId) -> usize {
        self.helpers.get(&idea).map_or(0, BTreeSet::len)
    }

    /// Whether `person` would help with an idea.
    #[must_use]
    pub fn would_help(&self, idea: IdeaId, person: PersonId) -> bool {
        self.helpers.get(&idea).is_some_and(|helpers| helpers.contains(&person))
    }

    /// Where the reasons are that people gave to their answers.
    pub fn reasons(&self) -> impl Iterator<Item = WordsId> + '_ {
        let marks = self.marks.values().flat_map(BTreeMap::values);
        marks.flat_map(|marks| marks.all().filter_map(|(_, mark)| mark.reason))
    }

    /// Where the words are that their authors agreed to have quoted, but for those of ideas that are hidden.
    #[must_use]
    pub fn quotable_words(&self) -> BTreeSet<WordsId> {
        let ideas = self.ideas.values();
        let ideas = ideas.filter(|idea| idea.quotable && idea.hidden.is_none());
        let marks = self.marks.values().flat_map(BTreeMap::values);
        let reasons = marks.flat_map(|marks| marks.all().filter(|(_, mark)| mark.quotable));
        let reasons = reasons.filter_map(|(_, mark)| mark.reason);
        ideas.flat_map(Idea::all_words).chain(reasons).collect()
    }

    /// The current ballots of a judgement on an idea; none where nobody cast one.
    #[must_use]
    pub fn ballots(&self, judgement: ActivityId, idea: IdeaId) -> Option<&Ballots> {
        self.ballots.get(&judgement)?.get(&idea)
    }

    /// What the current ballots of a judgement on an idea add up to.
    #[must_use]
    pub fn tally(&self, judgement: ActivityId, idea: IdeaId) -> Tally {
        self.ballots(judgement, idea).map(Ballots::tally).unwrap_or_default()
    }

    /// To how many people a judgement dealt an idea.
    #[must_use]
    pub fn exposure(&self, judgement: ActivityId, idea: IdeaId) -> u32 {
        self.exposure
            .get(&judgement)
            .and_then(|shown| shown.get(&idea))
            .copied()
            .unwrap_or(0)
    }

    /// How many people have answered an activity.
    #[must_use]
    pub fn answered(&self, activity: ActivityId) -> usize {
        self.answered.get(&activity).map_or(0, BTreeSet::len)
    }

    /// What an activity added up to when it was revealed; none before.
    #[must_use]
    pub fn totals_at_reveal(&self, activity: ActivityId) -> Option<&[(IdeaId, Tally)]> {
        self.revealed.get(&activity).map(Vec::as_slice)
    }

    /// The activities that take answers, in the order of the agenda.
    pub fn open(&self) -> impl Iterator<Item = &Activity> + '_ {
        self.agenda.iter().filter(|activity| activity.is_open())
    }

    /// The judgements that take ballots.
    pub fn open_judgements(&self) -> impl Iterator<Item = &Activity> + '_ {
        self.open()
            .filter(|activity| matches!(activity.plan.kind, Kind::Judgement(_)))
    }

    /// The last step of a facilitator, where there is one to take back.
    #[must_use]
    pub const fn last_step(&self) -> Option<&LastStep> {
        self.last_step.as_ref()
    }

    /// Where the effect of a command is recorded; none where it had none.
    #[must_use]
    pub fn recorded(&self, command: CommandId) -> Option<Seq> {
        self.done.get(&command).map(|done| done.seq)
    }

    /// The current totals of every visible idea of an activity, in the order of arrival.
    #[must_use]
    pub fn totals(&self, activity: &Activity) -> Vec<(IdeaId, Tally)> {
        self.ideas_of(activity.prompt())
            .filter(|(_, idea)| idea.hidden.is_none())
            .map(|(id, _)| (id, self.tally(activity.id, id)))
            .collect()
    }
}
