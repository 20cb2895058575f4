/// The paints of a picture, as SVG takes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Lines and numbers.
    pub ink: &'static str,
    /// What is there but quiet.
    pub muted: &'static str,
    /// What lies beneath.
    pub paper: &'static str,
    /// For it.
    pub agree: &'static str,
    /// Against it.
    pub disagree: &'static str,
    /// For it, less so.
    pub agree_tint: &'static str,
    /// Against it, less so.
    pub disagree_tint: &'static str,
    /// How strong, from not at all to very.
    pub heat: [&'static str; 4],
    /// Neither.
    pub pass: &'static str,
    /// What is live now.
    pub spotlight: &'static str,
}

impl Palette {
    /// On a page: the tokens of its style sheet, so that dark stays dark.
    pub const PAGE: Self = Self {
        ink: "var(--ink)",
        muted: "var(--edge)",
        paper: "var(--paper)",
        agree: "var(--agree)",
        disagree: "var(--disagree)",
        agree_tint: "var(--agree-tint)",
        disagree_tint: "var(--disagree-tint)",
        heat: ["var(--heat-0)", "var(--heat-1)", "var(--heat-2)", "var(--heat-3)"],
        pass: "var(--pass)",
        spotlight: "var(--spotlight)",
    };
    /// On paper, and for renderers that know no style sheet: the light tokens in sRGB.
    pub const PRINT: Self = Self {
        ink: "#231d14",
        muted: "#7d766b",
        paper: "#ffffff",
        agree: "#17568f",
        disagree: "#e58635",
        agree_tint: "#92afd3",
        disagree_tint: "#f6c9a3",
        heat: ["#eeece6", "#b4cbe6", "#3c76ad", "#0e3a66"],
        pass: "#c8c5bf",
        spotlight: "#f2d829",
    };
}
