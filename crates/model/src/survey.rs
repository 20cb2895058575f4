//! Surveys: things to ask about, and a scale to answer on. Most instruments are one of these.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{ActivityId, Choice, DomainId, Framework, ItemId};

/// The most statements of a survey's own; more is no survey for a hall.
pub const OWN_ITEMS: usize = 40;
/// The most options of a choice or a ranking.
pub const OPTIONS: usize = 12;
/// The most steps of a rating.
pub const RATING_POINTS: u8 = 10;
/// The most dots that a person is given: more are counted by nobody.
pub const DOTS: u8 = 100;
/// The most dots that one person may put on one thing, and the most places that are given.
pub const DOTS_EACH: u8 = 12;
/// The most things that dots or places are given to: they are seen side by side on a phone.
pub const SHARED_ITEMS: usize = 60;

/// Things to ask about, each answered on the same scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// What is asked about.
    pub items: Items,
    /// What can be answered.
    pub scale: Scale,
    /// How many of the items are dealt to a person at a time, balanced over the room; all of them
    /// where 0.
    pub each: u16,
    /// What is asked beside each answer, for a line in one's own words; nothing where none.
    pub reason: Option<String>,
    /// What is asked at the end, for what the list lacks; nothing where none.
    pub additions: Option<String>,
    /// The share, in percent, at which something counts as said; set before the vote, 0 where none.
    pub threshold: u8,
}

/// What a survey asks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Items {
    /// Its question alone.
    Question,
    /// Domains; all of the framework's where empty.
    Domains(Vec<DomainId>),
    /// Every principle in every domain.
    Map,
    /// What each constituency is believed to want.
    Wants,
    /// Today's vision, mission or scope.
    Current(Current),
    /// What the association offers.
    Offers,
    /// What it takes an association to be, and what makes one effective.
    Assumptions,
    /// What makes change urgent, and what people need now.
    Urgency,
    /// What people wrote to another item of the agenda.
    Ideas(ActivityId),
    /// Statements of its own.
    Own(Vec<String>),
    /// The themes of a prompt, as they are when it opens.
    Themes(ActivityId),
}

/// Words that stand until the room finds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Current {
    /// Where the association wants to be.
    Vision,
    /// What it is for.
    Mission,
    /// What it does and does not do.
    Scope,
}

/// What can be answered. Answers are places in the list of options, from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// It must; it may; it is not the association's to do; unsure.
    Mandate,
    /// No link; a weak, a clear, a strong one; unsure.
    Link,
    /// Reaffirm; revise; re-conceptualise. Offered in random order.
    Verdict,
    /// Right; wrong; unsure.
    Confirm,
    /// It carries; it does not; unknown to me.
    Carry,
    /// Fully for it; for it with reservations; could live with it; needs more talk; against it.
    Gradient,
    /// So many points, from low to high.
    Rating {
        /// How many, at least two.
        points: u8,
        /// What the first one means.
        low: String,
        /// What the last one means.
        high: String,
    },
    /// One of the options, or several.
    Choice {
        /// The options.
        options: Vec<String>,
        /// Whether several may be taken.
        several: bool,
    },
    /// The best of the options, in order.
    Ranking {
        /// The options.
        options: Vec<String>,
        /// How many are ranked at the most.
        most: u8,
    },
    /// Agree; disagree; pass.
    Opinion,
    /// So many dots of a budget that holds for all items together.
    Dots {
        /// How many dots each person has.
        budget: u8,
        /// How many of them may go to one item.
        cap: u8,
    },
    /// No place; the first, the second, …: each place goes to one item.
    Places {
        /// How many places there are.
        most: u8,
    },
}

impl Scale {
    /// How many options there are.
    #[must_use]
    pub fn options(&self) -> usize {
        match self {
            Self::Mandate => 4,
            Self::Link | Self::Gradient => 5,
            Self::Verdict | Self::Confirm | Self::Carry | Self::Opinion => 3,
            Self::Dots { cap: most, .. } | Self::Places { most } => usize::from(*most) + 1,
            Self::Rating { points, .. } => usize::from(*points),
            Self::Choice { options, .. } | Self::Ranking { options, .. } => options.len(),
        }
    }

    /// What each option is called in files: for machines, and never translated.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let fixed: &[&str] = match self {
            Self::Mandate => &["must", "may", "not_ours", "unsure"],
            Self::Link => &["none", "weak", "clear", "strong", "unsure"],
            Self::Verdict => &["reaffirm", "revise", "reconceptualise"],
            Self::Confirm => &["right", "wrong", "unsure"],
            Self::Carry => &["carries", "does_not_carry", "unknown"],
            Self::Gradient => &["fully", "with_reservations", "can_live_with_it", "more_talk", "against"],
            Self::Opinion => &["agree", "disagree", "pass"],
            Self::Rating { points, .. } => return (1..=*points).map(|point| point.to_string()).collect(),
            Self::Dots { cap: most, .. } | Self::Places { most } => {
                return (0..=*most).map(|count| count.to_string()).collect();
            }
            Self::Choice { options, .. } | Self::Ranking { options, .. } => return options.clone(),
        };
        fixed.iter().map(|name| (*name).to_owned()).collect()
    }

    /// Whether `marks` is an answer: places that exist, none twice, as many as the scale takes.
    #[must_use]
    pub fn takes(&self, marks: &[u8]) -> bool {
        let most = match self {
            Self::Choice { options, several: true } => options.len(),
            Self::Ranking { most, .. } => usize::from(*most),
            _ => 1,
        };
        let different: BTreeSet<u8> = marks.iter().copied().collect();
        !marks.is_empty()
            && marks.len() <= most
            && different.len() == marks.len()
            && marks.iter().all(|mark| usize::from(*mark) < self.options())
    }

    /// Whether the order of its options could sway an answer: then it differs from person to person.
    #[must_use]
    pub const fn sways(&self) -> bool {
        matches!(self, Self::Verdict | Self::Ranking { .. })
    }

    /// Whether what one item gets is taken from the others: a person's answers are one whole.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        matches!(self, Self::Dots { .. } | Self::Places { .. })
    }

    /// Whether one can be for what it asks about, against it, or neither.
    #[must_use]
    pub const fn takes_sides(&self) -> bool {
        matches!(
            self,
            Self::Mandate
                | Self::Confirm
                | Self::Carry
                | Self::Gradient
                | Self::Opinion
                | Self::Dots { .. }
                | Self::Places { .. }
        )
    }

    /// On which side an answer is; none where the scale knows no sides.
    #[must_use]
    pub fn side(&self, marks: &[u8]) -> Option<Choice> {
        let sides = match self {
            Self::Mandate => &[Choice::Agree, Choice::Pass, Choice::Disagree, Choice::Pass][..],
            Self::Confirm | Self::Carry | Self::Opinion => &[Choice::Agree, Choice::Disagree, Choice::Pass],
            Self::Gradient => &[
                Choice::Agree,
                Choice::Agree,
                Choice::Pass,
                Choice::Disagree,
                Choice::Disagree,
            ],
            Self::Dots { .. } | Self::Places { .. } => &[Choice::Pass, Choice::Agree],
            Self::Link | Self::Verdict | Self::Rating { .. } | Self::Choice { .. } | Self::Ranking { .. } => &[],
        };
        let mark = usize::from(*marks.first()?);
        // With dots and places, whatever is not none is for it.
        let mark = if self.is_shared() { mark.min(1) } else { mark };
        sides.get(mark).copied()
    }

    /// What orders items by these counts: the dots; of places the points, as many for the first as there are places and one
    /// less for each further one (a truncated Borda count); else how many took the first option.
    #[must_use]
    pub fn points(&self, counts: &[u32]) -> u32 {
        let weighed = |weight: fn(u32, u32) -> u32, most: u8| {
            let given = (0..).zip(counts).skip(1);
            given.map(|(mark, count)| weight(mark, most.into()) * count).sum()
        };
        match self {
            Self::Dots { cap, .. } => weighed(|dots, _| dots, *cap),
            Self::Places { most } => weighed(|place, most| most + 1 - place.min(most), *most),
            _ => counts.first().copied().unwrap_or_default(),
        }
    }

    /// What an answer adds to each option: 1 where it is taken; in a ranking of at most `m`, `m` for
    /// the first place, one less for each further one (a truncated Borda count).
    #[must_use]
    pub fn weight(&self, place: usize) -> u32 {
        match self {
            Self::Ranking { most, .. } => u32::from(*most).saturating_sub(place as u32),
            _ => 1,
        }
    }
}

impl Items {
    /// The item of the agenda whose ideas or themes are asked about; none where it is none.
    #[must_use]
    pub const fn source(&self) -> Option<ActivityId> {
        match self {
            Self::Ideas(source) | Self::Themes(source) => Some(*source),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub const fn source_mut(&mut self) -> Option<&mut ActivityId> {
        match self {
            Self::Ideas(source) | Self::Themes(source) => Some(source),
            _ => None,
        }
    }

    /// The items that `framework` gives, in its order; those of [`Items::Ideas`] and
    /// [`Items::Themes`] come from the panel.
    #[must_use]
    pub fn listed(&self, framework: &Framework) -> Vec<ItemId> {
        let domains = || framework.domains.iter().map(|domain| domain.id);
        let points = |points: &[crate::Point], item: fn(u16) -> ItemId| -> Vec<ItemId> {
            points.iter().map(|point| item(point.id)).collect()
        };
        match self {
            Self::Question | Self::Current(_) => vec![ItemId::Question],
            Self::Domains(only) => domains()
                .filter(|id| only.is_empty() || only.contains(id))
                .map(ItemId::Domain)
                .collect(),
            Self::Map => framework
                .principles
                .iter()
                .flat_map(|principle| domains().map(|domain| ItemId::Cell(principle.number, domain)))
                .collect(),
            Self::Wants => framework
                .constituencies
                .iter()
                .flat_map(|constituency| {
                    (0..constituency.wants.len() as u16).map(|place| ItemId::Want(constituency.id, place))
                })
                .collect(),
            Self::Offers => points(&framework.offers, ItemId::Offer),
            Self::Assumptions => [
                points(&framework.assumptions, ItemId::Assumption),
                points(&framework.traits, ItemId::Trait),
            ]
            .concat(),
            Self::Urgency => [
                points(&framework.drivers, ItemId::Driver),
                points(&framework.competencies, ItemId::Competency),
            ]
            .concat(),
            Self::Own(statements) => (0..statements.len() as u16).map(ItemId::Own).collect(),
            Self::Ideas(_) | Self::Themes(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_has_a_name() {
        let rating = Scale::Rating {
            points: 7,
            low: String::new(),
            high: String::new(),
        };
        for scale in [
            Scale::Mandate,
            Scale::Link,
            Scale::Verdict,
            Scale::Confirm,
            Scale::Carry,
            Scale::Gradient,
            rating,
            Scale::Opinion,
            Scale::Dots { budget: 5, cap: 3 },
            Scale::Places { most: 3 },
        ] {
            assert_eq!(scale.names().len(), scale.options(), "{scale:?}");
        }
    }

    #[test]
    fn a_scale_takes_what_it_offers() {
        assert!(Scale::Mandate.takes(&[3]));
        for wrong in [&[][..], &[4], &[0, 1]] {
            assert!(!Scale::Mandate.takes(wrong), "{wrong:?}");
        }
        let options = vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let several = Scale::Choice {
            options: options.clone(),
            several: true,
        };
        assert!(several.takes(&[2, 0]));
        assert!(!several.takes(&[2, 2]), "an option counts once");
        let ranking = Scale::Ranking { options, most: 2 };
        assert!(ranking.takes(&[1, 0]));
        assert!(!ranking.takes(&[1, 0, 2]), "no more than are ranked");
        assert_eq!([ranking.weight(0), ranking.weight(1)], [2, 1]);
    }

    #[test]
    fn dots_and_places_are_weighed() {
        let dots = Scale::Dots { budget: 5, cap: 3 };
        assert!(dots.takes(&[0]) && dots.takes(&[3]) && !dots.takes(&[4]));
        assert_eq!(dots.points(&[7, 2, 0, 1]), 5);
        assert_eq!(
            [dots.side(&[0]), dots.side(&[3])],
            [Some(Choice::Pass), Some(Choice::Agree)]
        );
        let places = Scale::Places { most: 3 };
        assert_eq!(places.points(&[9, 2, 1, 1]), 9, "2 × 3 + 1 × 2 + 1 × 1");
        assert_eq!(places.points(&[]), 0);
        assert_eq!(Scale::Opinion.points(&[4, 1, 0]), 4);
    }
}
