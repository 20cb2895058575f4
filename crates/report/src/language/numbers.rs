use time::{Month, OffsetDateTime};
use visioncast_model::{Language, Timestamp};

/// `1,234`; in Spanish from five digits on, with a space that does not break.
pub(super) fn grouped(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let (sign, fewest) = match language {
        Language::English => (',', 4),
        Language::Spanish => ('\u{202F}', 5),
    };
    if digits.len() < fewest {
        return digits;
    }
    let mut grouped = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(sign);
        }
        grouped.push(digit);
    }
    grouped
}

pub(super) fn decimal(number: f64, language: Language) -> String {
    pointed(format!("{number:.1}"), language)
}

pub(super) fn hundredths(number: f64, language: Language) -> String {
    pointed(format!("{number:.2}"), language)
}

fn pointed(english: String, language: Language) -> String {
    match language {
        Language::English => english,
        Language::Spanish => english.replace('.', ","),
    }
}

pub(super) fn per_cent(share: f64, language: Language) -> String {
    let number = format!("{:.0}", share * 100.0);
    match language {
        Language::English => format!("{number}%"),
        Language::Spanish => format!("{number}\u{A0}%"),
    }
}

pub(super) fn day(at: Timestamp, language: Language) -> String {
    let moment = OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let date = moment.date();
    match language {
        Language::English => format!("{} {} {}", date.day(), date.month(), date.year()),
        Language::Spanish => format!("{} de {} de {}", date.day(), month(date.month()), date.year()),
    }
}

const fn month(month: Month) -> &'static str {
    match month {
        Month::January => "enero",
        Month::February => "febrero",
        Month::March => "marzo",
        Month::April => "abril",
        Month::May => "mayo",
        Month::June => "junio",
        Month::July => "julio",
        Month::August => "agosto",
        Month::September => "septiembre",
        Month::October => "octubre",
        Month::November => "noviembre",
        Month::December => "diciembre",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_each_language_writes_them() {
        assert_eq!(
            Language::ALL.map(|language| grouped(1_234, language)),
            ["1,234", "1234"]
        );
        let million = Language::ALL.map(|language| grouped(1_234_567, language));
        assert_eq!(million, ["1,234,567", "1\u{202F}234\u{202F}567"]);
        assert_eq!(Language::ALL.map(|language| decimal(2.44, language)), ["2.4", "2,4"]);
        assert_eq!(
            Language::ALL.map(|language| per_cent(0.666, language)),
            ["67%", "67\u{A0}%"]
        );
        let days = Language::ALL.map(|language| day(Timestamp(1_778_749_200_000), language));
        assert_eq!(days, ["14 May 2026", "14 de mayo de 2026"]);
    }
}
