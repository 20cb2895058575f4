//! Bytes as text that may stand in a `script` element or in the browser's storage: every byte that is no plain sign is
//! written as `~` and two digits. Words stay as they are, so a page's data compresses against the same words in the HTML
//! around it, which base64 would prevent.

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The bytes as text, without `<` and `&`.
#[must_use]
pub(crate) fn pack(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        match byte {
            b' '..=b'}' if !matches!(byte, b'<' | b'&') => text.push(char::from(*byte)),
            _ => {
                text.push('~');
                text.push(char::from(DIGITS[usize::from(byte >> 4)]));
                text.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
    text
}

/// The bytes that [`pack`] was given; none where the text is damaged.
#[must_use]
pub(crate) fn unpack(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut signs = text.bytes();
    while let Some(sign) = signs.next() {
        if sign == b'~' {
            bytes.push(digit(signs.next()?)? << 4 | digit(signs.next()?)?);
        } else {
            bytes.push(sign);
        }
    }
    Some(bytes)
}

const fn digit(sign: u8) -> Option<u8> {
    match sign {
        b'0'..=b'9' => Some(sign - b'0'),
        b'a'..=b'f' => Some(sign - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};

    #[test]
    fn what_was_packed_is_unpacked() {
        let every: Vec<u8> = (0..=u8::MAX).chain(*b"</script><!-- ~ & words").collect();
        let text = pack(&every);
        assert!(!text.contains('<') && !text.contains('&') && text.is_ascii());
        assert_eq!(unpack(&text), Some(every));
        assert_eq!(unpack("~0"), None);
        assert_eq!(unpack("~0G"), None);
    }
}
