//! Numbers as people read them.

/// `1 idea`, `2 ideas`, `1,234 ideas`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(count), if count == 1 { one } else { many })
}

/// `1,234`.
pub(super) fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `part` of `whole` in whole per cent; a dash where there is nothing to take part of.
pub(super) fn per_cent(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    format!("{:.0}%", f64::from(part) / f64::from(whole) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(counted(1, "idea", "ideas"), "1 idea");
        assert_eq!(counted(0, "idea", "ideas"), "0 ideas");
        assert_eq!(thousands(1_234_567), "1,234,567");
        assert_eq!(thousands(123), "123");
        assert_eq!(per_cent(2, 3), "67%");
        assert_eq!(per_cent(0, 0), "–");
    }
}
