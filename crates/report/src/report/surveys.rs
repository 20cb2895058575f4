use visioncast_analysis::Spread;
use visioncast_model::{Activity, DomainId, ItemId, Items, Kind, Marks, Panel, Scale, State, Status, Survey};

/// What the room answered to a survey.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Surveyed {
    pub(crate) title: String,
    pub(crate) question: String,
    /// How many people answered.
    pub(crate) people: usize,
    /// The share in percent at which something counts as said; none where none was set before.
    pub(crate) threshold: Option<u8>,
    /// Whether counts are points of a ranking.
    pub(crate) points: bool,
    /// What could be answered.
    pub(crate) options: Vec<String>,
    /// What was asked about.
    pub(crate) items: Vec<Answered>,
    /// Whether it was revealed; before, there are no counts.
    pub(crate) revealed: bool,
}

/// One thing that was asked about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answered {
    /// What it says; none where its words may not be quoted or were erased.
    pub(crate) text: Option<String>,
    /// How many answered it.
    pub(crate) answered: u32,
    /// Per option; empty where it was not revealed.
    pub(crate) counts: Vec<u32>,
}

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

impl Surveyed {
    /// Every survey that has begun, in the order of the agenda, but for the map.
    pub(super) fn all(panel: &Panel) -> Vec<Self> {
        let begun = panel
            .agenda()
            .iter()
            .filter(|activity| activity.state != State::Planned);
        begun
            .filter_map(|activity| Some((activity, activity.survey()?)))
            .filter(|(_, survey)| survey.items != Items::Map)
            .map(|(activity, survey)| Self::of(panel, activity, survey))
            .collect()
    }

    fn of(panel: &Panel, activity: &Activity, survey: &Survey) -> Self {
        let revealed = is_told(panel, activity);
        let answered = |item| {
            let marks = panel.marks(activity.id, item);
            Answered {
                text: text(panel, activity, item),
                answered: marks
                    .filter(|_| revealed || !survey.scale.is_shared())
                    .map_or(0, Marks::answered),
                counts: match marks {
                    Some(marks) if revealed => padded(marks.counts(), survey),
                    None if revealed => padded(&[], survey),
                    _ => Vec::new(),
                },
            }
        };
        Self {
            title: activity.plan.title.clone(),
            question: activity.plan.question.clone(),
            people: panel.answered(activity.id),
            threshold: Some(survey.threshold).filter(|threshold| *threshold > 0),
            points: matches!(survey.scale, Scale::Ranking { .. }),
            options: words(&survey.scale),
            items: panel.items(activity).into_iter().map(answered).collect(),
            revealed,
        }
    }
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

pub(crate) fn is_told(panel: &Panel, activity: &Activity) -> bool {
    activity.reveal.is_shown() || panel.status() == Status::Ended
}

/// The counts with a place for every option.
fn padded(counts: &[u32], survey: &Survey) -> Vec<u32> {
    let mut counts = counts.to_vec();
    counts.resize(survey.scale.options(), 0);
    counts
}

/// What an item says, as far as it may be quoted.
fn text(panel: &Panel, activity: &Activity, item: ItemId) -> Option<String> {
    match item {
        ItemId::Idea(id) => {
            let idea = panel.ideas().get(&id)?;
            super::section::quotable(panel, idea).map(str::to_owned)
        }
        // Without a name it would be called by an idea, which nobody may have agreed to have quoted.
        ItemId::Theme(_) => panel.given_name(activity.id, item).map(str::to_owned),
        item => panel.item_text(activity, item),
    }
}

/// The options in words.
fn words(scale: &Scale) -> Vec<String> {
    let fixed: &[&str] = match scale {
        Scale::Mandate => &["must", "may", "not ours", "unsure"],
        Scale::Link => &["no link", "weak", "clear", "strong", "unsure"],
        Scale::Verdict => &["reaffirm", "revise", "re-conceptualise"],
        Scale::Confirm => &["right", "not right", "unsure"],
        Scale::Carry => &["it carries", "it does not", "unknown to me"],
        Scale::Gradient => &[
            "fully for it",
            "for it, with reservations",
            "can live with it",
            "more talk first",
            "against it",
        ],
        Scale::Rating { points, low, high } => {
            let ends = |point| match point {
                1 => format!("1 ({low})"),
                point if point == *points => format!("{point} ({high})"),
                point => point.to_string(),
            };
            return (1..=*points).map(ends).collect();
        }
        Scale::Opinion => &["agree", "disagree", "pass"],
        Scale::Dots { cap, .. } => {
            let dots = |dots: u8| {
                if dots == 1 {
                    "1 dot".to_owned()
                } else {
                    format!("{dots} dots")
                }
            };
            return (0..=*cap).map(dots).collect();
        }
        Scale::Places { most } => {
            let place = |place: u8| {
                if place == 0 {
                    "no place".to_owned()
                } else {
                    format!("place {place}")
                }
            };
            return (0..=*most).map(place).collect();
        }
        Scale::Choice { options, .. } | Scale::Ranking { options, .. } => return options.clone(),
    };
    fixed.iter().map(|word| (*word).to_owned()).collect()
}
