//! An item of the agenda as its form holds it: every field by its name. A plan becomes a draft to be changed, what was typed
//! becomes a plan, and what was refused is shown again as it was typed.

mod names;

use visioncast_model::{
    ActivityId, Arrivals, Aspect, Current, DOTS, DOTS_EACH, DomainId, Grouping, HANDFULS, Items, Kind, LINE_CHARS,
    Language, OPTIONS, Plan, Prompt, QUESTION_CHARS, RATING_POINTS, Scale, Sorters, Survey, TextError, Wording,
    checked_line, checked_words,
};

use crate::language::Sheet;

pub use names::{aspect_name, in_language, items_name, scale_name, sorters_name};

/// The longest that an item is planned for, in minutes.
pub const MINUTES: u16 = 180;
/// The longest grace, in seconds.
pub const GRACE: u16 = 600;
/// The most items that a survey deals to a person at a time.
pub const EACH: u16 = 20;

/// The fields of a form, in its order; a name may stand several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft(Vec<(String, String)>);

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// Its name.
    pub name: &'static str,
    /// What people call it.
    pub label: Sheet,
    /// Why it is not taken.
    pub why: Why,
}

/// See [`Odd`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is no number, or one out of this range.
    Number {
        /// The least that is taken.
        least: u16,
        /// The most that is taken.
        most: u16,
    },
    /// It is no text that is taken.
    Text(TextError),
}

impl From<Vec<(String, String)>> for Draft {
    fn from(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }
}

impl Draft {
    /// The form of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut draft = Self::default();
        draft.put("title", &plan.title);
        draft.put("question", &plan.question);
        draft.put("minutes", plan.minutes.to_string());
        draft.put("instructions", &plan.instructions);
        draft.put("notes", &plan.notes);
        draft.put("grace", plan.grace.map(|grace| grace.to_string()).unwrap_or_default());
        match &plan.kind {
            Kind::Prompt(prompt) => {
                draft.put("probes", prompt.probes.join("\n"));
                let at_reveal = prompt.arrivals == Arrivals::AtReveal;
                draft.put("arrivals", if at_reveal { "at_reveal" } else { "live" });
                draft.put_all("domain", prompt.domains.iter().map(ToString::to_string));
                draft.put_all("ask", prompt.asks.iter().map(|aspect| aspect_name(*aspect).to_owned()));
            }
            Kind::Reflection(reflection) => draft.put("probes", reflection.probes.join("\n")),
            Kind::Survey(survey) => draft.put_survey(survey),
            Kind::Grouping(grouping) => {
                draft.put("by", sorters_name(grouping.by));
                draft.put("handful", grouping.handful.to_string());
            }
            Kind::Judgement(_) | Kind::Volunteers => {}
        }
        for (language, wording) in &plan.translations {
            let lists = [
                ("probes", &wording.probes),
                ("statements", &wording.statements),
                ("options", &wording.options),
            ];
            let lines = lists.map(|(name, list)| (name, list.join("\n")));
            let texts = [
                ("question", &wording.question),
                ("instructions", &wording.instructions),
                ("reason", &wording.reason),
                ("additions", &wording.additions),
            ];
            let texts = texts.map(|(name, text)| (name, text.clone()));
            for (name, text) in texts.into_iter().chain(lines) {
                draft.put(&in_language(*language, name), text);
            }
        }
        draft
    }

    fn put_survey(&mut self, survey: &Survey) {
        self.put("items", items_name(&survey.items));
        match &survey.items {
            Items::Domains(domains) => self.put_all("domain", domains.iter().map(ToString::to_string)),
            Items::Own(statements) => self.put("statements", statements.join("\n")),
            _ => {}
        }
        self.put("scale", scale_name(&survey.scale));
        match &survey.scale {
            Scale::Rating { points, low, high } => {
                self.put("points", points.to_string());
                self.put("low", low);
                self.put("high", high);
            }
            Scale::Choice { options, several } => {
                self.put("options", options.join("\n"));
                self.put("several", if *several { "yes" } else { "no" });
            }
            Scale::Ranking { options, most } => {
                self.put("options", options.join("\n"));
                self.put("most", most.to_string());
            }
            Scale::Dots { budget, cap } => {
                self.put("budget", budget.to_string());
                self.put("cap", cap.to_string());
            }
            Scale::Places { most } => self.put("places", most.to_string()),
            _ => {}
        }
        self.put("each", survey.each.to_string());
        self.put("threshold", survey.threshold.to_string());
        self.put("reason", survey.reason.as_deref().unwrap_or_default());
        self.put("additions", survey.additions.as_deref().unwrap_or_default());
    }

    fn put(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    fn put_all(&mut self, name: &str, values: impl Iterator<Item = String>) {
        self.0.extend(values.map(|value| (name.to_owned(), value)));
    }

    /// What a field says; empty where it is missing.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Whether a field of that name says `value`: a box is ticked, a choice is made.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|known| known == value)
    }

    /// Everything that fields of that name say.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The lines of a field, without empty ones.
    fn lines(&self, name: &str) -> Vec<String> {
        let lines = self.text(name).lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// The lines of a translation: an empty one says that this line is not translated.
    fn places(&self, name: &str) -> Vec<String> {
        let mut lines: Vec<String> = self.text(name).lines().map(|line| line.trim().to_owned()).collect();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        lines
    }

    fn number(&self, name: &'static str, label: Sheet, range: (u16, u16)) -> Result<u16, Odd> {
        let (least, most) = range;
        let text = self.text(name).trim();
        let number = if text.is_empty() { Ok(least) } else { text.parse() };
        number.ok().filter(|number| (least..=most).contains(number)).ok_or(Odd {
            name,
            label,
            why: Why::Number { least, most },
        })
    }

    fn line(&self, name: &'static str, label: Sheet) -> Result<String, Odd> {
        checked_line(self.text(name), LINE_CHARS).map_err(|why| odd(name, label, why))
    }

    fn line_if_any(&self, name: &'static str, label: Sheet) -> Result<Option<String>, Odd> {
        match self.text(name).trim() {
            "" => Ok(None),
            _ => self.line(name, label).map(Some),
        }
    }

    fn list(&self, name: &'static str, label: Sheet, limit: usize) -> Result<Vec<String>, Odd> {
        let lines = self.lines(name);
        for line in &lines {
            checked_line(line, limit).map_err(|why| odd(name, label, why))?;
        }
        Ok(lines)
    }

    /// What was typed, as a plan of the kind that `known` is of.
    ///
    /// # Errors
    /// The first field that cannot be taken.
    pub fn plan(&self, known: &Plan) -> Result<Plan, Odd> {
        let question = checked_words(self.text("question"), QUESTION_CHARS);
        let instructions = match self.text("instructions").trim() {
            "" => Ok(String::new()),
            words => checked_words(words, QUESTION_CHARS),
        };
        let grace = match self.text("grace").trim() {
            "" => None,
            _ => Some(self.number("grace", Sheet::ClosesByItself, (0, GRACE))?),
        };
        Ok(Plan {
            title: self.line("title", Sheet::Title)?,
            question: question.map_err(|why| odd("question", Sheet::Question, why))?,
            minutes: self.number("minutes", Sheet::Minutes, (0, MINUTES))?,
            kind: self.kind(&known.kind)?,
            instructions: instructions.map_err(|why| odd("instructions", Sheet::Instructions, why))?,
            notes: self.text("notes").replace("\r\n", "\n").trim().to_owned(),
            grace,
            again: known.again,
            translations: Language::ALL
                .into_iter()
                .filter_map(|language| Some((language, self.wording(language)?)))
                .collect(),
        })
    }

    fn kind(&self, known: &Kind) -> Result<Kind, Odd> {
        let probes = || self.list("probes", Sheet::QuestionsThatHelp, QUESTION_CHARS);
        Ok(match known {
            Kind::Prompt(_) => Kind::Prompt(Prompt {
                probes: probes()?,
                domains: self.domains(),
                arrivals: match self.text("arrivals") {
                    "at_reveal" => Arrivals::AtReveal,
                    _ => Arrivals::Live,
                },
                asks: Aspect::ALL
                    .into_iter()
                    .filter(|aspect| self.has("ask", aspect_name(*aspect)))
                    .collect(),
            }),
            Kind::Reflection(_) => Kind::Reflection(visioncast_model::Reflection { probes: probes()? }),
            Kind::Survey(survey) => Kind::Survey(self.survey(survey)?),
            Kind::Grouping(grouping) => Kind::Grouping(Grouping {
                handful: match self.text("handful").trim() {
                    "" => grouping.handful,
                    _ => {
                        let range = (u16::from(*HANDFULS.start()), u16::from(*HANDFULS.end()));
                        self.number("handful", Sheet::HandfulOf, range)? as u8
                    }
                },
                by: match self.text("by") {
                    "everybody" => Sorters::Everybody,
                    "alone" => Sorters::Alone,
                    _ => Sorters::Panel,
                },
                ..grouping.clone()
            }),
            Kind::Judgement(_) | Kind::Volunteers => known.clone(),
        })
    }

    fn survey(&self, known: &Survey) -> Result<Survey, Odd> {
        Ok(Survey {
            items: self.items(&known.items)?,
            scale: self.scale(&known.scale)?,
            each: self.number("each", Sheet::HowManyEach, (0, EACH))?,
            reason: self.line_if_any("reason", Sheet::ReasonAsked)?,
            additions: self.line_if_any("additions", Sheet::AdditionsAsked)?,
            threshold: self.number("threshold", Sheet::Threshold, (0, 100))? as u8,
        })
    }

    fn items(&self, known: &Items) -> Result<Items, Odd> {
        Ok(match self.text("items") {
            "question" => Items::Question,
            "domains" => Items::Domains(self.domains()),
            "map" => Items::Map,
            "wants" => Items::Wants,
            "vision" => Items::Current(Current::Vision),
            "mission" => Items::Current(Current::Mission),
            "scope" => Items::Current(Current::Scope),
            "offers" => Items::Offers,
            "assumptions" => Items::Assumptions,
            "urgency" => Items::Urgency,
            "own" => Items::Own(self.list("statements", Sheet::Statements, QUESTION_CHARS)?),
            other => {
                let of = |kind| {
                    let id = other.strip_prefix(kind)?;
                    id.parse::<ActivityId>().ok()
                };
                match (of("ideas."), of("themes.")) {
                    (Some(activity), _) => Items::Ideas(activity),
                    (_, Some(activity)) => Items::Themes(activity),
                    _ => known.clone(),
                }
            }
        })
    }

    fn scale(&self, known: &Scale) -> Result<Scale, Odd> {
        let options = || self.list("options", Sheet::Options, LINE_CHARS);
        Ok(match self.text("scale") {
            "mandate" => Scale::Mandate,
            "link" => Scale::Link,
            "verdict" => Scale::Verdict,
            "confirm" => Scale::Confirm,
            "carry" => Scale::Carry,
            "gradient" => Scale::Gradient,
            "rating" => Scale::Rating {
                points: self.number("points", Sheet::Points, (2, RATING_POINTS.into()))? as u8,
                low: self.line("low", Sheet::LowEnd)?,
                high: self.line("high", Sheet::HighEnd)?,
            },
            "choice" => Scale::Choice {
                options: options()?,
                several: self.has("several", "yes"),
            },
            "ranking" => Scale::Ranking {
                options: options()?,
                most: self.number("most", Sheet::HowManyRanked, (1, OPTIONS as u16))? as u8,
            },
            "opinion" => Scale::Opinion,
            "dots" => Scale::Dots {
                budget: self.number("budget", Sheet::DotsForEach, (1, DOTS.into()))? as u8,
                cap: self.number("cap", Sheet::DotsOnOne, (1, DOTS_EACH.into()))? as u8,
            },
            "places" => Scale::Places {
                most: self.number("places", Sheet::PlacesToGive, (1, DOTS_EACH.into()))? as u8,
            },
            _ => known.clone(),
        })
    }

    fn domains(&self) -> Vec<DomainId> {
        self.all("domain")
            .filter_map(|id| id.parse().ok())
            .map(DomainId)
            .collect()
    }

    /// The wording in another language; none where nothing was written in it.
    fn wording(&self, language: Language) -> Option<Wording> {
        let text = |name: &str| {
            self.text(&in_language(language, name))
                .replace("\r\n", "\n")
                .trim()
                .to_owned()
        };
        let places = |name: &str| self.places(&in_language(language, name));
        let wording = Wording {
            question: text("question"),
            instructions: text("instructions"),
            probes: places("probes"),
            statements: places("statements"),
            options: places("options"),
            reason: text("reason"),
            additions: text("additions"),
        };
        (wording != Wording::default()).then_some(wording)
    }
}

const fn odd(name: &'static str, label: Sheet, why: TextError) -> Odd {
    Odd {
        name,
        label,
        why: Why::Text(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::default();
        for (name, value) in fields {
            draft.put(name, *value);
        }
        draft
    }

    fn plan() -> Plan {
        let survey = Survey {
            items: Items::Own(vec!["One".to_owned(), "Two".to_owned()]),
            scale: Scale::Rating {
                points: 5,
                low: "Little".to_owned(),
                high: "Much".to_owned(),
            },
            each: 2,
            reason: Some("Why?".to_owned()),
            additions: None,
            threshold: 60,
        };
        Plan {
            grace: Some(30),
            notes: "Wait.\nThen go on.".to_owned(),
            ..Plan::new("A scale", "How far?", 4, Kind::Survey(survey))
        }
    }

    #[test]
    fn a_plan_is_read_back_from_its_form() {
        assert_eq!(Draft::of(&plan()).plan(&plan()), Ok(plan()));
    }

    #[test]
    fn a_field_that_cannot_be_taken_is_named() {
        let cases: [(&'static str, &str, Why); 6] = [
            ("title", " ", Why::Text(TextError::Empty)),
            (
                "minutes",
                "soon",
                Why::Number {
                    least: 0,
                    most: MINUTES,
                },
            ),
            (
                "minutes",
                "-1",
                Why::Number {
                    least: 0,
                    most: MINUTES,
                },
            ),
            ("grace", "601", Why::Number { least: 0, most: GRACE }),
            ("points", "1", Why::Number { least: 2, most: 10 }),
            ("low", "two\nlines", Why::Text(TextError::ControlCharacter)),
        ];
        for (name, value, why) in cases {
            let Draft(mut fields) = Draft::of(&plan());
            fields.retain(|(known, _)| known != name);
            fields.push((name.to_owned(), value.to_owned()));
            let refused = Draft(fields).plan(&plan()).expect_err(value);
            assert_eq!((refused.name, refused.why), (name, why), "{value}");
        }
    }

    #[test]
    fn a_line_that_is_not_translated_keeps_its_place() {
        let prompt = Plan::new("A", "B", 0, Kind::Prompt(Prompt::default()));
        let draft = typed(&[
            ("title", "A"),
            ("question", "B"),
            ("es.probes", "¿Uno?\r\n\r\n¿Tres?\r\n\r\n"),
        ]);
        let read = draft.plan(&prompt).expect("it is in order");
        assert_eq!(read.translations[&Language::Spanish].probes, ["¿Uno?", "", "¿Tres?"]);
        let none = typed(&[("title", "A"), ("question", "B"), ("es.question", "  ")]);
        assert!(none.plan(&prompt).expect("it is in order").translations.is_empty());
    }
}
