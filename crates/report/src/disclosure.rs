use visioncast_model::{Activity, Kind, Panel, Status};

/// How much of the room's votes an export tells.
///
/// While a panel runs, nobody sees what a judgement adds up to before it is revealed, not even its
/// facilitators: they would steer by it. So an export leaves those ballots out, and says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Disclosure {
    /// The votes of a judgement once it is revealed, or once the panel has ended.
    #[default]
    AsRevealed,
    /// All votes: for the operator of the server, who holds the database anyway.
    Complete,
}

impl Disclosure {
    /// Whether the votes of `activity` may be told as `panel` stands.
    #[must_use]
    pub fn covers(self, panel: &Panel, activity: &Activity) -> bool {
        match self {
            Self::Complete => true,
            Self::AsRevealed => activity.reveal.is_shown() || panel.status() == Status::Ended,
        }
    }

    /// The judgements whose votes are withheld, in the order of the agenda.
    pub fn withheld(self, panel: &Panel) -> impl Iterator<Item = &Activity> + '_ {
        panel
            .agenda()
            .iter()
            .filter(move |activity| matches!(activity.plan.kind, Kind::Judgement(_)) && !self.covers(panel, activity))
    }
}
