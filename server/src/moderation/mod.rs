//! What a facilitator should look at in an idea. It only points: nothing is changed or deleted by it, and the log keeps
//! what it found, so that no replay needs it.

mod personal;
mod repeated;
mod rude;

use visioncast_model::{Command, Concern, Finding, Panel};

use repeated::is_repeated;

/// What is found in the idea that a command brings; nothing where it brings none.
pub(crate) fn findings(panel: &Panel, command: &Command) -> Vec<Finding> {
    let Some((activity, words)) = command.idea() else {
        return Vec::new();
    };
    let mut findings = personal::findings(&words);
    findings.extend(rude::findings(&words, panel.moderation()));
    if is_repeated(panel, activity, &words) {
        let length = u16::try_from(words.chars().count()).unwrap_or(u16::MAX);
        findings.push(Finding {
            concern: Concern::Repeated,
            from: 0,
            length,
        });
    }
    findings
}

/// A word between white space, and where it begins, in characters.
fn tokens(words: &str) -> Vec<(usize, String)> {
    let mut tokens: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    for (place, character) in words.chars().enumerate() {
        match tokens.last_mut() {
            _ if character.is_whitespace() => inside = false,
            Some((_, token)) if inside => token.push(character),
            _ => {
                tokens.push((place, character.to_string()));
                inside = true;
            }
        }
    }
    tokens
}

/// A finding; what lies beyond what can be pointed at is pointed at as far as that goes.
fn finding(concern: Concern, from: usize, length: usize) -> Finding {
    let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    Finding {
        concern,
        from: short(from),
        length: short(length),
    }
}
