use visioncast_model::Choice;

use crate::Votes;

/// Rounding must not keep a group from buying what it can pay for to the last penny.
const PENNY: f64 = 1e-9;

/// Which items go to the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slate {
    /// The items by number, in the order in which they were chosen.
    pub items: Vec<usize>,
    /// How many of them a group could pay for; the rest only completes the slate.
    pub paid: usize,
    /// Who approved of something, and of nothing on the slate, by number.
    pub left_out: Vec<usize>,
}

/// The `seats` items that most people approve of; of equals the first.
#[must_use]
pub fn most_approved(votes: &Votes, seats: usize) -> Slate {
    let approvals = approvals(votes);
    let mut items: Vec<usize> = (0..approvals.len()).filter(|item| approvals[*item] > 0).collect();
    items.sort_by_key(|item| std::cmp::Reverse(approvals[*item]));
    items.truncate(seats);
    slate(votes, items, 0)
}

/// `seats` items by the Method of Equal Shares: everybody who approves of something has an equal share
/// of the seats to spend, every item costs one seat, and its supporters pay for it. Again and again the
/// item is bought that takes least from the one who pays most; of equals the one that more people
/// approve of, then the first. What nobody can pay for any more completes the slate in the order of
/// approvals (the utilitarian completion), so that it is as long as the plain one.
///
/// Peters and Skowron 2020, doi:10.1145/3391403.3399465.
#[must_use]
pub fn equal_shares(votes: &Votes, seats: usize) -> Slate {
    let supporters = supporters(votes);
    let approving = (0..votes.people()).filter(|person| approves(votes, *person).next().is_some());
    let share = seats as f64 / approving.count().max(1) as f64;
    let mut budgets = vec![share; votes.people()];
    // What an item takes only grows, so what it took when last looked at bounds it from below.
    let mut open: Vec<(f64, usize)> = (0..supporters.len())
        .filter(|item| !supporters[*item].is_empty())
        .map(|item| (0.0, item))
        .collect();
    let mut items = Vec::new();
    while items.len() < seats {
        let Some((price, item)) = cheapest(&mut open, &supporters, &budgets) else {
            break;
        };
        for person in &supporters[item] {
            budgets[*person] -= budgets[*person].min(price);
        }
        open.retain(|(_, other)| *other != item);
        items.push(item);
    }
    let paid = items.len();
    let completing = most_approved(votes, votes.statements()).items;
    let missing = completing.into_iter().filter(|item| !items[..paid].contains(item));
    let missing: Vec<usize> = missing.take(seats - paid).collect();
    items.extend(missing);
    slate(votes, items, paid)
}

/// The item that takes least from each supporter, and how much; none where no group can pay for one.
fn cheapest(open: &mut Vec<(f64, usize)>, supporters: &[Vec<usize>], budgets: &[f64]) -> Option<(f64, usize)> {
    let better = |one: (f64, usize), other: (f64, usize)| {
        let support = |(_, item): (f64, usize)| std::cmp::Reverse(supporters[item].len());
        (one.0 + PENNY < other.0) || (one.0 <= other.0 + PENNY && (support(one), one.1) < (support(other), other.1))
    };
    open.sort_by(|(one, item), (other, than)| one.total_cmp(other).then(item.cmp(than)));
    let mut best: Option<(f64, usize)> = None;
    for offer in open.iter_mut() {
        if best.is_some_and(|(price, _)| offer.0 > price + PENNY) {
            break;
        }
        offer.0 = price(&supporters[offer.1], budgets).unwrap_or(f64::INFINITY);
        if offer.0.is_finite() && best.is_none_or(|best| better(*offer, best)) {
            best = Some(*offer);
        }
    }
    open.retain(|(price, _)| price.is_finite());
    best
}

/// The ρ at which `supporters` pay for one seat, each min(budget, ρ); none where they cannot.
fn price(supporters: &[usize], budgets: &[f64]) -> Option<f64> {
    let mut purses: Vec<f64> = supporters.iter().map(|person| budgets[*person]).collect();
    if purses.iter().sum::<f64>() < 1.0 - PENNY {
        return None;
    }
    purses.sort_by(f64::total_cmp);
    let mut due = 1.0;
    for (place, purse) in purses.iter().enumerate() {
        let each = due / (purses.len() - place) as f64;
        if each <= *purse {
            return Some(each);
        }
        due -= purse;
    }
    purses.last().copied()
}

fn approves(votes: &Votes, person: usize) -> impl Iterator<Item = usize> + '_ {
    let said = votes.of_person(person);
    said.filter(|(_, choice)| *choice == Choice::Agree)
        .map(|(item, _)| item)
}

fn approvals(votes: &Votes) -> Vec<u32> {
    votes.tallies().iter().map(|tally| tally.agree).collect()
}

fn supporters(votes: &Votes) -> Vec<Vec<usize>> {
    let mut supporters = vec![Vec::new(); votes.statements()];
    for person in 0..votes.people() {
        for item in approves(votes, person) {
            supporters[item].push(person);
        }
    }
    supporters
}

fn slate(votes: &Votes, items: Vec<usize>, paid: usize) -> Slate {
    let mut chosen = vec![false; votes.statements()];
    for item in &items {
        chosen[*item] = true;
    }
    let left_out = (0..votes.people()).filter(|person| {
        approves(votes, *person).next().is_some() && !approves(votes, *person).any(|item| chosen[item])
    });
    Slate {
        left_out: left_out.collect(),
        items,
        paid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Groups of so many people who approve of the same items.
    fn votes(groups: &[(usize, &[usize])], items: usize) -> Votes {
        let mut ballots = Vec::new();
        let mut people = 0;
        for (size, approved) in groups {
            for person in people..people + size {
                ballots.extend(approved.iter().map(|item| (person, *item, Choice::Agree)));
            }
            people += size;
        }
        Votes::of(people, items, &ballots)
    }

    #[test]
    fn a_majority_does_not_take_every_seat() {
        // Six of ten approve of items 0 to 4, four of items 5 to 9; of five seats, six tenths are three.
        let room = votes(&[(6, &[0, 1, 2, 3, 4]), (4, &[5, 6, 7, 8, 9])], 10);
        let plain = most_approved(&room, 5);
        assert_eq!(plain.items, [0, 1, 2, 3, 4]);
        assert_eq!(plain.left_out, [6, 7, 8, 9]);
        let shares = equal_shares(&room, 5);
        assert_eq!(shares.items, [0, 1, 2, 5, 6]);
        assert_eq!((shares.paid, shares.left_out), (5, vec![]));
    }

    #[test]
    fn who_can_pay_less_pays_less() {
        // Three seats, nine people, a third of a seat each. Item 0 costs its six supporters 1/6 each;
        // item 1 the five of its supporters who paid 1/6 and the one with 1/3: 1/6 each; then item 2
        // has 1/6 + 2 · 1/3 = 5/6 left and cannot be paid for: it completes the slate.
        let room = votes(&[(5, &[0, 1]), (1, &[0, 2]), (1, &[1]), (2, &[2])], 4);
        let slate = equal_shares(&room, 3);
        assert_eq!((slate.items, slate.paid), (vec![0, 1, 2], 2));
        // 1/6 + 1/3 + 1/3 + ρ = 1: the last purse pays what is missing.
        let budgets = [1.0 / 6.0, 1.0 / 3.0, 1.0 / 3.0, 0.5];
        let price = price(&[0, 1, 2, 3], &budgets).expect("enough for one");
        assert!((price - (1.0 - 1.0 / 6.0) / 3.0).abs() < 1e-12);
    }

    /// Two who share an item and three who share four: with a seat each, the two have bought one of
    /// theirs and too little is left to either for their own; the three buy three, and the fourth of
    /// theirs completes the slate.
    #[test]
    fn what_is_left_goes_to_what_most_approve_of() {
        let room = votes(&[(1, &[0, 1]), (1, &[0, 2]), (3, &[3, 4, 5, 6])], 7);
        let slate = equal_shares(&room, 5);
        assert_eq!((slate.items, slate.paid), (vec![3, 4, 5, 0, 6], 4));
        assert_eq!(most_approved(&room, 4).left_out, [0, 1]);
    }

    #[test]
    fn ten_tenths_are_a_seat() {
        let room = votes(&[(10, &[0]), (10, &[1])], 2);
        assert_eq!(equal_shares(&room, 2).paid, 2);
    }

    #[test]
    fn nobody_is_left_out_who_wants_nothing() {
        let room = Votes::of(2, 2, &[(0, 0, Choice::Disagree)]);
        let slate = equal_shares(&room, 2);
        assert_eq!((slate.items, slate.left_out), (vec![], vec![]));
        assert_eq!(most_approved(&room, 2).items, [] as [usize; 0]);
    }

    /// Every way in which a group that is large enough for a seat and agrees on an item could end up
    /// with nothing, in small rooms: it never does (justified representation).
    #[test]
    fn a_group_that_deserves_a_seat_has_one() {
        let seats = 2;
        for room in 0..8_u32.pow(4) {
            let approved = |person: u32| (room / 8_u32.pow(person)) % 8;
            let ballots: Vec<_> = (0..4)
                .flat_map(|person| (0..3).map(move |item| (person, item)))
                .filter(|(person, item)| approved(*person) >> item & 1 == 1)
                .map(|(person, item)| (person as usize, item as usize, Choice::Agree))
                .collect();
            let slate = equal_shares(&Votes::of(4, 3, &ballots), seats);
            for item in 0..3 {
                let unheard = slate
                    .left_out
                    .iter()
                    .filter(|person| approved(**person as u32) >> item & 1 == 1);
                assert!(unheard.count() < 4 / seats, "room {room}: {slate:?}");
            }
        }
    }
}
