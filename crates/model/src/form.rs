//! Forms that a phone fills in without knowing what they are: the server makes them, the model reads
//! them.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{ActivityId, DomainId, Grounds, Horizon, IdeaId, ItemId, Nature, PILES, Rejection, ThemeId};

/// The most fields of a form; the largest has some dozen.
const FIELDS: usize = 64;

/// A form as it was filled in: names and values, in the order of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The activity that it belongs to.
    pub activity: ActivityId,
    /// Its fields.
    pub fields: Vec<(String, String)>,
}

/// What a form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filled {
    /// What I answer to an item of a survey.
    Mark {
        item: ItemId,
        /// The options that I take, in my order.
        marks: Vec<u8>,
        /// Why; empty where I say nothing.
        reason: String,
        quotable: bool,
        /// The edition of the themes that I saw, where it is about one.
        edition: Option<u32>,
    },
    /// Whether the report may quote a reason of mine: I thought again.
    Requote { item: ItemId, quotable: bool },
    /// An idea about an item of a survey, or one that builds on another.
    Add {
        domain: Option<DomainId>,
        about: Option<ItemId>,
        builds_on: Option<IdeaId>,
        words: String,
        quotable: bool,
    },
    /// More about an idea of mine.
    Detail {
        idea: IdeaId,
        nature: Option<Nature>,
        horizon: Option<Horizon>,
        grounds: Option<Grounds>,
        /// A source; empty where I name none.
        reference: String,
        neighbour: Option<u16>,
    },
    /// Whether I would help with an idea.
    Help { idea: IdeaId, offered: bool },
    /// Where I would put an idea.
    Group {
        idea: IdeaId,
        /// In which theme; loose where none, and no name is given.
        theme: Option<ThemeId>,
        /// The name of a new theme for it; empty where it goes into one that is there.
        name: String,
        /// Another idea that is in no theme either, to make a new one of both.
        with: Option<IdeaId>,
    },
    /// What I made of a handful of ideas.
    Sort {
        /// The pile of each, by number; 0 for what belongs with nothing.
        put: Vec<(IdeaId, u8)>,
        /// What I call the piles.
        names: Vec<(u8, String)>,
    },
    /// A reflection of mine.
    Reflect {
        words: String,
        quotable: bool,
        /// My name, where it may be quoted with it; empty where not.
        name: String,
    },
}

impl Form {
    /// Reads what the form says: the field `kind` names it, the others are its parts. An empty field
    /// counts as none.
    ///
    /// # Errors
    /// [`Rejection::OddForm`] where a part is missing or makes no sense.
    pub(crate) fn read(&self) -> Result<Filled, Rejection> {
        if self.fields.len() > FIELDS {
            return Err(Rejection::OddForm);
        }
        Ok(match self.value("kind") {
            "mark" => Filled::Mark {
                item: self.needed("item")?,
                marks: self
                    .values("mark")
                    .map(|mark| mark.parse().map_err(|_| Rejection::OddForm))
                    .collect::<Result<_, _>>()?,
                reason: self.value("reason").to_owned(),
                quotable: self.yes("quotable"),
                edition: self.part("edition")?,
            },
            "requote" => Filled::Requote {
                item: self.needed("item")?,
                quotable: self.yes("quotable"),
            },
            "add" => Filled::Add {
                domain: self.number("domain")?.map(DomainId),
                about: self.part("about")?,
                builds_on: self.part("builds_on")?,
                words: self.value("words").to_owned(),
                quotable: self.yes("quotable"),
            },
            "detail" => Filled::Detail {
                idea: self.needed("idea")?,
                nature: match self.value("nature") {
                    "" => None,
                    "insight" => Some(Nature::Insight),
                    "strategy" => Some(Nature::Strategy),
                    _ => return Err(Rejection::OddForm),
                },
                horizon: match self.value("horizon") {
                    "" => None,
                    "now" => Some(Horizon::Now),
                    "future" => Some(Horizon::Future),
                    _ => return Err(Rejection::OddForm),
                },
                grounds: match self.value("grounds") {
                    "" => None,
                    "evidence" => Some(Grounds::Evidence),
                    "experience" => Some(Grounds::Experience),
                    "opinion" => Some(Grounds::Opinion),
                    _ => return Err(Rejection::OddForm),
                },
                reference: self.value("reference").to_owned(),
                neighbour: self.number("neighbour")?,
            },
            "help" => Filled::Help {
                idea: self.needed("idea")?,
                offered: self.yes("offered"),
            },
            "group" => Filled::Group {
                idea: self.needed("idea")?,
                theme: self.part("theme")?,
                name: self.value("name").to_owned(),
                with: self.part("with")?,
            },
            "sort" => Filled::Sort {
                put: self.numbered("put-")?,
                names: (1..=PILES)
                    .map(|pile| (pile, self.value(&format!("name-{pile}")).to_owned()))
                    .collect(),
            },
            "reflect" => {
                // Asked in words: never, without name, with name.
                let consent = self.value("consent");
                Filled::Reflect {
                    words: self.value("words").to_owned(),
                    quotable: matches!(consent, "without_name" | "with_name"),
                    name: if consent == "with_name" {
                        self.value("name").to_owned()
                    } else {
                        String::new()
                    },
                }
            }
            _ => return Err(Rejection::OddForm),
        })
    }

    fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields
            .iter()
            .filter(move |(known, value)| known == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// The fields that begin like this: what follows in their names, and the number in each.
    fn numbered<T: FromStr>(&self, prefix: &str) -> Result<Vec<(T, u8)>, Rejection> {
        let fields = self.fields.iter();
        let fields = fields.filter_map(|(name, value)| Some((name.strip_prefix(prefix)?, value)));
        fields
            .map(|(name, value)| {
                let name = name.parse().map_err(|_| Rejection::OddForm)?;
                Ok((name, value.parse().map_err(|_| Rejection::OddForm)?))
            })
            .collect()
    }

    fn value<'a>(&'a self, name: &'a str) -> &'a str {
        self.values(name).next().unwrap_or_default()
    }

    fn yes(&self, name: &str) -> bool {
        self.value(name) == "yes"
    }

    fn part<T: FromStr>(&self, name: &str) -> Result<Option<T>, Rejection> {
        match self.value(name) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Rejection::OddForm),
        }
    }

    fn number(&self, name: &str) -> Result<Option<u16>, Rejection> {
        self.part(name)
    }

    fn needed<T: FromStr>(&self, name: &str) -> Result<T, Rejection> {
        self.part(name)?.ok_or(Rejection::OddForm)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn form(fields: &[(&str, &str)]) -> Form {
        Form {
            activity: ActivityId(Uuid::nil()),
            fields: fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn a_ranking_keeps_its_order_and_leaves_empty_places_out() {
        let filled = form(&[
            ("kind", "mark"),
            ("item", "question"),
            ("mark", "2"),
            ("mark", ""),
            ("mark", "0"),
            ("quotable", "yes"),
        ]);
        let expected = Filled::Mark {
            item: ItemId::Question,
            marks: vec![2, 0],
            reason: String::new(),
            quotable: true,
            edition: None,
        };
        assert_eq!(filled.read(), Ok(expected));
    }

    #[test]
    fn a_name_without_consent_is_left_out() {
        let filled = form(&[
            ("kind", "reflect"),
            ("words", "It helped."),
            ("consent", "without_name"),
            ("name", "Ada"),
        ]);
        let expected = Filled::Reflect {
            words: "It helped.".to_owned(),
            quotable: true,
            name: String::new(),
        };
        assert_eq!(filled.read(), Ok(expected));
    }

    #[test]
    fn nonsense_is_refused() {
        for odd in [
            form(&[]),
            form(&[("kind", "mark"), ("mark", "0")]),
            form(&[("kind", "mark"), ("item", "question"), ("mark", "-1")]),
            form(&[("kind", "help"), ("idea", "7")]),
            form(&[
                ("kind", "detail"),
                ("idea", &Uuid::nil().to_string()),
                ("nature", "joke"),
            ]),
            form(&[("kind", "x"); FIELDS + 1]),
        ] {
            assert_eq!(odd.read(), Err(Rejection::OddForm), "{odd:?}");
        }
    }
}
