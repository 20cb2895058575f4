//! The vision report: assembled once, rendered to each format.

mod gathering;
mod results;
mod section;
mod surveys;

use std::collections::BTreeMap;

use visioncast_analysis::Recount;
use visioncast_model::{Activity, HideReason, IdeaId, Kind, Panel, Seq, Status, Timestamp};

use crate::{Material, attendance::Attendance, framework};
pub(crate) use gathering::{Asked, Gathering};
pub(crate) use results::{Results, Standing};
pub(crate) use section::{Collected, DomainGroup, Section};
pub(crate) use surveys::{Answered, Map, Surveyed, is_told};

/// What a panel brought, as the board may read it.
///
/// It holds no words whose author did not agree to be quoted, no hidden idea, no votes but those of
/// judgements that were revealed, and no count of people so small that it points at somebody. What
/// is in it can be shown, so that no format has to decide it again.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub(crate) title: String,
    pub(crate) host: String,
    /// Which framework of the host it was.
    pub(crate) framework: String,
    pub(crate) rehearsal: bool,
    pub(crate) ended: bool,
    pub(crate) made: Timestamp,
    /// The last event that it knows of: its edition.
    pub(crate) edition: Seq,
    pub(crate) attendance: Attendance,
    pub(crate) gathering: Gathering,
    /// One per prompt, in the order of the agenda.
    pub(crate) sections: Vec<Section>,
    /// One per survey that has begun, in the order of the agenda, but for the map.
    pub(crate) surveys: Vec<Surveyed>,
    /// Every principle in every domain, asked about or not.
    pub(crate) map: Map,
    /// How many ideas were hidden, per reason.
    pub(crate) hidden: Vec<(HideReason, usize)>,
}

impl Report {
    /// The report as `material` stands, made at `now`.
    #[must_use]
    pub fn of(material: Material<'_>, now: Timestamp) -> Self {
        let panel = material.panel;
        let numbers = idea_numbers(panel);
        let sections = panel
            .agenda()
            .iter()
            .filter(|activity| matches!(activity.plan.kind, Kind::Prompt(_)))
            .map(|prompt| Section::of(material, prompt, &numbers))
            .collect();
        Self {
            title: panel.title().to_owned(),
            host: panel.framework().name.clone(),
            framework: framework::edition(panel.framework()),
            rehearsal: panel.is_rehearsal(),
            ended: panel.status() == Status::Ended,
            made: now,
            edition: panel.seq(),
            attendance: Attendance::of(panel),
            gathering: Gathering::of(material, &Recount::of(material.events)),
            sections,
            surveys: Surveyed::all(panel),
            map: Map::of(panel),
            hidden: hidden(panel),
        }
    }
}

/// A number for every visible idea, by which the report refers to it. It follows the random ids, so
/// that it does not tell who spoke first.
pub(crate) fn idea_numbers(panel: &Panel) -> BTreeMap<IdeaId, usize> {
    let visible = panel.ideas().iter().filter(|(_, idea)| idea.hidden.is_none());
    visible.map(|(id, _)| *id).zip(1..).collect()
}

fn hidden(panel: &Panel) -> Vec<(HideReason, usize)> {
    let mut reasons: BTreeMap<HideReason, usize> = BTreeMap::new();
    for reason in panel.ideas().values().filter_map(|idea| idea.hidden) {
        *reasons.entry(reason).or_default() += 1;
    }
    reasons.into_iter().collect()
}

/// The judgements of a prompt, in the order of the agenda.
fn judgements<'a>(panel: &'a Panel, prompt: &'a Activity) -> impl Iterator<Item = &'a Activity> {
    let judges = |activity: &&Activity| activity.id != prompt.id && activity.prompt() == prompt.id;
    panel.agenda().iter().filter(judges)
}
