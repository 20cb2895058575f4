use visioncast_model::{Panel, Recorded, Words};

/// What an export is made from: a panel, the log that made it, and the words that are still there.
///
/// All three belong to the same moment: the panel is what the events add up to.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The panel, with its words learnt.
    pub panel: &'a Panel,
    /// Its log, from the first event on.
    pub events: &'a [Recorded],
    /// The side table: every row that was not erased.
    pub words: &'a [Words],
}
