use std::collections::{BTreeMap, BTreeSet};

use visioncast_model::{Act, Concern, HoldBack, IdeaId, Moderated, Moderation, Panel, moderated, view::By};

use super::{Disguise, ideas::reason, yes_or_no};
use crate::{Material, table::Table};

/// One row per thing that moderation did, idea by idea: what was done to each stands in order. Between ideas nothing tells
/// what came first: what is held is held as it comes in.
pub(super) fn table(material: Material<'_>, disguise: &Disguise) -> Table {
    let columns = ["idea", "step", "what", "reason", "found", "stands_with", "by", "undone"];
    let mut table = Table::spreadsheet(&columns.map(str::to_owned));
    let number = |idea: IdeaId| disguise.ideas.get(&idea).copied().unwrap_or_default();
    let mut steps: BTreeMap<usize, Vec<Moderated>> = BTreeMap::new();
    for done in moderated(material.events) {
        // What is about no idea comes first, under no number.
        let about = done.what.idea().map_or(0, number);
        steps.entry(about).or_default().push(done);
    }
    for (about, done) in steps {
        for (step, done) in (1..).zip(done) {
            table.row(row(material.panel, about, step, &done, &number));
        }
    }
    table
}

fn row(panel: &Panel, about: usize, step: usize, done: &Moderated, number: &dyn Fn(IdeaId) -> usize) -> Vec<String> {
    let (what, why) = match &done.what {
        Act::Held(_) => ("held", String::new()),
        Act::Hidden(_, why) => ("hidden", reason(*why).to_owned()),
        Act::Merged { .. } => ("merged", "duplicate".to_owned()),
        Act::Shown(_) => ("shown", String::new()),
        Act::Erased(_) => ("words erased", String::new()),
        Act::Forgotten => ("person erased", String::new()),
        Act::ReasonsErased => ("reasons erased", String::new()),
        Act::Set(moderation) => ("settings", settings(moderation)),
    };
    let found: BTreeSet<&str> = match done.what {
        Act::Held(idea) => panel
            .findings(idea)
            .iter()
            .map(|found| concern(found.concern))
            .collect(),
        _ => BTreeSet::new(),
    };
    let into = match done.what {
        Act::Merged { into, .. } => number(into).to_string(),
        _ => String::new(),
    };
    vec![
        if about == 0 { String::new() } else { about.to_string() },
        step.to_string(),
        what.to_owned(),
        why,
        found.into_iter().collect::<Vec<_>>().join(", "),
        into,
        by(done).to_owned(),
        yes_or_no(done.undo),
    ]
}

fn settings(moderation: &Moderation) -> String {
    let hold = match moderation.hold {
        HoldBack::Off => "holds nothing",
        HoldBack::Flagged => "holds what something was found in",
        HoldBack::All => "holds everything",
    };
    let (also, except) = (moderation.also.len(), moderation.except.len());
    format!("{hold}; words added: {also}, words that pass: {except}")
}

const fn concern(concern: Concern) -> &'static str {
    match concern {
        Concern::Rude => "may hurt",
        Concern::Email => "e-mail address",
        Concern::Phone => "phone number",
        Concern::Name => "name with a title",
        Concern::Link => "link",
        Concern::Handle => "name in a network",
        Concern::Repeated => "repeated",
        Concern::Signature => "name under it",
    }
}

/// As what somebody acted; who, no table tells.
const fn by(done: &Moderated) -> &'static str {
    match (done.by, &done.what) {
        (By::Facilitator(_), _) => "facilitator",
        (By::Panelist(_), _) => "panelist",
        (By::Somebody, _) => "author",
        (By::Program, Act::Held(_)) => "rule",
        (By::Program, _) => "program",
    }
}
