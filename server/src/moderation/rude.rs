//! Words that may hurt: English by `rustrict`, Spanish by a list of our own, and those of the panel.

use std::collections::BTreeSet;

use rustrict::{CensorStr, Type};
use visioncast_model::{Concern, Finding, Moderation};

use super::{finding, tokens};

/// Spanish words, one a line, without accents but for ñ; each is looked for as a whole word.
const SPANISH: &str = include_str!("spanish.txt");
/// What English calls mildly improper is left alone: a panel is no school.
const ENGLISH: Type = Type::INAPPROPRIATE;
/// How many letters a word that is spelt out in single ones has at least.
const SPELT: usize = 4;

/// The words that may hurt in an idea.
pub(super) fn findings(words: &str, moderation: &Moderation) -> Vec<Finding> {
    let plain = |own: &BTreeSet<String>| own.iter().map(|word| plain(word)).collect::<BTreeSet<_>>();
    let (also, except) = (plain(&moderation.also), plain(&moderation.except));
    let is_rude = |token: &str| {
        let forms = forms(token);
        let has = |list: &BTreeSet<String>| forms.iter().any(|form| list.contains(form));
        let spanish = || forms.iter().any(|form| SPANISH.lines().any(|known| known == form));
        // What only looks like an English one is none, nor is a number, whatever its digits look like.
        let english = || {
            token.contains(char::is_alphabetic)
                && !INNOCENT.iter().any(|known| forms[0].starts_with(known))
                && token.is(ENGLISH & Type::MODERATE_OR_HIGHER)
        };
        !has(&except) && (has(&also) || spanish() || english())
    };
    let mut findings = Vec::new();
    let tokens = tokens(words);
    for (from, token) in &tokens {
        if is_rude(token) {
            findings.push(finding(Concern::Rude, *from, token.chars().count()));
        }
    }
    // Spelt out: p u t a.
    for run in tokens.chunk_by(|(_, one), (_, next)| is_letter(one) && is_letter(next)) {
        let spelt: String = run.iter().map(|(_, letter)| letter.as_str()).collect();
        if let (Some((first, _)), Some((last, end))) = (run.first(), run.last())
            && run.len() >= SPELT
            && is_rude(&spelt)
        {
            findings.push(finding(Concern::Rude, *first, last + end.chars().count() - first));
        }
    }
    findings
}

/// What words begin with that `rustrict` stumbles at: innocent ones, many of them Spanish, and what people call themselves.
const INNOCENT: [&str; 35] = [
    "computa",
    "imputa",
    "disputa",
    "reputacion",
    "diputado",
    "negro",
    "negra",
    "negritud",
    "analisis",
    "analiz",
    "titulo",
    "shiitake",
    "shitake",
    "kentuck",
    "middlesex",
    "analist",
    "cumul",
    "sexto",
    "cumpl",
    "homosex",
    "bisex",
    "heterosex",
    "lesb",
    "queer",
    "homofob",
    "homophob",
    "sexis",
    "sexual",
    "sexo",
    "breast",
    "niger",
    "hancock",
    "hitchcock",
    "niggardly",
    "snigger",
];

fn is_letter(token: &str) -> bool {
    token.chars().count() == 1
}

/// A word as the lists have it: as it stands, and with repeated letters as one.
fn forms(token: &str) -> [String; 2] {
    let plain = plain(token);
    let mut single = plain.clone();
    let mut before = None;
    single.retain(|letter| before.replace(letter) != Some(letter));
    [plain, single]
}

/// Lower case, without accents and what is no letter; digits and signs that stand for letters are those letters.
fn plain(token: &str) -> String {
    let token = token.trim_matches(|character: char| character.is_ascii_punctuation() && !"@$".contains(character));
    token
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|character| {
            Some(match character {
                'á' | 'à' | 'ä' | 'â' | '4' | '@' => 'a',
                'é' | 'è' | 'ë' | 'ê' | '3' => 'e',
                'í' | 'ì' | 'ï' | 'î' | '1' | '!' => 'i',
                'ó' | 'ò' | 'ö' | 'ô' | '0' => 'o',
                'ú' | 'ù' | 'ü' | 'û' => 'u',
                '5' | '$' => 's',
                '7' => 't',
                letter if letter.is_alphanumeric() => letter,
                _ => return None,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_found(words: &str) -> bool {
        !findings(words, &Moderation::default()).is_empty()
    }

    #[test]
    fn innocents_pass() {
        for words in [
            "Scunthorpe",
            "El plan no cumple",
            "cumpleaños",
            "analizar",
            "lesbian mentors",
            "queer people",
            "sexual harassment",
            "homofobia",
            "Níger",
            "Hitchcock",
            "snigger",
            "class",
            "assess",
            "assessment",
            "passion",
            "bass",
            "cocktail",
            "Essex",
            "Sussex",
            "grapes",
            "analysis",
            "therapist",
            "title",
            "shiitake",
            "Dickens",
            "Penistone",
            "cumulative",
            "document",
            "button",
            "peacock",
            "assume",
            "computa",
            "imputa",
            "disputa",
            "reputación",
            "diputados",
            "análisis",
            "título",
            "curso",
            "pollo",
            "apolla",
            "ampolla",
            "cooperación",
            "años",
            "negro",
            "zorro",
            "disputar",
            "A class for all",
            "una clase para todos",
            "hostal",
            "imputar",
            "a b c d",
            "1 2 3 4",
            "🌱🌱🌱",
            "مرحبا بالجميع",
        ] {
            assert!(!is_found(words), "{words}");
        }
        assert!(!is_found(&"a".repeat(200)));
    }

    #[test]
    fn what_people_say_of_mentoring_passes() {
        let said = [
            "Assess each mentor in class before they assist others",
            "Mentors from Scunthorpe and Penistone pass on their passion",
            "A cocktail hour, no push-ups, and a shitake soup for the mass of members",
            "We must analyze and document the cumulative title of each therapist",
            "Hold assessments in Essex, Sussex, Middlesex and Arsenal",
            "Stop harassment and assault on campus: name it, and help victims",
            "Black, white and brown mentees; gay, lesbian and trans mentors",
            "Women who breastfeed need a room, and menopause is no taboo",
            "Drug and alcohol abuse, suicide and sexual health belong on the agenda",
            "Shuttlecocks and cockpits, a Dickens lecture, a Hancock and a Hitchcock evening",
            "Kill the jargon, shoot a video, and attack the backlog",
            "Nigerian and Nigerien chapters, and a branch in Niger",
            "El pizarrón negro y la letra negra en fondo blanco",
            "Población negra e indígena en la junta directiva",
            "Cada año analizamos el título y la reputación del curso",
            "La computadora, la disputa y el diputado: cómo cumplir",
            "Un concurso de cultura en el Estado de Sinaloa",
            "Los mentores asisten a clase y asesoran a mujeres embarazadas",
            "El culto, la cultura, el círculo y el cúmulo de artículos",
            "Apollo y la ampolla: pollos asados para el convivio",
            "Putumayo y Maputo también tienen mentores",
            "Los sextos premios del curso, y una analista de datos",
            "Prevenir el acoso sexual, la violación y el abuso",
        ];
        let found: Vec<_> = said.into_iter().filter(|words| is_found(words)).collect();
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn what_only_people_can_judge_is_for_them_to_read() {
        for words in ["Stop rape on campus", "Ask Dick, he knows"] {
            assert!(is_found(words), "{words}");
        }
    }

    #[test]
    fn evasions_do_not() {
        for words in [
            "fuck",
            "f u c k",
            "FUUUCK",
            "fück",
            "f*ck this",
            "sh1t",
            "$hit",
            "bullshit",
            "you bitch",
            "mierda",
            "M I E R D A",
            "mi3rda",
            "miérda",
            "mieeerda",
            "PUTA",
            "put@",
            "p.u.t.a",
            "p u t a",
            "¡cabrón!",
            "gilip0llas",
            "coño",
            "hijoputa",
            "pendejooo",
        ] {
            assert!(is_found(words), "{words}");
        }
    }

    #[test]
    fn a_panel_adds_words_and_excepts_others() {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let moderation = Moderation {
            also: own(&["Gallina"]),
            except: own(&["Mierda"]),
            ..Moderation::default()
        };
        assert!(findings("mierda", &moderation).is_empty());
        assert_eq!(findings("la GALLINA.", &moderation).len(), 1);
    }
}
