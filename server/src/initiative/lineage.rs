use std::collections::BTreeMap;

use visioncast_model::{IdeaId, Panel};

/// Which ideas of later panels are the same statement as one of an earlier panel: those that were carried over.
#[derive(Debug, Default)]
pub(crate) struct Lineage {
    parents: BTreeMap<IdeaId, IdeaId>,
}

impl Lineage {
    /// Learns where the ideas of a panel came from.
    pub(crate) fn learn(&mut self, panel: &Panel) {
        let carried = panel
            .ideas()
            .iter()
            .filter_map(|(id, idea)| Some((*id, idea.source_id.as_ref()?.parse().ok()?)));
        self.parents.extend(carried);
    }

    /// Learns all that another knows.
    pub(crate) fn merge(&mut self, other: Self) {
        self.parents.extend(other.parents);
    }

    /// The first idea of the chain that leads to `idea`; itself where it was not carried over.
    pub(crate) fn origin(&self, idea: IdeaId) -> IdeaId {
        self.ancestors(idea).last().unwrap_or(idea)
    }

    /// The ideas that `idea` was carried from, the nearest first.
    pub(crate) fn ancestors(&self, idea: IdeaId) -> impl Iterator<Item = IdeaId> + '_ {
        let parent = |id: &IdeaId| self.parents.get(id).copied();
        // A chain is no longer than there are links, whatever a file claims.
        std::iter::successors(parent(&idea), move |id| parent(id)).take(self.parents.len())
    }
}
