//! The data that a live page starts from, as text inside the page: postcard, in which every byte that
//! is no plain sign is written as `~` and two digits. Words stay as they are, so they compress against
//! the same words in the HTML around them, which base64 would prevent.

use serde::{Serialize, de::DeserializeOwned};
use visioncast_model::wire;

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// A value as text that may stand in a `script` element or in the browser's storage.
#[must_use]
pub fn encode<T: Serialize>(value: &T) -> String {
    let bytes = wire::encode(value);
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        match byte {
            b' '..=b'}' if byte != b'<' && byte != b'&' => text.push(char::from(byte)),
            _ => {
                text.push('~');
                text.push(char::from(DIGITS[usize::from(byte >> 4)]));
                text.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
    text
}

/// The value that [`encode`] wrote; none where it was another version's, or is damaged.
#[must_use]
pub fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut signs = text.bytes();
    while let Some(sign) = signs.next() {
        if sign == b'~' {
            bytes.push(digit(signs.next()?)? << 4 | digit(signs.next()?)?);
        } else {
            bytes.push(sign);
        }
    }
    wire::decode(&bytes).ok()
}

fn digit(sign: u8) -> Option<u8> {
    match sign {
        b'0'..=b'9' => Some(sign - b'0'),
        b'a'..=b'f' => Some(sign - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn what_was_encoded_is_decoded() {
        let words = "</script><!-- ~ & Ω 漢\n\u{0}".to_owned();
        let text = encode(&words);
        assert!(!text.contains('<') && !text.contains('&') && text.is_ascii());
        assert_eq!(decode(&text), Some(words));
        assert_eq!(decode::<String>("~0"), None);
        assert_eq!(decode::<String>("plain"), None);
    }
}
