use visioncast_model::Choice;

use crate::{Generator, Votes, principal::Sparse, yes_saying::YesSaying};

/// In how many of a hundred rooms without groups chance may pass for structure.
const LEVEL: usize = 5;
/// How many rooms are drawn to compare with, at most and at least: fewer where votes are many, since
/// large rooms take longer.
const ROOMS: (usize, usize) = (199, 19);
/// How many drawn votes are worth their time.
const DRAWN_VOTES: usize = 20_000_000;
/// How many steps the first singular value is given; those of drawn rooms have as many.
const STEPS: usize = 20;
/// How often row and column means are taken out in turns; once is enough where nothing is missing.
const SWEEPS: usize = 4;

/// Whether people differ in more than how readily they agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Structure {
    /// The share of the first singular value, squared, in what is left of the votes when everybody's
    /// readiness to agree and every statement's appeal are taken out.
    pub share: f64,
    /// How many rooms were drawn in which people differ in nothing else.
    pub drawn: usize,
    /// How many of them reached that share. Drawing ends when it is too many.
    pub reached: usize,
    /// Whether so few did that it is no chance.
    pub found: bool,
}

impl Structure {
    /// Compares `votes` with rooms in which people differ in their readiness to agree alone, drawn from
    /// `seed`: same people, same statements, votes on the same. Passes are left out. There is structure
    /// where the share lies beyond that of 95 % of the rooms.
    ///
    /// A parametric bootstrap; that it may end early without another result is due to Besag and
    /// Clifford 1991, doi:10.1093/biomet/78.2.301.
    #[must_use]
    pub fn of(votes: &Votes, seed: u64) -> Self {
        let mut room = Sparse::new(votes.statements());
        for person in 0..votes.people() {
            room.push_row(votes.of_person(person).filter_map(|(statement, choice)| match choice {
                Choice::Agree => Some((statement, 1.0)),
                Choice::Disagree => Some((statement, 0.0)),
                Choice::Pass => None,
            }));
        }
        let mut generator = Generator::new(seed);
        let model = YesSaying::fit(&room);
        let share = first_share(&mut room, &mut generator);
        // One less than a whole number of twenties, so that the level is met exactly.
        let rooms = (DRAWN_VOTES / room.values.len().max(1) / 20 * 20)
            .saturating_sub(1)
            .clamp(ROOMS.1, ROOMS.0);
        let allowed = (rooms + 1) * LEVEL / 100 - 1;
        let (mut drawn, mut reached) = (0, 0);
        while drawn < rooms && reached <= allowed {
            model.draw(&mut room, &mut generator);
            drawn += 1;
            reached += usize::from(first_share(&mut room, &mut generator) >= share);
        }
        Self {
            share,
            drawn,
            reached,
            found: reached <= allowed,
        }
    }
}

/// The share of the first singular value, squared, in what is left of `votes` without their means, which
/// are taken out of them for good.
fn first_share(votes: &mut Sparse, generator: &mut Generator) -> f64 {
    take_out_means(votes);
    let spread = votes.spread();
    let first = votes.directions(1, STEPS, generator);
    let first = first.first().map_or(0.0, |first| first.spread);
    if spread > 0.0 { first / spread } else { 0.0 }
}

/// Leaves of every vote what neither its person's nor its statement's mean explains.
fn take_out_means(votes: &mut Sparse) {
    let mut columns = vec![(0.0, 0_u32); votes.columns()];
    for _ in 0..SWEEPS {
        columns.fill((0.0, 0));
        for row in 0..votes.rows() {
            let (places, values) = votes.row_mut(row);
            let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
            for (place, value) in places.iter().zip(values) {
                *value -= mean;
                let column = &mut columns[*place as usize];
                column.0 += *value;
                column.1 += 1;
            }
        }
        for row in 0..votes.rows() {
            let (places, values) = votes.row_mut(row);
            for (place, value) in places.iter().zip(values) {
                let (sum, count) = columns[*place as usize];
                *value -= sum / f64::from(count);
            }
        }
    }
}
