use visioncast_model::{Tally, view::Standing};

use crate::language::Live;

/// The longest words that a finding quotes, in characters.
const QUOTE: usize = 110;
/// Below so many ballots, shares in words would say more than is known.
const FEW: u32 = 10;
/// How near a share is to a simple fraction to be called by it, in thousandths.
const NEAR: u32 = 15;

/// What people call shares, smallest first.
const FRACTIONS: [(u32, u32, Live); 11] = [
    (1, 10, Live::OneInTen),
    (1, 5, Live::OneInFive),
    (1, 4, Live::OneInFour),
    (1, 3, Live::OneInThree),
    (2, 5, Live::TwoInFive),
    (1, 2, Live::Half),
    (3, 5, Live::ThreeInFive),
    (2, 3, Live::TwoInThree),
    (3, 4, Live::ThreeInFour),
    (4, 5, Live::FourInFive),
    (9, 10, Live::NineInTen),
];

/// What a result says, as the title of its picture: about the idea that comes first, among those who
/// voted on it.
#[must_use]
pub fn finding(standings: &[Standing]) -> String {
    let Some(best) = standings.first() else {
        return Live::NothingToShow.owned();
    };
    let carried = |tally: Tally| tally.agree * 2 > tally.total();
    let words = ("words", named(best));
    if standings.iter().any(|standing| carried(standing.tally)) {
        let share = ("share", fraction(best.tally.agree, best.tally.total()));
        Live::ShareAgree.with(&[share, words])
    } else {
        Live::NoneCarried.with(&[words])
    }
}

/// What a result says of one idea alone, as a sentence.
#[must_use]
pub fn finding_on(standing: &Standing) -> String {
    let Tally { agree, disagree, pass } = standing.tally;
    let total = standing.tally.total();
    let words = ("words", named(standing));
    let sides = [
        (agree, Live::ShareAgree),
        (disagree, Live::ShareDisagree),
        (pass, Live::SharePassed),
    ];
    match sides.into_iter().find(|(part, _)| part * 2 > total) {
        Some((part, said)) => said.with(&[("share", fraction(part, total)), words]),
        None if total == 0 => Live::NobodyVotedOn.with(&[words]),
        None => Live::NoMajority.with(&[words]),
    }
}

/// An idea by the beginning of its words, in quotes.
fn named(standing: &Standing) -> String {
    match &standing.words {
        Some(words) => quoted(words),
        None => Live::ErasedIdea.owned(),
    }
}

/// The beginning of some words, in quotes.
#[must_use]
pub fn quoted(words: &str) -> String {
    Live::Quoted.with(&[("words", shortened(words, QUOTE))])
}

/// A share in words, as the beginning of a sentence.
#[must_use]
pub fn fraction(part: u32, whole: u32) -> String {
    if part == 0 {
        return Live::ShareNone.owned();
    }
    if part == whole {
        return Live::ShareAll.count(whole);
    }
    let counted = || Live::ShareOf.with(&[("part", part), ("whole", whole)]);
    if whole < FEW {
        return counted();
    }
    let share = thousandths(part, whole);
    let known = FRACTIONS
        .iter()
        .rev()
        .find(|(part, whole, _)| thousandths(*part, *whole) <= share + NEAR);
    let Some((simple_part, simple_whole, name)) = known else {
        return counted();
    };
    let simple = thousandths(*simple_part, *simple_whole);
    if share > simple + NEAR {
        Live::MoreThan.with(&[("share", name.text().to_owned())])
    } else if part * simple_whole < simple_part * whole {
        Live::Almost.with(&[("share", name.text().to_owned())])
    } else {
        let mut name = name.text().chars();
        let first = name.next().into_iter().flat_map(char::to_uppercase);
        first.chain(name).collect()
    }
}

const fn thousandths(part: u32, whole: u32) -> u32 {
    (part as u64 * 1000 / whole as u64) as u32
}

/// `words` on one line, cut behind a whole word where they are longer than `most` characters.
#[must_use]
pub fn shortened(words: &str, most: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in words.split_whitespace() {
        let more = word.chars().count() + usize::from(length > 0);
        if length + more > most {
            if length == 0 {
                line.extend(word.chars().take(most));
            }
            line.push('…');
            return line;
        }
        if length > 0 {
            line.push(' ');
        }
        line.push_str(word);
        length += more;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::speaking;
    use visioncast_model::{IdeaId, Language};

    fn fraction(part: u32, whole: u32) -> String {
        speaking(Language::English, || super::fraction(part, whole))
    }

    fn finding(standings: &[Standing]) -> String {
        speaking(Language::English, || super::finding(standings))
    }

    fn finding_on(standing: &Standing) -> String {
        speaking(Language::English, || super::finding_on(standing))
    }

    fn standing(agree: u32, disagree: u32, pass: u32) -> Standing {
        Standing {
            idea: IdeaId(uuid::Uuid::from_u128(1)),
            words: Some("Set standards".to_owned()),
            domain: None,
            tally: Tally { agree, disagree, pass },
            before: None,
        }
    }

    #[test]
    fn a_share_is_never_called_more_than_it_is() {
        assert_eq!(fraction(2, 3), "2 of 3");
        assert_eq!(fraction(20, 30), "Two in three");
        assert_eq!(fraction(66, 100), "Almost two in three");
        assert_eq!(fraction(85, 100), "More than four in five");
        assert_eq!(fraction(79, 100), "Almost four in five");
        assert_eq!(fraction(99, 100), "More than nine in ten");
        assert_eq!(fraction(1, 100), "1 of 100");
        assert_eq!(fraction(100, 100), "All 100");
        assert_eq!(fraction(0, 100), "None");
        assert_eq!(fraction(50, 100), "Half");
    }

    #[test]
    fn a_finding_names_the_strongest_idea_and_no_majority_where_there_is_none() {
        assert_eq!(finding(&[standing(8, 2, 2)]), "Two in three agree: “Set standards”");
        assert!(finding(&[standing(4, 2, 6)]).starts_with("No idea here has more than half"));
        assert!(finding(&[]).starts_with("Nobody voted"));
    }

    #[test]
    fn one_idea_is_said_to_have_the_majority_that_it_has() {
        assert_eq!(finding_on(&standing(8, 2, 2)), "Two in three agree: “Set standards”");
        assert_eq!(finding_on(&standing(2, 8, 2)), "Two in three disagree: “Set standards”");
        assert_eq!(finding_on(&standing(2, 2, 8)), "Two in three passed: “Set standards”");
        assert_eq!(
            finding_on(&standing(6, 6, 0)),
            "No majority either way: “Set standards”"
        );
        assert_eq!(finding_on(&standing(0, 0, 0)), "Nobody voted on “Set standards”");
    }

    #[test]
    fn a_share_is_said_in_spanish_too() {
        let said = |agree, disagree| {
            let standings = [standing(agree, disagree, 0)];
            speaking(Language::Spanish, || super::finding(&standings))
        };
        assert_eq!(said(20, 10), "Dos de cada tres, de acuerdo: «Set standards»");
        assert_eq!(said(85, 15), "Más de cuatro de cada cinco, de acuerdo: «Set standards»");
        assert_eq!(said(30, 0), "Las 30 personas, de acuerdo: «Set standards»");
        assert_eq!(said(11, 10), "Más de la mitad, de acuerdo: «Set standards»");
    }

    #[test]
    fn long_words_are_cut_behind_a_word() {
        assert_eq!(shortened("one two\nthree", 20), "one two three");
        assert_eq!(shortened("one two three", 8), "one two…");
        assert_eq!(shortened("漢漢漢漢", 2), "漢漢…");
    }
}
