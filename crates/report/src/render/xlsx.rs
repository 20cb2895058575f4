use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Chart as NativeChart, ChartType, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::text::{bracketed, conditions, counts, quoted};
use crate::{
    Document, WriteError,
    document::{Block, Cell, Chart, Kind, Shape, Table},
    language::{Phrase, Speaker},
};

/// The most signs that a cell of Excel holds.
const CELL: usize = 32_767;
/// So wide is a column of words, in signs.
const WIDE: f64 = 60.0;
/// So high is a line of text, in points.
const LINE: f64 = 15.0;
/// The tallest row that Excel takes, in points.
const TALLEST: f64 = 409.0;
/// A4 among the sizes of paper that Excel knows.
const A4: u8 = 9;
/// So high is a bar of a chart, in pixels, and what stands around them.
const BAR: u32 = 34;
const AROUND: u32 = 130;

/// A report as a workbook: what it says, a sheet for each table, charts beside their numbers, and where all of it is from.
pub(super) fn xlsx(document: &Document) -> Result<Vec<u8>, WriteError> {
    workbook(document).map_err(|error| WriteError::Workbook(error.to_string()))
}

fn workbook(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let speaker = document.speaker();
    let styles = Styles::new(document);
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(short(&document.title))
            .set_company(short(&document.host))
            .set_creation_datetime(&moment(&document.edition.until)?),
    );
    said(workbook.add_worksheet(), document, &styles)?;
    let mut charts: BTreeMap<&str, &Chart> = BTreeMap::new();
    for chapter in &document.chapters {
        for block in &chapter.blocks {
            if let Block::Chart(chart) = block {
                charts.insert(&chart.name, chart);
            }
        }
    }
    for (_, table) in document.tables() {
        sheet(workbook.add_worksheet(), table, speaker, &styles)?;
    }
    for (name, chart) in charts {
        drawn(workbook.add_worksheet(), name, chart, &styles)?;
    }
    from(workbook.add_worksheet(), document, &styles)?;
    workbook.save_to_buffer()
}

struct Styles {
    head: Format,
    words: Format,
    count: Format,
    share: Format,
    decimal: Format,
    kept: Format,
    /// What stands below each printed page.
    footer: String,
}

impl Styles {
    fn new(document: &Document) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            head: top.clone().set_bold().set_text_wrap(),
            // Beside numbers, which stand at the end of their column.
            words: top.clone().set_text_wrap().set_indent(1),
            count: top.clone().set_num_format("#,##0"),
            share: top.clone().set_num_format("0%"),
            decimal: top.clone().set_num_format("0.0"),
            kept: top.set_italic().set_font_color("#57534A"),
            // A sign that would begin a command is written twice.
            footer: format!(
                "&L&8{}&C&8{}&R&8&A  &P / &N",
                document.running_title().replace('&', "&&"),
                document.edition_name()
            ),
        }
    }
}

/// What the report says, sentence by sentence.
fn said(sheet: &mut Worksheet, document: &Document, styles: &Styles) -> Result<(), XlsxError> {
    let speaker = document.speaker();
    sheet.set_name("report")?;
    let heads = [Phrase::Chapter, Phrase::SentenceHead, Phrase::SourceHead].map(|phrase| speaker.text(phrase));
    head(sheet, &heads, styles)?;
    const WIDTHS: [f64; 3] = [24.0, 110.0, 12.0];
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut row = 1;
    let mut line = |chapter: &str, text: &str, sources: &[usize]| -> Result<(), XlsxError> {
        write(sheet, row, 0, chapter, &styles.words)?;
        write(sheet, row, 1, text, &styles.words)?;
        write(sheet, row, 2, &bracketed(sources), &styles.words)?;
        make_room(sheet, row, &[(chapter, WIDTHS[0]), (text, WIDTHS[1])])?;
        row += 1;
        Ok(())
    };
    line("", &document.title, &[])?;
    for text in document
        .notices
        .iter()
        .map(crate::document::Sentence::text)
        .chain(document.made_from())
    {
        line("", &text, &[])?;
    }
    for chapter in &document.chapters {
        let title = chapter.title.text();
        for block in &chapter.blocks {
            match block {
                Block::Sentence(sentence) => line(&title, &sentence.text(), &sentence.sources)?,
                Block::List(list) => {
                    for sentence in list {
                        line(&title, &sentence.text(), &sentence.sources)?;
                    }
                }
                Block::Quote(quote) if !quote.home => {
                    line(&title, &format!("“{}”", quoted(quote, speaker)), &quote.sources)?;
                }
                _ => {}
            }
        }
    }
    Ok(())
}

fn sheet(sheet: &mut Worksheet, table: &Table, speaker: Speaker, styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    let heads: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
    head(sheet, &heads, styles)?;
    let mut widths = Vec::with_capacity(table.columns.len());
    for (place, column) in (0_u16..).zip(&table.columns) {
        let longest = table
            .rows
            .iter()
            .filter_map(|row| row.get(usize::from(place)))
            .map(length)
            .max();
        let width = (longest.unwrap_or_default() as f64 + 2.0).clamp(12.0, WIDE);
        let width = if column.kind == Kind::Text { width } else { 14.0 };
        sheet.set_column_width(place, width)?;
        widths.push(width);
    }
    let heads: Vec<(&str, f64)> = heads.into_iter().zip(widths.iter().copied()).collect();
    make_room(sheet, 0, &heads)?;
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) | Cell::Words(text) => write(sheet, row, column, text, &styles.words)?,
                Cell::Count(count) => number(sheet, row, column, *count as f64, &styles.count)?,
                Cell::Idea(idea) => number(sheet, row, column, *idea as f64, &styles.count)?,
                Cell::Share(share) => number(sheet, row, column, *share, &styles.share)?,
                Cell::Decimal(decimal) => number(sheet, row, column, *decimal, &styles.decimal)?,
                Cell::KeptBack => write(sheet, row, column, speaker.text(Phrase::KeptBack), &styles.kept)?,
                Cell::Empty => {}
            }
        }
        let texts = cells.iter().zip(&widths).filter_map(|(cell, width)| match cell {
            Cell::Text(text) | Cell::Words(text) => Some((text.as_str(), *width)),
            _ => None,
        });
        make_room(sheet, row, &texts.collect::<Vec<_>>())?;
    }
    let (rows, columns) = (table.rows.len() as u32, table.columns.len() as u16);
    if rows > 0 && columns > 0 {
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    Ok(())
}

/// The numbers of a chart, and the chart that Excel draws of them.
fn drawn(sheet: &mut Worksheet, name: &str, chart: &Chart, styles: &Styles) -> Result<(), XlsxError> {
    let name = format!("chart_{name}");
    sheet.set_name(&name)?;
    let mut heads = vec![""];
    heads.extend(chart.series.iter().map(String::as_str));
    head(sheet, &heads, styles)?;
    sheet.set_column_width(0, WIDE)?;
    for (row, bar) in (1_u32..).zip(&chart.bars) {
        write(sheet, row, 0, &bar.label, &styles.words)?;
        for (column, count) in (1_u16..).zip(&bar.counts) {
            sheet.write_number_with_format(row, column, f64::from(*count), &styles.count)?;
        }
    }
    let last = chart.bars.len() as u32;
    if last == 0 {
        return Ok(());
    }
    let mut native = NativeChart::new(ChartType::BarPercentStacked);
    for column in 1..=chart.series.len() as u16 {
        let colour = match (chart.shape, column) {
            (Shape::Diverging, 1) => "#2F5FA8",
            (Shape::Diverging, 2) => "#E08A3C",
            (Shape::Diverging, _) => "#C9C6BE",
            (Shape::Stacked, column) => COLOURS[usize::from(column - 1) % COLOURS.len()],
        };
        native
            .add_series()
            .set_name((name.as_str(), 0, column))
            .set_categories((name.as_str(), 1, 0, last, 0))
            .set_values((name.as_str(), 1, column, last, column))
            .set_format(
                rust_xlsxwriter::ChartFormat::new()
                    .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(colour)),
            );
    }
    native.title().set_name(&short(&chart.caption));
    native.y_axis().set_reverse();
    native.set_width(900).set_height(last * BAR + AROUND);
    let says: Vec<String> = chart
        .bars
        .iter()
        .map(|bar| format!("{}: {}", bar.label, bar.says))
        .collect();
    native.set_alt_text(cut(&says.join("; "), 250));
    sheet.insert_chart(1, chart.series.len() as u16 + 2, &native)?;
    Ok(())
}

const COLOURS: [&str; 8] = [
    "#2F5FA8", "#7FA3D1", "#C9C6BE", "#E5BE7A", "#E08A3C", "#A85A2A", "#6FA88A", "#3F7358",
];

/// Where each sentence comes from.
fn from(sheet: &mut Worksheet, document: &Document, styles: &Styles) -> Result<(), XlsxError> {
    let speaker = document.speaker();
    sheet.set_name("sources")?;
    let heads = [
        Phrase::SourceHead,
        Phrase::What,
        Phrase::CountsTitle,
        Phrase::IdeasTitle,
        Phrase::Conditions,
    ];
    head(sheet, &heads.map(|phrase| speaker.text(phrase)), styles)?;
    const WIDTHS: [f64; 5] = [8.0, 50.0, 40.0, 24.0, WIDE];
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    for (row, source) in (1_u32..).zip(&document.sources) {
        sheet.write_number_with_format(row, 0, source.number as f64, &styles.count)?;
        let texts = [
            source.title.text(),
            counts(source, speaker),
            bracketed(&source.ideas),
            conditions(source),
        ];
        for (column, text) in (1..).zip(&texts) {
            write(sheet, row, column, text, &styles.words)?;
        }
        let texts = texts.iter().map(String::as_str).zip(WIDTHS[1..].iter().copied());
        make_room(sheet, row, &texts.collect::<Vec<_>>())?;
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, titles: &[&str], styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    // On paper: A4 on its side, as wide as one page, the head on each.
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?
        .set_footer(&styles.footer);
    for (column, title) in (0_u16..).zip(titles) {
        write(sheet, 0, column, title, &styles.head)?;
    }
    Ok(())
}

/// Makes a row as tall as its longest text needs in a column of that width, in signs: not every program does so by itself.
fn make_room(sheet: &mut Worksheet, row: u32, texts: &[(&str, f64)]) -> Result<(), XlsxError> {
    let lines = |(text, width): &(&str, f64)| -> f64 {
        // What wraps at spaces leaves some room at the end of a line.
        let line = |line: &str| (line.chars().count() as f64 / (width * 0.9)).ceil().max(1.0);
        text.lines().map(line).sum()
    };
    let most = texts.iter().map(lines).fold(1.0, f64::max);
    if most > 1.0 {
        sheet.set_row_height(row, (most * LINE).min(TALLEST))?;
    }
    Ok(())
}

/// Text as text: it is never a formula, nor a link.
fn write(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, column, cut(text, CELL), format)?;
    Ok(())
}

fn number(sheet: &mut Worksheet, row: u32, column: u16, number: f64, format: &Format) -> Result<(), XlsxError> {
    sheet.write_number_with_format(row, column, number, format)?;
    Ok(())
}

fn length(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) | Cell::Words(text) => text.chars().count(),
        _ => 8,
    }
}

fn short(text: &str) -> String {
    cut(text, 250)
}

/// No more signs than Excel takes, counted as it counts them (in UTF-16).
fn cut(text: &str, most: usize) -> String {
    let mut left = most;
    let fits = |sign: &char| {
        let long = sign.len_utf16();
        let fits = left >= long;
        left -= long.min(left);
        fits
    };
    text.chars().take_while(fits).collect()
}

fn moment(iso: &str) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(iso)
}
