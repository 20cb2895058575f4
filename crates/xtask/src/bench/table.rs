//! What was measured, beside what was aimed at.

use std::fmt;

use super::spread::Spread;

/// What a figure should come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Aim {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

#[derive(Debug, Default)]
pub(crate) struct Table {
    lines: Vec<Line>,
}

#[derive(Debug)]
enum Line {
    Section(String),
    Note(String),
    Figure {
        name: String,
        unit: &'static str,
        spread: Spread,
        aim: Option<Aim>,
    },
}

impl Table {
    pub(crate) fn section(&mut self, name: &str) {
        self.lines.push(Line::Section(name.to_owned()));
    }

    pub(crate) fn note(&mut self, text: &str) {
        self.lines.push(Line::Note(text.to_owned()));
    }

    pub(crate) fn add(&mut self, name: impl Into<String>, unit: &'static str, spread: Spread, aim: Option<Aim>) {
        self.lines.push(Line::Figure {
            name: name.into(),
            unit,
            spread,
            aim,
        });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            match line {
                Line::Section(name) => writeln!(
                    formatter,
                    "\n{:<52}{:>11}{:>11}{:>11}  {:<9}{:<14}how far",
                    name.to_uppercase(),
                    "min",
                    "median",
                    "max",
                    "",
                    "aim",
                )?,
                Line::Note(text) => writeln!(formatter, "  ({text})")?,
                Line::Figure {
                    name,
                    unit,
                    spread,
                    aim,
                } => {
                    write!(formatter, "  {name:<50}")?;
                    for figure in [spread.lowest(), spread.median(), spread.highest()] {
                        write!(formatter, "{:>11}", figure.map_or_else(|| "–".to_owned(), short))?;
                    }
                    write!(formatter, "  {unit:<9}")?;
                    match aim {
                        Some(aim) => writeln!(formatter, "{:<14}{}", aim.to_string(), aim.verdict(spread.median()))?,
                        None => writeln!(formatter)?,
                    }
                }
            }
        }
        Ok(())
    }
}

impl Aim {
    /// How the median stands to it.
    fn verdict(self, median: Option<f64>) -> String {
        let (met, limit) = match (self, median) {
            (_, None) => return "not measured".to_owned(),
            (Self::AtMost(limit), Some(median)) => (median <= limit, limit),
            (Self::AtLeast(limit), Some(median)) => (median >= limit, limit),
        };
        let verdict = if met { "met" } else { "MISSED" };
        if limit == 0.0 {
            return verdict.to_owned();
        }
        let off = median.map_or(0.0, |median| 100.0 * (median - limit) / limit);
        format!("{verdict}, {off:+.0} %")
    }
}

impl fmt::Display for Aim {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(limit) => write!(formatter, "≤ {}", short(*limit)),
            Self::AtLeast(limit) => write!(formatter, "≥ {}", short(*limit)),
        }
    }
}

/// With three digits that matter.
fn short(figure: f64) -> String {
    let decimals = match figure.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    format!("{figure:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_is_met_or_missed_by_so_much() {
        assert_eq!(Aim::AtMost(25.0).verdict(Some(20.0)), "met, -20 %");
        assert_eq!(Aim::AtMost(25.0).verdict(Some(50.0)), "MISSED, +100 %");
        assert_eq!(Aim::AtLeast(5_000.0).verdict(Some(4_500.0)), "MISSED, -10 %");
        assert_eq!(Aim::AtMost(0.0).verdict(Some(0.0)), "met");
    }
}
