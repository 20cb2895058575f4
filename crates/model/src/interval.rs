/// A range of shares, both ends between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Interval {
    /// The 95 % Wilson score interval of `hits` among `n`; from 0 to 1 where `n` is 0.
    ///
    /// Used for order under uncertainty only: the room chose itself, so this is no margin of error
    /// for anybody outside it. Wilson 1927, doi:10.1080/01621459.1927.10502953.
    #[must_use]
    pub fn wilson(hits: u32, n: u32) -> Self {
        if n == 0 {
            return Self { low: 0.0, high: 1.0 };
        }
        let n = f64::from(n);
        let z2 = 1.959_963_984_540_054_f64.powi(2);
        let share = f64::from(hits) / n;
        let centre = share + z2 / (2.0 * n);
        let spread = (z2 * (share * (1.0 - share) / n + z2 / (4.0 * n * n))).sqrt();
        let scale = 1.0 + z2 / n;
        Self {
            low: ((centre - spread) / scale).max(0.0),
            high: ((centre + spread) / scale).min(1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_published_figures() {
        for (hits, n, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let interval = Interval::wilson(hits, n);
            assert!((interval.low - low).abs() < 5e-5, "{hits} of {n}: {interval:?}");
            assert!((interval.high - high).abs() < 5e-5, "{hits} of {n}: {interval:?}");
        }
    }

    #[test]
    fn nothing_known_is_everything_possible() {
        assert_eq!(Interval::wilson(0, 0), Interval { low: 0.0, high: 1.0 });
    }
}
