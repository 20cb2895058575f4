use std::fmt::Write as _;

use visioncast_model::Tally;

use super::{
    Palette,
    look::{hatching, rectangle},
};
use crate::language::Live;

/// The width and height of a bar's drawing, in its own units; shown at 600 pixels they are pixels.
const SIZE: (i32, i32) = (600, 44);
/// The height of the numbers.
const LETTERS: i32 = 28;
/// How far a digit of theirs reaches, with some room.
const DIGIT: i32 = 17;
/// Between a bar and its number.
const GAP: i32 = 8;
/// Between the lines of a hatching.
const HATCH: i32 = 9;

/// How far the bars of one picture reach to both sides of the middle, so that they can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    against: f64,
    agreeing: f64,
    digits: i32,
}

impl Scale {
    /// The scale on which all of these fit.
    #[must_use]
    pub fn of(tallies: impl IntoIterator<Item = Tally>) -> Self {
        let mut scale = Self {
            against: 0.08,
            agreeing: 0.08,
            digits: 1,
        };
        for tally in tallies {
            let [disagree, pass, agree] = shares(tally);
            scale.against = scale.against.max(disagree + pass / 2.0);
            scale.agreeing = scale.agreeing.max(agree + pass / 2.0);
            let longest = tally.agree.max(tally.disagree).max(1);
            scale.digits = scale.digits.max(longest.ilog10() as i32 + 1);
        }
        scale
    }
}

fn shares(tally: Tally) -> [f64; 3] {
    let all = f64::from(tally.total().max(1));
    [tally.disagree, tally.pass, tally.agree].map(|count| f64::from(count) / all)
}

/// One idea's ballots as shares of all that were cast on it: against to the left (hatched), for to the
/// right (solid), passes around the middle. The numbers on it are ballots.
#[must_use]
pub fn agreement(tally: Tally, scale: Scale, palette: &Palette) -> String {
    let (width, height) = SIZE;
    let margin = scale.digits * DIGIT + GAP;
    let unit = f64::from(width - 2 * margin) / (scale.against + scale.agreeing);
    let place = |share: f64| f64::from(margin) + (scale.against + share) * unit;
    let [disagree, pass, agree] = shares(tally);
    let edges = [-pass / 2.0 - disagree, -pass / 2.0, pass / 2.0, pass / 2.0 + agree];
    let [first, second, third, last] = edges.map(|share| place(share).round() as i32);
    let middle = place(0.0).round() as i32;
    let (top, tall) = (6, height - 12);

    let mut svg = format!("<svg viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\" focusable=\"false\">");
    let Palette {
        ink,
        paper,
        agree: agreeing,
        disagree: against,
        pass: neither,
        ..
    } = palette;
    if tally.disagree > 0 {
        rectangle(&mut svg, (first, top, second - first, tall), against);
        let lines = hatching((first, top, second - first, tall), HATCH);
        let _ = write!(
            svg,
            "<path d=\"{lines}\" stroke=\"{paper}\" stroke-width=\"2.5\" fill=\"none\"/>"
        );
    }
    if tally.pass > 0 {
        rectangle(&mut svg, (second, top + 6, third - second, tall - 12), neither);
    }
    if tally.agree > 0 {
        rectangle(&mut svg, (third, top, last - third, tall), agreeing);
    }
    let _ = write!(
        svg,
        "<path d=\"M{middle} 0v{height}\" stroke=\"{ink}\" stroke-width=\"2\"/>"
    );
    let _ = write!(
        svg,
        "<g font-size=\"{LETTERS}\" font-weight=\"600\" fill=\"{ink}\" font-family=\"sans-serif\">"
    );
    let baseline = height / 2 + LETTERS * 9 / 25;
    let (left, right) = (first.min(middle) - GAP, last.max(middle) + GAP);
    let _ = write!(
        svg,
        "<text x=\"{left}\" y=\"{baseline}\" text-anchor=\"end\">{}</text>",
        tally.disagree
    );
    let _ = write!(
        svg,
        "<text x=\"{right}\" y=\"{baseline}\">{}</text></g></svg>",
        tally.agree
    );
    svg
}

/// What the bar says, as a sentence.
#[must_use]
pub fn agreement_in_words(tally: Tally) -> String {
    let Tally { agree, disagree, pass } = tally;
    let total = tally.total();
    Live::TallyInWords.count_with(
        total,
        &[
            ("agree", agree),
            ("disagree", disagree),
            ("pass", pass),
            ("count", total),
        ],
    )
}

#[cfg(test)]
mod tests {
    use visioncast_model::Language;

    use super::*;
    use crate::language::speaking;

    #[test]
    fn bars_of_one_picture_share_their_middle() {
        let all = [
            Tally {
                agree: 30,
                disagree: 2,
                pass: 1,
            },
            Tally {
                agree: 1,
                disagree: 9,
                pass: 0,
            },
            Tally::default(),
        ];
        let scale = Scale::of(all);
        let middle = |tally| {
            let svg = agreement(tally, scale, &Palette::PRINT);
            let from = svg.rfind("<path d=\"M").expect("a middle line");
            svg[from..].split('v').next().map(str::to_owned)
        };
        assert_eq!(middle(all[0]), middle(all[1]));
        assert_eq!(middle(all[0]), middle(all[2]));
    }

    #[test]
    fn a_side_that_nobody_took_has_no_bar() {
        let tally = Tally {
            agree: 5,
            disagree: 0,
            pass: 0,
        };
        let svg = agreement(tally, Scale::of([tally]), &Palette::PRINT);
        assert_eq!(svg.matches("<rect").count(), 1);
        assert!(svg.contains(">0</text>") && svg.contains(">5</text>"));
    }

    #[test]
    fn the_sentence_says_what_the_bar_shows() {
        let tally = Tally {
            agree: 3,
            disagree: 2,
            pass: 1,
        };
        let words = |language| speaking(language, || agreement_in_words(tally));
        assert_eq!(words(Language::English), "3 agree, 2 disagree, 1 passed; 6 votes.");
        assert_eq!(
            words(Language::Spanish),
            "De acuerdo: 3; en desacuerdo: 2; abstenciones: 1. En total, 6 votos."
        );
    }
}
