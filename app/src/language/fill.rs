use visioncast_model::message::{Piece, fill};

/// `text` with values in its holes.
pub(super) fn filled<V: ToString>(text: &str, values: &[(&str, V)]) -> String {
    let mut filled = String::new();
    fill(text, |piece| match piece {
        Piece::Said(said) => filled.push_str(said),
        Piece::Hole(hole) => {
            if let Some((_, value)) = values.iter().find(|(name, _)| *name == hole) {
                filled.push_str(&value.to_string());
            }
        }
    });
    filled
}
