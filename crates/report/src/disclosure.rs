use visioncast_model::{Activity, Kind, Panel, Status};

/// How much of the room's votes an export tells.
///
/// While a panel runs, nobody sees what a judgement or a survey adds up to before it is revealed, not
/// even its facilitators: they would steer by it. So an export leaves those answers out, and says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Disclosure {
    /// The answers to a judgement or a survey once it is revealed, or once the panel has ended.
    #[default]
    AsRevealed,
    /// All answers: for the operator of the server, who holds the database anyway.
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

    /// The judgements and surveys whose answers are withheld, in the order of the agenda.
    pub fn withheld(self, panel: &Panel) -> impl Iterator<Item = &Activity> + '_ {
        panel.agenda().iter().filter(move |activity| {
            matches!(activity.plan.kind, Kind::Judgement(_) | Kind::Survey(_)) && !self.covers(panel, activity)
        })
    }
}
