use std::fmt::Write as _;

use super::Palette;

/// The most seats that are drawn; above, each stands for several people.
const SEATS: u32 = 200;
/// The shape of the drawing: so wide, so high.
const SHAPE: (u32, u32) = (8, 5);
/// A small room leaves places free, so that a seat is never larger than its share of these.
const COLUMNS: u32 = 6;
/// The size of a seat with the room around it, in the drawing's own units.
const CELL: u32 = 20;
/// The radius of a lit seat, and of one that is not.
const RADIUS: (u32, u32) = (8, 6);

/// How many people one seat stands for.
#[must_use]
pub fn people_per_seat(people: u32) -> u32 {
    [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|each| people.div_ceil(*each) <= SEATS)
        .unwrap_or(1_000)
}

/// The hall as seats: one for each person who is in, lit from the first on for as many as have
/// answered. Who answered what, or who did at all, is not in it.
#[must_use]
pub fn seats(people: u32, answered: u32, palette: &Palette) -> String {
    let each = people_per_seat(people);
    let all = people.max(answered).div_ceil(each).max(1);
    // The last light goes on with the last person.
    let lit = if answered > 0 && answered >= people {
        all
    } else {
        answered / each
    };
    let columns = (1..=all)
        .find(|columns| columns * columns * SHAPE.1 >= all * SHAPE.0)
        .unwrap_or(all);
    let rows = all.div_ceil(columns);
    let (width, height) = (columns.max(COLUMNS) * CELL, rows * CELL);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"xMinYMid\" aria-hidden=\"true\" focusable=\"false\">"
    );
    let Palette {
        ink, muted, spotlight, ..
    } = palette;
    let _ = write!(svg, "<g fill=\"{spotlight}\" stroke=\"{ink}\" stroke-width=\"1.1\">");
    for seat in 0..lit.min(all) {
        circle(&mut svg, seat, columns, RADIUS.0);
    }
    let _ = write!(svg, "</g><g fill=\"none\" stroke=\"{muted}\" stroke-width=\"1.1\">");
    for seat in lit..all {
        circle(&mut svg, seat, columns, RADIUS.1);
    }
    svg.push_str("</g></svg>");
    svg
}

fn circle(svg: &mut String, seat: u32, columns: u32, radius: u32) {
    let (x, y) = (seat % columns * CELL + CELL / 2, seat / columns * CELL + CELL / 2);
    let _ = write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_hall_has_no_more_seats_than_can_be_seen() {
        assert_eq!(people_per_seat(0), 1);
        assert_eq!(people_per_seat(200), 1);
        assert_eq!(people_per_seat(201), 2);
        let svg = seats(10_000, 5_000, &Palette::PRINT);
        assert_eq!(svg.matches("<circle").count(), 200);
        assert_eq!(svg.matches("r=\"8\"").count(), 100);
    }

    #[test]
    fn the_hall_is_lit_only_when_everybody_answered() {
        let lit = |people, answered| seats(people, answered, &Palette::PRINT).matches("r=\"8\"").count();
        assert_eq!(lit(12, 0), 0);
        assert_eq!(lit(12, 11), 11);
        assert_eq!(lit(12, 12), 12);
        assert_eq!(lit(401, 400), 80);
        assert_eq!(lit(0, 0), 0);
    }
}
