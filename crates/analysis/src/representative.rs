use visioncast_model::{Choice, Tally, Z_90, proportion_z, smoothed_share, two_proportion_z};

/// How many statements speak for a group at most.
const SPOKESMEN: usize = 5;

/// How well a statement tells one group from the others.
///
/// Small et al. 2021, doi:10.6035/recerca.5516; Polis calls it representativeness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Representation {
    /// What the group says of it more than the others do: agree or disagree.
    pub choice: Choice,
    /// How many of the group say so.
    pub hits: u32,
    /// How many of the group said anything, passes too.
    pub n: u32,
    /// The smoothed share of those who say so, from 0 to 1.
    pub share: f64,
    /// The z of that share against one half.
    pub share_z: f64,
    /// That share over the same share of everybody else.
    pub ratio: f64,
    /// The z of the difference between the two shares.
    pub ratio_z: f64,
}

impl Representation {
    /// How well a statement tells those `inside` a group from those `outside`.
    #[must_use]
    pub fn of(inside: Tally, outside: Tally) -> Self {
        let side = |choice, hits: u32, others: u32| {
            let share = smoothed_share(hits, inside.total());
            Self {
                choice,
                hits,
                n: inside.total(),
                share,
                share_z: proportion_z(hits, inside.total()),
                ratio: share / smoothed_share(others, outside.total()),
                ratio_z: two_proportion_z((hits, inside.total()), (others, outside.total())),
            }
        };
        let agree = side(Choice::Agree, inside.agree, outside.agree);
        let disagree = side(Choice::Disagree, inside.disagree, outside.disagree);
        if agree.ratio_z > disagree.ratio_z {
            agree
        } else {
            disagree
        }
    }

    /// Whether the group's majority stands behind it, and more than elsewhere, both beyond chance.
    #[must_use]
    pub fn is_representative(&self) -> bool {
        self.share_z > Z_90 && self.ratio_z > Z_90
    }

    fn rank(&self) -> f64 {
        self.ratio * self.ratio_z * self.share * self.share_z
    }
}

/// The statements that speak for a group, best first, five at most, by their number; none where nothing
/// sets the group apart. `inside` is what the group said to each statement, `outside` what those said
/// with whom it is compared and who are not in it.
#[must_use]
pub fn representative(inside: &[Tally], outside: &[Tally]) -> Vec<(usize, Representation)> {
    let mut found: Vec<(usize, Representation)> = inside
        .iter()
        .zip(outside)
        .map(|(inside, outside)| Representation::of(*inside, *outside))
        .enumerate()
        .filter(|(_, representation)| representation.is_representative())
        .collect();
    found.sort_by(|(_, one), (_, other)| other.rank().total_cmp(&one.rank()));
    found.truncate(SPOKESMEN);
    found
}
