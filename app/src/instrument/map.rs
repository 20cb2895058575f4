//! Principles and domains: how strongly each of the one is linked with each of the other.

use visioncast_model::{DomainId, ItemId, view::SurveyItem};

use super::{asked::Asked, finding::count};
use crate::{
    chart::{Cell, Frame, domain_mark, quoted},
    language::Live,
};

/// The strongest that a link can be: no link is 0, a weak one 1, a clear one 2.
const STRONGEST: f64 = 3.0;
/// From this on the room is called split: the variance of the answers over the largest that there could be, as in the
/// report.
const SPLIT: f64 = 0.5;
/// From one asking to the next, what moves less is not worth a mark.
const MOVED: f64 = 0.5;

/// What was answered to one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Link {
    /// The average of those who are sure, none where nobody is.
    strength: Option<f64>,
    /// How many are sure.
    sure: u32,
    split: bool,
}

impl Link {
    fn of(counts: &[u32]) -> Self {
        let sure: u32 = (0..4).map(|option| count(counts, option)).sum();
        let weighed: u32 = (0..4).map(|option| count(counts, option) * option as u32).sum();
        let strength = (sure > 0).then(|| f64::from(weighed) / f64::from(sure));
        let variance = strength.map_or(0.0, |mean| {
            let apart = |option: usize| (option as f64 - mean).powi(2) * f64::from(count(counts, option));
            (0..4).map(apart).sum::<f64>() / f64::from(sure)
        });
        Self {
            strength,
            sure,
            split: variance * 4.0 / (STRONGEST * STRONGEST) >= SPLIT,
        }
    }
}

/// The table as it is drawn, row by row, and as it is read aloud.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Map {
    pub(crate) frame: Frame,
    pub(crate) cells: Vec<Cell>,
    /// How many answered each cell.
    pub(crate) answered: Vec<u32>,
    /// What each row says, and all of them.
    pub(crate) findings: Vec<String>,
    pub(crate) finding: String,
    /// Every cell in words, row by row.
    pub(crate) words: Vec<String>,
}

/// One decimal, as the language writes it.
pub(super) fn written(strength: f64) -> String {
    format!("{strength:.1}").replace('.', Live::DecimalSign.text())
}

/// The map of these items; a cell that is not among them is one that nobody answered.
pub(crate) fn map(asked: &Asked, items: &[SurveyItem]) -> Map {
    let item_of =
        |principle: u16, domain: DomainId| items.iter().find(|item| item.item == ItemId::Cell(principle, domain));
    let mut map = Map {
        frame: Frame {
            rows: asked
                .principles
                .iter()
                .map(|known| (known.number.to_string(), known.text.clone()))
                .collect(),
            columns: asked
                .domains
                .iter()
                .map(|domain| (domain_mark(&domain.name), domain.name.clone()))
                .collect(),
            words: true,
            lit: None,
        },
        cells: Vec::new(),
        answered: Vec::new(),
        findings: Vec::new(),
        finding: String::new(),
        words: Vec::new(),
    };
    let mut strongest = None;
    for principle in &asked.principles {
        let mut best: Option<(f64, &str)> = None;
        for domain in &asked.domains {
            let item = item_of(principle.number, domain.id);
            let link = Link::of(item.map_or(&[][..], |item| &item.counts));
            let before = item.and_then(|item| Link::of(&item.before).strength);
            let number = link.strength.map(written).unwrap_or_default();
            map.answered.push(item.map_or(0, |item| item.answered));
            map.words.push(match link.strength {
                Some(_) => {
                    let strength = Live::StrengthOf.with(&[("strength", &number)]);
                    let split = if link.split { ", ↔" } else { "" };
                    format!("{strength}, n {}{split}", link.sure)
                }
                None => format!("n {}", link.sure),
            });
            map.cells.push(Cell {
                strength: link.strength.map(|strength| strength / STRONGEST),
                number,
                count: format!("n {}", link.sure),
                split: link.split,
                moved: link
                    .strength
                    .zip(before)
                    .map(|(now, before)| now - before)
                    .filter(|moved| moved.abs() >= MOVED)
                    .map(|moved| moved > 0.0),
            });
            if let Some(strength) = link.strength
                && best.is_none_or(|(best, _)| strength > best)
            {
                best = Some((strength, &domain.name));
            }
        }
        let words = quoted(&principle.text);
        map.findings.push(match best {
            Some((strength, domain)) => {
                let link = [
                    ("words", words),
                    ("domain", domain.to_owned()),
                    ("strength", written(strength)),
                ];
                let finding = Live::LinksMostTo.with(&link);
                if strongest.as_ref().is_none_or(|(best, _)| strength > *best) {
                    strongest = Some((strength, link));
                }
                finding
            }
            None => Live::NobodyAnsweredOn.with(&[("words", words)]),
        });
    }
    map.finding = match strongest {
        Some((_, link)) => strongest_link(link, map.cells.iter().filter(|cell| cell.split).count()),
        None => Live::NobodyAnswered.owned(),
    };
    map
}

fn strongest_link(link: [(&str, String); 3], split: usize) -> String {
    if split == 0 {
        return Live::StrongestLink.with(&link);
    }
    let [words, domain, strength] = link;
    let values = [words, domain, strength, ("count", split.to_string())];
    Live::StrongestLinkSplit.count_with(split as u32, &values)
}

#[cfg(test)]
mod tests {
    use visioncast_model::{Domain, Items, Language, Principle, Scale};

    use super::*;
    use crate::language::speaking;

    fn drawn(asked: &Asked, items: &[SurveyItem]) -> Map {
        speaking(Language::English, || map(asked, items))
    }

    fn asked() -> Asked {
        let domain = |id, name: &str| Domain {
            id: DomainId(id),
            name: name.to_owned(),
        };
        let principle = |number, text: &str| Principle {
            number,
            text: text.to_owned(),
        };
        Asked {
            items: Items::Map,
            scale: Scale::Link,
            threshold: 0,
            domains: vec![domain(1, "resources"), domain(2, "data")],
            principles: vec![principle(1, "Connect"), principle(2, "Support")],
            constituencies: Vec::new(),
        }
    }

    fn cell(principle: u16, domain: u16, counts: &[u32]) -> SurveyItem {
        SurveyItem {
            item: ItemId::Cell(principle, DomainId(domain)),
            text: String::new(),
            answered: counts.iter().sum(),
            counts: counts.to_vec(),
            before: Vec::new(),
        }
    }

    #[test]
    fn a_link_is_as_strong_as_those_who_are_sure_say() {
        assert_eq!(Link::of(&[1, 0, 0, 3, 90]).strength, Some(2.25));
        assert_eq!(Link::of(&[0, 0, 0, 0, 9]).strength, None);
        assert!(Link::of(&[3, 0, 0, 3, 0]).split, "half and half");
        assert!(Link::of(&[2, 2, 2, 2, 0]).split, "spread over everything");
        assert!(!Link::of(&[0, 1, 2, 3, 0]).split, "most on one side");
        assert!(!Link::of(&[0, 4, 4, 0, 0]).split, "close together");
    }

    #[test]
    fn the_strongest_link_is_the_finding_and_every_cell_is_there() {
        let map = drawn(&asked(), &[cell(1, 2, &[0, 0, 4, 4, 1]), cell(2, 1, &[4, 0, 0, 4, 0])]);
        assert_eq!(map.cells.len(), 4);
        assert_eq!(map.findings[0], "“Connect” links most to data: 2.5 of 3");
        assert_eq!(
            map.finding,
            "The strongest link, 2.5 of 3: “Connect” with data. On 1 cell the room is split"
        );
        assert_eq!(
            map.words,
            ["n 0", "strength 2.5 of 3, n 8", "strength 1.5 of 3, n 8, ↔", "n 0"]
        );
        assert_eq!(
            drawn(&asked(), &[]).finding,
            "Nobody answered, so there is nothing to show"
        );
    }

    #[test]
    fn what_moved_half_a_step_is_marked() {
        let mut again = cell(1, 1, &[0, 0, 0, 6, 0]);
        again.before = vec![0, 0, 6, 0, 0];
        assert_eq!(drawn(&asked(), &[again.clone()]).cells[0].moved, Some(true));
        again.before = vec![0, 0, 1, 6, 0];
        assert_eq!(drawn(&asked(), &[again]).cells[0].moved, None);
    }
}
