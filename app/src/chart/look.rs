use std::fmt::Write as _;

use super::Palette;

/// Between the lines of a hatching: dense, and wide.
const DENSE: i32 = 9;
const WIDE: i32 = 18;

/// How a part of a picture looks: told apart without its colour too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Full: the strongest for it.
    Solid,
    /// Lighter, with lines far apart: for it, less so.
    Tinted,
    /// With lines: possible.
    Hatched,
    /// An outline alone: not.
    Outlined,
    /// Light: neither.
    Quiet,
    /// With lines, in the other colour: against it.
    Against,
    /// The same, lighter: rather against it.
    AgainstTinted,
}

/// A place and a size: left, top, width, height.
pub(super) type Place = (i32, i32, i32, i32);

impl Look {
    /// Draws a part that looks so.
    pub(super) fn draw(self, svg: &mut String, place: Place, palette: &Palette) {
        let (fill, lines) = match self {
            Self::Solid => (palette.agree, None),
            Self::Hatched => (palette.agree, Some(DENSE)),
            Self::Tinted => (palette.agree_tint, Some(WIDE)),
            Self::Quiet => (palette.pass, None),
            Self::Against => (palette.disagree, Some(DENSE)),
            Self::AgainstTinted => (palette.disagree_tint, Some(WIDE)),
            Self::Outlined => return outline(svg, place, palette),
        };
        rectangle(svg, place, fill);
        if let Some(every) = lines {
            let path = hatching(place, every);
            let paper = palette.paper;
            let _ = write!(
                svg,
                "<path d=\"{path}\" stroke=\"{paper}\" stroke-width=\"2.5\" fill=\"none\"/>"
            );
        }
    }

    /// What a number on it is written in, and whether it needs paper behind it.
    pub(super) const fn number(self, palette: &Palette) -> (&'static str, bool) {
        match self {
            Self::Solid => (palette.paper, false),
            Self::Quiet => (palette.ink, false),
            Self::Outlined | Self::Tinted | Self::Hatched | Self::Against | Self::AgainstTinted => (palette.ink, true),
        }
    }
}

pub(super) fn rectangle(svg: &mut String, (x, y, width, height): Place, paint: &str) {
    let width = width.max(2);
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{paint}\"/>"
    );
}

/// Its line lies inside, so that neighbours keep their edge.
fn outline(svg: &mut String, (x, y, width, height): Place, palette: &Palette) {
    let Palette { ink, paper, .. } = palette;
    let (x, y, width, height) = (x + 1, y + 1, (width - 2).max(1), height - 2);
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{paper}\" stroke=\"{ink}\" stroke-width=\"2\"/>"
    );
}

/// Rising lines over a rectangle, cut off at its edges: patterns are not drawn everywhere.
pub(super) fn hatching((x, y, width, height): Place, every: i32) -> String {
    let mut lines = String::new();
    let mut foot = every - height;
    while foot < width {
        let (from, to) = (foot.max(0), (foot + height).min(width));
        if to > from {
            let _ = write!(
                lines,
                "M{} {}L{} {}",
                x + from,
                y + height - (from - foot),
                x + to,
                y + height - (to - foot)
            );
        }
        foot += every;
    }
    lines
}

/// A swatch for a legend.
#[must_use]
pub fn swatch(look: Look, palette: &Palette) -> String {
    let mut svg = "<svg viewBox=\"0 0 44 26\" aria-hidden=\"true\" focusable=\"false\">".to_owned();
    look.draw(&mut svg, (0, 0, 44, 26), palette);
    svg.push_str("</svg>");
    svg
}
