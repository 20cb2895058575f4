use crate::Report;

/// The report as one self-contained HTML page.
#[must_use]
pub fn html(report: &Report) -> String {
    format!("{}{}", report.title, report.made.0)
}
