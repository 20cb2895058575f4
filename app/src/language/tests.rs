use std::collections::BTreeSet;

use visioncast_model::{
    DomainId, FileFlaw, Flaw, Language, Rejection, Shape, TextError,
    initiative::{Field, Refusal},
};

use super::{
    Desk, Live, Say, Sheet, Word, file_flaw, fill, initiative_refusal, refusal,
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
    let desk = Desk::ALL
        .iter()
        .map(|message| (format!("Desk::{message:?}"), (texts.desk)(*message)));
    let word = Word::ALL
        .iter()
        .map(|message| (format!("Word::{message:?}"), (texts.word)(*message)));
    say.chain(live).chain(sheet).chain(desk).chain(word).collect()
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
                "PDF",
                "Word",
                "Markdown",
                "Excel",
                "JSON",
                "{title}: {what}",
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
        for why in refusals_of_initiatives() {
            assert_ne!(
                speaking(language, || initiative_refusal(&why)),
                why.to_string(),
                "{language}"
            );
        }
        for flaw in flaws_of_files() {
            assert_ne!(speaking(language, || file_flaw(&flaw)), flaw.to_string(), "{language}");
        }
    }
}

fn refusals_of_initiatives() -> Vec<Refusal> {
    let fields = [
        Field::Name,
        Field::Work,
        Field::Owner,
        Field::Horizon,
        Field::Note,
        Field::Win,
    ];
    let of_fields = fields.map(|field| Refusal::Text {
        field,
        why: TextError::Empty,
    });
    let others = [
        Refusal::NotMember,
        Refusal::NotOwner,
        Refusal::Misplaced,
        Refusal::MemberAlready("Ada".to_owned()),
        Refusal::UnknownMember,
        Refusal::OwnerStays,
        Refusal::UnknownWork,
        Refusal::UnknownStep,
        Refusal::UnknownWin,
        Refusal::Day("tomorrow".to_owned()),
        Refusal::Days { most: 3_650 },
    ];
    of_fields.into_iter().chain(others).collect()
}

fn flaws_of_files() -> Vec<FileFlaw> {
    let domain = DomainId(3);
    let (text, by) = ("data".to_owned(), "domains[0]".to_owned());
    let of_frameworks = [
        Flaw::Text(TextError::Empty),
        Flaw::Text(TextError::TooLong { limit: 1, actual: 2 }),
        Flaw::Text(TextError::ControlCharacter),
        Flaw::TooMany { limit: 1, actual: 2 },
        Flaw::Zero,
        Flaw::SameNumber { id: 1, by: by.clone() },
        Flaw::SameWords { text: text.clone(), by },
        Flaw::Reused { id: 1, text },
        Flaw::NoDomain(domain),
        Flaw::Circle { domain, into: domain },
        Flaw::Ended(domain),
        Flaw::There(domain),
        Flaw::Undead(domain),
        Flaw::WrongList,
    ];
    let shapes = [
        Shape::Null,
        Shape::Flag,
        Shape::Number,
        Shape::Text,
        Shape::List,
        Shape::Object,
    ];
    let known = "traits".to_owned();
    let others = [
        FileFlaw::TooLarge { kilobytes: 2, most: 1 },
        FileFlaw::NoJson {
            line: 1,
            column: 2,
            told: String::new(),
        },
        FileFlaw::OtherFormat { format: "framework" },
        FileFlaw::OtherVersion { version: 1 },
        FileFlaw::OddHash { begin: "sha256:" },
        FileFlaw::NoHash(String::new()),
        FileFlaw::UnknownField { known: known.clone() },
        FileFlaw::Twice,
        FileFlaw::Missing,
        FileFlaw::OddNumber { most: 1 },
        FileFlaw::OddVersion,
        FileFlaw::UnknownList {
            name: "trait".to_owned(),
            known,
        },
        FileFlaw::UnknownChange { known: "added" },
    ];
    let wanted = [
        FileFlaw::NoObject,
        FileFlaw::NoList,
        FileFlaw::NoText,
        FileFlaw::NoNumber,
        FileFlaw::NoFlag,
    ];
    let misshapen = wanted.into_iter().flat_map(|wanted| shapes.map(wanted));
    let of_frameworks = of_frameworks.into_iter().map(FileFlaw::Framework);
    misshapen.chain(of_frameworks).chain(others).collect()
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
