//! Prepared instruments: what a facilitator puts on an agenda with one click, and what templates are made of. They are data
//! (`templates/instruments.json`), in every language that screens speak.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use uuid::Uuid;
use visioncast_app::page::Group;
use visioncast_model::{ActivityId, Framework, Items, Judgement, Kind, Language, Plan, Scale, Survey, Wording};

const FILE: &str = include_str!("../templates/instruments.json");
/// The version of the file that is read here.
const VERSION: u32 = 1;
/// Stands in the file for the item of the agenda whose ideas are asked about.
const CHOSEN: ActivityId = ActivityId(Uuid::nil());

/// The same in each language that somebody wrote it in.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Said(BTreeMap<Language, String>);

impl Said {
    /// In that language, else in English.
    pub(crate) fn text(&self, language: Language) -> &str {
        let said = self.0.get(&language).or_else(|| self.0.get(&Language::English));
        said.map(String::as_str).unwrap_or_default()
    }
}

/// A prepared item of an agenda.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Instrument {
    /// What forms and templates call it.
    pub(crate) key: String,
    /// Where it stands in the list.
    pub(crate) group: Group,
    /// One line on what it is for.
    pub(crate) about: Said,
    /// How long it takes.
    pub(crate) minutes: u16,
    #[serde(flatten)]
    pub(crate) sketch: Sketch,
}

/// A plan as the files hold it: with holes for what the framework says.
///
/// `{name}`, `{vision}`, `{mission}`, `{scope}` and `{principle 4}` are filled from the framework; `{no scope}` with nothing,
/// where it has no scope. A line with a hole that cannot be filled is left out. `{domains}` alone in a list of options
/// stands for the names of all domains.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Sketch {
    pub(crate) name: Said,
    question: String,
    #[serde(default)]
    instructions: String,
    #[serde(default)]
    notes: Said,
    kind: Kind,
    /// The same in other languages, by their tags.
    #[serde(flatten)]
    other: BTreeMap<Language, Wording>,
}

#[derive(Deserialize)]
struct File {
    version: u32,
    instruments: Vec<Instrument>,
}

/// All of them, in the order of the list.
pub(crate) fn all() -> &'static [Instrument] {
    // A test reads the file; should it ever be wrong all the same, a panel can still be held.
    static ALL: LazyLock<Vec<Instrument>> = LazyLock::new(|| match serde_json::from_str::<File>(FILE) {
        Ok(file) if file.version == VERSION => file.instruments,
        _ => Vec::new(),
    });
    &ALL
}

/// The one with that key.
pub(crate) fn find(key: &str) -> Option<&'static Instrument> {
    all().iter().find(|instrument| instrument.key == key)
}

impl Sketch {
    /// Whether it asks about what people wrote to another item.
    pub(crate) const fn takes_ideas(&self) -> bool {
        matches!(
            self.kind,
            Kind::Judgement(_)
                | Kind::Grouping(_)
                | Kind::Survey(Survey {
                    items: Items::Ideas(_) | Items::Themes(_),
                    ..
                })
        )
    }

    /// Whether it asks about the themes that these ideas were put together to, or puts them together.
    pub(crate) const fn takes_themes(&self) -> bool {
        matches!(
            self.kind,
            Kind::Grouping(_)
                | Kind::Survey(Survey {
                    items: Items::Themes(_),
                    ..
                })
        )
    }

    /// Whether `framework` has what it asks about.
    pub(crate) fn fits(&self, framework: &Framework) -> bool {
        if filled(&self.question, framework).is_empty() {
            return false;
        }
        match &self.kind {
            Kind::Survey(survey) => {
                let asks = self.takes_ideas() || !survey.items.listed(framework).is_empty();
                asks && options_of(&survey.scale, framework).is_none_or(|options| options.len() >= 2)
            }
            _ => true,
        }
    }

    /// The plan, as it is with that framework. Its title and notes are in `language`, its question in every one. `of` is the
    /// item whose ideas it asks about, where it asks about any.
    pub(crate) fn plan(&self, framework: &Framework, language: Language, minutes: u16, of: Option<ActivityId>) -> Plan {
        let fill = |text: &str| filled(text, framework);
        let each = |texts: &[String]| {
            let texts = texts.iter().map(|text| fill(text));
            texts.filter(|text| !text.is_empty()).collect()
        };
        let mut plan = Plan::new(
            self.name.text(language),
            fill(&self.question),
            minutes,
            self.kind.clone(),
        );
        plan.instructions = fill(&self.instructions);
        plan.notes = self.notes.text(language).to_owned();
        match &mut plan.kind {
            Kind::Prompt(prompt) => prompt.probes = each(&prompt.probes),
            Kind::Judgement(Judgement { prompt }) => *prompt = of.unwrap_or(CHOSEN),
            Kind::Survey(survey) => {
                if let Some(source) = survey.items.source_mut() {
                    *source = of.unwrap_or(CHOSEN);
                }
                let names = options_of(&survey.scale, framework);
                if let (Scale::Choice { options, .. } | Scale::Ranking { options, .. }, Some(names)) =
                    (&mut survey.scale, names)
                {
                    *options = names;
                }
                if let Scale::Ranking { options, most } = &mut survey.scale {
                    *most = (*most).min(options.len() as u8);
                }
            }
            Kind::Grouping(grouping) => grouping.prompt = of.unwrap_or(CHOSEN),
            Kind::Reflection(_) | Kind::Volunteers => {}
        }
        let translated = |(language, wording): (&Language, &Wording)| {
            let wording = Wording {
                question: fill(&wording.question),
                instructions: fill(&wording.instructions),
                probes: each(&wording.probes),
                options: expanded(&wording.options, framework),
                ..wording.clone()
            };
            (*language, wording)
        };
        plan.translations = self.other.iter().map(translated).collect();
        plan
    }
}

/// The options of a scale that has some of its own.
fn options_of(scale: &Scale, framework: &Framework) -> Option<Vec<String>> {
    match scale {
        Scale::Choice { options, .. } | Scale::Ranking { options, .. } => Some(expanded(options, framework)),
        _ => None,
    }
}

fn expanded(options: &[String], framework: &Framework) -> Vec<String> {
    let names = || framework.domains.iter().map(|domain| domain.name.clone());
    match options {
        [all] if all == "{domains}" => names().take(visioncast_model::OPTIONS).collect(),
        options => options.to_vec(),
    }
}

/// `text` with its holes filled, without the lines that have one that cannot be.
fn filled(text: &str, framework: &Framework) -> String {
    let lines: Vec<String> = text.lines().filter_map(|line| filled_line(line, framework)).collect();
    lines.join("\n")
}

fn filled_line(line: &str, framework: &Framework) -> Option<String> {
    let mut pieces = line.split('{');
    let mut filled = pieces.next()?.to_owned();
    for piece in pieces {
        let (hole, rest) = piece.split_once('}')?;
        let value = match hole.split_once(' ') {
            Some(("no", "scope")) => {
                if !framework.scope.is_empty() {
                    return None;
                }
                ""
            }
            Some(("principle", number)) => &framework.principle(number.parse().ok()?)?.text,
            _ => {
                let value = match hole {
                    "name" => &framework.name,
                    "vision" => &framework.vision,
                    "mission" => &framework.mission,
                    "scope" => &framework.scope,
                    _ => return None,
                };
                if value.is_empty() {
                    return None;
                }
                value
            }
        };
        filled.push_str(value);
        filled.push_str(rest);
    }
    Some(filled)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use visioncast_app::{draft::Draft, language::speaking};
    use visioncast_model::Principle;

    use super::*;
    use crate::templates;

    #[test]
    fn the_file_is_read_and_every_key_stands_once() {
        let file: File = serde_json::from_str(FILE).expect("the file is in order");
        assert_eq!(file.version, VERSION);
        let keys: BTreeSet<&str> = all().iter().map(|instrument| instrument.key.as_str()).collect();
        assert_eq!(keys.len(), file.instruments.len());
        assert!(!keys.is_empty());
    }

    #[test]
    fn everything_that_the_room_reads_is_there_in_every_language() {
        for instrument in all() {
            let key = &instrument.key;
            for said in [&instrument.sketch.name, &instrument.about] {
                assert_eq!(said.0.len(), Language::ALL.len(), "{key}");
            }
            let plan = instrument.sketch.plan(&templates::ima(), Language::English, 1, None);
            let wording = &plan.translations[&Language::Spanish];
            let pairs = [
                (&plan.question, &wording.question),
                (&plan.instructions, &wording.instructions),
            ];
            for (one, other) in pairs {
                assert_eq!(one.is_empty(), other.is_empty(), "{key}: {one}");
            }
            let probes = match &plan.kind {
                Kind::Prompt(prompt) => prompt.probes.len(),
                Kind::Reflection(reflection) => reflection.probes.len(),
                _ => 0,
            };
            assert_eq!(wording.probes.len(), probes, "{key}");
            if let Kind::Survey(survey) = &plan.kind {
                assert_eq!(survey.reason.is_none(), wording.reason.is_empty(), "{key}");
                assert_eq!(survey.additions.is_none(), wording.additions.is_empty(), "{key}");
                let options = match &survey.scale {
                    Scale::Rating { .. } => 2,
                    Scale::Choice { options, .. } | Scale::Ranking { options, .. } => options.len(),
                    _ => 0,
                };
                assert_eq!(wording.options.len(), options, "{key}");
            }
        }
    }

    #[test]
    fn a_plan_that_goes_through_its_form_stays_as_it_is() {
        for instrument in all() {
            let plan = instrument.sketch.plan(&templates::ima(), Language::English, 5, None);
            let through = speaking(Language::English, || Draft::of(&plan).plan(&plan));
            assert_eq!(through.as_ref(), Ok(&plan), "{}", instrument.key);
        }
    }

    #[test]
    fn a_line_whose_hole_cannot_be_filled_is_left_out() {
        let mut framework = Framework {
            name: "An association".to_owned(),
            ..Framework::default()
        };
        let text = "About {name}.\nBeside “{principle 4}”.\n{no scope}Nothing is written.";
        assert_eq!(filled(text, &framework), "About An association.\nNothing is written.");
        framework.principles.push(Principle {
            number: 4,
            text: "Be a resource".to_owned(),
        });
        framework.scope = "All of it".to_owned();
        assert_eq!(
            filled(text, &framework),
            "About An association.\nBeside “Be a resource”."
        );
    }

    #[test]
    fn what_a_framework_lacks_is_not_asked_about() {
        let bare = Framework::default();
        let lacking: Vec<&str> = all()
            .iter()
            .filter(|instrument| !instrument.sketch.fits(&bare))
            .map(|instrument| instrument.key.as_str())
            .collect();
        assert_eq!(
            lacking,
            ["mandate", "map", "ranking", "wants", "offers", "assumptions", "urgency"]
        );
    }

    #[test]
    fn what_must_be_done_has_its_threshold_before_the_vote() {
        let mandate = find("mandate").expect("it is prepared");
        let Kind::Survey(survey) = &mandate.sketch.kind else {
            panic!("it is a survey")
        };
        assert_eq!((survey.threshold, &survey.scale), (75, &Scale::Mandate));
        assert!(survey.reason.is_some());
    }
}
