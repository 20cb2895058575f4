//! What a facilitator should look at in an idea. It only points: nothing is changed or deleted by it, and the log keeps
//! what it found, so that no replay needs it.

mod personal;
mod repeated;
mod rude;

use visioncast_model::{Command, Concern, Finding, Panel};

pub(crate) use repeated::Repeated;

/// What is found in the idea that a command brings, or in what it calls a theme; nothing where it does neither.
pub(crate) fn findings(panel: &Panel, repeated: &mut Repeated, command: &Command) -> Vec<Finding> {
    if let Some(name) = command.naming() {
        return in_words(panel, &name);
    }
    let Some((activity, words)) = command.idea() else {
        return Vec::new();
    };
    let mut findings = in_words(panel, &words);
    // Whoever signs wants to be named, so a name there is none too many.
    let signature = in_words(panel, &command.signature());
    if signature.iter().any(|finding| finding.concern != Concern::Name) {
        findings.push(finding(Concern::Signature, 0, 0));
    }
    if repeated.is_repeated(panel, activity, &words) {
        findings.push(finding(Concern::Repeated, 0, words.chars().count()));
    }
    findings
}

fn in_words(panel: &Panel, words: &str) -> Vec<Finding> {
    let mut findings = personal::findings(words);
    findings.extend(rude::findings(words, panel.moderation()));
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use visioncast_report::polis::{Folder, read};

    use super::*;

    /// `VISIONCAST_STATEMENTS=FOLDER:FOLDER cargo test … -- --ignored --nocapture measured` says how many of the statements
    /// that people wrote, and a conversation shows, something is found in (exports of Polis).
    #[test]
    #[ignore = "it measures files that are not part of the project"]
    #[expect(clippy::print_stdout, reason = "`docs/METHODS.md` tells what is printed here")]
    fn measured_on_what_people_wrote() {
        let folders = std::env::var("VISIONCAST_STATEMENTS").expect("folders with a colon between them");
        for folder in folders.split(':').map(Path::new) {
            let file = |name: &str| std::fs::read(folder.join(name)).expect("an export of Polis");
            let [comments, votes, participants, summary] = Folder::NAMES.map(file);
            let conversation = read(&Folder {
                comments,
                votes,
                participants,
                summary,
            });
            let statements = conversation.expect("it can be read").statements;
            let panel = Panel::default();
            for moderated_out in [false, true] {
                let there = statements.iter().filter(|said| said.moderated_out == moderated_out);
                let there: Vec<&str> = there.filter_map(|said| said.words.as_deref()).collect();
                let found = |words: &&&str| !in_words(&panel, words).is_empty();
                let held: Vec<_> = there.iter().filter(found).collect();
                let (all, out) = (there.len(), if moderated_out { "moderated out" } else { "visible" });
                println!("{}: {} of {all} {out}", folder.display(), held.len());
                for words in held {
                    println!("  {words} {:?}", in_words(&panel, words));
                }
            }
        }
    }
}
