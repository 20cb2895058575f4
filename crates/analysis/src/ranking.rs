/// Several people's order of the same candidates, best first; those not named come last, all equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Candidates by number, each once at most.
    pub order: Vec<usize>,
    /// How many people gave it.
    pub people: u32,
}

/// Borda's points of each of `candidates`: one for every candidate that somebody ranks lower; those whom
/// a ranking does not name share the points of the places that are left.
///
/// # Panics
/// Where a ranking names a candidate not under `candidates`.
#[must_use]
pub fn borda(candidates: usize, rankings: &[Ranking]) -> Vec<f64> {
    let mut points = vec![0.0; candidates];
    for ranking in rankings {
        let people = f64::from(ranking.people);
        let unnamed = candidates.saturating_sub(ranking.order.len());
        for (candidate, points) in points.iter_mut().enumerate() {
            let place = ranking.order.iter().position(|ranked| *ranked == candidate);
            let beaten = match place {
                Some(place) => (candidates - 1 - place) as f64,
                None => unnamed.saturating_sub(1) as f64 / 2.0,
            };
            *points += people * beaten;
        }
    }
    points
}

/// How many people rank each candidate (row) above each other one (column).
///
/// # Panics
/// Where a ranking names a candidate not under `candidates`.
#[must_use]
pub fn preferences(candidates: usize, rankings: &[Ranking]) -> Vec<Vec<u32>> {
    let mut preferences = vec![vec![0; candidates]; candidates];
    for ranking in rankings {
        let mut below = vec![true; candidates];
        for candidate in &ranking.order {
            below[*candidate] = false;
            for (other, count) in preferences[*candidate].iter_mut().enumerate() {
                *count += if below[other] { ranking.people } else { 0 };
            }
        }
    }
    preferences
}

/// The candidate that beats every other one in a direct comparison; none where there is no such.
#[must_use]
pub fn condorcet_winner(candidates: usize, rankings: &[Ranking]) -> Option<usize> {
    let preferred = preferences(candidates, rankings);
    (0..candidates)
        .find(|one| (0..candidates).all(|other| other == *one || preferred[*one][other] > preferred[other][*one]))
}

/// The candidates in the order of Schulze's method, best first; those that it does not tell apart stand
/// together. A candidate beats another one where the strongest path of won comparisons, as strong as
/// its weakest step has votes, is stronger than the one back.
///
/// Schulze 2011, doi:10.1007/s00355-010-0475-4.
///
/// # Panics
/// Where a ranking names a candidate not under `candidates`.
#[must_use]
pub fn schulze(candidates: usize, rankings: &[Ranking]) -> Vec<Vec<usize>> {
    let preferred = preferences(candidates, rankings);
    let mut path = vec![vec![0; candidates]; candidates];
    for one in 0..candidates {
        for other in 0..candidates {
            if preferred[one][other] > preferred[other][one] {
                path[one][other] = preferred[one][other];
            }
        }
    }
    for over in 0..candidates {
        for from in 0..candidates {
            for to in 0..candidates {
                let detour = path[from][over].min(path[over][to]);
                if from != to && detour > path[from][to] {
                    path[from][to] = detour;
                }
            }
        }
    }
    let beats = |one: usize, other: usize| path[one][other] > path[other][one];
    let mut left: Vec<usize> = (0..candidates).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        // The relation has no cycle, so there is always one whom nobody beats.
        let (best, rest) = left
            .iter()
            .partition(|one| !left.iter().any(|other| beats(*other, **one)));
        order.push(best);
        left = rest;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rankings written as "5 ACBED", with the candidates in the order of their names.
    fn rankings(names: &str, written: &[&str]) -> Vec<Ranking> {
        written
            .iter()
            .map(|line| {
                let (people, order) = line.split_once(' ').expect("people and order");
                Ranking {
                    order: order.chars().filter_map(|name| names.find(name)).collect(),
                    people: people.parse().expect("a number"),
                }
            })
            .collect()
    }

    fn named(names: &str, order: Vec<Vec<usize>>) -> Vec<String> {
        let name = |candidate: usize| names.chars().nth(candidate).expect("a candidate");
        order
            .into_iter()
            .map(|equals| equals.into_iter().map(name).collect())
            .collect()
    }

    const SCHULZE: [&str; 8] = [
        "5 ACBED", "5 ADECB", "8 BEDAC", "3 CABED", "7 CAEBD", "2 CBADE", "7 DCEBA", "8 EBADC",
    ];

    #[test]
    fn forty_five_voters() {
        let rankings = rankings("ABCDE", &SCHULZE);
        assert_eq!(named("ABCDE", schulze(5, &rankings)), ["E", "A", "C", "B", "D"]);
        assert_eq!(borda(5, &rankings), [98.0, 92.0, 89.0, 69.0, 102.0]);
        assert_eq!(condorcet_winner(5, &rankings), None);
    }

    #[test]
    fn the_capital_of_tennessee() {
        let rankings = rankings("MNCK", &["42 MNCK", "26 NCKM", "15 CKNM", "17 KCNM"]);
        assert_eq!(borda(4, &rankings), [126.0, 194.0, 173.0, 107.0]);
        assert_eq!(condorcet_winner(4, &rankings), Some(1));
        assert_eq!(named("MNCK", schulze(4, &rankings)), ["N", "C", "K", "M"]);
    }

    #[test]
    fn whom_nobody_names_is_last_and_equal() {
        let rankings = rankings("ABCD", &["3 B"]);
        assert_eq!(named("ABCD", schulze(4, &rankings)), ["B", "ACD"]);
        assert_eq!(borda(4, &rankings), [3.0, 9.0, 3.0, 3.0]);
        assert_eq!(schulze(0, &[]), Vec::<Vec<usize>>::new());
    }
}
