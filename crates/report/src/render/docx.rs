use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BreakType, Docx, Footer, Hyperlink, HyperlinkType, IndentLevel, Level, LevelJc,
    LevelText, LineSpacing, NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Pic, Run, RunFonts,
    Shading, ShdType, SpecialIndentType, Start, Style, StyleType, Table as Grid, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableRow, WidthType,
};
use visioncast_model::Language;

use super::{
    picture,
    text::{cell, conditions, counts, is_number, more_rows, quoted, warmth},
};
use crate::{
    Document, WriteError,
    document::{Block, Cell, Chart, Quote, Sentence, Span, Table, Tone, idea_anchor, source_anchor},
    language::{Phrase, Speaker},
};

/// What stands between the margins of the page, in twentieths of a point.
const TEXT_WIDTH: usize = 9_600;
/// Beside more columns than these a long word has no room in the head of one.
const FEW: usize = 6;
/// What the list of bullets is called.
const BULLETS: usize = 2;
/// English metric units in a pixel.
const PIXEL: u32 = 9_525;
/// A table of more rows is cut off in the text document; the workbook has all of them.
const ROWS: usize = 500;

/// A report as a text document, to edit: headings, captions, quotes and tables in styles of their own.
pub(super) fn docx(document: &Document) -> Result<Vec<u8>, WriteError> {
    let mut writer = Writer {
        speaker: document.speaker(),
        paragraphs: 0,
        bookmarks: 0,
        pictures: Vec::new(),
        tables: 0,
        figures: 0,
    };
    let docx = writer
        .document(document)
        .map_err(|error| WriteError::Text(error.to_string()))?;
    let mut parts = docx.build();
    parts.document = described(&parts.document, &writer.pictures).into_bytes();
    parts.styles = spoken(&parts.styles, document.language).into_bytes();
    parts.doc_props.core = called(&parts.doc_props.core, document).into_bytes();
    let mut bytes = Cursor::new(Vec::new());
    parts
        .pack(&mut bytes)
        .map_err(|error| WriteError::Text(error.to_string()))?;
    Ok(bytes.into_inner())
}

struct Writer {
    speaker: Speaker,
    /// How many of each were made: their numbers are their own, and the same each time.
    paragraphs: u32,
    bookmarks: usize,
    /// What each picture says.
    pictures: Vec<String>,
    tables: usize,
    figures: usize,
}

impl Writer {
    fn document(&mut self, document: &Document) -> Result<Docx, png::EncodingError> {
        let mut docx = styled(&document.edition.until);
        let below = format!("{} · {} · ", document.running_title(), document.edition_name());
        let below = self.line(&below, "Footer").add_page_num(PageNum::new());
        docx = docx.footer(Footer::new().add_paragraph(below));
        for notice in &document.notices {
            docx = docx.add_paragraph(self.sentence(notice, "Notice"));
        }
        docx = docx.add_paragraph(self.line(self.speaker.text(Phrase::KindOfReport), "Subtitle"));
        docx = docx.add_paragraph(self.line(&document.title, "Title"));
        if !document.host.is_empty() {
            docx = docx.add_paragraph(self.line(&document.host, "Subtitle"));
        }
        for (place, chapter) in document.chapters.iter().enumerate() {
            let heading = self.bookmarked(&chapter.anchor, "Heading1", |paragraph| {
                spans(paragraph, &chapter.title)
            });
            docx = docx.add_paragraph(heading);
            for block in &chapter.blocks {
                docx = self.block(docx, block)?;
            }
            if place == 0 {
                docx = self.contents(docx, document);
            }
        }
        docx = self.sources(docx, document);
        for line in document.made_from() {
            docx = docx.add_paragraph(self.line(&line, "Aside"));
        }
        Ok(docx)
    }

    fn contents(&mut self, mut docx: Docx, document: &Document) -> Docx {
        docx = docx.add_paragraph(self.line(self.speaker.text(Phrase::Contents), "ContentsHeading"));
        for chapter in document.chapters.iter().skip(1) {
            let link = Hyperlink::new(name(&chapter.anchor), HyperlinkType::Anchor)
                .add_run(Run::new().add_text(chapter.title.text()));
            docx = docx.add_paragraph(self.paragraph("Contents").add_hyperlink(link));
        }
        docx
    }

    fn block(&mut self, mut docx: Docx, block: &Block) -> Result<Docx, png::EncodingError> {
        match block {
            Block::Heading(heading) => {
                docx = docx.add_paragraph(self.bookmarked(&heading.anchor, "Heading2", |paragraph| {
                    spans(paragraph, &heading.title)
                }));
            }
            Block::Sentence(sentence) => {
                let style = match sentence.tone {
                    Tone::Plain => "Normal",
                    Tone::Finding => "Finding",
                    Tone::Aside => "Aside",
                    Tone::Asked => "Asked",
                };
                docx = docx.add_paragraph(self.sentence(sentence, style));
            }
            Block::List(list) => {
                for sentence in list {
                    let bullet = self.sentence(sentence, "ListBullet");
                    docx = docx.add_paragraph(bullet.numbering(NumberingId::new(BULLETS), IndentLevel::new(0)));
                }
            }
            Block::Quote(quote) => docx = self.quote(docx, quote),
            Block::Table(table) if table.shown => docx = self.table(docx, table),
            Block::Table(_) => {}
            Block::Chart(chart) => docx = self.chart(docx, chart)?,
        }
        Ok(docx)
    }

    fn quote(&mut self, docx: Docx, quote: &Quote) -> Docx {
        let text = quoted(quote, self.speaker);
        let style = if quote.words.is_some() { "Quote" } else { "QuoteFoot" };
        let fill = |paragraph: Paragraph| paragraph.add_run(lines(text));
        let words = match quote.idea.filter(|_| quote.home) {
            Some(idea) => self.bookmarked(&idea_anchor(idea), style, fill),
            None => fill(self.paragraph(style)),
        };
        let mut foot = self.paragraph("QuoteFoot");
        let mut between = "";
        if let Some(idea) = quote.idea {
            foot = foot.add_hyperlink(link(&idea.to_string(), &idea_anchor(idea)));
            between = " · ";
        }
        for text in quote.by.iter().chain(&quote.note) {
            foot = foot.add_run(Run::new().add_text(format!("{between}{text}")));
            between = " · ";
        }
        docx.add_paragraph(words.keep_next(true))
            .add_paragraph(cited(foot, &quote.sources))
    }

    fn table(&mut self, mut docx: Docx, table: &Table) -> Docx {
        self.tables += 1;
        let caption = format!(
            "{} {}. {}",
            self.speaker.text(Phrase::TableWord),
            self.tables,
            table.caption
        );
        let caption = self
            .paragraph("Caption")
            .keep_next(true)
            .add_run(Run::new().add_text(caption));
        docx = docx.add_paragraph(cited(caption, &table.sources));
        let widths = widths(table);
        let many = table.columns.len() > FEW;
        let mut rows = Vec::new();
        let head = table.columns.iter().enumerate().map(|(place, column)| {
            let paragraph = self
                .aligned("TableHead", is_number(table, place))
                .add_run(Run::new().add_text(if many {
                    divisible(&column.title, self.speaker)
                } else {
                    column.title.clone()
                }));
            TableCell::new()
                .add_paragraph(paragraph)
                .width(widths[place], WidthType::Dxa)
                .shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill("F3F1EA"))
        });
        rows.push(TableRow::new(head.collect()).cant_split());
        for row in table.rows.iter().take(ROWS) {
            let cells = row.iter().enumerate().map(|(place, value)| {
                let paragraph = self.aligned("TableText", is_number(table, place));
                let paragraph = match value {
                    Cell::Idea(idea) => paragraph.add_hyperlink(link(&idea.to_string(), &idea_anchor(*idea))),
                    value => paragraph.add_run(lines(&cell(value, self.speaker))),
                };
                let made = TableCell::new()
                    .add_paragraph(paragraph)
                    .width(widths[place], WidthType::Dxa);
                match value {
                    Cell::Decimal(strength) if table.name == "map" => made.shading(shade(*strength)),
                    _ => made,
                }
            });
            rows.push(TableRow::new(cells.collect()).cant_split());
        }
        let grid = Grid::new(rows)
            .set_grid(widths)
            .width(TEXT_WIDTH, WidthType::Dxa)
            .layout(docx_rs::TableLayoutType::Fixed)
            .set_borders(rules())
            .margins(TableCellMargins::new().margin(40, 80, 40, 80));
        docx = docx.add_table(grid);
        let more = more_rows(table, ROWS, self.speaker).unwrap_or_default();
        docx.add_paragraph(self.line(&more, "Aside"))
    }

    fn chart(&mut self, mut docx: Docx, chart: &Chart) -> Result<Docx, png::EncodingError> {
        self.figures += 1;
        let caption = format!(
            "{} {}. {}",
            self.speaker.text(Phrase::Figure),
            self.figures,
            chart.caption
        );
        let caption = self
            .paragraph("Caption")
            .keep_next(true)
            .add_run(Run::new().add_text(caption));
        docx = docx.add_paragraph(cited(caption, &chart.sources));
        for bar in &chart.bars {
            let mut label = self.paragraph("ChartLabel").keep_next(true);
            if let Some(idea) = bar.idea {
                label = label
                    .add_hyperlink(link(&idea.to_string(), &idea_anchor(idea)))
                    .add_run(Run::new().add_text(" "));
            }
            docx = docx.add_paragraph(label.add_run(lines(&bar.label)));
            self.pictures.push(format!("{}: {}", bar.label, bar.says));
            let pic = Pic::new_with_dimensions(picture::bar(bar, chart.shape)?, picture::WIDTH, picture::HEIGHT)
                .id(format!("rIdImage{}", self.pictures.len()))
                .size(picture::WIDTH * PIXEL, picture::HEIGHT * PIXEL);
            docx = docx.add_paragraph(
                self.paragraph("ChartBar")
                    .keep_next(true)
                    .add_run(Run::new().add_image(pic)),
            );
            docx = docx.add_paragraph(self.line(&bar.says, "ChartSays"));
        }
        Ok(docx)
    }

    fn sources(&mut self, mut docx: Docx, document: &Document) -> Docx {
        docx = docx.add_paragraph(self.line(self.speaker.text(Phrase::SourcesTitle), "Heading1"));
        for source in &document.sources {
            let anchor = source_anchor(source.number);
            let title = self.bookmarked(&anchor, "SourceTitle", |paragraph| {
                spans(
                    paragraph.add_run(Run::new().add_text(format!("[{}] ", source.number))),
                    &source.title,
                )
            });
            docx = docx.add_paragraph(title.keep_next(true));
            if !source.ideas.is_empty() {
                let mut ideas = self
                    .paragraph("Source")
                    .add_run(Run::new().add_text(format!("{}: ", self.speaker.text(Phrase::IdeasTitle))));
                for (place, idea) in source.ideas.iter().enumerate() {
                    if place > 0 {
                        ideas = ideas.add_run(Run::new().add_text(", "));
                    }
                    ideas = ideas.add_hyperlink(link(&idea.to_string(), &idea_anchor(*idea)));
                }
                docx = docx.add_paragraph(ideas);
            }
            for (title, text) in [
                (Phrase::CountsTitle, counts(source, self.speaker)),
                (Phrase::Conditions, conditions(source)),
            ] {
                if !text.is_empty() {
                    docx = docx.add_paragraph(self.line(&format!("{}: {text}", self.speaker.text(title)), "Source"));
                }
            }
        }
        docx
    }

    fn paragraph(&mut self, style: &str) -> Paragraph {
        self.paragraphs += 1;
        Paragraph::new().id(format!("{:08x}", self.paragraphs)).style(style)
    }

    fn aligned(&mut self, style: &str, right: bool) -> Paragraph {
        let paragraph = self.paragraph(style);
        if right {
            paragraph.align(AlignmentType::Right)
        } else {
            paragraph
        }
    }

    fn line(&mut self, text: &str, style: &str) -> Paragraph {
        self.paragraph(style).add_run(lines(text))
    }

    fn sentence(&mut self, sentence: &Sentence, style: &str) -> Paragraph {
        cited(spans(self.paragraph(style), sentence), &sentence.sources)
    }

    fn bookmarked(&mut self, anchor: &str, style: &str, fill: impl FnOnce(Paragraph) -> Paragraph) -> Paragraph {
        self.bookmarks += 1;
        let id = self.bookmarks;
        fill(self.paragraph(style).add_bookmark_start(id, name(anchor))).add_bookmark_end(id)
    }
}

fn spans(mut paragraph: Paragraph, sentence: &Sentence) -> Paragraph {
    for span in &sentence.spans {
        paragraph = paragraph.add_run(match span {
            Span::Text(text) => lines(text),
            Span::Words(words) => lines(words).style("Said"),
        });
    }
    paragraph
}

fn cited(mut paragraph: Paragraph, sources: &[usize]) -> Paragraph {
    for source in sources {
        paragraph = paragraph
            .add_run(Run::new().add_text(" "))
            .add_hyperlink(link(&format!("[{source}]"), &source_anchor(*source)));
    }
    paragraph
}

fn link(text: &str, anchor: &str) -> Hyperlink {
    Hyperlink::new(name(anchor), HyperlinkType::Anchor).add_run(Run::new().add_text(text).style("Link"))
}

/// Text in a run, with breaks where it has lines.
fn lines(text: &str) -> Run {
    let mut run = Run::new();
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line.replace('\t', " "));
    }
    run
}

/// Bookmarks know letters, digits and low lines alone.
fn name(anchor: &str) -> String {
    anchor.replace('-', "_")
}

/// Columns of words share what columns of numbers leave, by how much stands in them.
fn widths(table: &Table) -> Vec<usize> {
    let many = table.columns.len().max(1);
    let narrow = (TEXT_WIDTH / (many + 1)).min(1_250);
    let long = |place: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(place));
        let longest = cells.map(|cell| match cell {
            Cell::Text(text) | Cell::Words(text) => text.chars().count(),
            _ => 0,
        });
        let titled = table
            .columns
            .get(place)
            .map_or(0, |column| column.title.chars().count());
        longest.max().unwrap_or_default().max(titled).clamp(14, 60)
    };
    let words: usize = (0..many).filter(|place| !is_number(table, *place)).map(long).sum();
    let numbers = (0..many).filter(|place| is_number(table, *place)).count();
    let left = TEXT_WIDTH - narrow * numbers;
    let width = |place| {
        if is_number(table, place) {
            narrow
        } else {
            left * long(place) / words.max(1)
        }
    };
    (0..many).map(width).collect()
}

/// The same with soft hyphens in its long words: a program that lays it out breaks them there, or between any two letters.
fn divisible(title: &str, Speaker(language): Speaker) -> String {
    const LONG: usize = 7;
    let patterns = match language {
        Language::English => hypher::Lang::English,
        Language::Spanish => hypher::Lang::Spanish,
    };
    let word = |word: &str| {
        if word.chars().count() < LONG {
            return word.to_owned();
        }
        hypher::hyphenate(word, patterns).collect::<Vec<_>>().join("\u{ad}")
    };
    title.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn shade(strength: f64) -> Shading {
    const WARM: [&str; 5] = ["FFFFFF", "E6ECF6", "C8D6EC", "A3BCE0", "7FA3D1"];
    let fill = WARM[usize::from(warmth(strength))];
    Shading::new().shd_type(ShdType::Clear).color("auto").fill(fill)
}

/// Fine lines between rows, none between columns.
fn rules() -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let rules = [(Top, "211D16"), (InsideH, "D5D1C7"), (Bottom, "D5D1C7")];
    let rules = rules.map(|(place, colour)| TableBorder::new(place).size(4).color(colour));
    let borders = rules.into_iter().fold(TableBorders::new(), TableBorders::set);
    [Left, Right, InsideV].into_iter().fold(borders, TableBorders::clear)
}

fn styled(until: &str) -> Docx {
    let sans = RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri");
    let serif = || RunFonts::new().ascii("Georgia").hi_ansi("Georgia").cs("Georgia");
    let spaced = |before, after| LineSpacing::new().before(before).after(after);
    let style = |id: &str, name: &str| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .q_format(true)
    };
    let styles = [
        Style::new("Normal", StyleType::Paragraph)
            .name("Normal")
            .q_format(true)
            .line_spacing(spaced(0, 120)),
        style("Title", "Title").size(52).bold().line_spacing(spaced(0, 160)),
        style("Subtitle", "Subtitle").size(24).color("57534A"),
        style("Heading1", "heading 1")
            .size(34)
            .bold()
            .outline_lvl(0)
            .next("Normal")
            .line_spacing(spaced(480, 160)),
        style("Heading2", "heading 2")
            .size(26)
            .bold()
            .outline_lvl(1)
            .next("Normal")
            .line_spacing(spaced(320, 100)),
        style("ContentsHeading", "Contents heading")
            .size(26)
            .bold()
            .line_spacing(spaced(320, 100)),
        style("Contents", "Contents"),
        style("Finding", "Finding").size(24).line_spacing(spaced(0, 120)),
        style("Aside", "Aside").size(19).color("57534A"),
        style("Asked", "Question asked").size(24).italic(),
        style("Notice", "Notice").bold().color("9A3412"),
        style("Quote", "Quote")
            .size(23)
            .fonts(serif())
            .indent(Some(360), None, None, None)
            .line_spacing(spaced(120, 40)),
        style("QuoteFoot", "Quote source")
            .size(18)
            .color("57534A")
            .indent(Some(360), None, None, None),
        style("Caption", "caption")
            .size(20)
            .bold()
            .line_spacing(spaced(240, 100)),
        style("TableHead", "Table head")
            .size(18)
            .bold()
            .line_spacing(spaced(0, 0)),
        style("TableText", "Table text").size(18).line_spacing(spaced(0, 0)),
        style("ChartLabel", "Chart label")
            .size(20)
            .fonts(serif())
            .line_spacing(spaced(120, 20)),
        style("ChartBar", "Chart bar").line_spacing(spaced(0, 20)),
        style("ChartSays", "Chart in words").size(18).color("57534A"),
        style("SourceTitle", "Source title")
            .size(19)
            .bold()
            .line_spacing(spaced(120, 20)),
        style("Source", "Source")
            .size(18)
            .color("57534A")
            .line_spacing(spaced(0, 40)),
        style("Footer", "footer").size(17).color("57534A"),
        style("ListBullet", "List Bullet").indent(Some(360), None, None, None),
        Style::new("Said", StyleType::Character).name("Said").fonts(serif()),
        Style::new("Link", StyleType::Character)
            .name("Hyperlink")
            .color("2F5FA8"),
    ];
    let docx = Docx::new()
        .created_at(until)
        .updated_at(until)
        .default_fonts(sans)
        .default_size(21)
        .page_size(11_906, 16_838)
        .page_margin(PageMargin::new().top(1_150).bottom(1_150).left(1_150).right(1_150));
    let hanging = Some(SpecialIndentType::Hanging(260));
    let bullet = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("•"),
        LevelJc::new("left"),
    );
    let docx = docx
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet.indent(
            Some(360),
            hanging,
            None,
            None,
        )))
        .add_numbering(Numbering::new(BULLETS, BULLETS));
    styles.into_iter().fold(docx, Docx::add_style)
}

/// Says in which language the text is, for whoever checks its spelling or reads it out: the library's styles say nothing.
fn spoken(styles: &[u8], language: Language) -> String {
    const END: &str = "</w:rPr></w:rPrDefault>";
    let locale = match language {
        Language::English => "en-US",
        Language::Spanish => "es-ES",
    };
    let styles = String::from_utf8_lossy(styles);
    styles.replacen(END, &format!("<w:lang w:val=\"{locale}\"/>{END}"), 1)
}

/// Gives it its title, and says whose it is.
fn called(core: &[u8], document: &Document) -> String {
    const NOBODY: &str = "<dc:creator>unknown</dc:creator>";
    let (title, host) = (
        super::escape::Text(&document.title),
        super::escape::Text(&document.host),
    );
    let core = String::from_utf8_lossy(core);
    core.replacen(
        NOBODY,
        &format!("<dc:title>{title}</dc:title><dc:creator>{host}</dc:creator>"),
        1,
    )
    .replacen("<cp:lastModifiedBy>unknown</cp:lastModifiedBy>", "", 1)
}

/// Gives each picture a number and words of its own, and each table a head that stands on every page: what the library
/// writes has neither.
fn described(document: &[u8], pictures: &[String]) -> String {
    const PICTURE: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";
    const DRAWING: &str = "<pic:cNvPr id=\"0\" name=\"\"";
    let document = String::from_utf8_lossy(document);
    let mut out = String::with_capacity(document.len());
    let mut parts = document.split(PICTURE);
    out.push_str(parts.next().unwrap_or_default());
    let mut says = pictures.iter();
    for (number, part) in (1..).zip(parts) {
        let says = says.next().map(String::as_str).unwrap_or_default();
        let says = super::escape::Text(says);
        out.push_str(&format!(
            "<wp:docPr id=\"{number}\" name=\"Figure {number}\" descr=\"{says}\"/>"
        ));
        out.push_str(&part.replacen(
            DRAWING,
            &format!("<pic:cNvPr id=\"{number}\" name=\"Figure {number}\""),
            1,
        ));
    }
    let mut headed = String::with_capacity(out.len());
    for (place, part) in out.split("<w:tbl>").enumerate() {
        if place == 0 {
            headed.push_str(part);
            continue;
        }
        headed.push_str("<w:tbl>");
        headed.push_str(&part.replacen("<w:cantSplit />", "<w:cantSplit /><w:tblHeader />", 1));
    }
    headed
}
