use std::fmt::Write as _;

use super::{Palette, parts::begun};

/// The size of the drawing, in its own units.
const SIZE: (i32, i32) = (150, 44);

/// From the first asking to the second: a line from share to share, and by how many percentage points it moved.
#[must_use]
pub fn movement(before: u32, now: u32, palette: &Palette) -> String {
    let (_, height) = SIZE;
    let place = |percent: u32| height - 6 - (height - 12) * percent.min(100) as i32 / 100;
    let (from, to) = (place(before), place(now));
    let Palette { ink, muted, paper, .. } = palette;
    let mut svg = begun(SIZE);
    let _ = write!(
        svg,
        "<path d=\"M8 {from}L64 {to}\" stroke=\"{ink}\" stroke-width=\"3\"/><circle cx=\"8\" cy=\"{from}\" r=\"5\" fill=\"{paper}\" stroke=\"{muted}\" stroke-width=\"2.5\"/><circle cx=\"64\" cy=\"{to}\" r=\"6\" fill=\"{ink}\"/><text x=\"78\" y=\"32\" font-size=\"28\" fill=\"{ink}\">{}</text></svg>",
        points(before, now)
    );
    svg
}

/// By how many percentage points something moved, with its sign.
#[must_use]
pub fn points(before: u32, now: u32) -> String {
    match i64::from(now) - i64::from(before) {
        0 => "±0".to_owned(),
        up @ 1.. => format!("+{up}"),
        down => format!("−{}", -down),
    }
}

/// A share in whole percent; 0 of nobody.
#[must_use]
pub fn percent(part: u32, whole: u32) -> u32 {
    if whole == 0 {
        return 0;
    }
    ((u64::from(part) * 200 + u64::from(whole)) / (u64::from(whole) * 2)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_says_its_direction() {
        assert_eq!(points(40, 47), "+7");
        assert_eq!(points(47, 40), "−7");
        assert_eq!(points(5, 5), "±0");
        assert!(movement(40, 47, &Palette::PRINT).contains(">+7</text>"));
    }

    #[test]
    fn percents_are_rounded_to_the_nearest() {
        assert_eq!(percent(2, 3), 67);
        assert_eq!(percent(1, 3), 33);
        assert_eq!(percent(1, 200), 1);
        assert_eq!(percent(0, 0), 0);
    }
}
