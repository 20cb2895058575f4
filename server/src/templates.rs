//! What a facilitator can begin with. Frameworks are data (`templates/*.json`), agendas are here.

use uuid::Uuid;
use visioncast_model::{
    ActivityId, Arrivals, Created, Framework, Integrity, JoinCode, Judgement, Kind, PanelId, Plan, Prompt,
};

const IMA: &str = include_str!("../templates/ima.json");

/// Something to begin with.
pub(crate) struct Template {
    /// What forms call it.
    pub(crate) key: &'static str,
    /// What people call it.
    pub(crate) name: &'static str,
    /// One line on it.
    pub(crate) summary: &'static str,
    /// The frame of its initiative.
    pub(crate) framework: Framework,
    agenda: fn(&Framework, &mut Mint<'_>) -> Agenda,
}

type Agenda = Vec<(ActivityId, Plan)>;
type Mint<'a> = dyn FnMut() -> ActivityId + 'a;

impl Template {
    /// A new panel of it; who begins it adds the panel's id, code, seed and capacity.
    pub(crate) fn created(&self) -> Created {
        let mut mint = || ActivityId(Uuid::new_v4());
        Created {
            panel: PanelId(Uuid::nil()),
            code: JoinCode::from_random(0),
            title: self.name.to_owned(),
            framework: self.framework.clone(),
            agenda: (self.agenda)(&self.framework, &mut mint),
            seed: 0,
            rehearsal: false,
            capacity: 0,
            integrity: Integrity::Open,
        }
    }
}

/// All templates, the usual one first.
pub(crate) fn all() -> Vec<Template> {
    // A test reads the file; should it ever be wrong all the same, a panel can still be held.
    let framework: Framework = serde_json::from_str(IMA).unwrap_or_default();
    vec![
        Template {
            key: "ima-panel",
            name: "IMA vision panel",
            summary: "What the IMA must and may do, domain by domain, and its vision: \
                      each with a blind vote.",
            framework: framework.clone(),
            agenda: panel,
        },
        Template {
            key: "blank",
            name: "One question",
            summary: "The IMA's domains and constituencies, and one question to begin with.",
            framework,
            agenda: blank,
        },
    ]
}

fn panel(framework: &Framework, mint: &mut Mint<'_>) -> Agenda {
    let (scope, vision) = (mint(), mint());
    let vision_question = format!(
        "Today's vision of the IMA is “{}”. Would you reaffirm it, revise it or re-conceptualise it, \
         and in which words?",
        framework.vision
    );
    vec![
        (
            scope,
            Plan {
                title: "What the IMA must and may do".to_owned(),
                question: "Choose a domain. What must the IMA do there, what may it do, and what is \
                           not the IMA's to do?"
                    .to_owned(),
                minutes: 8,
                kind: prompt(
                    Arrivals::Live,
                    &[
                        "What must the IMA do, because it would be missing otherwise?",
                        "What may it do, where others would welcome it?",
                        "What is not the IMA's to do, because others do it well already?",
                        "What would help you most in your own mentoring work?",
                    ],
                ),
            },
        ),
        (
            mint(),
            Plan {
                title: "Vote: what it must and may do".to_owned(),
                question: "People in this room wrote these. Do you agree?".to_owned(),
                minutes: 6,
                kind: Kind::Judgement(Judgement { prompt: scope }),
            },
        ),
        (
            vision,
            Plan {
                title: "The vision".to_owned(),
                question: vision_question,
                minutes: 6,
                kind: prompt(
                    Arrivals::AtReveal,
                    &[
                        "Which words would you keep?",
                        "Which words are missing?",
                        "How does it sit with the guiding principle “It is not about being THE \
                         authority, it is about being a resource”?",
                    ],
                ),
            },
        ),
        (
            mint(),
            Plan {
                title: "Vote: the vision".to_owned(),
                question: "These are the room's words for the vision. Do you agree?".to_owned(),
                minutes: 5,
                kind: Kind::Judgement(Judgement { prompt: vision }),
            },
        ),
    ]
}

fn blank(_: &Framework, mint: &mut Mint<'_>) -> Agenda {
    let plan = Plan {
        title: "First question".to_owned(),
        question: "What should we hear from you?".to_owned(),
        minutes: 5,
        kind: prompt(Arrivals::Live, &[]),
    };
    vec![(mint(), plan)]
}

fn prompt(arrivals: Arrivals, probes: &[&str]) -> Kind {
    let probes = probes.iter().map(|probe| (*probe).to_owned()).collect();
    Kind::Prompt(Prompt {
        probes,
        domains: Vec::new(),
        arrivals,
    })
}

#[cfg(test)]
mod tests {
    use visioncast_model::{Actor, Command, CommandId, Context, Outcome, Panel, Timestamp};

    use super::*;

    fn ima() -> Framework {
        serde_json::from_str(IMA).expect("the file is a framework")
    }

    #[test]
    fn every_template_begins_a_panel() {
        for template in all() {
            let created = Created {
                panel: PanelId(Uuid::new_v4()),
                capacity: 1,
                ..template.created()
            };
            let command = Command::Create(Box::new(created));
            let mut context = Context {
                now: Timestamp(0),
                fresh: &mut Uuid::new_v4,
            };
            let id = CommandId(Uuid::new_v4());
            let outcome = Panel::default().decide(Actor::System, id, &command, &mut context);
            let Ok(Outcome::New(decision)) = outcome else {
                panic!("{}: {outcome:?}", template.key)
            };
            let panel = Panel::replay(&decision.events, []);
            assert_eq!(panel.framework(), &ima());
            assert!(!panel.agenda().is_empty());
        }
    }

    #[test]
    fn two_panels_of_a_template_share_no_id() {
        let template = all().swap_remove(0);
        assert_ne!(template.created().agenda[0].0, template.created().agenda[0].0);
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
