//! What an edit did, in words for the list of versions.

use visioncast_model::{Framework, FrameworkEdit, List, Part};

/// The longest quotation, in characters.
const QUOTED: usize = 48;

/// What `edit` did to `before`.
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
    match edit {
        FrameworkEdit::Write { part, .. } => match part {
            Part::Name => "renamed the association".to_owned(),
            Part::Home => "wrote its home".to_owned(),
            part => format!("wrote the {part}"),
        },
        FrameworkEdit::Add { list, text } => format!("added {} to the {list}", quoted(text.trim())),
        FrameworkEdit::Reword { list, id, text } => {
            format!("changed {} to {}", entry(*list, *id), quoted(text.trim()))
        }
        FrameworkEdit::Move { list, id, .. } => format!("moved {}", entry(*list, *id)),
        FrameworkEdit::Remove {
            list: List::Domains,
            id,
        } => format!("retired {}", entry(List::Domains, *id)),
        FrameworkEdit::Remove { list, id } => format!("took {} out of the {list}", entry(*list, *id)),
        FrameworkEdit::Merge { domain: from, into } => format!("merged {} into {}", domain(*from), domain(*into)),
        FrameworkEdit::Restore { domain: id } => {
            let fates = before.fates();
            let fate = fates.iter().find(|fate| fate.domain == *id);
            format!(
                "brought {} back",
                quoted(fate.map(|fate| fate.last_name.as_str()).unwrap_or_default())
            )
        }
        FrameworkEdit::Postpone { step, later: true } => format!("left {} for later", entry(List::Steps, *step)),
        FrameworkEdit::Postpone { step, later: false } => format!("took {} up", entry(List::Steps, *step)),
        FrameworkEdit::AddWant { constituency, text } => {
            format!("added {} to the wants of {}", quoted(text.trim()), whose(*constituency))
        }
        FrameworkEdit::RewordWant {
            constituency,
            want: place,
            text,
        } => format!("changed {} to {}", want(*constituency, *place), quoted(text.trim())),
        FrameworkEdit::MoveWant {
            constituency,
            want: place,
            ..
        } => format!("moved {}", want(*constituency, *place)),
        FrameworkEdit::RemoveWant {
            constituency,
            want: place,
        } => format!(
            "took {} out of the wants of {}",
            want(*constituency, *place),
            whose(*constituency)
        ),
    }
}

/// What going back from a version does; back again where it went back itself.
pub(super) fn undone(what: &str) -> String {
    match what.strip_prefix("undid: ") {
        Some(again) => format!("did again: {again}"),
        None => format!("undid: {}", what.strip_prefix("did again: ").unwrap_or(what)),
    }
}

fn quoted(words: &str) -> String {
    if words.chars().count() <= QUOTED {
        return format!("“{words}”");
    }
    let begin: String = words.chars().take(QUOTED - 1).collect();
    format!("“{}…”", begin.trim_end())
}
