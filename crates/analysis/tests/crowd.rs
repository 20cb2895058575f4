//! What a room's piles add up to: known truths with noise, and the odd rooms.
#![expect(clippy::print_stdout, reason = "`docs/METHODS.md` tells what is printed here")]

use visioncast_analysis::{Generator, Piles, adjusted_rand, crowd_groups};

/// Themes of unlike size, as rooms have them: things by the number of their theme.
fn truth(things: usize, themes: usize) -> Vec<usize> {
    let weights: Vec<f64> = (0..themes).map(|theme| 1.0 / (theme as f64 + 2.0)).collect();
    let sum: f64 = weights.iter().sum();
    let mut truth = Vec::with_capacity(things);
    for (theme, weight) in weights.iter().enumerate() {
        let many = (things as f64 * weight / sum).round() as usize;
        truth.extend(std::iter::repeat_n(theme, many.max(2)));
    }
    truth.resize(things, 0);
    truth
}

/// A sorter who puts what is of one theme into one pile, but each thing, with that probability, anywhere; and who, as often,
/// divides a theme in two.
fn sorted(handful: &[usize], truth: &[usize], noise: f64, random: &mut Generator) -> Piles {
    let mut piles: std::collections::BTreeMap<usize, Vec<usize>> = std::collections::BTreeMap::new();
    let divided = random.share() < noise;
    for thing in handful {
        let theme = truth[*thing];
        let pile = if random.share() < noise {
            1_000 + random.below(4) as usize
        } else if divided && random.share() < 0.5 {
            500 + theme
        } else {
            theme
        };
        piles.entry(pile).or_default().push(*thing);
    }
    piles.into_values().collect()
}

/// The things that were dealt to the fewest, ties at random: what the panel does.
fn handfuls(things: usize, sorters: usize, size: usize, random: &mut Generator) -> Vec<Vec<usize>> {
    let mut shown = vec![0_u32; things];
    (0..sorters)
        .map(|_| {
            let mut order: Vec<(u32, u64, usize)> =
                (0..things).map(|thing| (shown[thing], random.bits(), thing)).collect();
            order.sort_unstable();
            order.truncate(size);
            order.iter().for_each(|(.., thing)| shown[*thing] += 1);
            order.into_iter().map(|(.., thing)| thing).collect()
        })
        .collect()
}

/// How well a room of sorters finds the truth again: the adjusted Rand index over all things; what is in no group is alone.
fn found(things: usize, sorters: usize, size: usize, noise: f64, seed: u64) -> f64 {
    let mut random = Generator::new(seed);
    let truth = truth(things, 8);
    let piles: Vec<Piles> = handfuls(things, sorters, size, &mut random)
        .iter()
        .map(|handful| sorted(handful, &truth, noise, &mut random))
        .collect();
    let mut group: Vec<usize> = (0..things).map(|thing| things + thing).collect();
    for (number, found) in crowd_groups(things, &piles).iter().enumerate() {
        found.members.iter().for_each(|(thing, _)| group[*thing] = number);
    }
    adjusted_rand(&group, &truth).expect("things")
}

/// The table of `docs/METHODS.md`: `cargo test --release -p visioncast-analysis --test crowd -- --ignored --nocapture`.
#[test]
#[ignore = "it prints a table"]
fn curve() {
    const SEEDS: u64 = 10;
    for things in [60, 120] {
        for noise in [0.1, 0.3] {
            println!(
                "\n{things} ideas in 8 themes, noise {noise}: adjusted Rand index, mean (least to most) of {SEEDS} rooms\n"
            );
            println!("| sorters | 6 each | 8 each | 12 each | 16 each | 20 each |\n|---|---|---|---|---|---|");
            for sorters in [10, 25, 50, 100, 200] {
                let cells: Vec<String> = [6, 8, 12, 16, 20]
                    .into_iter()
                    .map(|size| {
                        let mut rooms: Vec<f64> = (0..SEEDS)
                            .map(|seed| found(things, sorters, size, noise, seed))
                            .collect();
                        rooms.sort_by(f64::total_cmp);
                        let mean = rooms.iter().sum::<f64>() / rooms.len() as f64;
                        format!("{mean:.2} ({:.2}–{:.2})", rooms[0], rooms[rooms.len() - 1])
                    })
                    .collect();
                println!("| {sorters} | {} |", cells.join(" | "));
            }
        }
    }
}

#[test]
fn a_room_finds_the_themes_again() {
    for seed in 0..5 {
        assert!(found(60, 200, 12, 0.1, seed) > 0.9, "seed {seed}");
        assert!(found(60, 60, 12, 0.3, seed) > 0.4, "seed {seed}");
    }
}

#[test]
fn the_order_of_sorters_does_not_matter() {
    let mut random = Generator::new(3);
    let truth = truth(40, 5);
    let handfuls = handfuls(40, 30, 10, &mut random);
    let mut piles: Vec<Piles> = handfuls
        .iter()
        .map(|handful| sorted(handful, &truth, 0.2, &mut random))
        .collect();
    let one = crowd_groups(40, &piles);
    piles.reverse();
    piles.iter_mut().for_each(|piles| piles.reverse());
    assert_eq!(crowd_groups(40, &piles), one);
}

#[test]
fn odd_rooms_have_the_groups_that_they_can_have() {
    assert_eq!(crowd_groups(5, &[]), []);
    assert_eq!(crowd_groups(0, &[vec![]]), []);
    // Everything alone: no groups.
    assert_eq!(crowd_groups(4, &[vec![vec![0], vec![1], vec![2], vec![3]]]), []);
    // One sorter agrees with nobody.
    let piles = vec![vec![0, 1, 2], vec![3, 4, 5], vec![6]];
    assert_eq!(crowd_groups(8, std::slice::from_ref(&piles)), []);
    // Five of one mind: their piles; a thing that nobody saw is in none.
    let one = crowd_groups(8, &vec![piles; 5]);
    let members: Vec<Vec<usize>> = one
        .iter()
        .map(|group| group.members.iter().map(|(thing, _)| *thing).collect())
        .collect();
    assert_eq!(members, [vec![0, 1, 2], vec![3, 4, 5]]);
    assert_eq!((one[0].seen, one[0].together, one[0].together_outside), (15, 15, 0));
    assert_eq!(one[0].members[0].1, Some(1.0));
    // Everybody puts all into one pile: one group.
    let all = crowd_groups(4, &vec![vec![vec![0, 1, 2, 3]]; 5]);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].members.len(), all[0].seen, all[0].together), (4, 30, 30));
}

#[test]
fn a_room_that_agrees_on_nothing_is_proposed_nothing() {
    let mut proposed = 0;
    for seed in 0..40 {
        let mut random = Generator::new(seed);
        let piles: Vec<Piles> = handfuls(60, 50, 12, &mut random)
            .iter()
            .map(|handful| {
                let mut piles = vec![Vec::new(); 4];
                for thing in handful {
                    piles[random.below(4) as usize].push(*thing);
                }
                piles
            })
            .collect();
        proposed += usize::from(!crowd_groups(60, &piles).is_empty());
    }
    // One in twenty is let pass.
    assert!(proposed <= 6, "{proposed} of 40");
}

#[test]
fn two_broad_themes_are_found_among_sorters_who_err_often() {
    for (things, seed) in [(60, 1), (60, 2), (40, 3)] {
        let mut random = Generator::new(seed);
        let truth: Vec<usize> = (0..things).map(|thing| usize::from(thing >= things * 4 / 5)).collect();
        let piles: Vec<Piles> = handfuls(things, 100, 12, &mut random)
            .iter()
            .map(|handful| sorted(handful, &truth, 0.3, &mut random))
            .collect();
        // Five came late: nobody saw them, and so they are in no group.
        let groups = crowd_groups(things + 5, &piles);
        assert_eq!(groups.len(), 2, "seed {seed}");
        let members = groups.iter().flat_map(|group| &group.members);
        assert!(members.into_iter().all(|(thing, _)| *thing < things), "seed {seed}");
    }
}

#[test]
fn a_large_room_is_done_in_a_moment() {
    let mut random = Generator::new(9);
    let truth = truth(1_000, 20);
    let piles: Vec<Piles> = handfuls(1_000, 300, 12, &mut random)
        .iter()
        .map(|handful| sorted(handful, &truth, 0.1, &mut random))
        .collect();
    let groups = crowd_groups(1_000, &piles);
    let placed: usize = groups.iter().map(|group| group.members.len()).sum();
    assert!(placed <= 1_000 && !groups.is_empty());
}
