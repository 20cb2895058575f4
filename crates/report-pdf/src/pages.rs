//! From a report to the bytes of its PDF.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::{
    diag::SourceDiagnostic,
    foundations::{Datetime, Smart},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use visioncast_report::Document;

use crate::{
    fonts::{Fonts, Machine},
    text,
    world::Desk,
};

/// Why there are no pages. None of this rests on what people wrote.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("hand it to the template: {0}")]
    Json(#[from] serde_json::Error),
    #[error("name the template")]
    Name,
    #[error("{0}")]
    Typesetter(String),
}

/// The report as a PDF, tagged as PDF/UA-1 asks. The same report gives the same bytes, where the machine's fonts are left
/// alone or not needed.
///
/// # Errors
/// Where the template has a mistake, or the report cannot be written as PDF/UA-1 asks.
pub(crate) fn pdf(document: &Document, machine: Machine) -> Result<Vec<u8>, Fault> {
    let report = serde_json::to_value(document.print())?;
    let pages = set(report.clone(), machine).and_then(|pages| export(document, &pages));
    match pages {
        // A font may have every sign of a word and yet not be able to set it.
        Err(Fault::Typesetter(_)) if machine == Machine::Asked => export(document, &set(report, Machine::LeftAlone)?),
        pages => pages,
    }
}

/// Lays a report out.
pub(crate) fn set(mut report: Value, machine: Machine) -> Result<PagedDocument, Fault> {
    let mut signs = BTreeSet::new();
    text::each(&mut report, &mut |text| signs.extend(text.chars()));
    signs.insert(text::UNKNOWN);
    let fonts = Fonts::of(&signs, machine);
    signs.retain(|sign| fonts.have(*sign));
    text::each(&mut report, &mut |text| {
        *text = text::fit(text, |sign| signs.contains(&sign));
    });
    let desk = Desk::new(serde_json::to_vec(&report)?, fonts).ok_or(Fault::Name)?;
    typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|faults| told(&faults))
}

fn export(document: &Document, pages: &PagedDocument) -> Result<Vec<u8>, Fault> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    let options = PdfOptions {
        ident: Smart::Custom(document.edition.snapshot.clone()),
        creator: Smart::Custom(Some("Visioncast".to_owned())),
        timestamp: moment(&document.edition.until).map(Timestamp::new_utc),
        standards: standards.map_err(|fault| Fault::Typesetter(fault.message().to_string()))?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|faults| told(&faults))
}

/// The only moment that a report knows, that of the last event of its edition: `2025-10-22T16:03:00Z`.
fn moment(iso: &str) -> Option<Datetime> {
    let numbers: Option<Vec<u16>> = iso
        .trim_end_matches('Z')
        .split(['-', 'T', ':'])
        .map(|part| part.parse().ok())
        .collect();
    let [year, month, day, hour, minute, second] = numbers?[..] else {
        return None;
    };
    let small = |number: u16| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        year.into(),
        small(month)?,
        small(day)?,
        small(hour)?,
        small(minute)?,
        small(second)?,
    )
}

fn told(faults: &[SourceDiagnostic]) -> Fault {
    let first = faults.iter().map(|fault| {
        let hints: Vec<String> = fault.hints.iter().map(|hint| hint.v.to_string()).collect();
        format!("{} {}", fault.message, hints.join(" "))
    });
    Fault::Typesetter(first.take(3).collect::<Vec<_>>().join("; ").trim().to_owned())
}
