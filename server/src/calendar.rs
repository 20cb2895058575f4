//! Dates for people, in UTC: the server does not know where the reader is.

use visioncast_model::Timestamp;

/// The day of a moment, as `2026-05-14`.
///
/// Days to civil date by Howard Hinnant's `civil_from_days` (<https://howardhinnant.github.io/date_algorithms.html>).
pub(crate) fn date(at: Timestamp) -> String {
    let days = at.0.div_euclid(86_400_000) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The minute of a moment, as `2026-05-14 09:07`.
pub(crate) fn minute(at: Timestamp) -> String {
    let minutes = at.0.rem_euclid(86_400_000) / 60_000;
    format!("{} {:02}:{:02}", date(at), minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_795_392_000, "2026-11-23"),
            (-1, "1969-12-31"),
        ] {
            assert_eq!(date(Timestamp(seconds * 1000)), day);
        }
        assert_eq!(minute(Timestamp(951_782_400_000 + 547 * 60_000)), "2000-02-29 09:07");
    }
}
