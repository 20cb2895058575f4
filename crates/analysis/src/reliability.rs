use std::collections::BTreeMap;

/// What the distance between two values means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Values are names: the same or not.
    Nominal,
    /// Values have an order.
    Ordinal,
    /// Differences between values mean something.
    Interval,
}

/// What may be built on coders who agree so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reliability {
    /// From .80 on: report it.
    Reported,
    /// From .667 on: conclude tentatively.
    Tentative,
    /// Below: conclude nothing.
    Unreliable,
}

impl Reliability {
    /// By Krippendorff's customary bounds.
    #[must_use]
    pub fn of(alpha: f64) -> Self {
        if alpha >= 0.8 {
            Self::Reported
        } else if alpha >= 0.667 {
            Self::Tentative
        } else {
            Self::Unreliable
        }
    }
}

/// How far coders agree beyond chance, from 1 (wholly) over 0 (as by chance) down: Krippendorff's α.
/// For each unit, the values that its coders gave; a coder who gave none is left out. None where no unit
/// has two values, or where all values are the same.
///
/// Hayes and Krippendorff 2007, doi:10.1080/19312450709336664.
#[must_use]
pub fn krippendorff_alpha(units: &[Vec<i32>], scale: Scale) -> Option<f64> {
    let paired = || units.iter().filter(|unit| unit.len() > 1);
    let mut counts: BTreeMap<i32, f64> = BTreeMap::new();
    for value in paired().flatten() {
        *counts.entry(*value).or_default() += 1.0;
    }
    let all: f64 = counts.values().sum();
    let distance = &Distance::of(&counts, scale);
    let observed: f64 = paired()
        .map(|unit| {
            let apart: f64 = unit
                .iter()
                .flat_map(|one| unit.iter().map(|other| distance.squared(*one, *other)))
                .sum();
            apart / (unit.len() as f64 - 1.0)
        })
        .sum();
    let by_chance: f64 = counts
        .iter()
        .flat_map(|(one, n)| {
            counts
                .iter()
                .map(move |(other, m)| n * m * distance.squared(*one, *other))
        })
        .sum();
    (by_chance > 0.0).then(|| 1.0 - (all - 1.0) * observed / by_chance)
}

struct Distance {
    scale: Scale,
    /// On an ordinal scale, how many values lie below the middle of each.
    ranks: BTreeMap<i32, f64>,
}

impl Distance {
    fn of(counts: &BTreeMap<i32, f64>, scale: Scale) -> Self {
        let mut below = 0.0;
        let ranks = counts.iter().map(|(value, count)| {
            let rank = below + count / 2.0;
            below += count;
            (*value, rank)
        });
        Self {
            scale,
            ranks: ranks.collect(),
        }
    }

    fn squared(&self, one: i32, other: i32) -> f64 {
        match self.scale {
            Scale::Nominal => f64::from(u8::from(one != other)),
            Scale::Ordinal => (self.ranks[&one] - self.ranks[&other]).powi(2),
            Scale::Interval => (f64::from(one) - f64::from(other)).powi(2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four coders, twelve units: the worked example of Krippendorff's "Computing Krippendorff's
    /// alpha-reliability", 0 where a coder gave no value.
    const CODERS: [[i32; 12]; 4] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    #[test]
    fn it_agrees_with_the_worked_example() {
        let units: Vec<Vec<i32>> = (0..12)
            .map(|unit| {
                CODERS
                    .iter()
                    .map(|coder| coder[unit])
                    .filter(|value| *value > 0)
                    .collect()
            })
            .collect();
        for (scale, expected) in [
            (Scale::Nominal, 0.743),
            (Scale::Ordinal, 0.815),
            (Scale::Interval, 0.849),
        ] {
            let alpha = krippendorff_alpha(&units, scale).expect("values differ");
            assert!((alpha - expected).abs() < 5e-4, "{scale:?}: {alpha}");
        }
    }

    #[test]
    fn nothing_follows_where_nothing_differs() {
        assert_eq!(krippendorff_alpha(&[vec![1, 1], vec![1, 1]], Scale::Nominal), None);
        assert_eq!(krippendorff_alpha(&[vec![1], vec![2]], Scale::Nominal), None);
        assert_eq!(krippendorff_alpha(&[vec![1, 1], vec![2, 2]], Scale::Nominal), Some(1.0));
    }

    #[test]
    fn bounds_are_krippendorffs() {
        let bounds = [0.8, 0.7, 0.6].map(Reliability::of);
        assert_eq!(
            bounds,
            [Reliability::Reported, Reliability::Tentative, Reliability::Unreliable]
        );
    }
}
