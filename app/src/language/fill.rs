//! Messages with values in them. By hand, for the library's searching costs a phone more.

/// What is before the first `sign`, which is one of ASCII, and what is behind it.
pub(super) fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// `text` with values in its holes.
pub(super) fn filled<V: ToString>(mut text: &str, values: &[(&str, V)]) -> String {
    let mut filled = String::new();
    while let Some((before, behind)) = cut(text, b'{') {
        filled.push_str(before);
        let (hole, rest) = cut(behind, b'}').unwrap_or((behind, ""));
        if let Some((_, value)) = values.iter().find(|(name, _)| *name == hole) {
            filled.push_str(&value.to_string());
        }
        text = rest;
    }
    filled.push_str(text);
    filled
}

/// The form for so many. A language that has more forms than one and many gets a rule of its own here.
pub(super) fn form(text: &str, count: u32) -> &str {
    match cut(text, b'|') {
        Some((one, _)) if count == 1 => one,
        Some((_, many)) => many,
        None => text,
    }
}
