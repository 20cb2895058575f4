use std::collections::BTreeMap;

use visioncast_model::{PanelId, PersonId};

/// Somebody, by the first of their seats.
pub(super) type Somebody = (Option<PanelId>, PersonId);

/// Who is known to be the same person.
pub(super) struct Somebodies {
    first: BTreeMap<Somebody, Somebody>,
}

impl Somebodies {
    /// From the seats of each own link: links that have a seat in common are of one person.
    pub(super) fn of(same: &[Vec<(PanelId, PersonId)>]) -> Self {
        let mut known = Self { first: BTreeMap::new() };
        for seats in same {
            let mut seats = seats.iter().map(|(panel, person)| (Some(*panel), *person));
            let Some(first) = seats.next() else { continue };
            for seat in seats {
                let (one, other) = (known.find(first), known.find(seat));
                if one != other {
                    known.first.insert(one.max(other), one.min(other));
                }
            }
        }
        known
    }

    /// The one that stands for whoever has this seat.
    pub(super) fn who(&self, panel: Option<PanelId>, person: PersonId) -> Somebody {
        self.find((panel, person))
    }

    fn find(&self, seat: Somebody) -> Somebody {
        // Each step leads to a smaller one, so it ends.
        std::iter::successors(Some(seat), |seat| self.first.get(seat).copied())
            .last()
            .unwrap_or(seat)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn links_that_share_a_seat_are_of_one_person() {
        let seat = |panel, person| (PanelId(Uuid::from_u128(panel)), PersonId(Uuid::from_u128(person)));
        let same = [
            vec![seat(1, 10), seat(2, 20)],
            vec![seat(2, 20), seat(3, 30)],
            vec![seat(1, 11)],
        ];
        let known = Somebodies::of(&same);
        let who = |panel, person| {
            let (panel, person) = seat(panel, person);
            known.who(Some(panel), person)
        };
        assert_eq!(who(3, 30), who(1, 10));
        assert_ne!(who(1, 11), who(1, 10));
        assert_ne!(who(2, 21), who(1, 10));
    }
}
