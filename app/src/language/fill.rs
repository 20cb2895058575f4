//! Messages with values in them. By hand, for the library's searching costs a phone more.

/// The pieces of `text` between `ends`, which are signs of ASCII.
pub(super) fn pieces(text: &str, end: u8) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte == end {
            pieces.extend(text.get(from..at));
            from = at + 1;
        }
    }
    pieces.extend(text.get(from..));
    pieces
}

/// `text` with values in its holes.
pub(super) fn filled(text: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::new();
    for piece in pieces(text, b'{') {
        match *pieces(piece, b'}') {
            [hole, rest] => {
                for (name, value) in values {
                    if *name == hole {
                        filled.push_str(value);
                    }
                }
                filled.push_str(rest);
            }
            _ => filled.push_str(piece),
        }
    }
    filled
}

/// The form for so many. A language that has more forms than one and many gets a rule of its own here.
pub(super) fn form(text: &str, count: u32) -> &str {
    let forms = pieces(text, b'|');
    let form = if count == 1 { forms.first() } else { forms.last() };
    form.copied().unwrap_or_default()
}
