use serde::{Deserialize, Serialize};

/// Fewer times that two sorters judged the same pair tell nothing yet: as many as five people make of twelve ideas that all of
/// them see, taken down to what luck leaves of it.
const ENOUGH: u64 = 60;

/// How strongly people who sort by themselves agree, in the words of Landis and Koch 1977 (doi:10.2307/2529310), the two
/// lowest and the two highest of theirs as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Accord {
    /// No more than by chance, or a little: below 0.2.
    Hardly,
    /// From 0.2 on.
    Partly,
    /// From 0.4 on.
    Mostly,
    /// From 0.6 on.
    Closely,
}

impl Accord {
    /// What a kappa says.
    #[must_use]
    pub fn of(kappa: f64) -> Self {
        match kappa {
            kappa if kappa >= 0.6 => Self::Closely,
            kappa if kappa >= 0.4 => Self::Mostly,
            kappa if kappa >= 0.2 => Self::Partly,
            _ => Self::Hardly,
        }
    }
}

/// Whether two things lay in one pile of somebody: the pair, by a number, and what that person did.
pub(crate) type Sighting = (u64, bool);

/// How strongly sorters agree on which pairs belong together, beyond chance: 1 where each two of them always do, 0 where they
/// agree as often as piles of that many pairs at random; none where too few pairs were judged by two, or all alike.
///
/// Fleiss 1971 (doi:10.1037/h0031619) with as many judges of a pair as saw it, each two of them counted once.
#[must_use]
pub(crate) fn accord(mut sightings: Vec<Sighting>) -> Option<f64> {
    sightings.sort_unstable();
    let (mut judged, mut agreed) = (0_u64, 0_u64);
    let (mut seen, mut together) = (0_u64, 0_u64);
    for pair in sightings.chunk_by(|one, other| one.0 == other.0) {
        let of = pair.len() as u64;
        let kept = pair.iter().filter(|(_, kept)| *kept).count() as u64;
        let apart = of - kept;
        if of < 2 {
            continue;
        }
        judged += of * (of - 1) / 2;
        agreed += kept * kept.saturating_sub(1) / 2 + apart * apart.saturating_sub(1) / 2;
        seen += of;
        together += kept;
    }
    if judged < ENOUGH {
        return None;
    }
    let share = together as f64 / seen as f64;
    let chance = share * share + (1.0 - share) * (1.0 - share);
    let observed = agreed as f64 / judged as f64;
    (chance < 1.0).then(|| (observed - chance) / (1.0 - chance))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each pair as so many kept it together, of so many who saw it.
    fn room(pairs: &[(u64, u64)]) -> Option<f64> {
        let pairs = (0..).zip(pairs);
        accord(
            pairs
                .flat_map(|(pair, (kept, of))| (0..*of).map(move |sorter| (pair, sorter < *kept)))
                .collect(),
        )
    }

    #[test]
    fn who_always_agrees_has_one_and_who_agrees_by_chance_has_none() {
        assert_eq!(room(&[(10, 10), (0, 10)]), Some(1.0));
        // Ten judges, half of them each way: of 45 twos 20 agree, by chance it would be half of them.
        let kappa = room(&[(5, 10), (5, 10)]).expect("enough");
        assert!((kappa - (20.0 / 45.0 - 0.5) / 0.5).abs() < 1e-12, "{kappa}");
    }

    /// The table of Fleiss 1971 has five kinds; that of Siegel and Castellan has two here, by hand: pairs kept by 4, 3, 1 and 0
    /// of 4, six times over. Of 6 twos each 6, 3, 3 and 6 agree: 0.75; the share kept is a half, so by chance a half would.
    #[test]
    fn a_room_by_hand() {
        let pairs: Vec<(u64, u64)> = [(4, 4), (3, 4), (1, 4), (0, 4)].repeat(6);
        let kappa = room(&pairs).expect("enough");
        assert!((kappa - 0.5).abs() < 1e-12, "{kappa}");
        assert_eq!(Accord::of(kappa), Accord::Mostly);
    }

    #[test]
    fn too_little_and_all_alike_say_nothing() {
        assert_eq!(room(&[(1, 1); 500]), None, "nobody judged the same");
        assert_eq!(room(&[(2, 3); 19]), None);
        assert_eq!(room(&[(10, 10); 9]), None, "one pile of everything");
        assert_eq!(room(&[]), None);
    }
}
