//! What a facilitator can begin with. Frameworks and agendas are data (`templates/*.json`).

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use uuid::Uuid;
use visioncast_model::{ActivityId, Created, Framework, Integrity, JoinCode, Language, Pace, PanelId, Plan};

use crate::instruments::{self, Said, Sketch};

const IMA: &str = include_str!("../templates/ima.json");
const AGENDAS: &str = include_str!("../templates/agendas.json");
/// The version of the file of agendas that is read here.
const VERSION: u32 = 1;
/// The one that shows in few steps what a panel is.
pub(crate) const SHORT: &str = "ima-panel";

/// Something to begin with.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Template {
    /// What forms call it.
    pub(crate) key: String,
    /// What people call it.
    pub(crate) name: Said,
    /// One line on it.
    pub(crate) about: Said,
    #[serde(default)]
    pace: Pace,
    items: Vec<Item>,
}

/// An item of a template's agenda: a prepared instrument, or a plan of its own.
#[derive(Clone, Debug, Deserialize)]
struct Item {
    /// What other items of this agenda call it; the key of its instrument where it says nothing.
    id: Option<String>,
    #[serde(rename = "use")]
    instrument: Option<String>,
    plan: Option<Sketch>,
    /// The item whose ideas it asks about.
    of: Option<String>,
    /// Another name than the instrument's.
    name: Option<Said>,
    minutes: u16,
}

#[derive(Deserialize)]
struct File {
    version: u32,
    agendas: Vec<Template>,
}

/// All templates, the usual one first.
pub(crate) fn all() -> &'static [Template] {
    // A test reads the file; should it ever be wrong all the same, nothing is offered.
    static ALL: LazyLock<Vec<Template>> = LazyLock::new(|| match serde_json::from_str::<File>(AGENDAS) {
        Ok(file) if file.version == VERSION => file.agendas,
        _ => Vec::new(),
    });
    &ALL
}

/// The one with that key.
pub(crate) fn find(key: &str) -> Option<&'static Template> {
    all().iter().find(|template| template.key == key)
}

/// The framework of the IMA.
pub(crate) fn ima() -> Framework {
    // A test reads this file too.
    serde_json::from_str(IMA).unwrap_or_default()
}

impl Template {
    /// A new panel of it, with the IMA's framework; who begins it adds the panel's id, code, seed and capacity.
    pub(crate) fn created(&self, language: Language) -> Created {
        self.created_for(ima(), language)
    }

    /// The same with another framework: what that lacks is not asked about.
    pub(crate) fn created_for(&self, framework: Framework, language: Language) -> Created {
        Created {
            panel: PanelId(Uuid::nil()),
            code: JoinCode::from_random(0),
            title: self.name.text(language).to_owned(),
            agenda: self.agenda(&framework, language),
            framework,
            seed: 0,
            rehearsal: false,
            capacity: 0,
            pace: self.pace,
            integrity: Integrity::Open,
        }
    }

    fn agenda(&self, framework: &Framework, language: Language) -> Vec<(ActivityId, Plan)> {
        let mut known: BTreeMap<&str, ActivityId> = BTreeMap::new();
        let mut agenda = Vec::new();
        for item in &self.items {
            let Some((key, sketch)) = item.sketch() else { continue };
            let of = item.of.as_deref().and_then(|of| known.get(of)).copied();
            if !sketch.fits(framework) || sketch.takes_ideas() && of.is_none() {
                continue;
            }
            let mut plan = sketch.plan(framework, language, item.minutes, of);
            if let Some(name) = &item.name {
                plan.title = name.text(language).to_owned();
            }
            let id = ActivityId(Uuid::new_v4());
            known.insert(key, id);
            agenda.push((id, plan));
        }
        agenda
    }
}

impl Item {
    /// What it is made of, and what other items call it.
    fn sketch(&self) -> Option<(&str, &Sketch)> {
        let (key, sketch) = match (&self.instrument, &self.plan) {
            (Some(key), _) => (key.as_str(), &instruments::find(key)?.sketch),
            (None, Some(plan)) => ("", plan),
            (None, None) => return None,
        };
        Some((self.id.as_deref().unwrap_or(key), sketch))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use visioncast_model::{Actor, Command, CommandId, Context, Kind, Outcome, Panel, Timestamp};

    use super::*;

    fn begun(created: Created) -> Panel {
        let created = Created {
            panel: PanelId(Uuid::new_v4()),
            capacity: 1,
            ..created
        };
        let command = Command::Create(Box::new(created));
        let mut context = Context {
            now: Timestamp(0),
            fresh: &mut Uuid::new_v4,
        };
        let id = CommandId(Uuid::new_v4());
        let outcome = Panel::default().decide(Actor::System, id, &command, &mut context);
        let Ok(Outcome::New(decision)) = outcome else {
            panic!("{outcome:?}")
        };
        Panel::replay(&decision.events, [])
    }

    #[test]
    fn every_template_begins_a_panel_in_every_language() {
        assert!(!all().is_empty(), "the file is in order");
        for template in all() {
            for language in Language::ALL {
                let panel = begun(template.created(language));
                assert_eq!(panel.framework(), &ima());
                assert_eq!(panel.agenda().len(), template.items.len(), "{}", template.key);
                assert_eq!(panel.title(), template.name.text(language));
            }
        }
    }

    #[test]
    fn a_template_asks_a_bare_association_what_it_can() {
        for template in all() {
            let framework = Framework {
                name: "Another association".to_owned(),
                ..Framework::default()
            };
            let panel = begun(template.created_for(framework, Language::English));
            assert!(!panel.agenda().is_empty(), "{}", template.key);
        }
    }

    #[test]
    fn durations_add_up() {
        let minutes = |key: &str| -> u32 {
            let template = find(key).expect("it is there");
            let agenda = template.created(Language::English).agenda;
            agenda.iter().map(|(_, plan)| u32::from(plan.minutes)).sum()
        };
        assert_eq!(minutes("panel-90"), 90);
        assert_eq!(minutes("panel-45"), 45);
    }

    #[test]
    fn the_long_panel_uses_every_instrument_once() {
        let template = find("panel-90").expect("it is there");
        let used: Vec<&str> = template
            .items
            .iter()
            .filter_map(|item| item.instrument.as_deref())
            .collect();
        let known: BTreeSet<&str> = instruments::all()
            .iter()
            .map(|instrument| instrument.key.as_str())
            .collect();
        assert_eq!(used.len(), known.len());
        assert_eq!(used.into_iter().collect::<BTreeSet<_>>(), known);
    }

    #[test]
    fn a_follow_up_leaves_everybody_their_own_pace() {
        let template = find("follow-up").expect("it is there");
        let panel = begun(template.created(Language::English));
        assert_eq!(panel.pace(), Pace::Own);
        // Nothing in it waits for what a hall does together.
        assert!(
            !panel
                .agenda()
                .iter()
                .any(|item| matches!(item.plan.kind, Kind::Judgement(_)))
        );
    }

    #[test]
    fn two_panels_of_a_template_share_no_id() {
        let template = &all()[0];
        let first = |created: Created| created.agenda[0].0;
        assert_ne!(
            first(template.created(Language::English)),
            first(template.created(Language::English))
        );
    }

    #[test]
    fn the_ten_domains_have_their_names() {
        let names: Vec<String> = ima().domains.into_iter().map(|domain| domain.name).collect();
        assert_eq!(
            names,
            [
                "resources",
                "setting standards",
                "people",
                "connection & community",
                "awards & recognition",
                "conferences & symposiums",
                "collaborations",
                "technology & innovation",
                "data",
                "professional development",
            ]
        );
        let numbers: Vec<u16> = ima().domains.iter().map(|domain| domain.id.0).collect();
        assert_eq!(numbers, (1..=10).collect::<Vec<_>>());
    }

    #[test]
    fn the_six_principles_stand_word_for_word() {
        let principles: Vec<(u16, String)> = ima()
            .principles
            .into_iter()
            .map(|principle| (principle.number, principle.text))
            .collect();
        let expected = [
            "We exist to complement the work being done by people and organizations, offering shared \
             resources and a space to elevate the field together",
            "Support and amplify what exists",
            "Breadth and Depth of Expertise in Mentoring",
            "It is not about being THE authority, it is about being a resource",
            "Connect, strengthen, celebrate",
            "Think “spotlight”, “megaphone”, and “bridge”, not ownership or control",
        ];
        assert_eq!(principles, (1..).zip(expected.map(str::to_owned)).collect::<Vec<_>>());
    }

    #[test]
    fn the_constituencies_want_what_is_recorded() {
        let rows: Vec<String> = ima()
            .constituencies
            .iter()
            .map(|constituency| {
                format!(
                    "{} {}: {}",
                    constituency.id,
                    constituency.name,
                    constituency.wants.join("; ")
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                "1 Researchers and Academics: data sets; study participants; research dissemination",
                "2 Companies and Organizations: training and development; best practices; \
                 \"business case\" data; program accreditation",
                "3 Program Administrators: certification; training and development; community; \
                 program accreditation",
                "4 Mentoring Platforms: clients; accreditation; events/platforms; communication",
                "5 Consultants and Speakers: clients; best practices; research",
                "6 Not-for-Profit: ",
                "7 Thought Leaders: ",
                "8 Sponsors: ",
            ]
        );
    }

    #[test]
    fn vision_and_mission_are_todays() {
        assert_eq!(
            ima().vision,
            "to be the premier organization and a leading resource for mentoring excellence and best \
             practices"
        );
        assert_eq!(
            ima().mission,
            "to create global communities for sharing best practices that lead to development of \
             highly effective mentoring programs via a support base of diversity through a variety of \
             venues"
        );
    }
}
