use std::fmt::Write as _;

use super::Palette;
use crate::language::Sheet;

/// The most lines of one picture: more could not be told apart.
const LINES: usize = 12;
/// The width of the drawing, in its own units; where the two rounds stand, and how high a share of 1 is.
const WIDTH: i32 = 360;
const ROUNDS: (i32, i32) = (90, 270);
const HEIGHT: i32 = 320;
const TOP: i32 = 20;
/// The size of the numbers, and how far apart they have to stand to be read.
const LETTERS: i32 = 15;
const APART: i32 = 17;

/// The shares of several statements in two rounds, each a line from left to right: what rose solid, what fell broken.
/// Each end bears the statement's number in the table beside it, from 1, and the share in percent. None where there is
/// nothing to draw.
#[must_use]
pub fn slope(shares: &[(usize, (f64, f64))], palette: &Palette) -> Option<String> {
    let shares = &shares[..shares.len().min(LINES)];
    if shares.is_empty() {
        return None;
    }
    let place = |share: f64| TOP + HEIGHT - (share * f64::from(HEIGHT)).round() as i32;
    let ends = |side: fn(&(f64, f64)) -> f64| -> Vec<i32> {
        spread(shares.iter().map(|(_, both)| place(side(both))).collect())
    };
    let (left, right) = (ends(|both| both.0), ends(|both| both.1));
    let tallest = left.iter().chain(&right).copied().max().unwrap_or(0).max(TOP + HEIGHT) + TOP;
    let Palette {
        ink,
        muted,
        agree,
        disagree,
        ..
    } = palette;
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {tallest}\" aria-hidden=\"true\" focusable=\"false\"><g stroke=\"{muted}\">"
    );
    for round in [ROUNDS.0, ROUNDS.1] {
        let _ = write!(svg, "<path d=\"M{round} {TOP}v{HEIGHT}\"/>");
    }
    svg.push_str("</g>");
    for (_, (before, after)) in shares {
        let (from, to) = (place(*before), place(*after));
        let (paint, broken) = if whole_percent(*after) < whole_percent(*before) {
            (disagree, " stroke-dasharray=\"7 5\"")
        } else {
            (agree, "")
        };
        let (first, second) = ROUNDS;
        let _ = write!(
            svg,
            "<path d=\"M{first} {from}L{second} {to}\" stroke=\"{paint}\" stroke-width=\"3\" fill=\"none\"{broken}/>\
             <circle cx=\"{first}\" cy=\"{from}\" r=\"4.5\" fill=\"{paint}\"/>\
             <circle cx=\"{second}\" cy=\"{to}\" r=\"4.5\" fill=\"{paint}\"/>"
        );
    }
    let _ = write!(
        svg,
        "<g font-size=\"{LETTERS}\" fill=\"{ink}\" font-family=\"sans-serif\">"
    );
    for ((number, (before, after)), (left, right)) in shares.iter().zip(left.iter().zip(&right)) {
        let (x, y) = (ROUNDS.0 - 12, left + LETTERS / 3);
        let (before, after) = (whole_percent(*before), whole_percent(*after));
        let _ = write!(
            svg,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\"><tspan font-weight=\"700\">{number}</tspan> {before}%</text>"
        );
        let (x, y) = (ROUNDS.1 + 12, right + LETTERS / 3);
        let _ = write!(
            svg,
            "<text x=\"{x}\" y=\"{y}\">{after}% <tspan font-weight=\"700\">{number}</tspan></text>"
        );
    }
    svg.push_str("</g></svg>");
    Some(svg)
}

/// Moves labels down just so far that none covers another; they keep their order.
fn spread(places: Vec<i32>) -> Vec<i32> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|label| places[*label]);
    let mut spread = places.clone();
    let mut free = i32::MIN;
    for label in order {
        spread[label] = places[label].max(free);
        free = spread[label] + APART;
    }
    spread
}

/// A share as whole percent.
#[must_use]
pub fn whole_percent(share: f64) -> i32 {
    (share * 100.0).round() as i32
}

/// What a line of the picture says: by how many points the share changed, as it is written.
#[must_use]
pub fn change_in_words((before, after): (f64, f64)) -> String {
    match whole_percent(after) - whole_percent(before) {
        0 => Sheet::NoChange.owned(),
        up if up > 0 => Sheet::UpPoints.count(up.unsigned_abs()),
        down => Sheet::DownPoints.count(down.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use visioncast_model::Language;

    use super::*;
    use crate::language::speaking;

    fn change_in_words(both: (f64, f64)) -> String {
        speaking(Language::English, || super::change_in_words(both))
    }

    #[test]
    fn what_rose_is_solid_and_what_fell_is_broken() {
        let draw = |both| slope(&[(1, both)], &Palette::PRINT).expect("a line");
        assert!(!draw((0.2, 0.8)).contains("dasharray"));
        assert!(draw((0.8, 0.2)).contains("dasharray"));
        assert!(draw((0.8, 0.2)).contains(">1</tspan> 80%"));
        assert_eq!(slope(&[], &Palette::PRINT), None);
    }

    #[test]
    fn labels_keep_their_order_and_do_not_cover_each_other() {
        let places = spread(vec![100, 40, 101, 100]);
        let mut sorted = places.clone();
        sorted.sort_unstable();
        assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= APART), "{places:?}");
        assert_eq!(places[1], 40);
        assert!(places[0] < places[2]);
    }

    #[test]
    fn the_words_say_what_the_ends_show() {
        assert_eq!(change_in_words((0.75, 0.45)), "down 30 points");
        assert_eq!(change_in_words((0.504, 0.514)), "up 1 point");
        assert_eq!(change_in_words((0.501, 0.504)), "no change");
    }
}
