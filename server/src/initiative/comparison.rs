//! The same statement in two rounds.

use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::Comparison;
use visioncast_model::{IdeaId, Kind, Panel, Tally};

use super::Lineage;

/// A statement that two rounds voted on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// Its words in the later round; none where they were erased.
    pub(crate) words: Option<String>,
    pub(crate) comparison: Comparison,
}

/// What a panel showed of its votes: for every visible idea its counts at the last reveal.
pub(crate) fn revealed(panel: &Panel) -> BTreeMap<IdeaId, Tally> {
    let judgements = panel
        .agenda()
        .iter()
        .filter(|activity| matches!(activity.plan.kind, Kind::Judgement(_)));
    let totals = judgements.filter_map(|judgement| panel.totals_at_reveal(judgement.id));
    totals
        .flatten()
        .filter(|(id, tally)| panel.is_visible(*id) && tally.total() > 0)
        .copied()
        .collect()
}

/// The statements that both panels voted on and revealed, by how much their share of agreement rose; those of which
/// nothing may be said stand last.
pub(crate) fn compared(before: &Panel, after: &Panel, lineage: &Lineage) -> Vec<Row> {
    let first: BTreeMap<IdeaId, Tally> = revealed(before)
        .into_iter()
        .map(|(idea, tally)| (lineage.origin(idea), tally))
        .collect();
    let mut rows: Vec<Row> = revealed(after)
        .into_iter()
        .filter_map(|(id, after_tally)| {
            let before_tally = *first.get(&lineage.origin(id))?;
            let idea = after.ideas().get(&id)?;
            Some(Row {
                words: after.words(idea).map(str::to_owned),
                comparison: Comparison {
                    before: before_tally,
                    after: after_tally,
                },
            })
        })
        .collect();
    let rise = |row: &Row| row.comparison.change().unwrap_or(f64::NEG_INFINITY);
    rows.sort_by(|one, other| rise(other).total_cmp(&rise(one)).then(one.words.cmp(&other.words)));
    rows
}

/// Whether a panel has statements of another.
pub(crate) fn shares_statements(before: &Panel, after: &Panel, lineage: &Lineage) -> bool {
    let origins: BTreeSet<IdeaId> = before.ideas().keys().map(|id| lineage.origin(*id)).collect();
    after.ideas().keys().any(|id| origins.contains(&lineage.origin(*id)))
}
