//! What an edit did, in words for the list of versions.

use visioncast_app::language::{Sheet, list_name, speaking};
use visioncast_model::{Framework, FrameworkEdit, Language, List, Part};

/// The longest quotation, in characters.
const QUOTED: usize = 48;

/// What `edit` did to `before`, in the language that is spoken.
pub(super) fn told(edit: &FrameworkEdit, before: &Framework) -> String {
    let entry = |list, id| quoted(before.entry(list, id).unwrap_or_default());
    let domain = |id: visioncast_model::DomainId| entry(List::Domains, id.0);
    let whose = |id: visioncast_model::ConstituencyId| entry(List::Constituencies, id.0);
    let want = |id, place: u16| {
        let wants = before
            .constituency(id)
            .map(|known| known.wants.as_slice())
            .unwrap_or_default();
        quoted(wants.get(usize::from(place)).map(String::as_str).unwrap_or_default())
    };
    let did = |what: Sheet, entry: String| what.with(&[("what", entry)]);
    let listed = |what: Sheet, list, entry: &str| {
        let list = list_name(list).text().to_lowercase();
        what.with(&[("what", entry), ("list", &list)])
    };
    match edit {
        FrameworkEdit::Write { part, .. } => match part {
            Part::Name => Sheet::DidRename,
            Part::Home => Sheet::DidWriteHome,
            Part::Vision => Sheet::DidWriteVision,
            Part::Mission => Sheet::DidWriteMission,
            Part::Scope => Sheet::DidWriteScope,
        }
        .owned(),
        FrameworkEdit::Add { list, text } => listed(Sheet::DidAdd, *list, &quoted(text.trim())),
        FrameworkEdit::Reword { list, id, text } => {
            Sheet::DidReword.with(&[("what", entry(*list, *id)), ("text", quoted(text.trim()))])
        }
        FrameworkEdit::Move { list, id, .. } => did(Sheet::DidMove, entry(*list, *id)),
        FrameworkEdit::Remove {
            list: List::Domains,
            id,
        } => did(Sheet::DidRetire, entry(List::Domains, *id)),
        FrameworkEdit::Remove { list, id } => listed(Sheet::DidTakeOut, *list, &entry(*list, *id)),
        FrameworkEdit::Merge { domain: from, into } => {
            Sheet::DidMerge.with(&[("what", domain(*from)), ("into", domain(*into))])
        }
        FrameworkEdit::Restore { domain: id } => {
            let fates = before.fates();
            let fate = fates.iter().find(|fate| fate.domain == *id);
            let name = fate.map(|fate| fate.last_name.as_str()).unwrap_or_default();
            did(Sheet::DidBringBack, quoted(name))
        }
        FrameworkEdit::Postpone { step, later: true } => did(Sheet::DidPostpone, entry(List::Steps, *step)),
        FrameworkEdit::Postpone { step, later: false } => did(Sheet::DidTakeUp, entry(List::Steps, *step)),
        FrameworkEdit::AddWant { constituency, text } => {
            Sheet::DidAddWant.with(&[("what", quoted(text.trim())), ("whose", whose(*constituency))])
        }
        FrameworkEdit::RewordWant {
            constituency,
            want: place,
            text,
        } => Sheet::DidReword.with(&[("what", want(*constituency, *place)), ("text", quoted(text.trim()))]),
        FrameworkEdit::MoveWant {
            constituency,
            want: place,
            ..
        } => did(Sheet::DidMove, want(*constituency, *place)),
        FrameworkEdit::RemoveWant {
            constituency,
            want: place,
        } => Sheet::DidTakeOutWant.with(&[("what", want(*constituency, *place)), ("whose", whose(*constituency))]),
    }
}

/// What going back from a version does; back again where it went back itself.
pub(super) fn undone(what: &str) -> String {
    match behind(Sheet::DidUndo, what) {
        Some(again) => Sheet::DidAgain.with(&[("what", again)]),
        None => Sheet::DidUndo.with(&[("what", behind(Sheet::DidAgain, what).unwrap_or(what))]),
    }
}

/// Whether a version went back to the one before.
pub(super) fn is_undoing(what: &str) -> bool {
    behind(Sheet::DidUndo, what).is_some()
}

/// What stands behind the beginning of a message, whatever the language of whoever made that version.
fn behind(message: Sheet, what: &str) -> Option<&str> {
    Language::ALL.into_iter().find_map(|language| {
        let begin = speaking(language, || message.with(&[("what", "")]));
        what.strip_prefix(begin.as_str())
    })
}

fn quoted(words: &str) -> String {
    if words.chars().count() <= QUOTED {
        return Sheet::Quoted.with(&[("text", words)]);
    }
    let begin: String = words.chars().take(QUOTED - 1).collect();
    Sheet::QuotedBegin.with(&[("text", begin.trim_end())])
}
