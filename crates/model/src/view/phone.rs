//! The room as every phone in it may know it.

use serde::{Deserialize, Serialize};

use super::{Progress, Standing, View, sureness};
use crate::{
    Activity, ActivityId, Constituency, Domain, DomainId, IdeaId, Integrity, Kind, Language, Pace, Panel, Reveal,
    State, Status, Timestamp,
};

/// How many of the newest ideas a phone is shown.
const NEWEST: usize = 2;
/// How many results a person is shown.
const RESULTS: usize = 10;

/// What all phones share.
pub type Phone = View<PhoneKey, PhoneValue>;

/// What a phone's view is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PhoneKey {
    /// The panel.
    Panel,
    /// An activity that has begun.
    Activity(ActivityId),
    /// How far it is.
    Progress(ActivityId),
    /// The newest ideas of a prompt whose ideas are shown.
    Newest(ActivityId),
}

/// See [`PhoneKey`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhoneValue {
    /// The panel.
    Panel(PhonePanel),
    /// An activity.
    Activity(PhoneActivity),
    /// How far it is.
    Progress(Progress),
    /// The newest ideas, newest first.
    Newest(Vec<ShownIdea>),
}

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhonePanel {
    /// Its title.
    pub title: String,
    /// Who holds it.
    pub host: String,
    /// Whether it takes anything.
    pub status: Status,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// Who sets the pace.
    pub pace: Pace,
    /// How it is made sure that nobody has two ballots.
    pub integrity: Integrity,
    /// What the projector shows.
    pub focus: Option<ActivityId>,
    /// The activities that have begun, in the order of the agenda.
    pub begun: Vec<ActivityId>,
    /// All domains.
    pub domains: Vec<Domain>,
    /// All constituencies, without what is believed of them.
    pub constituencies: Vec<Constituency>,
}

/// An activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneActivity {
    /// What the room is asked.
    pub question: String,
    /// What it does.
    pub kind: PhoneKind,
    /// Whether answers are taken.
    pub open: bool,
    /// Whether results are shown.
    pub revealed: bool,
    /// When its time is over.
    pub deadline: Option<Timestamp>,
    /// How often it was changed: a form of an earlier one is fetched again.
    pub edits: u32,
    /// What its forms ask about, as a number: where it differs, they are fetched again.
    pub asked: u64,
    /// The question in other languages.
    pub translations: Vec<(Language, Translation)>,
}

/// What a phone shows of an activity by itself, in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// What the room is asked.
    pub question: String,
    /// Questions that help.
    pub probes: Vec<String>,
}

/// What the room does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhoneKind {
    /// Writes ideas.
    Prompt {
        /// Questions that help.
        probes: Vec<String>,
        /// The domains to choose from; all of the panel's where empty.
        domains: Vec<DomainId>,
        /// Whether more is asked about an idea once it is there.
        asks: bool,
    },
    /// Votes on ideas.
    Judgement,
    /// Fills in a form that the server makes.
    Form,
}

/// An idea as the room sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownIdea {
    /// Which.
    pub idea: IdeaId,
    /// Its words.
    pub words: String,
    /// Its domain.
    pub domain: Option<DomainId>,
    /// Who says so, where they want to be quoted by name.
    pub by: Option<String>,
}

impl Panel {
    /// The room as phones may know it.
    #[must_use]
    pub fn phone(&self) -> Phone {
        let mut view = Phone {
            seq: self.seq,
            ..Phone::default()
        };
        let begun = || self.agenda.iter().filter(|activity| activity.state != State::Planned);
        view.values.insert(
            PhoneKey::Panel,
            PhoneValue::Panel(PhonePanel {
                title: self.title.clone(),
                host: self.framework.name.clone(),
                status: self.status,
                rehearsal: self.rehearsal,
                pace: self.pace,
                integrity: self.integrity,
                focus: self.focus,
                begun: begun().map(|activity| activity.id).collect(),
                domains: self.framework.domains.clone(),
                constituencies: self
                    .framework
                    .constituencies
                    .iter()
                    .map(|known| Constituency {
                        wants: Vec::new(),
                        ..known.clone()
                    })
                    .collect(),
            }),
        );
        for activity in begun() {
            let id = activity.id;
            view.values.insert(
                PhoneKey::Activity(id),
                PhoneValue::Activity(self.phone_activity(activity)),
            );
            if activity.is_open() {
                view.values
                    .insert(PhoneKey::Progress(id), PhoneValue::Progress(self.progress(activity)));
                if activity.shows_ideas() && matches!(activity.plan.kind, Kind::Prompt(_)) {
                    let newest = self.newest(activity, NEWEST);
                    view.values.insert(PhoneKey::Newest(id), PhoneValue::Newest(newest));
                }
            }
        }
        view
    }

    /// How far an activity is.
    #[must_use]
    pub fn progress(&self, activity: &Activity) -> Progress {
        Progress {
            answered: self.answered(activity.id) as u32,
            ideas: match activity.plan.kind {
                Kind::Survey(_) => self.items(activity).len(),
                _ => self
                    .ideas_of(activity.prompt())
                    .filter(|(_, idea)| idea.hidden.is_none())
                    .count(),
            } as u32,
        }
    }

    /// The newest visible ideas of a prompt, newest first; erased ones are left out, and reflections
    /// that their authors do not want quoted.
    pub(super) fn newest(&self, activity: &Activity, most: usize) -> Vec<ShownIdea> {
        let apart = matches!(activity.plan.kind, Kind::Reflection(_));
        self.ideas_of(activity.id)
            .rev()
            .filter(|(_, idea)| idea.hidden.is_none() && (idea.quotable || !apart))
            .filter_map(|(id, idea)| {
                let words = self.words(idea)?.to_owned();
                Some(ShownIdea {
                    idea: id,
                    words,
                    domain: idea.domain,
                    by: idea.signature.and_then(|name| self.text(name)).map(str::to_owned),
                })
            })
            .take(most)
            .collect()
    }

    /// What the room had said when it was revealed, best supported first: later ballots do not move it. None where
    /// nothing was revealed, or it was no vote.
    #[must_use]
    pub fn results_at_reveal(&self, activity: &Activity) -> Option<Vec<Standing>> {
        let Kind::Judgement(_) = activity.plan.kind else {
            return None;
        };
        let Reveal::Shown { .. } = activity.reveal else {
            return None;
        };
        let totals = self.totals_at_reveal(activity.id)?.iter().copied();
        Some(self.best(activity, totals, RESULTS))
    }

    /// The best supported of `totals` that are still visible, best first.
    pub(super) fn best(
        &self,
        judgement: &Activity,
        totals: impl Iterator<Item = (IdeaId, crate::Tally)>,
        most: usize,
    ) -> Vec<Standing> {
        let first = judgement.plan.again.and_then(|first| self.activity(first));
        let first = first.filter(|first| first.reveal.is_shown());
        let mut visible: Vec<_> = totals
            .filter(|(id, tally)| tally.total() > 0 && self.is_visible(*id))
            .map(|(id, tally)| (sureness(tally), id, tally))
            .collect();
        visible.sort_by(|(one, first, _), (other, second, _)| other.total_cmp(one).then_with(|| first.cmp(second)));
        visible.truncate(most);
        visible
            .into_iter()
            .filter_map(|(_, id, tally)| {
                let idea = self.ideas.get(&id)?;
                let words = self.words(idea).map(str::to_owned);
                Some(Standing {
                    idea: id,
                    words,
                    domain: idea.domain,
                    tally,
                    before: first.map(|first| self.tally(first.id, id)),
                })
            })
            .collect()
    }

    fn phone_activity(&self, activity: &Activity) -> PhoneActivity {
        PhoneActivity {
            question: activity.plan.question.clone(),
            kind: match &activity.plan.kind {
                Kind::Prompt(prompt) => PhoneKind::Prompt {
                    probes: prompt.probes.clone(),
                    domains: prompt.domains.clone(),
                    asks: !prompt.asks.is_empty(),
                },
                Kind::Judgement(_) => PhoneKind::Judgement,
                Kind::Survey(_) | Kind::Reflection(_) | Kind::Volunteers | Kind::Grouping(_) => PhoneKind::Form,
            },
            open: activity.is_open(),
            revealed: activity.reveal.is_shown(),
            deadline: activity.deadline,
            edits: activity.edits,
            asked: self.asked_now(activity),
            translations: activity
                .plan
                .translations
                .iter()
                .map(|(language, wording)| {
                    let translation = Translation {
                        question: activity.plan.question_in(*language).to_owned(),
                        probes: wording.probes.clone(),
                    };
                    (*language, translation)
                })
                .collect(),
        }
    }
}
