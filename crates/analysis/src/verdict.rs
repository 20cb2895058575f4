/// What people say of whether something belongs to the association's work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// How many say that it must do it.
    pub must: u32,
    /// How many say that it may.
    pub may: u32,
    /// How many say that it is not its task.
    pub not_ours: u32,
    /// How many are unsure.
    pub unsure: u32,
}

/// The share of agreement, in percent, from which on the room has decided; set before the vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold(u8);

/// What the room has decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Enough say that it must be done.
    Must,
    /// Enough say that it must or may be done.
    May,
    /// Enough say that it is somebody else's.
    NotOurs,
    /// Nothing reached the threshold.
    Open,
}

impl Threshold {
    /// A threshold of `percent`: more than half, so that no two verdicts can both hold, and 100 at most.
    #[must_use]
    pub const fn percent(percent: u8) -> Option<Self> {
        if percent > 50 && percent <= 100 {
            Some(Self(percent))
        } else {
            None
        }
    }
}

impl Default for Threshold {
    /// 75 %, the median of Delphi studies that set one (Diamond et al. 2014,
    /// doi:10.1016/j.jclinepi.2013.12.002).
    fn default() -> Self {
        Self(75)
    }
}

impl Verdict {
    /// The strongest verdict that reaches the threshold, among those who are not unsure.
    #[must_use]
    pub fn of(scope: Scope, threshold: Threshold) -> Self {
        let Scope {
            must, may, not_ours, ..
        } = scope;
        let ours = u64::from(must) + u64::from(may);
        let sure = ours + u64::from(not_ours);
        let reaches = |count: u64| sure > 0 && count * 100 >= sure * u64::from(threshold.0);
        if reaches(u64::from(must)) {
            Self::Must
        } else if reaches(ours) {
            Self::May
        } else if reaches(u64::from(not_ours)) {
            Self::NotOurs
        } else {
            Self::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(must: u32, may: u32, not_ours: u32, unsure: u32) -> Verdict {
        let scope = Scope {
            must,
            may,
            not_ours,
            unsure,
        };
        Verdict::of(scope, Threshold::default())
    }

    #[test]
    fn three_of_four_decide() {
        assert_eq!(verdict(3, 1, 0, 0), Verdict::Must);
        assert_eq!(verdict(74, 1, 25, 0), Verdict::May);
        assert_eq!(verdict(1, 0, 3, 0), Verdict::NotOurs);
        assert_eq!(verdict(37, 37, 26, 0), Verdict::Open);
    }

    #[test]
    fn the_unsure_decide_nothing() {
        assert_eq!(verdict(3, 1, 0, 90), Verdict::Must);
        assert_eq!(verdict(0, 0, 0, 90), Verdict::Open);
        assert_eq!(verdict(0, 0, 0, 0), Verdict::Open);
    }

    #[test]
    fn a_threshold_is_more_than_half() {
        assert_eq!(Threshold::percent(75), Some(Threshold::default()));
        assert_eq!((Threshold::percent(50), Threshold::percent(101)), (None, None));
    }
}
