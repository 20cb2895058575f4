use std::fmt;

/// Words as they stand in HTML: nothing in them is markup, inside an element or an attribute.
///
/// Control characters that HTML does not know show as the sign for what cannot be shown. Signs that
/// turn the direction of text stay: every place that shows what people wrote is an element with
/// `dir="auto"`, beyond which they have no effect.
pub(crate) struct Text<'a>(pub(crate) &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut written = 0;
        for (place, sign) in self.0.char_indices() {
            let instead = match sign {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\n' | '\t' => continue,
                sign if sign.is_control() => "\u{FFFD}",
                _ => continue,
            };
            formatter.write_str(&self.0[written..place])?;
            formatter.write_str(instead)?;
            written = place + sign.len_utf8();
        }
        formatter.write_str(&self.0[written..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_people_wrote_is_markup() {
        let words = "<script>alert('x')</script> & \"more\"\n\0\u{9B}é";
        assert_eq!(
            Text(words).to_string(),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;\n\u{FFFD}\u{FFFD}é"
        );
    }
}
