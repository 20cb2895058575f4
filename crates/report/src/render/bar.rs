use visioncast_model::Tally;

const WIDTH: f64 = 400.0;
const MIDDLE: f64 = WIDTH / 2.0;

/// A diverging bar: those who agree to the right, those who disagree to the left and hatched, those
/// who passed around the middle. The whole of one side is everybody who answered.
///
/// It is hidden from screen readers: the sentence under it says the same.
pub(crate) fn bar(tally: Tally) -> String {
    let all = f64::from(tally.total().max(1));
    let length = |count: u32| f64::from(count) / all * MIDDLE;
    let (agree, disagree, pass) = (length(tally.agree), length(tally.disagree), length(tally.pass));
    let (left, right) = (MIDDLE - pass / 2.0, MIDDLE + pass / 2.0);
    let part = |class: &str, from: f64, length: f64, fill: &str| {
        if length <= 0.0 {
            return String::new();
        }
        format!("<rect class=\"{class}\" x=\"{from:.1}\" y=\"1\" width=\"{length:.1}\" height=\"14\" fill=\"{fill}\"/>")
    };
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 {WIDTH} 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">\
         {}{}{}{}\
         <line class=\"middle\" x1=\"{MIDDLE}\" y1=\"0\" x2=\"{MIDDLE}\" y2=\"16\" stroke=\"#57534a\" vector-effect=\"non-scaling-stroke\"/></svg>",
        part("disagree", left - disagree, disagree, "#e08a3c"),
        part("hatch", left - disagree, disagree, "url(#hatch)"),
        part("pass", left, pass, "#c9c6be"),
        part("agree", right, agree, "#2f5fa8"),
    )
}

/// The pattern that all bars share; it stands once in the document.
pub(crate) const HATCH: &str = "<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>\
    <pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#ffffff\" stroke-width=\"2\"/></pattern></defs></svg>\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_never_leaves_its_frame() {
        for tally in [
            Tally {
                agree: 7,
                disagree: 0,
                pass: 0,
            },
            Tally {
                agree: 0,
                disagree: 7,
                pass: 0,
            },
            Tally {
                agree: 0,
                disagree: 0,
                pass: 7,
            },
            Tally {
                agree: 3,
                disagree: 3,
                pass: 1,
            },
            Tally::default(),
        ] {
            let svg = bar(tally);
            assert!(!svg.contains("NaN") && !svg.contains("=\"-"), "{svg}");
        }
        assert!(
            bar(Tally {
                agree: 7,
                disagree: 0,
                pass: 0
            })
            .contains("x=\"200.0\" y=\"1\" width=\"200.0\"")
        );
    }
}
