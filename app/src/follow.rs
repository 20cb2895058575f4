//! How a screen follows the room: the one rule by which its view moves.

use serde::de::DeserializeOwned;
use visioncast_model::{
    view::{Patch, View},
    wire::{self, Move},
};

/// What was missed in between, or what came could not be read: a fresh view is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap;

/// Moves `view` on.
///
/// # Errors
/// Where the move begins beyond what the view holds; then the view is as before.
pub fn follow<K, V>(view: &mut View<K, V>, moved: &Move) -> Result<(), Gap>
where
    K: Ord + Clone + DeserializeOwned,
    V: Clone + PartialEq + DeserializeOwned,
{
    if moved.from.is_some_and(|from| from > view.seq) {
        return Err(Gap);
    }
    let patch: Patch<K, V> = wire::from_body(&moved.patch).map_err(|_| Gap)?;
    if moved.from.is_none() {
        *view = View::default();
    }
    view.apply(moved.to, patch);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use visioncast_model::Seq;

    fn moved(from: Option<u64>, to: u64, patch: Vec<(u8, Option<u8>)>) -> Move {
        Move {
            from: from.map(Seq),
            to: Seq(to),
            patch: wire::to_body(&Patch(patch)),
        }
    }

    #[test]
    fn a_view_moves_on_and_never_back() {
        let mut view = View::<u8, u8>::default();
        assert_eq!(
            follow(&mut view, &moved(None, 5, vec![(1, Some(1)), (2, Some(2))])),
            Ok(())
        );
        assert_eq!(follow(&mut view, &moved(Some(3), 4, vec![(1, None)])), Ok(()));
        assert_eq!(view.seq, Seq(5));
        assert_eq!(view.values.len(), 1);
    }

    #[test]
    fn a_gap_is_noticed_and_changes_nothing() {
        let mut view = View::<u8, u8>::default();
        assert_eq!(follow(&mut view, &moved(Some(1), 2, vec![(1, Some(1))])), Err(Gap));
        assert!(view.values.is_empty());
    }

    #[test]
    fn a_fresh_view_drops_what_it_leaves_out() {
        let mut view = View::<u8, u8>::default();
        assert_eq!(follow(&mut view, &moved(None, 9, vec![(1, Some(1))])), Ok(()));
        assert_eq!(follow(&mut view, &moved(None, 2, vec![(2, Some(2))])), Ok(()));
        assert_eq!(view.seq, Seq(2));
        assert!(!view.values.contains_key(&1));
    }
}
