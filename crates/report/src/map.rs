use visioncast_analysis::Spread;
use visioncast_model::{DomainId, ItemId, Items, Kind, Marks, Panel, State};

use crate::shown::is_told;

/// The principles and the domains, and how the room links them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Map {
    /// Number and words, in the order of the framework.
    pub(crate) principles: Vec<(u16, String)>,
    pub(crate) domains: Vec<(DomainId, String)>,
    /// Per principle, per domain.
    pub(crate) cells: Vec<Vec<Cell>>,
    /// Whether the room was asked and shown what it said.
    pub(crate) asked: bool,
}

/// A principle in a domain.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Cell {
    /// How many said how strong the link is, or that there is none.
    pub(crate) n: u32,
    /// From none (0) to strong (3), on average, and how split the room is; none where nobody said.
    pub(crate) strength: Option<Spread>,
}

impl Map {
    /// All principles in all domains, asked about or not: what nobody answered has an `n` of 0. Where
    /// the room was asked more than once, the last revealed asking counts.
    pub(crate) fn of(panel: &Panel) -> Self {
        let framework = panel.framework();
        let asked = panel.agenda().iter().rev().find(|activity| {
            let map = matches!(&activity.plan.kind, Kind::Survey(survey) if survey.items == Items::Map);
            map && is_told(panel, activity) && activity.state != State::Planned
        });
        let cell = |principle: u16, domain: DomainId| {
            let item = ItemId::Cell(principle, domain);
            let marks = asked.and_then(|activity| panel.marks(activity.id, item));
            // Who is unsure says nothing of the strength.
            let counts = marks.map(Marks::counts).unwrap_or_default();
            let sure = counts.get(..4).unwrap_or_default();
            Cell {
                n: sure.iter().sum(),
                strength: Spread::of(sure),
            }
        };
        let domains: Vec<(DomainId, String)> = framework
            .domains
            .iter()
            .map(|domain| (domain.id, domain.name.clone()))
            .collect();
        let row = |principle: u16| domains.iter().map(|(domain, _)| cell(principle, *domain)).collect();
        Self {
            cells: framework
                .principles
                .iter()
                .map(|principle| row(principle.number))
                .collect(),
            principles: framework
                .principles
                .iter()
                .map(|principle| (principle.number, principle.text.clone()))
                .collect(),
            domains,
            asked: asked.is_some(),
        }
    }
}
