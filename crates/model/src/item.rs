use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{ConstituencyId, DomainId, IdeaId, ThemeId};

/// One of the things that a survey asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemId {
    /// The survey's question itself.
    Question,
    /// A domain.
    Domain(DomainId),
    /// A principle in a domain: its number, and the domain.
    Cell(u16, DomainId),
    /// A constituency, in all.
    Constituency(ConstituencyId),
    /// What a constituency is believed to want: its place in the list, from 0.
    Want(ConstituencyId, u16),
    /// What the association offers.
    Offer(u16),
    /// What it takes an association to be.
    Assumption(u16),
    /// What makes an association effective.
    Trait(u16),
    /// What makes change urgent.
    Driver(u16),
    /// What people need now.
    Competency(u16),
    /// Something that somebody wrote.
    Idea(IdeaId),
    /// One of the survey's own statements: its place, from 0.
    Own(u16),
    /// A theme.
    Theme(ThemeId),
}

impl fmt::Display for ItemId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question => formatter.write_str("question"),
            Self::Domain(domain) => write!(formatter, "domain-{domain}"),
            Self::Cell(principle, domain) => write!(formatter, "cell-{principle}-{domain}"),
            Self::Constituency(constituency) => write!(formatter, "constituency-{constituency}"),
            Self::Want(constituency, place) => write!(formatter, "want-{constituency}-{place}"),
            Self::Offer(id) => write!(formatter, "offer-{id}"),
            Self::Assumption(id) => write!(formatter, "assumption-{id}"),
            Self::Trait(id) => write!(formatter, "trait-{id}"),
            Self::Driver(id) => write!(formatter, "driver-{id}"),
            Self::Competency(id) => write!(formatter, "competency-{id}"),
            Self::Idea(idea) => write!(formatter, "idea-{idea}"),
            Self::Own(place) => write!(formatter, "own-{place}"),
            Self::Theme(theme) => write!(formatter, "theme-{theme}"),
        }
    }
}

/// A text that names no item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this names nothing that a survey asks about")]
pub struct NoItem;

impl FromStr for ItemId {
    type Err = NoItem;

    fn from_str(text: &str) -> Result<Self, NoItem> {
        if text == "question" {
            return Ok(Self::Question);
        }
        let (kind, rest) = text.split_once('-').ok_or(NoItem)?;
        let number = |text: &str| text.parse::<u16>().map_err(|_| NoItem);
        let two = || {
            let (first, second) = rest.split_once('-').ok_or(NoItem)?;
            Ok((number(first)?, number(second)?))
        };
        Ok(match kind {
            "domain" => Self::Domain(DomainId(number(rest)?)),
            "cell" => {
                let (principle, domain) = two()?;
                Self::Cell(principle, DomainId(domain))
            }
            "constituency" => Self::Constituency(ConstituencyId(number(rest)?)),
            "want" => {
                let (constituency, place) = two()?;
                Self::Want(ConstituencyId(constituency), place)
            }
            "offer" => Self::Offer(number(rest)?),
            "assumption" => Self::Assumption(number(rest)?),
            "trait" => Self::Trait(number(rest)?),
            "driver" => Self::Driver(number(rest)?),
            "competency" => Self::Competency(number(rest)?),
            "idea" => Self::Idea(rest.parse().map_err(|_| NoItem)?),
            "own" => Self::Own(number(rest)?),
            "theme" => Self::Theme(rest.parse().map_err(|_| NoItem)?),
            _ => return Err(NoItem),
        })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_item_is_read_as_it_is_written() {
        let items = [
            ItemId::Question,
            ItemId::Domain(DomainId(3)),
            ItemId::Cell(6, DomainId(10)),
            ItemId::Constituency(ConstituencyId(8)),
            ItemId::Want(ConstituencyId(2), 0),
            ItemId::Offer(1),
            ItemId::Assumption(2),
            ItemId::Trait(3),
            ItemId::Driver(4),
            ItemId::Competency(5),
            ItemId::Idea(IdeaId(Uuid::from_u128(77))),
            ItemId::Own(9),
            ItemId::Theme(ThemeId(Uuid::from_u128(78))),
        ];
        for item in items {
            assert_eq!(item.to_string().parse(), Ok(item));
        }
        for wrong in ["", "cell-1", "cell--2", "own-99999", "idea-x", "Domain-1"] {
            assert_eq!(wrong.parse::<ItemId>(), Err(NoItem), "{wrong}");
        }
    }
}
