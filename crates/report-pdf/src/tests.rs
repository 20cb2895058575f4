//! Reports that are laid out for real: whatever people write stays words, and the PDF is one that can be read aloud.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;
use visioncast_model::Language;
use visioncast_report::{
    Document,
    document::{
        Bar, Block, Cell, Chapter, Chart, Column, Counted, Edition, FORMAT, Heading, Kind, Quote, Sentence, Shape,
        Source, Span, Table, Tone, Totals, VERSION,
    },
};

use crate::{
    fonts::Machine,
    pages::{pdf, set},
    text::{MAY_END, UNKNOWN},
};

/// What people may type to do harm, or just so.
const HOSTILE: [&str; 13] = [
    "#let x = 1; $x^2$ @cite <label> #panic() #read(\"/etc/passwd\")",
    "#import \"@preview/x:1.0.0\": *",
    "= heading - list + list / term: *bold* _italic_ `raw` ```raw``` ~ -- --- ... \\",
    "// comment /* comment */ https://example.org [link](javascript:alert(1))",
    "#{ while true {} } #sys.inputs #eval(\"1+1\") #json(\"report.json\")",
    "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &lt;",
    "]]></w:t></w:r><?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>",
    "=HYPERLINK(\"http://x\";\"y\") +1+1|cmd' /C calc'!A0",
    "(/Type /Catalog) endobj stream BT (x) Tj ET \\ ( ( )",
    "{count} {words} %s ${x} 'single' \"double\" “curly” ‘curly’",
    "a\tb\nc\n\n\nd",
    "ſtraße ﬁ ﬂ ﬀ 1/2 ½ Ω≈ç√∫ Žluťoučký Ελληνικά Українська Tiếng Việt",
    "family 👩‍👩‍👧‍👦 thumbs 👍🏽 flag 🇨🇭 heart ❤️ keycap 1️⃣",
];

/// Scripts and signs that hardly any machine has all fonts for, and signs that are none.
const STRANGE: [&str; 7] = [
    "مرحبا بالعالم שלום עולם ܫܠܡܐ ދިވެހި",
    "你好世界 こんにちは 안녕하세요 नमस्ते দুনিয়া வணக்கம் สวัสดี ກາລະກາ ខ្មែរ မြန်မာ བོད་ཡིག ᚠᚢᚦ 𒀀𒁀 𓀀 𝔘𝔫𝔦",
    "\u{202E}reversed\u{2066} \u{2069}\u{200F}\u{200E}\u{61C}\u{202A}",
    "\u{0}\u{1}\u{8}\u{1B}[31m\u{7F}\u{85}\u{FFFE}\u{FFFF}\u{FEFF}\u{FFFD}\u{2028}\u{2029}",
    "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD} \u{E0041}\u{E007F} \u{378}\u{1FFFE}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305} z\u{0335}a\u{0336}l\u{0337}g\u{0338}o",
    "\u{200B}\u{200C}\u{200D}\u{2060}\u{AD}\u{34F}\u{FE0F}\u{FE0E}",
];

fn said(words: &str, sources: &[usize]) -> Sentence {
    Sentence {
        spans: vec![
            Span::Text("Said: “".to_owned()),
            Span::Words(words.to_owned()),
            Span::Text("”.".to_owned()),
        ],
        tone: Tone::Plain,
        sources: sources.to_vec(),
    }
}

fn quote(idea: usize, words: &str, home: bool) -> Block {
    Block::Quote(Quote {
        idea: Some(idea),
        words: Some(words.to_owned()),
        by: Some(words.to_owned()),
        note: Some("2 agree".to_owned()),
        home,
        sources: vec![1],
    })
}

fn chart(label: &str, shape: Shape, counts: &[u32]) -> Block {
    Block::Chart(Chart {
        name: "chart".to_owned(),
        caption: label.to_owned(),
        shape,
        series: counts.iter().map(|_| label.to_owned()).collect(),
        bars: vec![
            Bar {
                label: label.to_owned(),
                idea: Some(1),
                counts: counts.to_vec(),
                says: label.to_owned(),
            },
            Bar {
                label: label.to_owned(),
                idea: None,
                counts: vec![0; counts.len()],
                says: "nobody".to_owned(),
            },
        ],
        sources: vec![1],
    })
}

fn table(name: &str, words: &str, rows: usize) -> Block {
    let column = |name: &str, kind| Column {
        name: name.to_owned(),
        title: words.to_owned(),
        kind,
    };
    let row = |place: usize| {
        vec![
            Cell::Idea(place % 2 + 1),
            Cell::Words(words.to_owned()),
            Cell::Text(words.to_owned()),
            Cell::Count(1_234_567),
            Cell::Share(0.5),
            Cell::Decimal(place as f64),
            Cell::KeptBack,
            Cell::Empty,
        ]
    };
    Block::Table(Table {
        name: name.to_owned(),
        caption: words.to_owned(),
        columns: vec![
            column("idea", Kind::Count),
            column("words", Kind::Text),
            column("text", Kind::Text),
            column("count", Kind::Count),
            column("share", Kind::Share),
            column("decimal", Kind::Decimal),
            column("kept", Kind::Count),
            column("empty", Kind::Text),
        ],
        rows: (0..rows).map(row).collect(),
        shown: true,
        sources: vec![1],
    })
}

/// A report that has these words wherever words can be.
fn report(words: &str) -> Document {
    let blocks = vec![
        Block::Heading(Heading {
            anchor: "part".to_owned(),
            title: said(words, &[]),
        }),
        Block::Sentence(said(words, &[1]).toned(Tone::Asked)),
        Block::Sentence(said(words, &[1]).toned(Tone::Finding)),
        Block::Sentence(said(words, &[1]).toned(Tone::Aside)),
        Block::List(vec![said(words, &[1]), said(words, &[1]).toned(Tone::Finding)]),
        quote(1, words, false),
        chart(words, Shape::Diverging, &[5, 3, 1]),
        chart(words, Shape::Stacked, &[5, 3, 1, 7, 2, 9, 1, 1, 4]),
        table("votes", words, 3),
        table("map", words, 5),
        quote(1, words, true),
        quote(2, words, true),
    ];
    let chapter = |anchor: &str, blocks| Chapter {
        anchor: anchor.to_owned(),
        title: said(words, &[]),
        blocks,
    };
    Document {
        format: FORMAT.to_owned(),
        version: VERSION,
        language: Language::Spanish,
        title: words.to_owned(),
        host: words.to_owned(),
        notices: vec![said(words, &[])],
        edition: Edition {
            number: Some(2),
            taken_back: 1,
            snapshot: format!("sha256:{}", "f".repeat(64)),
            events: 7,
            until: "2026-05-14T09:00:05Z".to_owned(),
            framework: "version 1".to_owned(),
        },
        recommendations: Vec::new(),
        themes: Vec::new(),
        totals: Totals::default(),
        chapters: vec![
            chapter("summary", vec![Block::Sentence(said(words, &[]))]),
            chapter("all", blocks),
        ],
        sources: vec![Source {
            number: 1,
            title: said(words, &[]),
            ideas: vec![1, 2],
            counts: vec![Counted {
                name: words.to_owned(),
                count: 3,
            }],
            conditions: vec![said(words, &[])],
        }],
    }
}

fn laid_out(document: &Document, machine: Machine) -> PagedDocument {
    let report = serde_json::to_value(document.print()).expect("data");
    set(report, machine).expect("laid out")
}

/// All letters on the pages, without what divides them.
fn letters(pages: &PagedDocument) -> String {
    fn gather(frame: &Frame, text: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => gather(&group.frame, text),
                FrameItem::Text(run) => text.push_str(&run.text),
                _ => {}
            }
        }
    }
    let mut text = String::new();
    for page in pages.pages() {
        gather(&page.frame, &mut text);
    }
    squeezed(&text)
}

fn squeezed(text: &str) -> String {
    let divides = |sign: char| sign.is_whitespace() || sign == MAY_END || sign == '\u{FE0F}';
    text.chars().filter(|sign| !divides(*sign)).collect()
}

fn count(bytes: &[u8], what: &str) -> usize {
    bytes
        .windows(what.len())
        .filter(|window| *window == what.as_bytes())
        .count()
}

#[test]
fn words_stay_words_wherever_they_stand() {
    for words in HOSTILE {
        let document = report(words);
        let letters = letters(&laid_out(&document, Machine::LeftAlone));
        let found = letters.matches(&squeezed(words)).count();
        // Title, host, notices, headings, sentences, quotes, names, tables, charts, sources.
        assert!(found >= 40, "{found} times {words:?} in {letters}");
        assert!(!letters.contains(UNKNOWN), "{words:?}");
        let pdf = pdf(&document, Machine::LeftAlone).expect("as PDF/UA-1 asks");
        assert_eq!(
            count(&pdf, "/S/JavaScript") + count(&pdf, "/URI"),
            0,
            "{words:?} does nothing"
        );
    }
}

#[test]
fn what_no_font_has_breaks_nothing() {
    for words in STRANGE {
        for machine in [Machine::LeftAlone, Machine::Asked] {
            pdf(&report(words), machine).expect(words);
        }
    }
    let letters = letters(&laid_out(&report("a \u{E000} b"), Machine::LeftAlone));
    assert!(letters.contains("a\u{FFFD}b"), "{letters}");
}

#[test]
fn long_words_stay_within_the_page() {
    for word in ["x".repeat(500), "ж".repeat(500), "👍".repeat(120)] {
        let document = report(&word);
        let pages = laid_out(&document, Machine::LeftAlone);
        for page in pages.pages() {
            assert_within(&page.frame, 0.0, page.frame.width().to_pt());
        }
        pdf(&document, Machine::LeftAlone).expect("as PDF/UA-1 asks");
    }
}

/// That every text in a frame ends before the paper does.
fn assert_within(frame: &Frame, left: f64, width: f64) {
    for (at, item) in frame.items() {
        let left = left + at.x.to_pt();
        match item {
            FrameItem::Group(group) => assert_within(&group.frame, left, width),
            FrameItem::Text(run) => {
                let right = left + run.width().to_pt();
                assert!(right <= width, "{} ends {right} of {width}", run.text);
            }
            _ => {}
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes_and_knows_one_moment() {
    let document = report("The same");
    let one = pdf(&document, Machine::LeftAlone).expect("pages");
    assert_eq!(one, pdf(&document, Machine::LeftAlone).expect("pages"));
    assert_eq!(count(&one, "D:20260514090005Z"), 2, "created and changed");
    let year = format!("(D:{}", 2026);
    assert_eq!(count(&one, "(D:"), count(&one, &year), "no other moment");
}

#[test]
fn pages_are_tagged_named_and_linked() {
    let document = report("Words");
    let pdf = pdf(&document, Machine::LeftAlone).expect("pages");
    for part in [
        "/StructTreeRoot",
        "/MarkInfo",
        "/Lang(es)",
        "<pdfuaid:part>1<",
        "Words: Informe de visión<",
        "/Author(Words)",
    ] {
        assert!(count(&pdf, part) > 0, "{part}");
    }
    for tag in [
        "/S/H1",
        "/S/H2",
        "/S/Table",
        "/S/TH",
        "/S/TD",
        "/S/LI",
        "/S/BlockQuote",
        "/S/TOCI",
        "/S/Link",
    ] {
        assert!(count(&pdf, tag) > 0, "{tag}");
    }
    // Four bars, each with words that say the same.
    assert_eq!(count(&pdf, "/S/Figure"), 4);
    assert!(count(&pdf, "/Alt(Words: Words)") >= 2);
    // Three chapters in the contents; a source at each of eleven places that cite it; ideas in quotes, charts, tables and
    // sources.
    let links = count(&pdf, "/Subtype/Link");
    assert!(links >= 3 + 11 + 1 + 2 + 8 + 2, "{links}");
}

#[test]
fn a_number_that_leads_nowhere_is_printed_all_the_same() {
    let mut document = report("Words");
    for chapter in &mut document.chapters {
        chapter
            .blocks
            .retain(|block| !matches!(block, Block::Quote(quote) if quote.home));
    }
    document.sources.clear();
    pdf(&document, Machine::LeftAlone).expect("pages");
    document.chapters.clear();
    pdf(&document, Machine::LeftAlone).expect("an empty report too");
}

#[test]
fn a_long_table_is_cut_off_and_says_so() {
    let mut document = report("Words");
    document.chapters[1].blocks = vec![table("votes", "Words", 600)];
    let letters = letters(&laid_out(&document, Machine::LeftAlone));
    assert!(letters.contains("Lasprimeras500de600filas"), "{letters}");
}
