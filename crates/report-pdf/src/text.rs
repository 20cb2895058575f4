//! What people wrote, made fit to be set: every sign is one that a font has, and no word is wider than its line.

use serde_json::Value;

/// What stands for a sign that no font has.
pub(crate) const UNKNOWN: char = '\u{FFFD}';
/// A word of more signs gets places at which a line may end.
const WORD: usize = 24;
/// A place after so many of them.
const PART: usize = 12;
/// A place at which a line may end, and nothing shows.
pub(crate) const MAY_END: char = '\u{200B}';
/// How a hash begins, which is copied out of a report: it is kept whole.
const HASH: &str = "sha256:";

/// Does something to each text in a report.
pub(crate) fn each(value: &mut Value, change: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(values) => values.iter_mut().for_each(|value| each(value, change)),
        Value::Object(values) => values.values_mut().for_each(|value| each(value, change)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A text with signs that there are, in words that can be set; lines without words take no room.
pub(crate) fn fit(text: &str, have: impl Fn(char) -> bool) -> String {
    let mut fitted = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let breaks = word.chars().count() > WORD && !word.starts_with(HASH);
        let mut long = 0;
        for sign in word.chars() {
            let joins = is_joined(sign);
            if breaks && long >= PART && !joins {
                fitted.push(MAY_END);
                long = 0;
            }
            long += usize::from(!joins);
            match sign {
                '\n' if fitted.is_empty() || fitted.ends_with('\n') => {}
                '\n' => fitted.push('\n'),
                '\t' => fitted.push(' '),
                // Marks of order, which PDF forbids.
                '\0' | '\u{FEFF}' | '\u{FFFE}' => {}
                sign if sign.is_control() || is_private(sign) => fitted.push(UNKNOWN),
                sign if is_unseen(sign) || sign.is_whitespace() || have(sign) => fitted.push(sign),
                _ => fitted.push(UNKNOWN),
            }
        }
    }
    fitted.truncate(fitted.trim_end_matches('\n').len());
    fitted
}

/// Signs that mean what a font takes them to mean.
fn is_private(sign: char) -> bool {
    matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Signs that shape others and show nothing by themselves.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{E0001}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Signs that belong to the one before: no line ends between.
fn is_joined(sign: char) -> bool {
    is_unseen(sign)
        || matches!(sign, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
            | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{E31}'..='\u{E4E}'
            | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{1F3FB}'..='\u{1F3FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(text: &str) -> String {
        fit(text, |sign| sign.is_ascii() || sign == '\u{E000}')
    }

    #[test]
    fn signs_that_no_font_has_show_as_one() {
        assert_eq!(
            fitted("a\u{0}\u{FEFF}b\u{7}c\tд\ne\u{200D}"),
            "ab\u{FFFD}c \u{FFFD}\ne\u{200D}"
        );
    }

    #[test]
    fn long_words_may_end_within() {
        let parts = fitted(&"x".repeat(500));
        assert!(parts.split(MAY_END).all(|part| part.len() <= PART), "{parts}");
        assert_eq!(parts.replace(MAY_END, ""), "x".repeat(500));
        assert_eq!(fitted("internationalisation of it"), "internationalisation of it");
        let hash = format!("{HASH}{}", "f".repeat(64));
        assert_eq!(fitted(&hash), hash);
    }

    #[test]
    fn marks_stay_with_their_letters() {
        let word = "e\u{301}".repeat(40);
        let parts = fit(&word, |_| true);
        assert!(parts.split(MAY_END).all(|part| !part.starts_with('\u{301}')), "{parts}");
    }

    #[test]
    fn every_text_is_changed_and_no_name_of_a_field() {
        let mut report = serde_json::json!({ "a": ["x", { "x": "x" }], "n": 1 });
        each(&mut report, &mut |text| text.push('y'));
        let expected = serde_json::json!({ "a": ["xy", { "x": "xy" }], "n": 1 });
        assert_eq!(report, expected);
    }
}
