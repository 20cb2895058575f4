//! What the answers to a survey say, as sentences: the title of each step of a picture, and of the whole.

use visioncast_model::{Interval, Scale};

use super::asked::Asked;
use crate::{
    chart::{fraction, middle_of, quoted, shortened},
    language::Live,
};

/// The longest words in a list of several, in characters.
const SHORT: usize = 40;

/// How many stand behind something, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Support {
    pub(super) part: u32,
    pub(super) whole: u32,
}

impl Support {
    pub(super) const fn is_majority(self) -> bool {
        self.part * 2 > self.whole
    }

    /// Whether it reaches so many percent; of nobody it never does.
    pub(super) const fn reaches(self, percent: u8) -> bool {
        self.whole > 0 && self.part as u64 * 100 >= self.whole as u64 * percent as u64
    }

    pub(super) fn percent(self) -> u32 {
        crate::chart::percent(self.part, self.whole)
    }

    /// For an order: the share itself, or how surely it is one.
    pub(super) fn order(self, surely: bool) -> f64 {
        match self.whole {
            0 => -1.0,
            _ if surely => Interval::wilson(self.part, self.whole).low,
            whole => f64::from(self.part) / f64::from(whole),
        }
    }

    fn said(self) -> String {
        fraction(self.part, self.whole)
    }
}

/// The count of an option; 0 where nobody answered at all.
pub(super) fn count(counts: &[u32], option: usize) -> u32 {
    counts.get(option).copied().unwrap_or(0)
}

fn sum(counts: &[u32], options: impl IntoIterator<Item = usize>) -> u32 {
    options.into_iter().map(|option| count(counts, option)).sum()
}

/// What the first answers of a scale have behind them: what sorts a picture, and what shifts.
pub(super) fn support(scale: &Scale, counts: &[u32]) -> Support {
    let all = counts.iter().sum();
    let of = |options: std::ops::Range<usize>, whole| Support {
        part: sum(counts, options),
        whole,
    };
    match scale {
        // Among those who are sure, as the verdict of the report is.
        Scale::Mandate => of(0..1, sum(counts, 0..3)),
        Scale::Link => of(2..4, sum(counts, 0..4)),
        Scale::Verdict | Scale::Confirm | Scale::Carry | Scale::Opinion => of(0..1, all),
        Scale::Gradient => of(0..2, all),
        // Where its answers lie between the first point and the last.
        Scale::Rating { points, .. } => Support {
            part: counts.iter().zip(0..).map(|(count, point)| count * point).sum(),
            whole: all * u32::from(points.saturating_sub(1)),
        },
        Scale::Choice { .. } | Scale::Ranking { .. } | Scale::Dots { .. } | Scale::Places { .. } => Support::default(),
    }
}

/// What was answered to one item.
pub(super) fn on_item(asked: &Asked, what: &str, counts: &[u32]) -> String {
    let words = ("words", quoted(what));
    let all: u32 = counts.iter().sum();
    if all == 0 {
        return Live::NobodyAnsweredOn.with(&[words]);
    }
    let support = |part, whole| Support { part, whole };
    let first = self::support(&asked.scale, counts);
    // Of these, the first that has a majority is what is said.
    let sides = match &asked.scale {
        Scale::Mandate => {
            let [ours, not] = [sum(counts, 0..2), count(counts, 2)].map(|part| support(part, first.whole));
            vec![(first, Live::IsMust), (not, Live::IsNotOurs), (ours, Live::MustOrMay)]
        }
        Scale::Confirm => {
            let against = support(count(counts, 1), all);
            vec![(first, Live::IsRight), (against, Live::IsNotRight)]
        }
        Scale::Opinion => {
            let [against, passed] = [1, 2].map(|option| support(count(counts, option), all));
            vec![
                (first, Live::ShareAgree),
                (against, Live::ShareDisagree),
                (passed, Live::SharePassed),
            ]
        }
        Scale::Dots { .. } | Scale::Places { .. } => {
            let points = asked.scale.points(counts);
            let said = if matches!(asked.scale, Scale::Dots { .. }) {
                Live::GotDots
            } else {
                Live::GotPoints
            };
            return said.count_with(points, &[words, ("count", points.to_string())]);
        }
        Scale::Carry => {
            let [against, unknown] = [1, 2].map(|option| support(count(counts, option), all));
            vec![
                (first, Live::Carries),
                (against, Live::CarriesNot),
                (unknown, Live::NotKnown),
            ]
        }
        Scale::Gradient => {
            let live = support(sum(counts, 0..3), all);
            let against = support(sum(counts, 3..5), all);
            vec![
                (first, Live::AreFor),
                (live, Live::CanLiveWith),
                (against, Live::AreAgainst),
            ]
        }
        Scale::Link => return Live::SeeALink.with(&[("share", first.said()), words]),
        Scale::Rating { points, .. } => {
            return Live::HighestMiddle.with(&[middle(counts), ("of", points.to_string()), words]);
        }
        Scale::Verdict | Scale::Choice { .. } | Scale::Ranking { .. } => return on_options(asked, all, counts),
    };
    match sides.into_iter().find(|(support, _)| support.is_majority()) {
        Some((support, said)) => said.with(&[("share", support.said()), words]),
        None => Live::NoMajority.with(&[words]),
    }
}

/// The point in the middle of all answers, for a sentence.
fn middle(counts: &[u32]) -> (&'static str, String) {
    let point = middle_of(counts).map_or(0, |place| place + 1);
    ("point", point.to_string())
}

/// What was answered to a question whose options are compared.
pub(super) fn on_options(asked: &Asked, answered: u32, counts: &[u32]) -> String {
    let options = asked.options();
    let mut order: Vec<usize> = (0..options.len()).collect();
    order.sort_by_key(|option| std::cmp::Reverse(count(counts, *option)));
    let (Some(first), true) = (order.first().copied(), answered > 0) else {
        return Live::NobodyAnswered.owned();
    };
    let best = count(counts, first);
    let words = ("words", quoted(&options[first]));
    if let Scale::Ranking { .. } = asked.scale {
        return Live::PutsFirst.count_with(best, &[words, ("count", best.to_string())]);
    }
    let share = ("share", fraction(best, answered));
    if let Some(second) = order.get(1).filter(|second| count(counts, **second) == best) {
        return Live::AreLevel.with(&[words, ("other", quoted(&options[*second])), share]);
    }
    match &asked.scale {
        Scale::Verdict => Live::ShareSay.with(&[share, ("verdict", options[first].to_lowercase())]),
        Scale::Choice { several: true, .. } => Live::ChoseAmongOthers.with(&[share, words]),
        _ => Live::Chose.with(&[share, words]),
    }
}

/// What the picture says in all; its items come with their words, the best supported first.
pub(super) fn on_all(asked: &Asked, items: &[(String, &[u32])]) -> String {
    let answered: Vec<(&str, &[u32], Support)> = items
        .iter()
        .filter(|(_, counts)| counts.iter().any(|count| *count > 0))
        .map(|(what, counts)| (what.as_str(), *counts, support(&asked.scale, counts)))
        .collect();
    let Some((best, counts, first)) = answered.first().copied() else {
        return Live::NobodyAnswered.owned();
    };
    if items.len() == 1 {
        if let Scale::Rating { points, .. } = asked.scale {
            return Live::MiddleAnswer.with(&[middle(counts), ("of", points.to_string())]);
        }
        return on_item(asked, best, counts);
    }
    let of = ("of", items.len().to_string());
    // How many a majority is behind, and which has the fewest behind it.
    let most = |said: Live| {
        let majority = answered.iter().filter(|(.., support)| support.is_majority()).count();
        let weakest = answered
            .iter()
            .min_by(|one, other| one.2.order(false).total_cmp(&other.2.order(false)));
        let weakest = weakest.map_or_else(String::new, |(what, ..)| quoted(what));
        said.with(&[("part", majority.to_string()), of.clone(), ("words", weakest)])
    };
    match asked.scale {
        Scale::Mandate if asked.threshold > 0 => {
            let percent = ("percent", asked.threshold.to_string());
            let reached = answered.iter().filter(|(.., support)| support.reaches(asked.threshold));
            let names: Vec<String> = reached.map(|(what, ..)| shortened(what, SHORT)).collect();
            if names.is_empty() {
                Live::NoMustReaches.with(&[percent, ("words", quoted(best)), ("share", first.said())])
            } else {
                let count = ("count", names.len().to_string());
                Live::MustsReach.count_with(names.len() as u32, &[count, of, percent, ("names", names.join(", "))])
            }
        }
        Scale::Dots { .. } | Scale::Places { .. } => {
            let points = asked.scale.points(counts);
            let said = if matches!(asked.scale, Scale::Dots { .. }) {
                Live::MostDots
            } else {
                Live::PutsFirst
            };
            said.count_with(points, &[("words", quoted(best)), ("count", points.to_string())])
        }
        Scale::Confirm => most(Live::MostAreRight),
        Scale::Carry => most(Live::MostCarry),
        _ => on_item(asked, best, counts),
    }
}

#[cfg(test)]
mod tests {
    use visioncast_model::{Items, Language};

    use super::*;
    use crate::language::speaking;

    fn on_item(asked: &Asked, what: &str, counts: &[u32]) -> String {
        speaking(Language::English, || super::on_item(asked, what, counts))
    }

    fn on_all(asked: &Asked, items: &[(String, &[u32])]) -> String {
        speaking(Language::English, || super::on_all(asked, items))
    }

    fn on_options(asked: &Asked, answered: u32, counts: &[u32]) -> String {
        speaking(Language::English, || super::on_options(asked, answered, counts))
    }

    fn asked(scale: Scale, threshold: u8) -> Asked {
        Asked {
            items: Items::Question,
            scale,
            threshold,
            domains: Vec::new(),
            principles: Vec::new(),
            constituencies: Vec::new(),
        }
    }

    fn of(scale: Scale) -> Asked {
        asked(scale, 0)
    }

    #[test]
    fn a_mandate_is_said_of_those_who_are_sure() {
        let mandate = of(Scale::Mandate);
        assert_eq!(
            on_item(&mandate, "data", &[20, 8, 2, 30]),
            "Two in three say: “data” is a must"
        );
        assert_eq!(
            on_item(&mandate, "data", &[2, 8, 20, 0]),
            "Two in three say: “data” is not ours to do"
        );
        assert_eq!(
            on_item(&mandate, "data", &[12, 12, 6, 0]),
            "Four in five say: “data” must or may be ours"
        );
        assert_eq!(
            on_item(&mandate, "data", &[0, 0, 0, 9]),
            "No majority either way: “data”"
        );
        assert_eq!(on_item(&mandate, "data", &[]), "Nobody answered on “data”");
        let spanish = speaking(Language::Spanish, || super::on_item(&mandate, "data", &[20, 8, 2, 30]));
        assert_eq!(spanish, "Dos de cada tres: «data» es un deber");
    }

    #[test]
    fn the_threshold_decides_which_musts_are_named() {
        let mandate = asked(Scale::Mandate, 75);
        let items = [
            ("data".to_owned(), &[8, 1, 1, 5][..]),
            ("people".to_owned(), &[7, 2, 1, 0][..]),
        ];
        assert_eq!(
            on_all(&mandate, &items),
            "1 of 2 is a must by the 75 % set before: data"
        );
        let level = [items[1].clone(), items[1].clone()];
        assert_eq!(
            on_all(&mandate, &level),
            "Nothing reaches the 75 % set before. The strongest must: “people”. More than two in three say so"
        );
        assert_eq!(on_all(&mandate, &[]), "Nobody answered, so there is nothing to show");
    }

    #[test]
    fn a_gradient_names_the_strongest_step_that_most_take() {
        let gradient = of(Scale::Gradient);
        assert_eq!(
            on_item(&gradient, "x", &[5, 3, 1, 1, 0]),
            "Four in five are for it: “x”"
        );
        assert_eq!(
            on_item(&gradient, "x", &[2, 2, 4, 1, 1]),
            "Four in five can at least live with it: “x”"
        );
        assert_eq!(
            on_item(&gradient, "x", &[1, 0, 1, 4, 4]),
            "Four in five are against it, or want more talk: “x”"
        );
    }

    #[test]
    fn options_that_are_level_are_said_to_be() {
        let options = ["a", "b"].map(str::to_owned).to_vec();
        let choice = of(Scale::Choice {
            options: options.clone(),
            several: false,
        });
        assert_eq!(
            on_options(&choice, 10, &[5, 5]),
            "“a” and “b” are level. Half chose each"
        );
        assert_eq!(on_options(&choice, 10, &[2, 8]), "Four in five chose “b”");
        assert_eq!(
            on_options(&choice, 0, &[]),
            "Nobody answered, so there is nothing to show"
        );
        let ranking = of(Scale::Ranking { options, most: 2 });
        assert_eq!(
            on_options(&ranking, 3, &[5, 4]),
            "The room puts first: “a”, with 5 points"
        );
    }

    #[test]
    fn a_rating_says_its_middle_and_no_mean() {
        let scale = Scale::Rating {
            points: 5,
            low: String::new(),
            high: String::new(),
        };
        assert_eq!(
            on_all(&of(scale), &[("How much?".to_owned(), &[1, 0, 2, 6, 1])]),
            "The middle answer is 4 of 5"
        );
    }
}
