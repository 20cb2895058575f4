use visioncast_model::{
    Face, Reveal, Status,
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
    /// How many answer a survey.
    Asking,
    /// What they answered to it.
    Told,
    /// How many write reflections.
    Reflecting,
    /// Those that may be quoted.
    Reflections,
    /// How to join those who want to help.
    Volunteers,
    /// Ideas that become themes.
    Grouping,
    /// The words of the ideas.
    Words,
}

impl Stage {
    pub(crate) fn of(status: Status, focus: Option<&ScreenActivity>) -> Self {
        match focus {
            None if status == Status::Ended => Self::Ended,
            None => Self::Welcome,
            Some(activity) => match &activity.kind {
                ScreenKind::Prompt | ScreenKind::Grouping | ScreenKind::Sorting if activity.face == Face::Words => {
                    Self::Words
                }
                ScreenKind::Prompt => Self::Ideas,
                ScreenKind::SilentPrompt => Self::Silent,
                ScreenKind::Judgement if matches!(activity.reveal, Reveal::Shown { .. }) => Self::Results,
                ScreenKind::Judgement => Self::Votes,
                ScreenKind::Survey(_) if matches!(activity.reveal, Reveal::Shown { .. }) => Self::Told,
                ScreenKind::Survey(_) => Self::Asking,
                ScreenKind::Reflection if matches!(activity.reveal, Reveal::Shown { .. }) => Self::Reflections,
                ScreenKind::Reflection => Self::Reflecting,
                ScreenKind::Volunteers => Self::Volunteers,
                ScreenKind::Grouping | ScreenKind::Sorting => Self::Grouping,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use visioncast_model::{Items, Scale, Timestamp, view::ScreenSurvey};

    fn activity(kind: ScreenKind, reveal: Reveal) -> ScreenActivity {
        ScreenActivity {
            question: String::new(),
            instructions: String::new(),
            kind,
            open: true,
            reveal,
            deadline: None,
            face: Face::Ideas,
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
    fn a_survey_shows_no_answer_before_it_is_revealed() {
        let survey = ScreenKind::Survey(ScreenSurvey {
            items: Items::Map,
            scale: Scale::Link,
            threshold: 0,
        });
        let stage = |kind: &ScreenKind, reveal| Stage::of(Status::Running, Some(&activity(kind.clone(), reveal)));
        let at = Timestamp(0);
        assert_eq!(stage(&survey, Reveal::Due { at }), Stage::Asking);
        assert_eq!(stage(&survey, Reveal::Shown { at }), Stage::Told);
        assert_eq!(stage(&ScreenKind::Reflection, Reveal::Hidden), Stage::Reflecting);
        assert_eq!(stage(&ScreenKind::Reflection, Reveal::Shown { at }), Stage::Reflections);
    }

    #[test]
    fn words_stand_where_ideas_may() {
        let stage = |kind| {
            let words = ScreenActivity {
                face: Face::Words,
                ..activity(kind, Reveal::Hidden)
            };
            Stage::of(Status::Running, Some(&words))
        };
        assert_eq!(stage(ScreenKind::Prompt), Stage::Words);
        assert_eq!(stage(ScreenKind::Sorting), Stage::Words);
        assert_eq!(stage(ScreenKind::SilentPrompt), Stage::Silent);
    }

    #[test]
    fn what_was_last_shown_stays_when_the_panel_ends() {
        let shown = activity(ScreenKind::Prompt, Reveal::Hidden);
        assert_eq!(Stage::of(Status::Ended, Some(&shown)), Stage::Ideas);
        assert_eq!(Stage::of(Status::Ended, None), Stage::Ended);
        assert_eq!(Stage::of(Status::Running, None), Stage::Welcome);
    }
}
