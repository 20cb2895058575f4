use crate::document::{Bar, Shape};

/// Its size in pixels.
pub(super) const WIDTH: u32 = 480;
pub(super) const HEIGHT: u32 = 16;

const PAPER: [u8; 3] = [0xF6, 0xF4, 0xEE];
const INK: [u8; 3] = [0x57, 0x53, 0x4A];
const AGREE: [u8; 3] = [0x2F, 0x5F, 0xA8];
const DISAGREE: [u8; 3] = [0xE0, 0x8A, 0x3C];
const PASS: [u8; 3] = [0xC9, 0xC6, 0xBE];
const COLOURS: [[u8; 3]; 8] = [
    AGREE,
    [0x7F, 0xA3, 0xD1],
    PASS,
    [0xE5, 0xBE, 0x7A],
    DISAGREE,
    [0xA8, 0x5A, 0x2A],
    [0x6F, 0xA8, 0x8A],
    [0x3F, 0x73, 0x58],
];

/// A bar as a PNG, for formats that draw none themselves: without a letter in it, for its words stand beside.
pub(super) fn bar(bar: &Bar, shape: Shape) -> Result<Vec<u8>, png::EncodingError> {
    let mut row = vec![PAPER; WIDTH as usize];
    let mut hatched = 0..0;
    let all = f64::from(bar.total().max(1));
    if let (Shape::Diverging, [agree, disagree, pass]) = (shape, bar.counts.as_slice()) {
        let middle = f64::from(WIDTH) / 2.0;
        let long = |count: u32| f64::from(count) / all * middle;
        let (left, right) = (middle - long(*pass) / 2.0, middle + long(*pass) / 2.0);
        hatched = fill(&mut row, left - long(*disagree), left, DISAGREE);
        fill(&mut row, left, right, PASS);
        fill(&mut row, right, right + long(*agree), AGREE);
        fill(&mut row, middle - 0.5, middle + 0.5, INK);
    } else {
        let mut from = 0.0;
        for (place, count) in bar.counts.iter().enumerate() {
            let to = from + f64::from(*count) / all * f64::from(WIDTH);
            fill(&mut row, from, to, COLOURS[place % COLOURS.len()]);
            // A line between two parts.
            fill(&mut row, to - 1.0, to, [0xFF; 3]);
            from = to;
        }
    }
    let mut pixels = Vec::with_capacity((WIDTH * HEIGHT * 3) as usize);
    for line in 0..HEIGHT as usize {
        for (place, colour) in row.iter().enumerate() {
            // What is against it is hatched, so that it needs no colour to be told.
            let white = hatched.contains(&place) && (place + line) % 6 < 2;
            pixels.extend(if white { [0xFF; 3] } else { *colour });
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

fn fill(row: &mut [[u8; 3]], from: f64, to: f64, colour: [u8; 3]) -> std::ops::Range<usize> {
    let place = |at: f64| (at.round().max(0.0) as usize).min(row.len());
    let range = place(from)..place(to).max(place(from));
    row[range.clone()].fill(colour);
    range
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_of_nothing_is_drawn_too() {
        for (counts, shape) in [
            (vec![0, 0, 0], Shape::Diverging),
            (vec![9, 0, 0], Shape::Diverging),
            (vec![], Shape::Stacked),
            (vec![u32::MAX / 2, 1], Shape::Stacked),
        ] {
            let one = Bar {
                label: String::new(),
                idea: None,
                counts,
                says: String::new(),
            };
            let bytes = bar(&one, shape).expect("a picture");
            assert_eq!(&bytes[1..4], b"PNG");
        }
    }
}
