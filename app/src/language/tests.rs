use std::collections::BTreeSet;

use visioncast_model::{Language, Rejection, TextError};

use super::{
    Live, Say, Sheet, Word, fill, refusal,
    refusal::{EACH, place},
    speaking,
    table::{listen, texts},
};

/// Every text of a language, with the name of its message.
fn all(language: Language) -> Vec<(String, &'static str)> {
    let texts = texts(language);
    let say = Say::ALL
        .iter()
        .map(|message| (format!("Say::{message:?}"), (texts.say)(*message)));
    let live = Live::ALL
        .iter()
        .map(|message| (format!("Live::{message:?}"), (texts.live)(*message)));
    let sheet = Sheet::ALL
        .iter()
        .map(|message| (format!("Sheet::{message:?}"), (texts.sheet)(*message)));
    let word = Word::ALL
        .iter()
        .map(|message| (format!("Word::{message:?}"), (texts.word)(*message)));
    say.chain(live).chain(sheet).chain(word).collect()
}

/// The holes of each form of a text.
fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|piece| piece.split('}').next())
        .collect()
}

#[test]
fn every_message_has_the_same_holes_and_forms_in_every_language() {
    let english = all(Language::English);
    for language in Language::ALL {
        for ((name, text), (_, english)) in all(language).into_iter().zip(&english) {
            assert!(!text.trim().is_empty(), "{language}: {name} is empty");
            // A text is a line among lines, in an element that nothing may end.
            assert!(!text.contains(['\n', '<']), "{language}: {name}: {text}");
            assert_eq!(text, text.trim(), "{language}: {name}");
            assert_eq!(holes(text), holes(english), "{language}: {name}");
            let counts = |text: &str| text.contains('|') || text.contains("{count}");
            assert_eq!(counts(text), counts(english), "{language}: {name}");
        }
    }
}

#[test]
fn a_message_counts_in_every_language() {
    let said = |language, count| speaking(language, || Say::MinutesLeft.count(count));
    assert_eq!(said(Language::English, 1), "1 minute left");
    assert_eq!(said(Language::English, 0), "0 minutes left");
    assert_eq!(said(Language::Spanish, 1), "Queda 1 minuto");
    assert_eq!(said(Language::Spanish, 5), "Quedan 5 minutos");
    assert_eq!(fill::filled("{b} of {a}", &[("a", "1"), ("b", "{a}")]), "{a} of 1");
}

#[test]
fn a_refusal_is_said_in_full_in_every_language() {
    for (at, why) in EACH.into_iter().enumerate() {
        assert_eq!(place(&why).0, at, "{why:?}");
        assert_eq!(speaking(Language::English, || refusal(&why)), why.to_string());
    }
    let full = Rejection::Full { capacity: 300 };
    assert!(speaking(Language::Spanish, || refusal(&full)).starts_with("Los 300 lugares"));
    let long = Rejection::Text(TextError::TooLong {
        limit: 1_000,
        actual: 1_001,
    });
    let said = speaking(Language::Spanish, || refusal(&long));
    assert_eq!(said, "Esto no se puede aceptar: tiene 1001 caracteres y caben 1000.");
}

#[test]
fn nothing_is_said_in_english_to_whoever_reads_another_language() {
    // What is the same in another language.
    let alike = |language| -> &[&str] {
        match language {
            Language::English => &[],
            Language::Spanish => &[
                "No",
                "Agenda",
                "idea|ideas",
                "Ideas",
                "{count} min",
                "1 idea|{count} ideas",
            ],
        }
    };
    let others = || Language::ALL.into_iter().filter(|other| *other != Language::English);
    for language in others() {
        for ((name, english), (_, other)) in all(Language::English).into_iter().zip(all(language)) {
            assert!(
                english != other || alike(language).contains(&english),
                "{language}: {name} is not translated: {english}"
            );
        }
        for why in EACH {
            assert_ne!(speaking(language, || refusal(&why)), why.to_string(), "{language}");
        }
    }
}

#[test]
fn a_live_page_speaks_as_it_was_told() {
    let brought = ["es", "", "Sí", "", "Todavía no.", "Lleno: {0}.", "", "Cerrar"].join("\n");
    listen(brought);
    assert_eq!(super::spoken(), Language::Spanish);
    assert_eq!(Say::ALL[0].text(), "Sí");
    assert_eq!(Say::ALL[1].text(), "");
    assert_eq!(Live::ALL[0].text(), "Cerrar");
    // What only a newer server refuses.
    assert_eq!(refusal(&EACH[EACH.len() - 1]), "Todavía no.");
}
