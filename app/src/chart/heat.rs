use std::fmt::Write as _;

use super::{Palette, look::rectangle, parts::begun};

/// How wide the drawing is, in its own units, with the words of its rows and columns and without: where there is little
/// room, the letters are to stay as large.
const WIDTH: (i32, i32) = (1440, 900);
/// What names the rows.
const NAMES: (i32, i32) = (330, 60);
/// What names the columns.
const HEAD: (i32, i32) = (92, 48);
/// The height of a cell.
const TALL: i32 = 96;
/// Between cells.
const GAP: i32 = 4;
/// How many shades there are; each is a paint of its own, told apart by its number too.
const SHADES: f64 = 3.0;

/// The names of a table's rows and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// A short mark and the words of each row.
    pub rows: Vec<(String, String)>,
    /// The same of each column.
    pub columns: Vec<(String, String)>,
    /// Whether rows show their words too: where there is room.
    pub words: bool,
    /// The row that stands in the light, if one does.
    pub lit: Option<usize>,
}

/// A cell of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// How strong, from 0 to 1; none where nobody said.
    pub strength: Option<f64>,
    /// The large number, as it is written.
    pub number: String,
    /// The small one: how many said so.
    pub count: String,
    /// Whether those who answered stand far apart.
    pub split: bool,
    /// Which way it went since the first asking, where that is worth a mark.
    pub moved: Option<bool>,
}

/// A table whose cells are the darker the stronger they are, with their numbers; rows first.
#[must_use]
pub fn heat(frame: &Frame, cells: &[Cell], palette: &Palette) -> String {
    table(frame, cells.len(), palette, |svg, place, (x, y, wide), to_come| {
        let cell = &cells[place];
        let Palette { ink, paper, muted, .. } = *palette;
        let Some(strength) = cell.strength.filter(|_| !to_come) else {
            let _ = write!(
                svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{muted}\" stroke-dasharray=\"3 5\"/>",
                x + 1,
                y + 1,
                wide - 2,
                TALL - GAP - 2
            );
            if !to_come {
                small(svg, (x + wide / 2, y + TALL / 2 + 6), &cell.count, ink);
            }
            return;
        };
        let shade = (strength.clamp(0.0, 1.0) * SHADES).round() as usize;
        rectangle(
            svg,
            (x, y, wide, TALL - GAP),
            palette.heat[shade.min(palette.heat.len() - 1)],
        );
        let text = if shade >= 2 { paper } else { ink };
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"40\" font-weight=\"700\" text-anchor=\"middle\" fill=\"{text}\">{}</text>",
            x + wide / 2,
            y + 50,
            cell.number
        );
        small(svg, (x + wide / 2, y + 80), &cell.count, text);
        if cell.split {
            let (right, top) = (x + wide - 8, y + 12);
            let _ = write!(
                svg,
                "<path d=\"M{right} {top}l-8 -7v14zM{} {top}l8 -7v14z\" fill=\"{text}\"/>",
                right - 22
            );
        }
        if let Some(up) = cell.moved {
            let (left, top) = (x + 10, if up { y + 22 } else { y + 10 });
            let by = if up { -12 } else { 12 };
            let _ = write!(svg, "<path d=\"M{left} {top}h14l-7 {by}z\" fill=\"{text}\"/>");
        }
    })
}

/// The same table while it fills in: each cell by how many have answered it, up to the fullest.
#[must_use]
pub fn heat_filling(frame: &Frame, answered: &[u32], palette: &Palette) -> String {
    // A few answers fill no cell.
    let most = answered.iter().copied().max().unwrap_or(0).max(8);
    table(frame, answered.len(), palette, |svg, place, (x, y, wide), _| {
        let count = answered[place];
        let Palette {
            ink, muted, spotlight, ..
        } = palette;
        let tall = TALL - GAP;
        let filled = (f64::from(tall) * f64::from(count) / f64::from(most)).round() as i32;
        if count > 0 {
            let top = y + tall - filled;
            let _ = write!(
                svg,
                "<rect x=\"{x}\" y=\"{top}\" width=\"{wide}\" height=\"{filled}\" fill=\"{spotlight}\" fill-opacity=\"0.6\"/>"
            );
        }
        let _ = write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{muted}\"/>",
            x + 1,
            y + 1,
            wide - 2,
            tall - 2
        );
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"32\" text-anchor=\"middle\" fill=\"{ink}\">{count}</text>",
            x + wide / 2,
            y + tall / 2 + 11
        );
    })
}

fn table(
    frame: &Frame,
    cells: usize,
    palette: &Palette,
    draw: impl Fn(&mut String, usize, (i32, i32, i32), bool),
) -> String {
    let chosen = |(with, without): (i32, i32)| if frame.words { with } else { without };
    let (width, names, head) = (chosen(WIDTH), chosen(NAMES), chosen(HEAD));
    let columns = frame.columns.len().max(1);
    let wide = (width - names) / columns as i32;
    let height = head + TALL * frame.rows.len() as i32;
    let Palette {
        ink, muted, spotlight, ..
    } = palette;
    let mut svg = begun((width, height));
    for (column, (mark, words)) in (0..).zip(&frame.columns) {
        let centre = names + column * wide + wide / 2;
        let _ = write!(
            svg,
            "<text x=\"{centre}\" y=\"30\" font-size=\"32\" font-weight=\"700\" text-anchor=\"middle\" fill=\"{ink}\">{}</text>",
            escaped(mark)
        );
        let named = if frame.words {
            lines(words, wide as usize / 9, 2)
        } else {
            Vec::new()
        };
        for (line, text) in (0..).zip(named) {
            let _ = write!(
                svg,
                "<text x=\"{centre}\" y=\"{}\" font-size=\"17\" font-weight=\"400\" text-anchor=\"middle\" fill=\"{ink}\">{}</text>",
                54 + line * 20,
                escaped(&text)
            );
        }
    }
    for (row, (mark, words)) in (0..).zip(&frame.rows) {
        let top = head + row * TALL;
        let lit = frame.lit == Some(row as usize);
        if lit {
            rectangle(&mut svg, (0, top, 10, TALL - GAP), ink);
            rectangle(&mut svg, (0, top, 8, TALL - GAP), spotlight);
        }
        let _ = write!(
            svg,
            "<text x=\"24\" y=\"{}\" font-size=\"36\" font-weight=\"700\" fill=\"{ink}\">{}</text>",
            top + 44,
            escaped(mark)
        );
        let text = if frame.words { lines(words, 27, 3) } else { Vec::new() };
        let first = top + 46 - text.len() as i32 * 13 + 20;
        for (line, text) in (0..).zip(&text) {
            let _ = write!(
                svg,
                "<text x=\"62\" y=\"{}\" font-size=\"20\" font-weight=\"400\" fill=\"{ink}\">{}</text>",
                first + line * 26,
                escaped(text)
            );
        }
        let _ = write!(
            svg,
            "<path d=\"M0 {}h{width}\" stroke=\"{muted}\" stroke-width=\"0.5\"/>",
            top - GAP / 2
        );
        for column in 0..columns {
            let place = row as usize * columns + column;
            if place < cells {
                let to_come = frame.lit.is_some_and(|lit| row as usize > lit);
                draw(
                    &mut svg,
                    place,
                    (names + column as i32 * wide, top, wide - GAP),
                    to_come,
                );
            }
        }
    }
    svg.push_str("</svg>");
    svg
}

fn small(svg: &mut String, (x, y): (i32, i32), text: &str, paint: &str) {
    let _ = write!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"22\" font-weight=\"400\" text-anchor=\"middle\" fill=\"{paint}\">{text}</text>"
    );
}

/// `words` on as many lines as there may be, each of so many characters at the most.
fn lines(words: &str, wide: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= wide => {
                line.push(' ');
                line.push_str(word);
            }
            Some(last) if full => {
                last.push('…');
                break;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    for line in &mut lines {
        if line.chars().count() > wide + 2 {
            *line = line.chars().take(wide).chain(['…']).collect();
        }
    }
    lines
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(lit: Option<usize>) -> Frame {
        let named = |names: &[&str]| -> Vec<(String, String)> {
            let names = names
                .iter()
                .map(|name| ((*name).to_owned(), format!("words of {name}")));
            names.collect()
        };
        Frame {
            rows: named(&["1", "2"]),
            columns: named(&["Re", "R&D", "Da"]),
            words: true,
            lit,
        }
    }

    fn cell(strength: f64) -> Cell {
        Cell {
            strength: Some(strength),
            number: format!("{:.1}", strength * 3.0),
            count: "12".to_owned(),
            split: false,
            moved: None,
        }
    }

    #[test]
    fn every_cell_is_there_even_where_nobody_answered() {
        let svg = heat(&frame(None), &vec![Cell::default(); 6], &Palette::PRINT);
        assert_eq!(svg.matches("stroke-dasharray").count(), 6);
        let svg = heat_filling(&frame(None), &[0; 6], &Palette::PRINT);
        assert_eq!(svg.matches(">0</text>").count(), 6);
        assert!(!svg.contains(Palette::PRINT.spotlight));
    }

    #[test]
    fn rows_come_one_by_one() {
        let cells = vec![cell(0.5); 6];
        let numbers = |lit| {
            heat(&frame(lit), &cells, &Palette::PRINT)
                .matches(">1.5</text>")
                .count()
        };
        assert_eq!([numbers(Some(0)), numbers(Some(1)), numbers(None)], [3, 6, 6]);
    }

    #[test]
    fn what_people_named_is_no_markup() {
        assert!(heat(&frame(None), &[], &Palette::PRINT).contains("R&amp;D"));
    }

    #[test]
    fn words_are_broken_into_lines_and_cut_behind_the_last() {
        assert_eq!(lines("one two three four", 8, 2), ["one two", "three…"]);
        assert_eq!(lines("one", 8, 2), ["one"]);
        assert_eq!(lines("incomprehensibilities", 8, 2), ["incompre…"]);
    }
}
