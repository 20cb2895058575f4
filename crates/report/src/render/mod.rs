//! A document in each format.

mod around;
mod bar;
mod comma_separated;
mod docx;
mod escape;
mod json;
mod markdown;
mod page;
mod picture;
mod print;
mod text;
mod xlsx;

pub use around::{Around, Button, Link};

use crate::{Document, File, WriteError};
pub use print::Print;

/// A format that a report can be had in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// `report.docx`: to edit, with real styles.
    Docx,
    /// `report.html`: one page that needs nothing beside it.
    Html,
    /// `report.md`: plain text with marks.
    Markdown,
    /// `report.xlsx`: a sheet for each table, and charts.
    Xlsx,
    /// `csv/*.csv`: a file for each table.
    Csv,
    /// `report.json` and its schema.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Docx,
        Self::Html,
        Self::Markdown,
        Self::Xlsx,
        Self::Csv,
        Self::Json,
    ];
}

impl Document {
    /// The report as a page that is read where it was made, with something around it.
    #[must_use]
    pub fn page_within(&self, around: &Around) -> String {
        page::page(self, Some(around))
    }

    /// The report in a format: the same document gives the same bytes.
    ///
    /// # Errors
    /// Where it cannot be laid out in that format.
    pub fn files(&self, format: Format) -> Result<Vec<File>, WriteError> {
        let file = |name: &str, bytes: Vec<u8>| File {
            name: name.to_owned(),
            bytes,
        };
        Ok(match format {
            Format::Docx => vec![file("report.docx", docx::docx(self)?)],
            Format::Html => vec![file("report.html", page::page(self, None).into_bytes())],
            Format::Markdown => vec![file("report.md", markdown::markdown(self).into_bytes())],
            Format::Xlsx => vec![file("report.xlsx", xlsx::xlsx(self)?)],
            Format::Csv => comma_separated::tables(self)?,
            Format::Json => vec![
                file("report.json", json::json(self)?),
                file("report.schema.json", json::SCHEMA.as_bytes().to_vec()),
            ],
        })
    }
}
