//! From a form that holds a whole framework to the edits that somebody made in it.

use visioncast_model::{ConstituencyId, DomainId, Fault, Flaw, Framework, FrameworkEdit, FrameworkError, List, Part};

use super::words::told;
use crate::http::form::Fields;

/// An edit, and the field or button that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Made {
    key: String,
    typed: String,
    edit: FrameworkEdit,
}

/// What became of a form.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The framework with all that could be done.
    pub(super) framework: Framework,
    /// What was done, in words.
    pub(super) done: Vec<String>,
    /// What was not.
    pub(super) refused: Vec<Refused>,
}

/// An edit that was not made.
#[derive(Debug)]
pub(super) struct Refused {
    /// The name of its field; empty where it has none.
    pub(super) key: String,
    pub(super) typed: String,
    pub(super) why: Why,
}

impl Made {
    fn refused(self, why: Why) -> Refused {
        let Self { key, typed, .. } = self;
        Refused { key, typed, why }
    }
}

/// Why an edit was not made.
#[derive(Debug)]
pub(super) enum Why {
    /// It cannot be.
    Wrong(FrameworkError),
    /// Somebody changed the same thing meanwhile; what it says by now.
    Overtaken(Option<String>),
    /// A merge without a target.
    NoTarget,
}

/// Reads the edits of a form that showed `base`: first what was written anew, then what was added, last what a button does.
pub(super) fn read(fields: &Fields, base: &Framework) -> (Vec<Made>, Option<Refused>) {
    let mut form = Form {
        fields,
        made: Vec::new(),
    };
    form.reworded(base);
    form.added(base);
    let refused = form.pressed(base);
    (form.made, refused)
}

struct Form<'a> {
    fields: &'a Fields,
    made: Vec<Made>,
}

impl Form<'_> {
    fn push(&mut self, key: &str, typed: &str, edit: FrameworkEdit) {
        self.made.push(Made {
            key: key.to_owned(),
            typed: typed.to_owned(),
            edit,
        });
    }

    /// What was typed into a field over `before`; none where it says the same, or the form has no such field.
    fn typed(&self, key: &str, before: &str) -> Option<String> {
        // Browsers send line breaks as two signs.
        let typed = self.fields.find(key)?.replace("\r\n", "\n");
        (typed.trim() != before).then_some(typed)
    }

    fn reworded(&mut self, base: &Framework) {
        for part in Part::ALL {
            if let Some(text) = self.typed(part.name(), base.part(part)) {
                self.push(part.name(), &text.clone(), FrameworkEdit::Write { part, text });
            }
        }
        for list in List::ALL {
            for (id, before) in base.entries(list) {
                let key = format!("{list}-{id}");
                if let Some(text) = self.typed(&key, before) {
                    self.push(&key, &text.clone(), FrameworkEdit::Reword { list, id, text });
                }
            }
        }
        for constituency in &base.constituencies {
            for (want, before) in (0..).zip(&constituency.wants) {
                let key = format!("want-{}-{want}", constituency.id);
                if let Some(text) = self.typed(&key, before) {
                    let edit = FrameworkEdit::RewordWant {
                        constituency: constituency.id,
                        want,
                        text: text.clone(),
                    };
                    self.push(&key, &text, edit);
                }
            }
        }
        // An unticked box sends nothing: only a form that shows the boxes says anything with that.
        if self.fields.text("steps") == "shown" {
            for step in &base.steps {
                let key = format!("later-{}", step.number);
                let later = self.fields.yes(&key);
                if later != step.later {
                    let step = step.number;
                    self.push(&key, "", FrameworkEdit::Postpone { step, later });
                }
            }
        }
    }

    fn added(&mut self, base: &Framework) {
        for list in List::ALL {
            let key = format!("new-{list}");
            if let Some(text) = self.typed(&key, "") {
                self.push(&key, &text.clone(), FrameworkEdit::Add { list, text });
            }
        }
        for constituency in base.constituencies.iter().map(|known| known.id) {
            let key = format!("new-want-{constituency}");
            if let Some(text) = self.typed(&key, "") {
                self.push(&key, &text.clone(), FrameworkEdit::AddWant { constituency, text });
            }
        }
    }

    /// What the pressed button does beside saving.
    fn pressed(&mut self, base: &Framework) -> Option<Refused> {
        let pressed = self.fields.text("do").to_owned();
        let parts: Vec<&str> = pressed.split('-').collect();
        let edit = match parts.as_slice() {
            [verb, "want", constituency, want] => {
                let (constituency, want) = (ConstituencyId(constituency.parse().ok()?), want.parse().ok()?);
                want_edit(verb, constituency, want)?
            }
            ["merge", domain] => {
                let domain = DomainId(domain.parse().ok()?);
                match self.fields.parse(&format!("into-{domain}")).map(DomainId) {
                    Some(into) => FrameworkEdit::Merge { domain, into },
                    None => {
                        let key = format!("domains-{domain}");
                        let typed = self.fields.text(&key).to_owned();
                        let why = Why::NoTarget;
                        return Some(Refused { key, typed, why });
                    }
                }
            }
            ["restore", domain] => FrameworkEdit::Restore {
                domain: DomainId(domain.parse().ok()?),
            },
            [verb, list, id] => entry_edit(verb, List::named(list)?, id.parse().ok()?, base)?,
            _ => return None,
        };
        self.push("", "", edit);
        None
    }
}

fn want_edit(verb: &str, constituency: ConstituencyId, want: u16) -> Option<FrameworkEdit> {
    let place = match verb {
        "remove" => return Some(FrameworkEdit::RemoveWant { constituency, want }),
        "up" => want.saturating_sub(1),
        "down" => want.saturating_add(1),
        _ => return None,
    };
    Some(FrameworkEdit::MoveWant {
        constituency,
        want,
        place,
    })
}

fn entry_edit(verb: &str, list: List, id: u16, base: &Framework) -> Option<FrameworkEdit> {
    let place = base.entries(list).iter().position(|(known, _)| *known == id)? as u16;
    let place = match verb {
        "remove" => return Some(FrameworkEdit::Remove { list, id }),
        "up" => place.saturating_sub(1),
        "down" => place.saturating_add(1),
        _ => return None,
    };
    Some(FrameworkEdit::Move { list, id, place })
}

/// Makes edits that somebody made looking at `base` in what is the last version by now. Whatever somebody else changed
/// meanwhile is not written over.
pub(super) fn apply(edits: Vec<Made>, base: Option<&Framework>, last: &Framework) -> Outcome {
    let mut outcome = Outcome {
        framework: last.clone(),
        done: Vec::new(),
        refused: Vec::new(),
    };
    let same = base == Some(last);
    for made in edits {
        let overtaken = !same && base.is_none_or(|base| made.edit.premise(base) != made.edit.premise(last));
        match outcome.framework.edited(&made.edit) {
            // Somebody did just that: a second tap on the button, too.
            Ok(next) if next == outcome.framework => {}
            Err(FrameworkError::Fault(Fault {
                flaw: Flaw::SameWords { .. },
                ..
            })) if !same && is_there(&made.edit, last) => {}
            _ if overtaken => {
                let newer = newer(&made.edit, last);
                outcome.refused.push(made.refused(Why::Overtaken(newer)));
            }
            Ok(next) => {
                outcome.done.push(told(&made.edit, &outcome.framework));
                outcome.framework = next;
            }
            Err(error) => outcome.refused.push(made.refused(Why::Wrong(error))),
        }
    }
    outcome
}

/// Whether what would be added is there to the letter.
fn is_there(edit: &FrameworkEdit, last: &Framework) -> bool {
    match edit {
        FrameworkEdit::Add { list, text } => last.entries(*list).iter().any(|(_, known)| *known == text.trim()),
        FrameworkEdit::AddWant { constituency, text } => {
            let known = last.constituency(*constituency);
            known.is_some_and(|known| known.wants.iter().any(|want| want == text.trim()))
        }
        _ => false,
    }
}

/// What the field of an edit says by now.
fn newer(edit: &FrameworkEdit, last: &Framework) -> Option<String> {
    let words = match edit {
        FrameworkEdit::Write { part, .. } => last.part(*part),
        FrameworkEdit::Reword { list, id, .. } => last.entry(*list, *id)?,
        FrameworkEdit::RewordWant { constituency, want, .. } => {
            last.constituency(*constituency)?.wants.get(usize::from(*want))?
        }
        _ => return None,
    };
    Some(words.to_owned())
}
