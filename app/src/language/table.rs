use std::{cell::Cell, sync::LazyLock};

use visioncast_model::{
    CodeError, FileFlaw, FrameworkError, Language, Rejection, TextError, initiative::Refusal, message::cut,
};

use super::{
    english,
    messages::{Desk, Live, Say, Sheet, Word},
    refusal, spanish,
};

/// A language: what every message is in it.
pub(super) struct Texts {
    pub(super) say: fn(Say) -> &'static str,
    pub(super) live: fn(Live) -> &'static str,
    pub(super) sheet: fn(Sheet) -> &'static str,
    pub(super) desk: fn(Desk) -> &'static str,
    pub(super) word: fn(Word) -> &'static str,
    pub(super) rejection: fn(Rejection) -> String,
    pub(super) text_error: fn(TextError) -> String,
    pub(super) code_error: fn(CodeError) -> String,
    pub(super) framework_error: fn(&FrameworkError) -> String,
    pub(super) initiative_refusal: fn(&Refusal) -> String,
    pub(super) file_flaw: fn(&FileFlaw) -> String,
}

/// See [`Texts`].
pub(super) const fn texts(language: Language) -> &'static Texts {
    match language {
        Language::English => &english::TEXTS,
        Language::Spanish => &spanish::TEXTS,
    }
}

/// What is spoken right now, listed as the messages are; where a page is not that of a console, a part is left out.
pub(super) struct Table {
    tag: &'static str,
    pub(super) say: &'static [&'static str],
    pub(super) refusals: &'static [&'static str],
    pub(super) live: &'static [&'static str],
    pub(super) desk: &'static [&'static str],
    pub(super) sheet: &'static [&'static str],
    pub(super) word: &'static [&'static str],
}

const SILENCE: Table = Table {
    tag: "",
    say: &[],
    refusals: &[],
    live: &[],
    desk: &[],
    sheet: &[],
    word: &[],
};

thread_local! {
    // A page is rendered in one go, and a browser shows one page.
    static SPOKEN: Cell<&'static Table> = const { Cell::new(&SILENCE) };
}

pub(super) fn table() -> &'static Table {
    SPOKEN.get()
}

/// The language that is spoken.
#[must_use]
pub fn spoken() -> Language {
    table().tag.parse().unwrap_or_default()
}

/// Does something in a language.
pub fn speaking<T>(language: Language, act: impl FnOnce() -> T) -> T {
    static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| Language::ALL.map(whole).into());
    let Some(table) = TABLES.iter().find(|table| table.tag == language.tag()) else {
        return act();
    };
    let before = SPOKEN.replace(table);
    let done = act();
    SPOKEN.set(before);
    done
}

fn whole(language: Language) -> Table {
    fn list<M: Copy>(all: &[M], text: fn(M) -> &'static str) -> &'static [&'static str] {
        all.iter().map(|message| text(*message)).collect::<Vec<_>>().leak()
    }
    let texts = texts(language);
    Table {
        tag: language.tag(),
        say: list(Say::ALL, texts.say),
        refusals: refusal::patterns(texts).leak(),
        live: list(Live::ALL, texts.live),
        desk: list(Desk::ALL, texts.desk),
        sheet: list(Sheet::ALL, texts.sheet),
        word: list(Word::ALL, texts.word),
    }
}

/// Who reads a live page: that decides which texts it brings along.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy)]
pub(crate) enum Reader {
    Phone,
    Console,
    Desk,
}

/// What a live page brings along of the language that is spoken: a line for each text, an empty one between the lists.
#[cfg(feature = "ssr")]
pub(crate) fn brought_along(reader: Reader) -> String {
    let Table {
        tag,
        say,
        refusals,
        live,
        desk,
        ..
    } = table();
    let lists: &[&[&str]] = match reader {
        Reader::Phone => &[&[tag], say, &refusals[..refusal::OF_PHONES]],
        Reader::Console => &[&[tag], say, refusals, live],
        Reader::Desk => &[&[tag], say, refusals, live, desk],
    };
    let lists: Vec<String> = lists.iter().map(|list| list.join("\n")).collect();
    lists.join("\n\n")
}

/// Speaks from now on as a page says that it was brought along.
pub fn listen(brought_along: String) {
    let mut rest: &str = brought_along.leak();
    let mut lines = Vec::new();
    while let Some((line, behind)) = cut(rest, b'\n') {
        lines.push(line);
        rest = behind;
    }
    lines.push(rest);
    let lines: &[&str] = lines.leak();
    let mut lists = lines.split(|line| line.is_empty());
    let mut next = || lists.next().unwrap_or_default();
    let table = Table {
        tag: next().first().copied().unwrap_or_default(),
        say: next(),
        refusals: next(),
        live: next(),
        desk: next(),
        sheet: &[],
        word: &[],
    };
    SPOKEN.set(Box::leak(Box::new(table)));
}
