use visioncast_model::Choice;

use crate::{Generator, Structure, Votes, principal::Sparse};

/// Under so many people groups are not looked for: too often there would be none to be found.
pub const FEWEST_PEOPLE: usize = 50;
/// Who said less is not placed.
const FEWEST_VOTES: usize = 7;
/// How many groups there are at most.
const MOST_GROUPS: usize = 5;
/// How often grouping begins anew.
const STARTS: usize = 10;
/// How many people the quality of a grouping is judged by, at most.
const JUDGED: usize = 1_000;
/// How often centres move at most; far fewer times do.
const MOVES: usize = 200;
/// How many steps the two directions are given.
const STEPS: usize = 60;

/// Whether the room falls into groups of like opinion.
#[derive(Clone, Debug, PartialEq)]
pub enum OpinionGroups {
    /// None can be told from chance.
    Undetectable(Reason),
    /// There are some.
    Found(Grouping),
}

/// Why no groups are told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// So few people, under [`FEWEST_PEOPLE`], said enough.
    FewPeople(usize),
    /// People differ no more than they would by their readiness to agree alone.
    Chance(Structure),
}

/// People of like opinion.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouping {
    /// The people of each group by number, the largest group first.
    pub groups: Vec<Vec<usize>>,
    /// Everybody who is placed, and where: along the two directions in which votes differ most.
    pub places: Vec<(usize, [f64; 2])>,
    /// How clearly the groups lie apart, from −1 to 1 (Rousseeuw 1987,
    /// doi:10.1016/0377-0427(87)90125-7).
    pub silhouette: f64,
    /// What it took to look for groups at all.
    pub structure: Structure,
}

impl OpinionGroups {
    /// Looks for groups as Polis does (Small et al. 2021, doi:10.6035/recerca.5516): missing votes at the
    /// statement's mean, two principal components, k-means for two to five groups, the best by its
    /// silhouette. But only among 50 people or more, and where [`Structure`] is found, since that way
    /// finds groups in any noise. Statements that are `hidden` do not count; the same `seed` gives the
    /// same groups.
    #[must_use]
    pub fn of(votes: &Votes, hidden: &[bool], seed: u64) -> Self {
        let shows = |statement: usize| !hidden.get(statement).copied().unwrap_or_default();
        let shown = (0..votes.statements()).filter(|statement| shows(*statement)).count();
        let everybody: Vec<usize> = (0..votes.people()).collect();
        let votes = votes.among(&everybody, shows);
        let enough = FEWEST_VOTES.min(shown).max(1);
        let placed: Vec<usize> = everybody
            .into_iter()
            .filter(|person| votes.of_person(*person).len() >= enough)
            .collect();
        if placed.len() < FEWEST_PEOPLE {
            return Self::Undetectable(Reason::FewPeople(placed.len()));
        }
        let structure = Structure::of(&votes.among(&placed, |_| true), seed);
        if !structure.found {
            return Self::Undetectable(Reason::Chance(structure));
        }
        let mut generator = Generator::new(seed);
        let places = places(&votes, shown, &placed, &mut generator);
        let (groups, silhouette) = best_grouping(&places, &mut generator);
        Self::Found(Grouping {
            groups: groups
                .into_iter()
                .map(|group| group.into_iter().map(|person| placed[person]).collect())
                .collect(),
            places: placed.into_iter().zip(places).collect(),
            silhouette,
            structure,
        })
    }
}

/// Where each of `placed` stands: their votes along the two directions in which everybody's votes spread
/// most, stretched by how few of the statements `shown` they voted on.
pub(crate) fn places(votes: &Votes, shown: usize, placed: &[usize], generator: &mut Generator) -> Vec<[f64; 2]> {
    let means: Vec<f64> = votes
        .tallies()
        .iter()
        .map(|tally| (f64::from(tally.agree) - f64::from(tally.disagree)) / f64::from(tally.total().max(1)))
        .collect();
    // What is missing stands at the mean, that is, at 0 once the mean is taken out.
    let mut matrix = Sparse::new(votes.statements());
    for person in 0..votes.people() {
        matrix.push_row(votes.of_person(person).map(|(statement, choice)| {
            let vote = match choice {
                Choice::Agree => 1.0,
                Choice::Disagree => -1.0,
                Choice::Pass => 0.0,
            };
            (statement, vote - means[statement])
        }));
    }
    let directions = matrix.directions(2, STEPS, generator);
    let along = |person: usize, place: usize| {
        let said = matrix.row(person).0.len().max(1) as f64;
        let stretch = (shown as f64 / said).sqrt();
        directions
            .get(place)
            .map_or(0.0, |direction| stretch * matrix.along(person, &direction.axis))
    };
    placed
        .iter()
        .map(|person| [along(*person, 0), along(*person, 1)])
        .collect()
}

/// The grouping with the best silhouette, largest group first, fewer groups where two are as good.
fn best_grouping(places: &[[f64; 2]], generator: &mut Generator) -> (Vec<Vec<usize>>, f64) {
    let most = MOST_GROUPS.min(2 + places.len() / 12);
    let mut judges: Vec<usize> = (0..places.len()).collect();
    for place in 0..judges.len().min(JUDGED) {
        let other = place + generator.below((judges.len() - place) as u64) as usize;
        judges.swap(place, other);
    }
    judges.truncate(JUDGED);
    let mut best: Option<(Vec<Vec<usize>>, f64)> = None;
    for count in 2..=most {
        let of = k_means(places, count, generator);
        let silhouette = silhouette(places, &of, &judges);
        if best.as_ref().is_none_or(|(_, highest)| silhouette > *highest) {
            let mut groups = vec![Vec::new(); count];
            for (person, group) in of.into_iter().enumerate() {
                groups[group].push(person);
            }
            groups.retain(|group| !group.is_empty());
            groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group[0]));
            best = Some((groups, silhouette));
        }
    }
    best.unwrap_or_default()
}

/// The group of each place, by the best of several runs of Lloyd's algorithm (Lloyd 1982,
/// doi:10.1109/TIT.1982.1056489), each from centres drawn far from one another (Arthur and
/// Vassilvitskii 2007, k-means++).
fn k_means(places: &[[f64; 2]], count: usize, generator: &mut Generator) -> Vec<usize> {
    let mut best: Option<(f64, Vec<usize>)> = None;
    for _ in 0..STARTS {
        let mut centres = far_apart(places, count, generator);
        let mut of = vec![usize::MAX; places.len()];
        let mut scatter = f64::INFINITY;
        for _ in 0..MOVES {
            let mut moved = false;
            let mut sums = vec![([0.0; 2], 0.0); count];
            scatter = 0.0;
            for (place, of) in places.iter().zip(&mut of) {
                let (nearest, far) = nearest(place, &centres);
                moved |= *of != nearest;
                *of = nearest;
                scatter += far;
                let (sum, people) = &mut sums[nearest];
                sum[0] += place[0];
                sum[1] += place[1];
                *people += 1.0;
            }
            if !moved {
                break;
            }
            for (centre, (sum, people)) in centres.iter_mut().zip(sums) {
                if people > 0.0 {
                    *centre = sum.map(|sum| sum / people);
                }
            }
        }
        if best.as_ref().is_none_or(|(least, _)| scatter < *least) {
            best = Some((scatter, of));
        }
    }
    best.map(|(_, of)| of).unwrap_or_default()
}

fn far_apart(places: &[[f64; 2]], count: usize, generator: &mut Generator) -> Vec<[f64; 2]> {
    let mut centres = vec![places[generator.below(places.len() as u64) as usize]];
    while centres.len() < count {
        let far: Vec<f64> = places.iter().map(|place| nearest(place, &centres).1).collect();
        let mut left = generator.share() * far.iter().sum::<f64>();
        let drawn = far.iter().position(|far| {
            left -= far;
            left < 0.0
        });
        centres.push(places[drawn.unwrap_or(places.len() - 1)]);
    }
    centres
}

fn nearest(place: &[f64; 2], centres: &[[f64; 2]]) -> (usize, f64) {
    let far = centres.iter().map(|centre| squared_distance(place, centre)).enumerate();
    far.min_by(|(_, one), (_, other)| one.total_cmp(other))
        .unwrap_or_default()
}

fn squared_distance(one: &[f64; 2], other: &[f64; 2]) -> f64 {
    (one[0] - other[0]).powi(2) + (one[1] - other[1]).powi(2)
}

/// How much nearer `judges` lie to their own group than to the next one, on average, among themselves;
/// who is alone counts 0.
fn silhouette(places: &[[f64; 2]], of: &[usize], judges: &[usize]) -> f64 {
    let count = of.iter().max().map_or(0, |most| most + 1);
    let mut sum = 0.0;
    for judge in judges {
        let mut distances = vec![(0.0, 0.0); count];
        for other in judges.iter().filter(|other| *other != judge) {
            let (sum, people) = &mut distances[of[*other]];
            *sum += squared_distance(&places[*judge], &places[*other]).sqrt();
            *people += 1.0;
        }
        let own = distances[of[*judge]];
        let others = distances
            .iter()
            .enumerate()
            .filter(|(group, (_, people))| *group != of[*judge] && *people > 0.0);
        let next = others.map(|(_, (sum, people))| sum / people).min_by(f64::total_cmp);
        if let Some(next) = next.filter(|_| own.1 > 0.0) {
            let own = own.0 / own.1;
            let wider = own.max(next);
            sum += if wider > 0.0 { (next - own) / wider } else { 0.0 };
        }
    }
    sum / judges.len().max(1) as f64
}
