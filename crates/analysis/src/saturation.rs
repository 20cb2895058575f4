/// Up to which share of new themes a run counts as saturated.
pub const SATURATED: f64 = 0.05;

/// How many new themes a run brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// How many occasions (ideas, tables, sessions) were over at its end.
    pub until: usize,
    /// Its new themes over the themes of the base.
    pub share: f64,
}

/// The runs of `run` occasions that follow the first `base` ones, each one occasion later than the one
/// before; `new` are the themes that each occasion brought and none before it had. Empty where the base
/// has no theme.
///
/// Guest, Namey and Chen 2020, doi:10.1371/journal.pone.0232076.
#[must_use]
pub fn saturation(new: &[u32], base: usize, run: usize) -> Vec<Run> {
    let Some((first, later)) = new.split_at_checked(base) else {
        return Vec::new();
    };
    let themes: u32 = first.iter().sum();
    if themes == 0 || run == 0 {
        return Vec::new();
    }
    later
        .windows(run)
        .enumerate()
        .map(|(place, window)| Run {
            until: base + place + run,
            share: f64::from(window.iter().sum::<u32>()) / f64::from(themes),
        })
        .collect()
}

/// After how many occasions hardly anything new came up; none where it never stopped.
#[must_use]
pub fn saturated_after(runs: &[Run]) -> Option<usize> {
    runs.iter().find(|run| run.share <= SATURATED).map(|run| run.until)
}

/// How much of what there is to hear has been heard, from how often each theme was named: the chance
/// that the next naming is of a known theme, 1 − f₁/n. None before anything was named.
///
/// Good 1953 (after Turing), doi:10.1093/biomet/40.3-4.237.
#[must_use]
pub fn coverage(namings: &[u32]) -> Option<f64> {
    let all: u64 = namings.iter().copied().map(u64::from).sum();
    (all > 0).then(|| 1.0 - times(namings, 1) / all as f64)
}

/// How many themes there are at least, unheard ones too: S + f₁(f₁ − 1) / 2(f₂ + 1), with S themes
/// named, f₁ of them once and f₂ twice.
///
/// Chao's estimator, in its form without bias (Chao 1987, doi:10.2307/2531532).
#[must_use]
pub fn chao1(namings: &[u32]) -> f64 {
    let named = namings.iter().filter(|namings| **namings > 0).count() as f64;
    let (once, twice) = (times(namings, 1), times(namings, 2));
    named + once * (once - 1.0) / (2.0 * (twice + 1.0))
}

fn times(namings: &[u32], wanted: u32) -> f64 {
    namings.iter().filter(|namings| **namings == wanted).count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_worked_example() {
        let runs = saturation(&[20, 8, 5, 3, 2, 1, 1, 0], 4, 2);
        let percent: Vec<_> = runs
            .iter()
            .map(|run| (run.until, format!("{:.1}", run.share * 100.0)))
            .collect();
        assert_eq!(
            percent,
            [(6, "8.3".into()), (7, "5.6".into()), (8, "2.8".into())] as [(usize, String); 3]
        );
        assert_eq!(saturated_after(&runs), Some(8));
    }

    #[test]
    fn nothing_saturates_that_has_not_begun() {
        assert_eq!(saturation(&[1, 2], 3, 1), []);
        assert_eq!(saturation(&[0, 0, 1], 2, 1), []);
        assert_eq!(saturation(&[3, 0], 1, 0), []);
        assert_eq!(saturated_after(&[]), None);
    }

    #[test]
    fn what_was_named_once_points_at_what_was_not_named() {
        // Ten themes, four of them once, two twice: 10 + 4 · 3 / (2 · 3).
        let namings = [1, 1, 1, 1, 2, 2, 5, 6, 7, 4];
        assert_eq!(chao1(&namings), 12.0);
        assert_eq!(coverage(&namings), Some(1.0 - 4.0 / 30.0));
        assert_eq!((chao1(&[]), coverage(&[0])), (0.0, None));
    }
}
