//! What points at a person: addresses, numbers, names with a title. Precise rather than eager: a facilitator who is called
//! for nothing stops looking.

use visioncast_model::{Concern, Finding};

use super::{finding, tokens};

/// The fewest digits of a phone number without a + before it: years and sums have fewer.
const PHONE_DIGITS: usize = 9;
/// The fewest with a +, and the most of any (ITU-T E.164).
const PHONE_DIGITS_ABROAD: usize = 8;
const PHONE_DIGITS_MOST: usize = 15;
/// Titles before a name, in English and Spanish.
const TITLES: [&str; 18] = [
    "dr.", "dra.", "dr", "dra", "prof.", "profa.", "prof", "mr.", "mrs.", "ms.", "mr", "mrs", "ms", "sr.", "sra.",
    "srta.", "don", "doña",
];

/// What points at a person in these words.
pub(super) fn findings(words: &str) -> Vec<Finding> {
    let tokens = tokens(words);
    let mut findings = Vec::new();
    for (place, (from, token)) in tokens.iter().enumerate() {
        let bare = token.trim_matches(|character: char| ",;:.!?()[]\"'«»¡¿<>".contains(character));
        let lead = token
            .chars()
            .take_while(|character| !bare.starts_with(*character))
            .count();
        let concern = match () {
            () if is_email(bare) => Some(Concern::Email),
            () if is_link(bare) => Some(Concern::Link),
            () if is_handle(bare) => Some(Concern::Handle),
            () => None,
        };
        if let Some(concern) = concern {
            findings.push(finding(concern, from + lead, bare.chars().count()));
        }
        if let Some((next, name)) = tokens.get(place + 1)
            && is_title(token)
            && is_name(name)
        {
            let name = name.trim_end_matches(|character: char| !character.is_alphanumeric());
            findings.push(finding(Concern::Name, *from, next + name.chars().count() - from));
        }
    }
    findings.extend(phones(words));
    findings
}

fn is_email(token: &str) -> bool {
    token.split_once('@').is_some_and(|(name, host)| {
        let named = |character: char| character.is_alphanumeric() || "._%+-".contains(character);
        !name.is_empty() && name.chars().all(named) && is_host(host)
    })
}

/// Whether it is several labels with a dot between them, the last of letters.
fn is_host(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let label = |label: &&str| {
        !label.is_empty()
            && label
                .chars()
                .all(|character| character.is_alphanumeric() || character == '-')
    };
    let last = labels.last().copied().unwrap_or_default();
    labels.len() > 1 && labels.iter().all(label) && last.chars().count() > 1 && last.chars().all(char::is_alphabetic)
}

fn is_link(token: &str) -> bool {
    let lower = token.to_lowercase();
    let rest = ["https://", "http://", "www."]
        .into_iter()
        .find_map(|start| lower.strip_prefix(start));
    rest.is_some_and(|rest| is_host(rest.split(['/', '?', '#', ':']).next().unwrap_or_default()))
}

fn is_handle(token: &str) -> bool {
    token.strip_prefix('@').is_some_and(|name| {
        let named = |character: char| character.is_alphanumeric() || "._".contains(character);
        name.chars().count() > 2 && name.chars().all(named) && name.chars().any(char::is_alphabetic)
    })
}

/// Whether it is a title as one writes it before a name: with a capital, but for don and doña.
fn is_title(token: &str) -> bool {
    let token = token.trim_start_matches(|character: char| "(\"'«¡¿".contains(character));
    let lower = token.to_lowercase();
    let capital = token.starts_with(char::is_uppercase);
    TITLES.contains(&lower.as_str()) && (capital || lower.starts_with("do")) && token != "Don"
}

fn is_name(token: &str) -> bool {
    let mut letters = token.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Runs of digits with nothing but space, dots, dashes, slashes and brackets between them.
fn phones(words: &str) -> Vec<Finding> {
    let characters: Vec<char> = words.chars().collect();
    let mut findings = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let begins = characters[at] == '+' || characters[at].is_ascii_digit();
        let after_word = at > 0 && (characters[at - 1].is_alphanumeric() || "$€£#.,".contains(characters[at - 1]));
        if !begins || after_word {
            at += 1;
            continue;
        }
        let abroad = characters[at] == '+';
        let (mut end, mut digits, mut next) = (at, 0, at + usize::from(abroad));
        while let Some(character) = characters.get(next) {
            if character.is_ascii_digit() {
                digits += 1;
                end = next + 1;
            } else if !" .-()/".contains(*character) || next > end + 1 {
                break;
            }
            next += 1;
        }
        let least = if abroad { PHONE_DIGITS_ABROAD } else { PHONE_DIGITS };
        let word_follows = characters.get(end).is_some_and(|character| character.is_alphabetic());
        if (least..=PHONE_DIGITS_MOST).contains(&digits) && !word_follows && !is_years(&characters[at..end]) {
            findings.push(finding(Concern::Phone, at, end - at));
        }
        at = end.max(at + 1);
    }
    findings
}

/// Whether it is a list or a span of years, or sums with dots between thousands.
fn is_years(run: &[char]) -> bool {
    let text: String = run.iter().collect();
    let parts: Vec<&str> = text.split(|character: char| !character.is_ascii_digit()).collect();
    let years = parts.iter().all(|part| part.len() == 4);
    let sum = text.contains('.') && !text.contains([' ', '-']) && parts.iter().skip(1).all(|part| part.len() == 3);
    years || sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, as the part of the words that it points at.
    fn found(words: &str) -> Vec<(Concern, String)> {
        let part = |found: &Finding| {
            let rest = words.chars().skip(usize::from(found.from));
            (found.concern, rest.take(usize::from(found.length)).collect())
        };
        findings(words).iter().map(part).collect()
    }

    #[test]
    fn what_points_at_a_person_is_found_where_it_stands() {
        for (words, concern, part) in [
            (
                "Write to ana.lopez@example.org, please",
                Concern::Email,
                "ana.lopez@example.org",
            ),
            ("Escribe a <ana@correo.es>.", Concern::Email, "ana@correo.es"),
            ("Call +34 612 345 678 at noon", Concern::Phone, "+34 612 345 678"),
            ("Llama al 612 345 678.", Concern::Phone, "612 345 678"),
            ("my number: 555-123-4567", Concern::Phone, "555-123-4567"),
            ("Ask Dr. Miller first", Concern::Name, "Dr. Miller"),
            ("Pregunten a la Sra. Núñez.", Concern::Name, "Sra. Núñez"),
            ("Prof Weber never listens", Concern::Name, "Prof Weber"),
            ("como doña Carmen", Concern::Name, "doña Carmen"),
            (
                "see https://example.org/page?x=1",
                Concern::Link,
                "https://example.org/page?x=1",
            ),
            ("(www.example.org)", Concern::Link, "www.example.org"),
            ("follow @some_body!", Concern::Handle, "@some_body"),
        ] {
            assert_eq!(found(words), [(concern, part.to_owned())], "{words}");
        }
    }

    #[test]
    fn what_points_at_nobody_is_left_alone() {
        for words in [
            "",
            "From 1990-2020 to 2030",
            "1990 1995 2000 2005",
            "It costs 1.000.000.000 a year",
            "$250000000 for schools",
            "50 people @ 9",
            "Meet @ noon",
            "Talk to a dr or a nurse",
            "Ms in the title",
            "Don Quixote's way: Don Not stop",
            "e.g. schools, i.e. all of them",
            "open 24/7, 365 days",
            "Version 2.0.1 of the plan",
            "🌱🌱🌱",
            "مرحبا بالجميع",
        ] {
            assert_eq!(found(words), [], "{words}");
        }
    }
}
