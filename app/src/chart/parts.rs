use std::fmt::Write as _;

use super::{
    Palette,
    look::{Look, Place},
};

/// The height of a bar's drawing, in its own units; how wide it is, whoever draws it says, and so how large its letters
/// are beside it.
const HEIGHT: i32 = 44;
/// Above and below a bar.
const EDGE: i32 = 5;
/// The height of the numbers, and of those in narrow parts.
const LETTERS: i32 = 24;
const SMALL: i32 = 18;
/// What stands apart takes so much at the most, behind so much room.
const APART: (i32, i32) = (84, 10);

/// A part of a bar: how many, and how that looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How many.
    pub count: u32,
    /// How it looks.
    pub look: Look,
}

/// How far the bars of one picture reach to both sides of the middle, in shares, so that they can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    against: f64,
    agreeing: f64,
}

/// Answers that lie on both sides of a middle, each side from the middle outwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Against it: drawn to the left.
    pub against: Vec<Part>,
    /// Neither: drawn around the middle.
    pub middle: Option<Part>,
    /// For it: drawn to the right.
    pub agreeing: Vec<Part>,
}

impl Spread {
    /// How many there are in all.
    #[must_use]
    pub fn total(&self) -> u32 {
        let parts = self.against.iter().chain(&self.middle).chain(&self.agreeing);
        parts.map(|part| part.count).sum()
    }

    fn shares(&self) -> [f64; 3] {
        let all = f64::from(self.total().max(1));
        let sum = |parts: &[Part]| parts.iter().map(|part| f64::from(part.count)).sum::<f64>() / all;
        let middle = self.middle.map_or(0.0, |part| f64::from(part.count) / all);
        [sum(&self.against), middle, sum(&self.agreeing)]
    }
}

impl Reach {
    /// What all of these fit into.
    #[must_use]
    pub fn of<'a>(spreads: impl IntoIterator<Item = &'a Spread>) -> Self {
        let mut reach = Self {
            against: 0.12,
            agreeing: 0.12,
        };
        for spread in spreads {
            let [against, middle, agreeing] = spread.shares();
            reach.against = reach.against.max(against + middle / 2.0);
            reach.agreeing = reach.agreeing.max(agreeing + middle / 2.0);
        }
        reach
    }
}

/// Answers on both sides of a middle, as shares of all that were given; the numbers on the parts are people.
#[must_use]
pub fn spread(spread: &Spread, reach: Reach, width: i32, palette: &Palette) -> String {
    let all = f64::from(spread.total().max(1));
    let unit = f64::from(width) / (reach.against + reach.agreeing);
    let place = |share: f64| ((reach.against + share) * unit).round() as i32;
    let mut svg = begun((width, HEIGHT));
    // The middle shows above and below the bar, so that it runs through no number.
    let (middle, ink) = (place(0.0), palette.ink);
    let _ = write!(
        svg,
        "<path d=\"M{middle} 0v{HEIGHT}\" stroke=\"{ink}\" stroke-width=\"2\"/>"
    );
    let mut draw = |from: f64, to: f64, part: &Part| {
        let bar = bar(place(from), place(to));
        shape(&mut svg, part, bar, palette);
        number(&mut svg, part, bar, palette);
    };
    let half = spread.middle.map_or(0.0, |part| f64::from(part.count) / all) / 2.0;
    if let Some(middle) = &spread.middle {
        draw(-half, half, middle);
    }
    let mut edge = half;
    for part in &spread.agreeing {
        let share = f64::from(part.count) / all;
        draw(edge, edge + share, part);
        edge += share;
    }
    let mut edge = -half;
    for part in &spread.against {
        let share = f64::from(part.count) / all;
        draw(edge - share, edge, part);
        edge -= share;
    }
    svg.push_str("</svg>");
    svg
}

/// Parts of a whole from the left to the right; behind them what stands apart from it, as its share of all. A line
/// stands where the first part would reach `threshold` percent of the whole; none where 0.
#[must_use]
pub fn stacked(parts: &[Part], apart: Option<Part>, threshold: u8, width: i32, palette: &Palette) -> String {
    let whole: u32 = parts.iter().map(|part| part.count).sum();
    let room = match apart {
        Some(_) => width - APART.0 - APART.1,
        None => width,
    };
    let mut svg = begun((width, HEIGHT));
    let place = |count: u32| (f64::from(room) * f64::from(count) / f64::from(whole.max(1))).round() as i32;
    let mut before = 0;
    let bars: Vec<(Place, &Part)> = parts
        .iter()
        .map(|part| {
            let from = before;
            before += part.count;
            (bar(place(from), place(before)), part)
        })
        .collect();
    for (bar, part) in &bars {
        shape(&mut svg, part, *bar, palette);
    }
    let Palette { ink, paper, .. } = palette;
    if threshold > 0 {
        let x = room * i32::from(threshold) / 100;
        let _ = write!(
            svg,
            "<path d=\"M{x} 0v{HEIGHT}\" stroke=\"{paper}\" stroke-width=\"7\"/><path d=\"M{x} 0v{HEIGHT}\" stroke=\"{ink}\" stroke-width=\"3\" stroke-dasharray=\"7 4\"/>"
        );
    }
    // Numbers lie over the line.
    for (bar, part) in &bars {
        number(&mut svg, part, *bar, palette);
    }
    if let Some(part) = apart.filter(|part| part.count > 0) {
        let wide = f64::from(APART.0 - 40) * f64::from(part.count) / f64::from(whole + part.count);
        let from = room + APART.1;
        let to = from + (wide.round() as i32).max(2);
        shape(&mut svg, &part, bar(from, to), palette);
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{LETTERS}\" fill=\"{ink}\">{}</text>",
            to + 6,
            baseline(LETTERS),
            part.count
        );
    }
    svg.push_str("</svg>");
    svg
}

/// How long a bar is beside the others of its picture, with its number behind it.
#[must_use]
pub fn length(count: u32, most: u32, look: Look, width: i32, palette: &Palette) -> String {
    let height = HEIGHT;
    let room = width - digits(most) * 15 - 12;
    let long = (f64::from(room) * f64::from(count) / f64::from(most.max(1))).round() as i32;
    let mut svg = begun((width, height));
    if count > 0 {
        look.draw(&mut svg, bar(0, long.max(2)), palette);
    }
    let Palette { ink, muted, .. } = palette;
    let (x, y, letters) = (long.max(2) + 10, baseline(28), 28);
    let _ = write!(
        svg,
        "<path d=\"M1 0v{height}\" stroke=\"{muted}\" stroke-width=\"2\"/><text x=\"{x}\" y=\"{y}\" font-size=\"{letters}\" fill=\"{ink}\">{count}</text></svg>"
    );
    svg
}

/// How many of those asked have answered: fills quietly, and says nothing of what.
#[must_use]
pub fn filling(answered: u32, people: u32, palette: &Palette) -> String {
    let (width, height) = (600, 26);
    let filled = f64::from(width - 2) * f64::from(answered) / f64::from(people.max(answered).max(1));
    let filled = filled.round() as i32;
    let Palette {
        ink, muted, spotlight, ..
    } = palette;
    let mut svg = begun((width, height));
    let _ = write!(
        svg,
        "<rect x=\"1\" y=\"1\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{muted}\" stroke-width=\"2\"/>",
        width - 2,
        height - 2
    );
    if answered > 0 {
        let _ = write!(
            svg,
            "<rect x=\"1\" y=\"1\" width=\"{}\" height=\"{}\" fill=\"{spotlight}\" stroke=\"{ink}\" stroke-width=\"2\"/>",
            filled.max(4),
            height - 2
        );
    }
    svg.push_str("</svg>");
    svg
}

pub(super) fn begun((width, height): (i32, i32)) -> String {
    format!(
        "<svg viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\" focusable=\"false\" font-family=\"sans-serif\" font-weight=\"600\">"
    )
}

fn baseline(letters: i32) -> i32 {
    HEIGHT / 2 + letters * 9 / 25
}

pub(super) fn digits(number: u32) -> i32 {
    number.max(1).ilog10() as i32 + 1
}

/// Where a bar lies that reaches from there to there.
const fn bar(from: i32, to: i32) -> Place {
    (from, EDGE, to - from, HEIGHT - 2 * EDGE)
}

fn shape(svg: &mut String, part: &Part, place: Place, palette: &Palette) {
    if part.count > 0 {
        part.look.draw(svg, place, palette);
    }
}

/// The number of a part, where it fits.
fn number(svg: &mut String, part: &Part, (x, y, width, height): Place, palette: &Palette) {
    let wide = |letters: i32| digits(part.count) * letters * 5 / 8 + 8;
    let fits = [LETTERS, SMALL].into_iter().find(|letters| wide(*letters) <= width);
    let Some(letters) = fits.filter(|_| part.count > 0) else {
        return;
    };
    let (paint, needs_paper) = part.look.number(palette);
    let middle = x + width / 2;
    if needs_paper {
        let (wide, tall, paper) = (wide(letters) - 2, letters + 4, palette.paper);
        let _ = write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{wide}\" height=\"{tall}\" fill=\"{paper}\"/>",
            middle - wide / 2,
            y + (height - tall) / 2
        );
    }
    let _ = write!(
        svg,
        "<text x=\"{middle}\" y=\"{}\" font-size=\"{letters}\" text-anchor=\"middle\" fill=\"{paint}\">{}</text>",
        baseline(letters),
        part.count
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn part(count: u32, look: Look) -> Part {
        Part { count, look }
    }

    fn widths(svg: &str) -> Vec<i32> {
        let rects = svg.split("<rect x=\"").skip(1);
        rects
            .filter_map(|rect| rect.split("width=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect()
    }

    #[test]
    fn parts_fill_the_whole_and_what_stands_apart_does_not_move_the_line() {
        let parts = [part(30, Look::Solid), part(10, Look::Quiet)];
        let alone = stacked(&parts, Some(part(0, Look::Quiet)), 75, 600, &Palette::PRINT);
        let beside = stacked(&parts, Some(part(40, Look::Quiet)), 75, 600, &Palette::PRINT);
        let room = 600 - APART.0 - APART.1;
        let (first, second) = (widths(&alone)[0], widths(&alone)[1]);
        assert!(
            (first - room * 3 / 4).abs() <= 1 && first + second == room,
            "{first} and {second}"
        );
        let line = format!("<path d=\"M{} 0v", room * 75 / 100);
        assert!(alone.contains(&line) && beside.contains(&line), "{alone}");
        assert!(beside.contains(">40</text>"));
    }

    #[test]
    fn nobody_leaves_no_mark_but_the_line() {
        let none = stacked(&[part(0, Look::Solid)], None, 75, 600, &Palette::PRINT);
        assert!(!none.contains("<rect") && none.contains("<path"));
        let none = spread(&Spread::default(), Reach::of([]), 600, &Palette::PRINT);
        assert!(!none.contains("<rect"));
    }

    #[test]
    fn spreads_of_one_picture_share_their_middle() {
        let strong = Spread {
            against: vec![part(1, Look::AgainstTinted), part(1, Look::Against)],
            middle: Some(part(2, Look::Quiet)),
            agreeing: vec![part(3, Look::Tinted), part(30, Look::Solid)],
        };
        let weak = Spread {
            against: vec![part(0, Look::AgainstTinted), part(4, Look::Against)],
            ..Spread::default()
        };
        let reach = Reach::of([&strong, &weak]);
        let middle = |spread_of: &Spread| {
            let svg = spread(spread_of, reach, 600, &Palette::PRINT);
            let from = svg.find("<path d=\"M").expect("a middle line");
            svg[from..].split('v').next().map(str::to_owned)
        };
        assert_eq!(middle(&strong), middle(&weak));
        assert_eq!(strong.total(), 37);
        let svg = spread(&strong, reach, 600, &Palette::PRINT);
        assert!(svg.contains(">30</text>"), "the number is on its part");
    }

    #[test]
    fn a_number_that_does_not_fit_is_left_to_the_table() {
        let svg = stacked(
            &[part(999, Look::Solid), part(1, Look::Quiet)],
            None,
            0,
            600,
            &Palette::PRINT,
        );
        assert!(svg.contains(">999</text>") && !svg.contains(">1</text>"));
    }

    #[test]
    fn a_filling_never_overflows() {
        assert_eq!(widths(&filling(300, 100, &Palette::PRINT))[1], 598);
        assert_eq!(widths(&filling(0, 100, &Palette::PRINT)).len(), 1);
    }
}
