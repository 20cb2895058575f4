use visioncast_model::{
    Reveal, Status,
    view::{ScreenActivity, ScreenKind},
};

/// What stands on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// How to join.
    Welcome,
    /// Nothing more is asked.
    Ended,
    /// Ideas as they arrive.
    Ideas,
    /// How many have written something that is shown later.
    Silent,
    /// How many have voted.
    Votes,
    /// What they voted.
    Results,
}

impl Stage {
    pub(crate) fn of(status: Status, focus: Option<&ScreenActivity>) -> Self {
        match focus {
            None if status == Status::Ended => Self::Ended,
            None => Self::Welcome,
            Some(activity) => match activity.kind {
                ScreenKind::Prompt => Self::Ideas,
                ScreenKind::SilentPrompt => Self::Silent,
                ScreenKind::Judgement if matches!(activity.reveal, Reveal::Shown { .. }) => Self::Results,
                ScreenKind::Judgement => Self::Votes,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use visioncast_model::Timestamp;

    fn activity(kind: ScreenKind, reveal: Reveal) -> ScreenActivity {
        ScreenActivity {
            question: String::new(),
            kind,
            open: true,
            reveal,
            deadline: None,
        }
    }

    #[test]
    fn a_vote_shows_no_result_before_it_is_revealed() {
        let at = Timestamp(0);
        let stage = |reveal| Stage::of(Status::Running, Some(&activity(ScreenKind::Judgement, reveal)));
        assert_eq!(stage(Reveal::Hidden), Stage::Votes);
        assert_eq!(stage(Reveal::Due { at }), Stage::Votes);
        assert_eq!(stage(Reveal::Shown { at }), Stage::Results);
    }

    #[test]
    fn what_was_last_shown_stays_when_the_panel_ends() {
        let shown = activity(ScreenKind::Prompt, Reveal::Hidden);
        assert_eq!(Stage::of(Status::Ended, Some(&shown)), Stage::Ideas);
        assert_eq!(Stage::of(Status::Ended, None), Stage::Ended);
        assert_eq!(Stage::of(Status::Running, None), Stage::Welcome);
    }
}
