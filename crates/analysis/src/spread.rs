//! What ordered answers come to: how high, and how far apart.

/// Answers in an order: how many chose each step, the lowest first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many answered.
    pub n: u32,
    /// The mean of the steps, the lowest being 0.
    pub mean: f64,
    /// The step that the middle answer chose, from 0; of two in the middle the lower.
    pub middle: usize,
    /// How far the room is split, from 0 (all chose the same step) to 1 (half the lowest and half
    /// the highest): the variance over the largest that the steps allow, which is a quarter of the
    /// square of their range (Popoviciu 1935).
    pub split: f64,
}

impl Spread {
    /// Computes it; none where nobody answered or there are fewer than two steps.
    #[must_use]
    pub fn of(counts: &[u32]) -> Option<Self> {
        let n: u32 = counts.iter().sum();
        if n == 0 || counts.len() < 2 {
            return None;
        }
        let steps = || {
            counts
                .iter()
                .enumerate()
                .map(|(step, count)| (step as f64, f64::from(*count)))
        };
        let mean = steps().map(|(step, count)| step * count).sum::<f64>() / f64::from(n);
        let variance = steps().map(|(step, count)| (step - mean).powi(2) * count).sum::<f64>() / f64::from(n);
        let range = (counts.len() - 1) as f64;
        let mut passed = 0;
        let middle = counts.iter().position(|count| {
            passed += count;
            passed * 2 >= n
        })?;
        Some(Self {
            n,
            mean,
            middle,
            split: variance * 4.0 / (range * range),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_and_half_is_as_split_as_can_be() {
        let spread = Spread::of(&[5, 0, 0, 5]).expect("ten answered");
        assert!((spread.split - 1.0).abs() < 1e-12);
        assert!((spread.mean - 1.5).abs() < 1e-12);
        assert_eq!((spread.n, spread.middle), (10, 0));
    }

    #[test]
    fn one_answer_is_not_split() {
        let spread = Spread::of(&[0, 0, 7, 0]).expect("seven answered");
        assert!(spread.split.abs() < 1e-12);
        assert_eq!(spread.middle, 2);
    }

    #[test]
    fn an_even_room_lies_between() {
        // The variance of 0, 1, 2, 3 is 1.25; the largest possible is 2.25.
        let spread = Spread::of(&[1, 1, 1, 1]).expect("four answered");
        assert!((spread.split - 1.25 / 2.25).abs() < 1e-12);
        assert_eq!(spread.middle, 1);
    }

    #[test]
    fn nobody_says_nothing() {
        assert_eq!(Spread::of(&[0, 0, 0]), None);
        assert_eq!(Spread::of(&[3]), None);
    }
}
