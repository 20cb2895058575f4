//! Moments as files and people read them, always in UTC: where the panel was held is not known.

use time::OffsetDateTime;
use visioncast_model::Timestamp;

const HOUR: i64 = 60 * 60 * 1000;

/// `2025-10-22T16:03:00Z`.
pub(crate) fn iso(at: Timestamp) -> String {
    let moment = moment(at);
    let (date, time) = (moment.date(), moment.time());
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        date.year(),
        u8::from(date.month()),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// `2025-10-22 16:03`.
pub(crate) fn minute(at: Timestamp) -> String {
    let moment = moment(at);
    let date = moment.date();
    let clock = clock(at);
    format!(
        "{:04}-{:02}-{:02} {clock}",
        date.year(),
        u8::from(date.month()),
        date.day()
    )
}

/// `16:03`.
pub(crate) fn clock(at: Timestamp) -> String {
    let time = moment(at).time();
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `Wed Oct 22 16:03:00 UTC 2025`, as Polis writes it.
pub(crate) fn polis(at: Timestamp) -> String {
    let moment = moment(at);
    let (date, time) = (moment.date(), moment.time());
    let short = |name: String| name.chars().take(3).collect::<String>();
    format!(
        "{} {} {:02} {:02}:{:02}:{:02} UTC {}",
        short(date.weekday().to_string()),
        short(date.month().to_string()),
        date.day(),
        time.hour(),
        time.minute(),
        time.second(),
        date.year()
    )
}

/// The beginning of the hour: what is told of when somebody in the room did something.
pub(crate) const fn to_the_hour(at: Timestamp) -> Timestamp {
    Timestamp(at.0 - at.0.rem_euclid(HOUR))
}

fn moment(at: Timestamp) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_the_same_everywhere() {
        let at = Timestamp(1_726_860_583_813);
        assert_eq!(iso(at), "2024-09-20T19:29:43Z");
        assert_eq!(minute(at), "2024-09-20 19:29");
        assert_eq!(clock(at), "19:29");
        assert_eq!(polis(at), "Fri Sep 20 19:29:43 UTC 2024");
        assert_eq!(iso(to_the_hour(at)), "2024-09-20T19:00:00Z");
    }

    #[test]
    fn a_moment_out_of_range_does_no_harm() {
        assert_eq!(iso(Timestamp(i64::MAX)), "1970-01-01T00:00:00Z");
        assert_eq!(iso(Timestamp(-1)), "1969-12-31T23:59:59Z");
    }
}
