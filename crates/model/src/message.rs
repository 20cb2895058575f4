//! Messages with values in them, as every language has them: `{name}` is a hole for a value, and a `|` stands between the form
//! for one and that for more. By hand, for the library's searching costs a phone more.

/// A part of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// What it says by itself.
    Said(&'a str),
    /// A hole, by its name.
    Hole(&'a str),
}

/// What is before the first `sign`, which is one of ASCII, and what is behind it.
#[must_use]
pub fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Goes through a message from its beginning to its end.
pub fn fill<'a>(mut text: &'a str, mut each: impl FnMut(Piece<'a>)) {
    while let Some((before, behind)) = cut(text, b'{') {
        each(Piece::Said(before));
        let (hole, rest) = cut(behind, b'}').unwrap_or((behind, ""));
        each(Piece::Hole(hole));
        text = rest;
    }
    each(Piece::Said(text));
}

/// The form for so many. A language that has more forms than one and many gets a rule of its own here.
#[must_use]
pub fn form(text: &str, count: u32) -> &str {
    match cut(text, b'|') {
        Some((one, _)) if count == 1 => one,
        Some((_, many)) => many,
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many_differ() {
        assert_eq!((form("a|b", 1), form("a|b", 0), form("c", 1)), ("a", "b", "c"));
    }

    #[test]
    fn every_part_comes_in_order() {
        let mut pieces = Vec::new();
        fill("{a} of {b", |piece| pieces.push(piece));
        let expected = [
            Piece::Said(""),
            Piece::Hole("a"),
            Piece::Said(" of "),
            Piece::Hole("b"),
            Piece::Said(""),
        ];
        assert_eq!(pieces, expected);
    }
}
