//! What votes look like where nobody differs from the others in more than how readily they agree.

use crate::{Generator, principal::Sparse};

/// How widely readiness and appeal are believed to vary before any vote is seen, in logits; keeps those
/// of whoever agrees to everything finite.
const SPREAD: f64 = 3.0;
/// Every round takes all people and all statements a step further; the steps soon vanish.
const ROUNDS: usize = 12;

/// The chance of every vote to be a yes, by the model of a person's readiness plus a statement's appeal:
/// 1 / (1 + exp(−readiness − appeal)), fitted to `votes` (1 for yes, 0 for no) by Newton steps in turns.
///
/// The model of Rasch 1960, as a logistic regression with two factors.
#[derive(Clone, Debug)]
pub(crate) struct YesSaying {
    /// Where votes are, with the chance of each to be a yes.
    chances: Sparse,
}

impl YesSaying {
    pub(crate) fn fit(votes: &Sparse) -> Self {
        let mut readiness = vec![0.0; votes.rows()];
        let mut appeal = vec![0.0; votes.columns()];
        for _ in 0..ROUNDS {
            let mut of_statements = vec![Slope::default(); appeal.len()];
            for (row, ready) in readiness.iter_mut().enumerate() {
                let (places, values) = votes.row(row);
                let mut of_person = Slope::default();
                for (place, vote) in places.iter().zip(values) {
                    of_person.add(*vote, chance(*ready + appeal[*place as usize]));
                }
                of_person.climb(ready);
                for (place, vote) in places.iter().zip(values) {
                    let place = *place as usize;
                    of_statements[place].add(*vote, chance(*ready + appeal[place]));
                }
            }
            for (slope, appeal) in of_statements.iter().zip(&mut appeal) {
                slope.climb(appeal);
            }
        }
        let mut chances = votes.clone();
        for (row, ready) in readiness.iter().enumerate() {
            let (places, values) = chances.row_mut(row);
            for (place, value) in places.iter().zip(values) {
                *value = chance(ready + appeal[*place as usize]);
            }
        }
        Self { chances }
    }

    /// Votes where votes were, drawn by these chances, into `votes`.
    pub(crate) fn draw(&self, votes: &mut Sparse, generator: &mut Generator) {
        for (vote, chance) in votes.values.iter_mut().zip(&self.chances.values) {
            *vote = f64::from(u8::from(generator.share() < *chance));
        }
    }
}

/// How a likelihood rises in one parameter.
#[derive(Clone, Copy, Default)]
struct Slope {
    rise: f64,
    bend: f64,
}

impl Slope {
    fn add(&mut self, vote: f64, chance: f64) {
        self.rise += vote - chance;
        self.bend += chance * (1.0 - chance);
    }

    /// One step towards the top, not too long a one.
    fn climb(self, parameter: &mut f64) {
        let belief = 1.0 / (SPREAD * SPREAD);
        let step = (self.rise - *parameter * belief) / (self.bend + belief);
        *parameter += step.clamp(-2.0, 2.0);
    }
}

fn chance(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_the_model_that_votes_were_drawn_from() {
        let mut generator = Generator::new(11);
        let (people, statements) = (400, 60);
        let truth = |person: usize, statement: usize| {
            chance(person as f64 / people as f64 * 2.0 - 0.5 - statement as f64 / statements as f64)
        };
        let mut votes = Sparse::new(statements);
        for person in 0..people {
            let row: Vec<_> = (0..statements)
                .map(|statement| {
                    let yes = generator.share() < truth(person, statement);
                    (statement, f64::from(u8::from(yes)))
                })
                .collect();
            votes.push_row(row);
        }
        let model = YesSaying::fit(&votes);
        let mut missed = 0.0;
        for person in 0..people {
            let (_, chances) = model.chances.row(person);
            for (statement, chance) in chances.iter().enumerate() {
                missed += (chance - truth(person, statement)).powi(2);
            }
        }
        let missed = (missed / (people * statements) as f64).sqrt();
        assert!(missed < 0.08, "{missed}");
    }

    #[test]
    fn whoever_agrees_to_everything_stays_finite() {
        let mut votes = Sparse::new(2);
        votes.push_row([(0, 1.0), (1, 1.0)]);
        votes.push_row([]);
        let model = YesSaying::fit(&votes);
        assert!(model.chances.values.iter().all(|chance| (0.5..1.0).contains(chance)));
    }
}
