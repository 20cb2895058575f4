use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::{File, WriteError};

/// A table on its way into a CSV file (RFC 4180).
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
    spreadsheet: bool,
}

impl Table {
    /// A table for programs: cells as they are, lines that end as on Unix.
    pub(crate) fn plain<S: AsRef<str>>(columns: &[S]) -> Self {
        Self {
            rows: vec![owned(columns)],
            spreadsheet: false,
        }
    }

    /// A table for spreadsheets: UTF-8 with the mark that Excel needs to see it is, lines that end
    /// in CRLF, and no cell that a spreadsheet would compute ([`harmless`]).
    pub(crate) fn spreadsheet<S: AsRef<str>>(columns: &[S]) -> Self {
        Self {
            rows: vec![owned(columns)],
            spreadsheet: true,
        }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The rows below the first, to be put in another order.
    pub(crate) fn body(&mut self) -> &mut [Vec<String>] {
        self.rows.get_mut(1..).unwrap_or_default()
    }

    /// The file.
    pub(crate) fn file(self, name: String) -> Result<File, WriteError> {
        match self.bytes() {
            Ok(bytes) => Ok(File { name, bytes }),
            Err(source) => Err(WriteError::Table { name, source }),
        }
    }

    fn bytes(self) -> Result<Vec<u8>, csv::Error> {
        let mut bytes = Vec::new();
        let terminator = if self.spreadsheet {
            bytes.extend_from_slice("\u{FEFF}".as_bytes());
            Terminator::CRLF
        } else {
            Terminator::Any(b'\n')
        };
        let mut writer = WriterBuilder::new()
            .terminator(terminator)
            .quote_style(QuoteStyle::Necessary)
            .from_writer(&mut bytes);
        for row in self.rows {
            if self.spreadsheet {
                writer.write_record(row.into_iter().map(harmless))?;
            } else {
                writer.write_record(row)?;
            }
        }
        writer.flush()?;
        drop(writer);
        Ok(bytes)
    }
}

fn owned<S: AsRef<str>>(cells: &[S]) -> Vec<String> {
    cells.iter().map(|cell| cell.as_ref().to_owned()).collect()
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before one that would begin
/// with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break. A cell that begins like
/// that behind apostrophes of its own gets one more, so that taking one away always gives the words
/// back. See OWASP, *CSV Injection*.
pub(crate) fn harmless(cell: String) -> String {
    let first = cell.trim_start_matches('\'').chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{cell}")
        }
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(table: Table) -> String {
        let file = table.file("x.csv".to_owned()).expect("a table of strings");
        String::from_utf8(file.bytes).expect("UTF-8")
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1"] {
            assert_eq!(harmless(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["", "1", "a=1", "'tis the season", "—", "ａ", " x"] {
            assert_eq!(harmless(cell.to_owned()), cell);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut table = Table::spreadsheet(&["a", "b"]);
        table.row(["one \"two\", three".to_owned(), "=2\nfour".to_owned()]);
        assert_eq!(
            text(table),
            "\u{FEFF}a,b\r\n\"one \"\"two\"\", three\",\"'=2\nfour\"\r\n"
        );
    }

    #[test]
    fn a_plain_table_leaves_cells_as_they_are() {
        let mut table = Table::plain(&["a", "b"]);
        table.row(["-1".to_owned(), String::new()]);
        assert_eq!(text(table), "a,b\n-1,\n");
    }
}
