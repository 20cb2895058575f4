use std::collections::BTreeMap;

use visioncast_analysis::Recount;
use visioncast_model::{
    Activity, ActivityId, Entrance, Event, Integrity, Kind, Reveal, Source, Status, Tickets, Timestamp,
};

use crate::Material;

/// How the input was gathered: what somebody needs to know to judge what it is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gathering {
    /// The first and the last moment at which somebody in the room did something.
    pub(crate) when: Option<(Timestamp, Timestamp)>,
    /// Everything that was asked, in the order of the agenda.
    pub(crate) asked: Vec<Asked>,
    /// Ideas that were spoken aloud, read from paper, taken over from another tool.
    pub(crate) spoken: usize,
    pub(crate) paper: usize,
    pub(crate) imported: usize,
    /// People whose ballots a facilitator typed.
    pub(crate) typed: usize,
    /// How it was made sure that nobody had two ballots, how many tickets there were, and who came by what.
    pub(crate) integrity: Integrity,
    pub(crate) tickets: Tickets,
    pub(crate) by_ticket: usize,
    pub(crate) by_link: usize,
    /// Whether all of it was held with another tool.
    pub(crate) elsewhere: bool,
    /// Events in the log.
    pub(crate) events: usize,
    /// Whether every total that was recorded at a reveal is what the ballots add up to, counted
    /// again; none where nothing was revealed.
    pub(crate) recount_agrees: Option<bool>,
}

/// Something that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) title: String,
    pub(crate) question: String,
    pub(crate) judgement: bool,
    pub(crate) answered: usize,
    /// From its first opening to its last closing; none where it was never open.
    pub(crate) opened: Option<Timestamp>,
    pub(crate) closed: Option<Timestamp>,
    pub(crate) revealed: Option<Timestamp>,
}

impl Gathering {
    pub(crate) fn of(material: Material<'_>, recount: &Recount) -> Self {
        let panel = material.panel;
        let sources = |source| panel.ideas().values().filter(|idea| idea.source == source).count();
        let mut opened: BTreeMap<ActivityId, Timestamp> = BTreeMap::new();
        let mut closed: BTreeMap<ActivityId, Timestamp> = BTreeMap::new();
        let mut ended = None;
        let mut when: Option<(Timestamp, Timestamp)> = None;
        for recorded in material.events {
            match &recorded.event {
                Event::ActivityOpened { activity } => {
                    opened.entry(*activity).or_insert(recorded.at);
                }
                Event::ActivityClosed { activity } => {
                    closed.insert(*activity, recorded.at);
                }
                Event::PanelEnded => ended = Some(recorded.at),
                Event::IdeaAdded { .. } | Event::BallotCast { .. } => {
                    let (first, last) = when.unwrap_or((recorded.at, recorded.at));
                    when = Some((first.min(recorded.at), last.max(recorded.at)));
                }
                _ => {}
            }
        }
        let asked = |activity: &Activity| Asked {
            title: activity.plan.title.clone(),
            question: activity.plan.question.clone(),
            judgement: matches!(activity.plan.kind, Kind::Judgement(_)),
            answered: panel.answered(activity.id),
            opened: opened.get(&activity.id).copied(),
            closed: if activity.is_open() {
                ended.filter(|_| panel.status() == Status::Ended)
            } else {
                closed.get(&activity.id).copied()
            },
            revealed: match activity.reveal {
                Reveal::Shown { at } => Some(at),
                Reveal::Hidden | Reveal::Due { .. } => None,
            },
        };
        let agrees = recount.reveals.iter().all(|reveal| reveal.recorded == reveal.counted);
        Self {
            when,
            asked: panel.agenda().iter().map(asked).collect(),
            spoken: sources(Source::Spoken),
            paper: sources(Source::Paper),
            imported: sources(Source::Import),
            typed: panel
                .people()
                .values()
                .filter(|person| matches!(person.source, Source::Spoken | Source::Paper))
                .count(),
            integrity: panel.integrity(),
            tickets: panel.tickets(),
            by_ticket: panel.came_by(Entrance::Ticket),
            by_link: panel.came_by(Entrance::Link),
            elsewhere: !panel.people().is_empty()
                && panel.people().values().all(|person| person.source == Source::Import),
            events: material.events.len(),
            recount_agrees: (!recount.reveals.is_empty()).then_some(agrees),
        }
    }
}
