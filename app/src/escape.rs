/// `text` as HTML shows it, in an element or in a quoted attribute.
#[must_use]
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(sign),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_escapes_into_markup() {
        assert_eq!(
            escaped("</textarea><b a=\"1\">&"),
            "&lt;/textarea>&lt;b a=&quot;1&quot;>&amp;"
        );
    }
}
