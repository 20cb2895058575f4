//! The same figure, measured several times.

/// All measurements of one figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Spread(Vec<f64>);

impl Spread {
    pub(crate) fn add(&mut self, figure: f64) {
        self.0.push(figure);
        self.0.sort_by(f64::total_cmp);
    }

    /// The same in another unit.
    pub(crate) fn times(mut self, factor: f64) -> Self {
        self.0.iter_mut().for_each(|figure| *figure *= factor);
        self
    }

    pub(crate) fn lowest(&self) -> Option<f64> {
        self.0.first().copied()
    }

    pub(crate) fn highest(&self) -> Option<f64> {
        self.0.last().copied()
    }

    /// The middle one; the mean of the two in the middle where their count is even.
    pub(crate) fn median(&self) -> Option<f64> {
        let upper = *self.0.get(self.0.len() / 2)?;
        let lower = *self.0.get((self.0.len() - 1) / 2)?;
        Some((lower + upper) / 2.0)
    }
}

impl Extend<f64> for Spread {
    fn extend<T: IntoIterator<Item = f64>>(&mut self, figures: T) {
        for figure in figures {
            self.add(figure);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        let mut spread = Spread::default();
        assert_eq!(spread.median(), None);
        spread.extend([3.0, 1.0, 10.0]);
        assert_eq!(
            (spread.lowest(), spread.median(), spread.highest()),
            (Some(1.0), Some(3.0), Some(10.0))
        );
        spread.add(5.0);
        assert_eq!(spread.median(), Some(4.0));
    }
}
