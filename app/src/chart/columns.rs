use std::fmt::Write as _;

use super::{
    Palette,
    look::{Look, rectangle},
    parts::begun,
};

/// How wide the drawing is, in its own units.
const WIDTH: i32 = 600;
/// Numbers above a column, and points below it.
const LETTERS: i32 = 22;
const MARGIN: i32 = 28;

/// A distribution over the points of a rating, as columns: numbers above, points below, the one in the middle marked.
#[must_use]
pub fn columns(counts: &[u32], middle: Option<usize>, height: i32, palette: &Palette) -> String {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let each = WIDTH / counts.len().max(1) as i32;
    let tall = height - 2 * MARGIN;
    let floor = height - MARGIN;
    let Palette { ink, muted, paper, .. } = palette;
    let mut svg = begun((WIDTH, height));
    for (point, count) in (0_i32..).zip(counts) {
        let (left, wide) = (point * each + each / 8, each * 3 / 4);
        let high = (f64::from(tall) * f64::from(*count) / f64::from(most)).round() as i32;
        let (centre, marked) = (point * each + each / 2, middle == Some(point as usize));
        if *count > 0 {
            let look = if marked { Look::Solid } else { Look::Hatched };
            look.draw(&mut svg, (left, floor - high.max(2), wide, high.max(2)), palette);
        }
        let above = floor - high - 6;
        let _ = write!(
            svg,
            "<text x=\"{centre}\" y=\"{above}\" font-size=\"{LETTERS}\" text-anchor=\"middle\" fill=\"{ink}\">{count}</text>"
        );
        let paint = if marked {
            rectangle(&mut svg, (centre - 20, floor + 4, 40, MARGIN - 4), ink);
            paper
        } else {
            ink
        };
        let _ = write!(
            svg,
            "<text x=\"{centre}\" y=\"{}\" font-size=\"20\" font-weight=\"400\" text-anchor=\"middle\" fill=\"{paint}\">{}</text>",
            height - 6,
            point + 1
        );
    }
    let _ = write!(
        svg,
        "<path d=\"M0 {floor}h{WIDTH}\" stroke=\"{muted}\" stroke-width=\"2\"/></svg>"
    );
    svg
}

/// The place of the answer in the middle of all; with an even number, the lower of the two.
#[must_use]
pub fn middle_of(counts: &[u32]) -> Option<usize> {
    let all: u32 = counts.iter().sum();
    let mut before = 0;
    counts.iter().position(|count| {
        before += count;
        all > 0 && before * 2 >= all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_answer_has_as_many_below_as_above() {
        assert_eq!(middle_of(&[1, 1, 1]), Some(1));
        assert_eq!(middle_of(&[0, 0, 9]), Some(2));
        assert_eq!(middle_of(&[2, 2]), Some(0));
        assert_eq!(middle_of(&[2, 3]), Some(1));
        assert_eq!(middle_of(&[0, 0]), None);
        assert_eq!(middle_of(&[]), None);
    }

    #[test]
    fn every_point_has_its_number() {
        let svg = columns(&[3, 0, 12], Some(2), 200, &Palette::PRINT);
        for number in [">3<", ">0<", ">12<"] {
            assert!(svg.contains(number), "{number}");
        }
        assert!(!columns(&[], None, 200, &Palette::PRINT).contains("<text"));
    }
}
