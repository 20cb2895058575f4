//! The same idea again and again.

use visioncast_model::{ActivityId, Panel};

/// So many times the same comes through: several people may well think alike.
const ALIKE: usize = 3;

/// Whether a question has that idea several times already.
pub(super) fn is_repeated(panel: &Panel, activity: ActivityId, words: &str) -> bool {
    let same = |other: &str| essence(words).eq(essence(other));
    let ideas = panel.ideas_of(activity).filter_map(|(_, idea)| panel.words(idea));
    ideas.filter(|other| same(other)).nth(ALIKE - 1).is_some()
}

/// The words without case, white space and punctuation; pictures stay.
fn essence(words: &str) -> impl Iterator<Item = char> + '_ {
    let kept = |character: &char| !character.is_whitespace() && !character.is_ascii_punctuation();
    words.chars().filter(kept).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_space_and_punctuation_make_no_other_idea() {
        assert!(essence("A garden!").eq(essence("a  garden")));
        assert!(!essence("🌱").eq(essence("🌳")));
        assert!(!essence("a garden").eq(essence("a gardener")));
    }
}
