/// How long a text is, as a class: what is longer is set smaller, so that it fits.
pub(crate) fn length(words: &str) -> &'static str {
    match words.chars().count() {
        0..=60 => "short",
        61..=130 => "medium",
        131..=260 => "long",
        _ => "longest",
    }
}
