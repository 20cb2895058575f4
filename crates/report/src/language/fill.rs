use visioncast_model::message::{Piece, fill};

use crate::document::Span;

/// What fills a hole.
#[derive(Clone, Debug)]
pub(crate) enum Value<'a> {
    /// The report's own words, or a number.
    Said(String),
    /// Words of somebody.
    Words(&'a str),
}

/// `text` with values in its holes.
pub(super) fn filled(text: &str, values: &[(&str, Value<'_>)]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut said = String::new();
    fill(text, |piece| match piece {
        Piece::Said(text) => said.push_str(text),
        Piece::Hole(hole) => match values.iter().find(|(name, _)| *name == hole) {
            Some((_, Value::Said(value))) => said.push_str(value),
            Some((_, Value::Words(words))) => {
                if !said.is_empty() {
                    spans.push(Span::Text(std::mem::take(&mut said)));
                }
                spans.push(Span::Words(clean(words)));
            }
            None => {}
        },
    });
    if !said.is_empty() {
        spans.push(Span::Text(said));
    }
    spans
}

/// Words as every format can hold them: signs that XML does not know show as the sign for what cannot be shown, and those
/// that turn the direction of text are left out, since they would reach beyond the words. Lines end in one way.
pub(crate) fn clean(words: &str) -> String {
    let mut cleaned = String::with_capacity(words.len());
    let mut before = '\0';
    for sign in words.chars() {
        match sign {
            '\n' if before == '\r' => {}
            '\r' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\n' | '\t' => cleaned.push(sign),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            '\u{FFFE}' | '\u{FFFF}' => cleaned.push('\u{FFFD}'),
            sign if sign.is_control() => cleaned.push('\u{FFFD}'),
            sign => cleaned.push(sign),
        }
        before = sign;
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_apart_from_what_is_said_of_them() {
        let values = [
            ("count", Value::Said("3".to_owned())),
            ("theme", Value::Words("{count} <b>")),
        ];
        let expected = [
            Span::Text("3 say “".to_owned()),
            Span::Words("{count} <b>".to_owned()),
            Span::Text("”.".to_owned()),
        ];
        assert_eq!(filled("{count} say “{theme}”.", &values), expected);
    }

    #[test]
    fn nothing_reaches_beyond_its_words() {
        let cleaned = clean("a\u{202E}b\u{2069}\0\r\nc\u{FFFF}\u{200F}");
        assert_eq!(cleaned, "ab\u{FFFD}\nc\u{FFFD}\u{200F}");
    }
}
