//! How far two shares lie apart.

/// The z beyond which one of ten would go by chance alone, one-sided.
pub const Z_90: f64 = 1.2816;

/// The z of the difference between two shares, with one added to all four counts so that small groups
/// do not shout: `hits` of `n` against `other_hits` of `other_n`; 0 where everybody was hit.
///
/// The pooled two-proportion test as Polis uses it (Small et al. 2021, doi:10.6035/recerca.5516).
#[must_use]
pub fn two_proportion_z((hits, n): (u32, u32), (other_hits, other_n): (u32, u32)) -> f64 {
    let one_more = |count: u32| f64::from(count) + 1.0;
    let (hits, n, other_hits, other_n) = (one_more(hits), one_more(n), one_more(other_hits), one_more(other_n));
    let pooled = (hits + other_hits) / (n + other_n);
    if pooled >= 1.0 {
        return 0.0;
    }
    let spread = (pooled * (1.0 - pooled) * (1.0 / n + 1.0 / other_n)).sqrt();
    (hits / n - other_hits / other_n) / spread
}

/// The z of a share against one half, with one added to both counts, as Polis uses it.
#[must_use]
pub fn proportion_z(hits: u32, n: u32) -> f64 {
    let (hits, n) = (f64::from(hits) + 1.0, f64::from(n) + 1.0);
    2.0 * n.sqrt() * (hits / n - 0.5)
}

/// A share that a few votes pull only a little away from one half: (hits + 1) / (n + 2).
#[must_use]
pub fn smoothed_share(hits: u32, n: u32) -> f64 {
    (f64::from(hits) + 1.0) / (f64::from(n) + 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_published_figure() {
        assert!((two_proportion_z((15, 24), (56, 71)) + 1.514).abs() < 5e-4);
    }

    #[test]
    fn nothing_follows_from_unanimity_or_from_silence() {
        assert_eq!(two_proportion_z((4, 4), (9, 9)), 0.0);
        assert_eq!(two_proportion_z((0, 0), (0, 0)), 0.0);
        assert_eq!(smoothed_share(0, 0), 0.5);
    }
}
