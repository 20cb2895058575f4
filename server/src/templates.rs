//! What a facilitator can begin with. Frameworks and agendas are data (`templates/*.json`).

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use uuid::Uuid;
use visioncast_model::{
    ActivityId, Created, Framework, Integrity, JoinCode, Language, Moderation, Pace, PanelId, Plan,
};
use visioncast_report::read_framework;

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
    read_framework(IMA.as_bytes())
        .map(|read| read.framework)
        .unwrap_or_default()
}

/// The frameworks that are built in: what forms and commands call them, and what is in them.
pub(crate) fn frameworks() -> Vec<(&'static str, Framework)> {
    vec![("ima", ima())]
}

/// The framework that is built in under that name.
pub(crate) fn framework(key: &str) -> Option<Framework> {
    let mut known = frameworks().into_iter();
    known.find(|(known, _)| *known == key).map(|(_, framework)| framework)
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
            moderation: Moderation::default(),
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

    use visioncast_model::{Actor, Command, CommandId, Context, Kind, List, Outcome, Panel, Timestamp};
    use visioncast_report::{FrameworkHash, framework_file};

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
            findings: Vec::new(),
        };
        let id = CommandId(Uuid::new_v4());
        let outcome = Panel::default().decide(Actor::System, id, &command, &mut context);
        let Ok(Outcome::New(decision)) = outcome else {
            panic!("{outcome:?}")
        };
        Panel::replay(&decision.events, [])
    }

    /// The IMA's framework, with something in each list that an instrument asks about.
    fn whole() -> Framework {
        let mut framework = ima();
        let lists = [
            &mut framework.offers,
            &mut framework.assumptions,
            &mut framework.drivers,
        ];
        for list in lists.into_iter().filter(|list| list.is_empty()) {
            let text = "Something to ask about".to_owned();
            list.push(visioncast_model::Point { id: 1, text });
        }
        framework
    }

    #[test]
    fn every_template_begins_a_panel_in_every_language() {
        assert!(!all().is_empty(), "the file is in order");
        for template in all() {
            for language in Language::ALL {
                let panel = begun(template.created_for(whole(), language));
                assert_eq!(panel.framework(), &whole());
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
            let agenda = template.created_for(whole(), Language::English).agenda;
            agenda.iter().map(|(_, plan)| u32::from(plan.minutes)).sum()
        };
        assert_eq!(minutes("panel-90"), 90);
        assert_eq!(minutes("panel-45"), 45);
    }

    #[test]
    fn the_long_panel_uses_every_instrument_once_with_one_way_to_group_and_one_vote_on_themes() {
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
        // One way to group, and one to vote on themes, is enough for a day.
        let on_themes = |key: &&str| key.starts_with("themes-");
        assert_eq!(used.iter().filter(|key| on_themes(key)).count(), 1);
        let others = |keys: &mut dyn Iterator<Item = &'static str>| -> Vec<&'static str> {
            keys.filter(|key| !on_themes(key) && *key != "sorting").collect()
        };
        let mut used = others(&mut used.into_iter());
        used.sort_unstable();
        assert_eq!(used, others(&mut known.into_iter()));
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

    /// The words of a list, in order; a test that they are numbered so, too.
    fn words(list: List) -> Vec<String> {
        let framework = ima();
        let entries = framework.entries(list);
        assert!(entries.iter().map(|(id, _)| *id).eq(1..=entries.len() as u16), "{list}");
        entries.into_iter().map(|(_, words)| words.to_owned()).collect()
    }

    #[test]
    fn the_file_is_as_the_program_writes_it() {
        let read = read_framework(IMA.as_bytes()).expect("it has no fault");
        assert!(
            !read.changed_by_hand,
            "write its hash anew: {:?}",
            FrameworkHash::of(&read.framework)
        );
        let written = framework_file(&read.framework).expect("it is written");
        assert_eq!(String::from_utf8(written).expect("text"), IMA);
        assert_eq!(read.framework.version, 1);
    }

    #[test]
    fn the_ten_domains_have_their_names() {
        assert_eq!(
            words(List::Domains),
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
    }

    #[test]
    fn the_six_principles_stand_word_for_word() {
        assert_eq!(
            words(List::Principles),
            [
                "We exist to complement the work being done by people and organizations, offering shared \
                 resources and a space to elevate the field together",
                "Support and amplify what exists",
                "Breadth and Depth of Expertise in Mentoring",
                "It is not about being THE authority, it is about being a resource",
                "Connect, strengthen, celebrate",
                "Think “spotlight”, “megaphone”, and “bridge”, not ownership or control",
            ]
        );
    }

    #[test]
    fn the_assumptions_and_traits_are_the_papers() {
        assert_eq!(
            words(List::Assumptions),
            [
                "An association is a community, meaning there are opportunities for interaction, participation, and \
                 exchange",
                "Many effective associations are inclusive, collaborative, resourceful, visionary, advocates, and stewards",
                "For the IMA, this means being the connective tissue of the mentoring field. It does not mean the IMA is \
                 the keeper of the field",
            ]
        );
        assert_eq!(
            words(List::Traits),
            [
                "inclusive",
                "collaborative",
                "resourceful",
                "visionary",
                "advocates",
                "stewards"
            ]
        );
    }

    /// Table 1 of the paper, with its capitals.
    #[test]
    fn the_constituencies_want_what_is_recorded() {
        let rows: Vec<(u16, String, Vec<String>)> = ima()
            .constituencies
            .into_iter()
            .map(|constituency| (constituency.id.0, constituency.name, constituency.wants))
            .collect();
        let expected: [(&str, &[&str]); 8] = [
            (
                "Researchers and Academics",
                &["Data sets", "Study participants", "Research dissemination"],
            ),
            (
                "Companies and Organizations",
                &[
                    "Training and development",
                    "Best practices",
                    "“Business Case” data",
                    "Program accreditation",
                ],
            ),
            (
                "Program Administrators",
                &[
                    "Certification",
                    "Training and Development",
                    "Community",
                    "Program accreditation",
                ],
            ),
            (
                "Mentoring Platforms",
                &["Clients", "Accreditation", "Events/Platforms", "Communication"],
            ),
            ("Consultants and Speakers", &["Clients", "Best Practices", "Research"]),
            ("Not-for-Profit", &[]),
            ("Thought Leaders", &[]),
            ("Sponsors", &[]),
        ];
        let expected = (1..).zip(expected).map(|(id, (name, wants))| {
            let wants = wants.iter().map(|want| (*want).to_owned()).collect();
            (id, name.to_owned(), wants)
        });
        assert_eq!(rows, expected.collect::<Vec<_>>());
    }

    #[test]
    fn what_exists_and_who_is_near() {
        assert_eq!(
            words(List::Offers),
            [
                "Consultant directory",
                "Speaker directory",
                "Mentor Connect, the official magazine of IMA",
                "Program accreditation and standards, with gold and silver credentialing",
                "Conferences",
            ]
        );
        assert_eq!(
            words(List::Neighbours),
            [
                "University of New Mexico’s Mentoring Institute",
                "National Academies Science of Effective Mentorship in STEMM",
                "European Mentoring and Coaching Council (EMCC)",
            ]
        );
        assert_eq!(
            ima().home,
            "University of Florida Clinical and Translational Science Institute (CTSI)"
        );
    }

    #[test]
    fn the_eight_steps_and_what_makes_them_urgent() {
        let steps: Vec<(u16, String, bool)> = ima()
            .steps
            .into_iter()
            .map(|step| (step.number, step.name, step.later))
            .collect();
        let expected = [
            "Create a sense of urgency",
            "Build a guiding coalition",
            "Form a strategic vision",
            "Enlist a volunteer army",
            "Enable action by removing barriers",
            "Generate short-term wins",
            "Sustain acceleration",
            "Institute change",
        ];
        let expected = (1..)
            .zip(expected)
            .map(|(number, name)| (number, name.to_owned(), number > 4));
        assert_eq!(steps, expected.collect::<Vec<_>>());
        assert_eq!(
            words(List::Drivers),
            [
                "The COVID-19 Pandemic disrupted work and influenced electronic mentoring",
                "The rise of generative artificial intelligence is impacting work responsibilities and relationships",
            ]
        );
        assert_eq!(
            words(List::Competencies),
            [
                "Enhancing Work-Life Integration",
                "Cultivating Ethical Behavior",
                "Supporting Well-being"
            ]
        );
    }

    #[test]
    fn vision_and_mission_are_todays_and_no_scope_is_recorded() {
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
        assert_eq!(ima().scope, "");
    }
}
